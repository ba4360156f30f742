"""
Fit the probability that a row of the figures is right.

In: gold files, and folders of ``fit`` runs that held their articles out (``--runs``); dev files are
labelled by the shipped tagger, which has not seen them; and the figures of people harmed of which
people told the outcome (``data/labels/outcomes_and_scopes.csv``). Out: ``weights.json``, its hash
and ``CARD.md`` with a reliability table in ``data/models/confidence``.

    python -m analysis.train.confidence GOLD --dev other_news/dev figures/dev

A casualty or named row is right if a person marked the same words with the same value, qualifier
and outcome, or, where the outcome alone was told, if that is the same; a quantity if value,
qualifier and unit are the same. A logistic regression for each kind of row; the reliability table
is made with articles left out by folds.
"""

import argparse
import json
import logging
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import numpy as np
import pandas as pd
from sklearn.linear_model import LogisticRegression

from analysis.annotate.tagger_model import TaggerOutput
from analysis.core import paths
from analysis.core.checked_files import write_checksums
from analysis.extract.figures.confidence import FEATURES, KINDS
from analysis.extract.figures.extract import extract_figures, features_of_figures
from analysis.train.cross_validation import read_held_out
from analysis.train.evaluate import gold as read_gold
from analysis.train.examples import fold_of
from analysis.train.harm_labels import labelled_articles, read_labels, with_labels
from analysis.train.read_rows import inputs_of_figures

__all__ = [
    "fit",
    "is_right",
    "labelled_rows",
    "main",
    "reliability",
    "rows_with_outcomes",
]

log = logging.getLogger(__name__)
FOLDS = 5
STRENGTH = 0.3  # inverse of the penalty on the weights: few labelled rows
BINS = (0.0, 0.5, 0.7, 0.8, 0.9, 0.95, 1.0)

CARD = """\
# The probability of a figure

Column `p` of the table `figures`: the probability that value, unit, outcome and qualifier are \
those that a person would give
(`analysis/extract/figures/confidence.py`). A logistic regression for each kind of row, fitted by \
`analysis/train/confidence.py` on
{n_rows} rows of {n_articles} labelled articles on whose figures the tagger had not been trained; \
the texts are not in this project. Of 703 figures of people harmed a person told the outcome \
alone, which counts as right there. Rules were tuned on most of them, so `p` may be a little \
too high elsewhere.

Reliability, each article predicted by weights that were fitted without it
(`{command}`):

| kind | p | rows | mean p | right |
| --- | --- | --- | --- | --- |
{table}

Expected calibration error (mean distance of mean p and share right, weighted by rows): {errors}.

The articles are US and world news of 2019, local crime news, news on Gaza and the war in Syria, \
US politics of 2016 and climate, all in English. On articles of
another kind `p` orders rows from doubtful to sure, but need not be a share.
"""


def _labels_of(row: Mapping) -> list[dict]:
    """Return the labels of a gold row, in one form."""
    labels = []
    for label in row.get("statements", ()):
        labels.append({**label, "named": label["mention"] == "named"})
    if "statements" not in row:
        labels += [{**label, "unit": "people", "named": False} for label in row["figures"]]
        labels += [{**label, "unit": "people", "named": True} for label in row.get("named", ())]
    return labels


def is_right(figure: Mapping, labels: Iterable[Mapping], kind: str) -> bool:
    """
    Return whether a person marked the same.

    Parameters
    ----------
    figure : dict
        A row of ``figures``.
    labels : iterable of dict
        Hand labels of its article.
    kind : {"casualty", "named", "quantity"}

    Returns
    -------
    bool
    """
    for label in labels:
        if label["start"] >= figure["end"] or figure["start"] >= label["end"]:
            continue
        if label["named"] != (kind == "named"):
            continue
        same = [figure[key] == label[key] for key in ("low", "high", "qualifier")]
        if kind == "quantity":
            same.append(label.get("outcome") is None and _same_unit(figure["unit"], label["unit"]))
        else:
            same.append(figure["outcome"] == label.get("outcome"))
        if all(same):
            return True
    return False


def _same_unit(unit: str, labelled: str) -> bool:
    """Return whether units agree; people who are no casualties are things in the table."""
    return unit == labelled or (unit == "things" and labelled == "people")


def labelled_rows(rows: Sequence[Mapping], output: TaggerOutput | None = None) -> pd.DataFrame:
    """
    Return the features of every extracted figure, and whether it is right.

    Parameters
    ----------
    rows : sequence of dict
        Rows of a gold file.
    output : TaggerOutput, optional
        Labels of a tagger that was not trained on them; by default the shipped tagger makes them.

    Returns
    -------
    DataFrame
        ``article_id``, ``kind``, ``right`` and ``FEATURES``. Of a file in which only casualties are
        labelled, no quantities; of one without ``named``, no named rows.
    """
    figures, features = _read(rows, output)
    labels = {row["article_id"]: _labels_of(row) for row in rows}
    has_quantities = any("statements" in row for row in rows)
    has_named = has_quantities or any("named" in row for row in rows)
    right = [
        is_right(figure, labels[figure["article_id"]], kind)
        for figure, kind in zip(figures.to_dict("records"), features["kind"], strict=True)
    ]
    features = features.assign(right=right, article_id=figures["article_id"].to_numpy())
    usable = features["kind"].eq("casualty")
    usable |= features["kind"].eq("quantity") & has_quantities
    usable |= features["kind"].eq("named") & has_named
    return features[usable]


def _read(
    rows: Sequence[Mapping], output: TaggerOutput | None = None
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return the figures of gold rows, and the features of each."""
    inputs = inputs_of_figures(rows, output)
    figures = extract_figures(*inputs)
    return figures.astype(object).where(figures.notna(), None), features_of_figures(*inputs)


def rows_with_outcomes(rows: Sequence[Mapping], labels: pd.DataFrame) -> pd.DataFrame:
    """
    Return the features of the figures whose outcome a person told, and whether it is right.

    Parameters
    ----------
    rows : sequence of dict
        Articles, as rows of gold files.
    labels : DataFrame
        From ``read_labels``. Not changed.

    Returns
    -------
    DataFrame
        As ``labelled_rows``; no quantities.
    """
    figures, features = _read(rows)
    read = features.assign(
        **{name: figures[name].to_numpy() for name in ("article_id", "start", "end")},
        read=figures["outcome"].to_numpy(),
    )
    harmed = read.loc[read["kind"].ne("quantity")]
    own = with_labels(harmed, labels)
    right = own["read"].eq(own["outcome_told"])
    return own.assign(right=right).loc[:, [*features.columns, "right", "article_id"]]


def fit(rows: pd.DataFrame) -> dict[str, dict[str, float]]:
    """
    Fit the weights of each kind of row.

    Parameters
    ----------
    rows : DataFrame
        From ``labelled_rows``.

    Returns
    -------
    dict of str to dict
        For each of ``KINDS`` the ``intercept`` and the weight of each feature. A kind of which no
        row was wrong, or none right, has the smoothed share as its intercept alone.
    """
    weights = {}
    for kind in KINDS:
        of_kind = rows[rows["kind"].eq(kind)]
        weights[kind] = _fit_kind(of_kind[list(FEATURES)].to_numpy(float), of_kind["right"])
    return weights


def _fit_kind(features: np.ndarray, right: pd.Series) -> dict[str, float]:
    n_right = int(right.sum())
    if n_right in (0, len(right)):
        return {"intercept": float(np.log((n_right + 0.5) / (len(right) - n_right + 0.5)))}
    model = LogisticRegression(C=STRENGTH, max_iter=2000).fit(features, right.to_numpy(bool))
    weights = {
        name: round(float(weight), 4)
        for name, weight in zip(FEATURES, model.coef_[0], strict=True)
        if abs(weight) >= 0.0001
    }
    return {"intercept": round(float(model.intercept_[0]), 4), **weights}


def _predict(weights: Mapping[str, Mapping[str, float]], rows: pd.DataFrame) -> np.ndarray:
    probabilities = np.zeros(len(rows))
    for kind in KINDS:
        of_kind = rows["kind"].eq(kind).to_numpy()
        total = np.full(len(rows), weights[kind]["intercept"])
        for name in FEATURES:
            total += weights[kind].get(name, 0.0) * rows[name].to_numpy(float)
        probabilities[of_kind] = (1 / (1 + np.exp(-total)))[of_kind]
    return probabilities


def reliability(rows: pd.DataFrame) -> pd.DataFrame:
    """
    Compare probabilities with shares of right rows, by folds of articles.

    Parameters
    ----------
    rows : DataFrame
        From ``labelled_rows``.

    Returns
    -------
    DataFrame
        A row for each kind and range of ``p``: ``kind``, ``p``, ``rows``, ``mean_p``, ``right``.
    """
    folds = rows["article_id"].map(lambda article_id: fold_of(article_id, FOLDS)).to_numpy()
    predicted = np.zeros(len(rows))
    for fold in range(FOLDS):
        held_out = folds == fold
        predicted[held_out] = _predict(fit(rows[~held_out]), rows[held_out])
    table = rows[["kind", "right"]].assign(predicted=predicted)
    table["p"] = pd.cut(table["predicted"], BINS, include_lowest=True)
    grouped = table.groupby(["kind", "p"], observed=True)
    columns = {
        "rows": ("right", "size"),
        "mean_p": ("predicted", "mean"),
        "right": ("right", "mean"),
    }
    return grouped.agg(**columns).reset_index()


def _error(table: pd.DataFrame) -> float:
    """Return the expected calibration error."""
    distance = (table["mean_p"] - table["right"]).abs()
    return float((distance * table["rows"]).sum() / table["rows"].sum())


def main(arguments: Sequence[str] | None = None) -> None:
    """Fit the weights and write them with their card."""
    parser = argparse.ArgumentParser(description=__doc__.strip().splitlines()[0])
    parser.add_argument("gold", type=Path, help="folder of gold files")
    parser.add_argument("--runs", type=Path, nargs="*", default=[], help="runs with held-out folds")
    parser.add_argument("--held-out", nargs="*", default=[], help="gold files of which they did so")
    parser.add_argument("--dev", nargs="*", default=[], help="gold files for the shipped tagger")
    parser.add_argument("--out", type=Path, default=paths.MODELS / "confidence")
    options = parser.parse_args(arguments)
    parts = [labelled_rows(read_gold(options.gold, name)) for name in options.dev]
    outputs = read_held_out(options.runs) if options.runs else {}
    for name in options.held_out:
        output = outputs[name]
        labelled = set(output.spans["article_id"])
        rows = [row for row in read_gold(options.gold, name) if row["article_id"] in labelled]
        parts.append(labelled_rows(rows, output))
    labels = read_labels()
    for _, rows in labelled_articles(options.gold):
        parts.append(rows_with_outcomes(rows, labels))
    joined = pd.concat(parts, ignore_index=True)
    table = reliability(joined)
    log.info("%s", table.to_string())
    options.out.mkdir(parents=True, exist_ok=True)
    text = json.dumps({"weights": fit(joined)}, indent=1)
    (options.out / "weights.json").write_text(text + "\n", encoding="utf8")
    write_checksums(options.out, ["weights.json"])
    (options.out / "CARD.md").write_text(_card(joined, table, options), encoding="utf8")


def _card(rows: pd.DataFrame, table: pd.DataFrame, options: argparse.Namespace) -> str:
    lines = []
    for row in table.itertuples():
        bounds = f"{row.p.left:.2f} to {row.p.right:.2f}".replace("-0.00", "0.00")
        lines.append(f"| {row.kind} | {bounds} | {row.rows} | {row.mean_p:.3f} | {row.right:.3f} |")
    errors = [f"{kind} {_error(part):.3f}" for kind, part in table.groupby("kind")]
    words = ["python -m analysis.train.confidence GOLD"]
    if options.runs:
        words += ["--runs", *(run.name for run in options.runs), "--held-out", *options.held_out]
    command = " ".join([*words, "--dev", *options.dev])
    return CARD.format(
        n_rows=len(rows),
        n_articles=rows["article_id"].nunique(),
        command=command,
        table="\n".join(lines),
        errors=", ".join(errors),
    )


if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    main()
