"""Numbers that were asked for, and numbers that were given: a table of sentences."""

import pytest

from analysis.compare.quantities.asked import is_asked


@pytest.mark.parametrize(
    ("sentence", "number", "expected"),
    [
        ("Weld requested $5.7 billion for the wall.", "5.7 billion", True),
        ("It is more than the $5.7 billion he unsuccessfully demanded.", "5.7 billion", True),
        ("It holds none of the $5.7 billion that Mr. Weld demanded for it.", "5.7 billion", True),
        ("It gives a part of the proposed figure of $5.7 billion.", "5.7 billion", True),
        ("The unions want 8 percent.", "8", True),
        ("The union lowered its demand on Tuesday night from 18pc to 15.", "18", True),
        ("The union lowered its demand on Tuesday night from 18pc to 15.", "15", True),
        ("The union lowered its fee from 18 to 15.", "18", False),
        ("The unions asked the firm for about 8 percent.", "8", True),
        ("It spent $8 billion on a wall that he demanded.", "8 billion", False),
        ("The demand fell by 8 percent.", "8", False),
        ("Weld would have about $8 billion in all.", "8 billion", False),
        ("The 8 percent rise followed demands for more.", "8", False),
    ],
)
def test_what_is_asked_for(sentence, number, expected):
    start = sentence.index(number)
    assert is_asked(sentence, start, start + len(number)) is expected
