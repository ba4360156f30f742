"""The shipped files return the same with torch, and an unavailable device is an error."""

import importlib.util

import numpy as np
import pytest

from analysis.core.errors import MissingResourceError
from analysis.neural.label_scheme import softmax
from analysis.neural.load import load_tagger
from analysis.neural.onnx_model import Model

HAS_TORCH = importlib.util.find_spec("torch") is not None
pytestmark = [
    pytest.mark.train,
    pytest.mark.skipif(not HAS_TORCH, reason="needs the extra 'gpu': pip install -e .[gpu]"),
]

TEXT = "The mayor said at least 14 people were killed in the blast, according to police."


@pytest.mark.parametrize("device", ["cuda:99", "no such thing"])
def test_the_error_for_an_unavailable_device_names_it(monkeypatch, device):
    monkeypatch.setenv("PARALLAX_DEVICE", device)
    with pytest.raises(
        MissingResourceError,
        match=f"cannot use the device '{device}': .+ unset PARALLAX_DEVICE",
    ):
        load_tagger()


def test_spans_are_those_of_onnxruntime():
    from analysis.annotate.tagger_model import label_texts
    from analysis.neural.torch_model import open_tagger

    found = []
    for model in (Model(threads=1), open_tagger(device="cpu")):
        spans, _, _ = label_texts(["a"], [TEXT], model)
        found.append([(span["label"], span["start"], span["end"]) for span in spans])
    with_onnxruntime, with_torch = found
    assert len(with_onnxruntime) > 3
    assert with_onnxruntime == with_torch


def test_polarities_are_those_of_onnxruntime():
    from analysis.annotate.token_states import read_states
    from analysis.neural.polarity_model import PolarityModel
    from analysis.neural.torch_model import open_polarity

    states = read_states([TEXT], Model(threads=1))[0].states
    models = (PolarityModel(threads=1), open_polarity(device="cpu"))
    for first in (0, 5, len(states) - 1):
        one, other = (model.scores(states, first, first + 1) for model in models)
        assert np.abs(softmax(one) - softmax(other)).max() < 0.02


@pytest.mark.parametrize("rounded", [True, False])
def test_restored_modules_need_no_gradient_and_can_be_plain(rounded):
    from analysis.core.paths import NEURAL_MODEL
    from analysis.neural.architecture import FakeQuantLinear, SmoothQuantLinear
    from analysis.neural.torch_model import restore_polarity, restore_tagger

    encoder, tagger = restore_tagger(NEURAL_MODEL, rounded=rounded)
    classifier = restore_polarity(NEURAL_MODEL, rounded=rounded)
    for head in (tagger, classifier):
        kinds = [type(module) for module in head.modules()]
        assert (FakeQuantLinear in kinds) == rounded
        assert rounded or SmoothQuantLinear not in kinds
    for module in (encoder, tagger, classifier):
        assert not module.training
        assert not any(weight.requires_grad for weight in module.parameters())
