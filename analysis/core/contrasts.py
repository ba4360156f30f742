"""
Recognise a number that a sentence sets another against: "74 percent, lower than the 78 percent".

In: a text and where a number starts. Out: a truth value. The number before is what the article
reports, this one what another had said of the same thing. Extraction asks it for the source, and
the comparison of outlets for the number that stands.
"""

import re

__all__ = ["is_set_against"]

CHARACTERS_BEFORE = 60
_QUALIFIERS = (
    r"(?:(?:the|its|their|his|her|an?|some|about|around|roughly|nearly|almost|at\s+least|over"
    r"|up\s+to|just|only|previous|earlier|initial|original|first|official)\s+)*"
)
# A bare "more than 78" qualifies.
_SET_AGAINST = re.compile(
    rf"""
    \b(?: (?:rather\s+than|instead\s+of|as\s+opposed\s+to)\s+
        | (?:lower|higher|less|more|fewer|greater|smaller|larger|worse|better)\s+than\s+(?=the\s)
        | (?:above|below|short\s+of|against|compared\s+(?:to|with))\s+(?=the\s) )
    {_QUALIFIERS}[$€£]?\s*$
    """,
    re.VERBOSE | re.IGNORECASE,
)
# "$7.5 million short of the $64 million it must raise": what is missing, and the aim
_GAP = re.compile(r"\D*\d(?:[\d,.]*\d)?(?:\s+[a-z]+){0,3}\s*", re.IGNORECASE)
_CLAUSE_ENDS = re.compile(r"[.;:]\s")
_TELLS_GAP = re.compile(r"(?:above|below|short)\b", re.IGNORECASE)


def is_set_against(text: str, start: int) -> bool:
    """
    Return whether a number is one that the sentence sets another against.

    Parameters
    ----------
    text : str
    start : int
        First character of the number.

    Returns
    -------
    bool
        False for the aim that a gap alone is told of: "7 million short of the 64 million needed".

    Examples
    --------
    >>> text = "It was 74 percent, lower than the 78 percent that the firm had announced."
    >>> is_set_against(text, text.index("78")), is_set_against(text, text.index("74"))
    (True, False)
    """
    before = text[max(0, start - CHARACTERS_BEFORE) : start]
    contrast = _SET_AGAINST.search(before)
    if contrast is None:
        return False
    clause = _CLAUSE_ENDS.split(before[: contrast.start()])[-1]
    is_aim = _TELLS_GAP.match(contrast[0]) is not None and _GAP.fullmatch(clause) is not None
    return not is_aim
