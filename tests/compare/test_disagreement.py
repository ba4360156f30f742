"""The story that is opened is the one in which outlets differ most, as the index ranks it."""

import pytest

from analysis.compare.disagreement import disagreement_of, most_disputed_story
from analysis.compare.quantity_matrix import quantity_matrix
from analysis.core import tables
from analysis.report.stories import ranked_stories
from tests.compare.stated_numbers import quantities, stated, tables_of

LABELS = quantities("people killed", "people hurt", "price")


def made(*stories):
    """Return the tables of stories; each is a dict of a quantity to the numbers of A, B, C ..."""
    rows = []
    for number, story in enumerate(stories, 1):
        for quantity, printed in story.items():
            for outlet, low in zip("ABCDEFGH", printed, strict=False):
                own = {"story_id": f"s{number}", "quantity_id": f"s{number} {quantity}"}
                rows.append(stated(outlet, "2020-01-01", low, **own))
    figures, articles, _ = tables_of(*rows)
    labels = sorted(set(figures["quantity_id"]))
    table = quantities(*labels)
    table = table.assign(story_id=table["quantity_id"].str.split().str[0])
    counts = {"n_articles": 2, "n_outlets": 2, "p": 0.9}
    names = sorted(set(articles["story_id"]))
    listed = [{"story_id": name, "label": name, **counts} for name in names]
    return figures, articles, table, tables.make(listed, tables.STORIES)


AGREE, DIFFER = {"killed": [12, 12, 12, 12]}, {"killed": [12, 13]}
CASES = [
    ((AGREE, DIFFER), "s2"),
    ((DIFFER, {"killed": [12, 12, 13]}), "s2"),  # two pairs of outlets
    (({"killed": [12, 13]}, {"killed": [12, 48]}), "s2"),  # a wider range
    (({"killed": [12, 13]}, {"killed": [12, 13], "hurt": [4, 5]}), "s2"),
    (({"killed": [12]}, {"killed": [12, 12]}), "s2"),  # none differs: most outlets share a number
    (({"killed": [12]},), "s1"),
    ((), ""),
]


@pytest.mark.parametrize(("stories", "expected"), CASES)
def test_which_story_is_opened(stories, expected):
    figures, articles, table, listed = made(*stories)
    assert most_disputed_story(figures, articles, table, listed) == expected
    assert most_disputed_story(figures[::-1], articles[::-1], table, listed) == expected


@pytest.mark.parametrize(
    ("stories", "unsure", "expected"),
    [
        ((AGREE, DIFFER), ["s2"], "s1"),
        ((AGREE, DIFFER), ["s1"], "s2"),
        ((AGREE, DIFFER), ["s1", "s2"], "s2"),
        (({"killed": [12]}, DIFFER), ["s2"], "s2"),  # the other one compares nothing
    ],
)
def test_a_story_that_may_be_two_is_opened_last(stories, unsure, expected):
    figures, articles, table, listed = made(*stories)
    listed["p"] = listed["p"].mask(listed["story_id"].isin(unsure), 0.6)
    assert most_disputed_story(figures, articles, table, listed) == expected
    ranked = [one.is_sure for one in _ranked(figures, articles, table, listed)]
    assert ranked == sorted(ranked, reverse=True)


@pytest.mark.parametrize(("stories", "expected"), CASES[:4])
def test_it_is_the_first_of_the_index(stories, expected):
    assert _ranked(*made(*stories))[0].story_id == expected


def _ranked(figures, articles, table, listed):
    return ranked_stories(
        {
            "figures": figures,
            "articles": articles,
            "quantities": table,
            "stories": listed,
            "attributions": tables.empty(tables.ATTRIBUTIONS),
        }
    )


def test_a_quantity_has_its_own_story():
    figures, articles, table, listed = made(AGREE, DIFFER)
    assert most_disputed_story(figures, articles, table, listed, "s1 killed") == "s1"


@pytest.mark.parametrize(
    ("printed", "n_pairs", "ratio"),
    [([12, 12], 0, 1), ([12, 36], 1, 3), ([0, 36], 1, 1), ([12, 24, 48], 3, 4)],
)
def test_how_far_outlets_disagree(printed, n_pairs, ratio):
    rows, _ = quantity_matrix(*made({"killed": printed})[:3])
    assert disagreement_of(rows) == (n_pairs, ratio)
