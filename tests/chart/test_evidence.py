"""What stands behind a mark: the best place of it, and a tooltip in words."""

import pandas as pd
import pytest
from chart_tables import comparisons

from analysis.chart import evidence
from analysis.chart.dot_plots import intervals
from analysis.chart.evidence import Evidence, of_row, of_rows, shorten, split_place

ROW = {
    "outlet": "The Daily Lantern",
    "words": "at least 12",
    "source": "Red Cross",
    "published": pd.Timestamp("2024-09-09"),
    "passage": "At least 12 people were killed.",
}
TOLD = "The Daily Lantern: at least 12, according to Red Cross, 9 Sep 2024."


def test_a_tooltip_says_who_printed_what_on_whose_word_and_when():
    assert of_row(ROW).words == f"{TOLD} “At least 12 people were killed.”"


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({"source": None}, "The Daily Lantern: at least 12, 9 Sep 2024."),
        (
            {"source": "Ada Roth, its director,"},
            "The Daily Lantern: at least 12, according to Ada Roth, its director, 9 Sep 2024.",
        ),
        ({"published": None}, "The Daily Lantern: at least 12, according to Red Cross, no date."),
        (
            {"published": None, "published_given": "2024-09"},
            "The Daily Lantern: at least 12, according to Red Cross, 2024-09.",
        ),
        ({"outlet": None, "source": float("nan")}, "at least 12, 9 Sep 2024."),
    ],
)
def test_what_is_not_known_is_left_out(changed, expected):
    assert of_row({**ROW, **changed}).words.startswith(expected)
    assert "nan" not in of_row({**ROW, **changed}).words


@pytest.mark.parametrize(
    ("row", "places"),
    [
        ({}, ()),
        ({"figure_id": "f/1"}, ("figure/f%2F1", "rows/?figure_id=f%2F1")),
        (
            {"report_id": "c1", "document": "News/2", "sentence_id": 3.0},
            ("figure/c1", "sentence/News%2F2/3", "article/News%2F2", "rows/?report_id=c1"),
        ),
        ({"article_id": "a b", "sentence_id": None}, ("article/a%20b",)),
        ({"other_ids": "f1 + f2"}, ("figure/f1", "rows/?other_ids=f1+%2B+f2")),
        ({"attribution_id": "x"}, ("attribution/x", "rows/?attribution_id=x")),
        ({"claim_id": "raqqa-1"}, ("rows/?claim_id=raqqa-1",)),
    ],
)
def test_the_best_place_comes_first(row, places):
    assert of_row(row).places == places


@pytest.mark.parametrize(
    ("place", "parts"),
    [
        ("figure/f%2F1", ("figure", ["f/1"], {})),
        ("sentence/News%2F2/3", ("sentence", ["News/2", "3"], {})),
        ("rows/?outlet=A+%26+B&n=", ("rows", [], {"outlet": "A & B", "n": ""})),
    ],
)
def test_a_place_is_read_back(place, parts):
    assert split_place(place) == parts


def test_an_address_keeps_every_character():
    before = Evidence(("rows/?outlet=%3Cb%3E",), '“<b>” & "x" = 1 + 1; 100%')
    assert Evidence.from_address(before.address) == before
    assert of_rows(" a \n b", x=None, y=1) == Evidence(("rows/?y=1",), "a b")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("short", "short"),
        ("one two three", "one two…"),
        ("one, two three", "one, two…"),
        ("one, twofold", "one…"),
        ("unbrokenunbroken", "unbroken…"),
    ],
)
def test_a_sentence_is_cut_after_a_word(text, expected):
    assert shorten(text, 9) == expected
    assert len(shorten("word " * 100)) <= evidence.LONGEST_SENTENCE


def test_evidence_is_hidden_only_for_a_while():
    chart = intervals(comparisons(2))
    before = [artist.get_url() for artist in chart.findobj()]
    with evidence.detached(chart):
        assert {artist.get_url() for artist in chart.findobj()} == {None}
    assert [artist.get_url() for artist in chart.findobj()] == before
    assert any(before)
