"""
Tell which news agency a text comes from, if its byline or a mark in it says so.

In: the text and byline of an article. Out: the name of an agency, or None. Outlets that print one
agency's text are one source, although they did not copy from each other. Agencies and their marks:
``data/lexicons/agencies.toml``.
"""

import re
from functools import cache, lru_cache

from analysis.core import lexicon, paths
from analysis.core.calendar_words import WEEKDAY

__all__ = ["BOTTOM", "TOP", "agency_of", "dateline_mark"]

_PATH = paths.LEXICONS / "agencies.toml"
TOP = 600
"""Characters in which a headline, a byline and a dateline are."""
BOTTOM = 400
"""Characters in which a credit line is."""
# "Reuters Photo" says whose the picture is
_NOT_OF_A_PICTURE = r"(?!\s*(?:[Pp]hoto|PHOTO|[Pp]icture|[Ii]mages?|[Vv]ideo|/|\s*[Ff]ile\b))"


def agency_of(text: str, author: str | None = None) -> str | None:
    """
    Return the agency that an article was taken from.

    Parameters
    ----------
    text : str
        Headline and body.
    author : str, optional
        Byline as given.

    Returns
    -------
    str or None
        Name of the agency; None if no mark is found. Of an agency that the list lacks, the mark of
        the dateline. What an agency is quoted as saying ("he told Reuters") is no mark, and neither
        is the credit of a picture.

    Examples
    --------
    >>> agency_of("TALLIS (AP) - A dam broke on Monday.")
    'Associated Press'
    >>> agency_of("TALLIS (Northern Wire) - A dam broke on Monday.")
    'Northern Wire'
    >>> agency_of("A dam broke, an official told Reuters.") is None
    True
    """
    names, byline, *_ = _patterns()
    if author:
        found = byline.search(author)
        if found:
            return names[found["agency"]]
    return _marked_agency(text[:TOP], text[-BOTTOM:].rstrip())


# "TALLIS, March 3 (Northern Wire) -": no day, and no party of a member of Congress, "(R-NY)"
_UNLISTED = re.compile(
    r"^\W*[A-ZÀ-Þ][A-ZÀ-Þ’'.-]+(?:[ ,][\w’'. ,-]{0,60})?\s"
    r"\((?P<mark>(?![RDI]-)[A-Z][A-Za-zÀ-ÿ.&' -]{1,28})\)\s*[-–—]+\s",
    re.MULTILINE,
)


@lru_cache(maxsize=10_000)  # a text is asked again for each quantity that it states
def _marked_agency(start: str, end: str) -> str | None:
    """Return the agency that the first or last lines of a text name as its own."""
    names, _, top, bottom = _patterns()
    for pattern, part in ((top, start), (bottom, end)):
        found = pattern.search(part)
        if found:
            return names[next(mark for mark in found.groups() if mark)]
    return dateline_mark(start)


def dateline_mark(text: str) -> str | None:
    """
    Return the mark in the dateline of a text: "TALLIS, March 3 (Northern Wire) -".

    Parameters
    ----------
    text : str

    Returns
    -------
    str or None
        As printed, of a listed agency or not. None without a dateline.
    """
    found = _UNLISTED.search(text[:TOP])
    return None if found is None else found["mark"]


@cache
def _patterns() -> tuple[dict[str, str], re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Return the agency of each mark, and patterns of bylines, first and last lines."""
    groups = lexicon.load(_PATH, allowed_keys=("name", "marks"), required=_REQUIRED)
    names = {}
    for group in groups.values():
        for mark in group["marks"]:
            names[mark] = names[mark.upper()] = group["name"]
    marks = "|".join(re.escape(mark) for mark in sorted(names, key=len, reverse=True))
    mark = rf"(?<![\w.])({marks})(?!\w)"
    byline = re.compile(rf"(?<![\w.])(?P<agency>{marks})(?!\w)")
    top = re.compile(
        # TALLIS (AP) -, (Reuters) -, TALLIS, March 3 (Xinhua) --; not "(Reuters Photo)"
        rf"(?:^|\w[\w.,' ]*)\((?:{mark})\)\s*[-–—:]"
        rf"|[A-Z]{{3,}},?\s(?:[A-Z][a-z]+\.?\s\d+\s)?\((?:{mark})\)"
        # a line of its own: By Reuters, By Ada Holm, Associated Press, AFP
        rf"|^\W*(?:[Bb][Yy]:?\s|Source:?\s|From\s)?(?:the\s)?{mark}\W*$"
        rf"|^\W*(?:[Bb]y|BY)\s[^.\n]{{0,60}}?{mark}{_NOT_OF_A_PICTURE}\W*$"
        # where lines are lost: "By Reuters A dam broke", "monitor AFP Thursday 30 Jun 2016"
        rf"|\b(?:By|BY)\s(?:[Tt]he\s)?{mark}{_NOT_OF_A_PICTURE}"
        rf"|{mark}\s{WEEKDAY}\s\d{{1,2}}\s[A-Z]",
        re.MULTILINE,
    )
    bottom = re.compile(
        rf"(?:^|[.!?\"”’]\s*|\n\W*)[(\[–—-]*\s*(?:Source:?\s|With\s)?(?:the\s)?{mark}\W*\Z"
        rf"|[(\[–—]\s*(?:[Tt]he\s)?{mark}\s*[)\]]?\W*\Z"
        rf"|\b(?:[Aa] report by|[Rr]eported by|[Rr]eporting by|Source:)\s(?:the\s)?{mark}\W*\Z"
        rf"|(?:©|\(c\)|[Cc]opyright)\s*(?:(?:19|20)\d\d)?,?\s*(?:[Tt]he\s)?{mark}"
        rf"|{mark}\s(?:contributed to|reported)(?:\sthis)?\W*(?:report|story|article)?\W*\Z"
    )
    return names, byline, top, bottom


_REQUIRED = ("name", "source", "licence", "date", "marks")
