"""
What is declared of a tool whose files are read.

In: nothing. Out: ``Tool``. Rows are read in ``read``; the values of unusual form (names in lists,
texts with markup) in ``values``.
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from analysis.load.columns import normalise
from analysis.load.tools.paths import leads_into

__all__ = ["Remarks", "Tool", "find_column"]

Row = Mapping[str, object]


class Remarks(NamedTuple):
    """
    What is said of one row.

    Parameters
    ----------
    fault : str, optional
        Why the row is no article.
    notes : tuple of str
        What is unusual about one that is.
    """

    fault: str | None = None
    notes: tuple[str, ...] = ()


def _nothing(row: Row) -> Remarks:
    return Remarks()


@dataclass(frozen=True)
class Tool:
    """
    A tool or service, and the form of its files.

    Column names are compared without case and marks, as in ``analysis.load.columns``.

    Parameters
    ----------
    name : str
        As in ``articles.provider``.
    label : str
        In words, for messages.
    version : str
        Month in which the form was last compared with what the tool documents.
    signs : tuple of tuple of str
        Sets of columns; a file that has all of one set is the tool's.
    fields : mapping of str to tuple of str
        Our column names to paths in a row; the first that has a value is used.
    site : tuple of str
        Paths to addresses, whose host names the outlet where ``fields`` gives none.
    outlet : str, optional
        The outlet of every article for which neither gives one.
    items : tuple of str
        Where the articles are in a JSON object: the path to their list, or to one of them.
    enclosing : tuple of str
        Keys of the object around that list; a row has them as ``in.<key>``.
    forms : mapping of str to callable
        Our column names to functions that make a text of what is found there.
    remarks : callable
        Takes a row and says what is unusual about it.
    notes : tuple of str
        Remarks on every file of the tool.
    no_text : str
        What to do, if the tool writes no texts, or not always.
    no_outlet : str
        What to do, if the tool names no outlet unless it is asked for one; its articles are read.
    refused : str
        What to do, if files with these signs are never read.
    is_exact : bool
        Whether a file must have the columns of the signs and no other.
    is_common : bool
        Whether other files have these columns too, so that a person should say which it is.
    """

    name: str
    label: str
    version: str
    signs: tuple[tuple[str, ...], ...]
    fields: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    site: tuple[str, ...] = ()
    outlet: str | None = None
    items: tuple[str, ...] = ()
    enclosing: tuple[str, ...] = ()
    forms: Mapping[str, Callable[[object], str | None]] = field(default_factory=dict)
    remarks: Callable[[Row], Remarks] = _nothing
    notes: tuple[str, ...] = ()
    no_text: str = ""
    no_outlet: str = ""
    refused: str = ""
    is_exact: bool = False
    is_common: bool = False

    def recognises(self, columns: Collection[str]) -> bool:
        """Return whether a file with these columns is one of this tool."""
        for sign in self.signs:
            if self.is_exact and len(columns) != len(sign):
                continue
            if all(find_column(columns, path) is not None for path in sign):
                return True
        return False


def find_column(columns: Collection[str], path: str) -> str | None:
    """
    Return a path in the spelling of a file, None if it starts from no column of the file.

    Examples
    --------
    >>> find_column(["Full Text", "fields"], "full_text"), find_column(["fields"], "fields.body")
    ('Full Text', 'fields.body')
    """
    if leads_into(columns, path):
        return path
    if path.startswith("_"):  # "_id" is the mark of one database, "id" of none
        return None
    wanted = normalise(path)
    for column in columns:
        if normalise(column) == wanted:
            return column
    return None
