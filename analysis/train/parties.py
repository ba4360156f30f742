"""
Fit the choice of whose a generic name of a party is.

In: ``parties/train`` of a gold folder: passages with generic names and, by a person, whose
they are. Out: ``weights.json``, its hash and ``CARD.md`` in ``data/models/parties``.

    python -m analysis.train.parties GOLD

The card's scores are of passages that were left out, a fifth at a time.
"""

import argparse
import json
import logging
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

import numpy as np
import pandas as pd

from analysis.core import paths
from analysis.core.checked_files import write_checksums
from analysis.core.logistic_model import LogisticModel, logistic_model
from analysis.evaluate import accuracy
from analysis.extract.parties.choice import THRESHOLD
from analysis.extract.parties.extract import title_length
from analysis.extract.parties.features import FEATURES, ArticleFeatures
from analysis.extract.parties.gazetteer import Gazetteer, project_gazetteer
from analysis.extract.parties.owners import collect
from analysis.train.evaluate import gold as read_gold
from analysis.train.examples import fold_of
from analysis.train.signed_logistic import fit_signed

__all__ = ["LabelledMention", "agree", "cross_validate", "fit", "labelled_mentions", "main"]

log = logging.getLogger(__name__)
FILE = "parties/train"
FOLDS = 5
STRENGTH = 0.1  # of the loss against the penalty on the weights, for features of unit variance
COMMAND = "python -m analysis.train.parties GOLD"

AGAINST = frozenset(
    (
        *("another_said", "is_backed", "after_against", "indefinite_unsaid", "local_and_country"),
        *("state_and_group", "armed_and_country", "named_once"),
    )
)
"""Features that speak against a party."""

EITHER = frozenset(
    (
        *("only_one_in_lead", "bare_plural", "attacker", "protesters", "attributive", "indefinite"),
        *("attributive_after", "local_name", "party_and_side", "after_in_sentence"),
    )
)
"""Features that may speak for or against; all others speak for a party."""

CARD = """\
# Whose a generic name of a party is

The probability that a name in an article says whose "the government", "militants" or "the \
president" is (`analysis/extract/parties`). A logistic regression over grammar, nearness and
what the article says of other mentions, fitted by `analysis/train/parties.py` on {n_mentions} \
mentions in {n_articles} passages of US and world news of spring 2019, labelled by a person. The
texts are not in this project.

Scores of passages that were left out, a fifth at a time (`{command}`): precision over answers, \
recall over mentions whose party the passage tells. An answer is right where one of the two
names is in whole words inside the other.

| mentions | precision | recall | number |
| --- | --- | --- | --- |
{table}

Features and words of the lists were written while these scores were read, so expect less on \
other news. The passages are of one spring; the list of office holders covers about 2010 to
2026, and an article that names somebody else by office ("Sudan's president, Hamza Idris") is read \
by its own words. Two thirds of all mentions are of the United States or of its parties.
"""


class LabelledMention(NamedTuple):
    """
    A mention as a person labelled it, and what the project found there.

    Attributes
    ----------
    article_id : str
    kind : str
    party : str or None
        Whose it is; None where the passage does not tell.
    candidates : list of str
        Empty if the project found no mention.
    features : array, shape (n_candidates, n_features)
    """

    article_id: str
    kind: str
    party: str | None
    candidates: list[str]
    features: np.ndarray


def labelled_mentions(
    rows: Sequence[Mapping], gazetteer: Gazetteer | None = None
) -> list[LabelledMention]:
    """Return the labelled mentions of gold passages, with the features of their candidates."""
    gazetteer = gazetteer or project_gazetteer()
    found = []
    for row in rows:
        article = collect(row["text"], gazetteer)
        described = ArticleFeatures(article, title_length(row["text"], row["title"]))
        features = []
        for number in range(len(article.mentions)):
            candidates = described.candidates(number)
            features.append((candidates, described.describe(number, candidates)))
        for label in row["mentions"]:
            candidates, values = [], np.zeros((0, len(FEATURES)))
            for mention, own in zip(article.mentions, features, strict=True):
                if mention.start < label["end"] and label["start"] < mention.end:
                    candidates, values = own
                    break
            found.append(
                LabelledMention(
                    row["article_id"], label["kind"], label["party"], candidates, values
                )
            )
    return found


def agree(said: str, told: str | None) -> bool:
    """Whether one of two names is in whole words inside the other."""
    if told is None:
        return False
    first, second = f" {said.lower()} ", f" {told.lower()} "
    return first in second or second in first


def fit(mentions: Sequence[LabelledMention]) -> LogisticModel:
    """Return the weights fitted on labelled mentions."""
    features = np.concatenate([mention.features for mention in mentions])
    answers = np.array(
        [agree(one, mention.party) for mention in mentions for one in mention.candidates]
    )
    signs = np.array([_sign(name) for name in FEATURES])
    fitted = fit_signed(features, answers, np.ones(len(answers)), signs, STRENGTH)
    weights = dict(zip(FEATURES, fitted.weights.round(4).tolist(), strict=True))
    return logistic_model(round(fitted.intercept, 4), weights, FEATURES)


def _sign(feature: str) -> int:
    if feature in EITHER:
        return 0
    return -1 if feature in AGAINST else 1


def cross_validate(mentions: Sequence[LabelledMention]) -> pd.DataFrame:
    """
    Name the parties of each passage by weights fitted without it, and score them.

    Returns
    -------
    DataFrame
        ``mentions`` ("all", then each kind), ``precision``, ``recall`` (0 to 1), ``number``.
    """
    rows = []
    for fold in range(FOLDS):
        kept = [one for one in mentions if fold_of(one.article_id, FOLDS) != fold]
        weights = fit(kept)
        for one in mentions:
            if fold_of(one.article_id, FOLDS) == fold:
                said = _answer(one, weights)
                right = said is not None and agree(said, one.party)
                told = one.party is not None
                rows.append(
                    {"kind": one.kind, "said": said is not None, "right": right, "told": told}
                )
    answers = pd.DataFrame(rows)
    scores = [_score("all", answers)]
    for kind, part in answers.groupby("kind"):
        scores.append(_score(str(kind), part))
    return pd.DataFrame(scores)


def _answer(mention: LabelledMention, weights: LogisticModel) -> str | None:
    if not mention.candidates:
        return None
    found = weights.probability(mention.features)
    best = int(found.argmax())
    return mention.candidates[best] if found[best] >= THRESHOLD else None


def _score(name: str, answers: pd.DataFrame) -> dict[str, object]:
    right = int(answers["right"].sum())
    return {
        "mentions": name,
        "precision": right / max(int(answers["said"].sum()), 1),
        "recall": right / max(int(answers["told"].sum()), 1),
        "number": len(answers),
    }


def main(arguments: Sequence[str] | None = None) -> None:
    """Fit the weights and write them with their card."""
    parser = argparse.ArgumentParser(description=__doc__.strip().splitlines()[0])
    parser.add_argument("gold", type=Path, help="folder of gold files")
    parser.add_argument("--out", type=Path, default=paths.MODELS / "parties")
    options = parser.parse_args(arguments)
    mentions = labelled_mentions(read_gold(options.gold, FILE))
    scores = cross_validate(mentions)
    log.info("%s", scores.round(3).to_string())
    fitted = fit(mentions)
    weights = dict(zip(FEATURES, fitted.weights.tolist(), strict=True))
    options.out.mkdir(parents=True, exist_ok=True)
    text = json.dumps({"intercept": fitted.intercept, "weights": weights}, indent=1)
    (options.out / "weights.json").write_text(text + "\n", encoding="utf8")
    write_checksums(options.out, ["weights.json"])
    (options.out / "CARD.md").write_text(_card(mentions, scores), encoding="utf8")
    accuracy.write_accuracy(_accuracy(mentions, scores))


def _accuracy(mentions: Sequence[LabelledMention], scores: pd.DataFrame) -> pd.DataFrame:
    """Return the scores as rows of the accuracy that notebooks show."""
    common = {
        "task": "parties",
        "articles": len({one.article_id for one in mentions}),
        "labels": FILE,
        "date": datetime.now(UTC).date().isoformat(),
    }
    every = scores.iloc[0]
    rows = [
        {"measure": f"whose: {name}, passages left out", "value": every[name]} | common
        for name in ("precision", "recall")
    ]
    return pd.DataFrame(rows).reindex(columns=list(accuracy.COLUMNS)).round(3)


def _card(mentions: Sequence[LabelledMention], scores: pd.DataFrame) -> str:
    lines = [
        f"| {row.mentions} | {row.precision:.3f} | {row.recall:.3f} | {row.number} |"
        for row in scores.itertuples()
    ]
    return CARD.format(
        n_mentions=len(mentions),
        n_articles=len({one.article_id for one in mentions}),
        command=COMMAND,
        table="\n".join(lines),
    )


if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    main()
