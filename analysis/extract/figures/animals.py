"""
Tell that a number without a noun counts animals: "We counted 416 whales. By noon 250 were dead."

In: a text and the characters of a number. Out: the words for the animals, or None. A bare number
counts what was counted last, so the nearest plural noun of animals before it decides, unless people
are named after that noun. Where nobody counted the animals, no people may be named in the
paragraph: in "a bus hit cows, and twelve were killed" the dead are passengers. Headline or first
sentence must name the animals: in a flood, the dead after "the farm keeps 2,000 sheep" are people.
Only a number that adds to theirs needs no such mention: "34,000 birds die, many more are killed".
"""

import re

from analysis.core.animals import is_animal
from analysis.extract.figures.counted import counted_phrase, lemma_of, names_people
from analysis.extract.numbers.values import NUMBER
from analysis.extract.numbers.word_patterns import ANY_CASE

__all__ = ["animals_counted", "animals_died"]

REACH = 300  # characters before the number
_FIRST_SENTENCE = re.compile(r"(?:[^\n]*\n\s*\n)?.*?(?:[.!?][”\"’]?\s|$)", re.DOTALL)
_WORD = re.compile(r"\b[A-Za-z][a-z-]+\b")
_COUNTED_BEFORE = re.compile(
    rf"(?:\d|\b(?:{NUMBER}|(?:dozens|scores|hundreds|thousands|millions)\s+of|more|all))"
    r"\s+(?:[a-z-]+\s+){0,2}$",
    ANY_CASE,
)
# Those in the vehicle are the victims: "the bus hit three cows; 12 were killed".
_RUN_INTO_BEFORE = re.compile(
    r"\b(?:hit|hits|struck|avoid\w*|swerv\w+|collided\s+with|crash\w*\s+into|plough\w*\s+into"
    r"|ran\s+into|kill\w*\s+by|attack\w*\s+by|maul\w*\s+by|bitten\s+by)\b[^.;]{0,30}$",
    ANY_CASE,
)
# "Air strike on cattle market kills 21", "sheep farm fire": what is named after animals
_PLACE_AFTER = re.compile(
    r"(?:\s+and\s+[a-z]+)?\s+(?:markets?|farms?|fairs?|auctions?|ranch(?:es)?|sheds?|barns?"
    r"|trucks?|lorr(?:y|ies)|trade|herders|pens?|camps?|rustl\w+|raids?|thie(?:f|ves))\b"
)
_NEAR_NUMBER = 90  # characters before a word for the dead
_BARE_NUMBER_BEFORE = re.compile(
    rf"\b(?P<number>\d[\d,]*|{NUMBER})(?:\s+of\s+them)?"
    r"(?:\s+(?:more|others?|were|was|are|have|has|had|been|also|already|now|found|later))*\s+$",
    ANY_CASE,
)
_OF_THEM_AFTER = re.compile(r"\s+of\s+them\b")
_SENTENCE_ENDS = re.compile(r"(?<!\b[A-Z])[.!?][”\"’]?\s|\n")
_ADDS_AFTER = re.compile(r"\s+(?:more|others)\b")
_ENDINGS_OF_PEOPLE = ("ers", "ors", "ists", "ians", "men", "women")
_WITHOUT_PLURAL = frozenset("livestock cattle poultry fish sheep deer bison".split())


def animals_counted(text: str, start: int, end: int) -> tuple[int, int] | None:
    """
    Find the animals that a number without a noun counts.

    Parameters
    ----------
    text : str
    start, end : int
        Characters of the number.

    Returns
    -------
    (int, int) or None
        Characters of their noun, before the number; None if a noun follows the number, or if no
        animals or also people are named before it.

    Examples
    --------
    >>> animals_counted("We counted 416 whales. By noon 250 were dead.", 31, 34)
    (15, 21)
    >>> animals_counted("Floods drowned 40 cows. Two men tried to help; 3 died.", 47, 48)
    """
    if counted_phrase(text, end) is not None:
        return None
    first = max(0, start - REACH)
    words = list(_WORD.finditer(text, first, start))
    animals = [
        match
        for match in words
        if _names_animals(match[0]) and _PLACE_AFTER.match(text, match.end(), start) is None
    ]
    if not animals:
        return None
    last = animals[-1]
    near = text[max(0, last.start() - 60) : last.start()]
    is_counted = _COUNTED_BEFORE.search(near) is not None
    adds = is_counted and _adds_to_sentence(text, last.end(), start, end)
    if not adds and not _opens_with(text, last[0]):
        return None
    if _RUN_INTO_BEFORE.search(near):
        return None
    # "farmers shot three of them": the subject is not who "them" are
    clause = max(text.rfind(sign, first, start) for sign in ",;.\n")
    stop = clause if _OF_THEM_AFTER.match(text, end) else start
    people = [match.start() for match in words if _names_person(match[0]) and match.start() < stop]
    if any(place > last.start() for place in people):
        return None
    paragraph = text.rfind("\n", 0, start)
    is_alone = all(place < paragraph for place in people)
    return last.span() if is_alone or is_counted else None


def _adds_to_sentence(text: str, after: int, start: int, end: int) -> bool:
    """Return whether a number adds to what its own sentence counted: "many more are killed"."""
    is_same = _SENTENCE_ENDS.search(text, after, start) is None
    return is_same and _ADDS_AFTER.match(text, end) is not None


def _opens_with(text: str, animals: str) -> bool:
    """Return whether headline or first sentence name them: else the dead may be a village's."""
    noun = lemma_of(animals)
    first = _FIRST_SENTENCE.match(text)
    stop = len(text) if first is None else first.end()
    return any(lemma_of(match[0].lower()) == noun for match in _WORD.finditer(text, 0, stop))


def animals_died(text: str, start: int) -> bool:
    """
    Return whether a word for the dead follows a bare number of animals: "by noon 250 were dead".

    Parameters
    ----------
    text : str
    start : int
        Character at which the word starts.

    Returns
    -------
    bool

    Examples
    --------
    >>> animals_died("We counted 416 whales. By noon 250 were dead.", 40)
    True
    """
    number = _BARE_NUMBER_BEFORE.search(text, max(0, start - _NEAR_NUMBER), start)
    return number is not None and animals_counted(text, *number.span("number")) is not None


def _names_animals(word: str) -> bool:
    """Return whether a word names several animals: a plural, or a noun that has none."""
    is_plural = word in _WITHOUT_PLURAL or lemma_of(word) != word
    return is_plural and word.islower() and is_animal(lemma_of(word))


def _names_person(word: str) -> bool:
    """Return whether a word names people; by its ending it may ("hunters"), and then it does."""
    word = word.lower()
    return names_people(word) or names_people(f"{word}s") or word.endswith(_ENDINGS_OF_PEOPLE)
