"""
Find noun phrases around a word of a tagged sentence.

In: the words of one sentence with their Penn Treebank tags. Out: phrases, as numbers of words. The
analysis is flat and uses only tags: a noun with its modifiers, joined to other nouns by "of" and
other prepositions. It builds no parse tree and resolves no pronouns.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

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
_DAYS = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday yesterday today overnight day week
    month year morning evening night afternoon hours days weeks months years""".split()
)
_MONTHS = frozenset("jan feb mar apr may jun jul aug sep oct nov dec".split())
_MONTH_NAMES = frozenset(
    """January February March April May June July August September October November
    December""".split()
)
AUXILIARIES = frozenset(
    """be is are was were been being am has have had having get gets got getting do does did will
    would could may might can must shall should 's 're 've 'd 'll ’s ’ve ’re 'm ’m""".split()
)
RELATIVE_PRONOUNS = ("who", "which", "that")
_VERBAL_TAGS = ("VBG", "VBN", "VBD")
_BEFORE_TIMES = ("last", "next", "late", "early")  # "killed two men last week"
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


def is_year(words: Sentence, i: int) -> bool:
    """Whether word ``i`` is the year that ends a date: "2016" in "11 August 2016"."""
    if not _YEAR.fullmatch(words[i].text) or i == 0:
        return False
    before = words[i - 1]
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
    i = stop - 1
    if i < 0 or not (is_noun(words[i]) or words[i].tag in ("JJ", "VBG", "JJR", "POS")):
        return None
    if i > 0 and words[i].lower in _REFLEXIVES and is_noun(words[i - 1]):
        i -= 1  # "the king himself"
    while True:
        if _is_quantity(words[i]):
            i = _qualifier_start(words, i)
            if i > 0 and words[i - 1].lower in _DAYS:  # "on Monday two men were killed"
                return i
            if i + 1 < stop and (words[i].text[0].isupper() or _follows_number(words, i)):
                return i
        if words[i].tag == "PRP":
            is_alone = i == stop - 1 or words[stop - 1].lower in _REFLEXIVES
            return i if is_alone else i + 1
        if words[i].tag in _DETERMINER_TAGS and not _follows_quantity(words, i):
            return i
        if i > 1 and words[i].lower == "s" and words[i - 1].text in ("’", "'"):
            i -= 2  # "Kasich’s parents", which is four tokens
            continue
        if i == 0 or not _is_modifier(words, i - 1):
            return i
        i -= 1


def _is_quantity(word: Word) -> bool:
    return word.tag == "CD" or word.lower in QUANTITIES or word.lower in _NUMBER_WORDS


def _is_plain_number(word: Word) -> bool:
    return word.tag == "CD" and (word.text[0].isdigit() or word.lower in _NUMBER_WORDS)


def _follows_number(words: Sentence, i: int) -> bool:
    """
    Whether a quantity is right after what it does not count.

    "In 2011 at least 280 people", "according to the Ministry 84 people".
    """
    if i == 0:
        return False
    before = words[i - 1]
    if before.tag == "CD":
        return words[i].tag != "CD"
    if before.tag not in ("NNP", "NN") or not _is_plain_number(words[i]):
        return False
    if before.tag == "NN":  # "according to the ministry two men", but "grade three pupils"
        return words[i + 1].tag == "NNS" and before.lower not in _RANKED
    is_plural = words[i + 1].tag in ("NNS", "NNPS")
    return is_plural or (words[i + 1].tag == "NNP" and words[i + 1].lower.endswith("s"))


def _follows_quantity(words: Sentence, i: int) -> bool:
    """Whether a determiner follows a quantity of the same phrase: "all the", "ten of these"."""
    if i == 0:
        return False
    before = words[i - 1]
    if words[i].text[0].isupper() or is_year(words, i - 1):
        return False
    if before.tag == "CD" and words[i].lower in ("a", "an", "the", "another"):
        return False
    return before.tag in ("PDT", "CD") or before.lower in QUANTITIES


def _is_modifier(words: Sentence, i: int) -> bool:
    """Whether a word can belong to a noun phrase before its head."""
    if _breaks_phrase(words, i) or is_year(words, i):
        return False
    if words[i].tag in _MODIFIER_TAGS or is_noun(words[i]):
        return True
    if words[i].tag not in ("VBN", "VBG", "VBD") or i == 0 or i + 1 == len(words):
        return False
    # a participle: "the wounded men", "of fleeing civilians"
    before = words[i - 1]
    if before.lower in RELATIVE_PRONOUNS or before.lower in ("those", "these", "all"):
        return False
    is_led = before.tag in _MODIFIER_TAGS or before.tag == "IN"
    return is_led and words[i + 1].tag in ("NN", "NNS", "NNP")


def _breaks_phrase(words: Sentence, i: int) -> bool:
    """Whether a word is no part of a phrase whatever its tag: a dash between spaces, markup."""
    word = words[i]
    if word.lower in _MARKUP or word.lower in _NEVER_NOUNS and word.tag.startswith("NN"):
        return True
    if _DATE.fullmatch(word.text) or _begins_date(words, i) or word.lower in ("a.m.", "p.m."):
        return True
    if word.lower in _NEVER_IN_PHRASE and word.text[0].isupper():
        return True  # "kills 2 Near Grozny"
    is_after = i > 0 and (words[i - 1].tag == "IN" or words[i - 1].lower in ("early", "late"))
    if i == 1 and _YEAR.fullmatch(word.text) and words[0].lower in ("in", "since", "by", "during"):
        return True  # "In 2024 the police killed"
    if word.text in _MONTH_NAMES and is_after:
        # "in May over 60 people were killed", not "the raid on May 25 killed"
        return i + 1 < len(words) and not words[i + 1].text[0].isdigit()
    if word.text not in _DASHES or i == 0:
        return False
    return words[i - 1].end < word.start


def _begins_date(words: Sentence, i: int) -> bool:
    """Whether a month with its day begins at word ``i``: "17 civilians May 07"."""
    if i + 1 >= len(words) or words[i].lower.rstrip(".")[:3] not in _MONTHS:
        return False
    return (
        words[i].text[0].isupper() and words[i + 1].text[0].isdigit() and _is_after_noun(words, i)
    )


def _is_after_noun(words: Sentence, i: int) -> bool:
    return i > 0 and is_noun(words[i - 1])


def _qualifier_start(words: Sentence, i: int) -> int:
    """Return where "at least", "more than" and the like begin before a number; else the number."""
    while i > 0 and words[i - 1].lower in QUALIFIERS and words[i - 1].tag != "VB":
        if not _qualifies(words, i - 1):
            break
        i -= 1
    return i


def _qualifies(words: Sentence, i: int) -> bool:
    """Whether "at" and "as" belong to a number: "at least 9", "as many as 9", not "at 6:30"."""
    if words[i].lower == "about" and words[i + 1].lower == "one":
        return False  # "an article about one man"
    if words[i].lower == "at":
        return i + 1 < len(words) and words[i + 1].lower in ("least", "most")
    if words[i].lower != "as":
        return True
    return words[i + 1].lower in _AMOUNTS or (i > 0 and words[i - 1].lower in _AMOUNTS)


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


def _leads_to(words: Sentence, i: int) -> bool:
    """Whether a noun goes on with "to": "the ambassador to", "on a trip to", not "thanks to"."""
    if words[i].text[0].isupper() and i > 0:
        return True
    first = simple_phrase_start(words, i + 1)
    if first is None or words[i].lower in _IN_PHRASES_WITH_TO:
        return False
    return words[first].tag in _DETERMINER_TAGS or (first > 0 and words[first - 1].tag == "IN")


def _is_gerund_noun(words: Sentence, i: int) -> bool:
    """Whether a gerund is a noun with a modifier before it: "a suicide bombing in"."""
    return i > 0 and words[i - 1].tag in ("NN", "NNP", "JJ", "DT", "POS", "PRP$")


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
    i = _after_qualifiers(words, first)
    if _is_lone_gerund(words, i):
        return Phrase(first, i + 1)
    head = _head(words, i, min(first + max_words, len(words)))
    if head is None:
        return None
    return Phrase(first, _joined_phrase_stop(words, head + 1, max_words))


def _after_qualifiers(words: Sentence, first: int) -> int:
    """Return the number of the word after "at least", "more than" and the like."""
    i = first
    if _is_no_fewer(words, i):
        i += 1
    while i < len(words) and words[i].lower in QUALIFIERS:
        if words[i].lower == "at" and not _qualifies(words, i):
            return first  # "the number of officers hurt at 34"
        if words[i].lower == "to" and (i == 0 or words[i - 1].lower != "up"):
            return first  # "drones shot down to 69"
        i += 1
    if i < len(words) and words[i].tag != "CD" and words[i].lower not in QUANTITIES:
        return first  # without a number, "as" and "over" do not qualify
    return i


def _is_no_fewer(words: Sentence, i: int) -> bool:
    """Whether "no fewer than" or "not less than" begins at a word."""
    if i + 2 >= len(words) or words[i].lower not in ("no", "not"):
        return False
    return words[i + 1].lower in ("fewer", "less") and words[i + 2].lower == "than"


def _is_lone_gerund(words: Sentence, i: int) -> bool:
    """Whether a gerund is a phrase by itself: "by shelling"."""
    if i >= len(words) or words[i].tag != "VBG":
        return False
    return i + 1 == len(words) or words[i + 1].tag in (".", "IN", ",", "CC")


def _head(words: Sentence, first: int, stop: int) -> int | None:
    """Return the last noun of the phrase that begins at a word; None without a phrase."""
    noun = None
    substitute = None  # "the wounded", and nouns with a wrong tag
    for i in range(first, stop):
        word = words[i]
        if not _continues_phrase(words, i):
            break
        has_head = noun is not None or substitute is not None
        is_after_all = i > first and words[i - 1].lower in ("both", "all", "half")
        if has_head and _begins_phrase(word) and not is_after_all:
            break
        if has_head and _begins_clause(words, i):
            break
        if noun is not None and word.lower in _BEFORE_TIMES:
            break
        if is_noun(word) or noun == i - 1 and word.lower in _NOUNS_TAGGED_ADJECTIVES:
            noun = i
        elif word.tag in ("JJ", "DT") or word.lower == "her":
            substitute = i
    return noun if noun is not None else substitute


def _continues_phrase(words: Sentence, i: int) -> bool:
    """Whether a word can belong to a noun phrase that has begun."""
    if _breaks_phrase(words, i):
        return False
    if is_noun(words[i]) or words[i].tag in _MODIFIER_TAGS:
        return True
    if i > 1 and words[i].lower == "s" and words[i - 1].text == "’":
        return True
    if words[i].text == "’" and i > 0 and i + 2 < len(words) and words[i + 1].lower == "s":
        return is_noun(words[i - 1])  # "Kasich’s parents", which is four tokens
    if words[i].text in _QUOTES and i > 0 and words[i - 1].tag in _DETERMINER_TAGS:
        return True  # by a "mob"
    if words[i].tag not in ("VBN", "VBG", "RB") or i + 1 == len(words):
        return False
    return words[i + 1].tag in ("NN", "NNS", "NNP", "NNPS", "JJ", "CD")


def _begins_clause(words: Sentence, i: int) -> bool:
    """Whether a participle after a noun has an object of its own: "children burning many shops"."""
    if not words[i - 1].tag.startswith("NN"):
        return False
    if words[i].tag == "JJ" and words[i].lower.endswith("ed"):
        return words[i].lower not in _AFTER_NOUN  # "a tourist worried shopkeepers"
    if words[i].tag not in ("VBG", "VBN"):
        return False
    if words[i].lower in ("causing", "leaving", "killing", "wounding", "injuring", "triggering"):
        return True
    return i + 1 == len(words) or words[i + 1].tag not in ("NN", "NNS")


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


def _is_verb(words: Sentence, i: int) -> bool:
    """Whether there is a word ``i``, and it is a finite verb or a participle."""
    return i < len(words) and words[i].tag in ("VBD", "VBZ", "VBP", "MD", "VBN")


def first_phrase(words: Sentence, stop: int) -> Phrase | None:
    """Return the noun phrase at the head of a sentence if it ends by ``stop``."""
    phrase = right_phrase(words, 0)
    if phrase is None or phrase.stop > stop:
        return None
    return phrase


def verb_group_start(words: Sentence, i: int) -> int:
    """Return where the verb group of a verb begins: auxiliaries, adverbs, "not" and "to"."""
    while i > 0:
        before = words[i - 1]
        is_part = before.lower in AUXILIARIES or before.lower == "since"
        if not is_part and before.tag not in _ADVERBIAL_TAGS:
            break
        i -= 1
    return i
