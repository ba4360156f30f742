"""
The neural model, run with onnxruntime.

In: ``data/models/reader/``. Out: an open ``Model``. No torch, no download, no network.
The model has two parts, each with its own tokens: the tagger labels tokens, and two polarity classifiers read a marked
mention together. Each stack of layers (``tagger.onnx``) stands on its embedding (``tagger_words.onnx``).
"""

import numpy as np

from analysis.core.paths import NEURAL_MODEL
from analysis.neural.label_scheme import softmax, special_tokens
from analysis.neural.model_files import PARTS, check_files

__all__ = ["Model"]

SURE = 0.95  # of 343 dev mentions 68% are judged surer than this by the first judge; the second changes none of them


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

    def __init__(self, part, folder=NEURAL_MODEL, threads=2):
        from tokenizers import Tokenizer

        self.facts, self.stacks = check_files(folder, part), PARTS[part]
        self.tokenizer = Tokenizer.from_file(str(folder / f"{part}_tokens.json"))
        self.start, self.end, self.pad = special_tokens(self.tokenizer)
        self._sessions = {
            name: _open(folder / f"{name}.onnx", threads)
            for stack in self.stacks
            for name in (f"{stack}_words", stack)
        }

    def _run(self, stack, feed):
        (hidden,) = self._sessions[f"{stack}_words"].run(None, {"ids": feed["ids"]})
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
            scores[unsure] = np.mean(
                [scores[unsure], *(self._run(stack, feed)[0] for stack in others)], axis=0
            )
        return scores


def _open(path, threads):
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads, options.inter_op_num_threads = threads, 1
    options.log_severity_level = 3
    options.add_session_config_entry(
        "session.intra_op.allow_spinning", "0"
    )  # idle threads wait without a core
    # joined with the addition before it, a layer norm is slow: 8% of the tagger's time, 21% of a judge's
    return onnxruntime.InferenceSession(
        str(path),
        options,
        providers=["CPUExecutionProvider"],
        disabled_optimizers=["SkipLayerNormFusion"],
    )
