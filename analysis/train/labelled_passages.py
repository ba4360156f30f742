"""
Parts of articles that were labelled for attributions, as rows to train on.

In: ``data/labels/attributions_in_passages.jsonl`` (passages with all their attributions) or
``attributions_read.csv`` (attributions of the project, each judged), and a gold folder, which has
the texts. Out: rows of passages; run as a command, it writes those with all their attributions to a
file of hand labels, which ``score.py``, ``parallax accuracy`` and ``held_out`` read.

    python -m analysis.train.labelled_passages GOLD labels/attributions_in_passages.jsonl
    python -m analysis.train.held_out labels/attributions_in_passages.jsonl
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np
import pandas as pd

from analysis.core import paths
from analysis.evaluate.attributions_read import read_labels
from analysis.train.attribution_labels import labelled_articles
from analysis.train.examples import NEXT_PASSAGE

__all__ = ["LABELS", "ROLES", "judged_passages", "labelled_passages", "main"]

LABELS = "labels/attributions_in_passages"
"""Name of the labelled passages in the accuracy that notebooks show."""

ROLES = ("source", "cue", "content")
_AROUND = 500  # characters of a passage before and after the cues that were judged
_REACH = 1200  # judged cues of an article that are no farther apart share a passage


def labelled_passages(gold: Path, labels: Path | None = None) -> list[dict]:
    """
    Return the passages of which all attributions were labelled.

    Parameters
    ----------
    gold : Path
        Folder of gold files.
    labels : Path, optional
        Another file of passages: for each ``article_id``, its first and last character and
        ``attributions`` with their characters in the article, the fullest name of each source among
        them, which may stand outside of the passage, ``source_type`` and ``stance``.

    Returns
    -------
    list of dict
        As in ``attributions/train``, in the order of the labels: ``text`` is that of the passage
        and characters are counted in it. A later passage of an article has its number after the
        ``article_id``: "a1~2".

    Raises
    ------
    MissingResourceError
        If a labelled article is not in the folder.
    """
    path = labels or paths.DATA / f"{LABELS}.jsonl"
    passages = _passages(path)
    articles = _articles(gold, (passage["article_id"] for passage in passages))
    n_passages: Counter[str] = Counter()
    rows = []
    for passage in passages:
        name = passage["article_id"]
        n_passages[name] += 1
        row = _row(articles[name], passage)
        if n_passages[name] > 1:
            row["article_id"] = f"{name}{NEXT_PASSAGE}{n_passages[name]}"
        rows.append(row)
    return rows


def _passages(path: Path) -> list[dict]:
    return [json.loads(line) for line in path.read_text(encoding="utf8").splitlines()]


def _articles(gold: Path, names: Iterable[str]) -> dict[str, dict]:
    found = labelled_articles(gold, set(names))
    return {row["article_id"]: row for rows in found for row in rows}


def _row(article: dict, passage: dict) -> dict:
    text, start = article["text"], passage["start"]
    moved = []
    for attribution in passage["attributions"]:
        spans = {
            role: [[first - start, last - start] for first, last in attribution[role]]
            for role in ROLES
        }
        place = attribution["name"]
        name = text[place[0] : place[1]] if place else None
        facts = {fact: attribution[fact] for fact in ("source_type", "stance")}
        moved.append(spans | facts | {"source_name": name})
    kept = {name: article[name] for name in ("article_id", "outlet", "published", "title")}
    return kept | {"text": text[start : passage["end"]], "attributions": moved}


def judged_passages(gold: Path) -> list[dict]:
    """
    Return passages around cues that were judged.

    Parameters
    ----------
    gold : Path
        Folder of gold files.

    Returns
    -------
    list of dict
        ``article_id``, ``text`` and ``judged_cues``: first and last character, and whether the
        words report a statement. Nothing is known about other words of the passage. Attributions
        without a cue are left out, and so are those in passages of which all are labelled.
    """
    labels = read_labels()
    labels = labels.loc[labels["part"].eq("cue")].sort_values(["article_id", "start"])
    labels = labels.loc[~_lie_in_labelled_passages(labels)]
    articles = _articles(gold, labels["article_id"])
    rows = []
    for name, own in labels.groupby("article_id", sort=False):
        text = articles[str(name)]["text"]
        for _, near in own.groupby(own["start"].diff().gt(_REACH).cumsum()):
            rows.append({"article_id": name} | _around(text, near))
    return rows


def _lie_in_labelled_passages(labels: pd.DataFrame) -> np.ndarray:
    """Return which rows begin in a passage of which all attributions were labelled."""
    places: dict[str, list[range]] = {}
    for passage in _passages(paths.DATA / f"{LABELS}.jsonl"):
        place = range(passage["start"], passage["end"])
        places.setdefault(passage["article_id"], []).append(place)
    starts = zip(labels["article_id"], labels["start"], strict=True)
    return np.array(
        [any(start in place for place in places.get(name, [])) for name, start in starts],
        dtype=bool,
    )


def _around(text: str, cues: pd.DataFrame) -> dict:
    start = max(int(cues["start"].min()) - _AROUND, 0)
    start = max(text.rfind("\n", 0, start), text.rfind(" ", 0, start)) + 1 if start else 0
    end = int(cues["end"].max()) + _AROUND
    judged = [
        [cue.start - start, cue.end - start, bool(cue.is_attribution)] for cue in cues.itertuples()
    ]
    return {"text": text[start:end], "judged_cues": judged}


def main(arguments: Sequence[str] | None = None) -> None:
    """Write the passages to a file."""
    parser = argparse.ArgumentParser(description="Write labelled passages with their texts.")
    parser.add_argument("gold", type=Path, help="folder of gold files")
    parser.add_argument("out", type=Path, help="file to write")
    options = parser.parse_args(arguments)
    options.out.parent.mkdir(parents=True, exist_ok=True)
    lines = [json.dumps(row, ensure_ascii=False) for row in labelled_passages(options.gold)]
    options.out.write_text("".join(f"{line}\n" for line in lines), encoding="utf8")


if __name__ == "__main__":
    main()
