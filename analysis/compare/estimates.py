"""
Estimate a metric for each outlet, with intervals, and test outlets against each other on shared events.

In: a tidy frame of one number an article (``article_id``, ``event_id``, ``outlet``, ``value``, and for
shares and ratios ``denominator``). Out: the ``comparisons`` table, or ``DIFFERENCES``.
Events, not articles, are resampled: two articles on one event are not two independent observations.
A null value is an article with nothing to measure: it is left out, never counted as 0.
Nothing here says why outlets differ: that they chose different events is held still only by the paired functions.
"""

import itertools

import numpy as np
import pandas as pd
from scipy import stats

from analysis.compare.intervals import CELLS, Bootstrap
from analysis.core.errors import ParameterError, TableError, unknown_value_message
from analysis.core.tables import COMPARISONS, DIFFERENCES, make

UNITS = ("event", "article")


def adjust(p):
    """
    Adjust p-values for the number of tests shown together (Benjamini-Hochberg).

    Parameters
    ----------
    p : array-like of float
        Null where no test was made; such entries do not count as tests and stay null.

    Returns
    -------
    array of float, same length
        Not below ``p``; 0 to 1.

    References
    ----------
    .. [1] Benjamini, Y. & Hochberg, Y. (1995). Controlling the false discovery rate. JRSS B 57(1).
    """
    p = np.asarray(p, float)
    out, tested = np.full(len(p), np.nan), np.isfinite(p)
    if tested.any():
        out[tested] = stats.false_discovery_control(p[tested], method="bh")
    return out


def compare_outlets(values, metric=None, unit="event", bootstrap=None, outlets=None, least=None):
    """
    Estimate a metric for each outlet, and test it against the others.

    Parameters
    ----------
    values : DataFrame
        ``article_id``, ``event_id`` (null: an event of its own), ``outlet``, ``value``; optional ``denominator``
        (shares and ratios: estimate is sum of values over sum of denominators; without it, the mean), and
        optional ``metric`` (several metrics in one frame, adjusted together). Not changed.
    metric : str, optional
        Name of the metric, where the frame has no such column.
    unit : {"event", "article"}
        What is resampled. "article" holds only where no two articles report one event.
    bootstrap : Bootstrap, optional
    outlets : list of str, optional
        Outlets to show, in this order; one without values is an empty row. Default: all, by name.
    least : float, optional
        The lowest value that the metric can have, such as 0 for a rate; intervals end there.

    Returns
    -------
    DataFrame, the ``comparisons`` table
        ``low``, ``high`` are null with fewer than ``bootstrap.minimum`` events. ``p_adjusted``: unit "event", the
        outlet against the mean of the others on the events that both report, outlets permuted within events;
        unit "article", against all other articles, outlets permuted over all articles. Benjamini-Hochberg
        over every row of the result.

    Raises
    ------
    TableError
        If a column is missing, an article comes twice for a metric, or a denominator is negative.
    ParameterError
        If ``unit`` is neither.
    """
    bootstrap, values = bootstrap or Bootstrap(), _values(values, metric)
    if unit not in UNITS:
        raise ParameterError(unknown_value_message("unit", unit, UNITS))
    rows = []
    for name, of_metric in values.groupby("metric", sort=False):
        cells, shares = _cells(of_metric, unit), _is_share(of_metric)
        shown = list(outlets) if outlets is not None else sorted(of_metric["outlet"].unique())
        p = (
            _p_events(cells, shown, bootstrap)
            if unit == "event"
            else _p_articles(cells, shown, bootstrap)
        )
        rows += [
            _estimate(name, o, cells[cells["outlet"] == o], shares, bootstrap) | {"p": p[o]}
            for o in shown
        ]
    table = pd.DataFrame(rows, columns=[*COMPARISONS.columns, "p"])
    table["p_adjusted"] = adjust(table.pop("p"))
    table["low"] = table["low"].clip(lower=least)
    return make(table, COMPARISONS)


def _values(values, metric):
    frame = pd.DataFrame(values).copy()
    if metric is not None:
        frame["metric"] = metric
    missing = [c for c in ("metric", "article_id", "event_id", "outlet", "value") if c not in frame]
    if missing:
        raise TableError(
            f"values has no column {', '.join(missing)}; pass metric= or add what is missing."
        )
    twice = frame[frame.duplicated(["metric", "article_id"])]
    if len(twice):
        row = twice.iloc[0]
        raise TableError(
            f"Article {row['article_id']!r} comes twice for metric {row['metric']!r}; one row an article."
        )
    frame["value"] = frame["value"].astype(float)
    frame["given"] = "denominator" in frame
    frame["denominator"] = frame["denominator"].astype(float) if "denominator" in frame else 1.0
    if (frame["denominator"] < 0).any():
        raise TableError(
            f"denominator is negative ({frame['denominator'].min()}); it has to be 0 or more."
        )
    return frame[frame["outlet"].notna()]


def _is_share(values):
    used = values.dropna(subset=["value", "denominator"])
    inside = used["value"].between(0, used["denominator"]).all()
    return bool(inside and (values["given"].any() or used["value"].isin([0, 1]).all()))


def _cells(values, unit):
    """Sums of one outlet's articles on one event."""
    used = values.dropna(subset=["value", "denominator"])
    used = used[used["denominator"] > 0]
    alone = "article " + used["article_id"].astype(str)
    event = alone if unit == "article" else used["event_id"].where(used["event_id"].notna(), alone)
    cells = (
        used.assign(event=event.astype(str))
        .groupby(["outlet", "event"], sort=True)
        .agg(
            value=("value", "sum"),
            denominator=("denominator", "sum"),
            n_articles=("article_id", "size"),
        )
    )
    cells = cells.reset_index()
    return cells.assign(ratio=cells["value"] / cells["denominator"])


def _estimate(metric, outlet, cells, share, bootstrap):
    total = cells["denominator"].sum()
    low, high = bootstrap.interval(cells["value"], cells["denominator"], share)
    return {
        "metric": metric,
        "outlet": outlet,
        "estimate": cells["value"].sum() / total if total else np.nan,
        "low": low,
        "high": high,
        "n_articles": int(cells["n_articles"].sum()),
        "n_events": len(cells),
    }


def _blocks(cells, outlet):
    """For each event of the outlet and others: every outlet's distance to the mean of the rest, the outlet's first."""
    events = cells.groupby("event", sort=False)
    sizes, sums = events["ratio"].transform("size"), events["ratio"].transform("sum")
    shared = cells[sizes > 1].assign(
        distance=((sizes * cells["ratio"] - sums) / (sizes - 1))[sizes > 1]
    )
    shared = shared[shared["event"].isin(shared.loc[shared["outlet"] == outlet, "event"])]
    shared = shared.assign(first=shared["outlet"] != outlet).sort_values(
        ["event", "first", "outlet"]
    )
    starts = np.flatnonzero(~shared["event"].duplicated().to_numpy())
    return np.split(shared["distance"].to_numpy(), starts[1:]) if len(shared) else []


def _permutation_p(blocks, bootstrap):
    """Share of label permutations within events whose mean distance is at least as far from 0."""
    if len(blocks) < bootstrap.minimum:
        return np.nan
    observed = abs(np.mean([b[0] for b in blocks]))
    sizes = np.array([len(b) for b in blocks])
    if np.log(sizes).sum() <= np.log(bootstrap.n):
        drawn = np.array([np.mean(c) for c in itertools.product(*blocks)])
        return float(np.mean(np.abs(drawn) >= observed - 1e-12))
    padded = np.zeros((len(blocks), sizes.max()))
    for row, block in zip(padded, blocks, strict=True):
        row[: len(block)] = block
    rng, step, far = np.random.default_rng(bootstrap.seed), max(1, CELLS // len(blocks)), 0
    for done in range(0, bootstrap.n, step):
        chosen = (rng.random((min(step, bootstrap.n - done), len(blocks))) * sizes).astype(int)
        far += int(
            (np.abs(padded[np.arange(len(blocks)), chosen].mean(1)) >= observed - 1e-12).sum()
        )
    return (1 + far) / (1 + bootstrap.n)


def _p_events(cells, outlets, bootstrap):
    return {o: _permutation_p(_blocks(cells, o), bootstrap) for o in outlets}


def _p_articles(cells, outlets, bootstrap):
    """P-values of outlet minus rest, outlet labels shuffled over all articles."""
    codes, names = pd.factorize(cells["outlet"])
    y, d, k = cells["value"].to_numpy(), cells["denominator"].to_numpy(), len(names)

    def distances(labels):
        own_y, own_d = np.bincount(labels, y, k), np.bincount(labels, d, k)
        with np.errstate(divide="ignore", invalid="ignore"):
            return np.abs(own_y / own_d - (y.sum() - own_y) / (d.sum() - own_d))

    observed, rng = distances(codes), np.random.default_rng(bootstrap.seed)
    far = sum(distances(rng.permutation(codes)) >= observed - 1e-12 for _ in range(bootstrap.n))
    enough = np.bincount(codes, minlength=k) >= bootstrap.minimum
    p = np.where(enough & np.isfinite(observed), (1 + far) / (1 + bootstrap.n), np.nan)
    return {o: float(p[list(names).index(o)]) if o in names else np.nan for o in outlets}


def against_others(values, metric=None, bootstrap=None):
    """
    Set each outlet against the mean of the others on the events that both report.

    Parameters
    ----------
    values, metric, bootstrap
        As ``compare_outlets``.

    Returns
    -------
    DataFrame, the ``DIFFERENCES`` table
        One row a metric and outlet, ``other`` "others". Null difference where no event is shared; null interval,
        effect and p-values with fewer than ``minimum`` shared events.
    """
    return _differences(
        values,
        metric,
        bootstrap,
        lambda cells, names: [(o, "others", _blocks(cells, o)) for o in names],
    )


def paired_differences(values, metric=None, bootstrap=None):
    """
    Set every pair of outlets against each other on the events that both report.

    Parameters
    ----------
    values, metric, bootstrap
        As ``compare_outlets``.

    Returns
    -------
    DataFrame, the ``DIFFERENCES`` table
        One row a metric and pair, outlets in the order of their names; nulls as ``against_others``.
    """
    return _differences(
        values,
        metric,
        bootstrap,
        lambda cells, names: [
            (a, b, _blocks(cells[cells["outlet"].isin([a, b])], a))
            for a, b in itertools.combinations(names, 2)
        ],
    )


def _differences(values, metric, bootstrap, pairs):
    bootstrap, values = bootstrap or Bootstrap(), _values(values, metric)
    rows = []
    for name, of_metric in values.groupby("metric", sort=False):
        for outlet, other, blocks in pairs(
            _cells(of_metric, "event"), sorted(of_metric["outlet"].unique())
        ):
            rows.append(
                {"metric": name, "outlet": outlet, "other": other} | _difference(blocks, bootstrap)
            )
    table = pd.DataFrame(rows, columns=list(DIFFERENCES.columns))
    table["p_adjusted"] = adjust(table["p"])
    return make(table, DIFFERENCES)


def _difference(blocks, bootstrap):
    d = np.array([b[0] for b in blocks])
    row = {
        "n_events": len(d),
        "p": _permutation_p(blocks, bootstrap),
        "difference": d.mean() if len(d) else np.nan,
    }
    if len(d) < bootstrap.minimum:
        return row
    row["low"], row["high"] = bootstrap.interval(d, np.ones(len(d)))
    row["dominance"] = float(np.sign(np.where(np.abs(d) < 1e-12, 0, d)).mean())
    if d.std(ddof=1) > 1e-12:
        row["effect"] = d.mean() / d.std(ddof=1) * (1 - 3 / (4 * (len(d) - 1) - 1))
    return row
