"""
Give a bare number the currency of its article where its words say that it is a sum of money.

In: a text and its numbers. Out: the numbers, of which some counts are sums. A report on a bank
prints "profit rose to 1.24 billion crowns" and then "analysts had expected 1.19 billion": the
second number is money, and no count of things. Where the article prints sums of several
currencies, a bare number stays a count.
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
    r"\b(?:analysts|economists|investors)\s+(?:had\s+|have\s+)?"
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
    units = {
        (number.unit.text, number.unit.currency)
        for number in numbers
        if number.kind == "money" and number.unit is not None
    }
    if len(units) != 1:
        return list(numbers)
    [(unit_text, currency)] = units
    return [
        replace(
            number,
            kind="money",
            unit=Unit("money", unit_text, currency, number.start, number.end),
        )
        if _is_bare_sum(text, number)
        else number
        for number in numbers
    ]


def _is_bare_sum(text: str, number: Number) -> bool:
    """Return whether a number in millions counts nothing, and words for money stand beside it."""
    if number.kind != "count" or _SCALE.search(number.text) is None:
        return False
    if _MONEY_AFTER.match(text, number.end):
        return True
    if has_own_noun(text, number):
        return False
    before = text[max(0, number.start - CHARACTERS_BEFORE) : number.start]
    return any(words.search(before) is not None for words in _BEFORE)
