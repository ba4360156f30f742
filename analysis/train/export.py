"""
Export trained modules to the files that the model runs from.

In: the folders of a tagger run and of a polarity run, or of the new one of both. Out: the files
listed in ``analysis.neural.model_files.FILES``, and ``reader.json`` with the hash of each; files
of a part without a new run are kept. Matrices become int8 with one scale for each column;
activations are quantised as they occur (dynamic), after SmoothQuant if articles are given;
embeddings take four bits a number with a scale for every 32, positions two bytes; norms, biases
and the heads for labels stay float32.

    python -m analysis.train.export data/models/reader --tagger RUN --polarity RUN --version 1
"""

import argparse
import hashlib
import json
import logging
import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch import Tensor, nn

from analysis.annotate.passages import INSIDE, OVERLAP
from analysis.annotate.token_states import read_states
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
from analysis.neural.model_files import EMBEDDING, FILES, TOKENIZER
from analysis.neural.onnx_model import Model
from analysis.train.evaluate import gold

__all__ = ["export", "load_run", "main", "to_int8"]

log = logging.getLogger(__name__)
# Linear layers whose input is smoothed; smoothing that of ``out`` gained little.
SMOOTHED = ("qkv", "up", "down")
# Articles for smoothing: every twentieth of one file, every sixth of the other.
SMOOTHING_STEPS = {"attributions/train": 20, "figures/train": 6}
OPSET = 17
IN_LAYERS = ("/blocks.", "vectors")
SENTENCE_TOKENS = 48  # of the pieces on which the classifier of polarity is smoothed


def load_run(folder: Path, name: str) -> nn.Module:
    """
    Rebuild a module from the weights that ``fit`` wrote.

    Parameters
    ----------
    folder : Path
    name : {"encoder", "tagger", "polarity"}

    Returns
    -------
    Module
        In float32 and in evaluation mode.
    """
    from safetensors.torch import load_file

    packed = load_file(folder / f"{name}.safetensors")
    state = {key: value.float() for key, value in packed.items()}
    layers = {key.split(".")[2] for key in state if key.startswith("layers.blocks.")}
    if name == "encoder":
        n_words, width = state["words.weight"].shape
        module = Encoder(n_words, len(layers), shape_of(width))
    elif name == "tagger":
        module = Tagger(len(layers), shape_of(state["tags.weight"].shape[1]))
    else:
        module = PolarityClassifier(len(layers), shape_of(state["head.weight"].shape[1]))
    module.load_state_dict(state)
    return module.eval()


def _write_onnx(
    module: nn.Module,
    width: int,
    inputs: Sequence[str],
    outputs: Sequence[str],
    path: Path,
) -> None:
    ids = torch.randint(5, 50, (2, 16))
    ones = torch.ones_like(ids)
    hidden = torch.randn(2, 16, width)
    examples = {"ids": ids, "hidden": hidden, "mask": ones, "mention": ones}
    torch.onnx.export(
        module,
        tuple(examples[name] for name in inputs),
        path,
        input_names=inputs,
        output_names=outputs,
        dynamic_axes={name: {0: "rows", 1: "tokens"} for name in (*inputs, *outputs)},
        opset_version=OPSET,
        dynamo=False,
    )


def to_int8(path: Path, out: Path, in_layers: Sequence[str] = IN_LAYERS) -> None:
    """
    Make the matrices of the layers int8; the small heads stay as they are.

    Parameters
    ----------
    path, out : Path
        ONNX files.
    in_layers : sequence of str
        Parts of the names of the matrices that become int8.

    Raises
    ------
    RuntimeError
        If none did.
    """
    import onnx
    from onnxruntime.quantization import QuantType, quantize_dynamic
    from onnxruntime.quantization.shape_inference import quant_pre_process

    with tempfile.TemporaryDirectory() as scratch:
        clean = Path(scratch) / "clean.onnx"
        quant_pre_process(str(path), str(clean), skip_symbolic_shape=True)
        excluded = []
        for node in onnx.load(clean).graph.node:
            is_in_layers = any(part in node.name for part in in_layers)
            if node.op_type == "MatMul" and not is_in_layers:
                excluded.append(node.name)
        quantize_dynamic(
            str(clean),
            str(out),
            op_types_to_quantize=["MatMul"],
            per_channel=True,
            reduce_range=False,
            weight_type=QuantType.QInt8,
            nodes_to_exclude=excluded,
        )
    if not any(node.op_type == "MatMulInteger" for node in onnx.load(out).graph.node):
        raise RuntimeError(f"{out}: no matrix became int8. Are the layers named otherwise now?")


def export(
    runs: Mapping[str, Path],
    out: Path,
    version: str = "1",
    quantise: bool = True,
    texts: Iterable[str] = (),
) -> None:
    """
    Write the files of the model.

    Parameters
    ----------
    runs : dict of str to Path
        For each part (``tagger``, ``polarity``) the folder that ``fit`` or ``polarity`` wrote. A
        part that is not named keeps its files in ``out``. The classifier belongs to the tagger on
        whose states it was trained.
    out : Path
        Folder to write to.
    version : str
    quantise : bool
        If False, everything stays float32, for comparison.
    texts : iterable of str
        Texts on which the layers are smoothed before they become int8; without texts they are not
        smoothed.
    """
    out.mkdir(parents=True, exist_ok=True)
    texts = list(texts) if quantise else []
    if "tagger" in runs:
        _export_tagger(runs["tagger"], out, quantise, texts)
        _write_facts(out, version)
    if "polarity" in runs:
        _export_polarity(runs["polarity"], out, quantise, texts)
        _write_facts(out, version)


def _export_tagger(run: Path, out: Path, quantise: bool, texts: Sequence[str]) -> None:
    encoder = load_run(run, "encoder")
    head = load_run(run, "tagger")
    if len(encoder.layers.blocks):  # the encoder's layers lie below those of the head
        head.layers.blocks = nn.ModuleList([*encoder.layers.blocks, *head.layers.blocks])
        encoder.layers.blocks = nn.ModuleList()
    if texts:
        _smooth(head, _inputs_of_tagger(encoder, run / "tokenizer.json", texts))
    shutil.copy(run / "tokenizer.json", out / TOKENIZER)
    _export_embedding(encoder, out / EMBEDDING, quantise)
    outputs = ["tags", "vectors", "middle"]
    _export_layers(head, ["hidden", "mask"], outputs, out / "tagger.onnx", quantise)


def _export_polarity(run: Path, out: Path, quantise: bool, texts: Sequence[str]) -> None:
    """Write the classifier, which is smoothed on states of the tagger in the same folder."""
    head = load_run(run, "polarity")
    if texts:
        _smooth(head, _inputs_of_classifier(Model(out), texts))
    inputs = ["hidden", "mask", "mention"]
    _export_layers(head, inputs, ["scores"], out / "polarity.onnx", quantise)


def _inputs_of_tagger(
    encoder: nn.Module, tokenizer_path: Path, texts: Iterable[str]
) -> Iterator[tuple[Tensor, ...]]:
    tokenizer = Tokenizer.from_file(str(tokenizer_path))
    start, end, _ = special_tokens(tokenizer)
    for text in texts:
        tokens = tokenizer.encode(text, add_special_tokens=False).ids[:INSIDE]
        ids = torch.tensor([[start, *tokens, end]])
        mask = torch.ones_like(ids)
        yield encoder(ids, mask), mask


def _inputs_of_classifier(tagger: Model, texts: Iterable[str]) -> Iterator[tuple[Tensor, ...]]:
    """Yield pieces of texts as long as sentences, with a word in their middle as the mention."""
    for read in read_states(texts, tagger).values():
        for begin in range(0, len(read.states), SENTENCE_TOKENS):
            states = read.states[begin : begin + SENTENCE_TOKENS].astype("float32")
            mask = torch.ones((1, len(states)), dtype=torch.long)
            mention = torch.zeros_like(mask)
            mention[0, len(states) // 2] = 1
            yield torch.from_numpy(states)[None], mask, mention


def _smooth(head: nn.Module, inputs: Iterable[tuple[Tensor, ...]]) -> None:
    """Replace linear layers by ones whose input and weights are balanced (SmoothQuant)."""
    largest = _largest_activations(head, inputs)

    def smoothed(name: str, linear: nn.Linear) -> nn.Module:
        return SmoothQuantLinear(linear, largest[name])

    replace_modules(head.layers, largest, smoothed)


def _largest_activations(
    head: nn.Module, inputs: Iterable[tuple[Tensor, ...]]
) -> dict[str, Tensor]:
    """Return the largest absolute value of each input channel of the linear layers, by name."""
    largest: dict[str, Tensor] = {}

    def watch(name: str) -> Callable[[nn.Module, tuple[Tensor, ...]], None]:
        def hook(_: nn.Module, given: tuple[Tensor, ...]) -> None:
            most = given[0].detach().abs().flatten(0, -2).amax(0)
            if name in largest:
                most = torch.maximum(largest[name], most)
            largest[name] = most

        return hook

    hooks = []
    for name, module in head.layers.named_modules():
        if name.endswith(SMOOTHED):
            hooks.append(module.register_forward_pre_hook(watch(name)))
    with torch.inference_mode():
        for given in inputs:
            head(*given)
    for hook in hooks:
        hook.remove()
    return largest


def _export_embedding(encoder: nn.Module, path: Path, quantise: bool) -> None:
    """Write the embedding of tokens and positions."""
    width = encoder.norm.weight.shape[0]
    if quantise:
        encoder.words = Int4Embedding(encoder.words.weight.data)
        encoder.places = Float16Embedding(encoder.places.weight.data)
    _write_onnx(TokenEmbedding(encoder).eval(), width, ["ids"], ["hidden"], path)
    log.info("%s %.1f MB", path.stem, path.stat().st_size / 1e6)


def _export_layers(
    head: nn.Module, inputs: Sequence[str], outputs: Sequence[str], path: Path, quantise: bool
) -> None:
    """Write the layers with their output."""
    width = head.layers.blocks[0].norm1.weight.shape[0]
    with tempfile.TemporaryDirectory() as scratch:
        whole = Path(scratch) / path.name
        _write_onnx(head.eval(), width, inputs, outputs, whole)
        if quantise:
            to_int8(whole, path)
        else:
            shutil.copy(whole, path)
    log.info("%s %.1f MB", path.stem, path.stat().st_size / 1e6)


def _write_facts(out: Path, version: str) -> None:
    """Write ``reader.json``: how the model is to be run, and the hash of each file."""
    written = [out / name for name in FILES if (out / name).exists()]
    hashes = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in written}
    facts = {
        "version": version,
        "window": INSIDE + 2,
        "overlap": OVERLAP,
        "tags": TAGS,
        "vectors": VECTORS,
        "vector_size": VECTOR_SIZE,
        "polarities": POLARITIES,
        "opset": OPSET,
        "sha256": hashes,
    }
    (out / "reader.json").write_text(json.dumps(facts, indent=1) + "\n", encoding="utf8")


def _smoothing_texts(folder: Path) -> list[str]:
    texts = []
    for name, step in SMOOTHING_STEPS.items():
        texts += [row["text"] for row in gold(folder, name)[::step]]
    return texts


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("out", type=Path, help="folder to write to")
    parser.add_argument("--tagger", type=Path, metavar="RUN", help="folder of a tagger run")
    parser.add_argument("--polarity", type=Path, metavar="RUN", help="folder of a polarity run")
    parser.add_argument(
        "--smooth",
        type=Path,
        metavar="GOLD",
        help="smooth activations on articles of this gold folder (SmoothQuant)",
    )
    parser.add_argument("--version", default="1", help="version of the model")
    parser.add_argument("--float", action="store_true", help="keep float32, for comparison")
    options = parser.parse_args(arguments)
    parts = {"tagger": options.tagger, "polarity": options.polarity}
    runs = {part: run for part, run in parts.items() if run}
    texts = _smoothing_texts(options.smooth) if options.smooth else []
    export(runs, options.out, options.version, not options.float, texts)


if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    main()
