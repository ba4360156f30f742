"""
Obey the robots.txt of every host.

In: an address that is about to be asked for. Out: nothing, or a ``FetchError`` if the host forbids
it. Rules are read by the standard library, which takes the first rule that fits and knows no ``*``
inside a path. As there, a host that answers 401 or 403 forbids everything, and one that has no
robots.txt allows it; a host that cannot answer is not asked for pages either (RFC 9309).
"""

import threading
from urllib.parse import urlsplit
from urllib.robotparser import RobotFileParser

from analysis.fetch.errors import FetchError
from analysis.fetch.http_client import AGENT, HttpClient, host_of

__all__ = ["Robots"]

_MAX_BYTES = 500_000  # as RFC 9309 asks for at least
_FORBIDDING = ("answers 401", "answers 403")


class Robots:
    """
    The rules of all hosts, each fetched once. Thread-safe.

    Parameters
    ----------
    client : HttpClient
    """

    def __init__(self, client: HttpClient) -> None:
        self._client = client
        self._rules: dict[str, RobotFileParser | FetchError] = {}
        self._locks: dict[str, threading.Lock] = {}
        self._guard = threading.Lock()

    def require(self, url: str) -> None:
        """
        Refuse an address that its host forbids.

        Raises
        ------
        FetchError
        """
        rules = self._rules_of(url)
        if isinstance(rules, FetchError):
            raise FetchError(rules.reason, is_passing=rules.is_passing)
        if not rules.can_fetch(AGENT, url):
            raise FetchError("robots.txt of its host forbids it")

    def _rules_of(self, url: str) -> RobotFileParser | FetchError:
        parts = urlsplit(url)
        site = f"{parts.scheme}://{host_of(url)}"
        with self._guard:
            lock = self._locks.setdefault(site, threading.Lock())
        with lock:
            if site not in self._rules:
                self._rules[site] = self._fetched(site)
            return self._rules[site]

    def _fetched(self, site: str) -> RobotFileParser | FetchError:
        """Return the rules of a site, or why nothing of it may be asked for."""
        rules = RobotFileParser()
        try:
            answer = self._client.get(
                f"{site}/robots.txt", lambda url: None, types=(), max_bytes=_MAX_BYTES
            )
        except FetchError as error:
            if error.is_passing:
                return FetchError(f"robots.txt of its host: {error.reason}", is_passing=True)
            if any(said in error.reason for said in _FORBIDDING):
                return FetchError(f"robots.txt of its host: {error.reason}")
            rules.parse([])
            return rules
        rules.parse(answer.data.decode("utf8", "replace").splitlines())
        delay = rules.crawl_delay(AGENT)
        if delay is not None:
            self._client.clock.slow_down(host_of(site), float(delay))
        return rules
