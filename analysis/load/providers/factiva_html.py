"""Exports of Factiva as a web page (.html): short, full, and with indexing."""

import re
from collections.abc import Iterator
from typing import Any, ClassVar

from analysis.load.providers.factiva_layout import Line, fields_of_codes, fields_of_places
from analysis.load.providers.factiva_words import CODES, hits_said, said_of_hits
from analysis.load.providers.page import Page
from analysis.load.providers.paragraphs import squeeze
from analysis.load.providers.provider import Part, Printed, Provider, Split

__all__ = ["FactivaHtml"]

_SIGN = re.compile(r"""class=["'][^"']*\b(?:[a-z]{2,4}Article|[a-z]{2,4}articleParagraph)\b""")
_ARTICLE = re.compile(r"\b[a-z]{2,4}Article\b")
_HEADLINE = re.compile(r"\b[a-z]{2,4}Headline\b|\bprintheadline\b", re.IGNORECASE)
_CODE_CELL = "index"
_END = re.compile(r"</html\s*>", re.IGNORECASE)
_BLOCKS = {"p", "div", "h1", "h2", "h3", "h4", "li", "td", "pre"}


class FactivaHtml(Provider):
    """Every article in a ``div`` of class ``enArticle``, or of another language."""

    name: ClassVar[str] = "factiva_html"
    label: ClassVar[str] = "Factiva (HTML)"
    kinds: ClassVar[tuple[str, ...]] = ("html", "text")
    version: ClassVar[str] = "2020-01"
    fixture: ClassVar[str] = "factiva_html"

    def recognises(self, page: Page) -> bool:
        """Look for the classes of articles and their paragraphs."""
        return _SIGN.search(page.text) is not None

    def split(self, page: Page) -> Split:
        """Return the elements of articles; the summary of the search may say how many."""
        found = []
        for element in page.tree.iter("div"):
            if _ARTICLE.search(element.get("class") or "") and not _is_inside(element):
                found.append(element)
        n_started = len(re.findall(r"<div[^>]*\bid=[\"']article-", page.text))
        said, notes = said_of_hits(_summary(page.tree), len(found))
        missing = ""
        if n_started > len(found):
            missing = f"{n_started - len(found)} of them are empty"
        elif "<html" in page.text[:4096].lower() and not _END.search(page.text):
            missing = "the page has no end"
        return Split(found, said, missing, notes)

    def read(self, part: Part) -> Printed:
        """Read fields by their codes if there are any, else by their places."""
        fields = _coded_fields(part)
        if fields:
            return fields_of_codes(fields)
        return fields_of_places(list(_lines(part)))


def _is_inside(element: Any) -> bool:
    """Return whether an element is inside an article."""
    return any(_ARTICLE.search(parent.get("class") or "") for parent in element.iterancestors())


def _summary(tree: Any) -> int | None:
    """Return the number of results that the summary of the search says, outside articles."""
    for row in tree.iter("tr"):
        said = hits_said(squeeze(" ".join(row.itertext())))
        if said is not None and not row.findall(".//tr"):
            return said
    return None


def _coded_fields(article: Any) -> dict[str, list[str]]:
    """Return the paragraphs of each field by its code; empty if the article has no codes."""
    fields: dict[str, list[str]] = {}
    for row in article.iter("tr"):
        cells = row.findall("td")
        if len(cells) < 2 or _CODE_CELL not in (cells[0].get("class") or ""):
            continue
        code = squeeze("".join(cells[0].itertext()))
        if code in CODES:
            texts = [line.text for line in _lines(cells[1])]
            fields.setdefault(code, []).extend(texts)
    return fields


def _lines(element: Any, role: str = "") -> Iterator[Line]:
    """Yield the innermost blocks of an element that have text, each as one line."""
    role = _role_of(element) or role
    pieces = [element.text or ""]
    for child in element:
        if not isinstance(child.tag, str):
            pieces.append(child.tail or "")
            continue
        if child.tag in _BLOCKS or child.tag in ("table", "tbody", "tr", "ul", "ol"):
            yield from _line(pieces, role)
            pieces = []
            yield from _lines(child, role)
        elif _role_of(child) == "headline":
            yield from _line(pieces, role)
            pieces = []
            yield from _line(list(child.itertext()), "headline")
        elif child.tag == "br":
            yield from _line(pieces, role)
            pieces = []
        else:
            pieces.append("".join(child.itertext()))
        pieces.append(child.tail or "")
    yield from _line(pieces, role)


def _line(pieces: list[str], role: str) -> Iterator[Line]:
    """Yield a line if it has text."""
    text = squeeze("".join(pieces))
    if text:
        yield Line(text, role)


def _role_of(element: Any) -> str:
    """Return what the class of an element says of it."""
    names = element.get("class") or ""
    if "articleParagraph" in names:
        return "text"
    if _HEADLINE.search(names) or element.get("id") == "hd":
        return "headline"
    return "author" if "author" in names.split() else ""
