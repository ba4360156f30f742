"""
Tell that a word for violence, protest, disaster or the dead is a figure of speech.

In: a sentence, the place of a word in it, and the words around that sentence. Out: a truth value.
Candidates attack each other, voters revolt, a team marches to victory and a law stays dead: such a
word names a deed only where something bodily is near it, more so in a sentence about a campaign.
Word lists: ``data/lexicons/figures_of_speech.toml``.
"""

import re
from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from analysis.core import lexicon, paths

__all__ = ["Context", "is_figurative"]


class Context(NamedTuple):
    """A word in its sentence, in characters from its start, and what else decides its sense."""

    sentence: str
    start: int
    end: int
    near: str = ""  # the sentences before and after
    lead: str = ""  # headline and first lines of the article

    @property
    def word(self) -> str:
        """The word itself, in lower case."""
        return self.sentence[self.start : self.end].lower()

    @property
    def before(self) -> str:
        """What precedes it in its sentence."""
        return self.sentence[: self.start]

    @property
    def around(self) -> str:
        """The sentence without the word."""
        return f"{self.before} {self.sentence[self.end :]}"


_ATTACKS = re.compile(
    r"(?:attack|assault|raid|offensive|battle|confrontation)s?|clash(?:es|ed)?|skirmish(?:es)?"
    r"|hostilities|fighting"
)
_FIGHTS = re.compile(r"fighting|battles?|clash(?:es|ed)?")
_STRIKES = re.compile(r"strikes?")
_MARCHES = re.compile(r"march(?:es)?")
_REVOLTS = re.compile(r"revolts?|revolution|uprisings?|insurrection")
_DISASTERS = re.compile(r"disasters?|catastrophes?|traged(?:y|ies)|accidents?|mishaps?")
_VICTIMS = re.compile(r"victims?")
_DIED = re.compile(r"died|dead")
_KILLED = re.compile(r"killed|murdered|slaughtered|massacred|butchered")

_REACH = 60  # characters before a word
_OF_A_PERSON = re.compile(r"\b(?:his|her|my|your)\s+(?:[a-z-]+\s+){0,2}$", re.IGNORECASE)
# "the attack in Paris", "the San Bernardino attack", "the 2001 attacks": somewhere or at some time
_PLACE_AFTER = re.compile(r"\s+(?:in|at|near|outside|inside)\s+(?:the\s+)?[A-Z]")
_PLACE_BEFORE = re.compile(r"(?:\b(?:19|20)\d\d|\b[A-Z][a-z]+\s\d{1,2},?|\d/\d+)\s+$")
# "fighting terror", "fighting for equality", "a battle over the bill"
_FOUGHT = re.compile(
    r"\s+(?:(?P<cause>for|over|to\s+(?:end|stop|curb|keep|save|protect|overturn))\s+"
    r"|(?:back\s+)?(?:against|with)\s+)?"
    r"(?:(?:the|an?|his|her|its|their|our|all|this|that|these|those|same)\s+)*"
    r"(?P<words>[\w’'-]+(?:\s+[\w’'-]+){0,3})"
)
_WAR_ON = re.compile(r"war\s+on\s+[a-z]+")
_COMPLEMENT = re.compile(
    r"\b(?:of|in|on|at|for|with|and|or|but|by|to|from|after|before|when|who|that|which|outside"
    r"|near|as|against|between|while|because|since)\b"
)
_PHRASE_AFTER = re.compile(r"\s+(?P<words>[\w’'-]+(?:\s+[\w’'-]+){0,4})")
_MARCHED = re.compile(
    r"\s+(?:on\s+)?(?:to|towards?|into|out|under|past)\b(?P<words>(?:\s+[\w’'-]+){1,6})"
)
_VERB_BEFORE = re.compile(
    r"\b(?:to|can|could|will|would|shall|should|must|may|might|not|we|they|you|i|ll)"
    r"\s+(?:\w+ly\s+)?$",
    re.IGNORECASE,
)
# of the speaker, and of what has not happened: "before I died", "nearly died"
_SPEAKER = re.compile(
    r"\b(?:i|you)(?:['’](?:m|d|re))?\s+(?:(?:am|are|was|were|had|have|would|nearly|almost)\s+)*$",
    re.IGNORECASE,
)
_NOT_YET = re.compile(
    r"\b(?:nearly|almost|(?:would|could|might|should)\s+have"
    r"|if\s+(?:he|she|they|we)(?:\s+had)?)\s+$",
    re.IGNORECASE,
)
_OF_A_THING = re.compile(
    r"\bit(?:['’]s)?\s+"
    r"(?:(?:is|was|has|had|been|be|looks?|seems?|seemed|all\s+but|now|already|effectively)\s+)*$"
    r"|\b(?:stays?|stayed|remains?|remained)\s+$",
    re.IGNORECASE,
)
_GETTING = re.compile(r"\b(?:get|gets|getting|got)\s+(?:\w+ly\s+)?$", re.IGNORECASE)
_KILLED_BY = re.compile(r"\s+(?:in|on|by|with|at)\s+(?P<words>[\w’'-]+(?:\s+[\w’'-]+){0,2})")
_NAMED = re.compile(r"\w\s+[A-Z][a-z]+\s+$")  # "the Orvel disaster"
_KIN_BEFORE = re.compile(
    r"\b(?:famil(?:y|ies)|relatives|parents|kin)\s+of\s[\w\s]{0,30}$", re.IGNORECASE
)
_KIN_AFTER = re.compile(r"['’]s?\s+(?:famil(?:y|ies)|relatives|parents|kin)\b")
_OF_EVENT_AFTER = re.compile(
    r"\s+of\s+(?:[\w’'-]+\s+){0,5}?(?:attacks?|massacres?|shootings?|crash|blasts?|disasters?"
    r"|earthquake|wars?)\b",
    re.IGNORECASE,
)
# "victims of violence", "shooting victims": the wounded as well
_OF_CRIME_BEFORE = re.compile(
    r"\b(?:shooting|stabbing|gunshot|knife|crime|assault|flood|storm|hurricane|tornado|fire|burn"
    r"|crash|accident|violence|torture|bullying|harassment|acid)\s+$",
    re.IGNORECASE,
)
_OF_CRIME_AFTER = re.compile(
    r"\s+of\s+(?:[\w’'-]+\s+){0,3}?(?:violence|crimes?|floods?|flooding|torture|assaults?|bullying"
    r"|harassment|hate|racism|aggression|storms?|polic(?:y|ies)|injustice|prejudice)\b",
    re.IGNORECASE,
)
_DEATHS_AND = re.compile(
    r"\b(?:homicides|killings|murders|deaths|fatalities)\s+and\s+(?:\w+\s+)?$", re.IGNORECASE
)


def is_figurative(context: Context) -> bool:
    """
    Whether a word for violence, protest, disaster or the dead is a figure of speech.

    Parameters
    ----------
    context : Context

    Returns
    -------
    bool
        True for attacks in a campaign beside nothing bodily, fights against ideas, balances that
        are struck, marches to a nomination, disasters that left no wreck, victims beside no death,
        and for laws and speakers that "died". False for words of which nothing is known.

    Examples
    --------
    >>> is_figurative(Context("She is fighting poverty.", 7, 15))
    True
    """
    return any(
        pattern.fullmatch(context.word) is not None and tells(context) for pattern, tells in _SENSES
    )


def _is_of_words(context: Context) -> bool:
    """Whether an attack or a fight is one of words, in a sentence about a campaign."""
    if _has("bodily", context.around) or _is_located(context):
        return False
    before = context.before
    if _has("beside_attacks", before[-_REACH:]):
        return True
    is_of_a_person = _OF_A_PERSON.search(before) is not None
    if is_of_a_person and context.word.endswith("s"):
        return True
    is_of_words = is_of_a_person or _has("campaign", context.around)
    return is_of_words and not (_has("bodily", context.near) or _has("bodily", context.lead))


def _is_located(context: Context) -> bool:
    """Whether a place or a year tells which attack it is."""
    sentence, _, end = context[:3]
    if _PLACE_BEFORE.search(context.before) is not None:
        return True
    return _PLACE_AFTER.match(sentence, end) is not None


def _is_of_idea(context: Context) -> bool:
    """Whether an idea, a law or a disease is fought: "fighting terror", "to battle extremism"."""
    fought = _FOUGHT.match(context.sentence, context.end)
    if fought is None:
        return False
    if fought["cause"] and _has("bodily", context.around):
        return False  # "fighting for change" with arms
    words = fought["words"].lower()
    if _WAR_ON.match(words):
        return True
    phrase = _COMPLEMENT.split(words, maxsplit=1)[0].split()
    if not phrase:
        return False
    ideas = _words("ideas")
    return phrase[-1].endswith("ism") or phrase[-1] in ideas or " ".join(phrase[-2:]) in ideas


def _is_of_balance(context: Context) -> bool:
    """Whether a deal or a balance is struck: "strike the right balance"."""
    following = _PHRASE_AFTER.match(context.sentence, context.end)
    if following is None:
        return False
    phrase = _COMPLEMENT.split(following["words"].lower(), maxsplit=1)[0]
    return not _words("struck").isdisjoint(phrase.split())


def _is_of_rise(context: Context) -> bool:
    """Whether a march has no street: "her march to the nomination"."""
    goal = _MARCHED.match(context.sentence, context.end)
    if goal is not None and not _words("marched_to").isdisjoint(goal["words"].lower().split()):
        return not _has("street", context.around)
    if _VERB_BEFORE.search(context.before) is None:
        return False
    return not any(_has("street", text) for text in (context.around, context.near, context.lead))


def _is_of_voters(context: Context) -> bool:
    """Whether those who revolt only vote or complain."""
    around = context.around
    if _has("street", around) or _has("bodily", around):
        return False
    return _has("campaign", around) or _has("rebels_in_words", around)


def _is_of_no_wreck(context: Context) -> bool:
    """Whether a disaster left nobody hurt: "an electoral disaster"."""
    before = context.before.lower().split()
    if before and before[-1] in _words("disasters_of_no_body"):
        return True
    if _has("wreckage", context.around) or _NAMED.search(context.before) is not None:
        return False
    if _has("campaign", context.around):
        return True
    return not (_has("wreckage", context.near) or _has("wreckage", context.lead))


def _is_of_no_dead(context: Context) -> bool:
    """Whether victims are not, or not only, the dead."""
    sentence, _, end = context[:3]
    if _DEATHS_AND.search(context.before) is not None:
        return True
    if _has("deaths", context.around) or _OF_EVENT_AFTER.match(sentence, end):
        return False
    if _KIN_BEFORE.search(context.before) or _KIN_AFTER.match(sentence, end):
        return False
    if _has("deaths", context.near):
        return False
    if _OF_CRIME_BEFORE.search(context.before) or _OF_CRIME_AFTER.match(sentence, end):
        return True
    return not _has("deaths", context.lead)


def _is_not_death(context: Context) -> bool:
    """Whether a law died, or nobody yet: "it stayed dead", "before I died"."""
    return any(
        pattern.search(context.before) is not None for pattern in (_SPEAKER, _NOT_YET, _OF_A_THING)
    )


def _is_of_purse(context: Context) -> bool:
    """Whether people are killed by costs or in a deal."""
    by = _KILLED_BY.match(context.sentence, context.end)
    if by is None or _GETTING.search(context.before) is None:
        return False
    is_dealing = not _words("dealings").isdisjoint(by["words"].lower().split())
    return is_dealing and not _has("bodily", context.around)


_SENSES: tuple[tuple[re.Pattern[str], Callable[[Context], bool]], ...] = (
    (_ATTACKS, _is_of_words),
    (_FIGHTS, _is_of_idea),
    (_STRIKES, _is_of_balance),
    (_MARCHES, _is_of_rise),
    (_REVOLTS, _is_of_voters),
    (_DISASTERS, _is_of_no_wreck),
    (_VICTIMS, _is_of_no_dead),
    (_DIED, _is_not_death),
    (_KILLED, _is_of_purse),
)


@cache
def _words(group: str) -> frozenset[str]:
    path = paths.LEXICONS / "figures_of_speech.toml"
    return frozenset(lexicon.load(path, allowed_keys=("words",))[group]["words"])


@cache
def _pattern(group: str) -> re.Pattern[str]:
    longest_first = sorted(_words(group), key=len, reverse=True)
    alternatives = "|".join(re.escape(word) for word in longest_first)
    return re.compile(rf"(?<![\w-])(?:{alternatives})(?![\w-])", re.IGNORECASE)


def _has(group: str, text: str) -> bool:
    return _pattern(group).search(text) is not None
