"""
What each allowed value means, from the codebook of the project.

In: ``data/README.md``, which documents values by hand. Out: the meaning of each value of a column.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from analysis.core import codebook

__all__ = ["meanings"]

_VALUE = re.compile(r"`([^`]+)`")

_Cells = list[str]


@cache
def _blocks() -> tuple[tuple[_Cells, ...], ...]:
    """Return the tables that people wrote into the codebook, as cells."""
    written, _, _ = codebook.PATH.read_text(encoding="utf-8").partition(codebook.BEGIN)
    blocks: list[tuple[_Cells, ...]] = []
    rows: list[_Cells] = []
    for line in [*written.splitlines(), ""]:
        if line.startswith("|"):
            rows.append([cell.strip() for cell in line.strip().strip("|").split("|")])
        elif rows:
            blocks.append(tuple(rows))
            rows = []
    return tuple(blocks)


def meanings(column: str, values: Sequence[str]) -> dict[str, str]:
    """
    Return what the allowed values of a column mean.

    Parameters
    ----------
    column : str
    values : sequence of str

    Returns
    -------
    dict of str to str
        Without values that the codebook does not explain, such as yes and no.

    Examples
    --------
    >>> meanings("polarity", ("neutral", "no target"))
    {'neutral': 'neither'}
    """
    best: dict[str, str] = {}
    for block in _blocks():
        found: dict[str, str] = {}
        for value, meaning in _explained(block, column):
            if value in values:
                found.setdefault(value, meaning)
        if len(found) > len(best):
            best = found
    return {value: best[value] for value in values if value in best}


def _explained(block: Sequence[_Cells], column: str) -> Iterator[tuple[str, str]]:
    """Yield each value of a table with its meaning; where columns are named, those of one."""
    current = ""
    names_columns = len(block[0]) > 2 and block[0][1] == "value"
    for cells in block:
        if names_columns:
            current = cells[0].strip("`") or current
            if current != column:
                continue
            cells = cells[1:]
        matched = _VALUE.fullmatch(cells[0])
        if matched and len(cells) > 1:
            yield matched[1], cells[1]
