"""
Leave out the dateline at the head of a sentence: no place in it does anything.

In: the tagged words of a sentence. Out: those after "KARSK, Norland, Sept 9 (World Wire) -".
"""

import re

from analysis.extract.agency.noun_phrases import Sentence, Word

__all__ = ["without_dateline"]

_DASHES = ("-", "–", "—", "―", "--")
_LONGEST = 16  # words
_PLACE = re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þ’'.-]+")
_INSIDE = re.compile(r"[A-ZÀ-Þ(][\w’'.-]*|\d{1,4}(?:st|nd|rd|th)?|[,.()/]|-LRB-|-RRB-")
_LOWER_INSIDE = frozenset("of and the de la al".split())
_AGENCY = re.compile(r"\(|-LRB-")


def without_dateline(words: Sentence) -> Sentence:
    """
    Return the words of a sentence after its dateline.

    Parameters
    ----------
    words : Sentence

    Returns
    -------
    Sentence
        All words, where the sentence does not begin with a place in capitals or an agency in
        brackets, followed by a dash between spaces.
    """
    if not words or not _begins_dateline(words[0]):
        return words
    for index, word in enumerate(words[:_LONGEST]):
        if word.text in _DASHES and _is_between_spaces(words, index):
            is_aside = index == 1 and _goes_on_with_dash(words, index + 1)
            return words if index == 0 or is_aside else words[index + 1 :]
        if _INSIDE.fullmatch(word.text) is None and word.lower not in _LOWER_INSIDE:
            return words
    return words


def _begins_dateline(word: Word) -> bool:
    """Whether a word is a place in capitals, or opens the brackets of an agency."""
    is_place = _PLACE.fullmatch(word.text) is not None
    return is_place or _AGENCY.match(word.text) is not None


def _goes_on_with_dash(words: Sentence, start: int) -> bool:
    """Whether a second dash ends an aside: "ISIS - the armed group - killed"."""
    return any(
        word.text in _DASHES and _is_between_spaces(words, index)
        for index, word in enumerate(words)
        if index >= start
    )


def _is_between_spaces(words: Sentence, index: int) -> bool:
    if index + 1 >= len(words):
        return False
    return words[index].start > words[index - 1].end and words[index + 1].start > words[index].end
