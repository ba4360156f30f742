"""
Decide by weights whether a figure is of its article's event, where the words alone do not tell.

In: the figures of one article with the scopes of the rules (``scope``), its text, sentences and
day. Out: their scopes. What no word sets apart the rules take for the event's: the four dead of
Benghazi in a report on a primary, whose sentence names no year. The weights
(``analysis.train.scope``) were fitted on figures that people labelled. They set figures aside only
where they speak clearly against them, and take none back that a word sets apart ("last month"):
where they did so in reports on a war, the words were right.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import lru_cache

from analysis.core import paths
from analysis.core.logistic_model import LogisticModel, read_logistic_model
from analysis.extract.figures.record import Figure
from analysis.extract.figures.reported_periods import is_of_reported_period
from analysis.extract.figures.scope_evidence import FEATURES, OF_EVENT, scope_evidence

__all__ = ["SET_ASIDE_BELOW", "decided_scope", "weighed_scopes"]

SET_ASIDE_BELOW = 0.4
"""Probability to be of the event, below which a figure is set aside."""


def weighed_scopes(
    figures: Sequence[Figure],
    text: str,
    sentences: Mapping[int, tuple[int, int]],
    published: date | None = None,
) -> list[str | None]:
    """
    Return what each figure of an article covers.

    Parameters
    ----------
    figures : sequence of Figure
        All of the article, in reading order, with the scopes of the rules and their totals
        (``part_of``). Not changed.
    text : str
    sentences : mapping of int to (int, int)
        Characters of each sentence by its number.
    published : date, optional
        Day of the article.

    Returns
    -------
    list of (str or None)
        One of ``analysis.core.tables.SCOPES`` for each figure; None where it counts no casualties.
        A part of a total that is set aside is set aside with it; the dead of a year that the
        article reports are not (``reported_periods``).
    """
    evidence = scope_evidence(figures, text, sentences, published)
    probabilities = iter(_weights().probability(evidence).tolist())
    scopes: list[str | None] = []
    by_id: dict[str, str | None] = {}
    for figure in figures:
        scope = None
        if figure.outcome is not None:
            scope = decided_scope(str(figure.scope), next(probabilities))
            if scope != figure.scope and is_of_reported_period(figure, text, published):
                scope = figure.scope
            total = by_id.get(figure.part_of or "")
            if total is not None and total not in OF_EVENT:
                scope = total
        by_id[figure.figure_id] = scope
        scopes.append(scope)
    return scopes


def decided_scope(by_rule: str, probability: float) -> str:
    """
    Return the scope of a figure from that of the rules and its probability to be of the event.

    Parameters
    ----------
    by_rule : str
        One of ``analysis.core.tables.SCOPES``.
    probability : float
        0 to 1.

    Examples
    --------
    >>> decided_scope("event", 0.1), decided_scope("event", 0.6), decided_scope("background", 0.9)
    ('other_event', 'event', 'background')
    """
    is_apart = by_rule in OF_EVENT and probability < SET_ASIDE_BELOW
    return "other_event" if is_apart else by_rule


@lru_cache(maxsize=1)
def _weights() -> LogisticModel:
    return read_logistic_model(paths.MODELS / "scope" / "weights.json", FEATURES)
