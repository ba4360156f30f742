"""A number that is more probably of another thing leaves its row, with all of its outlet."""

import pytest

from analysis.compare.quantities.find import find_quantities
from analysis.compare.quantities.misfits import LEAST_PROBABILITY, misfits, without_misfits
from analysis.compare.quantities.one_thing import Fit
from analysis.core.regrouping import Regrouping
from tests.compare.quantities.story_tables import killed, story

LOW = LEAST_PROBABILITY - 0.01


@pytest.mark.parametrize(
    ("fit", "leaving"),
    [
        (Fit(LOW, "f1", 2), {"q": "f1"}),
        (Fit(LOW, "f1", 3), {"q": "f1"}),
        (Fit(LOW, "f1", 4), {}),
        (Fit(LEAST_PROBABILITY, "f1", 2), {}),
        (Fit(0.9, "f1", 2), {}),
    ],
)
def test_which_number_leaves(fit, leaving):
    assert misfits({"q": fit}) == leaving


OUTLETS = {"f0": "A", "f1": "B", "f2": "C", "f3": "B", "f4": "A"}
QUANTITIES = {"f0": "quantity-f0", "f1": "quantity-f0", "f2": "quantity-f0", "f3": "quantity-f0"}


@pytest.mark.parametrize(
    ("leaving", "expected"),
    [
        ("f1", ["f0", "f1", "f0", "f1"]),
        ("f3", ["f0", "f1", "f0", "f1"]),
        ("f2", ["f0", "f0", "f2", "f0"]),
        ("f0", ["f0", "f1", "f1", "f1"]),
    ],
)
def test_all_numbers_of_an_outlet_leave_and_both_parts_are_called_after_the_first(
    leaving, expected
):
    found = without_misfits(QUANTITIES, {"quantity-f0": leaving}, OUTLETS)
    assert list(found.values()) == [f"quantity-{name}" for name in expected]


def test_other_quantities_stay():
    quantities = QUANTITIES | {"f4": "quantity-f4"}
    found = without_misfits(quantities, {"quantity-f0": "f2"}, OUTLETS)
    assert found["f4"] == "quantity-f4"
    assert list(found) == list(quantities)


TWO_THINGS = [
    ("The blast in the market of Harum killed [12] people.", killed()),
    ("A year ago a flood killed [90] people in distant Norland, a survey said.", killed()),
]


def test_a_row_of_two_things_becomes_two_unless_a_person_joined_it(monkeypatch):
    module = "analysis.compare.quantities.find"
    monkeypatch.setattr(
        f"{module}.rows_of_one_thing",
        lambda statements, rows, trees, quantity_of: {
            name: Fit(LOW, figure_ids[-1], len(figure_ids)) for name, figure_ids in rows.items()
        },
    )
    figures, articles, sentences = story(TWO_THINGS[0], TWO_THINGS[0])
    marked, quantities = find_quantities(figures, articles, sentences)
    assert marked["quantity_id"].nunique() == 2
    assert quantities["n_outlets"].tolist() == [1, 1]
    assert quantities["p"].isna().all()
    by_hand = Regrouping(merges=(tuple(figures["figure_id"]),))
    joined, _ = find_quantities(figures, articles, sentences, by_hand)
    assert joined["quantity_id"].nunique() == 1


def test_a_crowd_leaves_no_row():
    fits = {"crowd": Fit(0.1, "a", 2), "cost": Fit(0.1, "b", 2)}
    assert misfits(fits, {"a"}) == {"cost": "b"}
