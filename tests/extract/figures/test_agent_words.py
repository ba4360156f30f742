"""What is no agent by its words alone."""

import pytest

from analysis.extract.figures.agent_words import (
    is_helper,
    is_record,
    is_setting,
)


@pytest.mark.parametrize(
    ("phrase", "setting"),
    [
        ("the civil war", True),
        ("clashes", True),
        ("clashes with police", False),
        ("the clashes", True),
        ("the fighting", True),
        ("an offensive launched by rebels", False),
        ("a raid", False),
    ],
)
def test_settings(phrase, setting):
    assert is_setting(phrase) is setting


@pytest.mark.parametrize(
    ("phrase", "helper"),
    [
        ("emergency crews", True),
        ("emergency crews searched", True),
        ("a strike on medics", False),
        ("a rescue helicopter crash", False),
        ("the White Helmets", True),
        ("the fire", False),
        ("the army", False),
    ],
)
def test_helpers(phrase, helper):
    assert is_helper(phrase) is helper


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("local newspapers", True),
        ("hospital records", True),
        ("the floods", False),
        ("a press of the crowd", False),
    ],
)
def test_media_and_records_cause_no_deaths(words, expected):
    assert is_record(words) is expected
