"""
Join what several coders, and the extraction, say of one thing.

In: the coded sheets of one layer. Out: items, each with the value of every coder for every
variable. Things that coders found themselves are one item if their words overlap.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from analysis.coding.cells import same
from analysis.coding.layer import FOUND, NO, YES, Label, Layer, Passage, Unit
from analysis.corrections.places import place_key

if TYPE_CHECKING:
    from analysis.coding.corpus import Corpus
    from analysis.coding.sheets import CodedSheet

__all__ = ["Item", "items_of", "variables_of"]

_EXTRACTED = ""  # no file has an empty name, so no coder does


@dataclass(frozen=True)
class Item:
    """
    One thing that was coded.

    Attributes
    ----------
    name : str
        Its place in words; unique.
    passage : Passage
    units : dict of str to Unit or None
        By coder who coded the passage; None if the coder found nothing there.
    extracted : Unit or None
        None if the extraction found nothing there.
    finds : bool
        Whether coders found it themselves.
    """

    name: str
    passage: Passage
    units: Mapping[str, Unit | None] = field(repr=False)
    extracted: Unit | None = field(repr=False)
    finds: bool

    def values(self, variable: str) -> dict[str, str]:
        """Return the value of each coder who gave one."""
        found = {}
        for coder, unit in self.units.items():
            value = self._value(unit, variable)
            if value is not None:
                found[coder] = value
        return found

    def extracted_value(self, variable: str) -> str | None:
        """Return the value that was extracted, None if there is none."""
        return self._value(self.extracted, variable)

    def _value(self, unit: Unit | None, variable: str) -> str | None:
        if variable == FOUND:
            return self._found(unit)
        if unit is None:
            return None
        return unit.values.get(variable)

    def _found(self, unit: Unit | None) -> str | None:
        """Return whether a thing was found; None for layers in which nothing is looked for."""
        if not self.finds:
            return None
        if unit is None:
            return NO
        return YES

    def is_disputed(self, variable: str) -> bool:
        """Return whether coders gave different values, of which at least one was written."""
        given = list(self.values(variable).values())
        if all(same(given[0], value) for value in given[1:]):
            return False
        return not self.is_implied(variable)

    def is_implied(self, variable: str) -> bool:
        """Return whether no coder wrote the value: it follows from others."""
        units = [unit for unit in self.units.values() if unit is not None]
        given = [unit for unit in units if variable in unit.values]
        return bool(given) and all(variable in unit.implied for unit in given)

    @property
    def is_marked(self) -> bool:
        """Whether any coder marked it."""
        return any(unit is not None for unit in self.units.values())


def variables_of(layer: Layer, labels: Sequence[Label]) -> list[str]:
    """Return what is compared: whether a thing was found, then the labels."""
    names = [label.name for label in labels]
    if not layer.finds:
        return names
    return [FOUND, *names]


def items_of(
    layer: Layer,
    sheets: Iterable[CodedSheet],
    extracted: Iterable[Unit],
    corpus: Corpus,
) -> list[Item]:
    """
    Return every thing that was coded or extracted, in the order of the passages.

    Parameters
    ----------
    layer : Layer
    sheets : iterable of CodedSheet
    extracted : iterable of Unit
        What the extraction says of the passages of the sheets.
    corpus : Corpus

    Returns
    -------
    list of Item
        Without things in passages that nobody has coded.
    """
    passages: dict[str, Passage] = {}
    coders: dict[str, list[str]] = {}
    units: dict[str, list[tuple[str, Unit]]] = {}
    seen: set[object] = set()
    for unit in extracted:
        place = (unit.passage.key, unit.place)
        if place not in seen:  # of two with the same characters the first
            units.setdefault(unit.passage.key, []).append((_EXTRACTED, unit))
        seen.add(place)
    for sheet in sheets:
        for passage in sheet.coded.values():
            passages.setdefault(passage.key, passage)
            coders.setdefault(passage.key, []).append(sheet.coder)
        for unit in sheet.units:
            units.setdefault(unit.passage.key, []).append((sheet.coder, unit))
    found = []
    for key, passage in passages.items():
        for group in _groups(layer, units.get(key, [])):
            found.append(_item(layer, passage, coders[key], group, corpus))
    return found


def _groups(layer: Layer, units: list[tuple[str, Unit]]) -> list[dict[str, Unit]]:
    """Return the units of a passage, those that are one thing together."""
    if not layer.finds:
        return [dict(units)] if units else []
    groups: list[dict[str, Unit]] = []
    for coder, unit in units:
        free = [group for group in groups if coder not in group]
        best = max(free, key=lambda group: _overlap(group, unit, layer.main), default=None)
        if best is not None and _overlap(best, unit, layer.main) > 0:
            best[coder] = unit
        else:
            groups.append({coder: unit})
    return sorted(groups, key=lambda group: min(each.spans[layer.main] for each in group.values()))


def _overlap(group: Mapping[str, Unit], unit: Unit, main: str) -> float:
    """Return how much of the words a unit shares with the most similar one of a group, 0 to 1."""
    start, end = unit.spans[main]
    shares = []
    for other in group.values():
        other_start, other_end = other.spans[main]
        shared = min(end, other_end) - max(start, other_start)
        shares.append(shared / (max(end, other_end) - min(start, other_start)))
    return max(shares)


def _item(
    layer: Layer,
    passage: Passage,
    coders: list[str],
    group: dict[str, Unit],
    corpus: Corpus,
) -> Item:
    by_coder = {coder: group.get(coder) for coder in coders}
    first = next(iter(group.values()))
    name = passage.key
    if layer.finds and first.place is not None:
        name = place_key(passage.article_id, *first.place, corpus.texts[passage.article_id])
    return Item(name, passage, by_coder, group.get(_EXTRACTED), layer.finds)
