"""
The files of the neural model: their names, and a check of their hashes.

In: a folder with ``reader.json`` and the files that it lists. Out: the content of ``reader.json``.
The files are opened by ``analysis.neural.onnx_model`` and ``analysis.neural.torch_model``.
"""

import hashlib
import json
from pathlib import Path
from typing import Any

from analysis.core.errors import MissingResourceError

__all__ = ["EMBEDDING", "FILES", "PARTS", "TOKENIZER", "check_files", "model_files"]

PARTS = ("tagger", "polarity")
"""The parts of the model: the second reads the states of a layer of the first."""

TOKENIZER = "tagger_tokens.json"
EMBEDDING = "tagger_words.onnx"


def model_files(part: str) -> tuple[str, ...]:
    """
    Return the names of the files of one part of the model.

    Parameters
    ----------
    part : {"tagger", "polarity"}

    Returns
    -------
    tuple of str
        The part's layers; of the tagger also the tokenizer and the token embedding.
    """
    layers = f"{part}.onnx"
    return (TOKENIZER, EMBEDDING, layers) if part == "tagger" else (layers,)


FILES = tuple(name for part in PARTS for name in model_files(part))
"""The names of all files."""


def check_files(folder: Path, part: str) -> dict[str, Any]:
    """
    Compare the files of one part with the hashes in ``reader.json``.

    Parameters
    ----------
    folder : Path
    part : {"tagger", "polarity"}

    Returns
    -------
    dict
        The content of ``reader.json``.

    Raises
    ------
    MissingResourceError
        If a file is missing or its hash differs.
    """
    card = folder / "reader.json"
    if not card.exists():
        raise MissingResourceError(
            f"No neural model in {folder}: {card} is missing. Restore it: git checkout {folder}"
        )
    facts = json.loads(card.read_text(encoding="utf8"))
    for name in model_files(part):
        path = folder / name
        expected = facts["sha256"][name]
        found = _sha256(path)
        if found != expected:
            raise MissingResourceError(
                f"{path} is not a file of this model: expected sha256 {expected}, found {found}. "
                f"Restore it: git checkout {path}"
            )
    return facts


def _sha256(path: Path) -> str:
    if not path.exists():
        return "no file"
    return hashlib.sha256(path.read_bytes()).hexdigest()
