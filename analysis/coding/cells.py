"""
Read the cells of a row: allowed values, numbers, words that must be in the article.

In: what a coder wrote, and the labels of the layer. Out: values as they are compared.
"""

from collections.abc import Iterable, Mapping

from analysis.coding.corpus import Corpus
from analysis.coding.layer import NOTHING, Label, Passage, Span, Unit
from analysis.core.errors import InputError, unknown_value_message
from analysis.corrections.kinds import parse_value

__all__ = ["is_nothing", "number_cell", "read_labels", "read_unit", "same", "words_of"]


def is_nothing(cell: str) -> bool:
    """Return whether a coder says that there is no value."""
    return cell.strip().lower() == NOTHING


def number_cell(value: object) -> str:
    """Return a number as a cell has it: 12, 4.5, none."""
    if not isinstance(value, int | float) or value != value:
        return NOTHING
    return str(int(value)) if float(value).is_integer() else repr(float(value))


def words_of(value: object) -> str:
    """Return a value of a table as a cell has it."""
    return " ".join(value.split()) if isinstance(value, str) else NOTHING


def same(first: str, second: str) -> bool:
    """Return whether two values mean the same; case and spaces are ignored."""
    return " ".join(first.split()).casefold() == " ".join(second.split()).casefold()


def read_unit(
    cells: Mapping[str, str],
    passage: Passage,
    corpus: Corpus,
    labels: Iterable[Label],
    table: str,
) -> Unit | None:
    """
    Read a row in which every label may be left open.

    Parameters
    ----------
    cells : mapping of str to str
    passage : Passage
    corpus : Corpus
    labels : iterable of Label
    table : str
        The table whose columns say which numbers are allowed.

    Returns
    -------
    Unit or None
        None if nothing is filled in.

    Raises
    ------
    InputError
        If a value is not allowed.
    """
    filled = [label for label in labels if cells.get(label.name, "").strip()]
    if not filled:
        return None
    place = (passage.start, passage.end)
    values, spans = read_labels(cells, filled, passage.article_id, place, corpus, table)
    return Unit(passage, values, spans, place=place)


def read_labels(
    cells: Mapping[str, str],
    labels: Iterable[Label],
    article_id: str,
    place: Span,
    corpus: Corpus,
    table: str,
) -> tuple[dict[str, str], dict[str, Span]]:
    """
    Read the labels of a thing whose place is known.

    Parameters
    ----------
    cells : mapping of str to str
    labels : iterable of Label
    article_id : str
    place : (int, int)
        Near which quoted words are looked for.
    corpus : Corpus
    table : str

    Returns
    -------
    values : dict of str to str
    spans : dict of str to (int, int)
        Of quoted words.

    Raises
    ------
    InputError
        If a value is missing or not allowed; the first such value is named.
    """
    values: dict[str, str] = {}
    spans: dict[str, Span] = {}
    for label in labels:
        cell = " ".join(cells.get(label.name, "").split())
        if not cell or (is_nothing(cell) and NOTHING not in label.allowed):
            if label.is_required:
                raise InputError(_missing_message(label, cell))
            values[label.name] = NOTHING
        elif label.allowed:
            values[label.name] = _allowed(label, cell)
        elif label.measure == "interval":
            values[label.name] = number_cell(parse_value(table, label.name, cell))
        elif label.is_quoted:
            spans[label.name] = _quoted(label, cell, article_id, place, corpus)
            values[label.name] = corpus.words(article_id, spans[label.name])
        else:
            values[label.name] = cell
    return values, spans


def _missing_message(label: Label, cell: str) -> str:
    if not label.allowed:
        return f"{label.name} is empty"
    if cell:
        return unknown_value_message(label.name, cell, label.allowed)
    return f"{label.name} is empty; allowed: {', '.join(label.allowed)}"


def _allowed(label: Label, cell: str) -> str:
    for value in label.allowed:
        if same(value, cell):
            return value
    raise InputError(unknown_value_message(label.name, cell, label.allowed))


def _quoted(
    label: Label,
    cell: str,
    article_id: str,
    place: Span,
    corpus: Corpus,
) -> Span:
    span = corpus.nearest(cell, article_id, place[0])
    if span is None:
        raise InputError(
            f"{label.name}={cell!r} is not in the article; copy the words as they are printed, "
            f"or write none"
        )
    return span
