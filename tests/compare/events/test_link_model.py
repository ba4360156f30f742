"""The probability of a pair: which evidence speaks for it, and what rules it out."""

import pandas as pd
import pytest

from analysis.compare.events.link_model import LEVELS, read_link_models
from analysis.compare.events.similarity import EVIDENCE

PAIR = dict.fromkeys(EVIDENCE, 0.0) | {"similarity": 0.3, "vectors": 0.4}
PAIR |= {"is_contradicted": False, "days": 1.0}


def probability(level, **changes):
    return read_link_models()[level].probability(pd.DataFrame([PAIR | changes]))[0]


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize(
    ("less", "more"),
    [
        ({"similarity": 0.1}, {"similarity": 0.6}),
        ({"vectors": 0.0}, {"vectors": 0.9}),
        ({"log_days": 3.0}, {"log_days": 0.0}),
    ],
)
def test_what_makes_a_pair_more_probable(level, less, more):
    assert 0 < probability(level, **less) < probability(level, **more) < 1


def test_another_place_speaks_against_an_event():
    assert probability("event", other_place=1) < probability("event")
    assert probability("event", same_place=1) >= probability("event")


def test_one_outlet_speaks_against_a_story_but_says_nothing_of_events():
    assert probability("story", same_outlet=1) < probability("story")
    assert probability("event", same_outlet=1) == probability("event")


@pytest.mark.parametrize("level", LEVELS)
def test_what_details_contradict_is_ruled_out(level):
    assert probability(level, similarity=1.0, vectors=1.0, is_contradicted=True) == 0


def test_no_pairs_have_no_probabilities():
    empty = pd.DataFrame([PAIR]).iloc[:0]
    assert len(read_link_models()["event"].probability(empty)) == 0


def test_a_story_spans_fewer_days_than_an_event_may_be_off_by():
    assert probability("story", days=14.0) > 0
    assert probability("story", days=15.0) == 0
    assert probability("event", days=15.0) > 0
