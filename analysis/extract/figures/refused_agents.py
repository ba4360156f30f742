"""
Refuse a supposed agent by the words between it and a number: it did something else.

In: a text, the characters of the words for an agent, and where the number stands. Whoever rescues
people, counts, claims or finds the dead, or shares their fate, did not harm them. What is no agent
by its own words alone is told in ``agent_words``.
"""

import re

from analysis.extract.figures.harm_verbs import (
    HARM_PARTICIPLE_BEFORE,
    HARM_VERB,
    harm_verb_before,
)
from analysis.extract.figures.patterns import HARMED, before_number
from analysis.extract.figures.source_words import ESTIMATE
from analysis.extract.numbers.word_patterns import ANY_CASE, AS_WRITTEN, one_of

__all__ = [
    "acts_otherwise",
    "harms",
    "is_claimed_clause",
    "is_counter",
    "is_joined",
    "is_of_other_side",
    "is_of_toll",
    "is_only_before",
    "is_other_doer",
    "without_tag",
]

# Characters of a sentence that are read on one side of a number.
CHARACTERS_AFTER = 160
CHARACTERS_BEFORE = 160

# People are taken and let go by people: who did it follows "by", not "in", "after" or "when".
_FREED = ("rescued", "evacuated", "other")
# Who does this to people, or for them, did not thereby harm those of the next clause.
_OTHER_DEED = re.compile(
    r"""
    (?: \s+(?:has|have|had|also|then|later|finally|\w+ly) )*
    \s+(?: ends?|ended|rescue[sd]?|saves?|saved|frees?|freed|recover(?:s|ed)?|retriev(?:es?|ed)
        | find|finds|found|treat(?:s|ed)?|count(?:s|ed)?|mourn(?:s|ed)?|bur(?:y|ies|ied)
        | evacuate[sd]?|los(?:e|es|t)|identif(?:y|ies|ied)|honou?r(?:s|ed)?|escape[sd]?|survive[sd]?
        | clash(?:es|ed)?|fight|fights|fought|battle[sd]?|exchange[sd]?|recall(?:s|ed)?
        | withdr(?:aws?|ew)|suspend(?:s|ed)?
        | lower(?:s|ed)?|rais(?:es|ed)|revis(?:es|ed)|correct(?:s|ed)
        | arrest(?:s|ed)?|detain(?:s|ed)?|said|says|told|announce[sd]?|warn(?:s|ed)?
        | reports?|reported|confirm(?:s|ed)?|investigat(?:es?|ed)|condemn(?:s|ed)?|deni(?:es|ed) )\b
    """,
    ANY_CASE,
)
# "rescued by the locals", "found dead by police": whoever follows did no harm by it.
_HELPED = one_of(
    """
    rescued saved freed released recovered retrieved found discovered spotted seen treated helped
    aided assisted attended tended examined picked pulled plucked taken brought carried airlifted
    rushed transported ferried evacuated sheltered fed counted mourned identified honou?red named
    listed visited questioned interviewed reported confirmed announced documented verified recorded
    claimed accompanied survived represented quoted followed pursued chased tailed shadowed
    escorted watched observed filmed monitored
    """
)
# A town that rebels hold, and captives of theirs, are not said to have been harmed by them.
_RULED = one_of("besieged held controlled ruled run occupied owned abducted kidnapped captured")
_CAPTIVE = one_of(
    """
    besieged held abducted kidnapped captured seized trapped surrounded jailed detained enslaved
    imprisoned taken
    """
)
_DONE_BY = (
    r"(?:\s+(?:up|out|away|aboard|dead|alive|safely|hostage|captive|prisoner|in"
    r"|to\s+(?:hospital|safety)|\w+ly))*\s+by\s+$"
)
# "After a revision by police": whoever counts again killed nobody.
_TOLD = one_of(
    """
    revisions? corrections? reviews? counts? recounts? estimates? reports? statements? updates?
    announcements? tall(?:y|ies) accounts? figures? inquir(?:y|ies) investigations? surveys?
    """
)
_HELPED_OR_RULED_BY = re.compile(
    rf"\b(?:{_HELPED}|{_RULED}){_DONE_BY}|\b{_TOLD}\s+by\s+$", ANY_CASE
)
_RULED_BY = re.compile(
    rf"\b(?:territory|areas?|land|towns?|regions?)\s+(?:{_RULED}){_DONE_BY}", ANY_CASE
)
_HELD_BY = re.compile(rf"\b{_CAPTIVE}{_DONE_BY}", ANY_CASE)
# "A man arrested over the fire": the fire did not arrest him.
_HELD_OVER = re.compile(
    r"""
    \b(?:arrest\w* | detain\w* | held | charged | jailed | custody | questioned | sought)\s+
    (?:[\w-]+\s+){0,3}?
    (?:over|for|after|following|in\s+connection\s+with|on\s+suspicion\s+of|on\s+charges\s+of)\s+$
    """,
    ANY_CASE,
)
# "Ninety were saved after a tanker struck": the tanker saved nobody.
_AFTER = re.compile(r"\b(?:after|when|as|before)\s+$", ANY_CASE)
_ANY_HARM = re.compile(
    rf"""
    \b(?: {HARM_VERB} | (?:kill|injur|wound|hurt|caus|leav|shoot|stabb|murder|behead|execut|hang
           |strangl|beat|poison|bomb|abduct|kidnapp|arrest|detain|captur|rescu|sav|free)ing )\b
    """,
    ANY_CASE,
)
_BY_AT_END = re.compile(r"\bby\s+(?:the\s+)?$", ANY_CASE)
_ESTIMATES_AFTER = re.compile(
    rf"(?:['’]s?)?\s+(?:own\s+|official\s+|latest\s+)?{ESTIMATE}\b",
    ANY_CASE,
)
_CLAIM = one_of("claims? claimed claiming alleges? alleged estimates? estimated believes? believed")
_CLAIMS_BEFORE = re.compile(
    rf"(?:\s+(?:has|have|had|\w+ly))*\s+{_CLAIM}\s+(?:[\w-]+\s+){{0,3}}", ANY_CASE
)
_CLAIM_AT_END = re.compile(rf"\b{_CLAIM}\s+(?:that\s+)?(?:[\w-]+\s+){{0,3}}$", ANY_CASE)
# "The party claimed [50 people had died]" is speech, "the storm claimed 50 people" is none.
_CLAUSE_AFTER = re.compile(
    r"""
    (?: [^\S\n]+(?!(?:who|whom|whose|that|which|when|where|while|as|and|or|but|if|because|after)\b)
        [\w’'-]+ ){0,6}?
    [^\S\n]+(?:had|have|has|were|was|are|is|died|perished|drowned|lost|suffered
      |went|remain(?:ed)?)\b
    """,
    ANY_CASE,
)
_DEAD_AFTER = re.compile(
    r"\s+(?:dead|killed|deaths|wounded|injured|casualties|missing)\b", ANY_CASE
)
# "Counted 150 deaths from local newspapers" tells where they were read.
# "Reached 12 miners and found [three]": whoever finds the dead did not kill them.
_FOUND_BEFORE = re.compile(
    rf"\b(?:found|finds?|finding|discover(?:s|ed|ing)?|saw)\s+{before_number('another the all')}",
    ANY_CASE,
)
_CLASH_WITH = re.compile(
    r"\b(?:clash(?:es)?|battles?|fights?|fighting|skirmish(?:es)?|shoot-?outs?|gun\s?battles?"
    r"|fire\s?fights?|exchanges?)\b[^.;,]{0,30}?\b(?:with|against|between)\s",
    ANY_CASE,
)
_LATER_CLAUSE = re.compile(
    r"""
    [^.;]{0,60}? (?:,|;|\b(?:and|but|while)\b) [^.;]{0,40}?
    \b(?: claim(?:s|ed|ing)? | said | says? | alleg(?:es|ed) | report(?:s|ed) | insist(?:s|ed)
       | estimate[sd]? | put | puts )\b
    """,
    ANY_CASE,
)
_AFTER_TREATMENT = re.compile(
    r"\b(?:after|following|since|(?:days|hours|weeks|months)\s+of)\s+(?:the|an?|his|her|their)?"
    r"\s*$",
    ANY_CASE,
)
_TREATMENT = re.compile(
    r"""
    \b(?: vaccin\w+ | jabs? | inoculations? | immuni[sz]ations? | injections? | boosters?
      | infusions? | transfusions? | treatments? | therap(?:y|ies) | surger(?:y|ies) | doses?
      | medications? | transplants? )$
    """,
    ANY_CASE,
)
_NAME_ALONE = re.compile(r"[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+){0,2}")
_TOLL_AFTER = re.compile(r"\s+(?:death\s+)?(?:toll|dead|deaths|casualties)\b", re.IGNORECASE)
_JOINED = re.compile(r"\s+and\s+(?:(?:a|an|at\s+least|his|her|their)\s+)?", ANY_CASE)
_SHOT = re.compile(r"\bshots?$", ANY_CASE)
_VACCINE = re.compile(r"\b(?:vaccin|immuni[sz]|inoculat)", ANY_CASE)
# What an agency puts before a headline: "UPDATE 2-Congo ferry", "CORRECTED-Drones".
_TAG = re.compile(
    r"(?:(?:UPDATE|WRAPUP|CORRECTED|REFILE|RPT|REPEAT|EXCLUSIVE|FACTBOX|ANALYSIS|INSIGHT)[\s-]*)*"
    r"(?:(?<!\d)[1-6]-)?(?=[A-Za-z])",
    AS_WRITTEN,
)


def acts_otherwise(text: str, agent_end: int, number: int, number_end: int | None = None) -> bool:
    """
    Return whether a supposed agent does something else than harm the people of a number.

    Parameters
    ----------
    text : str
    agent_end, number : int
        Characters where the words for the agent end and where the number starts.
    number_end : int, optional
        Where the number ends: in "the party claims four dead" they are only counted.

    Returns
    -------
    bool
        False where the words before the number name its harm ("freed two hostages and killed 12").

    Examples
    --------
    >>> text = "Italy rescues 168 migrants, 7 dead"
    >>> acts_otherwise(text, 5, text.index("7"))
    True
    """
    if agent_end >= number:
        return False
    if _FOUND_BEFORE.search(text, agent_end, number):
        return True
    if number_end is not None and _CLAIMS_BEFORE.fullmatch(text, agent_end, number):
        after = text[number_end : number_end + CHARACTERS_AFTER]
        if _DEAD_AFTER.match(after) or is_claimed_clause(text[agent_end:number], after):
            return True
    if _OTHER_DEED.match(text, agent_end, number) is None:
        return False
    before = text[agent_end:number]
    if HARM_PARTICIPLE_BEFORE.search(before):
        return False
    return harm_verb_before().search(before) is None


def is_other_doer(text: str, agent_start: int, number: int, outcome: str | None) -> bool:
    """
    Return whether the passive before a supposed agent says that it did something else.

    Parameters
    ----------
    text : str
    agent_start, number : int
        First characters of the words for the agent, and of the number.
    outcome : str or None
        Outcome of the people: whoever held them did not free them, and whoever freed them or ruled
        their town is not said to have harmed them. Captors take the captured.

    Returns
    -------
    bool

    Examples
    --------
    >>> text = "One died and another was rescued by the locals"
    >>> is_other_doer(text, text.index("the locals"), 0, "killed")
    True
    """
    before = text[max(0, agent_start - CHARACTERS_BEFORE) : agent_start]
    if outcome in _FREED:
        is_afterthought = number < agent_start and _AFTER.search(before) is not None
        if is_afterthought or _RULED_BY.search(before):
            return True
        return _HELD_BY.search(before) is not None
    if outcome == "captured":
        return _HELD_OVER.search(before) is not None
    if outcome in (*HARMED, "bodies_found", "missing", "ill"):
        return _HELPED_OR_RULED_BY.search(before) is not None
    return False


def is_claimed_clause(before: str, after: str) -> bool:
    """
    Return whether a clause follows a "claimed" before a number: who claims it only says it.

    Parameters
    ----------
    before, after : str
        What precedes and follows the number.

    Returns
    -------
    bool

    Examples
    --------
    >>> is_claimed_clause("The party claimed ", " people had died.")
    True
    >>> is_claimed_clause("The storm claimed ", " people who were asleep.")
    False
    """
    return _CLAIM_AT_END.search(before) is not None and _CLAUSE_AFTER.match(after) is not None


def is_counter(text: str, start: int, end: int) -> bool:
    """
    Return whether a supposed agent behind "by" only counted: "by United Nations estimates".

    Parameters
    ----------
    text : str
    start, end : int
        Characters of the agent.

    Returns
    -------
    bool

    Examples
    --------
    >>> text = "12 had been killed, by army estimates"
    >>> is_counter(text, text.index("army"), text.index(" estimates"))
    True
    """
    is_passive = _BY_AT_END.search(text[max(0, start - 8) : start]) is not None
    return is_passive and _ESTIMATES_AFTER.match(text, end) is not None


def is_only_before(text: str, start: int, end: int) -> bool:
    """
    Return whether a supposed agent is a treatment after which people died: a time, and no cause.

    Parameters
    ----------
    text : str
    start, end : int
        Characters of the agent.

    Returns
    -------
    bool
        A "shot" is a treatment only where the text speaks of a vaccine.

    Examples
    --------
    >>> text = "17 died after the jab"
    >>> is_only_before(text, 14, len(text))
    True
    """
    if not _AFTER_TREATMENT.search(text[max(0, start - 30) : start]):
        return False
    words = text[start:end]
    if _TREATMENT.search(words):
        return True
    return _SHOT.search(words) is not None and _VACCINE.search(text) is not None


def harms(text: str, agent: tuple[int, int], number: int) -> bool:
    """
    Return whether a verb of harm or a "by" joins an agent to the number of those whom it harmed.

    Examples
    --------
    >>> harms("Two gunmen killed 12", (0, 10), 18), harms("82 gunmen, 154 civilians", (0, 9), 11)
    (True, False)
    """
    start, end = agent
    if number < start:
        return re.search(r"\bby\s+$", text[:start]) is not None
    return _ANY_HARM.search(text, end, number) is not None


def without_tag(text: str, start: int, end: int) -> int:
    """
    Return where words start without what an agency puts before a headline.

    Examples
    --------
    >>> without_tag("UPDATE 2-Congo ferry sinks", 0, 20)
    9
    """
    if start and not text[start - 1].isspace():
        return start
    tag = _TAG.match(text, start, end)
    return start if tag is None else tag.end()


def is_of_other_side(text: str, agent: tuple[int, int], number: int) -> bool:
    """
    Return whether an agent is one side of a clash, and a later clause counts more of the harmed.

    Parameters
    ----------
    text : str
    agent : (int, int)
        Characters of the agent.
    number : int
        First character of the number.

    Returns
    -------
    bool
        Those of the later clause may be of the very side that the agent names.

    Examples
    --------
    >>> text = "Its men died in a clash with Chad and it claimed 15 soldiers of Chad had died"
    >>> is_of_other_side(text, (16, 33), text.index("15"))
    True
    """
    start, end = agent
    if end >= number or not _CLASH_WITH.search(text, start, end):
        return False
    return _LATER_CLAUSE.match(text, end, number) is not None


def is_joined(text: str, agent_end: int, number: int) -> bool:
    """
    Return whether a supposed agent shares the fate of the people of a number.

    Parameters
    ----------
    text : str
    agent_end, number : int
        Characters where the words for the agent end and where the number starts.

    Returns
    -------
    bool

    Examples
    --------
    >>> is_joined("Siege ends; gunman and hostage dead", 18, 23)
    True
    """
    return agent_end < number and _JOINED.fullmatch(text, agent_end, number) is not None


def is_of_toll(text: str, start: int, end: int) -> bool:
    """
    Return whether a supposed agent is the place or name by which a headline calls a toll.

    Parameters
    ----------
    text : str
    start, end : int
        Characters of the words for the agent.

    Returns
    -------
    bool

    Examples
    --------
    >>> is_of_toll("Union blames owner as Orvel death toll reaches 11", 22, 27)
    True
    """
    is_name = _NAME_ALONE.fullmatch(text, start, end) is not None
    return is_name and _TOLL_AFTER.match(text, end) is not None
