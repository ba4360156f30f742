"""
Bring all measures of articles into one tidy frame, so that an outlet can be set against the others in all of them.

In: a run. Out: one row an article and metric, for ``analysis.compare.estimates``. Nothing is measured here anew.
"""

import pandas as pd

from analysis.compare.shares import article_counts, article_values
from analysis.measure import sourcing, tone

__all__ = ["standardised", "values"]


def values(run):
    """
    Give every measure of every article.

    Parameters
    ----------
    run : Run
        Better without copies: ``run.without_copies()``.

    Returns
    -------
    DataFrame
        ``metric``, ``article_id``, ``event_id``, ``outlet``, ``value``, ``denominator`` (1 for what is no share).
        Articles that have nothing to measure are not there; nor are those without an outlet.
    """
    articles = run.articles
    parts = [
        sourcing.attributed_words(articles, run.sentences),
        sourcing.anonymous_sources(articles, run.attributions),
        sourcing.figures_without_source(articles, run.figures),
        sourcing.agentless_clauses(articles, run.agency),
        sourcing.own_voice_blame(articles, run.agency, run.attribution_spans),
        article_counts(
            run.attributions,
            run.attributions["cue_stance"].eq("distancing"),
            articles,
            "distancing cues",
        ),
        article_counts(
            run.attributions,
            run.attributions["cue_stance"].eq("endorsing"),
            articles,
            "endorsing cues",
        ),
        _tone(run, "own", "tone in own words"),
        _tone(run, "attributed", "tone of attributed words"),
        _frames(run),
    ]
    columns = ["metric", "article_id", "event_id", "outlet", "value", "denominator"]
    whole = pd.concat(
        [part.assign(denominator=part.get("denominator", 1.0))[columns] for part in parts]
    )
    return (
        whole.dropna(subset=["value", "denominator", "outlet"])
        .query("denominator > 0")
        .reset_index(drop=True)
    )


def _tone(run, voice, metric):
    by_article = (
        tone.article_tone(run.tone, run.articles).query("voice == @voice").dropna(subset=["value"])
    )
    return article_values(by_article, "value", run.articles, metric)


def _frames(run):
    scored = run.frames.dropna(subset=["score"])
    named = scored.assign(frame=scored["frame"].str.replace("_", " ") + " frame")
    return article_values(named, "score", run.articles, "frame")


def standardised(differences):
    """
    Bring differences of unlike measures to one scale, to be drawn together.

    Parameters
    ----------
    differences : DataFrame
        Rows of one outlet of the ``DIFFERENCES`` table. Not changed.

    Returns
    -------
    DataFrame
        A ``comparisons`` table with a row a metric (in the place of the outlet): ``estimate`` is Hedges' g, and the
        interval is that of the difference on the same scale; null where there are too few events.
    """
    scale = differences["effect"] / differences["difference"].where(differences["difference"].ne(0))
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
