"""Stances of cues, as tables of words and what is expected."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.core import tables
from analysis.extract.attributions import cue_stance

STANCES = [
    ("said", "neutral"),
    ("told", "neutral"),
    ("according to", "neutral"),
    (":", "neutral"),
    ("", "neutral"),
    ("was quoted as saying", "neutral"),
    ("denied", "neutral"),
    ("declined to comment", "neutral"),
    ("confirmed", "endorsing"),
    ("pointed out", "endorsing"),
    ("has revealed", "endorsing"),
    ("stressing", "endorsing"),
    ("claims", "distancing"),
    ("alleged", "distancing"),
    ("reportedly", "distancing"),
    ("has accused", "accusing"),
    ("lashed out at", "accusing"),
    ("blaming", "accusing"),
    ("called on", "urging"),
    ("urges", "urging"),
    ("demanded", "urging"),
    ("called for", "urging"),
    ("believes", "supposing"),
    ("are feared", "supposing"),
    ("suggests", "supposing"),
    ("was thought", "supposing"),
    ("did not claim", "neutral"),
    ("could not confirm", "distancing"),
    ("cannot verify", "distancing"),
    ("may confirm", "neutral"),
    ("does not believe", "supposing"),
    ("didn't accuse", "neutral"),
    ("called", "neutral"),
]


@pytest.mark.parametrize(("cue", "expected"), STANCES)
def test_cue_stance(cue, expected):
    assert cue_stance.cue_stance(cue) == expected


def test_tags_tell_forms_apart_and_an_order_makes_asking_urge():
    assert cue_stance.cue_stance("found", [("found", "VBD")]) == "endorsing"
    assert cue_stance.cue_stance("asked", content="the council to open the road") == "urging"
    assert cue_stance.cue_stance("asked", content="whether the road was open") == "neutral"
    assert cue_stance.cue_stance("wanted", content="the list of names to be read out") == "urging"
    assert cue_stance.cue_stance("wanted", content="to know more") == "neutral"
    assert cue_stance.cue_stance("insisted", content="that the road was open") == "endorsing"
    assert cue_stance.cue_stance("insisted", content="on a second vote") == "urging"


@given(st.text(max_size=60))
def test_any_words_get_an_allowed_value(words):
    assert cue_stance.cue_stance(words) in tables.STANCES


def test_every_group_of_the_lexicon_has_an_allowed_value():
    assert set(cue_stance.read_cue_lexicon().stances.values()) <= set(tables.STANCES)
