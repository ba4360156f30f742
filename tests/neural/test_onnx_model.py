"""The reader's files are the ones that its card names, or it does not open."""

import shutil

import numpy as np
import pytest

from analysis.annotate import tagger_model
from analysis.core.errors import MissingResourceError
from analysis.core.paths import NEURAL_MODEL
from analysis.neural.label_scheme import TAGS, VECTOR_SIZE, VECTORS, softmax, tag_columns
from analysis.neural.load import load
from analysis.neural.model_files import FILES, PARTS, check_files, model_files
from analysis.neural.onnx_model import Model


def test_a_missing_reader_is_named_with_the_command(tmp_path):
    with pytest.raises(MissingResourceError, match=r"reader\.json.*git checkout"):
        Model("tagger", tmp_path)


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("at", [0, -1])
def test_an_altered_file_is_refused_with_both_hashes(tmp_path, part, at):
    for name in (*model_files(part), "reader.json"):
        shutil.copy(NEURAL_MODEL / name, tmp_path)
    name = model_files(part)[at]
    (tmp_path / name).write_bytes(b"other")
    with pytest.raises(
        MissingResourceError, match=rf"{name}.*expected sha256 [0-9a-f]{{64}}, found d9298a10"
    ):
        Model(part, tmp_path)


def test_outputs_have_the_columns_that_are_named():
    model = load("tagger")
    tags, vectors = model.tag([[model.start, 2000, 2001, model.end], [model.start, model.end]])
    assert tags.shape == (2, 4, sum(map(len, TAGS.values())))
    assert vectors.shape == (2, 4, len(VECTORS) * VECTOR_SIZE)
    assert tag_columns()["role"].stop == tags.shape[-1]


def test_padding_changes_little():
    model = load("tagger")
    ids, _ = model.tokens("The mayor said no.")
    row = [model.start, *ids, model.end]
    alone, beside = model.tag([row])[0][0], model.tag([row, row + [2000] * 40])[0][0][: len(row)]
    assert (
        np.abs(softmax(alone[:, :7]) - softmax(beside[:, :7])).max() < 0.2
    )  # int8 scales are shared by a batch


def test_tokens_point_into_the_text():
    ids, offsets = load("tagger").tokens("Café naïve \ud800 \U0001f600 done")
    assert len(ids) == len(offsets)
    assert (offsets[:, 0] < offsets[:, 1]).all()
    assert offsets[-1].tolist() == [15, 19]


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (
            [9.0, 0.0, 0.0],
            [0.0, 0.0, 9.0],
            [9.0, 0.0, 0.0],
        ),  # surer than SURE: nobody else is asked
        ([1.0, 0.0, 0.0], [0.0, 0.0, 9.0], [0.5, 0.0, 4.5]),
    ],
)
def test_a_sure_judge_is_believed_and_an_unsure_one_shares(first, second, expected):
    class Told(Model):
        stacks, pad, said = ("a", "b"), 0, {"a": first, "b": second}

        def __init__(self):
            pass

        def _run(self, stack, feed):
            return (np.array([self.said[stack]] * len(feed["ids"])),)

    assert Told().judge([[1, 2], [3]]).tolist() == [expected, expected]


def test_files_are_small():
    assert sum((NEURAL_MODEL / name).stat().st_size for name in FILES) < 90e6


def test_the_card_tells_the_windows_that_are_read():
    facts = check_files(NEURAL_MODEL, "tagger")
    assert (facts["window"], facts["overlap"]) == (tagger_model.INSIDE + 2, tagger_model.OVERLAP)
