"""
Arrange on one timeline what outlets printed about an event.

In: the tables of one event's articles. Out: one row per item, with its place in the text. Nothing
is counted or compared.
"""

import pandas as pd

from analysis.core.figure_kinds import counted_figures, named_persons
from analysis.core.moments import in_order

__all__ = ["event_timeline"]

_COLUMNS = ["article_id", "sentence_id", "start", "end", "kind", "words"]
# the span that locates an attribution: the first of these that it has
_ROLE_ORDER = {"source": 0, "content": 1, "cue": 2}


def event_timeline(
    articles: pd.DataFrame,
    figures: pd.DataFrame,
    attributions: pd.DataFrame,
    attribution_spans: pd.DataFrame,
    agency: pd.DataFrame,
    names: pd.DataFrame,
) -> pd.DataFrame:
    """
    Collect figures, sources, blame and naming choices, with their days.

    Parameters
    ----------
    articles, figures, attributions, attribution_spans, agency, names : DataFrame
        The tables of those names, of one event. Not changed.

    Returns
    -------
    DataFrame
        ``article_id``, ``sentence_id``, ``start``, ``end``, ``kind`` (figure: of people; named
        victim; source; blame: a clause of harm that names an agent; naming), ``words``, ``outlet``,
        ``published``; sorted by day, time, article and place in the text. A source is located by
        its words, or by its content if it has none.
    """
    counted = counted_figures(figures)
    people = counted.loc[counted["outcome"].notna()]
    named = named_persons(figures)
    blame = agency.loc[agency["agent"].notna()]
    items = [
        people.assign(kind="figure", words=people["text"]),
        named.assign(kind="named victim", words=named["text"]),
        _sources(attributions, attribution_spans),
        blame.assign(kind="blame", words=blame["agent"] + ": " + blame["predicate"]),
        names.assign(kind="naming", words=names["text"]),
    ]
    filled = [table[_COLUMNS] for table in items if len(table)]
    timeline = pd.concat(filled) if filled else pd.DataFrame(columns=_COLUMNS)
    when = ["published", "published_time", "published_zone"]
    context = articles.reindex(columns=["article_id", "outlet", *when])
    timeline = timeline.merge(context, on="article_id", how="left", validate="many_to_one")
    timeline = in_order(timeline, "article_id", "start").reset_index(drop=True)
    return timeline.drop(columns=when[1:])


def _sources(attributions: pd.DataFrame, attribution_spans: pd.DataFrame) -> pd.DataFrame:
    """Return the attributions with the name of their source, and the span that locates it."""
    order = [_ROLE_ORDER.get(role) for role in attribution_spans["role"]]
    spans = attribution_spans.assign(order=order)
    spans = spans.sort_values(["attribution_id", "order", "start"])
    spans = spans.drop_duplicates("attribution_id")[["attribution_id", "start", "end"]]
    words = attributions["source_name"].fillna(attributions["source"]).fillna("nobody named")
    sources = attributions.assign(kind="source", words=words)
    return sources.merge(spans, on="attribution_id", validate="one_to_one")
