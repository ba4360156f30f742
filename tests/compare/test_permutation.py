"""P-values with outlets permuted within events."""

import itertools

import numpy as np
import pytest

from analysis.compare import permutation
from analysis.compare.intervals import Bootstrap
from analysis.compare.permutation import permutation_p, smallest_p
from analysis.compare.shared_events import Distances


def distances(padded, sizes=None):
    padded = np.array(padded, float)
    if sizes is None:
        sizes = np.full(len(padded), padded.shape[1])
    return Distances(padded, np.array(sizes), padded[:, 0], len(padded), float(len(padded)))


def plain_p(rows):
    """Return the p-value of the t statistic, over all permutations."""

    def t(chosen):
        return np.mean(chosen) / np.std(chosen, ddof=1)

    all_t = np.array([t(chosen) for chosen in itertools.product(*rows)])
    observed = t([row[0] for row in rows])
    high, low = (all_t >= observed - 1e-9).mean(), (all_t <= observed + 1e-9).mean()
    return min(1, 2 * min(high, low))


def test_p_is_that_of_the_t_statistic():
    rng = np.random.default_rng(2)
    rows = [rng.normal(size=size) for size in (2, 3, 4, 2, 3)]
    padded = [np.pad(row, (0, 4 - len(row))) for row in rows]
    found = permutation_p(distances(padded, [2, 3, 4, 2, 3]), Bootstrap(n=100))
    assert found == pytest.approx(plain_p(rows))


@pytest.mark.parametrize(("n_events", "is_enumerated"), [(10, True), (11, False)])
def test_permutations_are_enumerated_if_they_are_few(n_events, is_enumerated):
    # 20 times 100 permutations are drawn at most, and 2 ** 11 is 2048
    of_two = distances([[1.0, -1.0]] * n_events)
    found = permutation_p(of_two, Bootstrap(n=100))
    assert smallest_p(of_two, Bootstrap(n=100)) == 2 / (2**10 if is_enumerated else 2001)
    if is_enumerated:
        assert found == 2 / 2**10
    else:
        assert found * 2001 / 2 == pytest.approx(round(found * 2001 / 2))


def test_five_events_of_two_outlets_cannot_be_significant():
    five = distances([[9.0, -9.0]] * 5)
    assert permutation_p(five, Bootstrap()) == smallest_p(five, Bootstrap()) == 0.0625


def test_a_small_p_is_known_from_more_permutations():
    far = distances([[3.0 + event / 9, -1.0, -1.2, -0.8] for event in range(20)])
    near = distances([[0.1, -0.3, 0.4, -0.2], [-0.1, 0.4, -0.2, -0.1]] * 10)
    assert permutation_p(far, Bootstrap(n=100)) == 2 / 2001
    p = permutation_p(near, Bootstrap(n=100))
    assert p * 101 / 2 == pytest.approx(round(p * 101 / 2))


def test_without_a_difference_p_is_1():
    assert permutation_p(distances(np.zeros((6, 3))), Bootstrap()) == 1


def test_outlets_beside_one_that_prints_a_number_do_not_differ():
    # one of five outlets deviates by the same number in all events
    innocent = distances([[-0.25, 1.0, -0.25, -0.25, -0.25]] * 6)
    deviant = distances([[1.0, -0.25, -0.25, -0.25, -0.25]] * 6)
    assert permutation_p(innocent, Bootstrap()) > 0.5
    assert permutation_p(deviant, Bootstrap()) == pytest.approx(2 / 5**6)


def test_too_few_events_are_not_tested():
    assert np.isnan(permutation_p(distances([[1.0, -1.0]] * 4), Bootstrap()))


def test_drawing_in_several_steps_gives_the_same_permutations(monkeypatch):
    rng = np.random.default_rng(0)
    many = distances(rng.normal(size=(30, 4)) + [1.5, -0.5, -0.5, -0.5])
    whole = permutation_p(many, Bootstrap(n=200))
    monkeypatch.setattr(permutation, "CELLS", 30 * 70)
    assert permutation_p(many, Bootstrap(n=200)) == whole
