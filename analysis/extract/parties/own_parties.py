"""
Read a user's own parties: ``parties.toml`` beside a corpus.

In: a TOML file with one table a party. Out: names for the gazetteer, which come after those of the
project, so that a user's word for a name counts::

    ["Velm Front"]
    kind = "armed_group"
    names = ["VF", "Front for Velm"]     # other names
    adjectives = ["Velmish"]
    leaders = ["Oskar Lind"]             # who speaks and acts for it
    bodies = ["Council of Velm"]         # what belongs to it
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from analysis.core import lexicon
from analysis.core.errors import ParameterError, unknown_value_message
from analysis.extract.parties.gazetteer import OWNER_KINDS, PartyName

__all__ = ["read_user_parties"]

_FORM_OF_KEY = {
    "names": "name",
    "adjectives": "adjective",
    "capitals": "capital",
    "bodies": "body",
    "leaders": "leader",
}
_ALLOWED_KEYS = ("kind", *_FORM_OF_KEY)


def read_user_parties(path: str | Path) -> tuple[PartyName, ...]:
    """
    Read a file of parties.

    Parameters
    ----------
    path : str or Path

    Returns
    -------
    tuple of PartyName
        The name of each party, then its other names, in the order of the file.

    Raises
    ------
    ParameterError
        If there is no such file.
    LexiconError
        If it is no valid TOML, or a party lacks its kind, or has an unknown kind or key, or a list
        is none; the message names file, line and key.
    """
    path = Path(path).expanduser()
    if not path.is_file():
        raise ParameterError(
            f"There is no file {path}. Give a TOML file with a table for each party: "
            '["Velm Front"] and below it kind = "armed_group".'
        )
    parties = lexicon.load(path, allowed_keys=_ALLOWED_KEYS, required=("kind",))
    found: list[PartyName] = []
    for party, group in parties.items():
        found += _names(path, party, group)
    return tuple(found)


def _names(path: Path, party: str, group: Mapping[str, Any]) -> list[PartyName]:
    kind = group["kind"]
    if kind not in OWNER_KINDS:
        reason = unknown_value_message("kind", str(kind), OWNER_KINDS)
        lexicon.raise_error(path, (party, "kind"), reason)
    found = [PartyName(party, kind, "name", party)]
    for key, form in _FORM_OF_KEY.items():
        words = group.get(key, [])
        if not isinstance(words, list):
            lexicon.raise_error(path, (party, key), 'is not a list; write ["one", "two"]')
        found += [PartyName(party, kind, form, word) for word in words]
    return found
