"""Who caused a casualty: suspects, agents that figures share, helpers."""

import pytest

from tests.extract.figures.tagged_tables import figures_of, killed, values


@pytest.mark.parametrize(
    "text",
    ["Storm kills 20 cattle and injures 5 people.", "Storm killed 10,000 cattle and 150 people."],
)
def test_animals_share_their_agent_and_are_left_out(text):
    found = figures_of(text)
    found = found[found["outcome"].notna()]
    assert found["agent"].tolist() == ["Storm"]


def test_the_harmed_may_be_those_who_harmed():
    text = "Two suicide bombers killed 12 people."
    numbers = [killed("Two", "fighters"), killed("12", agent="Two suicide bombers")]
    assert figures_of(text, numbers)["agent"].tolist()[1] == "Two suicide bombers"


@pytest.mark.parametrize(
    ("text", "agent"),
    [
        ("The rebels claimed 14 dead.", None),
        ("The rebels first claimed only 14 soldiers killed.", None),
        ("The rebels killed 14 and claimed a win.", "The rebels"),
        ("The rebels claimed 14 lives.", "The rebels"),
    ],
)
def test_who_claims_a_toll_did_not_cause_it(text, agent):
    table = figures_of(text, [killed("14", agent="The rebels")])
    assert values(table["agent"]) == [agent]


def test_no_one_is_the_cause_of_their_own_harm():
    text = "A guard was shot at work."
    table = figures_of(text, [killed("A", agent="A guard")])
    assert values(table["agent"]) == [None]


def test_those_who_help_cause_no_harm_but_may_rescue():
    text = "Two men died after firefighters evacuated 120 people."
    numbers = [
        killed("Two", agent="firefighters"),
        ("120", "evacuated", "unspecified", {"agent": "firefighters"}),
    ]
    assert values(figures_of(text, numbers)["agent"]) == [None, "firefighters"]


def test_who_is_suspected_is_the_agent_not_who_arrested_them():
    text = "Police arrested two men suspected of killing 4 students."
    numbers = [
        ("two", "captured", "unspecified", {"agent": "Police"}),
        killed("4", agent="Police"),
    ]
    assert figures_of(text, numbers)["agent"].tolist() == ["Police", "two men"]
