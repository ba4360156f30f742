"""An article for which events cannot be found is left out alone, and told."""

import pandas as pd
import pytest

from analysis.core.errors import NO_FAULT_OF_AN_ARTICLE
from analysis.run import event_groups
from analysis.run.event_groups import find_events_or_problems
from tests.compare.events.event_articles import articles

find_events = event_groups.find_events


@pytest.fixture
def failing(monkeypatch):
    """Make events fail for groups that hold certain articles."""

    def set_bad(bad, at_least=1, error=ValueError):
        def find(frame):
            if len(set(frame["article_id"]) & set(bad)) >= at_least:
                raise error("cannot compare this")
            return find_events(frame)

        monkeypatch.setattr(event_groups, "find_events", find)

    return set_bad


def test_nothing_changes_without_a_failure():
    found, problems = find_events_or_problems(articles())
    for table, expected in zip(found, find_events(articles()), strict=True):
        pd.testing.assert_frame_equal(table, expected)
    assert problems.empty


@pytest.mark.parametrize("rows", [[0], [2, 5]])
def test_articles_at_fault_are_left_out_alone(failing, rows):
    frame = articles()
    bad = frame["article_id"].iloc[rows].tolist()
    failing(bad)
    (found, events, stories), problems = find_events_or_problems(frame)
    assert problems["article_id"].tolist() == bad
    assert problems["stage"].unique().tolist() == ["compare"]
    assert "cannot compare this" in problems["reason"].iloc[0]
    assert found["article_id"].tolist() == frame["article_id"].tolist()
    assert found.loc[found["event_id"].isna(), "article_id"].tolist() == bad
    assert found.loc[found["story_id"].isna(), "article_id"].tolist() == bad
    assert events["n_articles"].sum() == len(frame) - len(bad)
    assert stories["n_articles"].sum() == len(frame) - len(bad)


def test_a_failure_of_articles_together_is_told_once(failing):
    frame = articles()
    failing(frame["article_id"], at_least=len(frame))
    (found, events, stories), problems = find_events_or_problems(frame)
    assert found["event_id"].isna().all()
    assert events.empty
    assert stories.empty
    assert problems["article_id"].isna().tolist() == [True]


@pytest.mark.parametrize("error", NO_FAULT_OF_AN_ARTICLE)
def test_a_missing_model_or_too_little_memory_is_no_fault_of_an_article(failing, error):
    failing(articles()["article_id"], error=error)
    with pytest.raises(error):
        find_events_or_problems(articles())
