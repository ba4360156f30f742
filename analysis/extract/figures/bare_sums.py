"""
Give a bare number the currency of its article where its words say that it is a sum of money.

In: a text and its numbers. Out: the numbers, of which some counts are sums. A report on a bank
prints "profit rose to 1.24 billion crowns" and then "analysts had expected 1.19 billion": the
second number is money, and no count of things. Where the article prints sums of several
currencies, a bare number stays a count; a conversion ("50 million francs ($80,000)") is no sum of
its own.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from analysis.extract.figures.bare_counts import has_own_noun
from analysis.extract.numbers.parse import Number
from analysis.extract.numbers.units import Unit
from analysis.extract.numbers.word_patterns import ANY_CASE, one_of

__all__ = ["with_currency_of_article"]

CHARACTERS_BEFORE = 70
_NUMBERS_BEFORE = 8  # among which the last large one tells what is asked for

_SCALE = re.compile(r"(?:million|billion|trillion|bn|mn|m|tn|lakh|crore)s?$", ANY_CASE)
# Words that people, goods and places do not share: no sales, exports, aid, capital or losses.
_SUM = one_of(
    r"""
    profits? earnings revenues? turnover provisions budget deficit surplus debts? fines? dividends?
    funding grants? bail-?outs? subsid(?:y|ies) loans? compensation damages donations deposits
    """
)
# Between such a word and its amount stands no other noun: "profit rose last year to", "a fine of".
_TO_AMOUNT = one_of(
    r"""
    of at to by from was were is are be been being had has have will would could stood stands put
    rose risen rises fell fallen falls grew grown grows climbed jumped surged soared doubled tripled
    dropped slumped plunged sank slid slipped shrank widened narrowed increased decreased declined
    swung came totall?ed reached last this year quarter month a an the about around some nearly
    almost roughly over under up down only just more less than as much
    """
)
_SUM_BEFORE = re.compile(rf"\b{_SUM}(?:\s+{_TO_AMOUNT})*\s*$", ANY_CASE)
_EXPECTED_BEFORE = re.compile(
    r"\b(?:analysts|economists|investors)\s+(?:had\s+|have\s+)?(?:on\s+average\s+)?"
    rf"(?:expect\w*|forecast\w*|predict\w*)(?:\s+(?:{_TO_AMOUNT}|{_SUM}))*\s*$",
    ANY_CASE,
)
_RESCUED_BEFORE = re.compile(
    r"\brescued\s+by\s+(?:the\s+)?(?:state|government|treasury|taxpayers?)\s+with\s*$", ANY_CASE
)
_MONEY_AFTER = re.compile(
    r"\s+(?:of|in)\s+(?:(?:public|private|state|new|fresh|extra|emergency|foreign|federal)\s+)?"
    r"(?:money|cash|aid|loans|funds|funding|savings|taxes|debts)\b"
    r"|\s+(?:will\s+)?(?:go|went|goes)\s+(?:straight\s+)?to\s+shareholders\b",
    ANY_CASE,
)
_BEFORE = (_SUM_BEFORE, _EXPECTED_BEFORE, _RESCUED_BEFORE)
# "The gunmen had asked for 50 million": of money where the sums before it are, and not of doses
_PAID = one_of(
    r"""
    ask(?:s|ed|ing)?\s+for demanded demanding pa(?:id|ys?) paying spen[dt] offer(?:s|ed|ing)?
    booked call(?:s|ed)\s+for pocket(?:s|ed) t(?:ook|akes)\s+home earn(?:s|ed) to\s+save
    handed\s+(?:shareholders|investors|owners|bosses)
    costs? cost\s+(?:it|them|him|her|the\s+[\w-]+) worth valued\s+at ransom bill price losse?s?
    """
)
_PAID_BEFORE = re.compile(rf"\b{_PAID}(?:\s+(?:{_TO_AMOUNT}|altogether))*\s*$", ANY_CASE)
_PAID_AFTER = re.compile(
    r"\s+(?:was|were|is|are|(?:has|have|had)\s+been)\s+(?:paid|handed\s+over|spent|transferred|lent"
    r"|owed|borrowed)\b",
    ANY_CASE,
)
# "50 million francs ($80,000)", "15 million francs, about $24,000,"; two sums of a list are none
_ABOUT = r"(?:about|some|around|roughly|nearly)"
_CONVERTED_AFTER = re.compile(
    rf"\s*\((?:{_ABOUT}\s+)?|,?\s+or\s+(?:{_ABOUT}\s+)?|,\s+{_ABOUT}\s+", ANY_CASE
)


def with_currency_of_article(text: str, numbers: Sequence[Number]) -> list[Number]:
    """
    Return the numbers of an article, bare sums with the unit of the others.

    Parameters
    ----------
    text : str
    numbers : sequence of Number
        Those of the article, in reading order.

    Returns
    -------
    list of Number
        Only counts in millions and more are changed, which count no noun, right beside a word for
        money, in an article whose sums are all of one currency.

    Examples
    --------
    >>> from analysis.extract.numbers.parse import parse_numbers
    >>> text = "Profit was 1.24 billion crowns. Analysts had expected 1.19 billion."
    >>> [number.kind for number in with_currency_of_article(text, parse_numbers(text))]
    ['money', 'money']
    """
    sums = [number for number in numbers if number.kind == "money" and number.unit is not None]
    own = [sums[i] for i in range(len(sums)) if not (i and _converts(text, sums[i - 1], sums[i]))]
    units = {(number.unit.text, number.unit.currency) for number in own if number.unit is not None}
    if len(units) != 1:
        return list(numbers)
    [(unit_text, currency)] = units
    found: list[Number] = []
    for number in numbers:
        if _is_bare_sum(text, number) or _is_paid(text, number, found):
            unit = Unit("money", unit_text, currency, number.start, number.end)
            found.append(replace(number, kind="money", unit=unit))
        else:
            found.append(number)
    return found


def _converts(text: str, one: Number, other: Number) -> bool:
    """Return whether a sum is the one right before it in another currency."""
    if one.unit is None or other.unit is None or one.unit.text == other.unit.text:
        return False
    between = text[max(one.end, one.unit.end) : min(other.start, other.unit.start)]
    return _CONVERTED_AFTER.fullmatch(between) is not None


def _is_paid(text: str, number: Number, before: Sequence[Number]) -> bool:
    """Return whether a bare number was paid or asked for, where the last large one is money."""
    large = [other for other in before[-_NUMBERS_BEFORE:] if _SCALE.search(other.text)]
    if not large or large[-1].kind != "money" or not _is_bare_large(text, number):
        return False
    beside = text[max(0, number.start - CHARACTERS_BEFORE) : number.start]
    return _PAID_BEFORE.search(beside) is not None or bool(_PAID_AFTER.match(text, number.end))


def _is_bare_large(text: str, number: Number) -> bool:
    """Return whether a number in millions counts nothing that is named beside it."""
    is_large = number.kind == "count" and _SCALE.search(number.text) is not None
    return is_large and not has_own_noun(text, number)


def _is_bare_sum(text: str, number: Number) -> bool:
    """Return whether a number in millions counts nothing, and words for money stand beside it."""
    if number.kind != "count" or _SCALE.search(number.text) is None:
        return False
    if _MONEY_AFTER.match(text, number.end):
        return True
    if not _is_bare_large(text, number):
        return False
    before = text[max(0, number.start - CHARACTERS_BEFORE) : number.start]
    return any(words.search(before) is not None for words in _BEFORE)
