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

from analysis.extract.attributions.source_types import is_country

__all__ = ["armed_names", "speaks_for_armed"]

_ARMED = r"(?:rebel|insurgent|militant|guerrilla|jihadist|jihadi|militia)"
# these may be of a state or a party: armed only if a group is called so
_PERHAPS = r"(?:separatist|secessionist|paramilitary|armed|Islamist)"
_GROUP = r"(?:group|movement|faction|force|army|militia|alliance|coalition|organi[sz]ation)"
_NAME = r"(?!The\b)[A-Z][\w’-]+(?:\s+(?:of\s+(?:the\s+)?|for\s+(?:the\s+)?)?[A-Z][\w’-]+){0,5}"
_SHORT = r"(?:\s+\((?P<short>[A-Z][A-Za-z]{1,5})\))"
# A rebel member of a party is no body: "rebel Labour MPs".
_BODY = (
    r"(?:Front|Army|Forces?|Movement|Brigades?|Militia|Group|Council|Alliance|Resistance|Command"
    r"|Coalition|Guards?|Fighters|Units?|Battalions?)"
)
_CALLED_BEFORE = re.compile(
    rf"\b(?:{_ARMED}s?\s+(?:{_GROUP}\s+)?|{_PERHAPS}\s+{_GROUP}\s+)(?:the\s+)?"
    rf"(?:(?P<name>{_NAME}){_SHORT}|(?P<body>(?:{_NAME}\s+)?{_BODY})\b)"
)
# "The last fighters of the Tolma National Front"
_FIGHTERS_OF = re.compile(
    rf"\b(?:{_ARMED}s|fighters|gunmen|guerrillas)\s+(?:of|from)\s+the\s+"
    rf"(?P<body>(?:{_NAME}\s+)?{_BODY})\b{_SHORT}?"
)
_CALLED_AFTER = re.compile(
    rf"(?P<name>{_NAME}){_SHORT}?,\s+(?:an?|the)\s+(?:[\w-]+\s+){{0,3}}?"
    rf"(?:{_ARMED}|{_PERHAPS})\s+{_GROUP}\b"
)
# an army, forces or a command may be of a state
_NO_ARMY = r"(?:Front|Movement|Brigades?|Militia|Group|Alliance|Resistance|Guards?|Battalions?)"
# "the Southern Guard militia", "the Southern Guard, the strongest of the militias"
_CALLED_SO = re.compile(
    rf"\b(?P<body>(?:{_NAME}\s+)?{_NO_ARMY})"
    rf"(?:\s+militia\b|,\s+the\s+[a-z]+est\s+of\s+the\s+(?:[\w-]+\s+){{0,2}}?{_ARMED}s\b)"
)
_FIGHTERS_FIRST = re.compile(
    rf"\b(?:Fighters|Gunmen)\s+(?:of|from)\s+the\s+(?P<body>(?:{_NAME}\s+)?{_NO_ARMY})\b{_SHORT}?"
)
# no armed group, whatever stands before: "the militant Transport Workers Union"
_NO_GROUP = re.compile(
    r"\b(?:Party|Union|Workers|Police|Revolutionary|Border"
    r"|National\s+(?:Guards?|Police|Assembly|Council)|Coast"
    r"|MPs?|Senators?|Labou?r|Parliament|Congress|Church|University)\b"
)
# by which the group alone may be called; an army may be another
_LAST_WORD = re.compile(r"(?<=\s)(?:Brigades?|Guards?|Front|Resistance|Battalions?)$")
_SPEAKER = (
    r"(?:spokes\w+|officials?|commanders?|leaders?|fighters?|members?|representatives?|negotiators?"
    r"|chiefs?|sources?|statement|military|political|media|field|deputy|senior)"
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
    for pattern in (_CALLED_BEFORE, _FIGHTERS_OF, _FIGHTERS_FIRST, _CALLED_AFTER, _CALLED_SO):
        for match in pattern.finditer(text):
            names = match.groupdict()
            full = names.get("name") or names["body"]
            if _NO_GROUP.search(full) or is_country(full):
                continue
            found.setdefault(full, full)
            if names.get("short"):
                found[names["short"]] = full
            body = _LAST_WORD.search(full)
            if body is not None and _is_alone(body[0], full, text):
                found.setdefault(body[0], full)  # "the Brigade"
    return MappingProxyType(found)


def _is_alone(body: str, full: str, text: str) -> bool:
    """Return whether a text has "the Brigade", and no other brigade by its name."""
    named = re.findall(rf"[A-Z][\w’-]+\s+{body}\b", text)
    alone = re.search(rf"\b[Tt]he\s+{body}\b(?!\s[A-Z])", text)
    return alone is not None and all(full.endswith(name) for name in named if name[:4] != "The ")


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
        False for who left it ("a former PLF commander"), who is set against it ("anti-PLF
        fighters") and who only deals with it ("the government's negotiator with the PLF").
    """
    return any(_is_or_speaks_for(re.escape(name), words) for name in armed_names(text))


def _is_or_speaks_for(name: str, words: str) -> bool:
    if re.search(r"\b(?:former|once|ex-|anti-)", words) is not None:
        return False
    leads = rf"(?:the\s+|an?\s+)?(?:rebel\s+)?{name}(?:['’]s)?"
    if re.fullmatch(rf"{leads}(?:\s+\([^)]*\))?,?(?:\s+{_SPEAKER}\b.*)?", words, re.DOTALL):
        return True
    return (
        re.search(rf"\b(?i:{_SPEAKER})\s+(?:of|for)\s+(?:the\s+)?(?:rebel\s+)?{name}\b", words)
        is not None
    )
