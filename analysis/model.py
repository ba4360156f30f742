"""
The reader's files: checked against their hashes, opened with onnxruntime, and what their outputs mean.

In: ``data/models/reader/``. Out: an open ``Model``. No torch, no download, no network.
Two embeddings, the published one and one that was trained on news, each carry two stacks of layers: ``tagger.onnx``
labels tokens, ``polarity.onnx`` and ``polarity_news.onnx`` judge a marked mention together, ``vectors.onnx`` places a
text near texts of like meaning.
``reader.json`` holds the hash of each file, the size of a window and the version.
"""

import hashlib
import json
from functools import lru_cache

import numpy as np

from analysis.errors import MissingResourceError
from analysis.paths import READER
from analysis.tables import GROUPS, OUTCOMES, ROLES

__all__ = ["TAGS", "VECTORS", "VECTOR_SIZE", "Model", "load", "marks_of", "softmax", "tag_columns"]


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
# which embedding each stack of layers stands on
STANDS_ON = {"tagger": "words_news", "polarity_news": "words_news", "polarity": "words", "vectors": "words"}
FILES = ("tokenizer.json", *(f"{name}.onnx" for name in ("words", "words_news", *STANDS_ON)))


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


def _checked(folder):
    """Read reader.json and refuse files that are absent or not the ones it names."""
    card = folder / "reader.json"
    if not card.exists():
        raise MissingResourceError(f"No reader in {folder}: expected {card}. Restore it: git checkout {folder}")
    facts = json.loads(card.read_text(encoding="utf8"))
    for name in FILES:
        path, want = folder / name, facts["sha256"][name]
        have = hashlib.sha256(path.read_bytes()).hexdigest() if path.exists() else "no file"
        if have != want:
            raise MissingResourceError(
                f"{path} is not the reader's: expected sha256 {want}, found {have}. Restore it: git checkout {path}")
    return facts


class Model:
    """
    The open reader.

    Parameters
    ----------
    folder : Path
        Holds ``reader.json`` and the files that it names.
    threads : int
        Threads that onnxruntime may use.

    Raises
    ------
    MissingResourceError
        If a file is absent or its hash is another than ``reader.json`` says.
    """

    def __init__(self, folder=READER, threads=2):
        from tokenizers import Tokenizer

        self.facts = _checked(folder)
        self.tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self.start, self.end, self.pad = marks_of(self.tokenizer)
        self._folder, self._threads, self._sessions = folder, threads, {}

    judges = ("polarity", "polarity_news")

    def _run(self, name, feed):
        hidden, = self._session(STANDS_ON[name]).run(None, {"ids": feed["ids"]})
        return self._session(name).run(None, {"hidden": hidden, "mask": feed["mask"]})

    def _session(self, name):
        import onnxruntime

        if name not in self._sessions:
            options = onnxruntime.SessionOptions()
            options.intra_op_num_threads, options.inter_op_num_threads = self._threads, 1
            options.log_severity_level = 3
            self._sessions[name] = onnxruntime.InferenceSession(
                str(self._folder / f"{name}.onnx"), options, providers=["CPUExecutionProvider"])
        return self._sessions[name]

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
        """Score polarity a row, the mean of all judges: array (n_rows, 3), order negative, neutral, positive."""
        feed = self._feed(rows)
        return np.mean([self._run(name, feed)[0] for name in self.judges], axis=0)

    def place(self, rows):
        """Give the mean vector of a row's tokens: array (n_rows, 384)."""
        return self._run("vectors", self._feed(rows))[0]


@lru_cache(maxsize=2)
def load(folder=READER, threads=2):
    """Open the reader, once for each folder and number of threads; see ``Model``."""
    return Model(folder, threads)
