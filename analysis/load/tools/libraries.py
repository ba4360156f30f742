"""
Programs that keep collections of articles: text analysis, R packages, reference managers.

In: nothing. Out: one ``Tool`` each. An abstract is no text of an article.
"""

from analysis.load.tools.tool import Tool
from analysis.load.tools.values import csl_day, csl_names, names

__all__ = [
    "AMCAT",
    "CSL_JSON",
    "LEXISNEXISTOOLS",
    "LEXISNEXISTOOLS_PARAGRAPHS",
    "NEWSPAPERS_R",
    "PROQUEST_SHEET",
    "ZOTERO_CSV",
]

_ATTACHMENTS = (
    "Zotero exports what it knows about an article, and an abstract is no text. Export the "
    "snapshots with it (Export Items, Export Files) and give the folder of pages and PDFs"
)

AMCAT = Tool(
    name="amcat",
    label="AmCAT",
    version="2026-11",
    signs=(
        ("medium", "headline", "text", "date"),
        ("_id", "date", "title", "text"),
    ),
    fields={
        "article_id": ("_id", "id", "uuid"),
        "published": ("date",),
        "title": ("headline", "title"),
        "text": ("text",),
        "url": ("url",),
        "author": ("author", "byline"),
        "language": ("language", "lang"),
        "outlet": ("medium", "publisher", "outlet", "source"),
    },
    site=("url",),
    items=("results",),
    forms={"author": names},
)

LEXISNEXISTOOLS = Tool(
    name="lexisnexistools",
    label="LexisNexisTools (R)",
    version="2026-11",
    signs=(
        ("source_file", "newspaper", "headline"),
        ("newspaper", "headline", "article", "date"),
    ),
    fields={
        "article_id": ("id",),
        "published": ("date",),
        "title": ("headline",),
        "text": ("article",),
        "author": ("author",),
        "outlet": ("newspaper",),
    },
    no_text='The table "meta" has no texts; write lnt_convert(x, to = "data.frame") with the '
    "articles",
)

LEXISNEXISTOOLS_PARAGRAPHS = Tool(
    name="lexisnexistools",
    label="LexisNexisTools (R)",
    version="2026-11",
    signs=(("art_id", "par_id", "paragraph"),),
    refused="It has a paragraph in each row, not an article. Write "
    'lnt_convert(x, to = "data.frame", what = "Articles")',
)

NEWSPAPERS_R = Tool(
    name="newspapers_r",
    label="newspapers (R)",
    version="2026-11",
    signs=(("pub", "date", "head", "body"), ("source", "date", "head", "body")),
    fields={
        "published": ("date",),
        "title": ("head",),
        "text": ("body",),
        "author": ("byline",),
        "outlet": ("pub", "source"),
    },
)

PROQUEST_SHEET = Tool(
    name="proquest_sheet",
    label="a ProQuest spreadsheet",
    version="2026-11",
    signs=(
        ("pubtitle", "pubdate", "title"),
        ("pubtitle", "storeid"),
        ("pubtitle", "documenturl"),
    ),
    fields={
        "article_id": ("storeid",),
        "published": ("pubdate", "alphadate"),
        "title": ("title",),
        "text": ("full_text", "fulltext", "text"),
        "url": ("documenturl", "url"),
        "author": ("authors", "author"),
        "language": ("language",),
        "place": ("placeofpublication",),
        "outlet": ("pubtitle",),
    },
    forms={"author": names},
    no_text="Its abstracts are no texts. Save the documents again as Text only, with Full text",
)

ZOTERO_CSV = Tool(
    name="zotero_csv",
    label="Zotero (CSV)",
    version="2026-11",
    signs=(("item_type", "publication_title", "abstract_note"),),
    fields={
        "article_id": ("key",),
        "published": ("date",),
        "title": ("title",),
        "text": ("text", "full_text"),
        "url": ("url",),
        "author": ("author",),
        "language": ("language",),
        "place": ("place",),
        "outlet": ("publication_title",),
    },
    site=("url",),
    no_text=_ATTACHMENTS,
)

CSL_JSON = Tool(
    name="csl_json",
    label="CSL-JSON (Zotero)",
    version="2026-11",
    signs=(("type", "title", "container-title"), ("type", "title", "issued.date-parts")),
    fields={
        "article_id": ("id",),
        "published": ("issued.date-parts",),
        "title": ("title",),
        "text": ("text", "full_text"),
        "url": ("URL",),
        "author": ("author",),
        "language": ("language",),
        "outlet": ("container-title",),
    },
    site=("URL",),
    items=("items",),
    forms={"author": csl_names, "published": csl_day},
    no_text=_ATTACHMENTS,
)
