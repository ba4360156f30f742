"""Weights of the scope of figures: which labels are joined, what is fitted, how it is scored."""

import numpy as np
import pandas as pd
import pytest

from analysis.extract.figures.scope_evidence import FEATURES
from analysis.train.scope import (
    INVENTED,
    cross_validate,
    fit,
    joined_labels,
    labels_of_news,
    measurements,
    score,
)


def rows(n, file, told="harm_share"):
    """Return figures of which those are of the event in whose articles a feature is high."""
    values = pd.DataFrame(0.0, index=range(n), columns=list(FEATURES))
    values[told] = np.arange(n) % 2
    return values.assign(
        file=file,
        scope="event",
        of_event=values[told].eq(1),
        article_id=[f"{file}{i}" for i in range(n)],
    )


def test_labels_are_joined_by_their_characters():
    evidence = pd.DataFrame(
        {"article_id": ["a", "a", "b"], "start": [0, 40, 0], "end": [2, 42, 2], "scope": "event"}
    )
    labels = pd.DataFrame(
        {
            "article_id": ["a", "a", "b"],
            "start": [1, 40, 9],
            "end": [2, 41, 10],
            "scope": ["part", None, "event"],
        }
    )
    found = joined_labels(evidence, labels)
    assert found[["article_id", "start", "of_event"]].to_numpy().tolist() == [["a", 0, True]]


def test_only_statements_of_people_harmed_are_labels():
    statement = {"start": 3, "end": 5, "outcome": "killed", "scope": "background"}
    article = {"article_id": "a", "statements": [statement, statement | {"outcome": None}]}
    assert labels_of_news([article]).to_numpy().tolist() == [["a", 3, 5, "background"]]


def test_what_always_tells_the_event_gets_weight():
    model = fit(rows(80, "x"))
    assert model.weights[FEATURES.index("harm_share")] > 1
    assert model.weights[FEATURES.index("killed")] == 0


def test_invented_figures_weigh_less():
    real = rows(40, "x")
    against = rows(40, INVENTED).assign(of_event=lambda table: ~table["of_event"])
    model = fit(pd.concat([real, against], ignore_index=True))
    assert model.weights[FEATURES.index("harm_share")] > 0


def test_scores_are_of_files_that_were_left_out():
    both = pd.concat([rows(60, "x"), rows(60, "y"), rows(20, INVENTED)], ignore_index=True)
    scores = cross_validate(both).set_index("file")
    assert list(scores.index) == ["x", "y", INVENTED, "all but invented"]
    assert scores.loc["all but invented", "figures"] == 120
    assert scores.loc["x", "rules"] == (0.5, 0.5, 1.0)
    assert scores.loc["x", "weighed"] == (1.0, 1.0, 1.0)


@pytest.mark.parametrize(
    ("said", "told", "expected"),
    [
        ([True, True, False, False], [True, False, True, False], (0.5, 0.5, 0.5)),
        ([False, False], [True, False], (0.5, 0.0, 0.0)),
        ([True], [True], (1.0, 1.0, 1.0)),
    ],
)
def test_shares_right_and_found(said, told, expected):
    assert score(np.array(said), np.array(told)) == expected


def test_what_labels_tell_is_measured():
    labels = pd.DataFrame(
        {
            "article_id": ["a", "a", "b", "c"],
            "outcome": ["killed", "none", "injured", "killed"],
            "read_outcome": ["killed", "killed", "injured", "killed"],
        }
    )
    scores = cross_validate(pd.concat([rows(60, "x"), rows(60, "y")], ignore_index=True))
    found = measurements(labels, scores).set_index("measure")
    assert found["value"].tolist() == [0.75, 1.0]
    assert found["articles"].tolist() == [3, 3]
