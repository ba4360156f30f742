"""
Decide what holds: where all coders agree, what they say; elsewhere, what was decided.

In: items, and the decisions of a person. Out: for each item the values that hold, and which are
still open. Nothing is decided by majority: two of three coders can make the same mistake.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from analysis.coding.cells import same
from analysis.coding.items import Item
from analysis.coding.layer import FOUND, NO, YES, Span

__all__ = ["Corrected", "Decided", "Decision", "Row", "decide"]

Row = dict[str, str | None]
"""A row of a file of corrections."""

_SEVERAL = 2  # coders who can agree


@dataclass(frozen=True)
class Decision:
    """What a person decided of one variable of one item."""

    value: str
    span: Span | None = None


@dataclass(frozen=True)
class Decided:
    """
    What holds of one item.

    Attributes
    ----------
    item : Item
    values : dict of str to str
        By variable, those that all coders agree on or that were decided.
    by_hand : frozenset of str
        Variables that were decided.
    undecided : tuple of str
        Variables that coders disagree on and nobody decided.
    span : (int, int) or None
        Characters of the words of a thing that coders found.
    """

    item: Item
    values: Mapping[str, str]
    by_hand: frozenset[str]
    undecided: tuple[str, ...]
    span: Span | None = None


@dataclass
class Corrected:
    """
    Corrections, and what cannot be one.

    Attributes
    ----------
    rows : list of Row
    notes : list of str
    """

    rows: list[Row] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def decide(
    items: Iterable[Item],
    variables: Sequence[str],
    main: str,
    decisions: Mapping[tuple[str, str], Decision],
) -> list[Decided]:
    """
    Return what holds of each item that at least two coders coded.

    Parameters
    ----------
    items : iterable of Item
    variables : sequence of str
    main : str
        The label whose words make a thing; empty where every row is one.
    decisions : mapping of (str, str) to Decision
        By name of the item and variable.

    Returns
    -------
    list of Decided
        Of a thing that only one coder found and that was decided to be there, the values are those
        of this coder.
    """
    found = []
    for item in items:
        if len(item.units) >= _SEVERAL:
            found.append(_decided(item, variables, main, decisions))
    return found


def _decided(
    item: Item,
    variables: Sequence[str],
    main: str,
    decisions: Mapping[tuple[str, str], Decision],
) -> Decided:
    values: dict[str, str] = {}
    undecided: list[str] = []
    by_hand: set[str] = set()
    for variable in variables:
        if item.finds and variable != FOUND and values.get(FOUND) != YES:
            break
        given = item.values(variable)
        enough = 1 if item.finds and variable != FOUND else _SEVERAL
        if len(given) < enough or item.is_implied(variable):
            continue
        decision = decisions.get((item.name, variable))
        if not item.is_disputed(variable):
            values[variable] = next(iter(given.values()))
        elif decision is None:
            undecided.append(variable)
        else:
            values[variable] = decision.value
            by_hand.add(variable)
    span = _span(item, main, values, decisions)
    return Decided(item, values, frozenset(by_hand), tuple(undecided), span)


def _span(
    item: Item,
    main: str,
    values: Mapping[str, str],
    decisions: Mapping[tuple[str, str], Decision],
) -> Span | None:
    """Return the place of the words that hold."""
    if not main or values.get(FOUND, NO) == NO or main not in values:
        return None
    decision = decisions.get((item.name, main))
    if decision is not None and decision.span is not None:
        return decision.span
    for unit in item.units.values():
        if unit is not None and same(unit.values[main], values[main]):
            return unit.place
    return None
