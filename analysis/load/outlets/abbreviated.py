"""
Find outlets that a corpus gives under an abbreviation beside their name, by where they publish.

In: the printed outlets of articles, with their addresses. Out: abbreviations with the outlet at
whose hosts all their articles are. The letters alone tell nothing ("FOX" may be anything), and
neither do the hosts: a site also shows what agencies write.
"""

import re

import pandas as pd

from analysis.load.outlets.names import OutletNames
from analysis.load.outlets.registry import Outlet
from analysis.load.records import problem_row

__all__ = ["Abbreviations", "abbreviation_problems"]

_SHORT = re.compile(r"[A-Z]{2,5}")


class Abbreviations:
    """
    The abbreviations among the outlets of one corpus, and where their articles are.

    Parameters
    ----------
    names : OutletNames
        Those that name the outlets.

    Examples
    --------
    >>> names = OutletNames()
    >>> found = Abbreviations(names)
    >>> for given in ("Fox News", "FOX"):
    ...     found.add(names.printed(given), "https://www.foxnews.com/politics/1")
    >>> found.full_names()
    {'FOX': 'Fox News'}
    """

    def __init__(self, names: OutletNames) -> None:
        self._names = names
        self._outlets: set[str] = set()
        self._publishers: dict[str, set[Outlet | None]] = {}

    def add(self, outlet: str | None, url: str | None) -> None:
        """
        Note where an article is.

        Parameters
        ----------
        outlet : str or None
            As it is printed.
        url : str or None
            Articles without an address say nothing about where their outlet publishes.
        """
        if outlet is None:
            return
        self._outlets.add(outlet)
        if url and outlet not in self._names.known and _SHORT.fullmatch(outlet):
            self._publishers.setdefault(outlet, set()).add(self._names.publisher(url))

    def full_names(self) -> dict[str, str]:
        """
        Return the abbreviations of outlets that the corpus gives under their name, too.

        Returns
        -------
        dict of str to str
            Printed name to the name of the known outlet at whose hosts all its articles are.
        """
        found = {}
        for short, publishers in self._publishers.items():
            publisher = next(iter(publishers))
            if len(publishers) > 1 or publisher is None:
                continue
            if publisher.name in self._outlets and _abbreviates(short, publisher):
                found[short] = publisher.name
        return found

    def write_out(self, articles: pd.DataFrame) -> pd.DataFrame:
        """
        Return articles with the abbreviations written out.

        Parameters
        ----------
        articles : DataFrame
            With ``outlet``. Not changed.

        Returns
        -------
        DataFrame
        """
        full_names = self.full_names()
        if not full_names:
            return articles
        return articles.assign(outlet=articles["outlet"].replace(full_names))


def _abbreviates(short: str, outlet: Outlet) -> bool:
    """Return whether letters occur in order in a name of an outlet and begin with its first."""
    names = {outlet.name, *outlet.names} - set(outlet.hosts)
    return any(_are_in_order(short.casefold(), name.casefold()) for name in names)


def _are_in_order(letters: str, name: str) -> bool:
    rest = iter(name.removeprefix("the "))
    is_first = name.removeprefix("the ").startswith(letters[0])
    return is_first and all(letter in rest for letter in letters)


def abbreviation_problems(
    articles: pd.DataFrame, abbreviations: Abbreviations
) -> list[dict[str, object]]:
    """
    Return a row of ``problems`` for each abbreviation that was written out.

    Parameters
    ----------
    articles : DataFrame
        With ``outlet``, written out. Not changed.
    abbreviations : Abbreviations

    Returns
    -------
    list of dict
    """
    outlets = set(articles["outlet"].dropna())
    problems = []
    for short, name in sorted(abbreviations.full_names().items()):
        if name in outlets:
            reason = (
                f"{short}: all addresses of its articles are of {name}, so they are printed as its "
                f"articles; if it is another outlet, name it in outlets.toml"
            )
            problems.append({**problem_row("", reason, kept=True), "article_id": None})
    return problems
