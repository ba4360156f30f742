"""
Find the words for who or what caused a casualty, by the grammar of the clause around its number.

In: a text, a sentence and a chain of figures in it. Out: the characters of the agent, or None. "X
killed 12", "12 were killed in X", "12 died when X hit", "X hit the town, killing 12". Causes that
no word list names are found in ``causes``. It is used where the tagger names no one. Mere settings
(the war, the fighting) are no agents. Word lists: ``data/lexicons/attacks.toml``.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from analysis.core import lexicon, paths
from analysis.core.calendar_words import WEEKDAY
from analysis.extract.figures.agent_words import NO_AGENT, is_record, is_setting
from analysis.extract.figures.causes import acting_person_before, cause_tied_after, scene_before
from analysis.extract.figures.harm_verbs import (
    HARM_PARTICIPLE_BEFORE,
    harm_verb_before,
)
from analysis.extract.figures.linked_causes import disease_of_cases, linked_before
from analysis.extract.figures.patterns import before_number
from analysis.extract.figures.record import Figure
from analysis.extract.figures.refused_agents import is_claimed_clause
from analysis.extract.figures.speech_acts import judged_before
from analysis.extract.figures.word_filter import words_of
from analysis.extract.numbers.word_patterns import ANY_CASE, AS_WRITTEN, alternatives, one_of

__all__ = ["agent_in_clause", "split_by_cause", "suspect"]

# Characters of a sentence before a figure that are read; a longer one is a list, or no text.
REACH = 1_000
CHARACTERS_AFTER = 160
CHARACTERS_BEFORE_SUSPECT = 160
LONGEST_AGENT = 90
LONGEST_PLAIN_SUBJECT = 60  # in a longer one, the agent is the attack that it names
LONGEST_SUBJECT = 160  # in a longer one, the attack nearest to the verb is the agent

_WORD = r"[\w’'./&-]+"
_MONTH_OR_DAY = f"{WEEKDAY}|January|February|March|April|June|July|August|September|October"
# A word inside a noun phrase: no preposition, verb or conjunction.
_NO_NOUN_PHRASE = one_of(
    """
    in on at by of from with to for after when as that which and or said was were is are has have
    had near into according against over during between behind about following amid since
    """
)
_IN_PHRASE = rf"(?!{_NO_NOUN_PHRASE}\s)[\w’'/&-]+"

# Where a clause begins.
_REPORTING_VERB = one_of(
    r"""
    said says say reported reports added adding told\s+\w+ and shows? confirmed acknowledged
    admitted denied claimed alleged insisted announced stated conceded warned
    """
)
_CLAUSE_START = re.compile(
    rf"""
    [.;:!?\"“”()\n]\s* | ,\s+
    | \b(?: {_REPORTING_VERB} (?:\s+(?:(?:on\s+)?{WEEKDAY}|today|yesterday))?\s+that
          | said | says | reported | adding | added
          | (?:dead|killed|wounded|injured|hurt|missing|homeless)\s+and\s+(?=(?:an?|the|another)\s)
          | while | meanwhile | but | when | after | where )\s+
    """,
    ANY_CASE,
)
_BREAK = re.compile(r"[;:\n]|[.!?]\s|\b(?:while|killed|wounded|injured)\b")
_LEADING_WORDS = re.compile(
    rf"""
    ^(?: (?:on|in|at|earlier|later|also|late|early|separately|elsewhere|meanwhile)\s+
         (?:(?:on|in)\s+)? (?:{WEEKDAY}|today|yesterday|the\s+same\s+context)\s+
       | also\s+ | and\s+
       | (?:[\w/.-]+\s+){{0,6}}\d{{4}}\s+                  # a date line
       | \d{{1,2}}[-./]\d{{1,2}}[-./]\d{{2,4}}\s+
       | (?:tags|related)\s+ )                            # links of a page
    """,
    ANY_CASE,
)
_TRAILING_WORD = re.compile(
    r"""
    (?:^|\s+)(?:has|have|had|also|reportedly|allegedly|unintentionally|accidentally|mistakenly|
    deliberately|fatally|then|since|later|which|that(?:\s+(?:it|they|he|she))?|who|will|to|
    (?:had\s+)?(?:announced|decided|agreed|
    vowed|plans|planned)\s+to)$
    """,
    ANY_CASE,
)
# Those to whom something is done, and those who did not do it: "when they were hit".
_NOT_ACTING = re.compile(
    r"""
    ^(?:who|which|that)\s
    | ^(?:in|on|at|to)\s.*\b(?:statement|station|interview|post|message|video|conference)$
    | (?:^|\s)
    (?:is|are|was|were|be|been|being|gets?|got|getting|not|never|n[’']t
      |(?:did|do|does|could|would|can)(?:\s+not|n[’']t)?)(?:\s+\w+(?:ed|ly))?$
    """,
    ANY_CASE,
)
# What a page puts before the first words: "AFP - The army", "ADVERTISEMENT The gunman".
_LEFT_OVER = re.compile(r"^(?:.*\s)?(?:[A-Z][\w’'-]*|[-–—:|])\s+(?=(?:The|An?)\s+\w)", AS_WRITTEN)
_PASSIVE = re.compile(r"\b(?:was|were|is|are|been|being)\s+(?:\w+ly\s+)?\w+(?:ed|en)\b", ANY_CASE)
_CONJUNCTION = re.compile(r"(?:\b(?:and|but|while)|;)\s+", ANY_CASE)
_AND_OTHERS = re.compile(r"\s+and\s+(?=(?:an?|the|another|his|her|its|their)\s)", ANY_CASE)
# "There is no known case of a person [killed by]": nothing was done.
_NO_CASE_BEFORE = re.compile(
    r"""
    \b(?:no|not|never|without|hardly)\b [^.,;:]{0,60}
    \b(?:cases?|instances?|records?|evidence|reports?|signs?)\s+of\s+$
    """,
    ANY_CASE,
)
_DETERMINER = re.compile(r"(?<!\bby\s)(?<!\bof\s)\b(?:the|an?|this|that|another)\s", ANY_CASE)
_FINAL_STOP = re.compile(r"(?<=[a-z]{3})\.$")

# Those by whom a number is reported killed no one.
_REPORTED = """
    reported claimed counted given confirmed announced documented cited recorded published
    estimated acknowledged provided verified made
""".split()
_NOT_REPORTED = "".join(rf"(?<!{verb}.)" for verb in _REPORTED)
_BY = rf"(?:{_NOT_REPORTED}by|at\s+the\s+hands\s+of)"

# "... for the attacks Sri Lankan officials have [arrested] seven": the attacks arrested nobody
_ARREST = re.compile(r"(?:re-?)?(?:arrest|detain|jail|imprison|captur|seiz)", re.IGNORECASE)
_ARRESTERS_AT_END = re.compile(
    r"""
    (?P<agent> (?: (?:the|local|federal|state)\s+ | (?-i:[A-Z])[\w-]+\s+ ){0,4}
        (?: officials | authorities | police(?:\s+officers)? | officers | troops | soldiers
          | (?:security\s+)?forces | agents | deputies | detectives | investigators
          | prosecutors ) )
    (?:\s+(?:has|have|had|also|later|since|then))*\s+$
    """,
    ANY_CASE,
)
_NAME_AFTER = re.compile(
    rf"""
    \b{_BY}\s+
    (?P<agent> (?:the\s+)? (?!{_MONTH_OR_DAY}) [A-Z][\w’'.-]*(?:\s+[A-Z][\w’'-]*){{0,4}} )
    """,
    AS_WRITTEN,
)
_RELATIVE_PRONOUN_AT_END = re.compile(
    rf"""
    \s(?:that|which|who)
    (?: ,\s[^,]{{1,30}}, )?                             # ", as of Monday,"
    (?: \s+(?: has | have | had | also | since | then | later | \w+ly | last\s+\w+
        | (?:on\s+)?{WEEKDAY} | in\s+\d{{4}} ) )*
    \s*$
    """,
    ANY_CASE,
)
_CAPTORS_BEFORE = re.compile(
    r"""
    (?P<agent> (?:(?:the|their|his|her)\s+)?(?:[\w-]+\s+)?(?:kidnappers|captors|abductors) )
    \s+of\s+$
    """,
    ANY_CASE,
)
# A text without these words has no match of the patterns with the agent of a noun.
_CAPTORS = frozenset({"kidnappers", "captors", "abductors"})
_ACCUSE = frozenset({"accuse", "accuses", "accused", "accusing"})
_TOLLS = frozenset({"toll", "deaths", "casualties"})
_KILLING = one_of("killing injuring wounding gassing massacring executing abducting kidnapping")
_AND_KILLING = r"(?:\s+and\s+(?:killing|injuring|wounding))?"

_NO_CAUSE_BUT_PEOPLE = ("captured", "other", "rescued", "surrendered")


@lru_cache(maxsize=1)
def _attack_words() -> dict[str, dict[str, list[str]]]:
    """Return the groups of ``attacks.toml``, each with its list of words."""
    return lexicon.load(paths.LEXICONS / "attacks.toml", allowed_keys=("words",))


def _words(*groups: str) -> str:
    """Return an alternation of the words of some groups, one group after the other."""
    return "|".join(alternatives(_attack_words()[group]["words"]) for group in groups)


def _more_of_agent() -> str:
    """Return the pattern of what may continue an agent: "shells [fired by rebels]"."""
    return rf"""
        (?: \s+(?:fired|carried\s+out|launched|conducted)\s+by\s+
            (?:{_WORD}\s+){{0,3}}?(?:{_words("actor")})\b
          | \s+(?:by|with|between)\s+(?:{_WORD}\s+){{0,4}}?(?:{_words("actor", "harm")})\b )?
    """


@lru_cache(maxsize=1)
def _agent_with_by_after() -> re.Pattern[str]:
    """Return the pattern of "12 were killed by army snipers"."""
    harm = _words("harm")
    pattern = rf"""
        \b{_BY}\s+
        (?P<agent> (?:(?:{_IN_PHRASE})\s+){{0,6}}? (?:{_words("harm", "actor")})\b
            (?: ['’]s\s+(?:[\w-]+\s+){{0,2}}?(?:{harm})\b )?   # "the army's air raid"
            (?: \s+(?:{_words("harm", "actor")})\b )*
            {_more_of_agent()} )
    """
    return re.compile(pattern, ANY_CASE)


@lru_cache(maxsize=1)
def _attack_after() -> re.Pattern[str]:
    """Return the pattern of "12 were killed in a mortar attack"."""
    preposition = one_of(
        r"in from as\s+a\s+result\s+of due\s+to because\s+of during following after under"
    )
    pattern = rf"""
        \b{preposition}\s+
        (?P<agent> (?:(?:{_IN_PHRASE})\s+){{0,6}}? (?:{_words("harm")})\b
            (?: \s+(?:{_words("harm", "actor")})\b )*
            {_more_of_agent()} )
    """
    return re.compile(pattern, ANY_CASE)


@lru_cache(maxsize=1)
def _attacker_after() -> re.Pattern[str]:
    """Return the pattern of "12 died when militants stormed the port"."""
    pattern = rf"""
        \b(?:when|after|as|where)\s+
        (?P<agent>(?:{_WORD}\s+){{1,8}}?) (?:{_words("verb")})\b
    """
    return re.compile(pattern, ANY_CASE)


@lru_cache(maxsize=1)
def _attack_phrase() -> re.Pattern[str]:
    """Return the pattern of a noun phrase for an attack."""
    harm = _words("harm")
    pattern = rf"""
        (?<!\w) (?:(?:{_IN_PHRASE})\s+){{0,5}} (?<!cease-)\b(?:{harm})\b (?:\s+(?:{harm})\b)*
        (?: \s+(?:carried\s+out\s+by|fired\s+by|launched\s+by|by|of)
            \s+(?:the\s+)?{_WORD}(?:\s+{_WORD}){{0,2}} )?
    """
    return re.compile(pattern, ANY_CASE)


@lru_cache(maxsize=1)
def _subject_and_verb() -> re.Pattern[str]:
    """Return the pattern of "rebels shelled" at the start of a clause."""
    return re.compile(rf"^(?P<agent>(?:{_WORD}\s+){{1,10}}?) (?:{_words('verb')})\b", ANY_CASE)


@lru_cache(maxsize=1)
def _subject_and_any_verb() -> re.Pattern[str]:
    """Return the pattern of "a storm in the north flooded": a plain subject and a past verb."""
    irregular = one_of(
        "struck shook fought caved fell broke blew burst rose sank swept drove ran threw set tore "
        "began came took spread sprang bit stole led brought"
    )
    pattern = rf"""
        ^(?P<agent> (?:{_IN_PHRASE}\s+){{1,6}}?
            (?: (?:in|of|on|at|near|from)\s+(?:{_IN_PHRASE}\s+){{1,4}}? )? )
        (?: (?:has|have|had|\w+ly)\s+ )*
        (?: (?!{_REPORTING_VERB})\w{{2,}}ed | {irregular} )\b
        (?!\s+by\b)
    """
    return re.compile(pattern, ANY_CASE)


@lru_cache(maxsize=1)
def _death_toll() -> re.Pattern[str]:
    """Return the pattern of "the death toll from the fire" and of "Mine fire death toll"."""
    harm = _words("harm")
    pattern = rf"""
        \b(?:toll|deaths|casualties)\s+(?:from|in|of)\s+
          (?P<agent> (?:(?:{_IN_PHRASE})\s+){{0,5}}? (?:{harm})\b (?:\s+(?:{harm})\b)* )
        | (?P<headline> (?:(?:{_IN_PHRASE})\s+){{0,4}}? (?:{harm}) )\s+(?:death\s+)?toll\b
    """
    return re.compile(pattern, ANY_CASE)


@lru_cache(maxsize=1)
def _accused_before() -> re.Pattern[str]:
    """Return the pattern of "accused the army of killing" before a number."""
    determiners = before_number(r"well many all these those another a\s+further the")
    pattern = rf"""
        \b accus(?:e|es|ed|ing)\s+
        (?P<agent> (?:{_IN_PHRASE}\s+){{1,5}} (?: and\s+(?:{_IN_PHRASE}\s+){{1,4}} )? )
        (?= (?:of|in|on|at|with|from|by|for|which|who|that|as)\s )
        (?: (?: (?!\bof\s+[\w-]+ing\b) [^.;:,] ){{0,60}}? \s )?
        of\s+(?:deliberately\s+)?{_KILLING}{_AND_KILLING}
        \s+{determiners}
    """
    return re.compile(pattern, ANY_CASE)


@lru_cache(maxsize=1)
def _suspect_before() -> re.Pattern[str]:
    """Return the pattern of "a man suspected of killing" before a number."""
    number = r"an?|the|two|three|four|five|six|several|\d+(?!-)"
    determiners = before_number(r"another a\s+further the")
    pattern = rf"""
        (?:^|\s)
        (?P<agent> (?:{number})\s+
            (?: (?! (?:{number}|found|of|in)\b | \w+ed\b ) [\w-]+\s+ ){{1,4}}? )
        (?: who\s+(?:is|are|was|were)\s+ )?
        (?:suspected|accused|convicted|guilty|blamed|wanted|charged|arrested|jailed|on\s+trial)
        \s+(?:of|for|with|in|over)\s+
        (?: (?:deliberately\s+|fatally\s+)?
            (?:killing|injuring|wounding|gassing|massacring|executing|abducting|kidnapping|
            murdering|shooting|stabbing|attacking|assaulting|poisoning|strangling|drowning|
            gunning\s+down|running\s+over|mowing\s+down)
            {_AND_KILLING}
          | (?:the\s+)? (?:fatal\s+|deadly\s+|attempted\s+)?
            (?:murders?|killings?|deaths?|shootings?|stabbings?|abductions?|kidnappings?)\s+of )
        \s+{determiners}
    """
    return re.compile(pattern, ANY_CASE)


def agent_in_clause(
    text: str, sentence: tuple[int, int], chain: Sequence[Figure]
) -> tuple[int, int] | None:
    """
    Find the agent of figures that are close together.

    Parameters
    ----------
    text : str
    sentence : (int, int)
        Characters of the sentence.
    chain : sequence of Figure
        Figures of that sentence, in reading order.

    Returns
    -------
    (int, int) or None
        Characters of the agent; None if the clause names none.
    """
    offset = max(sentence[0], chain[0].start - REACH)
    before = text[offset : chain[0].start]
    if _NO_CASE_BEFORE.search(before):
        return None
    is_speech = is_claimed_clause(before, text[chain[0].end : sentence[1]])
    if chain[0].outcome == "ill":
        disease = disease_of_cases(text, chain[0].end, sentence[1])
        if disease is not None:
            return disease
    linked = linked_before(before, text[chain[0].end : sentence[1]])
    if linked is not None:
        return _trimmed(before, *linked, offset)
    return (
        _agent_of_noun(before, offset)
        or (None if is_speech else _subject_of_verb(before, offset))
        or _scene(before, offset)
        or _cause_after(text, chain[-1].end, sentence[1], chain[0].outcome)
        or _subject_of_main_clause(before, offset)
    )


def split_by_cause(
    text: str, sentence: tuple[int, int], chain: Sequence[Figure]
) -> list[list[Figure]]:
    """
    Split figures that are close together where another cause begins.

    "A storm left 9 dead and a flood killed 12", "9 died in a fire and 12 were killed by gas".

    Parameters
    ----------
    text : str
    sentence : (int, int)
        Characters of the sentence.
    chain : sequence of Figure
        Figures of that sentence, in reading order.

    Returns
    -------
    list of list of Figure
        Order kept.
    """
    groups = [[chain[0]]]
    for previous, figure in pairwise(chain):
        if _has_own_cause(text, sentence, previous, figure):
            groups.append([])
        groups[-1].append(figure)
    return groups


def _has_own_cause(text: str, sentence: tuple[int, int], previous: Figure, figure: Figure) -> bool:
    """Return whether a figure and the one before it have each a cause of their own."""
    between = text[previous.end : figure.start]
    conjunction = _CONJUNCTION.search(between)
    if conjunction is None:
        return False
    if _subject_of_verb(between[conjunction.end() :], 0) is not None:
        return True
    own = _cause_after(text, figure.end, sentence[1], figure.outcome)
    if own is None:
        return False
    return _cause_after(text, previous.end, figure.start, previous.outcome) is not None


def suspect(text: str, sentence: tuple[int, int], start: int) -> tuple[int, int] | None:
    """
    Find who is suspected of what a number counts: "police arrested a man suspected of killing 4".

    Whom somebody criticizes or praises for it is suspected too.

    Parameters
    ----------
    text : str
    sentence : (int, int)
        Characters of the sentence.
    start : int
        First character of the number.

    Returns
    -------
    (int, int) or None
        Characters of the suspect.
    """
    offset = max(sentence[0], start - CHARACTERS_BEFORE_SUSPECT)
    before = text[offset:start]
    found = _suspect_before().search(before)
    span = judged_before(before) if found is None else found.span("agent")
    return None if span is None else _trimmed(before, *span, offset)


def _agent_of_noun(before: str, offset: int) -> tuple[int, int] | None:
    """
    Find the agent that a noun or "accused" names.

    "The kidnappers of 2 men", "accused X of killing 12", "the death toll of the fire is 12".
    """
    words = words_of(before)
    for pattern, keys in ((_CAPTORS_BEFORE, _CAPTORS), (_accused_before(), _ACCUSE)):
        named = None if words.isdisjoint(keys) else pattern.search(before)
        if named is not None:
            return _trimmed(before, *named.span("agent"), offset)
    if words.isdisjoint(_TOLLS):
        return None
    toll = _death_toll().search(before)
    if toll is None or _BREAK.search(before, toll.end()):
        return None
    name = "agent" if toll["agent"] else "headline"
    return _trimmed(before, *toll.span(name), offset)


def _subject_of_verb(before: str, offset: int) -> tuple[int, int] | None:
    """Find the agent of "X killed 12": the words between the start of the clause and the verb."""
    verb = harm_verb_before().search(before)
    if verb is None:
        return None
    end = verb.start()
    relative_pronoun = _RELATIVE_PRONOUN_AT_END.search(before[:end])
    if relative_pronoun is not None:  # "an attack in the capital that killed 12"
        end = relative_pronoun.start()
        phrases = list(_attack_phrase().finditer(before, max(0, end - LONGEST_AGENT), end))
        if phrases:
            phrase = _from_determiner(before, *phrases[-1].span())
            return _trimmed(before, *phrase, offset)
        person = acting_person_before(before[max(0, end - LONGEST_AGENT) : end])
        if person is None:
            return None
        skipped = max(0, end - LONGEST_AGENT)
        return _trimmed(before, skipped + person[0], skipped + person[1], offset)
    start = 0
    for boundary in _CLAUSE_START.finditer(before, 0, end):
        start = boundary.end()
    if end - start > LONGEST_PLAIN_SUBJECT:
        police = _ARRESTERS_AT_END.search(before[:end])
        if police is not None and _ARREST.match(verb[0]):
            return _trimmed(before, *police.span("agent"), offset)
        phrases = list(_attack_phrase().finditer(before, start, end))
        if phrases:
            phrase = phrases[0] if end - start < LONGEST_SUBJECT else phrases[-1]
            return _trimmed(before, *phrase.span(), offset)
    for second in _AND_OTHERS.finditer(before, start, end):
        # "the landlord left and the flood displaced 12", not "the army and the police killed 12"
        if _subject_and_any_verb().match(before[start : second.start()]):
            start = second.end()
    if before[start:end].rstrip().lower().endswith(" and"):  # "A man killed himself and wounded 12"
        first_verb = _subject_and_verb().match(before[start:end])
        first_verb = first_verb or _subject_and_any_verb().match(before[start:end])
        return first_verb and _trimmed(before, start, start + first_verb.end("agent"), offset)
    return _trimmed(before, start, end, offset)


def _from_determiner(words: str, start: int, end: int) -> tuple[int, int]:
    """Return a phrase from its own determiner: "it preceded [the operation]"."""
    for determiner in _DETERMINER.finditer(words, start, end):
        start = determiner.start()
    return start, end


def _scene(before: str, offset: int) -> tuple[int, int] | None:
    """Find the agent of "the crash in which 12 died"."""
    found = scene_before(before, _words("harm"))
    return None if found is None else _trimmed(before, *found, offset)


def _cause_after(text: str, start: int, end: int, outcome: str | None) -> tuple[int, int] | None:
    """Find the nearest agent of "12 were killed in X", "killed by X", "died when X hit"."""
    near = text[start : min(end, start + CHARACTERS_AFTER)]
    patterns = [_agent_with_by_after(), _NAME_AFTER]
    if outcome not in _NO_CAUSE_BUT_PEOPLE:
        patterns += [_attack_after(), _attacker_after()]
    best: re.Match[str] | None = None
    for pattern in patterns:
        match = pattern.search(near)
        if match is not None and (best is None or match.start() < best.start()):
            best = match
    tied = cause_tied_after(text, start, end, outcome)
    if best is None or (tied is not None and tied[0] < start + best.start("agent")):
        return None if tied is None else _trimmed(text, *tied, 0)
    return _trimmed(near, *best.span("agent"), start)


def _subject_of_main_clause(before: str, offset: int) -> tuple[int, int] | None:
    """Find the subject of the clause that a participle depends on: "X hit the town, killing 12"."""
    participle = HARM_PARTICIPLE_BEFORE.search(before)
    if participle is None:
        return None
    clause = before[: participle.start()]
    starts = [0, *(boundary.end() for boundary in _CLAUSE_START.finditer(clause))]
    for start in reversed(starts):
        start += _length_of_lead(clause[start:])
        subject = _subject_and_verb().match(clause[start:])
        if subject is None:
            subject = _subject_and_any_verb().match(clause[start:])
        if subject is not None:
            return _trimmed(clause, start, start + subject.end("agent"), offset)
        if _PASSIVE.search(clause, start):
            return None  # "after a third of the land was flooded, killing 12"
    return None


def _length_of_lead(words: str) -> int:
    """Return the length of adverbs and dates before a noun phrase."""
    lead = _LEADING_WORDS.match(words)
    return 0 if lead is None else lead.end()


def _trimmed(text: str, start: int, end: int, offset: int) -> tuple[int, int] | None:
    """Return a span without adverbs at both ends; None if nothing is left or it names no agent."""
    start += _length_of_lead(text[start:end])
    left_over = _LEFT_OVER.match(text, start, end)
    if left_over is not None:
        start = left_over.end()
    words = _FINAL_STOP.sub("", text[start:end].rstrip())
    trailing = _TRAILING_WORD.search(words)
    while trailing is not None:
        words = words[: trailing.start()]
        trailing = _TRAILING_WORD.search(words)
    stripped = words.strip()
    if not stripped or len(words) > LONGEST_AGENT or _NOT_ACTING.search(stripped):
        return None
    if words.lower().strip() in NO_AGENT or is_setting(words) or is_record(words):
        return None
    start += len(words) - len(words.lstrip())
    return offset + start, offset + start + len(stripped)
