"""Vectors of words are those of their tokens, whatever stands around them."""

import numpy as np
import pytest

from analysis.core.errors import MissingResourceError
from analysis.neural.load import load
from analysis.neural.token_embedding import TokenEmbedding, token_embedding


@pytest.fixture(scope="module")
def embedding():
    return token_embedding()


def test_every_token_has_a_vector(embedding):
    n_tokens, n = embedding.vectors.shape
    assert n_tokens > 10_000
    assert n > 100
    assert embedding.vectors.dtype == np.float32
    assert np.isfinite(embedding.vectors).all()


def test_a_token_has_one_vector_wherever_it_stands_in_the_vocabulary(embedding):
    """Rows are read in parts: no vector may depend on the part or on the row's number."""
    last = len(embedding.vectors) - 1
    session_ids = np.array([[0], [1_999], [2_000], [last]], dtype=np.int64)
    from analysis.core.paths import NEURAL_MODEL
    from analysis.neural.onnx_model import open_session

    session = open_session(NEURAL_MODEL / "tagger_words.onnx", threads=1)
    (hidden,) = session.run(None, {"ids": session_ids})
    expected = np.asarray(hidden)[:, 0]
    np.testing.assert_allclose(embedding.vectors[session_ids[:, 0]], expected, atol=1e-5)


def test_a_word_has_the_mean_vector_of_its_tokens(embedding):
    ids, _ = load("tagger").tokens("earthquakes")
    expected = embedding.vectors[list(ids)].mean(axis=0)
    np.testing.assert_allclose(embedding.word_vector("earthquakes"), expected, atol=1e-6)


@pytest.mark.parametrize("word", ["", " ", "\n"])
def test_a_word_without_tokens_has_zeros(embedding, word):
    vector = embedding.word_vector(word)
    assert vector.shape == (embedding.vectors.shape[1],)
    assert vector.dtype == np.float32
    assert not vector.any()


@pytest.mark.parametrize("word", ["\ud800", "\U0001f600", "Ω", "新华社", "x" * 3_000, "a\x00b"])
def test_odd_words_have_a_finite_vector(embedding, word):
    assert np.isfinite(embedding.word_vector(word)).all()


@pytest.mark.parametrize(
    ("word", "near", "far"),
    [
        ("police", "officers", "dollars"),
        ("killed", "died", "banking"),
        ("flood", "floods", "votes"),
    ],
)
def test_related_words_are_nearer_than_others(embedding, word, near, far):
    mean = embedding.vectors.mean(axis=0)

    def cosine(one, other):
        first, second = embedding.word_vector(one) - mean, embedding.word_vector(other) - mean
        return first @ second / np.linalg.norm(first) / np.linalg.norm(second)

    assert cosine(word, near) > cosine(word, far)


def test_the_embedding_is_opened_once():
    assert token_embedding() is token_embedding()


def test_a_folder_without_files_is_an_error(tmp_path):
    with pytest.raises(MissingResourceError, match=r"reader\.json"):
        TokenEmbedding(tmp_path)
