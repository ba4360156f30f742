"""
Where the evidence lies in a report: the address of an article, of a sentence in it, and of a figure's characters.

In: identifiers. Out: addresses relative to the report's folder, so that a row of any table can carry one. They need no
look-up: notebooks write them before the pages are there. The pages themselves are written by ``report_evidence``.
"""

import re
from hashlib import sha256
from urllib.parse import quote

__all__ = [
    "FOLDER",
    "TABLES",
    "add_links",
    "article",
    "article_file",
    "events",
    "figure",
    "fragment",
    "sentence",
]

FOLDER = "evidence"
TABLES = (
    "articles",
    "sentences",
    "figures",
    "attributions",
    "attribution_spans",
    "names",
    "agency",
    "events",
)
"""The tables that the evidence shows."""

_PLAIN = re.compile(r"[a-z0-9][a-z0-9_-]{0,27}")
_DEVICES = re.compile(r"con|prn|aux|nul|com\d|lpt\d")  # names that Windows keeps for itself


def article_file(article_id):
    """
    Give the file name of an article's page, without ending.

    Parameters
    ----------
    article_id : str

    Returns
    -------
    str
        At most 28 small letters, digits, ``-`` and ``_``. An identifier that holds anything else keeps what can be kept
        and gets eight digits of its hash, so that two articles never share a page.

    Examples
    --------
    >>> article_file("fa-kes-0012"), article_file("News/2.txt")
    ('fa-kes-0012', 'news-2-txt-13108631')
    """
    name = str(article_id)
    if _PLAIN.fullmatch(name) and not _DEVICES.fullmatch(name):
        return name
    kept = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")[:19].strip("-") or "a"
    return f"{kept}-{sha256(name.encode('utf8', 'surrogatepass')).hexdigest()[:8]}"


def article(article_id):
    """
    Give the address of an article's page.

    Examples
    --------
    >>> article("fa-kes-0012")
    'evidence/a/fa-kes-0012.html'
    """
    return f"{FOLDER}/a/{article_file(article_id)}.html"


def sentence(article_id, sentence_id):
    """
    Give the address of a sentence.

    Parameters
    ----------
    article_id : str
    sentence_id : int
        As in SENTENCES.

    Returns
    -------
    str

    Examples
    --------
    >>> sentence("fa-kes-0012", 3)
    'evidence/a/fa-kes-0012.html#s3'
    """
    return f"{article(article_id)}#s{int(sentence_id)}"


def figure(article_id, figure_id):
    """
    Give the address of the characters of one figure.

    Examples
    --------
    >>> figure("fa-kes-0012", "fa-kes-0012-f4")
    'evidence/a/fa-kes-0012.html#f-fa-kes-0012-f4'
    """
    return f"{article(article_id)}#f-{fragment(figure_id)}"


def events(event_id):
    """
    Give the address of the list of articles on an event.

    Examples
    --------
    >>> events("sample-flood")
    'evidence/index.html#event=sample-flood'
    """
    return f"{FOLDER}/index.html#event={quote(str(event_id), safe='', errors='replace')}"


def fragment(identifier):
    """
    Give the part of an address that stands for an identifier: letters, digits, ``-``, ``.`` and ``_`` only.

    Examples
    --------
    >>> fragment("f 1")
    'f_20_1'
    """
    return re.sub(r"[^A-Za-z0-9.-]", lambda m: f"_{ord(m[0]):x}_", str(identifier))


def add_links(table):
    """
    Add a column that leads from each row to its sentence.

    Parameters
    ----------
    table : DataFrame
        With ``article_id``; with ``sentence_id`` too, the sentence is meant, else the whole article. Not changed.

    Returns
    -------
    DataFrame
        A new frame with the column ``evidence``; null where the row names no article.

    Raises
    ------
    KeyError
        If there is no column ``article_id``.
    """
    numbers = table["sentence_id"] if "sentence_id" in table else [None] * len(table)
    return table.assign(
        evidence=[_row(a, s) for a, s in zip(table["article_id"], numbers, strict=True)]
    )


def _row(article_id, sentence_id):
    if not isinstance(article_id, str):
        return None
    if sentence_id is None or sentence_id != sentence_id:  # a NaN differs from itself
        return article(article_id)
    return sentence(article_id, sentence_id)
