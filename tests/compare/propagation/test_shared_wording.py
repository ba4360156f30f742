"""Wording that articles share with a statement."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.compare.propagation.shared_wording import shared_wording
from analysis.core.errors import InputError, ParameterError
from analysis.core.tables import ARTICLES, make

SAID = "The harbour office said that more than forty boats were lost in the storm on Sunday night."


def articles(*texts):
    """Return an articles table with the ids a0, a1, ..."""
    return make(
        [
            {"article_id": f"a{i}", "corpus": "t", "text": t, "n_words": len(t.split())}
            for i, t in enumerate(texts)
        ],
        ARTICLES,
    )


@pytest.mark.parametrize(
    ("text", "passage"),
    [
        (
            "It added: more than FORTY boats were, lost in the storm. All slept.",
            "more than FORTY boats were, lost in the storm",
        ),
        (SAID, SAID[:-1]),
        ("The boats were lost.", None),
        ("", None),
    ],
)
def test_the_longest_shared_passage(text, passage):
    table = shared_wording(articles(SAID, text), "a0")
    assert table["passage"].tolist() == ([] if passage is None else [passage])


def test_near_copies():
    row = shared_wording(
        articles(SAID, SAID.replace("Sunday", "Monday"), "More than forty boats were lost"), "a0"
    )
    assert row.set_index("article_id")["near_copy"].to_dict() == {"a1": True, "a2": False}
    assert row["share_of_statement"].is_monotonic_decreasing


def test_shares_count_runs_of_words():
    row = shared_wording(articles("a b c d e f", "x a b c d y"), "a0", n_words=3).iloc[0]
    assert row["share_of_statement"] == 2 / 4
    assert row["share_of_article"] == 2 / 4
    assert (row["longest"], row["start"], row["end"]) == (4, 2, 9)
    assert (row["statement_start"], row["statement_end"]) == (0, 7)


def test_of_equally_long_passages_the_first_is_shown():
    texts = articles("a b c . x . a b d", "z a b d z a b c z")
    row = shared_wording(texts, "a0", n_words=2).iloc[0]
    assert (row["longest"], row["passage"]) == (3, "a b c")
    assert (row["statement_start"], row["start"]) == (0, 10)


def test_articles_without_text_or_shared_words_are_left_out():
    frame = articles(SAID, SAID, "Nothing in common here at all.", "x").assign(
        text=[SAID, SAID, "Nothing in common here at all.", None]
    )
    assert shared_wording(frame, "a0")["article_id"].tolist() == ["a1"]


def test_a_copy_is_a_near_copy_at_the_highest_threshold():
    (is_copy,) = shared_wording(articles(SAID, SAID), "a0", near_copy=1)["near_copy"]
    assert is_copy


@settings(max_examples=15, deadline=None)
@given(st.lists(st.sampled_from(["boat", "storm", "of", "the", "a"]), max_size=40))
def test_offsets_point_at_equal_words(words):
    texts = articles(SAID + " the storm of the boat a boat", " ".join(words))
    for row in shared_wording(texts, "a0", n_words=2).itertuples():
        passage = texts["text"][1][row.start : row.end]
        assert passage == row.passage
        assert passage.lower() == texts["text"][0][row.statement_start : row.statement_end].lower()
        assert len(passage.split()) == row.longest


def test_invalid_arguments_raise_an_error():
    with pytest.raises(InputError, match="No article 'zz'"):
        shared_wording(articles(SAID), "zz")
    for arguments in ({"n_words": 1}, {"near_copy": 0}, {"near_copy": 1.1}):
        with pytest.raises(ParameterError, match="n_words from 2, near_copy above 0"):
            shared_wording(articles(SAID), "a0", **arguments)
