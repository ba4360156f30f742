"""Polls, studies and reports that say whose they are, and those that do not."""

import pytest

from analysis.compare.documents import names_no_body


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("a new poll", True),
        ("New Statewide Poll", True),
        ("the survey", True),
        ("two studies", True),
        ("exhaustive study being released on Tuesday by a group of researchers", True),
        ("survey by the organization in March", True),
        ("Orlo College poll", False),
        ("poll by the Port Workers Institute", False),
        ("survey, conducted by the Port Workers Institute", False),
        ("PWI report", False),
        ("Port Workers Institute", False),
        ("authors of the report", False),
        ("pollsters", False),
        ("police", False),
        ("", False),
    ],
)
def test_names_no_body(name, expected):
    assert names_no_body(name) is expected
