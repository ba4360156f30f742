"""
Measure how often the intervals and tests of analysis.compare.estimates are right.

usage: python benchmarks/coverage.py [families] [seed]

Draws families of 15 outlets of unequal size (5 to 120 events, one to five articles an event,
articles of one event alike), and prints one line for each kind of metric: how often the nominal 95%
interval contained the true value, over all outlets and over those with fewer than 20 events; and,
with no difference between outlets, how often a family had any p-value below .05 after adjustment.
Expected are 93 to 97% and 5%.
"""

import sys
from collections.abc import Callable

import numpy as np
import pandas as pd

from analysis.compare.estimates import Bootstrap, compare_outlets

SIZES = (5, 6, 8, 10, 12, 15, 18, 22, 27, 33, 42, 55, 70, 90, 120)


SMALL = 20  # events
Sample = tuple[np.ndarray, np.ndarray, float]  # values, denominators, the true value


def normal(rng: np.random.Generator, event: float, n: int) -> Sample:
    return 0.3 + 0.5 * event + rng.normal(size=n), np.ones(n), 0.3


def skewed(rng: np.random.Generator, event: float, n: int) -> Sample:
    values = np.exp(0.35 * event + 0.5 * rng.normal(size=n))
    return values, np.ones(n), float(np.exp((0.35**2 + 0.5**2) / 2))


def _share_of_event(
    rng: np.random.Generator, event: float, n: int, concentration: float, mean: float
) -> Sample:
    """Draw a share for the event through its rank, so that outlets share its effect."""
    from scipy import stats

    rank = stats.norm.cdf(event)
    share_of_event = stats.beta.ppf(rank, mean * concentration, (1 - mean) * concentration)
    return rng.binomial(1, share_of_event, size=n).astype(float), np.ones(n), mean


def share(rng: np.random.Generator, event: float, n: int) -> Sample:
    return _share_of_event(rng, event, n, 5, 0.4)


def rare_share(rng: np.random.Generator, event: float, n: int) -> Sample:
    return _share_of_event(rng, event, n, 5, 0.1)


def ratio(rng: np.random.Generator, event: float, n: int) -> Sample:
    words = rng.gamma(2, 150, size=n) + 20
    counts = rng.poisson(words * 0.02 * np.exp(0.3 * event - 0.045))
    return counts.astype(float), words, 0.02


KINDS = (normal, skewed, share, rare_share, ratio)
WITHOUT_DENOMINATOR = (normal, skewed)
COLUMNS = ("article_id", "event_id", "outlet", "value", "denominator")


def family(
    kind: Callable[[np.random.Generator, float, int], Sample], rng: np.random.Generator
) -> tuple[pd.DataFrame, float]:
    """
    Return the values of 15 outlets, and the true value.

    Outlets draw their events from one pool, and report each in one to five articles.
    """
    pool = rng.normal(size=max(SIZES))
    truth = np.nan
    rows = []
    for outlet, size in enumerate(SIZES):
        for event in rng.choice(len(pool), size, replace=False):
            n_articles = min(1 + rng.poisson(0.4), 5)
            values, denominators, truth = kind(rng, pool[event], n_articles)
            for i, pair in enumerate(zip(values, denominators, strict=True)):
                article_id = f"{outlet}-{event}-{i}"
                rows.append((article_id, f"e{event}", f"outlet {outlet:02d}", *pair))
    frame = pd.DataFrame(rows, columns=list(COLUMNS))
    if kind in WITHOUT_DENOMINATOR:
        frame = frame.drop(columns="denominator")
    return frame, truth


def main(families: int = 200, seed: int = 0) -> None:
    """Print one line for each kind of metric."""
    print(
        "metric,outlets,coverage,coverage_small,coverage_lowest_outlet,any_false_discovery,"
        "false_discovery_per_test"
    )
    for kind in KINDS:
        rng = np.random.default_rng(seed)
        tables = []
        for i in range(families):
            frame, truth = family(kind, rng)
            table = compare_outlets(frame, kind.__name__, bootstrap=Bootstrap(n=1000, seed=i))
            covered = (table["low"] <= truth) & (truth <= table["high"])
            tables.append(table.assign(family=i, covered=covered))
        print(_summary(kind.__name__, pd.concat(tables)), flush=True)


def _summary(name: str, table: pd.DataFrame) -> str:
    covered = table["covered"]
    small = covered[table["n_events"] < SMALL]
    lowest = covered.groupby(table["outlet"]).mean().min()
    false_discovery = table["p_adjusted"] < 0.05
    any_false = false_discovery.groupby(table["family"]).any().mean()
    return (
        f"{name},{len(table)},{covered.mean():.3f},{small.mean():.3f},"
        f"{lowest:.3f},{any_false:.3f},{false_discovery.mean():.4f}"
    )


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
