"""
Find the places that a sentence says its number is of: "deaths in Montgomery County fell".

In: a sentence. Out: names. A share or a rate of a county is not its country's, however alike two
sentences are.
"""

import re

__all__ = ["places_named"]

_NAME = r"[A-Z][\w’'-]+(?:\s+(?:of\s+(?:the\s+)?)?[A-Z][\w’'-]+)*"
_PLACE = re.compile(
    rf"\b(?:[Ii]n|across|Across|throughout|for)\s+(?:the\s+)?(?P<name>{_NAME})"
    rf"|\b(?P<where>{_NAME}),\s+where\b"
)
_TIMES = frozenset(
    """
    January February March April May June July August September October November December Monday
    Tuesday Wednesday Thursday Friday Saturday Sunday
    """.split()
)
_ACRONYMS = {"US": "united states", "U.S.": "united states", "UK": "britain", "U.K.": "britain"}
_ACRONYM = re.compile(r"(?<![\w.])(?:US|UK|U\.[SK]\.)(?![\w$])")
_SAME = {"united kingdom": "britain", "america": "united states"}
_WHOLE = re.compile(r"\b(?:national|nationwide|countrywide|nationally)\b", re.IGNORECASE)


def places_named(sentence: str) -> frozenset[str]:
    """
    Return the places named after "in" or before "where", and "US" and "UK" anywhere.

    Parameters
    ----------
    sentence : str

    Returns
    -------
    frozenset of str
        In lower case; "national" for the whole country. Months and days are no places.

    Examples
    --------
    >>> sorted(places_named("Deaths in Montgomery County fell in April."))
    ['montgomery county']
    """
    names = [match["name"] or match["where"] for match in _PLACE.finditer(sentence)]
    found = {name.lower() for name in names if name.split()[0] not in _TIMES}
    found = {_SAME.get(name, name) for name in found}
    found.update(_ACRONYMS[match[0]] for match in _ACRONYM.finditer(sentence))
    if _WHOLE.search(sentence):
        found.add("national")
    return frozenset(found)
