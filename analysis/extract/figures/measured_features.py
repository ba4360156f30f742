"""
Describe how some words of a sentence stand to a number: what speaks for their being its measure.

In: the tokens of a sentence, a number's place among them and the candidates. Out: named features of
each candidate. The weights of the names are fitted (``analysis.train.measured``); a name without a
weight counts nothing.
"""

import math
from collections.abc import Sequence
from typing import NamedTuple

from analysis.core import resources
from analysis.core.calendar_words import lower_names
from analysis.extract.figures.measured_candidates import AUXILIARIES, Candidate, Token

__all__ = ["MeasuredNumber", "describe"]

LONGEST_GAP = 4  # words, or nouns between, that are told apart
_PREPOSITIONS = frozenset("of in for to from on at by with as than off into under per".split())
_DETERMINERS = frozenset(("DT", "PRP$", "POS", "CD", "$"))
_QUALIFIERS = frozenset(
    """
    about around some nearly almost over under than more less at least most up to only just roughly
    an estimated a approximately close well
    """.split()
)
_QUALIFIER_TAGS = frozenset(("RB", "RBR", "JJR", "JJS", "IN", "TO", "DT", "JJ"))
_MARKS = frozenset(
    ("and", "but", "or", "while", "as", "that", "which", "who", "when", "after")
    + (";", ":", "(", ")", "-", '"', "''", "``")
)
# Verbs right before a number of which each says something else about what is measured.
_VERBS = frozenset(
    """
    be cost raise spend pay lose rise fall reach total give receive win earn make owe sell buy get
    put cut say estimate expect grow drop climb have hit include take
    """.split()
)
_TIMES = lower_names() | frozenset(
    """
    year month week day hour minute second today yesterday tomorrow night morning evening afternoon
    time period quarter weekend
    """.split()
)


class MeasuredNumber(NamedTuple):
    """
    A number with a unit, in its sentence.

    Attributes
    ----------
    place : (int, int)
        Its tokens with the unit.
    kind : {"percent", "points", "money", "measure"}
    changes : bool
        Whether it is a rise or a fall.
    rule : str or None
        Which rule of ``measured`` found what is measured; None if none did.
    found : (int, int) or None
        Characters of what that rule found.
    """

    place: tuple[int, int]
    kind: str
    changes: bool
    rule: str | None
    found: tuple[int, int] | None


def describe(
    tokens: Sequence[Token], candidates: Sequence[Candidate], number: MeasuredNumber
) -> list[dict[str, float]]:
    """
    Return the features of each candidate.

    Parameters
    ----------
    tokens : sequence of Token
        Of the sentence.
    candidates : sequence of Candidate
        As ``candidates_of`` returns them.
    number : MeasuredNumber

    Returns
    -------
    list of dict of str to float
        One for each candidate. Nearly all values are 1; lengths are logarithms.
    """
    before = _before_number(tokens, number.place[0])
    return [_describe(tokens, candidates, one, number, before) for one in candidates]


def _describe(
    tokens: Sequence[Token],
    candidates: Sequence[Candidate],
    one: Candidate,
    number: MeasuredNumber,
    before: int,
) -> dict[str, float]:
    side = "before" if one.last <= number.place[0] else "after"
    gap = _between(one, number.place)
    where = f"{side} {one.kind}"
    n_nouns = sum(
        other.kind == "noun" and gap[0] <= other.first and other.last <= gap[1]
        for other in candidates
    )
    found = {
        **_of_distance(where, side, number.kind, gap, n_nouns),
        **_of_neighbours(tokens, one, where, number.kind, gap, n_nouns),
        **_of_number(tokens, one, where, number, before, n_nouns),
        **_of_gap(tokens, where, side, gap),
        **_of_words(tokens, one, side, number.kind),
        **_of_rule(tokens, one, where, number),
    }
    if one == next((other for other in candidates if other.kind == "noun"), None):
        found[f"{side} first noun"] = 1.0
    return found


def _between(one: Candidate, place: tuple[int, int]) -> tuple[int, int]:
    """Return the tokens between a candidate and the number."""
    first, last = place
    return (one.last, first) if one.last <= first else (last, one.first)


def _of_distance(
    where: str, side: str, unit: str, gap: tuple[int, int], n_nouns: int
) -> dict[str, float]:
    n_words = gap[1] - gap[0]
    near = min(n_words, LONGEST_GAP)
    length = math.log1p(n_words)
    return {
        where: 1.0,
        f"{unit} {where}": 1.0,
        f"{side} length": length,
        f"{unit} {side} length": length,
        f"{side} gap {near}": 1.0,
        f"{unit} {where} gap {near}": 1.0,
        f"{where} nouns {min(n_nouns, LONGEST_GAP)}": 1.0,
    }


def _of_neighbours(
    tokens: Sequence[Token],
    one: Candidate,
    where: str,
    unit: str,
    gap: tuple[int, int],
    n_nouns: int,
) -> dict[str, float]:
    """Return what stands before and after the candidate."""
    link = _link(tokens, _skip_determiners(tokens, one.first - 1))
    following = _link(tokens, one.last)
    return {
        f"{where} linked {link}": 1.0,
        f"{unit} {where} linked {link}": 1.0,
        f"{where} linked {link} near {gap[1] - gap[0] <= 2}": 1.0,
        f"{where} linked {link} nouns {min(n_nouns, 2)}": 1.0,
        f"{where} followed {following}": 1.0,
    }


def _skip_determiners(tokens: Sequence[Token], place: int) -> int:
    while place >= 0 and tokens[place].tag in _DETERMINERS:
        place -= 1
    return place


def _link(tokens: Sequence[Token], place: int) -> str:
    """Return a preposition, or the part of speech of another token; "edge" outside the sentence."""
    if not 0 <= place < len(tokens):
        return "edge"
    word = tokens[place].text.lower()
    return word if word in _PREPOSITIONS else tokens[place].tag[:2]


def _before_number(tokens: Sequence[Token], place: int) -> int:
    """Return the last token before a number that does not qualify it; -1 if there is none."""
    place -= 1
    while place >= 0 and _qualifies(tokens, place):
        place -= 1
    return place


def _qualifies(tokens: Sequence[Token], place: int) -> bool:
    word = tokens[place].text.lower()
    if word not in _QUALIFIERS or tokens[place].tag not in _QUALIFIER_TAGS:
        return False
    if word == "at":
        return place + 1 < len(tokens) and tokens[place + 1].text.lower() in ("least", "most")
    if word == "to":
        return place > 0 and tokens[place - 1].text.lower() in ("up", "close")
    return True


def _of_number(
    tokens: Sequence[Token],
    one: Candidate,
    where: str,
    number: MeasuredNumber,
    before: int,
    n_nouns: int,
) -> dict[str, float]:
    """Return what stands right before and after the number."""
    previous = _word_before(tokens, before)
    after = _link(tokens, number.place[1])
    if number.place[1] < len(tokens) and tokens[number.place[1]].text.lower() == "worth":
        after = "worth"
    found = {
        f"{where} number after {previous}": 1.0,
        f"{number.kind} {where} number after {previous}": 1.0,
        f"{where} unit before {after}": 1.0,
        f"{number.kind} {where} unit before {after} nouns {min(n_nouns, 2)}": 1.0,
    }
    if before < 0:
        return found
    if one.first <= before < one.last:
        found[f"{one.kind} at number"] = 1.0
        found[f"{number.kind} {one.kind} at number"] = 1.0
    is_subject = one.kind == "noun" and one.last <= before and tokens[before].tag[:2] == "VB"
    if is_subject:
        has_preposition = any(token.tag == "IN" for token in tokens[one.last : before])
        found[f"subject nouns {min(n_nouns, 2)} preposition {has_preposition}"] = 1.0
    return found


def _word_before(tokens: Sequence[Token], place: int) -> str:
    """Return a preposition, a verb of the list, or the part of speech of another token."""
    if place < 0:
        return "edge"
    token = tokens[place]
    if token.tag in ("IN", "TO"):
        return token.text.lower()
    if token.tag.startswith("VB"):
        verb = resources.lemma(token.text, token.tag)
        if verb in _VERBS:
            return verb
    return token.tag[:2]


def _of_gap(
    tokens: Sequence[Token], where: str, side: str, gap: tuple[int, int]
) -> dict[str, float]:
    """Return what stands between the candidate and the number."""
    between = tokens[slice(*gap)]
    words = [token.text.lower() for token in between]
    n_verbs = sum(token.tag.startswith("VB") for token in between)
    n_full_verbs = sum(
        token.tag.startswith("VB") and word not in AUXILIARIES
        for token, word in zip(between, words, strict=True)
    )
    has_preposition = any(word in _PREPOSITIONS for word in words)
    found = {
        f"{side} verbs between": float(n_verbs),
        f"{side} numbers between": float(sum(token.tag == "CD" for token in between)),
        f"{where} full verbs between {min(n_full_verbs, 2)}": 1.0,
        f"{side} commas between {min(words.count(','), 2)}": 1.0,
        f"{where} preposition between {has_preposition}": 1.0,
    }
    for word in _MARKS.intersection(words):
        found[f"{side} between {word}"] = 1.0
    return found


def _of_words(tokens: Sequence[Token], one: Candidate, side: str, unit: str) -> dict[str, float]:
    """Return which words the candidate is: its head, by the dictionary form."""
    head = tokens[one.last - 1]
    word = resources.lemma(head.text, head.tag)
    found = {f"word {word}": 1.0, f"{unit} word {word}": 1.0}
    if one.kind == "verb":
        found[f"form {head.tag}"] = 1.0
        return found
    if head.tag.startswith("NNP"):
        found["name"] = 1.0
        found[f"{side} name"] = 1.0
        found[f"{unit} {side} name"] = 1.0
    if head.tag == "NNS":
        found[f"{unit} {side} plural"] = 1.0
    if word in _TIMES:
        found["time"] = 1.0
        found[f"{unit} {side} time"] = 1.0
    return found


def _of_rule(
    tokens: Sequence[Token], one: Candidate, where: str, number: MeasuredNumber
) -> dict[str, float]:
    """Return whether a rule found the same words."""
    start, end = tokens[one.first].start, tokens[one.last - 1].end
    is_found = number.found is not None and start < number.found[1] and number.found[0] < end
    found = {
        f"{number.rule} found {is_found}": 1.0,
        f"{number.kind} {number.rule} found {is_found}": 1.0,
        f"{one.kind} {number.rule} found {is_found}": 1.0,
    }
    if number.changes:
        found[f"{where} of change"] = 1.0
        found[f"{number.kind} {where} of change"] = 1.0
    return found
