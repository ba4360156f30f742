"""How many figures are expected to be right."""

import pandas as pd
import pytest

from analysis.evaluate.expected import expected_right


@pytest.mark.parametrize(
    ("probabilities", "words"),
    [
        ([1.0] * 12, "About 12 of these 12 figures"),
        ([0.5] * 20, "About 10 of these 20 figures"),
        ([0.9, 0.6], "About 1.5 of these 2 figures"),
        ([0.9, None], "About 0.9 of these 1 figure "),
        ([None], "No figure here has a probability"),
        ([], "No figure here has a probability"),
    ],
)
def test_it_is_the_sum_of_the_probabilities(probabilities, words):
    assert expected_right(pd.DataFrame({"p": probabilities})).startswith(words)
