"""
Find the numbers that a text states, with the interval that the words allow.

In: any text. Out: one ``Number`` for each count, percentage, sum of money or measure: digits of
several scripts, words, ranges, fractions of something ("a third of") and vague words, with their
qualifier and unit. Dates, times, ages of persons, times that only locate ("two days ago"), names
("Route 66") and scores are left out. What a number counts is not
decided here: see ``analysis.extract.figures.extract``.

"29" is 29 to 29; "at least 29" and "more than 29" have no high; "up to 29", "as many as 29" and
"fewer than 29" have no low; "about 29" is 29 to 29, as printed; "20-30" is 20 to 30, but "90 to 95
or more" has no high; "dozens" has neither. Word lists: ``data/lexicons/quantifiers.toml``.
Libraries that were tried: see ``analysis.extract.numbers.values``.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache

from analysis.core.calendar_words import MONTH
from analysis.core.change_words import MOVES
from analysis.core.limits import LARGEST_FIGURE
from analysis.extract.numbers.idioms import (
    is_all_of_it,
    is_by_half,
    is_exchange_rate,
    is_name_of_class,
    is_set_sum,
)
from analysis.extract.numbers.letter_signs import with_percent_signs, with_signs
from analysis.extract.numbers.measures import is_no_quantity, over_is_preposition
from analysis.extract.numbers.non_counts import (
    counts_nothing,
    follows_month,
    is_score,
    is_time_of_entry,
    is_vote,
    with_dashes_in_votes,
)
from analysis.extract.numbers.parts import part_of, part_pattern
from analysis.extract.numbers.qualifiers import NO_QUALIFIER, Qualifier, qualifier_of
from analysis.extract.numbers.ratios import is_ratio, ratio_pattern, ratio_value
from analysis.extract.numbers.shares import share_pattern, share_value
from analysis.extract.numbers.signs import may_be_negative, minus_start
from analysis.extract.numbers.units import (
    JOINED_UNITS,
    Unit,
    is_duration,
    signs_of_letters,
    unit_of,
)
from analysis.extract.numbers.vague_words import is_vague_quantity
from analysis.extract.numbers.values import GLUED, NUMBER, PLAIN, SCALES, SMALL, parse_value
from analysis.extract.numbers.word_patterns import ANY_CASE, alternatives, quantifier_lists

__all__ = ["TOO_LARGE", "Number", "number_at", "numbers_too_large", "parse_numbers"]

TOO_LARGE = "too large"
"""The kind of a number above ``LARGEST_FIGURE``."""

CHARACTERS_AROUND = 80  # of a span whose number is looked for


@dataclass(frozen=True)
class Number:
    """
    A number as stated.

    Attributes
    ----------
    start, end : int
        Characters of the number itself, without its qualifier; a range is one number.
    text : str
        Those characters.
    low, high : float or None
        Smallest and largest value that the words allow; None where they set no limit.
    qualifier : str
        One of ``analysis.core.tables.QUALIFIERS``.
    qualifier_span : (int, int) or None
        Characters of the words that qualify it.
    kind : {"count", "percent", "points", "money", "measure", "too large"}
    weak : bool
        Whether it is a vague word that may state no quantity at all ("many", "several").
    unit : Unit or None
        Its unit; None for one that is too large.
    """

    start: int
    end: int
    text: str
    low: float | None
    high: float | None
    qualifier: str
    qualifier_span: tuple[int, int] | None = None
    kind: str = "count"
    weak: bool = False
    unit: Unit | None = field(default=None, compare=False)

    def overlap(self, start: int, end: int) -> int:
        """Return how many characters the number shares with a span."""
        return max(0, min(self.end, end) - max(self.start, start))


_DASHES = ("-", "–", "—")
_SPACE = r"[^\S\n]?"  # a dash at the start of a line begins an item of a list
_DASH = rf"{_SPACE}[{''.join(_DASHES)}]{_SPACE}"
_SIGN = r"(?P<sign{}>(?:[A-Z]{{1,2}})?[$€£]\s?)?"
_REPEATED = r"\s?%|\s(?:percent|per\scent|pct)\b"
_MEASURE = r"\s?(?:mm|cm|km/h|kmph|km|kg|kph|mph|ft)(?![\w/])"  # "between 60 km/h and 70 km/h"
_RANGE = rf"""
    (?P<opener>between\s|from\s)?
    {_SIGN.format(1)}(?P<first>{NUMBER})(?:(?P<unit1>{_REPEATED})|(?P<measure1>{_MEASURE}))?
    (?P<link>{_DASH}|\sto\s|\sor\s|\sand\s)
    {_SIGN.format(2)}(?P<second>{NUMBER})
    (?(measure1)(?P<measure2>(?={_MEASURE}))|(?![\w/:]))
"""
_SIZES = """
    very great greater large larger high higher big small considerable significant growing
    increasing huge vast substantial sizeable limited record
""".split()
# "from 12 to 15" after these is a change between two numbers, not a range.
_CHANGE_BEFORE = re.compile(rf"\b{MOVES}\b[^.;]{{0,40}}$", ANY_CASE)
# "Fell $2 to $62": the fall and the new level.
_CHANGED_BY = re.compile(r"(?P<verb>\w+)\s+(?:(?:about|almost|nearly|another|some)\s+)?$")
_UP_OR_DOWN_BEFORE = re.compile(
    r"\b(?:up|down)\s+(?:(?:about|almost|nearly|another|some)\s+)?$", ANY_CASE
)
_BY_BEFORE = re.compile(r"\s+by\s+(?:(?:about|almost|nearly|another|some|around)\s+)?$")
_MOST_OF_A_CHANGE = 3  # "by 3 to 4 percent" says how much, "by 0.5 to 4 percent" also the new level
_FORECAST = re.compile(
    r"\b(?:will|would|could|may|might|should|expect\w*|forecast\w*|project\w*|predict\w*"
    r"|plans?|aims?|to)\s[^.;]{0,30}$",
    ANY_CASE,
)
CHARACTERS_OF_CHANGE = 80  # before a number, in which the verb of change is looked for
_RANGING_BEFORE = re.compile(r"\b(?:rang|var[iy]|anywhere|estimat|span)\w*[^.;]{0,30}$", ANY_CASE)
_OLD_AFTER = re.compile(r"[\s-]+olds?\b", ANY_CASE)
_ENDS_IN_SCALE = re.compile(
    r"(?:hundred|thousand|million|billion|trillion|lakhs?|crores?"
    r"|(?<=\d)(?:m|bn|tn|k)|(?<=\d[-\s])cr)$",
    re.IGNORECASE,
)
_SCALE_AT = re.compile(r"(?:thousand|million|billion|trillion|lakhs?|crores?)\b", ANY_CASE)
_NOTE_AFTER = re.compile(r"[\s-](?:bill|banknote|note|coin)s?\b", ANY_CASE)
_DIGIT_BEFORE = re.compile(r"\d[\s-]$")
_METRES = re.compile(r"(?P<digits>\d[\d,.]*)\s?m", re.IGNORECASE)
_MANY_AFTER = re.compile(
    r"\s+(?:of\s+)?(?:[\w-]+\s+){0,2}?(?:people|men|women|children|[a-z]{3,}s)\b"
    r"|\s+(?:on\s+(?:the\s+)?dole|on\s+benefits|out\s+of\s+work|unemployed|jobless|homeless)\b"
)
# "A third of its total of 6.8m" counts what was counted before it.
_COUNT_BEFORE = re.compile(
    r"""
    \b(?: (?: total | population | audience | membership | readership | workforce | electorate
        | (?:customer|client|user|subscriber|passenger|visitor)\s+(?:base|numbers) )\s+
        (?:\w+\s+)? (?:of|to|from|at|by|reached|passed|is|was)
      | (?:customers|clients|users|subscribers|members|visitors|viewers|readers)\s+
        (?:\w+\s+)? (?:to|reached|passed|topped) )\s+
    (?:(?:about|around|some|over|nearly|almost|more\s+than|roughly)\s+)?$
    """,
    ANY_CASE,
)
_LONGEST_COUNT_BEFORE = 50
# "2m hectares were hit, and the union speaks of 2.4m"
_MILLIONS_BEFORE = re.compile(
    r"(?<![\w.,])\d[\d.,]*m\s(?:tonnes|tons|hectares|acres|people|barrels|doses|litres|customers"
    r"|users|subscribers|accounts|records|followers|viewers|listeners|readers|refugees|migrants"
    r"|tourists|victims|clients"
    r"|homes|jobs|passengers|voters|votes|workers|residents|children|birds|hens|cattle|households"
    r"|families|shares|units|cars|vehicles|visitors|members|patients|pupils|students)\b[^.!?]*$"
)
_SOON_AFTER_MILLIONS = 160
_NOT_BEFORE = re.compile(r"\bnot\s+$", ANY_CASE)
_DECIMAL = re.compile(r"\d+\.\d+")
_NUMBER_AT = re.compile(NUMBER, ANY_CASE)
_YEAR = re.compile(r"(?:19|20)\d\d")
_LATEST_YEAR = 2100
# after another number: "5,523 in 2009", "20 last May 2009"
_BEFORE_YEAR = re.compile(
    rf"\d(?:\s+[a-z]+){{0,3}}?\s+(?:in|since|during|by|{MONTH})(?:\s+{MONTH})?\s+$", ANY_CASE
)
_LONGEST_BEFORE_YEAR = 45  # characters
# Many digits, or a scale after another or after thousands. Fast, and true of few texts.
_MAY_BE_TOO_LARGE = re.compile(
    r"""
    \d (?: [,.'’\s]? \d ){14}
    | (?: lakhs? | crores? | (?:m|b|tr)illion | thousand | hundred | \d{3} )
      [-\s]+ (?: \w+ \s+ )? (?:m|b|tr)illion
    """,
    ANY_CASE,
)


@lru_cache(maxsize=1)
def _vague() -> str:
    """Return the pattern of vague quantities: "dozens", "several hundred", "a large number of"."""
    words = quantifier_lists()["vague"]
    strong = alternatives(words["strong"])
    heads = alternatives(words["heads"])
    weak = alternatives(words["weak"])
    size = rf"(?:{'|'.join(_SIZES)})"
    return rf"""
        (?:{heads})\s+(?:dozen|hundred|thousand|million|billion)s?\b
        | (?:{strong})(?:\s+(?:of|and|upon)\s+(?:{strong}))?\b
        | (?:{weak})\b
        | (?:an?\s+)?(?:{size}\s+)+numbers?\s+of\b
        | a\s+number\b(?=\s+of\b)
        | (?:{size}\s+)+number\b(?=\s+of\b)
    """


# "200kg", "5km", "41.5C", "210p"
_JOINED = (
    r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
    rf"(?=(?:{JOINED_UNITS})(?![\w'’]))"
)

# What follows the "2" of "2,500km".
_REST_OF_JOINED = rf"(?:,\d{{3}})+(?:{JOINED_UNITS})(?![\w'’])"


@lru_cache(maxsize=1)
def _first_words() -> str:
    """Return an alternation of the words that a number may begin with."""
    vague = quantifier_lists()["vague"]
    words = [*SMALL, *SCALES, "hundred", "dozen", "half", "between", "from", *vague["strong"]]
    words += ["quarter", "another"]
    for phrase in (*vague["weak"], *vague["heads"]):
        if not phrase.startswith("a "):
            words.append(phrase)
    return alternatives(words + _SIZES)


# "By a quarter to five", "until half past noon"
_HOUR_AFTER = re.compile(
    r"\s+(?:to|past)\s+(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|noon"
    r"|midnight|1[0-2]|[1-9])\b",
    ANY_CASE,
)
_AT_BEFORE = re.compile(r"\b(?:at|by|until|till|before|after|around|about)\s+$", ANY_CASE)


def _after_letters() -> str:
    """Return the pattern of where digits may touch a currency: "EUR50", "Dh3.4 billion"."""
    places = []
    for sign in signs_of_letters():
        letters = rf"\b{re.escape(sign)}"
        if len(sign) == len("Dh"):
            letters = f"(?-i:{letters})"  # "tl3" is no sum
        places.append(rf"(?<={letters})(?=\d)")
    return " | ".join(places)


@lru_cache(maxsize=1)
def _any_number() -> re.Pattern[str]:
    """Return the pattern of everything that may be a number."""
    pattern = rf"""
        # what fails at most characters comes first, for speed
        (?: (?<![\w-])(?= [\d½¼¾⅓⅔] | an?[\s-] | (?:{_first_words()})\b )(?<!\d\.)
          | (?=\d)(?: (?<=[\s(]-) | (?<=\$(?:US|NZ|HK|AU)) | (?<=\$[AC]) | (?<=\bRs)
            | {_after_letters()} ) )
        (?: {part_pattern()}
          | (?: {share_pattern()} | {ratio_pattern()} | {_RANGE}
              | (?P<vague>{_vague()}) | (?P<number>{NUMBER}) )
            (?!(?!{GLUED}\b)[A-Za-z] | {_REST_OF_JOINED})
          | (?P<joined>{_JOINED}) )
    """
    return re.compile(pattern, ANY_CASE)


def parse_numbers(text: str) -> list[Number]:
    """
    Find every count, percentage and sum of money that a text states.

    Parameters
    ----------
    text : str
        A sentence, or any longer text.

    Returns
    -------
    list of Number
        In reading order, none overlapping; empty if the text states none.

    Examples
    --------
    >>> numbers = parse_numbers("At least 12 people died on Route 66.")
    >>> [(number.text, number.low, number.high, number.qualifier) for number in numbers]
    [('12', 12.0, None, 'at_least')]
    """
    numbers = _numbers(text, counts_only=True)
    return [number for number in numbers if number.kind != TOO_LARGE]


def numbers_too_large(text: str) -> list[Number]:
    """
    Find the numbers of a text that are above ``LARGEST_FIGURE``, and so are no figures.

    Parameters
    ----------
    text : str

    Returns
    -------
    list of Number
        In reading order, of kind ``TOO_LARGE``; empty for nearly every text.

    Examples
    --------
    >>> [number.text[:4] for number in numbers_too_large("9" * 400 + " people died.")]
    ['9999']
    """
    if _MAY_BE_TOO_LARGE.search(text) is None:
        return []
    numbers = _numbers(text, counts_only=True)
    return [number for number in numbers if number.kind == TOO_LARGE]


def number_at(text: str, start: int, end: int) -> Number | None:
    """
    Find the number that overlaps a span most, even if it looks like a date or an age.

    Parameters
    ----------
    text : str
    start, end : int
        The span; it may also hold a qualifier or a noun.

    Returns
    -------
    Number or None
        None if the span holds no number word. One above ``LARGEST_FIGURE`` has the kind
        ``TOO_LARGE``.

    Examples
    --------
    >>> parse_numbers("In May 15 fell."), number_at("In May 15 fell.", 7, 9).text
    ([], '15')
    """
    offset = max(0, start - CHARACTERS_AROUND)
    near = text[offset : end + CHARACTERS_AROUND]
    best: Number | None = None
    most = 0
    for number in _numbers(near, counts_only=False, whole=text):
        overlap = number.overlap(start - offset, end - offset)
        if overlap > most:
            best, most = number, overlap
    return None if best is None else _shifted(best, offset)


def _shifted(number: Number, offset: int) -> Number:
    """Return a number found in part of a text, with its characters in the whole text."""
    span = number.qualifier_span
    if span is not None:
        span = (span[0] + offset, span[1] + offset)
    return replace(
        number, start=number.start + offset, end=number.end + offset, qualifier_span=span
    )


def _numbers(text: str, *, counts_only: bool, whole: str | None = None) -> Iterator[Number]:
    """Yield all numbers of a text, or only those that count something."""
    plain = with_dashes_in_votes(with_percent_signs(with_signs(text.translate(PLAIN), whole)))
    pattern = _any_number()
    position = 0
    while (match := pattern.search(plain, position)) is not None:
        number, position = _number_of(text, plain, match, counts_only)
        if number is not None:
            yield number


def _number_of(
    text: str, plain: str, match: re.Match[str], counts_only: bool
) -> tuple[Number | None, int]:
    """Return the number of a match, if there is one, and where the search continues."""
    if match["part"]:
        number = _part(text, plain, *match.span("part"), counts_only)
        return number, match.end()
    if match["share"]:
        return _share_or_hour(text, plain, match, counts_only)
    if match["ratio"]:
        return _ratio_or_count(text, plain, match, counts_only)
    if may_be_negative(plain, match.start()) and not (match["number"] or match["joined"]):
        return None, match.end()
    if match["joined"]:
        unit = unit_of(plain, *match.span("joined"))
        if unit.kind == "count":
            return None, match.end()  # "iPhone 5C", "a 720p film"
        return _single(text, plain, *match.span("joined"), counts_only), match.end()
    if match["vague"]:
        return _vague_number(text, match, counts_only), match.end()
    if match["number"]:
        return _single(text, plain, *match.span("number"), counts_only), match.end()
    is_dateline = match["link"].strip() in _DASHES and match["link"] not in _DASHES
    if is_dateline and _is_day_or_time(plain, *match.span("first")):
        return None, match.end("first")
    both = match.start("first"), match.end()
    if parse_value(plain[slice(*both)]) is not None:  # "twenty-six"
        return _single(text, plain, *both, counts_only), match.end()
    is_plain = not (match["sign1"] or match["sign2"] or match["unit1"])
    if counts_only and is_plain and is_vote(plain, *both):
        return _single(text, plain, *match.span("first"), counts_only), match.end("first")
    if _is_range(plain, match):
        return _range(text, plain, match, counts_only), match.end()
    if counts_only and is_plain and (is_score(plain, *both) or match["link"] in "-–—"):
        return None, match.end()  # "3-2"
    # "rose from 12 to 15" is two numbers
    return _single(text, plain, *match.span("first"), counts_only), match.end("first")


def _is_day_or_time(plain: str, start: int, end: int) -> bool:
    """Return whether a number opens a text: "ORRA, March 2 - Nineteen", "18.10 - Nineteen"."""
    return follows_month(plain, start) or is_time_of_entry(plain, start, end)


def _is_set_phrase(plain: str, start: int, value: float, unit: Unit) -> bool:
    """Return whether a number with its unit belongs to a phrase and measures nothing."""
    if unit.kind == "percent":
        is_class = is_name_of_class(plain, value, start, unit.end)
        return is_class or is_all_of_it(plain, value, unit.end)
    if unit.kind == "money":  # "on the $20 bill"
        return is_set_sum(plain, value, unit.end) or _NOTE_AFTER.match(plain, unit.end) is not None
    return False


def _single(
    text: str,
    plain: str,
    start: int,
    end: int,
    counts_only: bool,
) -> Number | None:
    """Return a plain number; None if it has to count something and does not."""
    characters = plain[start:end]
    value = parse_value(characters)
    if value is None:
        return None  # a letter such as the long s, which only the pattern takes for an "s"
    if value > LARGEST_FIGURE:
        return Number(start, end, text[start:end], None, None, "exact", kind=TOO_LARGE)
    metres = _metres_end(plain, start, end)
    if metres is not None:
        end, characters = metres, plain[start:metres]
        value = parse_value(characters) or 0.0
    unit = unit_of(plain, start, end)
    if unit.kind != "count" and _DECIMAL.fullmatch(characters):
        value = float(characters)  # "1.200 people" has a thousand, "1.200 tons" has a decimal point
    if counts_only and (_is_none(plain, start, end, value, unit) or _is_left_over(plain, start)):
        return None
    if counts_only and (
        _is_set_phrase(plain, start, value, unit) or is_exchange_rate(plain, start, end)
    ):
        return None
    minus = minus_start(plain, start, unit)
    if minus is None and may_be_negative(plain, start):
        return None
    if minus is not None:
        start = minus
        unit = unit._replace(start=start)
        if unit.kind == "measure":
            value = -value  # "-0.3%" is a fall of 0.3 percent
    qualifier = _qualifier(plain, start, end, unit)
    low = None if qualifier.name in ("at_most", "less_than") else value
    high = None if qualifier.name in ("at_least", "more_than") else value
    name = qualifier.name or "exact"
    return Number(
        start, end, text[start:end], low, high, name, qualifier.span, unit.kind, unit=unit
    )


def _metres_end(plain: str, start: int, end: int) -> int | None:
    """Return where the digits of "1.90m" end if "m" means metres, not a million."""
    metres = _METRES.fullmatch(plain[start:end])
    if metres is None or _MANY_AFTER.match(plain, end):
        return None
    if _COUNT_BEFORE.search(plain[max(0, start - _LONGEST_COUNT_BEFORE) : start]):
        return None
    if _MILLIONS_BEFORE.search(plain, max(0, start - _SOON_AFTER_MILLIONS), start):
        return None
    digits_end = start + metres.end("digits")
    if unit_of(plain, start, end).kind != "count":
        return None  # "$5m"
    return digits_end


def _is_left_over(plain: str, start: int) -> bool:
    """Return whether a scale follows digits that are no number: the "million" of "X3 million"."""
    return (
        _SCALE_AT.match(plain, start) is not None
        and _DIGIT_BEFORE.search(plain, max(0, start - 2), start) is not None
    )


def _is_none(plain: str, start: int, end: int, value: float, unit: Unit) -> bool:
    """Return whether a number states no quantity, as the one in "not one gram" does."""
    if value == 1 and _NOT_BEFORE.search(plain, max(0, start - 6), start) is not None:
        return True
    if unit.kind == "count":
        return counts_nothing(plain, start, end, value, plain[start].isdigit())
    return unit.kind == "measure" and is_no_quantity(plain, start, value, unit)


def _qualifier(plain: str, start: int, end: int, unit: Unit) -> Qualifier:
    """Return the qualifier of a number; "over" before a duration is a preposition."""
    qualifier = qualifier_of(plain, start, end)
    if qualifier.span is None or not is_duration(unit):
        return qualifier
    is_age = _OLD_AFTER.match(plain, unit.end) is not None
    if not is_age and over_is_preposition(plain, *qualifier.span):
        return NO_QUALIFIER
    return qualifier


def _share_or_hour(
    text: str, plain: str, match: re.Match[str], counts_only: bool
) -> tuple[Number | None, int]:
    """Return a fraction of something, or nothing for a time of day."""
    hour = _hour_after(plain, match)
    if hour is not None:
        return None, hour.end()
    if counts_only and is_by_half(plain, match.start("share")):
        return None, match.end()
    return _share(text, plain, match), match.end()


def _hour_after(plain: str, match: re.Match[str]) -> re.Match[str] | None:
    """Return the hour after a share that is a time: "by a quarter to five"."""
    before = plain[max(0, match.start("share") - len("around ")) : match.start("share")]
    if _AT_BEFORE.search(before) is None:
        return None
    return _HOUR_AFTER.match(plain, match.end("share"))


def _share(text: str, plain: str, match: re.Match[str]) -> Number:
    """Return a fraction of something as a percentage: "two thirds" is 66.7."""
    start, end = match.span("share")
    unit = Unit("percent", None, None, start, end)
    return _with_unit(text, plain, start, end, share_value(match["share"]), unit)


def _ratio_or_count(
    text: str, plain: str, match: re.Match[str], counts_only: bool
) -> tuple[Number | None, int]:
    """Return "one in five adults" as a percentage, or the first of two other numbers."""
    start, end = match.span("ratio")
    if is_ratio(plain, start, end):
        unit = Unit("percent", None, None, start, end)
        value = ratio_value(plain[start:end])
        return _with_unit(text, plain, start, end, value, unit), end
    first = _NUMBER_AT.match(plain, start)
    if first is None:
        return None, end
    return _single(text, plain, *first.span(), counts_only), first.end()


def _part(
    text: str,
    plain: str,
    start: int,
    end: int,
    counts_only: bool,
) -> Number | None:
    """Return a number that its unit shows: "half an hour", "a quarter point"."""
    part = part_of(plain, start, end)
    if part is None:
        return None
    if counts_only and _is_none(plain, start, end, part.value, part.unit):
        return None
    return _with_unit(text, plain, start, end, part.value, part.unit)


def _with_unit(
    text: str,
    plain: str,
    start: int,
    end: int,
    value: float,
    unit: Unit,
) -> Number:
    """Return a number whose value and unit are known."""
    qualifier = qualifier_of(plain, start, end)
    low = None if qualifier.name in ("at_most", "less_than") else value
    high = None if qualifier.name in ("at_least", "more_than") else value
    name = qualifier.name or "exact"
    words = text[start:end]
    return Number(start, end, words, low, high, name, qualifier.span, unit.kind, unit=unit)


def _vague_number(text: str, match: re.Match[str], counts_only: bool) -> Number | None:
    """Return a vague quantity; None if it has to count something and does not."""
    start, end = match.span("vague")
    if counts_only and not is_vague_quantity(text, start, end):
        return None
    word = match["vague"].lower()
    weak = word in quantifier_lists()["vague"]["weak"] or "number" in word
    span = qualifier_of(text, start, end).span
    unit = unit_of(text, start, end)
    if counts_only and unit.kind == "measure" and (weak or is_duration(unit)):
        return None  # "several miles", "dozens of hours"
    return Number(start, end, text[start:end], None, None, "vague", span, unit.kind, weak, unit)


def _ends_of_range(match: re.Match[str]) -> tuple[float, float]:
    """Return both ends of a range; the scale of "20 to 30 million" applies to both."""
    low = parse_value(match["first"])
    high = parse_value(match["second"])
    if low is None or high is None:
        return 0.0, 0.0  # no range, see _single
    if match["sign2"] or match["unit1"]:
        low, high = _decimals(match["first"], low), _decimals(match["second"], high)
    scale = _ENDS_IN_SCALE.search(match["second"])
    if scale is None or _ENDS_IN_SCALE.search(match["first"]):
        return low, high
    if low < 1000 and low < high:
        low = parse_value(f"{match['first']} {scale[0]}") or low
    return low, high


def _decimals(words: str, value: float) -> float:
    """Return the value of digits with a decimal point, which a sum or percentage has."""
    return float(words) if _DECIMAL.fullmatch(words) else value


def _is_range(plain: str, match: re.Match[str]) -> bool:
    """Return whether two linked numbers are the ends of one range."""
    link = match["link"].strip().lower()
    opener = (match["opener"] or "").strip().lower()
    if (link == "and") != (opener == "between"):
        return False
    if opener == "from":
        before = plain[max(0, match.start() - 60) : match.start()]
        if link != "to" or _CHANGE_BEFORE.search(before):
            return False
        if match["sign2"] or match["unit1"]:
            return _RANGING_BEFORE.search(before) is not None
    if match["sign2"] and not (match["sign1"] or _has_sign(plain, match)):
        return False  # "5 to $10"
    if match["sign2"] and link == "and" and opener != "between":
        return False
    if match["unit1"] and unit_of(plain, *match.span("second")).kind != "percent":
        return False
    if match["measure1"] and not _repeats_measure(plain, match):
        return False
    if match["sign2"] and _signs_differ(plain, match):
        return False  # "£70,000 or $90,000"
    repeats_unit = match["sign2"] or match["unit1"]
    if link == "to" and not opener and _repeats_scale(match) and _is_up_or_down(plain, match):
        return False
    if repeats_unit and link == "to" and not opener and _is_change(plain, match):
        return False
    if link in _DASHES and _IN_BEFORE.search(plain, max(0, match.start() - 20), match.start()):
        return False  # "four in 10 — 38 percent"
    low, high = _ends_of_range(match)
    if link == "to" and not opener and _YEAR.fullmatch(match["first"]):
        before = plain[max(0, match.start() - _LONGEST_BEFORE_YEAR) : match.start()]
        if _BEFORE_YEAR.search(before) and not _LATEST_YEAR > high >= low:
            return False  # "from 5,523 in 2009 to 81,864"
    if link == "to" and not opener and _is_change_by(plain, match):
        return low < high < _MOST_OF_A_CHANGE * low and _is_of_percent(plain, match)
    return low < high


# "four in ": the number is the second of a ratio
_IN_BEFORE = re.compile(
    r"\b(?:one|two|three|four|five|six|seven|eight|nine|\d)\s+(?:in|out\s+of)\s+$", ANY_CASE
)


def _is_of_percent(plain: str, match: re.Match[str]) -> bool:
    """
    Return whether two numbers share one percent sign: "fell by 3 to 4 percent".

    So do those with two where the change is still to come: "will grow by 5% to 6%".
    """
    is_one = not match["unit1"] or _is_forecast(plain, match)
    return is_one and unit_of(plain, *match.span("second")).kind == "percent"


def _is_forecast(plain: str, match: re.Match[str]) -> bool:
    """Return whether a change is still to come: "will grow by 5% to 6%" tells no new level."""
    before = plain[max(0, match.start() - CHARACTERS_OF_CHANGE) : match.start()]
    return _FORECAST.search(before) is not None


def _is_change_by(plain: str, match: re.Match[str]) -> bool:
    """Return whether a verb of change and "by" are before: "rose by 2 million to 98 million"."""
    start = unit_of(plain, *match.span("first")).start
    before = plain[max(0, start - CHARACTERS_OF_CHANGE) : start]
    by = _BY_BEFORE.search(before)
    return by is not None and _CHANGE_BEFORE.search(before[: by.start()] + " ") is not None


def _has_sign(plain: str, match: re.Match[str]) -> bool:
    """Return whether the sign of a currency is before the first number of a range."""
    return unit_of(plain, *match.span("first")).kind == "money"


def _signs_differ(plain: str, match: re.Match[str]) -> bool:
    """Return whether the two sums of a range have different signs of currency."""
    first = unit_of(plain, *match.span("first"))
    second = unit_of(plain, *match.span("second"))
    if first.text is None or second.text is None:
        return False
    return first.text[-1] != second.text[-1]  # "US$5 to $10" is one range


def _repeats_measure(plain: str, match: re.Match[str]) -> bool:
    """Return whether both numbers of a range have one unit: "between 5 km and 10 km"."""
    second = unit_of(plain, *match.span("second"))
    return (second.text or "").lower() == match["measure1"].strip().lower()


def _repeats_scale(match: re.Match[str]) -> bool:
    """Return whether both numbers of a range have their scale: "14.8bn to 38.2bn"."""
    ends = match["first"], match["second"]
    return all(_ENDS_IN_SCALE.search(words) for words in ends)


def _is_up_or_down(plain: str, match: re.Match[str]) -> bool:
    """Return whether "up" or "down" is right before: "up 14.8bn to 38.2bn"."""
    start = unit_of(plain, *match.span("first")).start
    return _UP_OR_DOWN_BEFORE.search(plain[max(0, start - 40) : start]) is not None


def _is_change(plain: str, match: re.Match[str]) -> bool:
    """Return whether a verb of change is right before: "fell $2 to $62"."""
    start = unit_of(plain, *match.span("first")).start
    verb = _CHANGED_BY.search(plain[max(0, start - 40) : start])
    return verb is not None and _CHANGE_BEFORE.search(verb["verb"]) is not None


def _range(text: str, plain: str, match: re.Match[str], counts_only: bool) -> Number | None:
    """Return a range as one number; None if it has to count something and does not."""
    start, end = match.start(), match.end("second")
    low, high = _ends_of_range(match)
    if high > LARGEST_FIGURE:
        return Number(start, end, text[start:end], None, None, "range", kind=TOO_LARGE)
    first_start = match.start("sign1") if match["sign1"] else match.start("first")
    unit = unit_of(plain, *match.span("second"))
    if unit.kind in ("count", "measure"):
        unit = unit_of(plain, match.start("first"), end)
    unit = unit._replace(start=min(unit.start, first_start))
    if counts_only and unit.kind == "count" and _is_range_of_nothing(plain, match):
        return None
    if counts_only and unit.kind == "measure" and is_no_quantity(plain, start, high, unit):
        return None
    limits = _limits_of_range(plain, match, low, high)
    return Number(start, end, text[start:end], *limits, unit.kind, unit=unit)


def _limits_of_range(
    plain: str, match: re.Match[str], low: float, high: float
) -> tuple[float | None, float | None, str, tuple[int, int] | None]:
    """Return the limits of a range, its qualifier and where that is: "up to 5 or 6" has no low."""
    qualifier = qualifier_of(plain, match.start("first"), match.end("second"))
    if qualifier.name in ("at_least", "more_than") and not match["opener"]:
        return low, None, qualifier.name, qualifier.span
    if qualifier.name in ("at_most", "less_than") and not match["opener"]:
        return None, high, qualifier.name, qualifier.span
    return low, high, "range", None


def _is_range_of_nothing(plain: str, match: re.Match[str]) -> bool:
    """Return whether a range is one of years, dates, ages or the like, or a score."""
    start, end = match.start(), match.end("second")
    _, high = _ends_of_range(match)
    if _YEAR.fullmatch(match["first"]) and high < _LATEST_YEAR:
        return True
    in_digits = plain[match.start("first")].isdigit()
    if counts_nothing(plain, start, end, high, in_digits):
        return True
    return not _repeats_scale(match) and is_score(plain, start, end)  # no score is in millions
