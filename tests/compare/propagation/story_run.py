"""A run of one made-up story, with the figures that a test names."""

from dataclasses import dataclass

import pandas as pd

from analysis.core.tables import ATTRIBUTIONS, FIGURES, make


@dataclass(frozen=True)
class StoryRun:
    """The tables that ``RunTables`` asks for."""

    articles: pd.DataFrame
    figures: pd.DataFrame
    quantities: pd.DataFrame
    stories: pd.DataFrame
    sentences: pd.DataFrame
    attributions: pd.DataFrame

    def only_story(self, story):
        assert story == "s"
        return self


def story_run(*printed, doubtful=()):
    """
    Return a run from dicts: outlet, day, low, and columns of ``figures`` or ``url``.

    Quantities that are ``doubtful`` may be of two things.
    """
    articles, figures = {}, []
    for number, row in enumerate(printed):
        article = _article(row)
        articles.setdefault(article["article_id"], article)
        figures.append(_figure(f"f{number}", article["article_id"], row))
    table = pd.DataFrame(list(articles.values())).assign(
        published=lambda rows: pd.to_datetime(rows["published"])
    )
    names = dict.fromkeys(figure["quantity_id"] for figure in figures)
    quantities = pd.DataFrame({"quantity_id": list(names)})
    p = [0.5 if name in doubtful else None for name in names]
    sentences = table[["article_id"]].assign(sentence_id=0, start=0, end=20)
    return StoryRun(
        table,
        pd.DataFrame(figures, columns=list(FIGURES.columns)),
        quantities.assign(label=quantities["quantity_id"], part_of=None, unit_text=None, p=p),
        pd.DataFrame({"story_id": ["s"], "label": ["Harbour fire"]}),
        sentences,
        make([], ATTRIBUTIONS),
    )


def _article(row):
    return {
        "article_id": f"{row['outlet']}-{row['day']}{row.get('time', '')}",
        "outlet": row["outlet"],
        "published": row["day"],
        "published_time": row.get("time"),
        "story_id": "s",
        "event_id": "e",
        "text": "A fire in the harbour",
        "url": row.get("url"),
        "author": None,
        "duplicate_of": None,
        "update_of": None,
    }


def _figure(figure_id, article_id, row):
    figure = {
        "figure_id": figure_id,
        "article_id": article_id,
        "sentence_id": 0,
        "start": 0,
        "end": 1,
        "text": f"{row['low']}",
        "high": row["low"],
        "qualifier": "exact",
        "unit": "people",
        "outcome": "killed",
        "counted": "people",
        "group": "unspecified",
        "scope": "event",
        "quantity_id": "people killed",
        "mention": "counted",
        **row,
    }
    return {name: figure.get(name) for name in FIGURES.columns}
