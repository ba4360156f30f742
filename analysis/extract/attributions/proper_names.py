"""
Read the words of one source: which of them are a name, whether they name one person, and how full the name is.

In: words, as they stand in the text. Out: names, parts of names, truth values. Which words of an article stand for the
same source is decided in ``analysis.extract.attributions.coreference``.
"""

import re
from functools import cache, lru_cache

from analysis.extract.attributions import source_types

__all__ = [
    "COMMON",
    "NAME",
    "OPENERS",
    "PERSON_NOUNS",
    "ROLE",
    "fullness",
    "is_nation",
    "is_person",
    "is_several",
    "specific",
    "tidy",
]

_TOKEN = (
    r"(?:(?<![\w-])(?:(?:[Aa]l|[Ee]l|[Aa]n|[Aa]sh|[Aa]d|[Aa]s|[Aa]t)-|(?:bin|de|van|von|al|el|Al|El)\s)|(?<![\w-]))"
    r"(?:(?:Mr|Mrs|Ms|Dr|Sen|Gov|Rep|Gen|Col|Lt|Maj|Brig|St|Prof|Rev)\.|(?:[A-Z]\.)+|[A-ZÀ-Þ][\w’'-]*)"
)
NAME = re.compile(rf"{_TOKEN}(?:\s+(?:(?:of|for|and|the|to|in|bin|al)\s+){{0,2}}{_TOKEN})*")
OPENERS = re.compile(
    r"^(?:(?:but|and|or|so|yet|what|when|while|where|why|how|if|as|on|in|at|for|after|before|since|with|by|from|then|now|"
    r"also|both|that|because|although|though|according to|like|under|among|meanwhile|the|a|an)\s+)+",
    re.IGNORECASE,
)
_PLACED = re.compile(
    r"[\w.]+-(?:based|led|run|linked|backed|affiliated|controlled|born)\b", re.IGNORECASE
)
_TITLES = set(
    """mr mrs ms dr sir president prime minister foreign secretary of state sen senator gov governor rep
    general gen colonel col lieutenant lt major maj captain king queen chief spokesman spokeswoman spokesperson director
    chairman chairwoman head commander ambassador envoy justice judge rev prof professor pope archbishop bishop vice
    deputy the former""".split()
)
_PEOPLES = set(
    """british french dutch spanish turkish greek polish kurdish palestinian american swedish danish swiss
    arab african european western english irish welsh scottish us uk un eu u.s u.k state""".split()
)
COMMON = {  # what a plain noun can stand for: types of source
    "team": ("un_or_igo", "monitoring_group", "rescue_workers", "health_authority", "aid_group"),
    "group": (
        "monitoring_group",
        "armed_group",
        "aid_group",
        "un_or_igo",
        "rescue_workers",
        "other",
    ),
    "organisation": ("monitoring_group", "aid_group", "un_or_igo", "armed_group", "other"),
    "organization": ("monitoring_group", "aid_group", "un_or_igo", "armed_group", "other"),
    "monitor": ("monitoring_group",),
    "watchdog": ("monitoring_group",),
    "body": ("un_or_igo", "other"),
    "agency": ("media", "un_or_igo", "aid_group"),
    "network": ("monitoring_group", "media"),
    "charity": ("aid_group",),
    "movement": ("armed_group", "other"),
    "militia": ("armed_group",),
    "newspaper": ("media",),
    "paper": ("media",),
    "website": ("media",),
    "channel": ("media",),
    "station": ("media",),
    "broadcaster": ("media",),
    "outlet": ("media",),
    "reporter": ("media",),
    "rescuers": ("rescue_workers",),
    "service": ("rescue_workers", "media"),
    "source": ("unnamed", "military", "health_authority", "state_official", "armed_group"),
    "statement": None,
    "report": None,
}

ROLE = (
    r"(?:director|head|chief|leader|spokes\w+|officials?|members?|coordinator|chairman|chairwoman|president|founder|"
    r"representative)"
)

# "town engineer Marta Ilves", "the chaplain, Father Emil Roth": a name after a common noun
_ROLE_AND_NAME = re.compile(
    r"(?:(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er)\s)?(?:[\w-]+\s){0,2}(?P<role>(?!(?:the|for|of|and|in|at|to|by|on|with|from|an?)\b)[a-z]+),?\s"
    r"(?P<name>[A-ZÀ-Þ][\w’'-]+(?:\s[A-ZÀ-Þ][\w’'-]+){1,2})"
)
PERSON_NOUNS = set(
    """president minister spokesman spokeswoman spokesperson leader commander official secretary senator
    candidate nominee mayor governor director chief head envoy ambassador activist doctor professor analyst expert
    resident witness correspondent journalist man woman general colonel officer diplomat representative chairman
    chairwoman congressman congresswoman lawyer businessman billionaire actor author archbishop bishop economist
    source pathologist surgeon""".split()
)


def tidy(words):
    """
    Trim a source's words to a name: no article, relative clause or stray mark at its ends.

    Examples
    --------
    >>> tidy("the Harbour Authority, which runs the port,")
    'Harbour Authority'
    """
    words = re.sub(r"\s+", " ", words).strip(" ,;:–—-")
    words = re.sub(r"\s*,?\s+(?:who|which|whose|that)\s.*", "", words)
    words = (
        re.sub(r"(?<=[\w.)’]),\s+[a-z].*", "", words)
        if words[:1].isupper() or NAME.search(words)
        else words
    )
    return re.sub(r"^(?:the|a|an)\s+", "", words, flags=re.IGNORECASE) or words


def fullness(name):
    """Names before plain nouns, then more words of a name, then the shorter; of plain nouns the longer."""
    capitals = max((len(p.split()) for p in NAME.findall(name)), default=0)
    return bool(specific(name)), min(capitals, 6), -len(name) if capitals else len(name)


@cache
def _places():
    """First letters of countries and capitals, by which their adjectives are known too (Syria, Syrian)."""
    found = re.findall(r"[A-Za-z]{4,}", source_types.read_sources()["countries"]["pattern"].pattern)
    return {name[:4].lower() for name in found}


@lru_cache(maxsize=50_000)
def specific(words):
    """
    List the words of a source that single it out: parts of names, but no titles and no adjectives of nations.

    Examples
    --------
    >>> specific("the Syrian government"), specific("Italian Foreign Minister Carla Neri")
    ((), ('Carla', 'Neri'))
    """
    found = []
    for token in re.findall(
        r"(?:\b[Aa]l-)?\b[A-ZÀ-Þ][\w’'.]*(?:-[\w’']+)*", _PLACED.sub(" ", tidy(words))
    ):
        plain = token.lower().strip(".")
        if not is_nation(plain) and plain not in _TITLES:
            found.append(re.sub(r"^[Aa]l-|['’]s$", "", token).rstrip("."))
    return () if len(found) == 1 and _opens(words, found[0]) else tuple(found)


def is_nation(word):
    """Whether a word in small letters tells a nation or a side ("syrian", "pro-kremlin")."""
    return (
        word[:4] in _places()
        or word in _PEOPLES
        or "-" in word
        and word.split("-")[0] in ("pro", "anti")
    )


def _opens(words, token):
    """Whether a lone capital is only that of a sentence's first word ("Activists", "Residents of the town")."""
    if not words.startswith(token) or token.isupper():
        return False
    plain = source_types.type_matches(token.lower())
    return bool(plain) and plain[0][1] != 4


def is_person(words):
    """Whether words look like one person: a noun for a person, or a bare name that is no known organisation."""
    nouns = {w.lower() for w in re.findall(r"[A-Za-z]+", words)}
    if nouns & PERSON_NOUNS:
        return True
    first = re.split(r",|\s(?:of|from|with|at)\s", tidy(words))[0]
    known = any(rank >= 3 for _, rank, _, _ in source_types.type_matches(first))
    bare = not re.match(r"[Tt]he\s", words) and not re.search(r" (?:for|and) ", words)
    if bare and NAME.fullmatch(first) and specific(first) and not known:
        return first == tidy(words) or len(first.split()) > 1
    found = _ROLE_AND_NAME.fullmatch(words)
    if not found or found["role"] in COMMON:
        return False
    return not any(rank >= 3 for _, rank, _, _ in source_types.type_matches(found["name"]))


def is_several(name):
    """Whether words name more than one."""
    if re.search(r"[\w’'.-] and (?:the|its|their|his|her|other|some|local|two|several)\b", name):
        return True
    return (
        bool(re.search(r"[A-Z][\w’'.-]* and [A-Z]", name))
        and " of " not in name
        and " for " not in name
    )
