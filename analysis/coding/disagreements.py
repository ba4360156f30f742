"""
List what coders disagree on, for a person to decide, and read the decisions.

In: items. Out: a spreadsheet with a row for each item and variable on which coders differ, with the
value of each coder, the extracted one and an empty ``decision``; and back again the decisions.
Items on which all agree are not listed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from analysis.coding.cells import is_nothing, number_cell, same
from analysis.coding.corpus import Corpus, one_line
from analysis.coding.decided import Decision
from analysis.coding.items import Item, variables_of
from analysis.coding.layer import FOUND, NO, NOTHING, YES, Label, Layer
from analysis.coding.workbook import Row, Values, add_lists, new_book, read_rows
from analysis.core.errors import InputError, unknown_value_message
from analysis.corrections.kinds import parse_value

__all__ = ["COLUMNS", "Disagreement", "disagreements", "read_decisions", "write_disagreements"]

DECISION: Final = "decision"
_ITEM = "item"
_VARIABLE = "variable"
_EXTRACTED = "extracted"
_DETAILS = "details"
COLUMNS = (_ITEM, _VARIABLE, _DETAILS, _EXTRACTED, DECISION)
"""Columns of the disagreements, besides those that are shown and those of the coders."""

_MOST_FAULTS = 10
_AGAIN = "Compare the sheets again: parallax compare-coders SHEET SHEET --corpus SOURCE"


@dataclass(frozen=True)
class Disagreement:
    """
    One variable of one item on which coders differ.

    Attributes
    ----------
    item : Item
    variable : str
    label : Label or None
        None for whether a thing is there at all.
    values : dict of str to str
        By coder.
    """

    item: Item
    variable: str
    label: Label | None
    values: Mapping[str, str]

    @property
    def allowed(self) -> tuple[str, ...]:
        """The values that may be decided; empty if any may."""
        return (YES, NO) if self.label is None else self.label.allowed

    @property
    def offered(self) -> tuple[str, ...]:
        """The values that the spreadsheet offers."""
        return self.allowed or tuple(dict.fromkeys(self.values.values()))


def disagreements(
    layer: Layer, labels: Sequence[Label], items: Sequence[Item]
) -> list[Disagreement]:
    """
    Return what at least two coders differ on, in the order of the items.

    Parameters
    ----------
    layer : Layer
    labels : sequence of Label
    items : sequence of Item

    Returns
    -------
    list of Disagreement
    """
    by_name = {label.name: label for label in labels}
    found = []
    for item in items:
        for variable in variables_of(layer, labels):
            if len(item.values(variable)) > 1 and item.is_disputed(variable):
                label = by_name.get(variable)
                found.append(Disagreement(item, variable, label, item.values(variable)))
    return found


def write_disagreements(
    found: Sequence[Disagreement],
    layer: Layer,
    coders: Sequence[str],
    path: Path,
) -> Path:
    """
    Write what coders differ on, with an empty column for the decision.

    Parameters
    ----------
    found : sequence of Disagreement
    layer : Layer
    coders : sequence of str
        Their columns.
    path : Path
        An ``.xlsx`` file in a folder that exists.

    Returns
    -------
    Path
    """
    from openpyxl.utils import get_column_letter

    shown = [name for name in layer.shown if name not in layer.key]
    names = [_ITEM, *shown, _VARIABLE, _DETAILS, _EXTRACTED, *coders, DECISION]
    rows = [dict(_row(each, shown)) for each in found]
    book, page = new_book(names, rows, n_shown=len(names) - 1)
    letter = get_column_letter(len(names))
    offered = []
    for number, each in enumerate(found, start=2):
        page.cell(number, len(names)).number_format = "@"
        offered.append(Values(f"{letter}{number}", each.offered, bool(each.allowed)))
    add_lists(book, page, offered)
    book.save(path)
    return path


def _row(each: Disagreement, shown: Sequence[str]) -> Iterator[tuple[str, str]]:
    item = each.item
    yield _ITEM, item.name
    for name in shown:
        yield name, item.passage.cells[name]
    yield _VARIABLE, each.variable
    yield _DETAILS, _details(each)
    extracted = item.extracted_value(each.variable)
    yield _EXTRACTED, "" if extracted is None else extracted
    yield from each.values.items()


def _details(each: Disagreement) -> str:
    """Return what those say of a thing who found it, where others did not."""
    if each.variable != FOUND:
        return ""
    parts = []
    for coder, unit in each.item.units.items():
        if unit is not None:
            values = (f"{name}={value}" for name, value in unit.values.items())
            parts.append(f"{coder}: {'; '.join(values)}")
    return "\n".join(parts)


def read_decisions(
    path: Path,
    found: Sequence[Disagreement],
    coders: Sequence[str],
    corpus: Corpus,
    table: str,
) -> dict[tuple[str, str], Decision]:
    """
    Read what a person decided.

    Parameters
    ----------
    path : Path
        As written by ``write_disagreements``, with some or all decisions filled in.
    found : sequence of Disagreement
        What the sheets differ on now.
    coders : sequence of str
    corpus : Corpus
    table : str
        Whose columns say which numbers are allowed.

    Returns
    -------
    dict of (str, str) to Decision
        By name of the item and variable; those without a decision are left out.

    Raises
    ------
    InputError
        If the file is of other sheets, or, naming up to ten rows, a decision is not allowed.
    """
    rows = read_rows(path)
    there = rows[0].cells if rows else {}
    names = [_ITEM, _VARIABLE, DECISION, *(coder.lower() for coder in coders)]
    missing = [name for name in names if name not in there]
    if rows and missing:
        raise InputError(
            f"{path.name} has no columns {', '.join(missing)}; it must be the disagreements of "
            f"the sheets that are named after it. {_AGAIN}"
        )
    by_key = {(one_line(each.item.name), each.variable): each for each in found}
    decisions: dict[tuple[str, str], Decision] = {}
    faults = []
    for row in rows:
        try:
            each = _disagreement_of(row, by_key)
            if row.cells[DECISION]:
                key = (each.item.name, each.variable)
                decisions[key] = _decision(each, row.cells[DECISION], corpus, table)
        except InputError as error:
            faults.append(f"row {row.number}: {error}")
    if faults:
        raise InputError(f"{path.name}: " + "; ".join(faults[:_MOST_FAULTS]))
    return decisions


def _disagreement_of(row: Row, by_key: Mapping[tuple[str, str], Disagreement]) -> Disagreement:
    item, variable = row.cells[_ITEM], row.cells[_VARIABLE]
    each = by_key.get((one_line(item), variable))
    if each is None:
        raise InputError(
            f"the sheets do not differ on {variable} of {item[:60]!r}; they were changed after "
            f"they were compared. {_AGAIN}"
        )
    for coder, value in each.values.items():
        cell = row.cells[coder.lower()]
        if not same(one_line(cell), one_line(value)):
            raise InputError(
                f"{coder} has {cell!r} here, but {value!r} in the sheet; cells have moved, or the "
                f"sheet was changed. {_AGAIN}"
            )
    return each


def _decision(each: Disagreement, cell: str, corpus: Corpus, table: str) -> Decision:
    for value in (*each.allowed, *(() if each.allowed else each.offered)):
        if same(value, cell):
            return Decision(value, _span_of(each, value))
    if each.allowed:
        raise InputError(unknown_value_message(DECISION, cell, each.allowed))
    label = each.label
    if is_nothing(cell):
        return Decision(NOTHING)
    if label is not None and label.measure == "interval":
        return Decision(number_cell(parse_value(table, label.name, cell)))
    return _decided_words(each, cell, corpus)


def _decided_words(each: Disagreement, cell: str, corpus: Corpus) -> Decision:
    """Return words that no coder wrote; of the article where they must be."""
    label, item = each.label, each.item
    if label is None or not (label.is_quoted or label.measure == "unitised"):
        return Decision(cell)
    article_id = item.passage.article_id
    if label.is_quoted:
        near = item.passage.start
        span = corpus.nearest(cell, article_id, near)
    else:
        span = next(iter(corpus.occurrences(cell, item.passage)), None)
    if span is None:
        raise InputError(f"{DECISION}={cell[:60]!r} is not in the text; copy the words")
    return Decision(corpus.words(article_id, span), span)


def _span_of(each: Disagreement, value: str) -> tuple[int, int] | None:
    """Return the characters of words that a coder gave."""
    if each.variable == FOUND:
        return None
    for unit in each.item.units.values():
        if unit is None or each.variable not in unit.spans:
            continue
        if same(unit.values[each.variable], value):
            return unit.spans[each.variable]
    return None
