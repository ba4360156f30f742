"""The key of a span names it in words, and finds it again in a text that has changed."""

import pandas as pd
import pytest
from made_fire import all_tables, span

from analysis.corrections.places import (
    Place,
    find_place,
    parse_place,
    place_key,
    place_keys,
    shorten,
    spans_of,
)

LONG = " ".join(f"word{number:02}" for number in range(20))  # 139 characters


@pytest.mark.parametrize(
    ("words", "line"),
    [
        ("4000", "4000"),
        ("at \n least\t12 ", "at least 12"),
        ("x" * 80, "x" * 80),
        ("x" * 81, "x" * 45 + " … " + "x" * 30),
        # no space beside the gap
        ("a" * 44 + " " + "b" * 40, "a" * 44 + " … " + "b" * 30),
        ("a" * 60 + " " + "b" * 29, "a" * 45 + " … " + "b" * 29),
        ("a\x00b", "a\N{SYMBOL FOR NULL}b"),
    ],
)
def test_words_on_one_line(words, line):
    assert shorten(words) == line


@pytest.mark.parametrize(
    ("start", "end", "key"),
    [(0, 2, "a1 [0:2] 29"), (3, 7, "a1 [3:7] dead"), (0, 7, "a1 [0:7] 29 dead")],
)
def test_the_key_of_a_span(start, end, key):
    assert place_key("a1", start, end, "29 dead") == key
    assert parse_place(key) == Place("a1", start, end, key.partition("] ")[2])


def test_the_keys_of_a_table():
    rows = [("a1", 0.0, 2.0), ("b2", 5.0, 9.0)]
    spans = pd.DataFrame(rows, columns=["article_id", "start", "end"])
    keys = place_keys(spans, {"a1": "29 dead", "b2": "some dead"})
    assert keys == ["a1 [0:2] 29", "b2 [5:9] dead"]


@pytest.mark.parametrize(
    ("key", "place"),
    [
        ("a1 [574:578] 4000", Place("a1", 574, 578, "4000")),
        ("  a1[ 574 : 578 ]4000 ", Place("a1", 574, 578, "4000")),
        ("a b [1] [2:3] x", Place("a b [1]", 2, 3, "x")),
        ("a1 [2:4] [5:6] x", Place("a1", 2, 4, "[5:6] x")),
        ("a1 [2:9] two\n lines", Place("a1", 2, 9, "two lines")),
        (f"a1 [0:139] {LONG}", Place("a1", 0, 139, shorten(LONG))),
        # no place
        ("", None),
        ("a1", None),
        ("a1 [3:5]", None),
        ("a1 [3:5]  ", None),
        ("[3:5] 12", None),
        ("a1 [5:3] 12", None),
        ("a1 [3:3] 12", None),
        ("a1 [-3:5] 12", None),
        ("a1 [3-5] 12", None),
        ("a1 [3:1234567890123] 12", None),
    ],
)
def test_a_key_is_parsed(key, place):
    assert parse_place(key) == place


TEXT = "Fire kills 12. At least 12,500 fled; a child of 7 and a man of 77 died."


@pytest.mark.parametrize(
    ("start", "end", "words", "found"),
    [
        (11, 13, "12", (11, 13)),
        # the words have moved, and are there once
        (0, 4, "77", (63, 65)),
        (900, 906, "12,500", (24, 30)),
        (0, 5, "kills 12", (5, 13)),
        # a part of a number or of a word is no place
        (0, 2, "12", (11, 13)),
        (0, 1, "7", (48, 49)),
        (0, 3, "500", None),
        (0, 3, "chil", None),
        (0, 2, "99", None),
        # two places
        (0, 1, "of", None),
    ],
)
def test_a_place_is_found(start, end, words, found):
    place = find_place(Place("a1", start, end, words), TEXT)
    if found is None:
        assert isinstance(place, str)
    else:
        assert place == found
        assert TEXT[slice(*found)] == words


@pytest.mark.parametrize(
    ("place", "reason"),
    [
        (
            Place("a1", 11, 13, "99"),
            "characters 11 to 13 are '12', not '99', which is nowhere in the article",
        ),
        (
            Place("a1", 0, 2, "of"),
            "characters 0 to 2 are 'Fi', not 'of', which is 2 times in the article",
        ),
        (
            Place("a1", 900, 902, "99"),
            "characters 900 to 902 are 'the text is shorter', not '99', which is nowhere in the "
            "article",
        ),
    ],
)
def test_why_a_place_is_not_found(place, reason):
    assert find_place(place, TEXT) == reason


def test_of_words_that_are_there_twice_those_of_the_key_are_meant():
    text = "12 dead, 30 hurt; 12"
    assert find_place(Place("a1", 0, 2, "12"), text) == (0, 2)
    assert find_place(Place("a1", 18, 20, "12"), text) == (18, 20)


def test_words_on_other_lines_are_the_same_words():
    text = "He said: at\nleast   12 died."
    assert find_place(Place("a1", 0, 11, "at least 12"), text) == (9, 22)


@pytest.mark.parametrize(
    ("before", "found"),
    [
        ("", (0, 139)),
        ("New: ", (5, 144)),
        # the same beginning, and another end
        (LONG[:60] + ". ", (62, 201)),
    ],
)
def test_long_words_are_found_by_both_ends(before, found):
    place = Place("a1", 0, len(LONG), shorten(LONG))
    assert find_place(place, before + LONG) == found


def test_long_words_with_another_end_are_not_found():
    place = Place("a1", 0, len(LONG), shorten(LONG))
    assert "nowhere" in find_place(place, "New: " + LONG[:-1] + "x")


def test_the_spans_of_a_table_are_its_own_and_of_an_attribution_its_content():
    frames = all_tables()
    figures = spans_of("figures", frames)
    assert figures.columns.tolist() == ["article_id", "start", "end"]
    assert tuple(figures.iloc[2]) == ("a1", *span("a1", "30"))
    assert figures.index.equals(frames["figures"].index)
    contents = spans_of("attributions", frames)
    content = "At least 12 people died and 30 were injured"
    assert contents.to_numpy().tolist() == [["a1", *span("a1", content)]]


def test_a_content_in_two_parts_counts_from_its_first_to_its_last_character():
    attributions = pd.DataFrame(
        {"attribution_id": ["x", "y"], "article_id": ["a1", "a2"]}, index=[7, 9]
    )
    rows = [
        ("x", "content", 40, 50),
        ("x", "source", 1, 5),
        ("x", "content", 10, 20),
        ("y", "source", 0, 3),
    ]
    spans = pd.DataFrame(rows, columns=["attribution_id", "role", "start", "end"])
    found = spans_of("attributions", {"attributions": attributions, "attribution_spans": spans})
    assert found.index.tolist() == [7, 9]
    assert found.loc[7].tolist() == ["a1", 10, 50]
    assert found.loc[9, ["start", "end"]].isna().all()
