"""
Refuse a file of no known provider that holds several documents.

In: a text, or a page. Out: an error, or nothing. Merged into one article, they would make one
outlet say what twelve did. Signs are marks such as "3 of 12", and labels or closing lines that
occur again and again.
"""

import re
from collections import Counter
from typing import Any

from analysis.core.errors import InputError
from analysis.load.providers.page import Page

__all__ = ["documents_in_text", "validate_single", "validate_single_text"]

_MARK = re.compile(
    r"^\s*(?:(?:Document|Dokument|Documento|Article|Artikel|Item|Record|Result)\s+)?#?\s*"
    r"(?P<number>\d{1,6})\s+(?:of|von|de|sur|van|di|/)\s+(?P<total>\d{1,6})"
    r"(?:\s+(?:documents?|dokumenten?|articles?|artikeln?|results?|items?|records?))?\s*$",
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
_MIN_LABELS = 3  # times that a label occurs
_MIN_KINDS = 2  # different labels that do
_MIN_ENDS = 2
_MIN_COPYRIGHTS = 4
_MIN_WORDS = 60  # of an element that is an article


def documents_in_text(text: str) -> int:
    """
    Return how many documents a text seems to hold: 1 unless there are signs of more.

    Examples
    --------
    >>> documents_in_text("Twelve people died." * 20)
    1
    >>> documents_in_text("1 of 3\\n\\nFloods\\n\\n2 of 3\\n\\nFires\\n\\n3 of 3\\n\\nStorms\\n")
    3
    """
    lines = text.splitlines()
    marks = [mark for mark in map(_MARK.match, lines) if mark is not None]
    totals = Counter(mark["total"] for mark in marks)
    if totals:
        total, n_marks = totals.most_common(1)[0]
        numbers = {mark["number"] for mark in marks if mark["total"] == total}
        if n_marks >= 2 and len(numbers) >= 2:
            return len(numbers)
    n_ends = sum(_END.match(line) is not None for line in lines)
    if n_ends >= _MIN_ENDS:
        return n_ends
    n_copyrights = sum(_COPYRIGHT.match(line) is not None for line in lines)
    if n_copyrights >= _MIN_COPYRIGHTS:
        return n_copyrights
    labels = Counter(match[1].casefold() for match in map(_LABEL.match, lines) if match is not None)
    often = sorted((count for count in labels.values() if count >= _MIN_LABELS), reverse=True)
    return often[_MIN_KINDS - 1] if len(often) >= _MIN_KINDS else 1


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
    from analysis.load.providers.registry import PROVIDERS

    labels = ", ".join(provider.label for provider in PROVIDERS)
    return (
        f"{name} looks like {n_documents} documents, and none of the known providers made it. "
        f"Known are {labels}. Export it in one of these forms, or save each document as a file "
        "of its own, or all as rows of a CSV file"
    )


def _articles_in(page: Page) -> int:
    """Return how many full articles a page holds side by side."""
    if page.text.lower().count("<article") < 2:
        return documents_in_text(_text_of(page)) if _has_marks(page.text) else 1
    found = [element for element in page.tree.iter("article") if _is_full(element)]
    outer = [element for element in found if not any(up in found for up in element.iterancestors())]
    return len(outer)


def _has_marks(source: str) -> bool:
    """Return whether the source of a page has marks or closing lines, tags left out."""
    text = re.sub(r"<[^>]{0,300}>", "\n", source)
    return documents_in_text(text) > 1


def _text_of(page: Page) -> str:
    """Return the text of a page, an element a line."""
    from lxml import etree  # pyright: ignore[reportAttributeAccessIssue]

    tree = page.tree
    etree.strip_elements(tree, "script", "style", with_tail=False)
    return "\n".join(tree.itertext())


def _is_full(element: Any) -> bool:
    """Return whether an element is an article with a heading and a text, and no comment on one."""
    if "comment" in (element.get("class") or "").lower():
        return False
    has_heading = any(True for _ in element.iter("h1", "h2", "h3", "header"))
    words = 0
    for paragraph in element.iter("p"):
        words += len(" ".join(paragraph.itertext()).split())
    return has_heading and words >= _MIN_WORDS
