"""
Fit the probability that two numbers of two articles are of one thing.

In: the hand-labelled statements (``quantities`` of GOLD, ``data/labels/invented_news``), and rows
of matrices that a person judged (``data/labels/invented_rows``). Out: ``trees.json.gz``, its hash
and ``CARD.md`` in ``data/models/across_articles``.

    python -m analysis.train.across_articles GOLD

The card's scores are of corpora that were left out.
"""

import argparse
import logging
from collections.abc import Sequence
from datetime import UTC, datetime
from itertools import combinations
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from analysis.compare.quantities.across_articles import (
    FEATURES,
    MODEL,
    MOST_DOUBTS,
    Looked,
    describe_pairs,
)
from analysis.compare.quantities.doubts import DOUBTS
from analysis.compare.quantities.find import group_statements
from analysis.compare.quantities.judged_pairs import look_at_pairs
from analysis.compare.quantities.same_quantity import read_weights
from analysis.compare.quantities.statements import Statements
from analysis.core.checked_files import write_checksums, write_packed
from analysis.core.tree_model import TreeModel, tree_model
from analysis.train.boosted_trees import fit_trees
from analysis.train.judged_rows import JudgedRow, judged_rows
from analysis.train.one_thing import stories_of
from analysis.train.quantity_examples import LabelledStory

__all__ = ["Examples", "card", "cross_validate", "examples_of", "fit", "fold_of", "main"]

log = logging.getLogger(__name__)
N_TREES = 150
N_FOLDS = 5
WEIGHT_OF_JUDGED = 2.0
"""Of a pair of a judged row: they are what was joined in corpora that nobody had read."""
_PAIR = 2  # cells of the smallest row
COMMAND = "python -m analysis.train.across_articles GOLD"

CARD = """\
# Are two numbers of two articles of one thing?

Boosted trees over the features of a pair (`analysis/compare/quantities/across_articles.py`): what \
each pair of statements has in common, what it says by
itself ([quantities](../quantities/CARD.md)), which of {n_doubts} rules speak against it \
(`doubts.py`), and what the other pairs of its two numbers say (`other_partners.py`). Fitted by
`analysis/train/across_articles.py` on {n_told:,} pairs that a person labelled (US and world news \
of 2019; `data/labels/invented_news`) and {n_judged:,} pairs of cells of rows that a person judged
(`data/labels/invented_rows`). Pairs that a rule forbids, or against which more than {most} rules \
speak, are not looked at.

Scores of corpora that were left out, the invented ones in {n_folds} parts (`{command}`). \
Pairs looked at are of one thing from a probability of .5; after grouping, all pairs of
extracted numbers of two articles of one event count.

| articles | pairs looked at | P | R | after grouping: P | R |
| --- | --- | --- | --- | --- | --- |
{table}

The rules were mended by what was wrong in the invented corpora, and looked better as verdicts \
there than on news that nobody has read. Fitted on {date}.
"""


class Examples(NamedTuple):
    """
    Pairs of numbers of two articles.

    Attributes
    ----------
    features : array, shape (n_pairs, n_features)
    is_one : array of bool
    weights : array of float
    corpus : array of str
        The file of each pair.
    """

    features: np.ndarray
    is_one: np.ndarray
    weights: np.ndarray
    corpus: np.ndarray


def examples_of(
    stories: Sequence[LabelledStory], rows: Sequence[JudgedRow]
) -> tuple[Examples, Examples]:
    """
    Return the pairs of labelled stories, and those of judged rows.

    Parameters
    ----------
    stories : sequence of LabelledStory
    rows : sequence of JudgedRow
        A row of more than two cells that mixes things, or of which a cell is no longer read, counts
        only if it is of one thing: some pairs of the others may be.

    Returns
    -------
    told, judged : Examples
    """
    told = [_of_story(story) for story in stories]
    by_corpus: dict[str, list[JudgedRow]] = {}
    for row in rows:
        by_corpus.setdefault(row.corpus, []).append(row)
    judged = [_of_rows(corpus, own) for corpus, own in by_corpus.items()]
    return _joined(told), _joined(judged)


def _joined(parts: Sequence[Examples]) -> Examples:
    return Examples(*(np.concatenate(column) for column in zip(_NONE, *parts, strict=True)))


_NONE = Examples(
    *(np.zeros((0, len(FEATURES))), np.zeros(0, dtype=bool)),
    *(np.zeros(0), np.zeros(0, dtype=object)),
)


def _of_story(story: LabelledStory) -> Examples:
    """Return the pairs that are looked at and whose quantities a person told."""
    looked = _looked(story.statements)
    told = np.array([name is not None for name in story.quantity], dtype=bool)
    known = told[looked.first] & told[looked.second]
    quantity = np.array(story.quantity, dtype=object)
    is_one = (quantity[looked.first] == quantity[looked.second]).astype(bool)
    features = describe_pairs(story.statements, looked)
    n_pairs = int(known.sum())
    corpus = np.full(n_pairs, story.file, dtype=object)
    return Examples(features[known], is_one[known], np.ones(n_pairs), corpus)


def _looked(statements: Statements) -> Looked:
    _, _, looked = look_at_pairs(statements, read_weights())
    return looked


def _of_rows(corpus: str, rows: Sequence[JudgedRow]) -> Examples:
    """Return the pairs of cells of the judged rows of a corpus that are looked at."""
    statements = rows[0].statements
    looked = _looked(statements)
    place_of = {
        pair: place
        for place, pair in enumerate(
            zip(looked.first.tolist(), looked.second.tolist(), strict=True)
        )
    }
    places, is_one = [], []
    for row in rows:
        is_pair = row.is_whole and len(row.cells) == _PAIR
        if row.is_one or is_pair:
            for pair in combinations(sorted(row.cells.tolist()), 2):
                if pair in place_of:
                    places.append(place_of[pair])
                    is_one.append(row.is_one)
    features = describe_pairs(statements, looked)[places]
    return Examples(
        features.reshape(len(places), len(FEATURES)),
        np.array(is_one, dtype=bool),
        np.full(len(places), WEIGHT_OF_JUDGED),
        np.full(len(places), corpus, dtype=object),
    )


def fit(examples: Examples) -> dict[str, Any]:
    """
    Fit the trees.

    Parameters
    ----------
    examples : Examples

    Returns
    -------
    dict
        As ``tree_model`` reads it.
    """
    return fit_trees(examples.features, examples.is_one, examples.weights, FEATURES, N_TREES)


def fold_of(corpora: Sequence[str]) -> dict[str, int]:
    """
    Return the part with which each corpus is left out; each gold file is one of its own.

    Examples
    --------
    >>> fold_of(["quantities/dev", "corpus_01", "corpus_02"])
    {'corpus_01': 0, 'corpus_02': 1, 'quantities/dev': 5}
    """
    names = sorted(set(corpora))
    invented = [name for name in names if "/" not in name]
    folds = {name: number % N_FOLDS for number, name in enumerate(invented)}
    files = [name for name in names if "/" in name]
    return folds | {name: N_FOLDS + number for number, name in enumerate(files)}


def cross_validate(
    stories: Sequence[LabelledStory], told: Examples, judged: Examples
) -> pd.DataFrame:
    """
    Count what is found in each file by trees that were fitted without it.

    Parameters
    ----------
    stories : sequence of LabelledStory
    told, judged : Examples
        From ``examples_of``.

    Returns
    -------
    DataFrame
        A row a file: ``looked_at``, and ``right``, ``found`` and ``told`` of the pairs looked at
        and, with ``_grouped``, of all pairs after grouping.
    """
    folds = fold_of([*told.corpus, *judged.corpus])
    rows = []
    for fold in sorted({folds[name] for name in told.corpus}):
        kept = [
            _taken(part, [folds[name] != fold for name in part.corpus]) for part in (told, judged)
        ]
        trees = tree_model(fit(_joined(kept)), FEATURES)
        for file in sorted({name for name in told.corpus if folds[name] == fold}):
            own = _taken(told, told.corpus == file)
            says = trees.log_odds(own.features) >= 0
            counts = np.array([(own.is_one & says).sum(), says.sum(), own.is_one.sum()])
            grouped = np.zeros(3, dtype=int)
            for story in stories:
                if story.file == file and story.is_extracted:
                    grouped += _count_grouped(story, trees)
            row = {"file": file, "looked_at": len(says)}
            row |= dict(zip(_COUNTS, counts.tolist(), strict=True))
            row |= dict(zip((f"{name}_grouped" for name in _COUNTS), grouped.tolist(), strict=True))
            rows.append(row)
    return pd.DataFrame(rows)


_COUNTS = ("right", "found", "told")


def _taken(examples: Examples, kept: np.ndarray | Sequence[bool]) -> Examples:
    return Examples(*(column[np.asarray(kept, dtype=bool)] for column in examples))


def _count_grouped(story: LabelledStory, trees: TreeModel) -> np.ndarray:
    """Return how many pairs of two articles are rightly in one quantity, are in one, and belong."""
    groups = group_statements(story.statements, read_weights(), trees)
    articles = story.statements.rows["article_id"].tolist()
    counts = np.zeros(3, dtype=int)
    known = [place for place, name in enumerate(story.quantity) if name is not None]
    for one, other in combinations(known, 2):
        if articles[one] != articles[other]:
            is_found = groups[one] == groups[other]
            is_told = story.quantity[one] == story.quantity[other]
            counts += [is_found and is_told, is_found, is_told]
    return counts


def card(scores: pd.DataFrame, told: Examples, judged: Examples) -> str:
    """
    Return the card.

    Parameters
    ----------
    scores : DataFrame
        From ``cross_validate``.
    told, judged : Examples
        On which the trees are fitted.

    Returns
    -------
    str
    """
    is_invented = ~scores["file"].str.contains("/")
    parts = [("data/labels/invented_news", scores.loc[is_invented])]
    for file, own in scores.loc[~is_invented].groupby("file", sort=True):
        parts.append((str(file), own))
    return CARD.format(
        n_doubts=len(DOUBTS),
        most=MOST_DOUBTS,
        n_told=len(told.is_one),
        n_judged=len(judged.is_one),
        n_folds=N_FOLDS,
        command=COMMAND,
        table="\n".join(_line(name, own) for name, own in parts),
        date=datetime.now(UTC).date().isoformat(),
    )


def _line(name: str, scores: pd.DataFrame) -> str:
    total = scores.drop(columns="file").sum()
    shares = []
    for kind in ("", "_grouped"):
        right = total[f"right{kind}"]
        shares += [right / max(total[f"{name}{kind}"], 1) for name in ("found", "told")]
    values = " | ".join(f"{share:.3f}" for share in shares)
    return f"| {name} | {total['looked_at']:,} | {values} |"


def main(arguments: Sequence[str] | None = None) -> None:
    """Fit the trees and write them with their card."""
    parser = argparse.ArgumentParser(description=__doc__.strip().splitlines()[0])
    parser.add_argument("gold", type=Path, help="folder of gold files")
    parser.add_argument("--out", type=Path, default=MODEL.parent)
    options = parser.parse_args(arguments)
    stories = stories_of(options.gold)
    told, judged = examples_of(stories, list(judged_rows()))
    text = card(cross_validate(stories, told, judged), told, judged)
    log.info("%s", text)
    options.out.mkdir(parents=True, exist_ok=True)
    write_packed(fit(_joined([told, judged])), options.out / MODEL.name)
    write_checksums(options.out, [MODEL.name])
    (options.out / "CARD.md").write_text(text, encoding="utf8")


if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    main()
