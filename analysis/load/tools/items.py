"""
Find the articles in a JSON object of a known tool.

In: a JSON value. Out: the objects that are its articles, or None if no tool is known to write such
a file. What the tool tells of all of them, as the name of a channel, is added to each.
"""

from collections.abc import Iterator, Mapping

from analysis.load.tools.registry import TOOLS
from analysis.load.tools.tool import Tool

__all__ = ["flatten", "items_in"]

_LOOKED_AT = 50  # items that show what the columns are


def items_in(value: Mapping[str, object]) -> list[object] | None:
    """
    Return the articles in an object that a tool wrote.

    Parameters
    ----------
    value : mapping
        The object that a JSON file holds.

    Returns
    -------
    list of object or None
        Empty if the tool found none; the object itself, if it is one article. None if no tool
        writes such objects.
    """
    if any(tool.recognises(flatten(value)) for tool in TOOLS):
        return [value]
    is_empty_answer = False
    for tool in TOOLS:
        for path in tool.items:
            lists = list(_lists_at(value, path.split("."), tool))
            items = [item for found in lists for item in found]
            if items and tool.recognises(_columns(items)):
                return items
            is_empty_answer = is_empty_answer or (bool(lists) and not items)
    return [] if is_empty_answer else None


def _lists_at(value: object, keys: list[str], tool: Tool) -> Iterator[list[object]]:
    """Yield each list at the end of some keys; an object there is a list of one."""
    if not isinstance(value, Mapping):
        return
    inner = value.get(keys[0])
    if len(keys) > 1:
        for each in inner if isinstance(inner, list) else [inner]:
            yield from _lists_at(each, keys[1:], tool)
        return
    if isinstance(inner, Mapping):
        inner = [inner]
    if isinstance(inner, list):
        around = {f"in.{key}": value[key] for key in tool.enclosing if key in value}
        yield [{**item, **around} if isinstance(item, Mapping) else item for item in inner]


def _columns(items: list[object]) -> dict[str, object]:
    """Return the columns of the first items."""
    columns: dict[str, object] = {}
    for item in items[:_LOOKED_AT]:
        if isinstance(item, Mapping):
            columns |= flatten(item)
    return columns


def flatten(value: Mapping[str, object]) -> dict[str, object]:
    """
    Return an object with its inner objects flattened, one level deep.

    Examples
    --------
    >>> flatten({"source": {"name": "Daily"}, "title": "Floods"})
    {'source.name': 'Daily', 'title': 'Floods'}
    """
    flat: dict[str, object] = {}
    for key, cell in value.items():
        if isinstance(cell, Mapping):
            for inner_key, inner_cell in cell.items():
                flat[f"{key}.{inner_key}"] = inner_cell
        else:
            flat[key] = cell
    return flat
