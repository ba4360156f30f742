"""
Export trained modules to the files that the reader runs from.

In: the folders of a tagger run and of a polarity run, and the public weights. Out: ``tagger.onnx``, ``polarity.onnx``,
``vectors.onnx``, ``tokenizer.json`` and ``reader.json`` with the hash of each.
Matrices become int8 with one scale a column, activations are quantised as they come (dynamic); embeddings are int8
rows with a scale each; norms, biases and the heads for labels stay float32.

    python -m analysis.train.export START TAGGER_OUT POLARITY_OUT data/models/reader --version 1
"""

import argparse
import hashlib
import json
import logging
import shutil
import tempfile
from pathlib import Path

import torch
from torch import nn

from analysis.annotate.reader import INSIDE, OVERLAP
from analysis.model import FILES, TAGS, VECTOR_SIZE, VECTORS
from analysis.tables import POLARITIES
from analysis.train.network import Encoder, Mean, Polarity, Reader, Tagger, load_encoder, shape_of
from analysis.train.prepare import unpack

__all__ = ["RowScaled", "export", "load_run", "main"]

log = logging.getLogger(__name__)
OPSET = 17


class RowScaled(nn.Module):
    """An embedding kept as int8 rows, each with its scale."""

    def __init__(self, weight):
        super().__init__()
        scale = weight.abs().amax(1, keepdim=True).clamp(min=1e-8) / 127
        self.register_buffer("rows", (weight / scale).round().to(torch.int8))
        self.register_buffer("scale", scale)

    def forward(self, ids):
        """Give the vectors of token numbers."""
        return self.rows[ids].float() * self.scale[ids]


def load_run(folder, name):
    """
    Rebuild a module from the weights that ``fit`` wrote.

    Parameters
    ----------
    folder : Path
    name : {"encoder", "tagger", "polarity"}

    Returns
    -------
    Module
        In float32, ready to run.
    """
    from safetensors.torch import load_file

    state = {k: v.float() for k, v in load_file(Path(folder) / f"{name}.safetensors").items()}
    n = len({k.split(".")[2] for k in state if k.startswith("layers.blocks.")})
    if name == "encoder":
        words, width = state["words.weight"].shape
        module = Encoder(words, n, shape_of(width))
    else:
        width = state["tags.weight" if name == "tagger" else "head.weight"].shape[1]
        module = (Tagger if name == "tagger" else Polarity)(n, shape_of(width))
    module.load_state_dict(state)
    return module.eval()


def _onnx(module, outputs, path):
    ids, names = torch.randint(5, 50, (2, 16)), ["ids", "mask"]
    sizes = {n: {0: "rows", 1: "tokens"} for n in (*names, *outputs)}
    torch.onnx.export(module, (ids, torch.ones_like(ids)), path, input_names=names, output_names=outputs,
                      dynamic_axes=sizes, opset_version=OPSET, dynamo=False)


def _shrink(path, out):
    """Quantise the matrices of the layers; the small heads stay as they are."""
    import onnx
    from onnxruntime.quantization import QuantType, quantize_dynamic
    from onnxruntime.quantization.shape_inference import quant_pre_process

    with tempfile.TemporaryDirectory() as scratch:
        clean = Path(scratch) / "clean.onnx"
        quant_pre_process(str(path), str(clean), skip_symbolic_shape=True)
        keep = [n.name for n in onnx.load(clean).graph.node if n.op_type == "MatMul" and "/layers/" not in n.name
                and "vectors" not in n.name]
        quantize_dynamic(str(clean), str(out), op_types_to_quantize=["MatMul"], per_channel=True, reduce_range=False,
                         weight_type=QuantType.QInt8, nodes_to_exclude=keep)


def _public(start):
    """The encoder as published, for vectors."""
    from safetensors.torch import load_file

    packed = {}
    for path in sorted(Path(start).glob("start*.safetensors")):
        packed |= load_file(path)
    weights = unpack(packed)
    n = 1 + max(int(k.split(".")[2]) for k in weights if k.startswith("encoder.layer."))
    return load_encoder(weights, list(range(n)))[0].eval()


def export(start, tagger_run, polarity_run, out, version="1", whole=False):
    """
    Write the reader's files.

    Parameters
    ----------
    start, tagger_run, polarity_run : Path
        Folders of ``prepare`` (its encoder gives the vectors) and of two runs of ``fit``.
    out : Path
        Folder to write to.
    version : str
    whole : bool
        Leave everything in float32, to compare with.
    """
    out.mkdir(parents=True, exist_ok=True)
    parts = (("tagger", load_run(tagger_run, "encoder"), load_run(tagger_run, "tagger"), ["tags", "vectors"]),
             ("polarity", load_run(polarity_run, "encoder"), load_run(polarity_run, "polarity"), ["scores"]),
             ("vectors", _public(start), Mean(), ["mean"]))
    with tempfile.TemporaryDirectory() as scratch:
        for name, encoder, top, outputs in parts:
            if not whole:
                encoder.words = RowScaled(encoder.words.weight.data)
            path = Path(scratch) / f"{name}.onnx"
            _onnx(Reader(encoder, top).eval(), outputs, path)
            if whole:
                shutil.copy(path, out / f"{name}.onnx")
            else:
                _shrink(path, out / f"{name}.onnx")
            log.info("%s %.1f MB", name, (out / f"{name}.onnx").stat().st_size / 1e6)
    shutil.copy(Path(start) / "tokenizer.json", out / "tokenizer.json")
    facts = {
        "version": version, "window": INSIDE + 2, "overlap": OVERLAP, "tags": TAGS, "vectors": VECTORS,
        "vector_size": VECTOR_SIZE, "polarities": POLARITIES, "opset": OPSET,
        "sha256": {name: hashlib.sha256((out / name).read_bytes()).hexdigest() for name in FILES},
    }
    (out / "reader.json").write_text(json.dumps(facts, indent=1) + "\n", encoding="utf8")


def main(arguments=None):
    """Run the command."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    for name in ("start", "tagger", "polarity", "out"):
        parser.add_argument(name, type=Path)
    parser.add_argument("--version", default="1")
    parser.add_argument("--float", action="store_true", help="no int8: a reader to compare with")
    o = parser.parse_args(arguments)
    export(o.start, o.tagger, o.polarity, o.out, o.version, o.float)


if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    main()
