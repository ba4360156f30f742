"""
What every reader of a file format gives: records, one at a time, and where each came from.

In: nothing. Out: the small types that the readers (``delimited``, ``formats``, ``folders``, ``corpora``)
share. They decide nothing about columns, dates or cleaning; ``articles`` does.
"""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from analysis.core.errors import InputError

__all__ = ["Record", "Source", "problem", "read_bytes", "sha256"]


@dataclass(frozen=True)
class Record:
    """
    One row of an input.

    Parameters
    ----------
    where : str
        File and line or row, as a user finds it again: ``"news.csv, line 7"``.
    values : dict
        The input's own column names to cell values; empty where the row cannot be read.
    fault : str, optional
        Why the row cannot be used at all.
    notes : tuple of str
        What is odd about a row that can be used.
    """

    where: str
    values: dict = field(default_factory=dict)
    fault: str | None = None
    notes: tuple = ()


@dataclass(frozen=True)
class Source:
    """
    An opened input: its records, and what is known of it beforehand.

    Parameters
    ----------
    name : str
        Name of the corpus; articles without an id get ``<name>-<row>``, four digits, from 0.
    records : list of Record
    columns : tuple of str
        The input's own column names.
    inputs : list of (str, str)
        Name and SHA-256 of each file that was read.
    notes : list of (str, str)
        Place and remark, for the whole file.
    mapping : dict, optional
        Our column names to the input's, where they are known; else they are guessed.
    guesses : dict
        Columns that the reader itself had to guess.
    as_is : bool
        Whether texts are kept to the letter whatever the caller says.
    month_first : bool, optional
        Order of day and month in ``4/5/2017``, where it is known.
    defaults : dict
        Values of our columns where the input has none.
    mend : callable, optional
        Repair of texts that this corpus alone needs; skipped where text is kept to the letter.
    """

    name: str
    records: list
    columns: tuple
    inputs: list = field(default_factory=list)
    notes: list = field(default_factory=list)
    mapping: dict | None = None
    guesses: dict = field(default_factory=dict)
    as_is: bool = False
    month_first: bool | None = None
    defaults: dict = field(default_factory=dict)
    mend: Callable | None = None


def problem(who, reason, *, kept):
    """
    Compose one row of the ``problems`` table.

    Parameters
    ----------
    who : str
        ``article_id``, or name and row of the input.
    reason : str
    kept : bool
        Whether the article is still in ``articles``.

    Returns
    -------
    dict
    """
    return {"article_id": who, "stage": "load", "reason": reason, "kept": kept}


def read_bytes(path):
    """
    Read a whole file.

    Raises
    ------
    InputError
        If it cannot be opened, or holds nothing.
    """
    path = Path(path)
    try:
        data = path.read_bytes()
    except OSError as error:
        raise InputError(
            f"{path.name} cannot be read: {error.strerror}. Check the file and its rights."
        ) from None
    if not data.strip(b" \t\r\n\x00\xef\xbb\xbf"):
        raise InputError(f"{path.name} is empty. Give a file with a header and at least one row.")
    return data


def sha256(data):
    """Give the SHA-256 of bytes, in hexadecimal."""
    return hashlib.sha256(data).hexdigest()
