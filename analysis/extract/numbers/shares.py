"""
Read fractions of something as percentages: "two-thirds of voters", "half the seats".

In: the words of a fraction. Out: its value in percent, to one decimal. Where fractions occur in a
text is found by ``analysis.extract.numbers.parse``. "Half a million", "half an hour", "the first
half" and "a quarter" of a year are none.
"""

import re
from functools import lru_cache

from analysis.extract.numbers.values import UNITS
from analysis.extract.numbers.word_patterns import one_of

__all__ = ["share_pattern", "share_value"]

_PARTS = {
    "half": 2,
    "halves": 2,
    "third": 3,
    "quarter": 4,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
}
_COUNTS = {"a": 1, "an": 1, **UNITS}
_OWNER = one_of("the of its their his her our these those all this that")
# "Fell by a third", "cut by more than half"
_AFTER_BY = (
    "",
    r"about\s",
    r"nearly\s",
    r"almost\s",
    r"around\s",
    r"roughly\s",
    r"over\s",
    r"up\sto\s",
    r"at\sleast\s",
    r"more\sthan\s",
    r"less\sthan\s",
)
# "Two thirds voted against", "about a third are students"
_MANY_DO = one_of(
    "were are have want said say voted vote live lived came went think believe back backed oppose"
    " opposed support supported now already never would will could did"
)
# "A fifth higher", "half as many"
_COMPARED = one_of(
    "higher lower more less fewer larger smaller cheaper dearer bigger longer shorter faster slower"
    " down up"
)
_MOVES = (
    "rose risen fell fallen dropped soared plunged jumped slumped climbed shrank grew slid tumbled"
    " surged sank"
)
_WORD = re.compile(r"[a-z]+")


@lru_cache(maxsize=1)
def share_pattern() -> str:
    """Return the pattern of fractions of something, as the group ``share``."""
    several = "|".join(word for word in _COUNTS if _COUNTS[word] > 1)
    parts = "|".join(word for word in _PARTS if not word.startswith("hal"))
    after_by = "|".join(rf"(?<=\bby\s{words})" for words in _AFTER_BY)
    after_moves = "|".join(
        rf"(?<=\b{move}\s{words})" for move in _MOVES.split() for words in _AFTER_BY
    )
    large = r"(?:a\s+)?(?:million|billion|trillion|dozen|hundred|thousand|century|decade)\b"
    return rf"""
        (?P<share>
          (?:{several})(?:-(?:{parts})s\b | \s(?:{parts})s\b(?=\s+(?:{_OWNER}\s | {_MANY_DO}\b)))
            (?!\s+of\s+{large})
          | (?:an?\s(?:{parts})|(?<!first\s)(?<!second\s)(?<!other\s)(?<!better\s)
              (?<!a\s)half)
            \b(?=\s+(?:were|are|have|want|say|think|believe|oppose|back|support)\b)
          | (?:an?|one)[\s-](?:half|{parts})\b(?=\s+{_COMPARED}\s+(?:than|in|on)\b)
          | half\b(?=\s+as\s+(?:many|much|high|large|big)\b)
          | (?:{after_moves}) (?:an?[\s-]|one-)?(?:half|{parts})\b
            (?=\s*(?:[.,;]|$|in\s|to\s|since\s|of\s(?!an?\b|the\s+way\b)))
          | (?:an?|one)[\s-](?:{parts})\b (?=\s+of\s) (?!\s+of\s+{large})
          | (?:{after_by}) (?:an?[\s-]|one-)?(?:half|{parts})\b
            (?!\s+of\s+an?\b) (?![\s-]+(?:an?|point)\b)
            # "informed by a third party"
            (?!\s+(?:part(?:y|ies)|person|m[ae]n|wom[ae]n|country|nation|term|time|source|side
              |suspect|court|judge|attack\w*|option|child|company|firm|group|car|vehicle)\b)
          | (?<!first\s)(?<!second\s)(?<!other\s)(?<!better\s)(?<!a\s)half\b
            (?=\s+{_OWNER}\s) (?!\s+of\s+{large}) (?!\s+(?:the|this|that)\s+(?:time|way|battle)\b)
        )
    """


def share_value(words: str) -> float:
    """
    Return a fraction in percent.

    Parameters
    ----------
    words : str
        What ``share_pattern`` matched.

    Returns
    -------
    float
        In (0, 100), rounded to one decimal.

    Examples
    --------
    >>> share_value("two-thirds"), share_value("a quarter"), share_value("Half")
    (66.7, 25.0, 50.0)
    """
    parts = _WORD.findall(words.lower())
    last = parts[-1]
    denominator = _PARTS.get(last) or _PARTS[last.removesuffix("s")]
    count = _COUNTS[parts[0]] if len(parts) > 1 else 1
    return round(100 * count / denominator, 1)
