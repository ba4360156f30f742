"""
Put members together or apart by hand, after a stage has grouped them.

In: the group of each member, and sets of members that a person joins or separates. Out: the new
group of each. Events, stories and quantities are regrouped in this way; which members a person
meant is decided in ``analysis.corrections``.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

import pandas as pd

__all__ = ["NO_REGROUPING", "Regrouping"]


@dataclass(frozen=True)
class Regrouping:
    """
    Sets of members that belong together, and sets whose members belong in different groups.

    Attributes
    ----------
    merges : tuple of tuple of str
        Members whose whole groups become one.
    parts : tuple of tuple of str
        Members of which no two are in one group. The first stays in its group, and each other one
        that is in the same group leaves it. A member that is named alone leaves its group. Where a
        merge and a part contradict each other, the part holds.
    ties : tuple of tuple of str
        Further members that leave together where one of them leaves; those of a merge always do.
    """

    merges: tuple[tuple[str, ...], ...] = ()
    parts: tuple[tuple[str, ...], ...] = ()
    ties: tuple[tuple[str, ...], ...] = ()

    def __bool__(self) -> bool:
        """Return whether anything is put together or apart."""
        return bool(self.merges or self.parts)

    def apply(self, members: pd.Series, groups: pd.Series) -> pd.Series:
        """
        Return the group of each member after the merges and parts.

        Parameters
        ----------
        members : Series of str
            Their ids, in an order that decides which group keeps its name: the first one's.
        groups : Series of str
            The group of each, with the same index; null for a member that is in none.

        Returns
        -------
        Series of str
            Members that are not named, or that are in no group, stay as they are. A group of
            members that left is called after the group that they left, with the id of the member
            that the part names.
        """
        meant = self._among(members)
        if not meant:
            return groups
        group_of = {
            member: group
            for member, group in zip(members, groups, strict=True)
            if not pd.isna(group)
        }
        # Parts come first, so that a merge joins only what is left of a group, and once more for
        # members that only a merge brings together.
        for named in meant.parts:
            if len(named) == 1:
                meant._leave(named[0], group_of, staying=frozenset())
        meant._separate(group_of)
        meant._merge(group_of)
        meant._separate(group_of)
        return groups.mask(members.isin(list(group_of)), members.map(group_of.get))

    def tied(self, member: str) -> set[str]:
        """Return a member and all that merges and ties join with it, directly or by others."""
        found = {member}
        waiting = [member]
        while waiting:
            for kind, number in self._sets_of.get(waiting.pop(), ()):
                if kind != "parts":
                    others = set(getattr(self, kind)[number]) - found
                    found |= others
                    waiting.extend(others)
        return found

    @cached_property
    def _sets_of(self) -> dict[str, list[tuple[str, int]]]:
        """The sets that name each member: what they say, and their number."""
        found: dict[str, list[tuple[str, int]]] = defaultdict(list)
        for kind in ("merges", "parts", "ties"):
            for number, named in enumerate(getattr(self, kind)):
                for member in named:
                    found[member].append((kind, number))
        return dict(found)

    def _among(self, members: Iterable[str]) -> "Regrouping":
        """Return the sets that name some of the members, in their order."""
        if not self:
            return self
        sets_of = self._sets_of
        named = sorted({one for member in members for one in sets_of.get(member, ())})
        sets: dict[str, list[tuple[str, ...]]] = {"merges": [], "parts": [], "ties": []}
        for kind, number in named:
            sets[kind].append(getattr(self, kind)[number])
        return Regrouping(**{kind: tuple(of_kind) for kind, of_kind in sets.items()})

    def _merge(self, group_of: dict[str, str]) -> None:
        """Put the groups of merged members together; the first group keeps its name."""
        place: dict[str, int] = {}
        for group in group_of.values():
            place.setdefault(group, len(place))
        merged_into: dict[str, str] = {}

        def name_of(group: str) -> str:
            while group in merged_into:
                group = merged_into[group]
            return group

        for members in self.merges:
            names = {name_of(group_of[one]) for one in members if one in group_of}
            first, *others = sorted(names, key=place.__getitem__) or [""]
            merged_into.update(dict.fromkeys(others, first))
        for member, group in group_of.items():
            group_of[member] = name_of(group)

    def _separate(self, group_of: dict[str, str]) -> None:
        """Let members of a part leave a group that an earlier member of the part is in."""
        for named in self.parts:
            taken: set[str] = set()
            for member in filter(group_of.__contains__, named):
                if group_of[member] in taken:
                    self._leave(member, group_of, staying=frozenset(named) - {member})
                taken.add(group_of[member])

    def _leave(self, member: str, group_of: dict[str, str], staying: frozenset[str]) -> None:
        """Move a member, and those of its group that belong to it, to a group of their own."""
        if member not in group_of:
            return
        group = group_of[member]
        leaving = {one for one in self.tied(member) if group_of.get(one) == group}
        if leaving & staying:
            leaving = {member}
        is_whole_group = list(group_of.values()).count(group) == len(leaving)
        if not is_whole_group:
            group_of.update(dict.fromkeys(leaving, f"{group}-part-{member}"))


NO_REGROUPING = Regrouping()
"""Nothing is put together or apart."""
