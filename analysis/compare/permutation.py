"""
Test one outlet against the others, with the labels of outlets permuted within events.

In: the distances of the outlet, see ``analysis.compare.shared_events``. Out: a p-value. The
statistic is studentised [1]_: with a plain mean, an outlet whose numbers merely vary twice as much
as those of the others is found to differ in 24% of all cases instead of 5%.

.. [1] Chung, E. & Romano, J. (2013). Exact and asymptotically robust permutation tests. Annals of
   Statistics 41(2).
"""

from collections.abc import Iterator

import numpy as np

from analysis.compare.intervals import CELLS, Bootstrap
from analysis.compare.shared_events import Distances

__all__ = ["permutation_p", "smallest_p"]

_TOLERANCE = 1e-9
_EXTENSION = 20  # as many permutations more, if the first ones leave p close to its lower end
_ENOUGH = 10  # permutations as far from 0 as the outlet


def permutation_p(distances: Distances, bootstrap: Bootstrap) -> float:
    """
    Return the two-sided p-value of an outlet.

    Parameters
    ----------
    distances : Distances
    bootstrap : Bootstrap
        ``n`` permutations are drawn, and 20 times as many if fewer than 10 of them are as far from
        0 as the outlet, so that p can be significant among hundreds of tests. All are enumerated if
        there are no more than that.

    Returns
    -------
    float
        Twice the smaller of two shares: of the permutations with a statistic at least as high, and
        at least as low, as that of the outlet. At most 1. NaN with fewer than
        ``bootstrap.min_events`` events.

    Notes
    -----
    The sides are counted one by one because they can be unlike: where one outlet of five prints a
    number, the other four have small distances, all of them alike, on the other side.
    """
    if len(distances.sizes) < bootstrap.min_events:
        return np.nan
    observed = _studentised(distances.own)
    n_high, n_low, n_drawn = 0, 0, 0
    is_exact = _is_enumerable(distances, bootstrap)
    for chosen in _enumerated(distances) if is_exact else _drawn(distances, bootstrap):
        statistics = _studentised(chosen)
        n_high += int((statistics >= observed - _TOLERANCE).sum())
        n_low += int((statistics <= observed + _TOLERANCE).sum())
        n_drawn += len(statistics)
        if not is_exact and n_drawn >= bootstrap.n and min(n_high, n_low) >= _ENOUGH:
            break
    # the outlet itself is one of the permutations: one of those enumerated, one beside those drawn
    itself = 0 if is_exact else 1
    return min(1.0, 2 * (min(n_high, n_low) + itself) / (n_drawn + itself))


def smallest_p(distances: Distances, bootstrap: Bootstrap) -> float:
    """
    Return the lowest p-value that these events can lead to, however large the difference.

    Parameters
    ----------
    distances, bootstrap
        As ``permutation_p``.

    Returns
    -------
    float
        .0625 for five events of two outlets, which have 32 permutations.
    """
    if _is_enumerable(distances, bootstrap):
        return min(1.0, 2 / float(np.prod(distances.sizes.astype(float))))
    return 2 / (1 + _EXTENSION * bootstrap.n)


def _studentised(chosen: np.ndarray) -> np.ndarray:
    """
    Return the mean over events in units of their root mean square, -1 to 1.

    This puts permutations in the same order as the t statistic, and is finite without variation.
    """
    squares = np.sqrt((chosen**2).mean(axis=-1))
    means = chosen.mean(axis=-1)
    return np.divide(means, squares, out=np.zeros_like(means), where=squares > 0)


def _is_enumerable(distances: Distances, bootstrap: Bootstrap) -> bool:
    return bool(np.log(distances.sizes).sum() <= np.log(_EXTENSION * bootstrap.n) + _TOLERANCE)


def _enumerated(distances: Distances) -> Iterator[np.ndarray]:
    """Return the distances of all permutations, one row each."""
    n_all = int(np.prod(distances.sizes))
    chosen = np.unravel_index(np.arange(n_all), tuple(distances.sizes.tolist()))
    yield distances.padded[np.arange(len(distances.sizes)), np.stack(chosen, axis=1)]


def _drawn(distances: Distances, bootstrap: Bootstrap) -> Iterator[np.ndarray]:
    """Draw permutations in steps, and return the distances of each, one row each."""
    rng = np.random.default_rng(bootstrap.seed)
    n_events = len(distances.sizes)
    step = max(1, min(bootstrap.n, CELLS // n_events))
    n_most = _EXTENSION * bootstrap.n
    for done in range(0, n_most, step):
        shape = min(step, n_most - done), n_events
        chosen = (rng.random(shape) * distances.sizes).astype(int)
        yield distances.padded[np.arange(n_events), chosen]
