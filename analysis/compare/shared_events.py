"""
The distance of an outlet from the mean of the others, event by event.

In: the cells of one metric, see ``analysis.compare.event_cells``. Out: for one outlet, its distance
in each event that others report too, beside the distances that the other outlets have there. Some
outlets can be left out of the others. Nothing is tested here.
"""

from collections.abc import Collection
from dataclasses import dataclass

import numpy as np
import pandas as pd

__all__ = ["Distances", "SharedEvents"]

_PRECISION = 1e-12  # of distances, as a part of the largest number


@dataclass(frozen=True)
class Distances:
    """
    One outlet against the mean of the others, on the events that both report.

    Attributes
    ----------
    padded : array, shape (n_events, largest number of outlets of an event)
        The distance of each outlet of an event from the mean of its other outlets: the given outlet
        first, then the others, then zeros.
    sizes : array of int, shape (n_events,)
        Number of outlets of each event, 2 or more.
    means : array, shape (n_events,)
        The outlet's own mean, share or ratio in each event.
    n_articles : int
        Articles of the outlet about these events.
    n_mentions : float
        What a share of the outlet is of, over these events: the sum of its denominators.
    """

    padded: np.ndarray
    sizes: np.ndarray
    means: np.ndarray
    n_articles: int
    n_mentions: float

    @property
    def own(self) -> np.ndarray:
        """The distances of the outlet itself, shape (n_events,)."""
        return self.padded[:, 0]


class SharedEvents:
    """
    The events of one metric, ready to be asked for the distances of each outlet.

    Parameters
    ----------
    cells : DataFrame
        As ``event_cells.sum_by_event`` returns them. Not changed.
    """

    def __init__(self, cells: pd.DataFrame) -> None:
        # in the order of outlets within an event, so that results do not depend on that of rows
        cells = cells.sort_values(["event", "outlet"])
        self._events = pd.factorize(cells["event"])[0]
        self._outlets = cells["outlet"].astype(str).reset_index(drop=True)
        self._ratios = cells["ratio"].to_numpy(float)
        self._n_articles = cells["n_articles"].to_numpy(int)
        self._denominators = cells["denominator"].to_numpy(float)
        self._rounding_error = _PRECISION * np.abs(self._ratios).max(initial=0)

    @property
    def outlets(self) -> list[str]:
        """The outlets with a value, by name."""
        return sorted(set(self._outlets))

    def n_events(self, outlet: str) -> int:
        """Return the number of events of an outlet, shared or not."""
        return int(np.count_nonzero(self._outlets == outlet))

    def distances(self, outlet: str, left_out: Collection[str] = ()) -> Distances:
        """
        Return the distances of an outlet from the mean of the others.

        Parameters
        ----------
        outlet : str
        left_out : collection of str
            Outlets that are not among the others. The outlet itself may be one of them.

        Returns
        -------
        Distances
            Without events if no event is shared.
        """
        is_own = self._outlets.eq(outlet).to_numpy()
        is_used = is_own | ~self._outlets.isin(list(left_out)).to_numpy()
        sizes = np.bincount(self._events[is_used], minlength=len(self._events))
        own_events = self._events[is_own]
        shared = own_events[sizes[own_events] > 1]
        used = np.flatnonzero(is_used & np.isin(self._events, shared))
        used = used[np.lexsort((~is_own[used], self._events[used]))]
        events, ratios = self._events[used], self._ratios[used]
        first = np.flatnonzero(np.diff(events, prepend=-1))
        n_outlets = sizes[events[first]]
        row = np.repeat(np.arange(len(first)), n_outlets)
        column = np.arange(len(used)) - np.repeat(first, n_outlets)
        sums = np.bincount(row, ratios, len(first))
        padded = np.zeros((len(first), n_outlets.max(initial=1)))
        n_others = n_outlets[row] - 1
        padded[row, column] = ((n_others + 1) * ratios - sums[row]) / n_others
        padded[np.abs(padded) <= self._rounding_error] = 0
        n_articles = int(self._n_articles[used[first]].sum())
        n_mentions = float(self._denominators[used[first]].sum())
        return Distances(padded, n_outlets, ratios[first], n_articles, n_mentions)
