"""
Run the neural model with torch: modules in training, or the ONNX files on a GPU.

In: modules, or the files in ``data/models/reader``. Out: models with the methods of
``analysis.neural.onnx_model.Model`` and ``analysis.neural.polarity_model.PolarityModel``. The
matrices in the files are int8, and onnxruntime rounds their inputs to eight bits too.
Here both are integers stored as floats
(``analysis.neural.architecture.FakeQuantLinear``). ``data/models/reader/CARD.md`` says how close
the labels are.
"""

import re
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from analysis.core.errors import MissingResourceError
from analysis.core.paths import NEURAL_MODEL
from analysis.neural.label_scheme import Scheme, special_tokens
from analysis.neural.model_files import EMBEDDING, TOKENIZER, check_files
from analysis.neural.onnx_model import Model
from analysis.neural.polarity_model import PolarityModel

if TYPE_CHECKING:
    import torch
    from tokenizers import Tokenizer

    from analysis.neural.architecture import Encoder, PolarityClassifier, Shape, Tagger

__all__ = [
    "TorchModel",
    "TorchPolarity",
    "open_polarity",
    "open_tagger",
    "restore_polarity",
    "restore_tagger",
]

_WEIGHT_NAMES = (".weight", ".bias", ".pairs", ".scale", ".shrink")


class TorchModel(Model):
    """
    Torch modules with the methods of ``Model``.

    Parameters
    ----------
    tokenizer : tokenizers.Tokenizer
    encoder, head : Module
        The embedding, with layers in training, and the layers with their output.
    device : str
        A torch device.
    fast : bool
        Whether to compute in bfloat16 where torch considers that worthwhile.
    """

    batch = 64

    def __init__(
        self,
        tokenizer: "Tokenizer",
        encoder: "torch.nn.Module",
        head: "torch.nn.Module",
        device: str = "cpu",
        fast: bool = True,
    ) -> None:
        self.tokenizer = tokenizer
        self.encoder = encoder
        self.head = head
        self.start, self.end, self.pad = special_tokens(tokenizer)
        self.device = device
        self.fast = fast

    def _run(self, inputs: dict[str, np.ndarray]) -> list[np.ndarray]:
        import torch

        from analysis.neural.architecture import set_padding_mask

        encoder, head = self.encoder, self.head
        encoder.eval()
        head.eval()
        ids = torch.as_tensor(inputs["ids"]).to(self.device)
        mask = torch.as_tensor(inputs["mask"]).to(self.device)
        device_type = torch.device(self.device).type
        with torch.inference_mode(), torch.autocast(device_type, torch.bfloat16, enabled=self.fast):
            set_padding_mask(head, mask)
            outputs = head(encoder(ids, mask), mask)
        return [output.float().cpu().numpy() for output in outputs]


class TorchPolarity(PolarityModel):
    """
    A torch module with the methods of ``PolarityModel``.

    Parameters
    ----------
    head : PolarityClassifier
    device : str
        A torch device.
    """

    def __init__(self, head: "PolarityClassifier", device: str = "cpu") -> None:
        self.head = head.to(device).eval()
        self.device = device

    def _run(self, inputs: dict[str, np.ndarray]) -> np.ndarray:
        import torch

        tensors = {name: torch.as_tensor(value).to(self.device) for name, value in inputs.items()}
        with torch.inference_mode():
            return self.head(**tensors).float().cpu().numpy()


def open_tagger(folder: Path = NEURAL_MODEL, device: str = "cuda") -> TorchModel:
    """
    Open the tagger with torch.

    Parameters
    ----------
    folder : Path
    device : str
        A torch device: ``cuda``, ``cuda:1``, ``cpu``.

    Returns
    -------
    TorchModel

    Raises
    ------
    MissingResourceError
        If torch or the device is not available, or a file is missing or has changed.
    """
    from tokenizers import Tokenizer

    _prepare(device)
    facts = check_files(folder, "tagger")
    encoder, head = restore_tagger(folder)
    tokenizer = Tokenizer.from_file(str(folder / TOKENIZER))
    model = TorchModel(tokenizer, encoder.to(device), head.to(device), device, fast=False)
    model.scheme = Scheme(facts["tags"], facts["vectors"])
    return model


def open_polarity(folder: Path = NEURAL_MODEL, device: str = "cuda") -> TorchPolarity:
    """
    Open the classifier of polarity with torch, as ``open_tagger`` opens the tagger.

    Parameters
    ----------
    folder : Path
    device : str

    Returns
    -------
    TorchPolarity

    Raises
    ------
    MissingResourceError
        As there.
    """
    _prepare(device)
    check_files(folder, "polarity")
    return TorchPolarity(restore_polarity(folder), device)


def _prepare(device: str) -> None:
    _check_device(device)
    if device.startswith("cuda"):
        _allow_tf32()


def _allow_tf32() -> None:
    """Multiply in TF32, which keeps integers up to 255 exact and costs attention some bits."""
    import torch

    matrices = torch.backends.cuda.matmul
    if hasattr(matrices, "fp32_precision"):
        matrices.fp32_precision = "tf32"
    else:  # torch before 2.9
        matrices.allow_tf32 = True


def _check_device(device: str) -> None:
    """Raise an error if torch, onnx or the device is not available."""
    advice = "Install it: pip install -e .[gpu], or unset PARALLAX_DEVICE to run on the CPU."
    try:
        import onnx  # noqa: F401
        import torch
    except ImportError as error:
        raise MissingResourceError(
            f"To run the neural model on {device!r}, torch and onnx are needed: {error}. {advice}"
        ) from error
    try:
        torch.empty(0, device=device)
    except (RuntimeError, AssertionError) as error:
        # The name is unknown, there is no driver, or there are fewer GPUs.
        first_line = str(error).splitlines()[0]
        raise MissingResourceError(
            f"torch {torch.__version__} cannot use the device {device!r}: {first_line}. {advice}"
        ) from error


def restore_tagger(folder: Path, rounded: bool = True) -> "tuple[torch.nn.Module, torch.nn.Module]":
    """
    Rebuild the modules of the tagger from its two ONNX files.

    Parameters
    ----------
    folder : Path
    rounded : bool
        Whether int8 matrices round their inputs to eight bits, as onnxruntime does. If False, they
        become ordinary dense layers.

    Returns
    -------
    encoder, head : Module
        In evaluation mode, without gradients. The encoder has no layers.
    """
    from analysis.neural.architecture import Tagger, shape_of

    embedding_state, _ = _read_weights(folder / EMBEDDING, "encoder.")
    state, scales = _read_weights(folder / "tagger.onnx")
    table = _unpack_table(embedding_state.pop("words.pairs"), embedding_state.pop("words.scale"))
    shape = shape_of(table.shape[1])
    embedding_state["words.weight"] = table
    if shape.distance:
        embedding_state["layers.distance.weight"] = state["layers.distance.weight"]
    sizes = {"n_tags": len(state["tags.bias"]), "n_vectors": len(state["vectors.bias"])}
    head = Tagger(_n_layers(state), shape, **sizes)
    _fill_head(head, state, scales, rounded)
    encoder = _filled_encoder(embedding_state, shape)
    return encoder.eval().requires_grad_(False), head.eval().requires_grad_(False)


def restore_polarity(folder: Path, rounded: bool = True) -> "PolarityClassifier":
    """
    Rebuild the classifier of polarity from its ONNX file.

    Parameters
    ----------
    folder : Path
    rounded : bool
        As in ``restore_tagger``.

    Returns
    -------
    PolarityClassifier
        In evaluation mode, without gradients.
    """
    from analysis.neural.architecture import PolarityClassifier, shape_of

    state, scales = _read_weights(folder / "polarity.onnx")
    head = PolarityClassifier(_n_layers(state), shape_of(state["marks.weight"].shape[1]))
    _fill_head(head, state, scales, rounded)
    return head.eval().requires_grad_(False)


def _n_layers(state: "dict[str, torch.Tensor]") -> int:
    return len({name.split(".")[2] for name in state if ".blocks." in name})


def _filled_encoder(state: "dict[str, torch.Tensor]", shape: "Shape") -> "Encoder":
    from analysis.neural.architecture import Encoder

    encoder = Encoder(len(state["words.weight"]), 0, shape)
    encoder.load_state_dict(state)
    return encoder


def _fill_head(
    head: "Tagger | PolarityClassifier",
    state: "dict[str, torch.Tensor]",
    scales: "dict[str, torch.Tensor]",
    rounded: bool,
) -> None:
    """Load the weights of a head, whose smoothed layers are recognised by the name of a weight."""
    from analysis.neural.architecture import SmoothQuantLinear, replace_modules, round_matrices

    def smoothed(name: str, linear: "torch.nn.Linear") -> SmoothQuantLinear:
        return SmoothQuantLinear(linear, state[f"{name}.shrink"])

    def folded(name: str, layer: SmoothQuantLinear) -> "torch.nn.Linear":
        return layer.folded()

    names = [name.removesuffix(".shrink") for name in state if name.endswith(".shrink")]
    replace_modules(head, names, smoothed)
    head.load_state_dict(state)
    if rounded:
        round_matrices(head, scales)
    else:
        replace_modules(head, names, folded)


def _unpack_table(pairs: "torch.Tensor", scale: "torch.Tensor") -> "torch.Tensor":
    """Return the embedding table that ``Int4Embedding`` packed."""
    import torch

    from analysis.neural.architecture import Int4Embedding

    packed = Int4Embedding(torch.zeros(1, pairs.shape[1] * 2))
    packed.pairs = pairs.to(torch.uint8)
    packed.scale = scale
    return packed(torch.arange(len(pairs)))


def _read_weights(
    path: Path, prefix: str = ""
) -> "tuple[dict[str, torch.Tensor], dict[str, torch.Tensor]]":
    """
    Return the weights of an ONNX file and the scales of its int8 matrices, by module name.

    ONNX names a matrix after the operation that multiplies by it, so its module is found there.
    """
    import onnx
    import torch
    from onnx import numpy_helper

    graph = onnx.load(path).graph
    stored = {}
    for initializer in graph.initializer:
        stored[initializer.name] = torch.tensor(numpy_helper.to_array(initializer))
    weights = {}
    for name, value in stored.items():
        if name.endswith(_WEIGHT_NAMES):
            weights[name.removeprefix(prefix)] = value.float()
    scales = {}
    for node in graph.node:
        module = re.split(r"/(?:MatMul|Gemm)", node.name)[0].strip("/").replace("/", ".")
        if module.startswith("blocks."):  # every state was given out, not by a call of the stack
            module = f"layers.{module}"
        if node.op_type == "MatMulInteger":
            matrix = node.input[1]
            scale = stored[matrix.replace("_quantized", "_scale")].float()
            scales[module] = scale
            weights[f"{module}.weight"] = (stored[matrix].float() * scale).T.contiguous()
        elif node.op_type == "MatMul" and node.input[1] in stored:
            weights[f"{module}.weight"] = stored[node.input[1]].T.contiguous()
    return weights, scales
