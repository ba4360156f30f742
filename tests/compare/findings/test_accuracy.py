"""How much is likely to be right."""

import pandas as pd
import pytest

from analysis.compare.findings.accuracy import expected_finding, scores_finding


def outlets(*rows):
    return pd.DataFrame(rows, columns=["outlet", "expected", "n", "n_articles"])


@pytest.mark.parametrize(
    ("rows", "end"),
    [
        ((), "No figure of this corpus has a probability of being right."),
        ((("A", 0.9, 30, 9), ("B", 0.7, 10, 5)), "and qualifier, not what it is of; 40 figures)."),
        (
            (("A", 0.9, 30, 9), ("B", 0.7, 30, 5), (None, 0.1, 20, 5)),
            "80 figures): from 70 at B to 90 at A.",
        ),
    ],
)
def test_expected(rows, end):
    assert str(expected_finding(outlets(*rows))).endswith(end)


def test_the_share_is_of_figures_and_not_of_outlets():
    found = expected_finding(outlets(("A", 1.0, 90, 9), ("B", 0.0, 10, 5)))
    assert str(found).startswith("About 90 of 100 figures")
    assert found.value == 0.9


def test_scores():
    table = pd.DataFrame({"outlet": ["found", "agent"], "estimate": [0.951, 0.7]})
    assert str(scores_finding(table, 30)) == (
        "On 30 labelled articles: found, F1 0.95 at best, agent, 0.70 at worst."
    )
    assert scores_finding(table.head(0), 0).kind == "none"
