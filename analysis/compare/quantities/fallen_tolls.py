"""
Tell when an outlet's toll has fallen too far to be of the same event.

In: statements. Out: which pairs, or which tolls. The dead of an event are found one after the
other, so an outlet that printed 58 and days later prints 1 tells of another event. Of seven judged
rows of real reports in which a later toll was at most half of an earlier one, none held one thing
(``data/labels/differing_rows.csv``). Rival counts of two outlets may well differ by more, and the
missing and those in hospital become fewer. A correction by half or more is taken for another event.
"""

import numpy as np
import pandas as pd

from analysis.compare.quantities.statements import Statements

__all__ = ["fallen_tolls", "without_fallen"]

_KILLED = "killed"
_HALF = 0.5


def fallen_tolls(statements: Statements, first: np.ndarray, second: np.ndarray) -> np.ndarray:
    """
    Return which pairs are two tolls of an outlet, the later at most half of the earlier.

    Parameters
    ----------
    statements : Statements
    first, second : arrays of int
        Rows of each pair, in either order.

    Returns
    -------
    array of bool
        False for numbers of one day, and for tolls in words alone ("many dead").
    """
    rows = statements.rows
    is_toll = _are_tolls(rows)
    outlet = rows["outlet"].to_numpy()
    day = pd.to_datetime(rows["published"]).dt.normalize().to_numpy()
    amount = rows["amount"].to_numpy(float)
    of_one = is_toll[first] & is_toll[second] & (outlet[first] == outlet[second])
    falls = (day[first] < day[second]) & (amount[second] <= _HALF * amount[first])
    falls |= (day[second] < day[first]) & (amount[first] <= _HALF * amount[second])
    return of_one & falls


def _are_tolls(rows: pd.DataFrame) -> np.ndarray:
    is_toll = rows["outcome"].eq(_KILLED) & rows["amount"].notna() & rows["part_of"].isna()
    return (is_toll & rows["scope"].eq("event")).to_numpy(bool)


def without_fallen(tolls: pd.DataFrame) -> pd.DataFrame:
    """
    Return tolls but those at most half of what their outlet printed in the story on a day before.

    Parameters
    ----------
    tolls : DataFrame
        Statements of one outcome with ``story``, ``outlet``, ``published`` and ``amount``. Not
        changed.

    Returns
    -------
    DataFrame
        Rows that are kept, in the same order. All, if they are not of people killed.
    """
    killed = tolls.loc[tolls["outcome"].eq(_KILLED) & tolls["published"].notna()]
    by_day = killed.assign(day=pd.to_datetime(killed["published"]).dt.normalize())
    by_day = by_day.groupby(["story", "outlet", "day"], sort=True)["amount"].max()
    before = by_day.groupby(level=["story", "outlet"]).cummax()
    before = before.groupby(level=["story", "outlet"]).shift()
    days = pd.to_datetime(tolls["published"]).dt.normalize()
    keys = pd.MultiIndex.from_arrays([tolls["story"], tolls["outlet"], days])
    most = before.reindex(keys).to_numpy(float)
    has_fallen = tolls["amount"].to_numpy(float) <= _HALF * most
    return tolls.loc[~has_fallen]
