"""
Read the word lists in ``data/lexicons``, and refuse a bad one with its file, key and line.

In: a TOML file. Out: a dict of its groups. A group is a top-level table that says where it comes from::

    [health_authority]
    source = "project judgement"
    licence = "Apache-2.0"
    date = 2026-11-23
    reason = "ministries and hospitals speak for a health authority"   # optional
    words = ["health ministry", "ministry of health"]
    patterns = ['hospitals?\\s+director']                               # optional, regular expressions

Groups may hold tables of their own (``[islamic_state.choices.daesh]``); those are checked in the same way, and
take the group's ``source``, ``licence`` and ``date``. What the words mean is for the caller: this module
knows nothing of frames, names or cues.
"""

import re
import tomllib
from datetime import date
from pathlib import Path

from analysis.core.errors import LexiconError, unknown_value

ABOUT = ("source", "licence", "date", "reason")
PATTERN_KEYS = ("pattern", "patterns")


def load(
    path, groups=None, allowed_keys=None, required=("source", "licence", "date"), across=False
):
    """
    Read a lexicon and check it.

    Parameters
    ----------
    path : str or Path
        A TOML file.
    groups : iterable of str, optional
        Names that groups may have; None allows any. A group with ``new = true`` may have any name, so that a
        user can add one on purpose but not by a slip of the pen.
    allowed_keys : iterable of str, optional
        Keys that a group may have beside ``source``, ``licence``, ``date``, ``reason`` and ``new``; None allows any.
    required : iterable of str
        Keys that every group must have, with a value that is not empty.
    across : bool
        Whether a word may not stand in two groups either. Within one list, a word stands once in any case;
        words are compared in lower case.

    Returns
    -------
    dict of str to dict
        The groups in the file's order.

    Raises
    ------
    LexiconError
        If the file is missing or is not TOML, or a group lacks a key, has an unknown name or key, an empty or
        repeated word, or a regular expression that does not compile. The message names file, line and key.
    """
    path = Path(path)
    lines = _lines(path)
    lexicon = _parse(path, lines)
    seen = {}
    for name, group in lexicon.items():
        if not isinstance(group, dict):
            _refuse(
                path,
                _line(lines, (), name),
                name,
                "stands outside a group; put it under a [group] heading",
            )
        if groups is not None and name not in groups and not group.get("new"):
            hint = "Write new = true in the group to add one of your own."
            _refuse(path, _line(lines, (name,)), name, unknown_value("group", name, groups, hint))
        _check_about(path, lines, name, group, required, allowed_keys)
        _check_entries(path, lines, (name,), group, seen, across)
    return lexicon


def raise_error(path, where, reason, value=None):
    """
    Refuse a lexicon for a rule of the caller's own, in the same words as ``load``.

    Parameters
    ----------
    path : str or Path
    where : tuple of str
        Group, and keys below it: ``("islamic_state", "choices", "daesh")``.
    reason : str
        What is wrong, and what is allowed.
    value : str, optional
        The bad entry, to find its line.

    Raises
    ------
    LexiconError
        Always.
    """
    path, where = Path(path), tuple(where)
    lines = _lines(path)
    *above, key = where
    is_table = len(where) == 1 or _find(lines, 0, rf"\s*\[+\s*{_dotted(where)}\s*[\].]") is not None
    number = (
        _line(lines, where, None, value) if is_table else _line(lines, tuple(above), key, value)
    )
    _refuse(path, number, ".".join(where), reason)


def words(value):
    """
    Give the words of an entry list, whichever way it is written.

    Parameters
    ----------
    value : list of str, list of dict with ``word``, or dict of word to weight

    Returns
    -------
    list of str

    Examples
    --------
    >>> words([{"word": "claim", "stance": "distancing"}, {"word": "say"}])
    ['claim', 'say']
    """
    return [entry["word"] if isinstance(entry, dict) else entry for entry in value]


def _lines(path):
    try:
        return path.read_text(encoding="utf8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        here = ", ".join(sorted(p.name for p in path.parent.glob("*.toml"))) or "no lexicon"
        raise LexiconError(
            f"Cannot read lexicon {path}: {error}. In that folder: {here}."
        ) from None


def _parse(path, lines):
    try:
        return tomllib.loads("\n".join(lines))
    except tomllib.TOMLDecodeError as error:
        at = re.search(r"line (\d+)", str(error))
        raise LexiconError(
            f"{path}:{at[1] if at else len(lines)}: not valid TOML: {error}"
        ) from None


def _check_about(path, lines, name, group, required, allowed_keys):
    for key in required:
        value = group.get(key)
        if value is None or value == "":
            _refuse(
                path,
                _line(lines, (name,)),
                f"{name}.{key}",
                "is missing; say where the words come from",
            )
    if "date" in required and not isinstance(group["date"], date):
        try:
            date.fromisoformat(str(group["date"]))
        except ValueError:
            _refuse(
                path,
                _line(lines, (name,), "date"),
                f"{name}.date",
                f"{group['date']!r} is not a day (2026-11-23)",
            )
    allowed = None if allowed_keys is None else [*allowed_keys, *required, *ABOUT, "new"]
    for key, value in group.items():
        if allowed is not None and key not in allowed:
            number = (
                _line(lines, (name, key)) if isinstance(value, dict) else _line(lines, (name,), key)
            )
            _refuse(
                path, number, f"{name}.{key}", unknown_value("key", key, dict.fromkeys(allowed))
            )


def _check_entries(path, lines, where, table, seen, across):
    """Walk the lists and tables of a group: words once, patterns that compile."""
    for key, value in table.items():
        name = ".".join((*where, key))
        for pattern in _as_list(value) if key in PATTERN_KEYS else []:
            _check_pattern(path, lines, where, key, name, pattern)
        if isinstance(value, dict):
            _check_entries(path, lines, (*where, key), value, seen, across)
        elif isinstance(value, list):
            _check_list(path, lines, (where, key, name), value, seen if across else {})


def _check_list(path, lines, at, entries, seen):
    where, key, name = at
    for word in entries:
        word = word.get("word") if isinstance(word, dict) else word
        if word is None or isinstance(word, int | float):
            continue
        if not isinstance(word, str) or not word.strip():
            _refuse(
                path, _line(lines, where, key), name, f"has an entry that is not a word: {word!r}"
            )
        if word.lower() in seen:
            first = seen[word.lower()]
            number = _line(lines, where, key, word, again=first == name)
            _refuse(path, number, name, f"'{word}' is there twice (also in {first}); leave one out")
        seen[word.lower()] = name


def _check_pattern(path, lines, where, key, name, pattern):
    try:
        re.compile(pattern)
    except (re.error, TypeError) as error:
        number = _line(lines, where, key, str(pattern))
        _refuse(path, number, name, f"the regular expression {pattern!r} does not compile: {error}")


def _as_list(value):
    return value if isinstance(value, list) else [value]


def _refuse(path, number, key, reason):
    raise LexiconError(f"{path}:{number}: {key}: {reason}")


def _line(lines, where, key=None, value=None, again=False):
    """Find the line (from 1) of a group's heading, of a key in it, or of a value of that key."""
    number = _find(lines, 0, rf"\s*\[+\s*{_dotted(where)}\s*[\].]") if where else 0
    if number is None:  # a table written inline: search after the heading of the group around it
        number = _find(lines, 0, rf"\s*\[+\s*{_dotted(where[:1])}\s*\]") or 0
        key, value = where[-1], value or key
    if key is not None:
        number = _or(
            _find(lines, number, rf"(.*[{{,]|)\s*[\"']?{re.escape(key)}[\"']?\s*="), number
        )
    if value is not None:
        quoted = rf"(?i).*[\"']{re.escape(value)}[\"']|.*[\"']{re.escape(repr(value)[1:-1])}[\"']"
        number = _or(_find(lines, number, quoted), number)
        if again and not re.search(rf"(?i)(?:[\"']{re.escape(value)}[\"'].*){{2}}", lines[number]):
            number = _or(_find(lines, number + 1, quoted), number)
    return number + 1


def _dotted(where):
    return r"\s*\.\s*".join(rf"[\"']?{re.escape(part)}[\"']?" for part in where)


def _find(lines, start, pattern):
    return next((i for i in range(start, len(lines)) if re.match(pattern, lines[i])), None)


def _or(number, other):
    return other if number is None else number
