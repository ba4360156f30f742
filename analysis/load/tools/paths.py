"""
Follow a path with dots, as ``source.location.label``, into the cells of a row.

In: a row, whose columns may themselves have dots, and a path. Out: what is at its end. A list on
the way is followed in each of its elements.
"""

from collections.abc import Collection, Iterator, Mapping

__all__ = ["leads_into", "value_at"]


def leads_into(columns: Collection[str], path: str) -> bool:
    """
    Return whether a path is a column, starts from one, or is an object whose parts are columns.

    Examples
    --------
    >>> leads_into(["fields", "url"], "fields.bodyText"), leads_into(["url"], "fields.bodyText")
    (True, False)
    """
    if any(column in columns for column, _ in _divisions(path)):
        return True
    return any(column.startswith(f"{path}.") for column in columns)


def value_at(values: Mapping[str, object], path: str) -> object:
    """
    Return what is at the end of a path, None if there is nothing.

    Parameters
    ----------
    values : mapping
        A row: its columns and cells.
    path : str
        A column, or a column and the keys inside its cell, with dots between.

    Returns
    -------
    object
        From a list on the way, the list of what its elements hold, without None. Of an object
        that was flattened, the object.

    Examples
    --------
    >>> value_at({"source.name": "Daily"}, "source.name")
    'Daily'
    >>> value_at({"authors": [{"name": "A. Kern"}, {"name": "B. Lund"}]}, "authors.name")
    ['A. Kern', 'B. Lund']
    """
    for column, keys in _divisions(path):
        if column in values:
            return _inside(values[column], keys)
    start = f"{path}."
    parts = {}
    for column, cell in values.items():
        if column.startswith(start):
            parts[column.removeprefix(start)] = cell
    return parts or None


def _divisions(path: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield a path as a column and the keys inside it, the longest column first."""
    parts = path.split(".")
    for n_parts in range(len(parts), 0, -1):
        yield ".".join(parts[:n_parts]), tuple(parts[n_parts:])


def _inside(value: object, keys: tuple[str, ...]) -> object:
    """Return what is under some keys, one inside the other."""
    if not keys:
        return value
    if isinstance(value, Mapping):
        return _inside(value.get(keys[0]), keys[1:])
    if isinstance(value, list):
        found = [_inside(item, keys) for item in value]
        return [item for item in found if item is not None] or None
    return None
