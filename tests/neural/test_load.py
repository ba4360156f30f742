"""The same model is opened once, and the environment chooses how it runs."""

import importlib.util

import pytest

from analysis.core.errors import MissingResourceError
from analysis.neural.load import load_polarity, load_tagger
from analysis.neural.onnx_model import Model
from analysis.neural.polarity_model import PolarityModel

HAS_TORCH = importlib.util.find_spec("torch") is not None


def test_the_same_arguments_return_the_same_model():
    assert load_polarity() is load_polarity()
    assert load_tagger() is load_tagger()
    assert load_tagger(threads=1) is not load_tagger(threads=2)


@pytest.mark.parametrize("device", ["cpu", ""])
def test_the_cpu_runs_the_files_with_onnxruntime(monkeypatch, device):
    monkeypatch.setenv("PARALLAX_DEVICE", device)
    assert type(load_tagger()) is Model
    assert type(load_polarity()) is PolarityModel


@pytest.mark.skipif(HAS_TORCH, reason="torch is installed")
def test_another_device_needs_torch_and_the_error_names_the_command(monkeypatch):
    monkeypatch.setenv("PARALLAX_DEVICE", "cuda")
    with pytest.raises(
        MissingResourceError,
        match=r"on 'cuda', torch and onnx are needed: .*pip install -e \.\[gpu\]",
    ):
        load_tagger()
    with pytest.raises(MissingResourceError):
        load_polarity()
