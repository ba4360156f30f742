"""
Find whom a lead means that leaves the name for the next sentence.

In: an indefinite source of the lead, and the sources below it. Out: the words of the next source,
where the next sentence names a person who can be meant: "a navy spokesman said. 'We saw it,' Lt.
Ada Quist told reporters". Whoever is told with another office ("Mayor Ada Quist") or with none, or
was named before, is somebody else, and so is who contradicts the source.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence

from analysis.core.pronoun_words import is_pronoun
from analysis.extract.attributions.article_context import Article
from analysis.extract.attributions.entities import Entity, namesakes, new_entity
from analysis.extract.attributions.people import gender, is_role, names_one_person
from analysis.extract.attributions.proper_names import (
    completeness,
    distinctive_words,
    names_several,
    trimmed_name,
)
from analysis.extract.attributions.source_phrases import head_phrase
from analysis.extract.attributions.source_types import is_granted_anonymity, source_type

__all__ = ["speaker_named_next"]

_INDEFINITE = re.compile(r"[Aa]n?\s")
# of somebody else's words: "told police he was at home", "said it was not"
_SETS_APART = re.compile(
    r"\btold\s(?:the\s)?(?:police|officers|detectives|investigators|court|judge|jury|inquiry)\b"
    r"|\b(?:disput|den[iy]|disagree|reject|contradict)(?:e?d|ies|s)?\b|\b(?:however|but|instead)\b"
    r"|\b(?:was|is|were|are|did|does|had|has|would|will)(?:\snot|n['’]t)\b",
    re.IGNORECASE,
)
# nouns that say what somebody is, without an office
_NO_OFFICE = frozenset(
    """expert analyst researcher scientist professor academic economist lawyer attorney activist
    campaigner doctor physician teacher pastor author writer journalist reporter columnist man
    woman student guest miner farmer engineer veteran""".split()
)
# who speaks for a body is one of its officials
_OFFICIALS = frozenset("spokesman spokeswoman spokesperson official officer".split())
_MOST_BELOW = 4  # sources that are looked at
# what a person may be called beside any office
_RANKS = frozenset(
    """general colonel lieutenant major captain sergeant corporal commander admiral man woman doctor
    veteran friend member native""".split()
)


def speaker_named_next(
    article: Article, span: tuple[int, int], below: Sequence[tuple[int, int]]
) -> str | None:
    """
    Return the words of the next source with a name, if a source without one can be that person.

    Parameters
    ----------
    article : Article
    span : (int, int)
        Characters of a source without a name, in the title or lead.
    below : sequence of (int, int)
        Characters of the sources after it, in reading order.

    Returns
    -------
    str or None
        None for several persons, for one who asked not to be named, and where the next source is no
        person, is not in the next two sentences, was named before, is told with another office, of
        another kind or by a name alone, or says the contrary.
    """
    words = article.text[slice(*span)]
    noun = _head(words)
    if not names_one_person(noun) or names_several(trimmed_name(words)):
        return None
    if is_granted_anonymity(article.text, span[1]):
        return None
    if span[0] < article.title_end:
        span = next((one for one in below[:1] if _ends_in(article.text, one, noun)), span)
        below = [one for one in below if one[0] > span[0]]
        words = article.text[slice(*span)]
    if _INDEFINITE.match(words) is None:
        return None
    following = _next_with_name(article, noun, below)
    if following is None:
        return None
    return _named_in(article, span, following)


def _ends_in(text: str, span: tuple[int, int], noun: str) -> bool:
    """Whether a source is called by a noun, as "An Alp official" is like "Alp official"."""
    return _head(text[slice(*span)]) == noun


def _head(words: str) -> str:
    """Return the head noun of a source, "" without one: "She, sometimes known as Quist"."""
    phrase = head_phrase(words) if " " in words else []
    return phrase[-1] if phrase else ""


def _next_with_name(
    article: Article, noun: str, below: Sequence[tuple[int, int]]
) -> tuple[int, int] | None:
    """Return the next source that is neither a pronoun nor "the spokesman" again."""
    for start, end in below[:_MOST_BELOW]:
        words = article.text[start:end]
        if not is_pronoun(words) and not _ends_in(article.text, (start, end), noun):
            return start, end
    return None


def _named_in(article: Article, span: tuple[int, int], following: tuple[int, int]) -> str | None:
    """Return the words of a source below another, if it names who that is."""
    words, other = article.text[slice(*span)], article.text[slice(*following)]
    starts = article.sentence_starts
    distance = bisect_right(starts, following[0]) - bisect_right(starts, span[0])
    entity = new_entity(article.text, other)
    if distance not in (1, 2) or not _is_new(article, entity, span[1]):
        return None
    sentence = bisect_right(starts, following[0])
    end = starts[sentence] if sentence < len(starts) else len(article.text)
    if _SETS_APART.search(article.text, starts[sentence - 1], end) is not None:
        return None
    is_told = not _is_bare(entity, other) and _can_be(words, other, entity)
    return other if is_told else None


def _is_new(article: Article, entity: Entity, after: int) -> bool:
    """Whether a source is a person whom the report does not name, in full, before a place."""
    name = max(entity.names, key=completeness)
    own = distinctive_words(name)
    if not entity.person or len(own) < 2 or names_several(name):
        return False
    persons = namesakes(article.text, own[-1])
    return len(persons) == 1 and all(
        at >= after or at < article.title_end for at in persons[0].places
    )


def _is_bare(entity: Entity, words: str) -> bool:
    """Whether a source is a name, with no word on who that is."""
    capitals = [word for word in words.split() if word[0].isupper()]
    is_all = "," not in words and len(capitals) == len(distinctive_words(words))
    return is_all and not entity.titles


def _can_be_of_sex(noun: str, entity: Entity) -> bool:
    """Whether "a spokeswoman" can be a person: no man."""
    sexes = {gender(noun), gender(max(entity.names, key=completeness))}
    return sexes != {"f", "m"}


def _can_be(words: str, other: str, entity: Entity) -> bool:
    """Whether a person can be called by a noun: of the same kind, with no other office."""
    noun = _head(words)
    if not _can_be_of_sex(noun, entity):
        return False
    before_surname = " ".join(trimmed_name(other).split()[:-1])  # "Firefighter Paul"
    told = set(re.findall(r"[a-z]+", f"{entity.description} {before_surname}".lower()))
    offices = {word for word in told - _RANKS if names_one_person(word)}
    if noun in offices or is_role(noun, offices):
        return True
    if noun in _OFFICIALS and offices & _OFFICIALS:
        return True
    if offices:
        return False
    kinds = (source_type(words), entity.source_type)
    return kinds[0] == kinds[1] != "other" or (noun in _NO_OFFICE and kinds[1] == "other")
