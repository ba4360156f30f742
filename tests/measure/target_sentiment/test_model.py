"""Polarity towards a mention: rows keep their order, and the mention decides."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.core.errors import InputError
from analysis.core.tables import POLARITIES
from analysis.measure.target_sentiment.model import (
    Mention,
    sentiment_in_articles,
    tokens_of,
)
from analysis.neural.token_states import TokenStates
from tests.measure.target_sentiment.lone_sentences import target_sentiment


def span(text, mention):
    """Return the characters of a mention in a text."""
    return text.index(mention), text.index(mention) + len(mention)


@pytest.mark.parametrize(
    ("text", "mention", "polarity"),
    [
        ("Critics called Moreno a corrupt and shameless liar.", "Moreno", "negative"),
        (
            "Voters praised Okafor for her courage, honesty and brilliant leadership.",
            "Okafor",
            "positive",
        ),
        ("Lindqvist arrived at the airport on Tuesday.", "Lindqvist", "neutral"),
    ],
)
def test_plain_cases(text, mention, polarity):
    assert target_sentiment([text], [span(text, mention)]).polarity[0] == polarity


def test_rows_keep_their_order_and_probabilities_sum_to_1():
    text = "Lindqvist arrived, and critics called Moreno a corrupt and shameless liar."
    long = "The council met. " * 60 + text
    texts = [long, text, text]
    out = target_sentiment(
        texts, [span(long, "Moreno"), span(text, "Lindqvist"), span(text, "Moreno")]
    )
    one = target_sentiment([text], [span(text, "Moreno")])
    assert list(out) == ["polarity", "p_negative", "p_neutral", "p_positive"]
    assert np.allclose(out.iloc[:, 1:].sum(axis=1), 1)
    assert np.allclose(out.iloc[2, 1:].astype(float), one.iloc[0, 1:].astype(float), atol=1e-6)


def test_no_rows():
    assert target_sentiment([], []).shape == (0, 4)


def test_a_mention_without_a_word_is_refused():
    with pytest.raises(InputError, match=r"Article 1: .* characters 2 to 3 has no word"):
        target_sentiment(["He saw X", "a   b"], [(7, 8), (2, 3)])


@given(st.text(min_size=1, max_size=300), st.data())
@settings(max_examples=30)
def test_any_mention_with_a_word_has_probabilities(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    try:
        (row,) = target_sentiment([text], [(start, end)]).to_dict("records")
    except InputError:
        return
    assert sum(row[f"p_{name}"] for name in POLARITIES) == pytest.approx(1)


@pytest.mark.parametrize(
    ("before", "mention", "after"), [(3, 2, 4), (0, 1, 0), (110, 20, 100), (111, 21, 101)]
)
def test_a_long_sentence_is_cut_around_its_mention(before, mention, after):
    n_tokens = 5 + before + mention + after + 5  # a sentence before and one after
    offsets = np.array([(2 * token, 2 * token + 1) for token in range(n_tokens)])
    states = TokenStates(offsets, np.zeros((n_tokens, 1), np.float16))
    sentence = (10, 2 * (n_tokens - 5) - 1)
    span = (2 * (5 + before), 2 * (5 + before + mention) - 1)
    tokens, (first, last) = tokens_of(Mention("a", sentence, span), states)
    assert first == min(before, 110)
    assert last - first == min(mention, 20)
    assert tokens.start == 5 + before - first
    assert tokens.stop - tokens.start - last == min(after + mention - (last - first), 100)


def test_an_article_that_the_tagger_has_not_read_is_named():
    with pytest.raises(InputError, match="Article a7: the tagger has not read it"):
        sentiment_in_articles([Mention("a7", (0, 9), (2, 5))], {})


def test_the_last_character_of_a_text_can_be_a_mention():
    assert len(target_sentiment(["He saw X"], [(7, 8)])) == 1
