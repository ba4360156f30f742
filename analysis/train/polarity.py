"""
Train the classifier of polarity towards a mention, on states of the tagger's middle layer.

In: the gold folder, labelled mentions and sentences; the tagger in ``data/models/reader``, which is
not changed. Out: a folder with ``polarity.safetensors`` (float16), the tagger's tokenizer,
``scores.json`` and ``config.json``. The layers begin as those of the tagger above its middle one,
or as those of an earlier run. Dev files are used for scores only. The seed fixes the order of the
rows and the initial values of the outputs.

    python -m analysis.train.polarity GOLD OUT --mentions LABELS.csv --sentences LABELS.jsonl
"""

import argparse
import json
import logging
import os
import time
from argparse import Namespace
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional as F

from analysis.annotate.token_states import read_states
from analysis.core.paths import NEURAL_MODEL
from analysis.core.tables import POLARITIES
from analysis.measure.target_sentiment.model import Mention, tokens_of
from analysis.neural.architecture import PolarityClassifier, Shape, shape_of
from analysis.neural.label_scheme import MIDDLE
from analysis.neural.model_files import TOKENIZER
from analysis.neural.onnx_model import Model
from analysis.neural.polarity_model import PolarityModel
from analysis.neural.torch_model import TorchPolarity, restore_tagger
from analysis.train import evaluate
from analysis.train.examples import fold_of
from analysis.train.loop import (
    Batch,
    add_device_options,
    add_schedule_options,
    load_weights,
    plan_of,
    save_run,
    shuffled_batches,
    train,
)
from analysis.train.mentions import labelled_mentions

__all__ = ["Example", "fit_polarity", "main", "read_examples", "score_polarity"]

log = logging.getLogger(__name__)

FILES = {"targets/train": 1, "targets/other_news": 3}
"""How often an epoch contains each row of a file. The second holds what the first lacks:
governments, armies and office holders, most of them neutral."""

DEV_FILE = "targets/dev"
SENTENCE_TIMES = 2  # how often an epoch contains each of --sentences
BATCH = 32
SMOOTHING = 0.1
TAUGHT_SHARE = 0.3  # of the probabilities of an earlier classifier beside a person's label


class Example(NamedTuple):
    """
    A mention in its sentence, as the tagger has read it.

    Attributes
    ----------
    states : array of float16, shape (n_tokens, n_hidden)
    first, last : int
        Tokens of the mention, ``last`` not included.
    target : tuple of float
        Probability of each of ``POLARITIES``, as a person or an earlier classifier told them.
    passage : str
        Id of what is held out together.
    """

    states: np.ndarray
    first: int
    last: int
    target: tuple[float, ...]
    passage: str


def options_parser() -> argparse.ArgumentParser:
    """Return the parser of the command's arguments."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("gold", type=Path, help="folder of gold files")
    parser.add_argument("out", type=Path, help="folder to write to")
    parser.add_argument("--model", type=Path, default=NEURAL_MODEL, help="folder of the tagger")
    parser.add_argument("--begin", type=Path, help="folder of an earlier run to continue from")
    parser.add_argument("--dropout", type=float, default=0.1)
    parser.add_argument(
        "--smoothing",
        type=float,
        default=SMOOTHING,
        help="share of each label that is spread over all polarities (default: %(default)s)",
    )
    parser.add_argument(
        "--mentions",
        type=Path,
        nargs="+",
        default=(),
        help="tables of labelled mentions in articles of the gold folder, or invented",
    )
    parser.add_argument(
        "--sentences", type=Path, help="further labelled sentences, as in the files of targets"
    )
    parser.add_argument(
        "--taught",
        type=Path,
        help="probabilities of an earlier classifier (taught), as JSON lines: of rows of the other "
        "files by their sentence_id, and of further mentions with their text",
    )
    parser.add_argument("--fold", type=int, help="fold of targets/other_news to hold out")
    parser.add_argument("--folds", type=int, default=5, help="number of folds")
    parser.add_argument(
        "--limit", type=int, help="use only so many rows of each file, to try the command"
    )
    add_device_options(parser)
    add_schedule_options(parser, BATCH)
    return parser


def read_examples(rows: Sequence[Mapping], tagger: Model) -> list[Example]:
    """
    Read the texts of labelled mentions with the tagger.

    Parameters
    ----------
    rows : sequence of mapping
        ``sentence_id``, ``text``, ``start`` and ``end`` of the mention in it, ``polarity``,
        ``taught`` (the probabilities of an earlier classifier) or both; and ``sentence_start`` and
        ``sentence_end`` if the text is more than its sentence.
    tagger : Model

    Returns
    -------
    list of Example
        In the order of the rows.
    """
    number_of = {text: number for number, text in enumerate(dict.fromkeys(r["text"] for r in rows))}
    states = read_states(number_of, tagger)
    examples = []
    for row in rows:
        number = number_of[row["text"]]
        sentence = row.get("sentence_start", 0), row.get("sentence_end", len(row["text"]))
        mention = Mention(number, sentence, (row["start"], row["end"]))
        tokens, (first, last) = tokens_of(mention, states[number])
        kept = states[number].states[tokens].copy()
        examples.append(Example(kept, first, last, _target(row), _passage_id(row)))
    return examples


def _target(row: Mapping) -> tuple[float, ...]:
    """Return what is to be learned of a row: its label, mixed with what a classifier told of it."""
    label = row.get("polarity")
    told = row.get("taught")
    if label is None:
        return tuple(row["taught"])
    share = 0.0 if told is None else TAUGHT_SHARE
    return tuple(
        (1 - share) * (name == label) + share * (told[place] if told else 0.0)
        for place, name in enumerate(POLARITIES)
    )


def _passage_id(row: Mapping) -> str:
    """Return the id of the passage of a sentence; NewsMTSC's sentences are from one each."""
    sentence_id = row["sentence_id"]
    if sentence_id.startswith("newsmtsc"):
        return sentence_id
    return sentence_id.rpartition("-")[0]


def score_polarity(examples: Sequence[Example], model: PolarityModel) -> float:
    """Return the macro-averaged F1 over negative, neutral and positive, 0 to 1."""
    scores = [model.scores(row.states, row.first, row.last) for row in examples]
    found = np.reshape(scores, (-1, len(POLARITIES))).argmax(1)
    right = np.array([row.target for row in examples]).argmax(1)
    of_classes = []
    for polarity in range(len(POLARITIES)):
        both = (found == polarity) & (right == polarity)
        n_found, n_right = (found == polarity).sum(), (right == polarity).sum()
        of_classes.append(evaluate.f1(both.sum(), n_found, n_right))
    return float(np.mean(of_classes))


def fit_polarity(options: Namespace) -> dict[str, float]:
    """
    Train the classifier and write it.

    Parameters
    ----------
    options : Namespace
        From ``options_parser``.

    Returns
    -------
    dict of str to float
        The score on the dev file, and on the rows that were held out.
    """
    torch.manual_seed(options.seed)
    tagger = Model(options.model, options.threads)
    learned, held_out = _training_examples(options, tagger)
    classifier = _initial_classifier(options)
    classifier.train()

    def loss_of(batch: Batch) -> Tensor:
        scores = classifier(batch["hidden"], batch["mask"], batch["mention"])
        target = batch["target"]
        return F.cross_entropy(scores.float(), target, label_smoothing=options.smoothing)

    def save(scores: Mapping[str, float] = MappingProxyType({})) -> None:
        save_run(options, {"polarity": classifier}, options.model / TOKENIZER, dict(scores))

    train(plan_of(options), [classifier], _epochs(options, learned), loss_of, save)
    model = TorchPolarity(classifier, options.device)
    dev = read_examples(evaluate.gold(options.gold, DEV_FILE)[: options.limit], tagger)
    scores = {DEV_FILE: round(score_polarity(dev, model), 4)}
    if held_out:
        scores["fold"] = round(score_polarity(held_out, model), 4)
    save(scores)
    return scores


def _training_examples(options: Namespace, tagger: Model) -> tuple[list[Example], list[Example]]:
    """Return the rows of an epoch, each as often as it is shown, and those that are held out."""
    learned, held_out = [], []
    taught = _taught(options.taught)
    for name, times in FILES.items():
        rows = _with_taught(evaluate.gold(options.gold, name)[: options.limit], taught)
        for example in read_examples(rows, tagger):
            if name != "targets/train" and _is_held_out(options, example):
                held_out.append(example)
            else:
                learned += [example] * times
    for table in options.mentions:
        rows = labelled_mentions(table, options.gold)[: options.limit]
        learned += read_examples(_with_taught(rows, taught), tagger)
    if options.sentences:
        lines = options.sentences.read_text(encoding="utf8").splitlines()[: options.limit]
        rows = _with_taught([json.loads(line) for line in lines], taught)
        learned += read_examples(rows, tagger) * SENTENCE_TIMES
    learned += read_examples([row for row in taught.values() if "text" in row], tagger)
    return learned, held_out


def _taught(path: Path | None) -> dict[str, dict]:
    """Return what an earlier classifier told, by ``sentence_id``."""
    if path is None:
        return {}
    rows = map(json.loads, path.read_text(encoding="utf8").splitlines())
    return {row["sentence_id"]: row for row in rows}


def _with_taught(rows: Sequence[dict], taught: Mapping[str, dict]) -> list[dict]:
    told = [taught.get(row["sentence_id"], {}).get("taught") for row in rows]
    return [{**row, "taught": own} for row, own in zip(rows, told, strict=True)]


def _is_held_out(options: Namespace, example: Example) -> bool:
    return options.fold is not None and fold_of(example.passage, options.folds) == options.fold


def _initial_classifier(options: Namespace) -> PolarityClassifier:
    """Return a classifier with the layers of the tagger above the middle one, or of a run."""
    _, tagger = restore_tagger(options.model, rounded=False)
    layers = tagger.layers.blocks[MIDDLE:]
    shape: Shape = shape_of(layers[0].norm1.weight.shape[0])
    classifier = PolarityClassifier(len(layers), shape, options.dropout)
    if options.begin:
        load_weights(classifier, options.begin / "polarity.safetensors")
    else:
        classifier.layers.blocks.load_state_dict(layers.state_dict())
        if classifier.layers.distance is not None:
            classifier.layers.distance.load_state_dict(tagger.layers.distance.state_dict())
        torch.nn.init.zeros_(classifier.marks.weight)
        torch.nn.init.zeros_(classifier.own.weight)
    return classifier.to(options.device)


class _Batches:
    """Batches of examples, made when they are taken: states are large."""

    def __init__(self, examples: Sequence[Sequence[Example]]) -> None:
        self.examples = examples

    def __len__(self) -> int:
        return len(self.examples)

    def __iter__(self) -> Iterator[Batch]:
        return map(_batch, self.examples)


def _epochs(options: Namespace, examples: Sequence[Example]) -> Iterator[_Batches]:
    """Yield the batches of one epoch after another."""
    rng = np.random.default_rng(options.seed)
    while True:
        order = rng.permutation(len(examples)).tolist()
        lengths = [len(examples[number].states) for number in order]
        for_batches = shuffled_batches(order, lengths, options.batch, rng)
        yield _Batches([[examples[number] for number in numbers] for numbers in for_batches])


def _batch(examples: Sequence[Example]) -> Batch:
    shape = len(examples), max(len(example.states) for example in examples)
    hidden = torch.zeros((*shape, examples[0].states.shape[1]))
    mask = torch.zeros(shape, dtype=torch.long)
    mention = torch.zeros(shape, dtype=torch.long)
    for row, example in enumerate(examples):
        n_tokens = len(example.states)
        hidden[row, :n_tokens] = torch.from_numpy(example.states).float()
        mask[row, :n_tokens] = 1
        mention[row, example.first : example.last] = 1
    target = torch.tensor([example.target for example in examples])
    return {"hidden": hidden, "mask": mask, "mention": mention, "target": target}


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command."""
    os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
    options = options_parser().parse_args(arguments)
    torch.set_num_threads(options.threads)
    begun = time.time()
    scores = fit_polarity(options)
    log.info("%s in %.0f s", json.dumps(scores), time.time() - begun)


if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    main()
