"""
Read and check the word lists in ``data/lexicons``.

In: a TOML file. Out: a dict of its groups. A group is a top-level table that says where its words
come from::

    [health_authority]
    source = "project judgement"
    licence = "Apache-2.0"
    date = 2026-11-23
    reason = "ministries and hospitals speak for a health authority"   # optional
    words = ["health ministry", "ministry of health"]
    patterns = ['hospitals?\\s+director']   # optional, regular expressions

Groups may contain tables (``[islamic_state.choices.daesh]``). These are checked in the same way and
share the ``source``, ``licence`` and ``date`` of their group. What the words mean is up to the
caller: this module knows nothing about frames, names or cues.
"""

import re
import tomllib
from collections.abc import Collection, Sequence
from datetime import date
from pathlib import Path
from typing import Any, NoReturn

from analysis.core.errors import LexiconError, unknown_value_message

__all__ = ["PROVENANCE_KEYS", "load", "raise_error"]

PROVENANCE_KEYS = ("source", "licence", "date", "reason")
"""Keys that say where the words of a group come from; any group may have them."""

_PATTERN_KEYS = ("pattern", "patterns")


def load(
    path: str | Path,
    groups: Collection[str] | None = None,
    allowed_keys: Collection[str] | None = None,
    required: Sequence[str] = ("source", "licence", "date"),
) -> dict[str, dict[str, Any]]:
    """
    Read a lexicon and check it.

    Parameters
    ----------
    path : str or Path
        A TOML file.
    groups : collection of str, optional
        Allowed names of groups; None allows any. A group with ``new = true`` may have any name, so
        that users can add groups, while a misspelt name is still an error.
    allowed_keys : collection of str, optional
        Keys that a group may have in addition to ``required``, ``PROVENANCE_KEYS`` and ``new``;
        None allows any.
    required : sequence of str
        Keys that every group must have, with a value that is not empty.

    Returns
    -------
    dict of str to dict
        The groups, in the order of the file.

    Raises
    ------
    LexiconError
        If the file is missing or is not valid TOML, or if a group lacks a key, has an unknown name
        or key, an empty word, a word twice in one list (ignoring case), or an invalid regular
        expression. The message names the file, the line and the key.
    """
    file = _LexiconFile(Path(path))
    lexicon = file.parse()
    for name, group in lexicon.items():
        if not isinstance(group, dict):
            reason = "is outside any group; move it below a [group] heading"
            file.fail(file.line_of((), name), name, reason)
        if groups is not None and name not in groups and not group.get("new"):
            hint = "To add a group of your own, write new = true in it."
            reason = unknown_value_message("group", name, groups, hint)
            file.fail(file.line_of((name,)), name, reason)
        _check_required(file, name, group, required)
        if allowed_keys is not None:
            allowed = dict.fromkeys([*allowed_keys, *required, *PROVENANCE_KEYS, "new"])
            _check_keys(file, name, group, allowed)
        _check_entries(file, (name,), group)
    return lexicon


def raise_error(
    path: str | Path,
    where: Sequence[str],
    reason: str,
    value: str | None = None,
) -> NoReturn:
    """
    Raise the error for a rule that only the caller knows, in the form that ``load`` uses.

    Parameters
    ----------
    path : str or Path
        The lexicon.
    where : sequence of str
        The group and the keys below it: ``("islamic_state", "choices", "daesh")``.
    reason : str
        What is wrong, and what is allowed.
    value : str, optional
        The invalid entry, used to find its line.

    Raises
    ------
    LexiconError
        Always, with file, line, key and reason.
    """
    file = _LexiconFile(Path(path))
    where = tuple(where)
    if len(where) == 1 or file.has_heading(where):
        line = file.line_of(where, value=value)
    else:
        line = file.line_of(where[:-1], where[-1], value)
    file.fail(line, ".".join(where), reason)


class _LexiconFile:
    """The lines of a lexicon, searched to report where an error is. Lines are counted from 1."""

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            self.lines = path.read_text(encoding="utf8").splitlines()
        except (OSError, UnicodeDecodeError) as error:
            siblings = sorted(sibling.name for sibling in path.parent.glob("*.toml"))
            raise LexiconError(
                f"Cannot read lexicon {path}: {error}. "
                f"Lexicons in that folder: {', '.join(siblings) or 'none'}."
            ) from None

    def parse(self) -> dict[str, Any]:
        """Return the file's content, or raise an error with the line of the syntax error."""
        try:
            return tomllib.loads("\n".join(self.lines))
        except tomllib.TOMLDecodeError as error:
            found = re.search(r"line (\d+)", str(error))
            line = found[1] if found else len(self.lines)
            raise LexiconError(f"{self.path}:{line}: not valid TOML: {error}") from None

    def fail(self, line: int, key: str, reason: str) -> NoReturn:
        """Raise the error for one line."""
        raise LexiconError(f"{self.path}:{line}: {key}: {reason}")

    def has_heading(self, where: Sequence[str]) -> bool:
        """Return whether a table, or a table in it, has a heading."""
        return self._find_heading(where) is not None

    def line_of(
        self,
        where: Sequence[str],
        key: str | None = None,
        value: str | None = None,
    ) -> int:
        """Return the line of a table's heading, of a key in it, or of a value of that key."""
        index = self._find_heading(where) if where else 0
        if index is None:
            # The table is written inline, so it is below the heading of its group.
            index = self._find(rf"\s*\[+\s*{_dotted(where[:1])}\s*\]") or 0
            value = value or key
            key = where[-1]
        if key is not None:
            assignment = rf"(.*[{{,]|)\s*[\"']?{re.escape(key)}[\"']?\s*="
            index = self._find_or(index, assignment, index)
        if value is not None:
            index = self._find_or(index, _quoted(value), index)
        return index + 1

    def line_of_repetition(self, where: Sequence[str], key: str, value: str) -> int:
        """Return the line of the second occurrence of a value."""
        line = self.line_of(where, key, value)
        twice_in_line = rf"(?i)(?:[\"']{re.escape(value)}[\"'].*){{2}}"
        if re.search(twice_in_line, self.lines[line - 1]):
            return line
        return self._find_or(line - 1, _quoted(value), line) + 1

    def _find_heading(self, where: Sequence[str]) -> int | None:
        return self._find(rf"\s*\[+\s*{_dotted(where)}\s*[\].]")

    def _find(self, pattern: str, start: int = 0) -> int | None:
        """Return the index of the first line from ``start`` on that matches."""
        for index in range(start, len(self.lines)):
            if re.match(pattern, self.lines[index]):
                return index
        return None

    def _find_or(self, default: int, pattern: str, start: int) -> int:
        index = self._find(pattern, start)
        return default if index is None else index


def _dotted(where: Sequence[str]) -> str:
    """Return a pattern for a dotted TOML key whose parts may be quoted."""
    return r"\s*\.\s*".join(rf"[\"']?{re.escape(part)}[\"']?" for part in where)


def _quoted(value: str) -> str:
    """Return a pattern for a line that contains a value in quotes, as it is or with escapes."""
    plain = re.escape(value)
    escaped = re.escape(repr(value)[1:-1])
    return rf"(?i).*[\"']{plain}[\"']|.*[\"']{escaped}[\"']"


def _check_required(
    file: _LexiconFile,
    name: str,
    group: dict[str, Any],
    required: Sequence[str],
) -> None:
    for key in required:
        if group.get(key) in (None, ""):
            reason = f"is missing; a group must have {', '.join(required)}"
            file.fail(file.line_of((name,)), f"{name}.{key}", reason)
    if "date" in required and not _is_date(group["date"]):
        reason = f"{group['date']!r} is not a date; write it like 2026-11-23"
        file.fail(file.line_of((name,), "date"), f"{name}.date", reason)


def _is_date(value: object) -> bool:
    if isinstance(value, date):
        return True
    try:
        date.fromisoformat(str(value))
    except ValueError:
        return False
    return True


def _check_keys(
    file: _LexiconFile,
    name: str,
    group: dict[str, Any],
    allowed: Collection[str],
) -> None:
    for key, value in group.items():
        if key not in allowed:
            is_table = isinstance(value, dict)
            line = file.line_of((name, key)) if is_table else file.line_of((name,), key)
            file.fail(line, f"{name}.{key}", unknown_value_message("key", key, allowed))


def _check_entries(file: _LexiconFile, where: tuple[str, ...], table: dict[str, Any]) -> None:
    """Check the lists of a table and of the tables in it."""
    for key, value in table.items():
        if key in _PATTERN_KEYS:
            _check_patterns(file, where, key, value if isinstance(value, list) else [value])
        if isinstance(value, dict):
            _check_entries(file, (*where, key), value)
        elif isinstance(value, list):
            _check_words(file, where, key, value)


def _check_words(file: _LexiconFile, where: tuple[str, ...], key: str, entries: list) -> None:
    """Check that every word is a text that is not empty, and occurs once. Skip numbers."""
    name = ".".join((*where, key))
    seen = set()
    for entry in entries:
        word = entry.get("word") if isinstance(entry, dict) else entry
        if word is None or isinstance(word, int | float):
            continue
        if not isinstance(word, str) or not word.strip():
            reason = f"{word!r} is not a word; an entry must be text that is not empty"
            file.fail(file.line_of(where, key), name, reason)
        if word.lower() in seen:
            reason = f"'{word}' is listed twice; remove one of the two"
            file.fail(file.line_of_repetition(where, key, word), name, reason)
        seen.add(word.lower())


def _check_patterns(file: _LexiconFile, where: tuple[str, ...], key: str, patterns: list) -> None:
    for pattern in patterns:
        try:
            re.compile(pattern)
        except (re.error, TypeError) as error:
            line = file.line_of(where, key, str(pattern))
            reason = f"{pattern!r} is not a valid regular expression: {error}"
            file.fail(line, ".".join((*where, key)), reason)
