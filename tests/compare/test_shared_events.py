"""Distances of an outlet from the mean of the others."""

import numpy as np
import pandas as pd
import pytest

from analysis.compare.shared_events import SharedEvents

CELLS = pd.DataFrame(
    [
        ("north", "e1", 6.0, 2),
        ("south", "e1", 2.0, 1),
        ("west", "e1", 1.0, 1),
        ("north", "e2", 5.0, 1),
        ("south", "e2", 1.0, 3),
        ("north", "e3", 9.0, 1),
        ("west", "e4", 7.0, 1),
    ],
    columns=["outlet", "event", "ratio", "n_articles"],
).assign(denominator=[20.0, 1.0, 1.0, 10.0, 1.0, 5.0, 1.0])


def test_distances_are_those_from_the_mean_of_the_rest():
    found = SharedEvents(CELLS).distances("north")
    assert found.padded.tolist() == [[4.5, -1.5, -3.0], [4.0, -4.0, 0.0]]
    assert found.own.tolist() == [4.5, 4.0]
    assert found.sizes.tolist() == [3, 2]
    assert found.means.tolist() == [6.0, 5.0]
    assert found.n_articles == 3
    assert found.n_mentions == 30  # on the two events that others report too


def test_the_given_outlet_comes_first():
    found = SharedEvents(CELLS).distances("west")
    assert found.padded.tolist() == [[-3.0, 4.5, -1.5]]


def test_outlets_that_are_left_out_are_not_among_the_others():
    found = SharedEvents(CELLS).distances("south", ("north", "south"))
    assert found.padded.tolist() == [[1.0, -1.0]]
    assert found.n_articles == 1


@pytest.mark.parametrize(
    ("outlet", "left_out"),
    [("west", ("north", "south")), ("east", ()), ("north", ("south", "west"))],
)
def test_without_others_no_event_is_shared(outlet, left_out):
    found = SharedEvents(CELLS).distances(outlet, left_out)
    assert (len(found.own), len(found.sizes), found.n_articles) == (0, 0, 0)


def test_events_are_counted_whether_shared_or_not():
    shared = SharedEvents(CELLS)
    assert [shared.n_events(outlet) for outlet in shared.outlets] == [3, 2, 2]


def test_equal_numbers_have_a_distance_of_exactly_0():
    cells = pd.DataFrame({"outlet": list("abc"), "event": "e", "ratio": 0.1, "n_articles": 1})
    cells["denominator"] = 1.0
    assert not SharedEvents(cells).distances("a").padded.any()


def test_no_cells_have_no_outlets():
    shared = SharedEvents(CELLS[:0])
    assert shared.outlets == []
    assert np.isnan(shared.distances("north").own).sum() == 0
