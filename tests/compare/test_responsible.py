"""One form for the side that is named as responsible."""

import pandas as pd
import pytest

from analysis.compare.responsible import responsible_parties, same_party
from analysis.core.tables import NAMES, make


def side(agent, *names):
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
    ],
)
def test_words_for_people_are_a_side_and_weapons_are_not(agent, expected):
    assert side(agent) == expected


def test_all_names_of_a_referent_are_one_side_and_a_name_for_the_deed_is_none():
    assert (
        side("the regime air raids", ("regime", "government"), ("air raids", "the_deed"))
        == "government"
    )
    assert side("government forces", ("government", "government")) == "government"
    assert side("a massacre", ("massacre", "the_deed")) is None


def test_nobody_is_no_side():
    assert responsible_parties(
        pd.DataFrame([{"article_id": "a", "agent": None, "agent_start": None, "agent_end": None}])
    ) == [None]


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("norland", "norlandish", True),
        ("syrian_government", "syrian", True),
        ("rebels", "coalition", False),
    ],
)
def test_same_side(a, b, expected):
    assert same_party(a, b) is expected
