"""What was planned or ran, and what was called off."""

import numpy as np
import pytest

from analysis.compare.quantities.planned import planned_and_cancelled
from tests.compare.quantities.story_tables import statements

FLIGHTS = {"unit": "things", "noun": "flight", "counted": "flights"}


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("It had [940] planned flights.", "It cancelled [620] flights.", True),
        ("It operated [320] flights.", "[620] flights were grounded.", True),
        ("It cancelled [700] of its flights.", "It cancelled [620] flights.", False),
        ("It cancelled [700] planned flights.", "It had [940] planned flights.", False),
        ("It has [940] flights.", "It cancelled [620] flights.", False),
    ],
)
def test_what_ran_is_not_what_was_cancelled(one, other, expected):
    found = statements((one, FLIGHTS), (other, FLIGHTS))
    first, second = np.array([0]), np.array([1])
    assert planned_and_cancelled(found, first, second).tolist() == [expected]
    assert planned_and_cancelled(found, second, first).tolist() == [expected]
