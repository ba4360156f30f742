"""
Read the outlets that are known: ``data/outlets.toml``, and a file of the user's own.

In: TOML files, whose form is told at the top of ``data/outlets.toml``. Out: a ``Registry``, which
finds an outlet by a name or a host. The user's file is looked at first.
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import NamedTuple

from analysis.core import lexicon, paths
from analysis.core.errors import ParameterError, unknown_value_message

__all__ = [
    "KINDS",
    "Outlet",
    "Registry",
    "joined_key",
    "name_key",
    "read_registry",
]

KINDS = ("state", "public", "private", "agency", "ngo", "party", "aggregator", "platform")
"""Who is behind an outlet; see ``data/outlets.toml``."""

_KEYS = ("name", "domains", "names", "country", "kind", "source")
_SPACE = re.compile(r"\s+")
_COUNTRY = re.compile("[A-Z]{2}")


class Outlet(NamedTuple):
    """
    What is known about an outlet.

    Parameters
    ----------
    name : str
        As it is printed.
    hosts, names : tuple of str
        Where it publishes, and what else it is called.
    country, kind, source : str or None
        Two-letter code of the country; one of ``KINDS``; what the kind rests on.
    """

    name: str
    hosts: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    country: str | None = None
    kind: str | None = None
    source: str | None = None


def name_key(name: str) -> str:
    """
    Return what spellings of a name have in common that differ in case and spaces only.

    Databases leave out the space before a place: "The Guardian(London)".

    Examples
    --------
    >>> name_key("  Al   Ahram "), name_key("Ma’an"), name_key("The Guardian(London)")
    ('al ahram', "ma'an", 'the guardian (london)')
    """
    plain = unicodedata.normalize("NFKC", name).replace("’", "'").replace("‘", "'")
    return _SPACE.sub(" ", plain.replace("(", " (")).strip().casefold()


def joined_key(name: str) -> str:
    """
    Return what spellings of a name have in common that differ in case and in any space.

    Names of countries are part of it, so that editions of two countries stay two outlets.

    Examples
    --------
    >>> joined_key("MarketWatch") == joined_key("Market Watch")
    True
    >>> joined_key("MSN") == joined_key("Msn India")
    False
    """
    return name_key(name).replace(" ", "")


class Registry:
    """
    Outlets by their names and hosts.

    Parameters
    ----------
    outlets : iterable of Outlet
        Where two have a name or host, the first one counts.
    """

    def __init__(self, outlets: Iterable[Outlet]) -> None:
        self._by_name: dict[str, Outlet] = {}
        self._by_host: dict[str, Outlet] = {}
        self._by_joined_name: dict[str, Outlet] = {}
        for outlet in outlets:
            for host in outlet.hosts:
                self._by_host.setdefault(host.casefold(), outlet)
            if outlet.kind != "platform":  # its name says nothing about whose account it is
                for name in (outlet.name, *outlet.names):
                    self._by_name.setdefault(name_key(name), outlet)
                    self._by_joined_name.setdefault(joined_key(name), outlet)

    def by_name(self, name: str) -> Outlet | None:
        """
        Return the outlet of a name.

        Parameters
        ----------
        name : str
            In any case, with or without spaces between its words. "The" may be missing or added
            before two words and more.

        Returns
        -------
        Outlet or None
        """
        key = name_key(name)
        without_the = key.removeprefix("the ")
        keys = [key]
        if " " in without_the:
            keys += [without_the, f"the {without_the}"]
        for each in keys:
            if each in self._by_name:
                return self._by_name[each]
        return self._by_joined_name.get(joined_key(name))

    def by_host(self, host: str) -> tuple[Outlet, str] | None:
        """
        Return the outlet of a host, and which of its hosts that is or is below of.

        Parameters
        ----------
        host : str
            In lower case.

        Returns
        -------
        (Outlet, str) or None
        """
        rest = host
        while "." in rest:
            if rest in self._by_host:
                return self._by_host[rest], rest
            rest = rest.partition(".")[2]
        return None


def read_registry(user_file: str | Path | None = None) -> Registry:
    """
    Read the known outlets.

    Parameters
    ----------
    user_file : str or Path, optional
        The user's own outlets, which come first.

    Returns
    -------
    Registry

    Raises
    ------
    ParameterError
        If there is no such file.
    LexiconError
        If a file is no valid TOML, or an entry lacks a name or has an unknown key, kind or country.
    """
    if user_file is None:
        return _project_registry()
    path = Path(user_file).expanduser()
    if not path.is_file():
        raise ParameterError(
            f"There is no file {path}. Give a TOML file of outlets in the form of "
            f"{paths.OUTLETS.relative_to(paths.ROOT)}."
        )
    return Registry([*_read(path), *_read(paths.OUTLETS)])


@cache
def _project_registry() -> Registry:
    return Registry(_read(paths.OUTLETS))


def _read(path: Path) -> list[Outlet]:
    """Return the outlets of a file."""
    outlets = []
    for key, entry in lexicon.load(path, allowed_keys=_KEYS, required=("name",)).items():
        for column in ("domains", "names"):
            if not isinstance(entry.get(column, []), list):
                lexicon.raise_error(path, (key, column), 'is not a list; write ["one", "two"]')
        kind = entry.get("kind")
        if kind is not None and kind not in KINDS:
            lexicon.raise_error(path, (key, "kind"), unknown_value_message("kind", kind, KINDS))
        country = entry.get("country")
        if country is not None and not _COUNTRY.fullmatch(str(country)):
            lexicon.raise_error(path, (key, "country"), f"{country!r} is no two-letter code: GB")
        outlets.append(
            Outlet(
                name=str(entry["name"]).strip(),
                hosts=(key, *entry.get("domains", [])),
                names=(key, *entry.get("domains", []), *entry.get("names", [])),
                country=country,
                kind=kind,
                source=entry.get("source"),
            )
        )
    return outlets
