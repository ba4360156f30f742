"""
Space the requests to one host.

In: hosts, as requests are about to be sent. Out: a wait, so that a host gets one request in each
interval whatever number of threads there are.
"""

import threading
import time

from analysis.fetch.errors import FetchError

__all__ = ["HostClock"]

_MAX_PAUSE = 60.0  # seconds; a longer one that a host asks for is cut to this


class HostClock:
    """
    Knows when each host may be asked again. Thread-safe.

    Parameters
    ----------
    interval : float
        Seconds between two requests to one host.
    """

    def __init__(self, interval: float = 1.0) -> None:
        self._interval = interval
        self._own_intervals: dict[str, float] = {}
        self._next: dict[str, float] = {}
        self._guard = threading.Lock()
        self._stopped = threading.Event()

    def wait(self, host: str) -> None:
        """
        Wait for the turn of a request.

        Raises
        ------
        FetchError
            If the clock is stopped meanwhile.
        """
        with self._guard:
            now = time.monotonic()
            turn = max(now, self._next.get(host, now))
            self._next[host] = turn + self._own_intervals.get(host, self._interval)
        if self._stopped.wait(turn - now):
            raise FetchError("the run was stopped", is_passing=True)

    def slow_down(self, host: str, interval: float) -> None:
        """Leave at least this many seconds, at most 60, between the requests to a host."""
        with self._guard:
            self._own_intervals[host] = min(max(interval, self._interval), _MAX_PAUSE)

    def postpone(self, host: str, seconds: float) -> None:
        """Send a host nothing for some seconds, at most 60."""
        with self._guard:
            pause = time.monotonic() + min(seconds, _MAX_PAUSE)
            self._next[host] = max(pause, self._next.get(host, pause))

    def stop(self) -> None:
        """End all waits; no request is sent afterwards."""
        self._stopped.set()

    @property
    def is_stopped(self) -> bool:
        """Whether no request is sent any more."""
        return self._stopped.is_set()
