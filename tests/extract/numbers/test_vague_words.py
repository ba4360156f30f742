"""Vague words that state a quantity, and those that do not."""

import pytest

from analysis.extract.numbers.vague_words import is_vague_quantity


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        # "scores"
        ("Scores of people died.", "Scores", True),
        ("It killed scores.", "scores", True),
        ("It killed scores in the town.", "scores", True),  # even before "in"
        ("Scores died.", "Scores", True),
        ("He scores twice.", "scores", False),
        ("Their scores rose.", "scores", False),
        ("Test scores fell.", "scores", False),
        ("Kane scores a goal.", "scores", False),
        ("Kane scores 3 times.", "scores", False),
        ("Kane scores winning goals.", "scores", False),
        ("There are scores missing.", "scores", True),
        # a unit after it
        ("dozens of people", "dozens", True),
        ("several people", "several", True),
        # "tens"
        ("tens of people", "tens", True),
        ("the tens column", "tens", False),
        # "many" and "few"
        ("Many people died.", "Many", True),
        ("How many died?", "many", False),
        ("as many as 20", "many", False),
        ("There are many people.", "many", False),
        ("Many say so.", "Many", False),
        ("Many thanks.", "Many", False),
        ("A few people died.", "A few", True),
        ("The few people died.", "few", False),
        ("quite a few times", "a few", False),
        # after "the"
        ("the several people", "several", False),
        ("The a number of people", "a number", False),
        ("the dozens of people", "dozens", True),
        ("the hundreds who died", "hundreds", True),
    ],
)
def test_vague_quantities(text, word, expected):
    start = text.index(word)
    assert is_vague_quantity(text, start, start + len(word)) is expected
