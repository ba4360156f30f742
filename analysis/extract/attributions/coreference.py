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

from analysis.extract.attributions import source_types
from analysis.extract.attributions.proper_names import (
    TYPES_BY_NOUN,
    NAME,
    LEADING_WORDS,
    PERSON_NOUNS,
    ROLE_NOUN,
    completeness,
    is_nation,
    is_person,
    names_several,
    distinctive_words,
    trimmed_name,
)

__all__ = ["Named", "resolve_names"]

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
    "both": "any",
    "one of them": "any",
}
_UNKNOWABLE = {"i", "we", "you", "me", "us", "one", "this", "what", "my", "our"}
_DETERMINER = re.compile(r"(?:the|this|that|its|their|his|her)\s", re.IGNORECASE)
_INDEFINITE = re.compile(
    r"(?:(?:a|an|one|the)\s)?(?:[a-z-]+\s){0,2}"
    r"(?:monitor|watchdog|monitoring group|observatory|rights group|rescue service|rescue workers)$",
    re.IGNORECASE,
)
_SAME = {"same", "latter", "former", "official", "local", "new"}
_BODIES = set(
    """ministry council coalition committee commission center centre directorate department front brigade agency
    network association foundation movement union office command court authority""".split()
)
_BODY = r"group|organi[sz]ation|charity|team|agency|network|ministry|coalition|council"
# whom a source belongs to: "its director", "a spokeswoman for his office", "team leader", "a member of the group"
_OWNED = re.compile(
    rf"^(?:[Ii]ts|[Tt]heir)\s(?:[\w-]+\s){{0,2}}{ROLE_NOUN}\b"
    r"|\bfor (?:his|her|its|their) (?:office|party|group|team)\b"
    rf"|\b(?:[Tt]he|[Tt]hat|[Tt]his|at|with|\w+-based)\s(?:\w+-based\s)?(?P<noun>{_BODY}|observatory)s?\b"
    rf"|^(?:\w+-based\s)?(?P<team>{_BODY})(?:['’]?s)?\s{ROLE_NOUN}\b"
)
_APPOSITION = re.compile(
    rf",?\s+((?:(?:[Aa]n?|[Tt]he)\s|(?=(?:[a-z]+\s){{0,2}}{ROLE_NOUN}\s(?:of|for|at)\s))[^.;:,\n\"“”]{{3,70}})"
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

    def hear(self, words):
        """Take in one more way in which the article names this source; what a name leaves out may tell what it is."""
        name = trimmed_name(words)
        if name not in self.names:
            self.names.append(name)
        if len(words) > len(name) + 4 and words not in self.titles:
            self.titles.append(words)


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
            if not _pronoun(words):
                entity.hear(words)
            entities = [e for e in entities if e is not entity] + [
                entity
            ]  # the latest named comes last
        chosen.append(entity)
    return [Named(None, None) if e is None else _named(e) for e in chosen]


def _named(entity):
    return Named(max(entity.names, key=completeness), " / ".join([*entity.names, *entity.titles]))


def _pronoun(words):
    return words.lower() in _PERSONAL or words.lower() in _UNKNOWABLE


def _find(text, start, words, entities, later):
    """Choose or make the entity that a source's words stand for."""
    small = words.lower().strip()
    if small in _UNKNOWABLE:
        return None
    if small in _PERSONAL:
        return _by_pronoun(text, start, _PERSONAL[small], entities)
    singled = distinctive_words(words)
    if not singled and _INDEFINITE.match(small):
        known = _named_of(source_types.source_type(words), text, entities, later)
        if known is not None:
            return known
    same = _same_name(words, singled, entities) if singled else _by_noun(words, entities)
    if same is None and not singled:
        same = _institution(text, start, words, entities)
    return same or _belonging(_new(text, words), words, entities)


def _belonging(entity, words, entities):
    """Tell what a source without a kind is by whom it belongs to: "its director", "the group's spokesman"."""
    found = _OWNED.search(words)
    if entity.kind not in ("other", "state_official") or not found:
        return entity
    noun = (found["noun"] or found["team"] or "").lower()
    fits = [
        e
        for e in reversed(entities)
        if not e.person and e.kind not in ("other", "unnamed", "resident_or_witness")
    ]
    if noun:
        holds = [e for e in fits if any(noun in n.lower() for n in e.names)]
        fits = holds or [e for e in fits if e.kind in (TYPES_BY_NOUN.get(noun) or ())]
    if fits:
        entity.titles += [name for name in fits[0].names if name not in entity.titles]
        entity.kind = source_types.source_type(words, " / ".join([*entity.names, *entity.titles]))
    return entity


def _institution(text, start, words, entities):
    """Find the latest name before this place that ends in a definite noun for a body: "the ministry"."""
    noun = re.fullmatch(r"[Tt]h(?:e|at|is)\s+(?:[\w’-]+-based\s+)?(\w+)", words)
    if not noun or noun[1].lower() not in _BODIES:
        return None
    body = re.compile(rf"\b{noun[1].capitalize()}\b")
    names = [
        m[0] for m in NAME.finditer(text[:start]) if body.search(m[0]) and len(m[0].split()) > 1
    ]
    if not names:
        return None
    name = LEADING_WORDS.sub("", names[-1])
    known = _same_name(name, distinctive_words(name), entities) if distinctive_words(name) else None
    return known or _new(text, name)


def _new(text, words):
    name = trimmed_name(words)
    entity = _Entity([name], is_person(words), source_types.source_type(words))
    if len(words) > len(name) + 4:
        entity.titles.append(words)
    longer = _longer(text, name)
    if longer:
        entity.names.append(longer)
        entity.person = entity.person or is_person(longer)
    # the long form can be a nation's alone
    singled = distinctive_words(words) and (distinctive_words(longer or name) or distinctive_words(words))
    if entity.kind == "other" and singled:
        entity.titles += _titles(text, singled[-1])
        entity.kind = source_types.source_type(words, " / ".join([*entity.names, *entity.titles]))
    return entity


def _titles(text, surname):
    """Words right before or after a name, wherever it stands, that tell what its bearer is."""
    found = []
    for match in re.finditer(rf"\b{re.escape(surname)}\b", text):
        before = re.split(r"[.;:\n\"“”]", text[max(0, match.start() - 70) : match.start()])[-1]
        telling = [
            m for m in source_types.type_matches(before) if m[0] not in ("document", "unnamed")
        ]
        # a title stands right before the name: nothing but parts of the name lies between
        if telling and all(
            w[:1].isupper() or w in ("al", "bin", ",") for w in before[telling[-1][3] :].split()
        ):
            found.append(before[telling[-1][2] :])
        after = _APPOSITION.match(text[match.end() :])
        found += [after[1]] if after and source_types.type_matches(after[1]) else []
    return found[:2]


def _longer(text, name):
    """Look through the article for the long form of a surname or an acronym."""
    if re.fullmatch(r"[A-Z]{2,6}s?", name):
        found = re.search(rf"({NAME.pattern})\s*\(\s*{re.escape(name)}\s*\)", text)
        return trimmed_name(found[0]) if found else None
    singled = distinctive_words(name)
    if (
        len(singled) != 1
        or not NAME.fullmatch(name)
        or any(rank >= 4 for _, rank, _, _ in source_types.type_matches(name))
    ):
        return None
    ending = re.compile(rf"(?:^|[\s-]){re.escape(singled[0])}$")
    found = [LEADING_WORDS.sub("", m[0]) for m in NAME.finditer(text) if ending.search(m[0])]
    found = [f for f in found if len(distinctive_words(f)) > 1 and " and " not in f]
    return found[0] if found else None


def _same_name(words, singled, entities):
    """Find the latest entity with the same name: a surname or acronym of it, or all of its particular words."""
    bare = trimmed_name(words)
    several, modifies = names_several(bare), not bare.rstrip(")").endswith(singled[-1])
    for entity in reversed(entities):
        for name in entity.names:
            if bare.lower() == name.lower() or re.search(rf"\(\s*{re.escape(bare)}\s*\)", name):
                return entity
            if (
                several
                or names_several(name)
                or modifies
                and (entity.person or bare.split()[-1].lower() not in name.lower())
            ):
                continue  # "the Clinton campaign" is not Clinton, nor are two people one of them
            if _fits(singled, distinctive_words(name), entity.person, is_person(words)):
                return entity
    return None


def _fits(new, old, person, new_person):
    """Whether the particular words of two names agree: one holds the other, and persons share the last one."""
    if not old or person != new_person and len(new) > 1 and len(old) > 1:
        return False
    short, long = sorted((new, old), key=len)
    if person or new_person:
        return (
            short[-1] == long[-1]
            and set(short) <= set(long)
            and (person == new_person or len(short) == 1)
        )
    return set(short) <= set(long)


def _by_noun(words, entities):
    """Find the entity that a plain noun ("the group", "the military source", "activists") stands for."""
    bare = trimmed_name(words).lower()
    phrase = re.split(r"\s(?:of|in|at|from|for|who|which)\s", bare)[0].split()
    definite = bool(_DETERMINER.match(words))
    if not phrase or not definite and len(phrase) > 1 or source_types.is_country(words):
        return next((e for e in reversed(entities) if bare in (n.lower() for n in e.names)), None)
    head, one = phrase[-1], phrase[-1] in PERSON_NOUNS
    holds = re.compile(rf"\b{re.escape(head)}\b")
    telling = [w for w in phrase[:-1] if w not in _SAME and "-" not in w and not is_nation(w)]
    if telling:  # "the weather service" is not the rescue service
        kind = source_types.source_type(words)
        named = [
            e for e in entities if any(set(telling) <= set(n.lower().split()) for n in e.names)
        ]
        entities = [e for e in entities if e in named or e.kind == kind != "other"]
    matching = [
        e
        for e in entities
        if any(holds.search(n.lower()) for n in e.names) and (e.person == one or not one)
    ]
    matching = [e for e in matching if one or not e.person]
    if matching:
        return matching[-1]
    return _by_kind(head, words, entities) if definite else None


def _by_kind(head, words, entities):
    """Find the latest entity of a kind that a noun can stand for."""
    if head in TYPES_BY_NOUN:
        kinds = TYPES_BY_NOUN[head]
        fits = [e for e in entities if kinds is None or e.kind in kinds and not e.person]
    elif head in PERSON_NOUNS:
        fits = [e for e in entities if e.person and e.kind == source_types.source_type(words)]
    else:
        fits = []
    return fits[-1] if fits else None


def _by_pronoun(text, start, wanted, entities):
    if wanted == "near":
        return _antecedent(text, start, entities)
    fits = [e for e in entities if wanted == "any" or e.person == (wanted == "person")]
    if wanted == "person" and not fits:
        fits = [e for e in entities if distinctive_words(e.names[0])]
    return fits[-1] if fits else None


def _antecedent(text, start, entities):
    """Take the name right before "who" or "which"."""
    before = re.sub(r"[\s,]+$", "", text[max(0, start - 90) : start])
    names = [m for m in NAME.finditer(before) if len(before) - m.end() < 40 and distinctive_words(m[0])]
    if not names:
        return entities[-1] if entities else None
    name = names[-1][0]
    return _same_name(name, distinctive_words(name), entities) or _new(text, name)


def _named_of(kind, text, entities, later):
    """Find the source of a kind that the article names, before this place or after it."""
    named = [e for e in entities if e.kind == kind and distinctive_words(e.names[0]) and not e.person]
    if named:
        return named[-1]
    for start, end in later:
        words = text[start:end]
        if (
            len(distinctive_words(words)) > 1
            and not is_person(words)
            and source_types.source_type(words) == kind
        ):
            return _new(text, words)
    return None
