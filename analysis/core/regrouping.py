"""
Put members together or apart by hand, after a stage has grouped them.

In: the group of each member, and sets of members that a person joins or separates. Out: the new
group of each. Events, stories and quantities are regrouped in this way; which members a person
meant is decided in ``analysis.corrections``.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

import pandas as pd

__all__ = ["NO_REGROUPING", "Regrouping"]


@dataclass(frozen=True)
class Regrouping:
    """
    Sets of members that belong together, and sets that belong in a group of their own.

    Attributes
    ----------
    merges : tuple of tuple of str
        Members whose whole groups become one.
    parts : tuple of tuple of str
        Members that leave their group together; made after the merges.
    """

    merges: tuple[tuple[str, ...], ...] = ()
    parts: tuple[tuple[str, ...], ...] = ()

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
            Members that are not named, or that are in no group, stay as they are. A part is called
            after the group that its first member leaves, with the member's id.
        """
        meant = self._among(members)
        if not meant:
            return groups
        group_of = dict(zip(members, groups, strict=True))
        renamed = meant._renamed(group_of)
        changed = groups.map(lambda group: renamed.get(group, group), na_action="ignore")
        return meant._parted(members, changed)

    @cached_property
    def _sets_of(self) -> dict[str, list[int]]:
        """The numbers of the sets that name each member, parts after merges."""
        found: dict[str, list[int]] = defaultdict(list)
        for number, named in enumerate((*self.merges, *self.parts)):
            for member in named:
                found[member].append(number)
        return dict(found)

    def _among(self, members: Iterable[str]) -> "Regrouping":
        """Return the sets that name some of the members, in their order."""
        if not self:
            return self
        sets_of = self._sets_of
        numbers = sorted({number for member in members for number in sets_of.get(member, ())})
        n_merges = len(self.merges)
        merges = [self.merges[number] for number in numbers if number < n_merges]
        parts = [self.parts[number - n_merges] for number in numbers if number >= n_merges]
        return Regrouping(tuple(merges), tuple(parts))

    def _renamed(self, group_of: Mapping[str, str]) -> dict[str, str]:
        """Return the new name of each group that is merged into another."""
        place: dict[str, int] = {}
        for group in group_of.values():
            place.setdefault(group, len(place))
        merged_into: dict[str, str] = {}

        def name_of(group: str) -> str:
            while group in merged_into:
                group = merged_into[group]
            return group

        for members in self.merges:
            names = {name_of(group_of[one]) for one in members if _is_grouped(one, group_of)}
            first, *others = sorted(names, key=place.__getitem__) or [""]
            merged_into.update(dict.fromkeys(others, first))
        return {group: name_of(group) for group in merged_into}

    def _parted(self, members: pd.Series, groups: pd.Series) -> pd.Series:
        """Return the groups with the parts named anew."""
        group_of = dict(zip(members, groups, strict=True))
        named: dict[str, str] = {}
        for part in self.parts:
            found = [one for one in part if _is_grouped(one, group_of)]
            named.update({one: f"{group_of[found[0]]}-part-{min(found)}" for one in found})
        return groups.mask(members.isin(list(named)), members.map(named.get))


def _is_grouped(member: str, group_of: Mapping[str, str]) -> bool:
    return member in group_of and not pd.isna(group_of[member])


NO_REGROUPING = Regrouping()
"""Nothing is put together or apart."""
