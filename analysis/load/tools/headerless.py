"""
Know a file of trafilatura's CSV, which has no header: cells with tabs between, the address first.

In: the first line or row of a file. Out: whether it is such a row, and its columns.
"""

import re
from collections.abc import Sequence

__all__ = ["columns_of_row", "is_headerless"]

_COLUMNS = (
    "url",
    "id",
    "fingerprint",
    "hostname",
    "title",
    "image",
    "date",
    "text",
    "comments",
    "license",
    "pagetype",
)
_ADDRESS = re.compile(r"https?://\S+\t")
_BEFORE_TEXT = _COLUMNS.index("text")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}$|null$")


def is_headerless(line: str) -> bool:
    """
    Return whether a line begins a row of trafilatura's CSV; its text may go on in further lines.

    Examples
    --------
    >>> is_headerless("url\\ttitle\\ttext")
    False
    """
    return _ADDRESS.match(line) is not None and line.count("\t") >= _BEFORE_TEXT


def columns_of_row(cells: Sequence[str]) -> tuple[str, ...] | None:
    """Return the columns of a row without header, None if its cells are a header."""
    if len(cells) != len(_COLUMNS) or not cells[0].startswith(("http://", "https://")):
        return None
    return _COLUMNS if _DAY.match(cells[_COLUMNS.index("date")]) else None
