"""Numbers that a sentence sets another against."""

import pytest

from analysis.core.contrasts import is_set_against


@pytest.mark.parametrize(
    ("text", "number", "expected"),
    [
        ("74, lower than the 78 announced", "78", True),
        ("74 rather than 78", "78", True),
        ("74 instead of about 78", "78", True),
        ("74, below the $78", "78", True),
        ("74, lower than the 78 announced", "74", False),
        ("it was lower than 78", "78", False),
        ("That is $7.5 million short of the $64 million it needs", "64", False),
        ("She is 71 delegates short of the 2,383", "2,383", False),
        ("It fell to 74, which is 4 points below the 78 announced", "78", True),
        ("It rained on day 3. It was 74 percent, below the 78 announced", "78", True),
        ("more than 78 died", "78", False),
        ("he would rather have 78", "78", False),
    ],
)
def test_what_a_number_is_set_against(text, number, expected):
    assert is_set_against(text, text.index(number)) is expected
