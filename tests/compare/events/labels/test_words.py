import pytest

from analysis.compare.events.labels.words import (
    LEAD_WORDS,
    body,
    compact,
    is_title_case,
    sentences,
)


def links(text):
    return [[(word.lower, word.link) for word in sentence] for sentence in sentences(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("Fire. Two hurt", [[("fire", "")], [("two", ""), ("hurt", " ")]]),
        ("Mr. Lund left", [[("mr", ""), ("lund", " "), ("left", " ")]]),
        ("Notre-Dame: fire", [[("notre", ""), ("dame", "-"), ("fire", "")]]),
        ("Port-au-Prince fell", [[("port-au-prince", ""), ("fell", " ")]]),
        ("Day-long talks", [[("day", ""), ("long", "-"), ("talks", " ")]]),
        ("his brother-in-law left", [[("his", ""), ("brother", " "), ("left", " ")]]),
        (
            "the law of the land",
            [[(w, " " if i else "") for i, w in enumerate("the law of the land".split())]],
        ),
        ("Brook's mill", [[("brook", ""), ("mill", ",")]]),
        ("the 9/11 attacks", [[("the", ""), ("attacks", "#")]]),
        ("the 1999 fire", [[("the", ""), ("fire", "#1999")]]),
    ],
)
def test_a_link_says_what_is_before_a_word(text, expected):
    assert links(text) == expected


def test_a_text_is_read_up_to_the_last_word_of_the_lead():
    assert sum(map(len, sentences("word " * 2 * LEAD_WORDS))) == LEAD_WORDS


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Fire Destroys Mill In Velmora", True),
        ("MAN SHOT IN DOVER", True),
        ("A fire destroys the mill in Velmora", False),
        ("Ana Brook sues Altis", False),
    ],
)
def test_title_case_is_told_from_names(text, expected):
    (sentence,) = sentences(text)
    assert is_title_case(sentence) == expected


def test_the_headline_is_no_part_of_the_body():
    assert body("Fire", " Fire\n\nA mill burnt.").strip() == "A mill burnt."
    assert body("", "A mill burnt.") == "A mill burnt."


def test_names_are_compared_by_their_letters():
    assert compact("The Daily-Herald ") == "thedailyherald"
