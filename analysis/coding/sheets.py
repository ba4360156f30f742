"""
Make coding sheets from a run, and read those that coders have filled in.

In: a layer and a corpus, or a spreadsheet. Out: the rows of a sheet; or what one coder says,
checked cell by cell against the corpus. Which coder it is, the name of the file tells.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from analysis.coding.cells import is_nothing
from analysis.coding.corpus import Corpus, one_line
from analysis.coding.layer import NOTHING, Label, Layer, Passage, Span, Unit
from analysis.coding.registry import LAYERS, layer_with
from analysis.coding.workbook import Row, Sheet, read_rows
from analysis.core.errors import InputError

__all__ = ["CodedSheet", "draw_sheet", "read_coded"]

_MOST_FAULTS = 10  # rows that one message names
_DRAW = "Draw a new sheet: parallax sample-for-coding SOURCE"


def draw_sheet(
    layer: Layer,
    corpus: Corpus,
    n_rows: int = 100,
    seed: int = 0,
    *,
    prefilled: bool = False,
) -> Sheet:
    """
    Draw what is coded, and return the sheet.

    Parameters
    ----------
    layer : Layer
    corpus : Corpus
    n_rows : int
        Passages to draw; all if there are fewer.
    seed : int
        Random seed.
    prefilled : bool
        Whether to fill in what was extracted, for coders to correct; by default they start blind.

    Returns
    -------
    Sheet
        A row for each passage, in random order; if ``prefilled``, one for each thing in it.

    Raises
    ------
    ParameterError
        If the corpus has nothing of the layer.
    """
    passages = layer.draw(corpus, n_rows, np.random.default_rng(seed))
    labels = layer.labels(corpus)
    units: dict[str, list[Unit]] = {}
    if prefilled:
        for unit in layer.extracted(corpus, passages):
            units.setdefault(unit.passage.key, []).append(unit)
    rows = []
    for number, passage in enumerate(passages, start=1):
        item = {"item": f"{number:03d}", **passage.cells}
        for cells in _filled(layer, units.get(passage.key, []), prefilled=prefilled):
            rows.append({**item, **{label.name: cells.get(label.name, "") for label in labels}})
    return Sheet(tuple(["item", *layer.shown]), labels, rows)


def _filled(layer: Layer, units: Sequence[Unit], *, prefilled: bool) -> Iterator[Mapping[str, str]]:
    """Yield the labels of each row of a passage."""
    if not units:
        yield {layer.main: NOTHING} if prefilled and layer.finds else {}
    for unit in units:
        cells = {**unit.values, **unit.written}
        yield {name: value for name, value in cells.items() if name not in unit.implied}


@dataclass(frozen=True)
class CodedSheet:
    """
    What one coder says.

    Attributes
    ----------
    coder : str
        The stem of the file's name.
    path : Path
    layer : Layer
    n_passages : int
        Passages that the sheet shows.
    coded : dict of str to Passage
        Those that are filled in, by key.
    units : list of Unit
    """

    coder: str
    path: Path
    layer: Layer
    n_passages: int
    coded: Mapping[str, Passage] = field(repr=False)
    units: list[Unit] = field(repr=False)


def read_coded(path: str | Path, corpus: Corpus, layer: Layer | None = None) -> CodedSheet:
    """
    Read a sheet that a coder has filled in.

    Parameters
    ----------
    path : str or Path
        An ``.xlsx`` file. Rows may be in another order, and, where coders find things, copied.
    corpus : Corpus
        What the sheet was drawn from.
    layer : Layer, optional
        Which layer it must be; by default the columns tell.

    Returns
    -------
    CodedSheet

    Raises
    ------
    InputError
        If it is no sheet of the layer or of this corpus; or, naming up to ten rows, if a value is
        not allowed, words are not where they should be, or what coders only read was changed.
    """
    path = Path(path).expanduser()
    rows = read_rows(path)
    found = _layer_of(path, rows, layer)
    labels = found.labels(corpus)
    _validate_columns(path, rows, found, labels)
    _validate_corpus(path, rows, found, corpus)
    reading = _Reading(found, labels, corpus)
    reading.read(rows)
    if reading.faults:
        shown = "; ".join(reading.faults[:_MOST_FAULTS])
        more = len(reading.faults) - _MOST_FAULTS
        rest = f"; and {more} more rows" if more > 0 else ""
        raise InputError(f"{path.name}: {shown}{rest}")
    return CodedSheet(path.stem, path, found, len(reading.passages), reading.coded, reading.units)


def _layer_of(path: Path, rows: Sequence[Row], layer: Layer | None) -> Layer:
    columns = list(rows[0].cells) if rows else []
    found = layer_with(columns)
    if layer is not None and found is not None and found is not layer:
        raise InputError(
            f"{path.name} is a sheet of {found.name}, not of {layer.name}; compare sheets of one "
            f"layer at a time"
        )
    if layer is None and found is None:
        raise InputError(
            f"{path.name} has not the columns of a sheet of {', '.join(LAYERS)}; have: "
            f"{', '.join(columns) or 'no rows'}. {_DRAW}"
        )
    return layer or found or LAYERS["figures"]


def _validate_columns(
    path: Path,
    rows: Sequence[Row],
    layer: Layer,
    labels: Sequence[Label],
) -> None:
    there = rows[0].cells if rows else {}
    needed = [*layer.key, *layer.fixed]
    needed += [label.name for label in labels if not label.is_optional]
    missing = [name for name in dict.fromkeys(needed) if name not in there]
    if missing:
        raise InputError(
            f"{path.name} has no columns {', '.join(missing)}. {_DRAW} --layer {layer.name}"
        )


def _validate_corpus(path: Path, rows: Sequence[Row], layer: Layer, corpus: Corpus) -> None:
    ids = {row.cells[layer.key[0]] for row in rows} - {""}
    if ids and not ids & set(corpus.texts):
        raise InputError(
            f"{path.name} was drawn from another corpus: none of its {len(ids)} articles is in "
            f"this one. Name the right one with --corpus"
        )


class _Reading:
    """Reads the rows of one sheet, and collects what is wrong with them."""

    def __init__(self, layer: Layer, labels: Sequence[Label], corpus: Corpus) -> None:
        self.layer = layer
        self.labels = labels
        self.corpus = corpus
        self.passages: dict[str, Passage] = {}
        self.coded: dict[str, Passage] = {}
        self.units: list[Unit] = []
        self.faults: list[str] = []
        self._with_none: dict[str, int] = {}
        self._first_row: dict[str, int] = {}
        self._row_at: dict[tuple[str, Span | None], int] = {}
        self._n_with_words: Counter[tuple[str, str]] = Counter()

    def read(self, rows: Sequence[Row]) -> None:
        """Read all rows."""
        shown: list[tuple[Row, Passage]] = []
        for row in rows:
            try:
                passage = self._passage(row)
            except InputError as error:
                self._fault(row, str(error))
                continue
            if passage is not None:
                shown.append((row, passage))
        row_with = {self._fixed(passage.cells): row.number for row, passage in shown}
        for row, passage in shown:
            self.passages.setdefault(passage.key, passage)
            try:
                self._validate_fixed(row, passage, row_with)
                self._read(row, passage)
            except InputError as error:
                self._fault(row, str(error))

    def _fault(self, row: Row, reason: str) -> None:
        self.faults.append(f"row {row.number}: {reason}")

    def _passage(self, row: Row) -> Passage | None:
        """Return the passage of a row, None for an empty row."""
        empty = [name for name in self.layer.key if not row.cells[name]]
        if not empty:
            return self.layer.passage_of(row.cells, self.corpus)
        if any(row.cells.get(label.name) for label in self.labels):
            raise InputError(
                f"{', '.join(empty)} is empty; to add a row, copy the whole row of its "
                f"{self.layer.noun.removesuffix('s')}"
            )
        return None

    def _fixed(self, cells: Mapping[str, str]) -> tuple[str, ...]:
        return tuple(one_line(cells[name]) for name in self.layer.fixed)

    def _validate_fixed(
        self,
        row: Row,
        passage: Passage,
        row_with: Mapping[tuple[str, ...], int],
    ) -> None:
        """Raise an InputError if what coders only read is not as it was."""
        there = self._fixed(row.cells)
        wanted = self._fixed(passage.cells)
        if there == wanted:
            return
        other = row_with.get(there)
        if other is not None:
            raise InputError(
                f"has the {self.layer.fixed[0]} of row {other}, so cells have moved; sort whole "
                f"rows only, and undo it here"
            )
        for name, cell, right in zip(self.layer.fixed, there, wanted, strict=True):
            if cell != right:
                raise InputError(
                    f"{name} was changed to {_around(cell, right)!r}; in the corpus it is "
                    f"{_around(right, cell)!r}. Put it back"
                )

    def _read(self, row: Row, passage: Passage) -> None:
        if self.layer.finds:
            self._read_found(row, passage)
            return
        first = self._first_row.setdefault(passage.key, row.number)
        if first != row.number:
            raise InputError(f"codes {passage.key} again, as row {first} does; delete one")
        unit = self.layer.unit_of(row.cells, passage, self.corpus, 0)
        if unit is not None:
            self.units.append(unit)
            self.coded[passage.key] = passage

    def _read_found(self, row: Row, passage: Passage) -> None:
        main = self.layer.main
        words = row.cells[main]
        others = [each.name for each in self.labels if each.name != main]
        filled = [
            name for name in others if row.cells.get(name) and not is_nothing(row.cells[name])
        ]
        if filled and (not words or is_nothing(words)):
            state = "none" if words else "empty"
            raise InputError(f"{main} is {state}, but {', '.join(filled)} is filled in")
        if not words:
            return
        first = self._first_row.get(passage.key)
        if is_nothing(words):
            if first is not None:
                raise InputError(f"{main} is none, but row {first} has the same sentence")
            self._with_none[passage.key] = row.number
        elif passage.key in self._with_none:
            other = self._with_none[passage.key]
            raise InputError(f"has the sentence of row {other}, whose {main} is none")
        else:
            n_before = self._n_with_words[passage.key, words]
            unit = self.layer.unit_of(row.cells, passage, self.corpus, n_before)
            self._n_with_words[passage.key, words] += 1
            if unit is not None:
                self._validate_place(row, unit)
                self.units.append(unit)
        self._first_row.setdefault(passage.key, row.number)
        self.coded[passage.key] = passage

    def _validate_place(self, row: Row, unit: Unit) -> None:
        """Raise an InputError if another row of the sheet marks the same words."""
        key = (unit.passage.article_id, unit.place)
        first = self._row_at.setdefault(key, row.number)
        if first != row.number:
            raise InputError(
                f"{self.layer.main} means the same words as in row {first}; delete one, or write "
                f"the next word too if it means another place"
            )


def _around(text: str, other: str) -> str:
    """Return the part of a text in which it differs from another."""
    start = 0
    while start < min(len(text), len(other)) and text[start] == other[start]:
        start += 1
    return text[max(0, start - 20) : start + 40]
