"""The outlet's own voice and the words of others."""

import pandas as pd
import pytest

from analysis.core.errors import TableError
from analysis.core.voice import voices


def test_half_of_the_words_makes_a_sentence_attributed():
    sentences = pd.DataFrame(
        {"article_id": "a", "sentence_id": range(4), "share_quoted": [0.0, 0.49, 0.5, 1.0]},
        index=[3, 1, 2, 0],
    )
    found = voices(sentences)
    assert found.tolist() == ["own", "own", "attributed", "attributed"]
    assert found.index.tolist() == [3, 1, 2, 0]
    assert voices(sentences, at_least=0.4).tolist() == [
        "own",
        "attributed",
        "attributed",
        "attributed",
    ]


def test_nobody_has_looked_is_not_the_outlets_voice():
    sentences = pd.DataFrame(
        {"article_id": ["a", "b"], "sentence_id": [0, 5], "share_quoted": [0.0, None]}
    )
    with pytest.raises(
        TableError, match=r"null in 1 rows \(first: \{'article_id': 'b', 'sentence_id': 5\}\)"
    ):
        voices(sentences)
