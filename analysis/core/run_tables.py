"""
What a stage may read of a run: its tables, without knowing how they were made.

A stage that compares needs several tables at once, and must not import the code that runs all
stages (``analysis.run``).
"""

from typing import Protocol, Self

import pandas as pd

__all__ = ["RunTables"]


class RunTables(Protocol):
    """The tables of a run as attributes, and those of one story, see ``analysis.core.tables``."""

    def __getattr__(self, name: str, /) -> pd.DataFrame:
        """Return a table by its name."""
        ...

    def only_story(self, story: str) -> Self:
        """Keep the articles of one story."""
        ...
