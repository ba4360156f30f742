"""What rises from day to day is one count; what is over, or told by the other side, is another."""

import pytest

from analysis.compare.counted_on import may_be_counted_on


def number(low, **columns):
    empty = dict.fromkeys(("high", "qualifier", "unit_text", "currency", "change", "source"))
    usual = {"unit": "people", "outcome": "killed", "counted": "people", "text": str(low)}
    return {**empty, **usual, "low": low, **columns}


@pytest.mark.parametrize(
    ("first", "later", "expected"),
    [
        (20, 38, True),
        (20, 200, True),
        (20, 201, False),  # another claim
        (38, 20, False),
        (20, 20, False),
        (0, 20, False),
        (None, 20, False),
        (20, None, False),
    ],
)
def test_a_toll_rises_up_to_ten_times(first, later, expected):
    assert may_be_counted_on(number(first), number(later)) is expected


@pytest.mark.parametrize(
    ("first", "later", "told", "expected"),
    [
        ("the Israeli military", "Israel", {"is_raised": True}, True),
        ("the Israeli military", "Israel", {}, False),
        ("the Israeli military", "Hezbollah", {"is_raised": True}, False),
        ("the army", "the rebels", {"is_raised": True}, False),
        # by the name that an article gives it
        ("the health ministry", "the ministry", {}, False),
        ("the health ministry", "the ministry", {"source_name": "Lebanese health ministry"}, True),
    ],
)
def test_one_side_carries_on_its_count(first, later, told, expected):
    numbers = number(14, source=first), number(16, source=later, **told)
    assert may_be_counted_on(*numbers) is expected


@pytest.mark.parametrize(
    ("columns", "source"),
    [
        ({"unit": "money", "unit_text": "$", "outcome": None, "counted": "bid"}, None),
        ({"unit": "things", "outcome": None, "counted": "marchers"}, None),
        ({}, "Iranian opposition group"),
    ],
)
def test_no_sum_no_crowd_and_no_opponent_is_raised(columns, source):
    first = number(9, source=source and "Iranian military", **columns)
    assert not may_be_counted_on(first, number(12, source=source, is_raised=True, **columns))


@pytest.mark.parametrize(
    ("counted", "expected"), [("sailings", True), ("trains", True), ("goals", False)]
)
def test_what_is_cancelled_may_become_more(counted, expected):
    numbers = (number(low, unit="things", outcome=None, counted=counted) for low in (146, 149))
    assert may_be_counted_on(*numbers) is expected


@pytest.mark.parametrize(
    ("first", "later", "expected"), [(16, 11, True), (11, 16, True), (16, 1, False)]
)
def test_people_missing_are_found_or_missed(first, later, expected):
    numbers = (number(low, outcome="missing") for low in (first, later))
    assert may_be_counted_on(*numbers) is expected


def test_who_is_in_hospital_may_go_home():
    first, later = (number(low, outcome="injured") for low in (9, 8))
    assert not may_be_counted_on(first, later)
    assert may_be_counted_on({**first, "may_fall": True}, later)


@pytest.mark.parametrize(
    ("counted", "expected"),
    [
        ("homes", True),
        ("signatures", True),
        ("cases", True),
        ("tornadoes", True),
        ("states", True),
        (None, False),
        ("carriages", False),
        ("judges", False),
        ("passengers", False),
        ("people aboard", False),
        ("people in the crowd", False),
        ("marchers", False),
        ("votes", False),
        ("shots", False),
    ],
)
def test_things_are_counted_on_unless_they_are_over(counted, expected):
    numbers = (number(low, unit="things", outcome=None, counted=counted) for low in (41, 127))
    assert may_be_counted_on(*numbers) is expected


@pytest.mark.parametrize(
    ("unit", "unit_text", "expected"),
    [
        ("measure", "hectares", True),
        ("measure", "acres", True),
        ("measure", "km", False),
        ("money", "$", False),
        ("percent", "%", False),
    ],
)
def test_of_what_is_measured_only_areas_grow(unit, unit_text, expected):
    same = {"unit": unit, "unit_text": unit_text, "outcome": None}
    assert may_be_counted_on(number(41, **same), number(127, **same)) is expected


@pytest.mark.parametrize(
    ("source", "of_later", "people", "things"),
    [
        (None, "the union", True, True),
        ("police", "the police", True, True),
        ("police", "the county coroner", True, False),
        ("the sheriff", "a hospital director", True, False),
        ("Gaza's health ministry", "hospital officials", True, False),
        ("police", "the union", False, False),
        ("the Interior Ministry", "the Rights Monitor", False, False),
        ("the Ministry of Defence", "hospital officials", False, False),
        ("the Pentagon", "Airwars", False, False),
        ("a witness", "police", False, False),
        ("Israel", "the Gaza health ministry", False, False),
        ("the army", "the rebel army", False, False),
        ("residents", "officials", False, False),
        ("the disaster agency", "spokesman Arif Wirat", True, False),
        ("Arif Wirat", "police", False, False),
        ("Boko Haram", "police", False, False),
        ("spokesman Arif Wirat", "the dockers", False, False),
        ("Arif Wirat", "Asep Kurn", False, False),
        ("the village head, Arif Wirat", "police", False, False),
        ("a spokesman for the union, Arif Wirat", "police", False, False),
        ("the Interior Council", "police", False, False),
        ("Iranian officials", "Israeli officials", False, False),
    ],
)
def test_bodies_that_count_follow_each_other_and_sides_do_not(source, of_later, people, things):
    first, later = number(20, source=source), number(38, source=of_later)
    assert may_be_counted_on(first, later) is people
    homes = {"unit": "things", "outcome": None, "counted": "homes"}
    assert may_be_counted_on({**first, **homes}, {**later, **homes}) is things


@pytest.mark.parametrize(
    ("outcome", "source", "expected"),
    [
        ("missing", "Tolima Governor Oscar Moe", True),
        ("missing", "the rebels", False),
        ("rescued", "the migration ministry", True),
        ("rescued", "the defence ministry", False),
        ("rescued", "the Ministry of Defence", False),
        ("killed", "the migration ministry", False),
        ("killed", "Tolima Governor Oscar Moe", False),
    ],
)
def test_officials_tell_of_those_missing(outcome, source, expected):
    first = number(40, outcome=outcome, source="emergency officials")
    assert may_be_counted_on(first, number(44, outcome=outcome, source=source)) is expected


def test_a_rise_and_a_fall_are_no_count():
    assert not may_be_counted_on(number(40, change="down"), number(60, change="up"))


@pytest.mark.parametrize(
    ("counted", "later", "expected"),
    [
        ("votes", 26.28, True),
        ("votes", 25.9, True),
        ("votes", 29.0, False),
        ("pupils", 26.28, False),
    ],
)
def test_a_share_of_votes_moves_by_a_point_until_all_are_counted(counted, later, expected):
    columns = {"unit": "percent", "outcome": None, "counted": counted}
    assert may_be_counted_on(number(26.27, **columns), number(later, **columns)) is expected
