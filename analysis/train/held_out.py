"""
Measure the shipped model on the articles of a training file that it was not trained on.

In: hand labels, and the fold that ``fit --fold`` left out. Out: rows of
``data/models/accuracy.csv``, named for that part, which replace those of the whole file.

    python -m analysis.train.held_out GOLD/attributions/other_news.jsonl --fold 0 --folds 5

With ``--unread`` articles of which attributions were read one by one are left out too: filters and
rules were fitted on them.
"""

import argparse
import logging
from collections.abc import Collection, Sequence
from dataclasses import replace
from pathlib import Path

import pandas as pd

from analysis.core import paths
from analysis.evaluate.accuracy import FILE, measure_accuracy, read_accuracy, write_accuracy
from analysis.evaluate.attributions_read import read_labels as read_judged
from analysis.evaluate.hand_labels import Labels, read_labels
from analysis.train.examples import article_of, fold_of

__all__ = ["labels_of_fold", "main"]

log = logging.getLogger(__name__)


def labels_of_fold(labels: Labels, fold: int, folds: int, without: Collection[str] = ()) -> Labels:
    """
    Keep the labels of one fold of the articles.

    Parameters
    ----------
    labels : Labels
    fold : int
        From 0.
    folds : int
    without : collection of str
        Articles to leave out.

    Returns
    -------
    Labels
        Their ``corpus`` says which part it is.
    """
    ids = labels.articles["article_id"]
    left_out = set(without)
    kept = {
        article_id
        for article_id in ids
        if fold_of(article_id, folds) == fold and article_of(article_id) not in left_out
    }
    part = f"1 in {folds} held out{', not read' if without else ''}"

    def of_fold(table: pd.DataFrame | None) -> pd.DataFrame | None:
        if table is None:
            return None
        return table.loc[table["article_id"].isin(list(kept))].reset_index(drop=True)

    articles = of_fold(labels.articles)
    assert articles is not None
    return replace(
        labels,
        articles=articles.assign(corpus=f"{articles['corpus'].iloc[0]}, {part}"),
        figures=of_fold(labels.figures),
        attributions=of_fold(labels.attributions),
        attribution_spans=of_fold(labels.attribution_spans),
    )


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure, and write the rows in place of those of the whole file."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("labels", type=Path, help="hand labels")
    parser.add_argument("--fold", type=int, default=0, help="number of the fold")
    parser.add_argument("--folds", type=int, default=5, help="how many folds")
    parser.add_argument("--unread", action="store_true", help="without articles that were read")
    options = parser.parse_args(arguments)
    whole = read_labels(options.labels)
    without = set(read_judged()["article_id"]) if options.unread else ()
    measured = measure_accuracy(labels_of_fold(whole, options.fold, options.folds, without))
    path = write_accuracy(measured)
    stored = read_accuracy(path)
    of_whole = stored["labels"].eq(whole.articles["corpus"].iloc[0])
    of_whole &= stored["task"].isin(set(measured["task"]))
    stored.loc[~of_whole].to_csv(paths.MODELS / FILE, index=False)
    log.info("%s", measured.to_string(index=False))


if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    main()
