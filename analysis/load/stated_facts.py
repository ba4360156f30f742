"""
Find the numbers, days and places that a text states, to tell an update from a copy.

In: a text. Out: an array of facts: where each is, in words, and a key that is the same however the
fact is written ("forty-one" and "41", "5 March" and "March 5"). Two texts with the same words are
versions of one if a fact differs. What belongs to the page and not to the report is left out: lines
that say when it was published, clock times, counts of shares and comments, lists of other articles.

Only forms that versions of one text share are read here. What a number counts is not decided: see
``analysis.extract.numbers``.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator

import numpy as np

from analysis.core.calendar_words import MONTHS, WEEKDAYS

__all__ = ["FACT", "facts_of", "same_name"]

FACT = np.dtype([("start", "<u4"), ("end", "<u4"), ("weak", "u1"), ("key", "S24")])
"""
A fact: its first word and the word after its last one, whether it is weak, and its key.

A weak fact is one that a copy may add or lack; only in place of another does it make an update.
Keys begin with the kind: ``n`` for numbers, ``d`` for days, ``p`` for places.
"""

_WORD = re.compile(r"\w+")

# ---------------------------------------------------------------- numbers

_UNITS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_TEENS = (
    *("ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen"),
    *("eighteen", "nineteen"),
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_SMALL = {
    **{word: value for value, word in enumerate((*_UNITS, *_TEENS), 1)},
    **{word: 10 * value for value, word in enumerate(_TENS, 2)},
}
_SCALES = {
    "dozen": 12,
    "thousand": 10**3,
    "lakh": 10**5,
    "million": 10**6,
    "crore": 10**7,
    "billion": 10**9,
    "trillion": 10**12,
}
_SUFFIXES = {"k": 10**3, "mn": 10**6, "bn": 10**9, "tn": 10**12}
_MEASURES = ("m", "km", "cm", "mm", "kg", "pc", "pct", "mph", "kph")
_VAGUE = ("dozens", "scores", "hundreds", "thousands", "millions", "several")


def _any_of(words: Iterable[str]) -> str:
    """Return a group that matches any of the words, longest first."""
    return f"(?:{'|'.join(sorted(words, key=len, reverse=True))})"


_DIGITS = (
    r"(?:\d{1,3}(?:[,'’\u00a0]\d{3})+(?:\.\d+)?"  # 1,200
    r"|\d{1,3}(?:\.\d{3})+(?![\d.])"  # 1.200
    r"|\d{1,3}(?:[ \u2009\u202f]000)+(?!\d)"  # 12 000
    r"|\d+(?:\.\d+)?)"
)
_BELOW_HUNDRED = (
    rf"(?:{_any_of(_TENS)}(?:[-\s]{_any_of(_UNITS)})?|{_any_of(_TEENS)}|{_any_of(_UNITS)})\b"
)
_HUNDRED = (
    rf"(?:(?:{_BELOW_HUNDRED}|{_DIGITS}|an?)[-\s])?hundred\b(?:\s(?:and\s)?{_BELOW_HUNDRED})?"
)
_BASE = rf"(?:{_HUNDRED}|{_BELOW_HUNDRED}|{_DIGITS})"
_SCALE = rf"{_any_of(_SCALES)}\b"
_NUMBER = re.compile(
    rf"""
    (?<!\w) (?<!\d[.,:/])
    (?: (?:{_BASE}|half[-\s]an?|an?) [-\s] {_SCALE}
        (?: ,?\s(?:and\s)? (?:{_HUNDRED}|{_BELOW_HUNDRED}) (?:\s{_SCALE})? )*
      | {_DIGITS} \s? {_any_of((*_SUFFIXES, *_MEASURES))} (?!\w)
      | {_BASE} (?!\w | [:/]\d)
      | {_any_of(_VAGUE)} \b
    )""",
    re.VERBOSE | re.IGNORECASE,
)
_OTHER_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹٬٫", "01234567890123456789,.")
_TOKEN = re.compile(r"\d[\d,'’\u00a0\u2009\u202f.]*(?: 000)*|[a-z]+")
_THOUSANDS = re.compile(r"[,'’\u00a0\u2009\u202f ]|\.(?=\d{3}(?:\.|$))")
_YEAR = re.compile(r"(?:19|20)\d\d")

# ---------------------------------------------------------------- days


def _short_and_long(names: Iterable[str]) -> str:
    """Return a group that matches names in full or cut to three letters, capitalised."""
    forms = {"Sept", "SEPT", "Tues", "Thurs"}
    for name in names:
        forms |= {name, name.upper(), name[:3], name[:3].upper()}
    return _any_of(forms)


_MONTH = rf"(?P<month>{_short_and_long(MONTHS)})\b\.?"
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
_ANY_YEAR = r"(?:19|20)\d\d(?!\d)"
# a date, with the weekday before it and the clock time after it
_DATE = (
    rf"(?<!\w)(?:{_short_and_long(WEEKDAYS)}\.?,?\s+)?"
    r"(?:{date})"
    r"(?:,?\s+(?:at\s+)?\d{{1,2}}:?\d{{2}}(?::\d\d)?(?!\d))?"
)
_DAY_FIRST = re.compile(
    _DATE.format(date=rf"{_DAY}\s+(?:of\s+)?{_MONTH}(?:,?\s*(?P<year>{_ANY_YEAR}))?")
)
_MONTH_FIRST = re.compile(
    _DATE.format(date=rf"{_MONTH}\s+{_DAY}(?!\d|[:.,]\d)(?:,?\s*(?P<year>{_ANY_YEAR}))?(?!\w)")
)
_GLUED = re.compile(_DATE.format(date=rf"{_MONTH}\s+{_DAY}(?P<year>(?:19|20)\d\d)(?!\w)"))
_NUMERIC_DATE = re.compile(
    r"(?<![\w.])(?:\d{4}-\d\d-\d\d(?:T[\d:.]+Z?)?|\d{1,2}([/. -])\d{1,2}\1(?:19|20)\d\d)(?!\w)"
)
_MONTH_OF_YEAR = re.compile(rf"(?<!\w){_MONTH},?\s+(?:of\s+)?(?P<year>{_ANY_YEAR})")
_WEEKDAY = re.compile(rf"\b{_any_of([*WEEKDAYS, *map(str.upper, WEEKDAYS)])}\b")
_CLOCK = re.compile(
    r"""(?<!\w)
    (?: \d{1,2}:\d\d(?::\d\d)?
      | \d{1,4}(?:\.\d\d)?
        (?=\s?(?:[ap]\.?m\b | GMT\b | UTC\b | o['’]clock | hours?\s(?:GMT|local)))
    )""",
    re.VERBOSE | re.IGNORECASE,
)
_IN_A_SENTENCE = re.compile(
    r"\b(?:on|since|of|until|till|by|from|to|between|and|before|after|in|during|through|late|early"
    r"|the)\s+$",
    re.IGNORECASE,
)
_PUBLISHED = re.compile(
    r"(?:\b(?:Published|PUBLISHED|Posted|POSTED|Updated|UPDATED|Modified|Created|Accessed|Filed)"
    r"|\b[Dd]ate of publication|\b[Ll]ast (?:updated?|modified|edited)|\bFirst published)"
    r"(?:\s+(?:on|at))?\W*$"
)
_CREDIT = re.compile(r"[.,\s]*\(?(?:Reuters|AFP|AP|Getty|EPA|Photo|PHOTO|File|FILE)\b")

# ---------------------------------------------------------------- places

_KIND_OF_PLACE = (
    "city|town|village|province|district|suburbs?|governorate|region|area|camp|neighbou?rhood|state"
    "|county|port|island"
)
# what follows a name that does not itself describe a noun, as "Shia" in "in Shia areas" does
_AFTER_A_NAME = (
    "on|and|or|as|after|when|where|which|who|that|said|to|of|by|with|from|for|in|at|near|is|was"
    "|were|are|has|had|have|late|early|since|during|before|against|but|including|according|while"
    "|over|until|today|yesterday|this|last|because|amid|left|will|would"
)
_NAME = r"[A-Z][\w'’]+(?:[-\s][A-Z][\w'’]+)*"
_PLACE = re.compile(
    rf"""
    \b(?: in | at | near | outside | inside | around | across | into | towards? | between
        | (?:{_KIND_OF_PLACE}|north|south|east|west)\sof )
    \s+ (?:the\s+)? (?:[a-z]+(?:-[a-z]+)?\s+){{0,2}} (?:al[-\s])? (?P<name>{_NAME})
    (?= \s*(?:[^\w\s(-]|\Z) | \n | \s(?:{_AFTER_A_NAME}|[a-z]+ed|[a-z]+ing)\b
      | \s(?:{_KIND_OF_PLACE})\b(?!\sof\b) )
    """,
    re.VERBOSE,
)
_NO_PLACES = {*MONTHS, *WEEKDAYS, "The", "A", "An", "On", "At", "In", "He", "She", "It", "They"}

# ---------------------------------------------------------------- pages

_MOST_WORDS_OF_HEADLINE = 25
_ROUNDED_BY = 0.1  # of a number: "nearly 40" for 38
_COUNT = re.compile(rb"n:\d+(?:\.\d+)?")
_FIRST_WORDS = 60  # where a page puts its own lines, if lines have been lost
_LAST_WORDS = 30
_WORDS_OF_A_LINE = 10
_COUNTED_BY_PAGE = re.compile(
    r"\s*(?:comments?|shares?|views?|likes?|(?:re)?tweets?|followers|subscribers|replies|reactions"
    r"|clicks|downloads|min(?:ute)?s?\s+read|(?:hours?|min(?:ute)?s?|days?)\s+ago)\b",
    re.IGNORECASE,
)
_LABEL_OF_PAGE = re.compile(
    r"(?:\b(?:page|photo|image|slide|shares?|comments|views|likes|tel|phone|fax|copyright|size)\b"
    r"|©|\(c\)|\b(?:read more|continue reading))\W*$",
    re.IGNORECASE,
)
_END = re.compile(r"\s*\Z")
_CODE_OF_PAGE = re.compile(r"\b[A-Z]{2,}\s+$")
_OTHER_ARTICLES = re.compile(
    r"\b(?:Related (?:News|Stories|Articles|Topics|Content)|RELATED|Read [Aa]lso|Read [Mm]ore"
    r"|READ MORE|READ ALSO|Also [Rr]ead|You may also like|More from|Most [Rr]ead|Most Popular"
    r"|Trending|Recommended)\b[^.!?\n]*"
    r"|^(?:Photo|Image|Picture|File photo|Credit|Caption)\b[^\n]*",
    re.MULTILINE,
)

_VOWELS = re.compile(r"(?<=.)[aeiouy]|(?<=.)h")
_TWICE = re.compile(r"(.)\1+")
_SAME_SOUND = str.maketrans("qc", "kk")


def facts_of(text: str) -> np.ndarray:
    """
    Return the facts that a text states, in order.

    Parameters
    ----------
    text : str

    Returns
    -------
    array of FACT
        ``start`` and ``end`` count words as ``duplicates.words_of`` does. Numbers of a page, such
        as a count of shares, and days of publication are not among them; of a headline only the
        numbers that the text below does not state, not even more exactly: each desk writes its own
        headline over an agency's text.

    Examples
    --------
    >>> facts_of("Forty-one people died on Friday, 5 March")["key"].tolist()
    [b'n:41', b'd:03-05']
    """
    plain = text.translate(_OTHER_DIGITS)
    rows = sorted(_Reading(plain).facts())
    headline = _words_of_headline(plain)
    told = [float(row[3][2:]) for row in rows if row[0] >= headline and _COUNT.fullmatch(row[3])]
    kept = [row for row in rows if row[0] >= headline or _adds_number(row, told)]
    return np.array(kept, dtype=FACT)


def _words_of_headline(text: str) -> int:
    """Return how many words the first line has, if it is a headline over a text; else 0."""
    headline, _, body = text.partition("\n")
    words = len(_WORD.findall(headline))
    is_headline = words <= _MOST_WORDS_OF_HEADLINE and not headline.rstrip().endswith(".")
    return words if is_headline and len(_WORD.findall(body)) > words else 0


def _adds_number(row: tuple[int, int, bool, bytes], told: list[float]) -> bool:
    """Return whether a fact of a headline is a number that the text below does not tell."""
    if _COUNT.fullmatch(row[3]) is None:
        return False
    number = float(row[3][2:])
    return not any(number == other or _rounds(number, other) for other in told)


def _rounds(number: float, other: float) -> bool:
    """Return whether a number is another one with fewer digits: 40 of 38, but not 41."""
    is_near = abs(number - other) <= _ROUNDED_BY * other
    return is_near and _digits(number) < _digits(other)


def _digits(number: float) -> int:
    """Return how many significant digits a number has."""
    return len(f"{number:g}".replace(".", "").strip("0"))


class _Reading:
    """One text while it is read: what has been read already is not read again."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._starts = [word.start() for word in _WORD.finditer(text)]
        self._is_read = bytearray(len(text))
        for match in _OTHER_ARTICLES.finditer(text):
            self._mark(match.start(), match.end())

    def facts(self) -> Iterator[tuple[int, int, bool, bytes]]:
        """Yield the facts of every kind."""
        yield from self._days()
        for match in _CLOCK.finditer(self.text):
            self._mark(match.start(), match.end())
        yield from self._numbers()
        yield from self._places()

    def _mark(self, start: int, end: int) -> None:
        self._is_read[start:end] = b"\1" * (end - start)

    def _fact(self, match: re.Match[str], key: str, weak: bool) -> tuple[int, int, bool, bytes]:
        return self._fact_at(match.start(), match.end(), key, weak)

    def _fact_at(
        self,
        start: int,
        end: int,
        key: str,
        weak: bool,
    ) -> tuple[int, int, bool, bytes]:
        first = bisect_right(self._starts, start) - 1
        after = bisect_left(self._starts, end)
        return max(first, 0), after, weak, key.encode()[: FACT["key"].itemsize]

    def _new(self, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """Yield the matches of which nothing has been read, and mark them."""
        for match in pattern.finditer(self.text):
            if 1 not in self._is_read[match.start() : match.end()]:
                self._mark(match.start(), match.end())
                yield match

    def _is_at_an_edge(self, start: int) -> bool:
        """Return whether a place is where pages put lines of their own."""
        word = bisect_left(self._starts, start)
        return word < _FIRST_WORDS or word >= len(self._starts) - _LAST_WORDS

    def _before(self, start: int, length: int = 40) -> str:
        return self.text[max(start - length, 0) : start]

    # ------------------------------------------------------------ days

    def _days(self) -> Iterator[tuple[int, int, bool, bytes]]:
        for pattern in (_GLUED, _DAY_FIRST, _MONTH_FIRST):
            for match in self._new(pattern):
                month = _month_number(match["month"])
                key = f"d:{month:02}-{int(match['day']):02}"
                yield from self._dated(match, key, has_year=match["year"] is not None)
        for match in self._new(_NUMERIC_DATE):
            if _IN_A_SENTENCE.search(self._before(match.start())):
                yield from self._dated(match, f"d:{match[0]}", has_year=True)
        for match in self._new(_MONTH_OF_YEAR):
            # when a conflict began is background, which a copy may leave out or add
            key = f"d:{match['year']}-{_month_number(match['month']):02}"
            yield self._fact(match, key, weak=True)
        for match in self._new(_WEEKDAY):
            if not _PUBLISHED.search(self._before(match.start())):
                yield self._fact(match, f"d:{match[0].lower()}", weak=False)

    def _dated(
        self,
        match: re.Match[str],
        key: str,
        has_year: bool,
    ) -> Iterator[tuple[int, int, bool, bytes]]:
        """Yield the fact of a date, unless the date is the page's own."""
        before = self._before(match.start())
        is_at_an_edge = self._is_at_an_edge(match.start())
        if is_at_an_edge and _PUBLISHED.search(before):
            return
        if _IN_A_SENTENCE.search(before):
            yield self._fact(match, key, weak=False)
            return
        if has_year and (is_at_an_edge or _CREDIT.match(self.text, match.end())):
            return
        # a dateline: one outlet prints it, another does not
        yield self._fact(match, key, weak=is_at_an_edge)

    # ------------------------------------------------------------ numbers

    def _numbers(self) -> Iterator[tuple[int, int, bool, bytes]]:
        for match in self._new(_NUMBER):
            words = match[0].lower()
            if _YEAR.fullmatch(words):
                yield self._fact(match, f"d:{words}", weak=True)
            elif not self._is_of_page(match):
                # "one" is often no number, and a headline may say "dozens"
                is_weak = words == "one" or words in _VAGUE
                yield self._fact(match, f"n:{_value_of(words)}", weak=is_weak)

    def _is_of_page(self, match: re.Match[str]) -> bool:
        """Return whether a number counts what happens on the page, or is a code of it."""
        before = self._before(match.start())
        if _END.match(self.text, match.end()) and _CODE_OF_PAGE.search(before):
            return True
        counts = _COUNTED_BY_PAGE.match(self.text, match.end()) or _LABEL_OF_PAGE.search(before)
        if not counts:
            return False
        line_start = self.text.rfind("\n", 0, match.start()) + 1
        line_end = self.text.find("\n", match.end())
        line = self.text[line_start : line_end if line_end >= 0 else len(self.text)]
        is_short = len(_WORD.findall(line)) <= _WORDS_OF_A_LINE
        return is_short or self._is_at_an_edge(match.start())

    # ------------------------------------------------------------ places

    def _places(self) -> Iterator[tuple[int, int, bool, bytes]]:
        for match in _PLACE.finditer(self.text):
            if 1 in self._is_read[match.start() : match.end()]:
                continue
            for word in _WORD.finditer(self.text, match.start("name"), match.end("name")):
                # initials are mostly those of a group: "in IS territory"
                if word[0] not in _NO_PLACES and word[0].istitle():
                    key = f"p:{word[0].casefold()}"
                    yield self._fact_at(word.start(), word.end(), key, weak=True)


def _month_number(name: str) -> int:
    """Return the number of a month by the first letters of its name."""
    for number, month in enumerate(MONTHS, 1):
        if month[:3] == name[:3].title():
            return number
    raise ValueError(name)


def _value_of(words: str) -> str:
    """Return the value of a number in lower case, as text; a vague word is its own value."""
    if words in _VAGUE:
        return words
    total = 0.0
    group = None  # value since the last scale
    for token in _TOKEN.findall(words):
        if token[0].isdigit():
            group = (group or 0) + float(_THOUSANDS.sub("", token.rstrip(",.'’ ")))
        elif token in _SMALL:
            group = (group or 0) + _SMALL[token]
        elif token == "half":
            group = 0.5
        elif token == "hundred":
            group = (1 if group is None else group) * 100
        elif token in _SCALES or token in _SUFFIXES:
            scale = _SCALES.get(token) or _SUFFIXES[token]
            total += (1 if group is None else group) * scale
            group = None
    return f"{total + (group or 0):.12g}"


def same_name(one: str, other: str) -> bool:
    """
    Return whether two names of places are spellings of one.

    Parameters
    ----------
    one, other : str
        In lower case.

    Returns
    -------
    bool
        True for "hasakeh" and "hassakeh", "foua" and "foaa".

    Notes
    -----
    Vowels and doubled letters vary between transcriptions. Names that differ in a consonant, and
    short names that differ in more, are two.
    """
    from rapidfuzz.distance import Indel

    if abs(len(one) - len(other)) > 1 or _skeleton(one) != _skeleton(other):
        return False
    return Indel.normalized_similarity(one, other) >= 0.6


def _skeleton(name: str) -> str:
    """Return what different spellings of a name share, without the s of a genitive."""
    stem = _TWICE.sub(r"\1", name.translate(_SAME_SOUND)).removesuffix("s")
    return _TWICE.sub(r"\1", _VOWELS.sub("", stem))
