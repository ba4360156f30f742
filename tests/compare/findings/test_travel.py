"""What the titles of the charts say, against the rows that they come from."""

import pandas as pd
import pytest

from analysis.compare.findings import travel as findings
from analysis.compare.propagation.travel import follow_statement
from analysis.core.tables import CLAIMS
from tests.compare.propagation.story_run import story_run

NORTH = {"outlet": "North", "day": "2024-03-04", "low": 12}
START = "Harbour fire: North printed 12 (people killed); "
LATER = "Harbour fire: North printed 12 (people killed, 4 Mar); "


def travel_text(travel):
    return str(
        findings.travel_finding(travel.candidates, travel.statement, travel.label, travel.where)
    )


def others_text(travel):
    return str(findings.others_finding(travel.others, travel.where))


def numbers_text(travel):
    found = findings.numbers_finding(
        travel.put_forward, travel.label, travel.where, travel.n_origins
    )
    return str(found)


def printed(outlet, low, day="2024-03-05", **columns):
    return {"outlet": outlet, "day": day, "low": low, **columns}


def followed(*others):
    no_claims = pd.DataFrame(columns=list(CLAIMS.columns))
    return follow_statement(story_run(NORTH, *others), no_claims)


@pytest.mark.parametrize(
    ("others", "text"),
    [
        ([printed("South", 19, "2024-03-05")], f"{LATER}South printed 19 (5 Mar)"),
        (
            [printed("East", 12), printed("South", 19), printed("West", 19, "2024-03-06")],
            f"{START}South and West printed 19; East also printed 12",
        ),
        (
            [printed("South", 19, "2024-03-05"), printed("West", 15, NORTH["day"])],
            f"{LATER}South printed 19 (5 Mar); West printed 15 (4 Mar)",
        ),
    ],
)
def test_a_later_toll_has_its_day(others, text):
    assert travel_text(followed(*others)) == f"{text} (in this corpus)."


@pytest.mark.parametrize(
    ("others", "rest"),
    [
        ([printed("South", 19)], "South printed 19 (5 Mar)"),
        ([printed("South", 12)], "South also printed 12"),
        (
            [printed("South", 19), printed("West", 19), printed("East", 12)],
            "South and West printed 19 (5 Mar); East also printed 12",
        ),
        (
            [printed("South", 19), printed("West", 12), printed("East", 19), printed("Post", 15)],
            "East and South printed 19 (5 Mar); Post printed 15 (5 Mar); West also printed 12",
        ),
        (
            [printed(f"O{low}", low) for low in (13, 14, 15, 16)],
            "O16 printed 16 (5 Mar); three outlets printed other numbers",
        ),
        (
            [
                printed("South", 19),
                printed("East", 12),
                printed("West", 19, high=None, qualifier="at_least"),
            ],
            "South and West printed 19 (5 Mar); East also printed 12",
        ),
        (
            [printed("South", 12, high=None, qualifier="at_least")],
            "South printed at least 12",
        ),
    ],
)
def test_which_outlets_printed_which_values(others, rest):
    end = "" if rest.endswith(".") else " (in this corpus)."
    start = LATER if "5 Mar" in rest else START
    assert travel_text(followed(*others)) == f"{start}{rest}{end}"


def test_the_number_that_most_outlets_print_is_followed_from_its_first_text():
    """One outlet prints 20 first by name, three print 14."""
    travel = followed(printed("South", 14, NORTH["day"]), printed("West", 14), printed("East", 14))
    assert travel_text(travel).startswith("Harbour fire: South printed 14 (people killed); ")


def test_a_later_number_of_the_same_outlet_is_not_another_outlet():
    found = travel_text(followed(printed("North", 19), printed("South", 12, day="2024-03-04")))
    assert found == f"{START}South also printed 12 (in this corpus)."


def test_a_sum_is_said_to_be_one():
    first = {**NORTH, "low": 120}
    injured = {**first, "low": 60, "outcome": "injured", "quantity_id": "people injured"}
    both = printed("South", 180) | {"outcome": "killed_or_injured"}
    run = story_run(first, injured, both)
    found = travel_text(follow_statement(run, pd.DataFrame(columns=list(CLAIMS.columns))))
    assert "South printed 180, the sum of its figures (5 Mar) (in this corpus)." in found


def test_without_a_number_the_title_says_so():
    travel = followed()
    nothing = (
        "Harbour fire: No number was read as printed by two outlets, so that none can be followed "
        "in this corpus."
    )
    assert travel_text(travel) == nothing
    assert numbers_text(travel) == nothing
    assert others_text(travel) == (
        "No count of something else is found next to the statement's (in this corpus)."
    )


def test_counts_of_something_else():
    crew = {"quantity_id": "crew killed", "scope": "part"}
    travel = followed(printed("South", 19), printed("South", 7, **crew), printed("West", 4, **crew))
    assert others_text(travel) == (
        "Next to the statement's 12, South and West printed counts of something else, from 4 to 7 "
        "(in this corpus)."
    )


def test_how_many_numbers_on_how_many_origins():
    by_guard = {"source": "coast guard"}
    travel = followed(printed("South", 19, **by_guard), printed("West", 19, **by_guard))
    assert numbers_text(travel) == (
        "Harbour fire: 3 figures put forward for one quantity (people killed, from 12 (North, "
        "4 Mar) to 19 (South and West, 5 Mar)) by 3 outlets, on at most 2 independent origins, as "
        "reported (in this corpus)."
    )
