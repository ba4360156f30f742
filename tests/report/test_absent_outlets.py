"""Which outlets of a story are named because the rows shown have no number of theirs."""

from types import SimpleNamespace

import pandas as pd
import pytest

from analysis.report.absent_outlets import MAX_NAMES, absent_outlets

SHOWN = pd.DataFrame({"quantity_id": ["q1"]})


def story(cells, silent=()):
    """Return what is read of a story: each cell a quantity and its outlet."""
    outlets = [outlet for _, outlet in cells] + list(silent)
    return SimpleNamespace(
        cells=pd.DataFrame(cells, columns=["quantity_id", "outlet"]),
        articles=pd.DataFrame({"outlet": pd.array(outlets, dtype="string")}),
    )


@pytest.mark.parametrize(
    ("cells", "silent", "told"),
    [
        ([("q1", "Wire"), ("q1", "Mail"), ("q2", "Mail")], [], []),
        ([("q1", "Wire"), ("q2", "Mail")], [], ["Numbers in other rows only: Mail."]),
        ([("q1", "Wire")], ["Mail", "Echo"], ["No number in any row: Echo, Mail."]),
        ([("q1", "Wire")], [None], ["No number in any row: no outlet given."]),
        ([], ["Mail"], ["No number in any row: Mail."]),
    ],
)
def test_outlets_without_a_number_in_the_rows_are_named(cells, silent, told):
    assert absent_outlets(story(cells, silent), SHOWN) == told


def test_outlets_beyond_the_first_are_counted():
    others = [("q2", f"Outlet {n:02}") for n in range(MAX_NAMES + 2)]
    (told,) = absent_outlets(story([("q1", "Wire"), *others]), SHOWN)
    assert told.endswith("Outlet 23 and 2 more.")
