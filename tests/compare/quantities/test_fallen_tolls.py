"""Tolls that fell too far to be of the same event."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from analysis.compare.quantities.fallen_tolls import fallen_tolls, without_fallen
from analysis.compare.quantities.headline_tolls import toll_pairs
from tests.compare.quantities.story_tables import injured, killed, statements

BLAST = ("A blast killed [58] people.", killed())


def of_one_outlet(found, *days):
    """Give all statements one outlet, and the days."""
    rows = found.rows.assign(outlet="Ahram", published=pd.to_datetime(list(days)))
    return replace(found, rows=rows)


@pytest.mark.parametrize(
    ("later", "day", "expected"),
    [
        (("A strike killed [1] person.", killed()), "2017-04-08", True),
        (("A strike killed [29] people.", killed()), "2017-04-05", True),
        (("The toll is now [30].", killed()), "2017-04-08", False),
        (("The toll rose to [86].", killed()), "2017-04-08", False),
        (("The blast killed [20] people.", killed()), "2017-04-04", False),
        (("It hurt [1] person.", injured()), "2017-04-08", False),
        (("Of them [1] was a nurse.", killed(scope="part")), "2017-04-08", False),
    ],
)
def test_a_toll_does_not_fall_by_half(later, day, expected):
    found = of_one_outlet(statements(BLAST, later), "2017-04-04", day)
    for one, other in ((0, 1), (1, 0)):
        assert fallen_tolls(found, np.array([one]), np.array([other])).tolist() == [expected]
    events = found.rows.loc[found.rows["scope"].eq("event")]
    assert (1 in without_fallen(events).index) == (1 in events.index and not expected)


def test_another_outlet_may_count_far_fewer():
    found = statements(BLAST, ("The ministry says [4] died.", killed()))
    rows = found.rows.assign(published=pd.to_datetime(["2017-04-04", "2017-04-08"]))
    found = replace(found, rows=rows)
    assert not fallen_tolls(found, np.array([0]), np.array([1])).any()
    assert without_fallen(rows).equals(rows)
    assert toll_pairs(found) == [(0, 1)]


def test_a_fallen_toll_opens_another_event():
    articles = (BLAST, ("A blast killed [72].", killed()), ("A strike killed [1].", killed()))
    found = of_one_outlet(statements(*articles), "2017-04-04", "2017-04-05", "2017-04-08")
    assert toll_pairs(found) == [(0, 1)]


def test_undated_tolls_are_kept():
    found = of_one_outlet(statements(BLAST, ("It killed [1].", killed())), "2017-04-04", None)
    assert without_fallen(found.rows).equals(found.rows)
    assert not fallen_tolls(found, np.array([0]), np.array([1])).any()
