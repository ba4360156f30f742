"""Words around a number that answers another one."""

import pytest

from analysis.compare.quantities.rival_words import (
    COUNTED_BEFORE,
    PART_BEFORE,
    REAL_FIGURE,
    is_of_loss,
    takes_part,
)


def statement(text, number, **columns):
    start = text.index(number)
    row = {"start": start, "end": start + len(number), "outcome": None, "counted": None}
    return row | {"noun": None} | columns


@pytest.mark.parametrize(
    ("words", "pattern", "found"),
    [
        ("Police put the crowd at ", COUNTED_BEFORE, True),
        ("The union says it is closer to ", COUNTED_BEFORE, True),
        ("The auditor put it at $", COUNTED_BEFORE, True),
        ("The lawyer claimed that ", COUNTED_BEFORE, False),
        ("The firm has ", COUNTED_BEFORE, False),
        ("The real toll was more than ", REAL_FIGURE, True),
        ("The true number of jobs at risk was ", REAL_FIGURE, True),
        ("The number of jobs was ", REAL_FIGURE, False),
        ("The missing included ", PART_BEFORE, True),
        ("Another ", PART_BEFORE, True),
        ("The union said ", PART_BEFORE, False),
    ],
)
def test_words_before_a_number(words, pattern, found):
    assert (pattern.search(words) is not None) is found


@pytest.mark.parametrize(
    ("text", "number", "loss"),
    [
        ("It will cut 40 jobs.", "40", True),
        ("In all 40 homes were lost.", "40", True),
        ("Some 40 jobs are at risk.", "40", True),
        ("The blast damaged roofs. It has 40 shops.", "40", False),
        ("It will open 40 shops.", "40", False),
    ],
)
def test_what_is_lost(text, number, loss):
    assert is_of_loss(statement(text, number), text) is loss


@pytest.mark.parametrize(
    ("text", "columns", "part"),
    [
        ("Some 40 people had marched.", {"counted": "people", "noun": "person"}, True),
        ("Some 40 had joined it.", {}, True),
        ("Some 40 tractors came.", {"counted": "tractors", "noun": "tractor"}, False),
        ("Some 40 people died.", {"counted": "people", "noun": "person"}, False),
    ],
)
def test_who_takes_part(text, columns, part):
    assert takes_part(statement(text, "40", **columns), text) is part
