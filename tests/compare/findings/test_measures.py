"""Measures are said in words."""

import pytest

from analysis.compare.findings.measures import measure_of
from analysis.core.tables import SOURCE_TYPES


@pytest.mark.parametrize(
    ("metric", "value", "words"),
    [
        ("attributed words", 0.615, "62% of words are attributed to someone"),
        ("source type: un or igo", 0.1, "10% of attributions are to the UN and other"),
        ("name: army (Syria) = regime forces", 0.5, '50% of names for army (Syria) are "regime'),
        ("towards: {x}", -0.25, "tone towards {x} is −0.25"),
        ("conflict frame", 3.14, "the conflict frame scores 3.1"),
        ("my own {measure}", 3.14, "my own {measure} is 3.1"),
    ],
)
def test_a_value_in_words(metric, value, words):
    assert measure_of(metric).say(value).startswith(words)


@pytest.mark.parametrize(
    ("metric", "value", "words"),
    [
        ("anonymous sources", 0.18, "18 points"),
        ("tone in own words", 0.123, "0.12"),
        ("conflict frame", 1.26, "1.3"),
    ],
)
def test_a_difference_in_words(metric, value, words):
    assert measure_of(metric).distance(value) == words


def test_every_type_of_source_is_a_plural():
    for name in SOURCE_TYPES:
        words = measure_of(f"source type: {name.replace('_', ' ')}").say(0.5)
        assert not words.endswith("ys")
        assert "_" not in words
