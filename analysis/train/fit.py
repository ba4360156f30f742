"""
Train the tagger or the polarity classifier.

In: the folder that ``trim_vocabulary`` wrote, and the gold folder. Out: a folder with weights
(float16), ``scores.json`` and ``config.json``; with ``--fold``, also the model's output for the
held-out articles: soft labels, and rows of tables. Dev files are used for scores only. The seed
fixes the order of articles, the augmentation and the initial values of the heads.

    python -m analysis.train.fit tagger START GOLD OUT --layers 0,1,2,3,4,5 --shared 3
    python -m analysis.train.fit polarity START GOLD OUT --layers 0,1,2,4,6,8,10 --shared 3 \\
        --encoder TAGGER_OUT
"""

import argparse
import itertools
import json
import logging
import multiprocessing
import os
import random
import re
import shutil
import time
from argparse import Namespace
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional as F

from analysis.annotate.passages import INSIDE, OVERLAP, run_model
from analysis.annotate.tagger_model import label_texts
from analysis.core.tables import POLARITIES
from analysis.measure.target_sentiment.model import marked_row
from analysis.neural.architecture import PolarityClassifier, Tagger, load_encoder
from analysis.neural.label_scheme import softmax, special_tokens
from analysis.neural.onnx_model import Model
from analysis.neural.torch_model import TorchModel
from analysis.train import augment, evaluate
from analysis.train.examples import Article, fold_of, parse, windows
from analysis.train.labelled_passages import judged_passages, labelled_passages
from analysis.train.losses import batch_of, round_up, tagger_loss
from analysis.train.mentions import labelled_mentions
from analysis.train.synthetic_reports import synthetic_report
from analysis.train.trim_vocabulary import unpack

__all__ = ["fit_polarity", "fit_tagger", "main", "options_parser"]

log = logging.getLogger(__name__)
# How often an epoch contains each article of a file, on average.
FILES = {
    "attributions/train": 1.0,
    "attributions/fa_kes": 8.0,
    "attributions/other_news": 2.0,
    "figures/train": 3.0,
    "figures/other_domains": 3.0,
    "figures/world_leads": 3.0,
    "other_news/train": 2.0,
    "quantities/train": 4.0,
}
# The same for the classifier of polarity. The second file holds what the first one lacks:
# governments, armies and office holders, most of them neutral.
POLARITY_FILES = {"targets/train": 1, "targets/other_news": 3}
# The same for passages whose labels lie apart from their texts: all their attributions, or cues
# that were judged.
PASSAGE_TIMES = 2.0
JUDGED_TIMES = 0.5
MENTION_TIMES = 2  # how often an epoch contains each mention of --mentions
SENTENCE_TIMES = 2  # how often it contains each of --sentences
POOL = 16  # batches among which windows are sorted by length
WARM_UP = 0.1  # share of the training in which the learning rate rises
LOG_EVERY = 50  # steps
SENTENCE = re.compile(r"[^.!?\n][^\n]*?[.!?][”\"]?(?=\s|$)")
NAME = re.compile(r"\b(?:(?:[A-Z][\w.’'-]+ ){0,3}[A-Z][\w’'-]+|[Hh]e|[Ss]he|[Tt]hey)\b")

Batch = dict[str, Tensor]
LossFunction = Callable[[Tensor, Batch], Tensor]


def options_parser() -> argparse.ArgumentParser:
    """Return the parser of the command's arguments."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("task", choices=("tagger", "polarity"))
    parser.add_argument("start", type=Path, help="folder that trim_vocabulary wrote")
    parser.add_argument("gold", type=Path, help="folder of gold files")
    parser.add_argument("out", type=Path, help="folder to write to")
    _add_model_options(parser)
    _add_data_options(parser)
    _add_schedule_options(parser)
    _add_fold_options(parser)
    return parser


def _add_model_options(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("model")
    group.add_argument(
        "--layers", default="0,1,2,3,4,5", help="published layers to start from, by number"
    )
    group.add_argument(
        "--shared", type=int, default=3, help="how many of the layers belong to the encoder"
    )
    group.add_argument(
        "--train-encoder", action="store_true", help="train the layers of the encoder too"
    )
    group.add_argument("--encoder", type=Path, help="folder of an earlier run: use its encoder")
    group.add_argument(
        "--begin",
        type=Path,
        help="folder of an earlier run: continue from its encoder and head",
    )
    group.add_argument(
        "--frozen", type=int, default=0, help="lowest layers of the head that are not trained"
    )
    group.add_argument("--dropout", type=float, default=0.1)
    group.add_argument(
        "--device",
        default="cuda" if torch.cuda.is_available() else "cpu",
        help="torch device (default: %(default)s)",
    )
    group.add_argument("--threads", type=int, default=1, help="threads on a CPU")
    group.add_argument(
        "--float32",
        action="store_true",
        help="compute in float32: faster than bfloat16 on CPUs without its matrix units",
    )


def _add_data_options(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("training data")
    group.add_argument(
        "--weights",
        nargs=len(FILES),
        type=float,
        metavar="TIMES",
        help=f"how often an epoch contains an article of {', '.join(FILES)}",
    )
    group.add_argument(
        "--synthetic",
        type=int,
        default=0,
        help="tagger: synthetic reports of rare outcomes in each epoch",
    )
    group.add_argument(
        "--augment",
        type=float,
        default=1.0,
        help="tagger: factor on the usual amount of augmentation",
    )
    group.add_argument(
        "--unknown",
        type=float,
        default=0,
        help="tagger: share of tokens replaced by the unknown token in training",
    )
    group.add_argument(
        "--window",
        type=int,
        default=INSIDE + 2,
        help="tokens of a training window, 512 at most",
    )
    group.add_argument(
        "--overlap",
        type=int,
        default=OVERLAP,
        help="tokens that neighbouring training windows share",
    )
    group.add_argument(
        "--passages",
        action="store_true",
        help="tagger: train on labelled passages and judged cues of data/labels too",
    )
    group.add_argument(
        "--mentions",
        type=Path,
        nargs="+",
        default=(),
        help="polarity: tables of labelled mentions in articles of the gold folder, or invented",
    )
    group.add_argument(
        "--sentences",
        type=Path,
        help="polarity: further labelled sentences, as in the files of targets",
    )
    group.add_argument(
        "--transfer",
        type=int,
        default=0,
        help="polarity: additional sentences labelled by the teacher models only",
    )
    group.add_argument(
        "--limit", type=int, help="use only so many rows of each file, to try the command"
    )


def _add_schedule_options(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("schedule")
    group.add_argument("--epochs", type=float, default=8)
    group.add_argument(
        "--minutes",
        type=float,
        default=0,
        help="train for so many minutes instead of epochs; the learning rate falls to 0 over them",
    )
    group.add_argument("--rate", type=float, default=1e-4, help="learning rate of the layers")
    group.add_argument(
        "--head-rate",
        type=float,
        default=3e-4,
        help="learning rate of the output matrices, if it is higher than --rate",
    )
    group.add_argument("--batch", type=int, default=16, help="windows in a batch")
    group.add_argument("--seed", type=int, default=1, help="random seed")


def _add_fold_options(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("folds and teacher models")
    group.add_argument("--fold", type=int, help="number of the fold to hold out")
    group.add_argument("--folds", type=int, default=5, help="number of folds")
    group.add_argument(
        "--fold-files",
        nargs="*",
        default=[*FILES, *POLARITY_FILES],
        metavar="FILE",
        help="hold the fold out of these files only, such as those without a dev file",
    )
    group.add_argument("--no-dev", action="store_true", help="score the held-out fold only")
    group.add_argument(
        "--soft",
        type=Path,
        nargs="*",
        default=[],
        help="folders of teacher models, one for each fold",
    )
    group.add_argument(
        "--soft-share", type=float, default=0.5, help="weight of the teachers' labels, 0 to 1"
    )


def _initial_modules(
    options: Namespace, head_class: type[Tagger] | type[PolarityClassifier]
) -> tuple[nn.Module, nn.Module]:
    """Return the encoder and the head with their initial weights, on the device."""
    from safetensors.torch import load_file

    random.seed(options.seed)
    torch.manual_seed(options.seed)
    layers = [int(number) for number in options.layers.split(",")]
    packed = {}
    for path in sorted(options.start.glob("start*.safetensors")):
        packed |= load_file(path)
    head_layers = (head_class, layers[options.shared :])
    encoder, head = load_encoder(unpack(packed), layers[: options.shared], head_layers)
    encoder_run = options.encoder or options.begin
    if encoder_run:
        _load_weights(encoder, encoder_run / "encoder.safetensors")
    if options.begin:
        _load_weights(head, options.begin / f"{options.task}.safetensors")
    encoder.requires_grad_(False)
    head.layers.blocks[: options.frozen].requires_grad_(False)
    if options.train_encoder:
        encoder.layers.blocks.requires_grad_(True)
    for module in (*encoder.modules(), *head.modules()):
        if isinstance(getattr(module, "drop", None), float):
            module.drop = options.dropout
    return encoder.to(options.device), head.to(options.device)


def _load_weights(module: nn.Module, path: Path) -> None:
    from safetensors.torch import load_file

    module.load_state_dict({name: value.float() for name, value in load_file(path).items()})


class _Progress:
    """The share of the planned training that is done, by steps or by the clock."""

    def __init__(self, steps: int, minutes: float) -> None:
        self.steps = steps
        self.minutes = minutes
        self.begun = time.time()

    def seconds(self) -> float:
        """Return the seconds since the beginning."""
        return time.time() - self.begun

    def share(self, step: int) -> float:
        """Return the share that is done at a step, 0 to 1 or a little more."""
        if self.minutes:
            return self.seconds() / (60 * self.minutes)
        return step / self.steps

    def rate_factor(self, step: int) -> float:
        """Return the factor on the learning rate: it rises, then falls to 0."""
        rising = (self.share(step) + 1 / self.steps) / WARM_UP
        falling = max(1 - self.share(step), 0.0) / (1 - WARM_UP)
        return min(rising, falling)


def _optimizer(options: Namespace, encoder: nn.Module, head: nn.Module) -> torch.optim.Optimizer:
    """Return the optimizer, with a learning rate for the layers and one for the outputs."""
    outputs = [value for name, value in head.named_parameters() if not name.startswith("layers.")]
    layers = [
        value for value in (*encoder.parameters(), *head.layers.parameters()) if value.requires_grad
    ]
    groups = [
        {"params": layers, "lr": options.rate},
        {"params": outputs, "lr": max(options.rate, options.head_rate)},
    ]
    return torch.optim.AdamW(groups, weight_decay=0.01, fused=True)


def _train(
    options: Namespace,
    encoder: nn.Module,
    head: nn.Module,
    epochs: Iterator[list[Batch]],
    loss_of: LossFunction,
) -> None:
    """Train on the batches of one epoch after another, until the plan is done."""
    batches = next(epochs)
    progress = _Progress(int(len(batches) * options.epochs) + 1, options.minutes)
    optimizer = _optimizer(options, encoder, head)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, [progress.rate_factor] * 2)
    step = 0
    total: Tensor | float = 0.0
    while progress.share(step) < 1:
        for batch in batches:
            loss = _step(options, encoder, head, batch, loss_of, optimizer)
            schedule.step()
            step += 1
            total = total + loss
            if step % LOG_EVERY == 0:
                done = 100 * progress.share(step)
                mean = float(total) / LOG_EVERY
                seconds = progress.seconds()
                log.info("step %d, %.1f%% loss %.4f, %.0f s", step, done, mean, seconds)
                total = 0.0
            if progress.share(step) >= 1:
                break
        # An epoch on a CPU takes too long to lose it.
        _save(options, encoder, head, {})
        if progress.share(step) < 1:
            batches = next(epochs)


def _step(
    options: Namespace,
    encoder: nn.Module,
    head: nn.Module,
    batch: Batch,
    loss_of: LossFunction,
    optimizer: torch.optim.Optimizer,
) -> Tensor:
    """Update the weights on one batch and return its loss."""
    batch = {name: value.to(options.device, non_blocking=True) for name, value in batch.items()}
    encoder.train(options.train_encoder)
    head.train()
    with torch.autocast(options.device, torch.bfloat16, enabled=not options.float32):
        loss = loss_of(encoder(batch["ids"], batch["mask"]), batch)
    optimizer.zero_grad(set_to_none=True)
    loss.backward()
    torch.nn.utils.clip_grad_norm_(head.parameters(), 1.0)
    optimizer.step()
    return loss.detach()


def _save(options: Namespace, encoder: nn.Module, head: nn.Module, scores: Mapping) -> None:
    from safetensors.torch import save_file

    options.out.mkdir(parents=True, exist_ok=True)
    modules = {options.task: head}
    # The runs of the other folds have the same encoder if it is not trained.
    if options.train_encoder or options.fold is None:
        modules["encoder"] = encoder
    for name, module in modules.items():
        state = {key: value.half().contiguous().cpu() for key, value in module.state_dict().items()}
        save_file(state, options.out / f"{name}.safetensors")
    shutil.copy(options.start / "tokenizer.json", options.out)
    (options.out / "scores.json").write_text(json.dumps(scores, indent=1))
    config = {name: str(value) for name, value in vars(options).items()}
    (options.out / "config.json").write_text(json.dumps(config, indent=1))


def _augmented(article: Article, rng: np.random.Generator, amount: float) -> Article:
    """Augment an article at random, in the ways that suit its labels."""
    has_figures = article.figures is not None
    if has_figures and rng.random() < 0.6 * amount:
        article = augment.replace_numbers(article, rng)
    of_syria = has_figures or article.article_id.startswith("fakes")
    if of_syria and rng.random() < 0.5 * amount:
        article = augment.replace_names(article, rng)
    if rng.random() < 0.35 * amount:
        article = augment.drop_punctuation(article, rng)
    return article


def _shuffled_batches(
    rows: Sequence,
    lengths: Sequence[int],
    size: int,
    rng: np.random.Generator,
) -> list[list]:
    """Batch rows of similar length, so that little is padding, and shuffle the batches."""
    batches = []
    pool_size = POOL * size
    for begin in range(0, len(rows), pool_size):
        numbers = range(begin, min(begin + pool_size, len(rows)))
        pool = [rows[number] for number in sorted(numbers, key=lengths.__getitem__)]
        batches += [pool[i : i + size] for i in range(0, len(pool), size)]
    rng.shuffle(batches)
    return batches


class _TaggerData:
    """
    What the batches of the tagger are made from.

    Parameters
    ----------
    options : Namespace
    articles : list of Article
    tokenizer : tokenizers.Tokenizer
    """

    def __init__(
        self,
        options: Namespace,
        articles: Sequence[Article],
        tokenizer: Tokenizer,
    ) -> None:
        self.options = options
        self.articles = articles
        self.tokenizer = tokenizer
        self.special_tokens = special_tokens(tokenizer)
        self.unknown = tokenizer.token_to_id("[UNK]")

    def batches(self, epoch: int) -> list[Batch]:
        """Return the batches of an epoch, the same for the same number and seed."""
        options = self.options
        rng = np.random.default_rng([options.seed, epoch])
        articles = self._sample(rng)
        cut = windows(articles, self.tokenizer, rng, options.overlap, options.window - 2)
        if options.unknown:
            for window in cut:
                hidden = rng.random(len(window["ids"])) < options.unknown
                window["ids"] = np.where(hidden, self.unknown, window["ids"])
        rng.shuffle(cut)
        lengths = [len(window["ids"]) for window in cut]
        batches = _shuffled_batches(cut, lengths, options.batch, rng)
        return [batch_of(batch, *self.special_tokens) for batch in batches]

    def _sample(self, rng: np.random.Generator) -> list[Article]:
        """Repeat articles by their weight, augment them, and add synthetic reports."""
        sample = []
        for article in self.articles:
            times = int(article.weight + rng.random())
            for _ in range(times):
                sample.append(_augmented(article, rng, self.options.augment))
        sample += [synthetic_report(rng, number) for number in range(self.options.synthetic)]
        return sample


# Worker processes find their data here: they are forked after it is set.
_WORKER_DATA: dict[str, _TaggerData] = {}


def _worker_batches(epoch: int) -> list[dict[str, np.ndarray]]:
    """Return the batches of an epoch as arrays, which need no shared memory between processes."""
    torch.set_num_threads(1)
    batches = _WORKER_DATA["tagger"].batches(epoch)
    return [{name: value.numpy() for name, value in batch.items()} for batch in batches]


def _tagger_epochs(data: _TaggerData) -> Iterator[list[Batch]]:
    """Return an iterator over the batches of each epoch, prepared by workers if there is a GPU."""
    if data.options.device == "cpu":
        return map(data.batches, itertools.count())
    _WORKER_DATA["tagger"] = data
    n_epochs = int(np.ceil(data.options.epochs)) + 1
    pool = multiprocessing.get_context("fork").Pool(2)
    return map(_as_tensors, pool.imap(_worker_batches, range(n_epochs)))


def _as_tensors(batches: Iterable[Mapping[str, np.ndarray]]) -> list[Batch]:
    return [{name: torch.from_numpy(value) for name, value in batch.items()} for batch in batches]


def _soft_labels(folders: Iterable[Path]) -> dict[str, np.ndarray]:
    """Read the soft labels of teacher models, each of which held out other articles."""
    from safetensors.numpy import load_file

    labels = {}
    for folder in folders:
        labels |= load_file(folder / "soft.safetensors")
    return labels


def _key(row: Mapping) -> str:
    """Return the name of an article among the soft labels."""
    return f"{row['article_id']}:{len(row['text'])}"


def _is_held_out(options: Namespace, name: str, row: Mapping) -> bool:
    if options.fold is None or name not in options.fold_files:
        return False
    return fold_of(row["article_id"], options.folds) == options.fold


def _training_articles(options: Namespace, rows: Mapping[str, list[dict]]) -> list[Article]:
    """Return the articles that are not held out, with their weights and soft labels."""
    soft = _soft_labels(options.soft)
    weights = dict(zip(FILES, options.weights or FILES.values(), strict=True))
    articles = []
    for name, rows_of_file in rows.items():
        for row in rows_of_file:
            if _is_held_out(options, name, row):
                continue
            article = parse(row, weights[name])
            key = _key(row)
            if f"{key}/ends" in soft:
                article.soft = {kind: soft[f"{key}/{kind}"] for kind in ("ends", "attribution")}
            articles.append(article)
    return articles


def _passages(options: Namespace) -> list[Article]:
    """Return the labelled and judged passages of articles that are not held out, nor of dev."""
    articles = []
    of_dev = {row["article_id"] for row in evaluate.gold(options.gold, "attributions/dev")}
    for rows, times in (
        (labelled_passages(options.gold), PASSAGE_TIMES),
        (judged_passages(options.gold), JUDGED_TIMES),
    ):
        for row in rows:
            fold = None if options.fold is None else fold_of(row["article_id"], options.folds)
            is_held_out = fold is not None and fold == options.fold
            if not is_held_out and row["article_id"] not in of_dev:
                articles.append(parse(row, times))
    return articles


def fit_tagger(options: Namespace) -> dict[str, dict[str, float]]:
    """
    Train the tagger and write it.

    Parameters
    ----------
    options : Namespace
        From ``options_parser``.

    Returns
    -------
    dict of str to dict
        Scores for each dev file, and for each file with held-out articles.
    """
    rows = {name: evaluate.gold(options.gold, name)[: options.limit] for name in FILES}
    held_out = {}
    for name, rows_of_file in rows.items():
        kept = [row for row in rows_of_file if _is_held_out(options, name, row)]
        if kept:
            held_out[name] = kept
    tokenizer = Tokenizer.from_file(str(options.start / "tokenizer.json"))
    articles = _training_articles(options, rows)
    if options.passages:
        articles += _passages(options)
    data = _TaggerData(options, articles, tokenizer)
    epochs = _tagger_epochs(data)  # workers are forked before the GPU is used
    encoder, tagger = _initial_modules(options, Tagger)

    def loss_of(hidden: Tensor, batch: Batch) -> Tensor:
        tags, vectors, _ = tagger(hidden, batch["mask"])
        return tagger_loss(tags, vectors, batch, options.soft_share)

    _train(options, encoder, tagger, epochs, loss_of)
    model = TorchModel(tokenizer, encoder, tagger, options.device)
    scores = _tagger_scores(options, model, held_out)
    _save(options, encoder, tagger, scores)
    if options.fold is not None:
        _save_held_out(options.out, model, held_out)
    return scores


def _tagger_scores(
    options: Namespace, model: Model, held_out: Mapping[str, list[dict]]
) -> dict[str, dict[str, float]]:
    scores = {}
    if not options.no_dev:
        for name in evaluate.DEV_FILES:
            rows = evaluate.gold(options.gold, name)[: options.limit]
            scores[name] = _scores_of_file(name, rows, model)
    for name, rows in held_out.items():
        scores[f"fold {name}"] = _scores_of_file(name, rows, model)
    return scores


def _scores_of_file(name: str, rows: list[dict], model: Model) -> dict[str, float]:
    scores = evaluate.score_file(name, rows, model)
    return {kind: round(float(value), 4) for kind, value in scores.items()}


def _save_held_out(out: Path, model: Model, held_out: Mapping[str, list[dict]]) -> None:
    """Write the model's output for held-out articles: soft labels, and rows of tables."""
    from safetensors.numpy import save_file

    soft = {}
    labelled = {}
    for name, rows in held_out.items():
        texts = [row["text"] for row in rows]
        for passage in run_model([_key(row) for row in rows], texts, model):
            key = passage.article_id
            if f"{key}/ends" not in soft:  # of a very long text only the first passage
                probabilities = passage.means("attribution")
                soft[f"{key}/ends"] = np.ascontiguousarray(passage.offsets[:, 1])
                soft[f"{key}/attribution"] = probabilities.astype(np.float16)
        labelled[name] = label_texts([row["article_id"] for row in rows], texts, model)
    save_file(soft, out / "soft.safetensors")
    (out / "labelled.json").write_text(json.dumps(labelled, default=float))


def transfer_rows(folder: Path, n: int, seed: int = 0) -> list[dict]:
    """
    Sample sentences for teacher models to classify, with a name or pronoun in each as the target.

    Parameters
    ----------
    folder : Path
        Gold folder; the sentences are those of the attribution articles.
    n : int
        Number of sentences.
    seed : int

    Returns
    -------
    list of dict
        ``text``, ``start``, ``end``.
    """
    rng = random.Random(seed)
    rows = []
    for row in evaluate.gold(folder, "attributions/train"):
        for match in SENTENCE.finditer(row["text"]):
            sentence = match.group()
            names = list(NAME.finditer(sentence))
            if names and 40 <= len(sentence) <= 350:
                chosen = rng.choice(names)
                rows.append({"text": sentence, "start": chosen.start(), "end": chosen.end()})
    rng.shuffle(rows)
    return rows[:n]


def fit_polarity(options: Namespace) -> dict[str, float]:
    """
    Train the polarity classifier and write it.

    Parameters
    ----------
    options : Namespace
        From ``options_parser``.

    Returns
    -------
    dict of str to float
        The score on the dev file, and on the rows that were held out.
    """
    files = {name: evaluate.gold(options.gold, name)[: options.limit] for name in POLARITY_FILES}
    times_of_files = list(POLARITY_FILES.values())
    for table in options.mentions:
        files[str(table)] = labelled_mentions(table, options.gold)
        times_of_files.append(MENTION_TIMES)
    if options.sentences:
        lines = options.sentences.read_text(encoding="utf8").splitlines()
        files["sentences"] = [json.loads(line) for line in lines]
        times_of_files.append(SENTENCE_TIMES)
    rows = [row for rows_of_file in files.values() for row in rows_of_file]
    times = np.repeat(times_of_files, [len(rows) for rows in files.values()])
    extra = transfer_rows(options.gold, options.transfer) if options.transfer else []
    tokenizer = Tokenizer.from_file(str(options.start / "tokenizer.json"))
    encoder, head = _initial_modules(options, PolarityClassifier)
    model = TorchModel(tokenizer, encoder, head, options.device)
    held_out = np.concatenate([_held_out_sentences(options, *file) for file in files.items()])
    targets, extra_targets = _polarity_targets(options, rows, len(extra))
    taught = extra if options.soft else []
    marked = [marked_row(model, row["text"], row["start"], row["end"]) for row in [*rows, *taught]]
    targets = np.concatenate([targets, extra_targets])
    shown = np.append(times * ~held_out, np.ones(len(extra_targets), int))
    used = np.repeat(np.arange(len(shown)), shown)

    def loss_of(hidden: Tensor, batch: Batch) -> Tensor:
        return F.cross_entropy(head(hidden, batch["mask"]).float(), batch["targets"])

    epochs = _polarity_epochs(options, marked, targets, used, model.pad)
    _train(options, encoder, head, epochs, loss_of)
    scores = _polarity_scores(options, model, rows, held_out)
    _save(options, encoder, head, scores)
    if options.fold is not None:
        _save_soft_polarity(options.out, model, rows, held_out, extra)
    return scores


def _held_out_sentences(options: Namespace, name: str, rows: Sequence[Mapping]) -> np.ndarray:
    """Return which rows of a file are held out: all mentions of a passage, or none."""
    if options.fold is None or name not in options.fold_files:
        return np.zeros(len(rows), bool)
    return np.array([fold_of(_passage_id(row), options.folds) == options.fold for row in rows])


def _passage_id(row: Mapping) -> str:
    """Return the id of the passage of a sentence; NewsMTSC's sentences are from one each."""
    sentence_id = row["sentence_id"]
    if sentence_id.startswith("newsmtsc"):
        return sentence_id
    return sentence_id.rpartition("-")[0]


def _polarity_scores(
    options: Namespace,
    model: Model,
    rows: Sequence[Mapping],
    held_out: np.ndarray,
) -> dict[str, float]:
    """Return the score of the dev file, and of the rows that were held out."""
    parts = {"fold": [rows[number] for number in held_out.nonzero()[0]]}
    if not options.no_dev:
        parts["targets/dev"] = evaluate.gold(options.gold, "targets/dev")[: options.limit]
    return {
        name: round(evaluate.score_polarity(part, model), 4) for name, part in parts.items() if part
    }


def _polarity_targets(
    options: Namespace, rows: Sequence[Mapping], n_extra: int
) -> tuple[np.ndarray, np.ndarray]:
    """Return the target probabilities of the gold rows, and of those that only teachers label."""
    labels = [POLARITIES.index(row["polarity"]) for row in rows]
    targets = np.eye(3)[labels]
    if not options.soft:
        return targets, np.zeros((0, 3))
    teachers = [np.load(folder / "soft.npz") for folder in options.soft]
    share = options.soft_share
    for teacher in teachers:
        taught = teacher["rows"]
        targets[taught] = (1 - share) * targets[taught] + share * teacher["targets"]
    return targets, np.mean([teacher["extra"] for teacher in teachers], 0)[:n_extra]


def _save_soft_polarity(
    out: Path,
    model: Model,
    rows: Sequence[dict],
    held_out: np.ndarray,
    extra: list[dict],
) -> None:
    """Write the model's probabilities for the held-out rows, and for the additional ones."""
    held_out_rows = [rows[number] for number in held_out.nonzero()[0]]
    of_extra = np.zeros((0, 3))
    if extra:
        of_extra = softmax(evaluate.polarity_logits(extra, model))
    np.savez(
        out / "soft.npz",
        rows=held_out.nonzero()[0],
        targets=softmax(evaluate.polarity_logits(held_out_rows, model)),
        extra=of_extra,
    )


def _polarity_epochs(
    options: Namespace,
    marked: Sequence[Sequence[int]],
    targets: np.ndarray,
    used: np.ndarray,
    pad: int,
) -> Iterator[list[Batch]]:
    """Yield the batches of one epoch after another."""
    rng = np.random.default_rng(options.seed)
    while True:
        order = rng.permutation(used)
        lengths = [len(marked[number]) for number in order]
        batches = _shuffled_batches(order, lengths, options.batch, rng)
        yield [_polarity_batch(batch, marked, targets, pad) for batch in batches]


def _polarity_batch(
    numbers: Sequence[int],
    marked: Sequence[Sequence[int]],
    targets: np.ndarray,
    pad: int,
) -> Batch:
    longest = max(len(marked[number]) for number in numbers)
    ids = np.full((len(numbers), round_up(longest)), pad)
    for i, number in enumerate(numbers):
        ids[i, : len(marked[number])] = marked[number]
    return {
        "ids": torch.as_tensor(ids),
        "mask": torch.as_tensor((ids != pad).astype(int)),
        "targets": torch.as_tensor(targets[numbers], dtype=torch.float),
    }


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command."""
    os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
    options = options_parser().parse_args(arguments)
    torch.set_num_threads(options.threads)
    begun = time.time()
    if options.task == "tagger":
        scores = fit_tagger(options)
    else:
        scores = fit_polarity(options)
    log.info("%s in %.0f s", json.dumps(scores), time.time() - begun)


if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    main()
