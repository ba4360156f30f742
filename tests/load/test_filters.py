"""Tests of choosing among articles."""

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.core.errors import ParameterError
from analysis.core.tables import ARTICLES, make
from analysis.load.filters import filter_articles, sample_articles


def articles(outlets, days=None):
    return make(
        [
            {
                "article_id": str(i),
                "corpus": "c",
                "outlet": o,
                "text": "t",
                "n_words": 1,
                "published": days[i] if days else None,
            }
            for i, o in enumerate(outlets)
        ],
        ARTICLES,
    )


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
        ({"outlets": [], "since": "", "until": None}, ["0", "1", "2", "3"], 0),
    ],
)
def test_filters(chosen, ids, undated):
    before = TABLE.copy(deep=True)
    kept, problems = filter_articles(TABLE, **chosen)
    assert kept["article_id"].tolist() == ids
    assert len(problems) == undated
    pd.testing.assert_frame_equal(TABLE, before)


@pytest.mark.parametrize(
    ("chosen", "match"),
    [
        ({"outlets": ["Dialy"]}, "No outlet 'Dialy'; did you mean 'Daily'"),
        ({"since": "soon"}, "since='soon' is not a day"),
        ({"since": "2019-01-01", "until": "2018-01-01"}, "is after until"),
    ],
)
def test_bad_filters(chosen, match):
    with pytest.raises(ParameterError, match=match):
        filter_articles(TABLE, **chosen)


@given(
    st.lists(st.sampled_from(["a", "b", "c"]), min_size=1, max_size=60),
    st.integers(1, 60),
    st.integers(0, 5),
)
@settings(max_examples=15, deadline=None)
def test_sample_keeps_shares_and_order(outlets, limit, seed):
    table = articles(outlets)
    drawn = sample_articles(table, limit, seed)
    numbers = drawn["article_id"].astype(int).tolist()
    assert len(drawn) == min(limit, len(table))
    assert numbers == sorted(numbers)
    share = len(drawn) / len(table)
    for outlet, n in table["outlet"].value_counts().items():
        assert abs((drawn["outlet"] == outlet).sum() - share * n) <= 1.5


def test_sample_is_seeded():
    table = articles(["a"] * 100)
    draws = [sample_articles(table, 10, seed)["article_id"].tolist() for seed in (0, 0, 1)]
    assert draws[0] == draws[1] != draws[2]


def test_limit_is_checked():
    assert len(sample_articles(TABLE, 0)) == 4
    with pytest.raises(ParameterError, match="limit=-1 is negative"):
        sample_articles(TABLE, -1)
