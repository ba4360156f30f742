"""Which numbers an article calls some of a larger one."""

import pytest

from analysis.extract.figures.some_of_a_toll import told_as_some


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("Six of the eight lived at the park.", {(6, 8)}),
        ("Six of its 1,200 workers died.", {(6, 1200)}),
        ("Six of its 1,200 rooms burnt.", set()),
        ("Two of the three fled.", set()),
        ("Two of the 14 fled, and three of those nine.", {(2, 14), (3, 9)}),
        ("Eight of the six came.", set()),
        ("Six of the dead lived there.", set()),
        ("Six of the 8 percent went to staff.", set()),
        ("Six people and eight dogs.", set()),
    ],
)
def test_numbers_that_are_some_of_others(text, pairs):
    assert told_as_some(text) == pairs
