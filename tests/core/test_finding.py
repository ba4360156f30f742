"""A finding is a sentence with what it rests on."""

import pandas as pd
import pytest

from analysis.core.finding import Finding, from_tables, listed


@from_tables
def counted(table: pd.DataFrame, outlet: str, least: int = 3) -> Finding:
    return Finding(f"{outlet}: {len(table)} of {least}", "count", outlets=(outlet,))


def test_it_says_how_it_was_made():
    found = counted(pd.DataFrame({"x": [1, 2]}), outlet="A")
    assert found.made_by == f"{__name__}:counted"
    assert found.facts == {"outlet": "A", "least": 3}


def test_it_is_its_text():
    found = Finding("One outlet.", "none")
    assert str(found) == "One outlet."
    assert found + " [constructed sample]" == "One outlet. [constructed sample]"


@pytest.mark.parametrize(
    ("names", "words"),
    [([], ""), (["A"], "A"), (["A", "B"], "A and B"), (["A", "B", "C"], "A, B and C")],
)
def test_lists(names, words):
    assert listed(names) == words
