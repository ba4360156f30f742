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

    Examples
    --------
    >>> text = "It was 74 percent, lower than the 78 percent that the firm had announced."
    >>> is_set_against(text, text.index("78")), is_set_against(text, text.index("74"))
    (True, False)
    """
    return _SET_AGAINST.search(text[max(0, start - CHARACTERS_BEFORE) : start]) is not None
