"""
Find whose votes a number counts: "Osei had 64,571 votes, or 49.4 percent, to 57,902 for Prater".

In: a text and the characters of a number and of its sentence. Out: the name of the candidate or
party. News names the winner as the subject, the loser after "for", and lists all with a colon.
"""

import re
from functools import lru_cache

from analysis.extract.numbers.word_patterns import AS_WRITTEN

__all__ = ["vote_owner"]

_VOTES = re.compile(r"\b(?:votes?|ballots)\b", re.IGNORECASE)
_REACH = 160  # characters of a sentence before a number
_NEAR = 400  # characters on either side in which votes are spoken of
_NO_NAME = r"(?!(?:The|In|On|At|By|Of|For|After|Before|When|While|But|And|If|With|From|Since|As)\b)"
_NAME = rf"(?:(?:{_NO_NAME}[A-Z](?:[\w’'-]{{0,3}}\.|[\w’'-]*)\s+){{0,3}}{_NO_NAME}[A-Z][\w’'-]+)"
_NUMBER = r"\d[\d,.]*"
_ABOUT = r"(?:(?:about|some|nearly|just|over|under|only|almost|an\s+estimated|more\s+than)\s+)*"
_GOT = r"""
    (?: (?:had|has|won|got|received|took|takes|polled|claimed|garnered|secured|drew|collected)
      | (?:led|leads|trailed|trails|finished|followed|ended|is|was|were|came)
        (?:\s+(?:first|second|third|fourth|last|ahead|behind|leading|trailing))?\s+
        (?:with|at|on) )
"""
_VOTE_COUNT = rf"{_NUMBER}(?:\s+(?:of\s+the\s+)?votes?)?"
_SHARE = rf"{_NUMBER}\s*(?:%|percent\b|per\s+cent\b)(?:\s+of\s+the\s+votes?)?"
# "Osei had [64,571]", "Osei had 64,571 votes, or [49.4] percent"
_BEFORE = re.compile(
    rf"""
    (?P<owner>{_NAME})(?:,\s[^,.;\n]{{1,60}},)?\s+{_GOT}\s+{_ABOUT}
    (?:(?:{_VOTE_COUNT}|{_SHARE})(?:,\s+or\s+|\s+\(|,\s+|\s+or\s+){_ABOUT})?$
    """,
    AS_WRITTEN,
)
# "Renata Osei: [27,318] votes ([48]%)", a line of a list
_LISTED = re.compile(
    rf"""
    (?:^|\n)\W{{0,3}}(?P<owner>{_NAME})(?:\s+\([^()\n]{{1,30}}\)|,\s[^,:\n]{{1,30}})?:\s+
    (?:(?:{_VOTE_COUNT}|{_SHARE})(?:\s+\(|,\s+|\s+or\s+))?$
    """,
    AS_WRITTEN,
)
# "to [57,902], or [44.3] percent, for Prater"
_AFTER = re.compile(
    rf"""
    (?:\s*%|\s+percent|\s+per\s+cent)?(?:\s+(?:of\s+the\s+)?votes?)?
    (?:,?\s+or\s+{_SHARE},?|\s+\({_SHARE}\)|,)?
    \s+(?:for|to)\s+(?P<owner>{_NAME})
    """,
    AS_WRITTEN,
)
_OTHER_NOUN = re.compile(
    r"\s+(?!votes?\b|ballots\b|percent\b|per\b|of\b|or\b|and\b|to\b|for\b|in\b|after\b|with\b|at\b)"
    r"[a-z]{3,}"
)
_MONTHS_AND_DAYS = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August"
    r"|September|October|November|December"
)


@lru_cache(maxsize=2_000)
def vote_owner(text: str, start: int, end: int, sentence_start: int) -> str | None:
    """
    Return whose votes, or share of the votes, a number is.

    Parameters
    ----------
    text : str
    start, end : int
        Characters of the number.
    sentence_start : int
        First character of its sentence.

    Returns
    -------
    str or None
        The name as written; None where votes are not spoken of nearby, where something else is
        counted ("Osei had 400 supporters"), and where nobody is named.

    Examples
    --------
    >>> text = "Osei had 64,571 votes, or 49.4 percent, to 57,902 for Prater."
    >>> vote_owner(text, 9, 15, 0), vote_owner(text, 26, 30, 0), vote_owner(text, 43, 49, 0)
    ('Osei', 'Osei', 'Prater')
    """
    if _VOTES.search(text, max(0, start - _NEAR), end + _NEAR) is None:
        return None
    if _OTHER_NOUN.match(text, end):
        return None
    before = text[max(sentence_start, start - _REACH) : start]
    match = _BEFORE.search(before) or _LISTED.search(text[max(0, start - _REACH) : start])
    match = match or _AFTER.match(text, end)
    if match is None or _MONTHS_AND_DAYS.fullmatch(match["owner"]):
        return None
    return match["owner"]
