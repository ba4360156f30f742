"""
Keep what was fetched: articles, pages and problems, so that a killed run goes on where it ended.

In: the name of a JSON Lines file. Out: that file with an article a line, a WARC file [1]_ with
every page as it was sent, and a CSV file with a row for every address that gave nothing. Each is
only ever appended to, first the page and then its article; a line or page that a killed run left
half-written is cut off. The WARC file begins with a record that says who made it, by which its
files are known as Parallax's.

References
----------
.. [1] ISO 28500:2017, WARC file format
"""

import csv
import io
import json
import os
import zlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

from filelock import FileLock, Timeout

from analysis.core import atomic_write
from analysis.core.control_characters import replace_control_characters
from analysis.core.errors import InputError, ParameterError, RunError
from analysis.core.owned_files import claim
from analysis.core.safe_csv import escape_formula, unescape_formula
from analysis.fetch.http_client import AGENT, Response

__all__ = ["PROBLEM_COLUMNS", "KeptPages", "opened"]

PROBLEM_COLUMNS = ("url", "reason", "article_kept", "again", "fetched")
"""Columns of the file of problems. ``again`` says whether the next run asks the address again."""

_SUFFIX = ".jsonl"
_SOFTWARE = "parallax-notebooks"
_YES = "yes"
_NO = "no"
_BLOCK = 1 << 20
_MARK = "\ufeff"  # without it, Excel does not read UTF-8


@contextmanager
def opened(path: str | Path) -> Iterator["KeptPages"]:
    """
    Open the files of a corpus to append to, new or those of an earlier run.

    Parameters
    ----------
    path : str or Path
        The JSON Lines file, ``corpus.jsonl``; ``corpus.warc.gz`` and ``corpus.problems.csv`` lie
        beside it.

    Raises
    ------
    ParameterError
        If the path has another suffix, cannot be written, or one of the three files is there and
        was not made by ``fetch``.
    InputError
        If one of them was changed so that it cannot be gone on with.
    RunError
        If another run writes to them, or they cannot be written.
    """
    path = Path(os.path.realpath(Path(path).expanduser()))
    if path.suffix != _SUFFIX:
        raise ParameterError(
            f"{path} is not the name of a JSON Lines file. Use --out {path.stem or 'corpus'}.jsonl"
        )
    lock = path.with_name(f".{path.name}.lock")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with FileLock(lock, timeout=0):
            try:
                kept = KeptPages(path)
                kept.begin()
                yield kept
            finally:
                with suppress(OSError):
                    lock.unlink()
    except Timeout:
        raise RunError(
            f"Another run is fetching into {path}. Wait until it has ended, or choose another file "
            "with --out."
        ) from None
    except OSError as error:
        raise RunError(
            f"Cannot write {path}: {error.strerror or error}. What was fetched is kept. Free some "
            "disk space or choose another file with --out, then run the same command again."
        ) from error


class KeptPages:
    """
    The three files of a corpus.

    Attributes
    ----------
    articles, warc, problems : Path
    n_articles : int
        Articles that are there.
    """

    def __init__(self, path: Path) -> None:
        self.articles = path
        self.warc = path.with_suffix(".warc.gz")
        self.problems = path.with_suffix(".problems.csv")
        self._done: set[str] = set()
        self.n_articles = 0

    def begin(self) -> None:
        """Check whose the files are, repair their ends, and note which addresses are done."""
        self._refuse_the_users()
        for path in (self.warc, self.articles, self.problems):
            claim(path)
        if not self.warc.exists():
            self._append(self.warc, self._warc_info())
        _cut(self.warc, _end_of_members(self.warc))
        for line in self._whole_lines(self.articles):
            self.n_articles += 1
            self._done.add(self._requested_url(line))
        self._drop_passing_problems()

    def add_page(self, response: Response) -> None:
        """Keep a page as it was sent."""
        from warcio.statusandheaders import StatusAndHeaders

        # the body is stored without the chunks that it came in
        headers = [pair for pair in response.headers if pair[0].lower() != "transfer-encoding"]
        head = StatusAndHeaders(response.status_line, headers, protocol="HTTP/1.1")
        member = _member(response.url, "response", response.raw, head)
        self._append(self.warc, member)

    def add_article(self, article: Mapping[str, object]) -> None:
        """Add an article; ``requested_url`` is the address that it was asked for by."""
        line = json.dumps(article, ensure_ascii=False).encode("utf8", "replace") + b"\n"
        self._append(self.articles, line)
        self._done.add(str(article["requested_url"]))
        self.n_articles += 1

    def add_problem(
        self,
        url: str,
        reason: str,
        *,
        article_kept: bool = False,
        again: bool = False,
    ) -> None:
        """Add the reason why an address gave nothing, or a remark on its article."""
        cells = (url, reason, _word(article_kept), _word(again), now())
        self._append(self.problems, _csv_line(cells).encode("utf8", "replace"))
        if not again and not article_kept:
            self._done.add(_cell(url))

    def is_done(self, url: str) -> bool:
        """Return whether an address is not asked again."""
        return url in self._done or _cell(url) in self._done

    def _refuse_the_users(self) -> None:
        for path in (self.articles, self.warc, self.problems):
            if os.path.lexists(path) and not _is_own(self.warc):
                raise ParameterError(
                    f"{path} exists and was not made by fetch, so nothing is added to it. Choose "
                    f"another file, for example --out {self.articles.stem}-2{_SUFFIX}"
                )

    def _requested_url(self, line: bytes) -> str:
        """Return the address that the article of a line was asked for by."""
        try:
            return json.loads(line)["requested_url"]
        except (ValueError, KeyError, TypeError) as error:
            raise InputError(
                f"{self.articles}, line {self.n_articles}: no article that fetch wrote ({error}). "
                "Delete the line to have its address fetched again, or choose another file with "
                "--out."
            ) from None

    def _drop_passing_problems(self) -> None:
        """Take out the problems that this run may solve, and note the other addresses as done."""
        text = b"".join(self._whole_lines(self.problems)).decode("utf-8-sig", "replace")
        rows = list(csv.reader(io.StringIO(text, newline="")))
        if rows and tuple(rows[0]) != PROBLEM_COLUMNS:
            raise InputError(
                f"{self.problems} no longer has the columns {', '.join(PROBLEM_COLUMNS)}. Move it "
                "elsewhere to have the addresses in it tried again."
            )
        kept = [_MARK, _csv_line(PROBLEM_COLUMNS)]
        for row in rows[1:]:
            problem = dict(zip(PROBLEM_COLUMNS, row, strict=False))
            if problem.get("again") != _YES:
                kept.append(_csv_line([unescape_formula(cell) for cell in row]))
                # a remark on an article does not say that the article is there
                if problem.get("article_kept") != _YES:
                    self._done.add(row[0])
        atomic_write.write_text("".join(kept), self.problems)

    def _whole_lines(self, path: Path) -> Iterator[bytes]:
        """Yield the lines of a file, which is made if it is not there; cut off half a line."""
        path.touch()
        end = 0
        with path.open("rb") as file:
            for line in file:
                if not line.endswith(b"\n"):
                    break
                end += len(line)
                yield line
        _cut(path, end)

    def _append(self, path: Path, data: bytes) -> None:
        with path.open("ab", buffering=0) as file:
            file.write(data)

    def _warc_info(self) -> bytes:
        info = {"software": AGENT, "format": "WARC File Format 1.1", "robots": "obey"}
        body = "".join(f"{name}: {value}\r\n" for name, value in info.items())
        return _member(self.warc.name, "warcinfo", body.encode(), None)


def now() -> str:
    """Return the time in UTC, "2018-11-02T08:30:00Z"."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _member(name: str, kind: str, body: bytes, http_headers: object) -> bytes:
    """Return a record of a WARC file, compressed by itself."""
    from warcio.warcwriter import WARCWriter

    buffer = io.BytesIO()
    writer = WARCWriter(buffer, gzip=True, warc_version="1.1")
    headers = {}
    content_type = ""
    if kind == "warcinfo":
        headers = {"WARC-Filename": name}
        content_type = "application/warc-fields"
    record = writer.create_warc_record(
        None if kind == "warcinfo" else name,
        kind,
        payload=io.BytesIO(body),
        length=len(body),
        warc_content_type=content_type,
        warc_headers_dict=headers,
        http_headers=http_headers,
    )
    writer.write_record(record)
    return buffer.getvalue()


def _is_own(warc: Path) -> bool:
    """Return whether a file is a WARC file that this module began."""
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    if not warc.is_file():
        return False
    try:
        with warc.open("rb") as file:
            record = next(iter(ArchiveIterator(file)))
            body = record.content_stream().read(_BLOCK)
    except (ArchiveLoadFailed, StopIteration, OSError, zlib.error, ValueError):
        return False
    return record.rec_type == "warcinfo" and _SOFTWARE.encode() in body


def _end_of_members(path: Path) -> int:
    """Return the end of the last record that is complete; refuse a file damaged before its end."""
    end = 0
    position = 0
    decompressor = zlib.decompressobj(16 + zlib.MAX_WBITS)
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            while block:
                rest, failed = _feed(decompressor, block)
                if failed:
                    raise InputError(
                        f"{path} is damaged at byte {end:,}. Nothing was changed. Restore it, or "
                        "choose another file with --out."
                    )
                position += len(block) - len(rest)
                if decompressor.eof:
                    end = position
                    decompressor = zlib.decompressobj(16 + zlib.MAX_WBITS)
                block = rest
    return end


def _feed(decompressor: "zlib._Decompress", block: bytes) -> tuple[bytes, bool]:
    """Return what follows the end of the compressed record, and whether it is damaged."""
    try:
        waiting = block
        while waiting and not decompressor.eof:
            decompressor.decompress(waiting, _BLOCK)  # never the whole record at once
            waiting = decompressor.unconsumed_tail
    except zlib.error:
        return b"", True
    return decompressor.unused_data, False


def _cut(path: Path, end: int) -> None:
    """Shorten a file to a length, if it is longer."""
    if path.stat().st_size > end:
        os.truncate(path, end)


def _csv_line(cells: Sequence[str]) -> str:
    """Return a line of a CSV file, safe to open in a spreadsheet."""
    buffer = io.StringIO(newline="")
    csv.writer(buffer, lineterminator="\n").writerow([_cell(cell) for cell in cells])
    return buffer.getvalue()


def _cell(text: str) -> str:
    """Return a text as it is written to a cell, in one line."""
    one_line = " ".join(text.splitlines())
    return str(escape_formula(replace_control_characters(one_line)))


def _word(value: bool) -> str:
    return _YES if value else _NO
