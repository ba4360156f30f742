"""
Score the tagger on gold articles, as modules in torch or as the exported files.

In: a model and gold files. Out: a dict of scores. Words, exact spans and linked attributions are
scored as in the project's scoring script; numbers by overlap, what they point at by shared words.

    python -m analysis.train.evaluate GOLD_FOLDER
"""

import argparse
import json
import logging
import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import numpy as np

from analysis.annotate.tagger_model import label_texts
from analysis.core.paths import NEURAL_MODEL
from analysis.core.tables import ROLES
from analysis.neural.onnx_model import Model
from analysis.neural.torch_model import open_tagger

__all__ = [
    "DEV_FILES",
    "f1",
    "gold",
    "score_attributions",
    "score_file",
    "score_figures",
    "score_named",
    "score_quantities",
]

log = logging.getLogger(__name__)
MIN_LINK = 0.3  # less probable links between spans of attributions are not scored
FACTS = ("outcome", "group", "implicit")
POINTED = ("counted", "agent", "source")
DEV_FILES = ("attributions/dev", "figures/dev", "other_news/dev", "quantities/dev")

Span = tuple[int, int]
Labels = tuple[list[dict], list[dict], list[dict]]  # spans, links, numbers


def gold(folder: Path, name: str) -> list[dict]:
    """Return the rows of a gold file, such as ``gold(folder, "figures/dev")``."""
    lines = (folder / f"{name}.jsonl").read_text(encoding="utf8").split("\n")
    return [json.loads(line) for line in lines if line.strip()]


def f1(n_right: float, n_found: float, n_gold: float) -> float:
    """Return the harmonic mean of precision and recall, 0 to 1; 0 if nothing is right."""
    return 2 * n_right / max(n_found + n_gold, 1)


def _word_spans(text: str) -> list[Span]:
    return [match.span() for match in re.finditer(r"\w+", text)]


def _words_inside(words: Iterable[Span], spans: Iterable[Sequence[int]]) -> set[Span]:
    """Return the words that begin inside one of the spans."""
    spans = list(spans)
    return {word for word in words if any(start <= word[0] < end for start, end in spans)}


def _labels(rows: Sequence[Mapping], model: Model) -> Labels:
    texts = [row["text"] for row in rows]
    return label_texts([row["article_id"] for row in rows], texts, model)


def score_attributions(
    rows: Sequence[Mapping], model: Model, labels: Labels | None = None
) -> dict[str, float]:
    """
    Compare the spans of attributions with those of the gold articles.

    Parameters
    ----------
    rows : list of dict
        Gold articles.
    model : Model
    labels : (spans, links, numbers), optional
        What the model found in the articles; by default it labels them now.

    Returns
    -------
    dict of str to float
        ``linked``, and ``word`` and ``exact`` for each role: F1, 0 to 1, higher is better.
    """
    spans, links, _ = labels or _labels(rows, model)
    word = np.zeros((3, 3))
    exact = np.zeros((3, 3))
    linked = np.zeros(3)
    for row in rows:
        own = _spans_of(row, spans, "attribution")
        words = _word_spans(row["text"])
        for number, role in enumerate(ROLES):
            right = set()
            for attribution in row["attributions"]:
                right |= {tuple(span) for span in attribution[role]}
            found = {(span["start"], span["end"]) for span in own if span["label"] == role}
            exact[number] += _tally(found, right)
            word[number] += _tally(_words_inside(words, found), _words_inside(words, right))
        linked += _linked_tally(row, words, _linked_groups(own, links))
    scores = {"linked": f1(*linked)}
    for kind, tallies in (("word", word), ("exact", exact)):
        for role, tally in zip(ROLES, tallies, strict=True):
            scores[f"{kind} {role}"] = f1(*tally)
    return scores


def _spans_of(row: Mapping, spans: Iterable[dict], layer: str) -> list[dict]:
    of_article = (span for span in spans if span["article_id"] == row["article_id"])
    return [span for span in of_article if span["layer"] == layer]


def _tally(found: set, right: set) -> tuple[int, int, int]:
    """Return how many are right, found, and in the gold articles."""
    return len(found & right), len(found), len(right)


def _linked_groups(
    spans: Sequence[dict], links: Iterable[Mapping]
) -> list[tuple[list[Span], list[Span]]]:
    """Return the (source spans, content spans) of each attribution, by the likeliest links."""
    by_id = {span["span_id"]: span for span in spans}
    sources, cues = _likeliest_links(by_id, links)
    contents_of: dict[str, list[Span]] = {}
    for span in spans:
        if span["label"] == "content":
            span_id = span["span_id"]
            cue = cues.get(span_id, span_id)
            contents_of.setdefault(cue, []).append((span["start"], span["end"]))
    groups = []
    for cue, contents in contents_of.items():
        source = by_id.get(sources.get(cue, ""))
        source_spans = [(source["start"], source["end"])] if source else []
        groups.append((source_spans, contents))
    return groups


def _likeliest_links(
    by_id: Mapping[str, dict], links: Iterable[Mapping]
) -> tuple[dict[str, str], dict[str, str]]:
    """Return the source of each cue, and the cue of each content."""
    sources: dict[str, str] = {}
    cues: dict[str, str] = {}
    best: dict[tuple[bool, str], float] = {}
    for link in links:
        from_id = link["from_id"]
        to_id = link["to_id"]
        if from_id not in by_id or by_id[from_id]["layer"] != "attribution":
            continue
        to_cue = by_id[from_id]["label"] == "source"
        key = (to_cue, to_id if to_cue else from_id)
        if link["p"] <= best.get(key, MIN_LINK):
            continue
        best[key] = link["p"]
        if to_cue:
            sources[to_id] = from_id
        else:
            cues[from_id] = to_id
    return sources, cues


def _linked_tally(
    row: Mapping, words: Sequence[Span], groups: Iterable[tuple[list[Span], list[Span]]]
) -> tuple[int, int, int]:
    """Count the groups that share half of the content and some of the source."""
    right = []
    for attribution in row["attributions"]:
        content = _words_inside(words, attribution["content"])
        if content:
            right.append((_words_inside(words, attribution["source"]), content))
    found = [
        (_words_inside(words, sources), _words_inside(words, contents))
        for sources, contents in groups
    ]
    used = set()
    for attribution in right:
        for number, group in enumerate(found):
            if number not in used and _is_same(group, attribution):
                used.add(number)
                break
    return len(used), len(found), len(right)


def _is_same(group: tuple[set, set], attribution: tuple[set, set]) -> bool:
    source_found, content_found = group
    source, content = attribution
    if len(content_found & content) < 0.5 * len(content_found | content):
        return False
    neither = not source_found and not source
    return bool(source_found & source) or neither


def _share_words(one: str | None, other: str | None) -> bool:
    """Say whether one text contains the other as whole words."""
    one = _plain(one)
    other = _plain(other)
    if one == other:
        return True
    if not one or not other:
        return False
    return f" {one} " in f" {other} " or f" {other} " in f" {one} "


def _plain(text: str | None) -> str:
    return re.sub(r"\W+", " ", text or "").lower().strip()


def score_figures(
    rows: Sequence[Mapping],
    model: Model,
    labels: Labels | None = None,
    min_link: float = 0.4,
) -> dict[str, float]:
    """
    Compare casualty numbers, and what they point at, with the gold articles.

    Parameters
    ----------
    rows, model, labels
        As for ``score_attributions``.
    min_link : float
        Links below this probability are not scored.

    Returns
    -------
    dict of str to float
        ``p``, ``r``, ``found``: precision, recall and F1 of number spans that overlap;
        ``outcome``, ``group``, ``implicit``: shares right among the numbers found; ``counted``,
        ``agent``, ``source``: F1 of what they point at. All 0 to 1, higher is better.
    """
    spans, links, numbers = labels or _labels(rows, model)
    facts = {number["span_id"]: number for number in numbers}
    pointed = _pointed_spans(spans, links, facts, min_link)
    n_found = 0
    n_gold = 0
    n_right = 0
    facts_right = dict.fromkeys(FACTS, 0)
    tallies = {role: np.zeros(3) for role in POINTED}
    for row in rows:
        of_article = (span for span in spans if span["article_id"] == row["article_id"])
        own = [span for span in of_article if span["label"] == "number"]
        n_found += len(own)
        n_gold += len(row["figures"])
        for role, tally in tallies.items():
            tally[1] += sum(role in pointed.get(span["span_id"], {}) for span in own)
            tally[2] += sum(figure[role] is not None for figure in row["figures"])
        for figure, span in _matched_numbers(row["figures"], own):
            n_right += 1
            for name in FACTS:
                facts_right[name] += facts[span["span_id"]][name] == figure[name]
            for role, tally in tallies.items():
                target = pointed.get(span["span_id"], {}).get(role)
                tally[0] += _is_right_target(row["text"], target, figure[role])
    scores = {
        "p": n_right / max(n_found, 1),
        "r": n_right / max(n_gold, 1),
        "found": f1(n_right, n_found, n_gold),
    }
    for name, count in facts_right.items():
        scores[name] = count / max(n_right, 1)
    for role, tally in tallies.items():
        scores[role] = f1(*tally)
    return scores


def score_named(
    rows: Sequence[Mapping], model: Model, labels: Labels | None = None
) -> dict[str, float]:
    """
    Compare named or definite persons to whom something happened with the gold articles.

    Parameters
    ----------
    rows, model, labels
        As for ``score_attributions``; the rows have ``named``.

    Returns
    -------
    dict of str to float
        ``named``: F1 of spans that overlap and have the right outcome, 0 to 1.
    """
    spans, _, numbers = labels or _labels(rows, model)
    outcome_of = {number["span_id"]: number["outcome"] for number in numbers}
    tally = np.zeros(3)
    for row in rows:
        own = [span for span in _spans_of(row, spans, "figure") if span["label"] == "named"]
        pairs = _matched_numbers(row["named"], own)
        right = [person["outcome"] == outcome_of[span["span_id"]] for person, span in pairs]
        tally += sum(right), len(own), len(row["named"])
    return {"named": f1(*tally)}


def score_quantities(
    rows: Sequence[Mapping],
    model: Model,
    labels: Labels | None = None,
    min_link: float = 0.4,
) -> dict[str, float]:
    """
    Compare quantities of any unit, and what they point at, with the gold articles.

    Parameters
    ----------
    rows, model, labels, min_link
        As for ``score_figures``; the rows have ``statements``.

    Returns
    -------
    dict of str to float
        ``p``, ``r``, ``found`` of number spans that overlap; ``unit``, ``change``: shares right
        among those found; ``counted``, ``whose``: shares whose words agree, where both are empty
        or one holds the other. All 0 to 1.
    """
    spans, links, numbers = labels or _labels(rows, model)
    facts = {number["span_id"]: number for number in numbers}
    pointed = _pointed_spans(spans, links, facts, min_link)
    tally = np.zeros(3)
    right = dict.fromkeys(("unit", "change", "counted", "whose"), 0)
    for row in rows:
        own = [span for span in _spans_of(row, spans, "quantity") if span["label"] == "quantity"]
        stated = [labels for labels in row["statements"] if labels["mention"] != "named"]
        pairs = _matched_numbers(stated, own)
        tally += len(pairs), len(own), len(stated)
        for labels, span in pairs:
            found = facts[span["span_id"]]
            for name in ("unit", "change"):
                right[name] += found[name] == labels[name]
            for role in ("counted", "whose"):
                target = pointed.get(span["span_id"], {}).get(role)
                words = row["text"][target["start"] : target["end"]] if target else None
                right[role] += _share_words(words, labels[role])
    n_right, n_found, n_gold = tally
    scores = {
        "p": n_right / max(n_found, 1),
        "r": n_right / max(n_gold, 1),
        "found": f1(n_right, n_found, n_gold),
    }
    for name, count in right.items():
        scores[name] = count / max(n_right, 1)
    return scores


def score_file(name: str, rows: Sequence[Mapping], model: Model) -> dict[str, float]:
    """
    Return the scores of the tagger on the rows of a gold file, by what is labelled there.

    Parameters
    ----------
    name : str
        Name of the file, such as ``other_news/dev``.
    rows : list of dict
    model : Model

    Returns
    -------
    dict of str to float
    """
    labels = _labels(rows, model)
    if name.startswith("attributions"):
        return score_attributions(rows, model, labels)
    if name.startswith("quantities"):
        return score_quantities(rows, model, labels)
    scores = score_figures(rows, model, labels)
    if "named" in rows[0]:
        scores |= score_named(rows, model, labels)
    return scores


def _pointed_spans(
    spans: Iterable[dict],
    links: Iterable[Mapping],
    facts: Mapping[str, dict],
    min_link: float,
) -> dict[str, dict[str, dict]]:
    """Return the spans that each number points at, by role."""
    by_id = {span["span_id"]: span for span in spans}
    pointed: dict[str, dict[str, dict]] = {}
    for link in links:
        if link["p"] >= min_link and link["from_id"] in facts:
            target = by_id[link["to_id"]]
            pointed.setdefault(link["from_id"], {})[target["label"]] = target
    return pointed


def _matched_numbers(
    figures: Iterable[Mapping], spans: Sequence[dict]
) -> list[tuple[Mapping, dict]]:
    """Pair each figure with the first span that overlaps it and has no figure yet."""
    pairs = []
    used = set()
    for figure in figures:
        for span in spans:
            overlap = span["start"] < figure["end"] and figure["start"] < span["end"]
            if overlap and span["span_id"] not in used:
                used.add(span["span_id"])
                pairs.append((figure, span))
                break
    return pairs


def _is_right_target(text: str, target: Mapping | None, phrase: str | None) -> bool:
    if target is None or not phrase:
        return False
    return _share_words(text[target["start"] : target["end"]], phrase)


def measure(folder: Path, tagger: Model) -> dict[str, dict[str, float]]:
    """Return all scores of the tagger on the dev files of a gold folder."""
    measured = {name: score_file(name, gold(folder, name), tagger) for name in DEV_FILES}
    for scores in measured.values():
        for name, score in scores.items():
            scores[name] = round(float(score), 4)
    return measured


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("gold", type=Path, help="folder of gold files")
    parser.add_argument("--model", type=Path, default=NEURAL_MODEL, help="folder of the model")
    parser.add_argument(
        "--torch", metavar="DEVICE", help="run the files with torch on this device, such as cpu"
    )
    options = parser.parse_args(arguments)
    if options.torch:
        tagger: Model = open_tagger(options.model, options.torch)
    else:
        tagger = Model(options.model)
    log.info(json.dumps(measure(options.gold, tagger), indent=1))


if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    main()
