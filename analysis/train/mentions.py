"""Labels of mentions that lie apart from their articles: places in a table, texts elsewhere."""

import json
from collections.abc import Iterator
from pathlib import Path

import pandas as pd

from analysis.core import paths
from analysis.train.evaluate import gold

__all__ = ["TEXT_FILES", "labelled_mentions"]

TEXT_FILES = (
    "stories/dev",
    "frames/other_topics",
    "frames/dev",
    "attributions/train",
    "attributions/other_news",
    "events/dev",
    "figures/train",
    "figures/world_leads",
    "other_news/train",
    "other_news/dev",
    "quantities/train",
    "quantities/dev",
)


def labelled_mentions(labels: Path, folder: Path) -> list[dict]:
    """
    Return labelled mentions with their articles.

    Parameters
    ----------
    labels : Path
        A table such as ``data/labels/other_news_targets.csv``: the characters of a sentence and of
        a mention in an article, and the polarity of the sentence towards it. Mentions that are no
        targets (``is_target``) are left out.
    folder : Path
        The gold folder, which holds the articles but for the invented ones of ``data/labels``.

    Returns
    -------
    list of dict
        ``sentence_id``, ``text`` of the article, ``sentence_start``, ``sentence_end``, ``start``
        and ``end`` of the mention in it, ``mention``, ``polarity``.

    Raises
    ------
    ValueError
        If an article is in none of the files, or if other characters than the labelled mention
        stand in the named place.
    """
    texts = {row["article_id"]: row["text"] for name in TEXT_FILES for row in gold(folder, name)}
    texts |= {row["article_id"]: row["text"] for row in _invented()}
    table = pd.read_csv(labels)
    rows = []
    for row in table.loc[table["is_target"]].itertuples():
        text = texts.get(row.article_id)
        if text is None:
            files = " or ".join(TEXT_FILES)
            raise ValueError(f"{labels}: article {row.article_id} is not in {files} of {folder}")
        if text[row.start : row.end] != row.mention:
            raise ValueError(
                f"{labels}, row {row.Index + 2}: characters {row.start} to {row.end} of article "
                f"{row.article_id} are {text[row.start : row.end]!r}, not {row.mention!r}"
            )
        rows.append(
            {
                "sentence_id": f"{row.article_id}-{row.start}",
                "text": text,
                "sentence_start": row.sentence_start,
                "sentence_end": row.sentence_end,
                "start": row.start,
                "end": row.end,
                "mention": row.mention,
                "polarity": row.polarity,
            }
        )
    return rows


def _invented() -> Iterator[dict]:
    for file in sorted((paths.DATA / "labels").glob("invented_*/*.jsonl")):
        for line in file.read_text(encoding="utf8").splitlines():
            yield json.loads(line)
