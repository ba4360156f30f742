"""
Recognise numbers of people who were not harmed: aboard, rallying, unhurt, sentenced, at risk.

In: a text and the position of a number. Out: a truth value. If the words next to a number say what
happened (see ``analysis.extract.figures.outcomes``), only a denial or a mere fear contradicts them:
``is_denied``. Elsewhere only the tagger says so, which mistakes large numbers near a word of harm
for casualties: ``is_only_present``. Word lists: ``data/lexicons/unharmed.toml``.
"""

import re
from functools import lru_cache

from analysis.core import lexicon, paths
from analysis.extract.figures.patterns import HARMED, PLAIN_WORD, WORD, before_number, outcome_words
from analysis.extract.numbers.values import NUMBER
from analysis.extract.numbers.word_patterns import ANY_CASE, AS_WRITTEN, alternatives, one_of

__all__ = [
    "harmed_others",
    "has_left",
    "is_denied",
    "is_only_intended",
    "is_only_present",
    "was_shot_before",
]

CHARACTERS_BEFORE = 80
CHARACTERS_AFTER = 110
CHARACTERS_AFTER_FAR = 220

_SOME_NUMBER = rf"(?:\d[\d,.]*|{NUMBER})"
# The noun phrase of a number, and what may come before its verb.
_NO_NOUN = one_of("who were was had have has and in on at said but when after before until as")
_NOUN_PHRASE = rf"(?:\s+(?!{_NO_NOUN}\b){WORD}){{0,4}}?"
_PLACE = (
    r"(?:\s+(?:in|on|at|from|of|inside|near)\s+(?:the\s+|an?\s+)?"
    rf"{WORD}(?:\s+{WORD})?)?"
)
_PEOPLE_AND_PLACE = _NOUN_PHRASE + _PLACE
_AUXILIARIES = (
    rf"(?:{one_of('were was are is have has had will would be been to also still all')}\s+)*"
)
_NO_MEDICAL_CARE = r"(?!\s+(?:\w+\s+)?(?:treatment|surgery|hospital))"

_HARMED_AFTER = re.compile(
    r"""
    \s+(?:dead|deceased|killed|slain|wounded|injured|missing|kidnapped|abducted|captured|
    displaced|sick|victims|fatalities|casualties)\b
    """,
    ANY_CASE,
)
_ALL_HARMED_AFTER = re.compile(
    r"""
    [^.;\n]{0,160}?\b
    (?: (?:kill|wound|injur|drown|execut|hack)\w*\s+
        (?:all|everyone|everybody|them|both|every\s+one)\b
      | leaving\s+(?:all|everyone|them|both)\b
      | all\s+(?:of\s+(?:them|whom)\s+)?(?:died|dead|were\s+killed|perished|drowned)\b
      | (?:none|no\s+one|nobody)\s+survived
      | no\s+survivors )
    """,
    ANY_CASE,
)
_NO_RESIDENT = one_of(
    """
    from in of at who had more others? and under near on to with the a by for after when as were
    was
    """
)
_LIVING_AFTER = re.compile(
    rf"""
    \s+ (?: (?!{_NO_RESIDENT}\b){PLAIN_WORD}\s+ ){{1,3}}?
    (?:who\s+)?
    (?: {one_of("are is were still currently believed estimated thought to be now have been")}\s+
    ){{0,6}}
    (?: live | living | lived | reside | residing | besieged | under\s+siege | in\s+need
      | (?:still|remain|remaining|(?:had\s+)?remained|left)\s+(?:in|inside)
      | (?:believed|thought|estimated)\s+to\s+be\s+(?:in|inside) )\b
    """,
    ANY_CASE,
)
_LEFT_AFTER = re.compile(
    rf"""
    (?: \s+ (?!(?:were|was|said|but|when|after|before|until|as|killed|wounded|injured)\b) {WORD}
    ){{1,14}}?
    \s+(?:(?:have|has|had)\s+)?
    (?: fled | flee | escaped | left | crossed
      | (?:managed|able|began|begun)\s+to\s+(?:cross|leave|flee|escape) )\b
    (?! \s+(?:dead|wounded|injured|homeless|behind|unhurt|with|without) )
    """,
    ANY_CASE,
)
_POPULATION_BEFORE = re.compile(
    rf"\b population\s+(?:of|was|is|at|stood\s+at)\s+ {before_number()}", ANY_CASE
)
_SHOT_BEFORE = re.compile(
    rf"""
    \b(?:shot|stabbed|hacked|knifed|slashed|ran\s+over)\s+
    {before_number("another the all")}
    """,
    ANY_CASE,
)
_MAY_DIE_AFTER = re.compile(
    rf"""
    {_PEOPLE_AND_PLACE}
    \s+(?:could|might|(?-i:may)|will)\s+
    (?: (?!have\b)\w+\s+ )?   # "may have died" is no mere fear
    (?:be\s+)?
    (?:die|starve|perish|drown|freeze|lose\s+their|killed|executed|injured|wounded|displaced)\b
    """,
    ANY_CASE,
)
_SOME_OF_BEFORE = re.compile(
    rf"\b{_SOME_NUMBER}\s+of\s+(?:(?:the|its|their|those|some|about|all)\s+)+$", ANY_CASE
)
_ALL_BUT_BEFORE = re.compile(
    rf"\ball\s+but\s+(?: {_SOME_NUMBER}\s+of\s+(?:the\s+|its\s+|their\s+)? )?$", ANY_CASE
)
_OUT_OF_BEFORE = re.compile(
    r"""
    (?: (?:^|[.;:!?\n]\s*|,\s+)(?:Out\s+o|O)f
      | \b(?:out\s+of|only\s+\w+\s+of) )
    \s+(?:(?:the|its|their|some|about)\s+)*$
    """,
    AS_WRITTEN,
)
_UNTIL_STOPPED_AFTER = re.compile(
    rf"""
    {_PEOPLE_AND_PLACE}\s+(?:before|until)\s+
    (?: (?:he|she|they|it|police|officers?|guards?|soldiers?|troops)\s+
      | (?:{PLAIN_WORD}\s+)?being\b
      | {PLAIN_WORD}ing\s+(?:himself|herself|themselves)\b )
    """,
    ANY_CASE,
)

_EXECUTED_BEFORE = re.compile(
    r"""
    \b(?:shot|shelled|stoned|lynched|burned|beat|hanged|hangs|executed|executes|beheaded|killed|
    kills)
    \s+(?:\w+\s+)?$
    """,
    ANY_CASE,
)
_CONDITION_AFTER = re.compile(r"[^.!?]{0,120}?\b(?:if|unless)\b", ANY_CASE)


@lru_cache(maxsize=1)
def _non_casualty_words() -> dict[str, dict[str, list[str]]]:
    """Return the groups of ``unharmed.toml``, each with its lists of words."""
    return lexicon.load(paths.LEXICONS / "unharmed.toml", allowed_keys=("before", "after"))


def _compile_before(group: str) -> re.Pattern[str]:
    """Return the pattern of a group's words before a number."""
    words = alternatives(_non_casualty_words()[group]["before"])
    determiners = before_number(r"another the all its their those these an?\s+estimated")
    return re.compile(rf"\b(?:{words})\s+{determiners}", ANY_CASE)


def _verb_after(group: str) -> str:
    """Return a pattern for a group's words after people."""
    words = alternatives(_non_casualty_words()[group]["after"])
    return rf"{_AUXILIARIES}(?:{words})\b{_NO_MEDICAL_CARE}"


@lru_cache(maxsize=1)
def _present_before() -> re.Pattern[str]:
    """Return the pattern of "a boat carrying 60"."""
    return _compile_before("present")


@lru_cache(maxsize=1)
def _sentenced_before() -> re.Pattern[str]:
    """Return the pattern of "a court jailed 5"."""
    return _compile_before("sentenced")


@lru_cache(maxsize=1)
def _none_of_before() -> re.Pattern[str]:
    """Return the pattern of "none of the 40"."""
    return _compile_before("unhurt")


@lru_cache(maxsize=1)
def _unhurt_after() -> re.Pattern[str]:
    """Return the pattern of "33 miners survived"."""
    return re.compile(rf"{_PEOPLE_AND_PLACE}\s+{_verb_after('unhurt')}", ANY_CASE)


@lru_cache(maxsize=1)
def _present_after() -> re.Pattern[str]:
    """Return the pattern of "5,000 people rallied", "12 men were sentenced"."""
    verbs = "|".join(_verb_after(group) for group in ("present", "sentenced", "at_risk"))
    return re.compile(rf"{_PEOPLE_AND_PLACE}\s+(?:{verbs})", ANY_CASE)


@lru_cache(maxsize=1)
def _harm_after() -> re.Pattern[str]:
    """Return the pattern of harm to people who were present: "5 on board were feared dead"."""
    killed = outcome_words()["killed"]["after"]
    injured = outcome_words()["injured"]["after"]
    pattern = rf"""
        \s+(?:\w+\s+)?(?:body|bodies|corpses?)\b
        | (?: \s+ (?!(?:and|but|when|before|until|after)\b) {WORD} ){{1,16}}?
          \s+
          (?: (?:were|was|are|is|have|has|had)\s+(?:\w+\s+){{0,5}}?(?:{
        alternatives(killed + injured)
    }|missing)
            | remain(?:s|ed)?\s+missing )\b
    """
    return re.compile(pattern, ANY_CASE)


@lru_cache(maxsize=1)
def _feared_before() -> re.Pattern[str]:
    """Return the pattern of "the toll could rise to 200"."""
    rise = alternatives(_non_casualty_words()["feared"]["before"])
    pattern = rf"""
        \b(?:could|may|might|will|would)\s+(?:\w+\s+)?(?:{rise})\b\s+
        (?: (?:to|as\s+high\s+as|beyond|past|above)\s+ )?
        {before_number()}
    """
    return re.compile(pattern, ANY_CASE)


def is_denied(text: str, start: int, end: int) -> bool:
    """
    Return whether a number counts people who were not harmed, or who might be.

    Populations and death tolls that are only feared count too.

    Parameters
    ----------
    text : str
    start, end : int
        Characters of the number, without its qualifier.

    Returns
    -------
    bool

    Examples
    --------
    >>> is_denied("None of the 40 hostages was hurt.", 12, 14)
    True
    >>> is_denied("The toll rose to 200.", 17, 20)
    False
    """
    before = text[max(0, start - CHARACTERS_BEFORE) : start]
    after = text[end : end + CHARACTERS_AFTER]
    if _feared_before().search(before) or _POPULATION_BEFORE.search(before):
        return True
    if _HARMED_AFTER.match(after):
        return False  # "none of the 12 dead was named", "5,000 wounded people may die"
    if _none_of_before().search(before) or _ALL_BUT_BEFORE.search(before):
        return True
    return bool(_unhurt_after().match(after) or _MAY_DIE_AFTER.match(after))


def is_only_present(text: str, start: int, end: int) -> bool:
    """
    Return whether a number counts people who were only present, sentenced or at risk.

    To be asked of numbers that have no word of harm next to them.

    Parameters
    ----------
    text : str
    start, end : int
        Characters of the number, without its qualifier.

    Returns
    -------
    bool

    Examples
    --------
    >>> is_only_present("A boat carrying 60 people capsized.", 16, 18)
    True
    >>> is_only_present("Floods took 60 people.", 12, 14)
    False
    """
    before = text[max(0, start - CHARACTERS_BEFORE) : start]
    after = text[end : end + CHARACTERS_AFTER_FAR]
    if not (_is_presence_before(before) or _is_presence_after(before, after)):
        return False
    return not (_harm_after().match(after) or _ALL_HARMED_AFTER.match(after))


def _is_presence_before(before: str) -> bool:
    """Return whether people were only present, or are a base ("15 of the 28")."""
    patterns = (_present_before(), _sentenced_before(), _SOME_OF_BEFORE, _OUT_OF_BEFORE)
    return any(pattern.search(before) for pattern in patterns)


def _is_presence_after(before: str, after: str) -> bool:
    """Return whether the words after a number say that people were only present."""
    if _present_after().match(after) or _LIVING_AFTER.match(after):
        return True
    # "attacked three people before he was killed"; people who were shot may be casualties, see
    # was_shot_before
    return bool(_UNTIL_STOPPED_AFTER.match(after)) and not _SHOT_BEFORE.search(before)


def has_left(text: str, end: int) -> bool:
    """
    Return whether people left or fled, and nothing else is said of them.

    Parameters
    ----------
    text : str
    end : int
        Character after the number.

    Returns
    -------
    bool
    """
    after = text[end : end + CHARACTERS_AFTER_FAR]
    return _LEFT_AFTER.match(after) is not None and _harm_after().match(after) is None


def was_shot_before(text: str, start: int, end: int) -> bool:
    """
    Return whether people were shot or stabbed before something happened to the attacker.

    "A man shot three people before he was killed" does not say whether the three survived.

    Parameters
    ----------
    text : str
    start, end : int
        Characters of the number, without its qualifier.

    Returns
    -------
    bool
    """
    before = text[max(0, start - CHARACTERS_BEFORE) : start]
    after = text[end : end + CHARACTERS_AFTER]
    if _SHOT_BEFORE.search(before) is None:
        return False
    return _UNTIL_STOPPED_AFTER.match(after) is not None


@lru_cache(maxsize=1)
def _intention_before() -> re.Pattern[str]:
    intend_to = one_of(
        r"""
        tr(?:y|ied|ies|ying) attempt\w* plan\w* threat\w* plott?\w* vow\w* want\w* hop(?:e|ed|ing)
        intend\w* fail\w* refus\w+ order\w* aim\w*
        """
    )
    harm = one_of(
        """
        kill murder assassinate execute behead massacre injure wound hurt arrest detain capture
        seize kidnap abduct displace uproot
        """
    )
    determiners = before_number("another the all those these")
    pattern = rf"""
        \b(?: {intend_to}\s+to
            | (?:could|might|(?-i:may)|will|(?P<would>would))(?:\s+(?:also|\w+ly))? )
        \s+{harm}\s+
        {determiners}
    """
    return re.compile(pattern, ANY_CASE)


def is_only_intended(text: str, start: int) -> bool:
    """
    Return whether harm was only tried, threatened or possible: "tried to arrest two men".

    "Would" counts with a condition only: "the storm would kill 31" says what happened later.

    Parameters
    ----------
    text : str
    start : int
        First character of the number.

    Returns
    -------
    bool
    """
    intention = _intention_before().search(text[max(0, start - 80) : start])
    if intention is None:
        return False
    return intention["would"] is None or _CONDITION_AFTER.match(text, start) is not None


@lru_cache(maxsize=1)
def _accused_after() -> re.Pattern[str]:
    harmed: list[str] = []
    for outcome in HARMED:
        harmed += outcome_words()[outcome]["after"]
    captured = alternatives(outcome_words()["captured"]["after"])
    accused = one_of(
        r"""
        accused\s+of suspected\s+of charged\s+with convicted\s+of guilty\s+of
        wanted\s+(?:for|over) blamed\s+for responsible\s+for behind
        """
    )
    pattern = rf"""
        (?:\s+{WORD}){{1,4}}? \s+(?:(?:who|that)\s+)?(?:(?:are|were|was|is)\s+)?
        {accused}\s
        # not if they were harmed themselves: "men accused of spying were executed"
        (?! [^.;]{{0,120}}\b(?:were|was|been|be|being|got)\s+(?:\w+\s+)?
            (?:{alternatives(harmed)}|{captured})\b )
    """
    return re.compile(pattern, ANY_CASE)


def harmed_others(text: str, start: int, end: int) -> bool:
    """
    Return whether the counted people are accused of harm: "eight men accused of killing 86".

    Parameters
    ----------
    text : str
    start, end : int
        Characters of the number.

    Returns
    -------
    bool
    """
    if _accused_after().match(text, end) is None:
        return False
    return _EXECUTED_BEFORE.search(text[max(0, start - 30) : start]) is None
