"""
Which spans are exchanged, and which of their values.

A kind of mark is what a coder labels: a figure, the content, source or cue of an attribution, a
party, a target. Values are columns of the kind's table that ``analysis.corrections`` may set.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from analysis.core import tables

__all__ = ["CONTINUES", "HAS_CUE", "HAS_SOURCE", "KINDS", "LINKS", "Kind", "closed_values"]

HAS_SOURCE: Final = "has_source"
"""Leads from a content to the words that name its source."""

HAS_CUE: Final = "has_cue"
"""Leads from a content to the words that attribute it."""

CONTINUES: Final = "continues"
"""Leads from a later span of a content to the first."""

LINKS: dict[str, tuple[str, str]] = {
    HAS_SOURCE: ("content", "source"),
    HAS_CUE: ("content", "cue"),
    CONTINUES: ("content", "content"),
}
"""Names of links, and the kinds that each joins."""


@dataclass(frozen=True)
class Kind:
    """
    One kind of mark.

    Attributes
    ----------
    table : str
        The table that it is corrected in.
    values : tuple of str
        Columns of that table that travel with the mark.
    colour : str
        In which programs show it, as #rrggbb.
    """

    table: str
    values: tuple[str, ...]
    colour: str

    def allowed(self, column: str) -> tuple[str, ...]:
        """Return the allowed values of a column; empty if any is."""
        return tables.ALL[self.table].columns[column].allowed


KINDS: dict[str, Kind] = {
    "figure": Kind(
        "figures",
        ("low", "high", "qualifier", "unit", "outcome", "counted", "agent"),
        "#d55e00",
    ),
    "content": Kind("attributions", ("kind", "source_type", "cue_stance"), "#56b4e9"),
    "source": Kind("attributions", (), "#0072b2"),
    "cue": Kind("attributions", (), "#009e73"),
    "party": Kind("parties", ("party", "kind"), "#cc79a7"),
    "target": Kind("targets", ("entity", "polarity"), "#e69f00"),
}
"""The kinds of marks by the label that coders see."""


def closed_values() -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Yield kind, column and allowed values of each column with a list of allowed values."""
    for name, kind in KINDS.items():
        for column in kind.values:
            if kind.allowed(column):
                yield name, column, kind.allowed(column)
