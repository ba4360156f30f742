"""
Find what happened to the people that a number counts, from the words next to the number.

In: a text and the position of a number. Out: an outcome, or None if the words next to it do not
say. "Killed 12", "12 people were killed" and "left 12 dead" say it; one person without a number ("a
man was killed") is found by ``analysis.extract.figures.single_people``. Anything farther away is
left to the tagger. Word lists: ``data/lexicons/outcomes.toml``.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from analysis.core.needed_words import Guarded
from analysis.extract.figures.counted import (
    counted_phrase,
    counts_people,
    names_people,
    phrase_of_whole,
)
from analysis.extract.figures.outcome_nouns import outcome_of_noun
from analysis.extract.figures.patterns import (
    AUXILIARIES,
    CLAUSE_END,
    NOT_INTENDED,
    PEOPLE,
    WORD,
    WORD_OR_BRACKET,
    before_number,
    outcome_words,
)
from analysis.extract.figures.rules import first_rule
from analysis.extract.numbers.values import NUMBER
from analysis.extract.numbers.word_patterns import (
    ANY_CASE,
    AS_WRITTEN,
    alternatives,
    one_of,
    quantifier_lists,
)

__all__ = [
    "outcome_described",
    "outcome_near",
    "outcome_with_rule",
]

CHARACTERS_BEFORE = 150
CHARACTERS_AFTER = 90

_PASSIVE_OUTCOMES = (
    "killed",
    "injured",
    "missing",
    "captured",
    "displaced",
    "evacuated",
    "rescued",
    "other",
)
# What happened before only describes the people: "saved 19 boys abducted there".
_EARLIER_OUTCOMES = {"killed": ("captured", "displaced"), "rescued": ("captured", "injured")}

_WERE = re.compile(r"\b(?:were|was)\b", ANY_CASE)
_DONE_TO = re.compile(r"\b(?:were|was|are|is|be|been|being|got|gets?)\b", ANY_CASE)
_QUOTATION_MARKS = re.compile('["“”]')
_BRACKETS = re.compile(r"\s\([^()]{1,40}\)")
_DEAD_AFTER = re.compile(r"\s+(?:dead|deceased|bodies)\b", ANY_CASE)
# of whom no one tells how many are dead
_DEAD_OR_MISSING = re.compile(
    r"(?:\s+[\w-]+){0,3}?\s+(?:(?:are|were|was|is|still|feared|reported)\s+)*"
    r"(?:(?:dead|killed)\s+or\s+(?:still\s+)?missing|missing\s+or\s+(?:dead|killed))\b",
    ANY_CASE,
)
_WITHOUT_OBJECT = re.compile(r"(?:die|dead|perish|drown|succumb|miss|disappear|vanish)", ANY_CASE)
# "Attacked [the guard]", "shot and killed [a man]", but "shot the day before"
_OBJECT_AFTER = re.compile(
    r"(?:\s+and\s+(?:killed|wounded|injured)|\s+dead)?"
    r"\s+(?:(?:him|them)\b|(?:the|an?|his|her|their|its)\s+(?!(?:same|previous|next"
    r"|first|second|other"
    r"|following|early"
    r"|late|few|half)\b|(?:\w+\s+)?(?:day|night|morning|afternoon|evening|week|month|year|hour|time"
    r"|block|mile|kilomet(?:re|er))s?\b)\w)",
    ANY_CASE,
)
_FROM_RUBBLE = re.compile(
    r"\bfrom\s+(?:under\s+)?(?:the\s+)?(?:wreckage|rubble|debris|ruins)\b", ANY_CASE
)
# "Pulled 42 survivors from the water", but no bodies, and no car.
# "Killing 82 of its fighters and taking 17 prisoner"
_TAKING_BEFORE = re.compile(
    r"\b(?:tak(?:e|es|ing)|took)\s+(?:(?:about|some|at\s+least|more\s+than|another|the)\s+)*$",
    ANY_CASE,
)
_PRISONER_AFTER = re.compile(r"(?:\s+(?!and\b)[\w’'-]+){0,2}?\s+(?:prisoners?|captive|hostage)\b")
# "With three of the injured succumbing to their wounds"
_SUCCUMBED_AFTER = re.compile(
    r"\s+of\s+(?:the|those|its|their)\s+(?:\w+\s+)?(?:injured|wounded|hurt|burned|casualties)"
    r"(?:\s+(?:on|in)\s+[\w-]+)?(?:,[^.;\n]{1,80}?,)?\s+"
    r"(?:(?:have|has|had|later|since|then)\s+)*(?:succumb(?:ed|ing)|died|dying|perished)\b",
    ANY_CASE,
)
# "49 died in the camp and [14] in hospital"
_DIED_BEFORE = re.compile(
    r"\d\s+(?:[\w-]+\s+){0,2}?(?:died|(?:were|was)\s+killed|perished)\s+(?:in|at|on|inside)\s+"
    r"(?:[\w-]+\s+){1,4}and\s+(?:another\s+)?$",
    ANY_CASE,
)
# "The death toll climbed to 16, with close to [100] in hospital"
_WITH_BEFORE = re.compile(
    r"\b(?:toll|dead|deaths?|killed|died|dies|kills)\b[^.;:\n]*,?\s(?:with|and|while)\s+"
    r"(?:(?:about|around|some|nearly|almost|close\s+to|at\s+least|over|more\s+than|another"
    r"|as\s+many\s+as)\s+)*$",
    ANY_CASE,
)
_IN_HOSPITAL_AFTER = re.compile(
    r"(?:\s+(?:people|others|more|passengers|survivors))?\s+(?:are\s+|were\s+|still\s+|remain\s+)?"
    r"in\s+(?:the\s+|local\s+)?hospitals?\b",
    ANY_CASE,
)
_SOMEWHERE_AFTER = re.compile(r"\s+(?:in|at|on|inside)\s+(?:[\w-]+\s*){1,4}(?:[.;,)]|$)", ANY_CASE)
_HURT = ("injured", "killed_or_injured")
# "Were burned or choked to death"
_TO_DEATH_AFTER = re.compile(r"[^.;:,\n]{0,60}?\w(?:ed|un|en|ot)\s+to\s+death\b", ANY_CASE)
_PULLED_BEFORE = re.compile(
    rf"""
    {NOT_INTENDED}
    (?: (?:pull|pluck|haul|drag|winch|scoop)(?:s|ed|ing)? | br(?:ought|ings?|inging)
      | pick(?:s|ed|ing)?\s+up | fish(?:es|ed|ing) | airlift(?:s|ed|ing)? )
    \s+{before_number("another the all")}
    """,
    ANY_CASE,
)
_FROM_DANGER = re.compile(
    r"""
    (?! (?:\s+[\w-]+){0,3}?
        \s+(?:bod(?:y|ies)|corpses?|dead|victims?|remains|carcasses|cars?|vehicles?)\b )
    \s+(?:(?!\band\b)[\w’'-]+\s+){0,4}?
    (?: (?:alive\s+)?(?:from|out\s+of)\s+(?:under\s+|beneath\s+)?
        (?:the\s+|an?\s+)?(?:[\w-]+\s+)?
        (?:waters?|sea|ocean|waves|surf|river|lake|floodwaters|ice|rubble|wreckage|debris
          |ruins|mine|shaft|mud)
      | alive | to\s+safety | ashore )\b
    """,
    ANY_CASE,
)
_OF_THEM_AFTER = re.compile(
    r"\s+of\s+(?:them|whom|the\s+(?:attackers|rebels|insurgents|militants|enemy))\b", ANY_CASE
)
# "Lost 50,000 servicemen killed and wounded", but "30 rebels killed and wounded nine"
_KILLED_AND_WOUNDED_AFTER = re.compile(
    r"""
    (?:\s+(?:of\s+)?[\w’'-]+){1,5}? ,?\s+ (?:both\s+|either\s+)?
    (?:killed|dead|slain)\s+(?:and|or)\s+(?:wounded|injured|hurt)
    (?=\s*(?:[.,;:)”"\n]|$)|\s+(?:in|on|since|during|at|over|this|last|so)\b)
    """,
    ANY_CASE,
)
_RESCUED = ("let_go.rescued", "let_go.rescued_of_them")
_OF_FLIGHT = ("displaced", "evacuated")
# what people flee
_FLED_FROM = re.compile(
    r"""
    \b(?: flood\w* | (?:earth)?quakes? | cyclones? | hurricanes? | typhoons? | tornado(?:es)?
      | storms? | wild\s?fires? | bush\s?fires? | fires? | blazes? | infernos? | volcano\w*
      | erupt\w+ | landslides? | mudslides? | avalanches? | tsunamis? | dams? | gas\s+leaks?
      | shell(?:s|ed|ing) | bomb\w* | air\s?strikes? | fighting | offensive | evacuat\w+
      | displac\w+ | homeless | fled )\b
    """,
    ANY_CASE,
)
_TOLD_BY_RULES = ("killed", "captured", "ill", "injured", "displaced", "evacuated", "rescued")
_EVACUEES_AFTER = re.compile(r"\s+(?:of\s+)?evacuees\b", ANY_CASE)
# The word of harm belongs to a second number: "the lives of 470 people injured 900 others".
# "The toll has climbed to 58 with nine people still missing"
_WITH_OTHERS_AFTER = re.compile(
    rf"\s+with\s+(?:at\s+least\s+|more\s+than\s+|about\s+|some\s+|another\s+)?"
    rf"(?:\d|(?!an?\b){NUMBER}\b)",
    ANY_CASE,
)
_SECOND_NUMBER_AFTER = re.compile(
    rf"""
    \s+(?:at\s+least\s+|more\s+than\s+|about\s+|some\s+|over\s+|another\s+)?
    (?: \d | (?!an?\b){NUMBER}\b )
    """,
    ANY_CASE,
)
_PEOPLE_DIRECTLY_AFTER = re.compile(rf"\s{PEOPLE}\b")
_NOUN_DIRECTLY_AFTER = re.compile(
    rf"\s (?P<noun>(?!others)[a-z]{{3,}}s | (?!others){PEOPLE})\b", AS_WRITTEN
)
_PREPOSITION_BEFORE = re.compile(r"\b(?:in|from|at|near|across|of|on|to)\s+(?:the\s+)?$", ANY_CASE)

# After a number: "12 [other soldiers of the Guard, including a captain, were] killed".
_VERB_OF_SPEECH = one_of("said says? told saw claim(?:s|ed)? that when")
_PEOPLE_PHRASE = rf"""
    \s+(?i:other\s+|more\s+)?
    (?: (?!{_VERB_OF_SPEECH}\b)[\w-]+\s+ ){{0,2}}
    {PEOPLE}
    (?: \s+of\s+(?:the\s+)?[A-Z][\w-]* )?
"""
_WITHOUT_NOUN = (
    r"\s+(?:more|others?|of\s+(?:them|whom"
    r"|the\s+(?:injured|wounded|missing|sick|patients|victims|hostages|captives|survivors)))\b"
)
_INCLUDING_ONE = r"(?:,?\s+(?:including|among\s+them)\s+(?:an?|\d+)\s+[\w-]+(?:\s+[\w-]+)?,?)?"

# "The number of detainees has climbed to 60"
_NUMBER_HELD = re.compile(
    r"""
    \b(?:number|total|tally)\s+of\s+(?:people\s+|those\s+)?(?:[\w-]+\s+)?
    (?:detainees|arrests|arrested|detained|detentions|hostages|captives|abductees|kidnapped)\b
    [^.;,\d]{0,50}\b(?:to|at|is|was|reached|passed|topped|hit)\s+
    (?:(?:about|at\s+least|more\s+than|some|around|nearly)\s+)?$
    """,
    ANY_CASE,
)
# "Raised the number of dead to 12 [and the injured to] 40"
_RAISED_TO = re.compile(
    r"""
    \b(?:and|while)\s+(?:the\s+number\s+of\s+(?:the\s+)?|the\s+)
    (?: (?P<killed>dead|killed|deaths|fatalities) | (?P<injured>injured|wounded|hurt)
      | (?P<missing>missing) | (?P<captured>arrested|detained|arrests|detainees)
      | (?P<ill>sick|ill|infected) | (?P<displaced>displaced|homeless) )
    \s+to\s+(?:(?:about|at\s+least|more\s+than|some|around|nearly)\s+)?$
    """,
    ANY_CASE,
)
_LONGEST_TOTAL = 120
# Between a number of people and its verb: no conjunction, no other verb.
_NO_CLAUSE_WORD = one_of(
    r"""
    said says told when after before until as which that where while by hit targeted were was have
    has had are is but who killing killed injuring injured wounded wounding fired attacked
    no nobody none neither
    and\s+(?:(?:at\s+least|more\s+than|about|some|over)\s+)?\d+
    """
)
# "Three cadets wounded in the bombing died overnight"
_NO_WAY_TO_DIE = one_of(
    r"""
    said says told when where which after who whom whose that and but as while before until if not
    no \d+ two three four five six seven eight nine ten
    """
)
_DIED_OF_IT_AFTER = re.compile(
    rf"""
    (?:\s+(?!{_NO_CLAUSE_WORD}\b){WORD_OR_BRACKET}){{1,4}}?
    \s+(?:wounded|injured|hurt|shot|stabbed|burned|burnt|beaten|struck|hit)
    \s+(?:in|by|during|on|at|with|near|outside|inside)\b
    (?:\s+(?!{_NO_WAY_TO_DIE}\b){WORD_OR_BRACKET}){{1,9}}?
    \s+(?:(?:has|have|had|later|since|also)\s+)*(?:died|succumbed|perished)\b
    """,
    ANY_CASE,
)
_BETWEEN_PEOPLE_AND_VERB = rf"(?:\s+(?!{_NO_CLAUSE_WORD}\b){WORD_OR_BRACKET}){{0,12}}?"
# "Twenty fans, some of them children, were crushed"
_ASIDE_AFTER_NOUN = re.compile(
    r",\s+(?:(?:[\w-]+\s+){1,2}of\s+(?:them|whom|those)|mostly|mainly|including|among\s+them)\s+"
    r"[^.;,\n]{1,50},",
    ANY_CASE,
)
_NO_PLACE_WORD = one_of(
    """
    the an? before until because if whose who never not should would could then how that which
    when while where after as and or but had have has were was are is
    """
)
_PLACE = rf"""
    (?: \s+(?:in|near|at|from|of|inside|outside|around) (?:\s+(?:the|an?))?
        (?: \s+(?!{_NO_PLACE_WORD}\b){WORD} ){{1,3}}? )
"""
# "Three miners still missing": an adverb without a form of "be".
_ADVERB = one_of("still feared reported reportedly also left critically seriously severely badly")
_ADVERBS = rf"(?:{_ADVERB}\s+)*"


@lru_cache(maxsize=1)
def _harm_before() -> dict[str, Guarded]:
    """Return for each outcome the pattern of its words before a number: "killed at least"."""
    patterns: dict[str, Guarded] = {}
    determiners = before_number(r"another a\s+further a\s+confirmed the all")
    for outcome, group in outcome_words().items():
        if group.get("before") and "after" in group:
            words = alternatives(group["before"])
            patterns[outcome] = Guarded(rf"{NOT_INTENDED}(?:{words})\s+{determiners}", ANY_CASE)
    return patterns


@lru_cache(maxsize=1)
def _harm_after() -> dict[str, Guarded]:
    """Return for each outcome the pattern of its words after a number: "people were killed"."""
    patterns: dict[str, Guarded] = {}
    for outcome, group in outcome_words().items():
        if "after" in group:
            pattern = rf"""
                (?: {_PEOPLE_PHRASE} | {_WITHOUT_NOUN} )?
                {_INCLUDING_ONE}
                \s+(?i:{AUXILIARIES}(?P<harm>{alternatives(group["after"])}))
                \b(?! - | \s+(?:people|civilians|families|persons)\b )
            """
            patterns[outcome] = Guarded(pattern, AS_WRITTEN)
    return patterns


@lru_cache(maxsize=1)
def _verb_before_people() -> dict[str, Guarded]:
    """Return for each outcome the pattern of verbs whose object may be a thing: "evacuated"."""
    patterns: dict[str, Guarded] = {}
    determiners = before_number("another the all")
    for outcome, group in outcome_words().items():
        if "of_people" in group:
            words = alternatives(group["of_people"])
            patterns[outcome] = Guarded(rf"{NOT_INTENDED}(?:{words})\s+{determiners}", ANY_CASE)
    return patterns


class _PassivePatterns(NamedTuple):
    """How an outcome follows a counted noun; None if it does not in this way."""

    with_verb: Guarded | None  # "miners were killed"
    with_distant_verb: Guarded | None  # "people from the town were killed"
    without_verb: Guarded | None  # "miners still missing"


@lru_cache(maxsize=1)
def _passives() -> dict[str, _PassivePatterns]:
    patterns = {}
    for outcome in outcome_words():
        if outcome in _PASSIVE_OUTCOMES:
            patterns[outcome] = _passive_patterns(outcome)
    # People surrender themselves. Only a place may come before the verb, since others surrender
    # too.
    words = alternatives(outcome_words()["surrendered"]["after"])
    surrendered = Guarded(rf"{_PLACE}{{1,3}}\s+(?:{words})\b", ANY_CASE)
    patterns["surrendered"] = _PassivePatterns(None, surrendered, None)
    return patterns


def _passive_patterns(outcome: str) -> _PassivePatterns:
    after = alternatives(outcome_words()[outcome]["after"])
    died = r"|died|perished|drowned|lost\s+their\s+lives" if outcome == "killed" else ""
    hostage = r"|(?:held\s+|taken\s+)?hostage\b" if outcome == "captured" else ""
    verb = rf"\s+(?:(?:were|was|are|have|had|got)\s+{AUXILIARIES}(?:{after}){died})\b"
    bare = rf"\s+{_ADVERBS}(?:(?:{after})\b{CLAUSE_END}{hostage})"
    return _PassivePatterns(
        Guarded(verb, ANY_CASE),
        Guarded(_BETWEEN_PEOPLE_AND_VERB + verb, ANY_CASE),
        Guarded(bare, ANY_CASE),
    )


def outcome_near(text: str, start: int, end: int) -> str | None:
    """
    Find the outcome that the words next to a number say.

    Words after the number take precedence over words before it ("killed 3, 5 wounded").

    Parameters
    ----------
    text : str
    start, end : int
        Characters of the number, without its qualifier.

    Returns
    -------
    str or None
        One of ``analysis.core.tables.OUTCOMES``.

    Examples
    --------
    >>> outcome_near("The raid killed at least 12 people.", 25, 27)
    'killed'
    >>> outcome_near("The raid hit 12 houses.", 13, 15) is None
    True
    """
    found = outcome_with_rule(text, start, end)
    return None if found is None else found[0]


def outcome_with_rule(text: str, start: int, end: int) -> tuple[str, str] | None:
    """
    Find the outcome that the words next to a number say, and the rule that found it.

    Parameters
    ----------
    text : str
    start, end : int
        Characters of the number, without its qualifier.

    Returns
    -------
    (str, str) or None
        The outcome, and an id such as "outcome.killed_after".
    """
    # A headline has neither the verb of the first sentence nor that of the line above it.
    before = text[max(0, start - CHARACTERS_BEFORE) : start].rpartition("\n")[2]
    after = _plain_words(text[end : end + CHARACTERS_AFTER].partition("\n")[0])
    if _are_freed(text, start, end, before, after):
        freed = "rescued" if _FROM_RUBBLE.search(after) else "other"
        return freed, "outcome.freed"
    raised = _RAISED_TO.search(before)
    if raised is not None and raised.lastgroup is not None:
        return raised.lastgroup, "outcome.raised_to"
    alive = first_rule("alive", text, start, end)
    if alive is not None:
        return "rescued", alive
    for outcome in ("bodies_found", "killed_or_injured"):
        # even if the words after the number say how they died
        if _harm_before()[outcome].search(before):
            return outcome, f"outcome.{outcome}_before"
    driven = first_rule("driven", text, start, end)
    if driven is not None:
        return "displaced", driven
    buried = first_rule("buried", text, start, end)
    if buried is not None:
        return "other", buried
    outcome_before = _first_match(_harm_before(), before)
    if outcome_before in (None, "captured", "rescued"):
        let_go = first_rule("let_go", text, start, end)
        if let_go is not None:
            return ("rescued" if let_go in _RESCUED else "other"), let_go
    found = _found_after(text, start, end, before, after, outcome_before) or _found_before(
        text, start, end, before, after, outcome_before
    )
    if found is not None:
        return found
    for outcome in _TOLD_BY_RULES:
        if outcome in _OF_FLIGHT and not _tells_of_flight(text):
            continue  # pupils are moved to other schools, fans sleep in tents
        rule = first_rule(outcome, text, start, end)
        if rule is not None:
            return outcome, rule
    return None


@lru_cache(maxsize=64)  # the numbers of an article come together
def _tells_of_flight(text: str) -> bool:
    return _FLED_FROM.search(text) is not None


def _found_after(
    text: str, start: int, end: int, before: str, after: str, outcome_before: str | None
) -> tuple[str, str] | None:
    """Return the outcome that the words after a number say, and its rule."""
    if _DEAD_OR_MISSING.match(after):
        return "other", "outcome.dead_or_missing"
    if _SUCCUMBED_AFTER.match(after):
        return "killed", "outcome.died_of_it"
    if _DIED_BEFORE.search(before) and _SOMEWHERE_AFTER.match(after):
        return "killed", "outcome.died_somewhere"
    outcome = _outcome_after(after, outcome_before)
    if outcome in _HURT and _fatal(after) is not None:
        return _fatal(after)
    if outcome is not None:
        return outcome, f"outcome.{outcome}_after"
    outcome = _outcome_after_noun(text, start, end)
    if outcome in _HURT and _fatal(after) is not None:
        return _fatal(after)
    if outcome == "killed" and _KILLED_AND_WOUNDED_AFTER.match(after):
        outcome = "killed_or_injured"
    if outcome is not None:
        return outcome, f"outcome.{outcome}_passive"
    if _WITH_BEFORE.search(before) and _IN_HOSPITAL_AFTER.match(after):
        return "injured", "outcome.in_hospital_beside_dead"
    outcome = outcome_of_noun(before, after)
    return None if outcome is None else (outcome, f"outcome.{outcome}_noun")


def _fatal(after: str) -> tuple[str, str] | None:
    """Return that those who were hurt died, and its rule, if the words after a number say so."""
    if _TO_DEATH_AFTER.match(after):
        return "killed", "outcome.to_death"
    if _DIED_OF_IT_AFTER.match(after):
        return "killed", "outcome.died_of_it"
    return None


def _found_before(
    text: str, start: int, end: int, before: str, after: str, outcome_before: str | None
) -> tuple[str, str] | None:
    """Return the outcome that the words before a number say, and its rule."""
    if _NUMBER_HELD.search(text[max(0, start - _LONGEST_TOTAL) : start]):
        return "captured", "outcome.number_held"
    if outcome_before is not None:
        return outcome_before, f"outcome.{outcome_before}_before"
    are_people = counts_people(text, start, end, by_last_word=True)
    if are_people or _OF_THEM_AFTER.match(after):
        outcome_before = _first_match(_verb_before_people(), before)
    if outcome_before is not None:
        return outcome_before, f"outcome.{outcome_before}_people"
    if _PULLED_BEFORE.search(before) and _FROM_DANGER.match(after):
        return "rescued", "outcome.rescued_pulled"
    if _TAKING_BEFORE.search(before) and _PRISONER_AFTER.match(after):
        return "captured", "outcome.captured_taken"
    return ("evacuated", "outcome.evacuees") if _EVACUEES_AFTER.match(after) else None


def _plain_words(after: str) -> str:
    """Return the text after a number without brackets and quotation marks, apart from it."""
    if after[:1].isalpha():
        after = f" {after}"  # "760injured"
    return _QUOTATION_MARKS.sub("", _BRACKETS.sub("", after))


def _first_match(patterns: dict[str, Guarded], before: str) -> str | None:
    """Return the first outcome whose words come before a number."""
    folded = before.casefold()
    for outcome, pattern in patterns.items():
        if pattern.search(before, folded):
            return outcome
    return None


def _are_freed(text: str, start: int, end: int, before: str, after: str) -> bool:
    """Return whether living people were released, whatever had happened to them before."""
    if _first_match(_verb_before_people(), before) != "other" or _DEAD_AFTER.match(after):
        return False
    if outcome_described(text, end) == "captured":
        return True  # "freed 640 captured soldiers"
    whole = phrase_of_whole(text, end)
    if whole is not None and names_people(text[slice(*whole)]):
        return True  # "released nine of the 16 people detained"
    return counts_people(text, start, end, by_last_word=True)


def _outcome_after(after: str, outcome_before: str | None) -> str | None:
    """Return the outcome that the words after a number say, given what those before it say."""
    nearest = _nearest_harm_after(after)
    if nearest is None:
        return None
    outcome, match = nearest
    if outcome_before is None:
        return outcome
    if _SECOND_NUMBER_AFTER.match(after, match.end()):
        return None
    only_describes = outcome in _EARLIER_OUTCOMES.get(outcome_before, ())
    if only_describes and not _WERE.search(match[0]):
        return outcome_before
    return outcome


def _nearest_harm_after(after: str) -> tuple[str, re.Match[str]] | None:
    """Return the nearest outcome after a number; of two the longer ("killed or injured")."""
    if _WITH_OTHERS_AFTER.match(after):
        return None
    nearest: tuple[str, re.Match[str]] | None = None
    folded = after.casefold()
    for outcome, harm in _harm_after().items():
        match = harm.match(after, folded)
        if match is None or _describes_next_noun(match, after) or _did_it(match, after):
            continue
        if outcome == "killed_or_injured" and _SECOND_NUMBER_AFTER.match(after, match.end()):
            continue  # "300 dead and wounded 500 others"
        if nearest is None or _comes_before(match, nearest[1]):
            nearest = outcome, match
    return nearest


def _did_it(match: re.Match[str], after: str) -> bool:
    """Return whether those before a verb harmed somebody: "two men attacked the guard"."""
    if _DONE_TO.search(match[0]) or _WITHOUT_OBJECT.match(match["harm"]):
        return False  # "12 died a slow death"
    return _OBJECT_AFTER.match(after, match.end()) is not None


def _comes_before(match: re.Match[str], other: re.Match[str]) -> bool:
    """Return whether a word of harm is nearer to the number than another, or as near and longer."""
    if match.start("harm") != other.start("harm"):
        return match.start("harm") < other.start("harm")
    return match.end() > other.end()


def _describes_next_noun(match: re.Match[str], after: str) -> bool:
    """Return whether a word of harm only describes the noun after it: "dead trees"."""
    if _WERE.search(match[0]):
        return False
    noun = _NOUN_DIRECTLY_AFTER.match(after[match.end() :])
    return noun is not None and noun["noun"] not in quantifier_lists()["ends_noun"]["words"]


def _outcome_after_noun(text: str, start: int, end: int) -> str | None:
    """
    Return the outcome after any counted noun, if a form of "be" comes between.

    "12 miners were killed" has one, "12 strikes killed" has none.
    """
    phrase = counted_phrase(text, end)
    if phrase is None:
        return None
    are_people = counts_people(text, start, end)
    if not are_people and _PREPOSITION_BEFORE.search(text[max(0, start - 15) : start]):
        return None  # "people from four towns were killed"
    aside = _ASIDE_AFTER_NOUN.match(text, phrase[1])
    first = phrase[1] if aside is None else aside.end()
    near = text[first : first + 60]
    far = text[first : first + 150]
    folded = far.casefold()
    for outcome, patterns in _passives().items():
        if patterns.with_verb and patterns.with_verb.match(near, folded):
            return outcome
        if not are_people:
            continue
        if patterns.with_distant_verb and patterns.with_distant_verb.match(far, folded):
            return outcome
        if patterns.without_verb and patterns.without_verb.match(near, folded):
            return outcome
    return None


def outcome_described(text: str, end: int) -> str | None:
    """
    Find the outcome in a word between a number and its people: "30 dead children".

    More may have happened to them: "12 wounded children died".

    Parameters
    ----------
    text : str
    end : int
        Character after the number.

    Returns
    -------
    str or None
        One of ``analysis.core.tables.OUTCOMES``.
    """
    after = text[end : end + CHARACTERS_AFTER]
    for outcome, pattern in _harm_after().items():
        match = pattern.match(after)
        if match is not None and _PEOPLE_DIRECTLY_AFTER.match(after[match.end() :]):
            return outcome
    return None
