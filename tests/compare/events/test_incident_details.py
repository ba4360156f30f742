"""Streets, ages and days in a lead, and when they tell two incidents apart."""

import numpy as np
import pandas as pd
import pytest

from analysis.compare.events.incident_details import compare_details, details_of
from tests.compare.events.event_articles import articles

FRIDAY = pd.Timestamp("2024-05-03")


@pytest.mark.parametrize(
    ("words", "streets"),
    [
        ("shot on Elm Street on Friday", {"elm street"}),
        ("in the 400 block of North Walker Rd.", {"walker road"}),
        ("near the Dover Mall and 5th Avenue", {"dover mall", "5th avenue"}),
        ("On Elm St, police said", {"elm street"}),
        ("The Wall Street Journal reported", set()),
        ("a street in Dover", set()),
    ],
)
def test_streets(words, streets):
    assert details_of(None, words, FRIDAY)["street"] == streets


@pytest.mark.parametrize(
    ("words", "ages"),
    [
        ("A 16-year-old boy and a man, 34, were shot", {"16", "34"}),
        ("a woman aged 41", {"41"}),
        ("pupils aged 8 to 14", set()),
        ("pupils aged 8-14", set()),
        ("the 3-year-old law", {"3"}),
        ("34 people, 12 of them children", set()),
        ("on May 3, 2024", set()),
    ],
)
def test_ages(words, ages):
    assert details_of(None, words, FRIDAY)["age"] == ages


@pytest.mark.parametrize(
    "words",
    [
        "Four people were killed; a girl, 9, was among them.",
        "A 71-year-old woman died, raising to five the number of people killed.",
        "A blast killed at least 12. A man, 34, was arrested.",
        "A girl, 10, has died and 74 people have been sickened.",
        "A girl, 10, died, and six staff have fallen ill.",
    ],
)
def test_ages_say_nothing_where_several_were_harmed(words):
    assert details_of(None, words, FRIDAY)["age"] == set()


@pytest.mark.parametrize(
    "words", ["A man, 34, was shot dead by two men.", "A 16-year-old died 3 years after a crash."]
)
def test_ages_of_single_victims_count(words):
    assert details_of(None, words, FRIDAY)["age"]


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("on Tuesday night", {"2024-04-30"}),
        ("on Friday", {"2024-05-03"}),
        ("last Friday", {"2024-04-26"}),
        ("yesterday", {"2024-05-02"}),
        ("this morning, after Thursday's fire", {"2024-05-03", "2024-05-02"}),
        ("in May", set()),
    ],
)
def test_days(words, days):
    assert details_of(None, words, FRIDAY)["day"] == days
    assert details_of(None, words, pd.NaT)["day"] == set()


def test_only_headline_and_lead_are_read():
    text = "A man was shot. " * 60 + "It happened on Elm Street."
    assert details_of("Shots on Oak Road", text, FRIDAY)["street"] == {"oak road"}
    assert not any(details_of(None, None, None).values())


SHOOTINGS = [
    ("a", "KXTV", "2024-05-01", None, "A man, 34, was shot on Elm Street in Dover on Tuesday."),
    ("b", "KXTV", "2024-05-02", None, "A 16-year-old was shot near the Dover Mall on Wednesday."),
    ("c", "Sun", "2024-05-03", None, "A woman, 41, was shot and killed in Dover on Thursday."),
    ("d", "Sun", "2024-05-01", None, "Police seek a gunman who shot a man, 34, on Elm Street."),
    ("e", "Sun", "2024-05-04", None, "Police arrested a man on Friday over the shooting."),
]


@pytest.mark.parametrize(
    ("first", "second", "shared", "contradicted"),
    [
        ("a", "b", 0, True),  # another street
        ("a", "c", 0, True),  # another age and another day
        ("a", "d", 2, False),
        ("a", "e", 0, False),  # another day alone
        ("d", "e", 0, False),
    ],
)
def test_details_tell_incidents_apart(first, second, shared, contradicted):
    rows = [np.array(["abcde".index(one)]) for one in (first, second)]
    found = compare_details(articles(SHOOTINGS), *rows)
    assert (found[0].tolist(), found[1].tolist()) == ([shared], [contradicted])


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("World in brief", True),
        ("Quake kills 12 in Aldbeck", False),
        (None, False),
    ],
)
def test_a_digest_is_with_no_other_article(title, expected):
    text = "A quake killed 12 people in Aldbeck on Friday."
    rows = [
        ("a", "north", "2024-05-03", "Quake kills 12 in Aldbeck", text),
        ("b", "south", "2024-05-03", title, text),
    ]
    _, contradicted = compare_details(articles(rows), np.array([0]), np.array([1]))
    assert contradicted.tolist() == [expected]


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        ("Poll: Orr is behind", "A Halden Institute poll has Orr at 41 percent.", True),
        ("New survey on Orr", "A survey by Marlow Research has Orr at 41 percent.", True),
        ("Poll: Orr is ahead", "The Gallup poll has Orr at 44 percent.", False),
        ("Poll: Orr is ahead", "A new poll has Orr at 44 percent.", False),  # whose is not said
        ("Orr gives a speech", "A Halden Institute poll has Orr at 41 percent.", False),
    ],
)
def test_polls_of_two_pollsters_are_two(title, text, expected):
    rows = [
        ("a", "north", "2024-05-03", "Orr leads in poll", "In a Gallup poll Orr has 44 percent."),
        ("b", "south", "2024-05-03", title, text),
    ]
    _, contradicted = compare_details(articles(rows), np.array([0]), np.array([1]))
    assert contradicted.tolist() == [expected]
