"""
The few kinds of error that a user of Parallax meets.

Each also inherits the built-in kind that a caller would expect, so ``except LookupError`` works too.
A message names the bad value, what is allowed, and the next command.
"""

from difflib import get_close_matches

__all__ = [
    "InputError",
    "LexiconError",
    "MissingResourceError",
    "ParallaxError",
    "ParameterError",
    "RunError",
    "StoppedError",
    "TableError",
    "unknown_value",
]


class ParallaxError(Exception):
    """Base of all errors that Parallax raises on purpose."""


class InputError(ParallaxError, ValueError):
    """A file, folder or row that a user gave cannot be used."""


class ParameterError(ParallaxError, ValueError):
    """A parameter of a notebook or command is unknown or has a bad value."""


class LexiconError(ParallaxError, ValueError):
    """A lexicon file breaks its own rules."""


class MissingResourceError(ParallaxError, LookupError):
    """A corpus, model or language resource is absent, or is not the one expected."""


class TableError(ParallaxError, ValueError):
    """A table does not have the columns, types or values that its definition asks for."""


class RunError(ParallaxError, RuntimeError):
    """A notebook, or a run of several, did not end well."""


class StoppedError(ParallaxError):
    """A run was stopped by Ctrl-C; what was finished is kept."""


def unknown_value(kind, value, allowed, hint=""):
    """
    Compose the message for a value that is not among those allowed.

    Parameters
    ----------
    kind : str
        What the value is, in the singular: "corpus", "outlet".
    value : object
        The bad value.
    allowed : iterable of str
        What would have been right; at most twelve are named.
    hint : str, optional
        The next command, or where to look.

    Returns
    -------
    str

    Examples
    --------
    >>> unknown_value("corpus", "fakes", ["embedded", "fa-kes"])
    "No corpus 'fakes'; did you mean 'fa-kes'? Have: embedded, fa-kes."
    """
    allowed = [str(a) for a in allowed]
    near = get_close_matches(str(value), allowed, n=1)
    guess = f"; did you mean '{near[0]}'?" if near else "."
    shown = ", ".join(allowed[:12]) + (
        f" and {len(allowed) - 12} more" if len(allowed) > 12 else ""
    )
    return f"No {kind} '{value}'{guess} Have: {shown or 'none'}.{' ' + hint if hint else ''}"
