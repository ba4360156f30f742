"""
Measure how often the intervals and tests of analysis.compare.estimates are right.

usage: python benchmarks/coverage.py [runs] [seed]

Prints one line for each measurement: its section, the case, and columns of that section.

coverage        How often the nominal 95% interval of one outlet contains the true value, by kind of
                metric and number of events (expected .935 to .965), on which side it missed, and
                the median width.
families        15 outlets of unequal size (5 to 120 events) that do not differ: coverage of the
                outlets' intervals, and how often a family has any p below .05 after adjustment
                (expected .05 or less).
deviating       8 outlets, one of which deviates by so many standard deviations: how often any
                innocent one is found to differ (expected below .06), by the number of those that
                are, and how often the deviating one is found (power).
noisy           8 outlets that do not differ; the numbers of one vary more: how often its p is below
                .05 before adjustment (expected .05), and that of the others.

With 200 runs, .95 is known to .03 either way (95% of the time), in less than five minutes.
"""

import sys
from collections.abc import Callable, Iterator

import numpy as np
import pandas as pd
from scipy import special

from analysis.compare.estimates import Bootstrap, against_others, compare_outlets

SIZES = (5, 6, 8, 10, 12, 15, 18, 22, 27, 33, 42, 55, 70, 90, 120)
SMALL = 20  # events
N_EVENTS = (8, 15, 30)
N_EVENTS_SHARED = (15, 30)
N_OUTLETS = 8
SHIFTS = (1.0, 2.0)  # of the deviating outlet, in standard deviations of an article
NOISE = 3.0  # times the standard deviation of the others
P_REPORTED = 0.75  # of an event by an outlet
SIGNIFICANCE = 0.05

Sample = tuple[np.ndarray, np.ndarray, float]  # values, denominators, the true value
Kind = Callable[[np.random.Generator, float, int], Sample]


def normal(rng: np.random.Generator, event: float, n: int) -> Sample:
    return 0.3 + 0.5 * event + rng.normal(size=n), np.ones(n), 0.3


def log_normal(rng: np.random.Generator, event: float, n: int) -> Sample:
    """Draw values whose logarithms have a standard deviation of .61, as rates of words have."""
    values = np.exp(0.35 * event + 0.5 * rng.normal(size=n))
    return values, np.ones(n), float(np.exp((0.35**2 + 0.5**2) / 2))


def very_skewed(rng: np.random.Generator, event: float, n: int) -> Sample:
    """Draw values whose logarithms have a standard deviation of 1."""
    values = np.exp(0.6 * event + 0.8 * rng.normal(size=n))
    return values, np.ones(n), float(np.exp((0.6**2 + 0.8**2) / 2))


def _share_of_event(event: float, concentration: float, mean: float) -> float:
    """Return the share of an event through its rank, so that outlets share its effect."""
    rank = special.ndtr(event)
    return float(special.betaincinv(mean * concentration, (1 - mean) * concentration, rank))


def share(rng: np.random.Generator, event: float, n: int) -> Sample:
    return rng.binomial(1, _share_of_event(event, 5, 0.4), size=n).astype(float), np.ones(n), 0.4


def rare_share(rng: np.random.Generator, event: float, n: int) -> Sample:
    return rng.binomial(1, _share_of_event(event, 5, 0.1), size=n).astype(float), np.ones(n), 0.1


def share_of_units(rng: np.random.Generator, event: float, n: int) -> Sample:
    """Draw shares of about nine sentences an article."""
    units = 1 + rng.poisson(8, size=n)
    return rng.binomial(units, _share_of_event(event, 3, 0.4)).astype(float), units, 0.4


def uneven_share(rng: np.random.Generator, event: float, n: int) -> Sample:
    """Draw shares of very unequal numbers of mentions, close to 0 or 1 in most events."""
    units = np.ceil(rng.lognormal(1, 1, size=n)).astype(int)
    return rng.binomial(units, _share_of_event(event, 1, 0.4)).astype(float), units, 0.4


def ratio(rng: np.random.Generator, event: float, n: int) -> Sample:
    words = rng.gamma(2, 150, size=n) + 20
    counts = rng.poisson(words * 0.02 * np.exp(0.3 * event - 0.045))
    return counts.astype(float), words, 0.02


KINDS = (normal, log_normal, very_skewed, share, rare_share, share_of_units, uneven_share, ratio)
SHARES = (share, rare_share, share_of_units, uneven_share)
SIGNED = (normal,)
OF_FAMILIES = (normal, log_normal, share, rare_share, ratio)
WITHOUT_DENOMINATOR = (normal, log_normal)
COLUMNS = ("article_id", "event_id", "outlet", "value", "denominator")


def _n_articles(rng: np.random.Generator) -> int:
    return min(1 + rng.poisson(0.4), 5)


def coverage(runs: int, seed: int) -> Iterator[str]:
    """Measure the interval of one outlet, for each kind of metric and number of events."""
    yield "coverage: kind,n_events,covered,all_above,all_below,median_width"
    for kind in KINDS:
        for n_events in N_EVENTS:
            rng = np.random.default_rng(seed)
            ends = [_one_interval(kind, n_events, rng, run) for run in range(runs)]
            low, high, truth = np.array(ends).T
            covered = ((low <= truth) & (truth <= high)).mean()
            yield (
                f"coverage: {kind.__name__},{n_events},{covered:.3f},{(low > truth).mean():.3f},"
                f"{(high < truth).mean():.3f},{np.nanmedian(high - low):.4f}"
            )


def _one_interval(
    kind: Kind, n_events: int, rng: np.random.Generator, seed: int
) -> tuple[float, float, float]:
    """Return the interval of one outlet with a number of events, and the true value."""
    sums = np.zeros((n_events, 2))
    truth = np.nan
    for row in sums:
        values, denominators, truth = kind(rng, rng.normal(), _n_articles(rng))
        row[:] = values.sum(), denominators.sum()
    bootstrap = Bootstrap(n=1000, seed=seed)
    value, denominator = sums.T
    ends = bootstrap.interval(value, denominator, kind in SHARES, kind not in SIGNED)
    return *ends, truth


def family(kind: Kind, rng: np.random.Generator) -> tuple[pd.DataFrame, float]:
    """
    Return the values of 15 outlets, and the true value.

    Outlets draw their events from one pool, and report each in one to five articles.
    """
    pool = rng.normal(size=max(SIZES))
    truth = np.nan
    rows = []
    for outlet, size in enumerate(SIZES):
        for event in rng.choice(len(pool), size, replace=False):
            values, denominators, truth = kind(rng, pool[event], _n_articles(rng))
            for i, pair in enumerate(zip(values, denominators, strict=True)):
                article_id = f"{outlet}-{event}-{i}"
                rows.append((article_id, f"e{event}", f"outlet {outlet:02d}", *pair))
    frame = pd.DataFrame(rows, columns=list(COLUMNS))
    if kind in WITHOUT_DENOMINATOR:
        frame = frame.drop(columns="denominator")
    return frame, truth


def families(runs: int, seed: int) -> Iterator[str]:
    """Measure the intervals and tests of families of outlets that do not differ."""
    yield "families: kind,outlets,covered,covered_small,covered_lowest_outlet,any_found,found"
    for kind in OF_FAMILIES:
        rng = np.random.default_rng(seed)
        tables = []
        for run in range(runs // 6):
            frame, truth = family(kind, rng)
            table = compare_outlets(frame, kind.__name__, bootstrap=Bootstrap(n=1000, seed=run))
            covered = (table["low"] <= truth) & (truth <= table["high"])
            tables.append(table.assign(run=run, covered=covered))
        yield f"families: {kind.__name__},{_summary(pd.concat(tables))}"


def _summary(table: pd.DataFrame) -> str:
    covered = table["covered"]
    small = covered[table["n_events"] < SMALL]
    lowest = covered.groupby(table["outlet"]).mean().min()
    found = table["p_adjusted"] < SIGNIFICANCE
    any_found = found.groupby(table["run"]).any().mean()
    return (
        f"{len(table)},{covered.mean():.3f},{small.mean():.3f},"
        f"{lowest:.3f},{any_found:.3f},{found.mean():.4f}"
    )


def group(
    rng: np.random.Generator, kind: Kind, n_events: int, shift: float, noise: float
) -> pd.DataFrame:
    """
    Return the values of 8 outlets that report most of the same events.

    Outlet 0 deviates: by ``shift`` standard deviations of an article (for shares, by that part of
    what is left up to 1), and its numbers vary ``noise`` times as much as those of the others.
    """
    rows = []
    for event in range(n_events):
        effect = rng.normal()
        for outlet in range(N_OUTLETS):
            if rng.random() > P_REPORTED:
                continue
            values, _, truth = kind(rng, effect, 1)
            value = truth + (values[0] - truth) * (noise if outlet == 0 else 1)
            if outlet == 0 and kind is share:
                value = max(value, float(rng.random() < shift / 2.5))
            elif outlet == 0:
                value += shift * (1.0 if kind is normal else 0.75)
            rows.append((f"{outlet}-{event}", f"e{event}", f"outlet {outlet}", value, 1.0))
    frame = pd.DataFrame(rows, columns=list(COLUMNS))
    return frame if kind is share else frame.drop(columns="denominator")


def _tested(
    runs: int, seed: int, kind: Kind, n_events: int, shift: float = 0.0, noise: float = 1.0
) -> pd.DataFrame:
    """Return the differences of all outlets in all runs."""
    rng = np.random.default_rng(seed)
    tables = []
    for run in range(runs):
        frame = group(rng, kind, n_events, shift, noise)
        table = against_others(frame, kind.__name__, Bootstrap(n=1000, seed=run))
        covered = (table["low"] <= 0) & (table["high"] >= 0)
        tables.append(table.assign(run=run, covered=covered))
    return pd.concat(tables).assign(is_outlet_0=lambda table: table["outlet"].eq("outlet 0"))


def deviating(runs: int, seed: int) -> Iterator[str]:
    """Measure how often innocent outlets are found to differ beside a deviating one."""
    yield "deviating: kind,n_events,shift,any_innocent_found,innocent_found,power,covered_innocent"
    for kind in (normal, log_normal, share):
        for n_events in N_EVENTS_SHARED:
            for shift in SHIFTS:
                table = _tested(runs // 2, seed, kind, n_events, shift)
                found = table["p_adjusted"] < SIGNIFICANCE
                innocent = ~table["is_outlet_0"]
                any_found = found[innocent].groupby(table.loc[innocent, "run"]).any().mean()
                has_interval = innocent & table["low"].notna()
                yield (
                    f"deviating: {kind.__name__},{n_events},{shift},{any_found:.3f},"
                    f"{found[innocent].mean():.4f},{found[~innocent].mean():.3f},"
                    f"{table.loc[has_interval, 'covered'].mean():.3f}"
                )


def noisy(runs: int, seed: int) -> Iterator[str]:
    """Measure how often an outlet whose numbers merely vary more is found to differ."""
    yield "noisy: kind,n_events,noise,noisy_found,others_found"
    for kind in (normal, log_normal):
        for n_events in N_EVENTS_SHARED:
            table = _tested(runs, seed, kind, n_events, noise=NOISE).dropna(subset=["p"])
            found = table["p"] < SIGNIFICANCE
            is_noisy = table["is_outlet_0"]
            yield (
                f"noisy: {kind.__name__},{n_events},{NOISE},{found[is_noisy].mean():.3f},"
                f"{found[~is_noisy].mean():.3f}"
            )


def main(runs: int = 200, seed: int = 0) -> None:
    """Print one line for each measurement."""
    for section in (coverage, families, deviating, noisy):
        for line in section(runs, seed):
            print(line, flush=True)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
