"""
Find whose votes or seats a number counts: "Osei had 64,571 votes, to 57,902 for Prater".

In: a text and the characters of a number and of its sentence. Out: the name of the candidate or
party. News names the winner as the subject, the loser after "for", and lists all with a colon.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from analysis.core.calendar_words import MONTH, WEEKDAY
from analysis.extract.numbers.word_patterns import AS_WRITTEN

__all__ = ["VotesOf", "votes_counted", "votes_of"]

_VOTES = re.compile(r"\b(?P<noun>votes?|ballots|seats?)\b", re.IGNORECASE)
_SEATS = "seats"
_REACH = 160  # characters of a sentence before a number
_NEAR = 200  # characters before a sentence in which votes were counted
# the share of something else: "Unemployment in Spain is at 24 percent"
_OF_OTHER = re.compile(
    r"\b(?:unemployment|jobless|market|turnout|polls?|survey|inflation|approval|interest|growth"
    r"|shares?\s+of\s+(?!the\s+votes?)|cars?|aircraft|aboard)\b",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"\d[\d,.]*\s+(?:of\s+the\s+)?(?:votes|seats)\b"
    r"|\b(?:seats|precincts|ballots|votes)\s+(?:filled|counted)",
    re.IGNORECASE,
)
_LEADING_DAY = re.compile(rf"^(?:(?:Super\s+)?{WEEKDAY}|{MONTH})(?![\w’'-])\s*")
_NO_NAME = r"(?!(?:The|In|On|At|By|Of|For|After|Before|When|While|But|And|If|With|From|Since|As)\b)"
_NAME = rf"(?:(?:{_NO_NAME}[A-Z](?:[\w’'-]{{0,3}}\.|[\w’'-]*)\s+){{0,3}}{_NO_NAME}[A-Z][\w’'-]+)"
_NUMBER = r"\d[\d,.]*"
_ABOUT = r"(?:(?:about|some|nearly|just|over|under|only|almost|an\s+estimated|more\s+than)\s+)*"
_GOT = r"""
    (?: (?:(?:had|has|have)\s+)?(?:had|has|won|got|received|took|takes|polled|claimed|garnered
        |secured|drew|collected)
      | (?:led|leads|trailed|trails|finished|followed|ended|is|was|were|came)
        (?:\s+(?:first|second|third|fourth|last|ahead|behind|leading|trailing))?\s+
        (?:with|at|on) )
"""
_VOTE_COUNT = rf"{_NUMBER}(?:\s+(?:of\s+the\s+)?votes?)?"
_SHARE = rf"{_NUMBER}\s*(?:%|percent\b|per\s+cent\b)(?:\s+of\s+the\s+votes?)?"
# "Osei had [64,571]", "Osei had 64,571 votes, or [49.4] percent"
_BEFORE = re.compile(
    rf"""
    (?P<owner>{_NAME})(?:\s+(?:of|from)\s+{_NAME})?(?:,\s[^,.;\n]{{1,60}},)?\s+{_GOT}\s+{_ABOUT}
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
    \s+for\s+(?:(?:his|her|its|the)\s+(?:[a-z-]+\s+){{1,3}}?,?\s*(?:[a-z-]+\s+){{0,4}}?)?
    (?P<owner>{_NAME})
    """,
    AS_WRITTEN,
)
# "Social Labour had 24, Rural Voice [15] and the Greens [five]"
_NEXT_OF_LIST = re.compile(
    rf"(?:,|,?\s+and)\s+(?:the\s+)?(?P<owner>{_NAME})\s+(?:on\s+|with\s+|at\s+)?{_ABOUT}$",
    AS_WRITTEN,
)
_GOT_BEFORE = re.compile(rf"{_NAME}\s+{_GOT}\s+{_ABOUT}\w", AS_WRITTEN)
_OTHER_NOUN = re.compile(
    r"\s+(?!(?:votes?|seats?|ballots|percent|per|of|or|and|to|for|in|after|with|at)\b)"
    r"[a-z]{3,}"
)
_AFTER_IT = 60  # characters of a sentence after a number
# "97 percent of the votes counted", "with 40% of precincts reporting"
_COUNTED_AFTER = re.compile(
    r"\s+of\s+(?:the\s+|all\s+)?(?P<what>(?:votes?|ballots|precincts|polling\s+stations|districts)"
    r"\s+(?:counted|tallied|reporting|processed))\b",
    re.IGNORECASE,
)


class VotesOf(NamedTuple):
    """Whose votes or seats a number counts, as written, and which of them."""

    owner: str
    noun: str


def votes_counted(text: str, end: int) -> tuple[int, int] | None:
    """
    Return the words for what is counted so far: "97 percent of the votes counted" is of no party.

    Parameters
    ----------
    text : str
    end : int
        Character after a percent sign.

    Returns
    -------
    (int, int) or None

    Examples
    --------
    >>> text = "With 97% of the votes counted, Osei had 49%."
    >>> text[slice(*votes_counted(text, 8))]
    'votes counted'
    """
    counted = _COUNTED_AFTER.match(text, end)
    return None if counted is None else counted.span("what")


@lru_cache(maxsize=2_000)
def votes_of(text: str, start: int, end: int, sentence_start: int) -> VotesOf | None:
    """
    Return whose votes, share of the votes or seats a number is.

    Parameters
    ----------
    text : str
    start, end : int
        Characters of the number.
    sentence_start : int
        First character of its sentence.

    Returns
    -------
    VotesOf or None
        None where votes are not spoken of nearby, where something else is counted ("Osei had 400
        supporters"), and where nobody is named.

    Examples
    --------
    >>> text = "Osei had 64,571 votes, or 49.4 percent, to 57,902 for Prater."
    >>> votes_of(text, 9, 15, 0), votes_of(text, 43, 49, 0)
    (VotesOf(owner='Osei', noun='votes'), VotesOf(owner='Prater', noun='votes'))
    """
    noun = _noun_near(text, start, end, sentence_start)
    if noun is None or _OTHER_NOUN.match(text, end):
        return None
    if _OF_OTHER.search(text, sentence_start, end + _AFTER_IT):
        return None
    before = text[max(sentence_start, start - _REACH) : start]
    match = _BEFORE.search(before) or _LISTED.search(text[max(0, start - _REACH) : start])
    if match is None and _GOT_BEFORE.search(before):
        match = _NEXT_OF_LIST.search(before)
    match = match or _AFTER.match(text, end)
    owner = "" if match is None else _LEADING_DAY.sub("", match["owner"])
    return VotesOf(owner, noun) if owner else None


def _noun_near(text: str, start: int, end: int, sentence_start: int) -> str | None:
    """
    Return which of votes and seats is counted: right after a number, or else last before it.

    They are told in the sentence, or counted right before it.
    """
    right_after = _VOTES.match(text, end + 1)
    if right_after is not None:
        return _plural(right_after["noun"])
    first = sentence_start
    if _COUNTED.search(text, max(0, sentence_start - _NEAR), sentence_start) is not None:
        first = max(0, sentence_start - _NEAR)
    before = list(_VOTES.finditer(text, first, start))
    if before:
        return _plural(before[-1]["noun"])
    after = _VOTES.search(text, end, end + _AFTER_IT)
    return None if after is None else _plural(after["noun"])


def _plural(noun: str) -> str:
    return _SEATS if noun.lower().startswith("seat") else "votes"
