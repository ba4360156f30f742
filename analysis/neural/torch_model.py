"""
Run the reader with torch: modules in training, or the shipped files on a GPU.

In: modules, or the files in ``data/models/reader``. Out: a model with the methods of ``analysis.neural.onnx_model.Model``.
The shipped matrices are int8, and onnxruntime rounds what they multiply to eight bits as well. Here both are whole
numbers kept in floats (``analysis.neural.architecture.Rounded``); how near the labels are stands in ``data/models/reader/CARD.md``.
"""

import re

from analysis.core.errors import MissingResourceError
from analysis.core.paths import NEURAL_MODEL
from analysis.neural.label_scheme import special_tokens
from analysis.neural.model_files import PARTS, check_files
from analysis.neural.onnx_model import Model

__all__ = ["TorchModel", "open_model", "restore"]


class TorchModel(Model):
    """
    Torch modules behind the methods of ``Model``.

    Parameters
    ----------
    tokenizer : tokenizers.Tokenizer
    stacks : dict of str to (Module, Module)
        Encoder and top of each stack of layers.
    device : str
        As torch names it.
    fast : bool
        Compute in bfloat16 where that pays.
    """

    batch = 64

    def __init__(self, tokenizer, stacks, device="cpu", fast=True):
        self.tokenizer, self.modules, self.stacks = tokenizer, stacks, tuple(stacks)
        self.start, self.end, self.pad = special_tokens(tokenizer)
        self.device, self.fast = device, fast

    def _run(self, stack, feed):
        import torch

        from analysis.neural.architecture import set_padding_mask

        encoder, top = (module.eval() for module in self.modules[stack])
        ids, mask = (torch.as_tensor(feed[name]).to(self.device) for name in ("ids", "mask"))
        kind = torch.device(self.device).type
        with torch.inference_mode(), torch.autocast(kind, torch.bfloat16, enabled=self.fast):
            set_padding_mask(top, mask)
            out = top(encoder(ids, mask), mask)
        return [o.float().cpu().numpy() for o in (out if isinstance(out, tuple) else (out,))]


def open_model(part, folder=NEURAL_MODEL, device="cuda"):
    """
    Open a part of the reader with torch.

    Parameters
    ----------
    part : {"tagger", "polarity"}
    folder : Path
    device : str
        As torch names it: ``cuda``, ``cuda:1``, ``cpu``.

    Returns
    -------
    TorchModel

    Raises
    ------
    MissingResourceError
        If torch or the device is absent, or a file is absent or altered.
    """
    from tokenizers import Tokenizer

    _refuse_without(device)
    if device.startswith("cuda"):
        _allow_tf32()
    check_files(folder, part)
    stacks = {stack: [m.to(device) for m in restore(folder, stack, part)] for stack in PARTS[part]}
    return TorchModel(
        Tokenizer.from_file(str(folder / f"{part}_tokens.json")), stacks, device, fast=False
    )


def _allow_tf32():
    """Let this process multiply in TF32: whole numbers up to 255 stay exact, attention loses some bits."""
    import torch

    matrices = torch.backends.cuda.matmul
    if hasattr(matrices, "fp32_precision"):
        matrices.fp32_precision = "tf32"
    else:  # torch before 2.9
        matrices.allow_tf32 = True


def _refuse_without(device):
    install = "Install it: pip install -e .[gpu], or unset PARALLAX_DEVICE to run on the CPU."
    try:
        import onnx  # noqa: F401
        import torch
    except ImportError as error:
        raise MissingResourceError(
            f"The reader runs on {device!r} with torch and onnx: {error}. {install}"
        ) from error
    try:
        torch.empty(0, device=device)
    except (
        RuntimeError,
        AssertionError,
    ) as error:  # an unknown name, no driver, or fewer GPUs than that
        why = f"torch {torch.__version__} cannot use the device {device!r}: {str(error).splitlines()[0]}"
        raise MissingResourceError(f"{why}. {install}") from error


def restore(folder, stack, part, rounded=True):
    """
    Turn a stack's two files back into modules.

    Parameters
    ----------
    folder : Path
    stack, part : str
        See ``analysis.neural.onnx_model.PARTS``.
    rounded : bool
        Whether int8 matrices round what they multiply, as onnxruntime does; else they are plain floats.

    Returns
    -------
    encoder, top : Module
    """
    from analysis.neural.architecture import (
        Encoder,
        PolarityClassifier,
        SmoothQuantLinear,
        Tagger,
        replace_modules,
        round_matrices,
        shape_of,
    )

    (words, _), (state, scales) = (
        _state(folder / f"{stack}_words.onnx", "encoder."),
        _state(folder / f"{stack}.onnx"),
    )
    table = _table(words.pop("words.pairs"), words.pop("words.scale"))
    shape = shape_of(table.shape[1])
    encoder = Encoder(len(table), 0, shape)
    if shape.distance:
        words["layers.distance.weight"] = state["layers.distance.weight"]
    encoder.load_state_dict({**words, "words.weight": table})
    top = (Tagger if part == "tagger" else PolarityClassifier)(
        len({k.split(".")[2] for k in state if ".blocks." in k}), shape
    )
    evened = [name.removesuffix(".shrink") for name in state if name.endswith(".shrink")]
    replace_modules(
        top, evened, lambda name, linear: SmoothQuantLinear(linear, state[f"{name}.shrink"])
    )
    top.load_state_dict(state)
    if rounded:
        round_matrices(top, scales)
    else:
        replace_modules(top, evened, lambda _, part: part.folded())
    return encoder.eval().requires_grad_(False), top.eval().requires_grad_(False)


def _table(pairs, scale):
    """Unpack an embedding that ``analysis.neural.architecture.Int4Embedding`` packed."""
    import torch

    from analysis.neural.architecture import Int4Embedding

    packed = Int4Embedding(torch.zeros(1, pairs.shape[1] * 2))
    packed.pairs, packed.scale = pairs.to(torch.uint8), scale
    return packed(torch.arange(len(pairs)))


def _state(path, prefix=""):
    """
    Read the named weights of a file, and its matrices by the names of the modules that multiply by them.

    Also the scales of those that are int8.
    """
    import onnx
    import torch
    from onnx import numpy_helper

    graph = onnx.load(path).graph
    stored = {i.name: torch.tensor(numpy_helper.to_array(i)) for i in graph.initializer}
    kinds = (".weight", ".bias", ".pairs", ".scale", ".shrink")
    state, scales = (
        {k.removeprefix(prefix): v.float() for k, v in stored.items() if k.endswith(kinds)},
        {},
    )
    for node in graph.node:
        module = re.split(r"/(?:MatMul|Gemm)", node.name)[0].strip("/").replace("/", ".")
        if node.op_type == "MatMulInteger":
            weight = node.input[1]
            scales[module] = stored[weight.replace("_quantized", "_scale")].float()
            state[f"{module}.weight"] = (stored[weight].float() * scales[module]).T.contiguous()
        elif node.op_type == "MatMul" and node.input[1] in stored:
            state[f"{module}.weight"] = stored[node.input[1]].T.contiguous()
    return state, scales
