"""The model has the documented outputs."""

import numpy as np
import pytest

from analysis.annotate.probe import read_probe
from analysis.core.errors import MissingResourceError
from analysis.neural.label_scheme import VECTOR_SIZE, softmax
from analysis.neural.load import load_tagger
from analysis.neural.onnx_model import Model


def test_a_folder_without_files_is_an_error(tmp_path):
    with pytest.raises(MissingResourceError, match=r"reader\.json.*git checkout"):
        Model(tmp_path)


def test_outputs_of_the_tagger_have_the_documented_shapes():
    model = load_tagger()
    rows = [[model.start, 2000, 2001, model.end], [model.start, model.end]]
    tags, vectors, middle = model.tag(rows)
    last_label = list(model.scheme.tags)[-1]
    assert tags.shape == (2, 4, model.scheme.tag_columns()[last_label].stop)
    assert vectors.shape == (2, 4, len(model.scheme.vectors) * VECTOR_SIZE)
    assert middle.shape == (2, 4, len(read_probe().weights))


def test_padding_changes_little():
    model = load_tagger()
    ids, _ = model.tokens("The mayor said no.")
    row = [model.start, *ids, model.end]
    alone = softmax(model.tag([row])[0][0][:, :7])
    padded = softmax(model.tag([row, row + [2000] * 40])[0][0][: len(row), :7])
    assert np.abs(alone - padded).max() < 0.2  # a batch shares its int8 scales


@pytest.mark.parametrize(
    ("text", "last_word"),
    [
        ("Café naïve done", "done"),
        ("\U0001f600 done", "done"),
        ("a lone \ud800 surrogate", "surrogate"),
        ("two \ud83d\ude00 surrogates", "surrogates"),  # would be joined into one character
        ("the wrong \ude00\ud83d way", "way"),
    ],
)
def test_tokens_point_into_the_text(text, last_word):
    ids, offsets = load_tagger().tokens(text)
    assert len(ids) == len(offsets)
    assert (offsets[:, 0] < offsets[:, 1]).all()
    start, end = offsets[-1]
    assert end == len(text)
    assert last_word.endswith(text[start:end])


def test_an_empty_text_has_no_tokens():
    ids, offsets = load_tagger().tokens("")
    assert ids.shape == (0,)
    assert offsets.shape == (0, 2)


class Padded(Model):
    """A model without files, to see how rows are padded."""

    pad = 0

    def __init__(self):
        pass


def test_rows_are_padded_at_the_end_and_masked():
    inputs = Padded()._inputs([[7, 8, 9], [5]])
    assert inputs["ids"].tolist() == [[7, 8, 9], [5, 0, 0]]
    assert inputs["mask"].tolist() == [[1, 1, 1], [1, 0, 0]]
