"""
Read which year a number is of, where the words next to it say so.

In: a sentence, the place of a number in it, and the day of the article. Out: the year, or None.
"Last year" is counted from the day of the article. "Since 2007" and "by 2030" bound a time and
name no year of the number.
"""

import re
from datetime import date

from analysis.core.calendar_words import MONTH

__all__ = ["is_basis", "stated_month", "stated_year"]

CHARACTERS_NEAR = 60

_YEAR = re.compile(
    r"""
    \b(?P<before>(?:since|by|until|till|through|before|after|than
      |from(?=\s+\w+\s+years?\s+(?:ago|earlier|before)\b))\s+(?:\w+\s+|(?:mid|early|late)-)?)?
    (?: (?P<year>(?:19|20)\d\d) (?![\d,.-]\d)
      | (?P<word>this|last|previous|next)\s+(?:fiscal\s+|calendar\s+)?year\b
      | \b(?P<ago>a|one|two|three|four|five|six|seven|eight|nine|ten|\d\d?)
        \s+years?\s+(?P<from>ago\b|earlier\b|before(?=\s*(?:[.,;)]|$)))
    )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_CLAUSE_END = re.compile(
    r"[;:()]|\bbut\b|\bwhile\b|\bcompar(?:ed|es|ing)\b|\bversus\b|\bup from\b|\bdown from\b"
    r"|\b(?:before|after|since)\s+[a-z]+ing\b"  # "four terms before losing his seat in 2022"
    # "150 people were on the bridge, which was built in 1987"
    r"|,\s+(?:which|who)\s+(?:was|were|had\s+been)\s+(?:first\s+|last\s+)?"
    r"(?:opened|(?:re)?built|founded|launched|established|born|constructed|completed|renovated)\b"
)
# "He earned $4.9m, [after $6.3m in 2024]", "0.9 degrees [short of the record of 2023]"
_OTHER_AFTER = re.compile(
    r"\b(?:short|shy)\s+of\b|\b(?:after|against)\s+(?=(?:about\s+|some\s+)?[$€£]?\d)"
)
_MONTH = re.compile(rf"\b({MONTH})\b(?!\s+\d)")
_COMPARED = r"\b(?:from|compar(?:ed|es|ing)\s+(?:with|to)|versus|vs\.?|against|than)"
_BASIS = re.compile(
    rf"(?:{_COMPARED}|\binstead\s+of)"
    r"\s+(?:(?:about|around|some|the|an?|just|only|nearly|a\s+total\s+of)\s+)*[$€£]?\s*$"
    # "hiring picked up from March, when payrolls grew by 96,000"
    rf"|{_COMPARED}\s+(?:(?-i:{MONTH})|(?:the\s+)?(?:previous|prior|last|same)\s+\w+"
    r"|an?\s+\w+\s+(?:ago|earlier|before)),?\s+when\s+[^.;,]{0,60}$",
    re.IGNORECASE,
)
_WHEN = re.compile(r",?\s+when\b")  # "since November 2018, when 12 people were killed"
_QUALIFIES = re.compile(
    r"\b(?:more|less|fewer|greater|higher|lower|other|rather)\s+than\b", re.IGNORECASE
)
# "The site, which opened in 1964, ran at half of its capacity"
_ASIDE = re.compile(
    r",\s+(?:which|who|whose|where|opened|built|founded|launched|established|born)\b[^,;.]*,"
)
# "It costs $410m, [less than the $530m that was spent last year]"
_OTHER_SUM = re.compile(
    r"\b(?:less|more|fewer|higher|lower|larger|smaller|up|down|rather)\s+(?:than|from)\s+"
    r"(?:the\s+|its\s+|about\s+|some\s+)*[$€£]?\d"
)
# "slipped to 23,400 a game [from 27,100 in 2022]", but "40,000 refugees from 12 countries in 2022"
_FROM_OTHER = re.compile(r"\bfrom\s+(?:about\s+|some\s+|just\s+(?:over\s+|under\s+)?)?[$€£]?\d")
_CHANGED = re.compile(
    r"\b(?:slip|f[ae]ll|drop|r[io]s|gr[eo]w|climb|increas|decreas|declin|jump|rais|cut|lower|up"
    r"|down|higher|sank|sink|shr[aiu]nk|plung|soar)\w*",
    re.IGNORECASE,
)
_NUMBER_BEFORE = re.compile(r"(?<![\w.,])(?!(?:19|20)\d\d\b)[$€£]?\d[\d,.]*")
# days of a month and lengths of time
_NO_COUNT = re.compile(
    rf"\b\d{{1,2}}(?:st|nd|rd|th)?\s+{MONTH}\b|\b{MONTH}\s+\d{{1,2}}\b(?!\d)"
    r"|\b\d+[\s-](?:months?|quarters?|years?|days?|weeks?|hours?|minutes?|seasons?)\b"
)
_NUMBERS: tuple[str, ...] = (
    *("a", "one", "two", "three", "four", "five"),
    *("six", "seven", "eight", "nine", "ten"),
)
_SHIFT = {"this": 0, "last": -1, "previous": -1, "next": 1}


def stated_year(sentence: str, start: int, end: int, published: date | None) -> int | None:
    """
    Return the year that the words next to a number give it.

    Parameters
    ----------
    sentence : str
    start, end : int
        Characters of the number in the sentence.
    published : date or None
        Day of the article.

    Returns
    -------
    int or None
        None if no year is next to it, in its clause, or if several are; or if it is told from
        the day of an article without one ("last year").

    Examples
    --------
    >>> stated_year("It made 90 cars in 2017, up from 80.", 8, 10, None)
    2017
    """
    before, after = _clause(_LEVELS.sub(_blank, sentence), start, end)
    after = _OTHER_AFTER.split(_up_to_other_sum(after))[0]
    if _CHANGED.search(f"{before} {after}"):
        after = _FROM_OTHER.split(after)[0]
    of_all = _years_of(_up_to_other_number(before), published, None)
    if is_basis(sentence, start):  # "to 1.04 in 2025 from 2.1 a year earlier"
        compared = _years_of(before, published, None)
        counted_from = next(iter(compared)) if len(compared) == 1 else None
        years = _years_behind(after, published, counted_from) or of_all
    else:
        years = of_all | _years_behind(after, published, None)
    if len(years) != 1:
        return None
    return years.pop()


# "a cut of 29% by 2030 on 2018 levels": the year of what it is compared with
_LEVELS = re.compile(
    r"\b(?:on|from|to|than|below|above|against|over|of|(?:compared|relative)\s+(?:with|to))\s+"
    r"(?:its\s+|their\s+|the\s+)?(?:(?:19|20)\d\d\s+(?:levels?|base(?:line)?)\b"
    r"|(?:levels?|baselines?)\s+(?:of|in)\s+(?:19|20)\d\d\b)",
    re.IGNORECASE,
)


def _up_to_other_number(before: str) -> str:
    """Return the words before another number: "7,200 in 2024 and 3,800" has one year, of 7,200."""
    for match in _YEAR.finditer(before):
        if _WHEN.match(before, match.end()):
            return before[match.start() :]  # "69, lower than in 2018, when it was 71"
    number = _NUMBER_BEFORE.search(_NO_COUNT.sub(_blank, before))
    return before if number is None else before[: number.start()]


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _years_of(words: str, published: date | None, counted_from: int | None) -> set[int | None]:
    """Return the years that some words name; those that bound a time are none."""
    return {
        _year(match, published, counted_from)
        for match in _YEAR.finditer(words)
        if match["before"] is None or _WHEN.match(words, match.end())
    }


def _years_behind(words: str, published: date | None, counted_from: int | None) -> set[int | None]:
    """Return the years behind a number; "than in 2018, when" leads to another one."""
    return {
        _year(match, published, counted_from)
        for match in _YEAR.finditer(words)
        if match["before"] is None
    }


def _up_to_other_sum(words: str) -> str:
    """Return the words before another sum that a comparison sets beside a number."""
    return _OTHER_SUM.split(words)[0]


def _year(match: re.Match[str], published: date | None, counted_from: int | None) -> int | None:
    """Return a year; "a year earlier" is counted from the year of what it is compared with."""
    if match["year"]:
        return int(match["year"])
    latest = None if published is None else published.year
    if match["ago"]:
        if match["from"].lower() != "ago" and counted_from is not None:
            latest = counted_from
        return None if latest is None else latest - _n_years(match["ago"].lower())
    return None if latest is None else latest + _SHIFT[match["word"].lower()]


def _n_years(word: str) -> int:
    return int(word) if word.isdigit() else max(1, _NUMBERS.index(word))


def stated_month(sentence: str, start: int, end: int) -> str | None:
    """
    Return the month that the words next to a number give it, without a day.

    Parameters
    ----------
    sentence : str
    start, end : int
        Characters of the number in the sentence.

    Returns
    -------
    str or None
        None if no month is next to it, in its clause, or if several are.
    """
    before, after = _clause(sentence, start, end)
    months = {*_MONTH.findall(before), *_MONTH.findall(after)}
    return months.pop() if len(months) == 1 else None


def is_basis(sentence: str, start: int) -> bool:
    """
    Return whether a number is what another is compared with: "up from 80", "than 80".

    Parameters
    ----------
    sentence : str
    start : int
        The first character of the number in the sentence.

    Returns
    -------
    bool
    """
    before = sentence[max(0, start - CHARACTERS_NEAR) : start]
    return _BASIS.search(before) is not None and not _QUALIFIES.search(before)


def _clause(sentence: str, start: int, end: int) -> tuple[str, str]:
    """Return the words before and after a number that are of its clause."""
    near = _ASIDE.sub(",", sentence[max(0, start - CHARACTERS_NEAR) : start])
    before = _CLAUSE_END.split(near)[-1]
    after = _CLAUSE_END.split(sentence[end : end + CHARACTERS_NEAR])[0]
    return before, after
