"""
Find which column of an input is which of ours.

In: the column names of an input, and what the user said about them. Out: our names to theirs, and
which of these were guessed. The names that are recognised are those in exports of LexisNexis,
Factiva, Media Cloud, GDELT and NewsAPI, and in data sets on Kaggle. Cells are not looked at.
"""

import re
from collections.abc import Iterable, Mapping, Sequence

from analysis.core.errors import InputError, unknown_value_message
from analysis.core.plurals import noun_for

__all__ = ["ALIASES", "candidates", "choose_columns", "normalise"]

# best guess first; compared in lower case, with every run of other characters as one "_"
ALIASES: dict[str, tuple[str, ...]] = {
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
    "story_id": ("story_id", "storyid"),
}
_REQUIRED = ("outlet", "text")
_ONLY_ALONE = ("time", "timestamp", "created_at", "load_date", "site", "domain")
"""Aliases that say something else where another column has a clearer name."""


def choose_columns(
    found: Sequence[str],
    name: str,
    columns: Mapping[str, str] | None = None,
    required: Sequence[str] = _REQUIRED,
) -> tuple[dict[str, str], dict[str, str]]:
    """
    Decide which column of an input is which of ours.

    Parameters
    ----------
    found : sequence of str
        The input's column names.
    name : str
        The input's name, for messages.
    columns : dict, optional
        Our names to the input's, as given by the user; these win over any guess.
    required : sequence of str
        Our columns that the input must have.

    Returns
    -------
    mapping : dict
        Our names to the input's, for the columns that were found.
    guesses : dict
        The part of ``mapping`` that was guessed: not given by the user, and under another name.

    Raises
    ------
    InputError
        If the user names a column that is not ours or not in the input, or a required column is
        not found.

    Examples
    --------
    >>> choose_columns(["Headline", "Body", "source"], "news.csv")[1]
    {'outlet': 'source', 'title': 'Headline', 'text': 'Body'}
    """
    given = dict(columns or {})
    _validate_given(given, found, name)
    free_columns = [column for column in found if column not in given.values()]
    guessed = _guess(free_columns, given)
    missing = [ours for ours in required if ours not in given and ours not in guessed]
    if missing:
        raise InputError(_missing_message(missing, found, name))
    guesses = {ours: theirs for ours, theirs in guessed.items() if ours != theirs}
    return given | guessed, guesses


def _validate_given(given: Mapping[str, str], found: Sequence[str], name: str) -> None:
    """Check that the user names a column of ours and one of the input."""
    for ours, theirs in given.items():
        if ours not in ALIASES:
            hint = "Write --columns OURS=THEIRS, as in --columns outlet=source."
            raise InputError(unknown_value_message("column", ours, ALIASES, hint))
        if theirs not in found:
            hint = "These are the columns of the file."
            raise InputError(f"{name}: {unknown_value_message('column', theirs, found, hint)}")


def _guess(found: Iterable[str], given: Mapping[str, str]) -> dict[str, str]:
    """Return our names to the input's, by the aliases; no column is used twice."""
    by_alias: dict[str, str] = {}
    for column in found:
        by_alias.setdefault(normalise(column), column)
    guessed: dict[str, str] = {}
    for ours, aliases in ALIASES.items():
        if ours in given:
            continue
        for alias in aliases:
            column = by_alias.get(alias)
            if column is not None and column not in guessed.values():
                guessed[ours] = column
                break
    return guessed


def candidates(found: Sequence[str], ours: str) -> list[str]:
    """
    Return the columns of an input that could be one of ours, the best guess first.

    Parameters
    ----------
    found : sequence of str
        The input's column names.
    ours : str
        One of our column names.

    Examples
    --------
    >>> candidates(["publisher", "Source", "domain"], "outlet")
    ['Source', 'publisher']
    """
    by_alias: dict[str, str] = {}
    for column in found:
        by_alias.setdefault(normalise(column), column)
    if ours in by_alias:
        return [by_alias[ours]]  # it bears our own name
    aliases = [alias for alias in ALIASES[ours] if alias in by_alias]
    clear = [alias for alias in aliases if alias not in _ONLY_ALONE]
    return [by_alias[alias] for alias in clear or aliases]


def normalise(column: str) -> str:
    """Return a column name in the form of the aliases."""
    return re.sub(r"[^a-z0-9]+", "_", column.lower()).strip("_")


def _missing_message(missing: Sequence[str], found: Sequence[str], name: str) -> str:
    """Return the message for required columns that were not found."""
    sentences = [
        f"{name} has no column for {' and '.join(missing)}. Found: {', '.join(found) or 'none'}."
    ]
    for ours in missing:
        sentences.append(f"Names recognised as {ours}: {', '.join(ALIASES[ours])}.")
    named = ",".join(f"{ours}=NAME" for ours in missing)
    sentences.append(
        f"Name {noun_for(len(missing), 'the column')} with --columns {named} "
        "(report, extract, batch); other commands read the folder of tables that extract wrote."
    )
    return " ".join(sentences)
