"""
Keep account of what became of each correction.

In: corrections and what is found about them one after the other. Out: the ``corrections`` table
with a status for each row, rows of ``problems``, and counts for the manifest.
"""

from collections import Counter
from collections.abc import Iterable

import numpy as np
import pandas as pd

from analysis.core import tables
from analysis.corrections.kinds import ACTIONS
from analysis.corrections.read import FILE_COLUMNS, Corrections

__all__ = ["STAGE", "Ledger"]

STAGE = "corrections"
"""The stage of problems of corrections."""

_TOLD = ("not_found", "superseded")


def _is_open(rows: pd.DataFrame) -> pd.Series:
    """Return which corrections are not filled in yet; some columns say all by themselves."""
    says_all = [
        column in ACTIONS.get(table, ()) and column != "checked"
        for table, column in zip(rows["table"], rows["column"], strict=True)
    ]
    is_empty = rows["new"].isna().to_numpy()
    return pd.Series(is_empty & ~np.array(says_all, dtype=bool), index=rows.index)


class Ledger:
    """
    What became of the corrections of a file.

    Parameters
    ----------
    corrections : Corrections

    Attributes
    ----------
    rows : DataFrame
        The corrections.
    """

    def __init__(self, corrections: Corrections) -> None:
        self.name = corrections.name
        self.rows = corrections.rows
        self._status: dict[int, str] = {}
        self._why: dict[int, str] = {}
        self._told: dict[int, None] = {}
        self.settle(self.rows.index[_is_open(self.rows)], "open")

    def settle(self, indices: Iterable[int], status: str, why: str = "") -> None:
        """Set the status of corrections, and why."""
        for index in indices:
            self._status[index] = status
            if why:
                self.explain(index, why)

    def explain(self, index: int, why: str) -> None:
        """Add words to what is said of a correction."""
        earlier = self._why.get(index)
        self._why[index] = f"{earlier}; {why}" if earlier else why

    def tell(self, index: int, why: str) -> None:
        """Add words that are a problem too, although the correction is applied."""
        self.explain(index, why)
        self._told[index] = None

    def status_of(self, index: int) -> str | None:
        """Return the status of a correction, None if it is not settled yet."""
        return self._status.get(index)

    def unsettled(self) -> pd.DataFrame:
        """Return the corrections that have no status yet."""
        return self.rows.loc[~self.rows.index.isin(list(self._status))]

    def rows_that_hold(self) -> pd.DataFrame:
        """Return the corrections that are applied, or are not settled yet."""
        holds = [self._status.get(index, "applied") == "applied" for index in self.rows.index]
        return self.rows.loc[holds]

    def add(self, other: "Ledger", indices: Iterable[int]) -> None:
        """Take over what became of some corrections in one shard of a corpus."""
        for index in indices:
            # what is applied in one shard is applied, whatever another shard says
            status = other._status.get(index)
            if status is None or self._status.get(index) == "applied":
                continue
            self._status[index] = status
            if index in other._why:
                self._why[index] = other._why[index]
            elif status == "applied":
                self._why.pop(index, None)
            if index in other._told:
                self._told[index] = None

    def table(self) -> pd.DataFrame:
        """Return the ``corrections`` table."""
        rows = self.rows.loc[:, list(FILE_COLUMNS)]
        status = [self._status.get(index, "not_found") for index in rows.index]
        why = [self._why.get(index) for index in rows.index]
        return tables.make(rows.assign(status=status, why=why), tables.CORRECTIONS)

    def problems(self) -> pd.DataFrame:
        """Return a row of ``problems`` for each correction of which something must be told."""
        found = []
        columns = [self.rows[name] for name in ("correction_id", "article_id", "where")]
        for index, correction_id, article_id, where in zip(self.rows.index, *columns, strict=True):
            status = self._status.get(index, "not_found")
            if status not in _TOLD and index not in self._told:
                continue
            why = self._why.get(index, "there is no such row in this run")
            reason = f"{where} ({correction_id}), {status.replace('_', ' ')}: {why}"
            row = {"article_id": article_id, "stage": STAGE, "reason": reason, "kept": True}
            found.append(row)
        return tables.make(found, tables.PROBLEMS)

    def counts(self) -> dict[str, int]:
        """Return how many corrections there are of each status."""
        counted = Counter(self._status.get(index, "not_found") for index in self.rows.index)
        named = {name: counted[name] for name in tables.CORRECTION_STATUSES}
        return {"rows": len(self.rows), **named}
