"""Two words for one outcome."""

import numpy as np
import pytest

from analysis.compare.quantities.contradicted import contradict
from analysis.compare.quantities.other_outcomes import told_in_two_words
from tests.compare.quantities.story_tables import killed, statements


@pytest.mark.parametrize(
    ("sentence", "one", "other", "numbers", "expected"),
    [
        ("The army freed [{}].", "other", "rescued", (61, 61), True),
        ("The army freed [{}].", "other", "rescued", (61, 73), False),
        ("The army freed [{}].", "other", "rescued", (6, 6), False),  # equal by chance
        ("The water trapped [{}].", "other", "rescued", (33, 33), False),  # and then all came out
        ("The water trapped [{}].", "other", "missing", (14, 14), True),
        ("The army freed [{}].", "other", "missing", (14, 14), False),
        ("The count was [{}].", "ill", "injured", (24_800, 25_000), True),
        ("The count was [{}].", "ill", "injured", (27, 60), False),
        ("The count was [{}].", "evacuated", "displaced", (3_800, 4_000), True),
        ("The count was [{}].", "evacuated", "displaced", (3_800, 9_000), False),
        ("The count was [{}].", "killed", "injured", (61, 61), False),
        ("The army freed [{}].", "other", "captured", (61, 61), False),
    ],
)
def test_two_words_for_one_outcome(sentence, one, other, numbers, expected):
    found = statements(
        (sentence.format(numbers[0]), killed(outcome=one)),
        (f"The count was [{numbers[1]}].", killed(outcome=other)),
    )
    for pair in ((0, 1), (1, 0)):
        first, second = (np.array([row]) for row in pair)
        assert told_in_two_words(found.rows, first, second).tolist() == [expected]
        assert contradict(found, first, second).tolist() == [not expected]
