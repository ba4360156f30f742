"""
Read lexicons of names: referents, and the names that an outlet can choose for each.

In: TOML files in the form of ``data/lexicons/names.toml``. Out: ``Referents``, which holds a
regular expression for every name. Texts are searched in ``analysis.extract.naming``.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from analysis.core import lexicon as lexicons
from analysis.core import paths
from analysis.core.errors import unknown_value_message
from analysis.core.tables import PARTY_KINDS
from analysis.extract.parties.gazetteer import project_gazetteer

__all__ = ["NamePattern", "PartyOf", "Referents", "name_lexicons", "read_name_lexicons"]

_ALLOWED_KEYS = (
    "about",
    "topic",
    "actor",
    "parties",
    "kinds",
    "by_party",
    "harm",
    "figurative",
    "places",
    "needs",
    "also_needs",
    "ignore",
    "choices",
)
_REQUIRED_KEYS = ("about", "topic", "source", "licence", "date")
_CHOICE_KEYS = ("words", "patterns", *lexicons.PROVENANCE_KEYS)
_WORD = re.compile(r"\w+")
_FIRST_WORD = re.compile(r"(?P<stem>\w+)(?:\((?P<plural>\w+)\))?")
# what may follow a name after a hyphen and leave it a name: "rebel-held"
_NAME_END = (
    r"(?!\w|-(?!(?:held|controlled|led|run|backed|linked|allied|affiliated|besieged|occupied)\b))"
)


class PartyOf(NamedTuple):
    """Whose generic names a referent's can be: parties, and kinds of names (none: any)."""

    names: frozenset[str]
    kinds: frozenset[str]


class NamePattern(NamedTuple):
    """
    A name to search for.

    Attributes
    ----------
    pattern : Pattern
    referent : str
    choice : str or None
        None for an expression that is no name of the referent.
    is_proper : bool
        Whether it says by itself who is meant: "Assad forces", not "regime forces".
    """

    pattern: re.Pattern[str]
    referent: str
    choice: str | None
    is_proper: bool


# an adjective with a capital that any country's fighters may bear
_FAITH = re.compile(
    r"\b(?:Islamist|Islamic|Jihadist|Muslim|Christian|Shia|Shiite|Sunni|Salafist)\b(?! State)"
)


@dataclass(frozen=True)
class Referents:
    """
    A lexicon of names, compiled.

    Attributes
    ----------
    names : list of str
        The referents, in the order of the files.
    topics : dict of str to str
        Topic of each referent.
    needs : dict of str to Pattern or None
        What an article must contain for a referent to be searched for; None if it need not.
    also_needs : dict of str to Pattern or None
        What it must contain besides, such as the name of a country; None if it need not.
    phrases : dict of str to list of NamePattern
        Names by their first word in lower case.
    patterns : list of NamePattern
        Names that the lexicon gives as regular expressions.
    parties : dict of str to PartyOf
        For referents that are a party's: whose a generic name must be.
    places : dict of str to frozenset of str
        For referents that are in some countries: which, as parties of the gazetteer.
    by_party : frozenset of str
        Referents that are somebody's, and are told apart by whose: a government, fighters.
    of_harm : frozenset of str
        Referents that are harm to bodies, whose words are idioms elsewhere: the dead, violence.
    figurative : frozenset of str
        Referents whose words are figures of speech elsewhere: all of harm, protest, disaster.
    actors : frozenset of str
        Referents that are persons or groups of people, so that a text can be for or against them.
    """

    names: list[str] = field(default_factory=list)
    topics: dict[str, str] = field(default_factory=dict)
    needs: dict[str, re.Pattern[str] | None] = field(default_factory=dict)
    also_needs: dict[str, re.Pattern[str] | None] = field(default_factory=dict)
    phrases: dict[str, list[NamePattern]] = field(default_factory=dict)
    patterns: list[NamePattern] = field(default_factory=list)
    parties: dict[str, PartyOf] = field(default_factory=dict)
    places: dict[str, frozenset[str]] = field(default_factory=dict)
    by_party: frozenset[str] = frozenset()
    of_harm: frozenset[str] = frozenset()
    figurative: frozenset[str] = frozenset()
    actors: frozenset[str] = frozenset()


def name_lexicons() -> list[Path]:
    """Return the lexicons of names: that of the project, then every ``names_*.toml`` of a user."""
    return [paths.LEXICONS / "names.toml", *sorted(paths.LEXICONS.glob("names_*.toml"))]


def read_name_lexicons(
    lexicon: str | Path | Iterable[str | Path] | None = None,
) -> Referents:
    """
    Read lexicons of names and check them.

    A file that has changed since is read again.

    Parameters
    ----------
    lexicon : str, Path, or iterable of them, optional
        ``data/lexicons/names.toml`` by default.

    Returns
    -------
    Referents
        Those of all files, in their order.

    Raises
    ------
    LexiconError
        If a file breaks the rules of ``analysis.core.lexicon.load``, a referent has no ``about``,
        no ``topic`` or no choices, a choice has no words, a word is in two choices of a referent, a
        place is not in the gazetteer, or a referent is in two files.
    """
    if lexicon is None:
        lexicon = paths.LEXICONS / "names.toml"
    if isinstance(lexicon, str | Path):
        lexicon = [lexicon]
    files = [Path(path) for path in lexicon]
    return _read(tuple((path, _modification_time(path)) for path in files))


def _modification_time(path: Path) -> int:
    """Return when a file was changed, in nanoseconds; 0 if there is no such file."""
    return path.stat().st_mtime_ns if path.is_file() else 0


@lru_cache(maxsize=8)
def _read(files: tuple[tuple[Path, int], ...]) -> Referents:
    """Read and compile lexicons; the modification times are part of the cache's key."""
    groups: dict[str, dict[str, Any]] = {}
    for path, _ in files:
        own = lexicons.load(path, allowed_keys=_ALLOWED_KEYS, required=_REQUIRED_KEYS)
        for referent, group in own.items():
            if referent in groups:
                lexicons.raise_error(
                    path, (referent,), "is in another lexicon too; list each referent once"
                )
            for key in ("actor", "by_party", "harm", "figurative"):
                _check_boolean(path, referent, group, key, usual=key == "actor")
            _check_kinds(path, referent, group)
            _check_places(path, referent, group)
            _check_choices(path, referent, group)
            for word in group.get("ignore", []):
                _check_letters(path, (referent, "ignore"), word)
        groups |= own
    return _compile(groups)


def _check_boolean(
    path: Path,
    referent: str,
    group: Mapping[str, Any],
    key: str,
    usual: bool,
) -> None:
    """Raise LexiconError if a key is neither true nor false."""
    value = group.get(key, usual)
    if not isinstance(value, bool):
        words = f"allowed: {str(usual).lower()} (the default), {str(not usual).lower()}"
        lexicons.raise_error(path, (referent, key), f"is {value!r}; {words}")


def _check_kinds(path: Path, referent: str, group: Mapping[str, Any]) -> None:
    """Raise LexiconError if a kind of party is unknown, or kinds are given without parties."""
    kinds = group.get("kinds", [])
    if kinds and not group.get("parties"):
        lexicons.raise_error(path, (referent, "kinds"), 'has no effect without parties = ["..."]')
    for kind in kinds:
        if kind not in PARTY_KINDS:
            reason = unknown_value_message("kind", kind, PARTY_KINDS)
            lexicons.raise_error(path, (referent, "kinds"), reason, kind)


def _check_places(path: Path, referent: str, group: Mapping[str, Any]) -> None:
    """Raise LexiconError if a place is no party of the gazetteer, so that it would never match."""
    places = group.get("places", [])
    if not places:
        return
    known = {name.party for name in project_gazetteer().names}
    for place in places:
        if place not in known:
            reason = f"{place!r} is no country of the gazetteer"
            lexicons.raise_error(path, (referent, "places"), reason, place)


def _check_choices(path: Path, referent: str, group: Mapping[str, Any]) -> None:
    """Raise LexiconError if the choices of a referent break the rules."""
    choices = group.get("choices")
    if not isinstance(choices, dict) or not choices:
        lexicons.raise_error(
            path, (referent,), f"has no choices; add [{referent}.choices.NAME] with words = [...]"
        )
        return
    choice_of: dict[str, str] = {}
    for choice, table in choices.items():
        where = (referent, "choices", choice)
        _check_choice(path, where, table)
        for word in table.get("words", []):
            _check_word(path, where, word, choice_of)
            choice_of[word.lower()] = choice


def _check_choice(path: Path, where: tuple[str, ...], table: object) -> None:
    """Raise LexiconError if a choice has neither words nor patterns, or an unknown key."""
    if not isinstance(table, dict) or not (table.get("words") or table.get("patterns")):
        lexicons.raise_error(path, where, 'has no words; add words = ["..."]')
        return
    for key in table:
        if key not in _CHOICE_KEYS:
            lexicons.raise_error(
                path, (*where, key), unknown_value_message("key", key, _CHOICE_KEYS)
            )


def _check_word(
    path: Path,
    where: tuple[str, ...],
    word: str,
    choice_of: Mapping[str, str],
) -> None:
    """Raise LexiconError if a name has no letter or digit, or belongs to another choice too."""
    where = (*where, "words")
    _check_letters(path, where, word)
    other = choice_of.get(word.lower())
    if other is not None:
        lexicons.raise_error(path, where, f"'{word}' is also a name of choice '{other}'", word)


def _check_letters(path: Path, where: tuple[str, ...], word: str) -> None:
    """Raise LexiconError if an entry has no letter or digit."""
    if not _WORD.search(word):
        lexicons.raise_error(path, where, f"{word!r} has no letter or digit", word)


def _compile(groups: Mapping[str, Mapping[str, Any]]) -> Referents:
    """Compile the groups of checked lexicons."""
    referents = Referents(
        names=list(groups),
        topics={name: group["topic"] for name, group in groups.items()},
        by_party=frozenset(name for name, group in groups.items() if group.get("by_party")),
        of_harm=frozenset(name for name, group in groups.items() if group.get("harm")),
        figurative=frozenset(
            name for name, group in groups.items() if group.get("harm") or group.get("figurative")
        ),
        actors=frozenset(name for name, group in groups.items() if group.get("actor", True)),
    )
    for referent, group in groups.items():
        if "parties" in group:
            kinds = frozenset(group.get("kinds", ()))
            referents.parties[referent] = PartyOf(frozenset(group["parties"]), kinds)
        if "places" in group:
            referents.places[referent] = frozenset(group["places"])
        referents.needs[referent] = _compile_needs(group.get("needs", []))
        referents.also_needs[referent] = _compile_needs(group.get("also_needs", []))
        for choice, table in group["choices"].items():
            for word in table.get("words", []):
                _add_phrase(referents.phrases, word, referent, choice)
            for pattern in table.get("patterns", []):
                compiled = re.compile(pattern)
                referents.patterns.append(NamePattern(compiled, referent, choice, is_proper=True))
        for word in group.get("ignore", []):
            _add_phrase(referents.phrases, word, referent, None)
    return referents


def _compile_needs(words: Iterable[str]) -> re.Pattern[str] | None:
    """Return a pattern for the words that an article must contain; None if there are none."""
    alternatives = "|".join(_expression(word) for word in words)
    if not alternatives:
        return None
    return re.compile(rf"(?<!\w)(?:{alternatives})(?!\w)")


def _add_phrase(
    phrases: dict[str, list[NamePattern]],
    word: str,
    referent: str,
    choice: str | None,
) -> None:
    """Add a name under its first word, and under the plural of that word."""
    first = _FIRST_WORD.search(word.lower())
    if first is None:
        return  # _check_letters raises for these
    pattern = re.compile(rf"(?<![\w-]){_expression(word)}{_NAME_END}")
    for key in {first["stem"], first["stem"] + (first["plural"] or "")}:
        phrases.setdefault(key, []).append(NamePattern(pattern, referent, choice, _is_proper(word)))


def _is_proper(word: str) -> bool:
    """Whether an entry says who is meant: a capital of a name, not of a faith ("Islamist")."""
    plain = _FAITH.sub("", word)
    return plain != plain.lower()


def _expression(word: str) -> str:
    """
    Return the regular expression for an entry of the lexicon.

    "(s)" is an optional plural, and a space matches any white space. Words in lower case match in
    any case; others as written, with a capital at the beginning of a sentence, or in capitals.
    """
    plain = re.escape(word).replace(r"\ ", r"\s+")
    plain = plain.replace("'", "['\u2019]").replace("\u2019]\u2019]", "\u2019]")
    plain = re.sub(r"\\\((\w+)\\\)", r"(?:\1)?", plain)
    if word == word.lower():
        return f"(?i:{plain})"
    capitals = re.sub(r"(?<!\\)[a-z]", lambda letter: letter[0].upper(), plain)
    if word[0].islower():
        plain = f"[{word[0]}{word[0].upper()}]{plain[1:]}"
    return f"(?:{plain}|{capitals})"
