"""
Read the rules of ``data/rules/attributions``: patterns with a reason, and texts that test them.

In: a TOML file. Out: its rules, checked, with compiled patterns. ``@{name}`` in a pattern is one of
the file's ``[classes]``. What the patterns are matched with is decided where they are used:
``deeds`` (what is no statement), ``kinds_in_context`` and ``told_offices`` (what kind a source is).
"""

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from analysis.core.errors import LexiconError

__all__ = ["Rule", "read_rules"]

_REQUIRED = ("id", "why", "fires", "silent")
_LEAST_TEXTS = 2
_CLASS = re.compile(r"@\{([^{}]+)\}")


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
    try:
        content = tomllib.loads(path.read_text(encoding="utf8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise LexiconError(f"Cannot read rules {path}: {error}.") from None
    flags = re.VERBOSE | re.DOTALL | (re.IGNORECASE if any_case else 0)
    classes = content.get("classes", {})
    rules: list[Rule] = []
    for entry in content.get("rule", ()):
        name = f"{path}: rule {entry.get('id', '?')!r}"
        if entry.get("id") in {rule.id for rule in rules}:
            raise LexiconError(f"{name}: another rule has this id.")
        _check_keys(entry, name, {*_REQUIRED, *required}, {*patterns, *values})
        compiled = {
            key: _compiled(entry[key], classes, flags, f"{name}: {key}")
            for key in patterns
            if key in entry
        }
        told = {key: _value(entry, key, allowed, name) for key, allowed in values.items()}
        texts = tuple(entry["fires"]), tuple(entry["silent"])
        rules.append(Rule(entry["id"], compiled, told, *texts))
    return rules


def _check_keys(entry: Mapping, name: str, required: set[str], known: set[str]) -> None:
    """Raise an error if a rule lacks a key or a text, or has a key that is unknown."""
    missing = sorted(key for key in required if not entry.get(key))
    unknown = sorted(set(entry) - required - known)
    if missing or unknown:
        raise LexiconError(f"{name}: missing {missing}, unknown {unknown}.")
    if min(len(entry["fires"]), len(entry["silent"])) < _LEAST_TEXTS:
        raise LexiconError(f"{name}: needs {_LEAST_TEXTS} texts of either kind.")


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
        while _CLASS.search(pattern):
            pattern = _CLASS.sub(lambda match: f"(?:{classes[match[1]]})", pattern)
        return re.compile(pattern, flags)
    except (re.error, KeyError) as error:
        raise LexiconError(f"{name}: {error}.") from None
