"""
Estimate how probable it is that a row of the figures is right.

In: a figure, and what the tagger predicts for its number. Out: the calibrated probability that
value, unit, outcome and qualifier are those that a person would give; a row that a person would
not have at all is wrong. The weights in ``data/models/confidence`` come from
``analysis.train.confidence``, a logistic regression on labelled articles [1]_.

References
----------
.. [1] Platt, J. (1999). Probabilistic outputs for support vector machines and comparisons to
   regularized likelihood methods. Advances in Large Margin Classifiers, 61-74.
"""

import json
import math
from collections.abc import Mapping
from functools import lru_cache

from analysis.core import paths
from analysis.core.checked_files import read_checked
from analysis.extract.figures.record import Figure

__all__ = [
    "FEATURES",
    "KINDS",
    "features",
    "kind_of",
    "probability_right",
    "read_weights",
]

KINDS = ("casualty", "named", "quantity")
FEATURES = (
    "labelled",
    "label",
    "outcome",
    "agrees",
    "by_rule",
    "by_model",
    "indefinite",
    "vague",
    "one",
    "bounded",
    "large",
    "lead",
    "killed",
    "injured",
    "captured",
    "killed_or_injured",
    "money",
    "percent",
    "measure",
    "counted",
)
_LEAD = 400  # characters that state what an article reports
_LARGE = 10_000
_FARTHEST = 6.0  # log odds; beyond, a probability of the tagger says no more


def kind_of(figure: Figure) -> str:
    """Return which of ``KINDS`` a figure is."""
    if figure.is_named:
        return "named"
    return "quantity" if figure.outcome is None else "casualty"


def features(
    figure: Figure, p_label: float | None, outcome: str | None, p_outcome: float | None
) -> dict[str, float]:
    """
    Return what the probability of a figure depends on.

    Parameters
    ----------
    figure : Figure
        With its outcome and ``rules``.
    p_label : float or None
        Probability of the tagger's span on the same characters; None if it labelled nothing there.
    outcome : str or None
        Outcome that the tagger predicts for the span.
    p_outcome : float or None
        Its probability.

    Returns
    -------
    dict of str to float
        A value for each of ``FEATURES``: log odds of at most 6 in size, or 0 and 1.
    """
    decided = (figure.rules or "").split(",")
    value = figure.low or figure.high or 0
    return {
        "labelled": float(p_label is not None),
        "label": _log_odds(p_label),
        "outcome": _log_odds(p_outcome) if outcome == figure.outcome else 0.0,
        "agrees": float(outcome is not None and outcome == figure.outcome),
        "by_rule": float(any(rule not in ("", "model") for rule in decided)),
        "by_model": float("model" in decided),
        "indefinite": float(figure.implicit),
        "vague": float(figure.qualifier == "vague"),
        "one": float(value == 1),
        "bounded": float(figure.qualifier not in ("exact", "vague")),
        "large": float(value >= _LARGE),
        "lead": float(figure.start < _LEAD),
        "killed": float(figure.outcome == "killed"),
        "injured": float(figure.outcome == "injured"),
        "captured": float(figure.outcome == "captured"),
        "killed_or_injured": float(figure.outcome == "killed_or_injured"),
        "money": float(figure.unit == "money"),
        "percent": float(figure.unit in ("percent", "points")),
        "measure": float(figure.unit == "measure"),
        "counted": float(figure.counted is not None),
    }


def _log_odds(probability: float | None) -> float:
    """Return the log odds of a probability, within bounds; 0 if there is none."""
    if probability is None:
        return 0.0
    inside = min(max(probability, 1e-6), 1 - 1e-6)
    return min(max(math.log(inside / (1 - inside)), -_FARTHEST), _FARTHEST)


@lru_cache(maxsize=1)
def read_weights() -> dict[str, dict[str, float]]:
    """Return for each kind the weight of each feature, and the intercept; read once."""
    return json.loads(read_checked(paths.MODELS / "confidence" / "weights.json"))["weights"]


def probability_right(kind: str, values: Mapping[str, float]) -> float:
    """
    Return the probability that a row is right.

    Parameters
    ----------
    kind : {"casualty", "named", "quantity"}
    values : mapping of str to float
        From ``features``.

    Returns
    -------
    float
        0 to 1. Among rows near .9, about nine in ten are right on articles like the labelled ones.

    Raises
    ------
    MissingResourceError
        If the file of weights is missing or altered.
    """
    weights = read_weights()[kind]
    total = weights["intercept"]
    for name, value in values.items():
        total += weights.get(name, 0.0) * value
    return 1 / (1 + math.exp(-total))
