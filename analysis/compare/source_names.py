"""
Name the source of a figure as its article names it elsewhere: "the company" is "Corvane Motors".

In: figures and attributions. Out: the figures with the name of their source.
"""

import re

import pandas as pd

__all__ = ["with_source_names"]

_NO_NAME = frozenset("the a an its their his her mr mrs ms miss dr".split())


def with_source_names(figures: pd.DataFrame, attributions: pd.DataFrame | None) -> pd.DataFrame:
    """
    Add the name of each figure's source.

    Parameters
    ----------
    figures : DataFrame
        The ``figures`` table. Not changed.
    attributions : DataFrame or None
        The ``attributions`` table; None if there is none.

    Returns
    -------
    DataFrame
        With ``source_name``: the words of the source, or, where one word alone stands for it
        ("it", "the company", "Kranz"), the name that was resolved for the figure's attribution.
        Null without a source.
    """
    source = figures["source"]
    if attributions is None:
        return figures.assign(source_name=source)
    columns = (attributions[name] for name in ("attribution_id", "source_name"))
    name_of = dict(zip(*columns, strict=True))
    resolved = figures["attribution_id"].map(name_of.get)
    is_word = source.map(_is_one_word, na_action="ignore").fillna(False).astype(bool)
    return figures.assign(source_name=source.mask(is_word & resolved.notna(), resolved))


def _is_one_word(source: str) -> bool:
    words = [word for word in re.findall(r"\w+", source.lower()) if word not in _NO_NAME]
    return len(words) == 1
