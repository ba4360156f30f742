"""The smallest difference that a comparison could have shown."""

import numpy as np
import pandas as pd
import pytest
from statsmodels.stats.power import TTestPower

from analysis.compare.detectable import smallest_detectable
from analysis.compare.estimates import Bootstrap, against_others
from analysis.compare.shared_events import Distances

SPREAD = np.array([-1.0, 0.5, 2.0, 1.0, -0.5, 0.0, 3.0, -2.0, 1.0, 0.5, 0.0, 1.5])


def distances(own, n_outlets=4):
    own = np.asarray(own, float)
    padded = np.zeros((len(own), n_outlets))
    padded[:, 0] = own
    return Distances(padded, np.full(len(own), n_outlets), own, len(own), float(len(own)))


@pytest.mark.parametrize("level", [0.05, 0.05 / 14])
@pytest.mark.parametrize("n_events", [8, 12])
def test_it_has_a_power_of_80_percent(level, n_events):
    own = SPREAD[:n_events]
    found = smallest_detectable(distances(own), level, Bootstrap())
    power = TTestPower().power(found / own.std(ddof=1), n_events, level)
    assert power == pytest.approx(0.8, abs=0.05)


def test_it_is_known_by_hand():
    # t(.975) and t(.8) with 11 degrees of freedom are 2.201 and 0.876
    error = SPREAD.std(ddof=1) / np.sqrt(12)
    found = smallest_detectable(distances(SPREAD), 0.05, Bootstrap())
    assert found == pytest.approx((2.201 + 0.876) * error, rel=1e-3)


@pytest.mark.parametrize(
    ("own", "n_outlets"), [([1.0] * 8, 4), (SPREAD[:5], 2)], ids=["no variation", "32 permutations"]
)
def test_no_difference_would_do(own, n_outlets):
    assert np.isnan(smallest_detectable(distances(own, n_outlets), 0.05, Bootstrap()))


def test_more_tests_need_a_larger_difference():
    few, many = (
        smallest_detectable(distances(SPREAD), level, Bootstrap()) for level in (0.05, 0.005)
    )
    assert few < many


def test_a_difference_of_that_size_is_mostly_found():
    rng = np.random.default_rng(4)
    n_found = 0
    for _ in range(10):
        rows = [
            (f"{outlet}-{event}", f"e{event}", outlet, rng.normal() + 0.98 * (outlet == "north"))
            for event in range(14)
            for outlet in ("north", "south", "west", "east")
        ]
        frame = pd.DataFrame(rows, columns=["article_id", "event_id", "outlet", "value"])
        row = against_others(frame, "tone", Bootstrap(n=100)).set_index("outlet").loc["north"]
        assert 0.6 < row["detectable"] < 1.8
        n_found += row["p"] < 0.05
    assert 5 <= n_found <= 10
