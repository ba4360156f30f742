"""Boosted trees: what they add up to, and files that are read only with their hash."""

import json

import numpy as np
import pytest

from analysis.core.checked_files import write_checksums
from analysis.core.errors import MissingResourceError
from analysis.core.tree_model import LEAF, read_tree_model, tree_model

FEATURES = ("near", "far", "new")
# far <= 0.5: -1, else near <= 2: 0.25, else 3; and a tree that asks for nothing
TREES = {
    "base": 0.5,
    "features": ["far", "near"],
    "trees": [
        [
            [0, 0.5, 1, 2],
            [LEAF, -1.0, 1, 1],
            [1, 2.0, 3, 4],
            [LEAF, 0.25, 3, 3],
            [LEAF, 3.0, 4, 4],
        ],
        [[LEAF, 0.125, 0, 0]],
    ],
}


@pytest.mark.parametrize(
    ("example", "expected"),
    [
        ([9, 0, 9], -0.375),
        ([9, 0.5, 9], -0.375),  # the bound itself is below
        ([2, 0.6, 0], 0.875),
        ([2.1, 0.6, 0], 3.625),
    ],
)
def test_an_example_gets_what_its_leaves_say(example, expected):
    model = tree_model(TREES, FEATURES)
    assert model.log_odds(np.array([example])).tolist() == [expected]


def test_examples_do_not_touch_each_other():
    rng = np.random.default_rng(3)
    examples = rng.normal(size=(50, 3)) + 1
    model = tree_model(TREES, FEATURES)
    together = model.log_odds(examples)
    assert together.tolist() == [model.log_odds(one[np.newaxis])[0] for one in examples]
    assert model.log_odds(np.zeros((0, 3))).shape == (0,)


def test_columns_are_found_by_their_names():
    examples = np.array([[2.1, 0.6, 0], [0, 0, 0]])
    other = tree_model(TREES, FEATURES[::-1]).log_odds(examples[:, ::-1])
    assert tree_model(TREES, FEATURES).log_odds(examples).tolist() == other.tolist()


def test_a_feature_without_a_column_is_named():
    with pytest.raises(MissingResourceError, match="near, which this version does not compute"):
        tree_model(TREES, ("far", "new"))


def test_a_file_is_read_only_with_its_hash(tmp_path):
    path = tmp_path / "trees.json"
    path.write_text(json.dumps(TREES), encoding="utf8")
    with pytest.raises(MissingResourceError):
        read_tree_model(path, FEATURES)
    write_checksums(tmp_path, [path.name])
    assert read_tree_model(path, FEATURES).base == 0.5
