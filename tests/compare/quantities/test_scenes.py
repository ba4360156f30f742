"""Counts of those harmed in two incidents of one story."""

import numpy as np
import pandas as pd
import pytest

from analysis.compare.quantities.barred import barred
from analysis.compare.quantities.scenes import (
    are_of_two_scenes,
    attack_scenes,
    is_of_days,
    scenes_of,
)
from analysis.compare.quantities.statements import in_reading_order, statements_of
from tests.compare.quantities.story_tables import injured, killed, story

FIVE = ("A bomb killed [5] people.", killed())


def of_events(events, *articles):
    """Return statements of articles, each of its own event of one story."""
    figures, rows, sentences = story(*articles)
    rows["event_id"] = events
    texts = dict(zip(rows["article_id"], rows["text"], strict=True))
    return statements_of(in_reading_order(figures, rows), texts, sentences)


@pytest.mark.parametrize(
    ("events", "later", "expected"),
    [
        ("ab", ("A bomb killed [20] people.", killed()), True),
        ("ab", ("The toll of the bomb rose to [20].", killed()), True),
        ("ab", ("The shelling hurt [20].", injured()), True),
        ("aa", ("A bomb killed [20] people.", killed()), False),
        ([None, "b"], ("A bomb killed [20] people.", killed()), False),
        ([None, None], ("A bomb killed [20] people.", killed()), False),
        ("ab", ("Attackers freed [20] inmates.", killed(outcome="released")), True),
        ("ab", ("The flood killed [20] people.", killed()), False),
        ("ab", ("Cholera has killed [20] in towns hit by bombs.", killed()), False),
        ("ab", ("Firefighters battle a fire that killed [20].", killed()), False),
        ("ab", ("The storm killed [20] in war-torn Orsk.", killed()), False),
        ("ab", ("It has [20] beds.", {}), False),
    ],
)
def test_numbers_of_two_incidents(events, later, expected):
    found = of_events(list(events), FIVE, later)
    for one, other in ((0, 1), (1, 0)):
        pair = np.array([one]), np.array([other])
        assert are_of_two_scenes(found, *pair).tolist() == [expected]


def test_an_article_that_opens_with_an_attack_tells_of_it():
    later = ("Shells hit Orsk. It burnt all day. By night [20] were dead.", killed())
    found = of_events(["a", "b"], FIVE, later)
    assert are_of_two_scenes(found, np.array([0]), np.array([1])).tolist() == [True]


def test_floods_of_two_events_may_be_one():
    first = ("The flood killed [5] people.", killed())
    later = ("The flood has now killed [20].", killed())
    found = of_events(["a", "b"], first, later)
    assert are_of_two_scenes(found, np.array([0]), np.array([1])).tolist() == [False]


def test_other_numbers_of_two_incidents_are_barred_and_equal_ones_are_not():
    articles = (FIVE, ("A bomb killed [20].", killed()), ("A bomb killed [20].", killed()))
    found = of_events(["a", "b", "c"], *articles)
    assert barred(found, np.array([0, 0]), np.array([1, 2])).tolist() == [True, True]
    assert barred(found, np.array([1]), np.array([2])).tolist() == [False]


def test_few_of_two_incidents_are_equal_by_chance():
    found = of_events(["a", "b"], ("A raid hurt [7].", injured()), ("A raid hurt [7].", injured()))
    assert barred(found, np.array([0]), np.array([1])).tolist() == [True]


@pytest.mark.parametrize(
    ("second", "is_one"),
    [
        (("The bomb killed [5] people.", killed()), True),
        (("The bomb killed [6] people.", killed()), False),
        (("The bomb hurt [5] people.", injured()), False),
        (("Of the dead [5] were boys.", killed(scope="part")), False),
        (("It rained. It was cold. All stayed in. A bomb killed [5] people.", killed()), False),
    ],
)
def test_events_that_open_with_one_toll_are_one_incident(second, is_one):
    found = of_events(["a", "b"], FIVE, second)
    one, other = scenes_of(found.rows)
    assert (one == other) == is_one


def test_two_single_deaths_are_no_sign_of_one_incident():
    few = ("A bomb killed [2] people.", killed())
    one, other = scenes_of(of_events(["a", "b"], few, few).rows)
    assert one != other


def test_nothing_is_changed():
    found = of_events(["a", "b"], FIVE, FIVE)
    before = found.rows.copy()
    scenes_of(found.rows)
    pd.testing.assert_frame_equal(found.rows, before)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Four days, three towns: almost [70] dead", True),
        ("[53] people were killed in raids on Monday and Wednesday.", True),
        ("At least [132] fighters have been killed since Saturday in fighting.", True),
        ("In the space of about 43 hours, [16] people were shot.", True),
        ("It brought to [49] the number killed in two days of attacks.", True),
        ("[53] people were killed in a raid on Monday.", False),
        ("The bombing, the third attack in two weeks, killed [20] people.", False),
        ("[12] were killed in the worst attack since Friday.", False),
        ("Three days after the shooting, [17] are dead.", False),
        ("[9] were killed by a man who will appear in court on Monday and Tuesday.", False),
        ("It was the third raid in as many days; [53] people were killed.", False),
        ("[Teen] killed in second shooting", False),
        ("[Six] were killed on Monday. The town has been shelled since Friday.", False),
    ],
)
def test_numbers_of_several_days(sentence, expected):
    number = sentence[sentence.index("[") + 1 : sentence.index("]")]
    plain = sentence.replace("[", "").replace("]", "")
    assert is_of_days(plain, plain, number) == expected


def test_a_number_of_several_days_is_not_that_of_one_attack():
    days = ("Shells have killed [20] people since Friday.", killed())
    found = of_events(["a", "a", "a"], FIVE, days, ("It has killed [9] since Friday.", killed()))
    first, second = np.array([0, 1]), np.array([1, 2])
    assert are_of_two_scenes(found, first, second).tolist() == [True, False]


IN_ORSK = ("A bomb killed [5] in Orsk on Sunday.", killed())  # of Monday, as the next article


@pytest.mark.parametrize(
    ("second", "is_one"),
    [
        (("Shells killed [9] at a market in Orsk on Sunday.", killed()), True),
        (("ORSK: a blast flattened a house. It left [9] dead on Sunday.", killed()), True),
        (("Shells killed [9] at a market in Velm on Sunday.", killed()), False),
        (("Shells killed [9] at a market in Orsk on Saturday.", killed()), False),
        (("Shells killed [9] at a market in Orsk.", killed()), False),
        (("Shells killed [9] in Syria on Sunday.", killed()), False),
    ],
)
def test_attacks_of_one_day_and_place_are_one_whatever_their_events(second, is_one):
    found = of_events(["a", "b"], IN_ORSK, second)
    one, other = attack_scenes(found)
    assert (one == other) == is_one


def test_incidents_whose_articles_name_two_days_are_not_joined_by_a_third():
    saturday = ("A bomb killed [7] in Orsk on Saturday.", killed())
    sunday = ("A bomb killed [9] in Orsk on Sunday.", killed())
    one, other, third = attack_scenes(of_events(["a", "a", "b"], IN_ORSK, saturday, sunday))
    assert one == other != third
