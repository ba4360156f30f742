"""
Choose, of all the statements of a quantity, the one that an outlet put forward on a day.

In: figures with ``quantity_id``, and articles. Out: the figures with ``is_headline`` and the reason
for which the others are set aside. Every notebook that shows one number an outlet and day shows
these, so that no two of them differ.
"""

import re

import pandas as pd

from analysis.core.figure_kinds import counted_figures

__all__ = ["CHOICE", "LEAD_SENTENCES", "headline_figures"]

LEAD_SENTENCES = 6
"""Sentences of an article, with its headline, that state what it reports."""

CHOICE = (
    "One figure an outlet and day stands for a quantity: of the event rather than a part or a "
    "background, from headline or lead rather than later, the newest where the text tells an "
    "earlier one, a number rather than a vague word. All others are faint."
)
"""The choice in words, for the note of a notebook."""

# "rose from 27", "up from 27", "earlier put at 27", "a previous toll of 27"
_OLDER = re.compile(
    r"\b(?:from|earlier|previous(?:ly)?|initially|at\s+first|originally|revised\s+(?:down|up)\s+"
    r"from|instead\s+of|not|rather\s+than|compared\s+(?:to|with))\b[^.;]{0,25}$",
    re.IGNORECASE,
)
_BEFORE = 45  # characters read before a number
_SET_ASIDE = ("background", "other_event")


def headline_figures(figures: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """
    Mark the figure that each outlet put forward for each quantity and day.

    Parameters
    ----------
    figures : DataFrame
        The ``figures`` table with ``quantity_id``. Not changed.
    articles : DataFrame
        The ``articles`` table of at least these figures. Not changed.

    Returns
    -------
    DataFrame
        The figures in a quantity, in the order of the table, with ``outlet``, ``published``,
        ``story_id``, ``is_headline`` (one for each quantity, outlet and day; an article without an
        outlet stands alone) and ``set_aside``: why not, in words; null for headline figures.
        Figures of a background or of another event are never headline figures. Named persons are
        not among the rows.
    """
    columns = ["article_id", "outlet", "published", "story_id", "text"]
    context = articles.loc[:, columns].rename(columns={"text": "article_text"})
    stated = counted_figures(figures).dropna(subset=["quantity_id"])
    stated = stated.merge(context, on="article_id", how="left", validate="many_to_one")
    ranked = _ranked(stated)
    group = [
        "quantity_id",
        ranked["outlet"].fillna(ranked["article_id"]),
        ranked["published"].astype("str").fillna(ranked["article_id"]),
    ]
    is_first = ~ranked.groupby(group).cumcount().astype(bool)
    is_usable = ~ranked["scope"].isin(_SET_ASIDE)
    is_headline = (is_first & is_usable).reindex(stated.index)
    reasons = [
        _reason(row.scope, row.is_older, row.sentence_id) if not chosen else None
        for row, chosen in zip(ranked.loc[stated.index].itertuples(), is_headline, strict=True)
    ]
    set_aside = pd.Series(reasons, index=stated.index, dtype="str")
    marked = stated.assign(is_headline=is_headline.astype(bool), set_aside=set_aside)
    return marked.drop(columns="article_text")


def _ranked(stated: pd.DataFrame) -> pd.DataFrame:
    """Return the figures with those that an outlet puts forward first."""
    before = [
        text[max(0, start - _BEFORE) : start]
        for text, start in zip(stated["article_text"], stated["start"], strict=True)
    ]
    keys = stated.assign(
        is_older=[_OLDER.search(words) is not None for words in before],
        is_aside=stated["scope"].isin(_SET_ASIDE),
        is_part=stated["scope"].eq("part") | stated["part_of"].notna(),
        is_body=stated["sentence_id"] >= LEAD_SENTENCES,
        is_vague=stated["qualifier"].eq("vague"),
    )
    order = ["is_aside", "is_part", "is_older", "is_body", "is_vague", "sentence_id", "article_id"]
    return keys.sort_values([*order, "start"], kind="stable")


def _reason(scope: str | None, is_older: bool, sentence_id: int) -> str:
    """Return why a figure is not the one that an outlet put forward."""
    if scope in _SET_ASIDE:
        return {"background": "a background", "other_event": "another event"}[scope]
    if is_older:
        return "an earlier number"
    return "said again" if sentence_id < LEAD_SENTENCES else "later in the text"
