"""Exports of Nexis before 2018 as plain text (.txt), and as RTF (.rtf, .doc)."""

import re
from collections.abc import Sequence
from typing import ClassVar

from analysis.load.providers.nexis_labels import label_of
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
from analysis.load.providers.paragraphs import blocks_of
from analysis.load.providers.provider import Part, Printed, Provider, Split

__all__ = ["NexisOldRtf", "NexisText"]

_MIN_INDENT = 4  # blanks before every line of a block that is centred
_CLOSING = re.compile(
    r"^\s*(?:LOAD-DATE|UPDATE|LANGUAGE|SPRACHE|LANGUE|PUBLICATION-TYPE|JOURNAL-CODE|GRAPHIC|GRAFIK|"
    r"DATE-CHARGEMENT|DATE DE CHARGEMENT|TYPE-PUBLICATION)\s?:"
)
_COPYRIGHT = re.compile(r"^\s*(?:Copyright|©)", re.IGNORECASE)


class NexisText(Provider):
    """Plain text, lines wrapped, source and date centred."""

    name: ClassVar[str] = "nexis_text"
    label: ClassVar[str] = "Nexis before 2018 (text)"
    kinds: ClassVar[tuple[str, ...]] = ("text",)
    version: ClassVar[str] = "2015-07"
    fixture: ClassVar[str] = "nexis_text"

    def recognises(self, page: Page) -> bool:
        """Look for a line "1 of 10 DOCUMENTS" and a label of Nexis, or for a cover page."""
        if said_by_request(page.text) is not None:
            return True
        has_mark = False
        for line in page.lines:
            has_mark = has_mark or mark_of(line) is not None
            label = label_of(line) if has_mark else None
            if label is not None and label.name in ("length", "load_date", "publication"):
                return True
        return False

    def split(self, page: Page) -> Split:
        """Split at "1 of 10 DOCUMENTS"; the cover page says which of them were exported."""
        parts, marks, cover = _split(page.lines)
        said, notes = said_by_marks(marks)
        said_on_cover = said_by_request(cover)
        if said_on_cover is not None and not are_put_together(marks):
            said = said_on_cover
        return Split(parts, said, _missing(parts, marks), notes)

    def read(self, part: Part) -> Printed:
        """Read source, date and title by their places, then labels and text."""
        blocks = []
        for lines in blocks_of(part):
            is_centred = all(_indent(line) >= _MIN_INDENT for line in lines)
            blocks.append(Block([line.strip() for line in lines], is_centred))
        return read_blocks(blocks)


class NexisOldRtf(NexisText):
    """RTF in the same layout; what is centred is not known."""

    name: ClassVar[str] = "nexis_old_rtf"
    label: ClassVar[str] = "Nexis before 2018 (RTF)"
    kinds: ClassVar[tuple[str, ...]] = ("rtf",)
    fixture: ClassVar[str] = "nexis_old_rtf"

    def read(self, part: Part) -> Printed:
        """Read source, date and title by their places, then labels and text."""
        return read_blocks([Block([line.strip() for line in lines]) for lines in blocks_of(part)])


def _split(lines: Sequence[str]) -> tuple[list[list[str]], list[Mark], str]:
    """Return the lines of each document, the marks, and the text before the first."""
    parts: list[list[str]] = []
    marks = []
    cover = []
    for line in lines:
        mark = mark_of(line)
        if mark is not None:
            marks.append(mark)
            parts.append([])
        elif parts:
            parts[-1].append(line)
        else:
            cover.append(line)
    return parts, marks, "\n".join(cover)


def _missing(parts: Sequence[Sequence[str]], marks: Sequence[Mark]) -> str:
    """Return which numbers are left out, or that the last document has no end."""
    numbers = [mark.number for mark in marks]
    gaps = sorted(set(range(min(numbers, default=1), max(numbers, default=0) + 1)) - set(numbers))
    if gaps:
        return f"missing: {', '.join(map(str, gaps[:10]))}"
    is_closed = [any(map(_closes, part)) for part in parts]
    if len(parts) > 1 and all(is_closed[:-1]) and not is_closed[-1]:
        return "the last one has no end"
    return ""


def _closes(line: str) -> bool:
    """Return whether a line stands after the text of a document."""
    return _CLOSING.match(line) is not None or _COPYRIGHT.match(line) is not None


def _indent(line: str) -> int:
    """Return the number of blanks at the beginning of a line."""
    return len(line) - len(line.lstrip())
