"""Cells of outlets and events."""

import numpy as np
import pandas as pd
import pytest

from analysis.compare.event_cells import checked_values, is_share, sum_by_event


@pytest.mark.parametrize(
    ("value", "denominator", "expected"),
    [
        ([0, 1, 1], None, True),
        ([0, 1, 0.5], None, False),
        ([0, 1, 2], None, False),
        ([-1, 1, 0], None, False),
        ([0, 3, 3.5], [4, 4, 4], True),
        ([0, 3, 4.5], [4, 4, 4], False),
        ([0, 3, np.nan], [4, 4, 4], True),
    ],
)
def test_what_counts_as_a_share(value, denominator, expected):
    frame = pd.DataFrame({"value": value, "article_id": list("abc")})
    frame = frame.assign(outlet="north", event_id="e")
    if denominator:
        frame["denominator"] = denominator
    assert is_share(checked_values(frame, "m")) is expected


def test_a_cell_sums_the_articles_of_an_outlet_about_an_event():
    frame = pd.DataFrame(
        [
            ("a", "e1", "north", 1.0, 4.0),
            ("b", "e1", "north", 2.0, 2.0),
            ("c", None, "north", 3.0, 3.0),
            ("d", "e1", "south", 1.0, 0.0),
            ("e", "e1", "south", np.nan, 5.0),
        ],
        columns=["article_id", "event_id", "outlet", "value", "denominator"],
    )
    cells = sum_by_event(checked_values(frame, "m"), "event")
    assert cells.to_numpy().tolist() == [
        ["north", "article c", 3.0, 3.0, 1, 1.0],
        ["north", "e1", 3.0, 6.0, 2, 0.5],
    ]
    assert sum_by_event(checked_values(frame, "m"), "article")["event"].tolist() == [
        "article a",
        "article b",
        "article c",
    ]
