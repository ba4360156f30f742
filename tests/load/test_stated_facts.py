"""Numbers, days and places of a text, and what belongs to the page."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.load.duplicates import words_of
from analysis.load.stated_facts import facts_of, same_name


def keys(text, kind=""):
    found = [key.decode() for key in facts_of(text)["key"].tolist()]
    return [key for key in found if key.startswith(kind)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("forty-one died", ["41"]),
        ("Forty one died", ["41"]),
        ("41 died", ["41"]),
        ("1,200 or 1200 or 1.200 or 12 000", ["1200", "1200", "1200", "12000"]),
        ("one hundred and twelve", ["112"]),
        ("a hundred", ["100"]),
        ("1.5 million and half a million", ["1500000", "500000"]),
        ("two thousand three hundred", ["2300"]),
        ("two dozen, and dozens", ["24", "dozens"]),
        ("three two of them children", ["3", "2"]),
        ("$2bn for 5km", ["2000000000", "5"]),
        ("٤١ died", ["41"]),
        ("a 12-year-old", ["12"]),
        ("5% or 5 per cent", ["5", "5"]),
        # no numbers of the report
        ("at 18:20 or 6 pm or 1615 GMT", []),
        ("312 shares", []),
        ("4 min read", []),
        ("AFP reported SSH 11", []),
        ("Page 2", []),
        ("912r3U", []),
        ("since 2011", []),
        ("", []),
    ],
)
def test_numbers(text, expected):
    assert keys(text, "n:") == [f"n:{value}" for value in expected]


BODY = " The river rose and the bridge fell." * 20


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It fell on Monday.", ["d:monday"]),
        ("It fell on 5 March.", ["d:03-05"]),
        ("It fell on March 5, 2019.", ["d:03-05"]),
        ("It fell on the 5th of March.", ["d:03-05"]),
        ("It fell on Tuesday, 5 March.", ["d:03-05"]),
        ("It fell in March 2011.", ["d:2011-03"]),
        ("It fell in 2011.", ["d:2011"]),
        ("Published March 5 2019.", []),
        ("Date of publication 5 March 2019.", []),
        ("Last updated at Mar 052019.", []),
        ("Tue 5 Mar 2019 at 2354.", []),
        ("05-03-2019.", []),
        ("May 5 people come in.", ["d:05-05"]),
        ("They may 5 times.", []),
    ],
)
def test_days(text, expected):
    assert keys(text + BODY, "d:") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A bomb in Tallis killed five.", ["p:tallis"]),
        ("It fell near the town of Port Osmere.", ["p:port", "p:osmere"]),
        ("It fell in northern Merrow province.", ["p:merrow"]),
        ("They live in Merrovian areas.", []),
        ("They live in Merrovian-held land.", []),
        ("It fell in March.", []),
        ("They said so in IS.", []),
        ("It fell in the night.", []),
    ],
)
def test_places(text, expected):
    assert keys(text, "p:") == expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("tallis", "talis", True),
        ("hasakeh", "hassakeh", True),
        ("foua", "foaa", True),
        ("qamra", "kamra", True),
        ("iran", "iraq", False),
        ("mali", "malawi", False),
        ("niger", "nigeria", False),
        ("kano", "kenya", False),
    ],
)
def test_spellings(one, other, expected):
    assert same_name(one, other) == expected
    assert same_name(other, one) == expected


def test_places_in_the_text_are_counted_in_words():
    text = "A wall fell; forty-one people died near Tallis."
    words = re.findall(r"\w+", text)
    fact, place = facts_of(text)
    assert words[fact["start"] : fact["end"]] == ["forty", "one"]
    assert words[place["start"] : place["end"]] == ["Tallis"]


@settings(max_examples=200, deadline=None)
@given(st.text(st.sampled_from("aOn 59,.:/-\n٤½İMayJune'one million")) | st.text())
def test_any_text_has_facts_within_its_words(text):
    facts = facts_of(text)
    n_words = len(words_of(text))
    assert (facts["start"] < facts["end"]).all()
    assert (facts["end"] <= n_words).all()


@pytest.mark.parametrize(
    ("headline", "numbers"),
    [
        ("Nearly 40 dead in Orra", []),
        ("Fire kills 38", []),
        ("Dozens die in Orra on Friday", []),
        ("Orra toll rises to 41", ["n:41"]),
        ("Fire kills 4", ["n:4"]),
    ],
)
def test_a_headline_states_only_what_the_text_below_does_not(headline, numbers):
    body = "A fire at a mill killed 38 people on Friday, police in the town of Brant said."
    keys = [key.decode() for key in facts_of(f"{headline}\n\n{body}")["key"]]
    assert keys == [*numbers, "n:38", "d:friday", "p:brant"]
