"""
The clearest difference between outlets in what they call somebody.

In: the choices of names by outlet, and the tests of these choices. Out: a finding.
"""

from dataclasses import replace

import pandas as pd

from analysis.compare.findings.differences import (
    SIGNIFICANCE,
    difference_finding,
    p_words,
    standing_out,
)
from analysis.compare.naming_contrast import Contrast, clearest_contrast
from analysis.core.finding import LEAST_ARTICLES, LEAST_MENTIONS, Finding, from_tables
from analysis.core.printed_names import printed_name

__all__ = ["naming_finding"]

_WHAT = "names"


@from_tables
def naming_finding(
    choices: pd.DataFrame,
    differences: pd.DataFrame,
    min_events: int,
    n_uncounted: int = 0,
) -> Finding:
    """
    Say in which name two outlets differ most, and whether that was tested.

    Parameters
    ----------
    choices : DataFrame
        From ``naming_choices``, with ``p_articles`` of ``with_article_test`` if there are any. Not
        changed.
    differences : DataFrame
        The ``differences`` table of ``naming_values``, where they could be tested. Not changed.
    min_events : int
        Shared events that a test needs.
    n_uncounted : int
        Generic names whose party the articles do not tell.

    Returns
    -------
    Finding
        A tested difference if there is one. Otherwise the widest gap between two outlets with
        enough mentions, and why it was not tested. Kind "none" if there is neither.
    """
    note = ""
    if n_uncounted:
        note = (
            f" {n_uncounted:,} generic names are not counted: whose they are was not read in their "
            "articles."
        )
        if n_uncounted == 1:
            note = " 1 generic name is not counted: whose it is was not read in its article."
    if len(standing_out(differences)):
        return _with_note(difference_finding(differences, min_events, _WHAT), note)
    contrast = clearest_contrast(choices)
    if contrast is not None:
        return _contrast_finding(choices, contrast, differences, min_events, note)
    if choices.empty:
        text = "No article names anybody for whom there is a choice of names."
    else:
        text = (
            f"No two outlets have {LEAST_MENTIONS} mentions of one referent in {LEAST_ARTICLES} "
            "articles or more, so none are compared."
        )
    return Finding(text + note, "none")


def _contrast_finding(
    choices: pd.DataFrame,
    contrast: Contrast,
    differences: pd.DataFrame,
    min_events: int,
    note: str,
) -> Finding:
    """Say the widest gap, with what is known of its certainty."""
    referent, choice = printed_name(contrast.referent), printed_name(contrast.choice)
    own = differences.loc[differences["metric"].eq(f"name: {referent} = {choice}")]
    own = own.loc[own["outlet"].isin([contrast.more, contrast.less])]
    p_articles = _p_over_articles(choices, contrast)
    if own["p_adjusted"].notna().any():
        certainty = "on the events that both share with others, chance can explain it"
    elif p_articles is not None and p_articles < SIGNIFICANCE:
        certainty = (
            f"p {p_words(p_articles)} over their articles, adjusted; they may be of other events"
        )
    elif p_articles is not None:
        certainty = "chance can explain it"
    else:
        certainty = f"not tested: a test needs {min_events} events that other outlets report too"
    form = ""
    if (
        contrast.printed.lower() != choice.lower()
    ):  # a choice has several forms: "killed" is also "dead"
        form = f" (most often “{contrast.printed}”)"
    text = (
        f"For {referent}, {contrast.more} uses “{choice}”{form} in {contrast.share_more:.0%} "
        f"of {contrast.n_more:,} mentions, {contrast.less} in {contrast.share_less:.0%} of "
        f"{contrast.n_less:,} ({certainty})."
    )
    return Finding(
        text + note,
        "contrast",
        outlets=(contrast.more, contrast.less),
        value=contrast.share_more - contrast.share_less,
        low=contrast.share_less,
        high=contrast.share_more,
        tested=bool(own["p_adjusted"].notna().any() or p_articles is not None),
        p_adjusted=p_articles,
    )


def _p_over_articles(choices: pd.DataFrame, contrast: Contrast) -> float | None:
    """Return the p-value of the contrast over articles; None if it was not tested."""
    if "p_articles" not in choices:
        return None
    is_own = choices["referent"].eq(contrast.referent) & choices["choice"].eq(contrast.choice)
    known = choices.loc[is_own & choices["outlet"].eq(contrast.more), "p_articles"].dropna()
    return float(known.iloc[0]) if len(known) else None


def _with_note(found: Finding, note: str) -> Finding:
    return replace(found, text=found.text + note)
