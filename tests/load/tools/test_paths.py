"""Paths with dots into rows."""

import pytest

from analysis.load.tools.paths import leads_into, value_at

ROW = {"a": {"b": {"c": 1}}, "a.b": {"d": 2}, "list": [{"x": 1}, {"y": 2}, 3], "f.g": 4, "f.h": 5}


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("a", ROW["a"]),
        ("a.b.d", 2),  # the longest column first
        ("a.b.c", None),
        ("list.x", [1]),
        ("list.z", None),
        ("f", {"g": 4, "h": 5}),  # an object that was flattened
        ("f.g", 4),
        ("f.g.i", None),
        ("none", None),
        ("", None),
    ],
)
def test_values(path, value):
    assert value_at(ROW, path) == value


@pytest.mark.parametrize(
    ("path", "expected"), [("a", True), ("list.z", True), ("f", True), ("g", False), ("fx", False)]
)
def test_where_paths_lead(path, expected):
    assert leads_into(ROW, path) == expected
