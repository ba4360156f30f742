"""
Find the countries that a sentence names, by their names and adjectives.

In: the words of a sentence. Out: places and names of countries: "Velm" for "Velmar captives". The
names are those of ``data/gazetteer/parties.csv``.
"""

import csv
from collections.abc import Iterator
from functools import cache

from analysis.compare.events.labels.words import Word
from analysis.core import paths

__all__ = ["countries_in", "is_country", "is_region"]

_LONGEST = 4  # words of a country's name that are looked at


@cache
def _countries() -> dict[tuple[str, ...], str]:
    """Return the country by its name or adjective, in lower case."""
    with (paths.GAZETTEER / "parties.csv").open(encoding="utf-8", newline="") as file:
        return {
            tuple(row["words"].lower().split()): row["party"]
            for row in csv.DictReader(file)
            if row["kind"] == "country" and row["form"] in ("name", "adjective")
        }


def is_country(unit: tuple[str, ...]) -> bool:
    """Return whether words in lower case are a country's name."""
    return " ".join(unit) == _countries().get(unit, "").lower()


@cache
def _regions() -> frozenset[tuple[str, ...]]:
    """Return the names of countries and of their states, in lower case."""
    with (paths.GAZETTEER / "parties.csv").open(encoding="utf-8", newline="") as file:
        return frozenset(
            tuple(row["words"].lower().split())
            for row in csv.DictReader(file)
            if row["kind"] in ("country", "place") and row["form"] == "name"
        )


def is_region(unit: tuple[str, ...]) -> bool:
    """Return whether words in lower case name a country or a state, which towns lie in."""
    return unit in _regions()


def countries_in(sentence: list[Word]) -> Iterator[tuple[int, int, str]]:
    """
    Yield the countries of a sentence.

    Parameters
    ----------
    sentence : list of Word
        As ``words.sentences`` yields it.

    Yields
    ------
    (int, int, str)
        Number of the first word, of the word after the last one, and the country. Of overlapping
        names the longest; words in lower case name none.
    """
    start = 0
    while start < len(sentence):
        end, country = _country_at(sentence, start)
        if country:
            yield start, end, country
        start = end


def _country_at(sentence: list[Word], start: int) -> tuple[int, str]:
    if not sentence[start].text[:1].isupper():
        return start + 1, ""
    for end in range(min(start + _LONGEST, len(sentence)), start, -1):
        words = tuple(word.lower for word in sentence[start:end])
        if words in _countries():
            return end, _countries()[words]
    return start + 1, ""
