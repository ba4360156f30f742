"""
Read files of rules: patterns with a reason, and texts in which they must fire and must not.

In: a TOML file. Out: its rules as dicts, checked, and patterns with their word classes written out.
What a rule decides, and what its patterns are matched with, is told where they are used.
"""

import re
import tomllib
from collections.abc import Callable, Collection, Mapping
from pathlib import Path
from typing import Any

from analysis.core.errors import LexiconError

__all__ = ["expanded", "read_entries"]

_REQUIRED = ("id", "why", "fires", "silent")
_LEAST_TEXTS = 2
_CLASS = re.compile(r"@\{([^{}]+)\}")


def read_entries(
    path: Path, required: Collection[str], optional: Collection[str]
) -> tuple[dict[str, str], list[tuple[str, Mapping[str, Any]]]]:
    """
    Read and check one file of rules.

    Parameters
    ----------
    path : Path
    required, optional : collection of str
        Keys of a rule besides ``id``, ``why``, ``fires`` and ``silent``.

    Returns
    -------
    classes : dict of str to str
        The patterns of the file's word classes; empty if it has none.
    entries : list of (str, mapping)
        For each rule the words that name it in an error, and its keys.

    Raises
    ------
    LexiconError
        If the file is not valid TOML, or a rule lacks a key, has an unknown one, fewer than two
        texts of either kind or an id that another rule has.
    """
    try:
        content = tomllib.loads(path.read_text(encoding="utf8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise LexiconError(f"Cannot read rules {path}: {error}.") from None
    needed = (*_REQUIRED, *required)
    known = {*needed, *optional}
    entries: dict[str, tuple[str, Mapping[str, Any]]] = {}
    for entry in content.get("rule", ()):
        name = f"{path}: rule {entry.get('id', '?')!r}"
        missing = [key for key in needed if not entry.get(key)]
        unknown = sorted(set(entry) - known)
        if missing or unknown:
            raise LexiconError(f"{name}: missing {missing}, unknown {unknown}.")
        if entry["id"] in entries:
            raise LexiconError(f"{name}: another rule has this id.")
        if min(len(entry["fires"]), len(entry["silent"])) < _LEAST_TEXTS:
            raise LexiconError(f"{name}: needs {_LEAST_TEXTS} texts of either kind.")
        entries[entry["id"]] = name, entry
    return content.get("classes", {}), list(entries.values())


def expanded(pattern: str, word_class: Callable[[str], str]) -> str:
    """
    Return a pattern with its word classes written out, which may have others in them.

    Parameters
    ----------
    pattern : str
        ``@{name}`` stands for a class.
    word_class : callable
        Returns the pattern of a class by its name.

    Returns
    -------
    str

    Examples
    --------
    >>> expanded("@{who} said", {"who": "he|@{she}", "she": "she"}.__getitem__)
    '(?:he|(?:she)) said'
    """
    while _CLASS.search(pattern):
        pattern = _CLASS.sub(lambda match: f"(?:{word_class(match[1])})", pattern)
    return pattern
