"""Draw mentions of a table of spans, and say what was extracted of them."""

from collections.abc import Iterable, Sequence

import numpy as np
import pandas as pd

from analysis.coding.cells import words_of
from analysis.coding.corpus import Corpus
from analysis.coding.drawing import draw_evenly, validate_pool
from analysis.coding.layer import Passage, Unit
from analysis.coding.sentence_columns import mention_passage

__all__ = ["draw_mentions", "extracted_mentions"]

_PLACE = ["article_id", "start", "end"]


def draw_mentions(
    corpus: Corpus,
    table: str,
    by: str,
    n_rows: int,
    random: np.random.Generator,
) -> list[Passage]:
    """
    Draw mentions evenly from outlets, and within each from the values of a column.

    Parameters
    ----------
    corpus : Corpus
    table : str
    by : str
        The column of extracted values.
    n_rows : int
    random : Generator

    Returns
    -------
    list of Passage
        Each mention once.
    """
    rows = getattr(corpus.run, table)
    validate_pool(rows, f"row of {table}")
    pool = rows.drop_duplicates(_PLACE).merge(
        corpus.run.articles[["article_id", "outlet"]], on="article_id", validate="many_to_one"
    )
    strata = pool["outlet"].astype("str") + ", " + pool[by].astype("str")
    drawn = draw_evenly(pool, pd.Series(strata), n_rows, random)
    return [
        mention_passage(corpus, article_id, int(start), int(end))
        for article_id, start, end in drawn[_PLACE].itertuples(index=False, name=None)
    ]


def extracted_mentions(
    corpus: Corpus,
    table: str,
    columns: Iterable[str],
    passages: Sequence[Passage],
) -> list[Unit]:
    """Return what the extraction says of mentions; of two rows of one place the first."""
    rows = getattr(corpus.run, table).drop_duplicates(_PLACE).to_dict("records")
    row_at = {(row["article_id"], int(row["start"]), int(row["end"])): row for row in rows}
    units = []
    for passage in passages:
        row = row_at.get((passage.article_id, passage.start, passage.end))
        if row is not None:
            values = {name: words_of(row[name]) for name in columns}
            units.append(Unit(passage, values, place=(passage.start, passage.end)))
    return units
