"""
Fit the probability that two articles report the same event, or the same story.

In: gold files, FA-KES in ``PARALLAX_CORPORA``, and the stories in ``data/labels``. Out:
``background.json`` (in how many articles a word occurs), ``common_directions.json`` (what the
vectors of all articles share), ``weights.json``, their hashes and ``CARD.md`` in
``data/models/events``, and scores in ``accuracy.csv``.

    PARALLAX_CORPORA=CORPORA python -m analysis.train.events GOLD

A logistic regression for each level on all pairs of the articles of one set; each set has the same
weight. Scores are of articles that were left out: events and stories of a set are divided into
folds, and each pair with an article of a fold is predicted by weights fitted without it. ``across``
is a set predicted by weights that were fitted on the other sets only. The news of US politics are
not fitted on: with them, weights find more stories of politics and fewer of other news. How sure a
story is (``story_certainty``) is learned from all.
"""

import argparse
import json
import logging
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

import numpy as np
import pandas as pd
from sklearn.linear_model import LogisticRegression

from analysis.compare.events.alone import join_alone
from analysis.compare.events.average_linkage import agglomerate
from analysis.compare.events.corpus_share import add_log_odds, log_odds_of_corpus
from analysis.compare.events.link_model import STORY_THRESHOLD, THRESHOLD, WEIGHTS, LinkModel
from analysis.compare.events.similarity import EVIDENCE, compare_pairs
from analysis.compare.events.terms import BACKGROUND, article_terms, weigh_terms
from analysis.compare.events.word_vectors import (
    COMMON_DIRECTIONS,
    article_vectors,
    mean_word_vectors,
)
from analysis.core import paths, tables
from analysis.core.atomic_write import write_text
from analysis.core.checked_files import write_checksums
from analysis.core.errors import MissingResourceError
from analysis.evaluate import accuracy
from analysis.load import read as load_read
from analysis.train.evaluate import gold as read_gold
from analysis.train.story_certainty import fit_certainty, reliability, stories_of

__all__ = ["LabelledSet", "fit", "main", "pair_scores", "read_sets"]

log = logging.getLogger(__name__)
FOLDS = 5
STRENGTH = 1.0  # inverse of the penalty on the weights
LEAST_FREQUENCY = 2  # articles of the background in which a listed word occurs
BACKGROUND_FILES = (
    "attributions/train",
    "attributions/dev",
    "attributions/other_news",
    "figures/train",
    "figures/other_domains",
    "figures/world_leads",
    "other_news/train",
    "frames/dev",
)
LEVEL_SETS = {
    "event": ("stories", "basil", "fa_kes"),
    "story": ("stories", "quantities", "basil", "invented_news", "invented_stories"),
}
INVENTED = ("invented_news", "invented_stories")
SCORED_SETS = {"event": ("us_politics", *INVENTED), "story": ("us_politics",)}
POLITICS = paths.DATA / "labels" / "us_politics_stories.csv"
INVENTED_EVENTS = paths.DATA / "labels" / "invented_events.csv"
GOLD_NAMES = {
    "stories": "stories/dev",
    "basil": "events/dev",
    "fa_kes": "events/fa_kes_dev",
    "quantities": "quantities/train and dev",
    "us_politics": "data/labels/us_politics_stories.csv",
    "invented_news": "data/labels/invented_news",
    "invented_stories": "data/labels/invented_stories",
}
EQUAL_WEIGHT = 20_000  # sum of the weights of each set's pairs
# In a user's corpus a larger share of the pairs belong together than in all news of three days.
SAME_WEIGHT = {"event": 2.5, "story": 2.0}
# What the first sentences share joins the next steps of a story, and so says nothing about events:
# with it events of FA-KES are found at .671 by folds instead of .691. Two articles on one story are
# of one event as often if one outlet has both (.29 of stories) as if two have (.20). Only FA-KES
# has places: that one is known, and the same, would speak against an event.
UNUSED = {"event": ("lead_similarity", "same_outlet", "same_place"), "story": ()}
# Each event of BASIL was sampled with one article an outlet, so that its pairs of one outlet, which
# are all of different events, would count as evidence against every other such pair.
# So it is with the older invented corpora; the newer ones have stories with two articles of one.
ONE_AN_OUTLET = ("basil", "invented_news")
# What is reported weeks later on the same subject is another event, and seldom the same story.
MOST_DAYS = {"event": 30, "story": 14}
SET_WEIGHT = {
    ("event", "stories"): 0.3,  # only 21 of its pairs are of one event
    ("story", "invented_news"): 0.5,
}

CARD = """\
# Which articles report the same event or story

`analysis/compare/events`. Two logistic regressions on the evidence of a pair of articles, fitted \
by `analysis/train/events.py` on
{sizes}. \
Pairs of one event count {event_weight} times, of one story {story_weight} times: chosen \
by the folds below. Probabilities of stories are weighed by how many pairs of their corpus are of \
one story (`corpus_share.py`). Groups are made \
by average linkage; a mean probability below {threshold} joins no events, and one below \
{story_threshold} no stories.

`background.json` says in how many of {n_background} articles a word occurs (US and world news, \
the war in Syria, climate; the texts are not in this project). `common_directions.json` is the \
mean of their word vectors and their first principal component.

| level | articles | how | pairs P | R | F1 | B-cubed F1 |
| --- | --- | --- | --- | --- | --- | --- |
{table}

`across`: weights fitted on the other sets only. `folds`: each pair predicted by weights that were \
fitted without its articles. us_politics (one subject and the same persons for months, \
`data/labels/us_politics_stories.csv`) is scored and not fitted on. The invented corpora are in \
`data/labels`; their events are scored and not fitted on: with them (weight .3 to 1) those of \
stories are \
found at .33 to .41 by folds and those of fa_kes at .66 to .68, for .66 to .73 of their own. \
Which of two articles of one story are of one event, words tell badly: by the likeness of \
headlines and first sentences an AUC of .75 in stories, .56 and .62 in the invented ones, by \
MiniLM's vectors of them .76, .59 and .63, by days apart .49, .72 and .84. Repeat: `{command}`.

## How sure a story is

`p` of the table `stories` is the probability that two articles of a story are of one: a logistic \
regression on how probable the pair of each article with its nearest in the story is, on the same \
with its nearest elsewhere, and on the number of articles (`certainty.py`), fitted on the \
{n_stories} found stories of these sets. Below, `right` is the share of pairs that are of one \
labelled story; `p` is from weights that were fitted without the set.

| articles | p | stories | right |
| --- | --- | --- | --- |
{reliability}

Pairs whose texts one template was filled in for, with other names in their titles \
(`templates.py`: stock posts,
market research), are ruled out. No pair of one event or story of these sets is of that kind. A \
digest ("World in brief", `digests.py`) is with no other article; quantities counts its passages \
with their stories.

Whether two articles are of one outlet is evidence about stories only, and there not that of \
basil, which has one article an outlet of each event, nor of invented_news.

In a set of which most articles are alone B-cubed is high for any answer, and pairs are decided by \
its largest stories.
"""


@dataclass(frozen=True)
class LabelledSet:
    """
    Articles of one corpus with their groups, and the evidence of all their pairs.

    Attributes
    ----------
    name : str
    group : dict of str to array
        Label of each article, by level.
    first, second : arrays of int
        Row numbers of each pair.
    evidence : DataFrame
        As ``compare_pairs`` returns it.
    part : array
        The corpus of each article; a pair is within one.
    """

    name: str
    group: dict[str, np.ndarray]
    first: np.ndarray
    second: np.ndarray
    evidence: pd.DataFrame
    part: np.ndarray

    def same(self, level: str) -> np.ndarray:
        """Return whether each pair is in one group of a level."""
        group = self.group[level]
        return group[self.first] == group[self.second]

    def weigh(self, probability: np.ndarray, level: str) -> np.ndarray:
        """Return probabilities as they are in a corpus of this kind, which those of events are."""
        if level != "story":
            return probability
        weighed = probability.copy()
        part_of_pair = self.part[self.first]
        is_near = (self.evidence["days"] <= MOST_DAYS[level]).to_numpy(bool)
        for part in np.unique(part_of_pair):
            is_within = part_of_pair == part
            own = probability[is_within]
            added = log_odds_of_corpus(own, int((is_within & is_near).sum()))
            weighed[is_within] = add_log_odds(own, added)
        return weighed


def read_sets(folder: Path) -> dict[str, LabelledSet]:
    """
    Read every labelled set.

    Parameters
    ----------
    folder : Path
        The gold folder.

    Returns
    -------
    dict of str to LabelledSet

    Raises
    ------
    MissingResourceError
        If FA-KES is not in ``PARALLAX_CORPORA``.
    """
    stories = read_gold(folder, "stories/dev")
    basil = read_gold(folder, "events/dev")
    quantities = read_gold(folder, "quantities/train") + read_gold(folder, "quantities/dev")
    fa_kes, fa_kes_events = _read_fa_kes(folder)
    groups = {
        "stories": {"story": _labels(stories, "story_id"), "event": _labels(stories, "event_id")},
        "basil": {"event": _labels(basil, "event_id"), "story": _labels(basil, "event_id")},
        "quantities": {"story": _labels(quantities, "event")},
        "fa_kes": {"event": fa_kes_events},
    }
    articles = {
        "stories": _as_articles(stories),
        "basil": _as_articles(basil),
        "quantities": _as_articles(quantities),
        "fa_kes": fa_kes,
    }
    sets = {name: _labelled_set(name, articles[name], group) for name, group in groups.items()}
    sets["us_politics"] = _read_politics(folder)
    return sets | {name: _read_invented(name) for name in INVENTED}


def _read_politics(folder: Path) -> LabelledSet:
    """Return the labelled articles of US politics, with the pairs within one labelled period."""
    labelled = pd.read_csv(POLITICS, dtype="str").set_index("article_id")
    rows = read_gold(folder, "attributions/train") + read_gold(folder, "attributions/dev")
    rows = [row for row in rows if row["article_id"] in labelled.index]
    labels = labelled.loc[[row["article_id"] for row in rows]]
    group = {level: labels[f"{level}_id"].to_numpy() for level in ("story", "event")}
    return _labelled_set("us_politics", _as_articles(rows), group, labels["period"].to_numpy())


def _read_invented(name: str) -> LabelledSet:
    """Return the invented articles of a folder, with the pairs within one corpus."""
    rows, corpus = [], []
    for file in sorted((paths.DATA / "labels" / name).glob("*.jsonl")):
        own = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
        rows += own
        corpus += [file.stem] * len(own)
    story = np.array([f"{stem} {row['event']}" for stem, row in zip(corpus, rows, strict=True)])
    event_of = pd.read_csv(INVENTED_EVENTS, dtype="str").set_index("article_id")["event_id"]
    event = event_of.loc[[row["article_id"] for row in rows]].to_numpy()
    group = {"story": story, "event": event}
    return _labelled_set(name, _as_articles(rows), group, np.array(corpus))


def _labels(rows: Sequence[dict], column: str) -> np.ndarray:
    return np.array([row[column] for row in rows])


def _as_articles(rows: Sequence[dict]) -> pd.DataFrame:
    """Return gold rows as an articles table; ids are made unique."""
    records = []
    for number, row in enumerate(rows):
        given = {column: row.get(column) for column in ("outlet", "title", "text")}
        day = pd.to_datetime(row.get("published"), errors="coerce")
        n_words = len(row["text"].split())
        record = {"article_id": str(number), "corpus": "gold", "published": day, "n_words": n_words}
        records.append({**dict.fromkeys(tables.ARTICLES.columns), **given, **record})
    return tables.make(records, tables.ARTICLES)


def _read_fa_kes(folder: Path) -> tuple[pd.DataFrame, np.ndarray]:
    """Return the labelled articles of FA-KES, and their events."""
    if paths.corpora() is None:
        raise MissingResourceError("Set PARALLAX_CORPORA to the folder that holds fa-kes/.")
    labelled = {
        row["article_id"]: row["event_id"] for row in read_gold(folder, "events/fa_kes_dev")
    }
    articles = load_read("fa-kes").articles
    articles = articles.loc[articles["article_id"].isin(list(labelled))].reset_index(drop=True)
    return articles, articles["article_id"].map(labelled).to_numpy()


def _labelled_set(
    name: str,
    articles: pd.DataFrame,
    group: dict[str, np.ndarray],
    part: np.ndarray | None = None,
) -> LabelledSet:
    """Return a set; of articles in parts, which were labelled apart, with the pairs within each."""
    first, second = np.triu_indices(len(articles), 1)
    if part is None:
        part = np.full(len(articles), name)
    is_within = part[first] == part[second]
    first, second = first[is_within], second[is_within]
    vectors = article_vectors(articles)
    evidence = compare_pairs(articles, weigh_terms(articles), vectors, first, second)
    return LabelledSet(name, group, first, second, evidence, part)


def fit(parts: Iterable[tuple[LabelledSet, np.ndarray]], level: str) -> LinkModel:
    """
    Fit the weights of one level.

    Parameters
    ----------
    parts : iterable of (LabelledSet, array of bool)
        Sets, and which of their pairs to fit on.
    level : {"event", "story"}

    Returns
    -------
    LinkModel
    """
    used = [name for name in EVIDENCE if name not in UNUSED[level]]
    evidence, same, weights = [], [], []
    for labelled, is_chosen in parts:
        is_used = is_chosen
        if "same_outlet" in used:
            is_used = is_chosen & _could_be_one(labelled)
        evidence.append(labelled.evidence.loc[is_used, used])
        same.append(labelled.same(level)[is_used])
        of_pair = np.where(same[-1], SAME_WEIGHT[level], 1.0) * EQUAL_WEIGHT
        weights.append(of_pair * SET_WEIGHT.get((level, labelled.name), 1.0) / len(of_pair))
    model = LogisticRegression(C=STRENGTH, max_iter=5000)
    model.fit(pd.concat(evidence), np.concatenate(same), sample_weight=np.concatenate(weights))
    fitted = dict(zip(used, model.coef_[0], strict=True))
    found = {name: round(float(fitted.get(name, 0.0)), 3) for name in EVIDENCE}
    return LinkModel(round(float(model.intercept_[0]), 3), found, MOST_DAYS[level])


def _could_be_one(labelled: LabelledSet) -> np.ndarray:
    """Return which pairs could be of one group, given how the articles were chosen."""
    if labelled.name not in ONE_AN_OUTLET:
        return np.ones(len(labelled.first), bool)
    return (labelled.evidence["same_outlet"] != 1).to_numpy()


def pair_scores(group: np.ndarray, found: np.ndarray) -> tuple[float, float, float, float]:
    """
    Score groups against labelled ones.

    Parameters
    ----------
    group, found : arrays, shape (n_articles,)
        Labelled and found group of each article.

    Returns
    -------
    precision, recall, f1, b_cubed : float
        The first three of pairs of articles in one group; the last is the F1 of B-cubed.
    """
    first, second = np.triu_indices(len(group), 1)
    same, together = group[first] == group[second], found[first] == found[second]
    n_right = int((same & together).sum())
    precision = n_right / max(int(together.sum()), 1)
    recall = n_right / max(int(same.sum()), 1)
    in_found, in_group = [], []
    for own, other in zip(group, found, strict=True):
        in_found.append(float(np.mean(group[found == other] == own)))
        in_group.append(float(np.mean(found[group == own] == other)))
    return precision, recall, _f1(precision, recall), _f1(np.mean(in_found), np.mean(in_group))


def _f1(precision: float | np.floating, recall: float | np.floating) -> float:
    return float(2 * precision * recall / max(precision + recall, 1e-9))


class Predicted(NamedTuple):
    """A set with the probabilities of its pairs by weights that were fitted without them."""

    labelled: LabelledSet
    level: str
    how: str
    probability: np.ndarray

    def groups(self) -> np.ndarray:
        """Return the found group of each article."""
        return _groups(self.labelled, self.probability, self.level)


def _predict(sets: dict[str, LabelledSet], level: str) -> Iterator[Predicted]:
    """Predict each set of a level by weights fitted on others and, if fitted on, by folds."""
    names = LEVEL_SETS[level]
    for name in (*names, *SCORED_SETS[level]):
        one = sets[name]
        others = [(sets[other], _all_pairs(sets[other])) for other in names if other != name]
        model = fit(others, level)
        found = one.weigh(model.probability(one.evidence), level)
        yield Predicted(one, level, "across", found)
        if name not in names:
            continue
        p = np.zeros(len(one.first))
        fold = _folds(one.group[level])
        for number in range(FOLDS):
            is_left_out = fold == number
            touches = is_left_out[one.first] | is_left_out[one.second]
            model = fit([*others, (one, ~touches)], level)
            p[touches] = model.probability(one.evidence.loc[touches])
        yield Predicted(one, level, "folds", one.weigh(p, level))


def _all_pairs(labelled: LabelledSet) -> np.ndarray:
    return np.ones(len(labelled.first), bool)


def _stories(predictions: Iterable[Predicted]) -> pd.DataFrame:
    """Return the stories of all sets, those of sets that are fitted on as found by folds."""
    best = {one.labelled.name: one for one in predictions if one.level == "story"}
    found = []
    for name, one in best.items():
        pairs = (one.labelled.first, one.labelled.second, one.probability)
        found.append(stories_of(name, (one.labelled.group["story"], one.groups(), *pairs)))
    return pd.concat(found, ignore_index=True)


def _folds(group: np.ndarray) -> np.ndarray:
    """Return a fold for each article; a group is in one fold."""
    names = np.unique(group)
    shuffled = np.random.default_rng(0).permutation(len(names))
    fold_of = dict(zip(names, shuffled % FOLDS, strict=True))
    return np.array([fold_of[name] for name in group])


def _groups(labelled: LabelledSet, probability: np.ndarray, level: str) -> np.ndarray:
    n_articles = len(labelled.group[level])
    first, second = labelled.first, labelled.second
    threshold = STORY_THRESHOLD if level == "story" else THRESHOLD
    group = agglomerate(n_articles, first, second, probability, threshold)
    if level != "story":
        return group
    return join_alone(group, first, second, probability, np.zeros(n_articles, bool))


def _row(predicted: Predicted) -> dict[str, object]:
    group = predicted.labelled.group[predicted.level]
    precision, recall, f1, b_cubed = pair_scores(group, predicted.groups())
    name = f"{predicted.labelled.name} ({len(group)} in {len(set(group))})"
    scores = {"P": precision, "R": recall, "F1": f1, "B-cubed": b_cubed}
    return {"level": predicted.level, "articles": name, "how": predicted.how, **scores}


def _accuracy(scores: pd.DataFrame, sets: Mapping[str, LabelledSet]) -> pd.DataFrame:
    """
    Return scores as rows of the accuracy that the notebooks show.

    They are by folds, and across for sets that are not fitted on.
    """
    today = datetime.now(UTC).date().isoformat()
    rows = []
    for row in scores.to_dict("records"):
        name = row["articles"].split()[0]
        how = "across" if name in SCORED_SETS[row["level"]] else "folds"
        if row["how"] != how or name not in GOLD_NAMES:
            continue
        common = {
            "task": {"event": "events", "story": "stories"}[row["level"]],
            "articles": len(sets[name].group[row["level"]]),
            "labels": GOLD_NAMES[name],
            "date": today,
        }
        added = {"folds": "by folds", "across": "not fitted on"}[how]
        for measure, column in (("pairs F1", "F1"), ("B-cubed F1", "B-cubed")):
            named = {"measure": f"{measure}, {added}", "value": round(row[column], 3)}
            rows.append({**named, **common})
    return pd.DataFrame(rows).reindex(columns=list(accuracy.COLUMNS))


def _write_background(folder: Path, out: Path) -> int:
    """Write in how many articles each word occurs, and what their vectors share."""
    rows = [row for name in BACKGROUND_FILES for row in read_gold(folder, name) if row.get("text")]
    frequency: Counter[str] = Counter()
    for row in rows:
        terms = article_terms(row.get("title"), row["text"])
        frequency.update({term for term, _ in terms if term is not None})
    listed = {term: n for term, n in sorted(frequency.items()) if n >= LEAST_FREQUENCY}
    background = {"n_articles": len(rows), "frequency": listed}
    write_text(json.dumps(background, ensure_ascii=False, indent=0) + "\n", out / BACKGROUND.name)
    write_checksums(out, [BACKGROUND.name])
    means = mean_word_vectors(_as_articles(rows))
    mean = means.mean(axis=0)
    direction = np.linalg.svd(means - mean, full_matrices=False)[2][0]
    shared = {"mean": _rounded(mean), "direction": _rounded(direction)}
    write_text(json.dumps(shared) + "\n", out / COMMON_DIRECTIONS.name)
    return len(rows)


def _table_lines(rows: Iterable[Mapping]) -> str:
    """Return the lines of a table of a card."""
    return "\n".join("| " + " | ".join(map(str, row.values())) + " |" for row in rows)


def _rounded(values: np.ndarray) -> list[float]:
    return [round(float(value), 4) for value in values]


def main(arguments: Sequence[str] | None = None) -> None:
    """Fit, write the files, and print the scores."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("gold", type=Path, help="folder of gold files")
    options = parser.parse_args(arguments)
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    out = paths.EVENT_MODEL
    out.mkdir(exist_ok=True)
    n_background = _write_background(options.gold, out)
    write_checksums(out, [BACKGROUND.name, COMMON_DIRECTIONS.name])
    sets = read_sets(options.gold)
    predictions = [one for level in LEVEL_SETS for one in _predict(sets, level)]
    scores = pd.DataFrame([_row(one) for one in predictions])
    stories = _stories(predictions)
    models: dict[str, dict] = {"certainty": fit_certainty(stories)._asdict()}
    for level, names in LEVEL_SETS.items():
        model = fit([(sets[name], _all_pairs(sets[name])) for name in names], level)
        models[level] = asdict(model)
    write_text(json.dumps(models, indent=2) + "\n", out / WEIGHTS.name)
    fitted = {name for names in LEVEL_SETS.values() for name in names}
    sizes = ", ".join(
        f"{len(one.evidence):,} pairs of {name}" for name, one in sets.items() if name in fitted
    )
    command = "PARALLAX_CORPORA=CORPORA python -m analysis.train.events GOLD"
    card = CARD.format(
        sizes=sizes,
        event_weight=SAME_WEIGHT["event"],
        story_weight=SAME_WEIGHT["story"],
        threshold=THRESHOLD,
        story_threshold=STORY_THRESHOLD,
        n_background=f"{n_background:,}",
        table=_table_lines(scores.round(3).to_dict("records")),
        reliability=_table_lines(reliability(stories)),
        n_stories=len(stories),
        command=command,
    )
    write_text(card, out / "CARD.md")
    write_checksums(out, [BACKGROUND.name, COMMON_DIRECTIONS.name, WEIGHTS.name])
    accuracy.write_accuracy(_accuracy(scores, sets))
    log.info("%s", scores.round(3).to_string(index=False))


if __name__ == "__main__":
    main()
