"""Only numbers that outlets share are asked, and a number stands unless another is likelier."""

import numpy as np
import pandas as pd
import pytest

from analysis.compare.quantities import standing
from analysis.compare.quantities.standing import STANDS, standing_of, standings
from analysis.core.tables import STANDINGS

TEXT = "Toll\n\nIt rose from 7 to 9."


class Fixed:
    """A model that finds one standing as probable as it is told."""

    standings = STANDINGS

    def __init__(self, name, p):
        self.name, self.p = name, p
        self.asked = []

    def standing(self, words, title):
        self.asked.append((words, title))
        found = np.full(len(STANDINGS), (1 - self.p) / (len(STANDINGS) - 1))
        found[STANDINGS.index(self.name)] = self.p
        return found


@pytest.mark.parametrize(
    ("name", "p", "expected"),
    [
        ("outdated", 0.9, "outdated"),
        ("outdated", 0.61, "outdated"),
        ("outdated", 0.59, STANDS),
        ("denied", 0.7, "denied"),
        (STANDS, 0.4, STANDS),
    ],
)
def test_a_number_stands_unless_another_is_probable_enough(name, p, expected):
    assert standing_of(TEXT, 19, 20, Fixed(name, p)) == expected


def test_what_a_number_became_is_not_outdated():
    assert standing_of(TEXT, 24, 25, Fixed("outdated", 0.9)) == STANDS
    assert standing_of(TEXT, 24, 25, Fixed("denied", 0.9)) == "denied"


def test_numbers_of_one_outlet_are_not_asked(monkeypatch):
    model = Fixed("outdated", 0.9)
    monkeypatch.setattr(standing, "read_number_model", lambda: model)
    ids = ["a#1", "b#1", "c#1", "d#1", "e#1"]
    figures = pd.DataFrame(
        {"figure_id": ids, "article_id": list("abcde"), "start": 19, "end": 20},
    )
    quantity_of = {"a#1": "q1", "b#1": "q1", "c#1": "q2", "d#1": "q2"}
    outlet_of = {"a#1": "A", "b#1": "B", "c#1": "C", "d#1": "C", "e#1": None}
    found = standings(figures, dict.fromkeys("abcde", TEXT), quantity_of, outlet_of)
    assert found == {"a#1": "outdated", "b#1": "outdated"}
    assert model.asked[0] == ("Toll It rose from * 7 * to 9.", "Toll")


def test_without_shared_quantities_no_model_is_opened(monkeypatch):
    monkeypatch.setattr(standing, "read_number_model", None)
    figures = pd.DataFrame({"figure_id": ["a#1"], "article_id": ["a"], "start": [0], "end": [1]})
    assert standings(figures, {"a": "7"}, {"a#1": "q"}, {"a#1": "A"}) == {}
