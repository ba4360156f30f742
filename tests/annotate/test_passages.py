"""Windows cover every token, and each window's outputs go to its own tokens."""

from itertools import pairwise
from typing import NamedTuple

import numpy as np
import pytest

from analysis.annotate import passages
from analysis.annotate.passages import INSIDE, OVERLAP, Passage, run_model, split_text
from analysis.neural.label_scheme import SCHEME, TAGS, VECTOR_SIZE, VECTORS

N_LABELS = sum(len(labels) for labels in TAGS.values())
SENTENCE = "Officials said nine people died. "


class Span(NamedTuple):
    first: int
    last: int


def passage_of(n_tokens):
    return Passage("a", np.arange(n_tokens), np.zeros((n_tokens, 2), int))


@pytest.mark.parametrize(
    ("n_tokens", "n_windows"),
    [(1, 1), (INSIDE, 1), (INSIDE + 1, 2), (2 * INSIDE - OVERLAP, 2), (2 * INSIDE, 3), (5000, 16)],
)
def test_windows_are_few_and_overlap(n_tokens, n_windows):
    passage = passage_of(n_tokens)
    sizes = passage.ends - passage.starts
    assert len(sizes) == n_windows
    assert set(sizes) == {sizes[0]}
    assert sizes[0] <= INSIDE
    assert passage.starts[0] == 0
    assert passage.ends[-1] == n_tokens
    assert (passage.ends[:-1] - passage.starts[1:] >= OVERLAP).all()


def test_every_token_belongs_to_the_window_where_it_is_closest_to_the_middle():
    passage = passage_of(1000)
    middles = (passage.starts + passage.ends) / 2
    windows = [passage.window_of(token) for token in range(1000)]
    assert windows == sorted(windows)
    for token, window in enumerate(windows):
        assert passage.spans_inside(window, [Span(token, token + 1)])
        distances = np.abs(middles - token)
        assert distances[window] <= distances.min() + 1


def test_a_window_contains_spans_that_do_not_cross_its_ends():
    passage = passage_of(1000)
    assert len(passage.starts) > 2
    start, end = int(passage.starts[1]), int(passage.ends[1])
    assert passage.spans_inside(1, [Span(start, end)]) == [Span(start, end)]
    assert not passage.spans_inside(1, [Span(start - 1, end)])
    assert not passage.spans_inside(1, [Span(start, end + 1)])
    ends = [0, start - 1, start + 1, start + 2, start + 4, end - 1, end, end + 2, 1000]
    spans = [Span(*pair) for pair in pairwise(ends)]
    assert passage.spans_inside(1, spans) == [
        Span(start + 1, start + 2),
        Span(start + 2, start + 4),
        Span(start + 4, end - 1),
        Span(end - 1, end),
    ]


def test_outputs_are_averaged_over_windows_and_vectors_kept_for_each():
    passage = passage_of(INSIDE + 10)
    first_in_both = int(passage.starts[1])
    last_in_both = int(passage.ends[0]) - 1
    n_rows = INSIDE + 2
    columns = SCHEME.tag_columns()["number"]
    for window, begin_score in enumerate((0.0, 100.0)):
        tags = np.zeros((n_rows, N_LABELS), np.float32)
        tags[:, columns.start + 1] = begin_score
        vectors = np.full((n_rows, len(VECTORS) * VECTOR_SIZE), window, np.float32)
        vectors[0] = 10 + window
        vectors[1] = 20 + window
        middle = np.arange(n_rows, dtype=np.float32)[:, None] + 1000 * window
        passage.add_outputs(window, tags, vectors, middle)
    begins = passage.means("number")[:, 1]
    assert begins[first_in_both - 1] == pytest.approx(1 / 3)
    assert begins[first_in_both] == pytest.approx((1 / 3 + 1) / 2)
    assert begins[last_in_both] == pytest.approx((1 / 3 + 1) / 2)
    assert begins[last_in_both + 1] == pytest.approx(1.0)
    assert passage.means("outcome").sum(1) == pytest.approx(1.0)
    assert passage.null_vector(1, "source_cue").tolist() == [11.0] * VECTOR_SIZE
    assert passage.vector(0, "source_cue", 0)[0] == 20.0
    assert passage.vector(0, "source_cue", 1)[0] == 0.0
    assert passage.vector(1, "source_cue", 0)[0] == 21.0  # moved to the first token of the window
    assert passage.vector(1, "source_cue", first_in_both + 1)[0] == 1.0
    assert passage.middle(0, 1).tolist() == [1.0]  # row 0 is the start token
    assert passage.middle(2, 5).tolist() == [4.0]
    last = len(passage.ids)
    assert passage.middle(last - 2, last).tolist() == [1000 + last - first_in_both - 0.5]


def test_vectors_are_told_apart_by_name():
    passage = passage_of(1)
    vectors = np.repeat(np.arange(len(VECTORS), dtype=np.float32), VECTOR_SIZE)
    passage.add_outputs(0, np.zeros((3, N_LABELS)), np.tile(vectors, (3, 1)), np.zeros((3, 2)))
    for number, name in enumerate(VECTORS):
        assert passage.vector(0, name, 0).tolist() == [number] * VECTOR_SIZE


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("", [0]),
        ("short", [5]),
        ("0123456789", [10]),
        ("0123456789a", [10, 11]),  # no boundary: cut anywhere
        ("01234. 78. 123", [7, 14]),
        ("01. 4567890123", [10, 14]),  # a boundary in the first half is not used
        ("012345\n\n8. a1", [8, 13]),
        ("01234! 7? 0123", [10, 14]),
    ],
)
def test_a_long_text_is_cut_at_the_last_boundary_in_the_second_half(monkeypatch, text, ends):
    monkeypatch.setattr(passages, "PASSAGE_CHARACTERS", 10)
    parts = list(split_text(text))
    assert [end for _, end in parts] == ends
    assert [start for start, _ in parts] == [0, *ends[:-1]]


def test_a_long_article_is_cut_between_sentences():
    text = SENTENCE * 4000
    parts = list(split_text(text))
    assert len(parts) == 4
    assert "".join(text[start:end] for start, end in parts) == text
    assert all(text[:end].endswith(". ") for _, end in parts)


class CountingModel:
    """A model that splits text into words, returns zeros, and records the sizes of its batches."""

    batch = 2
    scheme = SCHEME
    start = end = -1

    def __init__(self):
        self.batches = []

    def tokens(self, text):
        offsets = []
        for word in text.split():
            start = text.index(word, offsets[-1][1] if offsets else 0)
            offsets.append((start, start + len(word)))
        return np.arange(len(offsets)), np.array(offsets, int).reshape(-1, 2)

    def tag(self, rows):
        self.batches.append([len(row) for row in rows])
        longest = max(len(row) for row in rows)
        vectors = np.zeros((len(rows), longest, len(VECTORS) * VECTOR_SIZE))
        return np.zeros((len(rows), longest, N_LABELS)), vectors, np.zeros((len(rows), longest, 2))


def test_passages_come_in_order_and_windows_longest_first():
    model = CountingModel()
    texts = ["one", "two words", "", None, "now three words"]
    found = list(run_model("abcde", texts, model))
    assert [passage.article_id for passage in found] == ["a", "b", "e"]
    assert model.batches == [[5, 4], [3]]  # with start and end tokens
    assert found[2].offsets.tolist() == [[0, 3], [4, 9], [10, 15]]
    for passage in found:
        assert passage.means("number").shape == (len(passage.ids), 3)


def test_tokens_of_a_later_part_point_into_the_whole_text(monkeypatch):
    monkeypatch.setattr(passages, "PASSAGE_CHARACTERS", 10)
    first, second = run_model(["a"], ["01234. 78. 123"], CountingModel())
    assert first.offsets.tolist() == [[0, 6]]
    assert second.offsets.tolist() == [[7, 10], [11, 14]]


def test_few_tokens_are_in_memory_at_once(monkeypatch):
    monkeypatch.setattr(passages, "TOKENS_IN_MEMORY", 3)
    model = CountingModel()
    found = run_model("abc", ["one two", "three", "four"], model)
    assert next(found).article_id == "a"
    assert model.batches == [[4, 3]]  # the third text was not read yet
    assert [passage.article_id for passage in found] == ["b", "c"]


def test_articles_and_texts_must_be_as_many():
    with pytest.raises(ValueError, match="zip"):
        list(run_model(["a", "b"], ["text"], CountingModel()))
