"""Wording that articles share with a statement."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.compare.propagation.shared_wording import shared_wording
from analysis.core.errors import InputError, ParameterError
from analysis.core.tables import ARTICLES, make

SAID = "The harbour office said that more than forty boats were lost in the storm on Sunday night."


def articles(*texts):
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


def test_a_near_copy_is_told():
    row = shared_wording(
        articles(SAID, SAID.replace("Sunday", "Monday"), "More than forty boats were lost"), "a0"
    )
    assert row.set_index("article_id")["near_copy"].to_dict() == {"a1": True, "a2": False}
    assert row["share_of_statement"].is_monotonic_decreasing


@settings(max_examples=15, deadline=None)
@given(st.lists(st.sampled_from(["boat", "storm", "of", "the", "a"]), max_size=40))
def test_offsets_point_at_equal_words(words):
    texts = articles(SAID + " the storm of the boat a boat", " ".join(words))
    for row in shared_wording(texts, "a0", n=2).itertuples():
        passage = texts["text"][1][row.start : row.end]
        assert passage == row.passage
        assert passage.lower() == texts["text"][0][row.statement_start : row.statement_end].lower()
        assert len(passage.split()) == row.longest


def test_bad_arguments_are_refused():
    with pytest.raises(InputError, match="No article 'zz'"):
        shared_wording(articles(SAID), "zz")
    with pytest.raises(ParameterError, match="n from 2"):
        shared_wording(articles(SAID), "a0", n=1)
