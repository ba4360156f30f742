"""
Read of a sum that it is the price of a firm, and of a count that it is the jobs that a firm cuts.

In: a statement and the text of its article. Out: whether it is. A takeover has one price, which one
outlet rounds and another takes from other papers; a plan to cut jobs has one number, which talks
with the unions change: "1,640 people to lose their jobs, down from the 1,850".
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

__all__ = ["is_job_cut", "is_price_of_deal"]

_REACH = 60  # characters before and after a number
_LEAST_PRICE = 1e6
_FEWEST_JOBS = 20
_QUALIFIERS = (
    r"(?:(?:about|around|some|nearly|almost|over|up\s+to|at\s+least|more\s+than|just|only)\s+)*\W?$"
)
_DEAL_NOUN = r"(?:takeover|take-over|buy-?out|acquisition|merger|purchase|swoop|sale|bid|deal)"
_OF_FIRMS = re.compile(r"\b(?:takeover|take-over|buy-?out|acqui(?:re[sd]?|ring|sition)|merger)\b")
# "the 385 million-pound takeover", "a £400million sale"
_DEAL_AFTER = re.compile(
    rf"[\s-]*(?:(?:pounds?|dollars?|euros?|rupees?|yen|yuan)[\s-]+)?"
    rf"(?:(?:all-(?:share|stock|cash)|cash|agreed|hostile|proposed|planned|record)\s+){{0,2}}"
    rf"{_DEAL_NOUN}\b(?!\s+(?:to\s+supply|price|proceeds|of\s+(?:shares|bonds|assets)))",
    re.IGNORECASE,
)
_DEAL_BEFORE = re.compile(
    rf"\b{_DEAL_NOUN}\b[^.;,\d]{{0,30}}\b(?:worth|valued\s+at|for|of)\s+{_QUALIFIERS}",
    re.IGNORECASE,
)
_NO_PRICE = re.compile(
    r"\b(?:per|each|stake|debts?|fees?|savings?|fines?|transfer|(?<!-)shares?"
    r"|loans?|advisers?|players?"
    r"|earlier|previous(?:ly)?|rejected|rival|first\s+(?:bid|offer)|last\s+year)\b",
    re.IGNORECASE,
)
_JOBS = frozenset("job post position role redundancy layoff".split())
_STAFF = frozenset("person people worker employee staff".split())
_CUT_BEFORE = re.compile(
    rf"\b(?:cut(?:s|ting)?|ax(?:e[sd]?|ing)|shed(?:s|ding)?|slash(?:e[sd]|ing)?"
    rf"|los(?:e[sd]?|ing)|lost"
    r"|scrap(?:s|ped|ping)?|eliminat(?:e[sd]?|ing)|announc(?:e[sd]?|ing)|make|making|made)\s+"
    rf"{_QUALIFIERS}|\bjob\s+(?:cuts|losses)\s+(?:to|of|at)\s+{_QUALIFIERS}",
    re.IGNORECASE,
)
_JOB_CUTS_BEFORE = re.compile(r"\bjob\s+(?:cuts|losses)\b")
_CUT_AFTER = re.compile(
    r"\s+(?:[\w-]+\s+){0,2}?(?:jobs|posts|positions|roles)\s+"
    r"(?:(?:are|were|is|will|would|could)\s+)?"
    r"(?:to\s+)?(?:go|be\s+(?:cut|lost|axed|shed)|lost|cut|axed)\b",
    re.IGNORECASE,
)
_DISMISSED_AFTER = re.compile(
    r"\s+(?:[\w-]+\s+){0,3}?(?:los(?:e|ing|t)\s+their\s+jobs|(?:be|been|being|were|are)\s+"
    r"(?:made\s+redundant|laid\s+off))\b",
    re.IGNORECASE,
)
_OTHER_JOBS = re.compile(
    r"\b(?:supply|suppliers?|contractors?|indirect(?:ly)?|further"
    r"|another|additional|more(?!\s+than)"
    r"|elsewhere|since|already|last\s+year|voluntar\w+|created?|new|sav(?:e[sd]?|ing)|at\s+risk"
    r"|of\s+(?:them|whom|these|those|the))\b",
    re.IGNORECASE,
)


def is_price_of_deal(statement: Mapping[str, Any], text: str) -> bool:
    """
    Return whether a sum is what a firm is bought for.

    Parameters
    ----------
    statement : mapping
        With ``amount``, ``start`` and ``end``.
    text : str
        Of its article, which must tell of a takeover, an acquisition, a buyout or a merger.

    Returns
    -------
    bool
        False for a price of a share or stake, a fee, and an offer that was rejected.

    Examples
    --------
    >>> text = "The £400m sale fell through, and with it the takeover."
    >>> is_price_of_deal({"amount": 4e8, "start": 5, "end": 9}, text)
    True
    """
    start, end = statement["start"], statement["end"]
    if statement["amount"] < _LEAST_PRICE or not _tells_of_takeover(text):
        return False
    before = text[max(0, start - _REACH) : start]
    is_told = _DEAL_AFTER.match(text, end) or _DEAL_BEFORE.search(before)
    around = before[-_REACH // 2 :] + text[end : end + _REACH // 2]
    return is_told is not None and _NO_PRICE.search(around) is None


@lru_cache(maxsize=64)  # the statements of an article come together
def _tells_of_takeover(text: str) -> bool:
    return _OF_FIRMS.search(text) is not None


def is_job_cut(statement: Mapping[str, Any], text: str) -> bool:
    """
    Return whether a number counts all jobs that are cut, or those who lose them.

    Parameters
    ----------
    statement : mapping
        With ``amount``, ``noun``, ``outcome``, ``start`` and ``end``.
    text : str
        Of its article.

    Returns
    -------
    bool
        False for jobs at suppliers, further ones, those saved, created or cut before.

    Examples
    --------
    >>> text = "The company now expects 1,640 people to lose their jobs."
    >>> statement = {"amount": 1640, "noun": "person", "outcome": None, "start": 24, "end": 29}
    >>> is_job_cut(statement, text)
    True
    """
    start, end = statement["start"], statement["end"]
    if statement["outcome"] is not None or statement["amount"] < _FEWEST_JOBS:
        return False
    before = text[max(0, start - _REACH) : start]
    if _OTHER_JOBS.search(before[-_REACH // 2 :] + text[end : end + _REACH]):
        return False
    if statement["noun"] in _STAFF:
        return _DISMISSED_AFTER.match(text, end) is not None
    is_cut = _CUT_BEFORE.search(before) or _CUT_AFTER.match(text, end)
    return (
        statement["noun"] in (None, *_JOBS) and is_cut is not None and _is_of_jobs(text, statement)
    )


def _is_of_jobs(text: str, statement: Mapping[str, Any]) -> bool:
    """Return whether a number counts jobs by its noun, or by the words before it."""
    before = text[max(0, statement["start"] - _REACH) : statement["start"]]
    return statement["noun"] in _JOBS or _JOB_CUTS_BEFORE.search(before) is not None
