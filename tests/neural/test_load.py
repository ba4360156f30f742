"""The same model is opened once, and the environment chooses how it runs."""

import importlib.util

import pytest

from analysis.core.errors import MissingResourceError
from analysis.neural.load import load
from analysis.neural.onnx_model import Model

HAS_TORCH = importlib.util.find_spec("torch") is not None


def test_the_same_arguments_return_the_same_model():
    assert load("polarity") is load("polarity")
    assert load("polarity") is not load("tagger")


@pytest.mark.parametrize("device", ["cpu", ""])
def test_the_cpu_runs_the_files_with_onnxruntime(monkeypatch, device):
    monkeypatch.setenv("PARALLAX_DEVICE", device)
    assert type(load("polarity")) is Model


@pytest.mark.skipif(HAS_TORCH, reason="torch is installed")
def test_another_device_needs_torch_and_the_error_names_the_command(monkeypatch):
    monkeypatch.setenv("PARALLAX_DEVICE", "cuda")
    with pytest.raises(
        MissingResourceError,
        match=r"on 'cuda', torch and onnx are needed: .*pip install -e \.\[gpu\]",
    ):
        load("tagger")
