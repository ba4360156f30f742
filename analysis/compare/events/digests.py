"""
Tell digests, which report many events, from reports of one: "World in brief", "Morning Rundown".

In: headline and text of an article. Out: whether it is a digest. Its words are those of all its
news, so that it resembles a report of each, and would join two of them that share nothing.
"""

import re

import numpy as np
import pandas as pd

from analysis.core.calendar_words import WEEKDAY

__all__ = ["digests", "is_digest"]

_OPENING = 400  # characters in which a digest says what it is

_PERIOD = r"(?:morning|midday|evening|nightly|daily|weekly|weekend)"
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|march|april|may|june|july|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_TOPIC = r"(?:news|world|sports?|business|health|crime|politics|political|campaign|markets?|tech)"
_FORM = r"(?:briefs?|briefing|digest|round-?up|rundown|wrap|headlines|diary|bulletin|mini-report)"

_NUMBER = r"(?:two|three|four|five|six|seven|eight|nine|ten|\d{1,2})"
_INCIDENTS = (
    r"(?:towns|cities|villages|attacks|raids|strikes|bombings|bombs|shootings|killings|fronts|fires"
    r"|crashes|battles|clashes)"
)

_TITLE = re.compile(
    rf"""
    \bin\s+brief\b(?!\s+(?-i:[a-z]))
      | (?:^|[:|–—])\s* (?:(?:the|your|{WEEKDAY}(?:['’]s)?|{_PERIOD}|{_TOPIC})\s+){{0,3}}
        {_FORM}\b (?=\s*(?:$|[:|,–—-]|\d|of\b|for\b))
      | \b(?:what|everything)\s+you\s+need\s+to\s+know\s+
        (?:today|this\s+morning|before\s+the\s+(?:bell|open))\b
      | \b(?:top|five|ten|\d+)\s+(?:stories|things)\s+(?:of|to\s+know)\b(?!\s+about\b)
      | \bthings\s+that\s+caught\s+my\s+eye\b
      | \bthe\s+week\s+that\s+was\b
      | \b(?:day|week|month|year)\s+in\s+(?:review|politics|pictures)\b
      | ^\s*the\s+(?:week|month)\s+in\s+(?-i:[A-Z])[^:]{{1,30}}(?::|$)
      | ^\s*{_NUMBER}\s+(?:days|weeks)\s+in\s+(?!{_MONTH}\b)(?-i:[A-Z])[^:]{{1,30}}:\s+an?\s
      | ^\s*{_NUMBER}\s+days,\s+{_NUMBER}\s+{_INCIDENTS}\b
      | ^\s*{_NUMBER}\s+{_INCIDENTS},\s+{_NUMBER}\s+days\b(?!.*\bwhat\s+we\s+know\b)
      | \b(?:{_PERIOD}|{WEEKDAY}['’]s)\s+(?:e-?mail|newsletter|edition|links|agenda)\s*(?:$|[:|–—-])
      | ^\s*{_PERIOD}\s+on\s+[A-Z]
      | ^\s*(?:[\w'’]+\s+){{0,2}}playbook(?:\s+pm)?\s*:
      | \bdigits\s+for\s+(?:{WEEKDAY}|{_MONTH})\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
_TEXT = re.compile(
    r"""
    \b(?:you['’]re\s+reading|welcome\s+to)\b [^.!?]{0,80} \b(?:digest|newsletter|round-?up)\b
      | \btoday['’]s\s+(?:edition|instal?lment)\s+of\s+(?-i:[a-z])
    """,
    re.VERBOSE | re.IGNORECASE,
)


def is_digest(title: str | None, text: str | None) -> bool:
    """
    Return whether an article is announced as several pieces of news.

    Parameters
    ----------
    title, text : str or None
        Of the text, the opening is read.

    Returns
    -------
    bool

    Examples
    --------
    >>> is_digest("Tuesday's Campaign Round-Up", None)
    True
    >>> is_digest("Five things to know about the quake", None)
    False
    """
    if isinstance(title, str) and _TITLE.search(title):
        return True
    return isinstance(text, str) and _TEXT.search(text[:_OPENING]) is not None


def digests(articles: pd.DataFrame) -> np.ndarray:
    """
    Return which articles are digests.

    Parameters
    ----------
    articles : DataFrame
        ``title`` and ``text``. Not changed.

    Returns
    -------
    array of bool, shape (n_articles,)
    """
    pairs = zip(articles["title"], articles["text"], strict=True)
    return np.array([is_digest(title, text) for title, text in pairs], dtype=bool)
