"""
Score attributions of real articles against those that were read one by one.

In: tables of the labelled articles, which lie beside the project, and
``data/labels/attributions_read.csv``. Out: of those that are reported, how many are statements and
have the right kind of source and stance.

    python -m analysis.evaluate.attributions_read TABLES/stories TABLES/topics

Half of the articles, by a hash of their names, were read when rules on kinds of sources were
written: the other half tells what these are worth elsewhere.
"""

import argparse
import logging
import zlib
from collections.abc import Sequence
from pathlib import Path

import pandas as pd

from analysis.core import paths
from analysis.core.run_tables import RunTables
from analysis.run import pipeline

__all__ = [
    "LABELS",
    "NAMES_READ",
    "STATEMENTS_READ",
    "TYPES_READ",
    "main",
    "read_labels",
    "score",
    "with_labels",
]

LABELS = "labels/attributions_read"
"""Name of the labels in the accuracy that notebooks show."""

STATEMENTS_READ = "statement: right of those reported"
NAMES_READ = "source_name: right of those read, before tuning"
TYPES_READ = "source_type: right of those read, before tuning"

log = logging.getLogger(__name__)


def read_labels() -> pd.DataFrame:
    """
    Return the labels.

    Returns
    -------
    DataFrame
        ``article_id``; ``start`` and ``end`` of the cue, or of the content where ``part`` says so;
        ``is_attribution``: 1 or 0. Where it is 1: ``source_right`` (whether the marked source is
        the one), ``name_start`` and ``name_end`` (its fullest name, null where none is printed),
        ``name_right`` (whether the name that was read then is that source's), ``source_type`` and
        ``cue_stance``. ``read_source_type`` is what was read then; ``in_training`` is 1 where the
        tagger was trained on the article.
    """
    return pd.read_csv(paths.DATA / f"{LABELS}.csv")


def with_labels(run: RunTables, labels: pd.DataFrame) -> pd.DataFrame:
    """
    Return the labels of a run's articles with what the run reports there.

    Parameters
    ----------
    run : RunTables
    labels : DataFrame
        From ``read_labels``. Not changed.

    Returns
    -------
    DataFrame
        Its columns, and ``is_reported``, ``source_type_now`` and ``cue_stance_now`` (null where
        the run reports no attribution that begins there).
    """
    described = ["article_id", "attribution_id", "source_type", "cue_stance"]
    spans = run.attribution_spans.dropna(subset=["attribution_id"])
    found = spans.merge(run.attributions[described], on=["article_id", "attribution_id"])
    found = found.rename(columns={"role": "part"})
    keys = ["article_id", "start", "part"]
    found = found.drop_duplicates(keys)[[*keys, "source_type", "cue_stance"]]
    own = labels.loc[labels["article_id"].isin(run.articles["article_id"])]
    rows = own.merge(found, on=keys, how="left", suffixes=("", "_now"))
    return rows.assign(is_reported=rows["source_type_now"].notna())


def score(rows: pd.DataFrame) -> dict[str, float]:
    """
    Return how many attributions are right, as shares.

    Parameters
    ----------
    rows : DataFrame
        From ``with_labels``.

    Returns
    -------
    dict of str to float
        ``statements``: of those reported; ``kept``: of the statements among the labels;
        ``source_type`` and ``cue_stance``: right of the statements reported. NaN without any.
    """
    reported = rows.loc[rows["is_reported"]]
    real = reported.loc[reported["is_attribution"].eq(1)]
    return {
        "statements": reported["is_attribution"].mean(),
        "kept": rows.loc[rows["is_attribution"].eq(1), "is_reported"].mean(),
        "source_type": real["source_type"].eq(real["source_type_now"]).mean(),
        "cue_stance": real["cue_stance"].eq(real["cue_stance_now"]).mean(),
    }


def _is_unread(article_id: str) -> bool:
    """Return whether an article is of the half that was not read when rules were written."""
    return zlib.crc32(article_id.encode()) % 8 >= 4


def main(arguments: Sequence[str] | None = None) -> None:
    """Tell the scores of the tables of one or more runs."""
    parser = argparse.ArgumentParser(description="Score attributions that were read one by one.")
    parser.add_argument("tables", type=Path, nargs="+", help="folders of tables")
    options = parser.parse_args(arguments)
    labels = read_labels()
    rows = pd.concat(
        [with_labels(pipeline.open_tables(folder), labels) for folder in options.tables],
        ignore_index=True,
    ).drop_duplicates(["article_id", "start", "part"])
    is_unread = pd.Series([_is_unread(name) for name in rows["article_id"]], index=rows.index)
    for name, part in {"all": rows, "unread": rows[is_unread], "read": rows[~is_unread]}.items():
        shares = ", ".join(f"{key} {value:.3f}" for key, value in score(part).items())
        log.info("%s: %d labels: %s", name, len(part), shares)


if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    main()
