"""Articles in stories that no other outlet reports."""

import pandas as pd

from analysis.compare.shares import coverage_alone


def test_the_next_step_of_a_story_is_not_alone():
    rows = [
        ("a1", "North", "e1", "s1"),
        ("a2", "North", "e2", "s1"),  # an event of its own in a story that South reports too
        ("a3", "South", "e1", "s1"),
        ("a4", "North", "e3", "s2"),
        ("a5", None, "e4", "s3"),
    ]
    articles = pd.DataFrame(rows, columns=["article_id", "outlet", "event_id", "story_id"])
    found = coverage_alone(articles).set_index("outlet")
    assert found.loc["North"].tolist() == [3, 1, 1 / 3]
    assert found.loc["South"].tolist() == [1, 0, 0]
