"""
What an event dataset is: its columns, how it is recognised, and how a row becomes claims.

In: the records of a file. Out: ``ClaimRow`` objects. A module of this package declares one
``Dataset``; what all of them share, such as days and cells that cannot be read, is here.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from analysis.core.errors import InputError
from analysis.load.claim_rows import Claim, ClaimRow, Fault
from analysis.load.cleaning import fix_field
from analysis.load.columns import normalise
from analysis.load.dates import DateColumn, parse_day, survey_dates
from analysis.load.event_datasets.cells import COUNT_HINT, is_unknown, parse_count
from analysis.load.records import Record

__all__ = ["EVENT_DAY", "Dataset", "Row", "join_words"]

EVENT_DAY = "event_day"
"""``date_basis`` of claims of which the day of the event is known, but not that of publication."""

_KEPT_AS_THEY_ARE = ("url",)  # "&" and "%" have a meaning there
_EMPTY = {"", "nan", "null", "none", "n/a", "na"}


def join_words(words: Sequence[str | None], separator: str = ", ") -> str | None:
    """Return words in their order, each once and without empty ones; None if none is left."""
    given = dict.fromkeys(word for word in words if word)
    return separator.join(given) or None


@dataclass
class Row:
    """
    A row of a dataset, with its cells by the names of fields.

    Parameters
    ----------
    cells : dict of str to str or None
        Cleaned; None if empty.
    columns : dict of str to str
        Fields to the file's column names, for messages.
    dates : DateColumn
        How days are read.
    remarks : list of Fault
        What is wrong with the row as a whole; readers add to it.
    """

    cells: Mapping[str, str | None]
    columns: Mapping[str, str]
    dates: DateColumn = field(default_factory=DateColumn)
    remarks: list[Fault] = field(default_factory=list)

    def text(self, name: str) -> str | None:
        """Return a cell, None if it is empty or the file has no such column."""
        return self.cells.get(name)

    def count(self, name: str, faults: list[Fault]) -> float | None:
        """Return a count; None if the cell is empty or says "Unknown", or with a fault."""
        text = self.text(name)
        if text is None or is_unknown(text):
            return None
        count = parse_count(text)
        if count is None:
            reason = f"{self.columns[name]} {text!r} is not a count. {COUNT_HINT}"
            faults.append(Fault(reason, kept=False))
        return count

    def day(self, name: str) -> date | None:
        """Return a day; None if the cell is empty, or with a remark that it cannot be read."""
        text = self.text(name)
        if text is None:
            return None
        day = parse_day(text, self.dates.month_first, has_epochs=self.dates.has_epochs)
        if day is None:
            reason = (
                f"{self.columns[name]} {text!r} is not a single day of 1700 to 2100, such as "
                "2018-11-02; read as missing"
            )
            self.remarks.append(Fault(reason, kept=True))
        return day

    def code(self, name: str, meanings: Mapping[str, str]) -> str | None:
        """Return what a code means; a code that is not in the codebook is a remark."""
        text = self.text(name)
        if text is None or text in meanings:
            return meanings.get(text or "")
        allowed = ", ".join(f"{code} ({meaning})" for code, meaning in meanings.items())
        reason = f"{self.columns[name]} {text!r} is not among: {allowed}; read as missing"
        self.remarks.append(Fault(reason, kept=True))
        return None

    def labelled(self, *names: str) -> str | None:
        """Return the cells with their column names, as in "date_prec 2, deaths_a 0"."""
        parts = []
        for name in names:
            if self.text(name) is not None:
                parts.append(f"{self.columns[name]} {self.text(name)}")
        return join_words(parts)


ClaimsOf = Callable[[Row], list[tuple[Claim, list[Fault]]]]


@dataclass(frozen=True)
class Dataset:
    """
    An event dataset.

    Parameters
    ----------
    name : str
        Also the outlet of its claims.
    fields : dict of str to tuple of str
        Names of fields to the column names that exports use for them, best first, normalised.
    recognised_by : tuple of tuple of str
        Groups of fields; a file that has one field of every group is an export of the dataset.
    required : tuple of str
        Fields without which no row can be read.
    date_field : str
        The field that shows how the days of the file are written.
    claims_of : callable
        Takes a ``Row``, and returns the claims of the row with their faults. ``event`` and, if
        null, ``outlet`` are filled in here.
    """

    name: str
    fields: Mapping[str, tuple[str, ...]]
    recognised_by: tuple[tuple[str, ...], ...]
    required: tuple[str, ...]
    date_field: str
    claims_of: ClaimsOf

    def columns_of(self, found: Sequence[str]) -> dict[str, str]:
        """Return the fields that a file has, with its own names for them."""
        by_name: dict[str, str] = {}
        for column in found:
            by_name.setdefault(normalise(column), column)
        columns = {}
        for name, aliases in self.fields.items():
            for alias in aliases:
                if alias in by_name:
                    columns[name] = by_name[alias]
                    break
        return columns

    def is_of(self, found: Sequence[str]) -> bool:
        """Return whether a file with these columns is an export of the dataset."""
        columns = self.columns_of(found)
        return all(any(name in columns for name in group) for group in self.recognised_by)

    def read(
        self,
        found: Sequence[str],
        records: Sequence[Record],
        name: str,
        event: str,
    ) -> Iterator[ClaimRow]:
        """
        Iterate over the claims of a file.

        Parameters
        ----------
        found : sequence of str
            The file's column names.
        records : sequence of Record
        name : str
            The file's name.
        event : str
            The event of the claims.

        Yields
        ------
        ClaimRow
            In the order of rows. What holds for the whole file is a ``ClaimRow`` without a claim
            whose faults are all kept.

        Raises
        ------
        InputError
            If a required column is missing; all are named.
        """
        columns = self._validated(found, name)
        date_column = columns.get(self.date_field)
        dates = survey_dates(
            record.values.get(date_column) for record in records if date_column and not record.fault
        )
        if dates.notes:
            notes = [Fault(f"{date_column}: {note}", kept=True) for note in dates.notes]
            yield ClaimRow(name, {}, notes, "")
        for record in records:
            yield from self._claims(record, columns, dates, event)

    def _validated(self, found: Sequence[str], name: str) -> dict[str, str]:
        columns = self.columns_of(found)
        missing = [" or ".join(self.fields[each]) for each in self.required if each not in columns]
        if missing:
            raise InputError(
                f"{name} looks like an export of {self.name}, but has no column "
                f"{', '.join(missing)}. Found: {', '.join(found)}. Export it again with these "
                "columns, or rename them."
            )
        return columns

    def _claims(
        self,
        record: Record,
        columns: dict[str, str],
        dates: DateColumn,
        event: str,
    ) -> Iterator[ClaimRow]:
        """Iterate over the claims of a row."""
        id_column = columns[self.required[0]]
        if record.fault:
            yield ClaimRow(record.where, {}, [Fault(record.fault, kept=False)], id_column)
            return
        remarks = [Fault(note, kept=True) for note in record.notes]
        row = Row(_cells(record, columns, remarks), columns, dates, remarks)
        if row.text(self.required[0]) is None:
            fault = Fault(f"has no {id_column}", kept=False)
            yield ClaimRow(record.where, {}, [*remarks, fault], id_column)
            return
        claims = self.claims_of(row)
        for number, (claim, faults) in enumerate(claims):
            claim = {"outlet": self.name, "unit": "people", "event": event} | claim
            told_once = remarks if number == 0 else []
            yield ClaimRow(record.where, claim, [*told_once, *faults], id_column)


def _cells(
    record: Record, columns: Mapping[str, str], remarks: list[Fault]
) -> dict[str, str | None]:
    """Return the cells of a row by field, None if empty; their cleaning is a remark."""
    cells: dict[str, str | None] = {}
    for name, column in columns.items():
        text = str(record.values.get(column) or "")
        cell, remark = fix_field(text, repair=name not in _KEPT_AS_THEY_ARE)
        cells[name] = None if cell.casefold() in _EMPTY else cell
        if remark:
            remarks.append(Fault(f"{column}: {remark}", kept=True))
    return cells
