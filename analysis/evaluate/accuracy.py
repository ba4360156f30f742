"""
Accuracy of extraction, measured against hand labels and shown next to every result.

In: a file of hand labels (``analysis.evaluate.hand_labels``), or the measurements stored in
``data/models/accuracy.csv``. Out: one row for each measure, with its interval. What counts as
found or right is defined in ``analysis.evaluate.agreement``. A score applies to texts like those
that were labelled, and to no others.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd

from analysis.core import paths
from analysis.core.errors import MissingResourceError, ParameterError, unknown_value_message

if TYPE_CHECKING:
    from analysis.compare.intervals import Bootstrap
    from analysis.evaluate.hand_labels import Labels
    from analysis.run.pipeline import Run

__all__ = [
    "COLUMNS",
    "accuracy_for",
    "extract_tables",
    "measure_accuracy",
    "read_accuracy",
    "rows_of_shares",
    "write_accuracy",
]

COLUMNS = ("task", "measure", "value", "low", "high", "articles", "labels", "date")
"""
``value`` is F1 or a share that is right, 0 to 1; ``low`` and ``high`` bound its 95% interval,
bootstrapped over articles.
"""
FILE = "accuracy.csv"

# The end of the name of labels that were scored by cross-validation.
_FOLDS = r", \d+ folds left out(?: of version .+)?$"


def read_accuracy(path: str | Path | None = None) -> pd.DataFrame:
    """
    Return the stored measurements.

    Parameters
    ----------
    path : str or Path, optional
        Default ``data/models/accuracy.csv``.

    Returns
    -------
    DataFrame
        Columns ``COLUMNS``.

    Raises
    ------
    MissingResourceError
        If the file does not exist.
    """
    path = Path(path or paths.MODELS / FILE)
    if not path.is_file():
        raise MissingResourceError(
            f"No measurements at {path}. Restore the file from git, "
            "or measure again: parallax accuracy LABELS --write"
        )
    table = pd.read_csv(path, dtype={"articles": "Int64"})
    return table.loc[:, list(COLUMNS)]


def accuracy_for(*tasks: str, path: str | Path | None = None) -> pd.DataFrame:
    """
    Return the accuracy of the extractors that a result depends on, in a readable form.

    Parameters
    ----------
    *tasks : str
        For example "figures", "attributions".
    path : str or Path, optional
        See ``read_accuracy``.

    Returns
    -------
    DataFrame
        One row for each task and measure, in that order; the first two rows of a task are the
        number of labelled articles and the date. One column for each set of labels, with the value
        and its interval ("0.97 [0.95, 0.98]"), empty if the measure was not taken on it.

    Raises
    ------
    ParameterError
        If nothing was measured for a task: a result of unknown accuracy must not pass as measured.
    """
    stored = read_accuracy(path)
    measured = list(stored["task"].drop_duplicates())
    parts = []
    for task in tasks:
        if task not in measured:
            raise ParameterError(unknown_value_message("measured task", task, measured))
        parts.append(_labels_in_columns(stored.loc[stored["task"] == task]))
    return pd.concat(parts, ignore_index=True).fillna("")


def _labels_in_columns(rows: pd.DataFrame) -> pd.DataFrame:
    """Return one task with a column for each set of labels, article count and date first."""
    texts = []
    for value, low, high in zip(rows["value"], rows["low"], rows["high"], strict=True):
        texts.append(_value_text(value, low, high))
    label_sets = rows.drop_duplicates("labels")
    counts = label_sets["articles"].astype("string").fillna("")
    dates = label_sets["date"].astype("string").fillna("")
    whole = pd.concat(
        [
            label_sets.assign(measure="labelled articles", text=counts.to_numpy()),
            label_sets.assign(measure="measured on", text=dates.to_numpy()),
            rows.assign(text=texts),
        ]
    )
    order = whole[["task", "measure"]].drop_duplicates().itertuples(index=False, name=None)
    wide = whole.pivot_table(
        index=["task", "measure"], columns="labels", values="text", aggfunc="first"
    )
    wide = wide.reindex(index=list(order), columns=label_sets["labels"].tolist())
    return wide.rename_axis(index=["task", "measure"], columns=None).reset_index()


def _value_text(value: float, low: float, high: float) -> str:
    """Return a value with its interval, if it has one."""
    if pd.isna(low):
        return f"{value:.2f}"
    return f"{value:.2f} [{low:.2f}, {high:.2f}]"


def measure_accuracy(
    labels: str | Path | Labels,
    run: Run | None = None,
    *,
    bootstrap: Bootstrap | None = None,
    threads: int = 2,
) -> pd.DataFrame:
    """
    Score extraction against hand labels.

    Parameters
    ----------
    labels : str, Path or Labels
        A file of hand labels, see ``analysis.evaluate.hand_labels``, or its content.
    run : Run, optional
        Tables that were extracted from the labelled articles. By default they are extracted now,
        from the texts exactly as labelled.
    bootstrap : Bootstrap, optional
        Articles are resampled.
    threads : int
        Threads of the model.

    Returns
    -------
    DataFrame
        Columns ``COLUMNS``.

    Raises
    ------
    InputError
        If the labels cannot be read.
    """
    from analysis.evaluate.hand_labels import read_labels

    if isinstance(labels, str | Path):
        labels = read_labels(labels)
    tables = extract_tables(labels.articles, threads) if run is None else run.tables
    scores = {}
    if labels.figures is not None:
        scores["figures"] = _score_figures(labels.figures, labels.articles, tables, bootstrap)
    if labels.attributions is not None and labels.attribution_spans is not None:
        attribution_scores = _score_attributions(
            labels.attributions, labels.attribution_spans, labels.articles, tables, bootstrap
        )
        scores["attributions"] = _of_labelled_fields(attribution_scores, labels)
    return _to_rows(scores, labels)


def _of_labelled_fields(scores: pd.DataFrame, labels: Labels) -> pd.DataFrame:
    """Return the scores but those of fields of attributions that were not labelled."""
    is_field = scores["measure"].eq("accuracy")
    if not labels.typed:
        return scores.loc[~is_field]
    if not labels.has_kinds:
        return scores.loc[~(is_field & scores["part"].eq("kind"))]
    return scores


def _score_figures(
    coded: pd.DataFrame,
    articles: pd.DataFrame,
    tables: Mapping[str, pd.DataFrame],
    bootstrap: Bootstrap | None,
) -> pd.DataFrame:
    """Score the figures of the labelled articles."""
    from analysis.evaluate.agreement import score_figures

    extracted = _of_articles(tables["figures"], articles)
    return score_figures(coded, extracted, articles["article_id"], bootstrap)


def _score_attributions(
    coded: pd.DataFrame,
    coded_spans: pd.DataFrame,
    articles: pd.DataFrame,
    tables: Mapping[str, pd.DataFrame],
    bootstrap: Bootstrap | None,
) -> pd.DataFrame:
    """Score the attributions of the labelled articles."""
    from analysis.evaluate.agreement import score_attributions

    extracted = _of_articles(tables["attributions"], articles)
    extracted_spans = _of_articles(tables["attribution_spans"], articles)
    return score_attributions(coded, coded_spans, extracted, extracted_spans, articles, bootstrap)


def _of_articles(table: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """Return the rows of some articles."""
    return table.loc[table["article_id"].isin(articles["article_id"])]


def extract_tables(articles: pd.DataFrame, threads: int = 2) -> dict[str, pd.DataFrame]:
    """
    Run extraction on labelled articles, with texts left exactly as they are.

    Parameters
    ----------
    articles : DataFrame
        The ``articles`` table.
    threads : int
        Threads of the model.

    Returns
    -------
    dict of str to DataFrame
        The tables of ``analysis.core.tables.PER_ARTICLE``.
    """
    from analysis.run import batches
    from analysis.run.execution import Execution
    from analysis.run.manifest import ManifestBuilder

    execution = Execution(processes=1, threads=threads)
    return batches.process_articles(articles, ManifestBuilder({}), execution)


def _to_rows(scores: dict[str, pd.DataFrame], labels: Labels) -> pd.DataFrame:
    """Bring the scores of several tasks into the columns of the stored file."""
    today = datetime.now(UTC).date().isoformat()
    rows = []
    for task, table in scores.items():
        for row in table.to_dict("records"):
            rows.append(
                {
                    "task": task,
                    "measure": f"{row['measure']}: {row['part']}",
                    "value": row["value"],
                    "low": row["low"],
                    "high": row["high"],
                    "articles": len(labels.articles),
                    "labels": labels.articles["corpus"].iloc[0],
                    "date": today,
                }
            )
    return pd.DataFrame(rows, columns=list(COLUMNS)).round(3)


def rows_of_shares(
    task: str, shares: Mapping[str, float], labels: str, n_articles: int
) -> pd.DataFrame:
    """
    Return shares that were measured today as rows of the stored accuracy.

    Parameters
    ----------
    task : str
    shares : mapping of str to float
        By measure; rounded to three decimals.
    labels : str
        Name of the labels.
    n_articles : int
        Articles with labels.

    Returns
    -------
    DataFrame
        Columns ``COLUMNS``; no interval.
    """
    today = datetime.now(UTC).date().isoformat()
    common = {"task": task, "articles": n_articles, "labels": labels, "date": today}
    rows = [{"measure": name, "value": share} | common for name, share in shares.items()]
    return pd.DataFrame(rows).reindex(columns=list(COLUMNS)).round(3)


def write_accuracy(measured: pd.DataFrame, path: str | Path | None = None) -> Path:
    """
    Store measurements in the file that the notebooks show.

    They replace stored ones of the same task and labels. Those of a cross-validation ("..., 2
    folds left out of version 3") replace any of the same labels, whatever the number of folds and
    the version.

    Parameters
    ----------
    measured : DataFrame
        Columns ``COLUMNS``.
    path : str or Path, optional
        See ``read_accuracy``.

    Returns
    -------
    Path
        The file.
    """
    path = Path(path or paths.MODELS / FILE)
    table = measured
    if path.is_file():
        stored = read_accuracy(path)
        replaced = set(_keys(measured))
        remaining = stored.loc[[key not in replaced for key in _keys(stored)]]
        if len(remaining):
            table = pd.concat([remaining, measured])
    table.sort_values(["task", "labels"], kind="stable").to_csv(path, index=False)
    return path


def _keys(rows: pd.DataFrame) -> list[tuple[str, str]]:
    """Return the task and labels of each row, without the number of folds."""
    labels = rows["labels"].str.replace(_FOLDS, ", folds", regex=True)
    return list(zip(rows["task"], labels, strict=True))
