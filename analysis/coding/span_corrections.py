"""
Turn what was decided of spans of a text into corrections.

In: what holds of each item, and what was extracted. Out: rows of a file of corrections: a value
that is another one, a span that is none, one that was missed, and, where the table can say so, one
that is right.
"""

from collections.abc import Callable, Mapping, Sequence

from analysis.coding.cells import same
from analysis.coding.corpus import Corpus
from analysis.coding.decided import Corrected, Decided, Row
from analysis.coding.layer import FOUND, NO, NOTHING, Span, Unit
from analysis.corrections.kinds import ACTIONS
from analysis.corrections.places import place_key

__all__ = ["correct_found", "correct_given", "row_of"]


def row_of(
    decided: Decided,
    table: str,
    key: str,
    column: str,
    old: str | None,
    new: str | None,
) -> Row:
    """Return a row of a file of corrections, with who says so."""
    coders = "; ".join(decided.item.units)
    return {"table": table, "key": key, "column": column, "old": old, "new": new, "coder": coders}


def correct_given(
    decided: Sequence[Decided],
    corpus: Corpus,
    *,
    table: str,
    remove: Mapping[str, str],
) -> Corrected:
    """
    Correct rows that were given to the coders: mentions.

    Parameters
    ----------
    decided : sequence of Decided
    corpus : Corpus
    table : str
    remove : mapping of str to str
        The value of a variable that says that the row is no such thing.

    Returns
    -------
    Corrected
        A row that is right is no correction: the table has no column for it.
    """
    found = Corrected()
    for each in decided:
        extracted = each.item.extracted
        if extracted is None or extracted.place is None:
            continue
        article_id = each.item.passage.article_id
        key = place_key(article_id, *extracted.place, corpus.texts[article_id])
        if any(each.values.get(name) == value for name, value in remove.items()):
            found.rows.append(row_of(each, table, key, "wrong", None, None))
            continue
        found.rows += _changed(each, extracted, table, key, each.values)
    return found


def correct_found(
    decided: Sequence[Decided],
    corpus: Corpus,
    *,
    table: str,
    main: str,
    needed: Sequence[str],
    added: Callable[[Decided], Mapping[str, str]] = lambda _: {},
    removed: Callable[[Decided], tuple[str, str | None]] = lambda _: ("wrong", None),
) -> Corrected:
    """
    Correct things that coders found themselves.

    Parameters
    ----------
    decided : sequence of Decided
    corpus : Corpus
    table : str
    main : str
        The label whose words make the thing; it is in the key, and no column.
    needed : sequence of str
        Labels without which nothing can be added.
    added : callable, optional
        Returns values of a thing that is added, besides those that coders gave.
    removed : callable, optional
        Returns column and value of the correction that a thing is none of the layer.

    Returns
    -------
    Corrected
    """
    found = Corrected()
    for each in decided:
        if FOUND not in each.values or main in each.undecided:
            continue
        extracted = each.item.extracted
        text = corpus.texts[each.item.passage.article_id]
        article_id = each.item.passage.article_id
        old_key = None
        if extracted is not None and extracted.place is not None:
            old_key = place_key(article_id, *extracted.place, text)
        if each.values[FOUND] == NO:
            if old_key is not None and extracted is not None:
                column, new = removed(each)
                old = extracted.values.get(column)
                found.rows.append(row_of(each, table, old_key, column, old, new))
            continue
        values = {name: value for name, value in each.values.items() if name not in (FOUND, main)}
        if old_key is not None and extracted is not None and _is_there(each, extracted, main):
            found.rows += _judged(each, extracted, table, old_key, values)
            continue
        if each.span is None or set(needed) & set(each.undecided):
            continue
        if old_key is not None:
            found.rows.append(row_of(each, table, old_key, "wrong", None, None))
        new_key = place_key(article_id, *_extended(each.span, extracted, main), text)
        found.rows += _added(each, table, new_key, {**added(each), **values})
    return found


def _is_there(decided: Decided, extracted: Unit, main: str) -> bool:
    """Return whether the words that hold are those that were extracted."""
    if decided.span is not None and decided.span == extracted.spans[main]:
        return True
    return same(decided.values[main], extracted.values[main])


def _extended(span: Span, extracted: Unit | None, main: str) -> Span:
    """Let words end where the extracted ones do if coders could not see the rest of them."""
    if extracted is None or extracted.place is None:
        return span
    shown_end, whole_end = extracted.spans[main][1], extracted.place[1]
    return (span[0], whole_end) if span[1] == shown_end else span


def _judged(
    decided: Decided,
    extracted: Unit,
    table: str,
    key: str,
    values: Mapping[str, str],
) -> list[Row]:
    """Return the values that change; if none does and all is decided, that the row is right."""
    changed = _changed(decided, extracted, table, key, values)
    if not changed and not decided.undecided and "checked" in ACTIONS[table]:
        return [row_of(decided, table, key, "checked", None, "right")]
    return changed


def _changed(
    decided: Decided,
    extracted: Unit,
    table: str,
    key: str,
    values: Mapping[str, str],
) -> list[Row]:
    rows = []
    for name, value in values.items():
        old = extracted.values.get(name, NOTHING)
        if not same(old, value):
            rows.append(row_of(decided, table, key, name, old, value))
    return rows


def _added(decided: Decided, table: str, key: str, values: Mapping[str, str]) -> list[Row]:
    """Return the row that adds a thing; a value with a ';' needs a row of its own."""
    joined = []
    apart = []
    for name, value in values.items():
        if value == NOTHING:
            continue
        if ";" in value:
            apart.append(row_of(decided, table, key, name, None, value))
        else:
            joined.append(f"{name}={value}")
    return [row_of(decided, table, key, "missing", None, "; ".join(joined)), *apart]
