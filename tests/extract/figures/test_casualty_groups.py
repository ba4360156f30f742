"""Who the people are that a casualty figure counts, and whose losses (``losses``)."""

import pytest

from analysis.extract.figures.extract import extract_figures
from tests.extract.figures.tagged_tables import figures_of, killed, tables


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("It killed 20 fighters; medics put the number of dead at 33.", "unspecified"),
        ("It killed 20 fighters, while the toll stood at 33.", "unspecified"),
        ("It killed 20 fighters. It wounded 33.", "unspecified"),
        ("It killed 20 fighters and wounded 33.", "fighters"),
    ],
)
def test_a_group_is_not_carried_into_another_count(text, group):
    numbers = [killed("20", "fighters", counted="fighters"), killed("33")]
    assert figures_of(text, numbers)["group"].tolist()[1] == group


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("Serbia says 20 of its soldiers died; Kosovo says 33.", "soldiers"),
        ("It killed 20 soldiers. The other army put its losses at 33 dead.", "soldiers"),
        ("It killed 20 soldiers. The other army put its budget at 33.", "unspecified"),
        ("It killed 20 soldiers. The loss of life was heavy: 33 died.", "unspecified"),
    ],
)
def test_those_whom_the_other_side_counts_are_of_the_same_group(text, group):
    numbers = [killed("20", "soldiers", counted="soldiers"), killed("33")]
    assert figures_of(text, numbers)["group"].tolist()[1] == group


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("The military insists that it lost 2 men.", "soldiers"),
        ("The mine lost 2 men.", "unspecified"),
        ("The army said the village lost 2 men.", "unspecified"),
    ],
)
def test_the_men_whom_an_army_lost_are_soldiers(text, group):
    numbers = [killed("2", counted="men")]
    assert figures_of(text, numbers)["group"].tolist() == [group]


def test_arrests_are_not_of_the_group_that_another_number_names():
    text = "It counts 4 dead, including a policeman, and 190 arrests."
    numbers = [killed("4"), ("190", "captured", "soldiers", {})]
    assert figures_of(text, numbers)["group"].tolist()[-1] == "unspecified"


@pytest.mark.parametrize(("p_group", "group"), [(0.9, "women"), (0.89, "unspecified")])
def test_a_predicted_group_has_to_be_sure(p_group, group):
    given = tables("A mine killed 3 people.", [killed("3", "women")])
    given["numbers"]["p_group"] = p_group
    assert extract_figures(**given)["group"].tolist() == [group]


@pytest.mark.parametrize(
    ("text", "group"),
    [("Baby among 3 dead in fire", "unspecified"), ("Fire at a nursery: 3 dead", "children")],
)
def test_one_among_the_dead_does_not_tell_of_all(text, group):
    assert figures_of(text, [killed("3", "children")])["group"].tolist() == [group]
