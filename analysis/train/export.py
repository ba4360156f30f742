"""
Export trained modules to the files that the reader runs from.

In: the folders of a tagger run and of two polarity runs, or of those that are new. Out: the files of
``analysis.neural.onnx_model.FILES``, and ``reader.json`` with the hash of each; files of a part without a run stay as they are.
Matrices become int8 with one scale a column; activations, evened out before, are quantised as they come (dynamic);
embeddings take four bits a number with a scale for every 32, places two bytes; norms, biases and the heads for labels
stay float32.

    python -m analysis.train.export data/models/reader --tagger RUN --polarity RUN --news RUN --version 1
"""

import argparse
import hashlib
import json
import logging
import shutil
import tempfile
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch import nn

from analysis.annotate.passages import INSIDE, OVERLAP
from analysis.core.tables import POLARITIES
from analysis.neural.architecture import (
    Encoder,
    Float16Embedding,
    Int4Embedding,
    PolarityClassifier,
    SmoothQuantLinear,
    Tagger,
    TokenEmbedding,
    replace_modules,
    shape_of,
)
from analysis.neural.label_scheme import TAGS, VECTOR_SIZE, VECTORS, special_tokens
from analysis.neural.model_files import FILES, PARTS
from analysis.train.evaluate import gold

__all__ = ["export", "load_run", "main"]

log = logging.getLogger(__name__)
EVEN = (
    "qkv",
    "up",
    "down",
)  # the layers of a block whose input is evened out; of ``out`` it gained little
SHOWN = {"attributions/train": 20, "figures/train": 6}  # every twentieth article, every sixth
OPSET = 17


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
        module = (Tagger if name == "tagger" else PolarityClassifier)(n, shape_of(width))
    module.load_state_dict(state)
    return module.eval()


def _onnx(module, width, inputs, outputs, path):
    ids = torch.randint(5, 50, (2, 16))
    example = {"ids": ids, "hidden": torch.randn(2, 16, width), "mask": torch.ones_like(ids)}
    sizes = {n: {0: "rows", 1: "tokens"} for n in (*inputs, *outputs)}
    torch.onnx.export(
        module,
        tuple(example[n] for n in inputs),
        path,
        input_names=inputs,
        output_names=outputs,
        dynamic_axes=sizes,
        opset_version=OPSET,
        dynamo=False,
    )


def _shrink(path, out):
    """Quantise the matrices of the layers; the small heads stay as they are."""
    import onnx
    from onnxruntime.quantization import QuantType, quantize_dynamic
    from onnxruntime.quantization.shape_inference import quant_pre_process

    with tempfile.TemporaryDirectory() as scratch:
        clean = Path(scratch) / "clean.onnx"
        quant_pre_process(str(path), str(clean), skip_symbolic_shape=True)
        keep = [
            n.name
            for n in onnx.load(clean).graph.node
            if n.op_type == "MatMul" and "/layers/" not in n.name and "vectors" not in n.name
        ]
        quantize_dynamic(
            str(clean),
            str(out),
            op_types_to_quantize=["MatMul"],
            per_channel=True,
            reduce_range=False,
            weight_type=QuantType.QInt8,
            nodes_to_exclude=keep,
        )


def export(runs, out, version="1", whole=False, texts=()):
    """
    Write the reader's files.

    Parameters
    ----------
    runs : dict of str to Path
        For each stack of layers the folder that ``fit`` wrote, with the ``tokenizer.json`` that it read with:
        ``tagger``, ``polarity``, ``polarity_news``. A part none of whose stacks is named keeps the files in ``out``.
    out : Path
        Folder to write to.
    version : str
    whole : bool
        Leave everything in float32, to compare with.
    texts : iterable of str
        What the tagger's layers are evened out on before they become int8; none leaves them as they are.
    """
    out.mkdir(parents=True, exist_ok=True)
    for part, stacks in PARTS.items():
        if not set(stacks) & set(runs):
            continue
        shutil.copy(runs[stacks[0]] / "tokenizer.json", out / f"{part}_tokens.json")
        for stack in stacks:
            _export_stack(
                load_run(runs[stack], "encoder"),
                load_run(runs[stack], part),
                stack,
                out,
                whole,
                list(texts) if part == "tagger" else [],
            )
    facts = {
        "version": version,
        "window": INSIDE + 2,
        "overlap": OVERLAP,
        "tags": TAGS,
        "vectors": VECTORS,
        "vector_size": VECTOR_SIZE,
        "polarities": POLARITIES,
        "opset": OPSET,
        "sha256": {name: hashlib.sha256((out / name).read_bytes()).hexdigest() for name in FILES},
    }
    (out / "reader.json").write_text(json.dumps(facts, indent=1) + "\n", encoding="utf8")


def _seen(encoder, top, tokenizer, texts):
    """Give the largest absolute value of each channel that goes into a dense layer, by its name, over texts."""
    seen, hooks = {}, []

    def watch(name):
        def hook(_, given):
            most = given[0].detach().abs().flatten(0, -2).amax(0)
            seen[name] = torch.maximum(seen[name], most) if name in seen else most

        return hook

    for name, module in top.layers.named_modules():
        if name.endswith(EVEN):
            hooks.append(module.register_forward_pre_hook(watch(name)))
    tokenizer = Tokenizer.from_file(str(tokenizer))
    start, end, _ = special_tokens(tokenizer)
    with torch.inference_mode():
        for text in texts:
            ids = torch.tensor(
                [[start, *tokenizer.encode(text, add_special_tokens=False).ids[:INSIDE], end]]
            )
            mask = torch.ones_like(ids)
            top(encoder(ids, mask), mask)
    for hook in hooks:
        hook.remove()
    return seen


def _export_stack(encoder, top, stack, out, whole, texts):
    width = encoder.words.weight.shape[1]
    if len(encoder.layers.blocks):
        top.layers.blocks = nn.ModuleList([*encoder.layers.blocks, *top.layers.blocks])
        encoder.layers.blocks = nn.ModuleList()
    if texts and not whole:
        seen = _seen(encoder, top, out / f"{stack}_tokens.json", texts)
        replace_modules(
            top.layers, seen, lambda name, linear: SmoothQuantLinear(linear, seen[name])
        )
    if not whole:
        encoder.words, encoder.places = (
            Int4Embedding(encoder.words.weight.data),
            Float16Embedding(encoder.places.weight.data),
        )
    outputs = ["tags", "vectors"] if stack == "tagger" else ["scores"]
    with tempfile.TemporaryDirectory() as scratch:
        path = Path(scratch) / f"{stack}.onnx"
        _onnx(
            TokenEmbedding(encoder).eval(), width, ["ids"], ["hidden"], out / f"{stack}_words.onnx"
        )
        _onnx(top.eval(), width, ["hidden", "mask"], outputs, path)
        if whole:
            shutil.copy(path, out / path.name)
        else:
            _shrink(path, out / path.name)
    for name in (f"{stack}_words", stack):
        log.info("%s %.1f MB", name, (out / f"{name}.onnx").stat().st_size / 1e6)


def main(arguments=None):
    """Run the command."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("out", type=Path)
    for name in ("tagger", "polarity", "news"):
        parser.add_argument(f"--{name}", type=Path, metavar="RUN")
    parser.add_argument(
        "--even", type=Path, metavar="GOLD", help="even out the tagger's channels on these articles"
    )
    parser.add_argument("--version", default="1")
    parser.add_argument("--float", action="store_true", help="no int8: a reader to compare with")
    o = parser.parse_args(arguments)
    if (o.polarity is None) != (o.news is None):
        parser.error(
            "--polarity and --news go together: the two polarity classifiers share their tokens"
        )
    runs = {"tagger": o.tagger, "polarity": o.polarity, "polarity_news": o.news}
    texts = (
        [r["text"] for name, step in SHOWN.items() for r in gold(o.even, name)[::step]]
        if o.even
        else []
    )
    export({stack: run for stack, run in runs.items() if run}, o.out, o.version, o.float, texts)


if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    main()
