"""
An outlet's profile: all measures of all articles in one tidy table, to compare outlets on them.

In: a run. Out: one row for each article and metric, for ``analysis.compare.estimates``. The
measures themselves are computed in ``analysis.measure``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from analysis.compare.shares import article_values
from analysis.measure import sourcing, tone

if TYPE_CHECKING:
    from analysis.run.pipeline import Run

__all__ = ["sourcing_measures", "standardised", "values"]

_COLUMNS = ["metric", "article_id", "event_id", "outlet", "value", "denominator"]


def values(run: Run) -> pd.DataFrame:
    """
    Return every measure of every article.

    Parameters
    ----------
    run : Run
        Preferably without duplicates: ``run.without_copies()``.

    Returns
    -------
    DataFrame
        ``metric``, ``article_id``, ``event_id``, ``outlet``, ``value``, ``denominator`` (1 for what
        is not a share). Articles without an outlet, or with nothing to measure, have no row.
    """
    parts = [
        sourcing_measures(run),
        _tone(run, "own", "tone in own words"),
        _tone(run, "attributed", "tone of attributed words"),
        _frames(run),
    ]
    whole = pd.concat([_with_denominator(part) for part in parts])
    whole = whole.dropna(subset=["value", "denominator", "outlet"])
    return whole.loc[whole["denominator"] > 0].reset_index(drop=True)


def sourcing_measures(run: Run) -> pd.DataFrame:
    """
    Return the measures of sources, doubt and blame, of every article.

    Parameters
    ----------
    run : Run

    Returns
    -------
    DataFrame
        As ``values``: shares, with their denominators.
    """
    articles, attributions = run.articles, run.attributions
    parts = [
        sourcing.attributed_words(articles, run.sentences),
        sourcing.anonymous_sources(articles, attributions),
        sourcing.figures_without_source(articles, run.figures),
        sourcing.agentless_clauses(articles, run.agency),
        sourcing.own_voice_blame(articles, run.agency, run.attribution_spans),
        sourcing.cues_of_stance(articles, attributions, "distancing"),
        sourcing.cues_of_stance(articles, attributions, "endorsing"),
    ]
    return pd.concat(parts, ignore_index=True).dropna(subset=["outlet"])


def _with_denominator(part: pd.DataFrame) -> pd.DataFrame:
    """Return the columns of the result, with denominator 1 if the metric has none."""
    if "denominator" not in part:
        part = part.assign(denominator=1.0)
    return part.loc[:, _COLUMNS]


def _tone(run: Run, voice: str, metric: str) -> pd.DataFrame:
    """Return the tone of one voice."""
    by_article = tone.article_tone(run.tone, run.articles)
    by_article = by_article.loc[by_article["voice"] == voice].dropna(subset=["value"])
    return article_values(by_article, "value", run.articles, metric)


def _frames(run: Run) -> pd.DataFrame:
    """Return the score of each frame."""
    scored = run.frames.dropna(subset=["score"])
    named = scored.assign(frame=scored["frame"].str.replace("_", " ") + " frame")
    return article_values(named, "score", run.articles, "frame")


def standardised(differences: pd.DataFrame) -> pd.DataFrame:
    """
    Bring an outlet's differences in unlike measures to one scale, so that one chart can show them.

    Parameters
    ----------
    differences : DataFrame
        Rows of one outlet of the ``DIFFERENCES`` table. Not changed.

    Returns
    -------
    DataFrame
        A ``comparisons`` table with a row for each metric, which takes the place of the outlet.
        ``estimate`` is Hedges' g, positive if the outlet is higher than the others; ``low`` and
        ``high`` are the interval of the difference on the same scale, null if there are too few
        events or no variation between them.
    """
    difference = differences["difference"]
    scale = differences["effect"] / difference.where(difference.ne(0))
    return pd.DataFrame(
        {
            "metric": "difference from other outlets",
            "outlet": differences["metric"],
            "estimate": differences["effect"],
            "low": differences["low"] * scale,
            "high": differences["high"] * scale,
            "n_articles": differences["n_events"],
            "n_events": differences["n_events"],
            "p_adjusted": differences["p_adjusted"],
        }
    )
