"""
Find whose a text is that speaks: "Quist's letter", "a report by the Karsk Institute", "her memo".

In: the words of a source that is a text, and the sources so far. Out: who wrote or issued it, whom
the text speaks for. "An e-mail seen by Radio Velm",
"a report on Norland", "Monday's letter" and "a report from Davos" tell no author.
"""

import re
from collections.abc import Sequence

from analysis.extract.attributions.article_context import Article
from analysis.extract.attributions.entities import Entity, entity_named, person_named
from analysis.extract.attributions.introduced_names import name_introduced
from analysis.extract.attributions.pronouns import by_pronoun
from analysis.extract.attributions.proper_names import (
    LEADING_WORDS,
    NAME,
    distinctive_words,
    is_nation,
)
from analysis.extract.attributions.sentence_subjects import BODY_NOUNS
from analysis.extract.attributions.source_types import is_country, source_type
from analysis.extract.parties.gazetteer import project_gazetteer, words_of

__all__ = ["author_of"]

_TEXT = (
    r"(?:letter|statement|report|tweet|post|analysis|plan|memo|memorandum|website|study|lawsuit"
    r"|suit|filing|book|article|e-?mail|survey|poll|petition|complaint|release|testimony"
    r"|estimate|data|figures|research|speech|op-ed|column|blog|affidavit|essay|message"
    r"|documentary|footage)s?"
)
_WORDS = r"(?:[\w’'-]+\s){0,4}?"
# "Quist's three-page letter to the board"
_OWNED = re.compile(
    rf"(?:[Tt]he\s)?(?P<owner>{NAME.pattern}?)\s?(?:['’]s|(?<=s)['’])\s{_WORDS}{_TEXT}"
    r"(?:\s(?:to|on|about|of|in|for)\s.*)?"
)
# "a report published by the Karsk Institute on Monday"
_ISSUED = re.compile(
    rf"(?:(?:[Aa]n?|[Tt]he|[Oo]ne|[Aa]nother)\s)?{_WORDS}{_TEXT}(?:\s(?:on|in)\s[A-Z]\w+day)?\s"
    r"(?:(?:issued|released|published|conducted|done|sent|written|filed|compiled|carried\sout"
    r"|posted|signed|commissioned|produced|prepared|provided)\s)?(?:by|from)\s(?:the\s)?"
    rf"(?P<owner>{NAME.pattern}(?:\s\d+)?)"
    r"(?:,?\s(?!and\b|or\b)(?:on|in|to|about|last|this|earlier|yesterday|dated|published"
    r"|released|that|which|here|an?|the|from|whose|who)\b.*)?,?"
)
# a complement: "a letter from Ada Quist [to Emil Roth]"
_COMPLEMENT = re.compile(r"\s(?:to|for|about|on|in)\s.*")
_NO_COMPLEMENT = re.compile(  # "Institute for Tides", "Doctors for Karsk"
    r".*(?:s|[Ii]nstitute|[Cc]ent(?:er|re)|[Cc]ampaign|[Pp]roject|[Pp]artnership|[Ii]nitiative"
    r"|[Pp]rogramme?|[Aa]ction|[Oo]rgani[sz]ation|[Nn]etwork|[Cc]onference)"
)
_DAYS = frozenset(
    """Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May
    June July August September October November December Today Yesterday Tomorrow Christmas Easter
    Last This Next Spring Summer Autumn Winter""".split()
)
_PLACE_ENDINGS = frozenset(
    """City Valley Town Village Street Island Islands Province County District River Lake Bay Beach
    Strip Bank Coast Square Hill Hills Mountains Camp Heights Peninsula""".split()
)
_FROM_WITHIN = re.compile(r"\b(?:letter|statement|e-?mail|memo|message|tweet|post)s?\b")
_HIS = re.compile(rf"(?P<whose>[Hh]is|[Hh]er|[Ii]ts|[Tt]heir)\s{_WORDS}{_TEXT}")
_PRONOUNS = {"his": "he", "her": "she", "its": "it", "their": "they"}


def author_of(article: Article, start: int, words: str, entities: list[Entity]) -> Entity | None:
    """
    Return who wrote or issued the text that a source is.

    Parameters
    ----------
    article : Article
    start : int
        Where the source begins.
    words : str
        The source.
    entities : list of Entity
        Sources so far; none is added.

    Returns
    -------
    Entity or None
        None for a text whose author has no name of one person or body.
    """
    pronoun = _HIS.fullmatch(words)
    if pronoun is not None:
        author = by_pronoun(article, start, _PRONOUNS[pronoun["whose"].lower()], entities)
        if author is None or author.source_type == "document":
            return None
        return author if distinctive_words(author.names[0]) else None
    return _by_name(article, words, entities)


def _by_name(article: Article, words: str, entities: Sequence[Entity]) -> Entity | None:
    """Return who is named as the author in the words of a source."""
    found = _OWNED.fullmatch(words) or _ISSUED.fullmatch(words)
    if found is None:
        return None
    owner = _without_complement(LEADING_WORDS.sub("", found["owner"]))
    name = name_introduced(owner)
    own = distinctive_words(name)
    if not own or is_country(name) or is_nation(name.lower()):
        return None
    if owner.split()[0] in _DAYS or _may_be_place(name, words, found.start("owner")):
        return None
    person = person_named(article.text, own[-1], name)
    return entity_named(name if person is None else person.name, entities, article.text)


def _without_complement(owner: str) -> str:
    """Return a name without "to Emil Roth" after it, which may be part of a body's name."""
    name = _COMPLEMENT.sub("", owner)
    last = name.split()[-1]
    is_part = _NO_COMPLEMENT.fullmatch(last) is not None or last.lower() in BODY_NOUNS
    return owner if is_part else name


def _may_be_place(name: str, words: str, start: int) -> bool:
    """Whether a name may be a place: "Gaza City", or "a report from Davos" by one word."""
    if name.split()[-1] in _PLACE_ENDINGS or _is_listed_place(name):
        return True
    is_from = words[:start].removesuffix("the ").endswith("from ")
    if not is_from or _FROM_WITHIN.search(words[:start]) is not None:
        return False
    return " " not in name and not name.isupper() and source_type(name) == "other"


def _is_listed_place(name: str) -> bool:
    """Whether the gazetteer knows a name as that of a country, capital or place."""
    words = words_of(name)
    return any(
        end - start == len(words)
        and (party.kind in ("country", "place"))
        and party.form in ("name", "capital", "adjective")
        for start, end, party in project_gazetteer().find(words)
    )
