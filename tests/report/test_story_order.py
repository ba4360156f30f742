"""The heading and the note of a list of stories say what its order is."""

from types import SimpleNamespace

import pytest

from analysis.report.story_order import heading_of, order_in_words


def story(differs=False, n_rivalled=0, n_in_doubt=0, is_sure=True, n_shared=1, has_older=False):
    return SimpleNamespace(
        differs=differs,
        n_rivalled=n_rivalled,
        n_in_doubt=n_in_doubt,
        is_sure=is_sure,
        n_shared=n_shared,
        has_older=has_older,
    )


TWO = story(True, is_sure=False)
DIFFERS, RIVALS, DOUBT, SAME = story(True), story(n_rivalled=1), story(n_in_doubt=1), story()


@pytest.mark.parametrize(
    ("listed", "heading"),
    [
        ([DIFFERS, RIVALS, SAME], "Stories in which outlets disagree most"),
        ([DIFFERS, DOUBT], "Stories, those in which outlets disagree first"),
        ([DIFFERS, SAME, SAME], "Stories, those in which outlets disagree first"),
        ([DOUBT, SAME], "Stories"),
        ([TWO, TWO], "Stories"),
        ([], "Stories"),
    ],
)
def test_a_list_is_called_one_of_disagreements_only_if_most_differ(listed, heading):
    assert heading_of(listed) == heading


def test_each_part_of_the_list_is_counted():
    words = order_in_words([DIFFERS, RIVALS, DOUBT, SAME, SAME])
    assert words.startswith("First come the 2 stories in which two outlets print different numbers")
    assert " Then comes the one story in which they may differ, or the number is of two" in words
    assert words.endswith(
        " The other 2 follow: there no quantity found in two outlets differs, in order of the "
        "outlets that report them, most first, then of articles, then of name."
    )


def test_stories_that_may_be_two_come_last_and_are_explained():
    words = order_in_words([DIFFERS, SAME, TWO, TWO])
    assert words.startswith("First comes the one story in which two outlets print different")
    assert " Last come the 2 stories that may be two, in the same order. “Perhaps two" in words
    assert order_in_words([SAME, SAME, TWO]).startswith(
        "No difference was found in the first 2 stories: they are in order of the outlets"
    )
    alone = order_in_words([TWO])
    assert alone.startswith("Each of these stories may be two. First comes the one story in which")
    assert alone.endswith("read the headlines before you compare.")


@pytest.mark.parametrize(
    ("listed", "start", "end"),
    [
        ([SAME, SAME], "No difference was found in these stories: they are in order of", "name."),
        (
            [story(n_shared=0), story(n_shared=0)],
            "No number was read as printed by two outlets in these stories: they are in order of",
            "name.",
        ),
        (
            [DOUBT, SAME],
            "First comes the one story in which they may",
            "no quantity found in two outlets differs.",
        ),
        (
            [DIFFERS],
            "First comes the one story in which two",
            "A number of the next day may be an update.",
        ),
    ],
)
def test_what_is_not_in_the_list_is_not_told(listed, start, end):
    words = order_in_words(listed)
    assert words.startswith(start)
    assert words.endswith(end)
    assert "Then" not in words


def test_earlier_numbers_are_told_where_no_difference_is():
    risen = story(has_older=True)
    assert "in these stories but by what a later report changed: they" in order_in_words([risen])
    assert "differs but by what a later report changed" in order_in_words([DIFFERS, risen])
    assert "later day" not in order_in_words([DIFFERS, SAME])
