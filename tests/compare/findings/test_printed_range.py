"""The ends of a range name who prints them, and on which days."""

import pandas as pd
import pytest

from analysis.compare.findings.printed_range import printed_range


def words(*given):
    """Return the words of a range of numbers, each of an outlet, a number and a day."""
    records = [
        {"outlet": outlet, "words": str(number), "published": day, "outcome": "people killed"}
        | {"low": float(number), "high": float(number)}
        for outlet, number, day in given
    ]
    return printed_range(pd.DataFrame(records)).words


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (
            [("A", 3, "2024-03-04"), ("B", 9, "2024-03-04")],
            "from 3 (A) to 9 (B)",
        ),
        (
            [("A", 3, "2024-03-04"), ("B", 9, "2024-03-05")],
            "from 3 (A, 4 Mar) to 9 (B, 5 Mar)",
        ),
        (
            [("A", 3, "2024-03-04"), ("B", 9, "2024-03-04"), ("C", 9, "2024-03-06")],
            "from 3 (A, 4 Mar) to 9 (B and C, 4–6 Mar)",
        ),
        (
            [("A", 3, "2024-03-31"), ("B", 3, "2024-04-02"), ("C", 9, "2024-04-02")],
            "from 3 (A and B, 31 Mar–2 Apr) to 9 (C, 2 Apr)",
        ),
        (
            [("A", 3, "2024-03-04"), ("B", 3, None), ("C", 9, "2024-03-05")],
            "from 3 (A and B, 4 Mar and undated) to 9 (C, 5 Mar)",
        ),
        ([("A", 3, None), ("B", 9, "2024-03-05")], "from 3 (A, undated) to 9 (B, 5 Mar)"),
        ([("A", 3, "2024-03-04"), ("B", 3, "2024-03-06")], "3"),
    ],
)
def test_each_end_has_the_days_of_all_who_print_it(given, expected):
    assert words(*given) == expected
