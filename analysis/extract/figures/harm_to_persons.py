"""
Find what happened to named and definite persons: "Officer Liu was killed", "his wife's arrest".

In: a text and its sentences. Out: the characters of the persons, how many they are and the outcome.
Harm that is denied, feared, planned or only possible is left out, and so are those who did it.
Patterns: ``analysis.extract.figures.person_harm_patterns``.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from analysis.core.animals import is_animal
from analysis.core.resources import lemma
from analysis.extract.figures import person_harm_patterns as patterns
from analysis.extract.figures.person_phrases import PersonPhrase, PersonPhrases, person_nouns

__all__ = ["HarmedPersons", "harmed_persons"]

REACH = 170  # characters between persons and what happened to them
OBJECT_WORDS = 7  # that may describe a person before the name

# Of several things that happened to one person, the first of these is told.
_GRAVEST_FIRST = (
    "bodies_found",
    "killed",
    "missing",
    "rescued",
    "captured",
    "injured",
    "displaced",
    "evacuated",
    "surrendered",
    "ill",
    "killed_or_injured",
)
_BEEN_AT_END = re.compile(r"\b(?:been|being|was|were)\s+$")
_LOWER_WORD_AT_END = re.compile(r"(?<![\w’'-])[a-z]+$")
_LOWER_WORD = re.compile(r"\s+(?P<word>[a-z-]+)")
_LONG_WORD = re.compile(r"[A-Za-z]{4,}")
# Places and organisations can be struck, attacked and hurt too.
_OF_PERSONS = ("killed", "captured", "injured", "surrendered")


class HarmedPersons(NamedTuple):
    """Persons, how many they are (None if not told), the noun for them, and the outcome."""

    start: int
    end: int
    n: int | None
    noun: str | None
    outcome: str


def harmed_persons(text: str, sentences: Sequence[tuple[int, int]]) -> list[HarmedPersons]:
    """
    Find the named and definite persons to whom something happened.

    Parameters
    ----------
    text : str
    sentences : sequence of (int, int)
        Characters of each sentence, in order.

    Returns
    -------
    list of HarmedPersons
        In reading order, none overlapping; each phrase once, with the gravest outcome.

    Examples
    --------
    >>> [(found.n, found.outcome) for found in harmed_persons("His wife was hurt.", [(0, 18)])]
    [(1, 'injured')]
    """
    finder: PersonPhrases | None = None
    found: dict[tuple[int, int], HarmedPersons] = {}
    for sentence in sentences:
        if not patterns.may_tell_harm(text, *sentence):
            continue
        finder = finder or PersonPhrases(text)
        for person in _Sentence(finder, text, sentence).harmed():
            key = (person.start, person.end)
            known = found.get(key)
            if known is None or _rank(person) < _rank(known):
                found[key] = person
    kept: list[HarmedPersons] = []
    for person in sorted(found.values(), key=lambda person: (person.start, -person.end)):
        if not kept or kept[-1].end <= person.start:
            kept.append(person)
    return kept


def _rank(person: HarmedPersons) -> int:
    return _GRAVEST_FIRST.index(person.outcome)


class _Sentence:
    """One sentence, and the persons harmed in it."""

    def __init__(self, finder: PersonPhrases, text: str, sentence: tuple[int, int]) -> None:
        self.finder = finder
        self.text = text
        self.start, self.end = sentence

    def harmed(self) -> Iterator[HarmedPersons]:
        """Yield the persons, some of them more than once."""
        forms = patterns.forms_in(self.text, self.start, self.end)
        for form in patterns.AFTER_PERSONS:
            if form not in forms:
                continue
            for match in patterns.of_form(form).finditer(self.text, self.start, self.end):
                yield from self._subjects(
                    match, patterns.outcome_of_subject(form, match, self.text)
                )
        for form in patterns.BEFORE_PERSONS:
            if form not in forms:
                continue
            for match in patterns.of_form(form).finditer(self.text, self.start, self.end):
                outcome = patterns.outcome_of_object(form, match, self.text)
                is_unreal = self._is_unreal(match.start()) or self._is_title(match.start())
                if form == "active" and not match["harm"].lower().endswith("ing"):
                    is_unreal = is_unreal or self._is_infinitive(match.start())
                    is_unreal = is_unreal or self._is_passive(match.start())
                if outcome is not None and not is_unreal:
                    is_list = form in patterns.LISTS
                    join = patterns.NEXT_IN_LIST if is_list else patterns.NEXT_OBJECT
                    is_arrest = (
                        form == "active" and patterns.ARREST.match(match["harm"]) is not None
                    )
                    yield from self._objects(match.end(), outcome, join, is_arrest=is_arrest)
        for match in patterns.LOST.finditer(self.text, self.start, self.end):
            if not self._is_unreal(match.start()):
                yield from self._objects(match.end(), "killed", patterns.NEXT_OBJECT)
        yield from self._described()
        yield from self._owners()
        yield from self._bodies()

    def _is_unreal(self, position: int) -> bool:
        """Return whether the words before words of harm deny it or only intend it."""
        before = self.text[max(self.start, position - 45) : position]
        return patterns.UNREAL_BEFORE.search(before) is not None

    def _is_passive(self, position: int) -> bool:
        """Return whether a verb has its object before it: "the bird had been shot"."""
        before = self.text[max(self.start, position - 12) : position]
        return _BEEN_AT_END.search(before) is not None

    def _is_title(self, position: int) -> bool:
        """Return whether words of harm have a capital in plain prose: "the series Killing Eve"."""
        if not self.text[position].isupper():
            return False
        before = self.text[self.start : position].rstrip()
        if not before or not _LOWER_WORD_AT_END.search(before):
            return False
        words = _LONG_WORD.findall(self.text, self.start, self.end)
        return sum(word.islower() for word in words) > len(words) / 2

    def _is_infinitive(self, position: int) -> bool:
        """Return whether "to" stands before a verb: "they came to arrest him"."""
        before = self.text[max(self.start, position - 20) : position]
        return patterns.TO_BEFORE.search(before) is not None

    def _subjects(self, match: re.Match[str], outcome: str) -> Iterator[HarmedPersons]:
        """Yield the persons before words of harm who are their subject, the last first."""
        if self._is_unreal(match.start()) or patterns.UNREAL_WITHIN.search(match["be"]):
            return
        phrases = self.finder.between(max(self.start, match.start() - REACH), match.start())
        last: PersonPhrase | None = None
        for phrase in reversed(phrases):
            if last is None and not self._is_subject(phrase, phrases, match):
                continue
            if last is not None and not self._is_joined(phrase, last):
                return
            if self._is_unlikely(phrase, outcome) or self._is_object(phrase, last, match["be"]):
                return
            yield HarmedPersons(phrase.start, phrase.end, phrase.n, phrase.noun, outcome)
            last = phrase

    def _is_subject(
        self, phrase: PersonPhrase, phrases: Sequence[PersonPhrase], match: re.Match[str]
    ) -> bool:
        """Return whether persons are the subject of the words of harm after them."""
        before = self.text[max(self.start, phrase.start - 40) : phrase.start]
        gap = self.text[phrase.end : match.start()]
        if patterns.PLACE_BEFORE.search(before):
            return False
        if patterns.PREPOSITION_BEFORE.search(before):
            has_relative = patterns.RELATIVE.match(gap) is not None
            if not (has_relative and phrase.is_certain):
                return False
        if self._is_apposition(phrase, phrases):
            return False
        if patterns.GAP.fullmatch(gap):
            return True
        has_other = any(other.start > phrase.start for other in phrases)
        if match["be"].strip().lower() == "being" and patterns.AFTER_BEING.fullmatch(gap):
            return not has_other and patterns.STARTS_CLAUSE.search(before) is not None
        if not patterns.SAME_SUBJECT.fullmatch(gap):
            return False
        return not has_other and patterns.STARTS_CLAUSE.search(before) is not None

    def _is_apposition(self, phrase: PersonPhrase, phrases: Sequence[PersonPhrase]) -> bool:
        """Return whether a phrase only tells who a person named before it is."""
        if phrase.noun is None or self.text[phrase.end : phrase.end + 4] == " and":
            return False
        for other in phrases:
            between = self.text[other.end : phrase.start]
            if other.noun is None and patterns.COMMA.fullmatch(between):
                return True
        return False

    def _is_joined(self, phrase: PersonPhrase, last: PersonPhrase) -> bool:
        """Return whether two phrases are in one list; "her friend, Mira Stone," is one person."""
        between = self.text[phrase.end : last.start]
        if phrase.noun is not None and last.noun is None and patterns.COMMA.fullmatch(between):
            return False
        return patterns.JOIN.fullmatch(between) is not None

    def _is_object(self, phrase: PersonPhrase, last: PersonPhrase | None, be: str) -> bool:
        """Return whether one person stands before a plural verb, which has another subject."""
        if last is not None or phrase.n != 1 or patterns.PLURAL_VERB.match(be) is None:
            return False
        before = self.text[max(self.start, phrase.start - 12) : phrase.start]
        return patterns.AND_BEFORE.search(before) is None

    def _is_unlikely(self, phrase: PersonPhrase, outcome: str) -> bool:
        """Return whether a name may be a place, or the harm is a mere condition."""
        if not phrase.is_certain and outcome not in _OF_PERSONS:
            return True
        before = self.text[max(self.start, phrase.start - 40) : phrase.start]
        return patterns.CONDITION_BEFORE.search(before) is not None

    def _objects(
        self, position: int, outcome: str, join: re.Pattern[str], *, is_arrest: bool = False
    ) -> Iterator[HarmedPersons]:
        """Yield the persons after words of harm who are their object; suspects, if arrested."""
        phrase = self._phrase_at(position) or self._bare_kin(position)
        is_listed = False
        while phrase is not None and phrase.end <= self.end:
            if not is_arrest and patterns.NO_VICTIM.search(self.text[position : phrase.start]):
                return
            sharper = patterns.sharper_outcome(outcome, self.text, phrase.end)
            if not (phrase.is_certain or is_listed) and outcome not in _OF_PERSONS:
                return
            if is_listed and patterns.SPEAKS.match(self.text, phrase.end):
                return
            yield HarmedPersons(phrase.start, phrase.end, phrase.n, phrase.noun, sharper)
            is_listed = join is patterns.NEXT_IN_LIST
            joined = join.match(self.text, self._end_with_name(phrase))
            if joined is not None and self._describes_last(joined):
                return
            phrase = None if joined is None else self._phrase_at(joined.end())

    def _end_with_name(self, phrase: PersonPhrase) -> int:
        """Return the end of a phrase with the name that follows it: "the driver, Ann Hall"."""
        comma = patterns.COMMA.match(self.text, phrase.end)
        if phrase.noun is None or comma is None:
            return phrase.end
        name = self._phrase_at(comma.end())
        if name is None or name.noun is not None or (name.n, phrase.n) != (1, 1):
            return phrase.end
        return name.end

    def _describes_last(self, joined: re.Match[str]) -> bool:
        """Return whether the next phrase only tells who the last one is: "Ann Hall, her nurse"."""
        if ";" in joined[0] or "and" in joined[0].split():
            return False
        phrase = self._phrase_at(joined.end())
        return phrase is not None and self.text[phrase.start : phrase.end].islower()

    def _bare_kin(self, position: int) -> PersonPhrase | None:
        """Return the relative at a character whose "his" a headline leaves out."""
        match = patterns.BARE_KIN.match(self.text, position)
        if match is None:
            return None
        return PersonPhrase(*match.span("noun"), 1, match["noun"].lower(), is_certain=True)

    def _described(self) -> Iterator[HarmedPersons]:
        """Yield the persons whose description tells what happened: "the wounded deputy"."""
        for match in patterns.DESCRIBED.finditer(self.text, self.start, self.end):
            phrase = self.finder.at(match.start())
            if phrase is not None and phrase.n == 1 and match.end() <= phrase.end:
                outcome = patterns.outcome_of_state(match["harm"].lower())
                yield HarmedPersons(phrase.start, phrase.end, 1, phrase.noun, outcome)

    def _phrase_at(self, position: int) -> PersonPhrase | None:
        """Return the phrase at a character, or the name after a description there."""
        introduced = patterns.INTRODUCED.match(self.text, position)
        if introduced is not None:
            phrase = self.finder.at(introduced.end())
            return phrase if phrase is not None and phrase.noun is None else None
        phrase = self.finder.at(position)
        words = patterns.DESCRIPTION_WORD.match(self.text, position)
        for _ in range(OBJECT_WORDS):
            if phrase is not None or words is None:
                break
            phrase = self.finder.at(words.end())
            if phrase is not None and phrase.noun is not None:
                return None
            words = patterns.DESCRIPTION_WORD.match(self.text, words.end())
        return phrase

    def _owners(self) -> Iterator[HarmedPersons]:
        """Yield the persons whose death or arrest is told: "Mira Stone's arrest"."""
        for form in ("noun", "owner"):
            yield from self._owners_of(form)

    def _owners_of(self, form: str) -> Iterator[HarmedPersons]:
        """Yield the owners with a sign of possession, or certain names without one."""
        for match in patterns.of_form(form).finditer(self.text, self.start, self.end):
            outcome = patterns.outcome_of_object(form, match, self.text)
            if outcome is None or patterns.ATTEMPT.search(match[0]):
                continue
            start = max(self.start, match.start() - 80)
            while start > self.start and not self.text[start - 1].isspace():
                start -= 1
            for phrase in self.finder.between(start, match.start()):
                is_owner = form == "noun" or (phrase.noun is None and phrase.is_certain)
                if phrase.end == match.start() and is_owner:
                    yield HarmedPersons(phrase.start, phrase.end, phrase.n, phrase.noun, outcome)

    def _bodies(self) -> Iterator[HarmedPersons]:
        """Yield the bodies that were found: "her body was discovered"."""
        for match in patterns.BODY.finditer(self.text, self.start, self.end):
            if match["whose"] and not self._is_of_person(match):
                continue
            if match["found"] or match["was"] or match["whose"]:
                yield HarmedPersons(*match.span("body"), 1, match["noun"], "bodies_found")

    def _is_of_person(self, match: re.Match[str]) -> bool:
        """Return whether a body is a person's: not "the remains of the castle", "of two whales"."""
        whose = match["whose"]
        noun = whose.split()[-1]
        if whose[0].islower():
            return noun in person_nouns()
        following = _LOWER_WORD.match(self.text, match.end("whose"))
        return following is None or not is_animal(lemma(following["word"], "NNS"))
