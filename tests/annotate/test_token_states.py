"""The states of an article's tokens: one for each, in order, also across windows and passages."""

import numpy as np
import pytest

from analysis.annotate import passages
from analysis.annotate.tagger_model import label_texts
from analysis.annotate.token_states import read_states
from analysis.neural.label_scheme import SCHEME
from analysis.neural.load import load_tagger
from analysis.neural.token_states import TokenStates

PLACES = np.array([(0, 3), (4, 7), (7, 8), (10, 14)])


class CountingModel:
    """A model whose state of a token is its place in the window, counted from the start token."""

    batch = 2
    scheme = SCHEME
    start, end = 0, 1

    def tokens(self, text):
        words = text.split(" ")
        starts = np.cumsum([0, *(len(word) + 1 for word in words)])[:-1]
        return np.arange(len(words)) + 10, np.array(
            [(start, start + len(word)) for start, word in zip(starts, words, strict=True)]
        )

    def tag(self, rows):
        shape = (len(rows), max(map(len, rows)))
        tags = np.zeros((*shape, SCHEME.tag_columns()[list(SCHEME.tags)[-1]].stop))
        states = np.broadcast_to(np.arange(shape[1])[None, :, None], (*shape, 2))
        return tags, np.zeros((*shape, len(SCHEME.vectors) * 64)), states


@pytest.mark.parametrize(
    ("start", "end", "tokens"),
    [
        (0, 14, (0, 4)),
        (4, 8, (1, 3)),
        (5, 6, (1, 2)),  # a part of a token
        (3, 4, (1, 1)),  # a space
        (8, 10, (3, 3)),
        (14, 20, (4, 4)),
    ],
)
def test_tokens_between_characters(start, end, tokens):
    assert TokenStates(PLACES, np.zeros((4, 1))).between(start, end) == tokens


def test_each_token_has_its_state_from_the_window_where_it_is_central():
    words = 900
    (read,) = read_states(["word " * (words - 1) + "end"], CountingModel()).values()
    assert len(read.offsets) == len(read.states) == words
    places = read.states[:, 0]
    steps = np.diff(places)
    n_windows = int((steps != 1).sum()) + 1
    assert n_windows == 3
    assert places[0] == 1  # after the start token
    assert places.min() >= 1
    # neither end of a window is used where another window has the token nearer to its middle
    assert (places[1:][steps != 1] >= passages.OVERLAP / 2).all()


def test_a_text_without_tokens_has_no_states():
    assert list(read_states(["", "word"], load_tagger())) == [1]


def test_passages_of_a_long_article_are_joined(monkeypatch):
    monkeypatch.setattr(passages, "PASSAGE_CHARACTERS", 60)
    text = "The mayor said no. " * 10
    found = {}
    label_texts(["a"], [text], load_tagger(), token_states=found)
    read = found["a"]
    assert len(read.offsets) == len(read.states)
    assert (np.diff(read.offsets[:, 0]) > 0).all()
    assert read.offsets[-1, 1] == len(text.rstrip())
