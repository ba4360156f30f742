"""
Fit whether two different numbers of one article are of one thing.

In: articles whose numbers people labelled (``quantities`` of GOLD, ``data/labels/invented_news``),
and articles in which they told every pair of different numbers of one thing
(``data/labels/invented_pairs.csv``). Out: ``model.json.gz``, its hash and ``CARD.md`` in
``data/models/within_article``.

    python -m analysis.train.within_article GOLD

The card's scores are of corpora that were left out, an eighth at a time.
"""

import argparse
import json
import logging
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import pandas as pd
from scipy import sparse
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score, roc_auc_score
from sklearn.model_selection import GroupKFold

from analysis.compare.quantities.candidates import candidate_pairs
from analysis.compare.quantities.statements import Statements, in_reading_order, statements_of
from analysis.compare.quantities.within_article import (
    APART,
    FEATURES,
    LEAST_PROBABILITY,
    MODEL,
    SURE,
    describe_pairs,
    differing_pairs,
    model_of,
    words_of_pairs,
)
from analysis.core import paths
from analysis.core.checked_files import write_checksums, write_packed
from analysis.core.figure_kinds import counted_figures
from analysis.train.boosted_trees import fit_trees
from analysis.train.evaluate import gold as read_gold
from analysis.train.judged_rows import corpus_of
from analysis.train.quantity_examples import LabelledStory, labelled_stories, read_articles

__all__ = ["NumberPairs", "cross_validate", "examples_of", "fit", "labelled_pairs", "main"]

log = logging.getLogger(__name__)
LABELS = paths.DATA / "labels"
INVENTED = LABELS / "invented_news"
PAIRS = LABELS / "invented_pairs.csv"
TOLD = ("invented_stories", "invented_rows")  # folders of articles in which all pairs were told
GOLD_FILES = ("quantities/train",)  # quantities/dev is left for scores
LEAST_FREQUENCY = 15  # pairs with a word, below which it gets no weight
STRENGTH = 0.05  # inverse of the penalty on the weights of words
WEIGHT_OF_ONE = 3  # of a pair of one thing when words are weighed: they are few
N_TREES = 300
WEIGHT_IN_TREES = 1.5
N_FOLDS = 8
SEED = 0
COMMAND = "python -m analysis.train.within_article GOLD"

CARD = """\
# Are two numbers of one article of one thing?

Boosted trees over the features of any pair of statements, the grammar of the two and the words \
around them (`analysis/compare/quantities/within_article.py`), fitted by \
`analysis/train/within_article.py` on {n_pairs:,} pairs of different numbers of one dimension in \
one article, of which {n_one:,} are of one thing: rival counts, a count and the one that it \
replaces, a number and the same one rounded. The pairs are those that the project reads in \
{n_corpora} corpora: the hand-labelled articles of 2019 and `data/labels/invented_news`, where \
people told the quantity of every number, and `data/labels/invented_pairs.csv`, where they told \
every such pair of an article.

Scores of corpora that were left out, an eighth at a time (`{command}`): average precision \
{precision:.3f}, AUC {auc:.3f}.

| probability | pairs | of one thing |
| --- | --- | --- |
{table}

From {sure:g} on two numbers are joined, if nothing that they say contradicts it; below {least:g} \
they are kept apart, and below {apart:g} so are their groups. One annotator for each article, of \
fourteen. Words are read as English. Fitted on {date}.
"""


class NumberPairs(NamedTuple):
    """
    Pairs of different numbers of one article.

    Attributes
    ----------
    features : array, shape (n_pairs, n_features)
        Of ``describe_pairs``.
    words : list of list of str
        Of ``words_of_pair``.
    is_one : array of bool
    corpus : array of str
    """

    features: np.ndarray
    words: list[list[str]]
    is_one: np.ndarray
    corpus: np.ndarray

    def take(self, places: np.ndarray) -> "NumberPairs":
        """Return some of the pairs."""
        words = [self.words[place] for place in places]
        return NumberPairs(self.features[places], words, self.is_one[places], self.corpus[places])


def examples_of(
    statements: Statements, corpus: str, told: Sequence[bool], same: Iterable[tuple[int, int]]
) -> NumberPairs:
    """
    Return the pairs of statements whose labels are known.

    Parameters
    ----------
    statements : Statements
    corpus : str
    told : sequence of bool
        Whether a person told of a statement what it is of.
    same : iterable of (int, int)
        Rows of statements of one thing, the first one first.

    Returns
    -------
    NumberPairs
    """
    first, second = candidate_pairs(statements)
    known = np.asarray(told, dtype=bool)
    wanted = differing_pairs(statements, first, second) & known[first] & known[second]
    first, second = first[wanted], second[wanted]
    pairs = set(same)
    is_one = [pair in pairs for pair in zip(first.tolist(), second.tolist(), strict=True)]
    return NumberPairs(
        describe_pairs(statements, first, second),
        words_of_pairs(statements, first, second),
        np.array(is_one, dtype=bool),
        np.full(len(first), corpus, dtype=object),
    )


def _of_story(story: LabelledStory) -> NumberPairs:
    """Return the pairs of a story in which a person told the quantity of each number."""
    places: dict[str, list[int]] = {}
    for place, name in enumerate(story.quantity):
        if name is not None:
            places.setdefault(name, []).append(place)
    same = [(one, other) for own in places.values() for one in own for other in own if one < other]
    told = [name is not None for name in story.quantity]
    return examples_of(story.statements, story.file, told, same)


def labelled_pairs(table: Path = PAIRS) -> dict[str, list[tuple[tuple[int, int], tuple[int, int]]]]:
    """Return the characters of both numbers of each labelled pair, by article."""
    found: dict[str, list[tuple[tuple[int, int], tuple[int, int]]]] = {}
    for row in pd.read_csv(table).itertuples():
        pair = (int(row.start), int(row.end)), (int(row.other_start), int(row.other_end))
        found.setdefault(str(row.article_id), []).append(pair)
    return found


def _of_told_articles(file: Path, pairs: dict[str, list]) -> NumberPairs:
    """Return the pairs of a file of articles in which a person told all pairs of one thing."""
    rows = [json.loads(line) for line in file.read_text(encoding="utf8").splitlines()]
    for row in rows:
        row["event"] = row.get("event") or row.get("story") or row["article_id"]
        if not row["text"].startswith(row["title"]):
            row["text"] = f"{row['title']}\n\n{row['text']}"
    articles, sentences, figures = read_articles(rows)
    placed = in_reading_order(counted_figures(figures), articles)
    placed = placed.sort_values("story_id", kind="stable", ignore_index=True)
    texts = dict(zip(articles["article_id"], articles["text"], strict=True))
    stories = dict(zip(articles["article_id"], articles["story_id"], strict=True))
    statements = statements_of(placed, texts, sentences, stories)
    return examples_of(
        statements,
        corpus_of(rows[0]["article_id"]),
        np.ones(len(statements.rows), dtype=bool),
        _places_of(statements, pairs),
    )


def _places_of(statements: Statements, pairs: dict[str, list]) -> list[tuple[int, int]]:
    """Return the rows of the statements of labelled pairs; a number that was not read has none."""
    rows = statements.rows
    found = []
    for article_id, own in rows.groupby("article_id").indices.items():
        spans = list(zip(rows["start"].iloc[own], rows["end"].iloc[own], own, strict=True))
        for pair in pairs.get(str(article_id), ()):
            read = [
                next((row for start, end, row in spans if start < last and first < end), None)
                for first, last in pair
            ]
            if None not in read:
                found.append((int(read[0]), int(read[1])))
    return found


def fit(examples: NumberPairs) -> dict[str, Any]:
    """
    Fit the weights of words, and the trees.

    Parameters
    ----------
    examples : NumberPairs

    Returns
    -------
    dict
        As ``within_article.read_model`` reads it.
    """
    columns = _frequent(examples.words)
    matrix = _matrix(examples.words, columns)
    features = examples.features.copy()
    # trees learn how far to trust the words from pairs whose words were not weighed with them
    for learned, asked in GroupKFold(_n_folds(examples)).split(features, groups=examples.corpus):
        model = _weigh(matrix[learned], examples.is_one[learned])
        features[asked, -1] = model.decision_function(matrix[asked])
    model = _weigh(matrix, examples.is_one)
    weights = zip(columns, model.coef_[0], strict=True)
    of_trees = np.where(examples.is_one, WEIGHT_IN_TREES, 1.0)
    return {
        "intercept": round(float(model.intercept_[0]), 3),
        "words": {word: round(float(value), 3) for word, value in weights if abs(value) >= 0.01},
        "trees": fit_trees(features, examples.is_one, of_trees, FEATURES, N_TREES),
    }


def _n_folds(examples: NumberPairs) -> int:
    return min(N_FOLDS, len(set(examples.corpus)))


def _frequent(words: Sequence[Sequence[str]]) -> dict[str, int]:
    """Return the columns of the words of which there are enough."""
    n_pairs = Counter(word for own in words for word in set(own))
    kept = sorted(word for word, n in n_pairs.items() if n >= LEAST_FREQUENCY)
    return {word: column for column, word in enumerate(kept)}


def _matrix(words: Sequence[Sequence[str]], columns: dict[str, int]) -> sparse.csr_matrix:
    rows, places = [], []
    for row, own in enumerate(words):
        known = [columns[word] for word in sorted(set(own)) if word in columns]
        rows += [row] * len(known)
        places += known
    ones = np.ones(len(rows))
    return sparse.csr_matrix((ones, (rows, places)), shape=(len(words), len(columns)))


def _weigh(matrix: sparse.csr_matrix, is_one: np.ndarray) -> LogisticRegression:
    weights = {False: 1, True: WEIGHT_OF_ONE}
    model = LogisticRegression(C=STRENGTH, class_weight=weights, max_iter=300, random_state=SEED)
    return model.fit(matrix, is_one)


def cross_validate(examples: NumberPairs) -> np.ndarray:
    """Return the probability of each pair by a model fitted without its corpus."""
    found = np.zeros(len(examples.is_one))
    folds = GroupKFold(_n_folds(examples))
    for learned, asked in folds.split(examples.features, groups=examples.corpus):
        model = model_of(fit(examples.take(learned)))
        words = [examples.words[place] for place in asked]
        found[asked] = model.probability(examples.features[asked], words)
    return found


def all_examples(gold: Path, files: Sequence[str] = GOLD_FILES) -> NumberPairs:
    """Return the pairs of all labelled articles."""
    parts = []
    for file in sorted(INVENTED.glob("*.jsonl")):
        parts += [*_extracted(labelled_stories(read_gold(INVENTED, file.stem), file.stem))]
    for name in files:
        parts += [*_extracted(labelled_stories(read_gold(gold, name), name))]
    pairs = labelled_pairs()
    for folder in TOLD:
        parts += [
            _of_told_articles(file, pairs) for file in sorted((LABELS / folder).glob("*.jsonl"))
        ]
    return NumberPairs(
        np.concatenate([part.features for part in parts]),
        [words for part in parts for words in part.words],
        np.concatenate([part.is_one for part in parts]),
        np.concatenate([part.corpus for part in parts]),
    )


def _extracted(stories: Iterable[LabelledStory]) -> Iterable[NumberPairs]:
    """Yield the pairs of stories as the project reads them."""
    return (_of_story(story) for story in stories if story.is_extracted)


def main(arguments: Sequence[str] | None = None) -> None:
    """Fit the model and write it with its card."""
    parser = argparse.ArgumentParser(description=__doc__.strip().splitlines()[0])
    parser.add_argument("gold", type=Path, help="folder of gold files")
    options = parser.parse_args(arguments)
    examples = all_examples(options.gold)
    scores = cross_validate(examples)
    MODEL.parent.mkdir(parents=True, exist_ok=True)
    write_packed(fit(examples), MODEL)
    write_checksums(MODEL.parent, [MODEL.name])
    card = CARD.format(
        n_pairs=len(scores),
        n_one=int(examples.is_one.sum()),
        n_corpora=len(set(examples.corpus)),
        command=COMMAND,
        precision=average_precision_score(examples.is_one, scores),
        auc=roc_auc_score(examples.is_one, scores),
        table="\n".join(_lines(scores, examples.is_one)),
        sure=SURE,
        least=LEAST_PROBABILITY,
        apart=APART,
        date=datetime.now(UTC).date(),
    )
    (MODEL.parent / "CARD.md").write_text(card, encoding="utf8")
    log.info("%s", card)


def _lines(scores: np.ndarray, is_one: np.ndarray) -> Iterable[str]:
    """Yield the lines of the card's table."""
    bounds = (0, LEAST_PROBABILITY, 0.2, 0.5, SURE, 0.9, 1)
    for low, high in zip(bounds, bounds[1:], strict=False):
        own = (scores >= low) & ((scores < high) | (high == 1))
        yield f"| {low:g} to {high:g} | {own.sum():,} | {is_one[own].mean():.3f} |"


if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    main()
