"""
Find the fullest name that an article gives a source.

In: an article's text and the characters of its sources. Out: one name for each ("the group" ->
"Syrian Observatory for Human Rights"), or None, and the words that tell what it is. Rules, within one article and
over its sources only: surnames and acronyms look for the longer form, pronouns and definite nouns for the latest
source that fits, and "a monitor" at the head of an article for the one that is named further down, as agency
reports are built. It is no general coreference: who "he" is inside a quotation is not asked.
"""

import re
from dataclasses import dataclass, field
from functools import cache, lru_cache

from analysis.extract import sources

__all__ = ["Named", "resolve_names", "tidy"]

_TOKEN = (
    r"(?:(?<![\w-])(?:(?:[Aa]l|[Ee]l|[Aa]n|[Aa]sh|[Aa]d|[Aa]s|[Aa]t)-|(?:bin|de|van|von|al|el|Al|El)\s)|(?<![\w-]))"
    r"(?:(?:Mr|Mrs|Ms|Dr|Sen|Gov|Rep|Gen|Col|Lt|Maj|Brig|St|Prof|Rev)\.|(?:[A-Z]\.)+|[A-ZÀ-Þ][\w’'-]*)"
)
_NAME = re.compile(rf"{_TOKEN}(?:\s+(?:(?:of|for|and|the|to|in|bin|al)\s+){{0,2}}{_TOKEN})*")
_OPENERS = re.compile(
    r"^(?:(?:but|and|or|so|yet|what|when|while|where|why|how|if|as|on|in|at|for|after|before|since|with|by|from|then|now|"
    r"also|both|that|because|although|though|according to|like|under|among|meanwhile|the|a|an)\s+)+",
    re.IGNORECASE,
)
_PERSONAL = {
    "he": "person",
    "she": "person",
    "him": "person",
    "her": "person",
    "his": "person",
    "who": "near",
    "which": "near",
    "that": "near",
    "it": "group",
    "its": "group",
    "they": "any",
    "them": "any",
    "their": "any",
}
_UNKNOWABLE = {"i", "we", "you", "me", "us", "one", "this", "what", "my", "our"}
_DETERMINER = re.compile(r"(?:the|this|that|its|their|his|her)\s", re.IGNORECASE)
_PLACED = re.compile(r"[\w.]+-(?:based|led|run|linked|backed|affiliated|controlled|born)\b", re.IGNORECASE)
_INDEFINITE = re.compile(
    r"(?:(?:a|an|one|the)\s)?(?:[a-z-]+\s){0,2}"
    r"(?:monitor|watchdog|monitoring group|observatory|rights group|rescue service|rescue workers)$",
    re.IGNORECASE,
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
_COMMON = {  # what a plain noun can stand for: types of source
    "group": ("monitoring_group", "armed_group", "aid_group", "un_or_igo", "rescue_workers", "other"),
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
    "ministry": ("state_official", "health_authority", "military"),
    "source": ("unnamed", "military", "health_authority", "state_official", "armed_group"),
    "statement": None,
    "report": None,
}
_PERSON_NOUNS = set(
    """president minister spokesman spokeswoman spokesperson leader commander official secretary senator
    candidate nominee mayor governor director chief head envoy ambassador activist doctor professor analyst expert
    resident witness correspondent journalist man woman general colonel officer diplomat representative chairman
    chairwoman congressman congresswoman lawyer businessman billionaire actor author archbishop bishop economist
    source pathologist surgeon""".split()
)


@dataclass(frozen=True)
class Named:
    """The fullest name of a source, and all words of the article that tell what it is."""

    name: str | None
    about: str | None


@dataclass
class _Entity:
    """One source of the article: its names, whether it is one person, its type, titles found beside its name."""

    names: list
    person: bool = False
    kind: str = "other"
    titles: list = field(default_factory=list)


def resolve_names(text, spans):
    """
    Give each source the fullest name that stands for it in the article.

    Parameters
    ----------
    text : str
    spans : list of (int, int)
        Characters of the sources, in reading order.

    Returns
    -------
    list of Named
        Both parts are None for a pronoun that nothing was found for, and for "we" and "you".

    Examples
    --------
    >>> text = "Mayor Ines Duarte spoke first. Duarte said so. She added more."
    >>> [named.name for named in resolve_names(text, [(0, 17), (31, 37), (47, 50)])]
    ['Mayor Ines Duarte', 'Mayor Ines Duarte', 'Mayor Ines Duarte']
    """
    entities, chosen = [], []
    for number, (start, end) in enumerate(spans):
        words = text[start:end]
        entity = _find(text, start, words, entities, spans[number + 1 :])
        if entity is not None:
            if not _pronoun(words) and tidy(words) not in entity.names:
                entity.names.append(tidy(words))
            entities = [e for e in entities if e is not entity] + [entity]  # the latest named comes last
        chosen.append(entity)
    return [Named(None, None) if e is None else _named(e) for e in chosen]


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
    words = re.sub(r"(?<=[\w.)’]),\s+[a-z].*", "", words) if words[:1].isupper() or _NAME.search(words) else words
    return re.sub(r"^(?:the|a|an)\s+", "", words, flags=re.IGNORECASE) or words


def _named(entity):
    return Named(max(entity.names, key=_fullness), " / ".join([*entity.names, *entity.titles]))


def _pronoun(words):
    return words.lower() in _PERSONAL or words.lower() in _UNKNOWABLE


def _fullness(name):
    """Names before plain nouns, then more words of a name, then the shorter; of plain nouns the longer."""
    capitals = max((len(p.split()) for p in _NAME.findall(name)), default=0)
    return bool(specific(name)), min(capitals, 6), -len(name) if capitals else len(name)


@cache
def _places():
    """First letters of countries and capitals, by which their adjectives are known too (Syria, Syrian)."""
    found = re.findall(r"[A-Za-z]{4,}", sources.read_sources()["countries"]["pattern"].pattern)
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
    for token in re.findall(r"(?:\b[Aa]l-)?\b[A-ZÀ-Þ][\w’'.]*(?:-[\w’']+)*", _PLACED.sub(" ", tidy(words))):
        plain = token.lower().strip(".")
        nation = plain[:4] in _places() or plain in _PEOPLES or "-" in plain and plain.split("-")[0] in ("pro", "anti")
        if not nation and plain not in _TITLES:
            found.append(re.sub(r"^[Aa]l-|['’]s$", "", token).rstrip("."))
    return () if len(found) == 1 and _opens(words, found[0]) else tuple(found)


def _opens(words, token):
    """Whether a lone capital is only that of a sentence's first word ("Activists", "Residents of the town")."""
    if not words.startswith(token) or token.isupper():
        return False
    plain = sources.type_matches(token.lower())
    return bool(plain) and plain[0][1] != 4


def _find(text, start, words, entities, later):
    """Choose or make the entity that a source's words stand for."""
    small = words.lower().strip()
    if small in _UNKNOWABLE:
        return None
    if small in _PERSONAL:
        return _by_pronoun(text, start, _PERSONAL[small], entities)
    singled = specific(words)
    if not singled and _INDEFINITE.match(small):
        known = _named_of(sources.source_type(words), text, entities, later)
        if known is not None:
            return known
    same = _same_name(words, singled, entities) if singled else _by_noun(words, entities)
    return same or _new(text, words)


def _new(text, words):
    name = tidy(words)
    entity = _Entity([name], _is_person(words), sources.source_type(words))
    longer = _longer(text, name)
    if longer:
        entity.names.append(longer)
        entity.person = entity.person or _is_person(longer)
    singled = specific(words) and (specific(longer or name) or specific(words))  # the long form can be a nation's alone
    if entity.kind == "other" and singled:
        entity.titles = _titles(text, singled[-1])
        entity.kind = sources.source_type(words, " / ".join([*entity.names, *entity.titles]))
    return entity


def _titles(text, surname):
    """Words right before or after a name, wherever it stands, that tell what its bearer is."""
    found = []
    for match in re.finditer(rf"\b{re.escape(surname)}\b", text):
        before = re.split(r"[.;:\n\"“”]", text[max(0, match.start() - 70) : match.start()])[-1]
        telling = [m for m in sources.type_matches(before) if m[0] not in ("document", "unnamed")]
        # a title stands right before the name: nothing but parts of the name lies between
        if telling and all(w[:1].isupper() or w in ("al", "bin") for w in before[telling[-1][3] :].split()):
            found.append(before[telling[-1][2] :])
        after = re.match(r",?\s+((?:a|an|the)\s[^.;:,\n\"“”]{3,70})", text[match.end() :])
        found += [after[1]] if after and sources.type_matches(after[1]) else []
    return found[:2]


def _longer(text, name):
    """Look through the article for the long form of a surname or an acronym."""
    if re.fullmatch(r"[A-Z]{2,6}s?", name):
        found = re.search(rf"({_NAME.pattern})\s*\(\s*{re.escape(name)}\s*\)", text)
        return tidy(found[0]) if found else None
    singled = specific(name)
    if len(singled) != 1 or not _NAME.fullmatch(name) or any(rank >= 4 for _, rank, _, _ in sources.type_matches(name)):
        return None
    ending = re.compile(rf"(?:^|[\s-]){re.escape(singled[0])}$")
    found = [_OPENERS.sub("", m[0]) for m in _NAME.finditer(text) if ending.search(m[0])]
    found = [f for f in found if len(specific(f)) > 1 and " and " not in f]
    return found[0] if found else None


def _is_person(words):
    """Whether words look like one person: a noun for a person, or a bare name that is no known organisation."""
    nouns = {w.lower() for w in re.findall(r"[A-Za-z]+", words)}
    if nouns & _PERSON_NOUNS:
        return True
    name = _NAME.fullmatch(tidy(words))
    known = any(rank >= 3 for _, rank, _, _ in sources.type_matches(words))
    return bool(name) and bool(specific(words)) and not known and not re.search(r" (?:of|for|and) ", words)


def _same_name(words, singled, entities):
    """Find the latest entity with the same name: a surname or acronym of it, or all of its particular words."""
    bare = tidy(words)
    several, modifies = _several(bare), not bare.rstrip(")").endswith(singled[-1])
    for entity in reversed(entities):
        for name in entity.names:
            if bare.lower() == name.lower() or re.search(rf"\(\s*{re.escape(bare)}\s*\)", name):
                return entity
            if (
                several
                or _several(name)
                or modifies
                and (entity.person or bare.split()[-1].lower() not in name.lower())
            ):
                continue  # "the Clinton campaign" is not Clinton, nor are two people one of them
            if _fits(singled, specific(name), entity.person, _is_person(words)):
                return entity
    return None


def _several(name):
    """Whether words name more than one."""
    if re.search(r"[A-Z][\w’'.-]* and the [A-Z]", name):
        return True
    return bool(re.search(r"[A-Z][\w’'.-]* and [A-Z]", name)) and " of " not in name and " for " not in name


def _fits(new, old, person, new_person):
    """Whether the particular words of two names agree: one holds the other, and persons share the last one."""
    if not old or person != new_person and len(new) > 1 and len(old) > 1:
        return False
    short, long = sorted((new, old), key=len)
    if person or new_person:
        return short[-1] == long[-1] and set(short) <= set(long) and (person == new_person or len(short) == 1)
    return set(short) <= set(long)


def _by_noun(words, entities):
    """Find the entity that a plain noun ("the group", "the military source", "activists") stands for."""
    bare = tidy(words).lower()
    phrase = re.split(r"\s(?:of|in|at|from|for|who|which)\s", bare)[0].split()
    definite = bool(_DETERMINER.match(words))
    if not phrase or not definite and len(phrase) > 1 or sources.is_country(words):
        return next((e for e in reversed(entities) if bare in (n.lower() for n in e.names)), None)
    head, one = phrase[-1], phrase[-1] in _PERSON_NOUNS
    holds = re.compile(rf"\b{re.escape(head)}\b")
    matching = [e for e in entities if any(holds.search(n.lower()) for n in e.names) and (e.person == one or not one)]
    matching = [e for e in matching if one or not e.person]
    if matching:
        return matching[-1]
    return _by_kind(head, words, entities) if definite else None


def _by_kind(head, words, entities):
    """Find the latest entity of a kind that a noun can stand for."""
    if head in _COMMON:
        kinds = _COMMON[head]
        fits = [e for e in entities if kinds is None or e.kind in kinds and not e.person]
    elif head in _PERSON_NOUNS:
        fits = [e for e in entities if e.person and e.kind == sources.source_type(words)]
    else:
        fits = []
    return fits[-1] if fits else None


def _by_pronoun(text, start, wanted, entities):
    if wanted == "near":
        return _antecedent(text, start, entities)
    fits = [e for e in entities if wanted == "any" or e.person == (wanted == "person")]
    if wanted == "person" and not fits:
        fits = [e for e in entities if specific(e.names[0])]
    return fits[-1] if fits else None


def _antecedent(text, start, entities):
    """Take the name right before "who" or "which"."""
    before = re.sub(r"[\s,]+$", "", text[max(0, start - 90) : start])
    names = [m for m in _NAME.finditer(before) if len(before) - m.end() < 40 and specific(m[0])]
    if not names:
        return entities[-1] if entities else None
    name = names[-1][0]
    return _same_name(name, specific(name), entities) or _new(text, name)


def _named_of(kind, text, entities, later):
    """Find the source of a kind that the article names, before this place or after it."""
    named = [e for e in entities if e.kind == kind and specific(e.names[0]) and not e.person]
    if named:
        return named[-1]
    for start, end in later:
        words = text[start:end]
        if len(specific(words)) > 1 and not _is_person(words) and sources.source_type(words) == kind:
            return _new(text, words)
    return None
