"""The shipped files return the same with torch, and an unavailable device is an error."""

import importlib.util

import numpy as np
import pytest

from analysis.core.errors import MissingResourceError
from analysis.neural.label_scheme import softmax
from analysis.neural.load import load
from analysis.neural.onnx_model import Model

HAS_TORCH = importlib.util.find_spec("torch") is not None
pytestmark = [
    pytest.mark.train,
    pytest.mark.skipif(not HAS_TORCH, reason="needs the extra 'gpu': pip install -e .[gpu]"),
]

TEXT = "The mayor said at least 14 people were killed in the blast, according to police."


def token_row(model):
    ids, _ = model.tokens(TEXT)
    return [model.start, *ids, model.end]


@pytest.mark.parametrize("device", ["cuda:99", "no such thing"])
def test_the_error_for_an_unavailable_device_names_it(monkeypatch, device):
    monkeypatch.setenv("PARALLAX_DEVICE", device)
    with pytest.raises(
        MissingResourceError,
        match=f"cannot use the device '{device}': .+ unset PARALLAX_DEVICE",
    ):
        load("tagger")


def test_spans_are_those_of_onnxruntime():
    from analysis.annotate.tagger_model import label_texts
    from analysis.neural.torch_model import open_model

    found = []
    for model in (Model("tagger", threads=1), open_model("tagger", device="cpu")):
        spans, _, _ = label_texts(["a"], [TEXT], model)
        found.append([(span["label"], span["start"], span["end"]) for span in spans])
    with_onnxruntime, with_torch = found
    assert len(with_onnxruntime) > 3
    assert with_onnxruntime == with_torch


@pytest.mark.parametrize("n_longer_rows", [0, 1])
def test_polarities_are_those_of_onnxruntime_also_next_to_a_longer_row(n_longer_rows):
    from analysis.neural.torch_model import open_model

    with_onnxruntime = Model("polarity", threads=1)
    with_torch = open_model("polarity", device="cpu")
    row = token_row(with_onnxruntime)
    rows = [row] + [row + row] * n_longer_rows
    alone = np.concatenate([with_onnxruntime.classify_polarity([row]) for row in rows])
    together = with_torch.classify_polarity(rows)
    assert np.abs(softmax(alone) - softmax(together)).max() < 0.02


@pytest.mark.parametrize("part", ["tagger", "polarity"])
def test_restored_modules_need_no_gradient_and_can_be_plain(part):
    from analysis.core.paths import NEURAL_MODEL
    from analysis.neural.architecture import FakeQuantLinear, SmoothQuantLinear
    from analysis.neural.torch_model import restore

    for rounded in (True, False):
        encoder, head = restore(NEURAL_MODEL, part, rounded=rounded)
        kinds = [type(module) for module in head.modules()]
        assert (FakeQuantLinear in kinds) == rounded
        if not rounded:
            assert SmoothQuantLinear not in kinds
        for module in (encoder, head):
            assert not module.training
            assert not any(weight.requires_grad for weight in module.parameters())
