"""
Count on how many origins a number rests.

In: the figures of one quantity with their articles and sources. Out: the number of groups of
outlets that do not rest on each other, as far as their texts say. Outlets that name one source,
print one agency's text, or print versions of one text are one witness, however many they are.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import combinations, product

import pandas as pd

from analysis.compare.reports import same_source
from analysis.core.agencies import agency_of

__all__ = ["count_origins", "origins_of"]

_ARTICLES = ("the", "a", "an")
_ANYONE = frozenset(
    "activist activists aide aides analyst analysts commander commanders diplomat diplomats "
    "doctor doctors economist economists employee employees executive executives expert experts "
    "family fighter fighters insider insiders leader leaders local locals medic medics "
    "ministers neighbor neighbors neighbour neighbours observer observers officer officers "
    "official officials people person relative relatives report reports rescuer rescuers "
    "researcher researchers resident residents scientist scientists soldier soldiers source "
    "sources spokesman spokesperson spokespersons spokeswoman statement survivor survivors "
    "trader traders villager villagers witness witnesses worker workers".split()
)
# with these, they still name no one
_OF_ANYONE = frozenset(
    "anonymous another both by company enforcement eye federal few five for former four from "
    "government health hospital in industry intelligence law local many media medical military "
    "multiple of on one opposition other police provincial rebel regional rescue s security "
    "senior several six some state ten three top two u unidentified unnamed us who with".split()
)


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
        names no source, or only "officials", has a number of its own: it may rest on another
        without saying so, so the count of numbers is the most there can be.
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
    """
    Yield pairs of outlets that name one source.

    Persons without a name ("officials", "two local residents") are never one source, and a single
    word ("Smith", "police") joins no two longer names that differ ("Ada Smith", "Leo Smith").
    """
    named = known.dropna(subset=["source"]).drop_duplicates(["outlet", "source"])
    named = named.loc[[not _is_anyone(source) for source in named["source"]]]
    outlets_of = named.groupby("source", sort=False)["outlet"].agg(list)
    same: dict[str, set[str]] = {source: {source} for source in outlets_of.index}
    for source, other in combinations(same, 2):
        if same_source(source, other):
            same[source].add(other)
            same[other].add(source)
    for source, others in same.items():
        is_clear = len(_words(source)) > 1 or _all_same(others)
        for other in others if is_clear else {source}:
            if len(_words(other)) == 1 and not _all_same(same[other]):
                continue
            for pair in product(outlets_of[source], outlets_of[other]):
                if pair[0] != pair[1]:
                    yield pair


def _all_same(sources: Iterable[str]) -> bool:
    return all(same_source(one, other) for one, other in combinations(sources, 2))


def _words(source: str) -> list[str]:
    """Return the words of a source without articles, in lower case."""
    return [word for word in re.findall(r"\w+", source.lower()) if word not in _ARTICLES]


def _is_anyone(source: str) -> bool:
    """Return whether words for a source may stand for other persons in every text."""
    words = _words(source)
    return any(word in _ANYONE for word in words) and all(
        word in _ANYONE or word in _OF_ANYONE or word.isdigit() for word in words
    )


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
