"""Tests of finding copies."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.core.errors import ParameterError
from analysis.core.tables import ARTICLES, check, make
from analysis.load import duplicates
from analysis.load.duplicates import mark_duplicates

VOCABULARY = np.array(
    [f"{a}{b}" for a in "bcdfghklmnprst" for b in ("ar", "el", "in", "on", "us", "ab", "et")]
)


def text(seed, n=150):
    return " ".join(np.random.default_rng(seed).choice(VOCABULARY, n))


def edited(words, share, seed):
    rng = np.random.default_rng(seed)
    words = words.split()
    for i in rng.choice(len(words), int(share * len(words)), replace=False):
        words[i] = "changed" + str(i)
    return " ".join(words)


def articles(texts, days=None):
    return make(
        [
            {
                "article_id": f"a{i}",
                "corpus": "c",
                "outlet": "o",
                "text": t,
                "n_words": 1,
                "published": days[i] if days else None,
            }
            for i, t in enumerate(texts)
        ],
        ARTICLES,
    )


def marks(table, **options):
    found = mark_duplicates(table, **options)
    check(found, ARTICLES)
    return [None if pd.isna(d) else d for d in found["duplicate_of"]]


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ([text(1), text(2)], [None, None]),
        ([text(1), text(1)], [None, "a0"]),
        ([text(1), text(1).upper().replace(" ", ", ")], [None, "a0"]),
        (
            [text(1), edited(text(1), 0.1, 5), text(2), edited(text(2), 0.2, 6)],
            [None, "a0", None, "a2"],
        ),
        ([text(1), edited(text(1), 0.6, 5)], [None, None]),
        ([text(1, 300), " ".join(text(1, 300).split()[:120])], [None, "a0"]),
        ([text(1), "Agency dateline here " + text(1) + " more at the end"], [None, "a0"]),
        (["short text", "short text", "short texts"], [None, "a0", None]),
        (["", "", "..."], [None, "a0", "a0"]),
        ([text(3)], [None]),
        ([], []),
    ],
)
def test_copies(texts, expected):
    assert marks(articles(texts)) == expected


def test_the_earliest_is_the_first():
    days = ["2018-11-03", "2018-11-01", None, "2018-11-01"]
    assert marks(articles([text(1)] * 4, days)) == ["a1", None, "a1", "a1"]


def test_copies_of_copies_lead_to_the_first():
    once = edited(text(1), 0.2, 1)
    assert marks(articles([text(1), once, edited(once, 0.2, 2)])) == [None, "a0", "a0"]


def test_threshold_is_how_much_must_be_the_same():
    pair = articles([text(1), edited(text(1), 0.2, 3)])
    assert marks(pair, threshold=0.95) == [None, None]
    assert marks(pair, threshold=0.7) == [None, "a0"]


def test_shared_boilerplate_is_no_copy():
    closing = " " + text(99, 15)
    assert marks(articles([text(i, 120) + closing for i in range(30)])) == [None] * 30


def test_many_copies_of_one_text():
    assert marks(articles([edited(text(1), 0.05, i) for i in range(60)])) == [None] + ["a0"] * 59


@pytest.mark.parametrize("bad", [{"threshold": 0}, {"threshold": 1.2}, {"shingle": 0}])
def test_bad_parameters(bad):
    with pytest.raises(ParameterError, match="out of range"):
        mark_duplicates(articles([text(1)]), **bad)


@given(st.lists(st.integers(0, 4), max_size=8))
@settings(max_examples=8, deadline=None)
def test_marks_point_to_unmarked_articles_with_that_text(numbers):
    table = articles([text(n, 40) for n in numbers])
    before = table.copy(deep=True)
    found = mark_duplicates(table).set_index("article_id")
    pd.testing.assert_frame_equal(table, before)
    for _, copy in found.dropna(subset="duplicate_of").iterrows():
        first = found.loc[copy["duplicate_of"]]
        assert first["text"] == copy["text"]
        assert pd.isna(first["duplicate_of"])
    assert found["duplicate_of"].isna().sum() == len(set(numbers))


@settings(max_examples=300, deadline=None)
@given(
    st.sampled_from([0.0, 0.1, 0.2, 0.25, 0.3, 0.5]),
    st.integers(20, 150),
    st.integers(0, 99),
    st.integers(1, 5),
    st.sampled_from([0.5, 0.55, 0.7, 0.75, 0.8, 0.9, 1.0]),
)
def test_the_quick_look_at_common_words_refuses_no_copy(share, n, seed, shingle, threshold):
    one, other = (
        duplicates._Text.of(duplicates.words_of(t))
        for t in (text(seed), " ".join(edited(text(seed), share, seed).split()[:n]))
    )
    found = duplicates._same(one, other, threshold, shingle)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(duplicates, "_may_be_same", lambda *_: True)
        assert duplicates._same(one, other, threshold, shingle) == found
