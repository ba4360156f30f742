"""How sure it is that the numbers of a row are of one thing."""

import json

import numpy as np
import pytest

from analysis.compare.doubtful_numbers import SURE_OF_ONE_THING
from analysis.compare.quantities.features import FEATURES
from analysis.compare.quantities.find import find_quantities
from analysis.compare.quantities.one_thing import (
    TREES,
    fit_of_row,
    put_forward,
    read_trees,
    rows_of_one_thing,
)
from analysis.core.regrouping import Regrouping
from tests.compare.quantities.story_tables import killed, statements, story


@pytest.mark.parametrize(
    ("odds", "n_cells", "expected"),
    [
        ([0.0], 2, 0.5),
        ([3.0], 2, 0.953),
        ([-3.0], 2, 0.047),
        # the third number fits neither of two that agree
        ([4.0, -4.0, -2.0], 3, 0.047),
        ([1000.0], 2, 0.9999),
        ([-1000.0, 1000.0, 1000.0], 3, 0.5),
    ],
)
def test_the_number_that_fits_least_decides(odds, n_cells, expected):
    fit = fit_of_row(np.array(odds), "abc"[:n_cells])
    assert fit.p == pytest.approx(expected, abs=1e-3)
    assert fit.n_cells == n_cells


def test_every_feature_that_the_trees_ask_for_is_computed():
    assert set(json.loads(TREES.read_text(encoding="utf8"))["features"]) <= set(FEATURES)
    trees = read_trees()
    assert np.isfinite(trees.log_odds(np.zeros((2, len(FEATURES))))).all()


TOLL = [
    ("A blast killed [12] people in the market of Harum on Monday.", killed()),
    ("The blast in the market of Harum killed [12] people.", killed()),
]
OTHER = [
    ("The blast in the market of Harum killed [12] people.", killed()),
    ("A year ago a flood killed [90] people in distant Norland, a survey said.", killed()),
]


def row_of(articles):
    made = statements(*articles)
    ids = made.rows["figure_id"].tolist()
    return rows_of_one_thing(made, {"q": ids, "gone": ["x", ids[0]]}, read_trees())


def test_one_toll_of_two_outlets_is_surer_than_two_tolls():
    one, two = row_of(TOLL), row_of(OTHER)
    assert one.keys() == two.keys() == {"q"}
    assert one["q"].p > SURE_OF_ONE_THING > two["q"].p


@pytest.mark.parametrize(
    ("odds", "least"),
    [([4.0, -4.0, -2.0], "c"), ([-4.0, 4.0, -2.0], "b"), ([-4.0, -2.0, 4.0], "a"), ([3.0], "b")],
)
def test_the_number_that_fits_least_is_named(odds, least):
    assert fit_of_row(np.array(odds), "abc" if len(odds) > 1 else "ab").least == least


def test_no_row_has_no_probability():
    assert rows_of_one_thing(statements(*TOLL), {}, read_trees()) == {}


def test_an_article_is_compared_by_the_number_of_another_that_it_prints_beside_its_own():
    both = (
        "A year ago a flood killed [90] people in distant Norland, a survey said. "
        "The blast in the market of Harum killed [12] people.",
        killed(),
        killed(),
    )
    made = statements(TOLL[0], both)
    first, own, rival = made.rows["figure_id"]
    cells = {"q": [first, own]}
    alone = rows_of_one_thing(made, cells, read_trees())["q"]
    beside = rows_of_one_thing(made, cells, read_trees(), dict.fromkeys((first, own, rival), "q"))
    assert beside["q"].p > SURE_OF_ONE_THING > alone.p
    assert beside["q"].least in cells["q"]
    equal = rows_of_one_thing(made, {"q": [first, rival]}, read_trees())["q"]
    assert beside["q"].p == equal.p


def test_the_last_number_of_each_outlet_stands():
    figures, articles, _ = story(*TOLL, *TOLL[:1])
    articles = articles.assign(outlet=["A", "B", "A"])
    ids = figures["figure_id"].tolist()
    assert put_forward(figures, articles, dict.fromkeys(ids, "q")) == {"q": [ids[2], ids[1]]}
    assert put_forward(figures, articles.assign(outlet="A"), dict.fromkeys(ids, "q")) == {}
    assert put_forward(figures, articles, {}) == {}


def test_a_quantity_of_two_outlets_has_a_probability_and_others_have_none():
    figures, articles, sentences = story(*TOLL)
    _, quantities = find_quantities(figures, articles, sentences)
    assert quantities["p"].between(SURE_OF_ONE_THING, 1).tolist() == [True]
    _, alone = find_quantities(figures, articles.assign(outlet="A"), sentences)
    assert alone["p"].isna().all()


def test_what_a_person_put_together_is_not_doubted():
    figures, articles, sentences = story(*OTHER)
    by_hand = Regrouping(merges=(tuple(figures["figure_id"]),))
    _, quantities = find_quantities(figures, articles, sentences, by_hand)
    assert quantities["n_outlets"].tolist() == [2]
    assert quantities["p"].isna().all()
