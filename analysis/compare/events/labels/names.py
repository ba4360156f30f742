"""
Find the names of a sentence: runs of capitalised words.

A capital alone does not make a name: headlines in title case, titles of persons and the names of
outlets are told apart with what ``Capitals`` learned from all articles.
"""

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from analysis.compare.events.labels.capitals import JOINERS, Capitals
from analysis.compare.events.labels.happening_lexicon import VERB_KINDS, happening_lexicon
from analysis.compare.events.labels.words import (
    Word,
    compact,
    is_in_dictionary,
    is_title_case,
    parts_of_speech,
)
from analysis.core.stop_words import english_stop_words

_PLACE_WORDS = frozenset({"in", "near", "outside", "inside", "across", "around", "within"})
_KINDS_OF_PLACE = frozenset(
    "province city town village region district state port island suburb".split()
)
# of a whole country, wherever they sit
_SEATED = frozenset("ministry ministries government parliament cabinet embassy junta".split())
_SAYS = frozenset("said says announced confirmed declared reported told put estimated".split())
_NOT_LAST = frozenset({"news", "playbook", "magazine", "online", "daily", "media", "tv", "day"})


# "Seventeen states sue"
_NUMBERS = frozenset(
    """two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
    seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred dozens
    hundreds thousands millions""".split()
)


class Run(NamedTuple):
    """Adjacent words that make a name."""

    start: int
    end: int
    is_place: bool


def find_names(sentence: list[Word], capitals: Capitals) -> Iterator[Run]:
    """
    Yield the longest names of a sentence.

    Parameters
    ----------
    sentence : list of Word
        As ``words.sentences`` yields it.
    capitals : Capitals
        What is known about capitals.

    Yields
    ------
    Run
        In reading order, without titles ("President"), names of outlets, and the seats of
        ministries that speak.
    """
    in_title_case = is_title_case(sentence)
    is_part = _parts_of_names(sentence, capitals, in_title_case)
    start = 0
    while start < len(sentence):
        if not is_part[start]:
            start += 1
            continue
        end = _end_of_run(sentence, start, is_part, capitals, in_title_case)
        first = _after_titles(sentence, start, end)
        last = end
        if first > start:
            # "Gov. Mike Pence of Indiana" is not called that.
            later = range(first + 1, end)
            last = next((index for index in later if sentence[index].lower == "of"), end)
        is_second_half = sentence[first].link == "-" and first == start
        is_byline = start == 1 and sentence[0].lower == "by"
        is_other = is_second_half or is_byline or _is_seat(sentence, start, end)
        if not is_other and _is_name(sentence[first:last], capitals):
            is_place = _is_printed_as_place(sentence, start, last, in_title_case)
            yield Run(first, last, is_place)
        start = last


def _parts_of_names(sentence: list[Word], capitals: Capitals, in_title_case: bool) -> list[bool]:
    """Return for each word whether it can be part of a name."""
    is_part = [capitals.may_be_name(word, in_title_case) for word in sentence]
    lexicon = happening_lexicon()
    for index in range(len(sentence) - 1, 0, -1):
        # "Bill" is a name before "McKibben", though bills are more frequent.
        before, word = sentence[index - 1 : index + 1]
        is_capital = before.text[0].isupper() and before.lower not in english_stop_words()
        is_pair = is_part[index] and (before.lower, word.lower) in capitals.pairs
        if is_pair and is_capital and word.link in (" ", "-"):
            parts = parts_of_speech(before.lower)
            is_noun = not parts or "NOUN" in parts or before.lower in lexicon.not_names
            is_part[index - 1] |= is_noun and before.lower not in lexicon.not_in_names
    for index, (before, word) in enumerate(pairwise(sentence)):
        # a dateline, "HARLAN SPRINGS, Mo.", of what is called "Harlan Springs" elsewhere
        are_shouted = before.text.isupper() and _is_shouted(word) and word.link == " "
        if are_shouted and is_part[index] and (before.lower, word.lower) in capitals.pairs:
            is_part[index + 1] = True
    return is_part


def _is_shouted(word: Word) -> bool:
    """Return whether a word of several letters is in capitals."""
    return len(word.text) > 1 and word.text.isupper()


def _end_of_run(
    sentence: list[Word],
    start: int,
    is_part: list[bool],
    capitals: Capitals,
    in_title_case: bool,
) -> int:
    """Return where a run ends that starts at a word."""
    end = start + 1
    while end < len(sentence) and sentence[end].link in (" ", "-"):
        if is_part[end]:
            if in_title_case and not _is_pair(sentence[end - 1], sentence[end], capitals):
                break
            end += 1
        elif _joins(sentence, end, is_part):
            end += 2
        else:
            break
    return end


def _joins(sentence: list[Word], index: int, is_part: list[bool]) -> bool:
    """Return whether a word like "of" or "de" has the rest of the name after it."""
    if sentence[index].lower not in JOINERS or index + 1 == len(sentence):
        return False
    return is_part[index + 1] and sentence[index + 1].link in (" ", "-")


def _is_pair(word: Word, after: Word, capitals: Capitals) -> bool:
    """Return whether two words are one name where capitals say nothing."""
    if (word.lower, after.lower) in capitals.pairs:
        return True
    return not (is_in_dictionary(word.lower) or is_in_dictionary(after.lower))


def _after_titles(sentence: list[Word], start: int, end: int) -> int:
    """Return the first word of a name after "President" or "Rep."."""
    lexicon = happening_lexicon()
    first = start
    for index in range(start, end - 1):
        if sentence[index].lower in lexicon.offices:
            first = index + 1
    if sentence[first].lower == "of":
        # Secretary of State, Speaker of the House
        first = min(first + 2, end - 1)
    while first < end - 1 and sentence[first].lower in lexicon.titles:
        first += 1
    # Justice Department, General Motors: the title is part of a name.
    return start if sentence[first].lower in lexicon.not_names else first


def _is_name(words: list[Word], capitals: Capitals) -> bool:
    if compact("".join(word.lower for word in words)) in capitals.outlets:
        return False
    if words[-1].lower in _NOT_LAST or words[-1].lower in _NUMBERS:
        return False
    return len(words) > 1 or capitals.is_single_name(words[0].lower)


def _is_seat(sentence: list[Word], start: int, end: int) -> bool:
    """Return whether a name is where a body sits that speaks: "the ministry in Velm said"."""
    before = [word.lower for word in sentence[max(start - 2, 0) : start]]
    is_in_body = len(before) > 1 and before[0] in _SEATED and before[1] == "in"
    return is_in_body and end < len(sentence) and sentence[end].lower in _SAYS


def _is_printed_as_place(sentence: list[Word], start: int, end: int, in_title_case: bool) -> bool:
    """Return whether the words before a name, or capitals of a dateline, say it is a place."""
    if start == 0:
        is_dateline = all(word.text.isupper() for word in sentence[start:end])
        return is_dateline and end < len(sentence) and sentence[end].link != " "
    if sentence[start].link != " " or _describes_noun(sentence, end, in_title_case):
        return False
    before = [word.lower for word in sentence[max(start - 2, 0) : start]]
    return before[-1] in _PLACE_WORDS or (before[-1] == "of" and before[0] in _KINDS_OF_PLACE)


def _describes_noun(sentence: list[Word], end: int, in_title_case: bool) -> bool:
    """Return whether a name may belong to the noun after it: "in Boeing row" is in no place."""
    if end == len(sentence) or sentence[end].link != " ":
        return False
    after = sentence[end].lower
    if in_title_case:
        return after not in english_stop_words()
    meaning = dict(happening_lexicon().phrases.get(after, ())).get((after,))
    return meaning is not None and meaning.kind not in VERB_KINDS
