"""
Make the matrix of each story of a run that two outlets or more report, to score its rows.

In: tables of a run. Out: for each such story its tables, and the rows and cells of its matrix.
"""

from collections.abc import Iterator
from typing import NamedTuple

import pandas as pd

from analysis.compare.quantity_matrix import quantity_matrix
from analysis.run import pipeline

__all__ = ["StoryMatrix", "story_matrices"]

_SEVERAL = 2


class StoryMatrix(NamedTuple):
    """
    The matrix of one story.

    Attributes
    ----------
    story_id : str
    run : Run
        Tables of the story alone.
    rows, cells : DataFrame
        From ``quantity_matrix``.
    """

    story_id: str
    run: pipeline.Run
    rows: pd.DataFrame
    cells: pd.DataFrame

    def cells_of(self, quantity_id: str) -> pd.DataFrame:
        """Return the cells of one row."""
        return self.cells.loc[self.cells["quantity_id"].eq(quantity_id)]


def story_matrices(run: pipeline.Run) -> Iterator[StoryMatrix]:
    """Yield the matrix of each story that two outlets or more report, in the order of the table."""
    for story_id in run.stories["story_id"]:
        one = run.only_story(story_id)
        if len(set(one.articles["outlet"].dropna())) >= _SEVERAL:
            rows, cells = quantity_matrix(one.figures, one.articles, one.quantities)
            yield StoryMatrix(story_id, one, rows, cells)
