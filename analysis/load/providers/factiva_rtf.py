"""Exports of Factiva in RTF (.rtf), with field codes and without."""

from collections.abc import Sequence
from typing import ClassVar

from analysis.load.providers.factiva_layout import (
    Line,
    fields_of_codes,
    fields_of_places,
    words_line,
)
from analysis.load.providers.factiva_words import CODES, document_id, hits_said, said_of_hits
from analysis.load.providers.page import Page
from analysis.load.providers.paragraphs import squeeze
from analysis.load.providers.provider import Part, Printed, Provider, Split

__all__ = ["FactivaRtf"]

_COVER = ("Dow Jones Factiva", "Factiva RTF Display Format", "Factiva")
_MIN_CODES = 5  # different ones in an article with indexing


class FactivaRtf(Provider):
    """One RTF file for all articles, each closed by "Document" and its id."""

    name: ClassVar[str] = "factiva_rtf"
    label: ClassVar[str] = "Factiva (RTF)"
    kinds: ClassVar[tuple[str, ...]] = ("rtf",)
    version: ClassVar[str] = "2020-01"
    fixture: ClassVar[str] = "factiva_rtf"

    def recognises(self, page: Page) -> bool:
        """Look for a line with the id of an article, or a cover page, and a number of words."""
        lines = [Line(line) for line in page.lines if line.strip()]
        n_ids = sum(document_id(line.text) is not None for line in lines)
        if n_ids > 1:
            return True
        if not n_ids:
            has_cover = any(line.text.strip() in _COVER for line in lines)
            return has_cover and words_line(lines) is not None
        codes = {line.strip() for line in page.lines} & CODES
        return words_line(lines) is not None or len(codes) >= _MIN_CODES

    def split(self, page: Page) -> Split:
        """Split at the ids; the summary of the search may say how many there are."""
        parts: list[tuple[bool, list[str]]] = []  # whether it is the first, and its lines
        current: list[str] = []
        for line in page.lines:
            current.append(line)
            if document_id(line) is not None:
                parts.append((not parts, current))
                current = []
        said, notes = said_of_hits(hits_said(squeeze(" ".join(current))), len(parts))
        rest = [Line(line) for line in current if line.strip()]
        missing = "the last one has no end" if words_line(rest) is not None else ""
        return Split(parts, said, missing, notes)

    def read(self, part: Part) -> Printed:
        """Read fields by their codes if there are any, else by their places."""
        is_first, lines = part
        fields = _coded_fields(lines)
        if len(fields) >= _MIN_CODES:
            return fields_of_codes(fields)
        return fields_of_places(_without_cover(lines) if is_first else list(map(Line, lines)))


def _coded_fields(lines: Sequence[str]) -> dict[str, list[str]]:
    """Return the paragraphs of each field; a line that is a code begins one."""
    fields: dict[str, list[str]] = {}
    code = None
    for line in lines:
        found, rest = _code_of(line)
        if found is not None:
            code = found
            fields.setdefault(code, [])
            if rest:
                fields[code].append(rest)
        elif code is not None and line.strip():
            fields[code].append(line.strip())
    return fields


def _code_of(line: str) -> tuple[str | None, str]:
    """Return the code that a line is or begins with, and the rest of the line."""
    code, _, rest = line.strip().replace("\t", "  ").partition("  ")
    return (code, rest.strip()) if code.strip() in CODES else (None, "")


def _without_cover(lines: Sequence[str]) -> list[Line]:
    """Return the lines of the first article, without what stands above its headline."""
    given = [(place, Line(line)) for place, line in enumerate(lines) if line.strip()]
    words = words_line([line for _, line in given])
    if words is None:
        return [line for _, line in given]
    first = words
    for number in range(words - 1, -1, -1):
        place, line = given[number]
        is_apart = given[number + 1][0] - place > 1 and words - first > 0
        if is_apart or line.text.strip() in _COVER:
            break
        first = number
    return [line for _, line in given[first:]]
