"""
Find what happens in a sentence: nouns and verbs of the lexicon of happenings.

In: a sentence, and which of its words are in names. Out: happenings, each marked as plain or not. A
happening is plain if the sentence says that it happened: not what is feared, denied or long past,
and not a word that only describes another ("the attack anniversary").
"""

from collections.abc import Collection, Iterator, Mapping
from typing import NamedTuple

from analysis.compare.events.labels.capitals import Capitals
from analysis.compare.events.labels.happening_lexicon import (
    NO_LABEL,
    VERB_KINDS,
    Happening,
    happening_lexicon,
)
from analysis.compare.events.labels.words import Word, is_title_case, parts_of_speech
from analysis.core.given_names import is_given_name

_BEFORE_VERBS = frozenset(
    "to will would could can cannot must should might may they we he she it who not i you don't "
    "doesn't didn't won't let lets".split()
)
_AFTER_VERBS = frozenset(
    "a an the his her him them it their its back up out down this that these those us me".split()
)
_PRONOUNS = frozenset({"he", "she", "we", "they"})
_AFTER_INTRANSITIVES = frozenset({"again", "to", "as", "for", "that", "after"})
_FUNCTION_WORDS = frozenset(
    "a an the of in on at to for from by with as and or but that is was were are be been has have "
    "had will after before over against between near during amid when while who which than".split()
)
_RELATIVES = frozenset({"who", "which", "that", "not", "never"})
_AUXILIARIES = frozenset("is are was were are be been being has have had".split())
_NOT_REAL = frozenset(
    "no not never without could would should might may possible potential planned threat threats "
    "threaten threatens threatened fear fears feared fearing avoid avoids avoided prevent prevents "
    "prevented deny denies denied".split()
)
# "calls on the mayor to resign", "refused to step down": it has not been done
_DEMANDED = frozenset(
    "call calls called calling urge urges urged urging demand demands demanded demanding ask asks "
    "asked asking tell tells told want wants wanted refuse refuses refused".split()
)
_WORDS_BEFORE_INFINITIVE = 7
# before a happening that is only spoken of: "a law against strikes"
_OF_TOPICS = frozenset("if into about like against anti proposed supposed before".split())
# "federal pandemic aid runs out": help after what happened long ago
_HELP_AFTER = frozenset("aid relief money funds funding grants loans recovery era".split())
# "a flood was possible"
_NOT_REAL_AFTER = frozenset(
    "possible likely unlikely averted avoided foiled thwarted prevented warning warnings".split()
)
_REDUCING = frozenset(
    "cut cuts cutting reduce reduces reduced reducing lower lowers lowered lowering halve halves "
    "halved halving fewer curb curbs curbed curbing tackle tackles tackling combat combats "
    "combating stop stops stopping".split()
)
_WORDS_BEFORE = 3  # in which a happening is denied or feared
# after a happening they say that it did happen: "the flood toll"
_TOLLS = frozenset(
    "toll deaths death cases victims dead survivors fatalities outbreak epidemic".split()
)
_LONGEST_IN_CONTEXT = 3  # words


class Mention(NamedTuple):
    """A happening in a sentence."""

    happening: Happening
    is_plain: bool
    is_real: bool  # False of what is denied, feared, past or less


def find_happenings(
    sentence: list[Word],
    in_name: Collection[int],
    capitals: Capitals,
    verb_kinds: Collection[str],
    first_places: Mapping[str, int] | None = None,
) -> Iterator[Mention]:
    """
    Yield what happens in a sentence.

    Parameters
    ----------
    sentence : list of Word
        As ``words.sentences`` yields it.
    in_name : collection of int
        Positions of words in names of several words, which are not read.
    capitals : Capitals
        What is known about capitals.
    verb_kinds : collection of str
        Kinds of verbs that count: "verbs", "speaking".
    first_places : mapping of int, optional
        Where the words of the article stand first, in lower case; without it, those of the
        sentence. They decide what words such as "crash" or "strike" mean.

    Yields
    ------
    Mention
        In reading order; of a phrase, its last noun too.
    """
    finder = _Finder(sentence, capitals, verb_kinds)
    words = finder.words
    if first_places is None:
        first_places = {word: -place for place, word in enumerate(reversed(words))}
    index = 0
    while index < len(sentence):
        length, happening = _match_in_context(words, index, first_places)
        is_in_context = bool(length)
        if not is_in_context:
            length, happening = _match(words, index)
        if happening and index not in in_name and happening.noun != NO_LABEL:
            meaning = finder.meaning(index, length, happening)
            if meaning:
                is_real = finder.is_real(index, length, meaning)
                is_plain = is_real and finder.is_plain(index, length)
                yield Mention(meaning, is_plain, is_real)
                last = words[index + length - 1]
                if is_in_context:
                    last = meaning.noun.split()[-1]
                for head in _head(meaning, last):
                    yield Mention(head, is_plain, is_real)
        index += length


def _match(words: list[str], index: int) -> tuple[int, Happening | None]:
    """Return the number of words and the meaning of the longest phrase at a place."""
    for phrase, happening in happening_lexicon().phrases.get(words[index], ()):
        if tuple(words[index : index + len(phrase)]) == phrase:
            return len(phrase), happening
    return 1, None


def _match_in_context(
    words: list[str], index: int, first_places: Mapping[str, int]
) -> tuple[int, Happening | None]:
    """Return the longest phrase that this article gives a meaning: its length, or 0, and that."""
    shortest = _match(words, index)[0]
    longest = min(_LONGEST_IN_CONTEXT, len(words) - index)
    in_context = happening_lexicon().in_context
    for length in range(longest, shortest - 1, -1):
        meanings = in_context.get(tuple(words[index : index + length]), ())
        places = {}
        for meaning in meanings:
            found = [first_places[word] for word in meaning.words if word in first_places]
            if len(found) >= meaning.fewest:
                places[meaning.happening] = min(found)
        if places:
            return length, min(places, key=lambda found: (places[found], found.key))
    return 0, None


def _head(happening: Happening, last: str) -> Iterator[Happening]:
    """Yield the last noun of a phrase too: a bridge collapse is a collapse."""
    if happening.key.split()[-1:] == [happening.key]:
        return
    head = dict(happening_lexicon().phrases.get(last, ())).get((last,))
    if head and head.kind not in VERB_KINDS and last in happening.noun:
        yield head


class _Finder:
    """What the words around a phrase make of it."""

    def __init__(
        self,
        sentence: list[Word],
        capitals: Capitals,
        verb_kinds: Collection[str],
    ) -> None:
        self.sentence = sentence
        self.words = [word.lower for word in sentence]
        self.capitals = capitals
        self.verb_kinds = verb_kinds
        self.is_title_case = is_title_case(sentence)
        self.is_background = any(self._is_earlier_year(word) for word in sentence)

    def meaning(self, index: int, length: int, happening: Happening) -> Happening | None:
        """Return what a phrase means at its place, None if nothing that happens."""
        word = self.sentence[index]
        if word.link == "#" or self._is_earlier_year(word):
            return None  # "the 9/11 attacks", "the 1999 fire"
        if index and self.words[index - 1] in _RELATIVES:
            return None
        if word.lower == "pandemic" and not _HELP_AFTER.isdisjoint(self.words[index : index + 2]):
            return None
        if length == 1 and self._is_given_name(index):
            return None  # "Bill Nye"
        if word.text[0].isupper():
            is_like_name = bool(word.link) and not self.is_title_case
            is_like_name &= happening.noun.islower()  # "Ebola" is printed so
            if is_like_name or word.lower in happening_lexicon().not_in_names:
                return None
        if happening.kind in VERB_KINDS:
            return self._verb(index, length, happening)
        if length == 1 and self._is_verb_of_name(index):
            verb = happening_lexicon().verbs.get(word.lower)
            if verb is None:
                return None
            return self._verb(index, length, verb)
        if length == 1 and self._is_other_word(index):
            return None
        is_verb = self.words[index + length - 1] in happening_lexicon().verbs
        if length > 1 and is_verb:
            # In "plane crashes near Velm" there is one crash.
            return happening._replace(noun=happening.key)
        return happening

    def _is_given_name(self, index: int) -> bool:
        """Return whether a word is a given name before a surname."""
        following = self.sentence[index + 1 : index + 2]
        if not following or not is_given_name(self.sentence[index].text):
            return False
        after = following[0]
        if after.link != " " or not after.text[0].isupper():
            return False
        return not self.is_title_case or after.lower not in happening_lexicon().verbs

    def is_real(self, index: int, length: int, happening: Happening) -> bool:
        """Return whether the sentence does not deny or fear what happened, and it is not past."""
        if self.is_background:
            return False
        if not _NOT_REAL.isdisjoint(self.words[max(index - _WORDS_BEFORE, 0) : index]):
            return False
        if self._is_demanded(index):
            return False
        after = self.words[index + length : index + length + 2]
        if after and after[0] in _AUXILIARIES:
            after = after[1:]
        if after and after[0] in _NOT_REAL_AFTER:
            return False
        return happening.key not in happening_lexicon().grave or not self._is_reduced(index)

    def _is_demanded(self, index: int) -> bool:
        """Return whether a verb is an infinitive that somebody demands or refuses."""
        if self.words[max(index - 1, 0) : index] != ["to"]:
            return False
        return not _DEMANDED.isdisjoint(
            self.words[max(index - _WORDS_BEFORE_INFINITIVE, 0) : index - 1]
        )

    def is_plain(self, index: int, length: int) -> bool:
        """Return whether the sentence says only that it happened: not "fire damage"."""
        if not _OF_TOPICS.isdisjoint(self.words[max(index - _WORDS_BEFORE, 0) : index]):
            return False
        following = self.sentence[index + length : index + length + 1]
        if not following or following[0].link not in (" ", "-"):
            return True
        after = following[0]
        if after.text[0].isupper() and not self.is_title_case:
            return True
        if after.lower in _FUNCTION_WORDS | _TOLLS | happening_lexicon().not_in_names:
            return True
        is_verb = self.words[index] in happening_lexicon().verbs
        parts = parts_of_speech(after.lower)
        is_noun = "NOUN" in parts and parts.isdisjoint({"VERB", "ADV", "ADJ"})
        _, further = _match(self.words, index + length)
        return is_verb or not (is_noun or (further and further.kind not in VERB_KINDS))

    def _is_reduced(self, index: int) -> bool:
        """Return whether a harm is what became less: "a vaccine that cuts infant deaths"."""
        for place in range(index - 1, max(index - _WORDS_BEFORE, 0) - 1, -1):
            if self.words[place] in _REDUCING:
                return True
            parts = parts_of_speech(self.words[place])
            if "VERB" in parts or parts.isdisjoint({"NOUN", "ADJ"}):
                return False
        return False

    def _verb(self, index: int, length: int, happening: Happening) -> Happening | None:
        if happening.kind not in self.verb_kinds:
            return None
        is_headline = "speaking" in self.verb_kinds
        if not is_headline and self._is_participle(index, length):
            return None
        return happening

    def _is_earlier_year(self, word: Word) -> bool:
        year = word.link.removeprefix("#")
        if year == word.link or not year:
            return False
        return int(year) < self.capitals.first_year

    def _is_participle(self, index: int, length: int) -> bool:
        """Return whether a form like "detained" belongs to the noun after it."""
        last = self.words[index + length - 1]
        after = self.words[index + length : index + length + 1]
        if not last.endswith("ed") or not after or after[0] in _FUNCTION_WORDS | _AFTER_VERBS:
            return False
        return not index or self.words[index - 1] not in _AUXILIARIES

    def _is_verb_of_name(self, index: int) -> bool:
        """Return whether a word like "visits" is what somebody does, not a plural."""
        is_inside = 0 < index < len(self.sentence) - 1
        if not is_inside or not self.words[index].endswith("s"):
            return False
        before, word, after = self.sentence[index - 1 : index + 2]
        if word.link != " " or after.link != " " or before.lower in _FUNCTION_WORDS:
            return False
        may_be_name = self.capitals.may_be_name
        if may_be_name(after, self.is_title_case) or after.lower in _AFTER_VERBS | _PRONOUNS:
            return True
        verb, (_, noun) = happening_lexicon().verbs.get(word.lower), _match([word.lower], 0)
        is_same = verb is not None and noun is not None and verb.key == noun.key
        is_verb = is_same or after.lower in _AFTER_INTRANSITIVES
        return is_verb and may_be_name(before, self.is_title_case)

    def _is_other_word(self, index: int) -> bool:
        """Return whether a word that can be a noun is a verb or an adjective here."""
        before = ""
        if index and self.sentence[index].link:
            before = self.words[index - 1]
        following = self.sentence[index + 1 : index + 2]
        after = ""
        if following and following[0].link == " ":
            after = following[0].lower
        if before in _BEFORE_VERBS or after in _AFTER_VERBS:
            return True
        is_adjective = self.words[index] in happening_lexicon().adjectives
        return is_adjective and bool(after) and after not in _FUNCTION_WORDS
