"""Measures of which one event has but one: land burnt, share contained, magnitude, homes lost."""

import pytest

from analysis.compare.quantities.event_measures import is_majority, measure_pairs
from tests.compare.quantities.story_tables import dollars, percent, statements

ACRES = {"unit": "measure", "unit_text": "acres"}
HOMES = {"counted": "homes", "noun": "home"}
HOUSES = {"counted": "houses", "noun": "house"}
TONNES = {"unit": "measure", "unit_text": "tonnes", "counted": "cocaine", "noun": "cocaine"}
KILOS = {"unit": "measure", "unit_text": "kg", "counted": "weighs", "noun": "weigh"}
PEOPLE = {"counted": "people", "noun": "person"}
RESCUED = {**PEOPLE, "outcome": "rescued", "unit": "people", "scope": "event"}
MISSING = {**PEOPLE, "outcome": "missing", "unit": "people", "scope": "event"}
VOTES = {"counted": "votes", "noun": "vote"}
KMPH = {"unit": "measure", "unit_text": "kmph"}
KM_PER_HOUR = {"unit": "measure", "unit_text": "km per hour"}
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
            ("Police said [28,000] people protested.", PEOPLE),
            ("Organisers say [160,000] people filled the streets in protest.", PEOPLE),
            True,
        ),
        (
            ("[41] people have been rescued.", RESCUED),
            ("[43] passengers were later pulled out.", {**RESCUED, "noun": "passenger"}),
            True,
        ),
        (
            ("The train was doing [72] kmph, it said.", KMPH),
            ("The train ran at [98] km per hour.", KM_PER_HOUR),
            True,
        ),
        (
            ("The train was doing [72] kmph, it said.", KMPH),
            ("The limit for the train was [75] km per hour.", KM_PER_HOUR),
            False,
        ),
        (("[41] people were rescued.", RESCUED), ("He saved [11] people.", RESCUED), False),
        (("[31] people are missing.", MISSING), ("[9] are missing.", MISSING), True),
        (
            ("[31] people are missing.", MISSING),
            ("[9] goats are missing.", {"counted": "goats", "noun": "goat"}),
            False,
        ),
        (
            ("Police said [28,000] people protested.", PEOPLE),
            ("Last month [160,000] people protested.", PEOPLE),
            False,
        ),
        (
            ("Police said [28,000] people protested.", PEOPLE),
            ("In the tent [12] people protested.", PEOPLE),
            False,
        ),
        (
            ("The fair said [28,000] people attended.", PEOPLE),
            ("In all [16,000] people attended the fair.", PEOPLE),
            False,
        ),
        (
            ("Customs seized [4.6] tonnes of cocaine.", TONNES),
            ("The cocaine found last weekend weighs [4,830] kilos.", KILOS),
            True,
        ),
        (
            ("Customs seized [4.6] tonnes of cocaine.", TONNES),
            ("Last year [116] tonnes of cocaine were seized.", TONNES),
            False,
        ),
        (
            ("Customs seized [4.6] tonnes of cocaine.", TONNES),
            ("Customs seized [2] tonnes of heroin.", TONNES),
            False,
        ),
        (
            ("The truck held [300] kg of explosives.", KILOS),
            ("It was mined with [180] kg of explosives.", KILOS),
            True,
        ),
        (
            ("The cocaine is worth [230] million.", dollars("worth")),
            ("Its value is [120] million, as coke is sold now.", dollars("value")),
            True,
        ),
        (
            ("The tower is worth [230] million.", dollars("worth")),
            ("Its value is [120] million.", dollars("value")),
            False,
        ),
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
        (
            ("Turnout was [48.3] percent.", percent("turnout")),
            ("Only [48.3] percent of those entitled to vote took part.", percent("those")),
            True,
        ),
        (
            ("Turnout was [48.3] percent.", percent("turnout")),
            ("About [61] percent of voters back the law.", percent("voters")),
            False,
        ),
        (
            ("Inflation was [8.4] percent in January.", percent("inflation")),
            ("It said inflation had reached [8.5] percent.", percent("inflation")),
            True,
        ),
        (
            ("Inflation was [8.4] percent in January.", percent("inflation")),
            ("Core inflation was [6.9] percent.", percent("inflation")),
            False,
        ),
        (
            ("Inflation was [8.4] percent in January.", percent("inflation")),
            ("The bank expects inflation of [5.1] percent.", percent("inflation")),
            False,
        ),
        (
            ("She has a majority of [1870].", VOTES | {"whose": "The Alliance"}),
            ("Kolbe won by [1834] votes.", VOTES | {"whose": "Anna Kolbe"}),
            True,
        ),
        (
            ("She has a majority of [1870].", VOTES),
            ("It overturned a majority of [9405] votes.", VOTES),
            False,
        ),
        (
            ("He had a margin of [126].", VOTES),
            ("Nobody questions her lead of [3000000].", VOTES),
            False,
        ),
        (
            ("She has a majority of [1870].", VOTES),
            ("The party has a majority of [12] seats.", VOTES),
            False,
        ),
        (
            ("The champions won by [14].", {"counted": None}),
            ("They had a lead of [21] at half-time.", {"counted": None}),
            False,
        ),
        (
            ("She was elected with a majority of [1870].", {"counted": None}),
            ("The recount gave her a lead of [1834].", {"counted": None}),
            True,
        ),
        (
            ("The match had an attendance of [61204].", {"counted": None}),
            ("They won the final before a crowd of [61250].", {"counted": None}),
            True,
        ),
        (
            ("The match had an attendance of [61204].", {"counted": None}),
            ("The match was watched by [230000] on television.", {"counted": None}),
            False,
        ),
        (
            ("The match had an attendance of [61204].", {"counted": None}),
            ("The march drew a crowd of [80000].", {"counted": None}),
            False,
        ),
        (
            ("About [150] people attended the meeting.", PEOPLE),
            ("Close to [200] people crammed into the gallery.", PEOPLE),
            True,
        ),
        (
            ("About [150] people attended the meeting.", PEOPLE),
            ("The valley has [200] people.", PEOPLE),
            False,
        ),
        (
            ("About [150] people attended the meeting.", PEOPLE),
            ("More than [300] people marched in protest.", PEOPLE),
            False,
        ),
        (
            ("A plane with [38] people on board crashed.", PEOPLE),
            ("The airline said [41] people had been aboard.", PEOPLE),
            True,
        ),
        (
            (
                "The boat was carrying about [90] migrants.",
                {"counted": "migrants", "noun": "migrant"},
            ),
            ("A group said [120] people were on board.", PEOPLE),
            True,
        ),
        (
            ("A plane with [38] people on board crashed.", PEOPLE),
            (
                "It carried [36] passengers and a crew of two.",
                {"counted": "passengers", "noun": "passenger"},
            ),
            False,
        ),
        (
            ("A plane with [38] people on board crashed.", PEOPLE),
            ("A crowd of [41] people saw it.", PEOPLE),
            False,
        ),
        # another thing, or another fire
        (("The fire grew to [42] acres.", ACRES), ("The farm has [90] acres.", ACRES), False),
        (("It destroyed [60] homes.", HOMES), ("It damaged [31] homes.", HOMES), False),
        (("It damaged [60] homes.", HOMES), ("[310] houses were damaged.", HOUSES), True),
        (("[60] homes fell and 9 were damaged.", HOMES), ("It damaged [31] homes.", HOMES), False),
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


def test_what_an_article_repeats_belongs_to_it():
    found = pairs(
        ("The fire burned [42] acres. By noon [42] acres of fire were left.", ACRES, ACRES),
        ("The fire burned [90] acres.", ACRES),
    )
    assert found == [(0, 1), (0, 2)]


def test_the_speeds_that_two_sources_give_in_one_article_are_rivals():
    text = "The train was doing [72] kmph, he said. The recorder gave [98] kmph, she said."
    two = [{**KMPH, "source": source} for source in ("he", "she")]
    assert pairs((text, *two)) == [(0, 1)]
    assert pairs((text, *[{**KMPH, "source": "he"}] * 2)) == []


@pytest.mark.parametrize(("other", "joined"), [("338", True), ("20", False)])
def test_the_sums_of_two_thefts_are_apart(other, joined):
    found = pairs(
        ("They stole $[312] million.", dollars("million")),
        (f"They stole $[{other}] million.", dollars("million")),
    )
    assert bool(found) is joined


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("Around [100] people showed up for the vigil.", True),
        ("Around [100] people attended a funeral.", False),
        ("Around [100] people marched in protest.", False),
        ("Police counted [100] people at the vigil.", True),
        ("Last week [100] people attended a vigil.", False),
        ("Around [100] people marched in protest past the festival.", False),
    ],
)
def test_a_vigil_has_one_crowd(text, joined):
    found = measure_pairs(
        statements(("About [150] people attended a vigil.", PEOPLE), (text, PEOPLE))
    )
    assert found == ([(0, 1)] if joined else [])


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("He beat Coun. Orr by 9 votes.", True),
        ("He beat Orr. He got 9 votes.", False),
        ("It was some 9 votes over Orr.", True),
        ("It cast 9 votes over two days.", False),
    ],
)
def test_a_lead_in_votes(sentence, expected):
    vote = {"measured": "count", "noun": "vote", "text": "9", "sentence_text": sentence}
    assert is_majority(vote) is expected
