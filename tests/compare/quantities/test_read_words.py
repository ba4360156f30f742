"""The words around numbers that the trees leave in doubt."""

import numpy as np
import pytest

from analysis.compare.quantities.read_words import (
    LEAST_IN_DOUBT,
    MOST_IN_DOUBT,
    odds_with_words,
    read_doubtful,
)
from analysis.neural.number_model import read_number_model
from tests.compare.quantities.story_tables import statements

SHOTS = {"counted": "shots", "noun": "shot"}
DOSES = {"counted": "doses", "noun": "dose"}
HOURS = {"counted": "hours", "noun": "hour"}
STORY = (
    ("The county's clinics have given [1,150] shots of vaccine since Jan. 20.", SHOTS),
    ("Clinics in the county administered [1,420] doses of the vaccine.", DOSES),
    ("Nurses in the county worked [1,420] hours.", HOURS),
)


class Answering:
    """A model that is always as sure, and remembers what it was asked."""

    def __init__(self, p):
        self.p = p
        self.asked = []

    def are_of_one_thing(self, words, other):
        self.asked.append((words, other))
        return self.p


def found():
    return statements(*STORY)


def doubtful(probability, model):
    pairs = np.array([0, 0, 1]), np.array([1, 2, 2])
    return read_doubtful(found(), *pairs, np.array(probability), model)


@pytest.mark.parametrize(("p", "is_surer"), [(0.99, True), (0.01, False)])
def test_the_words_move_a_pair_in_doubt(p, is_surer):
    read = doubtful([0.5, 0.01, 0.01], Answering(p))
    assert (read[0] > 0.5) == is_surer
    assert read[0] != 0.5
    assert read[1:].tolist() == [0.01, 0.01]


def test_only_numbers_that_differ_and_are_in_doubt_are_read():
    model = Answering(0.5)
    sure = [LEAST_IN_DOUBT - 0.01, MOST_IN_DOUBT + 0.01, 0.5]  # the last states one number twice
    assert doubtful(sure, model).tolist() == sure
    assert model.asked == []
    doubtful([LEAST_IN_DOUBT, MOST_IN_DOUBT, 0.5], model)
    assert len(model.asked) == 2
    assert "* 1,150 * shots" in model.asked[0][0]
    assert "* 1,420 * doses" in model.asked[0][1]


def test_log_odds_are_weighted_and_bounded():
    odds = odds_with_words(found(), [(0, 1)], np.array([1.0]), Answering(0.5), 0.25)
    assert odds.tolist() == [0.75]
    never = odds_with_words(found(), [(0, 1)], np.array([1.0]), Answering(0.0), 0.25)
    assert never[0] == pytest.approx(0.75 + 0.25 * np.log(0.001 / 0.999))


def test_the_model_tells_doses_of_one_clinic_from_observers_of_two_missions():
    observers = {"counted": "observers", "noun": "observer"}
    missions = statements(
        ("The vote was praised by [120] observers from friendly countries.", observers),
        ("The OSCE had sent [160] observers.", observers),
    )
    pair = np.array([0]), np.array([1]), np.array([0.6])
    doses = read_doubtful(found(), *pair, read_number_model())
    assert doses[0] > 0.6 > read_doubtful(missions, *pair, read_number_model())[0]
