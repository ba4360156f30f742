"""
Adjust p-values for the number of tests, and take outlets that differ out of "the others".

In: for each metric, a function that tests its outlets against others. Out: for each outlet the
result of its last test.

If one of eight outlets deviates, the mean of "the others" holds the deviant for each of the seven
innocent ones, which then seem to differ in the other direction. So the tests step down: the outlet
with the clearest difference, if it is significant after adjustment, is taken out of everybody
else's reference; the rest is tested again; and so on.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import ArrayLike
from scipy import stats

__all__ = ["SIGNIFICANCE", "Result", "Tester", "adjust", "level_of_test", "step_down"]

SIGNIFICANCE = 0.05
_FEWEST = 2  # outlets that remain: one, and one to compare it with


@dataclass(frozen=True)
class Result:
    """
    One outlet tested against others.

    Attributes
    ----------
    p : float
        NaN if it could not be tested.
    difference : float
        Outlet minus others; NaN if no event is shared.
    left_out : tuple of str
        The outlets that were not among the others, in the order in which they were taken out.
    p_adjusted : float
        p after adjustment; NaN if it could not be tested.
    """

    p: float
    difference: float
    left_out: tuple[str, ...] = ()
    p_adjusted: float = np.nan


Tester = Callable[[tuple[str, ...]], Mapping[str, tuple[float, float]]]
"""Takes outlets to leave out; returns p and difference of each of the rest against the rest."""


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


def step_down(testers: Mapping[str, Tester], shown: Sequence[tuple[str, str]]) -> list[Result]:
    """
    Test all outlets of all metrics, without outlets that differ among the others.

    Parameters
    ----------
    testers : mapping of str to Tester
        By metric.
    shown : sequence of (metric, outlet)
        The tests that are shown, and adjusted, together.

    Returns
    -------
    list of Result
        One for each pair shown; all NaN for an outlet without values. An outlet that was taken out
        keeps the result of the test in which it was found to differ; all others have that of the
        last round. The last two outlets of a metric are never taken out: between two outlets no
        test can tell which of them deviates.
    """
    left_out: dict[str, tuple[str, ...]] = dict.fromkeys(testers, ())
    results = {pair: Result(np.nan, np.nan) for pair in shown}
    taken: set[tuple[str, str]] = set()
    stale = list(testers)
    while stale:
        for metric in stale:
            tested = testers[metric](left_out[metric])
            for outlet, (p, difference) in tested.items():
                if (metric, outlet) in results:
                    results[metric, outlet] = Result(p, difference, left_out[metric])
        results = _adjusted(results, taken)
        stale = []
        for metric in testers:
            rest = {
                pair: result
                for pair, result in results.items()
                if pair[0] == metric and pair not in taken
            }
            clearest = _clearest(rest)
            if clearest and len(rest) > _FEWEST:
                taken.add(clearest)
                left_out[metric] = (*left_out[metric], clearest[1])
                stale.append(metric)
    return list(results.values())


def _adjusted(
    results: Mapping[tuple[str, str], Result], taken: Collection[tuple[str, str]]
) -> dict[tuple[str, str], Result]:
    """Adjust p-values; those of outlets that were taken out stay as they were."""
    adjusted = adjust([result.p for result in results.values()]).tolist()
    changed = {}
    for (pair, result), p_adjusted in zip(results.items(), adjusted, strict=True):
        changed[pair] = result if pair in taken else replace(result, p_adjusted=p_adjusted)
    return changed


def _clearest(results: Mapping[tuple[str, str], Result]) -> tuple[str, str] | None:
    """Return the significant result with the lowest p; of equal ones, the largest difference."""
    significant = [key for key, result in results.items() if result.p_adjusted < SIGNIFICANCE]
    if not significant:
        return None
    return min(significant, key=lambda key: (results[key].p, -abs(results[key].difference), key))


def level_of_test(result: Result, results: Sequence[Result]) -> float:
    """
    Return the p-value below which one test is significant after adjustment.

    Parameters
    ----------
    result : Result
        One of ``results``.
    results : sequence of Result
        All tests that are shown together; at least one was made.

    Returns
    -------
    float
        .05 for a single test; .05 * 3 / 10 if two of nine other tests are significant.
    """
    n_tests = sum(not np.isnan(other.p) for other in results)
    n_others = sum(other.p_adjusted < SIGNIFICANCE for other in results if other is not result)
    return SIGNIFICANCE * (n_others + 1) / n_tests
