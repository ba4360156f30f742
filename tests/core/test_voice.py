"""Sentences are the outlet's own voice or attributed, by their share of attributed words."""

import pandas as pd
import pytest

from analysis.core.errors import TableError
from analysis.core.voice import voices


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ({}, ["own", "own", "attributed", "attributed"]),
        ({"at_least": 0.4}, ["own", "attributed", "attributed", "attributed"]),
        ({"at_least": 1.0}, ["own", "own", "own", "attributed"]),
    ],
)
def test_a_sentence_is_attributed_from_a_share_of_its_words(options, expected):
    sentences = pd.DataFrame(
        {"article_id": "a", "sentence_id": range(4), "share_quoted": [0.0, 0.49, 0.5, 1.0]},
        index=[3, 1, 2, 0],
    )
    found = voices(sentences, **options)
    assert found.tolist() == expected
    assert found.index.tolist() == [3, 1, 2, 0]


def test_no_sentence_gives_an_empty_series_of_text():
    sentences = pd.DataFrame({"article_id": [], "sentence_id": [], "share_quoted": []})
    assert voices(sentences).dtype == "str"


def test_sentences_without_extracted_attributions_are_an_error():
    sentences = pd.DataFrame(
        {"article_id": ["a", "b"], "sentence_id": [0, 5], "share_quoted": [0.0, None]}
    )
    with pytest.raises(
        TableError, match=r"null in 1 rows \(first: \{'article_id': 'b', 'sentence_id': 5\}\)"
    ):
        voices(sentences)
