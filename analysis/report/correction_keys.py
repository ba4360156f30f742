"""
The key of each figure and attribution, as a file of corrections names it.

In: the tables of a run. Out: keys by id, for the buttons of the article pages.
"""

from collections.abc import Mapping

import pandas as pd

from analysis.corrections.places import place_keys, spans_of

__all__ = ["correction_keys"]

_ID = {"figures": "figure_id", "attributions": "attribution_id"}


def correction_keys(tables: Mapping[str, pd.DataFrame]) -> dict[str, str]:
    """
    Return the keys of all figures and attributions.

    Parameters
    ----------
    tables : mapping of str to DataFrame
        ``articles``, ``figures``, ``attributions`` and ``attribution_spans``. Not changed.

    Returns
    -------
    dict of str to str
        Identifier to key. An attribution without a content has none.
    """
    articles = tables["articles"]
    texts = dict(zip(articles["article_id"], articles["text"], strict=True))
    keys: dict[str, str] = {}
    for name, identifier in _ID.items():
        spans = spans_of(name, tables)
        known = spans.dropna(subset=["start", "end"]).astype({"start": int, "end": int})
        ids = tables[name].loc[known.index, identifier]
        keys |= dict(zip(ids, place_keys(known, texts), strict=True))
    return keys
