"""
The types that every file reader of the load stage shares.

In: nothing. Out: ``Record`` (one row of an input), ``FileContents`` (all rows of one file),
``Document`` (a file that is one article), ``Source`` (an opened input, ready to become articles)
and ``Stream`` (an input read in batches). They decide nothing about columns, dates or cleaning;
that is done by ``columns`` and ``article_rows``.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from analysis.load.dates import DateColumn

__all__ = ["Document", "FileContents", "Record", "Source", "Stream", "problem_row"]


@dataclass(frozen=True)
class Record:
    """
    One row of an input.

    Parameters
    ----------
    where : str
        File and line or row, as a user finds it again: ``"news.csv, line 7"``.
    values : dict
        The input's own column names to cell values; empty if the row cannot be read.
    fault : str, optional
        Why the row cannot be used at all.
    notes : tuple of str
        What is unusual about a row that can be used.
    n_lines : int
        Lines that the row takes, in a file of lines; else 0.
    provider : str, optional
        How the row was read, if not as all of its source.
    """

    where: str
    values: Mapping[str, object] = field(default_factory=dict)
    fault: str | None = None
    notes: tuple[str, ...] = ()
    n_lines: int = 0
    provider: str | None = None


class FileContents(NamedTuple):
    """
    What the reader of a file format returns.

    Parameters
    ----------
    columns : tuple of str
        The file's own column names.
    records : list of Record
        One for each row, in the file's order.
    notes : list of str
        Remarks on the whole file, without its name: ``"only the first of 2 sheets was read"``.
    n_lines : int, optional
        Lines of the file, if it is one of lines.
    """

    columns: tuple[str, ...]
    records: list[Record]
    notes: list[str]
    n_lines: int | None = None


class Document(NamedTuple):
    """
    What the reader of a document format returns: one article, under our own column names.

    Parameters
    ----------
    values : dict
        Our column names to what the document says about itself; at least ``text``.
    notes : list of str
        Remarks on how it was read, without the name of the file.
    """

    values: dict[str, str]
    notes: list[str]


@dataclass(frozen=True)
class Source:
    """
    An opened input: its records, and what is known about them beforehand.

    Parameters
    ----------
    name : str
        Name of the corpus. Articles without an id get ``<name>-<row>``, four digits, from 0.
    records : list of Record
    columns : tuple of str
        The input's own column names.
    inputs : list of (str, str)
        Name and SHA-256 of each file that was read.
    notes : list of (str, str)
        Place and remark, for the whole input.
    mapping : dict, optional
        Our column names to the input's, if they are known; otherwise they are guessed.
    guesses : dict
        The columns of ``mapping`` that the file reader itself had to guess.
    as_is : bool
        Whether texts are kept to the letter whatever the caller asks for.
    dates : DateColumn, optional
        How the column of dates is read, if it is known.
    defaults : dict
        Values of our columns for rows in which the input has none.
    outlets : dict
        Names or hosts, as in ``data/outlets.toml``, of outlets that this corpus calls by names that
        elsewhere could be others'.
    fix : callable, optional
        Repair of texts that only this corpus needs; skipped if texts are kept to the letter.
    n_lines : int, optional
        Lines of the input, if it is one of lines.
    provider : str, optional
        How the input was read: its file format.
    """

    name: str
    records: Sequence[Record]
    columns: tuple[str, ...]
    inputs: list[tuple[str, str]] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    mapping: dict[str, str] | None = None
    guesses: dict[str, str] = field(default_factory=dict)
    as_is: bool = False
    dates: DateColumn | None = None
    defaults: dict[str, str] = field(default_factory=dict)
    outlets: dict[str, str] = field(default_factory=dict)
    fix: Callable[[str], str] | None = None
    n_lines: int | None = None
    provider: str | None = None


@dataclass(frozen=True)
class Stream:
    """
    An input that is read a batch at a time.

    Parameters
    ----------
    name : str
        Name of the corpus, as in ``Source``.
    columns : tuple of str
        The input's own column names.
    inputs : list of (str, str)
        Name and SHA-256 of each file.
    batches : callable
        Returns an iterator over lists of ``Record``, in the input's order, from the start at
        every call.
    cells : callable
        Takes a column name and returns an iterator over its cells; rows that cannot be read
        are skipped.
    notes : list of (str, str)
        Place and remark, for the whole input.
    n_lines : int, optional
        Lines of the input, if it is one of lines.
    provider : str, optional
        How the input is read: its file format.
    mapping, guesses : dict
        As in ``Source``.
    """

    name: str
    columns: tuple[str, ...]
    inputs: list[tuple[str, str]]
    batches: Callable[[], Iterator[list[Record]]]
    cells: Callable[[str], Iterator[object]]
    notes: list[tuple[str, str]] = field(default_factory=list)
    n_lines: int | None = None
    provider: str | None = None
    mapping: dict[str, str] | None = None
    guesses: dict[str, str] = field(default_factory=dict)


def problem_row(article_id: str, reason: str, *, kept: bool) -> dict[str, object]:
    """
    Return one row of the ``problems`` table.

    Parameters
    ----------
    article_id : str
        The id of the article, or file and row of an input that did not become one.
    reason : str
    kept : bool
        Whether the article is still in ``articles``.

    Returns
    -------
    dict
    """
    return {"article_id": article_id, "stage": "load", "reason": reason, "kept": kept}
