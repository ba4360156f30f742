"""
Tell who speaks for an armed group that only this article introduces as one.

In: the text of an article, and the words for a source. Out: whether they name such a group. No list
holds every rebel movement: "a PLF spokesman" speaks for rebels where the article says once "the
rebel Popular Liberation Front (PLF)".
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

__all__ = ["armed_names", "speaks_for_armed"]

_ARMED = (
    r"(?:rebel|insurgent|militant|guerrilla|jihadist|jihadi|separatist|secessionist|paramilitary"
    r"|militia|armed)"
)
_GROUP = r"(?:group|movement|faction|force|army|militia|alliance|coalition|organi[sz]ation)"
_NAME = r"(?!The\b)[A-Z][\w’-]+(?:\s+(?:of\s+(?:the\s+)?|for\s+(?:the\s+)?)?[A-Z][\w’-]+){0,5}"
_SHORT = r"(?:\s+\((?P<short>[A-Z][A-Za-z]{1,5})\))"
# A rebel member of a party is no body: "rebel Labour MPs".
_BODY = (
    r"(?:Front|Army|Forces?|Movement|Brigades?|Militia|Group|Council|Alliance|Resistance|Command"
    r"|Coalition|Guards?|Fighters|Units?|Battalions?)"
)
_CALLED_BEFORE = re.compile(
    rf"\b{_ARMED}s?\s+(?:{_GROUP}\s+)?(?:the\s+)?"
    rf"(?:(?P<name>{_NAME}){_SHORT}|(?P<body>(?:{_NAME}\s+)?{_BODY})\b)"
)
_CALLED_AFTER = re.compile(
    rf"(?P<name>{_NAME}){_SHORT}?,\s+(?:an?|the)\s+(?:[\w-]+\s+){{0,3}}?{_ARMED}\s+{_GROUP}\b"
)


@lru_cache(maxsize=200)  # the attributions of an article come together
def armed_names(text: str) -> Mapping[str, str]:
    """
    Return the names that an article says are of armed groups.

    Parameters
    ----------
    text : str

    Returns
    -------
    mapping of str to str
        Names as printed, and the short ones in brackets beside them, each to the full name.

    Examples
    --------
    >>> names = armed_names("It was hit by the rebel Popular Liberation Front (PLF), medics said.")
    >>> sorted(names.items())
    [('PLF', 'Popular Liberation Front'), ('Popular Liberation Front', 'Popular Liberation Front')]
    >>> armed_names("The rebel Labour MPs voted against it.")
    mappingproxy({})
    """
    found: dict[str, str] = {}
    for pattern in (_CALLED_BEFORE, _CALLED_AFTER):
        for match in pattern.finditer(text):
            names = match.groupdict()
            full = names.get("name") or names["body"]
            found.setdefault(full, full)
            if names.get("short"):
                found[names["short"]] = full
    return MappingProxyType(found)


def speaks_for_armed(words: str, text: str) -> bool:
    """
    Return whether a source is an armed group of its article, or speaks for one.

    Parameters
    ----------
    words : str
        For the source: "PLF spokesman Ada Quist".
    text : str
        The article.

    Returns
    -------
    bool
        False for who left it ("a former PLF commander"), and for who is set against it ("anti-PLF
        fighters").
    """
    return any(
        re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", words) is not None
        and re.search(rf"\b(?:former|ex-)\s*(?:[\w-]+\s+)?{re.escape(name)}", words) is None
        for name in armed_names(text)
    )
