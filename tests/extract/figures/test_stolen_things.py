"""Stolen things that are missing are no people."""

import pytest

from tests.extract.figures.tagged_tables import figures_of


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("Thieves took fourteen paintings; nine are still missing.", []),
        ("Police recovered 12 pieces of the collection. Twelve remain missing.", []),
        ("The slide buried 12 houses. Twenty are missing.", [20]),
        ("Thieves took two climbers hostage; nine are still missing.", [9]),
    ],
)
def test_stolen_things_that_are_missing_are_no_people(text, missing):
    found = figures_of(text)
    assert found.loc[found["outcome"].eq("missing"), "low"].tolist() == missing
