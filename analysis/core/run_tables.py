"""
What a stage may read of a run: its tables, without knowing how they were made.

A stage that compares needs several tables at once, and must not import the code that runs all
stages (``analysis.run``).
"""

from typing import Protocol

import pandas as pd

__all__ = ["RunTables"]


class RunTables(Protocol):
    """The tables of a run, see ``analysis.core.tables``."""

    @property
    def articles(self) -> pd.DataFrame:
        """Return the ``articles`` table."""
        ...

    @property
    def sentences(self) -> pd.DataFrame:
        """Return the ``sentences`` table."""
        ...

    @property
    def attributions(self) -> pd.DataFrame:
        """Return the ``attributions`` table."""
        ...

    @property
    def figures(self) -> pd.DataFrame:
        """Return the ``figures`` table."""
        ...

    @property
    def quantities(self) -> pd.DataFrame:
        """Return the ``quantities`` table."""
        ...
