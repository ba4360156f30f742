"""
Read a plain text document (.txt).

In: bytes. Out: its text and, if its first line looks like one, its title.
"""

from analysis.load.encodings import decode
from analysis.load.records import Document

__all__ = ["find_title", "read"]

_MAX_TITLE_LENGTH = 250  # characters


def read(data: bytes, name: str) -> Document:
    """Return the text of a file, with a title if ``find_title`` finds one."""
    decoded = decode(data, name)
    values = {"text": decoded.text}
    title = find_title(decoded.text)
    if title is not None:
        values["title"] = title
    return Document(values, decoded.remarks())


def find_title(text: str) -> str | None:
    r"""
    Return the first line of a text if it looks like a title.

    It does if an empty line and more text follow, it has at most 250 characters, and it does
    not end with a full stop or a colon.

    Examples
    --------
    >>> find_title("Bridge falls\n\nTwelve people died.")
    'Bridge falls'
    >>> find_title("Twelve people died.\n\nThe bridge fell.") is None
    True
    """
    first, _, rest = text.strip().partition("\n")
    if not rest.startswith(("\n", "\r\n")) or not rest.strip():
        return None
    if len(first) > _MAX_TITLE_LENGTH or first.rstrip().endswith((".", ":")):
        return None
    return first.strip()
