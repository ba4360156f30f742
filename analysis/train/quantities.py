"""
Fit the probability that two statements are of the same quantity.

In: gold files whose rows are articles of an ``event`` with ``statements``, each with the id of its
``quantity``. Out: ``weights.json``, its hash and ``CARD.md`` in ``data/models/quantities``.

    python -m analysis.train.quantities GOLD

Pairs are made twice: of the statements as a person marked them, and of the figures that the project
extracts from the same articles, where a person marked the same words with the same value. The
shipped tagger, which labels the articles, was not trained on these files. The card's scores are of
events that were left out one at a time.
"""

import argparse
import json
import logging
from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import pandas as pd

from analysis.compare.quantities.across_articles import read_trees
from analysis.compare.quantities.features import FEATURES, KINDS, pair_features
from analysis.compare.quantities.find import group_statements
from analysis.compare.quantities.judged_pairs import compare_statements
from analysis.core import paths
from analysis.core.checked_files import write_checksums
from analysis.core.logistic_model import LogisticModel, logistic_model
from analysis.evaluate import accuracy
from analysis.train.evaluate import gold as read_gold
from analysis.train.quantity_examples import LabelledStory, labelled_stories
from analysis.train.signed_logistic import fit_signed

__all__ = [
    "FILES",
    "agreement",
    "cross_validate",
    "fit",
    "fit_on_other_file",
    "main",
    "sign",
]

log = logging.getLogger(__name__)
FILES = ("quantities/train", "quantities/dev")
STRENGTH = 0.05  # of the loss against the penalty on the weights, for features of unit variance
WEIGHT_OF_SAME = 2.5  # of a pair that is the same: few are, and a row that is torn apart is worse

AGAINST = frozenset(
    (
        *("unlike", "distance", "vague_misfits", "shrinks", "whose_apart", "noun_differs"),
        *("nothing", "outcome_one", "group_differs", "scope_differs", "month_differs"),
        *("one_indefinite", "additional_one", "same_sentence", "days", "position", "lead_one"),
        *("year_one", "month_one", "title_one"),
    )
)
"""Features that speak against one quantity."""

EITHER = frozenset(
    (
        *("vague_both", "counted_one", "counted_none", "whose_one", "both_indefinite"),
        *("same_article", "same_outlet", "only_ones", *KINDS),
    )
)
"""Features that may speak for or against; all others speak for one quantity."""

CARD = """\
# Which statements are of the same quantity

The probability that two figures of a story measure the same thing \
(`analysis/compare/quantities`). A logistic regression over words, values,
units and places of two statements, whose weights keep the sign that is known of them, fitted by \
`analysis/train/quantities.py` on {n_pairs} pairs \
({n_same} of them the same) from {n_articles} articles on
{n_events} events, as a person marked them and as the project extracts them. The texts are not in \
this project.

Scores of events that were left out one at a time, and of whole files (`{command}`). Figures \
that were not extracted count as alone. Pairs: precision, recall and F1 over pairs of \
statements in one quantity.

| statements | files | pairs P | pairs R | pairs F1 | B-cubed F1 |
| --- | --- | --- | --- | --- | --- |
{table}

All events are US and world news of spring 2019, in English: business, politics, disasters, \
shootings, health. A same pair weighs {weight} times as much as
another in the fit, so the probability is higher than the share of pairs that are the same. The \
weights were fitted without the event that is
scored, but features, signs, penalty and that weight were chosen with these scores in view: expect \
less on other news. One toll that ten articles state
makes many pairs, so the F1 of pairs moves by up to .1 with a single quantity; B-cubed is \
steadier. Tolls that are revised are mainly in dev, so
weights fitted without it join fewer of them.

Groups are made after a second look at pairs of two articles, whose trees were fitted on these \
events too; their [card](../across_articles/CARD.md) has scores of events left out. Rules forbid \
or doubt pairs (`doubts.py`), with some exceptions: rival counts of one thing that an \
article puts beside each other (`rivals.py`: another
source, and words for a count, the same noun or the same harm) are merged with all statements \
that repeat them; the tolls with which articles
open (`headline_tolls.py`); what an event has but one of, as the area burnt \
(`event_measures.py`); numbers at one place of two lists (`aligned_lists.py`);
sums with fewer digits (`rounded_sums.py`); votes (`vote_results.py`); and numbers that replaced \
others (`revised.py`). One of the rules yields to a probable pair. \
On these events hardly any pair is of
those kinds, so the scores do not show them.
"""


def _pairs(story: LabelledStory) -> tuple[np.ndarray, np.ndarray]:
    """Return the features of the pairs whose quantities a person told, and which are the same."""
    first, second = compare_statements(story.statements)
    quantity = np.array(story.quantity, dtype=object)
    told = np.array([name is not None for name in story.quantity])
    known = told[first] & told[second]
    first, second = first[known], second[known]
    same = quantity[first] == quantity[second]
    return pair_features(story.statements, first, second), same.astype(bool)


def fit(stories: Sequence[LabelledStory]) -> LogisticModel:
    """
    Fit the weights.

    Parameters
    ----------
    stories : sequence of LabelledStory

    Returns
    -------
    LogisticModel
        For features as they are.
    """
    return _fit_pairs([_pairs(story) for story in stories])


def _fit_pairs(pairs: Sequence[tuple[np.ndarray, np.ndarray]]) -> LogisticModel:
    features = np.concatenate([of_story for of_story, _ in pairs])
    same = np.concatenate([of_story for _, of_story in pairs])
    example_weights = np.where(same, WEIGHT_OF_SAME, 1.0)
    signs = np.array([sign(name) for name in FEATURES])
    fitted = fit_signed(features, same, example_weights, signs, STRENGTH)
    weights = dict(zip(FEATURES, fitted.weights.round(4).tolist(), strict=True))
    return logistic_model(round(fitted.intercept, 4), weights, FEATURES)


def sign(feature: str) -> int:
    """
    Return whether a feature speaks for one quantity (1), against it (-1), or either (0).

    Parameters
    ----------
    feature : str
        One of ``FEATURES``.

    Returns
    -------
    {-1, 0, 1}
        A product with a kind of number only corrects the feature for that kind: either.
    """
    name, _, other = feature.partition(" x ")
    if not other:
        return _sign_of_plain(name)
    if name in KINDS or (name, other) == ("same_article", "equal"):
        return 0
    if name in ("same_article", "same_sentence"):
        return -1
    # values that are unlike and yet stated first, in the headline, or of like words
    return 1 if other == "unlike" else (_sign_of_plain(other) or 1)


def _sign_of_plain(name: str) -> int:
    if name in EITHER:
        return 0
    return -1 if name in AGAINST else 1


def cross_validate(stories: Sequence[LabelledStory]) -> pd.DataFrame:
    """
    Group each event's statements by weights fitted without that event, and score them.

    Parameters
    ----------
    stories : sequence of LabelledStory

    Returns
    -------
    DataFrame
        ``statements``, ``files``, ``p``, ``r``, ``f1`` (of pairs) and ``b_cubed``.
    """
    found = _group_held_out(stories, [story.event for story in stories])
    return pd.DataFrame([*_scores(stories, found, FILES), *_scores(stories, found, FILES[1:])])


def fit_on_other_file(stories: Sequence[LabelledStory]) -> pd.DataFrame:
    """
    Group each file's statements by weights fitted on the other files, and score them.

    Parameters
    ----------
    stories : sequence of LabelledStory

    Returns
    -------
    DataFrame
        As from ``cross_validate``.
    """
    found = _group_held_out(stories, [story.file for story in stories])
    rows = []
    for file in FILES:
        for scores in _scores(stories, found, (file,)):
            rows.append(scores | {"files": f"{file}, fitted on the other file"})
    return pd.DataFrame(rows)


Groups = dict[Hashable, Hashable]


def _group_held_out(stories: Sequence[LabelledStory], part: Sequence[str]) -> list[Groups]:
    """Return the group of each mark of each story, by weights of the other parts."""
    pairs = [_pairs(story) for story in stories]
    found: list[Groups] = [{} for _ in stories]
    for held_out in sorted(set(part)):
        kept = [own for own, name in zip(pairs, part, strict=True) if name != held_out]
        weights = _fit_pairs(kept)
        for number, story in enumerate(stories):
            if part[number] == held_out:
                groups = group_statements(story.statements, weights, read_trees())
                marks = zip(story.key, groups, strict=True)
                found[number] = {
                    mark: (story.event, int(group)) for mark, group in marks if mark is not None
                }
    return found


def _scores(
    stories: Sequence[LabelledStory], found: Sequence[Groups], files: Sequence[str]
) -> list[dict[str, object]]:
    """Return the scores of statements as marked and as extracted."""
    rows = []
    for is_extracted in (False, True):
        told: Groups = {}
        guessed: Groups = {}
        for story, groups in zip(stories, found, strict=True):
            if story.is_extracted == is_extracted and story.file in files:
                _add(story, groups, told, guessed)
        name = "as extracted" if is_extracted else "as marked"
        rows.append({"statements": name, "files": " and ".join(files), **agreement(told, guessed)})
    return rows


def _add(
    story: LabelledStory,
    groups: Mapping[Hashable, Hashable],
    told: Groups,
    guessed: Groups,
) -> None:
    marks = dict(zip(story.key, story.quantity, strict=True))
    marks.pop(None, None)
    for mark, quantity in {**marks, **story.missed}.items():
        told[mark] = (story.event, quantity)
        guessed[mark] = groups.get(mark, ("alone", mark))


def agreement(
    told: Mapping[Hashable, Hashable], guessed: Mapping[Hashable, Hashable]
) -> dict[str, float]:
    """
    Compare two groupings of the same things.

    Parameters
    ----------
    told, guessed : mapping
        Group of each thing, by a person and by the project.

    Returns
    -------
    dict of str to float
        ``p``, ``r`` and ``f1`` over pairs in one group, and ``b_cubed``: F1 of the mean share of a
        thing's group that is right, and of its right group that is found [1]_. All 0 to 1.

    References
    ----------
    .. [1] Bagga, A. & Baldwin, B. (1998). Entity-based cross-document coreferencing using the
       vector space model. COLING-ACL, 79-85.
    """
    both = Counter((told[thing], guessed[thing]) for thing in told)
    right, ours = Counter(told.values()), Counter(guessed[thing] for thing in told)
    shared = _n_pairs(both.values())
    p, r = shared / max(_n_pairs(ours.values()), 1), shared / max(_n_pairs(right.values()), 1)
    precision = sum(n * n / ours[group] for (_, group), n in both.items()) / max(len(told), 1)
    recall = sum(n * n / right[group] for (group, _), n in both.items()) / max(len(told), 1)
    return {"p": p, "r": r, "f1": _f1(p, r), "b_cubed": _f1(precision, recall)}


def _n_pairs(sizes: Iterable[int]) -> int:
    return sum(size * (size - 1) // 2 for size in sizes)


def _f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / max(precision + recall, 1e-12)


def main(arguments: Sequence[str] | None = None) -> None:
    """Fit the weights and write them with their card."""
    parser = argparse.ArgumentParser(description=__doc__.strip().splitlines()[0])
    parser.add_argument("gold", type=Path, help="folder of gold files")
    parser.add_argument("--out", type=Path, default=paths.MODELS / "quantities")
    options = parser.parse_args(arguments)
    stories = []
    for name in FILES:
        stories += labelled_stories(read_gold(options.gold, name), name)
    scores = pd.concat([cross_validate(stories), fit_on_other_file(stories)])
    log.info("%s", scores.round(3).to_string())
    fitted = fit(stories)
    weights = dict(zip(FEATURES, fitted.weights.tolist(), strict=True))
    options.out.mkdir(parents=True, exist_ok=True)
    text = json.dumps({"intercept": fitted.intercept, "weights": weights}, indent=1)
    (options.out / "weights.json").write_text(text + "\n", encoding="utf8")
    write_checksums(options.out, ["weights.json"])
    (options.out / "CARD.md").write_text(_card(stories, scores), encoding="utf8")
    accuracy.write_accuracy(_accuracy(scores, stories))


def _accuracy(scores: pd.DataFrame, stories: Sequence[LabelledStory]) -> pd.DataFrame:
    """Return the scores of extracted statements as rows of the accuracy that notebooks show."""
    used = scores.loc[scores["statements"].eq("as extracted")].iloc[0]
    ids = {article_id for one in stories for article_id in one.statements.rows["article_id"]}
    common = {
        "task": "quantities",
        "articles": len(ids),
        "labels": "quantities/train and dev",
        "date": datetime.now(UTC).date().isoformat(),
    }
    rows = [
        {"measure": "same quantity: pairs F1, an event left out", "value": used["f1"], **common},
        {"measure": "same quantity: B-cubed F1, an event left out", "value": used["b_cubed"]}
        | common,
    ]
    return pd.DataFrame(rows).reindex(columns=list(accuracy.COLUMNS)).round(3)


def _card(stories: Sequence[LabelledStory], scores: pd.DataFrame) -> str:
    same = np.concatenate([of_story for _, of_story in map(_pairs, stories)])
    articles = {
        article_id for story in stories for article_id in story.statements.rows["article_id"]
    }
    lines = [
        f"| {row.statements} | {row.files} | {row.p:.3f} | {row.r:.3f} | {row.f1:.3f} "
        f"| {row.b_cubed:.3f} |"
        for row in scores.itertuples()
    ]
    return CARD.format(
        n_pairs=len(same),
        n_same=int(same.sum()),
        n_articles=len(articles),
        n_events=len({story.event for story in stories}),
        command="python -m analysis.train.quantities GOLD",
        table="\n".join(lines),
        weight=f"{WEIGHT_OF_SAME:g}",
    )


if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    main()
