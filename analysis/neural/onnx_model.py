"""
The reader's files: checked against their hashes, opened with onnxruntime, and what their outputs mean.

In: ``data/models/reader/``. Out: an open ``Model``. No torch, no download, no network.
The reader has two parts, each with its own tokens: the tagger labels tokens, and two judges of polarity judge a marked
mention together. Each stack of layers (``tagger.onnx``) stands on its embedding (``tagger_words.onnx``).
``reader.json`` holds the hash of each file, the size of a window and the version.
"""

import hashlib
import json
import os
from functools import lru_cache

import numpy as np

from analysis.errors import MissingResourceError
from analysis.paths import READER
from analysis.tables import GROUPS, OUTCOMES, ROLES

__all__ = [
    "FILES", "PARTS", "TAGS", "VECTORS", "VECTOR_SIZE", "Model", "check_files", "device", "files_of", "load",
    "marks_of", "softmax", "tag_columns",
]


def _bio(*names):
    return ("O", *(f"{mark}-{name}" for name in names for mark in "BI"))


# one softmax each, side by side in the output "tags"
TAGS = {
    "attribution": _bio(*ROLES),
    "number": _bio("number"),
    "outcome": OUTCOMES,
    "group": GROUPS,
    "implicit": ("explicit", "implicit"),
    "role": _bio("counted", "agent", "source"),
}
# small vectors side by side in the output "vectors"; the product of two, over the root of their size, scores a link
VECTORS = (
    "content_first", "content_last", "content_cue", "source_first", "source_last", "source_cue",
    *(f"{role}_{end}_{side}" for role in ("counted", "agent", "source") for end in ("first", "last")
      for side in ("from", "to")),
)
VECTOR_SIZE = 64
SURE = 0.95  # of 343 dev mentions 68% are judged surer than this by the first judge; the second changes none of them
PARTS = {"tagger": ("tagger",), "polarity": ("polarity", "polarity_news")}  # the stacks of layers of each part


def files_of(part):
    """Name the files that a part of the reader is opened from."""
    return (f"{part}_tokens.json", *(f"{stack}{kind}.onnx" for stack in PARTS[part] for kind in ("_words", "")))


FILES = tuple(name for part in PARTS for name in files_of(part))


def tag_columns():
    """
    Say where each softmax lies among the columns of the output ``tags``.

    Returns
    -------
    dict of str to slice
    """
    out, at = {}, 0
    for name, labels in TAGS.items():
        out[name] = slice(at, at + len(labels))
        at += len(labels)
    return out


def softmax(scores, axis=-1):
    """Turn scores into probabilities along an axis; an empty array stays empty."""
    scores = np.asarray(scores, np.float64)
    if not scores.size:
        return scores
    powers = np.exp(scores - scores.max(axis, keepdims=True))
    return powers / powers.sum(axis, keepdims=True)


def marks_of(tokenizer):
    """Numbers of the tokens for start, end and padding."""
    names = ("[CLS]", "[SEP]", "[PAD]") if tokenizer.token_to_id("[CLS]") is not None else ("<s>", "</s>", "<pad>")
    return tuple(tokenizer.token_to_id(name) for name in names)


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
        raise MissingResourceError(f"No reader in {folder}: expected {card}. Restore it: git checkout {folder}")
    facts = json.loads(card.read_text(encoding="utf8"))
    for name in files_of(part):
        path, want = folder / name, facts["sha256"][name]
        have = hashlib.sha256(path.read_bytes()).hexdigest() if path.exists() else "no file"
        if have != want:
            raise MissingResourceError(
                f"{path} is not the reader's: expected sha256 {want}, found {have}. Restore it: git checkout {path}")
    return facts


class Model:
    """
    One open part of the reader.

    Parameters
    ----------
    part : {"tagger", "polarity"}
    folder : Path
        Holds ``reader.json`` and the files that it names.
    threads : int
        Threads that onnxruntime may use.

    Raises
    ------
    MissingResourceError
        If a file is absent or its hash is another than ``reader.json`` says.
    """

    batch = 1  # rows at a time: int8 scales are shared by a batch, so alone a row reads the same beside any other

    def __init__(self, part, folder=READER, threads=2):
        from tokenizers import Tokenizer

        self.facts, self.stacks = check_files(folder, part), PARTS[part]
        self.tokenizer = Tokenizer.from_file(str(folder / f"{part}_tokens.json"))
        self.start, self.end, self.pad = marks_of(self.tokenizer)
        self._sessions = {name: _open(folder / f"{name}.onnx", threads)
                          for stack in self.stacks for name in (f"{stack}_words", stack)}

    def _run(self, stack, feed):
        hidden, = self._sessions[f"{stack}_words"].run(None, {"ids": feed["ids"]})
        return self._sessions[stack].run(None, {"hidden": hidden, "mask": feed["mask"]})

    def tokens(self, text):
        """
        Cut a text into the reader's tokens.

        Parameters
        ----------
        text : str
            Any; a lone surrogate is read as an unknown character.

        Returns
        -------
        ids : array of int, shape (n_tokens,)
        offsets : array of int, shape (n_tokens, 2)
            Characters of ``text``, end not included.
        """
        safe = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        if len(safe) != len(text):  # a stray pair was joined: keep one character for one
            safe = "".join("\ufffd" if 0xD800 <= ord(c) < 0xE000 else c for c in text)
        found = self.tokenizer.encode(safe, add_special_tokens=False)
        return np.array(found.ids, np.int64), np.array(found.offsets, np.int64).reshape(-1, 2)

    def _feed(self, rows):
        longest = max(map(len, rows))
        ids = np.full((len(rows), longest), self.pad, np.int64)
        mask = np.zeros_like(ids)
        for i, row in enumerate(rows):
            ids[i, : len(row)], mask[i, : len(row)] = row, 1
        return {"ids": ids, "mask": mask}

    def tag(self, rows):
        """
        Score labels, and give link vectors, for each token.

        Parameters
        ----------
        rows : list of sequence of int
            Token numbers that already hold their start and end marks; at most 512 a row.

        Returns
        -------
        tags : array of float32, shape (n_rows, longest, 39)
            Columns as ``tag_columns`` says.
        vectors : array of float32, shape (n_rows, longest, 18 * 64)
            Vectors as ``VECTORS`` names them.
        """
        return self._run("tagger", self._feed(rows))

    def judge(self, rows):
        """
        Score polarity a row: array (n_rows, 3), order negative, neutral, positive.

        Where the first judge is surer than ``SURE`` its word stands; elsewhere the mean of all judges does.
        """
        first, *others = self.stacks
        scores = np.array(self._run(first, self._feed(rows))[0])
        unsure = np.flatnonzero(softmax(scores).max(1) < SURE)
        if others and len(unsure):
            feed = self._feed([rows[i] for i in unsure])
            scores[unsure] = np.mean([scores[unsure], *(self._run(stack, feed)[0] for stack in others)], axis=0)
        return scores


def _open(path, threads):
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads, options.inter_op_num_threads = threads, 1
    options.log_severity_level = 3
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")  # idle threads wait without a core
    # joined with the addition before it, a layer norm is slow: 8% of the tagger's time, 21% of a judge's
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"],
                                        disabled_optimizers=["SkipLayerNormFusion"])


def device():
    """Say where this machine runs the reader: ``PARALLAX_DEVICE``, by default ``cpu``."""
    return os.environ.get("PARALLAX_DEVICE") or "cpu"


def load(part, folder=READER, threads=2):
    """
    Open a part of the reader, once for each way of running it.

    ``PARALLAX_DEVICE`` says on what: ``cpu`` (the default) runs the files with onnxruntime; anything else is a device
    as torch names it (``cuda``) and runs them with torch, see ``analysis.torch_model``. It belongs to a machine, not
    to a run, so it is no parameter.

    Parameters
    ----------
    part : {"tagger", "polarity"}
    folder : Path
    threads : int
        Threads for onnxruntime.

    Returns
    -------
    Model

    Raises
    ------
    MissingResourceError
        If a file is absent or altered, or there is no such device.
    """
    return _load(part, folder, threads, device())


@lru_cache(maxsize=4)
def _load(part, folder, threads, on):
    if on == "cpu":
        return Model(part, folder, threads)
    from analysis.torch_model import open_model

    return open_model(part, folder, on)
