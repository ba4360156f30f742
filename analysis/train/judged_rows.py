"""
Read the rows of matrices that a person judged, with the statements of their cells as read today.

In: ``data/labels/invented_rows`` and its articles. Out: for each row the statements of its story,
the places of its cells among them, and whether they are of one thing.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd

from analysis.compare.quantities.statements import Statements, in_reading_order, statements_of
from analysis.core import paths
from analysis.core.figure_kinds import counted_figures
from analysis.train.quantity_examples import read_articles

__all__ = ["JUDGED", "JudgedRow", "corpus_of", "judged_rows", "labelled_articles"]

JUDGED = paths.DATA / "labels" / "invented_rows"
_STORIES = paths.DATA / "labels" / "invented_stories"
_SEVERAL = 2


@dataclass(frozen=True)
class JudgedRow:
    """
    A row of a matrix.

    Attributes
    ----------
    name, corpus : str
    statements : Statements
        All statements of its corpus.
    cells : array of int
        Rows of the statements that are its cells, two or more.
    is_whole : bool
        Whether every cell that was judged is read today.
    is_one : bool
        Whether all cells were read as printed and are of one thing.
    differ : bool
        Whether the page said that the numbers differ, or may.
    """

    name: str
    corpus: str
    statements: Statements
    cells: np.ndarray
    is_whole: bool
    is_one: bool
    differ: bool


def corpus_of(article_id: str) -> str:
    """Return the corpus of an article or row: "corpus_28" of "corpus_28-05"."""
    return article_id.rpartition("-")[0]


def labelled_articles(folder: Path = JUDGED) -> dict[str, list[dict]]:
    """
    Return the articles of each corpus with judged rows, as rows of a gold file.

    Parameters
    ----------
    folder : Path
        With ``rows.csv``, and articles that are not among ``invented_stories``.

    Returns
    -------
    dict of str to list of dict
        ``text`` begins with the title, as a run reads it; ``event`` is the story.
    """
    judged = set(pd.read_csv(folder / "rows.csv")["article_id"].map(corpus_of))
    files = [*sorted(folder.glob("*.jsonl")), *sorted(_STORIES.glob("*.jsonl"))]
    corpora = {}
    for file in files:
        if file.stem in judged:
            lines = file.read_text(encoding="utf8").splitlines()
            corpora[file.stem] = [_with_title(json.loads(line)) for line in lines]
    return corpora


def _with_title(row: Mapping) -> dict:
    story = row["story"] if "story" in row else row["event"]
    return {**row, "text": f"{row['title']}\n\n{row['text']}", "event": story}


def judged_rows(folder: Path = JUDGED) -> Iterator[JudgedRow]:
    """
    Yield the judged rows of which two cells or more are read today.

    Parameters
    ----------
    folder : Path
        As of ``labelled_articles``.

    Yields
    ------
    JudgedRow
    """
    table = pd.read_csv(folder / "rows.csv")
    cells = table.loc[table["role"].eq("cell")]
    by_corpus = dict(list(cells.groupby(cells["row"].map(corpus_of), sort=False)))
    for corpus, articles in labelled_articles(folder).items():
        statements = _statements(articles)
        places = _places(statements)
        for name, row in by_corpus[corpus].groupby("row", sort=False):
            found = [_place(places, cell) for cell in row.to_dict("records")]
            read = [place for place in found if place is not None]
            if len(read) >= _SEVERAL:
                judged = row.iloc[0]
                is_one = judged["thing"] == "one" and judged["cells"] != "misread"
                yield JudgedRow(
                    *(str(name), corpus, statements, np.array(read)),
                    is_whole=len(read) == len(found),
                    is_one=bool(is_one),
                    differ=bool(judged["mark"] != "="),
                )


def _statements(articles: Sequence[Mapping]) -> Statements:
    """Return the statements of a corpus, story after story."""
    table, sentences, figures = read_articles(articles)
    placed = in_reading_order(counted_figures(figures), table)
    placed = placed.sort_values("story_id", kind="stable", ignore_index=True)
    texts = dict(zip(table["article_id"], table["text"], strict=True))
    story_of = dict(zip(table["article_id"], table["story_id"], strict=True))
    return statements_of(placed, texts, sentences, story_of)


def _places(statements: Statements) -> dict[str, list[tuple[int, int, int]]]:
    """Return the numbers of each article: start, end and row."""
    found: dict[str, list[tuple[int, int, int]]] = {}
    columns = (statements.rows[name] for name in ("article_id", "start", "end"))
    for row, (article_id, start, end) in enumerate(zip(*columns, strict=True)):
        found.setdefault(article_id, []).append((int(start), int(end), row))
    return found


def _place(places: Mapping[str, Sequence[tuple[int, int, int]]], cell: Mapping) -> int | None:
    for start, end, row in places.get(cell["article_id"], ()):
        if start < cell["end"] and cell["start"] < end:
            return row
    return None
