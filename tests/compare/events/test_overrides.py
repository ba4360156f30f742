"""Events that a person assigned: read, checked, and laid over what was found."""

import pandas as pd
import pytest

from analysis.compare.events.find import find_events
from analysis.compare.events.overrides import read_overrides
from analysis.core.errors import InputError
from tests.compare.events.event_articles import articles


def groups(result):
    """Return the articles of each event as one string."""
    return sorted("".join(sorted(ids)) for _, ids in result.groupby("event_id")["article_id"])


def test_overrides_join_and_separate_by_hand(tmp_path):
    path = tmp_path / "overrides.csv"
    path.write_text("article_id,event_id\nc1,event-b1\na3,\n", encoding="utf8")
    result, events, _ = find_events(articles(), overrides=path)
    assert groups(result) == ["a1a2", "a3", "b1b2c1", "d1"]
    assert events["n_articles"].sum() == len(result)


def test_overrides_can_be_a_table_and_add_events():
    overrides = pd.DataFrame({"article_id": ["a1", "c1"], "event_id": ["new", "new"]})
    assert groups(find_events(articles(), overrides=overrides)[0]) == ["a1c1", "a2a3", "b1b2", "d1"]
    assert read_overrides(None, articles()).empty
    empty = pd.DataFrame({"article_id": ["a1"], "event_id": [None]})
    assert read_overrides(empty, articles())["event_id"].tolist() == ["event-a1-alone"]


@pytest.mark.parametrize(
    ("rows", "match"),
    [
        ({"article": ["a1"]}, "no column article_id, event_id"),
        ({"article_id": ["a1", "zz"], "event_id": ["e", "e"]}, "row 1: No article 'zz'"),
        ({"article_id": ["a1", "a1"], "event_id": ["e", "f"]}, "row 1: .*'a1' occurs twice"),
    ],
)
def test_invalid_overrides_raise_an_error(rows, match):
    with pytest.raises(InputError, match=match):
        find_events(articles(), overrides=pd.DataFrame(rows))
