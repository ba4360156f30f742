"""
Find the articles of attributions whose labels lie apart from the texts.

In: names of articles and a gold folder, which has the texts. Out: its rows.
"""

from collections.abc import Collection, Iterator
from pathlib import Path

from analysis.core.errors import MissingResourceError
from analysis.train.evaluate import gold as read_gold

__all__ = ["labelled_articles"]

_FILES = (
    *("attributions/train", "attributions/dev", "frames/dev", "frames/other_topics"),
    *("stories/dev", "events/dev", "parties/train", "other_news/train", "quantities/train"),
)


def labelled_articles(gold: Path, names: Collection[str]) -> Iterator[list[dict]]:
    """
    Yield the rows of the named articles in each gold file.

    An article that stands in two files comes with the first.

    Raises
    ------
    MissingResourceError
        If a labelled article is in none of the files.
    """
    left = set(names)
    for file in _FILES:
        rows = [row for row in read_gold(gold, file) if row["article_id"] in left]
        left -= {row["article_id"] for row in rows}
        yield rows
    if left:
        raise MissingResourceError(
            f"{gold} lacks {len(left)} of the labelled articles, such as {min(left)}. Use the "
            "folder of gold files whose texts were labelled."
        )
