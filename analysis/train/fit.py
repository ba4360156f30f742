"""
Train the tagger.

In: the folder that ``trim_vocabulary`` wrote, and the gold folder. Out: a folder with weights
(float16), ``scores.json`` and ``config.json``; with ``--fold``, also the model's output for the
held-out articles: soft labels, and rows of tables. Dev files are used for scores only. The seed
fixes the order of articles, the augmentation and the initial values of the heads.

    python -m analysis.train.fit START GOLD OUT --layers 0,1,2,3,4,5 --shared 3
"""

import argparse
import itertools
import json
import logging
import multiprocessing
import os
import random
import time
from argparse import Namespace
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor, nn

from analysis.annotate.passages import INSIDE, OVERLAP, run_model
from analysis.annotate.tagger_model import label_texts
from analysis.neural.architecture import Tagger, load_encoder
from analysis.neural.label_scheme import special_tokens
from analysis.neural.onnx_model import Model
from analysis.neural.torch_model import TorchModel
from analysis.train import augment, evaluate
from analysis.train.examples import Article, fold_of, parse, windows
from analysis.train.labelled_passages import judged_passages, labelled_passages
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
from analysis.train.losses import batch_of, tagger_loss
from analysis.train.synthetic_reports import synthetic_report
from analysis.train.trim_vocabulary import unpack

__all__ = ["fit_tagger", "main", "options_parser"]

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
# The same for passages whose labels lie apart from their texts: all their attributions, or cues
# that were judged.
PASSAGE_TIMES = 2.0
JUDGED_TIMES = 0.5


def options_parser() -> argparse.ArgumentParser:
    """Return the parser of the command's arguments."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("start", type=Path, help="folder that trim_vocabulary wrote")
    parser.add_argument("gold", type=Path, help="folder of gold files")
    parser.add_argument("out", type=Path, help="folder to write to")
    _add_model_options(parser)
    _add_data_options(parser)
    add_schedule_options(parser.add_argument_group("schedule"))
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
    add_device_options(group)


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
        help="synthetic reports of rare outcomes in each epoch",
    )
    group.add_argument(
        "--augment",
        type=float,
        default=1.0,
        help="factor on the usual amount of augmentation",
    )
    group.add_argument(
        "--unknown",
        type=float,
        default=0,
        help="share of tokens replaced by the unknown token in training",
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
        help="train on labelled passages and judged cues of data/labels too",
    )
    group.add_argument(
        "--limit", type=int, help="use only so many rows of each file, to try the command"
    )


def _add_fold_options(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("folds and teacher models")
    group.add_argument("--fold", type=int, help="number of the fold to hold out")
    group.add_argument("--folds", type=int, default=5, help="number of folds")
    group.add_argument(
        "--fold-files",
        nargs="*",
        default=[*FILES],
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


def _initial_modules(options: Namespace) -> tuple[nn.Module, nn.Module]:
    """Return the encoder and the tagger with their initial weights, on the device."""
    from safetensors.torch import load_file

    random.seed(options.seed)
    torch.manual_seed(options.seed)
    layers = [int(number) for number in options.layers.split(",")]
    packed = {}
    for path in sorted(options.start.glob("start*.safetensors")):
        packed |= load_file(path)
    of_tagger = (Tagger, layers[options.shared :])
    encoder, head = load_encoder(unpack(packed), layers[: options.shared], of_tagger)
    encoder_run = options.encoder or options.begin
    if encoder_run:
        load_weights(encoder, encoder_run / "encoder.safetensors")
    if options.begin:
        load_weights(head, options.begin / "tagger.safetensors")
    encoder.requires_grad_(False)
    head.layers.blocks[: options.frozen].requires_grad_(False)
    if options.train_encoder:
        encoder.layers.blocks.requires_grad_(True)
    for module in (*encoder.modules(), *head.modules()):
        if isinstance(getattr(module, "drop", None), float):
            module.drop = options.dropout
    return encoder.to(options.device), head.to(options.device)


def _save(options: Namespace, encoder: nn.Module, tagger: nn.Module, scores: Mapping) -> None:
    modules = {"tagger": tagger}
    # The runs of the other folds have the same encoder if it is not trained.
    if options.train_encoder or options.fold is None:
        modules["encoder"] = encoder
    save_run(options, modules, options.start / "tokenizer.json", scores)


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
        batches = shuffled_batches(cut, lengths, options.batch, rng)
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
    encoder, tagger = _initial_modules(options)
    encoder.train(options.train_encoder)
    tagger.train()

    def loss_of(batch: Batch) -> Tensor:
        hidden = encoder(batch["ids"], batch["mask"])
        tags, vectors, _ = tagger(hidden, batch["mask"])
        return tagger_loss(tags, vectors, batch, options.soft_share)

    train(
        plan_of(options),
        [encoder, tagger],
        epochs,
        loss_of,
        lambda: _save(options, encoder, tagger, {}),
    )
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


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command."""
    os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
    options = options_parser().parse_args(arguments)
    torch.set_num_threads(options.threads)
    begun = time.time()
    scores = fit_tagger(options)
    log.info("%s in %.0f s", json.dumps(scores), time.time() - begun)


if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    main()
