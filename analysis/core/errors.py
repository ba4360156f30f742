"""
The errors that Parallax raises on purpose.

Each also inherits from the built-in exception that a caller would expect, so
``except LookupError`` works too. A message names the bad value, the allowed values and the next
step.
"""

from collections.abc import Iterable
from difflib import get_close_matches

__all__ = [
    "NO_FAULT_OF_AN_ARTICLE",
    "InputError",
    "LexiconError",
    "MissingResourceError",
    "ParallaxError",
    "ParameterError",
    "RunError",
    "StoppedError",
    "TableError",
    "unknown_value_message",
]

_MOST_LISTED = 12


class ParallaxError(Exception):
    """Base class of all errors that Parallax raises on purpose."""


class InputError(ParallaxError, ValueError):
    """An input file, folder or row cannot be used."""


class ParameterError(ParallaxError, ValueError):
    """A parameter of a notebook or command is unknown or has an invalid value."""


class LexiconError(ParallaxError, ValueError):
    """A lexicon file is missing or invalid."""


class MissingResourceError(ParallaxError, LookupError):
    """A corpus, model or language resource is missing, or is not the expected one."""


NO_FAULT_OF_AN_ARTICLE = (LexiconError, MissingResourceError, MemoryError)
"""Errors that would befall every article: a run ends with them, and leaves no article out."""


class TableError(ParallaxError, ValueError):
    """A table does not have the columns, types or values of its definition."""


class RunError(ParallaxError, RuntimeError):
    """A notebook, or a run of several notebooks, failed."""


class StoppedError(ParallaxError):
    """A run was stopped with Ctrl-C; results finished before that are kept."""


def unknown_value_message(
    kind: str,
    value: object,
    allowed: Iterable[object],
    hint: str = "",
) -> str:
    """
    Return the error message for a value that is not one of the allowed ones.

    Parameters
    ----------
    kind : str
        What the value is, in the singular: "corpus", "outlet".
    value : object
        The invalid value.
    allowed : iterable
        The allowed values. The message lists the first twelve.
    hint : str, optional
        The next command to run, or where to look.

    Returns
    -------
    str
        The message, with the most similar allowed value as a suggestion if there is one.

    Examples
    --------
    >>> unknown_value_message("corpus", "fakes", ["embedded", "fa-kes"])
    "No corpus 'fakes'; did you mean 'fa-kes'? Available: embedded, fa-kes."
    """
    names = [str(name) for name in allowed]
    similar = get_close_matches(str(value), names, n=1)
    suggestion = f"; did you mean '{similar[0]}'?" if similar else "."
    message = f"No {kind} '{value}'{suggestion} Available: {_listed(names)}."
    return f"{message} {hint}" if hint else message


def _listed(names: list[str]) -> str:
    if not names:
        return "none"
    listed = ", ".join(names[:_MOST_LISTED])
    n_more = len(names) - _MOST_LISTED
    return f"{listed} and {n_more} more" if n_more > 0 else listed
