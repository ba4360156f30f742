"""
Lay out on one line of time all that outlets printed about an event.

In: tables of one event's articles. Out: one row a mark, each leading to its sentence. Nothing is counted or judged.
"""

import pandas as pd

__all__ = ["event_marks"]

_COLUMNS = ("article_id", "sentence_id", "start", "end", "kind", "words")


def event_marks(articles, figures, attributions, attribution_spans, agency, names):
    """
    Gather figures, sources, blame and naming choices, with their days.

    Parameters
    ----------
    articles, figures, attributions, attribution_spans, agency, names : DataFrame
        The tables of those names, of one event. Not changed.

    Returns
    -------
    DataFrame
        ``article_id``, ``sentence_id``, ``start``, ``end``, ``kind`` (figure: of people; source; blame: a clause of
        harm that names a doer; naming), ``words``, ``outlet``, ``published``; by day and place in the text. A source
        is where its words stand, or its content where it has none.
    """
    people = figures[figures["outcome"].notna()]
    blame = agency[agency["agent"].notna()]
    parts = [
        people.assign(kind="figure", words=people["text"]),
        _sources(attributions, attribution_spans),
        blame.assign(kind="blame", words=blame["agent"] + ": " + blame["predicate"]),
        names.assign(kind="naming", words=names["text"]),
    ]
    whole = pd.concat(
        [part[list(_COLUMNS)] for part in parts if len(part)]
        or [pd.DataFrame(columns=list(_COLUMNS))]
    )
    facts = articles[["article_id", "outlet", "published"]]
    marks = whole.merge(facts, on="article_id", how="left", validate="many_to_one")
    return marks.sort_values(["published", "article_id", "start"], kind="stable", ignore_index=True)


def _sources(attributions, attribution_spans):
    order = attribution_spans["role"].map({"source": 0, "content": 1, "cue": 2})
    first = attribution_spans.assign(order=order).sort_values(["attribution_id", "order", "start"])
    first = first.drop_duplicates("attribution_id")[["attribution_id", "start", "end"]]
    words = attributions["source_name"].fillna(attributions["source"]).fillna("nobody named")
    return attributions.assign(kind="source", words=words).merge(
        first, on="attribution_id", validate="one_to_one"
    )
