"""
Write a referent or a choice of names as texts write it: "Islamic State", not "islamic state".

In: an identifier of the lexicon of names, such as "islamic_state" or "armed_groups (M23)". Out:
words with the capitals that the lexicon's names have. An identifier that no lexicon has gets spaces
for its underscores, and nothing else.
"""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from analysis.core import paths

__all__ = ["printed_name"]

_BETWEEN = "[ -]"  # what underscores stand for: "us_led" is "US-led"


def printed_name(identifier: str) -> str:
    """
    Return an identifier as texts write it.

    Parameters
    ----------
    identifier : str
        A referent, with its party in brackets if it has one, or a choice of names; with
        underscores or spaces.

    Returns
    -------
    str
        A word is in lower case where any name of the lexicon has it so.

    Examples
    --------
    >>> printed_name("islamic_state"), printed_name("us led"), printed_name("armed_groups (M23)")
    ('Islamic State', 'US-led', 'armed groups (M23)')
    >>> printed_name("source_type")
    'source type'
    """
    words = identifier.replace("_", " ")
    name, bracket, party = words.partition(" (")
    return _printed_names().get(name, name) + bracket + party


@lru_cache(maxsize=1)
def _printed_names() -> Mapping[str, str]:
    """Return the printed form of each referent and choice of all lexicons of names."""
    found: dict[str, str] = {}
    for path in sorted(paths.LEXICONS.glob("names*.toml")):
        for identifier, names in _identifiers(path):
            words = identifier.replace("_", " ")
            found.setdefault(words, _as_in(words, names))
    return found


def _identifiers(path: Path) -> Iterator[tuple[str, list[str]]]:
    """Yield referents and choices with their names; the lexicon is checked elsewhere."""
    with path.open("rb") as file:
        groups = tomllib.load(file)
    for referent, group in groups.items():
        choices = group.get("choices", {}) if isinstance(group, dict) else {}
        names_of = {name: _names(choice) for name, choice in choices.items()}
        yield referent, [name for names in names_of.values() for name in names]
        yield from names_of.items()


def _names(choice: Any) -> list[str]:
    words = choice.get("words", []) if isinstance(choice, dict) else []
    return [word for word in words if isinstance(word, str)]


def _as_in(words: str, names: Iterable[str]) -> str:
    """Return words as names have them: the whole of them, or else one by one."""
    text = "\n".join(names)
    whole = _forms(_BETWEEN.join(map(re.escape, words.split())), text)
    if whole:
        return min(whole, key=_n_capitals)
    printed = []
    for word in words.split():
        printed.append(min(_forms(re.escape(word), text), key=_n_capitals, default=word))
    return " ".join(printed)


def _forms(pattern: str, text: str) -> list[str]:
    return re.findall(rf"(?<!\w){pattern}(?!\w)", text, re.IGNORECASE)


def _n_capitals(form: str) -> int:
    return sum(letter.isupper() for letter in form)
