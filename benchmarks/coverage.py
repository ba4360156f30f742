"""
Measure what the intervals and tests of analysis.compare.estimates keep of what they promise.

usage: python benchmarks/coverage.py [families] [seed]

Draws families of 15 outlets of unequal size (5 to 120 events, one to five articles an event, articles of one event alike),
and writes one line for each kind of metric: how often the nominal 95% interval held the true value, over all
outlets and over those with fewer than 20 events; and, with no difference between outlets, how often a family had any
p-value below .05 after adjustment. The promise: 93 to 97% and 5%.
"""

import sys

import numpy as np
import pandas as pd

from analysis.compare.estimates import Bootstrap, compare_outlets

SIZES = (5, 6, 8, 10, 12, 15, 18, 22, 27, 33, 42, 55, 70, 90, 120)


def normal(rng, event, n):
    return 0.3 + 0.5 * event + rng.normal(size=n), np.ones(n), 0.3


def skewed(rng, event, n):
    return (
        np.exp(0.35 * event + 0.5 * rng.normal(size=n)),
        np.ones(n),
        np.exp((0.35**2 + 0.5**2) / 2),
    )


def _given(rng, event, n, spread, mean):
    # a share drawn for the event through its rank, so that the event's pull is shared by outlets
    from scipy import stats

    p = stats.beta.ppf(stats.norm.cdf(event), mean * spread, (1 - mean) * spread)
    return rng.binomial(1, p, size=n).astype(float), np.ones(n), mean


def share(rng, event, n):
    return _given(rng, event, n, 5, 0.4)


def rare_share(rng, event, n):
    return _given(rng, event, n, 5, 0.1)


def ratio(rng, event, n):
    words = rng.gamma(2, 150, size=n) + 20
    return rng.poisson(words * 0.02 * np.exp(0.3 * event - 0.045)).astype(float), words, 0.02


KINDS = (normal, skewed, share, rare_share, ratio)


def family(kind, rng):
    """Give one frame of values: outlets draw events from one pool, and report each in one to five articles."""
    pool = rng.normal(size=max(SIZES))
    rows = []
    for o, size in enumerate(SIZES):
        for e in rng.choice(len(pool), size, replace=False):
            n = min(1 + rng.poisson(0.4), 5)
            value, denominator, truth = kind(rng, pool[e], n)
            rows += [
                (f"{o}-{e}-{i}", f"e{e}", f"outlet {o:02d}", v, d)
                for i, (v, d) in enumerate(zip(value, denominator, strict=True))
            ]
    frame = pd.DataFrame(rows, columns=["article_id", "event_id", "outlet", "value", "denominator"])
    return frame if kind is not normal and kind is not skewed else frame.drop(
        columns="denominator"
    ), truth


def main(families=200, seed=0):
    """Print one line for each kind of metric."""
    print(
        "metric,outlets,coverage,coverage_small,coverage_lowest_outlet,any_false_discovery,false_discovery_per_test"
    )
    for kind in KINDS:
        rng = np.random.default_rng(seed)
        tables = []
        for i in range(families):
            frame, truth = family(kind, rng)
            table = compare_outlets(frame, kind.__name__, bootstrap=Bootstrap(n=1000, seed=i))
            tables.append(
                table.assign(family=i, held=(table["low"] <= truth) & (truth <= table["high"]))
            )
        every = pd.concat(tables)
        small = every[every["n_events"] < 20]
        any_false = (every["p_adjusted"] < 0.05).groupby(every["family"]).any().mean()
        print(
            f"{kind.__name__},{len(every)},{every['held'].mean():.3f},{small['held'].mean():.3f},"
            f"{every.groupby('outlet')['held'].mean().min():.3f},{any_false:.3f},"
            f"{(every['p_adjusted'] < 0.05).mean():.4f}",
            flush=True,
        )


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
