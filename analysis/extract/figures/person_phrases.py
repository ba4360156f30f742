"""
Find the phrases for named and definite persons: "Officer Liu", "his wife", "both men".

In: a text. Out: the characters of each phrase and how many persons it is, null where a plural does
not tell. "A man" and "three men" are no such phrases. Whether anything happened to the persons is
told by ``analysis.extract.figures.harm_to_persons``. Word lists:
``data/lexicons/named_people.toml``.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from analysis.core import lexicon, paths
from analysis.core.calendar_words import lower_names
from analysis.core.given_names import is_given_name
from analysis.extract.attributions.source_types import (
    INSTITUTION,
    read_source_lexicon,
    type_matches,
)
from analysis.extract.figures.patterns import outcome_words
from analysis.extract.numbers.values import NUMBER
from analysis.extract.numbers.word_patterns import AS_WRITTEN, alternatives, one_of

__all__ = ["PersonPhrase", "PersonPhrases", "person_lists", "person_nouns"]

Span = tuple[int, int]

_KEYS = ("words", "passive", "intransitive", "active", "noun", "of")
LONGEST_NAME = 7  # words; more are a headline or a list
_LONGEST_AGE = 16  # characters
SHORTEST_HEADLINE = 4  # words
MOST_CAPITALISED = 0.7  # of the longer words of a line that is no headline

_CAPITALISED = r"(?:(?:al|el|ibn)-)?[A-ZÀ-Þ][\w'’-]*\w"
_INITIAL = r"[A-Z]\.(?:[A-Z]\.)*"
_PARTICLE = one_of(
    r"bin\s al\s el\s de\s(?:la\s)? da\s dos\s du\s van\s(?:der\s)? von\s".replace(r"\s", r"\s+")
)
_NICKNAME = r"[\"“'‘][A-Z][\w-]*[\"”'’]"
_ABBREVIATION = (
    r"(?:Mr|Mrs|Ms|Dr|Prof|Rev|Sgt|Lt|Capt|Maj|Col|Gen|Cpl|Pvt|Spc|Cmdr|Adm|Brig|Gov|Sen|Rep|St)\."
)
_NAME_WORD = rf"(?:{_INITIAL}|{_NICKNAME}|{_ABBREVIATION}|{_CAPITALISED})"
_SUFFIX = r"(?:,?\s+(?:Jr|Sr)\b\.?)"

_AGED = r"\d{1,3}-(?:year|month|week|day)-old"
_NO_MODIFIER = one_of(
    r"""
    them him us me it himself herself who whose whom that which what and or but of in on at by
    for to from with into over than as was
    were is are be been had has have will would could can do does did while when where after before
    until because since if though although another an? each every no not said says say told
    """
)
MODIFIER = rf"(?:{_AGED}|(?!(?i:{NUMBER}|{_NO_MODIFIER})\b)\w(?:[\w’'.-]*[\w’'])?)"
_DETERMINER = one_of(
    "[Tt]he [Tt]his [Tt]hat [Tt]hese [Tt]hose [Bb]oth [Hh]is [Hh]er [Tt]heir [Ii]ts [Mm]y [Oo]ur "
    "[Yy]our"
)
_POSSESSOR = rf"{_CAPITALISED}(?:\s{_CAPITALISED})?['’]s"

_SIGN_OF_POSSESSION = re.compile(r"['’]s?$")
_WORD = re.compile(r"[\w'’-]+")
_NOT_SPACE = re.compile(r"\S+")
_LINE = re.compile(r"[^\n]+")
_AND = re.compile(r"\s+and\s+")
_NUMBER_BEFORE = re.compile(rf"(?:\b{NUMBER}|\d)\s+$")
_AGE_BEFORE = re.compile(r"\b\d{1,3}-year-old\s+$")
# "Omar Deeb son of Said" is one person.
_SON_OF = re.compile(r"\s+(?:son|daughter|wife|widow)\s+of\s+[A-Z]")
# An age, or "who": the name before it is a person's.
_OF_PERSON_AFTER = re.compile(r",\s+\d\d?,|\s+\(\d\d\)|[,.]?[\"”]?,?\s+who\b")
_NOUN_AFTER = re.compile(r"\s+(?P<noun>[a-z]+)\b")

# Capitalised words that are no part of a person's name.
_NO_NAME = lower_names() | frozenset(
    """
    a an the this that these those his her their its my our your he she they it we you i who what
    when where while why how if as on in at for after before since with by from then now also both
    because although though but and or so yet however meanwhile according earlier later two three
    four five six seven eight nine ten one first second no not all some many most more several
    there here during under over between until unless without within among across north south east
    west northern southern eastern western
    city county street avenue road park lake river university college hospital school church court
    department police army ministry council committee club team company news times post
    authorities officials prosecutors investigators firefighters witnesses troops soldiers
    watch read related breaking update updated video photo photos
    image caption story advertisement copyright getty reuters ap afp cnn bbc christmas easter
    god democrats republicans congress parliament senate state states government himself herself
    itself themselves someone everyone anyone nobody everybody people says said day headline jan feb
    mar apr jun jul aug sep sept oct nov dec dozens scores hundreds thousands millions many several
    others men women children
    """.split()
)


_PLURAL_TITLES = ("Officers", "Deputies", "Detectives", "Agents", "Troopers", "Messrs")


class PersonPhrase(NamedTuple):
    """Named or definite persons: characters of the article, how many, and how they are named."""

    start: int
    end: int
    n: int | None
    noun: str | None  # that a definite phrase ends in; None for a name
    is_certain: bool  # whether the words cannot be a place or an organisation


@lru_cache(maxsize=1)
def person_lists() -> dict[str, dict[str, list[str]]]:
    """Return the groups of ``named_people.toml``, each with its lists of words."""
    return lexicon.load(paths.LEXICONS / "named_people.toml", allowed_keys=_KEYS)


@lru_cache(maxsize=1)
def person_nouns() -> frozenset[str]:
    """Return the nouns for one person."""
    words = [*outcome_words()["person"]["words"], *person_lists()["person"]["words"]]
    return frozenset(words)


@lru_cache(maxsize=1)
def _titles() -> frozenset[str]:
    """Return the words of titles, without full stops."""
    words: set[str] = set()
    for title in person_lists()["title"]["words"]:
        words.update(title.split())
    return frozenset(words)


@lru_cache(maxsize=1)
def _definite() -> re.Pattern[str]:
    """Return the pattern of "the suspect", "his wife and daughter", "the 8-year-old"."""
    noun = alternatives(person_nouns())
    plural = "men|women|children|people|policemen|gunmen|fishermen|wives|thieves"
    any_noun = rf"(?:(?:{noun})(?:es|s)?|{plural})"
    return re.compile(
        rf"""
        (?<![\w-]) (?P<determiner> {_DETERMINER} | {_POSSESSOR} )\s+
        (?P<before> (?:{MODIFIER}\s+){{0,4}}? )
        (?: (?P<noun>(?i:{any_noun}))\b (?! -\w | ['’]s\s+(?:{MODIFIER}\s+){{0,2}}(?:{noun})\b )
            (?: \s+and\s+ (?:{MODIFIER}\s+)? (?P<second>{any_noun})\b (?!['’]s) )?
          | (?P<aged>{_AGED})\b (?! \s+(?:{MODIFIER}\s+){{0,2}}(?:{noun})\b )
          | (?P<harmed>deceased|dead|injured|wounded)\b
            (?! \s+(?:{MODIFIER}\s+){{0,2}}(?:{any_noun})\b ) )
        | \b(?P<both>Both)(?=\s+(?:were|are|have|had|died|of\s+them)\b|\s*$)
        """,
        AS_WRITTEN,
    )


@lru_cache(maxsize=1)
def _name() -> re.Pattern[str]:
    """Return the pattern of words that may be the name of a person, with title and suffix."""
    return re.compile(
        rf"(?<![\w.-]) (?:{_ABBREVIATION}|{_CAPITALISED}|(?:{_INITIAL})(?=\s[A-Z]))"
        rf"(?:[^\S\n](?:{_PARTICLE})?{_NAME_WORD})* {_SUFFIX}?",
        AS_WRITTEN,
    )


@lru_cache(maxsize=4096)
def _is_country(word: str) -> bool:
    """Return whether a word is a country, a capital or a people."""
    return read_source_lexicon()["countries"].pattern.fullmatch(word) is not None


def _bare(word: str) -> str:
    """Return a word of a name without the sign of possession."""
    return _SIGN_OF_POSSESSION.sub("", word)


def _is_no_name(word: str) -> bool:
    return _bare(word).lower().strip('.,"“”') in _NO_NAME


def _trimmed(text: str, start: int, end: int) -> list[Span]:
    """Return the words of a name, without those before and after it that are none."""
    words = [match.span() for match in _NOT_SPACE.finditer(text, start, end)]
    while words and _is_no_name(text[slice(*words[0])]):
        words = words[1:]
    kept = []
    for word in words:
        if _is_no_name(text[slice(*word)]):
            break
        kept.append(word)
    return kept


@lru_cache(maxsize=1)
def _happenings() -> frozenset[str]:
    """Return the last words of names of happenings, shows and prizes."""
    return frozenset(person_lists()["happening"]["words"])


def _without_titles(words: Sequence[str]) -> list[str]:
    return [_bare(word) for word in words if word.rstrip(".") not in _titles()]


def _may_be_person(names: Sequence[str]) -> bool:
    """Return whether the words of a name are no country, institution or common noun."""
    if not names or len(names) > LONGEST_NAME:
        return False
    last = names[-1].rstrip(".")
    noun = last.lower()
    if noun in person_nouns() or noun.removesuffix("s") in person_nouns() or len(last) < 2:
        return False
    if len(names) > 1 and noun in _happenings():
        return False
    if _is_country(last) or _is_country(" ".join(names[-2:])):
        return False
    if last.isupper() and not all(name.isupper() for name in names):
        return False
    words = " ".join(names)
    first_of_last = words.rfind(" ") + 1
    matches = type_matches(words)
    return not any(match.rank >= INSTITUTION and match.end > first_of_last for match in matches)


class PersonPhrases:
    """
    The named and definite persons of an article.

    A surname alone is a person's if the article also has it with a first name or a title.

    Parameters
    ----------
    text : str
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self._headlines = _headlines(text)
        self._known: set[str] = set()  # words of names
        self._surnames: set[str] = set()
        self._certain: set[str] = set()  # surnames that cannot be places
        self._first_names: dict[str, str] = {}  # and the surname
        alone: set[str] = set()
        for match in _name().finditer(text):
            if not self._is_headline(match.start()):
                self._learn(match, alone)
        self._certain |= self._surnames & alone

    def _learn(self, match: re.Match[str], alone: set[str]) -> None:
        """Record the words of a name, and whether it is a surname alone."""
        words = [self.text[slice(*word)] for word in _trimmed(self.text, *match.span())]
        names = _without_titles(words)
        if not _may_be_person(names):
            return
        if len(words) == 1:
            alone.add(names[0])
            return
        self._known.update(names)
        self._surnames.add(names[-1])
        self._first_names[names[0]] = names[-1]
        if len(names) < len(words) or _OF_PERSON_AFTER.match(self.text, match.end()):
            self._certain.add(names[-1])

    def _is_headline(self, position: int) -> bool:
        return any(start <= position < end for start, end in self._headlines)

    def at(self, position: int) -> PersonPhrase | None:
        """
        Return the phrase that starts at a character.

        Names that "and" joins are one phrase: "Mira Stone and Paul Reed".
        """
        match = _definite().match(self.text, position)
        if match is not None:
            return self._definite_phrase(match)
        match = _name().match(self.text, position)
        if match is None:
            return None
        phrase = self._named(*match.span())
        if phrase is None or phrase.start != position:
            return self._with_first_name_only(position, match.end())
        return self._joined(phrase)

    def _with_first_name_only(self, position: int, end: int) -> PersonPhrase | None:
        """Return two persons of whom only the second has a surname: "Mira and Paul Stone"."""
        joined = _AND.match(self.text, end)
        if joined is None or _is_no_name(self.text[position:end]):
            return None
        second = _name().match(self.text, joined.end())
        phrase = None if second is None else self._named(*second.span())
        if (
            phrase is None
            or phrase.start != joined.end()
            or " " not in self.text[slice(*phrase[:2])]
        ):
            return None
        return phrase._replace(start=position, n=2)

    def _joined(self, phrase: PersonPhrase) -> PersonPhrase:
        """Return a name with the one that "and" joins to it, as one phrase for two persons."""
        joined = _AND.match(self.text, phrase.end)
        second = None if joined is None else _name().match(self.text, joined.end())
        if joined is None or second is None:
            return phrase
        other = self._named(*second.span())
        if other is None and self.text[phrase.start : phrase.end].split()[0] in _PLURAL_TITLES:
            words = _trimmed(self.text, *second.span())
            if words and words[0][0] == joined.end():
                other = phrase._replace(start=joined.end(), end=words[-1][1])
        if other is None or other.start != joined.end():
            return phrase
        return phrase._replace(
            end=other.end, n=2, is_certain=phrase.is_certain and other.is_certain
        )

    def between(self, start: int, end: int) -> list[PersonPhrase]:
        """Return the phrases between two characters, in reading order; none overlap."""
        found: list[PersonPhrase] = []
        position = start
        while position < end:
            definite = _definite().search(self.text, position, end)
            name = _name().search(self.text, position, end)
            if definite is not None and (name is None or definite.start() <= name.start()):
                phrase, position = self._definite_phrase(definite), definite.end()
            elif name is not None:
                phrase, position = self._named(*name.span()), name.end()
                if phrase is None:
                    phrase = self._with_first_name_only(*name.span())
                else:
                    phrase = self._joined(phrase)
            else:
                break
            if phrase is not None:
                position = max(position, phrase.end)
                if phrase.end <= end:
                    found.append(phrase)
        return found

    def _definite_phrase(self, match: re.Match[str]) -> PersonPhrase | None:
        """Return the phrase of "the suspect", with the name that follows it directly."""
        noun = (match["second"] or match["noun"] or match["harmed"] or "person").lower()
        n = self._n_definite(match)
        end = match.end()
        name = _name().match(self.text, end + 1)
        if name is not None and n == 1 and self.text[end] == " ":
            words = _trimmed(self.text, *name.span())
            if words and words[0][0] == name.start():
                end = words[0][0] + len(_bare(self.text[words[0][0] : words[-1][1]]))
        return PersonPhrase(match.start(), end, n, noun, is_certain=True)

    def _n_definite(self, match: re.Match[str]) -> int | None:
        """Return how many persons a definite phrase is; None if it does not tell."""
        if match["both"]:
            return 2
        if match["aged"]:
            return 1
        if match["harmed"]:
            return 1 if match["harmed"] == "deceased" else None
        noun = match["noun"].lower()
        is_one = noun in person_nouns()
        if match["second"]:
            return 2 if is_one and match["second"].lower() in person_nouns() else None
        if match["determiner"].lower() == "both" or noun in ("couple", "pair", "duo", "parents"):
            return 2
        return 1 if is_one else None

    def _named(self, start: int, end: int) -> PersonPhrase | None:
        """Return the phrase of a name, or None if the words are no person's."""
        words = _trimmed(self.text, start, end)
        if words and self._is_headline(start):
            words = self._known_words(words)
        if not words:
            return None
        parts = [self.text[slice(*word)] for word in words]
        names = _without_titles(parts)
        if not _may_be_person(names) or self._is_counted_or_describes(words):
            return None
        has_title = len(names) < len(parts)
        surname = self._first_names.get(names[0]) if len(parts) == 1 else None
        is_certain = has_title or names[-1] in self._certain or surname in self._certain
        is_certain = is_certain or _OF_PERSON_AFTER.match(self.text, words[-1][1]) is not None
        is_certain = is_certain or (len(names) > 1 and is_given_name(names[0]))
        before = self.text[max(0, words[0][0] - _LONGEST_AGE) : words[0][0]]
        is_certain = is_certain or _AGE_BEFORE.search(before) is not None
        if len(parts) == 1 and names[0] not in self._surnames and not is_certain:
            return None
        first = words[0][0]
        last = first + len(_bare(self.text[first : words[-1][1]]))
        return PersonPhrase(first, last, 1, None, is_certain)

    def _known_words(self, words: list[Span]) -> list[Span]:
        """Return the words of a headline that are names elsewhere in the article."""
        while words and _bare(self.text[slice(*words[-1])]) not in self._known:
            words = words[:-1]
        while words and _bare(self.text[slice(*words[0])]) not in self._known:
            words = words[1:]
        return words

    def _is_counted_or_describes(self, words: Sequence[Span]) -> bool:
        """Return whether a name has a number or describes a noun: "four X", "the X officer"."""
        start, end = words[0][0], words[-1][1]
        if _NUMBER_BEFORE.search(self.text[max(0, start - 20) : start]):
            return True
        after = _NOUN_AFTER.match(self.text, end)
        if after is None or _SON_OF.match(self.text, end):
            return False
        noun = after["noun"]
        return noun in person_nouns() or noun.removesuffix("s") in person_nouns()


def _headlines(text: str) -> list[Span]:
    """Return the lines in which most words are capitalised: they do not tell names from nouns."""
    lines = []
    for match in _LINE.finditer(text):
        words = [word for word in _WORD.findall(match[0]) if len(word) > 3]
        n_capitalised = sum(word[0].isupper() for word in words)
        if match[0].rstrip().endswith((".", "?", '."', ".”")):
            continue
        if len(words) >= SHORTEST_HEADLINE and n_capitalised > MOST_CAPITALISED * len(words):
            lines.append(match.span())
    return lines
