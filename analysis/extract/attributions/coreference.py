"""
Resolve the sources of one article to the fullest name that the article gives them.

In: the text and the characters of its sources. Out: for each source a name ("the group" ->
"Syrian Observatory for Human Rights") or None, and a description: every way in which the article
refers to it. Rules look at one article and only at its sources: surnames and acronyms are matched
with the longer form, pronouns (``pronouns``) and definite nouns (``common_nouns``) with the latest
source that agrees, and "a monitor" in the lead with the one named further down. This is no general
coreference resolution: pronouns inside quotations are left alone.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import pandas as pd

from analysis.core.pronoun_words import is_pronoun
from analysis.extract.attributions.acronyms import spelled_out, spelled_out_office
from analysis.extract.attributions.article_context import Article
from analysis.extract.attributions.authors import author_of
from analysis.extract.attributions.entities import Entity, names_in, namesakes
from analysis.extract.attributions.inserted_links import inserted_links, without_links
from analysis.extract.attributions.introduced_names import name_introduced
from analysis.extract.attributions.names_and_nouns import by_name_or_noun
from analysis.extract.attributions.people import gender, people_in
from analysis.extract.attributions.pronouns import by_pronoun
from analysis.extract.attributions.proper_names import (
    CUT_SHORT,
    completeness,
    is_person,
    names_several,
)

__all__ = ["SourceName", "resolve_names"]

# an editor's note in a quotation: "It [the ministry]"
_NAME_IN_BRACKETS = re.compile(
    r"(?:it|he|she|they|we|who)\s*\[(?P<name>[^\[\]]{2,60})\]", re.IGNORECASE
)
# "The organiser, the Velm Renters coalition,": the body is named in apposition
_BODY_IN_APPOSITION = re.compile(
    r"[Tt]he\s[a-z-]+(?:\s[a-z-]+)?,\s(?P<body>the\s(?:[A-ZÀ-Þ][\w’'&-]*\s){1,5}[a-z]*),?"
)
_MOST_ENTITIES = 200  # latest mentioned ones, among which a source is looked for
_MOST_LATER_SOURCES = 500
_GENDERS = {"he": "m", "she": "f"}
# of a transcript, "EMIL ROTH, HOST: ": what follows is a sentence of its own
_LABEL = re.compile(r"(?<![^\s])[A-ZÀ-Þ]{2}[A-ZÀ-Þ .,’'-]{0,60}:\s{1,4}(?=\S)")
# what a page prints before its text: "CLOSE President Quist"
_SHOUTED_BEFORE = re.compile(
    r"^(?:CLOSE|WATCH|READ|MORE|BREAKING|VIDEO|PHOTOS|UPDATED?|LIVE|EXCLUSIVE)\s"
    r"|^[A-Za-z]+_(?=[A-Z])"
)
# a headline that has run into the text: "Bad Laws Made Wildfires Worse President Emil Roth"
_AFTER_HEADLINE = re.compile(
    r"(?=.*(?:['’‘“\"]\s|\s(?:To|Is|Are|Was|Be|Made|Says|That|Who|He|She|His)\s))"
    r"(?:[A-Z0-9‘“'\"]\S*\s){4,}(?P<own>(?:President|Senator|Sen\.|Secretary|Governor|Gov\.|Rep\.)"
    r"(?:\s[A-Z][\w.’'-]+){2,3})"
)
_WHO_CLAUSE = re.compile(r"(?P<pronoun>who|which)\s[a-z]")  # "who lost her boat,"
_LONG_NAME = 3  # words; "The Karsk Port Journal's" is the Journal's, and no firm like McVelm's
_POSSESSIVE = re.compile(r"['’]s$")
_AGE_AT_END = re.compile(r",\s(?:aged?\s)?\d{1,3}$")


@dataclass(frozen=True)
class SourceName:
    """
    What an article calls a source.

    Attributes
    ----------
    name : str or None
        Its fullest name.
    description : str or None
        All its names, and titles found next to them, separated by " / ".
    body : str or None
        For whom it speaks, where only its office is named: "spokesman Emil Roth".
    """

    name: str | None
    description: str | None
    body: str | None = None


def resolve_names(
    text: str,
    spans: Sequence[tuple[int, int]],
    title_end: int = 0,
    sentence_starts: Sequence[int] = (0,),
    published: date | pd.Timestamp | None = None,
) -> list[SourceName]:
    """
    Return the fullest name of each source in the article.

    Parameters
    ----------
    text : str
        The article.
    spans : sequence of (int, int)
        Characters of the sources, in reading order; the end is not included.
    title_end : int
        Where the title ends, if the text begins with it. Names in headline case are not taken from
        there.
    sentence_starts : sequence of int
        Where each sentence begins; a pronoun refers to the nearest one that names a person.
    published : date, optional
        The day that tells who was "the president" then.

    Returns
    -------
    list of SourceName
        In the order of ``spans``. Both attributes are None for a pronoun that refers to no source,
        and for "we" and "you".

    Examples
    --------
    >>> text = "Mayor Ines Duarte spoke first. Duarte said so. She added more."
    >>> [source.name for source in resolve_names(text, [(0, 17), (31, 37), (47, 50)])]
    ['Mayor Ines Duarte', 'Mayor Ines Duarte', 'Mayor Ines Duarte']
    """
    printed = text
    text = without_links(printed)
    names_in(text, title_end)
    people = people_in(text, title_end)
    starts = sorted({*sentence_starts, *(label.end() for label in _LABEL.finditer(text))})
    article = Article(text, people, starts, published, title_end)
    entities: list[Entity] = []
    resolved: list[Entity | None] = []
    for number, (start, end) in enumerate(spans):
        words = _SHOUTED_BEFORE.sub("", _in_brackets(_printed(printed, start, end)))
        words = spelled_out(CUT_SHORT.sub("", words))
        later = spans[number + 1 : number + 1 + _MOST_LATER_SOURCES]
        entity = _resolve(article, start, words, entities, later)
        if entity is not None:
            entity.place = start
            entity.called = entity.called or _GENDERS.get(words.lower())
            is_name = not is_pronoun(words) and spelled_out_office(words) is None
            if is_name and _WHO_CLAUSE.match(words) is None:
                entity.add_mention(words)
            # the latest mentioned comes last
            entities = [other for other in entities if other is not entity]
            entities.append(entity)
            del entities[:-_MOST_ENTITIES]
        resolved.append(entity)
    return [_source_name(text, entity) for entity in resolved]


def _resolve(
    article: Article,
    start: int,
    words: str,
    entities: list[Entity],
    later: Sequence[tuple[int, int]],
) -> Entity | None:
    """Return the entity that a source refers to; a new one at the first mention."""
    owner = _POSSESSIVE.sub("", words)
    is_full = " " in owner and gender(owner) is not None
    if is_full or (owner != words and len(namesakes(article.text, owner)) == 1):
        words = owner  # "in Mr. Quist's view", "Quist's view"
    body = _BODY_IN_APPOSITION.fullmatch(words)
    if body is not None and not is_person(body["body"]):
        words = body["body"]
    clause = _WHO_CLAUSE.match(words)
    if clause is not None:
        words = clause["pronoun"]
    if is_pronoun(words):
        return by_pronoun(article, start, words, entities)
    entity = by_name_or_noun(article, start, words, entities, later)
    if not entity.person and entity.author is None:
        entity.author = author_of(article, start, words, entities)
    return entity


def _in_brackets(words: str) -> str:
    """Return the name that an editor put after a pronoun, or the words: "It [the ministry]"."""
    found = _NAME_IN_BRACKETS.fullmatch(words.strip())
    return words if found is None else found["name"]


def _printed(text: str, start: int, end: int) -> str:
    """Return a source as printed; a box of links stands for the name that it explains."""
    for box in inserted_links(text):
        if box.end - len("MORE") <= start < box.end:
            return box.name + text[box.end : end]
        if box.start <= start < box.headlines < end <= box.end:
            return text[box.headlines : end].strip()  # of a headline, not the full name before it
    return text[start:end]


def _source_name(text: str, entity: Entity | None) -> SourceName:
    """Return the names of an entity once all its mentions are known."""
    if entity is None:
        return SourceName(None, None)
    names = entity.names if entity.author is None else entity.author.names
    if names_several(names[0]):
        names = [name for name in names if names_several(name)]  # two are not one of them
    name = _AGE_AT_END.sub("", max(names, key=completeness))
    name = _SHOUTED_BEFORE.sub("", name)
    after_headline = _AFTER_HEADLINE.fullmatch(name)
    if after_headline is not None:
        name = after_headline["own"]
    owner = _POSSESSIVE.sub("", name)
    if len(owner.split()) >= _LONG_NAME or owner in names or _is_printed_alone(text, owner):
        name = owner
    name = name_introduced(name)
    return SourceName(name, entity.description, entity.body)


def _is_printed_alone(text: str, name: str) -> bool:
    """Whether a text has a name without "'s": that of "McVelm's" it has not."""
    return re.search(rf"\b{re.escape(name)}\b(?!['’]s)", text) is not None
