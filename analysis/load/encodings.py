"""
Decode the bytes of a text file: find its encoding, and the lines that are in another.

In: bytes. Out: text, with the encoding that was found. A byte order mark decides; then UTF-8 is
tried, then an encoding that the file declares, then what charset-normalizer finds. A file that is
UTF-8 but for a few lines is decoded line by line. Nothing is repaired here; see ``cleaning``.
"""

from dataclasses import dataclass

from analysis.core.errors import InputError

__all__ = ["Decoded", "decode"]

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
_MAX_LINES_SHOWN = 5


@dataclass(frozen=True)
class Decoded:
    """
    The text of a file, and how it was decoded.

    Parameters
    ----------
    text : str
        With line ends as they were.
    encoding : str
        Python's name for the encoding of most lines.
    cp1252_lines : tuple of int
        Lines, from 1, that are not in that encoding and were read as cp1252.
    """

    text: str
    encoding: str
    cp1252_lines: tuple[int, ...] = ()

    def remarks(self) -> list[str]:
        """Return a sentence on the encoding if it is worth knowing; none for plain UTF-8."""
        if self.cp1252_lines:
            shown = ", ".join(map(str, self.cp1252_lines[:_MAX_LINES_SHOWN]))
            if len(self.cp1252_lines) > _MAX_LINES_SHOWN:
                shown += " ..."
            return [
                f"mixed encodings: {self.encoding}, but {len(self.cp1252_lines)} lines ({shown}) "
                "were read as cp1252"
            ]
        if self.encoding.startswith(("utf", "ascii")):
            return []
        return [
            f"is not UTF-8; it was read as {self.encoding}. If letters look wrong, save it as UTF-8"
        ]


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
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            text = data.decode(encoding, errors="replace")
            return Decoded(text.removeprefix("\ufeff"), encoding)
    if _is_utf16(data[:_SAMPLE]):
        encoding = _byte_order(data[:_SAMPLE])
        return Decoded(data.decode(encoding, errors="replace"), encoding)
    for encoding in filter(None, ("utf-8", declared)):
        try:
            return Decoded(data.decode(encoding), encoding)
        except (UnicodeDecodeError, LookupError):
            continue
    return _decode_by_line(data) or _decode_by_detection(data, name)


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


def _decode_by_line(data: bytes) -> Decoded | None:
    """Decode a file that is UTF-8 in most of its non-ASCII lines; None for any other."""
    texts = []
    cp1252_lines = []
    n_good = 0
    for number, line in enumerate(data.split(b"\n"), 1):
        try:
            texts.append(line.decode("utf-8"))
            n_good += not line.isascii()
        except UnicodeDecodeError:
            texts.append(line.decode("cp1252", errors="replace"))
            cp1252_lines.append(number)
    if n_good <= len(cp1252_lines):
        return None
    return Decoded("\n".join(texts), "utf-8", tuple(cp1252_lines))


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
    """Return the encoding that charset-normalizer finds, or cp1252 if that is about as good."""
    from charset_normalizer import from_bytes

    matches = from_bytes(evidence)
    best = matches.best()
    if best is None:
        raise InputError(
            f"The encoding of {name} is not known. Save it as UTF-8, "
            f"for example with: iconv -f ENCODING -t utf-8 {name} > new-{name}"
        )
    # cp1250 and its like fit Western text as well, and charset-normalizer puts them first
    # by alphabet
    for match in matches:
        if "cp1252" in (match.encoding, *match.could_be_from_charset):
            return "cp1252" if match.chaos <= best.chaos + _MAX_WORSE else best.encoding
    return best.encoding
