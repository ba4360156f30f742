"""
Read the articles in web archives: WARC files (.warc, .warc.gz) and packages of them (.wacz).

In: the bytes or the path of a file. Out: one ``Record`` for each page, a page at a time. Only pages
(HTML) that a server gave with status 200 are read; what else was captured is counted. A page that
was captured again without a change is a record with a fault. Files follow ISO 28500; they are
taken apart by warcio.
"""

import io
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha1
from itertools import islice
from pathlib import Path
from typing import IO, Any, NamedTuple

from analysis.core.errors import InputError
from analysis.load.input_files import corpus_name
from analysis.load.outlets import site_of
from analysis.load.records import FileContents, Record, Stream
from analysis.load.web_page import MAX_PAGE, read_page

__all__ = ["read", "stream"]

_COLUMNS = ("outlet", "published", "title", "text", "url", "author")
_PAGES = ("text/html", "application/xhtml+xml")
_GZIP = b"\x1f\x8b"
_GZIP_WINDOW = 31  # what zlib calls a stream with the header of gzip
_BEGINNING = b"WARC/"
_TAKEN_FROM_PAGE = ("published", "title", "text", "author")
_MAX_SHOWN = 200  # characters of what warcio says
_NOT_READ = "captures were not read: {}"


class _Capture(NamedTuple):
    """A page in an archive, as it was captured; ``fault`` if it is not to be read."""

    number: int
    url: str
    day: str
    page: bytes
    charset: str | None
    fault: str | None


def read(data: bytes, name: str) -> FileContents:
    """
    Return the pages of a web archive.

    Raises
    ------
    InputError
        If the file is no web archive, is cut off, or has no page.
    """
    left_out = _survey(io.BytesIO(data), name)
    records = list(_records(io.BytesIO(data), name))
    return FileContents(_COLUMNS, records, _notes(left_out))


def stream(path: Path, files: list[Path], inputs: list[tuple[str, str]], batch: int) -> Stream:
    """
    Open a web archive that may be larger than memory; one page is in memory at a time.

    The file is read once to count what it holds, and again for each pass over the records.

    Parameters
    ----------
    path : Path
    files : list of Path
        Only the file itself.
    inputs : list of (str, str)
        Name and SHA-256 of each file.
    batch : int
        Records in memory at a time.

    Raises
    ------
    InputError
        As for ``read``.
    """
    with path.open("rb") as file:
        left_out = _survey(file, path.name)

    def batches() -> Iterator[list[Record]]:
        with path.open("rb") as file:
            records = _records(file, path.name)
            yield from iter(lambda: list(islice(records, batch)), [])

    def cells(column: str) -> Iterator[object]:
        # days are written year first, so how they are read need not be found out from all pages
        return iter(())

    notes = [(path.name, f"{path.name}: {note}") for note in _notes(left_out)]
    return Stream(corpus_name(path), _COLUMNS, inputs, batches, cells, notes)


def _survey(file: IO[bytes], name: str) -> Counter[str]:
    """Count what is left out of a file, and check that it is whole and has a page."""
    left_out: Counter[str] = Counter()
    n_pages = sum(1 for _ in _captures(file, name, left_out))
    if not n_pages:
        raise InputError(
            f"{name} has no page (HTML with status 200)."
            + "".join(f" {note.capitalize()}." for note in _notes(left_out))
        )
    return left_out


def _notes(left_out: Counter[str]) -> list[str]:
    """Return a sentence on what was left out, none if nothing was."""
    if not left_out:
        return []
    counts = ", ".join(f"{n:,} {what}" for what, n in sorted(left_out.items()))
    return [_NOT_READ.format(counts)]


def _records(file: IO[bytes], name: str) -> Iterator[Record]:
    """Yield a record for each page."""
    for capture in _captures(file, name, Counter()):
        where = f"{name}, record {capture.number} ({capture.url})"
        if capture.fault:
            yield Record(where, fault=capture.fault)
            continue
        try:
            document = read_page(capture.page, capture.url, capture.charset)
        except InputError as error:
            yield Record(where, fault=str(error))
            continue
        values: dict[str, object] = {"url": capture.url, "outlet": site_of(capture.url)}
        for column in _TAKEN_FROM_PAGE:
            if document.values.get(column):
                values[column] = document.values[column]
        notes = (f"captured on {capture.day} at {capture.url}", *document.notes)
        yield Record(where, values, notes=notes)


def _captures(file: IO[bytes], name: str, left_out: Counter[str]) -> Iterator[_Capture]:
    """Yield each page of an archive, and count in ``left_out`` what is none."""
    days: dict[bytes, str] = {}  # of pages at addresses
    number = 0
    for archive in _archives(file, name):
        for record in _warc_records(archive, name):
            number += 1
            capture = _capture(record, number, left_out)
            if capture is None:
                continue
            key = sha1(capture.url.encode() + b"\0" + capture.page).digest()
            if capture.fault is None and key in days:
                fault = f"is a duplicate: captured on {days[key]} with the same content"
                capture = capture._replace(fault=fault)
            days.setdefault(key, capture.day)
            yield capture


@contextmanager
def _package(file: IO[bytes], name: str) -> Iterator[zipfile.ZipFile]:
    """Open a .wacz file."""
    try:
        with zipfile.ZipFile(file) as package:
            yield package
    except (zipfile.BadZipFile, NotImplementedError, EOFError) as error:
        # zipfile raises the second for a compression, and for a zip format, that it does not know.
        raise InputError(f"{name} is damaged: {error}. Download it again.") from None


def _archives(file: IO[bytes], name: str) -> Iterator[IO[bytes]]:
    """Yield each WARC file in a file, which may be one itself."""
    if not name.lower().endswith(".wacz"):
        yield file
        return
    with _package(file, name) as package:
        members = [member for member in package.namelist() if _is_warc(member)]
        if not members:
            raise InputError(
                f"{name} has no WARC file in its folder 'archive', as packages of web archives "
                "do. Save it again as .wacz or .warc.gz."
            )
        for member in sorted(members):
            with package.open(member) as archive:
                yield archive


def _is_warc(member: str) -> bool:
    return member.startswith("archive/") and member.lower().endswith((".warc", ".warc.gz"))


def _warc_records(file: IO[bytes], name: str) -> Iterator[Any]:
    """Yield the records of a WARC file."""
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    buffered = io.BufferedReader(file)  # pyright: ignore[reportArgumentType]
    _validate_beginning(buffered.peek(), name)
    try:
        for record in ArchiveIterator(buffered):
            yield record
            _validate_whole(record, name)
    except (ArchiveLoadFailed, EOFError, OSError, ValueError) as error:
        raise InputError(_cut_off(name, str(error))) from None
    finally:
        buffered.detach()


def _validate_beginning(head: bytes, name: str) -> None:
    """Raise InputError for a file that begins in another way than a WARC file."""
    if head.startswith(_GZIP):
        try:
            head = zlib.decompressobj(_GZIP_WINDOW).decompress(head)
        except zlib.error:
            head = b""
    if not head.startswith(_BEGINNING):
        raise InputError(
            f"{name} is not a WARC file: it does not begin with 'WARC/'. Save it again as "
            ".warc.gz or .wacz."
        )


def _validate_whole(record: Any, name: str) -> None:
    """Raise InputError if a record is shorter than it says."""
    stream = record.raw_stream
    while stream.read(1 << 16):
        continue
    if getattr(stream, "limit", 0) > 0:
        raise InputError(_cut_off(name, f"{stream.limit:,} bytes are missing"))


def _cut_off(name: str, why: str) -> str:
    shown = " ".join(why.split())[:_MAX_SHOWN]
    return (
        f"{name} is damaged or breaks off inside a record ({shown}). Download or crawl it again, "
        "or repair it with: warcio recompress"
    )


def _capture(record: Any, number: int, left_out: Counter[str]) -> _Capture | None:
    """Return a page, or None for anything else, which is counted if it is a server's answer."""
    if record.rec_type not in ("response", "revisit"):
        return None
    headers = record.http_headers
    content_type = (headers.get_header("Content-Type") or "") if headers else ""
    kind, _, parameters = content_type.partition(";")
    if kind.strip().lower() not in _PAGES:
        left_out["of other files than pages"] += 1
        return None
    status = headers.get_statuscode()
    if record.rec_type == "response" and status != "200":
        left_out[f"of pages with status {status}"] += 1
        return None
    url = record.rec_headers.get_header("WARC-Target-URI") or ""
    url = url.strip("<>")
    day = (record.rec_headers.get_header("WARC-Date") or "")[:10]
    if record.rec_type == "revisit":
        before = record.rec_headers.get_header("WARC-Refers-To-Date") or ""
        fault = f"is a revisit on {day}: unchanged since the capture of {before[:10] or 'before'}"
        return _Capture(number, url, day, b"", None, fault)
    page = record.content_stream().read(MAX_PAGE + 1)
    return _Capture(number, url, day, page, _charset(parameters), None)


def _charset(parameters: str) -> str | None:
    """Return the encoding in the parameters of a content type."""
    for parameter in parameters.split(";"):
        key, _, value = parameter.partition("=")
        if key.strip().lower() == "charset":
            return value.strip().strip("\"'") or None
    return None
