"""
What a stage may ask of a run: its tables, and those of one story.

A stage imports no other stage, and ``analysis.run`` stands above all of them; ``pipeline.Run`` fits
this protocol.
"""

from typing import Protocol, Self

import pandas as pd

__all__ = ["RunTables"]


class RunTables(Protocol):
    """The tables of a run that figures are compared in."""

    @property
    def articles(self) -> pd.DataFrame:
        """One row an article."""
        ...

    @property
    def attributions(self) -> pd.DataFrame:
        """One row a statement with its source."""
        ...

    @property
    def figures(self) -> pd.DataFrame:
        """One row a number in a text."""
        ...

    @property
    def quantities(self) -> pd.DataFrame:
        """One row a thing measured in a story."""
        ...

    @property
    def sentences(self) -> pd.DataFrame:
        """One row a sentence."""
        ...

    @property
    def stories(self) -> pd.DataFrame:
        """One row a story."""
        ...

    def only_story(self, story: str) -> Self:
        """Return the run of one story."""
        ...
