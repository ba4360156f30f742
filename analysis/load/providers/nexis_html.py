"""Exports of Nexis before 2018 as a web page (.html)."""

import re
from typing import Any, ClassVar

from analysis.load.providers.nexis_old_layout import (
    Block,
    Mark,
    are_put_together,
    mark_of,
    read_blocks,
    said_by_marks,
    said_by_request,
)
from analysis.load.providers.page import Page
from analysis.load.providers.provider import Part, Printed, Provider, Split

__all__ = ["NexisHtml"]

_DOCUMENT = re.compile(r"<DOCFULL>", re.IGNORECASE)
_DOCUMENT_END = re.compile(r"</DOCFULL>", re.IGNORECASE)
_SAID = re.compile(r"<META\s+TOPIC=[^>]*\bDOCUMENTS=[\"']?(\d+)", re.IGNORECASE)
_COMMENT_END = re.compile(r"^\s*-->")
_BLOCKS = {"p", "h1", "h2", "h3", "li", "tr", "pre"}


class NexisHtml(Provider):
    """Documents between comments ``<DOCFULL>`` and ``</DOCFULL>``."""

    name: ClassVar[str] = "nexis_html"
    label: ClassVar[str] = "Nexis before 2018 (HTML)"
    kinds: ClassVar[tuple[str, ...]] = ("html", "text")
    version: ClassVar[str] = "2016-10"
    fixture: ClassVar[str] = "nexis_html"

    def recognises(self, page: Page) -> bool:
        """Look for the comment ``<DOCFULL>``, or for the head of such a page."""
        return _DOCUMENT.search(page.text) is not None or _SAID.search(page.text) is not None

    def split(self, page: Page) -> Split:
        """Split at the comments; the head of the page or the marks say how many there are."""
        cover, *rest = _DOCUMENT.split(page.text)
        parts = []
        marks: list[Mark] = []
        for source in rest:
            blocks = _blocks_of(_DOCUMENT_END.split(source)[0])
            mark = mark_of(blocks[0].lines[0]) if blocks else None
            if mark is not None:
                marks.append(mark)
                blocks = blocks[1:]
            parts.append(blocks)
        said = _SAID.search(cover)
        said_by_mark, notes = said_by_marks(marks)
        cover_lines = [line for block in _blocks_of(cover) for line in block.lines]
        request = said_by_request("\n".join(cover_lines))
        n_said = request or (int(said[1]) if said else said_by_mark)
        if are_put_together(marks):
            n_said = said_by_mark
        if n_said != len(parts) and marks and marks[0].number > 1:
            n_said = said_by_mark  # one of several files
        is_whole = not rest or _DOCUMENT_END.search(rest[-1]) is not None
        missing = "" if is_whole else "the last one has no end"
        return Split(parts, n_said, missing, notes)

    def read(self, part: Part) -> Printed:
        """Read source, date and title by their places, then labels and text."""
        return read_blocks(part)


def _blocks_of(source: str) -> list[Block]:
    """Return the paragraphs of a piece of a page, with the lines of each."""
    from lxml import etree, html  # pyright: ignore[reportAttributeAccessIssue]

    source = _COMMENT_END.sub("", source)
    if not source.strip():
        return []
    parser = html.HTMLParser(encoding="utf-8")
    try:
        tree = html.fragment_fromstring(
            source.encode("utf-8", "replace"), create_parent=True, parser=parser
        )
    except (etree.ParserError, ValueError):
        return []
    return [Block(lines) for lines in _paragraphs(tree) if lines]


def _paragraphs(tree: Any) -> list[list[str]]:
    """Return the lines of each paragraph, broken at ``<BR>``."""
    paragraphs = []
    for element in tree.iter():
        if isinstance(element.tag, str) and element.tag in _BLOCKS:
            lines = [" ".join(line.split()) for line in "".join(_in_order(element)).split("\n")]
            paragraphs.append([line for line in lines if line])
    return paragraphs


def _in_order(element: Any) -> list[str]:
    """Return the text of an element in the order of reading, line breaks as such."""
    pieces = [_one_line(element.text)]
    for child in element:
        if isinstance(child.tag, str):
            if child.tag == "br":
                pieces.append("\n")
            pieces += _in_order(child)
        pieces.append(_one_line(child.tail))
    return pieces


def _one_line(text: str | None) -> str:
    """Return a text without line ends, which mean nothing in a page."""
    return re.sub(r"[\r\n]+", " ", text or "")
