"""
Tell words of harm that say something else: caught on camera, treated as a hero, died of old age.

In: a text, the characters of a named person or of a number, and the outcome that was read. Out: the
rule that fired, or None. Rules: ``data/rules/figures/named.toml``. Where only dying is told, and
neither the sentence nor the headline and lead tell of anything that kills, a named person died as
people die: an article on a court calls no judge a casualty because he died in spring.
"""

import re
from functools import lru_cache

from analysis.extract.figures.rules import first_rule
from analysis.extract.figures.told_causes import LEAD, tells_cause
from analysis.extract.numbers.word_patterns import ANY_CASE

__all__ = ["other_sense", "tells_no_cause", "tells_of_theft_alone"]

_STOLEN = re.compile(
    r"\b(?:(?:personal|stolen)\s+data|data\s+(?:breach|leak|theft)|breach|passwords|hack(?:ers?|ed)"
    r"|cyber\W?attacks?|ransomware|phishing|fraud(?:sters?)?|bank\s+details"
    r"|scam(?:s|mers?)?)\b",
    ANY_CASE,
)
_BODILY = re.compile(
    r"\b(?:kill\w*|dead|deadly|die[sd]?|dying|deaths?|wound\w*|injur\w+|hurt|shot|shots|shoot\w*"
    r"|gun\w*|stab\w*|knif\w*|knives|beat(?:en|ing)|punch\w*|assault\w*|rap(?:ed|ist|es)|murder\w*"
    r"|manslaughter|crash\w*|collision|collided|blasts?|explo(?:ded|des|sion)\w*|bomb\w*|fires?"
    r"|blaze|burn(?:t|ed|s)?|hospital\w*|ambulances?|paramedics?|casualt\w+|bod(?:y|ies)"
    r"|fatal\w*)\b",
    ANY_CASE,
)
_LEAST_OF_THEFT = 2  # words of it: "breach of the peace" is one
_DIES = re.compile(r"\b(?:die[sd]?|dying|death|dead|passed\s+away|late)\b", ANY_CASE)


def other_sense(text: str, start: int, end: int, outcome: str) -> str | None:
    """
    Return the rule by which the words of harm say something else; None if there is none.

    Parameters
    ----------
    text : str
    start, end : int
        Characters of the person or number.
    outcome : str
        That was read.

    Returns
    -------
    str or None

    Examples
    --------
    >>> other_sense("Mira Stone was caught on camera.", 0, 10, "captured")
    'other_captured.on_camera'
    >>> other_sense("Mira Stone was caught.", 0, 10, "captured") is None
    True
    """
    by_outcome = first_rule(f"other_{outcome}", text, start, end)
    return by_outcome or first_rule("other_sense", text, start, end)


@lru_cache(maxsize=256)
def tells_of_theft_alone(text: str) -> bool:
    """
    Return whether those who were hit are victims of hackers or fraud, and nobody is hurt.

    Parameters
    ----------
    text : str
        The whole article.

    Returns
    -------
    bool

    Examples
    --------
    >>> tells_of_theft_alone("Hackers stole the personal data of 700,000 people who were hit.")
    True
    >>> tells_of_theft_alone("Hackers stole the personal data of a hospital. Two people died.")
    False
    >>> tells_of_theft_alone("Two people were hit. A man was held for breach of bail.")
    False
    """
    n_of_theft = sum(1 for _ in _STOLEN.finditer(text))
    return n_of_theft >= _LEAST_OF_THEFT and _BODILY.search(text) is None


def tells_no_cause(text: str, sentence: tuple[int, int]) -> bool:
    """
    Return whether a sentence tells that somebody died, and nothing that people are killed by.

    Parameters
    ----------
    text : str
    sentence : (int, int)
        Its characters.

    Returns
    -------
    bool
        False where the headline or the lead tells of something that kills.

    Examples
    --------
    >>> tells_no_cause("The court met after Judge Reed died.", (0, 36))
    True
    >>> tells_no_cause("The bridge fell, and Judge Reed died.", (0, 37))
    False
    """
    words = text[slice(*sentence)]
    if _DIES.search(words) is None or tells_cause(words):
        return False
    return not tells_cause(text[:LEAD])
