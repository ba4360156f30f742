"""
Find where texts of other stories recall an event: "the fire in Tarrin that killed 14 last month".

In: a run, and the figures that state a number of the event. Out: which other figures may state it
too. "Four people died in Velmora in 2016" is a number of a like size, of another event: a recall
names what sets the event apart, comes after it, and gives no other year.
"""

import re
from collections import Counter
from collections.abc import Iterable

import pandas as pd

from analysis.core.calendar_words import lower_names
from analysis.core.run_tables import RunTables

__all__ = ["recalls_of"]

_NAME = re.compile(r"(?<![\w'’-])[A-Z][\w’'-]*[a-z][\w’'-]*")
_YEAR = re.compile(r"(?<![\d,.$€£-])(?:19|20)\d\d(?![\d%-]|[.,]\d)")
_NO_NAMES = lower_names()
_OWN_SHARE = 1 / 2  # of an event's articles, that have a name by which it is recalled
_OTHER_SHARE = 1 / 10  # of other articles, from which a name is of no one event
_FEW = 2  # other articles in which any name may be


def recalls_of(run: RunTables, own: pd.DataFrame) -> pd.Series:
    """
    Return which figures of other stories may recall an event.

    Parameters
    ----------
    run : RunTables
    own : DataFrame
        Figures of one quantity. Not changed.

    Returns
    -------
    Series of bool
        By row of ``run.figures``. A recall is in another story, from the event's first day on, in
        a sentence that has a name of the event and no year but the event's. Names that many other
        articles have ("Kyiv" in news of a war) recall nothing on their own.
    """
    articles = run.articles.set_index("article_id")
    figures = run.figures
    story = articles["story_id"].reindex(figures["article_id"]).to_numpy()
    own_articles = articles.loc[articles.index.isin(own["article_id"].tolist())]
    is_elsewhere = ~pd.Series(story, index=figures.index).isin(own_articles["story_id"].tolist())
    is_aside = figures["scope"].isin(["background", "other_event"])
    others = figures.loc[is_elsewhere & is_aside]
    in_story = articles["story_id"].isin(own_articles["story_id"].tolist())
    names = _names_of_event(own_articles["text"], articles.loc[~in_story, "text"])
    passages = _passages(run, others)
    days = articles["published"].reindex(others["article_id"]).to_numpy()
    years = set(own_articles["published"].dropna().dt.year)
    first = own_articles["published"].min()
    recalled = [
        _has_name(passage, names) and _has_no_other_year(passage, years) and not day < first
        for passage, day in zip(passages, days, strict=True)
    ]
    ids = set(others.loc[recalled, "figure_id"])
    return pd.Series(figures["figure_id"].isin(list(ids)))


def _names_of_event(own: pd.Series, others: pd.Series) -> set[str]:
    """Return the names that most texts of an event have, and few other texts."""
    every_text = pd.concat([own, others])
    own_names = [_names(text) for text in own]
    n_articles = Counter(name for names in own_names for name in names)
    frequent = [name for name, n in n_articles.items() if n >= _OWN_SHARE * len(own_names)]
    limit = max(_FEW, _OTHER_SHARE * len(others))
    found = set()
    for name in frequent:
        word = rf"\b{re.escape(name)}\b"
        is_word = every_text.str.contains(word).any()  # in lower case: "In", "Shells"
        if not is_word and others.str.contains(f"(?i){word}").sum() <= limit:
            found.add(name)
    return found


def _names(text: str) -> set[str]:
    """Return the words with a capital that are no days, in lower case."""
    return {name.lower().removesuffix("'s").removesuffix("’s") for name in _NAME.findall(text)} - (
        _NO_NAMES
    )


def _has_name(passage: str, names: set[str]) -> bool:
    return not names.isdisjoint(_names(passage))


def _has_no_other_year(passage: str, years: Iterable[int]) -> bool:
    return {int(year) for year in _YEAR.findall(passage)} <= set(years)


def _passages(run: RunTables, figures: pd.DataFrame) -> list[str]:
    """Return the sentence of each figure."""
    key = ["article_id", "sentence_id"]
    bounds = figures[key].merge(run.sentences[[*key, "start", "end"]], how="left", on=key)
    texts = run.articles.set_index("article_id")["text"].reindex(figures["article_id"])
    return [
        text[int(start) : int(end)]
        for text, start, end in zip(texts, bounds["start"], bounds["end"], strict=True)
    ]
