"""
Find the firm or club that is called by the first word of its name: "Marlow" of Marlow Stores Inc.

In: the article, a source of one word, and the sources so far. Out: the body of whose name the word
is the first, if no person of the article is called so, and it is no place. Endings by which a name
is that of a firm are in ``data/lexicons/firm_names.toml``; what a sentence tells of a longer name
("Marlow Nickel, a miner,", "Marlow Nickel said") shows a body too.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from analysis.core.given_names import is_given_name
from analysis.extract.attributions.article_context import Article
from analysis.extract.attributions.entities import Entity, entity_named
from analysis.extract.attributions.proper_names import (
    NAME,
    distinctive_words,
    is_nation,
    names_a_firm,
)
from analysis.extract.attributions.source_types import is_country, source_type
from analysis.extract.parties.gazetteer import project_gazetteer, words_of

__all__ = ["body_called"]

_SHORTEST = 4  # letters
_CAPITALISED = re.compile(r"[A-ZÀ-Þ][\w’'-]*")  # "Qu'Velm"
_MOST_NAMES = 100
_MOST_WORDS = 2
# ends of names that begin with where the body is: "Velm City Council" is not all of Velm
_OF_PLACES = frozenset(
    """
    Council Party Coalition Front Union League Society Association Federation Forum Fund Institute
    Trust Alliance Collective Assembly Movement Network Initiative Foundation Watch Services
    Airport Museum Hospital Academy Library Theatre Theater Prison Stadium Festival Cathedral Club
    Opera Orchestra Transit Police
    """.split()
)
# what lies in a place, its papers, and days: "Velm Bay", "Velm Times"
_IN_PLACES = frozenset(
    """
    Street Road Avenue Lane Bridge Park Square Station Church Mosque Hall Hotel Palace Tower Island
    Islands River Lake Bay Beach Coast Valley County City Town Village Harbour Harbor Port Forest
    Mountain Mountains Hills Sea Ocean District Province State Region Court Ministry Department
    Parliament Times Post Herald Tribune Journal Gazette News Monday Tuesday Wednesday Thursday
    Friday Saturday Sunday
    """.split()
)
_AS_PLACE = r"\b(?P<before>[\w-]+\s)?(?:[Ii]n|[Nn]ear|outside|across|around)\s{word}\b(?!\s[A-Z&])"
_OF_SHARES = re.compile(r"(?:shares?|stakes?|stock|interest|invest\w*|investors?)\s", re.IGNORECASE)
_SHOWN = (
    r"\b{name}(?:,\s(?:an?|the|one|which|whose)|\s(?:said|says|has|had|will|agreed|announced))\s"
)
_NOT_THE_FIRM = ("state_official", "local_authority", "military")


def body_called(article: Article, words: str, entities: Sequence[Entity]) -> Entity | None:
    """
    Return the firm or club that a single word means.

    Parameters
    ----------
    article : Article
    words : str
        The source.
    entities : sequence of Entity
        Sources so far, the latest last.

    Returns
    -------
    Entity or None
        None for words that stand alone before the longer name ("Riga said ... Riga Ports Group"),
        for a given name, a country, an acronym, part of the name of a person, and a word that
        the article has as a place ("in Velm").
    """
    words = words.split(",")[0].strip()  # "Velmar, based in Karsk,"
    if len(words) < _SHORTEST or not _is_beginning(words):
        return None
    if is_nation(words.lower()) or is_country(words):
        return None
    if any(_is_part_of(words, person.name) for person in article.people):
        return None
    if source_type(words) in _NOT_THE_FIRM:
        return None
    if _is_place(article.text, words) or not _is_named_first(article.text, words):
        return None
    name = _full_name(article.text, words)
    return None if name is None else entity_named(name, entities, article.text)


def _is_place(text: str, words: str) -> bool:
    """Whether words are a place that is known, or one in the text: not "shares in Velmar"."""
    if next(project_gazetteer().find(words_of(words)), None) is not None:
        return True
    places = re.finditer(_AS_PLACE.format(word=re.escape(words)), text)
    return any(_OF_SHARES.fullmatch(found["before"] or "") is None for found in places)


def _full_name(text: str, words: str) -> str | None:
    """Return the first longer name of a firm; else the only one of which a sentence tells."""
    names = _names_that_begin(text, words)
    bodies = [name for name in names if len(distinctive_words(name)) > 1]
    for name in bodies:
        is_of_place = name.rstrip(".").split()[-1] in _OF_PLACES
        is_given = is_given_name(words) and not names_a_firm(f"Anna {name}")
        if (names_a_firm(name) or " & " in name) and not is_of_place and not is_given:
            return name
    if is_given_name(words) or not bodies:
        return None
    longest = max(bodies, key=len)
    is_only = all(longest == name or longest.startswith(f"{name} ") for name in bodies)
    if not is_only or not (_OF_PLACES | _IN_PLACES).isdisjoint(longest.split()):
        return None
    return longest if re.search(_SHOWN.format(name=re.escape(longest)), text) else None


def _is_named_first(text: str, words: str) -> bool:
    """Return whether below the headline a longer name stands before the words alone."""
    body = text.find("\n") + 1
    alone = re.compile(rf"\b{re.escape(words)}\b(?!\s[A-Z&])").search(text, body)
    longer = re.compile(rf"\b{re.escape(words)}\s(?=[A-Z&])").search(text, body)
    return longer is not None and (alone is None or longer.start() < alone.start())


def _is_beginning(words: str) -> bool:
    """Whether words are one or two with capitals, and no acronym: "Velmar", "Gulf Velmar"."""
    parts = words.split()
    if not 1 <= len(parts) <= _MOST_WORDS:
        return False
    return all(_CAPITALISED.fullmatch(part) and not part.isupper() for part in parts)


def _is_part_of(words: str, person: str) -> bool:
    """Whether a person's name holds words, and is none of a firm that was taken for a person."""
    whole = rf"(?<![\w-]){re.escape(words)}(?![\w-])"  # "Pruett-Lang" is no Pruett
    return re.search(whole, person) is not None and not names_a_firm(person)


def _names_that_begin(text: str, word: str) -> Iterator[str]:
    """Yield the longer names of a text that begin with a word."""
    for found in islice(re.finditer(rf"\b{re.escape(word)}\s(?=[A-Z&])", text), _MOST_NAMES):
        name = NAME.match(text, found.start())
        if name is not None:
            yield name[0]
