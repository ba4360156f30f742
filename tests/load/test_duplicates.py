"""Finding of copies."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.core.errors import ParameterError
from analysis.core.tables import ARTICLES, check, make
from analysis.load import duplicates
from analysis.load.duplicates import Sketches, chronological_order, mark_duplicates, words_of
from analysis.load.stated_facts import FACT

CONSONANTS = "bcdfghklmnprst"
ENDINGS = ("ar", "el", "in", "on", "us", "ab", "et")
VOCABULARY = np.array([first + rest for first in CONSONANTS for rest in ENDINGS])


def text_of(seed, n_words=150):
    return " ".join(np.random.default_rng(seed).choice(VOCABULARY, n_words))


def edited(text, share, seed):
    """Return a text with a share of its words replaced by words that occur nowhere else."""
    rng = np.random.default_rng(seed)
    words = text.split()
    for place in rng.choice(len(words), int(share * len(words)), replace=False):
        words[place] = f"changed{place}"
    return " ".join(words)


def articles(texts, days=None):
    rows = []
    for number, text in enumerate(texts):
        rows.append(
            {
                "article_id": f"a{number}",
                "corpus": "c",
                "outlet": "o",
                "text": text,
                "n_words": 1,
                "published": days[number] if days else None,
            }
        )
    return make(rows, ARTICLES)


def marks(table, **options):
    marked = mark_duplicates(table, **options)
    check(marked, ARTICLES)
    return [None if pd.isna(original) else original for original in marked["duplicate_of"]]


SHORT = text_of(7, 19)
LONG_ENOUGH = text_of(7, 20)


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ([text_of(1), text_of(2)], [None, None]),
        ([text_of(1), text_of(1)], [None, "a0"]),
        ([text_of(1), text_of(1).upper().replace(" ", ", ")], [None, "a0"]),
        (
            [text_of(1), edited(text_of(1), 0.1, 5), text_of(2), edited(text_of(2), 0.2, 6)],
            [None, "a0", None, "a2"],
        ),
        ([text_of(1), edited(text_of(1), 0.6, 5)], [None, None]),
        ([text_of(1, 300), " ".join(text_of(1, 300).split()[:120])], [None, "a0"]),
        ([text_of(1), "Agency dateline here " + text_of(1) + " more at the end"], [None, "a0"]),
        (["short text", "short text", "short texts"], [None, "a0", None]),
        # texts of twenty words may be alike, shorter ones must be equal
        ([SHORT, SHORT + " x", SHORT], [None, None, "a0"]),
        ([LONG_ENOUGH, LONG_ENOUGH + " x"], [None, "a0"]),
        (["", "", "..."], [None, "a0", "a0"]),
        ([text_of(3)], [None]),
        ([], []),
    ],
)
def test_copies(texts, expected):
    assert marks(articles(texts)) == expected


def test_the_earliest_is_the_original():
    days = ["2018-11-03", "2018-11-01", None, "2018-11-01"]
    assert marks(articles([text_of(1)] * 4, days)) == ["a1", None, "a1", "a1"]


def test_order_by_day_is_stable_and_undated_rows_are_last():
    days = pd.to_datetime(["2018-11-03", None, "2018-11-01", "2018-11-03"])
    rows = pd.DataFrame({"published": days, "published_time": None}, [9, 8, 7, 6])
    assert chronological_order(rows) == [2, 0, 3, 1]


def test_order_within_a_day_is_by_time_and_rows_without_one_are_last_of_it():
    days = pd.to_datetime(["2018-11-03", "2018-11-03", "2018-11-03", "2018-11-04"])
    rows = pd.DataFrame({"published": days, "published_time": [None, "16:10", "09:05", "00:30"]})
    assert chronological_order(rows) == [2, 1, 0, 3]


def test_the_earliest_of_a_day_is_the_original():
    table = articles([text_of(1)] * 3, ["2018-11-01"] * 3)
    table["published_time"] = pd.array(["16:10", "09:05", None], dtype="str")
    assert marks(table) == ["a1", None, "a1"]


def test_copies_of_copies_lead_to_the_original():
    once = edited(text_of(1), 0.2, 1)
    assert marks(articles([text_of(1), once, edited(once, 0.2, 2)])) == [None, "a0", "a0"]


def test_the_index_of_the_table_is_kept():
    table = articles([text_of(1), text_of(2), text_of(1)]).set_index(pd.Index([5, 3, 1]))
    marked = mark_duplicates(table)
    assert marked.index.tolist() == [5, 3, 1]
    assert marked.loc[1, "duplicate_of"] == "a0"


def test_threshold_is_how_much_must_be_the_same():
    pair = articles([text_of(1), edited(text_of(1), 0.2, 3)])
    assert marks(pair, threshold=0.95) == [None, None]
    assert marks(pair, threshold=0.7) == [None, "a0"]


def test_a_threshold_of_one_finds_equal_texts_and_texts_within_others():
    whole = text_of(1)
    texts = [whole, whole + " x", whole + " x", edited(whole, 0.02, 1)]
    assert marks(articles(texts), threshold=1) == [None, "a0", "a0", None]


def test_shared_boilerplate_is_no_copy():
    closing = " " + text_of(99, 15)
    texts = [text_of(number, 120) + closing for number in range(30)]
    assert marks(articles(texts)) == [None] * 30


def test_many_copies_of_one_text():
    texts = [edited(text_of(1), 0.05, number) for number in range(60)]
    assert marks(articles(texts)) == [None] + ["a0"] * 59


def test_pairs_are_the_same_however_many_are_held_at_once(monkeypatch):
    texts = [edited(text_of(number % 3), 0.1, number) for number in range(30)]
    expected = marks(articles(texts))
    assert expected.count(None) == 3
    monkeypatch.setattr(duplicates, "_PAIRS_AT_ONCE", 7)
    assert marks(articles(texts)) == expected


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"threshold": 0}, "threshold=0 is out of range. Give a share over 0 and up to 1"),
        ({"threshold": 1.01}, "threshold=1.01 is out of range"),
        ({"shingle": 0}, "shingle=0 is out of range. Give a number of words"),
    ],
)
def test_bad_parameters(options, message):
    with pytest.raises(ParameterError, match=message):
        mark_duplicates(articles([text_of(1)]), **options)


def test_shingles_may_be_single_words_or_longer_than_a_text():
    pair = articles([text_of(1, 30), text_of(1, 30) + " x"])
    assert marks(pair, shingle=1) == [None, "a0"]
    assert marks(pair, shingle=31) == [None, None]


def test_only_texts_in_the_order_are_compared():
    texts = [words_of(text) for text in (text_of(1), text_of(1), text_of(2), text_of(1))]
    sketches = Sketches()
    for words in texts:
        sketches.add(words)
    no_facts = np.empty(0, FACT)
    found = sketches.relations([3, 2, 1], texts.__getitem__, lambda _: no_facts)
    assert found == ({1: 3}, {})
    assert sketches.relations([], texts.__getitem__, lambda _: no_facts) == ({}, {})


def test_words_are_compared_without_case_and_punctuation():
    assert words_of("The Bridge, fell.").tolist() == words_of("the bridge fell").tolist()
    assert words_of("the bridge fell").tolist() != words_of("bridge the fell").tolist()
    assert words_of("").tolist() == []


@given(st.lists(st.integers(0, 4), max_size=8))
@settings(max_examples=8, deadline=None)
def test_marks_point_to_unmarked_articles_with_that_text(numbers):
    table = articles([text_of(number, 40) for number in numbers])
    before = table.copy(deep=True)
    marked = mark_duplicates(table).set_index("article_id")
    pd.testing.assert_frame_equal(table, before)
    for _, copy in marked.dropna(subset="duplicate_of").iterrows():
        original = marked.loc[copy["duplicate_of"]]
        assert original["text"] == copy["text"]
        assert pd.isna(original["duplicate_of"])
    assert marked["duplicate_of"].isna().sum() == len(set(numbers))


@settings(max_examples=300, deadline=None)
@given(
    st.sampled_from([0.0, 0.1, 0.2, 0.25, 0.3, 0.5]),
    st.integers(20, 150),
    st.integers(0, 99),
    st.integers(1, 5),
    st.sampled_from([0.5, 0.55, 0.7, 0.75, 0.8, 0.9, 1.0]),
)
def test_the_quick_look_at_common_words_refuses_no_copy(share, n_words, seed, shingle, threshold):
    cut = " ".join(edited(text_of(seed), share, seed).split()[:n_words])
    one = duplicates._Text.of(words_of(text_of(seed)))
    other = duplicates._Text.of(words_of(cut))
    found = duplicates._same(one, other, threshold, shingle)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(duplicates, "_may_be_same", lambda *_: True)
        assert duplicates._same(one, other, threshold, shingle) == found


@pytest.mark.parametrize(
    ("n_common", "expected"),
    # of 21 - 2 + 1 = 20 shingles at least (21 - n_common - 1) / 20 are lacking; a quarter may be
    [(21, True), (15, True), (14, False), (0, False)],
)
def test_how_many_words_must_be_common(n_common, expected):
    one = duplicates._Text.of(np.arange(21))
    other = duplicates._Text.of(np.arange(21) + 21 - n_common)
    assert duplicates._may_be_same(one, other, 0.75, 2) == expected
