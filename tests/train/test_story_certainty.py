"""How sure a story is is learned from stories that were found, right or not."""

import numpy as np
import pandas as pd

from analysis.train.story_certainty import fit_certainty, reliability, stories_of


def test_a_found_story_is_right_as_far_as_its_pairs_are():
    label = np.array(["a", "a", "b", "c", "d"])
    found = np.array([0, 0, 0, 3, 3])
    first, second = np.array([0, 0]), np.array([1, 2])
    stories = stories_of("set", (label, found, first, second, np.array([0.9, 0.7])))
    assert stories["n_articles"].tolist() == [3, 2]
    assert stories["right"].round(2).tolist() == [0.33, 0.0]
    assert stories["set"].tolist() == ["set", "set"]


def _made(n=40):
    """Return stories of which those with a near article elsewhere are wrong."""
    outside = np.tile([0.0, 0.6], n // 2)
    columns = {"n_articles": 2, "nearest": 0.8, "outside": outside, "is_tied": False}
    half = np.repeat(["one", "two"], n // 2)
    return pd.DataFrame({**columns, "set": half, "right": (outside == 0).astype(float)})


def test_what_speaks_against_a_story_is_learned():
    model = fit_certainty(_made())
    assert model.outside < 0
    assert model.nearest >= 0
    p = model.probability(_made())
    assert p[0] > 0.8 > 0.2 > p[1]


def test_reliability_is_of_weights_that_were_fitted_on_other_sets():
    rows = list(reliability(_made()))
    assert [row["set"] for row in rows] == ["one", "one", "two", "two", "all", "all"]
    assert [row["right"] for row in rows[-2:]] == [0.0, 1.0]
    assert sum(row["stories"] for row in rows if row["set"] == "all") == 40
