"""Vectors of articles: words of like meaning are near each other."""

import numpy as np
import pytest

from analysis.compare.events.word_vectors import article_vectors
from tests.compare.events.event_articles import articles


def vectors(*texts):
    rows = [(str(number), "n", None, None, text) for number, text in enumerate(texts)]
    return article_vectors(articles(rows))


@pytest.mark.parametrize(
    ("text", "near", "far"),
    [
        (
            "A ferry sank in the sea.",
            "A ship went down in the water.",
            "Parliament passed a budget.",
        ),
        ("Doctors treated patients.", "Nurses worked in hospitals.", "Tanks crossed a border."),
        ("Shares fell.", "Stock markets dropped.", "Singers won a prize."),
    ],
)
def test_words_of_like_meaning_are_near(text, near, far):
    found = vectors(text, near, far)
    assert found[0] @ found[1] > found[0] @ found[2] + 0.1


def test_vectors_have_length_1_and_are_zero_without_words():
    found = vectors("A ferry burned.", "", "the of and")
    assert np.linalg.norm(found, axis=1).tolist() == pytest.approx([1, 0, 0], abs=1e-5)
    assert article_vectors(articles([])).shape[0] == 0


def test_the_order_of_articles_does_not_matter():
    texts = "A ferry burned.", "Parliament passed a budget."
    assert np.allclose(vectors(*texts), vectors(*texts[::-1])[::-1], atol=1e-6)
