"""
Say what kind of source a source is whose words no list knows.

In: attributions of an article with their sources. Out: the same, where the lists say ``other`` with
the kind that the tagger's states make most probable (``analysis.annotate.kind_probe``). All places
at which an article lets one source speak are asked together: "he" says little, "the region's
director of fire operations" much.
"""

from collections.abc import Sequence
from typing import Any

from analysis.extract.attributions.article_spans import LinkedSpans, Span

__all__ = ["MIN_P_KIND", "likely_kind", "with_likely_kinds"]

MIN_P_KIND = 0.45
"""
The least mean probability of a kind that is told. Of sources of news that nobody tuned on, of which
the lists say ``other``, about 7 in 10 of those that were changed at it had been wrong.
"""

_NOBODY_KNOWN = "other"


def with_likely_kinds(
    rows: Sequence[dict[str, Any]], groups: Sequence[LinkedSpans]
) -> list[dict[str, Any]]:
    """
    Return the attributions of an article with kinds for sources that no list knows.

    Parameters
    ----------
    rows : sequence of dict
        Of one article, with ``source_name`` and ``source_type``. Not changed.
    groups : sequence of LinkedSpans
        The spans of each row.

    Returns
    -------
    list of dict
        A kind of the lists other than ``other`` is kept.
    """
    told: dict[str, list[Span]] = {}
    for number, (row, group) in enumerate(zip(rows, groups, strict=True)):
        told.setdefault(_key(row, number), []).extend(group.sources[:1])
    found = []
    for number, row in enumerate(rows):
        kind = likely_kind(told[_key(row, number)])
        if row["source_type"] == _NOBODY_KNOWN and kind is not None:
            row = row | {"source_type": kind}
        found.append(row)
    return found


def _key(row: dict[str, Any], number: int) -> str:
    """Return what sources of one name share; a source without a name is alone."""
    return row["source_name"] or f"#{number}"


def likely_kind(sources: Sequence[Span]) -> str | None:
    """
    Return the kind that is most probable over all places of a source.

    Parameters
    ----------
    sources : sequence of Span
        The places at which an article lets it speak.

    Returns
    -------
    str or None
        None if it is less probable than ``MIN_P_KIND``, or nothing is known.
    """
    p_of: dict[str, float] = {}
    for source in sources:
        if source.kind is not None:
            p_of[source.kind] = p_of.get(source.kind, 0.0) + source.p_kind
    if not p_of:
        return None
    kind = max(p_of, key=p_of.__getitem__)
    return kind if p_of[kind] >= MIN_P_KIND * len(sources) else None
