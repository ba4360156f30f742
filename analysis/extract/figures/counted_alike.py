"""
Let a bare number count or measure what the one does that it answers or is compared with.

In: two figures of an article, and its text. Out: the first one is changed. "Growth of 2.3 percent;
the bank expects 1.8" are two percentages of growth.
"""

from analysis.extract.figures import counted
from analysis.extract.figures.compared import is_another_sum
from analysis.extract.figures.measured import own_measure
from analysis.extract.figures.record import Figure
from analysis.extract.numbers.values import SCALES

__all__ = ["count_alike", "scale_alike"]

MONEY = "money"
THINGS = "things"
_UNSCALED = 1_000  # a bare number from which it needs no scale of another's
_LARGEST_RATIO = 4  # between two answers to one question


def scale_alike(figure: Figure, other: Figure) -> None:
    """
    Give a bare number the scale of the one that it answers: "4.5 lakh; the state says six".

    Parameters
    ----------
    figure : Figure
        Changed, unless it has a scale of its own or would be of another size.
    other : Figure
    """
    scale = SCALES.get(other.text.split()[-1].lower())
    if scale is None or figure.low is None or other.low is None or figure.low >= _UNSCALED:
        return
    ratio = figure.low * scale / other.low
    if not 1 / _LARGEST_RATIO <= ratio <= _LARGEST_RATIO:
        return
    figure.low *= scale
    figure.high = None if figure.high is None else figure.high * scale


def count_alike(text: str, figure: Figure, other: Figure) -> None:
    """
    Let a bare number count or measure what the one does that it is compared with.

    One with a unit of its own is of something else: "$11,500 each and the injured 250,000 rupees".

    Parameters
    ----------
    text : str
    figure : Figure
        Changed in its unit and in what it counts.
    other : Figure
    """
    own_unit = figure.unit, figure.unit_text
    if figure.unit != THINGS and own_unit != (other.unit, other.unit_text):
        return
    figure.unit, figure.unit_text, figure.currency = other.unit, other.unit_text, other.currency
    own = own_measure(text, figure.start, figure.end) if other.unit == MONEY else None
    if own is not None:
        figure.counted, figure.p_counted = text[slice(*own)], None
        figure.noun = counted.noun_of(figure.counted)
        return
    if other.unit == MONEY and is_another_sum(text, figure.start):
        return
    figure.counted, figure.noun = other.counted, other.noun
    figure.p_counted = other.p_counted
    if other.whose != other.source:  # "the mayor raised his estimate to 60 million"
        figure.whose = figure.whose or other.whose
