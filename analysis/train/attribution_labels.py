"""
Find the articles of the attributions that were read one by one.

In: ``data/labels/attributions_read.csv`` and a gold folder, which has the texts. Out: its rows.
"""

from collections.abc import Iterator
from pathlib import Path

from analysis.core.errors import MissingResourceError
from analysis.evaluate.attributions_read import LABELS, read_labels
from analysis.train.evaluate import gold as read_gold

__all__ = ["labelled_articles"]

_FILES = (
    *("attributions/train", "attributions/dev", "frames/dev", "frames/other_topics"),
    *("stories/dev", "events/dev", "parties/train", "other_news/train", "quantities/train"),
)


def labelled_articles(gold: Path) -> Iterator[list[dict]]:
    """
    Yield the rows with labelled attributions of each gold file.

    An article that stands in two files comes with the first.

    Raises
    ------
    MissingResourceError
        If a labelled article is in none of the files.
    """
    left = set(read_labels()["article_id"])
    for file in _FILES:
        rows = [row for row in read_gold(gold, file) if row["article_id"] in left]
        left -= {row["article_id"] for row in rows}
        yield rows
    if left:
        raise MissingResourceError(
            f"{gold} lacks {len(left)} of the articles of data/{LABELS}.csv, such as {min(left)}."
        )
