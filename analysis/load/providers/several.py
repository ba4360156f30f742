"""
Refuse a file of no known provider that holds several documents.

In: a text, or a page. Out: an error, or nothing. Merged into one article, they would make one
outlet say what twelve did. Signs are marks such as "Article 3 of 12", closing lines, and labels,
dates, bylines and copyright lines that occur again and again. A page number is none.
"""

import re
from collections import Counter
from collections.abc import Sequence
from typing import Any

from analysis.core.errors import InputError
from analysis.load.providers.days import find_day, starts_with_date
from analysis.load.providers.page import Page
from analysis.load.providers.provider import Provider

__all__ = ["documents_in_text", "validate_single", "validate_single_text"]

_MARK = re.compile(
    r"^\s*(?P<before>(?:Document|Dokument|Documento|Article|Artikel|Item|Record|Result)\s+)?#?\s*"
    r"(?P<number>\d{1,6})\s+(?:of|von|de|sur|van|di|/)\s+(?P<total>\d{1,6})"
    r"(?P<after>\s+(?:documents?|dokumenten?|articles?|artikeln?|results?|items?|records?))?\s*$",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"^\s*(headline|title|titel|titre|byline|author|autor|auteur|source|quelle|publication|"
    r"publication title|newspaper|journal|date|datum|publication date|published|length|"
    r"länge|longueur|word count|words|load-date|section|rubrik|url|link|copyright|language|sprache|"
    r"langue|body|text|full text|volltext|texte intégral|document id|accession number|an|dateline)"
    r"\s*:",
    re.IGNORECASE,
)
_END = re.compile(
    r"^\s*(?:end of (?:document|article|story)|ende des (?:dokuments|artikels)|"
    r"fin (?:du document|de l.article)|-+\s*(?:end|ende|fin)\s*-+)\s*$",
    re.IGNORECASE,
)
_COPYRIGHT = re.compile(
    r"^\s*(?:copyright|©|\(c\))[^.]{0,20}\b(?:19|20)\d\d\b.{0,80}$", re.IGNORECASE
)
_BYLINE = re.compile(r"^\s*(?:By|BY|Von|VON|Par|PAR)\s+[A-ZÀ-Ý][^.:;!?]{3,60}$")
_MAX_DATE_LINE = 60  # characters
_SIGNS = ((3, 2), (2, 3))
"""How often as many different kinds of line must occur: two kinds three times, or three twice."""

_MIN_ENDS = 2
_TAG = re.compile(r"<[^>]{0,300}>")
_MIN_WORDS = 60  # of an element that is an article


def documents_in_text(text: str) -> int:
    """
    Return how many documents a text seems to hold: 1 unless there are signs of more.

    Examples
    --------
    >>> documents_in_text("Twelve people died." * 20)
    1
    >>> documents_in_text("Article 1 of 3\\n\\nFloods\\n\\nArticle 2 of 3\\n\\nFires\\n")
    2
    """
    lines = text.splitlines()
    n_marked = _marked(lines)
    if n_marked > 1:
        return n_marked
    kinds = Counter(kind for kind in map(_kind_of, lines) if kind)
    counts = sorted(kinds.values(), reverse=True)
    for n_times, n_kinds in _SIGNS:
        if len(counts) >= n_kinds and counts[n_kinds - 1] >= n_times:
            return counts[n_kinds - 1]
    return 1


def _marked(lines: Sequence[str]) -> int:
    """Return how many documents marks or closing lines tell apart; 1 if there are none."""
    numbers = set()
    for mark in map(_MARK.match, lines):
        # a bare "2 of 3" is the number of a page
        if mark is not None and (mark["before"] or mark["after"]):
            numbers.add(mark["number"])
    n_ends = sum(_END.match(line) is not None for line in lines)
    return max(len(numbers), n_ends if n_ends >= _MIN_ENDS else 1, 1)


def _kind_of(line: str) -> str | None:
    """Return what a line is that stands in the head or at the foot of an article, once in each."""
    label = _LABEL.match(line)
    if label is not None:
        return label[1].casefold()
    if _COPYRIGHT.match(line):
        return "rights"
    if _BYLINE.match(line):
        return "by"
    is_date = len(line.strip()) <= _MAX_DATE_LINE and starts_with_date(line)
    return "day" if is_date and find_day(line) is not None else None


def validate_single_text(text: str, name: str) -> None:
    """
    Raise InputError if a text seems to hold several documents.

    Parameters
    ----------
    text : str
    name : str
        Name of the file, for the message.
    """
    n_documents = documents_in_text(text)
    if n_documents > 1:
        raise InputError(refusal(name, n_documents))


def validate_single(page: Page) -> None:
    """
    Raise InputError if a file of no known provider seems to hold several documents.

    Parameters
    ----------
    page : Page
    """
    if page.kind == "html":
        n_documents = _articles_in(page)
        if n_documents > 1:
            raise InputError(refusal(page.name, n_documents))
        return
    validate_single_text(page.text, page.name)


def refusal(name: str, n_documents: int) -> str:
    """Return the message for a file with several documents."""
    labels = ", ".join(dict.fromkeys(Provider.labels))
    return (
        f"{name} looks like {n_documents} documents, and none of the known providers made it. "
        f"Known are {labels}. Export it in one of these forms, or save each document as a file "
        "of its own, or all as rows of a CSV file"
    )


def _articles_in(page: Page) -> int:
    """Return how many full articles a page holds side by side, or marks tell apart."""
    if page.text.lower().count("<article") < 2:
        return _marked(_TAG.sub("\n", page.text).splitlines())
    found = [element for element in page.tree.iter("article") if _is_full(element)]
    outer = [element for element in found if not any(up in found for up in element.iterancestors())]
    return len(outer)


def _is_full(element: Any) -> bool:
    """Return whether an element is an article with a heading and a text, and no comment on one."""
    if "comment" in (element.get("class") or "").lower():
        return False
    has_heading = any(True for _ in element.iter("h1", "h2", "h3", "header"))
    words = 0
    for paragraph in element.iter("p"):
        words += len(" ".join(paragraph.itertext()).split())
    return has_heading and words >= _MIN_WORDS
