"""
How much of what was extracted is likely to be right, and how it scored against hand labels.

In: expected shares by outlet, or scores. Out: findings.
"""

import pandas as pd

from analysis.core.finding import Finding, from_tables

__all__ = ["expected_finding", "scores_finding"]

_MOST_OUTLETS = 20  # figures that an outlet needs before it is named


@from_tables
def expected_finding(by_outlet: pd.DataFrame) -> Finding:
    """
    Say how many of a corpus's figures are likely to be right, and where fewest are.

    Parameters
    ----------
    by_outlet : DataFrame
        ``outlet``, ``expected`` (0 to 1: the mean probability that value, unit, outcome and
        qualifier are right), ``n`` (figures) and ``n_articles``. Not changed.

    Returns
    -------
    Finding
        Kind "none" if no figure has a probability.
    """
    known = by_outlet.dropna(subset=["expected"])
    n_figures = int(known["n"].to_numpy().sum())
    if not n_figures:
        return Finding("No figure of this corpus has a probability of being right.", "none")
    share = float((known["expected"] * known["n"]).to_numpy().sum() / n_figures)
    text = (
        f"About {100 * share:.0f} of 100 figures of this corpus are likely to be right "
        f"(value, unit, outcome and qualifier, not what it is of; {n_figures:,} figures)"
    )
    named = known.loc[known["n"].ge(_MOST_OUTLETS)].dropna(subset=["outlet"])
    outlets: tuple[str, ...] = ()
    if len(named) > 1:
        lowest = named.loc[named["expected"].idxmin()]
        highest = named.loc[named["expected"].idxmax()]
        text += (
            f": from {100 * lowest['expected']:.0f} at {lowest['outlet']} to "
            f"{100 * highest['expected']:.0f} at {highest['outlet']}"
        )
        if len(named) < len(known.dropna(subset=["outlet"])):
            text += f" among outlets with {_MOST_OUTLETS} figures or more"
        outlets = (str(lowest["outlet"]), str(highest["outlet"]))
    n_articles = int(known["n_articles"].to_numpy().sum())
    return Finding(f"{text}.", "expected", outlets=outlets, value=share, n_articles=n_articles)


@from_tables
def scores_finding(scores: pd.DataFrame, n_articles: int) -> Finding:
    """
    Say the best and the worst score against hand labels.

    Parameters
    ----------
    scores : DataFrame
        ``outlet`` (the measure) and ``estimate`` (F1, 0 to 1). Not changed.
    n_articles : int
        Labelled articles.

    Returns
    -------
    Finding
    """
    known = scores.dropna(subset=["estimate"])
    if known.empty:
        return Finding("Nothing was scored: there are no labels to compare with.", "none")
    best, worst = known.loc[known["estimate"].idxmax()], known.loc[known["estimate"].idxmin()]
    text = (
        f"On {n_articles} labelled articles: {best['outlet']}, F1 {best['estimate']:.2f} at best, "
        f"{worst['outlet']}, {worst['estimate']:.2f} at worst."
    )
    return Finding(
        text,
        "scores",
        low=float(worst["estimate"]),
        high=float(best["estimate"]),
        n_articles=n_articles,
    )
