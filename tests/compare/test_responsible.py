"""Responsible parties, normalised."""

import pandas as pd
import pytest

from analysis.compare.responsible import responsible_parties, same_party
from analysis.core.tables import NAMES, make


def party(agent, *names):
    """Return the responsible party of an agent, given (words, referent) of names in it."""
    start = 5
    figures = pd.DataFrame(
        [{"article_id": "a", "agent": agent, "agent_start": start, "agent_end": start + len(agent)}]
    )
    rows = [
        {
            "article_id": "a",
            "sentence_id": 0,
            "start": start + agent.index(words),
            "text": words,
            "end": start + agent.index(words) + len(words),
            "referent": referent,
            "choice": words,
            "scare": False,
            "voice": "own",
        }
        for words, referent in names
    ]
    return responsible_parties(figures, make(rows, NAMES))[0]


@pytest.mark.parametrize(
    ("agent", "expected"),
    [
        ("air strikes", None),
        ("a bomb blast", None),
        ("Overnight shelling", None),
        ("heavy bombardment", None),
        ("rebels", "rebel"),
        ("Norlandish air strikes", "norlandish"),
        ("U.S. air strikes", "us"),
        ("US strikes", "us"),
        ("rebel shelling", "rebel"),
        ("warplanes of the Norland navy", "norland"),
        ("Norland warplanes and rebels", "rebel"),  # a capital says nothing of the first word
        ("the Norland warplanes and rebels", "norland rebel"),
        ("rebels, rebel shelling", "rebel"),
        ("Tuesday shelling", None),
        ("shelling on Tuesday", "tuesday"),
        ("Iraqi shelling", "iraqi"),
        ("French, British and Chinese jets", "french british chinese"),
        # what happens without anybody's act
        ("a ferry disaster", None),
        ("Norlandish ferry", None),
        ("Typhoon Ada", None),
        ("Tropical Storm Ada", None),
        ("an Iraqi earthquake", None),
        ("Iraqi rebels after the earthquake", "iraqi rebel"),
        ("Storm Battalion rebels of Ada", "battalion rebel ada"),
    ],
)
def test_words_for_people_name_a_party_and_weapons_do_not(agent, expected):
    assert party(agent) == expected


def test_all_names_of_a_referent_are_one_party_and_a_name_of_an_event_is_none():
    found = party("the regime air raids", ("regime", "government"), ("air raids", "the_raids"))
    assert found == "government"
    assert party("government forces", ("government", "government")) == "government"
    assert party("a massacre", ("massacre", "the_massacre")) is None
    assert party("the war", ("war", "the_war")) is None
    both = party("regime and militia", ("militia", "rebels"), ("regime", "government"))
    assert both == "government rebels"


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [(0, 5, "rebel"), (0, 6, "x"), (11, 12, "rebel"), (10, 12, "x"), (None, None, "rebel")],
)
def test_only_names_inside_the_agent_count(start, end, expected):
    name = {
        "article_id": "a",
        "sentence_id": 0,
        "start": 5,
        "text": "name",
        "end": 11,
        "referent": "x",
        "choice": "name",
        "scare": False,
        "voice": "own",
    }
    figure = {"article_id": "a", "agent": "rebels", "agent_start": start, "agent_end": end}
    assert responsible_parties(pd.DataFrame([figure]), make([name], NAMES)) == [expected]
    elsewhere = pd.DataFrame([figure | {"article_id": "b"}])
    assert responsible_parties(elsewhere, make([name], NAMES)) == ["rebel"]


def test_a_mishap_is_no_party_whatever_its_country():
    figures = pd.DataFrame(
        {
            "article_id": ["a", "a"],
            "agent": ["a Norland ferry accident", "Norland shelling"],
            "agent_start": [0, 0],
            "agent_end": [5, 5],
            "agent_party": ["Norland", "Norland"],
        }
    )
    assert responsible_parties(figures) == [None, "Norland"]


def test_no_agent_is_no_party():
    row = {"article_id": "a", "agent": None, "agent_start": None, "agent_end": None}
    assert responsible_parties(pd.DataFrame([row])) == [None]


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("norland", "norlandish", True),
        ("syrian_government", "syrian", True),
        ("rebels", "coalition", False),
        ("The Navy", "navy", True),
        ("a navy", "a rebel", False),  # one letter is no name
        ("us", "us coalition", True),
    ],
)
def test_same_party(first, second, expected):
    assert same_party(first, second) is expected
    assert same_party(second, first) is expected
