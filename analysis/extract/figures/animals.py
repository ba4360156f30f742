"""
Tell that a number without a noun counts animals: "We counted 416 whales. By noon 250 were dead."

In: a text and the characters of a number. Out: the words for the animals, or None. A bare number
counts what was counted last, so the nearest plural noun of animals before it decides, unless people
are named after that noun. Where nobody counted the animals, no people may be named in the
paragraph: in "a bus hit cows, and twelve were killed" the dead are passengers.
"""

import re
from functools import lru_cache

from analysis.extract.figures.counted import counted_phrase, lemma_of, names_people
from analysis.extract.figures.patterns import outcome_words
from analysis.extract.numbers.values import NUMBER
from analysis.extract.numbers.word_patterns import ANY_CASE

__all__ = ["animals_counted", "animals_died", "is_animal"]

REACH = 300  # characters before the number
_WORD = re.compile(r"\b[A-Za-z][a-z-]+\b")
_COUNTED_BEFORE = re.compile(
    r"(?:\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?(?:\s+of)?"
    r"|scores\s+of|(?:hundred|thousand|million)s?(?:\s+of)?|more|all|\w+teen|\w+ty))"
    r"\s+(?:[a-z-]+\s+){0,2}$",
    ANY_CASE,
)
# Those in the vehicle are the victims: "the bus hit three cows; 12 were killed".
_RUN_INTO_BEFORE = re.compile(
    r"\b(?:hit|hits|struck|avoid\w*|swerv\w+|collided\s+with|crash\w*\s+into|plough\w*\s+into"
    r"|ran\s+into|kill\w*\s+by|attack\w*\s+by|maul\w*\s+by|bitten\s+by)\b[^.;]{0,30}$",
    ANY_CASE,
)
_NEAR_NUMBER = 90  # characters before a word for the dead
_BARE_NUMBER_BEFORE = re.compile(
    rf"\b(?P<number>\d[\d,]*|{NUMBER})(?:\s+of\s+them)?"
    r"(?:\s+(?:more|others?|were|was|are|have|has|had|been|also|already|now|found|later))*\s+$",
    ANY_CASE,
)
_OF_THEM_AFTER = re.compile(r"\s+of\s+them\b")
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
    animals = [match for match in words if _names_animals(match[0])]
    if not animals:
        return None
    last = animals[-1]
    near = text[max(0, last.start() - 60) : last.start()]
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
    return last.span() if is_alone or _COUNTED_BEFORE.search(near) else None


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


def is_animal(noun: str | None) -> bool:
    """
    Return whether a noun names an animal.

    Examples
    --------
    >>> is_animal("whale"), is_animal("miner"), is_animal(None)
    (True, False, False)
    """
    return noun in _animals()


def _names_animals(word: str) -> bool:
    """Return whether a word names several animals: a plural, or a noun that has none."""
    is_plural = word in _WITHOUT_PLURAL or lemma_of(word) != word
    return is_plural and word.islower() and lemma_of(word) in _animals()


def _names_person(word: str) -> bool:
    word = word.lower()
    return names_people(word) or names_people(f"{word}s")


@lru_cache(maxsize=1)
def _animals() -> frozenset[str]:
    """Return nouns of animals."""
    return frozenset(outcome_words()["animal"]["words"])
