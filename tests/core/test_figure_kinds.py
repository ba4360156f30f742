"""Which figures are counts, and which only name persons."""

import pandas as pd

from analysis.core.figure_kinds import counted_figures, named_persons

FIGURES = pd.DataFrame({"mention": ["numeral", "named", "vague", "indefinite"]})


def test_named_persons_are_no_counts():
    assert counted_figures(FIGURES)["mention"].tolist() == ["numeral", "vague", "indefinite"]
    assert named_persons(FIGURES)["mention"].tolist() == ["named"]


def test_a_table_without_mentions_has_counts_only():
    figures = pd.DataFrame({"low": [1, 2]})
    assert len(counted_figures(figures)) == 2
    assert named_persons(figures).empty
