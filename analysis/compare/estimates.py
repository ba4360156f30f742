"""
Estimate a metric for each outlet, with intervals, and test outlets against others on shared events.

In: a tidy table with one number per article (``article_id``, ``event_id``, ``outlet``, ``value``
and, for shares and ratios, ``denominator``). Out: the ``comparisons`` or the ``differences`` table.

Events are resampled, not articles, because two articles about one event are not two independent
observations. A null value means that the article has nothing to measure: it is left out, and never
counted as 0. Nothing here says why outlets differ. Only ``against_others``, and the p-values of
``compare_outlets``, account for outlets reporting different events.
"""

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd

from analysis.compare.detectable import smallest_detectable
from analysis.compare.difference_test import difference_p
from analysis.compare.event_cells import (
    Unit,
    checked_values,
    is_non_negative,
    is_share,
    sum_by_event,
)
from analysis.compare.intervals import Bootstrap
from analysis.compare.over_articles import tests_over_articles
from analysis.compare.shared_events import Distances, SharedEvents
from analysis.compare.step_down import Tester, adjust, level_of_test, step_down
from analysis.core.errors import ParameterError, unknown_value_message
from analysis.core.tables import COMPARISONS, DIFFERENCES, make

__all__ = ["Bootstrap", "adjust", "against_others", "compare_outlets"]

UNITS = ("event", "article")


def compare_outlets(
    values: pd.DataFrame,
    metric: str | None = None,
    unit: Unit = "event",
    bootstrap: Bootstrap | None = None,
    outlets: Sequence[str] | None = None,
    floor: float | None = None,
) -> pd.DataFrame:
    """
    Estimate a metric for each outlet, and test each outlet against the others.

    Parameters
    ----------
    values : DataFrame
        ``article_id``, ``event_id`` (null: the article is its own event), ``outlet``, ``value``;
        optionally ``denominator`` (for shares and ratios the estimate is the sum of values over the
        sum of denominators; otherwise it is the mean), and optionally ``metric`` (several metrics
        in one table, adjusted together). Not changed.
    metric : str, optional
        Name of the metric, if there is no such column.
    unit : {"event", "article"}
        What is resampled. "article" is valid only if no two articles report the same event.
    bootstrap : Bootstrap, optional
        Settings of intervals and tests.
    outlets : sequence of str, optional
        Outlets to include, in this order; an outlet without values is an empty row. By default, all
        outlets, sorted by name.
    floor : float, optional
        The lowest possible value of the metric, such as 0 for a rate; intervals end there.

    Returns
    -------
    DataFrame
        The ``comparisons`` table. ``low`` and ``high`` are null with fewer than
        ``bootstrap.min_events`` events. ``p_adjusted`` is not a test of ``estimate``, but of the
        outlet against others: with unit "event", against the mean of the others on the events that
        both report, as ``against_others``; with unit "article", against all other articles, with
        outlets permuted over all articles. Outlets that differ are taken out of the others, see
        ``analysis.compare.step_down``. Benjamini-Hochberg adjustment over all rows of the result.

    Raises
    ------
    TableError
        If a column is missing, an article occurs twice for a metric, or a denominator is negative.
    ParameterError
        If ``unit`` is unknown.
    """
    bootstrap = bootstrap or Bootstrap()
    values = checked_values(values, metric)
    if unit not in UNITS:
        raise ParameterError(unknown_value_message("unit", unit, UNITS))
    testers: dict[str, Tester] = {}
    rows = []
    for name, of_metric in values.groupby("metric", sort=False):
        cells = sum_by_event(of_metric, unit)
        shown = sorted(of_metric["outlet"].unique()) if outlets is None else list(outlets)
        testers[str(name)] = _tester(cells, unit, bootstrap)
        kind = {"share": is_share(of_metric), "non_negative": is_non_negative(of_metric)}
        for outlet in shown:
            own = cells.loc[cells["outlet"] == outlet]
            estimate = _estimate(own, kind, bootstrap)
            rows.append({"metric": name, "outlet": outlet, **estimate})
    table = pd.DataFrame(rows, columns=list(COMPARISONS.columns))
    results = step_down(testers, shown=list(zip(table["metric"], table["outlet"], strict=True)))
    table["p_adjusted"] = [result.p_adjusted for result in results]
    table["low"] = table["low"].clip(lower=floor)
    return make(table, COMPARISONS)


def against_others(
    values: pd.DataFrame, metric: str | None = None, bootstrap: Bootstrap | None = None
) -> pd.DataFrame:
    """
    Compare each outlet with the mean of the others, on the events that both report.

    Parameters
    ----------
    values, metric, bootstrap
        As ``compare_outlets``.

    Returns
    -------
    DataFrame
        The ``differences`` table, one row per metric and outlet, with "others" in ``other``. All
        columns but ``n_events_all`` are of the same events and the same others: those that are not
        named in ``flagged_out``, because they differ themselves. ``difference`` is null if no event
        is shared; interval, effect and p-values are null with fewer than ``bootstrap.min_events``
        shared events: the outlet was not tested, which is another result than no difference.

    Raises
    ------
    TableError
        As ``compare_outlets``.
    """
    bootstrap = bootstrap or Bootstrap()
    groups = {
        str(name): group
        for name, group in checked_values(values, metric).groupby("metric", sort=False)
    }
    shared, testers, shown, shares = {}, {}, [], {}
    for name, of_metric in groups.items():
        shared[name] = SharedEvents(sum_by_event(of_metric, "event"))
        testers[name] = _tester_within_events(shared[name], bootstrap)
        shares[name] = is_share(of_metric)
        shown += [(name, outlet) for outlet in sorted(of_metric["outlet"].unique())]
    results = step_down(testers, shown)
    rows = []
    for (name, outlet), result in zip(shown, results, strict=True):
        distances = shared[name].distances(outlet, result.left_out)
        row = {
            "metric": name,
            "outlet": outlet,
            "other": "others",
            "p": result.p,
            "p_adjusted": result.p_adjusted,
            "flagged_out": "; ".join(result.left_out) or None,
            "n_events_all": shared[name].n_events(outlet),
        }
        row |= _difference(distances, shares[name], bootstrap)
        if np.isfinite(result.p):
            level = level_of_test(result, results)
            row["detectable"] = smallest_detectable(distances, level, bootstrap)
        rows.append(row)
    return make(pd.DataFrame(rows, columns=list(DIFFERENCES.columns)), DIFFERENCES)


def _tester(cells: pd.DataFrame, unit: Unit, bootstrap: Bootstrap) -> Tester:
    """Return the function that tests the outlets of one metric."""
    if unit == "event":
        return _tester_within_events(SharedEvents(cells), bootstrap)

    def test(left_out: tuple[str, ...]) -> Mapping[str, tuple[float, float]]:
        return tests_over_articles(cells.loc[~cells["outlet"].isin(left_out)], bootstrap)

    return test


def _tester_within_events(shared: SharedEvents, bootstrap: Bootstrap) -> Tester:
    """Return the function that tests the outlets of one metric on the events that they share."""

    def test(left_out: tuple[str, ...]) -> Mapping[str, tuple[float, float]]:
        results = {}
        for outlet in shared.outlets:
            if outlet in left_out:
                continue
            distances = shared.distances(outlet, left_out)
            difference = distances.own.mean() if len(distances.own) else np.nan
            results[outlet] = difference_p(distances, bootstrap), float(difference)
        return results

    return test


def _estimate(
    cells: pd.DataFrame, kind: Mapping[str, bool], bootstrap: Bootstrap
) -> dict[str, float]:
    """Return the estimate of one outlet with its interval, as columns of ``comparisons``."""
    value, denominator = cells["value"].to_numpy(), cells["denominator"].to_numpy()
    total = denominator.sum()
    low, high = bootstrap.interval(value, denominator, **kind)
    return {
        "estimate": value.sum() / total if total else np.nan,
        "low": low,
        "high": high,
        "n_articles": int(cells["n_articles"].to_numpy().sum()),
        "n_events": len(cells),
    }


def _difference(distances: Distances, share: bool, bootstrap: Bootstrap) -> dict[str, float]:
    """Return how far an outlet is from the others, as columns of ``differences``."""
    own = distances.own
    row: dict[str, float] = {
        "n_events": len(own),
        "n_articles": distances.n_articles,
        "n_mentions": distances.n_mentions,
    }
    if not len(own):
        return row
    row["difference"] = own.mean()
    row["mean"] = distances.means.mean()
    row["mean_others"] = row["mean"] - row["difference"]
    if len(own) < bootstrap.min_events:
        return row
    low, high = bootstrap.interval(own, np.ones(len(own)))
    if share:
        low, high = max(low, -1.0), min(high, 1.0)
    row |= {"low": low, "high": high, "dominance": float(np.sign(own).mean())}
    deviation = own.std(ddof=1)
    if deviation > 0:
        # Hedges' g: Cohen's d with a correction for small samples
        row["effect"] = own.mean() / deviation * (1 - 3 / (4 * (len(own) - 1) - 1))
    return row
