"""From which poll a share of voters comes."""

import pytest
from made_figures import position, words_at

from analysis.extract.figures.poll_sources import poll_of


@pytest.mark.parametrize(
    ("text", "number", "poll"),
    [
        ("The poll has Stone ahead. Reed was second at 12 percent.", "12", "The poll"),
        ("Reed was at 25 percent in the most recent Dahl poll.", "25", "the most recent Dahl poll"),
        # the last one, without what it is of
        (
            "A Meridian poll is old. By the results of a new Dahl survey 41 percent back Stone.",
            "41",
            "a new Dahl survey",
        ),
        ("Voters have no choice.\n\nThe survey: 41 percent back Stone.", "41", "The survey"),
        # no answers, no poll, or a place where votes are cast
        ("The poll has Stone ahead. Inflation fell to 4 percent.", "4", None),
        ("The party is ahead. Reed was second at 12 percent.", "12", None),
        ("The poll stations shut. Reed was second at 12 percent.", "12", None),
    ],
)
def test_the_poll_that_an_earlier_sentence_names(text, number, poll):
    start, end = position(text, number)
    first = text.rfind(". ", 0, start) + 1
    assert words_at(text, poll_of(text, "percent", start, end, (first, len(text)))) == poll


def test_a_count_of_voters_is_of_no_poll():
    text = "The poll has Stone ahead. Of 12 voters nine back Stone."
    assert poll_of(text, "count", 29, 31, (25, len(text))) is None


def test_a_poll_that_is_far_away_is_another_matter():
    text = "The poll is out. " + "It rained. " * 60 + "Reed was second at 12 percent."
    start, end = position(text, "12")
    assert poll_of(text, "percent", start, end, (start - 19, len(text))) is None
