"""
Write the part of the codebook that describes tables, so that it cannot differ from the code.

In: the definitions in ``analysis.core.tables``. Out: Markdown, one heading a table and
one row a column, between two marker comments of ``data/README.md``. What values mean, and where the data come from, is
written there by hand.

``python -m analysis.core.codebook`` rewrites the file; a test fails where it was forgotten.
"""

import logging

from analysis.core import paths, tables
from analysis.core.errors import InputError

__all__ = ["BEGIN", "END", "PATH", "describe", "every_table", "insert", "rewrite"]

PATH = paths.DATA / "README.md"
BEGIN = "<!-- tables: begin (written by python -m analysis.core.codebook) -->"
END = "<!-- tables: end -->"

log = logging.getLogger(__name__)


def every_table():
    """
    List every table of the package.

    Returns
    -------
    list of analysis.core.tables.Table
        Tables that pass between stages first, then those that notebooks compute.
    """
    return [*tables.ALL.values(), *tables.FOR_NOTEBOOKS]


def describe(table):
    """
    Describe one table in Markdown.

    Parameters
    ----------
    table : analysis.core.tables.Table

    Returns
    -------
    str
        Heading, what a row is, the key, and a row for each column: type, what null means, what may stand in it.

    Examples
    --------
    >>> print(describe(tables.SENTENCES).splitlines()[0])
    ### sentences
    """
    key = ", ".join(f"`{c}`" for c in table.key)
    lines = [
        f"### {table.name}",
        "",
        f"A row is {table.about}. " + (f"Key: {key}." if key else "No key."),
        "",
        "| column | type | null means | allowed | what it is |",
        "| --- | --- | --- | --- | --- |",
    ]
    lines += [
        f"| `{name}` | {column.dtype} | {_null(column)} | {_allowed(column)} | {column.about} |"
        for name, column in table.columns.items()
    ]
    return "\n".join(lines)


def _null(column):
    if isinstance(column.null, str):
        return column.null
    return "missing" if column.null else "never null"


def _allowed(column):
    if column.allowed:
        return ", ".join(f"`{value}`" for value in column.allowed)
    low, high = column.low, column.high
    if low is None:
        return "" if high is None else f"{high:g} or less"
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
        raise InputError(
            f"{PATH.name} needs these two lines once, in this order: {BEGIN!r}, {END!r}."
        )
    before, after = text.split(BEGIN)[0], text.split(END)[1]
    described = "\n\n".join(describe(table) for table in every_table())
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
