"""
Say what kind a source is where only its article tells: "the team" of a study, a club's "board".

In: attributions of an article with their kinds, and the text. Out: the same, with the kinds that
the rules of ``data/rules/attributions/kinds_in_context.toml`` tell, and politicians whose office
another sentence states (``told_offices``). Lists see only the words of a source, and the model the
words beside it.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from analysis.core import paths
from analysis.core.tables import SOURCE_TYPES
from analysis.extract.attributions.armed_names import speaks_for_armed
from analysis.extract.attributions.kinds_by_ties import kind_by_ties
from analysis.extract.attributions.rule_files import Rule, read_rules
from analysis.extract.attributions.told_offices import holds_told_office

__all__ = ["FILE", "kind_in_context", "kind_rules", "with_kinds_in_context"]

FILE = paths.ATTRIBUTION_RULES / "kinds_in_context.toml"
"""The rules."""

_OF_SIDES = ("military", "other", "unnamed")
_OF_NO_OFFICE = ("other", "resident_or_witness", "unnamed")
_DETERMINER = re.compile(r"(?:[Tt]he|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er|[Tt]h(?:is|ese|ose))\s+")


def with_kinds_in_context(rows: Sequence[dict[str, Any]], text: str) -> list[dict[str, Any]]:
    """
    Return the attributions of an article with the kinds that its other words tell.

    Parameters
    ----------
    rows : sequence of dict
        Of one article, with ``source``, ``source_name`` and ``source_type``. Not changed.
    text : str
        The article.

    Returns
    -------
    list of dict
        Attributions to one name that had one kind have one again.
    """
    of_their_own = _with_kinds(rows, [_kind(row, text) for row in rows])
    tied = [kind_by_ties(row, of_their_own, text) for row in of_their_own]
    return _with_kinds(of_their_own, tied)


def _with_kinds(rows: Sequence[dict[str, Any]], kinds: Sequence[str]) -> list[dict[str, Any]]:
    """Return attributions with new kinds; those to one name that had one kind have one again."""
    told: dict[tuple[str, str], str] = {}
    for row, kind in zip(rows, kinds, strict=True):
        if kind != row["source_type"] and row["source_name"]:
            told[row["source_name"], row["source_type"]] = kind
    changed = []
    for row, kind in zip(rows, kinds, strict=True):
        key = row["source_name"], row["source_type"]
        changed.append(row | {"source_type": told.get(key) or kind})
    return changed


def _kind(row: dict[str, Any], text: str) -> str:
    """Return the kind of the source of one attribution."""
    found = row["source_type"]
    name, source = row["source_name"], row["source"]
    for words in (source,) if name and name in (source or "") else (name, source):
        if words:
            found = kind_in_context(words, found, text)
    if found in _OF_SIDES and any(speaks_for_armed(words or "", text) for words in (name, source)):
        return "armed_group"
    if found in _OF_NO_OFFICE and name and holds_told_office(text, name):
        return "state_official"
    return found


def kind_in_context(words: str, kind: str, text: str) -> str:
    """
    Return the kind that the first rule for the words of a source tells, or that told so far.

    Parameters
    ----------
    words : str
        The source as printed, or its name.
    kind : str
        Told so far.
    text : str
        The article.

    Returns
    -------
    str

    Examples
    --------
    >>> kind_in_context("the team", "other", "The study ended. The team said so.")
    'expert'
    """
    stripped = words.strip(" ,")
    own = _DETERMINER.sub("", stripped, count=1)
    for rule in kind_rules():
        source = rule.patterns["source"]
        if kind not in rule.values["instead_of"]:
            continue
        if source.fullmatch(own) is None and source.fullmatch(stripped) is None:
            continue
        article = rule.patterns.get("article")
        if article is not None and article.search(text) is None:
            continue
        if not rule.overrules("unless", text):
            return rule.values["kind"][0]
    return kind


@lru_cache(maxsize=1)
def kind_rules() -> tuple[Rule, ...]:
    """
    Return the rules.

    Returns
    -------
    tuple of Rule
        With the patterns ``source``, ``article`` and ``unless``.

    Raises
    ------
    LexiconError
        As ``read_rules``.
    """
    patterns = ("source", "article", "unless")
    values = {"kind": SOURCE_TYPES, "instead_of": SOURCE_TYPES}
    return tuple(read_rules(FILE, patterns, values, required=("source",), any_case=False))
