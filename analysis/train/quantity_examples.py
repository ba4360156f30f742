"""
Make stories with statements whose quantities a person told, from gold files.

In: rows of a gold file, articles of an ``event`` with ``statements``. Out: a ``LabelledStory`` for
each event, twice: with the statements as a person marked them, and with the figures that the
project extracts from the same articles.
"""

from collections import defaultdict
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from analysis.annotate.sentences import split_sentences
from analysis.annotate.tagger_model import label_articles
from analysis.annotate.tokens import tag_tokens
from analysis.compare.quantities.statements import (
    Statements,
    in_reading_order,
    statements_of,
)
from analysis.core import tables
from analysis.core.figure_kinds import NAMED, counted_figures
from analysis.extract.attributions.extract import extract_attributions
from analysis.extract.figures.counted import noun_of
from analysis.extract.figures.extract import extract_figures

__all__ = ["LabelledStory", "labelled_stories", "marked_figures", "read_articles"]


@dataclass(frozen=True)
class LabelledStory:
    """
    Statements of one event whose quantities a person told.

    Attributes
    ----------
    event, file : str
        Event, and the gold file that it is of.
    is_extracted : bool
        Whether the statements are those that the project extracts, or as a person marked them.
    statements : Statements
    quantity : list of (str or None)
        Quantity of each statement; None for an extracted one that no person marked.
    key : list of (hashable or None)
        Mark of each statement, by article and number.
    missed : dict
        Mark and quantity of statements that were not extracted.
    """

    event: str
    file: str
    is_extracted: bool
    statements: Statements
    quantity: list[str | None]
    key: list[Hashable | None]
    missed: dict[Hashable, str]


def marked_figures(rows: Sequence[Mapping], sentences: pd.DataFrame) -> pd.DataFrame:
    """
    Return the statements that a person marked, as rows of ``figures``.

    Parameters
    ----------
    rows : sequence of dict
        Rows of a gold file.
    sentences : DataFrame
        The ``sentences`` table of their texts.

    Returns
    -------
    DataFrame
        The columns of ``figures`` that are compared. Of people who are no casualties the unit is
        "things", as in the table; ``scope``, ``part_of`` and ``agent``
        are null.
    """
    found = []
    starts = {key: group for key, group in sentences.groupby("article_id")}
    for row in rows:
        own = starts[row["article_id"]]
        for number, label in enumerate(row["statements"]):
            place = int(np.searchsorted(own["start"], label["start"], side="right")) - 1
            no_casualty = label["unit"] == "people" and label["outcome"] is None
            found.append(
                {
                    **{name: label[name] for name in _SHARED},
                    "figure_id": f"{row['article_id']}#{number}",
                    "article_id": row["article_id"],
                    "sentence_id": int(own["sentence_id"].iloc[max(place, 0)]),
                    "text": label["number_text"],
                    "unit": "things" if no_casualty else label["unit"],
                    "currency": None,
                    "noun": noun_of(label["counted"]),
                    "implicit": label["mention"] == "indefinite",
                    "scope": None,
                    "part_of": None,
                    "agent": None,
                }
            )
    frame = pd.DataFrame(found)
    return frame.astype({"low": float, "high": float})


_SHARED = (
    "start",
    "end",
    "low",
    "high",
    "qualifier",
    "unit_text",
    "whose",
    "change",
    "mention",
    "outcome",
    "counted",
    "group",
    "source",
)


def labelled_stories(rows: Sequence[Mapping], file: str) -> list[LabelledStory]:
    """
    Return the stories of a gold file, as marked and as extracted.

    Parameters
    ----------
    rows : sequence of dict
        Rows of the file.
    file : str
        Its name.

    Returns
    -------
    list of LabelledStory
    """
    articles, sentences, extracted = read_articles(rows)
    marked = marked_figures(rows, sentences)
    stories = []
    for is_extracted, figures in ((False, marked), (True, extracted)):
        keys = _matches(figures, rows)
        placed = in_reading_order(counted_figures(figures), articles)
        for name, own in placed.groupby("story_id"):
            of_event = [row for row in rows if row["event"] == name]
            texts = {row["article_id"]: row["text"] for row in of_event}
            statements = statements_of(own, texts, sentences[sentences["article_id"].isin(texts)])
            key = [keys.get(figure_id) for figure_id in statements.rows["figure_id"]]
            stories.append(_labelled(str(name), file, is_extracted, statements, key, of_event))
    return stories


def read_articles(rows: Sequence[Mapping]) -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]:
    """
    Read labelled articles as a run does.

    Parameters
    ----------
    rows : sequence of dict
        Rows of a gold file, each with ``article_id``, ``text`` and ``event``.

    Returns
    -------
    articles, sentences, figures : DataFrame
        The tables of those names; ``story_id`` of an article is its event.
    """
    articles = tables.make([_article(row) for row in rows], tables.ARTICLES)
    output = label_articles(articles)
    sentences = split_sentences(articles)
    tokens = tag_tokens(articles, sentences)
    found = extract_attributions(articles, sentences, output.spans, output.links, tokens)
    figures = extract_figures(articles, sentences, *output, *found, tokens)
    event = {row["article_id"]: row["event"] for row in rows}
    return articles.assign(story_id=articles["article_id"].map(event)), sentences, figures


def _labelled(
    event: str,
    file: str,
    is_extracted: bool,
    statements: Statements,
    key: list[Hashable | None],
    rows: Sequence[Mapping],
) -> LabelledStory:
    quantity = {
        (row["article_id"], number): label["quantity"]
        for row in rows
        for number, label in enumerate(row["statements"])
        if label["mention"] != NAMED
    }
    of_each = [quantity.get(mark) for mark in key]
    missed = {mark: told for mark, told in quantity.items() if mark not in key}
    return LabelledStory(event, file, is_extracted, statements, of_each, key, missed)


def _matches(figures: pd.DataFrame, rows: Sequence[Mapping]) -> dict[str, tuple[str, int]]:
    """Return the mark of each figure of which a person marked the same words and value."""
    figures = figures.astype(object).where(figures.notna(), None)
    by_article = defaultdict(list)
    for figure in counted_figures(figures).to_dict("records"):
        by_article[figure["article_id"]].append(figure)
    found = {}
    for row in rows:
        for number, label in enumerate(row["statements"]):
            if label["mention"] == NAMED:
                continue
            for figure in by_article[row["article_id"]]:
                is_free = figure["figure_id"] not in found
                overlaps = figure["start"] < label["end"] and label["start"] < figure["end"]
                is_equal = (figure["low"], figure["high"]) == (label["low"], label["high"])
                if is_free and overlaps and is_equal:
                    found[figure["figure_id"]] = (row["article_id"], number)
                    break
    return found


def _article(row: Mapping) -> dict[str, object]:
    """Return the columns of an article from a gold row."""
    given = {name: row.get(name) for name in ("article_id", "outlet", "title", "text")}
    day = pd.to_datetime(row.get("published"), errors="coerce")
    return {
        **dict.fromkeys(tables.ARTICLES.columns),
        **given,
        "corpus": "gold",
        "published": day,
        "n_words": len(row["text"].split()),
    }
