"""The same number, another number, or a count of something else."""

import pandas as pd

from analysis.core.candidate_kinds import (
    NUMBER_CHANGES,
    OTHER_THINGS,
    UNCHANGED,
    follows_statement,
    number_changed,
)
from analysis.core.tables import CANDIDATE_KINDS


def test_every_kind_is_known_and_in_one_group_at_most():
    grouped = [*UNCHANGED, *NUMBER_CHANGES, *OTHER_THINGS]
    assert set(grouped) <= set(CANDIDATE_KINDS)
    assert len(grouped) == len(set(grouped))


def test_all_rows_of_a_changed_figure_are_changed():
    table = pd.DataFrame(
        {"kind": ["kept", "rounded", "source_kept"], "other_ids": ["a", "b", "b"]}, index=[4, 2, 9]
    )
    changed = number_changed(table)
    assert changed.to_dict() == {4: False, 2: True, 9: True}


def test_a_part_is_not_what_the_statement_counts():
    table = pd.DataFrame({"kind": ["kept", "part", "lower_count", "raised"]})
    assert follows_statement(table).tolist() == [True, False, False, True]
