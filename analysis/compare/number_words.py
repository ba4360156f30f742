"""
Write a printed number with its qualifier and unit, and say whether two of them agree.

In: rows of ``figures``. Out: words such as "at least 29", "$4.2 billion", "3.6%", "dozens".
"""

import math
import re
from collections.abc import Mapping
from decimal import Decimal
from functools import lru_cache

from analysis.compare.quantities.amounts import (
    COUNTS,
    MONEY,
    what_is_measured,
)
from analysis.compare.quantities.currencies import currency_of, same_currency
from analysis.compare.reports import VAGUE_COUNTS
from analysis.compare.unit_words import plural_unit
from analysis.core.plain_values import number_or_none, text_or_none

__all__ = [
    "agree",
    "comparable",
    "in_usual_words",
    "number_in_words",
    "same_number",
    "same_unit",
    "takes_of",
    "tells_number",
]

_QUALIFIERS = {
    "at_least": "at least ",
    "more_than": "more than ",
    "at_most": "up to ",
    "less_than": "less than ",
    "approx": "about ",
}
_SLIGHTLY_MORE = 1.015  # times a number that is "almost" reached, which is slack in words
_DOZEN = re.compile(r"\bdozen\b", re.IGNORECASE)
_OFF_DOZENS = 1 / 6  # of a number in dozens, which is taken for rounding: half a dozen of three
_CLOSED = ("exact", "approx")
_SHORT_OF = ("almost", "nearly", "just shy of", "shy of")  # qualifiers of what is below the number
_SIGNS_OF_QUALIFIERS = ("~", "≈", "≥", "≤", ">", "<")
_SIGNS = ("$", "€", "£", "¥", "₹", "US$", "C$", "A$", "R")
_LARGE = ((1e12, " trillion"), (1e9, " billion"), (1e6, " million"))
_VAGUE = {
    **VAGUE_COUNTS,
    "dozens": 12,
    "scores": 20,
    "hundred": 1e2,
    "thousand": 1e3,
    "million": 1e6,
    "billion": 1e9,
    "trillion": 1e12,
}
# "dozens of feet", but "several feet"
_NEEDS_OF = re.compile(
    r"\b(?:tens|dozens|scores|hundreds|thousands|(?:m|b|tr)illions|number|handful|couple)$"
)
_FRACTION = re.compile(
    r"""
    \b(?: half | halves | thirds? | quarters? | fifths? | sixths? | sevenths? | eighths? | ninths?
      | tenths?
      | (?:out\s+of|in)\s+(?:every\s+)?(?:two|three|four|five|six|seven|eight|nine|ten|\d|10) )\b
    """,
    re.IGNORECASE | re.VERBOSE,
)
_ROUNDED_TO_FRACTION = 2.5  # points: who writes "a third" may mean 35.8%
_ROUNDED_TO_ABOUT_FRACTION = 7  # points: "almost half" may mean 43%, "about a third" 40%
_MOST_DECIMALS = 4  # of a number that no text prints so: 5.9167 feet for 5 feet 11
_PRECISION = 12  # digits that a float has from the text, and not from its own rounding
_SAME = 1e-9


def takes_of(words: str) -> bool:
    """
    Return whether a vague number takes "of" before what it counts.

    Examples
    --------
    >>> takes_of("dozens"), takes_of("several"), takes_of("29")
    (True, False, False)
    """
    return _NEEDS_OF.search(words.lower()) is not None


def number_in_words(figure: Mapping) -> str:
    """
    Return a figure as it is read: qualifier, number and unit.

    Parameters
    ----------
    figure : mapping
        ``low``, ``high``, ``qualifier``, ``text``, ``unit``, ``unit_text``, ``change`` of
        ``figures``; null where nothing is stated. ``qualifier_text``, if it has one.

    Returns
    -------
    str
        "at least 29", "20 to 30", "dozens", "$4.2 million", "3.6%", "up 3.6%", "fewer than 5",
        "almost 40" where the text has that word for it, else "about 40",
        "millions of dollars", "2 months" of a "two-month" wait, "$6.50". No digit of the text is
        lost: 1,234,567 is not "1.235 million"; a number that was computed (5 feet 11) has four
        decimals at most. A count has no sign: 3,100 jobs cut are "3,100". A share in words stays in
        words: "a third".
    """
    low, high = number_or_none(figure["low"]), number_or_none(figure["high"])
    change = figure.get("change")
    words = _without_change(low, high, figure)
    # "Cut 3,100 jobs" and "3,100 jobs" are one number: a count is not signed.
    if isinstance(change, str) and figure["unit"] not in COUNTS:
        by = "by " if words.startswith(change) else ""  # "up up to 26%"
        return f"{change} {by}{words}"
    return words


def _without_change(low: float | None, high: float | None, figure: Mapping) -> str:
    """Return qualifier, number and unit, without whether it rose or fell."""
    text = str(figure["text"]).lower()
    if low is None and high is None:
        return _vague_with_unit(text, figure)
    if low is not None and high is not None and low != high:
        return _range_with_unit(low, high, figure)
    qualifier = figure["qualifier"]
    if _is_fraction(figure):
        return (_printed_qualifier(figure) or _QUALIFIERS.get(qualifier, "")) + text
    words = _QUALIFIERS.get(qualifier, _open_end(low, high))
    if qualifier == "less_than" and figure["unit"] in COUNTS:
        words = "fewer than "
    words = _printed_qualifier(figure) or words
    bound = low
    if low is None:
        bound = high
    return words + _with_unit(bound or 0.0, figure)


def _printed_qualifier(figure: Mapping) -> str | None:
    """Return the words of the text that qualify a number, as they stand before it."""
    words = text_or_none(figure.get("qualifier_text"))
    if not words:
        return None
    words = words.lower()
    return words if words in _SIGNS_OF_QUALIFIERS else f"{words} "


def in_usual_words(printed: Mapping) -> str:
    """
    Return the words of a printed number with the usual words for its qualifier.

    Parameters
    ----------
    printed : mapping
        ``words`` from ``number_in_words``, ``qualifier`` and ``qualifier_text``, null where nothing
        is stated.

    Examples
    --------
    >>> in_usual_words({"words": "up nearly 5%", "qualifier": "approx", "qualifier_text": "nearly"})
    'up about 5%'
    """
    own = _printed_qualifier(printed)
    usual = _QUALIFIERS.get(printed.get("qualifier") or "")
    if own is None or usual is None:
        return str(printed["words"])
    return str(printed["words"]).replace(own, usual, 1)


def _open_end(low: float | None, high: float | None) -> str:
    """Return the words of an end that is open though no qualifier says so."""
    if high is None:
        return "at least "
    if low is None:
        return "up to "
    return ""


def _digits(value: float, figure: Mapping) -> str:
    value = float(f"{value:.{_PRECISION}g}")
    for size, word in _LARGE:
        if abs(value) >= size:
            short = f"{value / size:,.3f}".rstrip("0").rstrip(".")
            shortened = float(short.replace(",", "")) * size
            if not math.isclose(shortened, value, rel_tol=1e-11):
                break
            return short + word
    return _all_digits(value, figure)


def _all_digits(value: float, figure: Mapping) -> str:
    text = str(figure["text"]).replace(",", "")
    has_cents = figure["unit"] == MONEY and not value.is_integer()
    if has_cents and _is_written(f"{value:.2f}", text):
        return f"{value:,.2f}"
    # of the digits that are written: 2019287.42 with twelve decimals ends in 41999999
    digits = _without_zeros(f"{Decimal(repr(value)):,f}")
    decimals = digits.partition(".")[2]
    if len(decimals) <= _MOST_DECIMALS or _is_written(digits.replace(",", ""), text):
        return digits
    if abs(value) >= 1:
        return _without_zeros(f"{value:,.{_MOST_DECIMALS}f}")
    return _without_zeros(f"{Decimal(f'{value:.{_MOST_DECIMALS}g}'):f}")


def _without_zeros(digits: str) -> str:
    """Return digits without zeros at the end of their decimals."""
    if "." not in digits:
        return digits
    return digits.rstrip("0").rstrip(".")


def _is_written(digits: str, text: str) -> bool:
    """Return whether a text without commas has these digits, and no more decimals."""
    return re.search(rf"(?<![\d.]){re.escape(digits)}(?!\d)", text) is not None


def _with_unit(value: float, figure: Mapping) -> str:
    number = _digits(value, figure)
    unit = _unit_after(value, figure)
    if unit is None and figure["unit"] == "percent":
        return f"{number}%"
    if unit is None:
        return number
    if _stands_before(unit, figure):
        return _after_sign_of_money(unit, number)
    if unit == "%":
        return f"{number}%"
    return f"{number} {unit}"


def _unit_after(value: float | None, figure: Mapping) -> str | None:
    """Return the unit as it stands after a number; None is a vague one."""
    unit = _stated(figure["unit_text"])
    if unit is None or value == 1:
        return unit
    return plural_unit(unit)


def _after_sign_of_money(sign: str, number: str) -> str:
    """Return a sum behind its sign: "-$5", not "$-5"."""
    if number.startswith("-"):
        return f"-{sign}{number[1:]}"
    return sign + number


def _range_with_unit(low: float, high: float, figure: Mapping) -> str:
    unit = _stated(figure["unit_text"])
    if unit is not None and _stands_before(unit, figure):
        return f"{_with_unit(low, figure)} to {_with_unit(high, figure)}"
    return f"{_digits(low, figure)} to {_with_unit(high, figure)}"


def _vague_with_unit(words: str, figure: Mapping) -> str:
    unit = _unit_after(None, figure)
    if unit is None and figure["unit"] == "percent":
        return f"{words} percent"
    if unit is None:
        return words
    if _stands_before(unit, figure):
        return unit + words
    if takes_of(words):
        return f"{words} of {unit}"
    return f"{words} {unit}"


def _stands_before(unit: str, figure: Mapping) -> bool:
    """Return whether a unit is a sign of money, written before the number."""
    return unit in _SIGNS or (figure["unit"] == MONEY and not unit[-1].isalpha())


def agree(one: Mapping, other: Mapping) -> bool:
    """
    Return whether two printed numbers agree, apart from rounding and open ends.

    Parameters
    ----------
    one, other : mapping
        ``low``, ``high``, ``qualifier``, ``text``, ``unit``, ``unit_text``, ``currency`` and
        ``change`` of ``figures``.

    Returns
    -------
    bool
        "At least 29" agrees with 31 and not with 70, "up to 100" with 60 and not with 30, 1.2
        million with 1,204,000, "dozens" with 40 and not with "more than 200", "about 200" with 190,
        "almost 200" with 195 and not with 205, "three dozen" with 38, "two-fifths" with 41%, "less
        than half" with 49% and not with "more than half", "500 acres" with "about 200 hectares";
        4.8 tonnes with 4,830 kilograms, and 4.6 tonnes with neither. A rise and a fall never agree.
        Numbers that are not ``comparable`` agree.
    """
    if not comparable(one, other):
        return True
    if {_stated(one.get("change")), _stated(other.get("change"))} == {"up", "down"}:
        return False
    ratio = _ratio(one, other)
    low, high = _interval(one)
    other_low, other_high = _interval(other)
    start, end = max(low * ratio, other_low), min(high * ratio, other_high)
    qualifiers = {one["qualifier"], other["qualifier"]}
    if qualifiers == {"more_than", "less_than"}:
        return start < end  # not less than half and more than half
    if qualifiers & {"more_than", "less_than"} and "vague" in qualifiers:
        return start < end  # "dozens" are no more than 200, and "more than 200" are
    if start <= end:
        return True
    if _is_beyond(one, other) or _is_beyond(other, one):
        return False
    is_about = "approx" in (one["qualifier"], other["qualifier"])
    if not same_unit(one, other) and not _is_power_of_ten(ratio):
        return _agree_converted((low, high), (other_low, other_high), ratio, is_about)
    if _agree_in_dozens(one, other):
        return True
    fractions = [figure for figure in (one, other) if _is_fraction(figure)]
    if fractions:
        rounded = _ROUNDED_TO_FRACTION
        if any(figure["qualifier"] == "approx" for figure in fractions):
            rounded = _ROUNDED_TO_ABOUT_FRACTION
        return abs(low - other_low) <= rounded
    ends = [round(end * ratio, _PRECISION) for end in (low, high) if math.isfinite(end)]
    other_ends = [end for end in (other_low, other_high) if math.isfinite(end)]
    return any(_is_rounded(a, b, is_about) for a in ends for b in other_ends)


def _is_beyond(other: Mapping, figure: Mapping) -> bool:
    """Return whether a number is above one that is told as not reached: 205 and "almost 200"."""
    is_short = text_or_none(figure.get("qualifier_text")) in _SHORT_OF
    if not is_short or other["qualifier"] == "approx":
        return False
    if not same_unit(figure, other) or _is_fraction(figure) or _is_fraction(other):
        return False
    own, least = number_or_none(figure["high"]), number_or_none(other["low"])
    return own is not None and least is not None and least > own * _SLIGHTLY_MORE


def _agree_in_dozens(one: Mapping, other: Mapping) -> bool:
    """
    Return whether one of two numbers of a unit is the other in dozens: "three dozen" and 38.

    "More than three dozen" is no rounding.
    """
    is_open = any(figure["qualifier"] not in _CLOSED for figure in (one, other))
    if is_open or not same_unit(one, other):
        return False
    for figure, exact in ((one, other), (other, one)):
        about, number = number_or_none(figure["low"]), number_or_none(exact["low"])
        if about is None or number is None or not _DOZEN.search(str(figure["text"])):
            continue
        if abs(about - number) <= _OFF_DOZENS * about:
            return True
    return False


def same_number(one: Mapping, other: Mapping) -> bool:
    """
    Return whether two outlets print one number in one unit, apart from rounding.

    Parameters
    ----------
    one, other : mapping
        As for ``agree``.

    Returns
    -------
    bool
        "At least 29" and 29 are one number, "at least 29" and 31 are not. Vague words are no
        number.
    """
    ends, other_ends = _printed_ends(one), _printed_ends(other)
    if not ends or len(ends) != len(other_ends):
        return False
    # first what most pairs of numbers fail, and fail soon
    is_about = "approx" in (one["qualifier"], other["qualifier"])
    pairs = zip(ends, other_ends, strict=True)
    if not all(_is_rounded(end, other_end, is_about) for end, other_end in pairs):
        return False
    return same_unit(one, other) and agree(one, other)


def tells_number(figure: Mapping) -> bool:
    """
    Return whether the words state a number or its size: "49", "dozens", but not "many".

    Parameters
    ----------
    figure : mapping
        A row of ``figures``.

    Returns
    -------
    bool

    Examples
    --------
    >>> tells_number({"low": None, "high": None, "text": "Many"})
    False
    >>> tells_number({"low": None, "high": None, "text": "tens of thousands"})
    True
    """
    return bool(_printed_ends(figure)) or math.isfinite(_least(str(figure["text"]).lower()))


def comparable(one: Mapping, other: Mapping) -> bool:
    """
    Return whether two printed numbers are in one unit, or in two of a fixed ratio.

    Parameters
    ----------
    one, other : mapping
        As for ``same_unit``.

    Returns
    -------
    bool
        True of acres and hectares, of miles and kilometres; False of "$" and "£", whose rate
        moves, and of acres and houses.
    """
    if same_unit(one, other):
        return True
    measured, _ = what_is_measured(one["unit"], _stated(one["unit_text"]))
    other_measured, _ = what_is_measured(other["unit"], _stated(other["unit_text"]))
    return measured == other_measured and measured != MONEY


def same_unit(one: Mapping, other: Mapping) -> bool:
    """
    Return whether two printed numbers are in one unit, so that they can share an axis.

    Parameters
    ----------
    one, other : mapping
        ``unit``, ``unit_text`` and ``currency`` of ``figures``.

    Returns
    -------
    bool
        "%" and "percent", "$" and "dollars", "km" and "kilometres" are one unit. "$" and "£" are
        two, even where a text states the rate, and so are miles and kilometres.
    """
    unit, other_unit = _stated(one["unit_text"]), _stated(other["unit_text"])
    measured = what_is_measured(one["unit"], unit)
    if measured != what_is_measured(other["unit"], other_unit):
        return False
    if measured[0] != MONEY:
        return True
    currency = currency_of(unit, _stated(one.get("currency")))
    other_currency = currency_of(other_unit, _stated(other.get("currency")))
    return same_currency(currency, other_currency)


def _ratio(one: Mapping, other: Mapping) -> float:
    """Return by what a number is multiplied to be in the unit of another: .4 of acres, hectares."""
    _, factor = what_is_measured(one["unit"], _stated(one["unit_text"]))
    _, other_factor = what_is_measured(other["unit"], _stated(other["unit_text"]))
    return factor / other_factor


def _is_power_of_ten(ratio: float) -> bool:
    """Return whether two units have the same digits: tonnes and kilograms, not miles and km."""
    return math.isclose(math.log10(ratio), round(math.log10(ratio)), abs_tol=1e-9)


def _agree_converted(
    own: tuple[float, float],
    others: tuple[float, float],
    ratio: float,
    is_about: bool,
) -> bool:
    """Return whether an end is that of the other in another unit, as outlets round it."""
    allowed = _MOST_CONVERTED
    if is_about:
        allowed = _MOST_ROUNDING
    for one in filter(math.isfinite, own):
        converted = one * ratio
        for other in filter(math.isfinite, others):
            largest = max(abs(converted), abs(other))
            if abs(converted - other) <= allowed * largest:
                return True
            if _converts_to(converted, other) or _converts_to(other / ratio, one):
                return True
    return False


def _converts_to(fine: float, coarse: float) -> bool:
    """Return whether a converted number is written as a coarser one: 1.61 km as 2 km."""
    distance = abs(fine - coarse)
    is_near = distance <= _MOST_ROUNDING * abs(coarse)
    if not is_near and abs(coarse) >= _ONE_DIGIT:
        return False
    return distance <= _half_a_unit(_last_place(coarse))


def _half_a_unit(place: int) -> float:
    """Return half a unit of a digit, and what a float may be off: 50 for place 2, of hundreds."""
    return 10.0**place / 2 * (1 + _SAME)


def _is_fraction(figure: Mapping) -> bool:
    """Return whether a share is in words: "a third", "two-fifths", "nine out of ten"."""
    is_plain = figure["unit"] == "percent" and not _stated(figure["unit_text"])
    return is_plain and _FRACTION.search(str(figure["text"])) is not None


def _stated(value: object) -> str | None:
    """Return a text, and None for a missing or an empty one."""
    return text_or_none(value) or None


def _printed_ends(figure: Mapping) -> list[float]:
    """Return the printed numbers of a figure: none of vague words, two of a range."""
    ends = [number_or_none(figure["low"]), number_or_none(figure["high"])]
    return list(dict.fromkeys(end for end in ends if end is not None))


def _interval(figure: Mapping) -> tuple[float, float]:
    """Return the values that a printed number allows; "dozens" allows 12 to 200."""
    low, high = number_or_none(figure["low"]), number_or_none(figure["high"])
    if low is None and high is None:
        words = str(figure["text"]).lower()
        most = _MOST_DOZENS if _DOZENS.fullmatch(words) else math.inf
        return _least(words), most
    if high is None:
        least = -math.inf if low is None else low
        return least, math.inf if least <= 0 else open_end(least)
    if low is None:
        is_estimate = figure["qualifier"] == "at_most" and high > 0
        return open_start(high) if is_estimate else -math.inf, high
    return low, high


_TIMES, _MORE = 2.0, 10.0


def open_end(low: float) -> float:
    """
    Return how far a number that is only a least one reaches.

    Parameters
    ----------
    low : float
        Above 0.

    Returns
    -------
    float
        Twice the number, or ten more: "at least 9" is printed of 12 dead, and not of 52.
    """
    return max(_TIMES * low, low + _MORE)


def open_start(high: float) -> float:
    """
    Return how far down a number reaches that is only a most one.

    Parameters
    ----------
    high : float
        Above 0.

    Returns
    -------
    float
        Half the number, or ten less: "up to 5,000" is printed of a crowd of 3,000, not of 1,200.
    """
    return min(high / _TIMES, high - _MORE)


# Nobody writes "dozens" of more; hundreds may be any number.
_MOST_DOZENS = 200.0
_DOZENS = re.compile(r"(?:(?:several|many|a few)\s+)?dozens?(?:\s+of)?")


def _least(words: str) -> float:
    """Return the smallest number that vague words allow: 10,000 for "tens of thousands"."""
    least = 1.0
    found = [_VAGUE.get(word, _VAGUE.get(word.removesuffix("s"))) for word in words.split()]
    if not any(found):
        return -math.inf
    for count in found:
        least *= count or 1.0
    return least


_ROUNDED_FROM = 100  # below, outlets print whole numbers as they are: 20 is no rounded 21
_MOST_CONVERTED = 0.05  # "5 km" for three miles, "60 mph" for 100 km/h
_ONE_DIGIT = 10
_MOST_ROUNDING = 0.1  # 149 is no rounded 100, though it is nearer to 100 than to 200
_FEW = 100  # below it, a tenth of the larger number is rounding


def _is_rounded(one: float, other: float, is_about: bool) -> bool:
    """
    Return whether one number is the other one with fewer digits, or "about" the same.

    "About 200" is about 190, and "nearly 30" is 27, but "about 74,000" is not about 77,000, since
    both are told to the thousand.
    """
    if math.isclose(one, other, rel_tol=_SAME):
        return True
    distance = abs(one - other)
    if distance > _MOST_ROUNDING * max(abs(one), abs(other)):
        return False
    if is_about:
        smaller, larger = sorted((abs(one), abs(other)))
        base = larger if larger < _FEW else smaller
        unit = 10.0 ** max(_last_place(one), _last_place(other))
        return distance <= min(_MOST_ROUNDING * base, unit)
    return _is_rounded_to(one, other) or _is_rounded_to(other, one)


def _is_rounded_to(fine: float, coarse: float) -> bool:
    """Return whether a number is within half a unit of the last digit of a coarser one."""
    place, coarse_place = _last_place(fine), _last_place(coarse)
    if coarse_place <= place:
        return False
    if place >= 0 and abs(coarse) < _ROUNDED_FROM:
        return False
    return abs(fine - coarse) <= _half_a_unit(coarse_place)


@lru_cache(maxsize=10_000)  # each number of a quantity is compared with all others
def _last_place(value: float) -> int:
    """Return the power of ten of the last digit that is not 0: 2 of 1,200, -1 of 3.5."""
    digits, _, exponent = f"{value:.{_PRECISION - 1}e}".partition("e")
    fraction = digits.partition(".")[2].rstrip("0")
    return int(exponent) - len(fraction)
