"""Polarity towards a mention: rows keep their order, and the mention decides."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.core.errors import InputError
from analysis.measure.target_sentiment.model import marked_row, target_sentiment
from analysis.neural.load import load


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


@pytest.mark.parametrize("bad", [(0, 0), (3, 2), (-1, 2), (0, 99)])
def test_a_span_outside_its_text_raises_an_error(bad):
    with pytest.raises(InputError, match=r"Row 0: mention .* not inside"):
        target_sentiment(["short"], [bad])


def test_lengths_must_agree():
    with pytest.raises(InputError, match="2 texts but 1 spans"):
        target_sentiment(["a", "b"], [(0, 1)])


@given(st.text(min_size=1, max_size=300), st.data())
@settings(max_examples=30)
def test_any_mention_can_be_marked(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    row = marked_row(load("polarity"), text, start, data.draw(st.integers(start + 1, len(text))))
    assert len(row) <= 256
    assert row[0] == load("polarity").start
    assert row[-1] == load("polarity").end


class Characters:
    """Stands in for the model: every character is a token."""

    start, end = -1, -2

    def tokens(self, text):
        return [ord(character) for character in text], None


@pytest.mark.parametrize(
    ("before", "mention", "after"), [(3, 2, 4), (0, 1, 0), (110, 20, 100), (111, 21, 101)]
)
def test_a_long_text_is_cut_around_its_mention(before, mention, after):
    text = "a" * before + "b" * mention + "c" * after
    row = marked_row(Characters(), text, before, before + mention)
    kept = (
        [ord("a")] * min(before, 110),
        [ord("b")] * min(mention, 20),
        [ord("c")] * min(after, 100),
    )
    assert row == [-1, *kept[0], -2, *kept[1], -2, *kept[2], -2, -2, *kept[1], -2]


def test_the_last_character_of_a_text_can_be_a_mention():
    assert len(target_sentiment(["He saw X"], [(7, 8)])) == 1
