"""Mean polarity by outlet and entity."""

import pandas as pd
import pytest

from analysis.measure.target_sentiment.by_outlet import polarity_by_outlet

ARTICLES = pd.DataFrame({"article_id": list("abcd"), "outlet": ["north", "north", "south", None]})
TARGETS = pd.DataFrame(
    [
        ("a", "navy", "negative"),
        ("a", "navy", "positive"),
        ("b", "navy", "negative"),
        ("c", "navy", "neutral"),
        ("d", "navy", "positive"),
        ("a", "rebels", "positive"),
        ("c", "rebels", "negative"),
        ("c", "crew", "neutral"),
        ("c", "crew", "neutral"),
        ("c", "owner", "neutral"),
    ],
    columns=["article_id", "entity", "polarity"],
)


def test_means_of_mentions():
    found = polarity_by_outlet(TARGETS, ARTICLES).set_index(["outlet", "entity"])
    assert found["estimate"].to_dict() == pytest.approx(
        {
            ("north", "navy"): -1 / 3,
            ("north", "rebels"): 1,
            ("south", "crew"): 0,
            ("south", "navy"): 0,
            ("south", "owner"): 0,
            ("south", "rebels"): -1,
        }
    )
    assert found["n"].tolist() == [3, 1, 2, 1, 1, 1]


@pytest.mark.parametrize(
    ("n_entities", "entities"),
    [(1, {"navy"}), (2, {"navy", "crew"}), (3, {"navy", "crew", "rebels"}), (0, set())],
)
def test_the_entities_with_most_mentions_are_kept_then_by_name(n_entities, entities):
    found = polarity_by_outlet(TARGETS, ARTICLES, n_entities)
    assert set(found["entity"]) == entities
