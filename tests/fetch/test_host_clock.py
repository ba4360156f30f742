"""A host gets one request in each interval, whoever sends it."""

import threading
import time

import pytest

from analysis.fetch.errors import FetchError
from analysis.fetch.host_clock import HostClock


def seconds(action):
    start = time.monotonic()
    action()
    return time.monotonic() - start


def test_threads_share_the_turns_of_a_host_and_other_hosts_do_not_wait():
    clock = HostClock(0.1)
    times = []

    def ask():
        clock.wait("a")
        times.append(time.monotonic())

    threads = [threading.Thread(target=ask) for _ in range(4)]
    for thread in threads:
        thread.start()
    assert seconds(lambda: clock.wait("b")) < 0.05
    for thread in threads:
        thread.join()
    times.sort()
    assert all(later - earlier > 0.08 for earlier, later in zip(times, times[1:], strict=False))


def test_a_host_can_ask_for_more_time_but_not_for_less_or_for_ever():
    clock = HostClock(0.05)
    clock.slow_down("a", 0.2)
    clock.slow_down("b", 0.0)
    clock.slow_down("c", 1e9)
    for host, least in (("a", 0.15), ("b", 0.03)):
        clock.wait(host)
        assert seconds(lambda host=host: clock.wait(host)) > least
    clock.postpone("d", 0.1)
    assert seconds(lambda: clock.wait("d")) > 0.08
    assert clock._own_intervals["c"] == 60


def test_a_stopped_clock_ends_all_waits():
    clock = HostClock(30)
    clock.wait("a")
    threading.Timer(0.05, clock.stop).start()
    with pytest.raises(FetchError, match="stopped") as caught:
        clock.wait("a")
    assert caught.value.is_passing
    assert clock.is_stopped
