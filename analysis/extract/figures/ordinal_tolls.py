"""
Find tolls that an ordinal states: where "a fifth victim was found", five are dead.

In: a text and its casualty figures. Out: figures of such tolls, and the others without digits of an
ordinal ("1,000th"). The person who is the fifth stays a figure of one, and is a part. The words are
``data/rules/figures/ordinal_tolls.toml``.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from analysis.extract.figures.polarity import is_negated_or_hypothetical
from analysis.extract.figures.record import Figure, make_figure, overlaps, start_of
from analysis.extract.figures.rules import first_rule
from analysis.extract.numbers.parse import Number

__all__ = ["with_ordinal_tolls"]

_WORDS: dict[str, int] = dict(
    zip(
        """second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth
        fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth""".split(),
        range(2, 21),
        strict=True,
    )
)
_ORDINAL = re.compile(
    rf"(?<![\w,.-])(?:(?P<word>{'|'.join(_WORDS)})|(?P<digits>\d{{1,3}}(?:,?\d{{3}})*)"
    r"(?:st|nd|rd|th))\b(?!-)",
    re.IGNORECASE,
)
_DEAD = ("killed", "bodies_found")
_OUTCOMES = {
    "ordinal_toll": "killed",
    "ordinal_toll_of_bodies": "bodies_found",
    "ordinal_toll_if_told": "killed",
}
_IF_TOLD = "ordinal_toll_if_told"  # only beside the toll without this person
_IF_ANYONE_DIED = ("ordinal_toll.victim_found", "ordinal_toll.lives_claimed")
_MOST_ALONE = 10  # beside no other toll


def with_ordinal_tolls(text: str, figures: Sequence[Figure]) -> list[Figure]:
    """
    Return the casualty figures of a text, with the tolls that its ordinals state.

    Parameters
    ----------
    text : str
    figures : sequence of Figure
        In reading order, none overlapping. Not changed.

    Returns
    -------
    list of Figure
        In reading order, none overlapping. A toll is left out where another figure states it, or a
        larger one: then the ordinal tells one of the dead from the others. So is that of a
        victim where nobody is told to have died, and a large one where no other toll is near it.
    """
    kept = list(figures)
    for match in _ORDINAL.finditer(text):
        start, end = match.span()
        if match["digits"]:  # "1" of "1,000th" is no number
            kept = [one for one in kept if not (start <= one.start and one.end <= end)]
        kept = [_before(one, start) for one in kept]
        found = _toll(text, start, end, _value(match), kept)
        if found is not None and not overlaps(start, end, kept):
            kept = sorted([*kept, found], key=start_of)
    return kept


def _value(match: re.Match[str]) -> int:
    if match["digits"]:
        return int(match["digits"].replace(",", ""))
    return _WORDS[match["word"].lower()]


def _toll(
    text: str,
    start: int,
    end: int,
    value: int,
    figures: Sequence[Figure],
) -> Figure | None:
    """Return the toll that an ordinal states, None if it states none, or one that is known."""
    fired = [(decides, first_rule(decides, text, start, end)) for decides in _OUTCOMES]
    decides, rule = next((pair for pair in fired if pair[1] is not None), (None, None))
    if decides is None or value < min(_WORDS.values()):
        return None
    if is_negated_or_hypothetical(text, start, end):
        return None
    dead = [one for one in figures if one.outcome in _DEAD]
    told = [one.low for one in dead if one.low is not None and not one.implicit]
    if any(low >= value for low in told) or (rule in _IF_ANYONE_DIED and not dead):
        return None
    if decides == _IF_TOLD and value - 1 not in told:
        return None
    if value > _MOST_ALONE and not any(low >= value / 2 for low in told):
        return None
    number = Number(start, end, text[start:end], float(value), float(value), "exact")
    figure = make_figure(text, start, end, number, _OUTCOMES[decides])
    return replace(figure, rules=rule)


def _before(figure: Figure, ordinal: int) -> Figure:
    """Return a person without a number who ends before an ordinal: "a" of "a fifth victim"."""
    if not figure.implicit or not figure.start < ordinal < figure.end:
        return figure
    end = figure.start + len(figure.text[: ordinal - figure.start].rstrip())
    return replace(figure, end=end, text=figure.text[: end - figure.start])
