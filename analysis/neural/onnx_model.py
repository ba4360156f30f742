"""
Run the tagger with onnxruntime.

In: the files in ``data/models/reader``. Out: an open ``Model``. It needs no torch, and nothing is
downloaded. The tagger labels tokens: a tokenizer, a token embedding (``tagger_words.onnx``) and a
stack of layers above it (``tagger.onnx``). What its middle layer makes of each token is read by the
classifier of polarity too (``analysis.neural.polarity_model``).
"""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from analysis.core.freed_memory import return_freed_memory
from analysis.core.paths import NEURAL_MODEL
from analysis.neural.label_scheme import SCHEME, Scheme, special_tokens
from analysis.neural.model_files import EMBEDDING, TOKENIZER, check_files

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

__all__ = ["Model", "open_session", "without_surrogates"]


class Model:
    """
    The open tagger.

    Parameters
    ----------
    folder : Path
        Contains ``reader.json`` and the files that it lists.
    threads : int
        Threads for onnxruntime.

    Raises
    ------
    MissingResourceError
        If a file is missing, or its hash differs from ``reader.json``.

    Attributes
    ----------
    batch : int
        Most rows to pass to ``tag`` at once. A batch shares its int8 scales, so with a single row
        the result does not depend on other rows.
    start, end, pad : int
        Ids of the special tokens.
    scheme : Scheme
        What the outputs of the tagger mean.
    """

    batch = 1
    scheme = SCHEME

    def __init__(self, folder: Path = NEURAL_MODEL, threads: int = 2) -> None:
        from tokenizers import Tokenizer

        self.facts = check_files(folder, "tagger")
        self.scheme = Scheme(self.facts["tags"], self.facts["vectors"])
        self.tokenizer = Tokenizer.from_file(str(folder / TOKENIZER))
        self.start, self.end, self.pad = special_tokens(self.tokenizer)
        self._embedding = open_session(folder / EMBEDDING, threads)
        self._layers = open_session(folder / "tagger.onnx", threads)

    def tokens(self, text: str) -> tuple[np.ndarray, np.ndarray]:
        """
        Split a text into the model's tokens.

        Parameters
        ----------
        text : str
            Any text; a lone surrogate counts as an unknown character.

        Returns
        -------
        ids : array of int, shape (n_tokens,)
        offsets : array of int, shape (n_tokens, 2)
            Start and end in characters of ``text``, end not included.
        """
        encoding = self.tokenizer.encode(without_surrogates(text), add_special_tokens=False)
        ids = np.array(encoding.ids, np.int64)
        offsets = np.array(encoding.offsets, np.int64).reshape(-1, 2)
        return ids, offsets

    def tag(self, rows: Sequence[Sequence[int]]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """
        Return label scores, link vectors and what the middle layer made of each token.

        Parameters
        ----------
        rows : list of sequence of int
            Token ids, including the start and end tokens; at most 512 in a row.

        Returns
        -------
        tags : array of float32, shape (n_rows, length of the longest row, n_labels)
            Logits, in the columns of ``scheme.tag_columns()``.
        vectors : array of float32, shape (n_rows, length of the longest row, n_vectors * 64)
            Vectors in the order of ``scheme.vectors``.
        middle : array of float32, shape (n_rows, length of the longest row, n_hidden)
            Output of the layer ``MIDDLE`` of ``analysis.neural.label_scheme``.
        """
        tags, vectors, middle = self._run(self._inputs(rows))
        return tags, vectors, middle

    def _inputs(self, rows: Sequence[Sequence[int]]) -> dict[str, np.ndarray]:
        """Return the padded token ids of some rows, and a mask that is 0 for padding."""
        longest = max(len(row) for row in rows)
        ids = np.full((len(rows), longest), self.pad, np.int64)
        mask = np.zeros_like(ids)
        for index, row in enumerate(rows):
            ids[index, : len(row)] = row
            mask[index, : len(row)] = 1
        return {"ids": ids, "mask": mask}

    def _run(self, inputs: dict[str, np.ndarray]) -> list[np.ndarray]:
        """Return the outputs of the layers on top of the token embedding."""
        (hidden,) = self._embedding.run(None, {"ids": inputs["ids"]})
        outputs = self._layers.run(None, {"hidden": hidden, "mask": inputs["mask"]})
        return [np.asarray(output) for output in outputs]


def without_surrogates(text: str) -> str:
    """
    Replace lone surrogates, which the tokenizer cannot encode, one character for one.

    Parameters
    ----------
    text : str

    Returns
    -------
    str
        Of the same length.
    """
    replaced = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    if len(replaced) == len(text):
        return replaced
    # Two adjacent surrogates were joined into one character, which would shift the offsets.
    return "".join("\ufffd" if "\ud800" <= char <= "\udfff" else char for char in text)


def open_session(path: Path, threads: int) -> "InferenceSession":
    """
    Open a file of a model.

    Parameters
    ----------
    path : Path
        An ONNX file.
    threads : int
        Threads for onnxruntime.

    Returns
    -------
    InferenceSession
    """
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    # Memory of a batch is given back after it. On 40 articles of FA-KES the process had a peak of
    # 525 to 552 MB instead of 614, and 487 to 513 MB afterwards instead of 612, for 3% more time.
    options.enable_cpu_mem_arena = False
    options.enable_mem_pattern = False
    # Idle threads wait without using a core.
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    # A layer norm that is fused with the addition before it is slow: without the fusion, the tagger
    # takes 8% less time and a polarity classifier 21%.
    session = onnxruntime.InferenceSession(
        str(path),
        options,
        providers=["CPUExecutionProvider"],
        disabled_optimizers=["SkipLayerNormFusion"],
    )
    return_freed_memory()  # of the file, whose weights were copied
    return session
