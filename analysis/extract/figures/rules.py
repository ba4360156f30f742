"""
Read the rules of ``data/rules/figures`` and apply them to the words around a number.

In: TOML files of rules, a text and the position of a number or of a person. Out: the ids of the
rules that fire. A rule says what it decides, which words before and after the number it needs,
which words overrule it, and why; its texts are its tests. In a text ``[12]`` marks the number::

    [[rule]]
    id = "denied.none_of"
    decides = "denied"
    before = '\\bnone\\s+of\\s+@{determiners}'
    unless_after = '\\s+dead\\b'
    why = "None of the 40 was hurt."
    fires = ["None of the [40] hostages was hurt.", "Not one of the [12] is ill."]
    silent = ["None of the [12] dead was named.", "He knows none. The [40] hostages were hurt."]

Patterns are regular expressions in verbose mode. ``@{name}`` is a class of words: a key of
``[classes]`` in the same file, one of ``shared_classes``, or the words of an outcome
(``@{killed after}``). A pattern before the number is searched up to it, one after the number starts
at its end; neither leaves the number's line.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from analysis.core import lexicon, paths
from analysis.core.errors import LexiconError
from analysis.core.needed_words import Guarded
from analysis.core.rule_files import expanded, read_entries
from analysis.extract.figures.patterns import (
    AUXILIARIES,
    PEOPLE,
    PLAIN_WORD,
    WORD,
    before_number,
    outcome_words,
)
from analysis.extract.numbers.values import NUMBER
from analysis.extract.numbers.word_patterns import ANY_CASE, alternatives

__all__ = ["MOST_REACH", "Rule", "all_rules", "first_rule", "load_rules"]

MOST_REACH = 400

_OPTIONAL = ("before", "after", "unless_before", "unless_after", "reach_before", "reach_after")


@dataclass(frozen=True)
class Rule:
    """
    One rule.

    Attributes
    ----------
    id : str
        ``decision.name``; the column ``rules`` of ``figures`` names it.
    decides : str
        What follows if it fires: "denied", "present", ...
    before, after : Guarded or None
        Words that must come before and after the number.
    unless_before, unless_after : Guarded or None
        Words that overrule it.
    reach_before, reach_after : int
        Characters that are searched on either side, at most ``MOST_REACH``.
    why : str
    fires, silent : tuple of str
        Texts in which it must fire, and must not, on the number in square brackets.
    """

    id: str
    decides: str
    before: Guarded | None
    after: Guarded | None
    unless_before: Guarded | None
    unless_after: Guarded | None
    reach_before: int
    reach_after: int
    why: str
    fires: tuple[str, ...]
    silent: tuple[str, ...]

    def matches(self, text: str, start: int, end: int) -> bool:
        """Return whether the rule fires on the characters of a number or person."""
        around = _around(text, start, end)
        before = around.before[-self.reach_before :]
        after = around.after[: self.reach_after]
        # A match at one place costs less than a search, so it comes first.
        if self.after is not None and self.after.match(after, around.folded_after) is None:
            return False
        if self.before is not None and self.before.search(before, around.folded_before) is None:
            return False
        if self.unless_before is not None and self.unless_before.search(before):
            return False
        return self.unless_after is None or self.unless_after.match(after) is None


class _Around(NamedTuple):
    """The characters on either side of a number, in its line, as printed and case-folded."""

    before: str
    after: str
    folded_before: str
    folded_after: str


@lru_cache(maxsize=32)
def _around(text: str, start: int, end: int) -> _Around:
    """Return what stands around a number, as far as any rule reads."""
    # A headline says nothing of the number in the first sentence, nor the other way round.
    before = text[max(0, start - MOST_REACH) : start].rpartition("\n")[2]
    after = text[end : end + MOST_REACH].partition("\n")[0]
    return _Around(before, after, before.casefold(), after.casefold())


@lru_cache(maxsize=1024)
def first_rule(decides: str, text: str, start: int, end: int) -> str | None:
    """
    Return the id of the first rule of a decision that fires.

    Parameters
    ----------
    decides : str
    text : str
    start, end : int
        Characters of the number, without its qualifier.

    Returns
    -------
    str or None
    """
    for rule in _rules_of(decides):
        if rule.matches(text, start, end):
            return rule.id
    return None


@lru_cache(maxsize=1)
def all_rules() -> tuple[Rule, ...]:
    """Return the rules of all files in ``data/rules/figures``, in the order of files and rules."""
    rules: list[Rule] = []
    for path in sorted(paths.FIGURE_RULES.glob("*.toml")):
        rules += load_rules(path)
    return tuple(rules)


@lru_cache(maxsize=32)
def _rules_of(decides: str) -> tuple[Rule, ...]:
    return tuple(rule for rule in all_rules() if rule.decides == decides)


def load_rules(path: Path) -> list[Rule]:
    """
    Read and check one file of rules.

    Parameters
    ----------
    path : Path

    Returns
    -------
    list of Rule

    Raises
    ------
    LexiconError
        If the file is not valid TOML, or a rule lacks a key, has an unknown one, fewer than two
        texts of either kind, an id that another rule has, or an invalid pattern.
    """
    own_classes, entries = read_entries(path, ("decides",), _OPTIONAL)
    classes = shared_classes() | own_classes
    rules: list[Rule] = []
    for name, entry in entries:
        _check(entry, name)
        rules.append(
            Rule(
                entry["id"],
                entry["decides"],
                _compiled(entry, "before", classes, name),
                _compiled(entry, "after", classes, name),
                _compiled(entry, "unless_before", classes, name),
                _compiled(entry, "unless_after", classes, name),
                entry.get("reach_before", 80),
                entry.get("reach_after", 110),
                entry["why"],
                tuple(entry["fires"]),
                tuple(entry["silent"]),
            )
        )
    return rules


def _check(entry: Mapping, name: str) -> None:
    """Raise an error if a rule has no words, or reads further than any."""
    if not (entry.get("before") or entry.get("after")):
        raise LexiconError(f"{name}: has neither words before nor after the number.")
    if max(entry.get("reach_before", 0), entry.get("reach_after", 0)) > MOST_REACH:
        raise LexiconError(f"{name}: reaches further than {MOST_REACH} characters.")


def _compiled(entry: Mapping, key: str, classes: Mapping[str, str], name: str) -> Guarded | None:
    """Return the pattern of a key; one before the number ends there."""
    if key not in entry:
        return None
    try:
        pattern = expanded(entry[key], lambda of: _class(of, classes))
        whole = f"(?:{pattern})$" if "before" in key else pattern
        return Guarded(whole, ANY_CASE)
    except (re.error, KeyError) as error:
        raise LexiconError(f"{name}: {key}: {error}.") from None


def _class(name: str, classes: Mapping[str, str]) -> str:
    """Return the pattern of a word class; "killed after" are the words of an outcome."""
    if name in classes:
        return classes[name]
    group, key = name.split()
    groups = outcome_words() | non_casualty_words()
    return alternatives(groups[group][key])


@lru_cache(maxsize=1)
def non_casualty_words() -> dict[str, dict[str, list[str]]]:
    """Return the groups of ``unharmed.toml``, each with its lists of words."""
    return lexicon.load(paths.LEXICONS / "unharmed.toml", allowed_keys=("before", "after"))


@lru_cache(maxsize=1)
def shared_classes() -> dict[str, str]:
    """Return the word classes that all files of rules may use."""
    determiners = r"another the all its his their those these an?\s+estimated a\s+total\s+of"
    return {
        "word": WORD,
        "plain word": PLAIN_WORD,
        "people": PEOPLE,
        "number": rf"\d[\d,.]*|{NUMBER}",
        "auxiliaries": AUXILIARIES,
        # Up to the number: qualifiers ("at least") with and without determiners.
        "qualifiers": before_number().removesuffix("$"),
        "determiners": before_number(determiners).removesuffix("$"),
    }
