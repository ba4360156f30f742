"""Shares sum to 1, absent categories are included, and articles without rows are not counted."""

import pandas as pd
import pytest

from analysis.compare.shares import article_counts, article_values, category_shares
from analysis.core.errors import TableError

ARTICLES = pd.DataFrame(
    {"article_id": list("abcd"), "outlet": ["x", "x", "y", None], "event_id": ["e", "f", "e", "e"]}
)
ROWS = pd.DataFrame({"article_id": list("aabcd"), "kind": ["p", "q", "p", "q", "q"]})


def test_shares_sum_to_1_within_an_outlet_and_absent_kinds_are_included():
    out = category_shares(ROWS, "kind", ARTICLES).set_index(["outlet", "kind"])
    assert out["n"].to_dict() == {("x", "p"): 2, ("x", "q"): 1, ("y", "p"): 0, ("y", "q"): 1}
    assert out["share"].groupby("outlet").sum().tolist() == pytest.approx([1, 1])


def test_shares_within_several_columns():
    rows = ROWS.assign(outlet=["x", "x", "y", "y", "z"], year=[1, 1, 1, 2, 2])
    out = category_shares(rows, "kind", ARTICLES.head(0), by=("outlet", "year"))
    assert out.groupby(["outlet", "year"])["share"].sum().tolist() == pytest.approx([1, 1, 1, 1])
    assert out["n"].tolist() == [1, 1, 1, 0, 0, 1, 0, 1]


def test_counts_leave_out_articles_without_rows_or_outlet():
    out = article_counts(ROWS[ROWS["article_id"] != "b"], ROWS["kind"].eq("p"), ARTICLES, "share p")
    assert out[["article_id", "value", "denominator"]].values.tolist() == [
        ["a", 1.0, 2],
        ["c", 0.0, 1],
    ]
    assert set(out["metric"]) == {"share p"}


def test_values_take_the_metric_from_a_column_or_a_name():
    rows = pd.DataFrame({"article_id": ["a", "c"], "frame": ["m", "n"], "score": [1.0, 2.0]})
    assert article_values(rows, "score", ARTICLES, "frame")["metric"].tolist() == ["m", "n"]
    assert article_values(rows, "score", ARTICLES, "tone")["metric"].tolist() == ["tone", "tone"]


def test_rows_of_unknown_articles_raise_an_error():
    with pytest.raises(TableError, match="1 article_ids are not in articles, among them 'z'"):
        article_values(pd.DataFrame({"article_id": ["z"], "v": [1.0]}), "v", ARTICLES, "m")
