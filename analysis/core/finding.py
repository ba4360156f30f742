"""
A finding: one sentence about a corpus, with the outlets, values and certainty behind it.

A notebook makes one from the table that it saves, charts carry its text as their title, and the
report collects all of them in the table ``findings``. A finding knows which function made it and
from which plain values, so that a test can make it again from the saved table.
"""

import inspect
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import wraps
from typing import Any, ParamSpec

import pandas as pd

__all__ = ["LEAST_ARTICLES", "LEAST_MENTIONS", "Finding", "from_tables", "listed"]

P = ParamSpec("P")

LEAST_MENTIONS = 10
"""Mentions behind an outlet that a finding on shares names, at least."""

LEAST_ARTICLES = 5
"""Articles behind an outlet that a finding on shares or means names, at least."""


@dataclass(frozen=True)
class Finding:
    """
    A sentence about a corpus, and what it rests on.

    Attributes
    ----------
    text : str
        The sentence. Its numbers come from the table that is saved with it.
    kind : str
        What is claimed, such as "quantity" or "difference"; "none" if nothing stands out,
        "untested" if what would compare outlets could not be tested.
    outlets : tuple of str
        The outlets that the text names.
    value, low, high : float or None
        The value that the text states, and the ends of its interval or range; None if there is
        none. In the unit of the table's column.
    tested : bool
        Whether the comparison in the text was tested.
    p_adjusted : float or None
        Of the comparison, after adjustment; None if it was not tested.
    n_articles, n_events : int or None
        Articles and events that the value rests on.
    made_by : str
        Module and name of the function that made it, such as "analysis.compare.x:y"; "" if it was
        not made by one of ``analysis.compare.findings``.
    facts : mapping of str to object
        What that function was given beside tables.

    Examples
    --------
    >>> str(Finding("No article was read.", "none"))
    'No article was read.'
    """

    text: str
    kind: str
    outlets: tuple[str, ...] = ()
    value: float | None = None
    low: float | None = None
    high: float | None = None
    tested: bool = False
    p_adjusted: float | None = None
    n_articles: int | None = None
    n_events: int | None = None
    made_by: str = ""
    facts: Mapping[str, Any] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.text

    def __add__(self, mark: str) -> str:
        """Return the text with a mark after it, as for the title of a chart."""
        return self.text + mark


def from_tables(make: Callable[P, Finding]) -> Callable[P, Finding]:
    """
    Decorate a function that makes a finding, so that the finding says how it was made.

    Parameters
    ----------
    make : callable
        Takes tables and plain values that JSON can hold.

    Returns
    -------
    callable
        With the same signature.
    """
    signature = inspect.signature(make)

    @wraps(make)
    def wrapper(*args: P.args, **kwargs: P.kwargs) -> Finding:
        bound = signature.bind(*args, **kwargs)
        bound.apply_defaults()
        given = bound.arguments.items()
        facts = {name: value for name, value in given if not isinstance(value, pd.DataFrame)}
        return replace(
            make(*args, **kwargs), made_by=f"{make.__module__}:{make.__name__}", facts=facts
        )

    return wrapper


def listed(names: Sequence[str]) -> str:
    """
    Write names as a list: all of them, with "and" before the last.

    Examples
    --------
    >>> listed(["AFP"]), listed(["AFP", "SANA"]), listed(["AFP", "SANA", "TASS"])
    ('AFP', 'AFP and SANA', 'AFP, SANA and TASS')
    """
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"
