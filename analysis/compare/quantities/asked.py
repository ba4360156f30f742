"""
Tell a number that somebody asked for from one that was given, spent or counted.

In: a sentence and the characters of a number in it. Out: True or False. "More than the $5.7 billion
that he demanded" prints two numbers, and the second is no rival of the first.
"""

import re

__all__ = ["is_asked"]

_CHARACTERS_BEFORE = 80
_CHARACTERS_AFTER = 90
_ASKED_BEFORE = re.compile(
    r"\b(?:request(?:s|ed|ing)?|demand(?:s|ed|ing)?|seek(?:s|ing)?|sought|want(?:s|ed)?"
    r"|propos(?:es|ed|ing)|ask(?:s|ed|ing)?\s+(?:[\w’'-]+\s+){0,2}?for"
    r"|(?:call|push|appeal)(?:s|ed|ing)?\s+for"
    r"|(?:request|demand|proposal|call|appeal|bid)\s+(?:of|for)"
    # "The union lowered its demand on Tuesday from 18 percent to 15"
    r"|(?:lower|cut|drop|reduc|rais|soften|trim)\w*\s+(?:its|their|his|her)\s+(?:[a-z]+\s+)?"
    r"(?:demand|request)s?\b[^.;,\d]{0,40}\b(?:from|to)"
    r"(?:\s+\d[\d.,]*\s?(?:%|pc|percent|per\s+cent)?\s+to)?"
    r"|(?:requested|proposed|demanded)\s+(?:figure|sum|amount|total|budget)\s+of)\s+"
    r"(?:(?:an?|the|some|about|around|nearly|almost|roughly|at\s+least|more\s+than|over|up\s+to"
    r"|another|additional|total|of)\s+){0,3}[$€£¥]?$",
    re.IGNORECASE,
)
_ASKED_AFTER = re.compile(
    r"(?:\s+[a-z-]+){0,2}?\s+(?:that\s+|which\s+)?"
    r"(?:he|she|it|they|(?:the|an?|its|his|her)\s+[\w-]+"
    r"|(?:(?:Mr|Mrs|Ms|Dr)\.\s+)?[A-Z][\w-]+(?:\s+[A-Z][\w-]+)*)\s+"
    r"(?:(?:has|have|had|is|are|was|were|been|first|once|[a-z]+ly)\s+){0,3}"
    r"(?:asked\s+for|asking\s+for|called\s+for|demand(?:s|ed|ing)|request(?:s|ed|ing)|sought"
    r"|seek(?:s|ing)|propos(?:es|ed|ing)|want(?:s|ed))\b"
)


def is_asked(sentence: str, start: int, end: int) -> bool:
    """
    Return whether a number is one that somebody asked for: "the $5 million that it demanded".

    Parameters
    ----------
    sentence : str
    start, end : int
        Characters of the number in the sentence.

    Returns
    -------
    bool

    Examples
    --------
    >>> is_asked("He requested $5.7 billion.", 14, 25), is_asked("He spent $5.7 billion.", 10, 21)
    (True, False)
    """
    before = sentence[max(0, start - _CHARACTERS_BEFORE) : start]
    if _ASKED_BEFORE.search(before) is not None:
        return True
    return _ASKED_AFTER.match(sentence[end : end + _CHARACTERS_AFTER]) is not None
