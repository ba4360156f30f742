"""Which labelled numbers count casualties, and which do not."""

import pandas as pd
import pytest

from analysis.core.errors import TableError
from analysis.core.tables import TAGGER_NUMBERS
from analysis.extract.figures.extract import extract_figures
from tests.extract.figures.tagged_tables import figures_of, killed, tables


def test_bodies_have_their_own_unit():
    text = "Diggers found the bodies of over 4000 people, the ministry said."
    content = "Diggers found the bodies of over 4000 people"
    number = ("4000", "bodies_found", "unspecified", {"counted": "people"})
    row = figures_of(text, [number], [(content, "the ministry")]).iloc[0]
    assert (row.unit, row.qualifier, row.low) == ("bodies", "more_than", 4000)
    assert (row.source, row.attribution_id) == ("the ministry", "a0")


def test_those_fired_at_are_no_casualties_but_tell_who_the_dead_are():
    text = "Soldiers opened fire on 40 protesters and killed 13."
    numbers = [killed("40", "civilians", counted="protesters"), killed("13")]
    found = figures_of(text, numbers)[["text", "outcome", "group"]].dropna()
    assert found.values.tolist() == [["13", "killed", "civilians"]]


@pytest.mark.parametrize(
    ("text", "casualties"),
    [
        ("Four witnesses said soldiers killed 60 people.", ["60"]),
        ("Four wounded witnesses said soldiers killed 60 people.", ["Four", "60"]),
    ],
)
def test_those_who_report_are_not_the_harmed(text, casualties):
    source = text.partition(" said")[0]
    contents = [("soldiers killed 60 people", source)]
    labelled = [("Four", "injured", "unspecified", {}), killed("60")]
    found = figures_of(text, labelled, contents)
    assert found[found["outcome"].notna()]["text"].tolist() == casualties


@pytest.mark.parametrize(
    ("text", "number", "outcome"),
    [
        ("A fire killed 40 sheep.", "40", "displaced"),
        ("Fires destroyed 40 pickups.", "40", "captured"),
        ("A dog was killed and its grave dug up.", "A", "killed"),
        ("A boat carrying 60 people sank.", "60", "captured"),
        ("Bird flu count tops 60", "60", "ill"),
    ],
)
def test_labelled_numbers_that_count_no_casualties(text, number, outcome):
    found = figures_of(text, [(number, outcome, "unspecified", {})])
    assert found["outcome"].isna().all()


def test_people_are_casualties_and_cattle_are_not():
    found = figures_of("At least 150 people and 10,000 cattle died.")
    assert found[found["outcome"].notna()]["text"].tolist() == ["150"]


def test_refuses_a_number_without_its_row():
    given = tables("Two died.", [killed("Two")])
    given["numbers"] = given["numbers"].iloc[:0]
    with pytest.raises(TableError, match=f"'n0' has no row in {TAGGER_NUMBERS.name}"):
        extract_figures(**given)


@pytest.mark.parametrize(
    ("text", "linked", "expected"),
    [
        ("Fire: 6,200 evacuated, 310 homes lost", "homes", None),
        ("The blast killed 5 and wounded 12 people", "people", "people"),
    ],
)
def test_the_things_of_another_number_are_not_those_harmed(text, linked, expected):
    number = "6,200" if "6,200" in text else "5"
    outcome = "evacuated" if "6,200" in text else "killed"
    found = figures_of(text, [(number, outcome, "unspecified", {"counted": linked})])
    counted = found.loc[found["text"].eq(number), "counted"].iloc[0]
    assert (None if pd.isna(counted) else counted) == expected
