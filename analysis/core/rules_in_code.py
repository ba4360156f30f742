"""
Read what the rules on figures mean that are written in Python and not in ``data/rules/figures``.

In: ``data/rules/in_code.toml``. Out: for each id of the column ``rules`` of ``figures`` that is
none of a file of rules, what it means, an example, and the modules that decide it. A test finds the
ids in the code: none may be without a description.
"""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from analysis.core import paths
from analysis.core.errors import LexiconError

__all__ = ["ANY_OUTCOME", "PATH", "RuleInCode", "load_rules_in_code", "rules_in_code"]

PATH = paths.FIGURE_RULES.parent / "in_code.toml"

ANY_OUTCOME = "<outcome>"
"""Is in an id where the column has a value of ``outcome``: ``outcome.<outcome>_after``."""

_REQUIRED = ("id", "means", "example", "modules")
_OPTIONAL = ("predicted",)


@dataclass(frozen=True)
class RuleInCode:
    """
    What an id of the column ``rules`` means.

    Attributes
    ----------
    id : str
        May hold ``ANY_OUTCOME``.
    means : str
    example : str
        A text in which the rule decides on the number, or person, in square brackets.
    modules : tuple of str
        The modules that decide it.
    predicted : str
        What the tagger predicts of the number in the example; empty if that does not matter.
    """

    id: str
    means: str
    example: str
    modules: tuple[str, ...]
    predicted: str = ""


@cache
def rules_in_code() -> tuple[RuleInCode, ...]:
    """
    Return what every rule that is written in Python means, in the order of the file.

    Examples
    --------
    >>> {rule.id: rule.means for rule in rules_in_code()}["outcome.escaped"]
    'other: prisoners or hostages got away'
    """
    return tuple(load_rules_in_code(PATH))


def load_rules_in_code(path: Path) -> list[RuleInCode]:
    """
    Read and check a file.

    Parameters
    ----------
    path : Path

    Returns
    -------
    list of RuleInCode

    Raises
    ------
    LexiconError
        If the file is not valid TOML, or a rule lacks a key, has an unknown one, or an id that
        another rule has.
    """
    try:
        content = tomllib.loads(path.read_text(encoding="utf8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise LexiconError(f"Cannot read rules {path}: {error}.") from None
    found: dict[str, RuleInCode] = {}
    for entry in content.get("rule", ()):
        rule = _rule(entry, f"{path}: rule {entry.get('id', '?')!r}")
        if rule.id in found:
            raise LexiconError(f"{path}: rule {rule.id!r}: another rule has this id.")
        found[rule.id] = rule
    return list(found.values())


def _rule(entry: dict[str, Any], name: str) -> RuleInCode:
    missing = [key for key in _REQUIRED if not entry.get(key)]
    unknown = sorted(set(entry) - {*_REQUIRED, *_OPTIONAL})
    if missing or unknown:
        raise LexiconError(f"{name}: missing {missing}, unknown {unknown}.")
    texts = (entry["id"], entry["means"], entry["example"])
    return RuleInCode(*texts, tuple(entry["modules"]), entry.get("predicted", ""))
