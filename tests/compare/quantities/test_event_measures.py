"""Measures of which one event has but one: land burnt, share contained, magnitude, homes lost."""

import pytest

from analysis.compare.quantities.event_measures import measure_pairs
from tests.compare.quantities.story_tables import percent, statements

ACRES = {"unit": "measure", "unit_text": "acres"}
HOMES = {"counted": "homes", "noun": "home"}
MAGNITUDE = {"unit": "measure", "unit_text": "magnitude"}


def pairs(*articles):
    return measure_pairs(statements(*articles))


@pytest.mark.parametrize(
    ("one", "other", "joined"),
    [
        (("The fire grew to [4200] acres.", ACRES), ("It burned [18700] acres.", ACRES), True),
        (
            ("The blaze is [5]% contained.", percent("contained")),
            ("It was [40]% contained.", percent("contained")),
            True,
        ),
        (("It destroyed [60] homes.", HOMES), ("In all [151] homes were lost.", HOMES), True),
        (
            ("A magnitude [6.9] quake struck.", MAGNITUDE),
            ("It had a magnitude of [6.8].", MAGNITUDE),
            True,
        ),
        (
            ("Unemployment fell to [5.4] percent.", percent("unemployment")),
            ("The jobless rate was [5.4] percent.", percent("rate")),
            True,
        ),
        (
            ("Unemployment fell to [5.4] percent.", percent("unemployment")),
            ("The jobless rate fell from [5.6] percent.", percent("rate")),
            False,
        ),
        (
            ("Unemployment fell to [5.4] percent.", percent("unemployment")),
            ("The youth jobless rate was [11] percent.", percent("rate")),
            False,
        ),
        (
            ("Unemployment fell to [5.4] percent.", percent("unemployment")),
            ("The bank kept its key rate at [5.4] percent.", percent("rate")),
            False,
        ),
        (
            ("The turnout was [61] percent.", percent("turnout")),
            ("Nearly [61] percent voted. The turnout was low.", percent("voters")),
            False,
        ),
        # another thing, or another fire
        (("The fire grew to [42] acres.", ACRES), ("The farm has [90] acres.", ACRES), False),
        (("It destroyed [60] homes.", HOMES), ("It damaged [31] homes.", HOMES), False),
        (("It destroyed [60] homes.", HOMES), ("The town has [900] homes.", HOMES), False),
        (
            ("The Pine Fire burned [42] acres.", ACRES | {"whose": "The Pine Fire"}),
            ("The Oak Blaze burned [90] acres.", ACRES | {"whose": "The Oak Blaze"}),
            False,
        ),
        (
            ("It destroyed [60] homes in Denby.", HOMES),
            ("It destroyed [9] homes in Larkville.", HOMES),
            False,
        ),
        (
            ("A magnitude [6.9] quake struck.", MAGNITUDE),
            ("An aftershock had a magnitude of [5.1].", MAGNITUDE),
            False,
        ),
        (
            ("It burned [42] acres.", ACRES),
            ("In 2018 a fire burned [90] acres.", ACRES | {"scope": "background"}),
            False,
        ),
    ],
)
def test_what_an_event_has_but_one_of(one, other, joined):
    assert pairs(one, other) == ([(0, 1)] if joined else [])


def test_the_first_statement_of_an_article_stands_for_it():
    found = pairs(
        ("The fire burned [42] acres. It was [40] acres of fire at noon.", ACRES, ACRES),
        ("The fire burned [90] acres.", ACRES),
    )
    assert found == [(0, 2)]
