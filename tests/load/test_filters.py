"""Choosing among articles."""

from datetime import date

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.core.errors import ParameterError
from analysis.core.selection import Selection
from analysis.core.tables import ARTICLES, make
from analysis.load.filters import filter_articles, sample_articles, select_articles


def articles(outlets, days=None):
    rows = []
    for number, outlet in enumerate(outlets):
        rows.append(
            {
                "article_id": str(number),
                "corpus": "c",
                "outlet": outlet,
                "text": "t",
                "n_words": 1,
                "published": days[number] if days else None,
            }
        )
    return make(rows, ARTICLES)


TABLE = articles(["Daily", "Post", None, "Daily"], ["2018-11-01", "2018-11-02", "2018-11-03", None])


@pytest.mark.parametrize(
    ("chosen", "ids", "undated"),
    [
        ({}, ["0", "1", "2", "3"], 0),
        ({"outlets": ["daily"]}, ["0", "3"], 0),
        ({"since": "2018-11-02"}, ["1", "2"], 1),
        ({"until": "2018-11-02"}, ["0", "1"], 1),
        ({"since": "2018-11-02", "until": "2018-11-02"}, ["1"], 1),
        ({"outlets": ["Post"], "since": "2018-11-01"}, ["1"], 0),
        ({"outlets": ["POST", "daily"], "until": "2018-11-01"}, ["0"], 1),
        ({"outlets": [], "since": "", "until": None}, ["0", "1", "2", "3"], 0),
        ({"since": date(2018, 11, 3)}, ["2"], 1),
        ({"since": "2 November 2018"}, ["1", "2"], 1),
        ({"since": "2019-01-01"}, [], 1),
    ],
)
def test_filters(chosen, ids, undated):
    before = TABLE.copy(deep=True)
    kept, problems = filter_articles(TABLE, **chosen)
    assert kept["article_id"].tolist() == ids
    assert [problem["article_id"] for problem in problems] == ["3"] * undated
    assert not any(problem["kept"] for problem in problems)
    pd.testing.assert_frame_equal(TABLE, before)


@pytest.mark.parametrize(
    ("chosen", "message"),
    [
        ({"outlets": ["Dialy"]}, "No outlet 'Dialy'; did you mean 'Daily'"),
        ({"outlets": ["Daily", "Times"]}, "No outlet 'Times'. Available: Daily, Post."),
        ({"since": "soon"}, "since='soon' is not a day. Write it as YYYY-MM-DD"),
        ({"until": "2018-13-01"}, "until='2018-13-01' is not a day"),
        ({"since": "2019-01-01", "until": "2018-01-01"}, "since=2019-01-01 is after until=2018-01"),
    ],
)
def test_bad_filters(chosen, message):
    with pytest.raises(ParameterError, match=message):
        filter_articles(TABLE, **chosen)


@given(
    st.lists(st.sampled_from(["a", "b", "c"]), min_size=1, max_size=60),
    st.integers(1, 60),
    st.integers(0, 5),
)
@settings(max_examples=15, deadline=None)
def test_a_sample_keeps_shares_and_order(outlets, limit, seed):
    table = articles(outlets)
    drawn = sample_articles(table, limit, seed)
    numbers = drawn["article_id"].astype(int).tolist()
    assert len(drawn) == min(limit, len(table))
    assert numbers == sorted(numbers)
    share = len(drawn) / len(table)
    for outlet, n_articles in table["outlet"].value_counts().items():
        assert abs((drawn["outlet"] == outlet).sum() - share * n_articles) <= 1.5


def test_a_sample_is_seeded():
    table = articles(["a"] * 100)
    draws = [sample_articles(table, 10, seed)["article_id"].tolist() for seed in (0, 0, 1)]
    assert draws[0] == draws[1] != draws[2]


@pytest.mark.parametrize(("limit", "expected"), [(0, 4), (3, 3), (4, 4), (5, 4)])
def test_a_limit_of_zero_or_over_the_table_keeps_all(limit, expected):
    drawn = sample_articles(TABLE, limit)
    assert len(drawn) == expected
    assert drawn.index.tolist() == list(range(expected))


def test_a_negative_limit_is_refused():
    with pytest.raises(ParameterError, match="limit=-1 is negative.*0 means all"):
        sample_articles(TABLE, -1)


def test_a_selection_filters_first_and_samples_then():
    table = articles(["a", "b"] * 20, ["2018-11-01"] * 39 + [None])
    selection = Selection(outlets=["B"], since="2018-01-01", limit=5, seed=2)
    kept, undated = select_articles(table, selection)
    expected = sample_articles(table[1:39:2], 5, seed=2)
    pd.testing.assert_frame_equal(kept, expected)
    assert len(kept) == 5
    assert [problem["article_id"] for problem in undated] == ["39"]
    assert undated[0]["reason"] == (
        "39 has no date, so since and until cannot place it; left out of this run"
    )


def searchable():
    table = articles(["a", "b", "a", "b"], ["2018-11-01", "2018-11-02", None, None])
    texts = ["Raqqa burns.", "Aleppo burns.", "Raqqa rests.", "Idlib rests."]
    return table.assign(text=texts, title=None)


def test_a_query_goes_with_the_other_filters():
    kept, undated = select_articles(searchable(), Selection(query="raqqa"))
    assert kept["article_id"].tolist() == ["0", "2"]
    assert (kept.index.tolist(), undated) == ([0, 1], [])
    selection = Selection(["a"], since="2018-11-01", query="Raqqa OR Aleppo")
    kept, undated = select_articles(searchable(), selection)
    assert kept["article_id"].tolist() == ["0"]
    # of what the query leaves out, a missing day is no problem
    assert [problem["article_id"] for problem in undated] == ["2"]


def test_matches_that_are_known_already_need_no_texts():
    matches = np.array([False, True, False, True])
    heads = searchable().drop(columns=["title", "text"])
    kept, _ = select_articles(heads, Selection(query="burns", limit=1, seed=2), matches)
    assert kept["article_id"].tolist() in (["1"], ["3"])


@pytest.mark.parametrize(
    ("selection", "message"),
    [
        (
            Selection(query="Homs"),
            "query 'Homs' matches 0 of 4 articles, of which the titles and texts were searched. "
            "Use fewer words",
        ),
        (
            Selection(query="Raqqa", query_in="title"),
            "query 'Raqqa' matches 0 of 4 articles, of which the titles were searched",
        ),
        (
            Selection(["b"], until="2018-11-01", query="Raqqa"),
            "matches 2 of 4 articles, of which the titles and texts were searched; outlets b and "
            "until 2018-11-01 leave none of these",
        ),
    ],
)
def test_a_query_that_leaves_nothing_is_told_with_counts(selection, message):
    with pytest.raises(ParameterError, match=message):
        select_articles(searchable(), selection)
