"""The shipped files read the same with torch; a device that is not there is an error that says what to do."""

import importlib.util

import numpy as np
import pytest

from analysis.core.errors import MissingResourceError
from analysis.neural import load as model_loading
from analysis.neural.label_scheme import softmax
from analysis.neural.onnx_model import Model

HAS_TORCH = importlib.util.find_spec("torch") is not None
TEXT = "The mayor said at least 14 people were killed in the blast, according to police."


def row(opened):
    ids, _ = opened.tokens(TEXT)
    return [opened.start, *ids, opened.end]


@pytest.mark.skipif(HAS_TORCH, reason="torch is installed")
def test_without_torch_the_error_names_the_command(monkeypatch):
    monkeypatch.setenv("PARALLAX_DEVICE", "cuda")
    with pytest.raises(
        MissingResourceError, match=r"'cuda' with torch and onnx: .*pip install -e \.\[gpu\]"
    ):
        model_loading.load("tagger")


@pytest.mark.train
@pytest.mark.skipif(not HAS_TORCH, reason="needs the extra 'gpu': pip install -e .[gpu]")
class TestWithTorch:
    @pytest.mark.parametrize("device", ["cuda:99", "no such thing"])
    def test_a_device_that_is_not_there_is_named(self, monkeypatch, device):
        monkeypatch.setenv("PARALLAX_DEVICE", device)
        with pytest.raises(
            MissingResourceError,
            match=f"cannot use the device '{device}': .+ unset PARALLAX_DEVICE",
        ):
            model_loading.load("tagger")

    def test_spans_are_those_of_the_files(self):
        from analysis.annotate.tagger_model import label_texts
        from analysis.neural.torch_model import open_model

        found = [
            label_texts(["a"], [TEXT], opened)[0]
            for opened in (
                Model("tagger", threads=1),
                open_model("tagger", device="cpu"),
            )
        ]
        plain, torched = ([(s["label"], s["start"], s["end"]) for s in spans] for spans in found)
        assert len(plain) > 3
        assert plain == torched

    @pytest.mark.parametrize("others", [0, 1])
    def test_scores_are_those_of_the_files_beside_a_longer_row_too(self, others):
        from analysis.neural.torch_model import open_model

        plain, torched = (
            Model("polarity", threads=1),
            open_model("polarity", device="cpu"),
        )
        rows = [row(plain), [*row(plain), *row(plain)]][: 1 + others]
        alone, together = np.concatenate([plain.judge([r]) for r in rows]), torched.judge(rows)
        assert np.abs(softmax(alone) - softmax(together)).max() < 0.02
