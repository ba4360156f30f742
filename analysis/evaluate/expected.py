"""
Say how many figures of a table are likely to be right.

In: figures or reports with their probability ``p``. Out: one sentence for a notebook. The
probabilities were calibrated on labelled articles, see ``data/models/confidence/CARD.md``.
"""

import pandas as pd

from analysis.core.plurals import count_and_noun

__all__ = ["expected_right"]


def expected_right(figures: pd.DataFrame) -> str:
    """
    Return how many figures are expected to be right: the sum of their probabilities.

    Parameters
    ----------
    figures : DataFrame
        With ``p``, as in FIGURES or REPORTS; rows with null ``p`` were coded by hand and are left
        out. Not changed.

    Returns
    -------
    str
        A sentence. It says so if no figure has a probability.

    Examples
    --------
    >>> expected_right(pd.DataFrame({"p": [0.9, 0.8, 0.8, None]})).split("(")[0]
    'About 2.5 of these 3 figures are expected to be right '
    """
    known = figures["p"].dropna().astype(float)
    if known.empty:
        return "No figure here has a probability of being right."
    expected = f"{known.sum():.0f}" if len(known) >= 10 else f"{known.sum():.1f}"
    number = count_and_noun(len(known), "figure")
    return (
        f"About {expected} of these {number} are expected to be right "
        "(value, outcome and qualifier, not what it is of)."
    )
