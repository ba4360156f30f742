"""
Turn the shipped model back into a run, so that training can resume where its runs were lost.

In: the folder of the shipped model, and the folder that ``trim_vocabulary`` wrote for it. Out: a
folder that ``fit --begin`` and ``polarity --begin`` accept. The layers are those of the
ONNX files, int8 times their scales; the embedding is the published one, which is never trained. A
label that the shipped model does not have begins as the one it resembles most (``RESEMBLES``), or
at random.

    python -m analysis.train.resume_from_onnx data/models/reader START OUT
"""

import argparse
import json
import shutil
from collections.abc import Sequence
from pathlib import Path

import torch
from torch import Tensor

from analysis.neural.architecture import load_encoder
from analysis.neural.label_scheme import TAGS, VECTOR_SIZE, VECTORS
from analysis.neural.torch_model import restore_polarity, restore_tagger
from analysis.train.trim_vocabulary import unpack

__all__ = ["fit_to_scheme", "resume_run"]

# The labels from which new ones start.
RESEMBLES = {
    ("outcome", "ill"): ("outcome", "injured"),
    ("quantity", "O"): ("number", "O"),
    ("quantity", "B-quantity"): ("number", "B-number"),
    ("quantity", "I-quantity"): ("number", "I-number"),
    ("measured", "O"): ("role", "O"),
    ("measured", "B-counted"): ("role", "B-counted"),
    ("measured", "I-counted"): ("role", "I-counted"),
}
SCALE_OF_NEW_ROWS = 0.02  # standard deviation of weights that begin at random


def resume_run(model: Path, start: Path, out: Path) -> None:
    """
    Write the weights and the tokenizer of a run.

    Continue from it with ``--shared 0`` and as many layers as it has.

    Parameters
    ----------
    model : Path
        Folder of the shipped model.
    start : Path
        What ``trim_vocabulary`` wrote before the model was trained.
    out : Path
        Folder to write to.

    Raises
    ------
    ValueError
        If the two have different tokenizers.
    """
    from safetensors.torch import load_file, save_file

    if (start / "tokenizer.json").read_bytes() != (model / "tagger_tokens.json").read_bytes():
        raise ValueError(
            f"{start} and {model} have different tokenizers. Use the folder from which the model "
            "was trained."
        )
    weights = unpack(load_file(start / "start.safetensors"))
    (encoder,) = load_encoder(weights, [])
    _, head = restore_tagger(model, rounded=False)
    facts = json.loads((model / "reader.json").read_text(encoding="utf8"))
    of_tagger = fit_to_scheme(head.state_dict(), facts["tags"], facts["vectors"])
    classifier = restore_polarity(model, rounded=False)
    out.mkdir(parents=True, exist_ok=True)
    parts = {
        "encoder": encoder.state_dict(),
        "tagger": of_tagger,
        "polarity": classifier.state_dict(),
    }
    for name, weights in parts.items():
        state = {key: value.half().contiguous() for key, value in weights.items()}
        save_file(state, out / f"{name}.safetensors")
    shutil.copy(start / "tokenizer.json", out)


def fit_to_scheme(
    state: dict[str, Tensor], tags: dict[str, Sequence[str]], vectors: Sequence[str]
) -> dict[str, Tensor]:
    """
    Return the weights of a tagger with the outputs of the present label scheme.

    Parameters
    ----------
    state : dict of str to tensor
        Weights of a tagger. Not changed.
    tags, vectors
        The label scheme with which it was trained.

    Returns
    -------
    dict of str to tensor
        Rows of labels that both schemes have are equal.
    """
    torch.manual_seed(0)
    old_labels = [(name, label) for name, labels in tags.items() for label in labels]
    new_labels = [(name, label) for name, labels in TAGS.items() for label in labels]
    old_rows = {label: [row] for row, label in enumerate(old_labels)}
    old_vectors = {
        name: range(i * VECTOR_SIZE, (i + 1) * VECTOR_SIZE) for i, name in enumerate(vectors)
    }
    fitted = dict(state)
    for kind in ("weight", "bias"):
        tag_rows = [_rows(state[f"tags.{kind}"], old_rows, label, 1) for label in new_labels]
        fitted[f"tags.{kind}"] = torch.cat(tag_rows)
        vector_rows = [
            _rows(state[f"vectors.{kind}"], old_vectors, name, VECTOR_SIZE) for name in VECTORS
        ]
        fitted[f"vectors.{kind}"] = torch.cat(vector_rows)
    return fitted


def _rows(old: Tensor, places: dict, name: object, n_rows: int) -> Tensor:
    """Return the rows of a label or vector, those of the one it resembles, or random ones."""
    place = places.get(name, places.get(RESEMBLES.get(name)))
    if place is not None:
        return old[list(place)]
    return torch.randn(n_rows, *old.shape[1:]) * SCALE_OF_NEW_ROWS


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(description=__doc__.strip().split("\n\n")[0])
    parser.add_argument("model", type=Path, help="folder of the shipped model")
    parser.add_argument("start", type=Path, help="folder that trim_vocabulary wrote")
    parser.add_argument("out", type=Path, help="folder to write to")
    options = parser.parse_args(arguments)
    resume_run(options.model, options.start, options.out)


if __name__ == "__main__":
    main()
