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
    (None, "neutral"),
    ("could claim", "distancing"),
    ("could believe", "supposing"),
    ("never claimed", "neutral"),
    # a stance other than neutral wins over an earlier word, a longer entry over both
    ("said and claimed", "distancing"),
    ("claimed and confirmed", "distancing"),
    ("confirmed and claimed", "endorsing"),
    ("claimed and called on", "urging"),
    ("Didn’t accuse", "neutral"),
]


@pytest.mark.parametrize(("cue", "expected"), STANCES)
def test_cue_stance(cue, expected):
    assert cue_stance.cue_stance(cue) == expected


@pytest.mark.parametrize(
    ("cue", "tokens", "content", "expected"),
    [
        # tags distinguish forms
        ("found", [("found", "VBD")], None, "endorsing"),
        ("leaves", [("leaves", "NNS")], None, "neutral"),
        # an order makes asking urge
        ("asked", None, "the council to open the road", "urging"),
        ("asked", None, "the council not to open it", "urging"),
        ("asked", None, "whether to open the road", "neutral"),
        ("asked", None, "whether the road was open", "neutral"),
        ("asked", None, "to know more", "neutral"),
        ("asked", None, None, "neutral"),
        ("asked", None, "a b c d e f g h i j to go", "urging"),
        ("asked", None, "a b c d e f g h i j k to go", "neutral"),
        ("wanted", None, "the list of names to be read out", "urging"),
        ("wanted", None, "to know more", "neutral"),
        ("did not want", None, "the list to be read", "urging"),
        ("said", None, "the council to open the road", "neutral"),
        # insisting takes no side, insisting on something urges
        ("insisted", None, "that the road was open", "neutral"),
        ("insists", None, "it carried 120 passengers", "neutral"),
        ("insisted", None, "on a second vote", "urging"),
        ("insisted on", None, "a second vote", "urging"),
        # an admission endorses, unless it admits nothing
        ("admits", None, "that two had died", "endorsing"),
        ("admits", None, "no civilian death", "neutral"),
        ("acknowledged", None, "nothing", "neutral"),
        ("pleaded", None, "not guilty", "neutral"),
        ("pleads not guilty", None, "to theft", "neutral"),
        ("pleaded guilty", None, "to theft", "endorsing"),
        ("pleads", None, "guilty to theft", "endorsing"),
        ("pleaded", None, "for help", "urging"),
        # who sees a number to come, or a thing as something, is no witness
        ("saw", None, "growth of 2.4 percent", "supposing"),
        ("sees", None, "average inflation at 3 percent", "supposing"),
        ("see", None, "rates rising in spring", "supposing"),
        ("sees", None, "the levy as a mistake", "supposing"),
        ("saw", None, "that growth was slow", "endorsing"),
        ("saw", None, "how prices rose by 3 percent", "endorsing"),
        ("saw", None, "two men on the roof", "endorsing"),
        ("saw", None, "smoke as he left", "endorsing"),
        ("did not see", None, "growth of 2.4 percent", "supposing"),
        # what a firm does itself is no claim
        ("also recently disclosed", None, "a quarterly dividend", "neutral"),
        ("disclosed", None, "that two had died", "endorsing"),
        ("revealed", None, "the names of the dead", "endorsing"),
        ("reaffirmed", None, "its buy rating", "neutral"),
        ("recalled", None, "that two had died", "neutral"),
        # whoever backs a candidate vouches for no claim
        ("endorsed", None, "Mrs. Reed for mayor", "neutral"),
        ("backed", None, "Mrs. Reed", "neutral"),
        ("backed", None, "the merger", "endorsing"),
        ("backed", None, "Reed's account", "endorsing"),
        ("endorsed", None, "the findings of the panel", "endorsing"),
        ("backed up", None, "her account", "endorsing"),
        ("backed", None, "that claim of his", "endorsing"),
        ("later walked back", None, "his remarks", "neutral"),
        ("shot back", None, "That is false.", "neutral"),
        # what is claimed and taken is no claim
        ("claimed", None, "the Republican nomination", "neutral"),
        ("claimed responsibility for", None, "the attack", "neutral"),
        ("claims", None, "the title again", "neutral"),
        ("claimed", None, "a first title", "neutral"),
        ("claimed", None, "that victory was near", "distancing"),
        ("claimed", None, "victory", "distancing"),
        ("claims", None, "he won the nomination", "distancing"),
        ("demanded", None, "that the road was open", "urging"),
        ("called on", None, "that the road be open", "urging"),
    ],
)
def test_tags_and_content_decide(cue, tokens, content, expected):
    assert cue_stance.cue_stance(cue, tokens, content) == expected


@pytest.mark.parametrize(
    ("cue", "has_source", "expected"),
    [
        ("was disclosed in", False, "neutral"),
        ("was confirmed", False, "neutral"),
        ("is known", False, "neutral"),
        ("was disclosed by", True, "endorsing"),
        ("confirmed", True, "endorsing"),
        ("is believed", False, "supposing"),
        ("is alleged", False, "distancing"),
    ],
)
def test_no_one_is_endorsed_without_a_source(cue, has_source, expected):
    assert cue_stance.cue_stance(cue, has_source=has_source) == expected


@given(st.text(max_size=60))
def test_any_words_get_an_allowed_value(words):
    assert cue_stance.cue_stance(words) in tables.STANCES


def test_every_group_of_the_lexicon_has_an_allowed_value():
    assert set(cue_stance.read_cue_lexicon().stances.values()) <= set(tables.STANCES)
