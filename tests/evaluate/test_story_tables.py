"""Whom outlets quote, what they call whom, and in which tone."""

from types import SimpleNamespace

import pandas as pd

from analysis.evaluate.story_tables import names_in_story, quoted_on_event, tone_in_story

ARTICLES = pd.DataFrame(
    {
        "article_id": ["a", "b", "c", "d"],
        "outlet": ["N", "S", "N", "N"],
        "event_id": ["e", "e", "f", "e"],
        "duplicate_of": [None, "a", None, "a"],
    }
)


def test_who_is_quoted_on_one_event_the_most_quoted_first():
    attributions = pd.DataFrame(
        {
            "article_id": ["a", "a", "b", "b", "c", "d"],
            "source": ["he", "police", "the mayor", None, "x", "he"],
            "source_name": ["Ann Lee", None, "Ann Lee", None, None, "Ann Lee"],
        }
    )
    table = quoted_on_event(SimpleNamespace(articles=ARTICLES, attributions=attributions), "e")
    assert table["who"].tolist() == ["Ann Lee", "(no one named)", "police"]
    assert table.loc[0, ["N", "S"]].tolist() == [1, 1]


def test_a_poll_of_no_body_has_a_row_for_each_article():
    attributions = pd.DataFrame(
        {
            "article_id": ["a", "a", "b", "a", "b"],
            "source": ["a new poll", "a new poll", "a new poll", "the PWI poll", "the PWI poll"],
            "source_name": ["new poll", "new poll", "new poll", "PWI poll", "PWI poll"],
        }
    )
    table = quoted_on_event(SimpleNamespace(articles=ARTICLES, attributions=attributions), "e")
    rows = table[["who", "N", "S"]].to_numpy().tolist()
    assert sorted(rows) == [["PWI poll", 1, 1], ["new poll", 0, 1], ["new poll", 2, 0]]


def test_only_names_that_count():
    names = pd.DataFrame(
        {
            "article_id": ["a", "b", "b"],
            "referent": "army",
            "choice": ["army", "forces", "troops"],
            "counted": [True, True, False],
        }
    )
    table = names_in_story(SimpleNamespace(articles=ARTICLES, names=names))
    assert table["choice"].tolist() == ["army", "forces"]
    assert table[["N", "S"]].to_numpy().tolist() == [[1, 0], [0, 1]]


def test_tone_by_voice():
    tone = pd.DataFrame(
        {
            "article_id": ["a", "a", "b"],
            "voice": ["own", "attributed", "own"],
            "compound": [0.5, -0.5, 0.25],
        }
    )
    table = tone_in_story(SimpleNamespace(articles=ARTICLES, tone=tone)).set_index("outlet")
    assert table.loc["N", "tone, attributed words"] == -0.5
    assert pd.isna(table.loc["S", "tone, attributed words"])
    assert table.loc["S", "sentences, own words"] == 1
