"""
Measure a reader, in torch or as exported, on gold articles: the same code reads in both cases.

In: a model and gold files. Out: a dict of figures. Words, exact spans and plainly linked attributions are counted as in
the project's scoring script; numbers by overlap, what they point at by shared words.

    python -m analysis.train.evaluate GOLD_FOLDER
"""

import argparse
import json
import logging
import re
from pathlib import Path

import numpy as np

from analysis.annotate.tagger_model import label_texts
from analysis.core.paths import NEURAL_MODEL
from analysis.core.tables import POLARITIES, ROLES
from analysis.measure.target_sentiment.model import marked_row
from analysis.neural.model_files import PARTS
from analysis.neural.onnx_model import Model
from analysis.neural.torch_model import open_model

__all__ = ["gold", "score_attributions", "score_figures", "score_polarity"]

log = logging.getLogger(__name__)


def gold(folder, name):
    """Read a gold file: ``gold(folder, "figures/dev")`` gives a list of dict."""
    lines = (Path(folder) / f"{name}.jsonl").read_text(encoding="utf8").split("\n")
    return [json.loads(line) for line in lines if line.strip()]


def f1(right, found, there):
    """Harmonic mean of precision and recall; 0 where nothing is right."""
    return 2 * right / max(found + there, 1)


def _words(text):
    return [m.span() for m in re.finditer(r"\w+", text)]


def _inside(words, spans):
    return {w for w in words if any(s <= w[0] < e for s, e in spans)}


def score_attributions(rows, model, read=None):
    """
    Compare attribution spans with the gold's.

    Parameters
    ----------
    rows : list of dict
        Gold articles.
    model : Model
    read : (spans, links, numbers), optional
        What the model found in them, if it has read them already.

    Returns
    -------
    dict of float
        ``word``, ``exact`` for each role and ``linked``: F1, 0 to 1, higher is better.
    """
    spans, links, _ = read or label_texts(
        [r["article_id"] for r in rows], [r["text"] for r in rows], model
    )
    word, exact, linked = np.zeros((3, 3)), np.zeros((3, 3)), np.zeros(3)
    for row in rows:
        own = [
            s for s in spans if s["article_id"] == row["article_id"] and s["layer"] == "attribution"
        ]
        words = _words(row["text"])
        for r, role in enumerate(ROLES):
            there = {tuple(s) for a in row["attributions"] for s in a[role]}
            found = {(s["start"], s["end"]) for s in own if s["label"] == role}
            exact[r] += len(there & found), len(found), len(there)
            there, found = _inside(words, there), _inside(words, found)
            word[r] += len(there & found), len(found), len(there)
        linked += _linked(row, words, _joined(own, links))
    out = {"linked": f1(*linked)}
    for kind, tally in (("word", word), ("exact", exact)):
        out |= {f"{kind} {role}": f1(*tally[r]) for r, role in enumerate(ROLES)}
    return out


def _joined(spans, links):
    """Attributions by the most probable links: (source spans, content spans) of each."""
    by_id, best = {s["span_id"]: s for s in spans}, {}
    for link in links:
        if link["from_id"] in by_id and by_id[link["from_id"]]["layer"] == "attribution":
            source = by_id[link["from_id"]]["label"] == "source"
            key = (source, link["to_id"] if source else link["from_id"])
            if link["p"] > best.get(key, (0.3,))[0]:
                best[key] = (link["p"], link["from_id"] if source else link["to_id"])
    groups = {}
    for s in spans:
        if s["label"] == "content":
            groups.setdefault(best.get((False, s["span_id"]), (0, s["span_id"]))[1], []).append(
                (s["start"], s["end"])
            )
    out = []
    for cue, contents in groups.items():
        source = by_id.get(best.get((True, cue), (0, None))[1])
        out.append(([(source["start"], source["end"])] if source else [], contents))
    return out


def _linked(row, words, found):
    there = [
        (_inside(words, a["source"]), _inside(words, a["content"])) for a in row["attributions"]
    ]
    there, right, used = [x for x in there if x[1]], 0, set()
    found = [(_inside(words, s), _inside(words, c)) for s, c in found]
    for source, content in there:
        for j, (s, c) in enumerate(found):
            same = len(c & content) >= 0.5 * len(c | content)
            if j not in used and same and (s & source or not (s or source)):
                used.add(j)
                right += 1
                break
    return right, len(found), len(there)


def _agree(a, b):
    a, b = (re.sub(r"\W+", " ", x or "").lower().strip() for x in (a, b))
    return a == b or bool(a and b and (f" {a} " in f" {b} " or f" {b} " in f" {a} "))


def score_figures(rows, model, read=None, least=0.4):
    """
    Compare casualty numbers, and what they point at, with the gold's.

    Parameters
    ----------
    rows, model, read
        As ``score_attributions``.
    least : float
        Links below this probability are not counted.

    Returns
    -------
    dict of float
        ``p``, ``r``, ``found`` of number spans that overlap; shares right among found ones; F1 for who is named.
    """
    spans, links, numbers = read or label_texts(
        [r["article_id"] for r in rows], [r["text"] for r in rows], model
    )
    by_id, facts, pointed = {s["span_id"]: s for s in spans}, {n["span_id"]: n for n in numbers}, {}
    for link in links:
        if link["p"] >= least and link["from_id"] in facts:
            pointed.setdefault(link["from_id"], {})[by_id[link["to_id"]]["label"]] = by_id[
                link["to_id"]
            ]
    n_found, n_there, right = 0, 0, dict.fromkeys(("found", "outcome", "group", "implicit"), 0)
    who = {role: np.zeros(3) for role in ("counted", "agent", "source")}
    for row in rows:
        own, used = (
            [s for s in spans if s["article_id"] == row["article_id"] and s["label"] == "number"],
            set(),
        )
        n_found, n_there = n_found + len(own), n_there + len(row["figures"])
        for s in own:
            for role in who:
                who[role][1] += role in pointed.get(s["span_id"], {})
        for figure in row["figures"]:
            hit = next(
                (
                    s
                    for s in own
                    if s["span_id"] not in used
                    and s["start"] < figure["end"]
                    and figure["start"] < s["end"]
                ),
                None,
            )
            for role in who:
                who[role][2] += figure[role] is not None
            if hit is None:
                continue
            used.add(hit["span_id"])
            right["found"] += 1
            for key in ("outcome", "group", "implicit"):
                right[key] += facts[hit["span_id"]][key] == figure[key]
            for role in who:
                to = pointed.get(hit["span_id"], {}).get(role)
                who[role][0] += bool(
                    to
                    and figure[role]
                    and _agree(row["text"][to["start"] : to["end"]], figure[role])
                )
    n = right.pop("found")
    out = {"p": n / max(n_found, 1), "r": n / max(n_there, 1), "found": f1(n, n_found, n_there)}
    return (
        out
        | {k: v / max(n, 1) for k, v in right.items()}
        | {role: f1(*t) for role, t in who.items()}
    )


def polarity_logits(rows, model):
    """Scores of polarity, shape (n_rows, 3), of gold sentences."""
    marked = [marked_row(model, r["text"], r["start"], r["end"]) for r in rows]
    order, scores = sorted(range(len(rows)), key=lambda i: len(marked[i])), np.zeros((len(rows), 3))
    for i in range(0, len(order), model.batch):
        batch = order[i : i + model.batch]
        scores[batch] = model.classify_polarity([marked[j] for j in batch])
    return scores


def score_polarity(rows, model):
    """Macro-averaged F1 over negative, neutral and positive, 0 to 1."""
    found = polarity_logits(rows, model).argmax(1)
    there = np.array([POLARITIES.index(r["polarity"]) for r in rows])
    parts = [
        f1(((found == k) & (there == k)).sum(), (found == k).sum(), (there == k).sum())
        for k in range(3)
    ]
    return float(np.mean(parts))


def measure(folder, tagger, classifiers):
    """Every figure on the gold's dev files."""
    out = {"attributions/dev": score_attributions(gold(folder, "attributions/dev"), tagger)}
    out["figures/dev"] = score_figures(gold(folder, "figures/dev"), tagger)
    out["targets/dev"] = {"macro f1": score_polarity(gold(folder, "targets/dev"), classifiers)}
    return {name: {k: round(float(v), 4) for k, v in part.items()} for name, part in out.items()}


def main(arguments=None):
    """Run the command."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("gold", type=Path)
    parser.add_argument("--reader", type=Path, default=NEURAL_MODEL, help="folder of a reader")
    parser.add_argument(
        "--torch", metavar="DEVICE", help="run its files with torch on a device, as torch names it"
    )
    options = parser.parse_args(arguments)
    models = (
        open_model(part, options.reader, options.torch)
        if options.torch
        else Model(part, options.reader)
        for part in PARTS
    )
    log.info(json.dumps(measure(options.gold, *models), indent=1))


if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    main()
