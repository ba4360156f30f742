"""What the figures of an article state of an outcome is the same as when all are gone through."""

import math
import random

import pytest

from analysis.extract.figures import scope
from analysis.extract.figures.record import Figure
from analysis.extract.figures.stated_counts import StatedCounts, count_of

BOUNDS = (None, 0.0, 1.0, 2.0, 7.0, 30.0, 4_000.0)


def figure(number: int, sentence: int, chance: random.Random) -> Figure:
    return Figure(
        start=number,
        end=number + 1,
        text="",
        low=chance.choice(BOUNDS),
        high=chance.choice(BOUNDS),
        qualifier=chance.choice(("exact", "exact", "exact", "vague")),
        implicit=False,
        outcome=chance.choice(("killed", "injured", "missing")),
        unit="people",
        sentence_id=sentence,
        figure_id=str(number),
    )


def some_figures(seed: int) -> list[Figure]:
    chance = random.Random(seed)
    sentences = sorted(chance.choices(range(8), k=chance.randint(1, 12)))
    return [figure(number, sentence, chance) for number, sentence in enumerate(sentences)]


def test_the_count_of_a_figure_is_its_lower_bound_if_it_has_one():
    chance = random.Random(0)
    one = figure(0, 0, chance)
    for low, high, expected in ((5, 9, 5), (None, 9, 9), (0, 9, 9), (None, None, 0)):
        one.low, one.high = low, high
        assert count_of(one) == expected


@pytest.mark.parametrize("seed", range(60))
def test_answers_are_those_of_a_look_at_every_figure(seed):
    figures = some_figures(seed)
    stated = StatedCounts(figures)
    for one in figures:
        alike = [other for other in figures if other.outcome == one.outcome]
        counts = [count_of(other) for other in alike if count_of(other) > 0]
        assert stated.smallest(one.outcome) == min(counts, default=math.inf)
        others = [other for other in alike if other is not one]
        larger = [
            other
            for other in others
            if other.qualifier == "vague" or count_of(other) > count_of(one)
        ]
        assert stated.exceeds(one) == bool(larger)
        lows = [other.low for other in alike if other.low is not None]
        assert all(stated.states(one.outcome, low) == (low in lows) for low in BOUNDS[1:])
        before = [other for other in alike if other.sentence_id < one.sentence_id]
        assert stated.is_plural_before(one) == any(count_of(other) > 1 for other in before)
        same = [other for other in figures if other.sentence_id == one.sentence_id]
        assert list(stated.in_sentence(one.sentence_id)) == same


def test_a_list_of_places_is_looked_for_in_the_sentence_of_a_figure_only(monkeypatch):
    calls = []

    class PlaceAfter:
        @staticmethod
        def match(text, place):
            calls.append(place)
            return place_after.match(text, place)

    place_after = scope._PLACE_AFTER
    monkeypatch.setattr(scope, "_PLACE_AFTER", PlaceAfter)
    sentence = "It killed 4 in Karsk and 1 in Velm. "
    n = 100
    figures = []
    for number in range(n):
        for place, value in ((sentence.index("4"), 4.0), (sentence.index("1"), 1.0)):
            start = number * len(sentence) + place
            one = figure(start, number, random.Random(0))
            one.low = one.high = value
            one.outcome, one.qualifier = "killed", "exact"
            figures.append(one)
    sentences = {i: (i * len(sentence), (i + 1) * len(sentence)) for i in range(n)}
    figures[-1].low = figures[-1].high = 5.0  # the total of the other sentences
    found = scope.scopes_of(figures, sentence * n, sentences)
    assert found[:-2] == ["part"] * (2 * n - 2)
    assert len(calls) == 2 * len(figures)
