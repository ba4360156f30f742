"""
How often the machine is right: measured against hand labels, and shown beside every result.

In: a file of hand labels (``analysis.evaluate.hand_labels``), or what was measured before (``data/models/accuracy.csv``).
Out: one row a measure, with its interval. What counts as found or right is written in ``analysis.evaluate.agreement``.
A score holds for texts like those that were labelled, and for no others.
"""

from datetime import UTC, datetime
from pathlib import Path

import pandas as pd

from analysis.core import paths
from analysis.core.errors import MissingResourceError, ParameterError, unknown_value_message

__all__ = ["COLUMNS", "accuracy_for", "known_accuracy", "measure_accuracy", "read", "write"]

COLUMNS = ("task", "measure", "value", "low", "high", "articles", "labels", "date")
"""``value`` is F1 or a share right, 0 to 1; ``low`` and ``high`` bound a 95% interval, bootstrapped over articles."""
FILE = "accuracy.csv"
_FOLDS = r", \d+ folds left out(?: of version .+)?$"  # at the end of labels


def known_accuracy(path=None):
    """
    Read what was measured before.

    Parameters
    ----------
    path : Path, optional
        Default ``data/models/accuracy.csv``.

    Returns
    -------
    DataFrame
        Columns as ``COLUMNS``.

    Raises
    ------
    MissingResourceError
        If the file is not there.
    """
    path = Path(path or paths.MODELS / FILE)
    if not path.is_file():
        raise MissingResourceError(
            f"No accuracies at {path}. Restore the file from git, "
            "or measure: python -m analysis accuracy LABELS --write"
        )
    return pd.read_csv(path, dtype={"articles": "Int64"})[list(COLUMNS)]


def accuracy_for(*tasks, path=None):
    """
    Give the accuracy of the extractors that a result rests on, to be read at a glance.

    Parameters
    ----------
    *tasks : str
        Such as "figures", "attributions".
    path : Path, optional
        See ``known``.

    Returns
    -------
    DataFrame
        One row a task and measure, in that order; the first two of a task tell the labelled articles and the day. One
        column for each set of labels, with the value and its interval ("0.97 [0.95, 0.98]"), empty where it was not
        measured there.

    Raises
    ------
    ParameterError
        If nothing was measured for a task: a result whose accuracy nobody knows is not to be shown as if it were known.
    """
    found = known_accuracy(path)
    for task in tasks:
        if task not in set(found["task"]):
            raise ParameterError(
                unknown_value_message("measured task", task, found["task"].unique())
            )
    parts = [found[found["task"].eq(task)] for task in tasks]
    wide = [_wide(part) for part in parts]
    return pd.concat(wide, ignore_index=True).fillna("")


def _wide(rows):
    """Lay one task out: a column for each set of labels; first how many articles it has, and when it was measured."""
    shown = rows.assign(
        shown=[_shown(*v) for v in zip(rows["value"], rows["low"], rows["high"], strict=True)]
    )
    sets = shown.drop_duplicates("labels")
    about = [
        sets[["task", "labels"]].assign(
            measure=name, shown=sets[column].astype("string").fillna("").to_numpy()
        )
        for name, column in (("labelled articles", "articles"), ("measured on", "date"))
    ]
    whole = pd.concat([*about, shown])
    wide = whole.pivot_table(
        index=["task", "measure"], columns="labels", values="shown", aggfunc="first"
    )
    order = pd.MultiIndex.from_frame(whole[["task", "measure"]].drop_duplicates())
    return wide.reindex(index=order, columns=sets["labels"]).rename_axis(columns=None).reset_index()


def _shown(value, low, high):
    return f"{value:.2f}" if pd.isna(low) else f"{value:.2f} [{low:.2f}, {high:.2f}]"


def measure_accuracy(labels, run=None, *, bootstrap=None, threads=2):
    """
    Score the machine against hand labels.

    Parameters
    ----------
    labels : str, Path or Labels
        JSON lines with hand labels, see ``analysis.evaluate.hand_labels``.
    run : Run, optional
        Tables of these very articles; by default they are read now, texts to the letter.
    bootstrap : Bootstrap, optional
        Articles are resampled.
    threads : int
        Threads of the reader.

    Returns
    -------
    DataFrame
        Columns as ``COLUMNS``.

    Raises
    ------
    InputError
        If the labels cannot be read.
    """
    from analysis.evaluate.agreement import score_attributions, score_figures
    from analysis.evaluate.hand_labels import read_labels

    labels = read_labels(labels) if isinstance(labels, str | Path) else labels
    found = run.tables if run is not None else read(labels.articles, threads)
    ids, parts = labels.articles["article_id"], []
    if labels.figures is not None:
        mine = found["figures"][found["figures"]["article_id"].isin(ids)]
        parts.append(("figures", score_figures(labels.figures, mine, ids, bootstrap)))
    if labels.attributions is not None:
        mine, spans = (
            found[t][found[t]["article_id"].isin(ids)]
            for t in ("attributions", "attribution_spans")
        )
        scores = score_attributions(
            labels.attributions, labels.attribution_spans, mine, spans, labels.articles, bootstrap
        )
        parts.append(("attributions", scores[scores["measure"].ne("accuracy") | labels.typed]))
    return _shape(parts, len(ids), labels.articles["corpus"].iloc[0])


def read(articles, threads=2):
    """
    Make the tables of labelled articles, texts to the letter.

    Parameters
    ----------
    articles : DataFrame
        The ``articles`` table.
    threads : int
        Threads of the reader.

    Returns
    -------
    dict of str to DataFrame
    """
    from analysis.run import batches
    from analysis.run.manifest import Recorder

    return batches.process_articles(articles, Recorder({}), threads=threads)


def _shape(parts, n_articles, name):
    today = datetime.now(UTC).date().isoformat()
    rows = [
        {
            "task": task,
            "measure": f"{row.measure}: {row.part}",
            "value": row.value,
            "low": row.low,
            "high": row.high,
            "articles": n_articles,
            "labels": name,
            "date": today,
        }
        for task, scores in parts
        for row in scores.itertuples()
    ]
    return pd.DataFrame(rows, columns=list(COLUMNS)).round(3)


def write(measured, path=None):
    """
    Put measured rows into the file that notebooks show, in place of older ones for the same task and labels.

    Labels of folds ("..., 2 folds left out of version 3") replace those of any other folds and versions.

    Parameters
    ----------
    measured : DataFrame
        Columns as ``COLUMNS``.
    path : Path, optional
        See ``known``.

    Returns
    -------
    Path
    """
    path = Path(path or paths.MODELS / FILE)
    held = known_accuracy(path) if path.is_file() else measured.head(0)
    new, keys = (
        list(
            zip(
                rows["task"], rows["labels"].str.replace(_FOLDS, ", folds", regex=True), strict=True
            )
        )
        for rows in (measured, held)
    )
    older = [key not in new for key in keys]
    whole = pd.concat([held[older], measured]) if any(older) else measured
    whole.sort_values(["task", "labels"], kind="stable").to_csv(path, index=False)
    return path
