"""Average linkage on a sparse graph: the groups of SciPy, and rows with known groups."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.cluster.hierarchy import fcluster, linkage

from analysis.compare.events.average_linkage import agglomerate


def group(n_rows, pairs, threshold, labels=None):
    """Group rows by a dict of pairs to probabilities."""
    first = np.array([pair[0] for pair in pairs], dtype=int)
    second = np.array([pair[1] for pair in pairs], dtype=int)
    probability = np.array(list(pairs.values()), dtype=float)
    return agglomerate(n_rows, first, second, probability, threshold, labels).tolist()


@settings(max_examples=15, deadline=None)
@given(st.integers(2, 9), st.integers(0, 10_000), st.floats(0.05, 0.9))
def test_groups_equal_those_of_scipy(n_rows, seed, threshold):
    rng = np.random.default_rng(seed)
    first, second = np.triu_indices(n_rows, 1)
    probability = rng.random(len(first))
    plain = fcluster(linkage(1 - probability, "average"), 1 - threshold, "distance")
    ours = agglomerate(n_rows, first, second, probability, threshold)
    assert pd.crosstab(plain, ours).astype(bool).sum().max() == 1
    assert pd.crosstab(plain, ours).shape[0] == pd.crosstab(plain, ours).shape[1]


@pytest.mark.parametrize(
    ("pairs", "threshold", "groups"),
    [
        ({}, 0.5, [0, 1, 2, 3]),
        ({(0, 1): 0.5}, 0.5, [0, 0, 2, 3]),
        ({(0, 1): 0.49}, 0.5, [0, 1, 2, 3]),
        ({(1, 3): 0.9, (0, 2): 0.8}, 0.5, [0, 1, 0, 1]),
        # 2 is close to 1 only: on average over 0 and 1 it is half as close
        ({(0, 1): 0.9, (1, 2): 0.8}, 0.5, [0, 0, 2, 3]),
        ({(0, 1): 0.9, (1, 2): 0.8}, 0.4, [0, 0, 0, 3]),
        ({(0, 1): 0.9, (1, 2): 0.8, (0, 2): 0.2}, 0.5, [0, 0, 0, 3]),
        # of equal pairs, the lower rows are merged first
        ({(1, 2): 0.6, (0, 1): 0.6}, 0.5, [0, 0, 2, 3]),
    ],
)
def test_pairs_that_are_not_listed_count_as_0(pairs, threshold, groups):
    assert group(4, pairs, threshold) == groups


@pytest.mark.parametrize(
    ("labels", "pairs", "groups"),
    [
        ([None, "x", None, "x"], {}, [0, 1, 2, 1]),
        (["x", "y", None, None], {(0, 1): 0.9}, [0, 1, 2, 3]),
        ([None, None, "x", "y"], {(0, 2): 0.9, (0, 3): 0.8}, [0, 1, 0, 3]),
        # a label is passed on: 1 joins x, and then cannot join y
        (["x", None, "y", None], {(0, 1): 0.9, (1, 2): 0.9}, [0, 0, 2, 3]),
        ([np.nan, "x", np.nan, "x"], {(0, 2): 0.9}, [0, 1, 0, 1]),
        # the mean is over both rows that start as one group
        (["x", "x", None, None], {(0, 2): 0.9}, [0, 0, 2, 3]),
        (["x", "x", None, None], {(0, 2): 0.9, (1, 2): 0.2}, [0, 0, 0, 3]),
    ],
)
def test_known_groups_are_kept_apart(labels, pairs, groups):
    assert group(4, pairs, 0.5, np.array(labels, dtype=object)) == groups
