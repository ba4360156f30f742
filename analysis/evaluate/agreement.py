"""
Agreement between codings: of coders with each other, and of extraction with a hand-coded sheet.

In: tidy codings, or pairs of ``figures`` or ``attributions`` tables of the same articles, one of
them coded by hand. Out: the ``RELIABILITY`` or ``SCORES`` table, with intervals from resampling
articles. What counts as found is defined with each function. A coder is not the truth: coders
differ too, and extraction cannot be shown to be better than they agree. The scores apply to
articles like the coded ones.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

import numpy as np
import pandas as pd

from analysis.compare.intervals import Bootstrap
from analysis.core.errors import ParameterError, TableError, unknown_value_message
from analysis.core.figure_kinds import counted_figures
from analysis.core.tables import RELIABILITY, SCORES, make
from analysis.evaluate.matched_attributions import attribution_counts
from analysis.evaluate.matching import figure_counts, match_figures

__all__ = ["disagreements", "reliability", "score_attributions", "score_figures"]

DISTANCES = ("nominal", "interval")
MAX_ALPHA_RESAMPLES = 200  # each resample costs a whole alpha
_SCORED_UNITS = ("people", "bodies")
_CODING_COLUMNS = ("variable", "coder", "item", "label")
_DISAGREEMENT_COLUMNS = ["article_id", "side", "start", "end", "text", "low", "high"]

Coding = tuple[object, object]  # the coder and the label of one item
Bounds = tuple[float | None, float | None]


def reliability(
    codings: pd.DataFrame, distance: str = "nominal", bootstrap: Bootstrap | None = None
) -> pd.DataFrame:
    """
    Compute Krippendorff's alpha for each variable.

    Parameters
    ----------
    codings : DataFrame
        One row for each coding: ``variable``, ``coder``, ``item``, ``label``. Codings with a null
        label count as not made. Not changed.
    distance : {"nominal", "interval"}
        Whether labels are names, or numbers whose differences count.
    bootstrap : Bootstrap, optional
        Items are resampled, at most 200 times.

    Returns
    -------
    DataFrame
        The ``RELIABILITY`` table. ``alpha`` is at most 1, and higher is more agreement; it is null
        if no item has two codings or if all labels are the same, since nothing then shows whether
        coders can tell labels apart. There is no interval with fewer than ``bootstrap.min_events``
        items.

    Raises
    ------
    TableError
        If a column is missing, or a coder codes an item twice.
    ParameterError
        If the distance is unknown.

    References
    ----------
    .. [1] Krippendorff, K. (2004). Content Analysis, 2nd ed. Sage, ch. 11.
       Computed by ``nltk.metrics.agreement``.
    """
    if distance not in DISTANCES:
        raise ParameterError(unknown_value_message("distance", distance, DISTANCES))
    _check_codings(codings)
    rows = []
    for variable, group in codings.dropna(subset="label").groupby("variable", sort=False):
        rows.append(_reliability(variable, group, distance, bootstrap or Bootstrap()))
    return make(rows, RELIABILITY)


def _check_codings(codings: pd.DataFrame) -> None:
    """Raise a TableError if a column is missing or a coder codes an item twice."""
    missing = [name for name in _CODING_COLUMNS if name not in codings]
    if missing:
        raise TableError(
            f"codings has no column {', '.join(missing)}; it needs one row for each coding, "
            f"with {', '.join(_CODING_COLUMNS)}."
        )
    repeated = codings[codings.duplicated(["variable", "coder", "item"])]
    if len(repeated):
        row = repeated.iloc[0]
        raise TableError(
            f"Coder {row['coder']!r} codes {row['variable']!r} of item {row['item']} twice."
        )


def _reliability(
    variable: object,
    codings: pd.DataFrame,
    distance: str,
    bootstrap: Bootstrap,
) -> dict[str, object]:
    """Return the row of one variable."""
    items = []
    for _, group in codings.groupby("item", sort=False):
        if len(group) > 1:
            items.append(list(zip(group["coder"], group["label"], strict=True)))
    equal = []
    for item in items:
        equal += [first == second for (_, first), (_, second) in combinations(item, 2)]
    low, high = _alpha_interval(items, distance, bootstrap)
    return {
        "variable": variable,
        "alpha": _alpha(items, distance),
        "low": low,
        "high": high,
        "agreement": float(np.mean(equal)) if equal else None,
        "n_items": len(items),
        "n_coders": codings["coder"].nunique(),
    }


def _alpha(items: Sequence[Sequence[Coding]], distance: str) -> float | None:
    """Return Krippendorff's alpha, None with fewer than two different labels."""
    from nltk.metrics.agreement import AnnotationTask
    from nltk.metrics.distance import binary_distance, interval_distance

    triples = []
    for number, item in enumerate(items):
        triples += [(str(coder), str(number), label) for coder, label in item]
    labels = {label for _, _, label in triples}
    if len(labels) < 2:
        return None
    function = binary_distance if distance == "nominal" else interval_distance
    return AnnotationTask(triples, function).alpha()


def _alpha_interval(
    items: Sequence[Sequence[Coding]], distance: str, bootstrap: Bootstrap
) -> Bounds:
    """Return the percentile interval of alpha over resampled items."""
    if len(items) < bootstrap.min_events:
        return None, None
    rng = np.random.default_rng(bootstrap.seed)
    alphas = []
    for _ in range(min(bootstrap.n, MAX_ALPHA_RESAMPLES)):
        sample = [items[position] for position in rng.integers(len(items), size=len(items))]
        alpha = _alpha(sample, distance)
        if alpha is not None:
            alphas.append(alpha)
    if not alphas:
        return None, None
    return _percentile_interval(alphas, bootstrap)


def _percentile_interval(values: Sequence[float] | np.ndarray, bootstrap: Bootstrap) -> Bounds:
    """Return the middle part of resampled values."""
    tail = (1 - bootstrap.level) / 2
    low, high = np.quantile(values, [tail, 1 - tail])
    return low, high


def score_figures(
    coded: pd.DataFrame,
    extracted: pd.DataFrame,
    articles: Iterable[str],
    bootstrap: Bootstrap | None = None,
) -> pd.DataFrame:
    """
    Score extracted figures of people and bodies against a hand-coded sheet.

    Parameters
    ----------
    coded, extracted : DataFrame
        ``figures`` tables. Rows of ``extracted`` with other units, and named persons, are
        ignored. Not changed.
    articles : iterable of str
        ``article_id`` of every coded article, including those without a figure.
    bootstrap : Bootstrap, optional
        Articles are resampled.

    Returns
    -------
    DataFrame
        The ``SCORES`` table; ``value`` is 0 to 1, and higher is better.

        - found (all, explicit, vague, implicit): F1 of figures whose number spans overlap and whose
          ``low`` and ``high`` are equal. Each figure is matched once, in reading order.
        - record (all): found, with the same qualifier and outcome.
        - attribution (source, agent): found, with a source or agent that agrees; only figures that
          have one count.
        - accuracy (each field): share of found figures whose field is right. Two empty fields count
          as right, so a field that is rarely filled scores high.

    Raises
    ------
    TableError
        If a coded figure belongs to an article that is not listed.
    """
    ids = _check_articles(articles, coded)
    counts = figure_counts(coded, _scored(extracted), ids)
    return _scores(counts, bootstrap or Bootstrap())


def _scored(figures: pd.DataFrame) -> pd.DataFrame:
    """Return the figures of people and bodies, without named persons, whom no sheet lists."""
    counted = counted_figures(figures)
    return counted.loc[counted["unit"].isin(_SCORED_UNITS)]


def score_attributions(
    coded: pd.DataFrame,
    coded_spans: pd.DataFrame,
    extracted: pd.DataFrame,
    extracted_spans: pd.DataFrame,
    articles: pd.DataFrame,
    bootstrap: Bootstrap | None = None,
) -> pd.DataFrame:
    """
    Score extracted attributions against a hand-coded sheet.

    Parameters
    ----------
    coded, extracted : DataFrame
        ``attributions`` tables. Not changed.
    coded_spans, extracted_spans : DataFrame
        Their ``attribution_spans`` tables. Not changed.
    articles : DataFrame
        The ``articles`` table of every coded article.
    bootstrap : Bootstrap, optional
        Articles are resampled.

    Returns
    -------
    DataFrame
        The ``SCORES`` table; ``value`` is 0 to 1, and higher is better.

        - word (each role): F1 of words inside a span of that role, whether or not the span belongs
          to an attribution.
        - exact (each role): F1 of spans with the same start and end.
        - linked (all): F1 of attributions whose contents share at least half of the words of
          either, and whose sources share a word or are both empty.
        - statement (all): share of the extracted attributions of which the cue shares a word with a
          coded one, or the content half of the words of either; the others are no attributions.
        - accuracy (source_type, cue_stance, kind, source_name): share of linked attributions whose
          field is right.

    Raises
    ------
    TableError
        If a coded attribution belongs to an article that is not listed.
    """
    _check_articles(articles["article_id"], coded)
    counts = attribution_counts(coded, coded_spans, extracted, extracted_spans, articles)
    return _scores(counts, bootstrap or Bootstrap())


def _check_articles(articles: Iterable[str], coded: pd.DataFrame) -> list[str]:
    """Return the articles without repeats, after checking that they include all coded ones."""
    ids = list(dict.fromkeys(articles))
    listed = set(ids)
    for article_id in coded["article_id"]:
        if article_id not in listed:
            hint = "List every article that was coded."
            raise TableError(
                "Coded rows belong to articles that are not listed: "
                + unknown_value_message("article", article_id, ids, hint)
            )
    return ids


_SHARES = ("accuracy", "statement")  # other measures are F1


def _scores(counts: Mapping[tuple[str, str], np.ndarray], bootstrap: Bootstrap) -> pd.DataFrame:
    """Return one row for each measure, from its counts (right, extracted, coded) by article."""
    rows = []
    for (measure, part), by_article in counts.items():
        right, extracted, coded = by_article.sum(axis=0)
        # The sheet decides which part a matched figure belongs to, so a part can have more matched
        # figures than extracted ones.
        extracted = max(extracted, right)
        is_share = measure in _SHARES
        low, high = _interval(by_article, is_share, bootstrap)
        rows.append(
            {
                "measure": measure,
                "part": part,
                "value": _value(right, extracted, coded, is_share),
                "low": low,
                "high": high,
                "precision": None if is_share else _ratio(right, extracted),
                "recall": None if is_share else _ratio(right, coded),
                "n_coded": int(coded),
                "n_found": int(extracted),
                "n_right": int(right),
            }
        )
    return make(rows, SCORES)


def _value(right: int, extracted: int, coded: int, is_share: bool) -> float | None:
    """Return the share right of the extracted, or F1."""
    if is_share:
        return _ratio(right, extracted)
    return _ratio(right, (extracted + coded) / 2)


def _ratio(part: float, whole: float) -> float | None:
    """Return part / whole, None if there is nothing to divide by."""
    if not whole:
        return None
    return part / whole


def _interval(by_article: np.ndarray, is_share: bool, bootstrap: Bootstrap) -> Bounds:
    """Return the percentile interval of a value over resampled articles."""
    used = by_article[by_article.sum(axis=1) > 0]
    if len(used) < bootstrap.min_events:
        return None, None
    rng = np.random.default_rng(bootstrap.seed)
    equal_chances = np.full(len(used), 1 / len(used))
    resampled = rng.multinomial(len(used), equal_chances, size=bootstrap.n) @ used
    right = resampled[:, 0]
    extracted = np.maximum(resampled[:, 1], right)
    whole = extracted if is_share else (extracted + resampled[:, 2]) / 2
    values = right / np.maximum(whole, 1e-9)
    return _percentile_interval(values[whole > 0], bootstrap)


def disagreements(
    coded: pd.DataFrame, extracted: pd.DataFrame, articles: Iterable[str]
) -> pd.DataFrame:
    """
    List the figures that are only in the sheet or were only extracted, for inspection.

    Parameters
    ----------
    coded, extracted, articles
        See ``score_figures``.

    Returns
    -------
    DataFrame
        ``article_id``, ``side`` ("coded" or "found"), ``start``, ``end``, ``text``, ``low``,
        ``high``; by article and position.
    """
    extracted = _scored(extracted)
    pairs = match_figures(coded, extracted, _check_articles(articles, coded))
    missed = coded.loc[~coded["figure_id"].isin(pairs["coded"])]
    surplus = extracted.loc[~extracted["figure_id"].isin(pairs["found"])]
    both = pd.concat([missed.assign(side="coded"), surplus.assign(side="found")])
    both = both.loc[:, _DISAGREEMENT_COLUMNS]
    return both.sort_values(["article_id", "start"], kind="stable").reset_index(drop=True)
