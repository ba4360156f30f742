"""
Collect everything in an article that can say whose its parties are.

In: the text and the gazetteer. Out: mentions, marks of possible owners, and the owner that the
grammar gives to each mention, if it gives one. Names that only this article has ("Anderson police",
"officials of Pakistan Railways") are marks too, where they stand next to a mention; and a person
whose office the article tells ("Sudan's president, Hamza Idris") is a mark of that party wherever
the surname stands.
"""

import re
from bisect import bisect_left
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from analysis.extract.attributions.source_types import type_matches
from analysis.extract.epithets import epithet_words
from analysis.extract.parties.context_words import context_words
from analysis.extract.parties.covered import Covered
from analysis.extract.parties.gazetteer import Gazetteer
from analysis.extract.parties.marks import Mark, find_marks, name_runs
from analysis.extract.parties.mentions import Mention, find_mentions, is_party_noun
from analysis.extract.parties.relations import NEAR, STRONG, relation
from analysis.extract.parties.word_places import WordPlaces

__all__ = ["ArticleParties", "collect"]

_LONGEST_NOUN = 30  # characters: how far a mark can begin before the mention that it is inside of
_GAP_BEFORE = re.compile(r"(?:['’]s?)? (?:[a-z][\w-]* ){0,2}")
# "Quist blamed President Orel": she does not own him
_ACTS_ON = re.compile(
    r"\b(?!(?:armed|united|allied|elected)\b)(?:[a-z]+ed|told|met|beat|and|or|as)\b"
)
_GAP_AFTER = re.compile(r" (?:[a-z][\w-]* ){0,2}(?:in|of|from|at) (?:the )?(?:[a-z][\w-]* ){0,2}")
_CONNECTION = re.compile(r" (?:of|in|at|from) ")
_TRAILING = re.compile(r"(?:\s(?:of|the|for|and|al|de|la|del))+$")
_NAME_AFTER = re.compile(r",? (?=[A-Z])")
_PRINTED_NAME = re.compile(r"(?:[A-Z][\w’'.-]+ ){0,3}[A-Z][\w’'-]+")
_FOLLOWERS = frozenset(("army", "armies", "troops", "soldiers"))
_ARMED_KINDS = frozenset(("military", "armed_group", "attacker"))
# an office with its holder owns nothing: "Excise Minister Ada Quist said the opposition"
_OFFICE = re.compile(r"\b(?:Minister|President|Secretary|Governor|Mayor|Senator|Spokes\w+)\b")
_OF_STATE = frozenset(("government", "person"))
_OWNING_FORMS = frozenset(("name", "adjective", "capital", "body"))
_OWNER = re.compile(r"(?P<name>[A-Z][\w-]+)['’]s? (?:[a-z][\w-]* ){0,2}$")
_NAME_BEFORE = re.compile(r"(?P<name>[A-Z][\w.]*(?:\s[A-Z][\w.]*){0,3})(?:['’]s)?\s$")
_BEGINS_SENTENCE = re.compile(r"(?:^|[.!?:\n]\s?|[“\"])$")
_GAP_REACH = 60  # characters


@dataclass
class ArticleParties:
    """
    Mentions and marks of an article.

    Attributes
    ----------
    text : str
    mentions : list of Mention
    marks : list of Mark
    relations : list of dict
        For each mention, the relations of the marks near it: number of the mark to relation.
    said : list of str or None
        The party that the grammar gives to each mention.
    """

    text: str
    mentions: list[Mention]
    marks: list[Mark]
    relations: list[dict[int, str]] = field(default_factory=list)
    said: list[str | None] = field(default_factory=list)


def collect(text: str, gazetteer: Gazetteer) -> ArticleParties:
    """
    Collect the mentions of an article and the marks of possible owners.

    Parameters
    ----------
    text : str
    gazetteer : Gazetteer

    Returns
    -------
    ArticleParties
    """
    marks = find_marks(text, gazetteer)
    named = [mention for mention in find_mentions(text) if not _is_of_outlet(text, mention)]
    mentions = _without_followers(text, named, marks)
    mentions = _with_parties(text, mentions, marks)
    marks = sorted([*marks, *_local_names(text, mentions, marks)])
    article = _related(ArticleParties(text, mentions, marks))
    learned = _office_holders(article)
    if learned:
        places = {mark.start for mark in learned}
        others = [mark for mark in marks if mark.form != "local" or mark.start not in places]
        article = _related(ArticleParties(text, mentions, sorted([*others, *learned])))
    return article


def _without_followers(text: str, mentions: list[Mention], marks: Sequence[Mark]) -> list[Mention]:
    """Return the mentions without "Quist's army", where nobody else is armed: her followers."""
    owners = Covered((mark.start, mark.end) for mark in marks if mark.form in _OWNING_FORMS)
    armies = {
        mention
        for mention in mentions
        if mention.text.lower() in _FOLLOWERS and _is_of_person(text, mention, owners)
    }
    if any(one.kind in _ARMED_KINDS and one not in armies for one in mentions):
        return mentions
    return [mention for mention in mentions if mention not in armies]


def _is_of_person(text: str, mention: Mention, owners: Covered) -> bool:
    """Whether the name of no country, place or group stands in the possessive before a mention."""
    owner = _OWNER.search(text[max(0, mention.start - _GAP_REACH) : mention.start])
    if owner is None:
        return False
    end = mention.start - len(owner[0]) + len(owner["name"])
    return not owners.meets(end - 1, end)


def _with_parties(text: str, mentions: list[Mention], marks: Sequence[Mark]) -> list[Mention]:
    """Return the mentions, and names of political parties and organisations: they are their own."""
    own = [
        Mention(mark.start, mark.end, text[mark.start : mark.end], "other")
        for mark in marks
        if mark.kind in ("party", "organisation") and mark.form == "name"
    ]
    taken = Covered((mention.start, mention.end) for mention in mentions)
    free = [one for one in own if not taken.meets(one.start, one.end)]
    return sorted([*mentions, *free])


def _related(article: ArticleParties) -> ArticleParties:
    """Fill the relations of each mention, and the party that the grammar gives it."""
    starts = [mark.start for mark in article.marks]
    for mention in article.mentions:
        first = bisect_left(starts, mention.start - NEAR - _LONGEST_NOUN)
        after = bisect_left(starts, mention.end + NEAR)
        found = {}
        for number in range(first, after):
            related = relation(article.text, mention, article.marks[number])
            if related is not None:
                found[number] = related
        article.relations.append(found)
        article.said.append(_said(article.marks, found, mention))
    return article


def _said(marks: Sequence[Mark], found: dict[int, str], mention: Mention) -> str | None:
    """Return the party of the nearest mark whose relation says whose a mention is."""
    strong = [
        number for number, related in found.items() if related in STRONG or related == "local"
    ]
    if not strong:
        return None
    nearest = min(strong, key=lambda number: _gap(marks[number], mention))
    return marks[nearest].party


def _gap(mark: Mark, mention: Mention) -> int:
    return max(mention.start - mark.end, mark.start - mention.end, 0)


def _local_names(text: str, mentions: Sequence[Mention], marks: Sequence[Mark]) -> list[Mark]:
    """Return the names next to a mention that the gazetteer does not have."""
    runs = name_runs(text)
    starts = [start for start, _ in runs]
    taken = sorted((mark.start, mark.end) for mark in marks)
    found: dict[tuple[int, int], Mark] = {}
    for mention in mentions:
        first = max(bisect_left(starts, mention.start - NEAR) - 1, 0)
        after = bisect_left(starts, mention.end + NEAR)
        for start, end in runs[first:after]:
            mark = _local_name(text, mention, start, end)
            if mark is not None and not _overlaps(taken, mark):
                found.setdefault((mark.start, mark.end), mark)
    return list(found.values())


def _overlaps(spans: Sequence[tuple[int, int]], mark: Mark) -> bool:
    place = bisect_left(spans, (mark.end, 0))
    return any(
        mark.start < end and start < mark.end for start, end in spans[max(0, place - 3) : place]
    )


def _local_name(text: str, mention: Mention, start: int, end: int) -> Mark | None:
    """Return the mark of a run of capitalised words, without the mention that may be in it."""
    if start < mention.start:
        end = min(end, mention.start)
    elif start < mention.end:
        after = _CONNECTION.match(text, mention.end)
        start = after.end() if after else end
    words = text[start:end]
    no_owner = context_words("no_owner")
    while words and _is_no_part(text, start, words.split(" ")[0], no_owner | epithet_words()):
        first, _, words = words.partition(" ")
        start += len(first) + 1
    words = _TRAILING.sub("", words.rstrip())
    possessive = words.endswith(("'s", "’s", "s'", "s’"))
    whole = re.sub(r"['’]s?$", "", words)
    name = _without_field(whole, mention)
    if len(name) < 3 or name.lower() in no_owner or is_party_noun(name):
        return None
    if _OFFICE.search(name) is not None or name.lower() in context_words("body"):
        return None
    if mention.kind in _OF_STATE and _is_firm(name):
        return None
    end = start + len(name)
    if end <= mention.start:
        if _ACTS_ON.search(text[start + len(whole) : mention.start]) is not None:
            return None
        joined = _GAP_BEFORE.fullmatch(text[start + len(whole) : mention.start])
    else:
        joined = _GAP_AFTER.fullmatch(text[mention.end : start])
    return Mark(start, end, name, "other", "local", possessive) if joined else None


def _is_no_part(text: str, start: int, word: str, others: Collection[str]) -> bool:
    """Whether the first word of a run is no part of a name: "Local", but "New" of "New Velm"."""
    if word.strip(".,'’").lower() not in others:
        return False
    return word != "New" or _BEGINS_SENTENCE.search(text, max(0, start - 3), start) is not None


def _is_of_outlet(text: str, mention: Mention) -> bool:
    """Whether an office is that of a station or paper: "the president of" no state, but a CNN's."""
    before = _NAME_BEFORE.search(text[max(0, mention.start - _GAP_REACH) : mention.start])
    if mention.kind != "person" or before is None:
        return False
    return any(match.source_type == "media" for match in type_matches(before["name"]))


def _without_field(name: str, mention: Mention) -> str:
    """Return a name without what a minister is of: "Velm Health" minister is Velm's."""
    if mention.kind not in _OF_STATE:
        return name
    words = name.split(" ")
    while words and words[-1].lower() in context_words("field"):
        words.pop()
    return " ".join(words)


def _is_firm(name: str) -> bool:
    """Whether a name is that of a firm: "Velm Motors"."""
    return name.lower().split(" ")[-1] in context_words("firm")


def _office_holders(article: ArticleParties) -> list[Mark]:
    """Return marks of the persons whose office the article tells."""
    text = article.text
    words = WordPlaces(text)
    parties: dict[str, str] = {}
    for mention, said in zip(article.mentions, article.said, strict=True):
        if mention.kind != "person" or said is None:
            continue
        gap = _NAME_AFTER.match(text, mention.end)
        name = _PRINTED_NAME.match(text, gap.end()) if gap else None
        if name:
            surname = re.sub(r"['’]s?$", "", name[0].split(" ")[-1])
            # a word of a headline in title case is printed in lower case elsewhere
            is_name = not words.places_of(surname.lower())
            if len(surname) > 2 and is_name:
                parties.setdefault(surname, said)
    taken = {
        position
        for mark in article.marks
        if mark.form != "local"
        for position in range(mark.start, mark.end)
    }
    found = []
    for surname, party in parties.items():
        for start in words.places_of(surname):
            end = start + len(surname)
            if start not in taken:
                possessive = text.startswith(("'s", "’s"), end)
                found.append(Mark(start, end, party, "other", "surname", possessive))
    return found
