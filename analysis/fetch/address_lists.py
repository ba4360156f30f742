"""
Read a list of addresses: text, CSV, a feed or a sitemap.

In: the bytes of a list, which is told by its content. Out: its addresses, each once and in order,
the day that the list gives for it, what is no address, and further sitemaps that it names.
"""

import csv
import gzip
import io
import re
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from email.utils import parsedate_to_datetime

from lxml import etree  # pyright: ignore[reportAttributeAccessIssue]

from analysis.core.errors import InputError
from analysis.fetch.http_client import normalise_address

__all__ = ["MAX_BYTES", "AddressList", "Listed", "read_list"]

MAX_BYTES = 200_000_000
"""Bytes of a list, decompressed."""

# in lower case; Media Cloud, GDELT (events, GKG, DOC API) and tables made by hand
_ADDRESS_COLUMNS = ("url", "documentidentifier", "sourceurl", "link", "address", "story_url")
_DAY_COLUMNS = ("publish_date", "published", "publication_date", "pub_date", "date")
_DAY = re.compile(r"(\d{4}-\d{2}-\d{2})(?:[T ]|$)")
_MAX_CELL = 10_000_000  # characters; the tables of GDELT have long cells


@dataclass(frozen=True)
class Listed:
    """
    One address of a list.

    Attributes
    ----------
    url : str
        See ``analysis.fetch.http_client.normalise_address``.
    published : str or None
        Day that the list gives, "2018-11-02".
    """

    url: str
    published: str | None = None


@dataclass
class AddressList:
    """
    What a list holds.

    Attributes
    ----------
    kind : {"text", "table", "feed", "sitemap"}
    addresses : list of Listed
        Each address once.
    not_addresses : list of str
        What stands in the place of an address and is none.
    sitemaps : list of str
        Addresses of sitemaps that an index of sitemaps names.
    n_repeated : int
        Addresses that were there already.
    """

    kind: str
    addresses: list[Listed] = field(default_factory=list)
    not_addresses: list[str] = field(default_factory=list)
    sitemaps: list[str] = field(default_factory=list)
    n_repeated: int = 0


def read_list(data: bytes, name: str) -> AddressList:
    """
    Read a list of addresses.

    Parameters
    ----------
    data : bytes
        Compressed with gzip or not.
    name : str
        Name of the list, for messages.

    Returns
    -------
    AddressList

    Raises
    ------
    InputError
        If it is too large, is a page or other XML, or has no column of addresses.
    """
    data = _unpacked(data, name)
    start = data[:1000].lstrip(b"\xef\xbb\xbf \t\r\n")
    if start.startswith(b"<"):
        found, cells = _read_xml(data, name)
    else:
        text = _decoded(data)
        first_line = text.lstrip().partition("\n")[0]
        if _is_table(first_line):
            found, cells = AddressList("table"), _table_cells(text, name)
        else:
            found, cells = AddressList("text"), _lines(text)
    known = set()
    for cell, day in cells:
        url = normalise_address(cell)
        if url is None:
            found.not_addresses.append(cell.strip())
        elif url in known:
            found.n_repeated += 1
        else:
            known.add(url)
            found.addresses.append(Listed(url, _day(day)))
    return found


def _unpacked(data: bytes, name: str) -> bytes:
    """Return a list without compression."""
    if data.startswith(b"\x1f\x8b"):
        try:
            with gzip.open(io.BytesIO(data)) as file:
                data = file.read(MAX_BYTES + 1)
        except (OSError, EOFError, zlib.error) as error:
            raise InputError(f"{name} cannot be decompressed: {error}.") from None
    if len(data) > MAX_BYTES:
        raise InputError(f"{name} is larger than {MAX_BYTES / 1e6:g} MB. Split it.")
    if b"\0" in data[:1000]:
        raise InputError(
            f"{name} is no text. Give a text file with an address a line, a CSV file, a feed or a "
            "sitemap."
        )
    return data


def _decoded(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("latin-1")


def _lines(text: str) -> Iterator[tuple[str, str]]:
    """Yield the lines that are neither empty nor a comment."""
    for line in text.splitlines():
        if line.strip() and not line.lstrip().startswith("#"):
            yield line, ""


def _is_table(first_line: str) -> bool:
    """Return whether a first line is the header or a row of a table."""
    if any(name in _ADDRESS_COLUMNS for name in _names(first_line)):
        return True
    return "\t" in first_line or bool(re.search(r"[,;]", first_line.partition("://")[0]))


def _names(header: str) -> list[str]:
    cells = next(csv.reader([header], delimiter=_delimiter(header)), [])
    return [cell.strip().lower() for cell in cells]


def _delimiter(line: str) -> str:
    return max("\t,;", key=line.count)


def _table_cells(text: str, name: str) -> Iterator[tuple[str, str]]:
    """Yield the address and the day of each row."""
    first_line = text.lstrip().partition("\n")[0]
    limit = csv.field_size_limit(_MAX_CELL)  # of the whole process
    rows = csv.reader(io.StringIO(text.lstrip(), newline=""), delimiter=_delimiter(first_line))
    try:
        first = next(rows)
        header = [cell.strip().lower() for cell in first]
        column = _place(header, _ADDRESS_COLUMNS)
        day_column = _place(header, _DAY_COLUMNS)
        if column is None:  # exports of GDELT have no header
            column = _first_address(first, name)
            yield first[column], ""
        for row in rows:
            if not any(cell.strip() for cell in row):
                continue
            day = row[day_column] if day_column is not None and day_column < len(row) else ""
            yield (row[column] if column < len(row) else ""), day
    except csv.Error as error:
        raise InputError(f"{name}, line {rows.line_num}: {error}.") from None
    finally:
        csv.field_size_limit(limit)


def _place(header: Sequence[str], names: Sequence[str]) -> int | None:
    """Return the place of the first of some names in a header."""
    for name in names:
        if name in header:
            return header.index(name)
    return None


def _first_address(row: Sequence[str], name: str) -> int:
    for place, cell in enumerate(row):
        if normalise_address(cell) is not None:
            return place
    raise InputError(
        f"{name} has no column of addresses. Its columns: {', '.join(row)[:200]}. Name one of them "
        "url."
    )


def _read_xml(data: bytes, name: str) -> tuple[AddressList, Iterator[tuple[str, str]]]:
    """Return the kind of a feed or sitemap, and its addresses and days."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, recover=True)
    try:
        root = etree.fromstring(data.lstrip(b"\xef\xbb\xbf \t\r\n"), parser)
    except etree.XMLSyntaxError as error:
        raise InputError(f"{name} is no XML: {error}.") from None
    if root is None:
        raise InputError(f"{name} is no XML.")
    kind = etree.QName(root).localname.lower()
    if kind in ("rss", "rdf", "feed"):
        return AddressList("feed"), _feed_cells(root)
    if kind == "urlset":
        return AddressList("sitemap"), _sitemap_cells(root)
    if kind == "sitemapindex":
        found = AddressList("sitemap")
        for element in root.iterfind("{*}sitemap/{*}loc"):
            url = normalise_address(element.text or "")
            if url is None:
                found.not_addresses.append((element.text or "").strip())
            else:
                found.sitemaps.append(url)
        return found, iter(())
    raise InputError(
        f"{name} is a page or other XML ({kind}), not a list. Give a feed (RSS, Atom), "
        "a sitemap, or a text file with the address of the page."
    )


def _feed_cells(root: etree._Element) -> Iterator[tuple[str, str]]:
    for item in root.iter("{*}item", "{*}entry"):
        address = _text(item, "link")
        for link in item.iterfind("{*}link"):
            if link.get("href") and link.get("rel", "alternate") == "alternate":
                address = link.get("href") or ""
                break
        day = _text(item, "pubDate") or _text(item, "published") or _text(item, "date")
        yield address, day


def _sitemap_cells(root: etree._Element) -> Iterator[tuple[str, str]]:
    # lastmod is when a page was changed, not when the article was published
    for entry in root.iterfind("{*}url"):
        yield _text(entry, "loc"), _text(entry, "news/{*}publication_date")


def _text(element: etree._Element, path: str) -> str:
    return (element.findtext(f"{{*}}{path}") or "").strip()


def _day(cell: str) -> str | None:
    """Return the day of a cell, in the forms of ISO 8601 and of feeds."""
    iso = _DAY.match(cell.strip())
    if iso is not None:
        return iso[1]
    try:
        return parsedate_to_datetime(cell).date().isoformat()
    except (ValueError, TypeError, IndexError):
        return None
