"""Who wrote most."""

import pandas as pd
import pytest

from analysis.compare.findings.corpus import corpus_finding


@pytest.mark.parametrize(
    ("counts", "n_articles", "text"),
    [
        (
            [("A", 3), ("B", 1)],
            4,
            "4 articles by 2 outlets; A wrote the most, 75%. 1 of 9 rows could not be read.",
        ),
        (
            [("A", 2), ("B", 2), ("C", 1)],
            5,
            "5 articles by 3 outlets; 2 outlets wrote the most, 2 each. "
            "1 of 9 rows could not be read.",
        ),
        (
            [("A", 2), ("B", 2)],
            4,
            "4 articles by 2 outlets; 2 each. 1 of 9 rows could not be read.",
        ),
        ([("A", 4)], 4, "4 articles by 1 outlet; A. 1 of 9 rows could not be read."),
        (
            [(None, 1)],
            1,
            "1 article; no article names its outlet, so none are compared. "
            "1 of 9 rows could not be read.",
        ),
    ],
)
def test_the_sentence(counts, n_articles, text):
    table = pd.DataFrame(counts, columns=["outlet", "articles"])
    assert str(corpus_finding(table, n_articles, 9, 1)) == text


@pytest.mark.parametrize(
    ("kinds", "who"),
    [
        (["aggregator", None], "A carried the most, 75%, articles of other outlets."),
        (["private", "aggregator"], "A wrote the most, 75%."),
    ],
)
def test_an_aggregator_wrote_none(kinds, who):
    table = pd.DataFrame({"outlet": ["A", "B"], "articles": [3, 1], "kind": kinds})
    assert f"by 2 outlets; {who}" in str(corpus_finding(table, 4, 9, 0))


def test_nothing_lost():
    table = pd.DataFrame({"outlet": ["A"], "articles": [4]})
    assert str(corpus_finding(table, 4, 9, 0)).endswith("No row was lost.")
