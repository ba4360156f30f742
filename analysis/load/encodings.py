"""
Bytes in, text out: which encoding a file is in, and which lines are in another.

UTF-8 comes first, then a byte order mark, then what charset-normalizer finds. A file that is UTF-8 but for a few
lines is decoded line by line. Nothing is mended here; see ``cleaning``.
"""

from dataclasses import dataclass

from analysis.core.errors import InputError

__all__ = ["Decoded", "decode"]

_MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
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
_SHORT = 60  # bytes
_SAMPLE = 200_000  # bytes that the detector sees; more is slow and finds no better


@dataclass(frozen=True)
class Decoded:
    """
    The text of a file, and how it was read.

    Parameters
    ----------
    text : str
    encoding : str
        Python's name of the encoding of most lines.
    odd_lines : tuple of int
        Lines, from 1, that are not in that encoding and were read as cp1252.
    """

    text: str
    encoding: str
    odd_lines: tuple = ()

    def remark(self):
        """Say in a sentence what is worth knowing of the encoding, or None for plain UTF-8."""
        if self.odd_lines:
            shown = ", ".join(map(str, self.odd_lines[:5])) + (
                " ..." if len(self.odd_lines) > 5 else ""
            )
            return f"mixed encodings: {self.encoding}, but {len(self.odd_lines)} lines ({shown}) were read as cp1252"
        if self.encoding.startswith(("utf", "ascii")):
            return None
        return (
            f"is not UTF-8; it was read as {self.encoding}. If letters look wrong, save it as UTF-8"
        )


def decode(data, name, declared=None):
    """
    Turn the bytes of a text file into text.

    Parameters
    ----------
    data : bytes
    name : str
        The file's name, for messages.
    declared : str, optional
        Encoding that the file itself declares; used where it fits.

    Returns
    -------
    Decoded
        Line ends as they were.

    Raises
    ------
    InputError
        If the file is binary, or no encoding fits.

    Examples
    --------
    >>> decode("café".encode("cp1252"), "a.txt").text
    'café'
    """
    _refuse_binary(data, name)
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return Decoded(data.decode(encoding, errors="replace").removeprefix("\ufeff"), encoding)
    if _utf16(data[:_SAMPLE]):
        encoding = (
            "utf-16-le" if data[1:_SAMPLE:2].count(0) > data[:_SAMPLE:2].count(0) else "utf-16-be"
        )
        return Decoded(data.decode(encoding, errors="replace"), encoding)
    for encoding in filter(None, ("utf-8", declared)):
        try:
            return Decoded(data.decode(encoding), encoding)
        except (UnicodeDecodeError, LookupError):
            continue
    return _mixed(data) or _detected(data, name)


def _refuse_binary(data, name):
    for magic, kind in _BINARY.items():
        if data.startswith(magic):
            raise InputError(
                f"{name} is {kind}, not text. Give it its real extension, or export it as CSV."
            )
    head = data[:_SAMPLE]
    controls = sum(head.count(bytes([b])) for b in (*range(1, 9), *range(14, 27), *range(28, 32)))
    nulls = head.count(0)
    wide = data.startswith((b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff"))
    if not wide and (controls > 0.02 * len(head) or nulls > 0.02 * len(head)) and not _utf16(head):
        raise InputError(
            f"{name} is a binary file, not text. Give a CSV, JSON lines, Parquet or Excel file, or a folder."
        )


def _utf16(head):
    # UTF-16 of Latin text has a zero in every second byte, and only there
    half = len(head) // 2
    zeros = sorted((head[::2].count(0), head[1::2].count(0)))
    return half > 8 and zeros[1] > 0.7 * half and zeros[0] < 0.1 * half


def _mixed(data):
    """Read a file that is UTF-8 in most of its non-ASCII lines; None for another."""
    lines, odd, good = data.split(b"\n"), [], 0
    texts = []
    for number, line in enumerate(lines, 1):
        try:
            texts.append(line.decode("utf-8"))
            good += not line.isascii()
        except UnicodeDecodeError:
            texts.append(line.decode("cp1252", errors="replace"))
            odd.append(number)
    return Decoded("\n".join(texts), "utf-8", tuple(odd)) if good > len(odd) else None


def _detected(data, name):
    from charset_normalizer import from_bytes

    telling = _telling(data)
    if _looks_western(telling):
        return Decoded(data.decode("cp1252", errors="replace"), "cp1252")
    matches = from_bytes(telling)
    best = matches.best()
    if best is None:
        raise InputError(f"No encoding fits {name}. Save it as UTF-8.")
    # cp1250 and its like fit Western text as well; charset-normalizer puts them first by alphabet
    western = next((m for m in matches if "cp1252" in (m.encoding, *m.could_be_from_charset)), None)
    encoding = (
        "cp1252" if western is not None and western.chaos <= best.chaos + 0.02 else best.encoding
    )
    return Decoded(data.decode(encoding, errors="replace"), encoding)


def _telling(data):
    # only lines that are not ASCII tell encodings apart
    lines = [line for line in data.splitlines(keepends=True) if not line.isascii()]
    return b"".join(lines)[:_SAMPLE]


def _looks_western(telling):
    """Say whether a few accents and quote marks stand in text that is otherwise ASCII: too few for the detector."""
    try:
        telling.decode("cp1252")
    except UnicodeDecodeError:
        return False
    share = sum(byte > 127 for byte in telling) / len(telling)
    return share < (0.15 if len(telling) < _SHORT else 0.05)
