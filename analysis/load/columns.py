"""
Which column of an input is which of ours.

In: the column names of an input, and what the user said. Out: our names to theirs, and which of these were guessed.
The names are those that exports of LexisNexis, Factiva, Media Cloud, GDELT and NewsAPI, and sets on Kaggle, give
their columns. Cells are not looked at.
"""

import re

from analysis.core.errors import InputError, unknown_value_message

__all__ = ["ALIASES", "choose_columns"]

# best guess first; compared in lower case, everything but letters and digits as "_"
ALIASES = {
    "article_id": (
        "article_id",
        "articleid",
        "id",
        "story_id",
        "stories_id",
        "document_id",
        "doc_id",
        "docid",
        "accession_number",
        "an",
        "uri",
        "gkgrecordid",
        "uuid",
        "guid",
    ),
    "outlet": (
        "outlet",
        "source",
        "source_name",
        "publication",
        "publication_name",
        "publication_title",
        "pubtitle",
        "source_domain",
        "publisher",
        "newspaper",
        "media_name",
        "media_outlet",
        "news_outlet",
        "news_source",
        "sourcecommonname",
        "sn",
        "journal",
        "site_name",
        "site",
        "domain",
    ),
    "published": (
        "published",
        "date",
        "published_at",
        "publishedat",
        "publish_date",
        "published_date",
        "publication_date",
        "publicationdate",
        "date_published",
        "pub_date",
        "pubdate",
        "pd",
        "date_publish",
        "first_publication_date",
        "load_date",
        "seendate",
        "datetime",
        "timestamp",
        "created_at",
        "time",
    ),
    "title": ("title", "headline", "hd", "article_title", "story_title", "header", "heading"),
    "text": (
        "text",
        "body",
        "content",
        "article_text",
        "article_content",
        "article_body",
        "full_text",
        "fulltext",
        "maintext",
        "body_text",
        "story_text",
        "article",
        "story",
        "td",
        "news",
        "transcript",
    ),
    "url": (
        "url",
        "link",
        "web_url",
        "article_url",
        "href",
        "permalink",
        "documentidentifier",
        "address",
    ),
    "author": ("author", "authors", "byline", "by", "creator", "journalist", "writer"),
    "place": ("place", "location", "dateline", "city", "region", "geography", "country"),
    "language": ("language", "lang", "la", "story_lang"),
    "event_id": ("event_id", "eventid", "event", "cluster_id"),
}
_REQUIRED = ("outlet", "text")


def choose_columns(found, name, columns=None, required=_REQUIRED):
    """
    Decide which input column is which of ours.

    Parameters
    ----------
    found : sequence of str
        The input's column names.
    name : str
        The input's name, for messages.
    columns : dict, optional
        Ours to theirs, as the user says; wins over any guess.
    required : sequence of str
        Ours that must be there.

    Returns
    -------
    mapping : dict
        Ours to theirs, for those that there are.
    guesses : dict
        The part of ``mapping`` that neither the user said nor the names make plain.

    Raises
    ------
    InputError
        If the user names a column that is not ours or not in the input, or a required one is not found.

    Examples
    --------
    >>> choose_columns(["Headline", "Body", "source"], "news.csv")[1]
    {'outlet': 'source', 'title': 'Headline', 'text': 'Body'}
    """
    said = dict(columns or {})
    for ours, theirs in said.items():
        if ours not in ALIASES:
            raise InputError(
                unknown_value_message(
                    "column",
                    ours,
                    ALIASES,
                    "Write --columns OURS=THEIRS, as in --columns outlet=source.",
                )
            )
        if theirs not in found:
            raise InputError(
                f"{name}: "
                + unknown_value_message(
                    "column", theirs, found, "These are the columns of the file."
                )
            )
    guesses = _guess([c for c in found if c not in said.values()], set(said))
    missing = [c for c in required if c not in said and c not in guesses]
    if missing:
        raise InputError(_missing_message(missing, found, name))
    return said | guesses, {ours: theirs for ours, theirs in guesses.items() if ours != theirs}


def _guess(found, taken):
    theirs = {}
    for column in found:
        theirs.setdefault(re.sub(r"[^a-z0-9]+", "_", column.lower()).strip("_"), column)
    guesses, used = {}, set()
    for ours, aliases in ALIASES.items():
        hit = next((theirs[a] for a in aliases if a in theirs and theirs[a] not in used), None)
        if ours not in taken and hit is not None:
            guesses[ours] = hit
            used.add(hit)
    return guesses


def _missing_message(missing, found, name):
    lines = [
        f"{name} has no column for {' and '.join(missing)}. Found: {', '.join(found) or 'none'}."
    ]
    lines += [f"Names read as {m}: {', '.join(ALIASES[m])}." for m in missing]
    return " ".join(lines) + f" Say which it is with --columns {missing[0]}=NAME."
