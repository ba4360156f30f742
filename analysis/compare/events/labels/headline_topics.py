"""
Find the words that the headlines of a group share: "gun control", "Social Security", "emails".

In: headlines and leads. Out: topics. News of politics, of firms or of culture has often no
happening that a lexicon could list. What most headlines print is what such a story is about.
"""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from analysis.compare.events.labels.capitals import Capitals
from analysis.compare.events.labels.happening_lexicon import (
    NO_LABEL,
    VERB_KINDS,
    Happening,
    Unit,
    happening_lexicon,
)
from analysis.compare.events.labels.words import Word, is_title_case, parts_of_speech
from analysis.core import lexicon, paths, resources
from analysis.core.stop_words import english_stop_words

_LONGEST = 3  # words
_LONGER_BONUS = 0.7  # "gun control" of two headlines says more than "gun" of three
_COMMON_BONUS = 0.25  # what happened is told by a noun rather than by a second name
_PLAIN_FORM = 3  # a headline without capitals shows how words are written
_FEWEST_OUTLETS = 2
_SIMPLE_MAJORITY = 0.5
_HIGHEST_VALENCE = 1.5  # of VADER's 4, either way: words that judge are for no label
_BEFORE_NOUNS = frozenset(
    "a an the his her its their this that these those of in on for over about with against from "
    "by our no some any more two three four five several many both".split()
)


class Topic(NamedTuple):
    """Words that headlines share, as they are printed, and the share of the outlets that do."""

    printed: str
    share: float
    is_name: bool


@cache
def _words() -> dict[str, frozenset[str]]:
    """Return the words that are no topics, by why."""
    groups = lexicon.load(
        paths.LEXICONS / "headline_topics.toml",
        ("empty", "delicate", "not_alone", "kept"),
        allowed_keys=("words",),
    )
    return {name: frozenset(group["words"]) for name, group in groups.items()}


@dataclass
class HeadlineWords:
    """
    What an article's headline may be about.

    Attributes
    ----------
    terms : Counter of (tuple of str, str)
        Words in one number and in lower case, and as they are printed.
    names : set of tuple of str
        Those of the words that are a name.
    nouns : set of str
        Words that its lead uses as nouns: "cover" in "the cover", not in "to cover".
    """

    terms: Counter[tuple[Unit, str]] = field(default_factory=Counter)
    names: set[Unit] = field(default_factory=set)
    nouns: set[str] = field(default_factory=set)

    def read_headline(self, sentence: list[Word], capitals: Capitals) -> None:
        """Add the words of a sentence of a headline."""
        in_title_case = is_title_case(sentence)
        for run in _runs(sentence, capitals):
            for start in range(len(run)):
                for end in range(start + 1, min(start + _LONGEST, len(run)) + 1):
                    words = run[start:end]
                    if words[0].link == "-" or run[end : end + 1] and run[end].link == "-":
                        continue  # half of "cover-up"
                    is_name = capitals.is_name_word(words[-1].lower)
                    if is_name or _may_be_noun(words[-1].lower):
                        key = tuple(_singular(word.lower) for word in words)
                        printed = _printed(words, capitals, in_title_case)
                        self.terms[key, printed] += 1 if in_title_case else _PLAIN_FORM
                        if is_name:
                            self.names.add(key)

    def read_lead(self, sentence: list[Word]) -> None:
        """Note which words a sentence uses as nouns."""
        n_after = 0  # words since "the": both of "the social media"
        for word in sentence:
            is_in_phrase = 0 < n_after <= _LONGEST and word.link in (" ", "-")
            if word.lower in _BEFORE_NOUNS:
                n_after = 1
            elif is_in_phrase and _may_be_noun(word.lower):
                self.nouns.add(_singular(word.lower))
                n_after += 1
            else:
                n_after = n_after + 1 if is_in_phrase and _is_adjective(word.lower) else 0

    def add(self, other: "HeadlineWords") -> None:
        """Take in what another article prints."""
        self.terms.update(other.terms)
        self.names |= other.names
        self.nouns |= other.nouns


def shared_topic(
    outlets: Sequence[HeadlineWords], without: Collection[str], ending: str = ""
) -> Topic | None:
    """
    Return what most headlines of a group print.

    Parameters
    ----------
    outlets : sequence of HeadlineWords
        Of each outlet of the group.
    without : collection of str
        Words in lower case that a topic must not have, since the label has them already.
    ending : str, optional
        A noun: only phrases that end with it are topics, "wind farm law" of "law".

    Returns
    -------
    Topic or None
        Of words in the headlines of more than half of the outlets, and of two at least; the longest
        of those that nearly as many print. None if there are none.
    """
    support: Counter[Unit] = Counter()
    forms: Counter[tuple[Unit, str]] = Counter()
    names: set[Unit] = set()
    nouns: set[str] = set()
    for words in outlets:
        support.update({key for key, _ in words.terms})
        forms.update(words.terms)
        names |= words.names
        nouns |= words.nouns
    fewest = max(_FEWEST_OUTLETS, int(len(outlets) * _SIMPLE_MAJORITY) + 1)
    barred = {_singular(word) for word in without}
    last = _singular(ending)
    not_alone = happening_lexicon().not_names | _words()["not_alone"]

    def may_stand(key: Unit) -> bool:
        is_noun = key in names or key[-1] in nouns
        is_weak = len(key) == 1 and key not in names and _is_adjective(key[0])
        if not is_noun or is_weak or len(key) == 1 and key[0] in not_alone or _is_no_label(key):
            return False
        if ending and (key[-1] != last or len(key) == 1):
            return False
        return barred.isdisjoint(key)

    def score(key: Unit) -> float:
        bonus = _LONGER_BONUS * (len(key) - 1) + _COMMON_BONUS * (key not in names)
        return support[key] * (1 + bonus)

    kept = [key for key, count in support.items() if count >= fewest and may_stand(key)]
    if not kept:
        return None
    best = min(kept, key=lambda key: (-score(key), key))
    printed = Counter({form: count for (key, form), count in forms.items() if key == best})
    form = min(printed, key=lambda form: (-printed[form], form))
    return Topic(form, support[best] / len(outlets), best in names)


def _runs(sentence: list[Word], capitals: Capitals) -> Iterator[list[Word]]:
    """Yield adjacent words that can be in a topic; no half of a compound such as "cover-up"."""
    run: list[Word] = []
    for word in _joined_letters(sentence):
        is_content = _is_content(word, capitals)
        if run and word.link == "-" and not is_content:
            run.pop()
        if run and (word.link not in (" ", "-") or not is_content):
            yield run
            run = []
        if is_content:
            run.append(word)
    if run:
        yield run


def _joined_letters(sentence: list[Word]) -> Iterator[Word]:
    """Yield words, "E-Mails" as one."""
    letter: Word | None = None
    for word in sentence:
        if letter and word.link == ",":
            yield Word(letter.text + word.text, letter.lower + word.lower, letter.link)
            letter = None
        elif word.lower == "e":
            letter = word
        else:
            yield word
            letter = None


def _is_content(word: Word, capitals: Capitals) -> bool:
    """Return whether a word can be in a topic."""
    lower = word.lower
    happenings, words = happening_lexicon(), _words()
    is_stop_word = lower in english_stop_words() and lower not in words["kept"]
    if is_stop_word or lower in words["empty"] | words["delicate"] or lower in capitals.outlets:
        return False
    if lower in happenings.titles or lower in happenings.not_in_names or _is_barred(lower):
        return False
    if len(lower) < 2:
        return False
    if capitals.is_name_word(lower):
        return True
    if abs(resources.vader().lexicon.get(lower, 0.0)) >= _HIGHEST_VALENCE:
        return False
    parts = parts_of_speech(lower)
    return not parts or bool(parts & {"NOUN", "ADJ"})


def _is_barred(lower: str) -> bool:
    """Return whether a word judges, accuses, is said of every story, or is a verb of headlines."""
    happenings = happening_lexicon()
    if lower in happenings.loaded or lower in happenings.peoples:
        return True
    happening = _happening_of(lower)
    if happening is None:
        return False
    if happening.noun == NO_LABEL or happening.kind in VERB_KINDS:
        return True
    barred = (happenings.grave, happenings.outcomes, happenings.harm)
    return any(happening.key in keys for keys in barred)


def _is_no_label(key: Unit) -> bool:
    """Return whether a phrase is an idiom: "fair game"."""
    happening = dict(happening_lexicon().phrases.get(key[0], ())).get(key)
    return happening is not None and happening.noun == NO_LABEL


def _happening_of(lower: str) -> Happening | None:
    return dict(happening_lexicon().phrases.get(lower, ())).get((lower,))


def _may_be_noun(lower: str) -> bool:
    parts = parts_of_speech(lower)
    return not parts or "NOUN" in parts


def _is_adjective(lower: str) -> bool:
    return "ADJ" in parts_of_speech(lower)


def _singular(lower: str) -> str:
    """Return a word in one number, an abbreviation without its full stops."""
    from lemminflect import getLemma

    if "." in lower:
        return lower.replace(".", "")
    lemmas = getLemma(lower, "NOUN") if _may_be_noun(lower) else ()
    return next(iter(lemmas), lower)


def _printed(words: Sequence[Word], capitals: Capitals, in_title_case: bool) -> str:
    """Return words without the capitals of a headline: "Social Security" but "gun control"."""
    is_pair = len(words) > 1 and in_title_case
    is_pair &= all((before.lower, word.lower) in capitals.pairs for before, word in pairwise(words))
    printed = ""
    for word in words:
        is_name = is_pair or capitals.is_name_word(word.lower)
        if printed:
            printed += word.link
        printed += word.text if is_name else word.lower
    return printed
