"""
Split the beginning of a text into sentences of words, and look words up.

In: a headline or a text. Out: lists of ``Word``, each with what is before it, so that names can be
told from words that only start a sentence.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from analysis.compare.events.labels.happening_lexicon import happening_lexicon
from analysis.core.limits import LONGEST_TOKEN

LEAD_WORDS = 120
_TITLE_CASE_SHARE = 0.6
_FEWEST_TITLE_CASE_WORDS = 3
_SHORTEST_TITLE_CASE_WORD = 4
_TOKEN = re.compile(
    r"""
    (?P<word> (?:[^\W\d_]\.){2,} | [A-Z]\w+-(?:[a-z]{2,4}-)+[A-Z]\w*  # "Port-au-Prince"
      | [^\W\d_]\w*(?:['’]\w+)* )
    | (?P<end> [.!?]+(?=\W|$) | \n\s* )
    | (?P<start> [:;|—–“"•] | (?<=\s)- (?=\s) | (?<!\w)['‘] )
    | (?P<agency> \(\s*[A-Z]{2,6}\s*\) )
    | (?P<number> \d[\w/]*(?:[.,]\d+)* )
    | (?P<other> [^\s\w] )
    """,
    re.VERBOSE,
)
_POSSESSIVE = re.compile(r"['’][sS]?$")
_NUMBER_OF_A_DAY = re.compile(r"\d+/\d+|\d{1,2}(?:st|nd|rd|th)?$")
_YEAR = re.compile(r"(?:19|20)\d\d")
_NOT_LETTERS = re.compile(r"[\W_]+")
_ABBREVIATIONS = frozenset(
    {"st", "ft", "mt", "no", "vs", "sept", "oct", "nov", "dec", "jan", "feb", "aug"}
)


class Word(NamedTuple):
    """A word of a sentence."""

    text: str
    lower: str
    link: str  # what is before it: see sentences


def sentences(text: str) -> Iterator[list[Word]]:
    """
    Yield the sentences of a text, up to the last word that is read.

    The ``link`` of a word is "" at the start of a phrase, where a capital says nothing, " " or "-"
    if it follows the word before, "#" after the number of a day, "#1999" after that year, and ","
    after anything else.
    """
    abbreviations = happening_lexicon().titles | _ABBREVIATIONS
    sentence: list[Word] = []
    link = ""
    end = 0
    n_words = 0
    for token in _TOKEN.finditer(text):
        kind = token.lastgroup
        if kind == "word":
            printed = token.group()[:LONGEST_TOKEN]
            if "'" in printed or "’" in printed:
                printed = _POSSESSIVE.sub("", printed)
            if link == " " and token.start() == end + 1 and text[end] in "-‐‑":
                # The letter of "R-Iowa" and "T-shirt" is no part of a name.
                link = "-" if sentence and len(sentence[-1].text) > 1 else ","
            if link == "-" and printed.lower() == "law" and sentence[-1].lower == "in":
                sentence.pop()  # his brother-in-law is no law
                link, end = " ", token.end()
                continue
            sentence.append(Word(printed, printed.lower(), link))
            # What a possessive belongs to is no part of the name.
            link = " " if len(printed) == token.end() - token.start() else ","
            end = token.end()
            n_words += 1
            if n_words == LEAD_WORDS:
                break
        elif kind == "end":
            last = sentence[-1].lower if sentence else ""
            if token.group() == "." and (last in abbreviations or len(last) == 1):
                continue
            if sentence:
                yield sentence
            sentence = []
            link = ""
        elif kind == "start":
            link = ""
        elif kind == "number":
            last = sentence[-1].lower if sentence else ""
            number = token.group()
            is_day = "/" in number or last in happening_lexicon().not_in_names
            link = ","
            if is_day and _NUMBER_OF_A_DAY.match(number):
                link = "#"
            elif _YEAR.fullmatch(number):
                link = "#" + number
        elif token.group() not in "-‐‑" or token.start() != end:
            link = "," if link in (" ", "-") else link
    if sentence:
        yield sentence


def is_title_case(sentence: list[Word]) -> bool:
    """Return whether capitals say nothing in a sentence because most words have them."""
    long = [word.text for word in sentence if len(word.text) >= _SHORTEST_TITLE_CASE_WORD]
    capital = [text for text in long if text[0].isupper()]
    if all(word.text.isupper() for word in sentence):
        return True
    return len(capital) >= _FEWEST_TITLE_CASE_WORDS and len(capital) > _TITLE_CASE_SHARE * len(long)


def body(title: str, text: str) -> str:
    """Return a text without the headline that it repeats."""
    text = text.lstrip()
    if title and text.startswith(title):
        return text[len(title) :]
    return text


def compact(name: str) -> str:
    """Return the letters and digits of a name in lower case."""
    return _NOT_LETTERS.sub("", name.lower())


@lru_cache(maxsize=200_000)
def parts_of_speech(word: str) -> frozenset[str]:
    """Return what a form of a common word can be: NOUN, VERB, ADJ, ADV; empty for other words."""
    from lemminflect import getAllLemmas

    return frozenset(getAllLemmas(word))


def is_in_dictionary(word: str) -> bool:
    """Return whether a word is a common noun, verb, adjective or adverb."""
    return bool(parts_of_speech(word))
