"""
Who prints the number at an end of a range: outlets, their days, and their source if it is one.

In: the figures at one end. Out: words such as "Alda News and 2 others, 5 Mar, citing the police".
"""

from collections.abc import Hashable, Mapping, Sequence
from typing import Any, NamedTuple

import pandas as pd

from analysis.compare.reports import same_source
from analysis.core.finding import listed

__all__ = ["Who", "day_words", "of_words", "one_source", "who_prints", "with_others"]

_LONGEST_SOURCE = 60  # characters
_ARTICLES = ("A", "An", "The")  # that began a sentence
# "its director", "he": whose and who are told by the article alone
_OF_ITS_ARTICLE = frozenset("he she it they we i his her its their our my this that who".split())
_MOST_NAMED = 2  # outlets named at an end; of more, one is named and the others are counted


class Who(NamedTuple):
    """The words of who prints a number, and the outlets that they name."""

    words: str
    outlets: list[str]


def of_words(records: Sequence[Mapping[Hashable, Any]], words: str) -> list[Mapping[Hashable, Any]]:
    """Return the figures that are printed in these words, the earliest first."""
    own = [record for record in records if record["words"] == words]
    return sorted(own, key=lambda record: (str(record["published"] or "9"), record["outlet"]))


def one_source(records: Sequence[Mapping[Hashable, Any]]) -> str | None:
    """
    Return the source on whose word alone all figures of an end are printed.

    Parameters
    ----------
    records : Sequence of Mapping
        The figures of one end, at least one, each with its ``source`` if it has any.

    Returns
    -------
    str or None
        The source's name up to its first comma. None where the figures are of several sources or of
        none, and where only the article tells who it is ("his lawyer").
    """
    sources = [record.get("source") for record in records]
    first = sources[0]
    if not isinstance(first, str) or not all(
        isinstance(source, str) and same_source(first, source) for source in sources
    ):
        return None
    name = first.split(",")[0].strip(" ;")
    article, _, rest = name.partition(" ")
    if article.lower() in _OF_ITS_ARTICLE:
        return None
    name = f"{article.lower()} {rest}" if article in _ARTICLES and rest else name
    return name if 0 < len(name) <= _LONGEST_SOURCE else None


def who_prints(
    records: Sequence[Mapping[Hashable, Any]], with_day: bool, source: str | None
) -> Who:
    """
    Name the outlets behind an end, their days, and the source if it is told.

    Parameters
    ----------
    records : Sequence of Mapping
        The figures of the end, in the order in which their outlets are named.
    with_day : bool
        Whether to add the days.
    source : str or None
        On whose word all of them print it.

    Returns
    -------
    Who
        Of more than two outlets the first is named and the others are counted.
    """
    outlets = list(dict.fromkeys(str(record["outlet"]) for record in records))
    named = outlets if len(outlets) <= _MOST_NAMED else outlets[:1]
    words = listed(named)
    if len(named) < len(outlets):
        words = f"{named[0]} and {len(outlets) - 1} others"
    if with_day:
        words = f"{words}, {_days_of(records)}"
    if source is not None:
        words = f"{words}, citing {source}"
    return Who(words, named)


def with_others(
    who: Who,
    at_end: Sequence[Mapping[Hashable, Any]],
    records: Sequence[Mapping[Hashable, Any]],
) -> Who:
    """Name also the outlets that print the number of an end beside another of their own."""
    own = {record["outlet"] for record in at_end}
    ends = {f"{record['low']}–{record['high']}" for record in at_end}
    others: list[str] = []
    for record in records:
        also = str(record.get("also") or "").split("; ")
        is_new = record["outlet"] not in own and str(record["outlet"]) not in others
        if is_new and not ends.isdisjoint(also):
            others.append(str(record["outlet"]))
    if not others:
        return who
    named = others
    if len(others) > _MOST_NAMED:
        named = [f"{len(others)} others"]
    return who._replace(words=f"{who.words}; also in {listed(named)}")


def _days_of(records: Sequence[Mapping[Hashable, Any]]) -> str:
    """Return the days of figures that are in order of day: "4 Mar", "4–6 Mar"."""
    days = [record["published"] for record in records if record["published"] is not None]
    if not days:
        return day_words(None)
    first, last = day_words(days[0]), day_words(days[-1])
    undated = ""
    if len(days) < len(records):
        undated = " and undated"
    if first == last:
        return f"{first}{undated}"
    if first.split()[1] == last.split()[1]:
        first = first.split()[0]
    return f"{first}–{last}{undated}"


def day_words(day: object) -> str:
    """
    Return a day without its year, "undated" for none.

    Examples
    --------
    >>> day_words("2024-03-05")
    '5 Mar'
    """
    if day is None:
        return "undated"
    stamp = pd.Timestamp(str(day))
    return f"{stamp.day} {stamp:%b}"
