"""
Tell from the words beside a name that it names something else.

In: a sentence and the place of a name in it. Out: whether the words are a part of a longer proper
name ("Refugee Council"), and whether they are of another country ("the civil war in Sri Lanka").
"""

import re
from collections.abc import Collection

from analysis.core.calendar_words import MONTHS, WEEKDAYS
from analysis.extract.parties.gazetteer import Word, project_gazetteer, words_of

__all__ = ["is_elsewhere", "is_in_proper_name"]

_LONG_WORD = re.compile(r"[^\W\d_]{5,}")  # "the" and "from" are in lower case in headlines too
_IN_HEADLINE = 4  # fewer than one in so many of its long words is in lower case
_CAPITALISED = r"[A-Z][\w'\u2019]*[a-z]"
_NAME_GOES_ON = re.compile(rf"\s+(?P<word>{_CAPITALISED})")
_NAME_BEGAN = re.compile(rf"(?<![\w'\u2019]){_CAPITALISED}\s+(?:of|on|for)\s+(?:the\s+)?$")
_IN_SENTENCE = re.compile(r"[\w,'\u2019]\s+$")
_WORD = re.compile(r"[\w'\u2019.&-]*[\w\u2019]")
_JOINERS = frozenset("and by for in of on the to".split())
_ARTICLES = frozenset(("A", "An", "The"))
_LONGEST_NAME = 7  # words with a capital; more are a headline that has run into the text
_DATES = frozenset((*MONTHS, *WEEKDAYS))
_PLACE_FOLLOWS = re.compile(r"\s+(?:in|of|against)\s+(?:the\s+)?(?:[a-z]\w*\s+)?")
_POSSESSIVE = re.compile(r"(?:['\u2019]s|s['\u2019])$")
_MAX_BETWEEN = 2  # words: "Lebanon's long and bloody civil war" is out of reach


def is_in_proper_name(sentence: str, start: int, end: int) -> bool:
    """
    Whether words are a part of a proper name: "Refugee" in "the Refugee Council".

    Parameters
    ----------
    sentence : str
    start, end : int
        The words, in characters from the sentence's start.

    Returns
    -------
    bool
        False in headlines, where every word has a capital, and at a sentence's beginning.
    """
    words = sentence[start:end]
    before = sentence[:start]
    if not words[:1].isupper() or words.isupper():
        return False
    if not _IN_SENTENCE.search(before) or _is_headline(sentence):
        return False
    if not _is_run_of_a_name(sentence, start, end):
        return False
    following = _NAME_GOES_ON.match(sentence, end)
    if following and following["word"] not in _DATES:
        return True
    return _NAME_BEGAN.search(before) is not None


def _is_headline(sentence: str) -> bool:
    """Whether nearly all of the longer words have a capital."""
    words = _LONG_WORD.findall(sentence)
    return _IN_HEADLINE * sum(word[0].islower() for word in words) < len(words)


def _is_run_of_a_name(sentence: str, start: int, end: int) -> bool:
    """
    Whether the words in capitals around some words can be one name.

    Not if they begin the sentence, since "Help for Refugees" may be a heading, or are very many.
    """
    before = list(_WORD.finditer(sentence, 0, start))
    first = start
    n_words = 0
    for word in reversed(before):
        if not _goes_on(word[0], sentence[word.end() : first]):
            break
        first = word.start()
        n_words += word[0] not in _JOINERS and word[0] not in _ARTICLES
    last = end
    for word in _WORD.finditer(sentence, end):
        if not _goes_on(word[0], sentence[last : word.start()]):
            break
        last = word.end()
        n_words += word[0] not in _JOINERS
    opens = _WORD.search(sentence)
    begins = first == 0 and opens is not None and opens[0] not in _ARTICLES
    return not begins and n_words + len(words_of(sentence[start:end])) <= _LONGEST_NAME


def _goes_on(word: str, gap: str) -> bool:
    """Whether a word belongs to a run of words in capitals, by what is between them."""
    return gap.isspace() and (word[0].isupper() or word in _JOINERS)


def is_elsewhere(sentence: str, start: int, end: int, places: Collection[str]) -> bool:
    """
    Whether the words beside a name say that it is of another country.

    Parameters
    ----------
    sentence : str
    start, end : int
        The name, in characters from the sentence's start.
    places : collection of str
        The countries that the name may be of, as parties of the gazetteer.

    Returns
    -------
    bool
        Whether a country follows ("the invasion of Iraq") or, if none does, precedes it ("Iraq's
        invasion") and is none of ``places``. False if no country is beside the name.
    """
    party = _party_after(sentence, end) or _party_before(sentence[:start])
    return party is not None and party not in places


def _party_after(sentence: str, end: int) -> str | None:
    follows = _PLACE_FOLLOWS.match(sentence, end)
    if follows is None:
        return None
    words = words_of(sentence[follows.end() :])
    names = project_gazetteer().find(words)
    return next((name.party for first, _, name in names if first == 0), None)


def _party_before(before: str) -> str | None:
    words = words_of(before)
    last = None
    for _, after, name in project_gazetteer().find(words):
        last = (after, name.party)
    if last is None:
        return None
    after, party = last
    return party if _is_owner(before, words, after) else None


def _is_owner(before: str, words: list[Word], after: int) -> bool:
    """Whether a country's name, whose next word has the number ``after``, goes with the end."""
    owner = words[after - 1]
    if before[owner.end :].isspace():
        return True
    text = before[owner.start : owner.end] + _mark_after(before, owner.end)
    return bool(_POSSESSIVE.search(text)) and len(words) - after <= _MAX_BETWEEN


def _mark_after(before: str, end: int) -> str:
    """Return the apostrophe after a word that ends in s; empty if there is none."""
    return before[end : end + 1].strip()
