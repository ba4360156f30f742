"""Owners of one surname: two persons, or one by two names."""

import pytest

from analysis.compare.quantities.namesakes import owners_agree


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        ("the lawyer Elena Vargas", "Businessman Pedro Vargas", False),
        ("Mr Vargas", "Ms Vargas", False),
        ("Ms Vargas", "Elena Vargas", True),
        ("Vargas", "Elena Vargas", True),
        ("Prime Minister Vargas", "Elena Vargas", True),
        ("Joe Vargas", "Joseph R. Vargas", True),
        ("Department of Health", "Ministry of Health", True),
        ("Lawyer Elena Vargas", "Elena Vargas", True),
        ("Velmar", "Velm", True),
        ("the Greens", "the Greens", True),
        (None, "Elena Vargas", True),
        ("the company", "Velmar", True),
    ],
)
def test_owners(one, other, agree):
    assert owners_agree(one, other) == owners_agree(other, one) == agree
