"""
Tools that take articles out of web pages: their JSON, CSV and XML files.

In: nothing. Out: one ``Tool`` each. Fields follow the tools' own documentation and source.
"""

from analysis.load.tools.tool import Remarks, Row, Tool
from analysis.load.tools.values import fundus_text, names

__all__ = [
    "FUNDUS",
    "GDELTNEWS",
    "MINET",
    "NEWSPAPER",
    "NEWS_PLEASE",
    "TRAFILATURA",
    "TRAFILATURA_BARE",
]

NEWS_PLEASE = Tool(
    name="news_please",
    label="news-please",
    version="2026-11",
    signs=(("date_publish", "source_domain", "url"), ("date_publish", "maintext")),
    fields={
        "published": ("date_publish",),
        "title": ("title", "title_page", "title_rss"),
        "text": ("maintext", "text"),
        "url": ("url",),
        "author": ("authors",),
        "language": ("language",),
    },
    site=("source_domain", "url"),
    forms={"author": names},
)

TRAFILATURA = Tool(
    name="trafilatura",
    label="trafilatura",
    version="2026-11",
    # "source" is an address in its JSON, and no outlet
    signs=(
        ("fingerprint", "hostname", "text"),
        ("source-hostname", "source", "text"),
        ("hostname", "source", "excerpt", "text"),
    ),
    fields={
        "published": ("date",),
        "title": ("title",),
        "text": ("text",),
        "url": ("source", "url"),
        "author": ("author",),
        "language": ("language",),
    },
    site=("hostname", "source", "url", "source-hostname", "sitename"),
    forms={"author": names},
)

TRAFILATURA_BARE = Tool(
    name="trafilatura",
    label="trafilatura",
    version="2026-11",
    signs=(("text", "comments"), ("text", "comments", "raw_text")),
    is_exact=True,
    refused="It was written without outlet, day and address. Run trafilatura again with "
    "--with-metadata",
)

FUNDUS = Tool(
    name="fundus",
    label="fundus",
    version="2026-11",
    signs=(
        ("publishing_date", "body", "title"),
        ("publishing_date", "plaintext", "title"),
    ),
    fields={
        "published": ("publishing_date",),
        "title": ("title",),
        "text": ("plaintext", "body"),
        "url": ("url", "html.requested_url", "html.responded_url"),
        "author": ("authors",),
        "language": ("lang", "language"),
        "outlet": ("publisher", "html.source_info.publisher"),
    },
    site=("url", "html.requested_url", "html.responded_url"),
    forms={"text": fundus_text, "author": names},
    no_outlet="fundus leaves the outlet out unless it is asked for: write the articles with "
    'article.to_json("title", "body", "authors", "publishing_date", "publisher", "lang")',
)

NEWSPAPER = Tool(
    name="newspaper4k",
    label="newspaper4k",
    version="2026-11",
    signs=(
        ("publish_date", "text", "canonical_link"),
        ("publish_date", "text", "meta_site_name"),
        ("publish_date", "text", "top_image"),
        ("publish_date", "text", "source_url", "authors"),
    ),
    fields={
        "published": ("publish_date",),
        "title": ("title",),
        "text": ("text",),
        "url": ("url", "canonical_link"),
        "author": ("authors",),
        "language": ("language", "meta_lang"),
    },
    site=("url", "canonical_link", "source_url", "meta_site_name"),
    forms={"author": names},
)


def _minet_remarks(row: Row) -> Remarks:
    error = str(row.get("extract_error") or "").strip()
    return Remarks(fault=f"minet found no article in the page: {error}" if error else None)


MINET = Tool(
    name="minet",
    label="minet extract",
    version="2026-11",
    signs=(
        ("extract_error", "content"),
        ("extract_error", "raw_content"),
        ("canonical_url", "sitename", "content"),
    ),
    fields={
        "published": ("date", "extracted_date"),
        "title": ("title", "extracted_title"),
        "text": ("content", "raw_content"),
        "url": ("url", "resolved_url", "canonical_url", "link"),
        "author": ("author",),
    },
    site=("url", "resolved_url", "canonical_url", "link", "sitename"),
    forms={"author": names},
    remarks=_minet_remarks,
)

GDELTNEWS = Tool(
    name="gdeltnews",
    label="gdeltnews",
    version="2026-11",
    signs=(("text", "date", "url", "source"),),
    fields={
        "published": ("date",),
        "text": ("text",),
        "url": ("url",),
    },
    site=("url",),  # "source" is the filter that the address matched
    notes=(
        "gdeltnews puts texts together from overlapping fragments; sentences may be missing or "
        "in another order, so check figures against the page",
    ),
    is_exact=True,
    is_common=True,
)
