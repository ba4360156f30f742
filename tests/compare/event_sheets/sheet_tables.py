"""The tables of a small run: articles of two outlets on one market, with the figures they state."""

import pandas as pd

from analysis.compare.event_sheets.rows import SheetTables
from analysis.core.tables import ARTICLES, EVENTS, FIGURES, QUANTITIES, SENTENCES, make

TEXTS = {
    "a1": "At least 29 civilians were killed in Tarnholt.\n\nSome 60 people were hurt, it said.",
    "b1": "Three fighters and 40 people were killed.",
}


def figure(article, number, low, high=None, **columns):
    """Return a row of ``figures``; its id is that of the article and the number."""
    start = TEXTS[article].index(number)
    high = low if high is None else high
    row = {
        "figure_id": f"{article}#{number}",
        "article_id": article,
        "sentence_id": TEXTS[article][:start].count("\n\n"),
        "start": start,
        "end": start + len(number),
        "text": number,
        "low": low,
        "high": high,
        "qualifier": "exact",
        "unit": "people",
        "mention": "numeral",
        "implicit": False,
        "outcome": "killed",
        "group": "unspecified",
        "scope": "event",
        "quantity_id": "q-killed",
        "p": 0.9,
    }
    return row | columns


DEFAULT_FIGURES = (
    figure(
        "a1", "29", 29.0, float("nan"), qualifier="at_least", group="civilians", agent="a shell"
    ),
    figure("a1", "60", 60.0, outcome="injured", quantity_id="q-injured", source="medics"),
    figure("b1", "Three", 3.0, group="fighters", quantity_id="q-fighters"),
    figure("b1", "40", 40.0),
)


def article(key, **columns):
    """Return a row of ``articles``."""
    row = {
        "article_id": key,
        "corpus": "made",
        "outlet": f"Daily {key[0].upper()}",
        "published": pd.Timestamp("2024-03-05"),
        "title": f"Title of {key}",
        "text": TEXTS[key],
        "event_id": "market",
        "story_id": "story",
        "n_words": 9,
    }
    return row | columns


def tables(figures=DEFAULT_FIGURES, **of_article):
    """Return the tables; ``of_article`` changes the first article."""
    articles = [article("a1", **of_article), article("b1")]
    sentences = []
    for key, text in TEXTS.items():
        start = 0
        for number, sentence in enumerate(text.split("\n\n")):
            end = start + len(sentence)
            sentences.append(
                {"article_id": key, "sentence_id": number, "start": start, "end": end}
                | {"in_title": False}
            )
            start = end + 2
    event = {"event_id": "market", "label": "Tarnholt, shelling", "place": "Tarnholt"}
    event |= {"n_articles": 2, "n_outlets": 2}
    quantities = []
    for key, n_outlets in (("q-killed", 2), ("q-injured", 1), ("q-fighters", 1)):
        quantities.append(
            {"quantity_id": key, "label": key[2:], "unit": "people", "n_outlets": n_outlets}
            | {"n_articles": n_outlets}
        )
    return SheetTables(
        make(list(figures), FIGURES),
        make(articles, ARTICLES),
        make(sentences, SENTENCES),
        make([event], EVENTS),
        make(quantities, QUANTITIES),
    )
