"""
Fit the weights that tell whether a figure is of the event of its article.

In: figures that people labelled with what they cover: ``data/labels/outcomes_and_scopes.csv``,
whose texts are in a gold folder, and the invented news of ``data/labels``. The shipped tagger reads
them. Out: ``weights.json``, its hash and ``CARD.md`` in ``data/models/scope``.

    python -m analysis.train.scope GOLD

The card's scores are of files that were left out, one at a time.
"""

import argparse
import json
import logging
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import pandas as pd
from sklearn.linear_model import LogisticRegression

from analysis.core import paths
from analysis.core.checked_files import write_checksums
from analysis.core.logistic_model import LogisticModel, logistic_model
from analysis.evaluate import accuracy
from analysis.extract.figures.extract import evidence_of_scopes
from analysis.extract.figures.scope_evidence import FEATURES, OF_EVENT
from analysis.extract.figures.tagged_articles import read_articles
from analysis.extract.figures.weighed_scopes import decided_scope
from analysis.train.harm_labels import LABELS, labelled_articles, read_labels, with_labels
from analysis.train.read_rows import inputs_of_figures

__all__ = [
    "cross_validate",
    "fit",
    "joined_labels",
    "labels_of_news",
    "main",
    "measurements",
    "score",
]

log = logging.getLogger(__name__)
INVENTED = "invented news"
# Invented articles report one event each, without the history that news is full of.
WEIGHT_OF_INVENTED = 0.1
STRENGTH = 0.05  # inverse of the penalty on the weights of features of unit variance
COMMAND = "python -m analysis.train.scope GOLD"

CARD = """\
# Is a number of the event that its article reports?

The probability that a figure of people harmed is of its article's event, or of a part of it, and \
not of another event, a year or a war (`analysis/extract/figures/weighed_scopes.py`). A logistic \
regression on what `scope_evidence.py` reads in an article and on the scope that the rules give, \
fitted by `analysis/train/scope.py` on {n_real} figures of {n_articles} articles (US politics of \
2015 and 2016, climate, US and world news of 2019) that one reader each labelled, and, at a tenth \
of their weight, {n_invented} of invented news. The texts are not in this project, but the invented.

Figures of files that were left out, one at a time (`{command}`): `right` is the share of figures \
whose scope is told rightly as of the event or not, `of event, right` that of those which are told \
as the event's, `event, found` the share of the event's figures that are.

| file | figures | rules: right | of event, right | event, found | weighed: right | of event, \
right | event, found |
| --- | --- | --- | --- | --- | --- | --- | --- |
{table}

Readers differ on whether a past happening is what an article is about (a trial after years, a \
report on an old attack), so no weights can reach 1. The features were chosen while these scores \
were read.
"""


def joined_labels(evidence: pd.DataFrame, labels: pd.DataFrame) -> pd.DataFrame:
    """
    Return the labelled figures, with what tells their scope.

    Parameters
    ----------
    evidence : DataFrame
        From ``evidence_of_scopes``.
    labels : DataFrame
        ``article_id``, ``start``, ``end``, ``scope``: null where the words state no such figure.
        Not changed.

    Returns
    -------
    DataFrame
        The rows of ``evidence`` whose characters overlap those of a label with a scope, with
        ``of_event``: whether that is the event or a part of it.
    """
    told = labels.loc[labels["scope"].notna()]
    kept = with_labels(evidence, told)
    of_event = kept["scope_told"].isin(OF_EVENT)
    return kept.loc[:, list(evidence.columns)].assign(of_event=of_event).reset_index(drop=True)


def labels_of_news(rows: Sequence[Mapping]) -> pd.DataFrame:
    """Return the labels of scope of articles whose statements of people harmed carry one."""
    columns = ["article_id", "start", "end", "scope"]
    found = [
        [row["article_id"], *(statement[name] for name in columns[1:])]
        for row in rows
        for statement in row["statements"]
        if statement["outcome"] is not None
    ]
    return pd.DataFrame(found, columns=columns)


def _evidence(rows: Sequence[Mapping]) -> pd.DataFrame:
    """Return what tells the scope of the figures of articles, as the shipped tagger reads them."""
    return evidence_of_scopes(read_articles(*inputs_of_figures(rows)))


def fit(rows: pd.DataFrame) -> LogisticModel:
    """
    Return the weights fitted on labelled figures.

    Parameters
    ----------
    rows : DataFrame
        From ``joined_labels``, with ``file``: ``INVENTED``, or another name.
    """
    values = rows.loc[:, list(FEATURES)].to_numpy(float)
    spread = values.std(axis=0)
    spread[spread == 0] = 1.0
    importance = np.where(rows["file"].eq(INVENTED), WEIGHT_OF_INVENTED, 1.0)
    model = LogisticRegression(C=STRENGTH, max_iter=2000)
    model.fit(values / spread, rows["of_event"].to_numpy(bool), sample_weight=importance)
    weights = (model.coef_[0] / spread).round(4).tolist()
    by_name = dict(zip(FEATURES, weights, strict=True))
    return logistic_model(round(float(model.intercept_[0]), 4), by_name, FEATURES)


def cross_validate(rows: pd.DataFrame) -> pd.DataFrame:
    """
    Weigh the figures of each file by weights fitted without it.

    Returns
    -------
    DataFrame
        A row for each file, and one for all but the invented: ``file`` and the columns of
        ``score`` for the ``rules`` and as ``weighed``.
    """
    parts = []
    for file, held_out in rows.groupby("file", sort=False):
        model = fit(rows.loc[rows["file"].ne(file)])
        probability = model.probability(held_out.loc[:, list(FEATURES)].to_numpy(float))
        parts.append(held_out.assign(probability=probability))
    weighed = pd.concat(parts)
    real = weighed.loc[weighed["file"].ne(INVENTED)]
    groups = [*weighed.groupby("file", sort=False), ("all but invented", real)]
    return pd.DataFrame([_scores(str(file), group) for file, group in groups])


def _scores(file: str, group: pd.DataFrame) -> dict[str, object]:
    decided = [
        decided_scope(scope, p) in OF_EVENT
        for scope, p in zip(group["scope"], group["probability"], strict=True)
    ]
    of_event = group["of_event"].to_numpy(bool)
    rules = score(group["scope"].isin(OF_EVENT).to_numpy(bool), of_event)
    weighed = score(np.array(decided), of_event)
    return {"file": file, "figures": len(group), "rules": rules, "weighed": weighed}


def score(said: np.ndarray, told: np.ndarray) -> tuple[float, float, float]:
    """Return the share right, the share right of what is said, and the share found; 0 to 1."""
    both = float((said & told).sum())
    return float((said == told).mean()), both / max(said.sum(), 1), both / max(told.sum(), 1)


def main(arguments: Sequence[str] | None = None) -> None:
    """Fit the weights and write them with their card."""
    parser = argparse.ArgumentParser(description=__doc__.strip().splitlines()[0])
    parser.add_argument("gold", type=Path, help="folder of gold files")
    parser.add_argument("--out", type=Path, default=paths.MODELS / "scope")
    options = parser.parse_args(arguments)
    rows = pd.concat([*_of_gold(options.gold), _of_invented()], ignore_index=True)
    scores = cross_validate(rows)
    log.info("%s", scores.to_string())
    model = fit(rows)
    weights = dict(zip(FEATURES, model.weights.tolist(), strict=True))
    options.out.mkdir(parents=True, exist_ok=True)
    text = json.dumps({"intercept": model.intercept, "weights": weights}, indent=1)
    (options.out / "weights.json").write_text(text + "\n", encoding="utf8")
    write_checksums(options.out, ["weights.json"])
    (options.out / "CARD.md").write_text(_card(rows, scores), encoding="utf8")
    accuracy.write_accuracy(measurements(read_labels(), scores))


def measurements(labels: pd.DataFrame, scores: pd.DataFrame) -> pd.DataFrame:
    """
    Return what the labels tell, as rows of the accuracy that notebooks show.

    Parameters
    ----------
    labels : DataFrame
        From ``read_labels``.
    scores : DataFrame
        From ``cross_validate``.

    Returns
    -------
    DataFrame
        The share of figures whose outcome was right when nobody had tuned the rules on them, and
        the share of the figures told as the event's that are, in files that were left out.
    """
    right = float(labels["outcome"].eq(labels["read_outcome"]).mean())
    of_event = scores.set_index("file").loc["all but invented", "weighed"][1]
    shares = {
        "outcome: right of those read, before tuning": right,
        "scope: right of those told as the event's": of_event,
    }
    n_articles = labels["article_id"].nunique()
    return accuracy.rows_of_shares("figures", shares, LABELS, n_articles)


def _of_gold(gold: Path) -> list[pd.DataFrame]:
    """Return the labelled figures of each gold file."""
    labels = read_labels()
    return [
        joined_labels(_evidence(rows), labels).assign(file=file)
        for file, rows in labelled_articles(gold)
    ]


def _of_invented() -> pd.DataFrame:
    files = sorted((paths.DATA / "labels" / "invented_news").glob("*.jsonl"))
    lines = [line for file in files for line in file.read_text(encoding="utf8").splitlines()]
    rows = [json.loads(line) for line in lines]
    return joined_labels(_evidence(rows), labels_of_news(rows)).assign(file=INVENTED)


def _card(rows: pd.DataFrame, scores: pd.DataFrame) -> str:
    is_invented = rows["file"].eq(INVENTED)
    lines = [
        " | ".join(
            [
                f"| {row.file} | {row.figures}",
                *(f"{share:.3f}" for share in (*row.rules, *row.weighed)),
            ]
        )
        + " |"
        for row in scores.itertuples()
    ]
    return CARD.format(
        n_real=int((~is_invented).sum()),
        n_articles=rows.loc[~is_invented, "article_id"].nunique(),
        n_invented=int(is_invented.sum()),
        command=COMMAND,
        table="\n".join(lines),
    )


if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    main()
