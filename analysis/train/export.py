"""
Export trained modules to the files that the reader runs from.

In: the folders of a tagger run and of two polarity runs, and the published weights. Out: the files of
``analysis.model.FILES``, and ``reader.json`` with the hash of each.
Matrices become int8 with one scale a column, activations are quantised as they come (dynamic); embeddings are int8
rows with a scale each; norms, biases and the heads for labels stay float32.

    python -m analysis.train.export START TAGGER_OUT POLARITY_OUT NEWS_POLARITY_OUT data/models/reader --version 1
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
from analysis.train.network import Encoder, Mean, Polarity, Tagger, Words, load_encoder, shape_of
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


def _onnx(module, width, inputs, outputs, path):
    ids = torch.randint(5, 50, (2, 16))
    example = {"ids": ids, "hidden": torch.randn(2, 16, width), "mask": torch.ones_like(ids)}
    sizes = {n: {0: "rows", 1: "tokens"} for n in (*inputs, *outputs)}
    torch.onnx.export(module, tuple(example[n] for n in inputs), path, input_names=inputs, output_names=outputs,
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


def _published(start):
    """The encoder as published: its embedding, and its layers with the mean of their vectors."""
    from safetensors.torch import load_file

    packed = {}
    for path in sorted(Path(start).glob("start*.safetensors")):
        packed |= load_file(path)
    weights = unpack(packed)
    n = 1 + max(int(k.split(".")[2]) for k in weights if k.startswith("encoder.layer."))
    return [m.eval() for m in load_encoder(weights, [], (Mean, list(range(n))))]


def export(start, tagger_run, polarity_run, news_run, out, version="1", whole=False):
    """
    Write the reader's files.

    Parameters
    ----------
    start : Path
        What ``prepare`` wrote of the published encoder: the embedding ``words`` and the vectors.
    tagger_run : Path
        A run of ``fit tagger``: its embedding becomes ``words_news``.
    polarity_run, news_run : Path
        Two runs of ``fit polarity``, on the first embedding and on the second.
    out : Path
        Folder to write to.
    version : str
    whole : bool
        Leave everything in float32, to compare with.
    """
    out.mkdir(parents=True, exist_ok=True)
    words, mean = _published(start)
    news = load_run(tagger_run, "encoder")
    width = words.words.weight.shape[1]
    parts = (("words", Words(words), ["hidden"]), ("words_news", Words(news), ["hidden"]),
             ("tagger", load_run(tagger_run, "tagger"), ["tags", "vectors"]), ("vectors", mean, ["mean"]),
             ("polarity", load_run(polarity_run, "polarity"), ["scores"]),
             ("polarity_news", load_run(news_run, "polarity"), ["scores"]))
    with tempfile.TemporaryDirectory() as scratch:
        for name, module, outputs in parts:
            path, inputs = Path(scratch) / f"{name}.onnx", ["hidden", "mask"]
            if name in ("words", "words_news"):
                inputs = ["ids"]
                module.encoder.words = module.encoder.words if whole else RowScaled(module.encoder.words.weight.data)
            _onnx(module.eval(), width, inputs, outputs, path)
            if whole or inputs == ["ids"]:
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
    for name in ("start", "tagger", "polarity", "news", "out"):
        parser.add_argument(name, type=Path)
    parser.add_argument("--version", default="1")
    parser.add_argument("--float", action="store_true", help="no int8: a reader to compare with")
    o = parser.parse_args(arguments)
    export(o.start, o.tagger, o.polarity, o.news, o.out, o.version, o.float)


if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    main()
