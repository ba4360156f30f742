"""
Train and export a small encoder that answers questions about two texts.

In: tasks, each with pairs of texts and the label of each pair, and a folder with MiniLM's weights,
its ``config.json`` and ``tokenizer.json``. Out: the files that ``analysis.neural.question_model``
opens. The tasks share the encoder, and each has a head. Matrices become int8, the embedding of
tokens four bits.
"""

import json
import logging
import random
import shutil
import tempfile
import warnings
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import torch
from tokenizers import Encoding, Tokenizer
from torch import Tensor, nn
from torch.nn import functional as F

from analysis.core.checked_files import write_checksums
from analysis.neural import question_words
from analysis.neural.architecture import Int4Embedding
from analysis.neural.question_model import LAYERS
from analysis.neural.question_words import FOLDER as WORDS_FOLDER
from analysis.neural.question_words import TOKENS, WORDS
from analysis.train.export import to_int8

if TYPE_CHECKING:
    from onnx import GraphProto

__all__ = [
    "QuestionNetwork",
    "Task",
    "export",
    "fit",
    "probabilities",
    "split_network",
    "tokenizer_of",
]

log = logging.getLogger(__name__)
AT_ONCE = 32
EPOCHS = 3
RATE = 8e-5
RATE_OF_HEAD = 1e-3
WARM_UP = 100  # steps until the full rate
LEAST_RATE = 0.02  # share of it at the end
DROPPED = 0.1
SMOOTHED = 0.05  # of a label, spread over all of its task
LONGEST_STEP = 1.0  # norm of a gradient
SEED = 1
OPSET = 17
VECTORS_OF_TOKENS = "/encoder/embeddings/LayerNorm/LayerNormalization_output_0"

Texts = tuple[str, str]


class Task(NamedTuple):
    """
    What one head learns.

    Attributes
    ----------
    name : str
        Of the head, and of the output of the exported network.
    n_labels : int
    texts : sequence of (str, str)
    labels : sequence of int
    weights : sequence of float
        How much each counts.
    vary : callable
        Changes the texts of a pair in each epoch, with a source of chance.
    """

    name: str
    n_labels: int
    texts: Sequence[Texts]
    labels: Sequence[int]
    weights: Sequence[float]
    vary: Callable[[Texts, random.Random], Texts] = lambda texts, _: texts


class QuestionNetwork(nn.Module):
    """
    MiniLM with linear heads over its first state and the mean state of the first text.

    Parameters
    ----------
    folder : Path
        With the published weights and ``config.json``.
    heads : mapping of str to int
        Labels of each head.
    """

    def __init__(self, folder: Path, heads: Mapping[str, int]) -> None:
        from transformers import AutoModel

        super().__init__()
        self.encoder = AutoModel.from_pretrained(folder, attn_implementation="eager")
        self.drop = nn.Dropout(DROPPED)
        size = 2 * self.encoder.config.hidden_size
        self.heads = nn.ModuleDict({name: nn.Linear(size, n) for name, n in heads.items()})

    def forward(self, ids: Tensor, mask: Tensor, segments: Tensor) -> tuple[Tensor, ...]:
        """Return the log-odds of the labels, shape (n_pairs, n_labels), of each head."""
        states = self.encoder(
            input_ids=ids, attention_mask=mask, token_type_ids=segments
        ).last_hidden_state.float()
        is_first = ((segments == 0) & (mask == 1)).float().unsqueeze(-1)
        mean = (states * is_first).sum(1) / is_first.sum(1)
        read = self.drop(torch.cat([states[:, 0], mean], 1))
        return tuple(head(read) for head in self.heads.values())


def tokenizer_of(folder: Path, longest: int) -> Tokenizer:
    """Return the tokenizer of a folder, which cuts the longer of two texts first."""
    return question_words.tokenizer_of(Tokenizer.from_file(str(folder / "tokenizer.json")), longest)


def _batches(rows: Sequence[Encoding]) -> Iterator[list[int]]:
    """Yield the places of some pairs of one length at a time."""
    by_length = sorted(range(len(rows)), key=lambda place: len(rows[place].ids))
    for start in range(0, len(by_length), AT_ONCE):
        yield by_length[start : start + AT_ONCE]


def _inputs(rows: Sequence[Encoding]) -> tuple[Tensor, Tensor, Tensor]:
    longest = max(len(row.ids) for row in rows)
    names = ("ids", "attention_mask", "type_ids")
    padded = [
        [getattr(row, name) + [0] * (longest - len(row.ids)) for row in rows] for name in names
    ]
    ids, mask, segments = map(torch.tensor, padded)
    return ids, mask, segments


def fit(tasks: Sequence[Task], folder: Path, longest: int, epochs: int = EPOCHS) -> QuestionNetwork:
    """
    Train the network.

    Parameters
    ----------
    tasks : sequence of Task
    folder : Path
        With MiniLM.
    longest : int
        Tokens of two texts.
    epochs : int

    Returns
    -------
    QuestionNetwork
        In evaluation mode. The embedding of tokens is MiniLM's.
    """
    torch.manual_seed(SEED)
    chance = random.Random(SEED)
    tokenizer = tokenizer_of(folder, longest)
    model = QuestionNetwork(folder, {task.name: task.n_labels for task in tasks})
    model.encoder.embeddings.requires_grad_(False)
    optimizer = torch.optim.AdamW(
        [
            {"params": model.encoder.parameters(), "peak": RATE},
            {"params": model.heads.parameters(), "peak": RATE_OF_HEAD},
        ],
        weight_decay=0.01,
    )
    n_steps, step = epochs * sum(-(-len(task.texts) // AT_ONCE) for task in tasks), 0
    for epoch in range(epochs):
        batches = []
        for number, task in enumerate(tasks):
            rows = tokenizer.encode_batch([task.vary(texts, chance) for texts in task.texts])
            batches += [(number, batch, [rows[n] for n in batch]) for batch in _batches(rows)]
        chance.shuffle(batches)
        model.train()
        lost = 0.0
        for number, batch, rows in batches:
            share = min(1.0, step / WARM_UP) * max(LEAST_RATE, 1 - step / n_steps)
            for group in optimizer.param_groups:
                group["lr"] = group["peak"] * share
            lost += _step(model, optimizer, tasks[number], number, batch, rows)
            step += 1
        log.info("epoch %d: loss %.3f", epoch + 1, lost / len(batches))
    return model.eval()


def _step(
    model: QuestionNetwork,
    optimizer: torch.optim.Optimizer,
    task: Task,
    number: int,
    batch: Sequence[int],
    rows: Sequence[Encoding],
) -> float:
    """Learn a batch of a task, and return its loss."""
    with torch.autocast("cpu", dtype=torch.bfloat16):
        odds = model(*_inputs(rows))[number].float()
    wanted = torch.tensor([task.labels[place] for place in batch])
    weights = torch.tensor([task.weights[place] for place in batch])
    losses = F.cross_entropy(odds, wanted, reduction="none", label_smoothing=SMOOTHED)
    loss = (losses * weights).sum() / weights.sum()
    optimizer.zero_grad()
    loss.backward()
    nn.utils.clip_grad_norm_(model.parameters(), LONGEST_STEP)
    optimizer.step()
    return loss.item()


def probabilities(
    model: QuestionNetwork, texts: Sequence[Texts], folder: Path, longest: int, head: int = 0
) -> np.ndarray:
    """
    Return how probable each label of a head is.

    Parameters
    ----------
    model : QuestionNetwork
    texts : sequence of (str, str)
    folder : Path
        With the tokenizer.
    longest : int
        As in ``fit``.
    head : int
        Number of the task.

    Returns
    -------
    array of float, shape (n_pairs, n_labels)
    """
    rows = tokenizer_of(folder, longest).encode_batch(list(texts))
    n_labels = list(model.heads.values())[head].out_features
    found = np.zeros((len(rows), n_labels))
    with torch.inference_mode():
        for batch in _batches(rows):
            odds = model(*_inputs([rows[place] for place in batch]))[head]
            found[batch] = torch.softmax(odds, 1).numpy()
    return found


def export(
    model: QuestionNetwork,
    folder: Path,
    out: Path,
    others: Mapping[str, str],
    words: Path = WORDS_FOLDER,
) -> None:
    """
    Write the files that a run opens, and their hashes.

    Parameters
    ----------
    model : QuestionNetwork
    folder : Path
        With the tokenizer.
    out : Path
    others : mapping of str to str
        Further files and their contents, such as what the labels stand for.
    words : Path
        Folder of the vectors of tokens, which all models share; written if it holds none.

    Raises
    ------
    ValueError
        If the vectors there are of another encoder.
    """
    out.mkdir(parents=True, exist_ok=True)
    for name, content in others.items():
        (out / name).write_text(content, encoding="utf8")
    own = model.encoder.embeddings.word_embeddings
    model.encoder.embeddings.word_embeddings = Int4Embedding(own.weight.data)
    with tempfile.TemporaryDirectory() as scratch:
        small = _int8_network(model, Path(scratch))
        made = Path(scratch) / WORDS
        split_network(small, made, out / LAYERS, list(model.heads))
        if (words / WORDS).exists() and not _is_same_table(made, words / WORDS):
            raise ValueError(
                f"{words / WORDS} has the vectors of another encoder than {folder}: train all "
                "models from one encoder, and name an empty folder for its words"
            )
        if not (words / WORDS).exists():
            _write_words(made, folder, words)
    model.encoder.embeddings.word_embeddings = own
    write_checksums(out, [LAYERS, *others])


def _int8_network(model: QuestionNetwork, scratch: Path) -> Path:
    """Write the network with int8 matrices into a folder, and return the file."""
    names, heads = ["ids", "mask", "segments"], list(model.heads)
    ids = torch.randint(1000, 2000, (2, 16))
    examples = (ids, torch.ones_like(ids), torch.zeros_like(ids))
    whole, small = scratch / "whole.onnx", scratch / "small.onnx"
    with warnings.catch_warnings():
        # of lengths that the encoder checks and that tracing takes for constants
        warnings.simplefilter("ignore", torch.jit.TracerWarning)
        torch.onnx.export(
            model,
            examples,
            whole,
            input_names=names,
            output_names=heads,
            dynamic_axes={name: {0: "rows", 1: "tokens"} for name in names}
            | {head: {0: "rows"} for head in heads},
            opset_version=OPSET,
            dynamo=False,
        )
    to_int8(whole, small, in_layers=("/layer.",))
    return small


def split_network(whole: Path, words: Path, layers: Path, heads: Sequence[str]) -> None:
    """
    Divide a network into the vectors of tokens and what reads them.

    Parameters
    ----------
    whole : Path
        ONNX file with the inputs ``ids``, ``mask`` and ``segments``. Not changed.
    words, layers : Path
        Files to write. The vectors are the output ``hidden`` of the first, and an input of the
        second.
    heads : sequence of str
        Outputs.
    """
    import onnx

    network = onnx.load(whole)
    _rename(network.graph, VECTORS_OF_TOKENS, "hidden")
    parts = {words: (["ids", "segments"], ["hidden"])}
    parts[layers] = (["hidden", "mask", "segments"], list(heads))
    extractor = onnx.utils.Extractor(onnx.shape_inference.infer_shapes(network))
    for path, (inputs, outputs) in parts.items():
        onnx.save(extractor.extract_model(inputs, outputs), path)


def _rename(graph: "GraphProto", old: str, new: str) -> None:
    for node in graph.node:
        for names in (node.input, node.output):
            for number, name in enumerate(names):
                if name == old:
                    names[number] = new


def _is_same_table(one: Path, other: Path) -> bool:
    """Return whether the largest tables of two ONNX files are equal."""
    import onnx

    tables = [
        max((table.raw_data for table in onnx.load(path).graph.initializer), key=len)
        for path in (one, other)
    ]
    return tables[0] == tables[1]


def _write_words(made: Path, folder: Path, words: Path) -> None:
    words.mkdir(parents=True, exist_ok=True)
    shutil.copy(made, words / WORDS)
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    settings = json.loads(tokenizer.to_str())
    text = json.dumps(settings, ensure_ascii=False) + "\n"
    (words / TOKENS).write_text(text, encoding="utf8")
    write_checksums(words, [TOKENS, WORDS])
