"""
Score the shipped classifier of polarity on labelled mentions that it was not trained on.

In: the gold folder, ``data/labels``, the files of the model. Out: F1 of each polarity and their
mean, for NewsMTSC dev, for the fifth of ``targets/other_news`` that training left out, and for the
mentions of other news that were drawn at random.

    python -m analysis.train.polarity_scores GOLD
"""

import argparse
import logging
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
from sklearn.metrics import f1_score

from analysis.core import paths
from analysis.core.tables import POLARITIES
from analysis.neural.load import load_polarity, load_tagger
from analysis.train.evaluate import gold
from analysis.train.examples import fold_of
from analysis.train.mentions import labelled_mentions
from analysis.train.polarity import DEV_FILE, read_examples

__all__ = ["labelled_sets", "main", "score"]

log = logging.getLogger(__name__)
HELD_OUT = (0, 5)  # the fold that training left out, of how many
RANDOM = paths.DATA / "labels" / "other_news_targets_test.csv"


def labelled_sets(folder: Path) -> dict[str, list[dict]]:
    """Return the rows of each set, as ``analysis.train.polarity.read_examples`` takes them."""
    fold, n_folds = HELD_OUT
    other_news = gold(folder, "targets/other_news")
    left_out = [
        row for row in other_news if fold_of(row["sentence_id"].rpartition("-")[0], n_folds) == fold
    ]
    return {
        "NewsMTSC dev": gold(folder, DEV_FILE),
        "other news, left out": left_out,
        "other news, drawn at random": labelled_mentions(RANDOM, folder),
    }


def score(rows: Sequence[Mapping]) -> dict[str, float]:
    """
    Return how well the shipped classifier does on labelled mentions.

    Parameters
    ----------
    rows : sequence of mapping

    Returns
    -------
    dict of str to float
        F1 of each polarity, 0 to 1, and ``mean``, which weighs them alike.
    """
    classifier = load_polarity()
    examples = read_examples(rows, load_tagger())
    scores = [classifier.scores(row.states, row.first, row.last) for row in examples]
    found = np.array(scores).argmax(1)
    right = np.array([row.target for row in examples]).argmax(1)
    of_each = f1_score(right, found, average=None, labels=range(len(POLARITIES)), zero_division=0)
    named = dict(zip(POLARITIES, of_each.tolist(), strict=True))
    return {"mean": float(np.mean(of_each)), **named}


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the scores of each set."""
    parser = argparse.ArgumentParser(description=__doc__.strip().splitlines()[0])
    parser.add_argument("gold", type=Path, help="folder of gold files")
    options = parser.parse_args(arguments)
    for name, rows in labelled_sets(options.gold).items():
        scores = ", ".join(f"{kind} {value:.3f}" for kind, value in score(rows).items())
        log.info("%s, %d mentions: %s", name, len(rows), scores)


if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    main()
