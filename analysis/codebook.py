"""
Write the part of the codebook that describes tables, so that it cannot differ from the code.

In: the definitions in ``analysis.tables``. Out: Markdown, one heading a table and one row a column, between two marker
comments of ``data/README.md``. What values mean, and where the data come from, is written there by hand.

``python -m analysis.codebook`` rewrites the file; a test fails where it was forgotten.
"""

import logging

from analysis import paths, tables
from analysis.errors import InputError

__all__ = ["BEGIN", "END", "PATH", "describe", "insert", "rewrite"]

PATH = paths.DATA / "README.md"
BEGIN = "<!-- tables: begin (written by python -m analysis.codebook) -->"
END = "<!-- tables: end -->"

log = logging.getLogger(__name__)


def describe(table):
    """
    Describe one table in Markdown.

    Parameters
    ----------
    table : analysis.tables.Table

    Returns
    -------
    str
        Heading, what a row is, the key, and a row for each column: type, whether null may stand in it, what may.

    Examples
    --------
    >>> print(describe(tables.SENTENCES).splitlines()[0])
    ### sentences
    """
    key = ", ".join(f"`{c}`" for c in table.key)
    lines = [f"### {table.name}", "", f"A row is {table.about}. " + (f"Key: {key}." if key else "No key."), "",
             "| column | type | null | allowed | what it is |", "| --- | --- | --- | --- | --- |"]
    lines += [f"| `{name}` | {column.dtype} | {'yes' if column.null else 'no'} | {_allowed(column)} | {column.about} |"
              for name, column in table.columns.items()]
    return "\n".join(lines)


def _allowed(column):
    if column.allowed:
        return ", ".join(f"`{value}`" for value in column.allowed)
    low, high = column.low, column.high
    if low is None and high is None:
        return ""
    return f"{low:g} to {high:g}" if high is not None else f"{low:g} or more"


def insert(text):
    """
    Put the description of every table between the two markers.

    Parameters
    ----------
    text : str
        A codebook.

    Returns
    -------
    str
        The same, with what stood between the markers replaced.

    Raises
    ------
    InputError
        If a marker is missing, stands twice, or the end stands before the begin.
    """
    if text.count(BEGIN) != 1 or text.count(END) != 1 or text.index(END) < text.index(BEGIN):
        raise InputError(f"{PATH.name} needs these two lines once, in this order: {BEGIN!r}, {END!r}.")
    before, after = text.split(BEGIN)[0], text.split(END)[1]
    described = "\n\n".join(describe(table) for table in tables.ALL.values())
    return f"{before}{BEGIN}\n\n{described}\n\n{END}{after}"


def rewrite(path=PATH):
    """
    Bring a codebook up to date.

    Parameters
    ----------
    path : Path

    Returns
    -------
    bool
        Whether the file had to be changed.

    Raises
    ------
    InputError
        As ``insert``.
    """
    old = path.read_text(encoding="utf-8")
    new = insert(old)
    if new != old:
        path.write_text(new, encoding="utf-8")
    log.info("%s %s", path, "rewritten" if new != old else "is up to date")
    return new != old


if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    rewrite()
