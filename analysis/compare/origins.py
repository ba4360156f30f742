"""
Count on how many origins a number rests.

In: the figures of one quantity with their articles and sources. Out: the number of groups of
outlets that do not rest on each other, as far as their texts say. Outlets that name one source,
print one agency's text, or print versions of one text are one witness, however many they are.
"""

from collections.abc import Iterator
from itertools import combinations

import pandas as pd

from analysis.compare.reports import same_source
from analysis.core.agencies import agency_of

__all__ = ["count_origins", "origins_of"]


def origins_of(stated: pd.DataFrame, articles: pd.DataFrame) -> pd.Series:
    """
    Number the origins of the outlets that state a quantity.

    Parameters
    ----------
    stated : DataFrame
        Figures of one quantity: ``article_id``, ``outlet``, ``source`` (null: none is named). Rows
        without an outlet are left out. Not changed.
    articles : DataFrame
        The ``articles`` table of the whole corpus. Not changed.

    Returns
    -------
    Series of int
        By outlet. Outlets of one number share a named source, an agency or a text. An outlet that
        names no source has a number of its own: it may rest on another without saying so, so the
        count of numbers is the most there can be.
    """
    known = stated.dropna(subset=["outlet"])
    outlets = list(dict.fromkeys(known["outlet"]))
    head = {outlet: outlet for outlet in outlets}

    def first_of(outlet: str) -> str:
        while head[outlet] != outlet:
            outlet = head[outlet]
        return outlet

    for one, other in (*_by_source(known), *_by_text(known, articles)):
        earlier, later = sorted((first_of(one), first_of(other)), key=outlets.index)
        head[later] = earlier
    numbers, _ = pd.factorize(pd.Series([first_of(outlet) for outlet in outlets], dtype="str"))
    return pd.Series(numbers, index=pd.Index(outlets, name="outlet", dtype="str"))


def count_origins(stated: pd.DataFrame, articles: pd.DataFrame) -> int:
    """
    Return the most independent origins that a quantity can have.

    Parameters
    ----------
    stated, articles : DataFrame
        As for ``origins_of``.

    Returns
    -------
    int
        0 without outlets.
    """
    return origins_of(stated, articles).nunique()


def _by_source(known: pd.DataFrame) -> Iterator[tuple[str, str]]:
    """Yield pairs of outlets that name one source."""
    named = known.dropna(subset=["source"]).drop_duplicates(["outlet", "source"])
    rows = list(zip(named["outlet"], named["source"], strict=True))
    for (outlet, source), (other, other_source) in combinations(rows, 2):
        if outlet != other and same_source(source, other_source):
            yield outlet, other


def _by_text(known: pd.DataFrame, articles: pd.DataFrame) -> Iterator[tuple[str, str]]:
    """Yield pairs of outlets that print one agency's text, or versions of one text."""
    ids = known["article_id"].tolist()
    own = articles.loc[articles["article_id"].isin(ids)]
    original_of = _original_of(articles)
    outlet_of: dict[str, str] = {}
    columns = (own[name] for name in ("article_id", "outlet", "text", "author"))
    for article_id, outlet, text, author in zip(*columns, strict=True):
        agency = agency_of(text, author if isinstance(author, str) else None)
        marks = ["text " + _earliest(article_id, original_of)]
        if agency is not None:
            marks.append("agency " + agency)
        for mark in marks:
            first = outlet_of.setdefault(mark, outlet)
            if first != outlet:
                yield first, outlet


def _original_of(articles: pd.DataFrame) -> dict[str, str]:
    """Return the version before each copy or update."""
    original = articles["duplicate_of"].fillna(articles["update_of"])
    is_version = original.notna()
    return dict(zip(articles["article_id"][is_version], original[is_version], strict=True))


def _earliest(article_id: str, original_of: dict[str, str]) -> str:
    """Return the text that a chain of copies and updates begins with."""
    seen: set[str] = set()
    while article_id in original_of and article_id not in seen:
        seen.add(article_id)
        article_id = original_of[article_id]
    return article_id
