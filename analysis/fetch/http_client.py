"""
Get one page over HTTP, within limits, and without more requests than its host allows.

In: an address. Out: a ``Response`` whose body is both as it was sent and decompressed, or a
``FetchError``. Redirects are followed here, so that each host on the way is asked for its
robots.txt and gets its own turn.
"""

import re
import time
import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from urllib.parse import urldefrag, urljoin, urlsplit

import urllib3
from urllib3.exceptions import HTTPError, LocationParseError

from analysis import __version__
from analysis.fetch.errors import FetchError
from analysis.fetch.host_clock import HostClock

__all__ = [
    "AGENT",
    "MAX_BYTES",
    "MAX_REDIRECTS",
    "PAGE_TYPES",
    "HttpClient",
    "Response",
    "host_of",
    "normalise_address",
]

AGENT = f"parallax-notebooks/{__version__} (research on news; obeys robots.txt)"
"""How requests name the project."""

MAX_BYTES = 20_000_000
"""Bytes of a page, as sent and decompressed."""

MAX_REDIRECTS = 10

PAGE_TYPES = ("text/html", "application/xhtml+xml")
"""Content types of a page."""

_CHUNK = 65536
_REDIRECTS = (301, 302, 303, 307, 308)
_BUSY = (429, 503)
_CHARSET = re.compile(r"charset=[\"']?([\w.:-]+)", re.IGNORECASE)
_HEADERS = {"User-Agent": AGENT, "Accept-Encoding": "gzip", "Accept": "text/html,*/*;q=0.5"}

MayFetch = Callable[[str], None]


@dataclass(frozen=True)
class Response:
    """
    An answer with status 200.

    Attributes
    ----------
    url : str
        Where it came from, after redirects.
    status_line : str
        "200 OK".
    headers : tuple of (str, str)
    raw : bytes
        The body as it was sent, compressed if it was.
    data : bytes
        The body, decompressed.
    charset : str or None
        Encoding that the header declares.
    """

    url: str
    status_line: str
    headers: tuple[tuple[str, str], ...]
    raw: bytes
    data: bytes
    charset: str | None


class HttpClient:
    """
    Sends requests. Thread-safe.

    Parameters
    ----------
    clock : HostClock
    connect_seconds, read_seconds : float
        How long to wait for a connection, and for the next bytes.
    page_seconds : float
        How long one page may take in all.
    """

    def __init__(
        self,
        clock: HostClock,
        *,
        connect_seconds: float = 10,
        read_seconds: float = 20,
        page_seconds: float = 60,
    ) -> None:
        self.clock = clock
        self._page_seconds = page_seconds
        timeout = urllib3.Timeout(connect=connect_seconds, read=read_seconds)
        self._pool = urllib3.PoolManager(
            num_pools=32, maxsize=4, headers=_HEADERS, timeout=timeout, retries=False
        )

    def get(
        self,
        url: str,
        may_fetch: MayFetch,
        *,
        types: Sequence[str] = PAGE_TYPES,
        max_bytes: int = MAX_BYTES,
    ) -> Response:
        """
        Get a page.

        Parameters
        ----------
        url : str
            As ``normalise_address`` returns it.
        may_fetch : callable
            Called with every address before it is asked for; raises FetchError to forbid it.
        types : sequence of str
            Content types that are accepted; an answer without one is. Empty accepts all.
        max_bytes : int

        Returns
        -------
        Response

        Raises
        ------
        FetchError
            If the host cannot be reached, takes too long or says no; or the answer is too large,
            has another type, or is redirected more than ten times.
        """
        seen = [url]
        while True:
            may_fetch(url)
            answer = self._ask(url)
            try:
                if answer.status not in _REDIRECTS:
                    return self._read(url, answer, types, max_bytes)
                url = _redirected(url, answer.headers.get("Location"))
            finally:
                answer.close()
            if url in seen:
                raise FetchError(f"redirects in a circle, back to {url}")
            seen.append(url)
            if len(seen) > MAX_REDIRECTS + 1:
                raise FetchError(f"redirects more than {MAX_REDIRECTS} times, at last to {url}")

    def _ask(self, url: str) -> urllib3.BaseHTTPResponse:
        """Send a request, a second time if the host asks to wait; return the open answer."""
        host = host_of(url)
        for is_last in (False, True):
            self.clock.wait(host)
            try:
                answer = self._pool.request(
                    "GET", url, preload_content=False, redirect=False, decode_content=False
                )
            except (HTTPError, LocationParseError, UnicodeError, ValueError) as error:
                raise FetchError(f"cannot be reached: {_said(error)}", is_passing=True) from None
            pause = _pause(answer)
            if pause is None or is_last:
                break
            answer.close()
            self.clock.postpone(host, pause)
        return answer

    def _read(
        self,
        url: str,
        answer: urllib3.BaseHTTPResponse,
        types: Sequence[str],
        max_bytes: int,
    ) -> Response:
        """Return the answer, read within the limits."""
        status = answer.status
        if status != 200:
            is_passing = status >= 500 or status in (408, 425, 429)
            raise FetchError(f"the server answers {status} {answer.reason}", is_passing=is_passing)
        kind = answer.headers.get("Content-Type", "").split(";")[0].strip().lower()
        if types and kind and kind not in types:
            raise FetchError(f"is {kind}, not a page")
        length = answer.headers.get("Content-Length", "")
        if length.isdecimal() and int(length) > max_bytes:
            raise FetchError(_too_large(max_bytes))
        raw = self._body(answer, max_bytes)
        data = _decompressed(raw, answer.headers.get("Content-Encoding", ""), max_bytes)
        charset = _CHARSET.search(answer.headers.get("Content-Type", ""))
        return Response(
            url,
            f"{status} {answer.reason}",
            tuple(answer.headers.items()),
            raw,
            data,
            charset[1] if charset else None,
        )

    def _body(self, answer: urllib3.BaseHTTPResponse, max_bytes: int) -> bytes:
        end = time.monotonic() + self._page_seconds
        parts = []
        n_bytes = 0
        try:
            while part := answer.read1(_CHUNK, decode_content=False):
                parts.append(part)
                n_bytes += len(part)
                if n_bytes > max_bytes:
                    raise FetchError(_too_large(max_bytes))
                if time.monotonic() > end:
                    reason = f"takes more than {self._page_seconds:g} seconds"
                    raise FetchError(reason, is_passing=True)
        except HTTPError as error:
            raise FetchError(f"broke off: {_said(error)}", is_passing=True) from None
        return b"".join(parts)


def _redirected(url: str, location: str | None) -> str:
    """Return where a redirect leads."""
    target = normalise_address(urljoin(url, location)) if location else None
    if target is None:
        raise FetchError(f"redirects to {location!r}, which is no address of a page")
    return target


def _pause(answer: urllib3.BaseHTTPResponse) -> float | None:
    """Return for how many seconds a host asks not to be asked; None if it does not."""
    if answer.status not in _BUSY:
        return None
    given = answer.headers.get("Retry-After", "")
    if given.isdecimal():
        return float(given)
    try:
        return max(0.0, parsedate_to_datetime(given).timestamp() - time.time())
    except ValueError:
        return None


def _decompressed(raw: bytes, encoding: str, max_bytes: int) -> bytes:
    """Return a body without its compression, of which no more than the limit is ever in memory."""
    encoding = encoding.strip().lower()
    if encoding in ("", "identity"):
        return raw
    if encoding not in ("gzip", "x-gzip"):
        raise FetchError(f"is compressed with {encoding}, which was not asked for")
    decompressor = zlib.decompressobj(16 + zlib.MAX_WBITS)
    try:
        data = decompressor.decompress(raw, max_bytes + 1)
    except zlib.error as error:
        raise FetchError(f"cannot be decompressed: {error}") from None
    if len(data) > max_bytes:
        raise FetchError(_too_large(max_bytes))
    if not decompressor.eof:
        raise FetchError("broke off: the compressed page is not complete", is_passing=True)
    return data


def _too_large(max_bytes: int) -> str:
    return f"is larger than {max_bytes / 1e6:g} MB"


def _said(error: Exception) -> str:
    """Return the message of an error without the names of objects."""
    text = re.sub(r"^\S*?(?:Connection|ConnectionPool)\([^)]*\): ", "", str(error))
    return re.sub(r"<[^>]*>:? ?", "", text)[:200] or type(error).__name__


def host_of(url: str) -> str:
    """Return the host and port of an address, in lower case."""
    return urlsplit(url).netloc.rpartition("@")[2].lower()


def normalise_address(text: str) -> str | None:
    """
    Return an address without its fragment, or None if it is not one of the web.

    Examples
    --------
    >>> normalise_address(" HTTPS://News.example/a?b=1#top ")
    'https://news.example/a?b=1'
    >>> normalise_address("ftp://news.example") is None, normalise_address("news") is None
    (True, True)
    """
    try:
        parts = urlsplit(urldefrag(text.strip())[0])
        is_page = parts.scheme in ("http", "https") and bool(parts.hostname)
        _ = parts.port  # a port that is no number is an error
    except ValueError:
        return None
    if not is_page or re.search(r"[\s\x00-\x1f\x7f]", text.strip()):
        return None
    return parts._replace(netloc=parts.netloc.lower(), path=parts.path or "/").geturl()
