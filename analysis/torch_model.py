"""
Run the reader with torch: modules in training, or the shipped files on a GPU.

In: modules, or the files in ``data/models/reader``. Out: a model with the methods of ``analysis.model.Model``.
The shipped matrices are int8; here they are turned back into floats, and activations are not rounded, so a few labels
differ from onnxruntime's: F1 on dev by .004, of polarity by .007, see ``data/models/reader/CARD.md``.
"""

import re

from analysis.errors import MissingResourceError
from analysis.model import PARTS, Model, check_files, marks_of
from analysis.paths import READER

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
        self.start, self.end, self.pad = marks_of(tokenizer)
        self.device, self.fast = device, fast

    def _run(self, stack, feed):
        import torch

        encoder, top = (module.eval() for module in self.modules[stack])
        ids, mask = (torch.as_tensor(feed[name]).to(self.device) for name in ("ids", "mask"))
        kind = torch.device(self.device).type
        with torch.inference_mode(), torch.autocast(kind, torch.bfloat16, enabled=self.fast):
            out = top(encoder(ids, mask), mask)
        return [o.float().cpu().numpy() for o in (out if isinstance(out, tuple) else (out,))]


def open_model(part, folder=READER, device="cuda", fast=True):
    """
    Open a part of the reader with torch.

    Parameters
    ----------
    part : {"tagger", "polarity"}
    folder : Path
    device : str
        As torch names it: ``cuda``, ``cuda:1``, ``cpu``.
    fast : bool
        Compute in bfloat16.

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
    check_files(folder, part)
    stacks = {stack: [m.to(device) for m in restore(folder, stack, part)] for stack in PARTS[part]}
    return TorchModel(Tokenizer.from_file(str(folder / f"{part}_tokens.json")), stacks, device, fast)


def _refuse_without(device):
    install = "Install it: pip install -e .[gpu], or unset PARALLAX_DEVICE to run on the CPU."
    try:
        import onnx  # noqa: F401
        import torch
    except ImportError as error:
        raise MissingResourceError(f"The reader runs on {device!r} with torch and onnx: {error}. {install}") from error
    try:
        torch.empty(0, device=device)
    except (RuntimeError, AssertionError) as error:  # an unknown name, no driver, or fewer GPUs than that
        why = f"torch {torch.__version__} cannot use the device {device!r}: {str(error).splitlines()[0]}"
        raise MissingResourceError(f"{why}. {install}") from error


def restore(folder, stack, part):
    """
    Turn a stack's two files back into modules of floats.

    Parameters
    ----------
    folder : Path
    stack, part : str
        See ``analysis.model.PARTS``.

    Returns
    -------
    encoder, top : Module
    """
    from analysis.network import Encoder, Polarity, Tagger, shape_of

    words, state = _state(folder / f"{stack}_words.onnx", "encoder."), _state(folder / f"{stack}.onnx")
    table = _table(words.pop("words.pairs"), words.pop("words.scale"))
    shape = shape_of(table.shape[1])
    encoder = Encoder(len(table), 0, shape)
    if shape.distance:
        words["layers.distance.weight"] = state["layers.distance.weight"]
    encoder.load_state_dict({**words, "words.weight": table})
    top = (Tagger if part == "tagger" else Polarity)(len({k.split(".")[2] for k in state if ".blocks." in k}), shape)
    top.load_state_dict(state)
    return encoder.eval().requires_grad_(False), top.eval().requires_grad_(False)


def _table(pairs, scale):
    """Unpack an embedding that ``analysis.network.HalfBytes`` packed."""
    import torch

    from analysis.network import HalfBytes

    packed = HalfBytes(torch.zeros(1, pairs.shape[1] * 2))
    packed.pairs, packed.scale = pairs.to(torch.uint8), scale
    return packed(torch.arange(len(pairs)))


def _state(path, prefix=""):
    """Read the named weights of a file, and its matrices by the names of the modules that multiply by them."""
    import onnx
    import torch
    from onnx import numpy_helper

    graph = onnx.load(path).graph
    stored = {i.name: torch.tensor(numpy_helper.to_array(i)) for i in graph.initializer}
    kinds = (".weight", ".bias", ".pairs", ".scale")
    state = {k.removeprefix(prefix): v.float() for k, v in stored.items() if k.endswith(kinds)}
    for node in graph.node:
        module = re.split(r"/(?:MatMul|Gemm)", node.name)[0].strip("/").replace("/", ".")
        if node.op_type == "MatMulInteger":
            weight = node.input[1]
            scale = stored[weight.replace("_quantized", "_scale")]
            state[f"{module}.weight"] = (stored[weight].float() * scale).T.contiguous()
        elif node.op_type == "MatMul" and node.input[1] in stored:
            state[f"{module}.weight"] = stored[node.input[1]].T.contiguous()
    return state
