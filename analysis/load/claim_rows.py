"""
The types that every reader of claims shares.

In: nothing. Out: ``ClaimRow``, a row of the ``claims`` table as a reader found it, and ``Fault``,
what is wrong with it. ``claims`` makes the tables of them.
"""

from typing import NamedTuple

__all__ = ["Claim", "ClaimRow", "Fault"]

Claim = dict[str, object]
"""A row of the ``claims`` table by column; columns that are left out are null."""


class Fault(NamedTuple):
    """What is wrong with a row, and whether the row can still be used."""

    reason: str
    kept: bool


class ClaimRow(NamedTuple):
    """
    One claim of a file.

    Parameters
    ----------
    where : str
        File and line, as a user finds it again: "bridge.csv, line 3".
    claim : dict
        Empty if the row cannot be read.
    faults : list of Fault
        A claim with a fault that is not ``kept`` cannot be used.
    id_column : str
        What the file calls ``claim_id``, for messages.
    """

    where: str
    claim: Claim
    faults: list[Fault]
    id_column: str
