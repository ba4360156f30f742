"""
Fetch many addresses, several hosts at a time and one page of a host after another.

In: addresses. Out: for each, in the order in which they end, its page or why there is none. Nothing
is written here.
"""

import queue
from collections.abc import Callable, Generator, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import NamedTuple

from analysis.fetch.address_lists import MAX_BYTES, AddressList, Listed, read_list
from analysis.fetch.errors import FetchError
from analysis.fetch.http_client import HttpClient, Response, host_of
from analysis.fetch.robots import Robots

__all__ = ["Fetched", "fetch_list", "fetch_pages", "list_bytes"]

_HOSTS_AT_A_TIME = 8
_MAX_SITEMAPS = 1000
_MAX_WAITING = 8  # pages that wait in memory to be written


class Fetched(NamedTuple):
    """
    How an address ended.

    Parameters
    ----------
    listed : Listed
    result : Response or FetchError
    """

    listed: Listed
    result: Response | FetchError


def fetch_pages(
    addresses: Sequence[Listed], client: HttpClient, robots: Robots
) -> Generator[Fetched, None, None]:
    """
    Fetch the pages of some addresses.

    Parameters
    ----------
    addresses : sequence of Listed
    client : HttpClient
        Its clock is stopped at the end, also if the iteration is given up.
    robots : Robots

    Yields
    ------
    Fetched
    """
    by_host: dict[str, list[Listed]] = {}
    for listed in addresses:
        by_host.setdefault(host_of(listed.url), []).append(listed)
    ended: queue.Queue[Fetched | BaseException] = queue.Queue(_MAX_WAITING)
    pool = ThreadPoolExecutor(_HOSTS_AT_A_TIME)
    try:
        # the host with most addresses decides how long all takes, so it starts first
        for of_host in sorted(by_host.values(), key=len, reverse=True):
            pool.submit(_fetch_host, of_host, client, robots, ended)
        for _ in addresses:
            fetched = ended.get()
            if isinstance(fetched, BaseException):
                raise fetched
            yield fetched
    finally:
        client.clock.stop()
        pool.shutdown(wait=False, cancel_futures=True)
        while not ended.empty():  # a thread that waits to hand over a page can end
            ended.get_nowait()


def _fetch_host(
    addresses: Sequence[Listed],
    client: HttpClient,
    robots: Robots,
    ended: "queue.Queue[Fetched | BaseException]",
) -> None:
    """Fetch the pages of one host, one after another."""
    for listed in addresses:
        if client.clock.is_stopped:
            return
        try:
            result: Response | FetchError = client.get(listed.url, robots.require)
        except FetchError as error:
            result = error
        except BaseException as error:  # a fault of the program, told by the main thread
            ended.put(error)
            return
        ended.put(Fetched(listed, result))


def fetch_list(
    data: bytes, name: str, get: Callable[[str], bytes]
) -> tuple[AddressList, list[tuple[str, str]]]:
    """
    Read a list of addresses, and the sitemaps that it names.

    Parameters
    ----------
    data, name
        See ``analysis.fetch.address_lists.read_list``.
    get : callable
        Returns the bytes of a sitemap at an address; raises FetchError or InputError.

    Returns
    -------
    AddressList
        With the addresses of all sitemaps, each once.
    list of (str, str)
        Sitemaps that could not be read, and why. At most 1,000 are read.
    """
    found = read_list(data, name)
    known = {listed.url for listed in found.addresses}
    waiting = list(found.sitemaps)
    asked = set()
    problems = []
    while waiting:
        url = waiting.pop(0)
        if url in asked:
            continue
        if len(asked) == _MAX_SITEMAPS:
            problems.append((url, f"is not read: the sitemap names over {_MAX_SITEMAPS} others"))
            break
        asked.add(url)
        try:
            inner = read_list(get(url), url)
        except (FetchError, ValueError) as error:
            problems.append((url, f"sitemap: {error}"))
            continue
        waiting += inner.sitemaps
        found.not_addresses += inner.not_addresses
        for listed in inner.addresses:
            if listed.url in known:
                found.n_repeated += 1
            else:
                known.add(listed.url)
                found.addresses.append(listed)
    return found, problems


def list_bytes(url: str, client: HttpClient, robots: Robots) -> bytes:
    """
    Get a feed, a sitemap or another list.

    Raises
    ------
    FetchError
        See ``HttpClient.get``.
    """
    return client.get(url, robots.require, types=(), max_bytes=MAX_BYTES // 4).data
