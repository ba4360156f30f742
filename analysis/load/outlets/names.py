"""
Print the outlets of a corpus, each under one name.

In: what each article gives as its outlet. Out: the name under which the outlet is printed. One
instance serves a whole corpus, because the first spelling of an unknown name is kept for all.
"""

from analysis.load.outlets.addresses import below, read_address, registered_domain
from analysis.load.outlets.registry import Outlet, Registry, joined_key, read_registry

__all__ = ["OutletNames", "site_of"]


class OutletNames:
    """
    The printed names of the outlets of one corpus.

    Parameters
    ----------
    registry : Registry, optional
        The known outlets; those of the project by default.

    Attributes
    ----------
    known : dict of str to Outlet
        Those of the printed names so far that are known outlets.

    Examples
    --------
    >>> names = OutletNames()
    >>> names.printed("https://edition.cnn.com"), names.printed("www2.kansascity.com")
    ('CNN', 'kansascity.com')
    >>> names.printed("Tallis Herald"), names.printed("TALLIS  HERALD")
    ('Tallis Herald', 'Tallis Herald')
    >>> names.printed("TallisWatch"), names.printed("Tallis Watch")
    ('TallisWatch', 'TallisWatch')
    """

    def __init__(self, registry: Registry | None = None) -> None:
        self._registry = read_registry() if registry is None else registry
        self._printed: dict[str, str] = {}
        self._first_spelling: dict[str, str] = {}
        self.known: dict[str, Outlet] = {}

    def printed(self, given: str) -> str:
        """
        Return the name under which an outlet is printed.

        Parameters
        ----------
        given : str
            A name, host or address.

        Returns
        -------
        str
            The name of a known outlet; of an unknown host the registered domain, or the subdomain
            or account on a platform; otherwise the name as it is given, in the spelling in which
            the corpus gives it first.
        """
        if given not in self._printed:
            self._printed[given] = self._find(given)
        return self._printed[given]

    def publisher(self, url: str) -> Outlet | None:
        """
        Return the known outlet that publishes at an address.

        Parameters
        ----------
        url : str

        Returns
        -------
        Outlet or None
            None for a host that is not known, or that only shows articles of others.
        """
        address = read_address(url)
        found = None if address is None else self._registry.by_host(address.host)
        if found is None or found[0].kind in ("aggregator", "platform"):
            return None
        return found[0]

    def _find(self, given: str) -> str:
        outlet = self._registry.by_name(given)
        if outlet is not None:
            return self._print(outlet)
        address = read_address(given)
        if address is None:
            return self._spelling(" ".join(given.split()))
        found = self._registry.by_host(address.host)
        if found is None:
            return registered_domain(address.host) or address.host.removeprefix("www.")
        outlet, host = found
        if outlet.kind == "platform":
            site = below(address, host)
            named = self._registry.by_name(site)  # of a user, who knows whose account it is
            return self._print(named) if named else self._spelling(site)
        return self._print(outlet)

    def _print(self, outlet: Outlet) -> str:
        self.known[outlet.name] = outlet
        return outlet.name

    def _spelling(self, name: str) -> str:
        """Return the first spelling of a name that differs in case and spaces only."""
        return self._first_spelling.setdefault(joined_key(name), name)


def site_of(text: str) -> str:
    """
    Return whose an address is: its host, or the account on a platform.

    Parameters
    ----------
    text : str
        An address, a host or a name.

    Returns
    -------
    str
        A name as it is; it is printed as an outlet by ``OutletNames``.

    Examples
    --------
    >>> site_of("https://www.cbn.com/news/1"), site_of("https://t.me/s/sana_gov/12")
    ('cbn.com', 't.me/sana_gov')
    """
    address = read_address(text)
    if address is None:
        return text.strip()
    found = read_registry().by_host(address.host)
    if found is not None and found[0].kind == "platform":
        return below(address, found[1])
    return address.host.removeprefix("www.")
