"""Labels of figures of people harmed: what they hold, and which rows they are joined to."""

import pandas as pd

from analysis.core.tables import OUTCOMES, SCOPES
from analysis.train.harm_labels import read_labels, with_labels


def test_each_label_has_an_outcome_and_a_scope_unless_nobody_was_harmed():
    labels = read_labels()
    assert not labels.duplicated(["article_id", "start", "end"]).any()
    assert set(labels["outcome"]) <= {*OUTCOMES, "none", "wrong_value"}
    assert set(labels["scope"].dropna()) == set(SCOPES)
    assert labels.loc[labels["outcome"].eq("none"), "scope"].isna().all()


def test_rows_are_joined_by_their_characters_and_once():
    rows = pd.DataFrame({"article_id": ["a", "a", "b"], "start": [0, 9, 0], "end": [2, 11, 2]})
    labels = pd.DataFrame(
        {
            "article_id": ["a", "a", "a", "b"],
            "start": [1, 0, 11, 2],
            "end": [3, 1, 12, 4],
            "outcome": ["killed", "injured", "ill", "killed"],
        }
    )
    found = with_labels(rows, labels)
    assert found[["article_id", "start", "outcome_told"]].to_numpy().tolist() == [
        ["a", 0, "killed"]
    ]
