"""Members of a union, and those who acted."""

import numpy as np
import pytest

from analysis.compare.quantities.represented import represented_and_acting
from tests.compare.quantities.story_tables import statements

TEACHERS = {"unit": "things", "noun": "teacher", "counted": "teachers"}


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("The union represents [2,700] teachers.", "[2,050] teachers walked out.", True),
        ("The union represents some [2,700] teachers.", "[2,050] teachers were on strike.", True),
        ("The union represents [2,700] teachers.", "It has [2,600] teachers.", False),
        ("[2,700] teachers stayed away.", "[2,050] teachers walked out.", False),
        ("The union, which represents teachers, said [2,700] left.", "[2,050] voted.", False),
    ],
)
def test_members_and_those_who_acted(one, other, expected):
    found = statements((one, TEACHERS), (other, TEACHERS))
    first, second = np.array([0]), np.array([1])
    assert represented_and_acting(found, first, second).tolist() == [expected]
    assert represented_and_acting(found, second, first).tolist() == [expected]
