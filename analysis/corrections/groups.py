"""
Put events, stories and quantities together or apart by hand.

In: corrections with ``merge`` or ``part``. Out: the ``Regrouping`` that events and quantities are
found with, and afterwards an account of which of them hold. A person names articles, or figures by
their place; groups themselves have no name that survives a new run.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from analysis.core.regrouping import Regrouping
from analysis.corrections import places
from analysis.corrections.ledger import Ledger

__all__ = ["GroupCorrections", "article_groups", "figure_groups"]


@dataclass(frozen=True)
class GroupCorrections:
    """
    The merges and parts of one table, with the members found in this run.

    Attributes
    ----------
    members : dict of int to tuple of str
        Members of each correction that is applied, by its index.
    columns : dict of int to str
        ``merge`` or ``part``.
    """

    members: dict[int, tuple[str, ...]]
    columns: dict[int, str]

    @property
    def regrouping(self) -> Regrouping:
        """What the stage that finds the groups is told."""
        merges, parts = [], []
        for index, members in self.members.items():
            (merges if self.columns[index] == "merge" else parts).append(members)
        return Regrouping(tuple(merges), tuple(parts))

    def settle(self, members: pd.Series, groups: pd.Series, ledger: Ledger) -> None:
        """
        Say which corrections hold in the groups that were found.

        Parameters
        ----------
        members : Series of str
            All members.
        groups : Series of str
            The group of each, as it was found.
        ledger : Ledger
        """
        group_of = dict(zip(members, groups, strict=True))
        sizes = groups.value_counts()
        for index, named in self.members.items():
            found = {group_of.get(member) for member in named}
            if any(pd.isna(group) for group in found):
                ledger.settle([index], "not_found", "a member is in no group in this run")
            elif len(found) > 1 and self.columns[index] == "merge":
                why = "the members could not be put together: a part separates them, or they are "
                ledger.settle([index], "not_found", f"{why}in different stories")
            elif len(found) < len(named) and self.columns[index] == "part":
                why = "two of the members are still in one group"
                ledger.settle([index], "not_found", why)
            elif self._stayed(index, group_of, sizes):
                why = "all of its group would leave with it; name a member that stays before it"
                ledger.settle([index], "not_found", f"{why}: 'stays | leaves'")
            else:
                ledger.settle([index], "applied")

    def _stayed(self, index: int, group_of: Mapping[str, str], sizes: pd.Series) -> bool:
        """Return whether a member that is named alone is still in the group it is to leave."""
        first, *more = self.members[index]
        if self.columns[index] != "part" or more:
            return False
        others = (self.members[other] for other in self.members if other != index)
        merged = set().union(*others)
        group = group_of[first]
        return "-part-" not in group and first not in merged and int(sizes.to_dict()[group]) > 1


def article_groups(rows: pd.DataFrame, table: str, ledger: Ledger) -> GroupCorrections:
    """Return the merges and parts of events or stories, whose members are articles."""
    of_table = _of_table(rows, table, ledger)
    named = zip(of_table.index, of_table["members"], strict=True)
    return _found(of_table, {index: tuple(members) for index, members in named})


def figure_groups(
    rows: pd.DataFrame,
    figures: pd.DataFrame,
    texts: Mapping[str, str],
    ledger: Ledger,
) -> GroupCorrections:
    """
    Return the merges and parts of quantities, whose members are figures.

    Parameters
    ----------
    rows : DataFrame
        Corrections whose members are all in articles that are there.
    figures : DataFrame
        The ``figures`` table after its own corrections.
    texts : mapping of str to str
        The text of each article by its id.
    ledger : Ledger
        Is told which figures are not found.

    Returns
    -------
    GroupCorrections
    """
    of_table = _of_table(rows, "quantities", ledger)
    if of_table.empty:
        return GroupCorrections({}, {})
    columns = [figures[name] for name in ("article_id", "start", "end")]
    figure_at = dict(zip(zip(*columns, strict=True), figures["figure_id"], strict=True))
    members: dict[int, tuple[str, ...]] = {}
    for index, keys in zip(of_table.index, of_table["members"], strict=True):
        found = []
        for key in keys:
            place = places.parse_place(key)
            if place is None or place.article_id not in texts:
                why = f"no article of {key!r} in this run"
                break
            span = places.find_place(place, texts[place.article_id])
            if isinstance(span, str):
                why = span
                break
            if (place.article_id, *span) not in figure_at:
                why = f"this run reads no figure at {key!r}"
                break
            found.append(figure_at[place.article_id, *span])
        else:
            members[index] = tuple(found)
            continue
        ledger.settle([index], "not_found", why)
    return _found(of_table, members)


def _found(rows: pd.DataFrame, members: dict[int, tuple[str, ...]]) -> GroupCorrections:
    columns = {index: str(rows.loc[index, "column"]) for index in members}
    return GroupCorrections(members, columns)


def _of_table(rows: pd.DataFrame, table: str, ledger: Ledger) -> pd.DataFrame:
    """Return the merges and parts of a table; of two with the same members the later holds."""
    of_table = rows.loc[rows["table"].eq(table)].sort_values("order")
    members = of_table["members"].map(frozenset)
    is_last = ~members.duplicated(keep="last")
    last_of = dict(zip(members[is_last], of_table.index[is_last], strict=True))
    for index, named in members[~is_last].items():
        winner = last_of[named]
        words = "names the same members; the later one holds"
        ledger.settle([index], "superseded", f"{of_table.loc[winner, 'correction_id']} {words}")
        ledger.tell(winner, f"{of_table.loc[index, 'correction_id']} {words}")
    return of_table.loc[is_last]
