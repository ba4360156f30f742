"""
Fit how sure it is that the numbers of a row of the matrix are of one thing.

In: the hand-labelled statements (``quantities`` of GOLD, ``data/labels/invented_news``), and rows
of matrices that a person judged (``data/labels/invented_rows``). Out: ``trees.json``, its hash and
``CARD.md`` in ``data/models/one_thing``.

    python -m analysis.train.one_thing GOLD

The card's scores are of the corpora that the model of numbers was not trained on (``left_out``),
by trees fitted without each. None of them had been read by anybody when its rows were made, so the
rows are as a new corpus would have them.
"""

import argparse
import json
import logging
from collections.abc import Sequence
from datetime import UTC, datetime
from itertools import combinations
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import pandas as pd
from sklearn.metrics import roc_auc_score

from analysis.compare.doubtful_numbers import MANY, SURE_OF_ONE_THING, is_unsure
from analysis.compare.quantities.features import FEATURES, pair_features
from analysis.compare.quantities.judged_pairs import compare_statements
from analysis.compare.quantities.misfits import LEAST_PROBABILITY
from analysis.compare.quantities.one_thing import MOST_READ, TREES, fit_of_row, odds_of_row
from analysis.core import paths
from analysis.core.checked_files import write_checksums
from analysis.core.tree_model import TreeModel, tree_model
from analysis.evaluate import accuracy
from analysis.neural.number_model import NumberModel, read_number_model
from analysis.train import left_out
from analysis.train.boosted_trees import fit_trees
from analysis.train.evaluate import gold as read_gold
from analysis.train.judged_rows import JudgedRow, judged_rows, labelled_articles
from analysis.train.quantity_examples import LabelledStory, labelled_stories

__all__ = [
    "GOLD_FILES",
    "Pairs",
    "Row",
    "card",
    "cross_validate",
    "fit",
    "main",
    "pairs_of",
    "row_of",
    "stories_of",
]

log = logging.getLogger(__name__)
GOLD_FILES = ("quantities/train", "quantities/dev")
INVENTED = paths.DATA / "labels" / "invented_news"
WEIGHT_OF_JUDGED = 3.0
"""Of a pair of a judged row: they are what the rules let through."""
WEIGHT_OF_MIXED = 0.5
"""Of a pair of a row of three cells or more that mixes things: not all of its pairs are of two."""
N_TREES = 150
COMMAND = "python -m analysis.train.one_thing GOLD"
_PAIR = 2  # cells of the smallest row

CARD = """\
# Are the numbers of a row of one thing?

Boosted trees over the features of pairs of statements (`analysis/compare/quantities/one_thing.py`)\
, fitted by `analysis/train/one_thing.py` on
{n_pairs:,} pairs of statements that a person labelled (US and world news of 2019; \
`data/labels/invented_news`) and on {n_judged:,} pairs of cells of {n_rows:,} rows that a person \
judged (`data/labels/invented_rows`). In rows of up to {most_read} outlets the
[model of numbers](../numbers/CARD.md), which reads the words, has two fifths of the log-odds. \
`p` of the table `quantities` is the probability of the cell that fits the others least. It says
how sure a row is that was made; below {least:g} that cell leaves a row of two or three \
(`misfits.py`).

Scores of {n_scored} rows of the {n_corpora} invented corpora on which the model of numbers was \
not trained, by trees fitted without each (`{command}`). Their rows were made when nobody had
read the articles; rules were corrected by what was found in each only afterwards. A row is right \
if all its numbers are read as printed and are of one thing.

| rows | all | right | AUC of `p` |
| --- | --- | --- | --- |
| in which numbers differ | {n_differ} | {differ:.2f} | {auc_differ:.3f} |
| in which they agree | {n_agree} | {agree:.2f} | {auc_agree:.3f} |

Of the {n_many} of {many} outlets or more in which numbers differ {of_many:.2f} are right, \
whatever their `p` (below {sure:g} {of_many_below:.2f}). Those of two or three, from a \
probability on, and those below it:

| `p` from | rows | right | rows below | right |
| --- | --- | --- | --- | --- |
{table}

Of the {n_left} of two or three from which a number leaves {left:.2f} are right.

From {sure:g}, or of {many} outlets, a page says that outlets differ: of {n_told} such rows \
{told:.2f} are right, of the {n_doubted} others, which it marks ≠?, {doubted:.2f}. \
Fitted on {date}.
"""


class Pairs(NamedTuple):
    """
    Pairs of statements.

    Attributes
    ----------
    features : array, shape (n_pairs, n_features)
    is_one : array of bool
    weights : array of float
    corpus : array of str
        The corpus of each pair; empty for one that is never left out.
    """

    features: np.ndarray
    is_one: np.ndarray
    weights: np.ndarray
    corpus: np.ndarray


class Row(NamedTuple):
    """The features of the pairs of a judged row, and the verdict."""

    judged: JudgedRow
    features: np.ndarray


def _of_story(story: LabelledStory) -> Pairs:
    """Return the pairs whose quantities a person told."""
    first, second = compare_statements(story.statements)
    told = np.array([name is not None for name in story.quantity], dtype=bool)
    is_known = told[first] & told[second]
    first, second = first[is_known], second[is_known]
    quantity = np.array(story.quantity, dtype=object)
    features = pair_features(story.statements, first, second)
    is_one = (quantity[first] == quantity[second]).astype(bool)
    return Pairs(features, is_one, np.ones(len(first)), np.full(len(first), ""))


def row_of(judged: JudgedRow) -> Row:
    """Return a judged row with the features of its pairs."""
    pairs = np.array(list(combinations(judged.cells.tolist(), _PAIR)))
    return Row(judged, pair_features(judged.statements, pairs[:, 0], pairs[:, 1]))


def _of_row(row: Row) -> Pairs:
    n_pairs = len(row.features)
    is_mixed = not row.judged.is_one and len(row.judged.cells) > _PAIR
    weight = WEIGHT_OF_JUDGED * (WEIGHT_OF_MIXED if is_mixed else 1.0)
    return Pairs(
        row.features,
        np.full(n_pairs, row.judged.is_one),
        np.full(n_pairs, weight),
        np.full(n_pairs, row.judged.corpus),
    )


def pairs_of(stories: Sequence[LabelledStory], rows: Sequence[Row]) -> Pairs:
    """
    Return the pairs of labelled stories and of judged rows.

    Parameters
    ----------
    stories : sequence of LabelledStory
    rows : sequence of Row
        A row of which a cell is no longer read counts only if it is of one thing: the others of
        a mixed one may be of one.

    Returns
    -------
    Pairs
    --------
    """
    kept = [row for row in rows if row.judged.is_one or row.judged.is_whole]
    parts = [*map(_of_story, stories), *map(_of_row, kept)]
    return Pairs(*(np.concatenate(column) for column in zip(*parts, strict=True)))


def fit(pairs: Pairs) -> dict[str, Any]:
    """
    Fit the trees.

    Parameters
    ----------
    pairs : Pairs

    Returns
    -------
    dict
        As ``tree_model`` reads it.
    """
    return fit_trees(pairs.features, pairs.is_one, pairs.weights, FEATURES, N_TREES)


def cross_validate(pairs: Pairs, rows: Sequence[Row]) -> pd.DataFrame:
    """
    Tell the probability of the judged rows of corpora that the model of numbers has not seen.

    The trees are fitted without the corpus of a row.

    Parameters
    ----------
    pairs : Pairs
    rows : sequence of Row

    Returns
    -------
    DataFrame
        A row each, with ``corpus``, ``p``, ``is_one``, ``differ`` and ``n_cells``.
    """
    found = []
    model = read_number_model()
    corpora = {row.judged.corpus for row in rows}
    for corpus in sorted(filter(left_out.is_left_out, corpora)):
        kept = pairs.corpus != corpus
        trees = tree_model(fit(Pairs(*(column[kept] for column in pairs))), FEATURES)
        for row in rows:
            if row.judged.corpus == corpus:
                found.append(
                    {
                        "corpus": corpus,
                        "p": _probability(row, trees, model),
                        "is_one": row.judged.is_one,
                        "differ": row.judged.differ,
                        "n_cells": len(row.judged.cells),
                    }
                )
    return pd.DataFrame(found)


def _probability(row: Row, trees: TreeModel, model: NumberModel) -> float:
    places = row.judged.cells.tolist()
    odds = trees.log_odds(row.features)
    read = odds_of_row(row.judged.statements, places, odds, model)
    return fit_of_row(read, [""] * len(places)).p


def card(scores: pd.DataFrame, pairs: Pairs, n_rows: int) -> str:
    """
    Return the card.

    Parameters
    ----------
    scores : DataFrame
        From ``cross_validate``.
    pairs : Pairs
    n_rows : int
        Judged rows on which the trees are fitted.

    Returns
    -------
    str
    """
    differ = scores.loc[scores["differ"]]
    many = differ.loc[differ["n_cells"] >= MANY]
    few = differ.loc[differ["n_cells"] < MANY]
    is_told = _are_told(differ)
    agree = scores.loc[~scores["differ"]]
    n_judged = int((pairs.corpus != "").sum())
    lines = []
    for bound in (0.5, 0.7, 0.8, SURE_OF_ONE_THING, 0.9, 0.95):
        above = few.loc[few["p"] >= bound, "is_one"]
        below = few.loc[few["p"] < bound, "is_one"]
        lines.append(
            f"| {bound:g} | {len(above)} | {above.mean():.2f} | {len(below)} | {below.mean():.2f} |"
        )
    return CARD.format(
        n_pairs=len(pairs.corpus) - n_judged,
        n_judged=n_judged,
        n_rows=n_rows,
        n_scored=len(scores),
        most_read=MOST_READ,
        n_corpora=scores["corpus"].nunique(),
        command=COMMAND,
        n_differ=len(differ),
        differ=differ["is_one"].mean(),
        auc_differ=roc_auc_score(differ["is_one"], differ["p"]),
        n_agree=len(agree),
        agree=agree["is_one"].mean(),
        auc_agree=roc_auc_score(agree["is_one"], agree["p"]),
        table="\n".join(dict.fromkeys(lines)),
        least=LEAST_PROBABILITY,
        n_left=int(few["p"].lt(LEAST_PROBABILITY).sum()),
        left=few.loc[few["p"] < LEAST_PROBABILITY, "is_one"].mean(),
        sure=SURE_OF_ONE_THING,
        many=MANY,
        n_many=len(many),
        of_many=many["is_one"].mean(),
        of_many_below=many.loc[many["p"] < SURE_OF_ONE_THING, "is_one"].mean(),
        n_told=int(is_told.sum()),
        told=differ.loc[is_told, "is_one"].mean(),
        n_doubted=int((~is_told).sum()),
        doubted=differ.loc[~is_told, "is_one"].mean(),
        date=datetime.now(UTC).date().isoformat(),
    )


def _are_told(differ: pd.DataFrame) -> pd.Series:
    """Return which rows a page tells as different."""
    pairs = zip(differ["p"], differ["n_cells"], strict=True)
    return pd.Series([not is_unsure(*pair) for pair in pairs], index=differ.index, dtype=bool)


def stories_of(gold: Path) -> list[LabelledStory]:
    """
    Return the stories whose statements people labelled.

    Parameters
    ----------
    gold : Path
        Folder of gold files.

    Returns
    -------
    list of LabelledStory
        ``file`` is one of ``GOLD_FILES``, or the corpus of ``invented_news``.
    """
    stories: list[LabelledStory] = []
    for name in GOLD_FILES:
        stories += labelled_stories(read_gold(gold, name), name)
    for file in sorted(INVENTED.glob("*.jsonl")):
        articles = [row for row in read_gold(INVENTED, file.stem) if row["event"]]
        stories += labelled_stories(articles, file.stem)
    return stories


def main(arguments: Sequence[str] | None = None) -> None:
    """Fit the trees and write them with their card."""
    parser = argparse.ArgumentParser(description=__doc__.strip().splitlines()[0])
    parser.add_argument("gold", type=Path, help="folder of gold files")
    parser.add_argument("--out", type=Path, default=TREES.parent)
    options = parser.parse_args(arguments)
    stories = stories_of(options.gold)
    rows = [row_of(judged) for judged in judged_rows()]
    pairs = pairs_of(stories, rows)
    scores = cross_validate(pairs, rows)
    text = card(scores, pairs, len(rows))
    log.info("%s", text)
    options.out.mkdir(parents=True, exist_ok=True)
    stored = json.dumps(fit(pairs), separators=(",", ":"))
    (options.out / "trees.json").write_text(stored + "\n", encoding="utf8")
    write_checksums(options.out, ["trees.json"])
    (options.out / "CARD.md").write_text(text, encoding="utf8")
    accuracy.write_accuracy(_accuracy(scores))


def _accuracy(scores: pd.DataFrame) -> pd.DataFrame:
    """Return the share of rows told as different that are right, as a row of the accuracy."""
    differ = scores.loc[scores["differ"]]
    told = differ.loc[_are_told(differ), "is_one"]
    row = {
        "task": "differences",
        "measure": "invented corpora that nobody had read: rows told as different of one thing",
        "value": round(float(told.mean()), 3),
        "articles": sum(map(len, labelled_articles().values())),
        "labels": "labels/invented_rows",
        "date": datetime.now(UTC).date().isoformat(),
    }
    return pd.DataFrame([row]).reindex(columns=list(accuracy.COLUMNS))


if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    main()
