"""
The model's files: their names, and their hashes checked against ``reader.json``.
"""

import hashlib
import json

from analysis.core.errors import MissingResourceError

__all__ = ["FILES", "PARTS", "check_files", "model_files"]

PARTS = {
    "tagger": ("tagger",),
    "polarity": ("polarity", "polarity_news"),
}  # the stacks of layers of each part


def model_files(part):
    """Name the files that a part of the reader is opened from."""
    return (
        f"{part}_tokens.json",
        *(f"{stack}{kind}.onnx" for stack in PARTS[part] for kind in ("_words", "")),
    )


FILES = tuple(name for part in PARTS for name in model_files(part))


def check_files(folder, part):
    """
    Read ``reader.json``, and hold a part's files against it.

    Returns
    -------
    dict
        What ``reader.json`` says.

    Raises
    ------
    MissingResourceError
        If a file is absent, or its hash is another than it says.
    """
    card = folder / "reader.json"
    if not card.exists():
        raise MissingResourceError(
            f"No reader in {folder}: expected {card}. Restore it: git checkout {folder}"
        )
    facts = json.loads(card.read_text(encoding="utf8"))
    for name in model_files(part):
        path, want = folder / name, facts["sha256"][name]
        have = hashlib.sha256(path.read_bytes()).hexdigest() if path.exists() else "no file"
        if have != want:
            raise MissingResourceError(
                f"{path} is not the reader's: expected sha256 {want}, found {have}. Restore it: git checkout {path}"
            )
    return facts
