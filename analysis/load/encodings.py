"""
Decode a text file: find its encoding, and the lines that are in another.

In: bytes, or the path of a file that may be larger than memory. Out: text, or its lines, with the
encoding that was found. A byte order mark decides; then UTF-8 is tried, then an encoding that the
file declares, then what charset-normalizer finds. A file of which some lines are UTF-8 and others
are not is decoded line by line. Nothing is repaired here; see ``cleaning``.
"""

import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from analysis.core.errors import InputError

__all__ = ["MAX_LINE", "CutLine", "Decoded", "TextLines", "decode", "is_overlong", "open_lines"]

MAX_LINE = 20_000_000
"""Characters of one line; a longer one is not held in memory and is no row."""

_BYTE_ORDER_MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_MARKS_OF_WIDE_TEXT = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")
_BINARY = {
    b"PK\x03\x04": "a zip or Office file",
    b"%PDF": "a PDF",
    b"\x89PNG": "an image",
    b"\xff\xd8\xff": "an image",
    b"GIF8": "an image",
    b"\x1f\x8b": "a gzip file",
    b"PAR1": "a Parquet file",
    b"SQLite format": "a database",
    b"\xd0\xcf\x11\xe0": "an old Office file",
}
# C0 controls other than tab, line feed to carriage return, and escape
_CONTROLS = (*range(1, 9), *range(14, 27), *range(28, 32))
_MAX_SHARE_OF_CONTROLS = 0.02
_SAMPLE = 200_000  # bytes that are examined; more is slow and finds nothing better
_SHORT = 60  # bytes
_MAX_SHARE_NOT_ASCII = 0.05
_MAX_SHARE_NOT_ASCII_IF_SHORT = 0.15
_MAX_WORSE = 0.02  # how much more chaos cp1252 may have than the best guess
_MAX_STRETCHES_SHOWN = 5
_MIN_SHARE_UTF8 = 0.1  # of the non-ASCII lines; fewer are UTF-8 by chance
_WESTERN = "cp1252"


class CutLine(str):
    """The beginning of a line that is longer than ``MAX_LINE``."""

    __slots__ = ()


def is_overlong(line: str) -> bool:
    """Return whether a line is longer than ``MAX_LINE``."""
    return isinstance(line, CutLine) or len(line) > MAX_LINE


@dataclass(frozen=True)
class Decoded:
    """
    The text of a file, and how it was decoded.

    Parameters
    ----------
    text : str
        With line ends as they were.
    encoding : str
        Python's name for the encoding.
    other_lines : tuple of int
        Lines, from 1, that are not in that encoding.
    other_encoding : str
        Encoding that these were read as.
    """

    text: str
    encoding: str
    other_lines: tuple[int, ...] = ()
    other_encoding: str = _WESTERN

    def remarks(self) -> list[str]:
        """Return a sentence on the encoding if it is worth knowing; none for plain UTF-8."""
        return _remarks(self.encoding, self.other_lines, self.other_encoding)


def _remarks(encoding: str, other_lines: tuple[int, ...], other_encoding: str) -> list[str]:
    """Return what is worth knowing about the encoding of a file."""
    if other_lines:
        return [
            f"mixed encodings: {encoding}, but {len(other_lines)} lines "
            f"({_stretches(other_lines)}) were read as {other_encoding}"
        ]
    if encoding.startswith(("utf", "ascii")):
        return []
    return [f"is not UTF-8; it was read as {encoding}. If letters look wrong, save it as UTF-8"]


def _stretches(lines: tuple[int, ...]) -> str:
    """Return numbers of lines in words, "3-7, 9"; only the first stretches of many."""
    stretches: list[list[int]] = []
    for line in lines:
        if stretches and line == stretches[-1][1] + 1:
            stretches[-1][1] = line
        else:
            stretches.append([line, line])
    shown = []
    for first, last in stretches[:_MAX_STRETCHES_SHOWN]:
        shown.append(str(first) if first == last else f"{first}-{last}")
    more = " ..." if len(stretches) > _MAX_STRETCHES_SHOWN else ""
    return ", ".join(shown) + more


def decode(data: bytes, name: str, declared: str | None = None) -> Decoded:
    """
    Return the text of a file.

    Parameters
    ----------
    data : bytes
    name : str
        The file's name, for messages.
    declared : str, optional
        Encoding that the file itself declares; used if the file is not UTF-8 and this fits.

    Returns
    -------
    Decoded

    Raises
    ------
    InputError
        If the file is binary, or no encoding fits.

    Examples
    --------
    >>> decode("café".encode("cp1252"), "a.txt").text
    'café'
    """
    _validate_is_text(data, name)
    encoding = _marked_encoding(data[:_SAMPLE])
    if encoding is not None:
        text = data.decode(encoding, errors="replace")
        return Decoded(text.removeprefix("\ufeff"), encoding)
    for encoding in filter(None, ("utf-8", declared)):
        try:
            return Decoded(data.decode(encoding), encoding)
        except (UnicodeDecodeError, LookupError):
            continue
    survey = _Survey()
    for line in data.split(b"\n"):
        survey.add(line)
    return _decode_by_line(data, survey) or _decode_by_detection(data, name)


def _marked_encoding(head: bytes) -> str | None:
    """Return the encoding that a byte order mark tells, or zeros in every second byte."""
    for mark, encoding in _BYTE_ORDER_MARKS:
        if head.startswith(mark):
            return encoding
    return _byte_order(head) if _is_utf16(head) else None


def _validate_is_text(data: bytes, name: str) -> None:
    """Raise InputError for a known binary format, or too many control characters."""
    for magic, kind in _BINARY.items():
        if data.startswith(magic):
            raise InputError(
                f"{name} is {kind}, not text. Give it its real extension, or export it as CSV."
            )
    head = data[:_SAMPLE]
    if data.startswith(_MARKS_OF_WIDE_TEXT) or _is_utf16(head):
        return
    controls = sum(head.count(control) for control in _CONTROLS)
    if max(controls, head.count(0)) > _MAX_SHARE_OF_CONTROLS * len(head):
        raise InputError(
            f"{name} is a binary file, not text. "
            "Give a CSV, JSON Lines, Parquet or Excel file, or a folder of documents."
        )


def _is_utf16(head: bytes) -> bool:
    """Return whether these bytes are UTF-16 without a byte order mark."""
    # UTF-16 of Latin text has a zero in every second byte, and only there
    half = len(head) // 2
    fewer, more = sorted((head[::2].count(0), head[1::2].count(0)))
    return half > 8 and more > 0.7 * half and fewer < 0.1 * half


def _byte_order(head: bytes) -> str:
    """Return the encoding of UTF-16 without a mark, by the place of its zeros."""
    if head[1::2].count(0) > head[::2].count(0):
        return "utf-16-le"
    return "utf-16-be"


@dataclass
class _Survey:
    """
    Which lines of a file are UTF-8.

    Parameters
    ----------
    n_utf8 : int
        Lines that are UTF-8 and not ASCII.
    others : list of int
        Lines, from 1, that are not UTF-8.
    evidence : bytes
        The first of these.
    """

    n_utf8: int = 0
    others: list[int] = field(default_factory=list)
    evidence: bytes = b""
    n_seen: int = 0

    def add(self, line: bytes) -> None:
        """Look at the next line."""
        self.n_seen += 1
        if line.isascii():
            return
        try:
            line.decode("utf-8")
        except UnicodeDecodeError:
            self.others.append(self.n_seen)
            if len(self.evidence) < _SAMPLE:
                self.evidence += line[:_SAMPLE]
        else:
            self.n_utf8 += 1

    @property
    def is_mixed(self) -> bool:
        """Whether some lines are UTF-8, by more than chance, and others are not."""
        n_lines = self.n_utf8 + len(self.others)
        return bool(self.others) and self.n_utf8 > _MIN_SHARE_UTF8 * n_lines

    def other_encoding(self) -> str:
        """Return the encoding of the lines that are not UTF-8; cp1252 if it is not known."""
        if _has_few_accents(self.evidence):
            return _WESTERN
        return _detected(self.evidence) or _WESTERN


def _decode_by_line(data: bytes, survey: _Survey) -> Decoded | None:
    """Decode a file of which some lines are UTF-8 and others are not; None for any other."""
    if not survey.is_mixed:
        return None
    other = survey.other_encoding()
    texts = [_decode_line(line, other) for line in data.split(b"\n")]
    return Decoded("\n".join(texts), "utf-8", tuple(survey.others), other)


def _decode_line(line: bytes, other: str) -> str:
    """Return a line as UTF-8, else in another encoding."""
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        return line.decode(other, errors="replace")


def _decode_by_detection(data: bytes, name: str) -> Decoded:
    """Decode a file in the encoding that its non-ASCII lines look like."""
    lines = [line for line in data.splitlines(keepends=True) if not line.isascii()]
    evidence = b"".join(lines)[:_SAMPLE]
    encoding = "cp1252" if _has_few_accents(evidence) else _detect(evidence, name)
    return Decoded(data.decode(encoding, errors="replace"), encoding)


def _has_few_accents(evidence: bytes) -> bool:
    """
    Return whether a text in cp1252 has only a few accents and quote marks.

    They are too few for the detector.
    """
    try:
        evidence.decode("cp1252")
    except UnicodeDecodeError:
        return False
    share = sum(byte > 127 for byte in evidence) / len(evidence)
    if len(evidence) < _SHORT:
        return share < _MAX_SHARE_NOT_ASCII_IF_SHORT
    return share < _MAX_SHARE_NOT_ASCII


def _detect(evidence: bytes, name: str) -> str:
    """Return the encoding that charset-normalizer finds, or raise InputError."""
    found = _detected(evidence)
    if found is None:
        raise InputError(
            f"The encoding of {name} is not known. Save it as UTF-8, "
            f"for example with: iconv -f ENCODING -t utf-8 {name} > new-{name}"
        )
    return found


def _detected(evidence: bytes) -> str | None:
    """Return the encoding that charset-normalizer finds, or cp1252 if that is about as good."""
    from charset_normalizer import from_bytes

    matches = from_bytes(evidence)
    best = matches.best()
    if best is None:
        return None
    # cp1250 and its like fit Western text as well, and charset-normalizer puts them first
    # by alphabet
    for match in matches:
        if _WESTERN in (match.encoding, *match.could_be_from_charset):
            return _WESTERN if match.chaos <= best.chaos + _MAX_WORSE else best.encoding
    return best.encoding


@dataclass(frozen=True)
class TextLines:
    """
    The lines of a file, read again at every iteration and never all at once.

    Iteration yields lines with their line ends. Of a line of more than ``MAX_LINE`` characters
    only the beginning is read, as a ``CutLine``.

    Parameters
    ----------
    path : Path
    encoding : str
        Python's name for the encoding.
    n_lines : int
        Lines of the file.
    other_lines, other_encoding
        As in ``Decoded``.
    """

    path: Path
    encoding: str
    n_lines: int
    other_lines: tuple[int, ...] = ()
    other_encoding: str = _WESTERN

    def __iter__(self) -> Iterator[str]:
        if self.other_lines:
            return self._mixed()
        return self._plain()

    def _plain(self) -> Iterator[str]:
        """Yield the lines of a file that has one encoding."""
        with self.path.open(encoding=self.encoding, errors="replace", newline="") as file:
            while line := file.readline(MAX_LINE):
                if len(line) < MAX_LINE or line.endswith(("\n", "\r")):
                    yield line
                    continue
                while (rest := file.readline(MAX_LINE)) and not rest.endswith(("\n", "\r")):
                    continue
                yield CutLine(line)

    def _mixed(self) -> Iterator[str]:
        """Yield the lines of a file some of whose lines are UTF-8."""
        for line in _byte_lines(self.path):
            text = _decode_line(line, self.other_encoding)
            if len(line) >= MAX_LINE:
                yield CutLine(text)
            else:
                yield from io.StringIO(text, newline="")

    def remarks(self) -> list[str]:
        """Return a sentence on the encoding if it is worth knowing; none for plain UTF-8."""
        return _remarks(self.encoding, self.other_lines, self.other_encoding)


def open_lines(path: Path) -> TextLines:
    """
    Find the encoding of a file without holding it in memory, and return its lines.

    Parameters
    ----------
    path : Path

    Returns
    -------
    TextLines
        As ``decode`` would decode them.

    Raises
    ------
    InputError
        If the file cannot be opened, is blank or binary, or no encoding fits.
    """
    try:
        with path.open("rb") as file:
            head = file.read(_SAMPLE)
    except OSError as error:
        raise InputError(
            f"{path.name} cannot be read: {error.strerror}. "
            f"Check that the file exists and that you may read it: ls -l {path.name}"
        ) from None
    _validate_is_text(head, path.name)
    encoding = _marked_encoding(head)
    if encoding is not None:
        n_lines = sum(1 for _ in TextLines(path, encoding, 0))
        return TextLines(path, encoding, n_lines)
    survey = _Survey()
    n_lines = 0
    is_blank = True
    for line in _byte_lines(path):
        survey.add(line)
        n_lines += _count_lines(line)
        is_blank = is_blank and not line.strip()
    if is_blank:
        raise InputError(f"{path.name} is empty. Give a file with a header and at least one row.")
    if survey.is_mixed:
        return TextLines(path, "utf-8", n_lines, tuple(survey.others), survey.other_encoding())
    if not survey.others:
        return TextLines(path, "utf-8", n_lines)
    few = _has_few_accents(survey.evidence)
    return TextLines(path, _WESTERN if few else _detect(survey.evidence, path.name), n_lines)


def _byte_lines(path: Path) -> Iterator[bytes]:
    """Yield the lines of a file as bytes; of a line over ``MAX_LINE`` bytes, the beginning."""
    with path.open("rb") as file:
        while line := file.readline(MAX_LINE):
            yield line
            while len(line) == MAX_LINE and not line.endswith(b"\n"):
                line = file.readline(MAX_LINE)


def _count_lines(line: bytes) -> int:
    """Return how many lines there are up to a line feed: a return alone ends one too."""
    return 1 + line.removesuffix(b"\n").removesuffix(b"\r").count(b"\r")
