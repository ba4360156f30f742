"""Spans that some characters meet are those that a look at every span finds."""

import random

import pytest

from analysis.extract.parties.covered import Covered


def test_no_spans_cover_nothing():
    assert not Covered([]).meets(0, 9)


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [(0, 3, False), (0, 4, True), (5, 6, True), (6, 7, True), (8, 9, False), (8, 11, True)],
)
def test_ends_are_not_included(start, end, expected):
    spans = [(10, 12), (3, 8), (4, 5)]  # the second holds the third
    assert Covered(spans).meets(start, end) is expected


@pytest.mark.parametrize("seed", range(20))
def test_answers_are_those_of_a_look_at_every_span(seed):
    chance = random.Random(seed)
    starts = [chance.randrange(40) for _ in range(chance.randint(0, 8))]
    spans = [(start, start + chance.randint(1, 9)) for start in starts]
    covered = Covered(spans)
    for start in range(45):
        for end in (start + 1, start + 4):
            expected = any(begin < end and start < after for begin, after in spans)
            assert covered.meets(start, end) is expected
