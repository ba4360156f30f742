"""Exports of Europresse (Cision) as a web page (.html)."""

import re
from collections.abc import Sequence
from datetime import date
from typing import Any, ClassVar

from analysis.load.providers.days import find_day
from analysis.load.providers.page import Page
from analysis.load.providers.paragraphs import said_words, squeeze
from analysis.load.providers.provider import Part, Printed, Provider, Split

__all__ = ["EuropresseHtml"]

_SIGN = re.compile(
    r"""class=["'][^"']*\b(?:rdp__DocPublicationName|DocPublicationName|publiC-lblNodoc|"""
    r"""titreArticleVisu)\b"""
)
_SAID = re.compile(
    r"(?:^|\s)(\d[\d\u00a0\u202f ]*)\s*(?:documents?|articles?)\b|"
    r"\b(?:documents?|articles?)\s*:?\s*\(?\s*(\d+)\s*\)?\s*$",
    re.IGNORECASE,
)
_MAX_SAID_LINE = 60  # characters
_END = re.compile(r"</html\s*>", re.IGNORECASE)
_ISSUE = re.compile(r",\s+(?:n[o°º]\.?|vol\.?|hors-série)\s*\d.*$", re.IGNORECASE)
_BY = re.compile(r"^(?:par|by|von)\s+", re.IGNORECASE)
_NUMBER = re.compile(r"(?<!\d)((?:19|20)\d{6})(?!\d)")
_OUTLETS = ("DocPublicationName", "rdp__DocPublicationName")
_TITLES = ("titreArticleVisu", "titreArticle", "rdp__articletitle", "grandTitre")
_AUTHORS = ("docAuthors", "sm-margin-bottomNews")
_BODIES = ("docOcurrContainer", "DocText", "doc-content")
_NOT_TEXT = {"script", "style", "footer", "aside", "nav", "img", "figure"}
_NOT_TEXT_CLASSES = ("apd-wrapper", "publiC-lblNodoc", "icon-logo", "rdp__public-certificate")
_PARAGRAPHS = {"p", "div", "h1", "h2", "h3", "h4", "li", "td", "blockquote"}
_BREAKS = {*_PARAGRAPHS, "br"}


class EuropresseHtml(Provider):
    """Every document in an ``article``, with its head in ``header``."""

    name: ClassVar[str] = "europresse_html"
    label: ClassVar[str] = "Europresse (HTML)"
    kinds: ClassVar[tuple[str, ...]] = ("html", "text")
    version: ClassVar[str] = "2023-06"
    fixture: ClassVar[str] = "europresse_html"

    def recognises(self, page: Page) -> bool:
        """Look for the classes of source, title and number of a document."""
        return len(set(_SIGN.findall(page.text))) > 0 and "<article" in page.text.lower()

    def split(self, page: Page) -> Split:
        """Return the ``article`` elements that name a source or have a title."""
        found = []
        for element in page.tree.iter("article"):
            if _first(element, _OUTLETS) is not None or _first(element, _TITLES) is not None:
                found.append(element)
        missing = ""
        if "<html" in page.text[:4096].lower() and not _END.search(page.text):
            missing = "the page has no end"
        return Split(found, _said(page.tree), missing)

    def read(self, part: Part) -> Printed:
        """Read each field from the element of its class."""
        head = _text(_first(part, ("DocHeader",)))
        number = _text(_first(part, ("publiC-lblNodoc",)))
        author = _text(_first(part, _AUTHORS))
        return Printed(
            title=_text(_first(part, _TITLES)) or None,
            outlet=_outlet(part),
            day=_day(head, number),
            author=_BY.sub("", author) or None,
            url=_address(part),
            paragraphs=_body(part),
            n_words=said_words(head),
            key=number.replace("·", "-").replace("×", "x") or None,
        )


def _first(element: Any, classes: Sequence[str]) -> Any:
    """Return the first element inside another that has a class; the best class first."""
    for name in classes:
        for inside in element.iter():
            if isinstance(inside.tag, str) and name in (inside.get("class") or "").split():
                return inside
    return None


def _text(element: Any) -> str:
    """Return the text of an element; "" if there is none."""
    return "" if element is None else squeeze(" ".join(element.itertext()))


def _said(tree: Any) -> int | None:
    """Return the number of documents that a line outside the articles says, if one does."""
    for element in tree.iter("p", "div", "span", "h1", "h2", "td", "li"):
        is_inside = any(parent.tag in ("article", "header") for parent in element.iterancestors())
        line = squeeze(element.text or "")
        if is_inside or not line or len(line) > _MAX_SAID_LINE:
            continue
        match = _SAID.search(line)
        if match is not None:
            return int(re.sub(r"\D", "", match[1] or match[2]))
    return None


def _outlet(article: Any) -> str | None:
    """Return the name of the source, without the number of the issue."""
    element = _first(article, _OUTLETS)
    if element is None:
        return None
    for piece in element.itertext():
        if piece.strip():
            return _ISSUE.sub("", squeeze(piece)).rstrip(" ,") or None
    return None


def _day(head: str, number: str) -> str | None:
    """Return the line with the date, or the day in the number of the document."""
    if find_day(head) is not None:
        return head
    match = _NUMBER.search(number)
    if match is not None:
        try:
            return date.fromisoformat(match[1]).isoformat()
        except ValueError:
            pass
    return head or None


def _address(article: Any) -> str | None:
    """Return the address of an article that was published on the web."""
    for link in article.iter("a"):
        address = link.get("href") or ""
        if address.startswith("http") and "europresse" not in address and "cision" not in address:
            return address
    return None


def _body(article: Any) -> list[str]:
    """Return the paragraphs of the text."""
    container = _first(article, _BODIES)
    if container is None:
        sections = [child for child in article if child.tag in ("section", "div")]
        container = sections[0] if sections else article
    paragraphs: list[str] = []
    _collect(container, paragraphs)
    return [text for text in map(squeeze, paragraphs) if text]


def _collect(element: Any, paragraphs: list[str]) -> None:
    """Add the text of an element to a list of paragraphs, a new one for each block."""
    paragraphs.append(element.text or "")
    for child in element:
        is_text = isinstance(child.tag, str) and child.tag not in {*_NOT_TEXT, "header"}
        names = (child.get("class") or "").split() if is_text else []
        if is_text and not any(name in names for name in _NOT_TEXT_CLASSES):
            if child.tag in _PARAGRAPHS:
                _collect(child, paragraphs)
                paragraphs.append("")
            elif child.tag == "br":
                paragraphs.append("")
            else:
                _collect_inline(child, paragraphs)
        paragraphs[-1] += child.tail or ""


def _collect_inline(element: Any, paragraphs: list[str]) -> None:
    """Add the text of an element that is part of a paragraph, and of the blocks inside it."""
    if any(inside.tag in _BREAKS for inside in element.iter() if isinstance(inside.tag, str)):
        _collect(element, paragraphs)
        return
    paragraphs[-1] += "".join(element.itertext())
