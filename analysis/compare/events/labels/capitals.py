"""
Learn from all articles which words are names, and which names are those of outlets.
"""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

import pandas as pd

from analysis.compare.events.labels.happening_lexicon import happening_lexicon
from analysis.compare.events.labels.words import (
    Word,
    compact,
    is_in_dictionary,
    is_title_case,
    parts_of_speech,
    sentences,
)
from analysis.core import lexicon as lexicons
from analysis.core import paths
from analysis.core.stop_words import english_stop_words

_TITLE_TAIL = re.compile(r"\s+(?:[|:–—-]+)\s+([^|–—]{2,40}?)\s*$")
_SHORTEST_SHOUTED_WORD = 3
_SHORTEST_LAND = 4  # "Alan" is not of Ala.
JOINERS = frozenset({"of", "de", "del", "la", "du", "da", "von", "van", "bin", "al", "el"})
_MORE_STOP_WORDS = frozenset(
    "unless whether despite amid amidst versus vs via per than let's lets say says didn't isn't "
    "yes oh hey hi hello wow ok okay plus minus upon onto within without along aboard".split()
)
_NAMES_LIKE_STOP_WORDS = frozenset({"US", "UN", "IT", "Un"})


class Capitals:
    """
    What all articles tell about words: which are names, and which name outlets.

    Parameters
    ----------
    rows : DataFrame
        ``outlet``, ``published``, ``title`` and ``text``, without missing texts. An outlet that is
        not known starts with a null character.

    Attributes
    ----------
    pairs : set of (str, str)
        Adjacent capitalised words, in lower case.
    first_year : int
        Year of the first article; 0 if no day is known.
    outlets : frozenset of str
        Names of outlets and agencies, as ``words.compact`` returns them.
    """

    def __init__(self, rows: pd.DataFrame) -> None:
        self._upper: Counter[str] = Counter()
        self._lower: Counter[str] = Counter()
        self._alone: set[str] = set()  # capitalised where the word before is not
        self._first: set[str] = set()  # first words of sentences
        self.pairs: set[tuple[str, str]] = set()
        years = rows["published"].dt.year
        self.first_year = years.min() if years.notna().any() else 0
        self._single_names: dict[str, bool] = {}
        outlets = {outlet for outlet in rows["outlet"] if not outlet.startswith("\0")}
        self.outlets = frozenset(name for outlet in outlets for name in _outlet_names(outlet))
        self.outlets |= _agency_names()
        for title, text in zip(rows["title"], rows["text"], strict=True):
            self._count_capitals(_without_title(title, text))
            self._note_first_words(title)

    def _count_capitals(self, text: str) -> None:
        for sentence in sentences(text):
            if is_title_case(sentence):
                continue
            for word in sentence:
                if word.text[0].islower():
                    self._lower[word.lower] += 1
                elif word.link:
                    self._upper[word.lower] += 1
                else:
                    self._first.add(word.lower)
            for before, word in pairwise(sentence):
                if word.link and word.text[0].isupper() and not before.text[0].isupper():
                    self._alone.add(word.lower)
            for word, after in pairwise(sentence):
                is_pair = word.text[0].isupper() and after.text[0].isupper()
                if is_pair and after.link in (" ", "-"):
                    self.pairs.add((word.lower, after.lower))

    def _note_first_words(self, title: str) -> None:
        for sentence in sentences(title):
            if sentence[0].text[0].isupper() and not is_title_case(sentence):
                self._first.add(sentence[0].lower)

    def is_name_word(self, lower: str) -> bool:
        """Return whether a word is a name where a capital says nothing."""
        upper, common = self._upper[lower], self._lower[lower]
        if upper or common:
            return upper > common
        return not is_in_dictionary(lower)

    def land_of(self, lower: str) -> str:
        """Return the name that a word is an adjective of: Kestria of "Kestrian"; else ""."""
        stem = lower.rstrip("s")
        if not stem.endswith("an"):
            return ""
        bases = (stem[:-1], stem[:-2], stem[:-3])
        return next(
            (base for base in bases if len(base) >= _SHORTEST_LAND and self._is_printed(base)), ""
        )

    def _is_printed(self, lower: str) -> bool:
        """Return whether a word is a name, if only at the start of sentences: "Kestria's vote"."""
        if lower in happening_lexicon().not_names:
            return False  # Republicans are of no Republic
        return bool(self._upper[lower]) or (lower in self._first and not is_in_dictionary(lower))

    def may_be_name(self, word: Word, is_in_title_case: bool) -> bool:
        """Return whether a word of a sentence, in title case or not, can be part of a name."""
        if not word.text[0].isupper() or word.lower in happening_lexicon().not_in_names:
            return False
        if word.lower in _MORE_STOP_WORDS:
            return False
        if word.lower in english_stop_words() and word.text not in _NAMES_LIKE_STOP_WORDS:
            return False
        is_shouted = word.text.isupper() and len(word.text) >= _SHORTEST_SHOUTED_WORD
        if is_shouted and not is_in_title_case and is_in_dictionary(word.lower):
            return False
        if is_in_title_case:
            return self.is_name_word(word.lower)
        if not word.link:
            # "Order restored" is not of the National Order.
            is_common = is_in_dictionary(word.lower) and word.lower not in self._alone
            return self.is_name_word(word.lower) and not is_common
        return True

    def is_single_name(self, lower: str) -> bool:
        """Return whether a capitalised word is a name alone."""
        found = self._single_names.get(lower)
        if found is None:
            found = self._decide_single_name(lower)
            self._single_names[lower] = found
        return found

    def _decide_single_name(self, lower: str) -> bool:
        lexicon = happening_lexicon()
        if lower in lexicon.not_names or lower in lexicon.titles or lower in lexicon.loaded:
            return False
        if len(lower) < 2 or lower in JOINERS or self.land_of(lower) or lower in self.outlets:
            return False
        parts = parts_of_speech(lower)
        if parts and "NOUN" not in parts:
            return False
        return self.is_name_word(lower)

    def without_outlet(self, title: str) -> str:
        """Remove the name of the outlet at the end of a headline."""
        while tail := _TITLE_TAIL.search(title):
            name = compact(tail[1])
            if not any(name.startswith(outlet) for outlet in self.outlets if len(outlet) > 2):
                break
            title = title[: tail.start()]
        return title


def _without_title(title: str, text: str) -> str:
    """Return a text without the headline, whose capitals say nothing, however often it has it."""
    text = text.lstrip()
    while title and text[: len(title)].lower() == title.lower():
        text = text[len(title) :].lstrip()
    return text


def _outlet_names(outlet: str) -> Iterator[str]:
    """Yield the forms in which texts name an outlet."""
    domain = re.fullmatch(r"(?:https?://)?(?:www\.)?([\w.-]+)\.[a-z]{2,}/?", outlet.strip().lower())
    if domain:
        for part in domain[1].split("."):
            if len(part) > 2:
                yield compact(part)
        return
    words = outlet.split()
    yield compact(outlet)
    if len(words) > 1 and words[0].lower() == "the":
        yield compact("".join(words[1:]))
    if len(words) > 2:
        yield "".join(word[0] for word in words).lower()


@cache
def _agency_names() -> frozenset[str]:
    agencies = lexicons.load(paths.LEXICONS / "agencies.toml")
    return frozenset(compact(mark) for agency in agencies.values() for mark in agency["marks"])
