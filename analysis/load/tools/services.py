"""
Services that are searched for news: the answers of their interfaces, and their spreadsheets.

In: nothing. Out: one ``Tool`` each. Some of them give no text; what to do then is said.
"""

import re

from analysis.load.tools.tool import Remarks, Row, Tool
from analysis.load.tools.values import html_text, names

__all__ = ["EVENT_REGISTRY", "GDELT_DOC", "GUARDIAN", "MEDIA_CLOUD", "NEWSAPI", "NEWSCATCHER"]

_CUT_OFF = re.compile(r"\s*(?:…|\.\.\.)?\s*\[\+(?P<n>\d+) chars\]\s*$")

EVENT_REGISTRY = Tool(
    name="event_registry",
    label="Event Registry",
    version="2026-11",
    signs=(
        ("uri", "body", "source.uri"),
        ("uri", "body", "source.title"),
        ("uri", "body", "dateTimePub"),
    ),
    fields={
        "article_id": ("uri",),
        "published": ("dateTimePub", "dateTime", "date"),
        "title": ("title",),
        "text": ("body",),
        "url": ("url",),
        "author": ("authors.name",),
        "language": ("lang",),
        "outlet": ("source.title",),
    },
    site=("source.uri", "url"),
    items=("articles.results", "results", "recentActivityArticles.activity"),
    forms={"author": names},
)

NEWSCATCHER = Tool(
    name="newscatcher",
    label="NewsCatcher",
    version="2026-11",
    signs=(("link", "published_date", "clean_url"), ("link", "published_date", "domain_url")),
    fields={
        "article_id": ("_id", "id"),
        "published": ("published_date",),
        "title": ("title",),
        "text": ("content", "summary"),  # what version 2 calls the summary is the text
        "url": ("link",),
        "author": ("author", "authors"),
        "language": ("language",),
        "outlet": ("name_source",),
    },
    site=("clean_url", "domain_url", "link", "rights"),
    items=("articles",),
    forms={"author": names},
    no_text="Ask for version 3 with the content of the articles",
)


def _newsapi_remarks(row: Row) -> Remarks:
    if row.get("title") == "[Removed]":
        return Remarks(fault="was removed by its outlet; NewsAPI keeps no text of it")
    cut = _CUT_OFF.search(str(row.get("content") or ""))
    if cut is None:
        return Remarks()
    return Remarks(
        notes=(
            f"NewsAPI cut the text off: {cut['n']} characters are missing; to have it whole: "
            "parallax fetch",
        )
    )


def _newsapi_text(value: object) -> str | None:
    return _CUT_OFF.sub("", value) if isinstance(value, str) else None


NEWSAPI = Tool(
    name="newsapi",
    label="NewsAPI",
    version="2026-11",
    signs=(("source.name", "publishedAt", "content"),),
    fields={
        "published": ("publishedAt",),
        "title": ("title",),
        "text": ("content",),
        "url": ("url",),
        "author": ("author",),
        "outlet": ("source.name",),
    },
    site=("url",),
    items=("articles",),
    forms={"text": _newsapi_text},
    remarks=_newsapi_remarks,
)


def _guardian_text(value: object) -> str | None:
    if isinstance(value, list):  # of blocks
        return "\n\n".join(str(text) for text in value if text) or None
    return html_text(value) if isinstance(value, str) and "<" in value else names(value)


GUARDIAN = Tool(
    name="guardian",
    label="the Guardian's open platform",
    version="2026-11",
    signs=(("webTitle", "webPublicationDate", "webUrl"),),
    fields={
        "article_id": ("id",),
        "published": ("webPublicationDate",),
        "title": ("fields.headline", "webTitle"),
        "text": ("fields.bodyText", "fields.body", "blocks.body.bodyTextSummary"),
        "url": ("webUrl",),
        "author": ("fields.byline",),
        "language": ("fields.lang",),
        "outlet": ("fields.publication",),
    },
    outlet="The Guardian",
    items=("response.results", "response.content", "results"),
    forms={"text": _guardian_text, "title": html_text},
    no_text="Ask for it with show-fields=bodyText,headline,byline,publication",
)

GDELT_DOC = Tool(
    name="gdelt_doc",
    label="the GDELT DOC API",
    version="2026-11",
    signs=(
        ("url", "seendate", "domain", "sourcecountry"),
        ("url", "seendate", "domain", "socialimage"),
        ("url", "mobileurl", "date", "title"),
        ("url", "url_mobile", "seendate", "title"),
    ),
    fields={
        "published": ("seendate", "date"),
        "title": ("title",),
        "text": ("text", "maintext", "content", "body"),
        "url": ("url",),
        "language": ("language",),
    },
    site=("domain", "url"),
    items=("articles",),
    no_text="GDELT lists addresses and titles only",
)

MEDIA_CLOUD = Tool(
    name="media_cloud",
    label="Media Cloud",
    version="2026-11",
    signs=(
        ("media_name", "media_url", "publish_date"),
        ("media_name", "publish_date", "indexed_date"),
        ("stories_id", "media_name", "publish_date"),
        ("stories_id", "media_id", "publish_date"),
    ),
    fields={
        "article_id": ("stories_id", "processed_stories_id", "id"),
        "published": ("publish_date",),
        "title": ("title",),
        "text": ("text", "story_text", "content", "body"),
        "url": ("url",),
        "language": ("language",),
        "outlet": ("media_name",),
    },
    site=("media_url", "url"),
    no_text="Media Cloud lists addresses and titles only",
)
