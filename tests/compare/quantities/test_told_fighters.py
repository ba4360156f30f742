"""Dead fighters, and the toll of an article that counts its fighters apart."""

import numpy as np
import pytest

from analysis.compare.quantities.told_fighters import of_fighters_told_apart
from tests.compare.quantities.story_tables import injured, killed, statements

FIGHTERS = killed(group="fighters", counted="militants", noun="militant")


@pytest.mark.parametrize(
    ("told", "other", "expected"),
    [
        # the other article counts its own militants by another number
        (FIGHTERS, killed(), True),
        # it does not, or met them with another outcome
        (killed(group="soldiers"), killed(), False),
        (injured(group="fighters"), killed(), False),
        # the other number is of soldiers, or of fighters too
        (FIGHTERS, killed(group="soldiers"), False),
        (FIGHTERS, FIGHTERS, False),
    ],
)
def test_a_toll_beside_fighters_is_not_of_them(told, other, expected):
    found = statements(
        ("The army says that it killed [38].", killed(group="fighters")),
        ("The army told of [35]. The rebels counted [38] dead.", told, other),
    )
    pairs = np.array([0, 1]), np.array([2, 2])
    assert of_fighters_told_apart(found, *pairs).tolist() == [expected, False]
    assert of_fighters_told_apart(found, pairs[1], pairs[0]).tolist() == [expected, False]


def test_the_same_number_is_not_told_apart():
    found = statements(
        ("The army says that it killed [38].", killed(group="fighters")),
        ("Troops killed [38] militants. In all [38] died.", FIGHTERS, killed()),
    )
    assert not of_fighters_told_apart(found, np.array([0]), np.array([2])).any()
