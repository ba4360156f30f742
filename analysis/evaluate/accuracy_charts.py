"""
Charts of accuracy: what is expected of each outlet's figures, and scores against hand labels.

In: a run, or measured scores. Out: tables and charts for notebook 09.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from analysis.chart.dot_plots import intervals
from analysis.chart.palette import outlet_marks

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from analysis.core.run_tables import RunTables

__all__ = ["expected_by_outlet", "labelled_scores", "probability_chart", "scores_chart"]

_SHOWN = "found: all|record|attribution|word|linked"


def expected_by_outlet(run: RunTables) -> pd.DataFrame:
    """
    Return the mean probability of the figures of each outlet.

    Parameters
    ----------
    run : RunTables

    Returns
    -------
    DataFrame
        ``outlet`` (null: not named), ``expected`` (0 to 1), ``n`` (figures that have a
        probability) and ``n_articles``; the lowest first.
    """
    known = run.figures.dropna(subset=["p"])
    rows = known.merge(run.articles[["article_id", "outlet"]], on="article_id")
    groups = rows.groupby("outlet", dropna=False)
    table = groups.agg(
        expected=("p", "mean"), n=("p", "size"), n_articles=("article_id", "nunique")
    )
    return table.sort_values("expected", kind="stable").reset_index()


def probability_chart(by_outlet: pd.DataFrame, title: str) -> Figure:
    """
    Draw the share of each outlet's figures that is likely to be right.

    Parameters
    ----------
    by_outlet : DataFrame
        From ``expected_by_outlet``. Not changed.
    title : str

    Returns
    -------
    Figure
    """
    table = pd.DataFrame(
        {
            "metric": "share of figures likely to be right",
            "outlet": by_outlet["outlet"].fillna("(not named)"),
            "estimate": by_outlet["expected"],
            "low": float("nan"),
            "high": float("nan"),
            "n_articles": by_outlet["n_articles"],
            "n_events": by_outlet["n"],
            "p_adjusted": float("nan"),
        }
    )
    return intervals(
        table,
        title=title,
        unit="share, 0 to 1",
        counted="figure",
        marks=_one_mark(table),
        caption=(
            "The mean of calibrated probabilities that value, unit, outcome and qualifier are "
            "right; at the right the number of figures."
        ),
    )


def labelled_scores(measured: pd.DataFrame) -> pd.DataFrame:
    """
    Return the main scores against hand labels in the form of a chart.

    Parameters
    ----------
    measured : DataFrame
        From ``measure_accuracy``. Not changed.

    Returns
    -------
    DataFrame
        As ``comparisons``, with the measure in the place of the outlet.
    """
    main = measured.loc[measured["measure"].str.match(_SHOWN)]
    return pd.DataFrame(
        {
            "metric": "F1 against hand labels",
            "outlet": main["task"] + ", " + main["measure"],
            "estimate": main["value"],
            "low": main["low"],
            "high": main["high"],
            "n_articles": main["articles"],
            "n_events": main["articles"],
            "p_adjusted": float("nan"),
        }
    ).reset_index(drop=True)


def scores_chart(scores: pd.DataFrame, title: str) -> Figure:
    """
    Draw scores against hand labels.

    Parameters
    ----------
    scores : DataFrame
        From ``labelled_scores``. Not changed.
    title : str

    Returns
    -------
    Figure
    """
    articles = int(scores["n_articles"].to_numpy().max()) if len(scores) else 0
    return intervals(
        scores,
        title=title,
        unit="F1, 0 to 1",
        row="measure",
        marks=_one_mark(scores),
        caption=f"{articles} articles; bars are 95% intervals, articles resampled.",
    )


def _one_mark(table: pd.DataFrame) -> dict:
    """Give every row the same mark: colours tell nothing apart here."""
    return dict.fromkeys(table["outlet"], outlet_marks(["machine"])["machine"])
