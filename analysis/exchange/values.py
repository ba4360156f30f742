"""
Write the values of a mark as words that a person can edit, and read them back.

In: ``{"low": "29", "counted": "men"}``. Out: ``low=29; counted=men``, as files of corrections have
it for a row that is missing.
"""

from collections.abc import Iterable, Mapping

from analysis.core.errors import InputError
from analysis.corrections.kinds import NOTHING, parse_value
from analysis.exchange.kinds import KINDS

__all__ = ["clean", "from_words", "is_equal", "to_words"]


def clean(value: str) -> str:
    """Return a value as words have it: on one line, without the sign that separates values."""
    return " ".join(value.replace(";", ",").split())


def to_words(values: Mapping[str, str], columns: Iterable[str], prefix: str = "") -> str:
    """
    Return some values as words.

    Parameters
    ----------
    values : mapping of str to str
    columns : iterable of str
        Which of them, in this order; one without a value is left out.
    prefix : str
        Stands before each column.

    Returns
    -------
    str

    Examples
    --------
    >>> to_words({"low": "29", "counted": "men; women"}, ("low", "high", "counted"))
    'low=29; counted=men, women'
    """
    return "; ".join(f"{prefix}{name}={clean(values[name])}" for name in columns if name in values)


def from_words(
    words: str | None, columns: Iterable[str], prefix: str = ""
) -> tuple[dict[str, str], list[str]]:
    """
    Read values from words.

    Parameters
    ----------
    words : str or None
    columns : iterable of str
        The columns that may be there.
    prefix : str
        Must stand before each column; parts with another one are passed over.

    Returns
    -------
    values : dict of str to str
        Without those that are empty or ``none``.
    others : list of str
        Parts that are no value of these columns, such as a coder's remark.
    """
    values, others = {}, []
    known = set(columns)
    for part in (words or "").replace("\n", ";").split(";"):
        name, equals, value = part.partition("=")
        name, value = name.strip(), value.strip()
        if equals and name.startswith(prefix) and name.removeprefix(prefix) in known:
            if value not in ("", NOTHING):
                values[name.removeprefix(prefix)] = value
        elif part.strip():
            others.append(part.strip())
    return values, others


def is_equal(kind: str, column: str, first: str | None, second: str | None) -> bool:
    """Return whether two values mean the same: 4,000 and 4000, or words with other spaces."""
    if first is None or second is None:
        return first == second
    if clean(first) == clean(second):
        return True
    try:
        parsed = [parse_value(KINDS[kind].table, column, value) for value in (first, second)]
    except InputError:
        return False
    return parsed[0] == parsed[1]
