"""
Read the rows of a tool's file as ours.

In: an opened file, and what the user said of its columns. Out: the file under our own column names,
if a tool is known that writes such files; as it was, if not. A file whose tool writes no texts is
refused with what to do instead.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple, TypeVar

from analysis.core.errors import InputError, unknown_value_message
from analysis.load.columns import ALIASES, candidates, choose_columns, normalise
from analysis.load.outlets import site_of
from analysis.load.records import Record, Source, Stream
from analysis.load.tools.paths import leads_into, value_at
from analysis.load.tools.registry import TOOLS, find_tools
from analysis.load.tools.tool import Tool, find_column

__all__ = ["BY_NAME", "Layout", "as_tool", "lay_out", "lay_out_by_address", "recognise"]

Opened = TypeVar("Opened", Source, Stream)

BY_NAME = "columns"
"""What ``provider`` is called if columns are to be guessed by their names, whatever tool it is."""

_NO_TOOL = Tool(name="", label="", version="", signs=())
_MEANS_MISSING = {"", "nan", "null", "none"}
_MAX_SHOWN = 12  # columns in a message


class Layout(NamedTuple):
    """
    Where a tool's file has what we read.

    Parameters
    ----------
    tool : Tool
    fields : dict of str to tuple of str
        Our column names to paths, in the file's spelling; the first that has a value is used.
    site : tuple of str
        Paths to addresses that name the outlet, likewise.
    """

    tool: Tool
    fields: dict[str, tuple[str, ...]]
    site: tuple[str, ...]

    def shown(self) -> dict[str, str]:
        """Return our column names to where they are first looked for, to be shown to the user."""
        found = {ours: paths[0] for ours, paths in self.fields.items()}
        if "outlet" not in found and self.site:
            found["outlet"] = f"the site in {self.site[0]}"
        return {ours: found[ours] for ours in ALIASES if ours in found}


def recognise(columns: tuple[str, ...], given: Mapping[str, str] | None) -> Tool | None:
    """
    Return the tool that wrote a file.

    Parameters
    ----------
    columns : tuple of str
        The file's own column names.
    given : mapping, optional
        Our column names to the file's, as the user gave them. Its ``provider`` names the tool, or
        is ``BY_NAME``.

    Returns
    -------
    Tool or None
        None if no tool is known to write such files, or columns are to be guessed by name.

    Raises
    ------
    InputError
        If ``provider`` names no tool, or one that does not write such files.
    """
    found = find_tools(columns)
    wanted = (given or {}).get("provider")
    if wanted is None:
        return found[0] if found else None
    if wanted == BY_NAME:
        return None
    for tool in found:
        if tool.name == wanted:
            return tool
    known = dict.fromkeys([BY_NAME, *(tool.name for tool in found or TOOLS)])
    hint = "These are the tools that may have written the file."
    raise InputError(unknown_value_message("provider", wanted, known, hint))


def as_tool(opened: Opened, given: Mapping[str, str] | None) -> Opened:
    """
    Return an opened file under our own column names, if a known tool wrote it.

    Parameters
    ----------
    opened : Source or Stream
        Not changed. One whose columns are known is returned as it is.
    given : mapping, optional
        Our column names to the file's: a column, or a path into one (``fields.bodyText``).

    Returns
    -------
    Source or Stream
        With ``mapping`` if a tool is known, or outlets are named by addresses alone. Otherwise
        the paths that the user gave are columns.

    Raises
    ------
    InputError
        If the tool's file has no texts or no outlets, or the user names a column that it lacks.
    """
    if opened.mapping is not None:
        return opened
    tool = recognise(opened.columns, given)
    name = opened.inputs[0][0] if opened.inputs else opened.name
    if tool is None:
        opened = _with_paths(opened, given)
        layout = lay_out_by_address(opened.columns, name, given)
        if layout is None:
            return opened
        tool = layout.tool
    else:
        layout = lay_out(tool, opened.columns, name, given)
    notes = list(tool.notes)
    if tool.no_outlet and "outlet" not in layout.fields and not layout.site:
        notes.append(tool.no_outlet)
    shown = layout.shown()
    converted = replace(
        opened,
        columns=tuple(ALIASES),
        mapping={ours: ours for ours in ALIASES},
        guesses={ours: path for ours, path in shown.items() if path != ours},
        notes=[*opened.notes, *((opened.name, f"{name}: {note}") for note in notes)],
        provider=tool.name or opened.provider,
    )
    return _with_records(converted, lambda record: _ours(record, layout))


def lay_out_by_address(
    columns: tuple[str, ...], name: str, given: Mapping[str, str] | None
) -> Layout | None:
    """
    Find what we read in a file of no known tool whose outlets are named by addresses alone.

    Parameters
    ----------
    columns, name, given
        As for ``lay_out``.

    Returns
    -------
    Layout or None
        None if a column names the outlet, or there are no addresses or no texts.
    """
    own = {ours: theirs for ours, theirs in (given or {}).items() if ours != "provider"}
    if "outlet" in own or candidates(columns, "outlet"):
        return None
    mapping, _ = choose_columns(columns, name, own, required=())
    if "text" not in mapping or "url" not in mapping:
        return None
    fields = {ours: (theirs,) for ours, theirs in mapping.items()}
    return Layout(_NO_TOOL, fields, (mapping["url"],))


def lay_out(
    tool: Tool,
    columns: tuple[str, ...],
    name: str,
    given: Mapping[str, str] | None = None,
) -> Layout:
    """
    Find in a tool's file what we read.

    Parameters
    ----------
    tool : Tool
    columns : tuple of str
        The file's own column names.
    name : str
        Name of the file, for messages.
    given : mapping, optional
        As for ``as_tool``; it wins over what the tool declares. So does a column of the file that
        has one of our names and is not the tool's own.

    Raises
    ------
    InputError
        As for ``as_tool``.
    """
    if tool.refused:
        raise InputError(f"{name} is a file of {tool.label}. {tool.refused}.")
    given = {ours: path for ours, path in (given or {}).items() if ours != "provider"}
    _validate_given(given, columns, name)
    by_name = {normalise(column): column for column in reversed(columns)}
    fields = {}
    for ours in ALIASES:
        declared = [find_column(columns, path) for path in tool.fields.get(ours, ())]
        paths = [path for path in declared if path is not None]
        added = by_name.get(ours)
        if added is not None and (ours == "outlet" or not paths):
            paths.insert(0, added)
        if ours in given:
            paths = [given[ours]]
        if paths:
            fields[ours] = tuple(dict.fromkeys(paths))
    site = [find_column(columns, path) for path in tool.site]
    layout = Layout(tool, fields, tuple(path for path in site if path is not None))
    _validate_complete(layout, columns, name)
    return layout


def _validate_given(given: Mapping[str, str], columns: tuple[str, ...], name: str) -> None:
    """Check that the user names a column of ours, and one of the file or a path into one."""
    for ours, path in given.items():
        if ours not in ALIASES:
            hint = "Write --columns OURS=THEIRS, as in --columns outlet=source."
            raise InputError(unknown_value_message("column", ours, ALIASES, hint))
        if not leads_into(columns, path):
            hint = "These are the columns of the file."
            raise InputError(f"{name}: {unknown_value_message('column', path, columns, hint)}")


def _validate_complete(layout: Layout, columns: tuple[str, ...], name: str) -> None:
    """Check that a file has texts, and something that names outlets."""
    tool = layout.tool
    found = ", ".join(columns[:_MAX_SHOWN])
    if "text" not in layout.fields:
        advice = f" {tool.no_text}." if tool.no_text else ""
        if "url" in layout.fields:
            advice += f" To fetch the pages at its addresses: parallax fetch {name}"
        raise InputError(
            f"{name} is a file of {tool.label} and has no texts of articles. Found: {found}."
            f"{advice}"
        )
    has_outlet = "outlet" in layout.fields or layout.site or tool.outlet or tool.no_outlet
    if not has_outlet:
        raise InputError(
            f"{name} is a file of {tool.label} and does not say which outlet an article is from. "
            f"Found: {found}. Name the column with --columns outlet=NAME."
        )


def _ours(record: Record, layout: Layout) -> Record:
    """Return a row of a tool's file under our own column names."""
    if record.fault:
        return record
    remarks = layout.tool.remarks(record.values)
    if remarks.fault:
        return replace(record, values={}, fault=remarks.fault)
    values = {}
    for ours, paths in layout.fields.items():
        value = _first(record.values, paths, layout.tool.forms.get(ours))
        if value is not None:
            values[ours] = value
    if "outlet" not in values:
        address = _first(record.values, layout.site, None)
        outlet = layout.tool.outlet if address is None else site_of(str(address))
        if outlet:
            values["outlet"] = outlet
    return replace(record, values=values, notes=(*record.notes, *remarks.notes))


def _first(values: Mapping[str, object], paths: tuple[str, ...], form) -> object:
    """Return the first value that is not empty, in the form of a text."""
    for path in paths:
        value = value_at(values, path)
        if form is not None and value is not None:
            value = form(value)
        is_empty = value is None or value != value or value == []
        if not is_empty and str(value).strip().lower() not in _MEANS_MISSING:
            return value
    return None


def _with_paths(opened: Opened, given: Mapping[str, str] | None) -> Opened:
    """Return a file in which each path that the user gave is a column."""
    paths = []
    for ours, path in (given or {}).items():
        is_column = path in opened.columns
        if ours != "provider" and not is_column and leads_into(opened.columns, path):
            paths.append(path)
    if not paths:
        return opened

    def add_paths(record: Record) -> Record:
        added = {path: value_at(record.values, path) for path in paths}
        return replace(record, values={**record.values, **added})

    return _with_records(replace(opened, columns=(*opened.columns, *paths)), add_paths)


def _with_records(opened: Opened, change) -> Opened:
    """Return a file whose records are changed, a batch at a time if it is read so."""
    if isinstance(opened, Source):
        return replace(opened, records=[change(record) for record in opened.records])
    before = opened.batches

    def batches() -> Iterator[list[Record]]:
        for batch in before():
            yield [change(record) for record in batch]

    def cells(column: str) -> Iterator[object]:
        for batch in batches():
            for record in batch:
                if not record.fault:
                    yield record.values.get(column)

    return replace(opened, batches=batches, cells=cells)
