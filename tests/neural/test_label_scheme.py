"""The outputs of the tagger are cut and turned into probabilities as documented."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays
from tokenizers import Tokenizer
from tokenizers.models import WordLevel

from analysis.core.errors import MissingResourceError
from analysis.neural.label_scheme import SCHEME, TAGS, VECTORS, Scheme, softmax, special_tokens


def test_labels_are_bio_and_begin_with_outside():
    assert TAGS["number"] == ("O", "B-number", "I-number")
    assert TAGS["attribution"] == (
        *("O", "B-source", "I-source"),
        *("B-cue", "I-cue", "B-content", "I-content"),
    )


def test_columns_are_adjacent_and_as_many_as_labels():
    columns = SCHEME.tag_columns()
    assert list(columns) == list(TAGS)
    end = 0
    for name, labels in TAGS.items():
        assert columns[name].start == end
        end = columns[name].stop
        assert end - columns[name].start == len(labels)
    assert end == sum(len(labels) for labels in TAGS.values())


def test_an_earlier_scheme_has_its_own_columns():
    scheme = Scheme({"number": ("O", "B-number", "I-number"), "unit": ("people",)}, ())
    assert scheme.tag_columns() == {"number": slice(0, 3), "unit": slice(3, 4)}


def test_vectors_have_distinct_names():
    assert len(set(VECTORS)) == len(VECTORS) == 22
    assert VECTORS[6:10] == (
        "counted_first_from",
        "counted_first_to",
        "counted_last_from",
        "counted_last_to",
    )


@pytest.mark.parametrize(
    ("scores", "expected"),
    [
        ([0.0, 0.0], [0.5, 0.5]),
        ([1000.0, 1000.0, -1000.0], [0.5, 0.5, 0.0]),  # no overflow
        ([0.0, np.log(3.0)], [0.25, 0.75]),
        ([], []),
    ],
)
def test_softmax(scores, expected):
    assert softmax(scores).tolist() == pytest.approx(expected)


@given(arrays.arrays(np.float32, (3, 4), elements=st.floats(-50, 50, width=32)))
def test_softmax_sums_to_one_along_its_axis_and_keeps_its_input(scores):
    before = scores.copy()
    assert softmax(scores).sum(-1) == pytest.approx(1.0)
    assert softmax(scores, 0).sum(0) == pytest.approx(1.0)
    assert softmax(scores).dtype == np.float64
    assert np.array_equal(scores, before)


@pytest.mark.parametrize(
    ("vocabulary", "expected"),
    [
        ({"[PAD]": 0, "[CLS]": 1, "[SEP]": 2}, (1, 2, 0)),
        ({"<s>": 0, "<pad>": 1, "</s>": 2}, (0, 2, 1)),
        ({"<s>": 0, "<pad>": 1, "</s>": 2, "[CLS]": 5, "[SEP]": 6, "[PAD]": 7}, (5, 6, 7)),
    ],
)
def test_special_tokens_of_bert_and_mpnet(vocabulary, expected):
    assert special_tokens(Tokenizer(WordLevel(vocabulary))) == expected


def test_a_tokenizer_without_special_tokens_is_an_error():
    with pytest.raises(MissingResourceError, match=r"expected \[CLS\] \[SEP\] \[PAD\] or"):
        special_tokens(Tokenizer(WordLevel({"[CLS]": 0, "word": 1})))
