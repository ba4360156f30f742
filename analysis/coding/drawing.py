"""
Draw at random what is coded, spread evenly over strata such as outlets.

In: a table with a stratum for each row. Out: rows in random order.
"""

import numpy as np
import pandas as pd

from analysis.core.errors import ParameterError

__all__ = ["draw_evenly", "validate_pool"]


def draw_evenly(
    pool: pd.DataFrame,
    strata: pd.Series,
    n_rows: int,
    random: np.random.Generator,
) -> pd.DataFrame:
    """
    Return rows in random order, as many from each stratum as there are.

    Parameters
    ----------
    pool : DataFrame
        Not changed.
    strata : Series of str
        With the same index.
    n_rows : int
        All rows if there are fewer.
    random : Generator

    Returns
    -------
    DataFrame
    """
    ranked = pool.assign(stratum=strata, rank=random.random(len(pool))).sort_values("rank")
    ranked = ranked.assign(turn=ranked.groupby("stratum").cumcount())
    drawn = ranked.sort_values(["turn", "rank"]).head(n_rows).sort_values("rank")
    return drawn.drop(columns=["stratum", "rank", "turn"]).reset_index(drop=True)


def validate_pool(pool: pd.DataFrame, noun: str) -> None:
    """Raise a ParameterError if there is nothing to draw from."""
    if pool.empty:
        raise ParameterError(
            f"The corpus has no {noun} to code. Choose another layer: "
            f"parallax sample-for-coding --help"
        )
