"""
Tell a line that is a row of its own from a line of an article's text, in a CSV or TSV file.

In: the header and the first lines of a file, then its rows as they are read. Out: whether a line
inside an open cell looks like a row: as many cells as the header, written as the rows around it
are, with a date in a column of dates or an outlet that the column has elsewhere. A stray quote
mark opens a cell that runs over such lines; a paragraph of an article hardly ever looks like one.
"""

import csv
import re
from collections import Counter
from collections.abc import Sequence

from analysis.load.columns import choose_columns
from analysis.load.dates import parse_day

__all__ = ["RowShape", "cells_with_literal_quote", "split_line"]

_INSIDE = re.compile(r'(?:[^"]+|"")*')  # what a quoted cell holds up to the mark that closes it
_THOUSANDS = re.compile(r"\d,\d{3}(?!\d)")
_MAX_LABEL = 80  # characters of an outlet's name
_MAX_DATE = 40  # characters
_MAX_LABELS = 10_000  # names that are remembered; more are no help
_MIN_SHARE_OF_DATES = 0.5  # of the cells of a column of dates
_ENDS = ("", "\r", "\n")


def split_line(line: str, delimiter: str) -> list[str]:
    """Return the cells of a line that is read by itself; an open cell ends with the line."""
    return next(csv.reader([line.rstrip("\r\n")], delimiter=delimiter), []) or [""]


def cells_with_literal_quote(line: str, delimiter: str) -> list[str]:
    """Return the cells of a line whose last open quote mark is a character like any other."""
    mark = _open_mark(line, delimiter)
    if mark is None:
        return split_line(line, delimiter)
    before = split_line(line[:mark], delimiter)
    after = split_line(line[mark + 1 :], delimiter)
    return [*before[:-1], '"' + after[0], *after[1:]]


def _open_mark(line: str, delimiter: str) -> int | None:
    """Return the position of a quote mark that opens a cell and is not closed in its line."""
    position = 0
    while True:
        if line.startswith('"', position):
            inside = _INSIDE.match(line, position + 1)
            end = inside.end() if inside else position + 1
            if end == len(line):
                return position
            position = end + 1
        next_delimiter = line.find(delimiter, position)
        if next_delimiter < 0:
            return None
        position = next_delimiter + 1


class RowShape:
    """
    What the rows of one file look like.

    Parameters
    ----------
    header : sequence of str
        Cells of the header, as written. If blanks follow its delimiters, they do in rows.
    delimiter : str
    head : sequence of str
        Lines after the header. Those that are rows of their own say which columns hold dates,
        and which names recur.
    """

    def __init__(self, header: Sequence[str], delimiter: str, head: Sequence[str]) -> None:
        self.width = len(header)
        self.delimiter = delimiter
        self._is_spaced = _has_space(header)
        self._seen: dict[int, set[str]] = {}
        columns = [cell.strip() for cell in header]
        named = [column for column in columns if column]
        mapping, _ = choose_columns(named, "", required=())
        rows = self._rows_among(head)
        self._dates = self._columns_of_dates(rows)
        self._labels = self._columns_of_labels(columns, mapping.get("outlet"), rows)
        for column in self._labels:
            counts = Counter(cells[column].strip() for cells in rows)
            # once may be the very line that is asked about
            self._seen[column] = {name for name, count in counts.items() if name and count > 1}

    def _rows_among(self, head: Sequence[str]) -> list[list[str]]:
        """Return the cells of the lines that are rows of their own."""
        rows = []
        for line in head:
            cells = split_line(line, self.delimiter)
            if self._fits(cells) and (self._is_spaced or not _has_space(cells)):
                rows.append(cells)
        return rows

    def _fits(self, cells: Sequence[str]) -> bool:
        """Return whether there are as many cells as columns; empty ones may follow."""
        if len(cells) < self.width or self.width < 2:
            return False
        return not any(cell.strip() for cell in cells[self.width :])

    def _columns_of_dates(self, rows: Sequence[Sequence[str]]) -> list[int]:
        """Return the columns in which at least half of the cells are days."""
        found = []
        for column in range(self.width):
            given = [cells[column] for cells in rows if cells[column].strip()]
            n_dates = sum(_is_date(cell) for cell in given)
            if given and n_dates >= _MIN_SHARE_OF_DATES * len(given):
                found.append(column)
        return found

    def _columns_of_labels(
        self,
        columns: Sequence[str],
        outlet: str | None,
        rows: Sequence[Sequence[str]],
    ) -> list[int]:
        """Return the column of outlets, or every column in which short values recur."""
        if outlet is not None:
            return [list(columns).index(outlet)]
        found = []
        for column in range(self.width):
            values = {cells[column] for cells in rows if 0 < len(cells[column]) <= _MAX_LABEL}
            if column not in self._dates and values and 2 * len(values) <= len(rows):
                found.append(column)
        return found

    def learn(self, cells: Sequence[str]) -> None:
        """Remember the names in a row that was read."""
        if not self._fits(cells):
            return
        for column, seen in self._seen.items():
            name = cells[column].strip()
            if 0 < len(name) <= _MAX_LABEL and len(seen) < _MAX_LABELS:
                seen.add(name)

    def is_row(self, line: str) -> bool:
        """Return whether a line inside an open cell is surely a row of its own."""
        if line.count(self.delimiter) < self.width - 1:
            return False
        whole = cells_with_literal_quote(line, self.delimiter)
        if not self._fits(whole):
            return False
        return self._has_evidence(dict(enumerate(self._cells_inside(line, whole))))

    def may_be_row(self, line: str, *, inside: bool) -> bool:
        """
        Return whether a line has the cells of a row, with nothing that proves it to be one.

        Parameters
        ----------
        line : str
        inside : bool
            Whether the line is in a cell whose quote mark does close; what stands after the
            mark is then no part of the line's own cells.
        """
        if line.count(self.delimiter) < self.width - 1:
            return False
        whole = split_line(line, self.delimiter)
        own = self._cells_inside(line, whole) if inside else whole
        if not self._fits(whole) or len(own) < 2 or not whole[0].strip():
            return False
        if self.delimiter == "," and _THOUSANDS.search(line):
            return False
        return self._is_spaced or not _has_space(own)

    def is_complete(self, line: str) -> bool:
        """Return whether a line that opens a cell is a whole row if its mark is a character."""
        mark = _open_mark(line, self.delimiter)
        if mark is None:
            return False
        first = len(split_line(line[:mark], self.delimiter)) - 1
        after = split_line(line[mark + 1 :], self.delimiter)
        if first == self.width - 1 or first + len(after) != self.width:
            return False
        return self._has_evidence(dict(enumerate(after, first)))

    def _cells_inside(self, line: str, whole: list[str]) -> list[str]:
        """Return the cells of a line up to the mark that closes the cell around it."""
        inside = _INSIDE.match(line)
        end = inside.end() if inside else 0
        if end == len(line):
            return whole
        begins_cell = end == 0 or line[end - 1] == self.delimiter
        if begins_cell and line[end + 1 : end + 2] not in (self.delimiter, *_ENDS):
            return whole  # no mark closes a cell like that: it opens one
        return split_line(line[:end], self.delimiter)

    def _has_evidence(self, cells: dict[int, str]) -> bool:
        """Return whether some cells of a line, by column, hold a date or a known name."""
        first = min(cells)
        following = [cell for column, cell in cells.items() if column != first]
        if not self._is_spaced and _has_space(["", *following]):
            return False
        dates = [cells[column] for column in self._dates if column in cells]
        if any(cell.strip() and not _is_date(cell) for cell in dates):
            return False
        labels = [(column, cells[column].strip()) for column in self._labels if column in cells]
        if any(_is_date(cell) for cell in dates):
            return all(len(name) <= _MAX_LABEL for _, name in labels)
        n_given = sum(bool(cell.strip()) for cell in cells.values())
        known = [name for column, name in labels if name in self._seen[column]]
        return n_given > 1 and any(not name.isdigit() for name in known)


def _has_space(cells: Sequence[str]) -> bool:
    """Return whether a blank follows a delimiter, as in running text."""
    return any(cell[:1].isspace() for cell in cells[1:])


def _is_date(cell: str) -> bool:
    """Return whether a cell is a single day."""
    cell = cell.strip().strip('"')
    return 0 < len(cell) <= _MAX_DATE and parse_day(cell) is not None
