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
    @pytest.mark.parametrize("device", ["cuda:99", "no such thing"])
    def test_a_device_that_is_not_there_is_named(self, monkeypatch, device):
        monkeypatch.setenv("PARALLAX_DEVICE", device)
        with pytest.raises(MissingResourceError, match=f"cannot use the device '{device}': .+ unset PARALLAX_DEVICE"):
            model.load("tagger")

    @pytest.mark.parametrize("fast", [False, True])
    def test_spans_are_those_of_the_files(self, fast):
        from analysis.annotate.reader import read_rows
        from analysis.torch_model import open_model

        found = [read_rows(["a"], [TEXT], opened)[0]
                 for opened in (model.Model("tagger", threads=1), open_model("tagger", device="cpu", fast=fast))]
        plain, torched = ([(s["label"], s["start"], s["end"]) for s in spans] for spans in found)
        assert len(plain) > 3
        assert plain == torched

    @pytest.mark.parametrize("fast", [False, True])
    def test_polarities_are_those_of_the_files(self, fast):
        from analysis.torch_model import open_model

        plain, torched = model.Model("polarity", threads=1), open_model("polarity", device="cpu", fast=fast)
        shares = [model.softmax(opened.judge([row(opened)])) for opened in (plain, torched)]
        assert np.abs(shares[0] - shares[1]).max() < 0.1
