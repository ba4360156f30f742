"""
Read the rules of ``data/rules/attributions``: patterns with a reason, and texts that test them.

In: a TOML file. Out: its rules, checked, with compiled patterns. ``@{name}`` in a pattern is one of
the file's ``[classes]``. What the patterns are matched with is decided where they are used:
``deeds`` (what is no statement), ``kinds_in_context`` and ``told_offices`` (what kind a source is).
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from analysis.core.errors import LexiconError
from analysis.core.rule_files import expanded, read_entries

__all__ = ["Rule", "read_rules"]


@dataclass(frozen=True)
class Rule:
    """
    A rule.

    Attributes
    ----------
    id : str
    patterns : dict of str to Pattern
        By the names that the reader of the file asks for; any may be left out.
    values : dict of str to tuple of str
        What it says besides patterns, as of which kind a source is; empty for what is left out.
    fires, silent : tuple of str
        Texts in which it must fire and must not.
    """

    id: str
    patterns: Mapping[str, re.Pattern[str]]
    values: Mapping[str, tuple[str, ...]]
    fires: tuple[str, ...]
    silent: tuple[str, ...]

    def overrules(self, name: str, words: str) -> bool:
        """Return whether a pattern that overrules the rule is found in words."""
        pattern = self.patterns.get(name)
        return pattern is not None and pattern.search(words) is not None


def read_rules(
    path: Path,
    patterns: Sequence[str],
    values: Mapping[str, Sequence[str]],
    required: Sequence[str] = (),
    any_case: bool = True,
) -> list[Rule]:
    """
    Read and check one file of rules.

    Parameters
    ----------
    path : Path
    patterns : sequence of str
        Keys that hold a regular expression in verbose mode.
    values : mapping of str to sequence of str
        Other keys, which hold a word or a list of them, with the words that are allowed.
    required : sequence of str
        Keys that every rule must have besides ``id``, ``why``, ``fires`` and ``silent``.
    any_case : bool
        Whether capitals make no difference.

    Returns
    -------
    list of Rule

    Raises
    ------
    LexiconError
        If the file is not valid TOML, or a rule lacks a key, has an unknown one or a value that is
        not allowed, fewer than two texts of either kind, an id that another has, or an invalid
        pattern.
    """
    optional = {*patterns, *values} - set(required)
    classes, entries = read_entries(path, required, optional)
    flags = re.VERBOSE | re.DOTALL | (re.IGNORECASE if any_case else 0)
    rules: list[Rule] = []
    for name, entry in entries:
        compiled = {
            key: _compiled(entry[key], classes, flags, f"{name}: {key}")
            for key in patterns
            if key in entry
        }
        told = {key: _value(entry, key, allowed, name) for key, allowed in values.items()}
        texts = tuple(entry["fires"]), tuple(entry["silent"])
        rules.append(Rule(entry["id"], compiled, told, *texts))
    return rules


def _value(entry: Mapping, key: str, allowed: Sequence[str], name: str) -> tuple[str, ...]:
    """Return the words of a key; an error if one is not allowed."""
    value = entry.get(key, [])
    words = (value,) if isinstance(value, str) else tuple(value)
    if not set(words) <= set(allowed):
        raise LexiconError(f"{name}: {key} is none of {list(allowed)}.")
    return words


def _compiled(
    pattern: str, classes: Mapping[str, str], flags: re.RegexFlag | int, name: str
) -> re.Pattern[str]:
    """Return a pattern with its word classes written out."""
    try:
        return re.compile(expanded(pattern, classes.__getitem__), flags)
    except (re.error, KeyError) as error:
        raise LexiconError(f"{name}: {error}.") from None
