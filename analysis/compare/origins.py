"""
Count on how many origins a number rests.

In: the figures of one quantity with their articles and sources. Out: the number of groups of
outlets that do not rest on each other, as far as their texts say. Outlets that name one source,
print one agency's text, or print versions of one text are one witness, however many they are.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import combinations, product
from typing import NamedTuple

import pandas as pd

from analysis.compare.reports import same_source
from analysis.core.agencies import agency_of

__all__ = ["Statement", "TextOrigins", "count_origins", "origins_of"]

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


class Statement(NamedTuple):
    """What an article states: the article, its outlet, and the source (None: none is named)."""

    article_id: str
    outlet: str
    source: str | None


class TextOrigins:
    """
    Which texts are of one agency, or versions of each other. Made once for many quantities.

    Parameters
    ----------
    articles : DataFrame
        The ``articles`` table of the whole corpus. Not changed.
    """

    def __init__(self, articles: pd.DataFrame) -> None:
        self._original_of = _original_of(articles)
        columns = (articles[name] for name in ("article_id", "text", "author"))
        self._texts = {article_id: rest for article_id, *rest in zip(*columns, strict=True)}

    def count(self, statements: Sequence[Statement]) -> int:
        """Return the most independent origins that the statements of a quantity can have."""
        return len(set(self.head_of(statements).values()))

    def head_of(self, statements: Sequence[Statement]) -> dict[str, str]:
        """Return for each outlet, in order, the first outlet with which it shares an origin."""
        outlets = list(dict.fromkeys(statement.outlet for statement in statements))
        head = {outlet: outlet for outlet in outlets}

        def first_of(outlet: str) -> str:
            while head[outlet] != outlet:
                outlet = head[outlet]
            return outlet

        for one, other in (*_by_source(statements), *self._by_text(statements)):
            earlier, later = sorted((first_of(one), first_of(other)), key=outlets.index)
            head[later] = earlier
        return {outlet: first_of(outlet) for outlet in outlets}

    def _by_text(self, statements: Sequence[Statement]) -> Iterator[tuple[str, str]]:
        """Yield pairs of outlets that print one agency's text, or versions of one text."""
        outlet_of: dict[str, str] = {}
        for article_id, outlet in dict.fromkeys((row[0], row[1]) for row in statements):
            for mark in self._marks(article_id):
                first = outlet_of.setdefault(mark, outlet)
                if first != outlet:
                    yield first, outlet

    def _marks(self, article_id: str) -> list[str]:
        """Return what the text of an article shares with texts of the same origin."""
        if article_id not in self._texts:
            return []
        text, author = self._texts[article_id]
        marks = ["text " + _earliest(article_id, self._original_of)]
        agency = agency_of(text, author if isinstance(author, str) else None)
        if agency is not None:
            marks.append("agency " + agency)
        return marks


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
    head_of = TextOrigins(articles).head_of(_statements(stated))
    numbers, _ = pd.factorize(pd.Series(list(head_of.values()), dtype="str"))
    return pd.Series(numbers, index=pd.Index(list(head_of), name="outlet", dtype="str"))


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
    return TextOrigins(articles).count(_statements(stated))


def _statements(stated: pd.DataFrame) -> list[Statement]:
    """Return the rows of a table that have an outlet."""
    columns = (stated[name] for name in Statement._fields)
    return [
        Statement(article_id, outlet, source if isinstance(source, str) else None)
        for article_id, outlet, source in zip(*columns, strict=True)
        if isinstance(outlet, str)
    ]


def _by_source(statements: Sequence[Statement]) -> Iterator[tuple[str, str]]:
    """
    Yield pairs of outlets that name one source.

    Persons without a name ("officials", "two local residents") are never one source, and a single
    word ("Smith", "police") joins no two longer names that differ ("Ada Smith", "Leo Smith").
    """
    outlets_of: dict[str, list[str]] = {}
    for outlet, source in dict.fromkeys((row.outlet, row.source) for row in statements):
        if source is not None and not _is_anyone(source):
            outlets_of.setdefault(source, []).append(outlet)
    same: dict[str, set[str]] = {source: {source} for source in outlets_of}
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


@lru_cache(maxsize=10_000)  # a source is named for many quantities
def _is_anyone(source: str) -> bool:
    """Return whether words for a source may stand for other persons in every text."""
    words = _words(source)
    return any(word in _ANYONE for word in words) and all(
        word in _ANYONE or word in _OF_ANYONE or word.isdigit() for word in words
    )


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
