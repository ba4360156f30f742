"""
Tell what people and bodies do from what they say: verdicts, votes, appointments.

In: the text and an attribution as linked. Out: whether it is a deed by the rules of
``data/rules/attributions``: who was convicted, passed a bill or is expected to visit a town has
said nothing by that. A rule has patterns for the words of source, cue and content; its texts are
its tests.
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from analysis.core import paths
from analysis.core.errors import LexiconError
from analysis.extract.attributions.article_spans import LinkedSpans

__all__ = ["Deed", "deeds", "is_deed", "read_deeds"]

_PATTERNS = ("cue", "content", "unless_content", "source")
_KEYS = {"id", *_PATTERNS, "speaker", "why", "fires", "silent"}
_REQUIRED = ("id", "cue", "why", "fires", "silent")
_SPEAKERS = ("", "none", "acted_on")
_LEAST_TEXTS = 2
_CLASS = re.compile(r"@\{([^{}]+)\}")


@dataclass(frozen=True)
class Deed:
    """
    A rule for what is no statement.

    Attributes
    ----------
    id : str
    patterns : dict of str to Pattern
        ``cue`` and ``source`` match whole, ``content`` at its beginning; ``unless_content`` is
        searched for and overrules.
    speaker : str
        "none": only without a source; "acted_on": only without one, or if it is the subject of a
        passive; "": any.
    fires, silent : tuple of str
        Texts in which it must fire and must not.
    """

    id: str
    patterns: Mapping[str, re.Pattern[str]]
    speaker: str
    fires: tuple[str, ...]
    silent: tuple[str, ...]

    def matches(self, text: str, group: LinkedSpans) -> bool:
        """Return whether an attribution is such a deed."""
        cue = group.cue
        if cue is None or not self._has_speaker(group, cue.start):
            return False
        words = {
            "cue": cue.text_in(text).strip(),
            "source": " ".join(span.text_in(text) for span in group.sources),
            "content": " ... ".join(span.text_in(text) for span in group.contents),
        }
        if self.patterns["cue"].fullmatch(words["cue"]) is None:
            return False
        source = self.patterns.get("source")
        if source is not None and source.fullmatch(words["source"].strip()) is None:
            return False
        content, overruling = self.patterns.get("content"), self.patterns.get("unless_content")
        if content is not None and content.match(words["content"]) is None:
            return False
        return overruling is None or overruling.search(words["content"]) is None

    def _has_speaker(self, group: LinkedSpans, cue_start: int) -> bool:
        """Whether the source is one that the rule allows."""
        if not self.speaker or not group.sources:
            return True
        return self.speaker == "acted_on" and group.sources[-1].end <= cue_start


def is_deed(text: str, group: LinkedSpans) -> bool:
    """
    Return whether linked spans tell what somebody did, or what befell somebody.

    Parameters
    ----------
    text : str
        The article.
    group : LinkedSpans

    Returns
    -------
    bool

    Examples
    --------
    >>> from analysis.extract.attributions.article_spans import LinkedSpans, Span
    >>> text = "Roth was convicted of fraud."
    >>> cue, content = Span("cue", 5, 18), Span("content", 19, 27)
    >>> is_deed(text, LinkedSpans(cue, (content,), (Span("source", 0, 4),)))
    True
    """
    return any(deed.matches(text, group) for deed in deeds())


@lru_cache(maxsize=1)
def deeds() -> tuple[Deed, ...]:
    """Return the rules of all files in ``data/rules/attributions``."""
    found: list[Deed] = []
    for path in sorted(paths.ATTRIBUTION_RULES.glob("*.toml")):
        found += read_deeds(path)
    return tuple(found)


def read_deeds(path: Path) -> list[Deed]:
    """
    Read and check one file of rules.

    Parameters
    ----------
    path : Path

    Returns
    -------
    list of Deed

    Raises
    ------
    LexiconError
        If the file is not valid TOML, or a rule lacks a key, has an unknown one, fewer than two
        texts of either kind, an id that another rule has, or an invalid pattern.
    """
    try:
        content = tomllib.loads(path.read_text(encoding="utf8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise LexiconError(f"Cannot read rules {path}: {error}.") from None
    classes = content.get("classes", {})
    found: list[Deed] = []
    for entry in content.get("rule", ()):
        name = f"{path}: rule {entry.get('id', '?')!r}"
        _check(entry, name, {deed.id for deed in found})
        patterns = {
            key: _compiled(entry[key], classes, f"{name}: {key}")
            for key in _PATTERNS
            if key in entry
        }
        texts = tuple(entry["fires"]), tuple(entry["silent"])
        found.append(Deed(entry["id"], patterns, entry.get("speaker", ""), *texts))
    return found


def _check(entry: Mapping, name: str, ids: set[str]) -> None:
    """Raise an error if a rule lacks a key, or has one or a value that is unknown."""
    missing = [key for key in _REQUIRED if not entry.get(key)]
    unknown = sorted(set(entry) - _KEYS)
    if missing or unknown:
        raise LexiconError(f"{name}: missing {missing}, unknown {unknown}.")
    if entry["id"] in ids:
        raise LexiconError(f"{name}: another rule has this id.")
    if entry.get("speaker", "") not in _SPEAKERS:
        raise LexiconError(f"{name}: speaker is none of {_SPEAKERS[1:]}.")
    if min(len(entry["fires"]), len(entry["silent"])) < _LEAST_TEXTS:
        raise LexiconError(f"{name}: needs {_LEAST_TEXTS} texts of either kind.")


def _compiled(pattern: str, classes: Mapping[str, str], name: str) -> re.Pattern[str]:
    """Return a pattern with its word classes written out."""
    try:
        written = _CLASS.sub(lambda match: f"(?:{classes[match[1]]})", pattern)
        return re.compile(written, re.IGNORECASE | re.VERBOSE | re.DOTALL)
    except (re.error, KeyError) as error:
        raise LexiconError(f"{name}: {error}.") from None
