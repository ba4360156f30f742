"""Rules that forbid a pair, and rules that are only evidence against it."""

import numpy as np
import pytest

from analysis.compare.quantities.barred import barred
from analysis.compare.quantities.doubts import DOUBTS, doubted, forbidden
from tests.compare.quantities.story_tables import dollars, killed, statements

PAIR = np.array([0]), np.array([1])
JOBS = {"counted": "jobs", "noun": "job"}
STAFF = {"counted": "staff", "noun": "staff"}


def doubts(found):
    """Return the names of the rules that doubt the first pair."""
    return {name for name, speaks in zip(DOUBTS, doubted(found, *PAIR)[0], strict=True) if speaks}


@pytest.mark.parametrize(
    ("other", "is_forbidden", "expected"),
    [
        (killed(), False, set()),
        (killed(outcome=None), False, {"unlike_without_outcome"}),
        (killed(outcome="missing"), True, set()),
        (killed(group="children"), False, {"some_and_all"}),
        (dollars("fine"), True, {"unlike_without_outcome"}),
    ],
)
def test_what_is_left_out_is_a_doubt_and_what_is_named_forbids(other, is_forbidden, expected):
    found = statements(("In Harum [120] people died.", killed()), ("In Harum [190] people.", other))
    assert forbidden(found, *PAIR).tolist() == [is_forbidden]
    assert doubts(found) >= expected
    assert barred(found, *PAIR).tolist() == [bool(is_forbidden or expected)]


def test_jobs_that_go_and_people_who_are_sacked_are_doubted_and_not_forbidden():
    found = statements(("It cuts [350] jobs.", JOBS), ("It sacks [350].", STAFF))
    assert not forbidden(found, *PAIR)[0]
    assert doubts(found) == {"people_and_things"}


def test_of_no_pairs_nothing_is_said():
    found = statements(("In Harum [120] died.", killed()), ("In Harum [120] died.", killed()))
    nobody = np.zeros(0, dtype=int)
    assert doubted(found, nobody, nobody).shape == (0, len(DOUBTS))
    assert forbidden(found, nobody, nobody).tolist() == []
