"""The tokens and vectors that the small models share."""

import shutil

import numpy as np
import pytest

from analysis.core.errors import MissingResourceError
from analysis.neural.question_words import (
    FOLDER,
    TOKENS,
    WORDS,
    QuestionWords,
    read_question_words,
)


def test_a_token_has_another_vector_in_another_place_or_text():
    words = read_question_words()
    ids = np.array([[2000, 2000]])
    one_text = words.vectors(ids, np.array([[0, 0]]))
    two_texts = words.vectors(ids, np.array([[0, 1]]))
    assert one_text.shape[:2] == (1, 2)
    assert not np.allclose(one_text[0, 0], one_text[0, 1])
    assert np.array_equal(one_text[0, 0], two_texts[0, 0])
    assert not np.allclose(one_text[0, 1], two_texts[0, 1])


@pytest.mark.parametrize("longest", [8, 20])
def test_the_longer_of_two_texts_is_cut(longest):
    read = read_question_words().tokenizer(longest).encode("word " * 100, "so")
    assert len(read.ids) == longest
    assert read.tokens[-2] == "so"


@pytest.mark.parametrize("name", [TOKENS, WORDS])
def test_a_changed_file_is_refused_by_name(tmp_path, name):
    folder = tmp_path / "words"
    shutil.copytree(FOLDER, folder)
    (folder / name).write_bytes(b"changed")
    with pytest.raises(MissingResourceError, match=name):
        QuestionWords(folder)
