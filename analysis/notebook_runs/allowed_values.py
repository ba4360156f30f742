"""
Refuse parameter values that the corpus does not have, before a kernel starts.

In: values of parameters, a folder of tables. Out: nothing, or an error that names the closest value
there is: of an event, outlet, outcome or referent. Types, days and files are checked by
``parameters``, which needs no tables.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path

from analysis.core import paths
from analysis.core.errors import ParameterError, unknown_value_message

__all__ = ["COLUMNS", "allowed", "allowed_everywhere", "validate_values"]

COLUMNS = {
    "event": ("events", "event_id"),
    "story": ("stories", "story_id"),
    "quantity": ("quantities", "quantity_id"),
    "outlet": ("articles", "outlet"),
    "outlets": ("articles", "outlet"),
    "referents": ("names", "referent"),
    "statement_article": ("articles", "article_id"),
}
"""Parameters whose values are those of a column: name to table and column."""

_ANY_CASE = ("outlets",)  # these are compared without regard to case


def allowed(name: str, folder: Path) -> list[str] | None:
    """
    Return the values that a parameter may have.

    Parameters
    ----------
    name : str
    folder : Path
        Folder of tables, as ``Run.save`` wrote them.

    Returns
    -------
    list of str or None
        None if the corpus does not decide it.
    """
    if name in COLUMNS:
        return _values_in_column(*COLUMNS[name], folder)
    return allowed_everywhere(name)


def allowed_everywhere(name: str) -> list[str] | None:
    """
    Return the values that a parameter may have whatever the corpus is.

    Parameters
    ----------
    name : str

    Returns
    -------
    list of str or None
        None if the corpus decides it, or nothing does.
    """
    if name == "outcome":
        from analysis.core.tables import OUTCOMES

        return list(OUTCOMES)
    if name == "claims_event":
        return sorted(path.stem for path in paths.CLAIMS.glob("*.csv"))
    return None


def _values_in_column(table: str, column: str, folder: Path) -> list[str]:
    from analysis.run.table_store import read_table

    frame = read_table(folder, table, columns=[column])
    return sorted(frame[column].dropna().unique())


def validate_values(values: Mapping[str, object], folder: Path, *, kept: bool = False) -> None:
    """
    Refuse values that the corpus does not have.

    Parameters
    ----------
    values : mapping of str to object
        As ``parameters.check`` returns them. The case of ``outlets`` does not matter.
    folder : Path
        Folder of tables.
    kept : bool
        Whether the command that made the tables leaves them there, which the message then says.

    Raises
    ------
    ParameterError
        For the first such value; the closest existing one is suggested.
    """
    next_step = f"The tables are kept in {folder}: the next run begins with them." if kept else ""
    for name, value in values.items():
        # a file that joins articles by hand can make events that no table has yet
        if not value or (name == "event" and values.get("overrides")):
            continue
        known = allowed(name, folder)
        if known is not None:
            items = value if isinstance(value, list) else [value]
            _validate_items(name, items, known, next_step)


def _validate_items(name: str, items: Sequence[object], known: list[str], next_step: str) -> None:
    if name in _ANY_CASE:
        accepted = {value.casefold() for value in known}
        unknown = [item for item in items if str(item).casefold() not in accepted]
    else:
        unknown = [item for item in items if item not in known]
    if unknown:
        kind = name.removesuffix("s")
        raise ParameterError(unknown_value_message(kind, unknown[0], known, next_step))
