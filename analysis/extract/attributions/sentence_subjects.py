"""
Find what the sentence before a pronoun or noun begins with or names, quoted or not.

In: the text, where its sentences begin, and a place. Out: the subject, as printed: a name
("Velmar flies 114 aircraft. It said"), a body ("The company lost money. It said"), a person ("The
driver was not charged. He said") or several ("Prosecutors opened a case. They said"). Which source
that is, and whether it is nearer than a speaker, is decided in
``analysis.extract.attributions.pronouns``.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from typing import NamedTuple

from analysis.core.calendar_words import WEEKDAY
from analysis.extract.attributions.article_spans import DATELINE
from analysis.extract.attributions.people import AGE_AFTER
from analysis.extract.attributions.proper_names import LEADING_WORDS, NAME, is_nation
from analysis.extract.epithets import without_epithets

__all__ = [
    "BODY_NOUNS",
    "FIRM_NOUNS",
    "Subject",
    "firm_named_before",
    "own_subject",
    "people_before",
    "subject_before",
]

FIRM_NOUNS = frozenset(
    """company firm carmaker automaker airline bank utility operator retailer manufacturer maker
    producer insurer broker lender builder developer startup chain corporation steelmaker brewer
    supplier publisher studio carrier""".split()
)
"""Nouns for a firm, in small letters."""
BODY_NOUNS = FIRM_NOUNS | frozenset(
    """group union party ministry department agency council government administration board court
    tribunal commission committee panel charity organisation organization association federation
    confederation league club team university school college hospital institute foundation front
    movement coalition alliance army military navy coastguard office authority bureau regulator
    watchdog network newspaper channel broadcaster parliament senate assembly cabinet junta
    prefecture municipality county city state province district service chamber body
    museum gallery zoo theatre theater orchestra library airport clinic trust fund society
    directorate inspectorate prosecution embassy consulate""".split()
)
"""Nouns for what "it" can refer to as a speaker, in small letters."""
# of whom others speak: "The suspect was 34. She said", of a spokeswoman
_SPOKEN_OF = frozenset(
    """suspect victim patient baby infant child toddler newborn deceased attacker gunman defendant
    killer murderer hostage body boy girl""".split()
)
_AGENCY = re.compile(r"\((?:CNN|AP|Reuters|AFP|UPI|Bloomberg|Xinhua)\)\s(?:[-–—]+\s)?")
_DETERMINER = re.compile(r"(?:The|That|This|Its|Their|His|Her|An?|One)\s")
_WORD = re.compile(r"[\w-]+")
_COMPLEMENT = re.compile(r"\sof\s(?:[a-z]+|[A-Z][\w-]+)\b")
# words after which another phrase begins
_NO_PART = frozenset(
    """of in on at for to from with by and or the a an that who which was were is are has had have
    will would said says say told did does do not as than when where""".split()
)
_NO_NAMES = frozenset(
    """The A An That This Its Their His Her One In On At By For But And Former New More All Some
    Many Most Several Two Three Four Five""".split()
)
_MOST_WORDS = 4  # from the determiner to the noun
_NOT_ALONE = re.compile(r"['’]|\s(?:and|or)\s|-")
# a person's office after a body: "The company spokesman"
_OFFICE_AFTER = re.compile(
    r"\s(?:spokes\w+|official|officer|chief|president|director|secretary|leader|head|member|worker"
    r"|chairman|chairwoman|manager|minister|lawyer|employee|staff)s?\b"
)
_PASSED_OVER = re.compile(r"[“\"‘'„«]|(?:It|Its|He|She|They|His|Her|Their)\b")
# "Prosecutors", "The two engineers", "Right now traders"
_WHICH_BEFORE = re.compile(
    r",\s(?:which|something|(?:an?\s)?(?:charges?|accusations?|claims?|allegations?))\s(?:that\s)?$"
)
_SEVERAL = re.compile(
    r"(?:(?:Right\s[Nn]ow|Now|But|And|Yet|Still|Meanwhile|Today|Later|However),?\s)?"
    r"(?P<words>(?:(?:[Tt]he|[Tt]hese|[Ss]ome|[Mm]any|[Mm]ost|[Ss]everal|[Tt]wo|[Tt]hree|[Ff]our"
    r"|[Dd]ozens\sof|[Hh]undreds\sof)\s)?"
    r"(?:(?!(?:of|in|on|at|for|to|from|with|by|and|or|the|a|an|that|who|was|were|is|are)\s)"
    r"[\w-]+\s){0,2}?(?P<noun>[A-Za-z]+s|[Pp]olice))"
    r"\s(?!and\b|or\b|of\b|['’])(?=[a-z])"
)
# what a body does, and not what is done to a bridge
_VERB_NEXT = re.compile(
    r"(?:\s\([A-Z]+\))?\s(?!(?:is|was|has\sbeen|had\sbeen)\s)"
    r"(?:has|had|also|later|[a-z]+(?:ed|s))\b"
)
# "He criticised the park authority", "Ms Quist has blamed the county council"
_ACCUSED = re.compile(
    r"(?:He|She|They|(?:Mr|Mrs|Ms|Dr)\.?\s[A-Z][\w’'-]+)\s(?:(?:also|later|has|had|then)\s){0,2}"
    r"(?:accus|blam|criticis|criticiz|condemn|denounc|attack|su|rebuk|fault)ed\s"
    r"(?P<body>(?:the|a|an)\s(?:(?!(?:of|in|on|for|and|or|to|that)\b)[a-z-]+\s){0,2}?"
    r"(?P<noun>[a-z]+))(?=\s(?:of|for|over)\b|[.,;])"
)
_DAY = re.compile(rf"{WEEKDAY}\b", re.IGNORECASE)
_MOST_BACK = 3  # sentences
_MOST_BACK_TO_FIRM = 200  # sentences, more than a report has


class Subject(NamedTuple):
    """What a sentence begins with, where it begins, and the number of its sentence."""

    words: str
    start: int
    sentence: int


def subject_before(
    text: str,
    sentence_starts: Sequence[int],
    position: int,
    is_wanted: Callable[[str, str], bool],
) -> Subject | None:
    """
    Return the subject of the sentence before a place.

    Parameters
    ----------
    text : str
        The article.
    sentence_starts : sequence of int
        Where each sentence begins.
    position : int
        Where a pronoun stands.
    is_wanted : callable
        Whether a subject will do, from its words and its noun; the noun of a name is "", that of a
        name with an age is "person".

    Returns
    -------
    Subject or None
        None where that sentence begins with anything else. Sentences that begin with a quotation or
        a pronoun are passed over, three at most.

    Examples
    --------
    >>> text = "The company lost money. It blamed the weather."
    >>> subject_before(text, [0, 24], 24, lambda words, noun: noun in BODY_NOUNS)
    Subject(words='The company', start=0, sentence=1)
    """
    number = bisect_right(sentence_starts, position)
    for sentence in range(number - 1, max(number - 1 - _MOST_BACK, 0), -1):
        start, stop = sentence_starts[sentence - 1], sentence_starts[sentence]
        start = _after_dateline(text, start)
        if _PASSED_OVER.match(text, start, stop):
            continue
        subject = _name_subject(text, start, stop, sentence, is_wanted)
        return subject or _noun_subject(text, start, stop, sentence, is_wanted)
    return None


def own_subject(
    text: str,
    sentence_starts: Sequence[int],
    position: int,
    is_wanted: Callable[[str, str], bool],
) -> Subject | None:
    """
    Return the subject of the sentence that "it said" ends, or whom the sentence before accuses.

    Parameters
    ----------
    text : str
    sentence_starts : sequence of int
    position : int
        Where "it" stands.
    is_wanted : callable
        As for ``subject_before``.

    Returns
    -------
    Subject or None
        "The council has offered more, it said", "He blamed the council. It denied this." None where
        "it" is elsewhere, the sentence begins with anything else, or no person accuses a body.

    Examples
    --------
    >>> text = "His ministry would pay, it said."
    >>> own_subject(text, [0], 24, lambda words, noun: noun in BODY_NOUNS)
    Subject(words='His ministry', start=0, sentence=1)
    """
    if position in sentence_starts:
        return _accused_before(text, sentence_starts, position)
    if not text.endswith((", ", "; "), 0, position):  # "..., it said", "...; it expects"
        return None
    sentence = bisect_right(sentence_starts, position)
    start = _after_dateline(text, sentence_starts[sentence - 1])
    subject = _name_subject(text, start, position, sentence, is_wanted)
    return subject or _noun_subject(text, start, position, sentence, is_wanted)


def _accused_before(text: str, sentence_starts: Sequence[int], position: int) -> Subject | None:
    """Return the body that a person accuses in the sentence before: "He blamed the council"."""
    sentence = bisect_right(sentence_starts, position) - 1
    if sentence < 1:
        return None
    start, stop = sentence_starts[sentence - 1], sentence_starts[sentence]
    found = _ACCUSED.match(text, _after_dateline(text, start), stop)
    if found is None or found["noun"] not in BODY_NOUNS:
        return None
    return Subject(found["body"], found.start("body"), sentence)


def people_before(
    text: str,
    sentence_starts: Sequence[int],
    position: int,
    is_several: Callable[[str], bool],
) -> Subject | None:
    """
    Return the several persons that the sentence before a place begins with, as for "they".

    Parameters
    ----------
    text : str
    sentence_starts : sequence of int
    position : int
    is_several : callable
        Whether a plural noun in small letters is one for persons.

    Returns
    -------
    Subject or None
        None where that sentence begins with anything else; sentences that begin with a quotation
        or a pronoun are passed over, three at most.

    Examples
    --------
    >>> text = "Two dockers were hurt. They blamed the crane."
    >>> people_before(text, [0, 23], 23, lambda noun: noun == "dockers")
    Subject(words='Two dockers', start=0, sentence=1)
    """
    number = bisect_right(sentence_starts, position)
    bounds = [*sentence_starts[:number], position]
    # "Both sides were accused of crimes, which they deny" is of its own subject
    own = _WHICH_BEFORE.search(text, bounds[number - 1], position) is not None
    last = number if own else number - 1
    for sentence in range(last, max(last - _MOST_BACK, 0), -1):
        start = _after_dateline(text, bounds[sentence - 1])
        stop = bounds[sentence]
        if _PASSED_OVER.match(text, start, stop):
            continue
        found = _SEVERAL.match(text, start, stop)
        if found is None or not is_several(found["noun"].lower()):
            return None
        return Subject(found["words"], found.start("words"), sentence)
    return None


def firm_named_before(
    text: str,
    sentence_starts: Sequence[int],
    position: int,
    is_body: Callable[[str, str], bool],
) -> Subject | None:
    """
    Return the name that the nearest sentence begins with, as for "the company" at a place in it.

    Parameters
    ----------
    text : str
    sentence_starts : sequence of int
    position : int
    is_body : callable
        Whether a name can be that of a firm; as ``is_wanted`` of ``subject_before``.

    Returns
    -------
    Subject or None
        None where none of the 200 sentences before begins with a name. Nations are left out.
    """

    def is_firm(words: str, noun: str) -> bool:
        return not noun and not is_nation(words.lower()) and is_body(words, noun)

    last = bisect_right(sentence_starts, position) - 1
    # "Velmar will close two plants, the company said": its own sentence comes first
    bounds = [*sentence_starts[: last + 1], position]
    for sentence in range(last + 1, max(0, last - _MOST_BACK_TO_FIRM), -1):
        start = _after_dateline(text, bounds[sentence - 1])
        subject = _name_subject(text, start, bounds[sentence], sentence, is_firm)
        if subject is not None:
            return subject
    return None


def _after_dateline(text: str, start: int) -> int:
    dateline = DATELINE.match(text, start) or _AGENCY.match(text, start)
    return start if dateline is None else dateline.end()


def _name_subject(
    text: str, start: int, stop: int, sentence: int, is_wanted: Callable[[str, str], bool]
) -> Subject | None:
    """Return the name that a sentence begins with, if the article has it elsewhere as a name."""
    found = NAME.match(text, start, stop)
    if found is None:
        return None
    whole = without_epithets(found[0])  # "Red-faced Velmar"
    name = LEADING_WORDS.sub("", f"{whole} ").strip()
    if name != whole or name in _NO_NAMES or _NOT_ALONE.match(text, found.end()) or " and " in name:
        return None
    noun = "person" if AGE_AFTER.match(text, found.end()) else ""
    is_known = " " in name or noun or _is_name(text, name)
    if not is_known or not is_wanted(name, noun):
        return None
    return Subject(name, found.end() - len(name), sentence)


def _is_name(text: str, word: str) -> bool:
    """Whether a word has a capital elsewhere than at the beginning of one sentence, and always."""
    if re.search(rf"\b{re.escape(word.lower())}\b", text) is not None:
        return False
    return len(re.findall(rf"\b{re.escape(word)}\b", text)) > 1


def _named_body(text: str, determiner: re.Match[str], stop: int) -> str | None:
    """Return the name of several words that "The" begins: "The Velm Emergency Response Room"."""
    name = NAME.match(text, determiner.end(), stop)
    if determiner[0] != "The " or name is None or " " not in name[0] or is_nation(name[0].lower()):
        return None
    if _NOT_ALONE.match(text, name.end()) or _OFFICE_AFTER.match(text, name.end()):
        return None
    is_subject = _VERB_NEXT.match(text, name.end(), stop) is not None
    return f"The {name[0]}" if is_subject else None


def _named_after(text: str, end: int, stop: int) -> str | None:
    """Return the name that follows a noun: "The aid group Relief Watch runs"."""
    name = NAME.match(text, end + 1, stop) if text[end : end + 1] == " " else None
    if name is None or _DAY.match(name[0]) or _NOT_ALONE.match(text, name.end()):
        return None  # "The company Tuesday closed"
    if _VERB_NEXT.match(text, name.end(), stop) is None:
        return None
    return name[0]


def _noun_subject(
    text: str, start: int, stop: int, sentence: int, is_wanted: Callable[[str, str], bool]
) -> Subject | None:
    """Return the common noun that a sentence begins with: "The minister of transport"."""
    determiner = _DETERMINER.match(text, start, stop)
    if determiner is None:
        return None
    named = _named_body(text, determiner, stop)
    if named is not None and is_wanted(named, ""):
        return Subject(named, start, sentence)
    position = determiner.end()
    for _ in range(_MOST_WORDS):
        word = _WORD.match(text, position, stop)
        if word is None or word[0] in _NO_PART:
            return None
        end = word.end()
        words = text[start:end]
        following = _WORD.match(text, end + 1, stop)
        is_whole = following is None or following[0] not in BODY_NOUNS  # "the county council"
        if is_whole and word[0] not in _SPOKEN_OF and is_wanted(words, word[0]):
            if _NOT_ALONE.match(text, end) or _OFFICE_AFTER.match(text, end):
                return None
            named = _named_after(text, end, stop)
            if named is not None and is_wanted(named, ""):
                return Subject(named, end + 1, sentence)
            complement = _COMPLEMENT.match(text, end, stop)
            return Subject(words + (complement[0] if complement else ""), start, sentence)
        position = end + 1
        if text[end:position] != " ":
            return None
    return None
