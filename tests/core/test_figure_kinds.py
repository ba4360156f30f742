"""Which figures are counted, and which are of the event."""

import pandas as pd
import pytest

from analysis.core.figure_kinds import counted_figures, event_figures, named_persons

FIGURES = pd.DataFrame(
    {
        "figure_id": ["total", "subtotal", "part", "war", "other", "name", "money"],
        "mention": ["numeral"] * 5 + ["named", "numeral"],
        "scope": ["event", "part", "part", "background", "other_event", "event", None],
        "part_of": [None, "total", None, None, None, None, None],
    }
)


def ids(figures):
    return figures["figure_id"].tolist()


@pytest.mark.parametrize(
    ("subtotals", "expected"),
    [(False, ["total", "money"]), (True, ["total", "subtotal", "part", "money"])],
)
def test_figures_of_the_event(subtotals, expected):
    assert ids(event_figures(FIGURES, subtotals=subtotals)) == expected


def test_named_persons_are_no_count():
    assert ids(named_persons(FIGURES)) == ["name"]
    assert ids(counted_figures(FIGURES)) == [*FIGURES["figure_id"][:5], "money"]


def test_a_table_without_these_columns_is_all_counts_of_the_event():
    table = FIGURES[["figure_id"]]
    assert ids(counted_figures(table)) == ids(event_figures(table)) == ids(table)
    assert named_persons(table).empty
