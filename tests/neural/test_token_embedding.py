"""Vectors of words are those of their tokens, whatever stands around them."""

import numpy as np
import pytest

from analysis.core.errors import MissingResourceError
from analysis.neural import token_embedding as token_embedding_module
from analysis.neural.load import load_tagger
from analysis.neural.token_embedding import TokenEmbedding, token_embedding


@pytest.fixture(scope="module")
def embedding():
    return token_embedding()


def test_every_token_has_a_vector(embedding):
    vectors = embedding.token_vectors(range(embedding._tokenizer.get_vocab_size()))
    assert len(vectors) > 10_000
    assert embedding.size == vectors.shape[1] > 100
    assert vectors.dtype == np.float32
    assert np.isfinite(vectors).all()


def test_a_token_has_one_vector_whatever_stands_before_it(embedding):
    together = embedding.token_vectors([7, 2_000, 7, 9])
    np.testing.assert_array_equal(together[0], together[2])
    np.testing.assert_allclose(embedding.token_vectors([9])[0], together[3], atol=1e-6)
    assert not np.allclose(together[0], together[1])


def test_a_word_has_the_mean_vector_of_its_tokens(embedding):
    ids, _ = load_tagger().tokens("earthquakes")
    expected = embedding.token_vectors(ids).mean(axis=0)
    np.testing.assert_allclose(embedding.word_vectors(["earthquakes"])[0], expected, atol=1e-6)


def test_words_are_read_in_parts(embedding, monkeypatch):
    words = ["earthquakes", "", "police", "earthquakes", "banks"]
    expected = embedding.word_vectors(words)
    monkeypatch.setattr(token_embedding_module, "_TOKENS_AT_ONCE", 2)
    np.testing.assert_array_equal(embedding.word_vectors(words), expected)
    np.testing.assert_array_equal(expected[0], expected[3])


@pytest.mark.parametrize("word", ["", " ", "\n"])
def test_a_word_without_tokens_has_zeros(embedding, word):
    vectors = embedding.word_vectors(["a", word])
    assert vectors.shape == (2, embedding.size)
    assert vectors.dtype == np.float32
    assert vectors[0].any()
    assert not vectors[1].any()


@pytest.mark.parametrize("word", ["\ud800", "\U0001f600", "Ω", "新华社", "x" * 3_000, "a\x00b"])
def test_odd_words_have_a_finite_vector(embedding, word):
    assert np.isfinite(embedding.word_vectors([word])).all()


@pytest.mark.parametrize(
    ("word", "near", "far"),
    [
        ("police", "officers", "dollars"),
        ("killed", "died", "banking"),
        ("flood", "floods", "votes"),
    ],
)
def test_related_words_are_nearer_than_others(embedding, word, near, far):
    mean = embedding.token_vectors(range(2_000)).mean(axis=0)

    def cosine(one, other):
        first, second = embedding.word_vectors([one, other]) - mean
        return first @ second / np.linalg.norm(first) / np.linalg.norm(second)

    assert cosine(word, near) > cosine(word, far)


def test_the_embedding_is_opened_once():
    assert token_embedding() is token_embedding()


def test_a_folder_without_files_is_an_error(tmp_path):
    with pytest.raises(MissingResourceError, match=r"reader\.json"):
        TokenEmbedding(tmp_path)
