"""
Estimate a metric for each outlet, with intervals, and test outlets against others on shared events.

In: a tidy table with one number per article (``article_id``, ``event_id``, ``outlet``, ``value``
and, for shares and ratios, ``denominator``). Out: the ``comparisons`` or the ``differences`` table.

Events are resampled, not articles, because two articles about one event are not two independent
observations. A null value means that the article has nothing to measure: it is left out, and never
counted as 0. Nothing here says why outlets differ. Only ``against_others``, and the p-values of
``compare_outlets``, account for outlets reporting different events.
"""

import itertools
from collections.abc import Sequence
from typing import Literal

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike
from scipy import stats

from analysis.compare.intervals import CELLS, Bootstrap
from analysis.core.errors import ParameterError, TableError, unknown_value_message
from analysis.core.tables import COMPARISONS, DIFFERENCES, make

__all__ = ["Bootstrap", "adjust", "against_others", "compare_outlets"]

UNITS = ("event", "article")
_COLUMNS = ("metric", "article_id", "event_id", "outlet", "value")
_TOLERANCE = 1e-12


def adjust(p: ArrayLike) -> np.ndarray:
    """
    Adjust p-values for the number of tests that are shown together (Benjamini-Hochberg).

    Parameters
    ----------
    p : array-like of float
        Null if no test was made; null entries do not count as tests and stay null.

    Returns
    -------
    array of float, same length
        0 to 1, and never below ``p``.

    References
    ----------
    .. [1] Benjamini, Y. & Hochberg, Y. (1995). Controlling the false discovery rate. JRSS B 57(1).
    """
    p = np.asarray(p, float)
    adjusted = np.full(len(p), np.nan)
    tested = np.isfinite(p)
    if tested.any():
        adjusted[tested] = stats.false_discovery_control(p[tested], method="bh")
    return adjusted


def compare_outlets(
    values: pd.DataFrame,
    metric: str | None = None,
    unit: Literal["event", "article"] = "event",
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
        ``bootstrap.min_events`` events. ``p_adjusted`` tests the outlet against others: with unit
        "event", against the mean of the others on the events that both report, with outlets
        permuted within events; with unit "article", against all other articles, with outlets
        permuted over all articles. Benjamini-Hochberg adjustment over all rows of the result.

    Raises
    ------
    TableError
        If a column is missing, an article occurs twice for a metric, or a denominator is negative.
    ParameterError
        If ``unit`` is unknown.
    """
    bootstrap = bootstrap or Bootstrap()
    values = _checked(values, metric)
    if unit not in UNITS:
        raise ParameterError(unknown_value_message("unit", unit, UNITS))
    rows = []
    for name, of_metric in values.groupby("metric", sort=False):
        cells = _sum_by_event(of_metric, unit)
        if outlets is None:
            shown = sorted(of_metric["outlet"].unique())
        else:
            shown = list(outlets)
        if unit == "event":
            p_values = _p_values_within_events(cells, shown, bootstrap)
        else:
            p_values = _p_values_over_articles(cells, shown, bootstrap)
        is_share = _is_share(of_metric)
        for outlet in shown:
            estimate = _estimate(cells.loc[cells["outlet"] == outlet], is_share, bootstrap)
            rows.append({"metric": name, "outlet": outlet, "p": p_values[outlet], **estimate})
    table = pd.DataFrame(rows, columns=[*COMPARISONS.columns, "p"])
    table["p_adjusted"] = adjust(table.pop("p"))
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
        The ``differences`` table, one row per metric and outlet, with "others" in ``other``.
        ``difference`` is null if no event is shared; interval, effect and p-values are null with
        fewer than ``bootstrap.min_events`` shared events.

    Raises
    ------
    TableError
        As ``compare_outlets``.
    """
    bootstrap = bootstrap or Bootstrap()
    rows = []
    for name, of_metric in _checked(values, metric).groupby("metric", sort=False):
        cells = _sum_by_event(of_metric, "event")
        for outlet in sorted(of_metric["outlet"].unique()):
            difference = _difference(_distances_by_event(cells, outlet), bootstrap)
            rows.append({"metric": name, "outlet": outlet, "other": "others", **difference})
    table = pd.DataFrame(rows, columns=list(DIFFERENCES.columns))
    table["p_adjusted"] = adjust(table["p"])
    return make(table, DIFFERENCES)


def _checked(values: pd.DataFrame, metric: str | None) -> pd.DataFrame:
    """Return the values of articles with an outlet, with all columns; raise on bad rows."""
    checked = pd.DataFrame(values).copy()
    if metric is not None:
        checked["metric"] = metric
    missing = [name for name in _COLUMNS if name not in checked]
    if missing:
        raise TableError(
            f"values has no column {', '.join(missing)}; pass metric= or add the missing column."
        )
    repeated = checked.loc[checked.duplicated(["metric", "article_id"])]
    if len(repeated):
        article_id, name = repeated[["article_id", "metric"]].iloc[0]
        raise TableError(
            f"Article {article_id!r} occurs twice for metric {name!r}; "
            "expected one row per article."
        )
    checked["value"] = checked["value"].astype(float)
    checked["has_denominator"] = "denominator" in checked
    if "denominator" not in checked:
        checked["denominator"] = 1.0
    checked["denominator"] = checked["denominator"].astype(float)
    negative = checked.query("denominator < 0")
    if len(negative):
        lowest = negative["denominator"].min()
        raise TableError(f"denominator is negative ({lowest}); it should be 0 or more.")
    return checked.loc[checked["outlet"].notna()]


def _is_share(values: pd.DataFrame) -> bool:
    """Return whether a metric is always between 0 and 1."""
    used = values.dropna(subset=["value", "denominator"])
    if not used["value"].between(0, used["denominator"]).all():
        return False
    return bool(values["has_denominator"].any() or used["value"].isin([0, 1]).all())


def _sum_by_event(values: pd.DataFrame, unit: str) -> pd.DataFrame:
    """Return a cell for each outlet and event: the sums over the outlet's articles about it."""
    used = values.dropna(subset=["value", "denominator"])
    used = used.loc[used["denominator"] > 0]
    event = "article " + used["article_id"].astype(str)
    if unit == "event":
        event = used["event_id"].where(used["event_id"].notna(), event)
    cells = used.assign(event=event.astype(str)).groupby(["outlet", "event"], sort=True)
    cells = cells.agg(
        value=("value", "sum"),
        denominator=("denominator", "sum"),
        n_articles=("article_id", "size"),
    ).reset_index()
    return cells.assign(ratio=cells["value"] / cells["denominator"])


def _estimate(cells: pd.DataFrame, is_share: bool, bootstrap: Bootstrap) -> dict[str, float]:
    """Return the estimate of one outlet with its interval, as columns of ``comparisons``."""
    value, denominator = cells["value"].to_numpy(), cells["denominator"].to_numpy()
    total = denominator.sum()
    low, high = bootstrap.interval(value, denominator, is_share)
    return {
        "estimate": value.sum() / total if total else np.nan,
        "low": low,
        "high": high,
        "n_articles": int(cells["n_articles"].to_numpy().sum()),
        "n_events": len(cells),
    }


def _distances_by_event(cells: pd.DataFrame, outlet: str) -> list[np.ndarray]:
    """
    Return the distance of each outlet from the mean of the rest, event by event.

    Only events that the given outlet and at least one other report are included. The distance of
    the given outlet comes first in each array.
    """
    ratios = cells.groupby("event", sort=False)["ratio"]
    sizes, sums = pd.Series(ratios.transform("size")), pd.Series(ratios.transform("sum"))
    distance = (sizes * cells["ratio"] - sums) / (sizes - 1).where(sizes > 1)
    shared = cells.assign(distance=distance).loc[sizes > 1]
    own_events = shared.loc[shared["outlet"] == outlet, "event"].tolist()
    shared = shared.loc[shared["event"].isin(own_events)]
    if not len(shared):
        return []
    shared = shared.assign(is_other=shared["outlet"] != outlet)
    shared = shared.sort_values(["event", "is_other", "outlet"])
    starts = np.flatnonzero(~shared["event"].duplicated().to_numpy())
    return np.split(shared["distance"].to_numpy(), starts[1:])


def _permutation_p(distances: list[np.ndarray], bootstrap: Bootstrap) -> float:
    """
    Return the p-value of an outlet, with outlet labels permuted within events.

    It is the share of permutations with a mean distance at least as far from 0; all permutations
    are enumerated if there are no more than ``bootstrap.n``. NaN with too few events.
    """
    if len(distances) < bootstrap.min_events:
        return np.nan
    observed = abs(np.mean([of_event[0] for of_event in distances])) - _TOLERANCE
    sizes = np.array([len(of_event) for of_event in distances])
    if np.log(sizes).sum() <= np.log(bootstrap.n):
        means = np.array([np.mean(labelled) for labelled in itertools.product(*distances)])
        return float(np.mean(np.abs(means) >= observed))
    padded = np.zeros((len(distances), sizes.max()))
    for row, of_event in zip(padded, distances, strict=True):
        row[: len(of_event)] = of_event
    rng = np.random.default_rng(bootstrap.seed)
    step = max(1, CELLS // len(distances))
    n_as_far = 0
    for done in range(0, bootstrap.n, step):
        shape = min(step, bootstrap.n - done), len(distances)
        chosen = (rng.random(shape) * sizes).astype(int)
        means = padded[np.arange(len(distances)), chosen].mean(1)
        n_as_far += int((np.abs(means) >= observed).sum())
    return (1 + n_as_far) / (1 + bootstrap.n)


def _p_values_within_events(
    cells: pd.DataFrame, outlets: Sequence[str], bootstrap: Bootstrap
) -> dict[str, float]:
    """Return the p-value of each outlet, with outlet labels permuted within events."""
    return {
        outlet: _permutation_p(_distances_by_event(cells, outlet), bootstrap) for outlet in outlets
    }


def _p_values_over_articles(
    cells: pd.DataFrame, outlets: Sequence[str], bootstrap: Bootstrap
) -> dict[str, float]:
    """Return the p-value of each outlet, with outlet labels permuted over all articles."""
    codes, names = pd.factorize(cells["outlet"])
    value, denominator = cells["value"].to_numpy(), cells["denominator"].to_numpy()

    def distances(labels: np.ndarray) -> np.ndarray:
        """Return how far the ratio of each outlet is from that of all others together."""
        own_value = np.bincount(labels, value, len(names))
        own_denominator = np.bincount(labels, denominator, len(names))
        rest_value, rest_denominator = value.sum() - own_value, denominator.sum() - own_denominator
        with np.errstate(divide="ignore", invalid="ignore"):
            return np.abs(own_value / own_denominator - rest_value / rest_denominator)

    observed = distances(codes)
    rng = np.random.default_rng(bootstrap.seed)
    n_as_far = np.zeros(len(names), dtype=int)
    for _ in range(bootstrap.n):
        n_as_far += distances(rng.permutation(codes)) >= observed - _TOLERANCE
    has_enough = np.bincount(codes, minlength=len(names)) >= bootstrap.min_events
    p_values = (1 + n_as_far) / (1 + bootstrap.n)
    p_values = np.where(has_enough & np.isfinite(observed), p_values, np.nan)
    by_outlet = dict(zip(names, p_values.tolist(), strict=True))
    return {outlet: by_outlet.get(outlet, np.nan) for outlet in outlets}


def _difference(distances: list[np.ndarray], bootstrap: Bootstrap) -> dict[str, float]:
    """Return the mean distance of an outlet from the others, as columns of ``differences``."""
    own = np.array([of_event[0] for of_event in distances])
    row = {
        "n_events": len(own),
        "p": _permutation_p(distances, bootstrap),
        "difference": own.mean() if len(own) else np.nan,
    }
    if len(own) < bootstrap.min_events:
        return row
    row["low"], row["high"] = bootstrap.interval(own, np.ones(len(own)))
    row["dominance"] = float(np.sign(np.where(np.abs(own) < _TOLERANCE, 0, own)).mean())
    deviation = own.std(ddof=1)
    if deviation > _TOLERANCE:
        # Hedges' g: Cohen's d with a correction for small samples
        row["effect"] = own.mean() / deviation * (1 - 3 / (4 * (len(own) - 1) - 1))
    return row
