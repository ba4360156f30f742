"""
Train and export the network that tells what kind of source a source is.

In: questions (``analysis.extract.attributions.kind_questions``) with the kind that a person told,
and a folder with MiniLM's weights, its ``config.json`` and ``tokenizer.json``. Out: the files that
``analysis.neural.kind_model`` opens. Matrices become int8, the embedding of tokens four bits.
"""

import json
import logging
import random
import shutil
import tempfile
import warnings
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import torch
from tokenizers import Encoding, Tokenizer
from torch import Tensor, nn
from torch.nn import functional as F

from analysis.core.checked_files import write_checksums
from analysis.core.tables import SOURCE_TYPES
from analysis.neural.architecture import Int4Embedding
from analysis.neural.kind_model import FILES, Question
from analysis.train.export import to_int8

__all__ = ["Classifier", "export", "fit", "probabilities", "tokenizer_of"]

log = logging.getLogger(__name__)
LONGEST = 128  # tokens of a question
AT_ONCE = 32
EPOCHS = 3
RATE = 8e-5
RATE_OF_HEAD = 1e-3
WARM_UP = 100  # steps until the full rate
LEAST_RATE = 0.02  # share of it at the end
DROPPED = 0.1
SMOOTHED = 0.05  # of a label, spread over all kinds
LONGEST_STEP = 1.0  # norm of a gradient
UNTOLD = 0.15  # share of questions that do not say what the lists tell
SEED = 1
OPSET = 17


class Classifier(nn.Module):
    """
    MiniLM with a linear layer over its first state and the mean state of the first text.

    Parameters
    ----------
    folder : Path
        With the published weights and ``config.json``.
    """

    def __init__(self, folder: Path) -> None:
        from transformers import AutoModel

        super().__init__()
        self.encoder = AutoModel.from_pretrained(folder, attn_implementation="eager")
        self.drop = nn.Dropout(DROPPED)
        self.head = nn.Linear(2 * self.encoder.config.hidden_size, len(SOURCE_TYPES))

    def forward(self, ids: Tensor, mask: Tensor, segments: Tensor) -> Tensor:
        """Return the log-odds of each kind, shape (n_questions, n_kinds)."""
        states = self.encoder(
            input_ids=ids, attention_mask=mask, token_type_ids=segments
        ).last_hidden_state.float()
        is_first = ((segments == 0) & (mask == 1)).float().unsqueeze(-1)
        mean = (states * is_first).sum(1) / is_first.sum(1)
        return self.head(self.drop(torch.cat([states[:, 0], mean], 1)))


def tokenizer_of(folder: Path) -> Tokenizer:
    """Return the tokenizer of a folder, which cuts the longer text of a question first."""
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.enable_truncation(LONGEST, strategy="longest_first")
    return tokenizer


def _batches(rows: Sequence[Encoding], at_once: int) -> Iterator[list[int]]:
    """Yield the places of some questions of one length at a time."""
    by_length = sorted(range(len(rows)), key=lambda place: len(rows[place].ids))
    for start in range(0, len(by_length), at_once):
        yield by_length[start : start + at_once]


def _inputs(rows: Sequence[Encoding]) -> tuple[Tensor, Tensor, Tensor]:
    longest = max(len(row.ids) for row in rows)
    names = ("ids", "attention_mask", "type_ids")
    padded = [
        [getattr(row, name) + [0] * (longest - len(row.ids)) for row in rows] for name in names
    ]
    ids, mask, segments = map(torch.tensor, padded)
    return ids, mask, segments


def _untold(question: Question) -> Question:
    """Return a question that does not say what the word lists tell."""
    name, _, _ = question.source.rpartition(" ; ")
    return question._replace(source=f"{name} ; none")


def fit(
    questions: Sequence[Question], kinds: Sequence[str], folder: Path, epochs: int = EPOCHS
) -> Classifier:
    """
    Train the network.

    Parameters
    ----------
    questions : sequence of Question
    kinds : sequence of str
        Values of ``source_type``.
    folder : Path
        With MiniLM.
    epochs : int

    Returns
    -------
    Classifier
        In evaluation mode. The embedding of tokens is MiniLM's.
    """
    torch.manual_seed(SEED)
    shuffled = random.Random(SEED)
    tokenizer, model = tokenizer_of(folder), Classifier(folder)
    model.encoder.embeddings.requires_grad_(False)
    optimizer = torch.optim.AdamW(
        [
            {"params": model.encoder.parameters(), "peak": RATE},
            {"params": model.head.parameters(), "peak": RATE_OF_HEAD},
        ],
        weight_decay=0.01,
    )
    wanted = torch.tensor([SOURCE_TYPES.index(kind) for kind in kinds])
    n_steps, step = epochs * -(-len(questions) // AT_ONCE), 0
    for epoch in range(epochs):
        asked = [_untold(one) if shuffled.random() < UNTOLD else one for one in questions]
        rows = tokenizer.encode_batch([tuple(one) for one in asked])
        batches = list(_batches(rows, AT_ONCE))
        shuffled.shuffle(batches)
        model.train()
        lost = 0.0
        for batch in batches:
            share = min(1.0, step / WARM_UP) * max(LEAST_RATE, 1 - step / n_steps)
            for group in optimizer.param_groups:
                group["lr"] = group["peak"] * share
            with torch.autocast("cpu", dtype=torch.bfloat16):
                odds = model(*_inputs([rows[place] for place in batch]))
            loss = F.cross_entropy(odds.float(), wanted[batch], label_smoothing=SMOOTHED)
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), LONGEST_STEP)
            optimizer.step()
            step += 1
            lost += loss.item()
        log.info("epoch %d: loss %.3f", epoch + 1, lost / len(batches))
    return model.eval()


def probabilities(model: Classifier, questions: Sequence[Question], folder: Path) -> np.ndarray:
    """
    Return how probable each kind is.

    Parameters
    ----------
    model : Classifier
    questions : sequence of Question
    folder : Path
        With the tokenizer.

    Returns
    -------
    array of float, shape (n_questions, n_kinds)
    """
    rows = tokenizer_of(folder).encode_batch([tuple(one) for one in questions])
    found = np.zeros((len(rows), len(SOURCE_TYPES)))
    with torch.inference_mode():
        for batch in _batches(rows, AT_ONCE):
            odds = model(*_inputs([rows[place] for place in batch]))
            found[batch] = torch.softmax(odds, 1).numpy()
    return found


def export(model: Classifier, folder: Path, out: Path) -> None:
    """
    Write the files that a run opens, and their hashes.

    Parameters
    ----------
    model : Classifier
    folder : Path
        With the tokenizer.
    out : Path
    """
    out.mkdir(parents=True, exist_ok=True)
    tokens, layers, kinds = FILES
    settings = json.loads(tokenizer_of(folder).to_str())
    (out / tokens).write_text(json.dumps(settings, ensure_ascii=False) + "\n", encoding="utf8")
    (out / kinds).write_text(json.dumps(SOURCE_TYPES) + "\n", encoding="utf8")
    words = model.encoder.embeddings.word_embeddings
    model.encoder.embeddings.word_embeddings = Int4Embedding(words.weight.data)
    names = ["ids", "mask", "segments"]
    ids = torch.randint(1000, 2000, (2, 16))
    examples = (ids, torch.ones_like(ids), torch.zeros_like(ids))
    with tempfile.TemporaryDirectory() as scratch, warnings.catch_warnings():
        # of lengths that the encoder checks and that tracing takes for constants
        warnings.simplefilter("ignore", torch.jit.TracerWarning)
        whole = Path(scratch) / layers
        torch.onnx.export(
            model,
            examples,
            whole,
            input_names=names,
            output_names=["scores"],
            dynamic_axes={name: {0: "rows", 1: "tokens"} for name in names}
            | {"scores": {0: "rows"}},
            opset_version=OPSET,
            dynamo=False,
        )
        small = Path(scratch) / f"small {layers}"
        to_int8(whole, small, in_layers=("/layer.",))
        shutil.copy(small, out / layers)
    model.encoder.embeddings.word_embeddings = words
    write_checksums(out, FILES)
