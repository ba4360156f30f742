"""
Tell a body from the country that its name says it is of: "Lebanese health ministry".

In: the name of a source. Out: the body, and its country in ``data/gazetteer/parties.csv``. Outlets
say it in other words each: "the country's health ministry", "the health ministry in Beirut".
"""

import re
from functools import lru_cache

from analysis.compare.quantities.sides import party_named

__all__ = ["body_and_country", "is_one_body"]

_OF_THE_COUNTRY = re.compile(r"^(?:country|nation)['’]s\s+", re.IGNORECASE)
# "in Beirut", "of Lebanon"
_PLACE_AFTER = re.compile(r"\s+(?:in|of)\s+(?:the\s+)?(?P<place>[A-Z][\w.-]*(?:\s[A-Z][\w.-]*)*)$")
_PLACE_BEFORE = re.compile(r"^(?P<place>[A-Z][\w.-]*(?:['’]s)?)\s+")
_ARTICLE = re.compile(r"^(?:the|an?)\s+", re.IGNORECASE)
_FEWEST_WORDS = 2  # of a body: "ministry" alone may be any
# of which a country has but one
_STATE_BODY = re.compile(
    r"\b(?:ministry|ministries|department|government|parliament|cabinet|treasury|central\s+bank"
    r"|embassy|presidency|coast\s*guard|health\s+service|army|navy|air\s+force)$"
)


@lru_cache(maxsize=10_000)  # each source of a story is compared with all others
def body_and_country(source: str) -> tuple[str, str | None]:
    """
    Return the name of a body without that of its country, and the country.

    Parameters
    ----------
    source : str

    Returns
    -------
    body : str
        In lower case, without an article.
    country : str or None
        None where the name tells none, or only "the country's".

    Examples
    --------
    >>> body_and_country("the Lebanese health ministry")
    ('health ministry', 'Lebanon')
    >>> body_and_country("health ministry in Beirut")
    ('health ministry', 'Lebanon')
    >>> body_and_country("the country's health ministry")
    ('health ministry', None)
    """
    name = _ARTICLE.sub("", source.strip(" ,"))
    name = _OF_THE_COUNTRY.sub("", name)
    for place in (_PLACE_AFTER, _PLACE_BEFORE):
        found = place.search(name)
        country = None if found is None else party_named(found["place"])
        if found is not None and country is not None:
            rest = name[: found.start()] + name[found.end() :]
            return rest.lower(), country
    return name.lower(), None


def is_one_body(source: str, other: str) -> bool:
    """
    Return whether two names are of one body, by its own name and its country.

    Parameters
    ----------
    source, other : str

    Returns
    -------
    bool
        Whether both name a body of a state, of two words or more, that is the same but for the
        country, and not two countries.
    """
    (body, country), (other_body, other_country) = map(body_and_country, (source, other))
    if body != other_body or len(body.split()) < _FEWEST_WORDS or not _STATE_BODY.search(body):
        return False
    return country == other_country or None in (country, other_country)
