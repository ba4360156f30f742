"""Rows of the matrix against what a person read: does each hold one measured thing?"""

import json

import pandas as pd
import pytest

from analysis.evaluate.shared_rows import score_shared_rows, shared_rows
from analysis.run.pipeline import Run
from tests.compare.stated_numbers import quantities, stated, tables_of


def made_run(*numbers):
    """Return a run of one story in which outlets A, B ... print numbers of people killed."""
    outlets = zip("ABC", numbers, strict=False)
    rows = [stated(outlet, "2020-01-01", number) for outlet, number in outlets]
    figures, articles, _ = tables_of(*rows)
    articles = articles.assign(story_id="s")
    stories = pd.DataFrame({"story_id": ["s"], "label": ["Aldbeck, flood"]})
    tables = {"figures": figures, "articles": articles, "stories": stories}
    tables |= {"quantities": quantities("people killed")}
    tables |= {name: pd.DataFrame() for name in ("problems", "corrections")}
    return Run(tables, {})


def labels_of(run, *told):
    """Return a label for each figure: its quantity, or its quantity and another value."""
    rows = []
    for figure, (quantity, value) in zip(run.figures.itertuples(), told, strict=True):
        label = {"start": figure.start, "end": figure.end, "low": value, "high": value}
        label |= {"qualifier": "exact", "quantity": quantity}
        article = {"article_id": figure.article_id, "event": "flood", "statements": [label]}
        rows.append(json.loads(json.dumps(article)))
    return rows


@pytest.mark.parametrize(
    ("told", "is_one"),
    [
        ((("dead", 12), ("dead", 15)), True),
        ((("dead", 12), ("hurt", 15)), False),  # two things
        ((("dead", 12), ("dead", 51)), False),  # a wrong value
        ((("dead", 12), (None, 15)), False),  # nobody marked it as a quantity
    ],
)
def test_a_row_holds_one_quantity_or_mixes_two(told, is_one):
    run = made_run(12, 15)
    (row,) = shared_rows(run, labels_of(run, *told)).itertuples()
    assert (row.n_outlets, row.differ, row.is_one) == (2, True, is_one)


def test_scores():
    run = made_run(12, 15)
    right = shared_rows(run, labels_of(run, ("dead", 12), ("dead", 15)))
    wrong = shared_rows(run, labels_of(run, ("dead", 12), ("hurt", 15)))
    same = right.assign(differ=False)
    found = score_shared_rows(pd.concat([right, wrong, wrong.assign(in_doubt=True), same]))
    assert found == {"all": (2, 4), "differ": (1, 3), "told": (1, 2), "in_doubt": (0, 1)}


def test_one_outlet_shares_no_row():
    run = made_run(12)
    assert shared_rows(run, labels_of(run, ("dead", 12))).empty
