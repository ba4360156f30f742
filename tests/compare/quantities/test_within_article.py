"""Whether two different numbers of one article are of one thing."""

import numpy as np
import pytest

from analysis.compare.quantities.features import FEATURES as OF_ANY_PAIR
from analysis.compare.quantities.find import find_quantities
from analysis.compare.quantities.within_article import (
    FEATURES,
    LEAST_PROBABILITY,
    MODEL,
    SURE,
    describe_pairs,
    differing_pairs,
    read_model,
    within_article,
)
from analysis.core.checked_files import read_packed
from tests.compare.quantities.story_tables import dollars, killed, percent, statements, story

PEOPLE = {"unit": "things", "noun": "person", "counted": "people"}


def of_pair(text, one, other):
    """Return the statements of an article of two numbers, and the pair."""
    return statements((text, one, other)), np.array([0]), np.array([1])


def described(text, one, other):
    """Return the features of the two numbers of an article, by name."""
    values = describe_pairs(*of_pair(text, one, other))[0]
    return dict(zip(FEATURES, values, strict=True))


def test_every_feature_of_the_model_is_computed():
    stored = read_packed(MODEL)
    assert set(stored["trees"]["features"]) <= set(FEATURES)
    assert len(set(FEATURES)) == len(FEATURES) > len(OF_ANY_PAIR)
    assert stored["words"]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (killed(), killed(), True),
        (killed(), killed(low=12.0, high=12.0), False),  # as the first
        (killed(low=1000.0, high=1000.0), killed(low=1010.0, high=1010.0), False),
        (killed(), killed(low=None, high=None, qualifier="vague"), False),
        (killed(), dollars("aid"), False),
    ],
)
def test_only_different_numbers_of_one_dimension_are_compared(one, other, expected):
    pair = of_pair("A blast killed [12] people. The army says [30] died.", one, other)
    assert differing_pairs(*pair).tolist() == [expected]


def test_numbers_of_two_articles_are_not_compared():
    made = statements(("[12] died.", killed()), ("[30] died.", killed()))
    assert not differing_pairs(made, np.array([0]), np.array([1])).any()


TEXT = "Police counted [900] people at the march. The union put the crowd at [2,500]."
BOTH = PEOPLE | {"source": "Police"}, PEOPLE | {"source": "The union"}


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("has_source of first", 1),
        ("two_sources", 1),
        ("same_source", 0),
        ("is_counted of second", 1),
        ("is_part_of of second", 0),
        ("sentences", 1),
        ("between", 0),
        ("rank", 0),
        ("is_larger", 1),
        ("ratio", np.log(2500 / 900)),
        ("size", np.log10(900)),
        ("same_harm", 0),
        ("same_unit", 1),
        ("words", 0),
    ],
)
def test_features(name, expected):
    assert described(TEXT, *BOTH)[name] == pytest.approx(expected, abs=1e-6)


def test_harm_and_part_are_told():
    found = described(
        "A blast killed [12] people, including [3] children.",
        killed(),
        killed(counted="children", noun="child", group="children", part_of="s1-0#0"),
    )
    assert found["same_harm"]
    assert found["is_part of second"]
    assert found["is_part_of of second"]
    other = described("It killed [12] and hurt [30].", killed(), killed(outcome="injured"))
    assert other["other_harm"]
    assert not other["same_harm"]


@pytest.mark.parametrize(
    ("text", "one", "other", "expected"),
    [
        (TEXT, *BOTH, True),
        (
            "The rebels said [60] soldiers were killed. The army said it had lost [14] soldiers.",
            killed(source="The rebels", noun="soldier"),
            killed(source="The army", noun="soldier"),
            True,
        ),
        (
            "The share of players is [21]%. The league says the real figure is [29]%.",
            percent("share of players"),
            percent("share of players", source="The league"),
            True,
        ),
        (
            "A bomb killed [12] people. In the year before, bombs killed [300] people there.",
            killed(),
            killed(scope="background"),
            False,
        ),
        (
            "A storm killed [12] people in Ardal and [5] people in Orlo.",
            killed(),
            killed(),
            False,
        ),
    ],
)
def test_rival_counts_are_likelier_than_counts_of_two_things(text, one, other, expected):
    p = within_article(*of_pair(text, one, other))[0]
    assert bool(p > 0.3) is expected


def test_no_pairs_have_no_probability():
    nothing = np.zeros(0, dtype=int)
    assert within_article(statements(("[12] died.", killed())), nothing, nothing).shape == (0,)


def test_a_probability_does_not_depend_on_other_pairs():
    made = statements(
        (TEXT, *BOTH), ("It cost $[5] million, or $[9] million.", dollars("cost"), dollars("cost"))
    )
    first, second = np.array([0, 2]), np.array([1, 3])
    together = within_article(made, first, second)
    assert together[0] == within_article(made, first[:1], second[:1])[0]
    assert together[1] == within_article(made, first[1:], second[1:])[0]


@pytest.fixture
def probability(monkeypatch):
    """Let every pair of an article have one probability."""
    value = [0.5]
    module = "analysis.compare.quantities.judged_pairs.within_article"
    monkeypatch.setattr(module, lambda _, first, __: np.full(len(first), value[0]))
    return value


@pytest.mark.parametrize(("p", "n_quantities"), [(SURE, 1), (SURE - 0.01, 2), (0.0, 2)])
def test_numbers_are_joined_from_a_probability_on(probability, p, n_quantities):
    probability[0] = p
    text = "It opened to [900] guests. Some [4,000] guests, said a guard, had come by the evening."
    guests = {"unit": "things", "noun": "guest", "counted": "guests"}
    _, quantities = find_quantities(*story((text, guests, guests)))
    assert len(quantities) == n_quantities


@pytest.mark.parametrize(("p", "n_quantities"), [(LEAST_PROBABILITY, 1), (0.0, 2)])
def test_rivals_by_a_rule_are_kept_apart_below_one(probability, p, n_quantities):
    probability[0] = p
    text = "The mayor said [40] houses burned. The fire service put the number at [31]."
    houses = {"unit": "things", "noun": "house", "counted": "houses"}
    sources = houses | {"source": "The mayor"}, houses | {"source": "The fire service"}
    _, quantities = find_quantities(*story((text, *sources)))
    assert len(quantities) == n_quantities


def test_the_model_is_read_once():
    assert read_model() is read_model()
