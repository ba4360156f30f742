"""
Fetch the articles of a list of addresses.

In: a list of addresses: a text or CSV file, a feed or a sitemap, or the address of one. Out: a JSON
Lines file that every other command reads, with the pages and problems beside it; see
``analysis.fetch.kept_pages``.
"""

import logging
import re
import sys
from collections.abc import Iterable, Mapping
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from analysis.core.errors import InputError, ParameterError

if TYPE_CHECKING:
    from analysis.fetch.address_lists import Listed
    from analysis.fetch.http_client import HttpClient, Response
    from analysis.fetch.kept_pages import KeptPages
    from analysis.fetch.robots import Robots

__all__ = ["FetchResult", "fetch"]

_log = logging.getLogger(__name__)

_SECONDS_BETWEEN = 1.0  # two requests to one host
_PAGES_A_LINE = 100  # of the log, where there is no terminal to show a bar


@dataclass(frozen=True)
class FetchResult:
    """
    What was fetched.

    Attributes
    ----------
    path, warc, problems : Path
        The files.
    n_addresses : int
        Different addresses of the list.
    n_repeated : int
        Addresses that the list has more than once.
    n_not_addresses : int
        Lines, cells or sitemaps of the list that gave no address; each is a problem too.
    n_there : int
        Addresses that an earlier run is done with.
    n_articles, n_problems : int
        Of this run: articles, and addresses that gave none.
    n_again : int
        Of those, addresses that the next run tries again.
    """

    path: Path
    warc: Path
    problems: Path
    n_addresses: int
    n_repeated: int
    n_not_addresses: int
    n_there: int
    n_articles: int
    n_problems: int
    n_again: int


def fetch(
    source: str,
    path: Path,
    *,
    progress: bool = False,
    seconds_between: float = _SECONDS_BETWEEN,
) -> FetchResult:
    """
    Fetch the articles that are not there yet.

    Parameters
    ----------
    source : str
        The list: a file, or the address of a feed or sitemap.
    path : Path
        The JSON Lines file; see ``analysis.fetch.kept_pages.opened``.
    progress : bool
        Show a progress bar on a terminal; elsewhere, log a line for every hundred pages.
    seconds_between : float
        Seconds between two requests to one host.

    Returns
    -------
    FetchResult

    Raises
    ------
    InputError
        If the list cannot be read or has no address.
    ParameterError, RunError
        See ``analysis.fetch.kept_pages.opened``.
    """
    from tqdm import tqdm

    from analysis.fetch import kept_pages
    from analysis.fetch.crawl import fetch_list, fetch_pages, list_bytes
    from analysis.fetch.errors import FetchError
    from analysis.fetch.host_clock import HostClock
    from analysis.fetch.http_client import HttpClient
    from analysis.fetch.robots import Robots

    client = HttpClient(HostClock(seconds_between))
    robots = Robots(client)
    data, name = _list_data(source, client, robots)  # first, so that a wrong name leaves no files
    with kept_pages.opened(path) as kept:
        read_more = partial(list_bytes, client=client, robots=robots)
        found, sitemap_problems = fetch_list(data, name, read_more)
        _add_list_problems(kept, found.not_addresses, sitemap_problems)
        if not found.addresses:
            raise InputError(_no_address(source, sitemap_problems))
        waiting = [listed for listed in found.addresses if not kept.is_done(listed.url)]
        n_before = kept.n_articles
        n_again = 0
        shown = progress and sys.stderr.isatty()
        bar = tqdm(total=len(waiting), desc="fetch", unit=" pages", disable=not shown)
        with bar, closing(fetch_pages(waiting, client, robots)) as pages:
            for number, (listed, result) in enumerate(pages, start=1):
                if isinstance(result, FetchError):
                    kept.add_problem(listed.url, result.reason, again=result.is_passing)
                    n_again += result.is_passing
                else:
                    _keep_page(kept, listed, result)
                bar.update()
                if progress and not shown and number % _PAGES_A_LINE == 0:
                    _log.info("fetch: %d of %d addresses", number, len(waiting))
    n_articles = kept.n_articles - n_before
    return FetchResult(
        kept.articles,
        kept.warc,
        kept.problems,
        len(found.addresses),
        found.n_repeated,
        len(found.not_addresses) + len(sitemap_problems),
        len(found.addresses) - len(waiting),
        n_articles,
        len(waiting) - n_articles,
        n_again,
    )


def _list_data(source: str, client: "HttpClient", robots: "Robots") -> tuple[bytes, str]:
    """Return the bytes of a list and its name."""
    from analysis.fetch.address_lists import MAX_BYTES
    from analysis.fetch.crawl import list_bytes
    from analysis.fetch.errors import FetchError
    from analysis.fetch.http_client import normalise_address

    url = normalise_address(source)
    if url is not None:
        try:
            return list_bytes(url, client, robots), url
        except FetchError as error:
            raise InputError(f"The list {url} cannot be read: it {error}.") from None
    path = Path(source).expanduser()
    if not path.is_file():
        raise ParameterError(
            f"{source!r} is neither a file nor an address that begins with http:// or https://. "
            "Give a text file with an address a line, a CSV file with a column url, a feed or a "
            "sitemap."
        )
    try:
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1), path.name
    except OSError as error:
        raise InputError(f"{path} cannot be read: {error.strerror or error}.") from None


def _add_list_problems(
    kept: "KeptPages", not_addresses: Iterable[str], sitemap_problems: Iterable[tuple[str, str]]
) -> None:
    """Add what the list has in place of addresses, once."""
    for text in not_addresses:
        if not kept.is_done(text):
            reason = "is no address that begins with http:// or https://" if text else "is empty"
            kept.add_problem(text, reason)
    for url, reason in sitemap_problems:
        kept.add_problem(url, reason, again=True)


def _no_address(source: str, sitemap_problems: list[tuple[str, str]]) -> str:
    """Return the message for a list without an address."""
    message = f"{source} has no address of a page."
    if sitemap_problems:
        url, reason = sitemap_problems[0]
        message = f"{message} {url}: {reason}."
    return message


def _keep_page(kept: "KeptPages", listed: "Listed", response: "Response") -> None:
    """Keep a page, and its article or the reason why it has none."""
    from analysis.fetch.paywall import paywall_sign
    from analysis.load.documents import html

    kept.add_page(response)
    page = response.data.decode("utf8", "replace")
    try:
        document = html.read(response.data, response.url, encoding=response.charset)
    except InputError as error:
        sign = paywall_sign("", page)
        kept.add_problem(listed.url, _behind_paywall(sign) if sign else _without_advice(error))
        return
    sign = paywall_sign(document.values["text"], page)
    if sign is not None:
        kept.add_problem(listed.url, _behind_paywall(sign))
        return
    kept.add_article(_article(listed, response, document.values))
    for note in document.notes:
        kept.add_problem(listed.url, note, article_kept=True)


def _behind_paywall(sign: str) -> str:
    return f"looks like the beginning of an article that has to be paid for: {sign}"


def _without_advice(error: InputError) -> str:
    """Return a message without what it tells someone who has the page as a file."""
    return re.split(r"\. (?:Save|Give) ", str(error))[0]


def _article(
    listed: "Listed", response: "Response", values: Mapping[str, str]
) -> dict[str, object]:
    """Return the line of an article, under our own column names and some of its own."""
    from analysis.fetch.http_client import host_of
    from analysis.fetch.kept_pages import now
    from analysis.load.language import guess_language

    language, _ = guess_language(values["text"])
    return {
        "outlet": re.sub(r":\d+$", "", host_of(response.url)),
        "published": values.get("published") or listed.published,
        "title": values.get("title"),
        "author": values.get("author"),
        "url": response.url,
        "language": language,
        "text": values["text"],
        "requested_url": listed.url,
        "day_in_list": listed.published,
        "fetched": now(),
        "page_sha256": sha256(response.raw).hexdigest(),
    }
