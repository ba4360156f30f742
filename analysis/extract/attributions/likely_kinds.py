"""
Say what kind of source a source is, by all that its article tells of it.

In: attributions of an article, with the kinds that the word lists tell. Out: the same, with the
kinds that the model of kinds (``analysis.neural.kind_model``) makes most probable. No list holds
every office, and a list cannot tell a doctor who explains from one who speaks for a hospital. What
the lists say is part of what the model reads. Two places at which an article lets one source speak
are asked together: "he" says little, "the region's director of fire operations" much.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np

from analysis.extract.attributions.article_spans import LinkedSpans, Span
from analysis.extract.attributions.kind_questions import question_of
from analysis.neural.kind_model import KindModel

__all__ = ["MIN_P_KIND", "PLACES", "likely_kind", "with_likely_kinds"]

MIN_P_KIND = 0.5
"""The least mean probability of a kind that is told instead of that of the lists."""

PLACES = 2
"""Places of one source that are asked, the first ones at which it speaks."""

_Key = tuple[str | int, str]


def with_likely_kinds(
    rows: Sequence[dict[str, Any]], groups: Sequence[LinkedSpans], text: str, model: KindModel
) -> list[dict[str, Any]]:
    """
    Return the attributions of an article with the kinds that are most probable.

    Parameters
    ----------
    rows : sequence of dict
        Of one article, with ``source_name`` and ``source_type``. Not changed.
    groups : sequence of LinkedSpans
        The spans of each row.
    text : str
        The article.
    model : KindModel

    Returns
    -------
    list of dict
        Sources of one name that the lists call alike have one kind. A source without words keeps
        the kind of the lists.
    """
    told: dict[_Key, list[Span]] = {}
    for number, (row, group) in enumerate(zip(rows, groups, strict=True)):
        told.setdefault(_key(row, number), []).extend(group.sources[:1])
    kinds = {
        key: likely_kind(_mean(places, key, text, model), model.kinds, key[1])
        for key, places in told.items()
        if places
    }
    return [
        row | {"source_type": kinds.get(_key(row, number), row["source_type"])}
        for number, row in enumerate(rows)
    ]


def _key(row: dict[str, Any], number: int) -> _Key:
    """Return what one source shares: its name and listed kind; without a name it is alone."""
    return row["source_name"] or number, row["source_type"]


def _mean(places: Sequence[Span], key: _Key, text: str, model: KindModel) -> np.ndarray:
    """Return the mean probabilities of the kinds over the first places of a source."""
    name, listed = key
    own = name if isinstance(name, str) else None
    asked = [question_of(text, place.start, place.end, own, listed) for place in places[:PLACES]]
    return np.mean([model.probabilities(question) for question in dict.fromkeys(asked)], axis=0)


def likely_kind(probabilities: np.ndarray, kinds: Sequence[str], listed: str) -> str:
    """
    Return the most probable kind, or else the one that the lists tell.

    Parameters
    ----------
    probabilities : array of float, shape (n_kinds,)
    kinds : sequence of str
    listed : str
        The kind by the word lists.

    Returns
    -------
    str
        ``listed`` if no kind has a probability of ``MIN_P_KIND``.
    """
    best = int(np.argmax(probabilities))
    return kinds[best] if probabilities[best] >= MIN_P_KIND else listed
