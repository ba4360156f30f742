"""
Train the tagger or the polarity classifier.

In: what ``prepare`` wrote, and the gold folder. Out: a folder with weights (float16), ``scores.json`` and
``config.json``; with ``--fold``, also what the model says of the articles that it did not see: soft labels, and rows.
Dev files are measured, never learned from. The seed fixes the order, the noise and the heads' first values.

    python -m analysis.train.fit tagger START GOLD OUT --layers 0,1,2,3,4,5 --shared 3
    python -m analysis.train.fit polarity START GOLD OUT --layers 0,1,2,4,6,8,10 --shared 3 --encoder TAGGER_OUT
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
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer
from torch.nn import functional as F

from analysis.annotate.passages import INSIDE, OVERLAP, run_model
from analysis.annotate.tagger_model import label_texts
from analysis.core.tables import POLARITIES
from analysis.measure.target_sentiment.model import marked_row
from analysis.neural.architecture import PolarityClassifier, Tagger, load_encoder
from analysis.neural.label_scheme import softmax, special_tokens
from analysis.neural.torch_model import TorchModel
from analysis.train import augment, evaluate
from analysis.train.examples import fold_of, parse, windows
from analysis.train.losses import batch_of, tagger_loss
from analysis.train.synthetic_reports import made_up
from analysis.train.trim_vocabulary import unpack

__all__ = ["fit_polarity", "fit_tagger", "main", "options_parser"]

log = logging.getLogger(__name__)
# how often an epoch shows each article of a file, on average
FILES = {
    "attributions/train": 1.0,
    "attributions/fa_kes": 8.0,
    "figures/train": 3.0,
    "figures/other_domains": 3.0,
    "figures/world_leads": 3.0,
}


def options_parser():
    """Describe the command's arguments."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("task", choices=("tagger", "polarity"))
    parser.add_argument("start", type=Path, help="folder that prepare wrote")
    parser.add_argument("gold", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--layers", default="0,1,2,3,4,5", help="layers of MPNet to begin with")
    parser.add_argument("--shared", type=int, default=3, help="how many of them make the encoder")
    parser.add_argument(
        "--train-encoder", action="store_true", help="train the encoder's layers too"
    )
    parser.add_argument("--encoder", type=Path, help="folder of an earlier run: take its encoder")
    parser.add_argument(
        "--begin", type=Path, help="folder of an earlier run: go on from its encoder and top"
    )
    parser.add_argument(
        "--weights",
        nargs=5,
        type=float,
        metavar="TIMES",
        help=f"how often an epoch shows an article of {', '.join(FILES)}",
    )
    parser.add_argument(
        "--made-up", type=int, default=0, help="tagger: made-up reports of rare outcomes an epoch"
    )
    parser.add_argument(
        "--overlap", type=int, default=OVERLAP, help="tokens that training windows share"
    )
    parser.add_argument(
        "--frozen", type=int, default=0, help="lowest layers of the top that stay as they are"
    )
    parser.add_argument(
        "--window", type=int, default=INSIDE + 2, help="tokens of a training window, 512 at most"
    )
    parser.add_argument(
        "--unknown",
        type=float,
        default=0,
        help="tagger: share of tokens shown as unknown in training",
    )
    parser.add_argument("--threads", type=int, default=1, help="on a CPU")
    parser.add_argument("--epochs", type=float, default=8)
    parser.add_argument(
        "--minutes",
        type=float,
        default=0,
        help="plan by the clock instead: learning fades out over so many minutes, then stops",
    )
    parser.add_argument("--rate", type=float, default=1e-4)
    parser.add_argument(
        "--head-rate", type=float, default=3e-4, help="the heads' own, if it is higher"
    )
    parser.add_argument("--batch", type=int, default=16)
    parser.add_argument("--dropout", type=float, default=0.1)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--fold", type=int, help="leave this fold out")
    parser.add_argument("--folds", type=int, default=5)
    parser.add_argument(
        "--fold-files",
        nargs="*",
        default=list(FILES),
        metavar="FILE",
        help="tagger: leave the fold out of these files only, such as those without a dev file",
    )
    parser.add_argument("--no-dev", action="store_true", help="measure the fold left out only")
    parser.add_argument(
        "--soft", type=Path, nargs="*", default=[], help="folders of teachers, one a fold"
    )
    parser.add_argument("--soft-share", type=float, default=0.5)
    parser.add_argument(
        "--transfer", type=int, default=0, help="polarity: sentences that only teachers label"
    )
    parser.add_argument("--noise", type=float, default=1.0, help="share of the usual noise")
    parser.add_argument(
        "--limit", type=int, help="read only so many rows of each file, for a trial"
    )
    parser.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    return parser


def _begin(o, top):
    """The modules with their first weights, on the device."""
    from safetensors.torch import load_file

    random.seed(o.seed)
    torch.manual_seed(o.seed)
    numbers = [int(x) for x in o.layers.split(",")]
    packed = {}
    for path in sorted(o.start.glob("start*.safetensors")):
        packed |= load_file(path)
    encoder, head = load_encoder(unpack(packed), numbers[: o.shared], (top, numbers[o.shared :]))
    for folder, module, name in (
        (o.encoder or o.begin, encoder, "encoder"),
        (o.begin, head, o.task),
    ):
        if folder:
            module.load_state_dict(
                {k: v.float() for k, v in load_file(folder / f"{name}.safetensors").items()}
            )
    encoder.requires_grad_(False)
    head.layers.blocks[: o.frozen].requires_grad_(False)
    if o.train_encoder:
        encoder.layers.blocks.requires_grad_(True)
    for module in (encoder, head):
        for part in module.modules():
            part.drop = (
                o.dropout
                if isinstance(getattr(part, "drop", None), float)
                else getattr(part, "drop", None)
            )
    return encoder.to(o.device), head.to(o.device)


def _optimizer(o, encoder, top, steps):
    heads = [p for n, p in top.named_parameters() if not n.startswith("layers.")]
    body = [p for p in [*encoder.parameters(), *top.layers.parameters()] if p.requires_grad]
    groups = [{"params": body, "lr": o.rate}, {"params": heads, "lr": max(o.rate, o.head_rate)}]
    best = torch.optim.AdamW(groups, weight_decay=0.01, fused=True)
    begun = time.time()

    def done(step):
        """Share of the plan that is behind us."""
        return (time.time() - begun) / (60 * o.minutes) if o.minutes else step / steps

    shape = [lambda s: min((done(s) + 1 / steps) / 0.1, max(1 - done(s), 0.0) / 0.9)] * 2
    return best, torch.optim.lr_scheduler.LambdaLR(best, shape), done


def _train(o, encoder, top, epochs, loss_of):
    """Go through the batches of all epochs; ``epochs`` is a list of lists or an iterator with a length hint."""
    first = next(epochs)
    steps = int(len(first) * o.epochs) + 1
    best, plan, share = _optimizer(o, encoder, top, steps)
    done, begun, total = 0, time.time(), 0.0
    while share(done) < 1:
        for batch in first:
            batch = {k: v.to(o.device, non_blocking=True) for k, v in batch.items()}
            encoder.train(o.train_encoder)
            top.train()
            with torch.autocast(o.device, torch.bfloat16):
                loss = loss_of(encoder(batch["ids"], batch["mask"]), batch)
            best.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(top.parameters(), 1.0)
            best.step()
            plan.step()
            done, total = done + 1, total + loss.detach()
            if done % 50 == 0:
                log.info(
                    "step %d, %.1f%% loss %.4f, %.0f s",
                    done,
                    100 * share(done),
                    float(total) / 50,
                    time.time() - begun,
                )
                total = 0.0
            if share(done) >= 1:
                break
        _save(o, encoder, top, {})  # an epoch on a CPU is too dear to lose
        first = next(epochs) if share(done) < 1 else None


def _save(o, encoder, top, scores):
    from safetensors.torch import save_file

    o.out.mkdir(parents=True, exist_ok=True)
    for name, module in (("encoder", encoder), (o.task, top)):
        state = {k: v.half().contiguous().cpu() for k, v in module.state_dict().items()}
        if name != "encoder" or o.train_encoder or o.fold is None:
            save_file(state, o.out / f"{name}.safetensors")
    shutil.copy(o.start / "tokenizer.json", o.out)
    (o.out / "scores.json").write_text(json.dumps(scores, indent=1))
    (o.out / "config.json").write_text(
        json.dumps({k: str(v) for k, v in vars(o).items()}, indent=1)
    )


def _noisy(article, rng, share):
    """Make the kind of noise that an article's sort calls for."""
    if article.figures is not None and rng.random() < 0.6 * share:
        article = augment.other_numbers(article, rng)
    if (
        article.figures is not None or article.article_id.startswith("fakes")
    ) and rng.random() < 0.5 * share:
        article = augment.other_names(article, rng)
    if rng.random() < 0.35 * share:
        article = augment.stripped(article, rng)
    return article


_STATE = {}


def _epoch(number):
    """Windows and batches of one epoch; runs in a worker process."""
    o, articles, tokenizer, marks = (
        _STATE["o"],
        _STATE["articles"],
        _STATE["tokenizer"],
        _STATE["marks"],
    )
    rng = np.random.default_rng([o.seed, number])
    shown = [_noisy(a, rng, o.noise) for a in articles for _ in range(int(a.weight + rng.random()))]
    shown += [made_up(rng, i) for i in range(o.made_up)]
    found = windows(shown, tokenizer, rng, o.overlap, o.window - 2)
    for window in found if o.unknown else ():
        ids = window["ids"]
        window["ids"] = np.where(rng.random(len(ids)) < o.unknown, _STATE["unknown"], ids)
    rng.shuffle(found)
    # like lengths together, within a pool, so that little is padding
    pools = [
        sorted(found[i : i + 16 * o.batch], key=lambda w: len(w["ids"]))
        for i in range(0, len(found), 16 * o.batch)
    ]
    batches = [pool[i : i + o.batch] for pool in pools for i in range(0, len(pool), o.batch)]
    rng.shuffle(batches)
    return [batch_of(b, *marks) for b in batches]


def _plain(batches):
    """Tensors as arrays: they pass between processes without shared memory."""
    return [{k: v.numpy() for k, v in b.items()} for b in batches]


def _plain_epoch(number):
    torch.set_num_threads(1)
    return _plain(_epoch(number))


def _epochs(o):
    """Give an iterator over each epoch's batches, made ahead by workers where there is a GPU to keep busy."""
    n = int(np.ceil(o.epochs)) + 1
    if o.device == "cpu":
        return map(_epoch, itertools.count())
    made = multiprocessing.get_context("fork").Pool(2).imap(_plain_epoch, range(n))
    return ([{k: torch.from_numpy(v) for k, v in b.items()} for b in batches] for batches in made)


def _soft_of(folders):
    from safetensors.numpy import load_file

    out = {}
    for folder in folders:
        out |= load_file(folder / "soft.safetensors")
    return out


def _key(article_id, text):
    return f"{article_id}:{len(text)}"


def _held_out(o, name, row):
    return (
        o.fold is not None
        and name in o.fold_files
        and fold_of(row["article_id"], o.folds) == o.fold
    )


def fit_tagger(o):
    """
    Train the tagger as the options say, and write it.

    Parameters
    ----------
    o : Namespace
        From ``options_parser``.

    Returns
    -------
    dict
        Scores on dev, and on the fold left out.
    """
    rows = {name: evaluate.gold(o.gold, name)[: o.limit] for name in FILES}
    out_of_fold = {name: [r for r in part if _held_out(o, name, r)] for name, part in rows.items()}
    soft, articles, times = (
        _soft_of(o.soft),
        [],
        dict(zip(FILES, o.weights or FILES.values(), strict=True)),
    )
    for name, part in rows.items():
        for row in part:
            if not _held_out(o, name, row):
                article, key = parse(row, times[name]), _key(row["article_id"], row["text"])
                if f"{key}/ends" in soft:
                    article.soft = {k: soft[f"{key}/{k}"] for k in ("ends", "attribution")}
                articles.append(article)
    tokenizer = Tokenizer.from_file(str(o.start / "tokenizer.json"))
    marks = special_tokens(tokenizer)
    unknown = tokenizer.token_to_id("[UNK]")
    _STATE.update(o=o, articles=articles, tokenizer=tokenizer, marks=marks, unknown=unknown)
    epochs = _epochs(o)  # workers are forked before the GPU is touched
    encoder, tagger = _begin(o, Tagger)

    def loss_of(hidden, batch):
        return tagger_loss(*tagger(hidden, batch["mask"]), batch, o.soft_share)

    _train(o, encoder, tagger, epochs, loss_of)
    model = TorchModel(tokenizer, {"tagger": (encoder, tagger)}, o.device)
    scores = _scores(o, model, out_of_fold)
    _save(o, encoder, tagger, scores)
    if o.fold is not None:
        _leave(o, model, out_of_fold)
    return scores


def _scores(o, model, out_of_fold):
    def score(name, part):
        kind = evaluate.score_attributions if name.startswith("attr") else evaluate.score_figures
        return {k: round(float(v), 4) for k, v in kind(part, model).items()}

    dev = () if o.no_dev else ("attributions/dev", "figures/dev")
    scores = {name: score(name, evaluate.gold(o.gold, name)[: o.limit]) for name in dev}
    return scores | {
        f"fold {name}": score(name, part) for name, part in out_of_fold.items() if part
    }


def _leave(o, model, out_of_fold):
    """Write what the model says of articles it has not seen: soft labels, and rows."""
    from safetensors.numpy import save_file

    soft, read = {}, {}
    for name, part in out_of_fold.items():
        if not part:
            continue
        ids, texts = [_key(r["article_id"], r["text"]) for r in part], [r["text"] for r in part]
        for piece in run_model(ids, texts, model):
            if f"{piece.article_id}/ends" not in soft:  # a very long text: its first piece only
                soft[f"{piece.article_id}/ends"] = np.ascontiguousarray(piece.offsets[:, 1])
                soft[f"{piece.article_id}/attribution"] = piece.means("attribution").astype(
                    np.float16
                )
        read[name] = label_texts([r["article_id"] for r in part], texts, model)
    save_file(soft, o.out / "soft.safetensors")
    (o.out / "read.json").write_text(json.dumps(read, default=float))


NAME = re.compile(r"\b(?:(?:[A-Z][\w.’'-]+ ){0,3}[A-Z][\w’'-]+|[Hh]e|[Ss]he|[Tt]hey)\b")


def transfer_rows(folder, n, seed=0):
    """
    Pick sentences of the attribution articles with a name or pronoun in each, for teachers to classify.

    Parameters
    ----------
    folder : Path
        Gold folder.
    n : int
    seed : int

    Returns
    -------
    list of dict
        ``text``, ``start``, ``end``.
    """
    rng, out = random.Random(seed), []
    for row in evaluate.gold(folder, "attributions/train"):
        for match in re.finditer(r"[^.!?\n][^\n]*?[.!?][”\"]?(?=\s|$)", row["text"]):
            names = list(NAME.finditer(match.group()))
            if names and 40 <= len(match.group()) <= 350:
                chosen = rng.choice(names)
                out.append({"text": match.group(), "start": chosen.start(), "end": chosen.end()})
    rng.shuffle(out)
    return out[:n]


def fit_polarity(o):
    """
    Train the polarity classifier as the options say, and write it.

    Parameters
    ----------
    o : Namespace
        From ``options_parser``.

    Returns
    -------
    dict
        Score on dev.
    """
    rows = evaluate.gold(o.gold, "targets/train")[: o.limit]
    extra = transfer_rows(o.gold, o.transfer) if o.transfer else []
    tokenizer = Tokenizer.from_file(str(o.start / "tokenizer.json"))
    encoder, top = _begin(o, PolarityClassifier)
    model = TorchModel(tokenizer, {"polarity": (encoder, top)}, o.device)
    aims = np.eye(3)[[POLARITIES.index(r["polarity"]) for r in rows]]
    held = np.array(
        [o.fold is not None and fold_of(r["sentence_id"], o.folds) == o.fold for r in rows]
    )
    extra_aims = np.zeros((0, 3))
    if o.soft:
        taught = [np.load(folder / "soft.npz") for folder in o.soft]
        for part in taught:
            aims[part["rows"]] = (1 - o.soft_share) * aims[part["rows"]] + o.soft_share * part[
                "aims"
            ]
        extra_aims = np.mean([part["extra"] for part in taught], 0)[: len(extra)]
    marked = [
        marked_row(model, r["text"], r["start"], r["end"])
        for r in [*rows, *(extra if o.soft else [])]
    ]
    aims, used = (
        np.concatenate([aims, extra_aims]),
        np.append(~held, np.ones(len(extra_aims), bool)).nonzero()[0],
    )

    def loss_of(hidden, batch):
        return F.cross_entropy(top(hidden, batch["mask"]).float(), batch["aims"])

    _train(o, encoder, top, _polarity_epochs(o, marked, aims, used, model.pad), loss_of)
    scores = {
        "targets/dev": round(
            evaluate.score_polarity(evaluate.gold(o.gold, "targets/dev")[: o.limit], model), 4
        )
    }
    _save(o, encoder, top, scores)
    if o.fold is not None:
        np.savez(
            o.out / "soft.npz",
            rows=held.nonzero()[0],
            aims=softmax(
                evaluate.polarity_logits([r for r, h in zip(rows, held, strict=True) if h], model)
            ),
            extra=softmax(evaluate.polarity_logits(extra, model)) if extra else np.zeros((0, 3)),
        )
    return scores


def _polarity_epochs(o, marked, aims, used, pad):
    rng = np.random.default_rng(o.seed)
    while True:
        order = rng.permutation(used)
        pools = [
            sorted(order[i : i + 16 * o.batch], key=lambda j: len(marked[j]))
            for i in range(0, len(order), 16 * o.batch)
        ]
        batches = [pool[i : i + o.batch] for pool in pools for i in range(0, len(pool), o.batch)]
        rng.shuffle(batches)
        out = []
        for batch in batches:
            longest = -(-max(len(marked[j]) for j in batch) // 8) * 8
            ids = np.full((len(batch), longest), pad)
            for i, j in enumerate(batch):
                ids[i, : len(marked[j])] = marked[j]
            out.append(
                {
                    "ids": torch.as_tensor(ids),
                    "mask": torch.as_tensor((ids != pad).astype(int)),
                    "aims": torch.as_tensor(aims[batch], dtype=torch.float),
                }
            )
        yield out


def main(arguments=None):
    """Run the command."""
    os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
    options = options_parser().parse_args(arguments)
    torch.set_num_threads(options.threads)
    begun = time.time()
    scores = (fit_tagger if options.task == "tagger" else fit_polarity)(options)
    log.info("%s in %.0f s", json.dumps(scores), time.time() - begun)


if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    main()
