"""What several articles of a story say together of two numbers that all of them print."""

import numpy as np
import pandas as pd
import pytest

from analysis.compare.quantities.printed_together import (
    Togetherness,
    describe_together,
    pairs_in_print,
    weigh_together,
)
from analysis.compare.quantities.within_article import (
    SURE_TOGETHER,
    JudgedPairs,
    judged_together,
)
from tests.compare.quantities.story_tables import statements

WEIGHTS = Togetherness(intercept=1.0, own=1.0, others=0.5)


def printed(*rows):
    """Return pairs in print: the article and both numbers of each."""
    names = ["article", "smaller", "larger"]
    return pd.DataFrame(rows, columns=names).assign(story="s", measured="people")


def log_odds(p):
    return np.log(p / (1 - p))


def test_the_log_odds_of_the_article_and_of_the_others():
    pairs = printed(("a", 1, 2), ("a", 1, 2), ("b", 1, 2), ("c", 1, 2), ("c", 1, 3))
    found = describe_together(pairs, np.array([0.2, 0.9, 0.6, 0.5, 0.7]))
    assert found["own"].tolist() == pytest.approx(log_odds(np.array([0.9, 0.9, 0.6, 0.5, 0.7])))
    others = [log_odds(0.6) / 2, log_odds(0.6) / 2, log_odds(0.9) / 2]
    assert found["others"].tolist()[:3] == pytest.approx(others)
    assert np.isnan(found["others"].iloc[4])


def test_a_pair_of_one_article_keeps_its_probability():
    pairs = printed(("a", 1, 2), ("b", 1, 2), ("c", 1, 3), ("d", 2, 2))
    given = np.array([0.9, 0.5, 0.3, 0.4])
    found = weigh_together(pairs, given, WEIGHTS)
    assert found[2:].tolist() == [0.3, 0.4]
    assert found[0] > given[0]
    assert found[1] > given[1]


def test_other_stories_and_dimensions_say_nothing():
    pairs = printed(("a", 1, 2), ("b", 1, 2), ("c", 1, 2))
    pairs.loc[1, "story"] = "t"
    pairs.loc[2, "measured"] = "money"
    given = np.array([0.9, 0.5, 0.3])
    assert weigh_together(pairs, given, WEIGHTS).tolist() == given.tolist()


PEOPLE = {"unit": "people", "noun": "person"}
TWICE = (
    ("The police counted [28000] people. The union spoke of [110000].", PEOPLE, PEOPLE),
    ("The union claimed a wild [110000]. The police put it at [28000].", PEOPLE, PEOPLE),
)


def test_numbers_are_matched_whatever_comes_first():
    found = statements(*TWICE)
    pairs = pairs_in_print(found, np.array([0, 2]), np.array([1, 3]))
    assert pairs["smaller"].tolist() == [28000, 28000]
    assert pairs["larger"].tolist() == [110000, 110000]
    assert pairs["article"].tolist() == ["s1-0", "s1-1"]


@pytest.mark.parametrize("p", [(0.95, 0.9), (0.3, 0.2)])
def test_only_what_is_surer_together_counts(p):
    found = statements(*TWICE)
    judged = JudgedPairs(np.array([0, 2]), np.array([1, 3]), np.array(p))
    both = judged_together(found, judged).probability
    assert (both >= judged.probability).all()
    assert (both[both != judged.probability] >= SURE_TOGETHER).all()
    assert (both > judged.probability).any() == (p[0] > 0.5)
