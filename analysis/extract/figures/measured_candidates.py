"""
Find the words of a sentence that may say what a number measures.

In: the tokens of a sentence and the place of a number among them. Out: noun phrases and verbs with
their characters, in reading order.
"""

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

import pandas as pd

__all__ = [
    "AUXILIARIES",
    "REACH",
    "Candidate",
    "SentenceTokens",
    "Token",
    "candidates_of",
    "place_of",
    "tokens_near",
]

REACH = 60
"""Tokens on either side of a number among which what it measures is looked for."""

AUXILIARIES = frozenset(
    """
    be is are was were been being am 's 're 'm have has had having do does did will would can could
    may might must shall should 'll 'd 've ’s ’re ’m ’ll ’d ’ve
    """.split()
)
_PARTICIPLES = ("VBN", "VBG")
# "Compared to $5m", "according to", "including": prepositions, whatever their form
_AS_PREPOSITIONS = frozenset("compared according including based regarding following worth".split())
# "The debt had crossed $5m": what crosses, reaches or exceeds a sum is measured, not the crossing
_REACHING = frozenset(
    """
    cross crosses crossed crossing top tops topped topping exceed exceeds exceeded exceeding surpass
    surpasses surpassed surpassing reach reaches reached reaching hit hits hitting pass passes
    passed passing near nears neared nearing touch touches touched touching approach approaches
    approached approaching breach breaches breached breaching stand stands stood standing average
    averages averaged averaging
    """.split()
)
_NO_MEASURING_VERBS = AUXILIARIES | _AS_PREPOSITIONS | _REACHING
# "£412m before tax"
_LEFT_OUT = frozenset(
    "tax taxes interest costs items depreciation amortisation amortization".split()
)
# "Including its debt, the deal values Orlo at £3m"
_ASIDE = ("including", "excluding")
_DETERMINERS = frozenset("the its their any all a an".split())
_BETWEEN_LEFT_OUT = _LEFT_OUT | {"and", ",", "exceptional", "special", "one-off"}


class Token(NamedTuple):
    """A word or sign of a sentence: its characters, how it is written, its part of speech."""

    start: int
    end: int
    text: str
    tag: str


class Candidate(NamedTuple):
    """
    Words that may say what a number measures.

    Attributes
    ----------
    first, last : int
        Places of the first token, and of the one after the last.
    kind : {"noun", "verb"}
    """

    first: int
    last: int
    kind: str


class SentenceTokens:
    """
    The tokens of each sentence of some articles, made when they are asked for.

    Parameters
    ----------
    tokens : DataFrame
        ``TOKENS``; it may have no rows.
    """

    def __init__(self, tokens: pd.DataFrame) -> None:
        self._rows = tokens.groupby(["article_id", "sentence_id"], sort=False).indices
        self._columns = [tokens[name].to_numpy(object) for name in Token._fields]

    def of(self, article_id: str, sentence_id: int) -> list[Token]:
        """Return the tokens of a sentence, in reading order; none if it has none."""
        rows = self._rows.get((article_id, sentence_id))
        if rows is None:
            return []
        return [Token(*values) for values in zip(*(c[rows] for c in self._columns), strict=True)]


def tokens_near(tokens: list[Token], start: int, end: int) -> list[Token]:
    """
    Return the tokens of a sentence that stand around some characters.

    Parameters
    ----------
    tokens : list of Token
        Of the sentence.
    start, end : int
        Characters of a number and its unit.

    Returns
    -------
    list of Token
        At most ``REACH`` on either side, so that a list of numbers in one sentence costs no more
        than the same numbers in many.
    """
    first, last = place_of(tokens, start, end)
    return tokens[max(0, first - REACH) : last + REACH]


def place_of(tokens: Sequence[Token], start: int, end: int) -> tuple[int, int]:
    """
    Return which tokens some characters are.

    Parameters
    ----------
    tokens : sequence of Token
    start, end : int
        Characters of a number and its unit.

    Returns
    -------
    (int, int)
        Place of the first token, and of the one after the last; a sign of currency that is a token
        of its own, and "minus", are within.
    """
    first = bisect_left(tokens, start + 1, key=_end_of)
    if first and tokens[first - 1].text.lower() == "minus":
        first -= 1
    return first, bisect_left(tokens, end, key=_start_of)


def _start_of(token: Token) -> int:
    return token.start


def _end_of(token: Token) -> int:
    return token.end


def candidates_of(
    tokens: Sequence[Token], place: tuple[int, int], taken: Sequence[tuple[int, int]] = ()
) -> list[Candidate]:
    """
    Return the noun phrases and verbs of a sentence that may say what its number measures.

    Parameters
    ----------
    tokens : sequence of Token
        Of one sentence.
    place : (int, int)
        The tokens of the number, which no candidate holds.
    taken : sequence of (int, int)
        Characters of the numbers with their units: "mph" of "140 mph (225 kph)" is no candidate.

    Returns
    -------
    list of Candidate
        In reading order. A noun phrase has its adjectives and participles, and ends with its last
        noun; a participle in one may also be the verb.
    """
    first, last = place
    behind = [one for one in _within(tokens, last, len(tokens)) if not _is_rate(tokens, one)]
    found = _within(tokens, 0, first) + behind
    return [
        one
        for one in found
        if not _is_taken(tokens[one.last - 1], taken) and not _is_left_out(tokens, one)
    ]


def _is_left_out(tokens: Sequence[Token], one: Candidate) -> bool:
    """Return whether a noun is what a sum is told with or without: "£412m before tax"."""
    before = [token.text.lower() for token in tokens[: one.first]]
    if one.kind == "noun" and _is_aside(before):
        return True
    if tokens[one.last - 1].text.lower() not in _LEFT_OUT:
        return False
    while before and before[-1] in _BETWEEN_LEFT_OUT:
        before.pop()  # "earnings before interest and taxes"
    return before[-1:] in (["before"], ["after"])


def _is_rate(tokens: Sequence[Token], one: Candidate) -> bool:
    """Return whether a noun is the rate at which a sum was converted or grows."""
    if tokens[one.last - 1].text.lower() not in ("rate", "rates"):
        return False
    before = [token.text.lower() for token in tokens[max(0, one.first - 2) : one.first]]
    return before[-1:] == ["at"] or (before[:1] == ["at"] and before[-1] in _DETERMINERS)


def _is_aside(before: Sequence[str]) -> bool:
    """Return whether words end with "including" or "excluding" and what may stand behind it."""
    last = before[-2:-1] if before[-1:] and before[-1] in _DETERMINERS else before[-1:]
    return bool(last) and last[0] in _ASIDE


def _is_taken(head: Token, taken: Sequence[tuple[int, int]]) -> bool:
    return any(start <= head.start < end for start, end in taken)


def _within(tokens: Sequence[Token], start: int, stop: int) -> list[Candidate]:
    """Return the candidates on one side of the number."""
    found = []
    position = start
    while position < stop:
        end = _end_of_phrase(tokens, position, stop)
        if end > position:
            found += _in_phrase(tokens, position, end)
            position = end
        else:
            if _is_verb(tokens[position]):
                found.append(Candidate(position, position + 1, "verb"))
            position += 1
    return found


def _end_of_phrase(tokens: Sequence[Token], start: int, stop: int) -> int:
    """Return the end of a run of adjectives, participles and nouns; its start if there is none."""
    end = start
    while end < stop and _is_of_phrase(tokens[end]):
        end += 1
    return end


def _is_of_phrase(token: Token) -> bool:
    if token.text.lower() in _AS_PREPOSITIONS or token.text == "rose":
        return False  # what rose is measured; roses rarely are
    return token.tag[:2] in ("NN", "JJ", "FW") or token.tag in _PARTICIPLES


def _is_verb(token: Token) -> bool:
    word = token.text.lower()
    is_verb = token.tag.startswith("VB") or token.text == "rose"
    return is_verb and word not in _NO_MEASURING_VERBS


def _in_phrase(tokens: Sequence[Token], start: int, end: int) -> list[Candidate]:
    """Return the noun phrase of a run of words, and its participles."""
    found = []
    last = end
    while last > start and not tokens[last - 1].tag.startswith("NN"):
        last -= 1
    if last > start:
        found.append(Candidate(start, last, "noun"))
    for place in range(start, end):
        if tokens[place].tag in _PARTICIPLES and _is_verb(tokens[place]):
            found.append(Candidate(place, place + 1, "verb"))
    return found
