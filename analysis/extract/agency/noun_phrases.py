"""
Find noun phrases around a word of a tagged sentence.

In: the words of one sentence with their Penn Treebank tags. Out: phrases, as numbers of words. The
analysis is flat and uses only tags: a noun with its modifiers, joined to other nouns by "of" and
other prepositions. It builds no parse tree and resolves no pronouns.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from analysis.core.calendar_words import MONTHS, SHORT_MONTHS, WEEKDAYS

__all__ = [
    "AUXILIARIES",
    "PREPOSITIONS",
    "QUALIFIERS",
    "QUANTITIES",
    "RELATIVE_PRONOUNS",
    "Phrase",
    "Sentence",
    "Word",
    "first_phrase",
    "is_noun",
    "is_year",
    "left_phrase",
    "phrase_text",
    "right_phrase",
    "simple_phrase_start",
    "verb_group_start",
]

_NOUN_TAGS = {"NN", "NNS", "NNP", "NNPS", "PRP", "CD", "FW", "GW", "ADD"}
_MODIFIER_TAGS = frozenset("JJ JJR JJS DT PDT PRP$ POS CD $ HYPH SYM # AFX".split())
_DETERMINER_TAGS = {"DT", "PRP$", "PDT"}
_ADVERBIAL_TAGS = {"RB", "RBR", "MD", "TO", "RP"}
# "at least", "more than": words of a phrase that qualify its number
QUALIFIERS = frozenset(
    """at least most more less fewer than up to as many some about around nearly almost over roughly
    only approximately another""".split()
)
QUANTITIES = frozenset(
    """all both half most many several dozens hundreds thousands scores some none those
    others""".split()
)
_NUMBER_WORDS = frozenset(
    """two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty sixty
    seventy eighty ninety""".split()
)
PREPOSITIONS = frozenset(
    "of in at on near from inside outside with for between among around".split()
)
_DAYS = frozenset(day.lower() for day in WEEKDAYS) | frozenset(
    """yesterday today overnight day week month year morning evening night afternoon hours days
    weeks months years""".split()
)
_MONTHS = frozenset(month.lower() for month in SHORT_MONTHS)
AUXILIARIES = frozenset(
    """be is are was were been being am has have had having get gets got getting do does did will
    would could may might can must shall should 's 're 've 'd 'll ’s ’ve ’re 'm ’m""".split()
)
RELATIVE_PRONOUNS = ("who", "which", "that")
_VERBAL_TAGS = ("VBG", "VBN", "VBD")
_BEFORE_TIMES = ("last", "next", "late", "early")  # "killed two men last week"
_WITH_OBJECT = ("causing", "leaving", "killing", "wounding", "injuring", "triggering")
_AFTER_NOUN = ("controlled", "backed", "occupied", "armed", "based", "injured", "wounded")
_AMOUNTS = ("many", "much", "few", "high", "little")
_QUOTES = ('"', "“", "``")
_NEVER_IN_PHRASE = frozenset("near in at on by from after during across through amid".split())
_SUBJECT_PRONOUNS = ("he", "she", "it", "we", "they")
# "in response to", "due to": what follows is no part of a noun phrase
_IN_PHRASES_WITH_TO = frozenset(
    "thanks response addition relation regard contrast order view connection".split()
)
_RANKED = frozenset(
    "phase grade level class type category number year form division tier stage group".split()
)
_REFLEXIVES = ("himself", "herself", "itself", "themselves")
_DASHES = ("-", "–", "—", "―", "--")
_MARKUP = frozenset("quot gt lt amp nbsp".split())  # what is left of "&quot;" and the like
# verbs that the capitals of headlines make look like names
_FINITE_AUXILIARIES = frozenset("is are was were has have had does did".split())
_NOUNS_TAGGED_ADJECTIVES = ("militant", "civilian", "suspect", "official", "veteran", "native")
_NEVER_NOUNS = frozenset("kills injures wounds kill killed injured wounded dies died rises".split())
_YEAR = re.compile(r"(?:19|20)\d\d")
_DATE = re.compile(r"\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}")
_MAX_PHRASE = 14  # words


class Word(NamedTuple):
    """A word or punctuation mark: as printed, its tag, its characters."""

    text: str
    tag: str
    start: int
    end: int

    @property
    def lower(self) -> str:
        """The word in lower case."""
        return self.text.lower()


Sentence = Sequence[Word]


class Phrase(NamedTuple):
    """A phrase: the numbers of its first word and of the word after its last."""

    first: int
    stop: int


def is_noun(word: Word) -> bool:
    """Whether a word can head a noun phrase."""
    is_acronym = word.tag == "NNP" and word.text == "IS"
    if word.lower in _MARKUP or (word.lower in _FINITE_AUXILIARIES and not is_acronym):
        return False
    return word.tag in _NOUN_TAGS or word.lower in QUANTITIES


def phrase_text(text: str, words: Sentence, phrase: Phrase | None) -> str | None:
    """Return the characters of a phrase in the article; None for no phrase."""
    if phrase is None:
        return None
    return text[words[phrase.first].start : words[phrase.stop - 1].end]


def left_phrase(words: Sentence, stop: int) -> Phrase | None:
    """
    Return the noun phrase that ends right before a word.

    Parameters
    ----------
    words : Sentence
    stop : int
        Number of the word after the phrase.

    Returns
    -------
    Phrase or None
        With everything that prepositions, "and" and "including" join to it on the left.
    """
    first = simple_phrase_start(words, stop)
    if first is None:
        return None
    while True:
        extended = _joined_phrase_start(words, first)
        if extended is None:
            return Phrase(first, stop)
        first = extended


def is_year(words: Sentence, index: int) -> bool:
    """Whether word ``index`` is the year that ends a date: "2016" in "11 August 2016"."""
    if not _YEAR.fullmatch(words[index].text) or index == 0:
        return False
    before = words[index - 1]
    return before.tag in ("CD", ",") or before.lower[:3] in _MONTHS


def simple_phrase_start(words: Sentence, stop: int) -> int | None:
    """
    Return the first word of the noun phrase before a word, without what is joined to it.

    Parameters
    ----------
    words : Sentence
    stop : int
        Number of the word after the phrase.

    Returns
    -------
    int or None
        A headline, byline or dateline that runs into the phrase without a full stop is left out:
        the phrase begins at a capitalised number ("southern U.S. Two children"), after a dash with
        spaces ("Gaza - Israeli soldiers") and after a date ("11 August 2016 Terrorist attacks").
    """
    index = stop - 1
    if index < 0 or not (is_noun(words[index]) or words[index].tag in ("JJ", "VBG", "JJR", "POS")):
        return None
    if index > 0 and words[index].lower in _REFLEXIVES and is_noun(words[index - 1]):
        index -= 1  # "the king himself"
    while True:
        if _is_quantity(words[index]):
            index = _qualifier_start(words, index)
            if index > 0 and words[index - 1].lower in _DAYS:  # "on Monday two men were killed"
                return index
            if index + 1 < stop and (
                words[index].text[0].isupper() or _follows_number(words, index)
            ):
                return index
        if words[index].tag == "PRP":
            is_alone = index == stop - 1 or words[stop - 1].lower in _REFLEXIVES
            return index if is_alone else index + 1
        if words[index].tag in _DETERMINER_TAGS and not _follows_quantity(words, index):
            return index
        if index > 1 and words[index].lower == "s" and words[index - 1].text in ("’", "'"):
            index -= 2  # "Kasich’s parents", which is four tokens
            continue
        if index == 0 or not _is_modifier(words, index - 1):
            return index
        index -= 1


def _is_quantity(word: Word) -> bool:
    return word.tag == "CD" or word.lower in QUANTITIES or word.lower in _NUMBER_WORDS


def _is_plain_number(word: Word) -> bool:
    return word.tag == "CD" and (word.text[0].isdigit() or word.lower in _NUMBER_WORDS)


def _follows_number(words: Sentence, index: int) -> bool:
    """
    Whether a quantity is right after what it does not count.

    "In 2011 at least 280 people", "according to the Ministry 84 people".
    """
    if index == 0:
        return False
    before = words[index - 1]
    if before.tag == "CD":
        return words[index].tag != "CD"
    if before.tag not in ("NNP", "NN") or not _is_plain_number(words[index]):
        return False
    if before.tag == "NN":  # "according to the ministry two men", but "grade three pupils"
        return words[index + 1].tag == "NNS" and before.lower not in _RANKED
    is_plural = words[index + 1].tag in ("NNS", "NNPS")
    return is_plural or (words[index + 1].tag == "NNP" and words[index + 1].lower.endswith("s"))


def _follows_quantity(words: Sentence, index: int) -> bool:
    """Whether a determiner follows a quantity of the same phrase: "all the", "ten of these"."""
    if index == 0:
        return False
    before = words[index - 1]
    if words[index].text[0].isupper() or is_year(words, index - 1):
        return False
    if before.tag == "CD" and words[index].lower in ("a", "an", "the", "another"):
        return False
    return before.tag in ("PDT", "CD") or before.lower in QUANTITIES


def _is_modifier(words: Sentence, index: int) -> bool:
    """Whether a word can belong to a noun phrase before its head."""
    if _breaks_phrase(words, index) or is_year(words, index):
        return False
    if words[index].tag in _MODIFIER_TAGS or is_noun(words[index]):
        return True
    if words[index].tag not in ("VBN", "VBG", "VBD") or index == 0 or index + 1 == len(words):
        return False
    # a participle: "the wounded men", "of fleeing civilians"
    before = words[index - 1]
    if before.lower in RELATIVE_PRONOUNS or before.lower in ("those", "these", "all"):
        return False
    is_led = before.tag in _MODIFIER_TAGS or before.tag == "IN"
    return is_led and words[index + 1].tag in ("NN", "NNS", "NNP")


def _breaks_phrase(words: Sentence, index: int) -> bool:
    """Whether a word is no part of a phrase whatever its tag: a dash between spaces, markup."""
    word = words[index]
    if word.lower in _MARKUP or word.lower in _NEVER_NOUNS and word.tag.startswith("NN"):
        return True
    if _DATE.fullmatch(word.text) or _begins_date(words, index) or word.lower in ("a.m.", "p.m."):
        return True
    if word.lower in _NEVER_IN_PHRASE and word.text[0].isupper():
        return True  # "kills 2 Near Grozny"
    is_after = index > 0 and (
        words[index - 1].tag == "IN" or words[index - 1].lower in ("early", "late")
    )
    if (
        index == 1
        and _YEAR.fullmatch(word.text)
        and words[0].lower in ("in", "since", "by", "during")
    ):
        return True  # "In 2024 the police killed"
    if word.text in MONTHS and is_after:
        # "in May over 60 people were killed", not "the raid on May 25 killed"
        return index + 1 < len(words) and not words[index + 1].text[0].isdigit()
    if word.text not in _DASHES or index == 0:
        return False
    return words[index - 1].end < word.start


def _begins_date(words: Sentence, index: int) -> bool:
    """Whether a month with its day begins at word ``index``: "17 civilians May 07"."""
    if index + 1 >= len(words) or words[index].lower.rstrip(".")[:3] not in _MONTHS:
        return False
    return (
        words[index].text[0].isupper()
        and words[index + 1].text[0].isdigit()
        and _is_after_noun(words, index)
    )


def _is_after_noun(words: Sentence, index: int) -> bool:
    return index > 0 and is_noun(words[index - 1])


def _qualifier_start(words: Sentence, index: int) -> int:
    """Return where "at least", "more than" and the like begin before a number; else the number."""
    while index > 0 and words[index - 1].lower in QUALIFIERS and words[index - 1].tag != "VB":
        if not _qualifies(words, index - 1):
            break
        index -= 1
    return index


def _qualifies(words: Sentence, index: int) -> bool:
    """Whether "at" and "as" belong to a number: "at least 9", "as many as 9", not "at 6:30"."""
    if words[index].lower == "about" and words[index + 1].lower == "one":
        return False  # "an article about one man"
    if words[index].lower == "at":
        return index + 1 < len(words) and words[index + 1].lower in ("least", "most")
    if words[index].lower != "as":
        return True
    return words[index + 1].lower in _AMOUNTS or (index > 0 and words[index - 1].lower in _AMOUNTS)


def _joined_phrase_start(words: Sentence, first: int) -> int | None:
    """Return where the phrase begins that a preposition or "and" joins to the one at ``first``."""
    if first < 2:
        return None
    joint = words[first - 1].lower
    before = words[first - 2]
    if joint in ("and", "or") and words[first].lower in _SUBJECT_PRONOUNS:
        return None  # "they killed us in 2024 and they fled"
    if first > 4 and before.tag == "CC" and words[first - 3].lower in PREPOSITIONS:
        first -= 2  # "clashes in and around the town"
        before = words[first - 2]
    if joint in PREPOSITIONS or (joint == "to" and before.tag.startswith("NN")):
        if is_noun(before) and (joint != "to" or _leads_to(words, first - 2)):
            return simple_phrase_start(words, first - 1)
        if joint == "of" and before.tag in ("DT", "JJS", "JJR", "CD"):
            return first - 2
        if before.tag == "VBG" and _is_gerund_noun(words, first - 2):
            return simple_phrase_start(words, first - 1)
        if before.tag == "VBN" and first > 2 and is_noun(words[first - 3]):
            return simple_phrase_start(words, first - 2)
        return None
    if not is_noun(before):
        return None
    if joint == "including" or (joint in ("and", "or") and _joins_phrases(words, first)):
        return simple_phrase_start(words, first - 1)
    return None


def _leads_to(words: Sentence, index: int) -> bool:
    """Whether a noun goes on with "to": "the ambassador to", "on a trip to", not "thanks to"."""
    if words[index].text[0].isupper() and index > 0:
        return True
    first = simple_phrase_start(words, index + 1)
    if first is None or words[index].lower in _IN_PHRASES_WITH_TO:
        return False
    return words[first].tag in _DETERMINER_TAGS or (first > 0 and words[first - 1].tag == "IN")


def _is_gerund_noun(words: Sentence, index: int) -> bool:
    """Whether a gerund is a noun with a modifier before it: "a suicide bombing in"."""
    return index > 0 and words[index - 1].tag in ("NN", "NNP", "JJ", "DT", "POS", "PRP$")


def _joins_phrases(words: Sentence, first: int) -> bool:
    """Whether "and" before a phrase joins two noun phrases at the head of a clause, not clauses."""
    other = simple_phrase_start(words, first - 1)
    if other is None:
        return False
    if _is_quantity(words[first]) and other > 0 and not _is_quantity(words[other]):
        return False  # "in floods and 39 people were killed"
    if other == first - 2 and words[other].tag == "NNP" and words[first].tag == "NNP":
        return True  # "Roland and Lisa Matthews"
    if words[first].lower in ("a", "an") and other > 0 and words[other - 1].lower in ("in", "at"):
        return False  # "died in the county and a man was hurt"
    if other == 0 or (_is_quantity(words[first]) and _is_quantity(words[other])):
        return True
    before = words[other - 1]
    return before.tag in (",", "IN", "CC", "VBG", "``", ":") or before.lower in PREPOSITIONS


def right_phrase(words: Sentence, first: int, max_words: int = _MAX_PHRASE) -> Phrase | None:
    """
    Return the noun phrase that begins at a word, with "of" phrases and a second one after "and".

    Parameters
    ----------
    words : Sentence
    first : int
        Number of the first word.
    max_words : int
        Longest phrase, not counting what "of" and "and" join.

    Returns
    -------
    Phrase or None
    """
    index = _after_qualifiers(words, first)
    if _is_lone_gerund(words, index):
        return Phrase(first, index + 1)
    head = _head(words, index, min(first + max_words, len(words)))
    if head is None:
        return None
    return Phrase(first, _joined_phrase_stop(words, head + 1, max_words))


def _after_qualifiers(words: Sentence, first: int) -> int:
    """Return the number of the word after "at least", "more than" and the like."""
    index = first
    if _is_no_fewer(words, index):
        index += 1
    while index < len(words) and words[index].lower in QUALIFIERS:
        if words[index].lower == "at" and not _qualifies(words, index):
            return first  # "the number of officers hurt at 34"
        if words[index].lower == "to" and (index == 0 or words[index - 1].lower != "up"):
            return first  # "drones shot down to 69"
        index += 1
    if index < len(words) and words[index].tag != "CD" and words[index].lower not in QUANTITIES:
        return first  # without a number, "as" and "over" do not qualify
    return index


def _is_no_fewer(words: Sentence, index: int) -> bool:
    """Whether "no fewer than" or "not less than" begins at a word."""
    if index + 2 >= len(words) or words[index].lower not in ("no", "not"):
        return False
    return words[index + 1].lower in ("fewer", "less") and words[index + 2].lower == "than"


def _is_lone_gerund(words: Sentence, index: int) -> bool:
    """Whether a gerund is a phrase by itself: "by shelling"."""
    if index >= len(words) or words[index].tag != "VBG":
        return False
    return index + 1 == len(words) or words[index + 1].tag in (".", "IN", ",", "CC")


def _head(words: Sentence, first: int, stop: int) -> int | None:
    """Return the last noun of the phrase that begins at a word; None without a phrase."""
    noun = None
    substitute = None  # "the wounded", and nouns with a wrong tag
    for index in range(first, stop):
        word = words[index]
        if not _continues_phrase(words, index):
            break
        has_head = noun is not None or substitute is not None
        is_after_all = index > first and words[index - 1].lower in ("both", "all", "half")
        if has_head and _begins_phrase(word) and not is_after_all:
            break
        if has_head and _begins_clause(words, index):
            break
        if noun is not None and word.lower in _BEFORE_TIMES:
            break
        if is_noun(word) or noun == index - 1 and word.lower in _NOUNS_TAGGED_ADJECTIVES:
            noun = index
        elif word.tag in ("JJ", "DT") or word.lower == "her":
            substitute = index
    return noun if noun is not None else substitute


def _continues_phrase(words: Sentence, index: int) -> bool:
    """Whether a word can belong to a noun phrase that has begun."""
    if _breaks_phrase(words, index):
        return False
    if is_noun(words[index]) or words[index].tag in _MODIFIER_TAGS:
        return True
    if index > 1 and words[index].lower == "s" and words[index - 1].text == "’":
        return True
    if (
        words[index].text == "’"
        and index > 0
        and index + 2 < len(words)
        and words[index + 1].lower == "s"
    ):
        return is_noun(words[index - 1])  # "Kasich’s parents", which is four tokens
    if words[index].text in _QUOTES and index > 0 and words[index - 1].tag in _DETERMINER_TAGS:
        return True  # by a "mob"
    if words[index].tag not in ("VBN", "VBG", "RB") or index + 1 == len(words):
        return False
    return words[index + 1].tag in ("NN", "NNS", "NNP", "NNPS", "JJ", "CD")


def _begins_clause(words: Sentence, index: int) -> bool:
    """Whether a participle after a noun has an object of its own: "children burning many shops"."""
    if not words[index - 1].tag.startswith("NN"):
        return False
    if words[index].tag == "JJ" and words[index].lower.endswith("ed"):
        return words[index].lower not in _AFTER_NOUN  # "a tourist worried shopkeepers"
    if words[index].tag not in ("VBG", "VBN"):
        return False
    if words[index].lower in _WITH_OBJECT:
        return True
    return index + 1 == len(words) or words[index + 1].tag not in ("NN", "NNS")


def _begins_phrase(word: Word) -> bool:
    """Whether a word can only begin another phrase: "the", "he"."""
    return word.tag in _DETERMINER_TAGS or word.tag == "PRP"


def _joined_phrase_stop(words: Sentence, stop: int, max_words: int) -> int:
    """Return where a phrase ends with what "of" or "and" joins to it."""
    if stop + 1 >= len(words) or words[stop].lower not in ("of", "and"):
        return stop
    after = words[stop + 1]
    if words[stop].lower == "and" and after.lower == "not":
        return stop  # "guilty of killing two men and not guilty of"
    if words[stop].lower == "and" and (after.tag in _VERBAL_TAGS or after.lower in _NEVER_NOUNS):
        return stop  # "killed two men and wounding three"
    joined = right_phrase(words, stop + 1, max_words)
    if joined is None or words[joined.stop - 1].lower in ("the", "a", "an"):
        return stop
    if words[stop].lower == "and" and _is_verb(words, joined.stop):
        return stop  # two clauses: "killed two men and a third was injured"
    return joined.stop


def _is_verb(words: Sentence, index: int) -> bool:
    """Whether there is a word ``index``, and it is a finite verb or a participle."""
    return index < len(words) and words[index].tag in ("VBD", "VBZ", "VBP", "MD", "VBN")


def first_phrase(words: Sentence, stop: int) -> Phrase | None:
    """Return the noun phrase at the head of a sentence if it ends by ``stop``."""
    phrase = right_phrase(words, 0)
    if phrase is None or phrase.stop > stop:
        return None
    return phrase


def verb_group_start(words: Sentence, index: int) -> int:
    """Return where the verb group of a verb begins: auxiliaries, adverbs, "not" and "to"."""
    while index > 0:
        before = words[index - 1]
        is_part = before.lower in AUXILIARIES or before.lower == "since"
        if not is_part and before.tag not in _ADVERBIAL_TAGS:
            break
        index -= 1
    return index
