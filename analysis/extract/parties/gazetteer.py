"""
The names of countries, armed groups, political parties, places and office holders.

In: ``data/gazetteer/parties.csv``, one row for each way to name a party, and a user's own parties.
Out: a ``Gazetteer`` that finds these names in a text. That a group is listed says that it is
reported on; it is no judgement of it.
"""

import csv
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from analysis.core import paths
from analysis.core.errors import LexiconError, unknown_value_message

__all__ = [
    "FORMS",
    "OWNER_KINDS",
    "Gazetteer",
    "PartyName",
    "Word",
    "gazetteer_with",
    "political_parties",
    "project_gazetteer",
    "read_names",
    "words_of",
]

OWNER_KINDS = (
    *("country", "place", "armed_group", "party", "organisation", "government", "military"),
    *("opposition", "leader", "other"),
)
FORMS = ("name", "adjective", "capital", "body", "leader", "surname")
_ONE_BODY = frozenset(
    ("armed_group", "party", "organisation", "government", "military", "opposition")
)
COLUMNS = ("party", "kind", "form", "words", "source", "day")
_TIES = (
    "backed|led|supported|allied|aligned|linked|sponsored|funded|trained|occupied|controlled|held"
)
# "al-Assad" is one word, "US-backed" and "pro-Russian" are two
_WORD = re.compile(
    rf"(?:[Aa]nti|[Pp]ro|[Nn]on)(?=-[A-Z])|[^\W_](?:(?:[\w.&'’]|-(?!(?:{_TIES})\b))*\w)?"
)
_LONGEST_ACRONYM = 3  # letters; a longer word in capitals may be a name in a headline or dateline
# "Papua New Guinea’s"
_POSSESSIVE = re.compile(r"(?:['’]s|(?<=s)['’])$")


class PartyName(NamedTuple):
    """One way to name a party: "Syria", "Syrian", "Damascus", "Bashar al-Assad"."""

    party: str
    kind: str
    form: str
    words: str


class Word(NamedTuple):
    """A word of a text; ``key`` is what is compared: without dots and the possessive ending."""

    start: int
    end: int
    key: str


class Gazetteer:
    """
    Names of parties, found by their first word.

    Parameters
    ----------
    names : iterable of PartyName
        Of two names in the same words the later one counts: a user's come last.

    Attributes
    ----------
    bodies : frozenset of str
        Parties that are one body ("Hamas"), and not a country with several sides.
    """

    def __init__(self, names: Iterable[PartyName]) -> None:
        self._by_words = {tuple(_keys(name.words)): name for name in names}
        every = self._by_words.values()
        self.bodies = frozenset(name.party for name in every if name.kind in _ONE_BODY)
        self._lengths: dict[str, list[int]] = {}
        for words in self._by_words:
            lengths = self._lengths.setdefault(words[0], [])
            if len(words) not in lengths:
                lengths.append(len(words))
        for lengths in self._lengths.values():
            lengths.sort(reverse=True)

    def with_names(self, names: Iterable[PartyName]) -> "Gazetteer":
        """Return a gazetteer with more names; those that it has already count as they are."""
        new = [name for name in names if tuple(_keys(name.words)) not in self._by_words]
        return Gazetteer([*self.names, *new]) if new else self

    @property
    def names(self) -> list[PartyName]:
        """Return all names, in the order in which they were given."""
        return list(self._by_words.values())

    def find(self, words: list[Word]) -> Iterator[tuple[int, int, PartyName]]:
        """
        Yield the names among the words of a text: first word, the word after the last, the name.

        The longest name that begins at a word wins; names do not overlap.
        """
        number = 0
        while number < len(words):
            found = self._at(words, number)
            if found is None:
                number += 1
                continue
            length, name = found
            yield number, number + length, name
            number += length

    def _at(self, words: list[Word], number: int) -> tuple[int, PartyName] | None:
        for as_printed in (True, False):
            printed = words[number].key
            for length in self._lengths.get(printed if as_printed else _as_name(printed), ()):
                keys = [word.key for word in words[number : number + length]]
                if not as_printed and _is_acronym(keys):
                    continue
                if not as_printed:
                    keys = [_as_name(key) for key in keys]
                name = self._by_words.get(tuple(keys))
                if name is not None and len(keys) == length:
                    return length, name
        return None


def words_of(text: str) -> list[Word]:
    """Return the words of a text."""
    return [Word(*match.span(), _key(match[0])) for match in _WORD.finditer(text)]


def _keys(words: str) -> list[str]:
    return [_key(match[0]) for match in _WORD.finditer(words)]


def _key(word: str) -> str:
    return _POSSESSIVE.sub("", word).replace(".", "").replace("’", "'")


def _as_name(word: str) -> str:
    """Return a word of a headline in capitals as a name has it: "NEW" of "NEW SOUTH WALES"."""
    return word.capitalize() if word.isupper() else word


def _is_acronym(keys: list[str]) -> bool:
    """Whether words in capitals may be short for something: one word of a few letters."""
    return len(keys) == 1 and len(keys[0]) <= _LONGEST_ACRONYM


def read_names(path: Path) -> list[PartyName]:
    """
    Read the gazetteer.

    Parameters
    ----------
    path : Path
        CSV with the columns ``party``, ``kind``, ``form``, ``words``, ``source`` and ``day``.

    Returns
    -------
    list of PartyName

    Raises
    ------
    LexiconError
        If a column is missing or a cell has no allowed value; the message names file and row.
    """
    with path.open(encoding="utf8", newline="") as file:
        rows = list(csv.DictReader(file))
    missing = [column for column in COLUMNS if rows and column not in rows[0]]
    if not rows or missing:
        lacking = ", ".join(missing) or "any row"
        raise LexiconError(f"{path} lacks {lacking}; expected columns: {', '.join(COLUMNS)}.")
    return [_name(path, number, row) for number, row in enumerate(rows, start=2)]


def _name(path: Path, number: int, row: Mapping[str, str]) -> PartyName:
    for column, allowed in (("kind", OWNER_KINDS), ("form", FORMS)):
        if row[column] not in allowed:
            reason = unknown_value_message(column, row[column], allowed, "")
            raise LexiconError(f"{path}, row {number}: {reason}")
    for column in ("party", "words", "source"):
        if not row[column].strip():
            raise LexiconError(f"{path}, row {number}: {column} is empty; give its words.")
    return PartyName(row["party"], row["kind"], row["form"], row["words"])


@lru_cache(maxsize=4)
def gazetteer_with(own: tuple[PartyName, ...]) -> Gazetteer:
    """Return the names that come with the project, then a user's own; made once."""
    return Gazetteer([*read_names(paths.GAZETTEER / "parties.csv"), *own])


def project_gazetteer() -> Gazetteer:
    """Return the names that come with the project."""
    return gazetteer_with(())


@cache
def political_parties() -> frozenset[str]:
    """Return the names of political parties that come with the project."""
    return frozenset(name.words for name in project_gazetteer().names if name.kind == "party")
