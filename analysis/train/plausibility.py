"""
Fit the probability that linked spans are an attribution at all.

In: hand-labelled attributions: ``attributions/train`` for how often a word is part of a cue,
``attributions/dev``, whose articles the tagger was not trained on, ``attributions/other_news`` and
``attributions/fa_kes``, on most and all of which it was; and ``data/labels/attributions_read.csv``:
attributions that the project had found in articles of all gold files, each judged by a person.
Out: ``weights.json``, its hash and ``CARD.md`` in ``data/models/plausibility``.

    python -m analysis.train.plausibility GOLD

The shipped tagger and linker label the articles, so fit again after either changes; the probe reads
the tagger's own states. Since version 9 the tagger learns most of the judged articles itself, so
that its answers there are too sure: the weights of version 8 are kept (see the card), and only the
fold that it leaves out counts as unseen. What the
annotators of ``attributions/dev`` (PolNeAR) mark is wider than the codebook: plans, votes and
agreements too. Its articles therefore weigh less. The card's scores are of articles that were left
out by folds.
"""

import argparse
import json
import logging
import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
import pandas as pd

from analysis.annotate.probe import PROBE_WEIGHTS, Probe
from analysis.annotate.sentences import split_sentences
from analysis.annotate.tagger_model import TaggerOutput, label_articles
from analysis.annotate.tokens import tag_tokens
from analysis.core import paths, tables
from analysis.core.checked_files import write_checksums
from analysis.core.resources import lemma
from analysis.evaluate import accuracy
from analysis.evaluate.attributions_read import (
    LABELS,
    NAMES_READ,
    STATEMENTS_READ,
    TYPES_READ,
    read_labels,
)
from analysis.extract.attributions.article_spans import LinkedSpans
from analysis.extract.attributions.extract import LinkedArticle, linked_articles
from analysis.extract.attributions.linker import read_weights
from analysis.extract.attributions.plausibility import (
    FEATURES,
    MIN_PROBABILITY,
    PROBE,
    Model,
    features,
    probability,
)
from analysis.neural.model_files import check_files
from analysis.train.attribution_labels import labelled_articles
from analysis.train.directions import main_directions
from analysis.train.evaluate import gold as read_gold
from analysis.train.examples import fold_of
from analysis.train.linker import are_right
from analysis.train.read_rows import article_row

__all__ = [
    "Candidate",
    "candidates",
    "count_cue_words",
    "cross_validate",
    "fit",
    "is_marked",
    "judged_candidates",
    "main",
    "measurements",
]

log = logging.getLogger(__name__)
WORDS_FROM = "attributions/train"
WEIGHT_OF_FILE = {
    "attributions/other_news": 1.0,
    "attributions/dev": 0.3,
    "attributions/fa_kes": 0.5,
    LABELS: 1.0,
}
FOLDS = 8
FOLDS_OF_TAGGER = 5  # of these the tagger's last training left out the first
STRENGTH = 0.01  # inverse of the penalty on the weights of features of unit variance
N_DIRECTIONS = 80  # of the middle layer's states of cues
MIN_CUES = 2  # a word that is rarer in cues is not listed
THRESHOLDS = (0.0, 0.3, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8)

CARD = """\
# What is an attribution

The probability that linked spans report what someone says, thinks or wants \
(`analysis/extract/attributions/plausibility.py`). A logistic
regression fitted by `analysis/train/plausibility.py` on {n_rows:,} attributions that the shipped \
tagger and linker found in {n_articles:,} articles; the \
share of each of {n_words:,} words that stands in cues of PolNeAR's training part \
(Newell et al., LREC 2018), and the state of the tagger's fourth layer for the cue \
(`probe.json`, read by `analysis/annotate/probe.py`). \
{n_judged:,} of the attributions were judged one by one (`data/{labels}.csv`), as they were \
reported before these weights: {n_none} of them are none. The texts are not in this project.

What other thresholds do (`{command}`), each article predicted by weights that were fitted \
without it; the tagger was trained on the third file and on four fifths of the first, so that \
these say how well it fits them. F1 of linked attributions; the share of those reported that are \
none, and the share kept of those that are some: of {wide} by whether a person marked cue or half \
of the content, and of the {n_unseen:,} attributions that were judged in articles on which the \
tagger was not trained.

| threshold | {header} | none | kept | judged: none | judged: kept |
| --- |{rule} --- | --- | --- | --- |
{table}

In use: {threshold}. PolNeAR's annotators also mark plans, votes and agreements, so a higher \
threshold costs there what it gains elsewhere.
The texts are US and world news, most of 2015 to 2019, in English; features and threshold were \
chosen with these scores in view, so expect a little less on other news.
"""


class Candidate(NamedTuple):
    """
    An attribution as linked: its article, its file, features, and what a person marked.

    ``state`` is that of the tagger's middle layer for its cue, None without a cue; ``is_right`` is
    False where only ``is_marked`` is known.
    """

    article_id: str
    file: str
    values: dict[str, float]
    state: np.ndarray | None
    is_right: bool
    is_marked: bool


def count_cue_words(rows: Sequence[Mapping]) -> dict[str, float]:
    """
    Return how often words are part of a cue.

    Parameters
    ----------
    rows : sequence of dict
        Hand-labelled articles.

    Returns
    -------
    dict of str to float
        Log odds by lemma, for words in at least ``MIN_CUES`` cues; of all others in "".
    """
    inside, every = Counter(), Counter()
    for row in rows:
        taken = set()
        for attribution in row["attributions"]:
            for start, end in attribution["cue"]:
                taken.update(range(start, end))
        for match in re.finditer(r"[A-Za-z]+", row["text"]):
            word = lemma(match[0].lower(), "VBD")
            every[word] += 1
            inside[word] += match.start() in taken
    listed = {}
    for word, count in inside.items():
        if count >= MIN_CUES:
            listed[word] = round(float(np.log((count + 0.5) / (every[word] - count + 2))), 2)
    rest = sum(count for word, count in inside.items() if word not in listed)
    others = sum(count for word, count in every.items() if word not in listed)
    return {"": round(float(np.log((rest + 0.5) / (others + 2))), 2)} | listed


def is_marked(attributions: Sequence[Mapping], group: LinkedSpans) -> bool:
    """
    Return whether a person marked an attribution there, with whatever ends.

    Parameters
    ----------
    attributions : sequence of dict
        Hand labels of the article.
    group : LinkedSpans

    Returns
    -------
    bool
        True if the cues overlap, or the contents share half of their characters.
    """
    content = _characters([(span.start, span.end) for span in group.contents])
    cue = _characters([(group.cue.start, group.cue.end)] if group.cue else [])
    for attribution in attributions:
        if cue & _characters(attribution["cue"]):
            return True
        other = _characters(attribution["content"])
        if 2 * len(content & other) >= len(content | other):
            return True
    return False


def _characters(spans: Sequence[Sequence[int]]) -> set[int]:
    return {place for start, end in spans for place in range(start, end)}


def candidates(
    rows: Sequence[Mapping],
    file: str,
    model: Model,
    output: TaggerOutput | None = None,
) -> list[Candidate]:
    """
    Return what the linker makes of hand-labelled articles.

    Parameters
    ----------
    rows : sequence of dict
        Hand-labelled articles.
    file : str
        Name of their file.
    model : Model
        Only its words are used.
    output : TaggerOutput, optional
        What the tagger found in them; by default the shipped tagger labels them now.

    Returns
    -------
    list of Candidate
    """
    labels = {row["article_id"]: row for row in rows}
    link_weights = read_weights()
    states: dict[str, np.ndarray] = {}
    found = []
    for linked in _linked(rows, output, states):
        row = labels[linked.article_id]
        right = are_right(row, linked.groups)
        for group, is_right in zip(linked.groups, right, strict=True):
            marked = is_marked(row["attributions"], group)
            values = _features(linked, group, link_weights, model)
            state = _state(group, states)
            found.append(Candidate(linked.article_id, file, values, state, is_right, marked))
    return found


def judged_candidates(
    rows: Sequence[Mapping],
    labels: pd.DataFrame,
    model: Model,
    output: TaggerOutput | None = None,
) -> list[Candidate]:
    """
    Return the attributions of articles that a person has judged, one by one.

    Parameters
    ----------
    rows : sequence of dict
        Articles.
    labels : DataFrame
        From ``read_labels``. Not changed.
    model, output
        As in ``candidates``.

    Returns
    -------
    list of Candidate
        Those whose cue, or first content where they have no cue, begins where a label does.
    """
    answers = {
        (label.article_id, label.start, label.part): bool(label.is_attribution)
        for label in labels.itertuples()
    }
    link_weights = read_weights()
    states: dict[str, np.ndarray] = {}
    found = []
    for linked in _linked(rows, output, states):
        for group in linked.groups:
            part, first = (
                ("content", group.contents[0]) if group.cue is None else ("cue", group.cue)
            )
            answer = answers.get((linked.article_id, first.start, part))
            if answer is None:
                continue
            values = _features(linked, group, link_weights, model)
            state = _state(group, states)
            found.append(Candidate(linked.article_id, LABELS, values, state, False, answer))
    return found


def _linked(
    rows: Sequence[Mapping], output: TaggerOutput | None, states: dict[str, np.ndarray]
) -> Iterator[LinkedArticle]:
    """Link the spans of gold rows; ``states`` is filled as ``label_articles`` does."""
    articles = tables.make([article_row(row) for row in rows], tables.ARTICLES)
    output = output or label_articles(articles, states=states)
    sentences = split_sentences(articles)
    tokens = tag_tokens(articles, sentences)
    return linked_articles(articles, sentences, output.spans, output.links, tokens)


def _state(group: LinkedSpans, states: Mapping[str, np.ndarray]) -> np.ndarray | None:
    """Return the state of a cue; None without one."""
    return None if group.cue is None else states.get(group.cue.span_id or "")


def _features(
    linked: LinkedArticle,
    group: LinkedSpans,
    link_weights: Mapping[str, float],
    model: Model,
) -> dict[str, float]:
    return features(
        linked.spans,
        group,
        linked.tags.of(group.cue) or [],
        linked.tags.of(group.contents[0]) or [],
        linked.title_end,
        link_weights,
        model,
    )


def fit(rows: Sequence[Candidate], words: Mapping[str, float]) -> tuple[Model, Probe]:
    """
    Fit the weights.

    Parameters
    ----------
    rows : sequence of Candidate
    words : dict of str to float
        From ``count_cue_words``.

    Returns
    -------
    model : Model
        For features as they are.
    probe : Probe
        For states as they are; 0 for the average one, which stands for a missing one.
    """
    from sklearn.linear_model import LogisticRegression

    values = np.array([[row.values[name] for name in FEATURES] for row in rows])
    mean, scale = values.mean(axis=0), values.std(axis=0)
    scale[scale == 0] = 1.0
    marked = np.array([row.is_marked for row in rows])
    of_file = np.array([WEIGHT_OF_FILE[row.file] for row in rows])
    states = np.stack([row.state for row in rows if row.state is not None]).astype(float)
    directions = main_directions(states, N_DIRECTIONS)
    places = np.stack(
        [directions.of(directions.mean if row.state is None else row.state) for row in rows]
    )
    model = LogisticRegression(C=STRENGTH, max_iter=2000)
    model.fit(np.hstack([(values - mean) / scale, places]), marked, of_file)
    of_features, of_directions = np.split(model.coef_[0], [len(FEATURES)])
    slopes = of_features / scale
    weights = dict(zip(FEATURES, slopes.round(4).tolist(), strict=True))
    intercept = round(float(model.intercept_[0] - slopes @ mean), 4)
    listed = {word: odds for word, odds in words.items() if word}
    of_state, constant = directions.weights_of_vector(of_directions)
    return Model(intercept, weights, listed, words[""]), Probe(of_state.round(4), constant)


def cross_validate(rows: Sequence[Candidate], words: Mapping[str, float]) -> np.ndarray:
    """
    Return the probability of each candidate, by weights fitted without its fold of articles.

    Parameters
    ----------
    rows : sequence of Candidate
    words : dict of str to float

    Returns
    -------
    array of float, shape (n_rows,)
    """
    fold = np.array([fold_of(row.article_id, FOLDS) for row in rows])
    predicted = np.zeros(len(rows))
    for number in range(FOLDS):
        others = [row for row, own in zip(rows, fold, strict=True) if own != number]
        model, probe = fit(others, words)
        for place in np.flatnonzero(fold == number):
            row = rows[place]
            answer = 0.0 if row.state is None else probe.ask(row.state)
            predicted[place] = probability(row.values | {PROBE: answer or 0.0}, model)
    return predicted


def _trade_off(
    rows: Sequence[Candidate], predicted: np.ndarray, n_gold: Mapping, unseen: Collection[str]
) -> pd.DataFrame:
    """
    Return linked F1 of each file at each threshold, and what is kept that is none.

    Of what was judged only ``unseen`` articles count.
    """
    table = pd.DataFrame(
        {
            "file": [row.file for row in rows],
            "right": [row.is_right for row in rows],
            "marked": [row.is_marked for row in rows],
            "p": predicted,
        }
    )
    is_unseen = [row.file != LABELS or row.article_id in unseen for row in rows]
    table = table.loc[is_unseen]
    found = []
    for threshold in THRESHOLDS:
        kept = table[table["p"] >= threshold]
        scores: dict[str, float] = {"threshold": threshold}
        for file, number in n_gold.items():
            of_file = kept.loc[kept["file"].eq(file), "right"]
            scores[file] = 2 * of_file.sum() / (len(of_file) + number)
        for file in (next(iter(WEIGHT_OF_FILE)), LABELS):
            of_file = kept[kept["file"].eq(file)]
            marked = table["file"].eq(file) & table["marked"]
            scores[f"{file}: none"] = 1 - of_file["marked"].mean()
            scores[f"{file}: kept"] = of_file["marked"].sum() / marked.sum()
        found.append(scores)
    return pd.DataFrame(found)


def main(arguments: Sequence[str] | None = None) -> None:
    """Fit the weights and write them with their card."""
    parser = argparse.ArgumentParser(description=__doc__.strip().splitlines()[0])
    parser.add_argument("gold", type=Path, help="folder of gold files")
    parser.add_argument("--out", type=Path, default=paths.MODELS / "plausibility")
    options = parser.parse_args(arguments)
    words = count_cue_words(read_gold(options.gold, WORDS_FROM))
    only_words = Model(0.0, {}, words, words[""])
    rows: list[Candidate] = []
    n_gold = {}
    for file in WEIGHT_OF_FILE:
        if file == LABELS:
            continue
        labelled = read_gold(options.gold, file)
        rows += candidates(labelled, file, only_words)
        n_gold[file] = sum(bool(one["content"]) for row in labelled for one in row["attributions"])
    labels = read_labels()
    for articles in labelled_articles(options.gold, labels["article_id"]):
        rows += judged_candidates(articles, labels, only_words)
    unseen = unseen_articles(labels)
    model, probe = fit(rows, words)
    scores = _trade_off(rows, cross_validate(rows, words), n_gold, unseen)
    log.info("%s", scores.round(3).to_string())
    options.out.mkdir(parents=True, exist_ok=True)
    text = json.dumps(model._asdict(), indent=0, ensure_ascii=False)
    (options.out / "weights.json").write_text(text + "\n", encoding="utf8")
    facts = check_files(paths.NEURAL_MODEL, "tagger")
    of_state = {
        "tagger": facts["sha256"]["tagger.onnx"],
        "weights": probe.weights.tolist(),
        "intercept": probe.intercept,
    }
    (options.out / PROBE_WEIGHTS.name).write_text(json.dumps(of_state) + "\n", encoding="utf8")
    write_checksums(options.out, ["weights.json", PROBE_WEIGHTS.name])
    card = _card(rows, scores, words, unseen)
    (options.out / "CARD.md").write_text(card, encoding="utf8")
    accuracy.write_accuracy(measurements(labels, scores))


def unseen_articles(labels: pd.DataFrame) -> set[str]:
    """Return the judged articles that no version of the tagger was trained on."""
    names = set(labels.loc[labels["in_training"].eq(0), "article_id"])
    return {name for name in names if fold_of(name, FOLDS_OF_TAGGER) == 0}


def measurements(labels: pd.DataFrame, scores: pd.DataFrame) -> pd.DataFrame:
    """
    Return what the labels tell, as rows of the accuracy that notebooks show.

    Parameters
    ----------
    labels : DataFrame
        From ``read_labels``.
    scores : DataFrame
        A row for each threshold.

    Returns
    -------
    DataFrame
        The share of statements among the attributions that are reported, by weights that were
        fitted without their articles, and the shares of names and kinds of source that were right
        when nobody had tuned rules on them; of articles on which the tagger was not trained.
    """
    in_use = scores.loc[scores["threshold"].eq(MIN_PROBABILITY)].iloc[0]
    labels = labels.loc[labels["in_training"].eq(0)]  # when they were read
    real = labels.loc[labels["is_attribution"].eq(1)]
    shares = {
        STATEMENTS_READ: 1 - in_use[f"{LABELS}: none"],
        NAMES_READ: real["name_right"].mean(),
        TYPES_READ: real["source_type"].eq(real["read_source_type"]).mean(),
    }
    n_articles = labels["article_id"].nunique()
    return accuracy.rows_of_shares("attributions", shares, LABELS, n_articles)


def _card(
    rows: Sequence[Candidate],
    scores: pd.DataFrame,
    words: Mapping[str, float],
    unseen: Collection[str],
) -> str:
    files = [name for name in scores.columns if name in WEIGHT_OF_FILE]
    lines = []
    for row in scores.to_dict("records"):
        numbers = " | ".join(f"{row[name]:.3f}" for name in scores.columns[1:])
        lines.append(f"| {row['threshold']:g} | {numbers} |")
    judged = [row for row in rows if row.file == LABELS]
    return CARD.format(
        n_rows=len(rows),
        n_articles=len({row.article_id for row in rows}),
        n_words=len(words) - 1,
        n_judged=len(judged),
        n_none=sum(not row.is_marked for row in judged),
        n_unseen=sum(row.article_id in unseen for row in judged),
        command="python -m analysis.train.plausibility GOLD",
        labels=LABELS,
        wide=files[0],
        header=" | ".join(files),
        rule=" --- |" * len(files),
        table="\n".join(lines),
        threshold=f"{MIN_PROBABILITY:g}",
    )


if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    main()
