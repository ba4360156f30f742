"""
Decide whether a vague word states a quantity: "dozens of people", but not "how many".

In: a text and the position of the word. Out: True or False. Where vague words occur is found by
``analysis.extract.numbers.parse``.
"""

import re

from analysis.extract.numbers.non_counts import HARM_BEFORE
from analysis.extract.numbers.word_patterns import ANY_CASE

__all__ = ["is_vague_quantity"]

_SUBJECT_OF_SCORES = re.compile(
    r"""
    \b(?:he|she|it|who|they|test|exam|match|final|box|high|low|top|their|his|her|the|these|credit|
    settle|settled|even|sat|math|reading)\s+$
    """,
    ANY_CASE,
)
_OBJECT_OF_SCORES = re.compile(
    r"""
    \s+(?: \d | an?\b | the\b | for\b | against\b | twice | goals? | from\b | in\b | on\b | at\b
         | points? | with\b | and\b | as\b | by\b | (?!missing)\w+ing\b )
    """,
    ANY_CASE,
)
_OF_AFTER = re.compile(r"\s+of\b", ANY_CASE)
_DEGREE_BEFORE = re.compile(
    r"\b(?:how|so|too|as|not|that|this|very|the|quite|is|are|were|was)\s+$", ANY_CASE
)
_OPINION_AFTER = re.compile(
    r"\s+(?: as\b | thanks | believe\b | say\b | think\b | times\b )", ANY_CASE
)
_THE_BEFORE = re.compile(r"\bthe\s+$", ANY_CASE)


def is_vague_quantity(text: str, start: int, end: int) -> bool:
    """
    Return whether a vague word states a quantity.

    It does not in "scores a goal", "how many" or "as many as".

    Parameters
    ----------
    text : str
    start, end : int
        Characters of the word ("dozens", "many", "scores").

    Returns
    -------
    bool
    """
    word = text[start:end].lower()
    before = text[max(0, start - 30) : start]
    if word == "scores":
        return _is_number_scores(text, end, before)
    if word == "tens" and not _OF_AFTER.match(text, end):
        return False
    if word.endswith(("many", "few")):
        if _DEGREE_BEFORE.search(before):
            return False
        return _OPINION_AFTER.match(text, end) is None
    if word in ("several", "a number"):
        return _THE_BEFORE.search(before) is None
    return True


def _is_number_scores(text: str, end: int, before: str) -> bool:
    """Return whether "scores" means many rather than the verb or the results of a test."""
    if HARM_BEFORE.search(before):
        return True
    if _SUBJECT_OF_SCORES.search(before):
        return False
    return _OBJECT_OF_SCORES.match(text, end) is None
