"""
Take a value out of the cell of a table, where a missing one is None, NaN or NaT.

In: a cell. Out: its text or number, or what stands for a missing one.
"""

from typing import Any

import pandas as pd

__all__ = ["number_or_none", "text_or_empty", "text_or_none"]


def text_or_none(value: object) -> str | None:
    """
    Return a text as it is, and None for anything else.

    Examples
    --------
    >>> text_or_none("police"), text_or_none(float("nan"))
    ('police', None)
    """
    if isinstance(value, str):
        return value
    return None


def text_or_empty(value: object) -> str:
    """
    Return a text as it is, and an empty one for anything else.

    Examples
    --------
    >>> text_or_empty("police"), text_or_empty(None)
    ('police', '')
    """
    if isinstance(value, str):
        return value
    return ""


def number_or_none(value: Any) -> float | None:
    """
    Return a number as a Python float, and None for a missing one.

    Examples
    --------
    >>> number_or_none(3), number_or_none(float("nan")), number_or_none(None)
    (3.0, None, None)
    """
    if pd.isna(value):
        return None
    return float(value)
