"""
Name the currency of sums of money, and convert them at rates that a story states.

In: units as written, and the characters between two sums. Out: currencies, and the factor to a
common one. Currencies are converted only at a rate that an article of the same story states
("100 million euros ($113 million)"), because rates change by the day.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from statistics import median
from typing import NamedTuple

from analysis.core import lexicon, paths

__all__ = [
    "DOLLAR",
    "Conversion",
    "currency_of",
    "money_factors",
    "same_currency",
    "stated_conversion",
]

DOLLAR = "dollar"
"""Of no named country."""

CHARACTERS_BETWEEN = 40

_CURRENCY_OF_WORD = (
    (re.compile(r"\$|dollar|buck|cent", re.IGNORECASE), DOLLAR),
    (re.compile(r"€|euro", re.IGNORECASE), "EUR"),
    (re.compile(r"£|pound|sterling|pence|quid", re.IGNORECASE), "GBP"),
    (re.compile(r"¥|yen", re.IGNORECASE), "JPY"),
    (re.compile(r"₹|rupee|\brs\b", re.IGNORECASE), "INR"),
)
_HEDGE = (
    r"(?:or|about|around|some|roughly|nearly|almost|approximately|equivalent\s+to"
    r"|the\s+equivalent\s+of|at\s+the\s+time|US|CA?|AU?|NZ|HK|S)"
)
_BETWEEN = re.compile(
    rf"[\s-]*(?:[^\W\d_]+\s*){{0,3}}\s*(?:[(\[,;/–—-]|\bor\b)\s*(?:{_HEDGE}\s*)*[$€£¥₹]?\s*",
    re.IGNORECASE,
)


class Conversion(NamedTuple):
    """A sum of money that an article states in two currencies."""

    currency: str
    value: float
    other_currency: str
    other_value: float


def currency_of(unit_text: str | None, currency: str | None) -> str | None:
    """
    Return the currency of a sum of money.

    Parameters
    ----------
    unit_text : str or None
        Unit as written: "$", "euros".
    currency : str or None
        ISO 4217 code, if it is known.

    Returns
    -------
    str or None
        The code; ``DOLLAR`` for a dollar of no named country, and so for the other words that
        several countries use ("crowns"); None if no currency is written ("millions").
    """
    if currency is not None:
        return currency
    for pattern, code in _CURRENCY_OF_WORD:
        if unit_text is not None and pattern.search(unit_text):
            return code
    word = (unit_text or "").casefold()
    return word if word in _codes_by_word() else None


def same_currency(one: str | None, other: str | None) -> bool:
    """Return whether two currencies may be the same: "$" may be any dollar, none written any."""
    if one is None or other is None or one == other:
        return True
    return not _codes(one).isdisjoint(_codes(other))


def _codes(currency: str) -> frozenset[str]:
    """Return the codes that a code or a word of several countries stands for."""
    return _codes_by_word().get(currency, frozenset({currency}))


@lru_cache(maxsize=1)
def _codes_by_word() -> dict[str, frozenset[str]]:
    """Return the currencies of each word that ends the name of one: "crown" of four countries."""
    codes: dict[str, set[str]] = {}
    for group in lexicon.load(paths.LEXICONS / "currencies.toml").values():
        if "code" not in group:
            continue
        for name in group["words"]:
            word = name.split()[-1].casefold()
            for form in {word, word.removesuffix("s"), f"{word.removesuffix('s')}s"}:
                codes.setdefault(form, set()).add(group["code"])
    return {word: frozenset(found) for word, found in codes.items()}


def stated_conversion(between: str) -> bool:
    """
    Return whether the characters between two sums of money say that they are one sum.

    Parameters
    ----------
    between : str
        From the end of the first number to the start of the second.

    Returns
    -------
    bool

    Examples
    --------
    >>> stated_conversion(" euros ($"), stated_conversion(" in May and $")
    (True, False)
    """
    if len(between) > CHARACTERS_BETWEEN:
        return False
    return _BETWEEN.fullmatch(between) is not None


def money_factors(conversions: Iterable[Conversion]) -> dict[str, tuple[str, float]]:
    """
    Return how the currencies of a story are taken to a common one.

    Parameters
    ----------
    conversions : iterable of Conversion
        As its articles state them.

    Returns
    -------
    dict of str to (str, float)
        For each currency that is converted, the common currency (first in the alphabet) and the
        factor: the median of the stated rates. A currency that no article converts is missing.
    """
    rates: dict[tuple[str, str], list[float]] = {}
    for stated in conversions:
        rate = stated.other_value / stated.value
        rates.setdefault((stated.currency, stated.other_currency), []).append(rate)
        rates.setdefault((stated.other_currency, stated.currency), []).append(1 / rate)
    return _join_rates({pair: median(values) for pair, values in rates.items()})


def _join_rates(rates: Mapping[tuple[str, str], float]) -> dict[str, tuple[str, float]]:
    """Return the factor to the common currency of each group of currencies."""
    factors: dict[str, tuple[str, float]] = {}
    for start in sorted({currency for currency, _ in rates}):
        if start in factors:
            continue
        factors[start] = (start, 1.0)
        reached = [start]
        while reached:
            common = reached.pop()
            for neighbour in _neighbours(common, rates):
                if neighbour not in factors:
                    factor = rates[neighbour, common] * factors[common][1]
                    factors[neighbour] = (start, factor)
                    reached.append(neighbour)
    return factors


def _neighbours(currency: str, rates: Mapping[tuple[str, str], float]) -> Sequence[str]:
    return sorted(other for one, other in rates if one == currency)
