"""The shipped files read the same with torch; a device that is not there is an error that says what to do."""

import importlib.util

import numpy as np
import pytest

from analysis import model
from analysis.errors import MissingResourceError

HAS_TORCH = importlib.util.find_spec("torch") is not None
TEXT = "The mayor said at least 14 people were killed in the blast, according to police."


def row(opened):
    ids, _ = opened.tokens(TEXT)
    return [opened.start, *ids, opened.end]


@pytest.mark.skipif(HAS_TORCH, reason="torch is installed")
def test_without_torch_the_error_names_the_command(monkeypatch):
    monkeypatch.setenv("PARALLAX_DEVICE", "cuda")
    with pytest.raises(MissingResourceError, match=r"'cuda' with torch and onnx: .*pip install -e \.\[gpu\]"):
        model.load("tagger")


@pytest.mark.train
@pytest.mark.skipif(not HAS_TORCH, reason="needs the extra 'gpu': pip install -e .[gpu]")
class TestWithTorch:
    def test_a_device_that_is_not_there_is_named(self, monkeypatch):
        monkeypatch.setenv("PARALLAX_DEVICE", "cuda:3")
        import torch

        if torch.cuda.is_available():
            pytest.skip("there is a GPU")
        with pytest.raises(MissingResourceError, match="finds no GPU for device 'cuda:3'"):
            model.load("tagger")

    @pytest.mark.parametrize("stack", ["tagger", "polarity"])
    def test_labels_are_those_of_the_files(self, stack):
        from analysis.torch_model import open_model

        plain, torched = model.Model(stack, threads=1), open_model(stack, device="cpu", fast=False)
        if stack == "tagger":
            (tags, _), (other, _) = plain.tag([row(plain)]), torched.tag([row(torched)])
            assert (tags[0, :, :7].argmax(-1) == other[0, :, :7].argmax(-1)).all()
        else:
            tags, other = plain.judge([row(plain)]), torched.judge([row(torched)])
        assert np.abs(model.softmax(tags[..., :3]) - model.softmax(other[..., :3])).max() < 0.1
