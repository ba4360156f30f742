"""Tokens have exact offsets for any text, and Penn Treebank tags."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.annotate.sentences import split_sentences
from analysis.annotate.tokens import tag_tokens, word_spans
from analysis.core.tables import ARTICLES, make


def articles_of(*texts):
    rows = [
        {"article_id": f"a{number}", "corpus": "t", "text": text, "n_words": 0}
        for number, text in enumerate(texts)
    ]
    return make(rows, ARTICLES)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("At least 1,040 were wounded.", ["At", "least", "1,040", "were", "wounded", "."]),
        ("They didn't say.", ["They", "did", "n't", "say", "."]),
        ("\u201cNo,\u201d he said", ["\u201c", "No", ",", "\u201d", "he", "said"]),
        ("'' \" no", ["''", '"', "no"]),  # NLTK fails, so split on white space
        ("a a \" '' a", ["a", "a", '"', "''", "a"]),
        ("", []),
    ],
)
def test_words_and_punctuation_marks(text, expected):
    assert [text[start:end] for start, end in word_spans(text)] == expected


def test_tokens_of_several_articles():
    articles = articles_of("Six died.", "", "They left. He stayed.")
    tokens = tag_tokens(articles, split_sentences(articles))
    assert tokens["article_id"].tolist() == ["a0"] * 3 + ["a2"] * 6
    assert tokens["sentence_id"].tolist() == [0, 0, 0, 0, 0, 0, 1, 1, 1]
    assert tokens["text"].tolist() == ["Six", "died", ".", "They", "left", ".", "He", "stayed", "."]
    assert tokens["start"].tolist() == [0, 4, 8, 0, 5, 9, 11, 14, 20]
    assert tokens["tag"].tolist()[:3] == ["CD", "VBD", "."]


def test_no_sentence_has_no_tokens():
    articles = articles_of("")
    assert tag_tokens(articles, split_sentences(articles)).empty


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=200))
def test_tokens_are_in_order_and_inside_their_sentence(text):
    articles = articles_of(text)
    sentences = split_sentences(articles)
    before = sentences.copy()
    tokens = tag_tokens(articles, sentences)
    pd.testing.assert_frame_equal(sentences, before)
    assert all(text[token.start : token.end] == token.text for token in tokens.itertuples())
    assert tokens["start"].is_monotonic_increasing
    assert (tokens["end"] > tokens["start"]).all()
    merged = tokens.merge(sentences, on="sentence_id", suffixes=("", "_of_sentence"))
    assert (merged["start_of_sentence"] <= merged["start"]).all()
    assert (merged["end"] <= merged["end_of_sentence"]).all()


def test_a_long_token_is_cut():
    text = "He said " + "x" * 450 + "."
    found = [text[start:end] for start, end in word_spans(text)]
    assert found == ["He", "said", "x" * 200, "x" * 200, "x" * 50, "."]
