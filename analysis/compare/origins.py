"""
Count on how many origins a number rests.

In: the figures of one quantity with their articles and sources. Out: the number of outlets that do
not rest on each other, as far as their texts say. Outlets that name one source only, print one
agency's text, or print versions of one text are one witness, however many they are; outlets that
name several sources are as many as can each have another one.
"""

import re
from collections.abc import Hashable, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import combinations
from typing import NamedTuple

import numpy as np
import pandas as pd
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import maximum_bipartite_matching

from analysis.compare.credited_outlets import credited_outlets
from analysis.compare.documents import names_no_body
from analysis.compare.reports import same_source
from analysis.core.agencies import agency_of
from analysis.core.plain_values import text_or_none

__all__ = ["Statement", "TextOrigins", "count_origins", "most_independent", "names_of_one_source"]

_NO_NAME = frozenset("the a an its mr mrs ms miss mx dr".split())
_ANYONE = frozenset(
    "activist activists aide aides analyst analysts commander commanders diplomat diplomats "
    "doctor doctors economist economists employee employees executive executives expert experts "
    "family fighter fighters insider insiders leader leaders local locals medic medics "
    "ministers neighbor neighbors neighbour neighbours observer observers officer officers "
    "official officials people person relative relatives report reports rescuer rescuers "
    "researcher researchers resident residents scientist scientists soldier soldiers source "
    "sources spokesman spokesperson spokespersons spokeswoman statement survivor survivors "
    "trader traders villager villagers witness witnesses worker workers "
    "he she it they we".split()
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
    Which texts are of one agency or outlet, or versions of each other. Made once for many.

    Parameters
    ----------
    articles : DataFrame
        The ``articles`` table of the whole corpus. Not changed.
    """

    def __init__(self, articles: pd.DataFrame) -> None:
        self._original_of = _original_of(articles)
        self._credited = credited_outlets(articles)
        columns = (articles[name] for name in ("article_id", "text", "author"))
        self._texts = {article_id: rest for article_id, *rest in zip(*columns, strict=True)}

    def count(self, statements: Sequence[Statement]) -> int:
        """Return the most independent origins that a quantity can have; see ``count_origins``."""
        outlets = dict.fromkeys(statement.outlet for statement in statements)
        witness_of = _joined(outlets, self._by_text(statements))
        source_of = names_of_one_source(row.source for row in statements if row.source is not None)
        named = {row.outlet for row in statements if row.source is not None}
        rests_on = set()
        for row in statements:
            witness = witness_of[row.outlet]
            if row.source in source_of:
                rests_on.add((witness, "source " + source_of[row.source]))
            elif row.source is not None or row.outlet not in named:
                rests_on.add((witness, "own " + witness))
        return most_independent(rests_on)

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
        agency = agency_of(text, text_or_none(author))
        if agency is not None:
            marks.append("agency " + agency)
        return marks + ["outlet " + name for name in self._credited.get(article_id, ())]


def count_origins(stated: pd.DataFrame, articles: pd.DataFrame) -> int:
    """
    Return the most independent origins that a quantity can have.

    Parameters
    ----------
    stated : DataFrame
        Figures of one quantity: ``article_id``, ``outlet``, ``source`` (null: none is named). Rows
        without an outlet are left out. Not changed.
    articles : DataFrame
        The ``articles`` table of the whole corpus. Not changed.

    Returns
    -------
    int
        0 without outlets, and never more than outlets. Outlets of one text or agency are one
        witness. Of other outlets, as many are independent as can each be given a source that none
        of the others was given: two that both name the police, one of them the doctors too, can
        rest on two origins. An outlet that names no source, or only "officials", can rest on one of
        its own: it may rest on another's without saying so, so this is the most there can be.
    """
    columns = (stated[name] for name in Statement._fields)
    statements = [
        Statement(article_id, outlet, text_or_none(source))
        for article_id, outlet, source in zip(*columns, strict=True)
        if isinstance(outlet, str)
    ]
    return TextOrigins(articles).count(statements)


def most_independent(rests_on: Iterable[tuple[Hashable, Hashable]]) -> int:
    """
    Return how many witnesses can each have an origin that no other of them has.

    Parameters
    ----------
    rests_on : iterable of (witness, origin)
        Every origin that a witness can rest on.

    Returns
    -------
    int
        The size of a largest matching of witnesses with origins.

    Examples
    --------
    >>> most_independent([("A", "police"), ("B", "police"), ("B", "doctors"), ("C", "police")])
    2
    """
    pairs = list(rests_on)
    witnesses = {name: row for row, name in enumerate(dict.fromkeys(one for one, _ in pairs))}
    origins = {name: column for column, name in enumerate(dict.fromkeys(o for _, o in pairs))}
    if not pairs:
        return 0
    rows = [witnesses[witness] for witness, _ in pairs]
    columns = [origins[origin] for _, origin in pairs]
    shape = len(witnesses), len(origins)
    links = csr_matrix((np.ones(len(pairs), dtype=np.int8), (rows, columns)), shape=shape)
    return int((maximum_bipartite_matching(links, perm_type="column") >= 0).sum())


def _joined(names: Iterable[str], pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return the first name of each group that pairs join."""
    head = {name: name for name in names}
    order = list(head)

    def first_of(name: str) -> str:
        while head[name] != name:
            name = head[name]
        return name

    for one, other in pairs:
        earlier, later = sorted((first_of(one), first_of(other)), key=order.index)
        head[later] = earlier
    return {name: first_of(name) for name in head}


def names_of_one_source(sources: Iterable[str]) -> dict[str, str]:
    """
    Return one name for all names of a source.

    Parameters
    ----------
    sources : iterable of str
        Of the figures or attributions of one story.

    Returns
    -------
    dict of str to str
        Each name to the first one of the same source. Persons without a name ("officials", "two
        local residents") and documents of no named body ("a new poll") are not among them: they are
        never one source. A single word ("Smith",
        "police") joins no two longer names that differ ("Ada Smith", "Leo Smith").

    Examples
    --------
    >>> names_of_one_source(["interior ministry", "Ministry of the Interior"])
    {'interior ministry': 'interior ministry', 'Ministry of the Interior': 'interior ministry'}
    """
    named = [
        source
        for source in dict.fromkeys(sources)
        if not (_is_anyone(source) or names_no_body(source))
    ]
    return _joined(named, _one_source(named))


def _one_source(named: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield pairs of names of one source."""
    same: dict[str, set[str]] = {source: {source} for source in named}
    for source, other in combinations(same, 2):
        if same_source(source, other):
            same[source].add(other)
            same[other].add(source)
    for source, others in same.items():
        if len(_words(source)) == 1 and not _all_same(others):
            continue
        for other in others:
            if len(_words(other)) > 1 or _all_same(same[other]):
                yield source, other


def _all_same(sources: Iterable[str]) -> bool:
    return all(same_source(one, other) for one, other in combinations(sources, 2))


def _words(source: str) -> list[str]:
    """Return the words of a source without articles and titles, in lower case."""
    return [word for word in re.findall(r"\w+", source.lower()) if word not in _NO_NAME]


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
