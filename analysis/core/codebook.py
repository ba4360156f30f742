"""
Write the part of the codebook that describes the tables, so that it always matches the code.

In: the definitions in ``analysis.core.tables``. Out: Markdown between two marker comments of
``data/README.md``, with a heading for each table and a row for each column, and after them what the
rules on figures mean that are written in Python. The meaning of values and the origin of the data
are documented there by hand.

``python -m analysis.core.codebook`` rewrites the file. A test fails if it is out of date.
"""

import logging
from collections.abc import Iterable
from pathlib import Path

from analysis.core import paths, tables
from analysis.core.errors import InputError
from analysis.core.generated_file import write_if_changed
from analysis.core.rules_in_code import ANY_OUTCOME, rules_in_code

__all__ = [
    "BEGIN",
    "END",
    "PATH",
    "describe",
    "describe_rules_in_code",
    "every_table",
    "insert",
    "rewrite",
]

PATH = paths.DATA / "README.md"
BEGIN = "<!-- tables: begin (written by python -m analysis.core.codebook) -->"
END = "<!-- tables: end -->"


def every_table() -> list[tables.Table]:
    """
    Return every table of the package.

    Returns
    -------
    list of Table
        First the tables that pass between stages, then those that notebooks compute.
    """
    return [*tables.ALL.values(), *tables.FOR_NOTEBOOKS]


def describe(table: tables.Table) -> str:
    """
    Describe one table in Markdown.

    Parameters
    ----------
    table : Table

    Returns
    -------
    str
        A heading, what a row is, the key, and for each column its type, the meaning of null, the
        allowed values and a description.

    Examples
    --------
    >>> print(describe(tables.SENTENCES).splitlines()[0])
    ### sentences
    """
    key = f"Key: {_code(table.key)}." if table.key else "No key."
    lines = [
        f"### {table.name}",
        "",
        f"A row is {table.description}. {key}",
        "",
        "| column | type | null means | allowed | description |",
        "| --- | --- | --- | --- | --- |",
    ]
    for name, column in table.columns.items():
        cells = (
            f"`{name}`",
            column.dtype,
            _meaning_of_null(column),
            _allowed_values(column),
            column.description,
        )
        lines.append("| " + " | ".join(cells) + " |")
    return "\n".join(lines)


def describe_rules_in_code() -> str:
    """
    Describe the ids of ``figures.rules`` that are in no file of rules, in Markdown.

    Returns
    -------
    str
        A heading, and for each id its meaning, an example and the modules that decide it.
    """
    lines = [
        "### Rules written in Python",
        "",
        "Ids of `figures.rules` that are in no file of `rules/figures/`, from "
        f"`rules/in_code.toml`. `{ANY_OUTCOME}` is a value of `figures.outcome`; square brackets "
        "mark the number, or the person without one. `parallax rules` lists them too.",
        "",
        "| id | meaning | example | decided in |",
        "| --- | --- | --- | --- |",
    ]
    for rule in rules_in_code():
        cells = (_code([rule.id]), rule.means, rule.example, _code(rule.modules))
        lines.append("| " + " | ".join(cells) + " |")
    return "\n".join(lines)


def _meaning_of_null(column: tables.Column) -> str:
    if isinstance(column.null, str):
        return column.null
    return "missing" if column.null else "never null"


def _allowed_values(column: tables.Column) -> str:
    low, high = column.low, column.high
    if column.allowed:
        return _code(column.allowed)
    if low is not None and high is not None:
        return f"{low:g} to {high:g}"
    if low is not None:
        return f"{low:g} or more"
    if high is not None:
        return f"{high:g} or less"
    return ""


def _code(names: Iterable[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)


def insert(text: str) -> str:
    """
    Insert the description of every table, and of rules, between the two markers.

    Parameters
    ----------
    text : str
        The codebook.

    Returns
    -------
    str
        The codebook with everything between the markers replaced.

    Raises
    ------
    InputError
        If a marker is missing or occurs twice, or the end marker comes first.
    """
    if text.count(BEGIN) != 1 or text.count(END) != 1 or text.index(END) < text.index(BEGIN):
        raise InputError(
            f"{PATH.name} must contain each of these lines once, in this order: {BEGIN!r}, {END!r}."
        )
    before, _, rest = text.partition(BEGIN)
    _, _, after = rest.partition(END)
    described = [*(describe(table) for table in every_table()), describe_rules_in_code()]
    return "\n\n".join([f"{before}{BEGIN}", *described, f"{END}{after}"])


def rewrite(path: Path = PATH) -> bool:
    """
    Bring a codebook file up to date.

    Parameters
    ----------
    path : Path

    Returns
    -------
    bool
        Whether the file was changed. A file that is up to date is not written.

    Raises
    ------
    InputError
        As for ``insert``.
    """
    return write_if_changed(path, insert(path.read_text(encoding="utf-8")))


if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    rewrite()
