"""Tokens: offsets hold for any text, tags are Penn Treebank's."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.annotate.sentences import split_sentences
from analysis.annotate.tokens import tag_tokens, word_spans
from analysis.core.tables import ARTICLES, make


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("At least 1,040 were wounded.", ["At", "least", "1,040", "were", "wounded", "."]),
        ("They didn't say.", ["They", "did", "n't", "say", "."]),
        ("\u201cNo,\u201d he said", ["\u201c", "No", ",", "\u201d", "he", "said"]),
        ("", []),
    ],
)
def test_words_and_marks(text, expected):
    assert [text[s:e] for s, e in word_spans(text)] == expected


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=200))
def test_tokens_lie_in_their_sentence_and_in_order(text):
    articles = make([{"article_id": "a", "corpus": "t", "text": text, "n_words": 0}], ARTICLES)
    sentences = split_sentences(articles)
    tokens = tag_tokens(articles, sentences)
    assert all(text[t.start : t.end] == t.text for t in tokens.itertuples())
    assert tokens.start.is_monotonic_increasing
    assert (tokens.end.to_numpy() > tokens.start.to_numpy()).all()
    for t in tokens.merge(sentences, on="sentence_id", suffixes=("", "_sentence")).itertuples():
        assert t.start_sentence <= t.start
        assert t.end <= t.end_sentence
