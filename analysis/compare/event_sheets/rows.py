"""
Choose the figures of event sheets, and say where each comes from.

In: ``figures``, ``articles``, ``sentences``, ``events`` and ``quantities``. Out: ``EVENT_SHEET``,
one row for each event, outcome and document. A figure is what a document reports.
"""

from typing import NamedTuple

import pandas as pd

from analysis.compare.headline_figures import headline_figures
from analysis.compare.number_words import number_in_words
from analysis.core.figure_kinds import event_figures
from analysis.core.tables import EVENT_SHEET, make

__all__ = ["SheetTables", "event_rows"]

_UNITS = ("people", "bodies")
_OF_FIGURES = (
    *("figure_id", "quantity_id", "article_id", "low", "high", "qualifier", "unit", "outcome"),
    *("group", "counted", "source", "agent", "p"),
)
_OF_ARTICLES = ("event_id", "story_id", "duplicate_of", "title", "outlet", "published", "url")


class SheetTables(NamedTuple):
    """The tables of a run that event sheets are made from."""

    figures: pd.DataFrame
    articles: pd.DataFrame
    sentences: pd.DataFrame
    events: pd.DataFrame
    quantities: pd.DataFrame


def event_rows(tables: SheetTables) -> pd.DataFrame:
    """
    Return one row for each event, outcome and document.

    Parameters
    ----------
    tables : SheetTables
        Not changed.

    Returns
    -------
    DataFrame
        The ``EVENT_SHEET`` table, by event, outcome, day and outlet. The figure is one that its
        outlet put forward on its day, see ``analysis.compare.headline_figures``; never one of a
        part, a background or another event, nor a named person. Where a document puts forward
        several, it is that of the quantity which most outlets state. Articles without an event
        have no row.
    """
    figures = headline_figures(tables.figures, tables.articles)
    figures = event_figures(figures.loc[figures["is_headline"]])
    figures = figures.loc[figures["unit"].isin(_UNITS) & figures["outcome"].notna()]
    columns = ["article_id", "duplicate_of", "title", "url", "text"]
    context = tables.articles.loc[:, columns].rename(columns={"text": "article_text"})
    rows = figures.merge(context, on="article_id", validate="many_to_one")
    rows = rows.dropna(subset=["event_id"])
    rows = _with_quantities(rows, tables.quantities)
    rows = _one_a_document(rows)
    rows = _with_events(rows, tables.events)
    rows["sentence"] = _sentences(rows, tables.sentences)
    rows["number"] = [number_in_words(row) for row in rows.to_dict("records")]
    rows = rows.sort_values(
        ["event_first", "event_id", "outcome", "published", "outlet", "figure_id"], kind="stable"
    )
    made_here = ("event", "place", "quantity", "sentence", "number")
    sheet = rows.loc[:, [*_OF_FIGURES, *_OF_ARTICLES, *made_here]]
    return make(sheet.add_prefix("parallax_"), EVENT_SHEET)


def _with_quantities(rows: pd.DataFrame, quantities: pd.DataFrame) -> pd.DataFrame:
    """Add the label of the quantity, and how many outlets and articles state it."""
    facts = quantities.loc[:, ["quantity_id", "label", "n_outlets", "n_articles"]]
    facts = facts.rename(columns={"label": "quantity"})
    return rows.merge(facts, on="quantity_id", how="left", validate="many_to_one")


def _one_a_document(rows: pd.DataFrame) -> pd.DataFrame:
    """Keep one figure for each event, outcome and document."""
    order = ["n_outlets", "n_articles", "sentence_id", "start"]
    ranked = rows.sort_values(order, ascending=[False, False, True, True], kind="stable")
    return ranked.drop_duplicates(["event_id", "outcome", "article_id"])


def _with_events(rows: pd.DataFrame, events: pd.DataFrame) -> pd.DataFrame:
    """Add label, place and first day of the event."""
    facts = events.loc[:, ["event_id", "label", "place", "first"]]
    facts = facts.rename(columns={"label": "event", "first": "event_first"})
    return rows.merge(facts, on="event_id", how="left", validate="many_to_one")


def _sentences(rows: pd.DataFrame, sentences: pd.DataFrame) -> list[str]:
    """Return the sentence of each figure, in one line."""
    bounds = rows[["article_id", "sentence_id"]].merge(
        sentences[["article_id", "sentence_id", "start", "end"]],
        on=["article_id", "sentence_id"],
        how="left",
        validate="many_to_one",
    )
    texts = []
    for text, start, end in zip(rows["article_text"], bounds["start"], bounds["end"], strict=True):
        texts.append(" ".join(text[int(start) : int(end)].split()))
    return texts
