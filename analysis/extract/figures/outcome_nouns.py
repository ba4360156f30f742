"""
Find the outcome of numbers in death tolls and before nouns of harm: "12 deaths".

In: the words before and after a number; ``data/lexicons/diseases.toml``. Out: an outcome, or None.
"The law would have averted 12 deaths" has none.
"""

import re
from functools import lru_cache

from analysis.core import lexicon, paths
from analysis.extract.figures.patterns import OPTIONAL_QUALIFIER, PLAIN_WORD, WORD
from analysis.extract.numbers.word_patterns import ANY_CASE, alternatives, one_of

__all__ = ["outcome_of_noun"]

# From a total to its number: "the death toll [has risen to more than] 12".
_REACHED = one_of(
    r"to at reached surpass(?:es|ed) exceed(?:s|ed) of is be was hit hits passed passes topped tops"
)
_OTHER_CLAUSE = one_of("because due while although but after as")
_UP_TO_NUMBER = (
    rf"(?:(?!\b{_OTHER_CLAUSE}\b|\b(?:number|that)\s+of\b)[^.;]){{0,110}}?"
    rf"\b{_REACHED}\s+(?:(?!the\b)[\w]+\s+){{0,3}}$"
)
# "The number of [police officers] killed"
_WHOSE = (
    r"(?:the\s+)?(?:(?!(?:who|that|which|in|and|or|of|by|were|was|had|has|with)\b)[\w-]+\s+){0,3}?"
)

_DISASTERS = one_of(
    """
    attack airstrike bombing blast explosion raid shooting massacre quake earthquake flood floods
    storm cyclone hurricane typhoon landslide avalanche fire wildfire crash derailment sinking ferry
    crush stampede collapse heatwave outbreak virus
    """
)
_DEATH_TOLL_BEFORE = re.compile(
    rf"""
    (?: ^\W*toll\b(?=[^.;:\d]{{0,60}}\b{_DISASTERS}\b)   # "Toll in Orsk bombing climbs to 41"
      | \b(?:death|total|road|confirmed|official|latest|final|provisional|the|a)\s+toll
      | \b{_DISASTERS}\s+toll
      | \b(?:number|count|tally|total|that)\s+of\s+{_WHOSE}
          (?:deaths|dead|killed|fatalities)
      | \b(?:put|puts|putting|estimate[sd]?)\s+(?:the\s+)?(?:dead|deaths|fatalities) )\b
    {_UP_TO_NUMBER}
    """,
    ANY_CASE,
)
_NUMBER_OF_INJURED_BEFORE = re.compile(
    rf"""
    \b(?: (?:number|count|tally|total|that)\s+of\s+{_WHOSE}
          (?:injured|wounded|injuries|hurt)
        | (?:put|puts|putting|estimate[sd]?)\s+(?:the\s+)?(?:injured|wounded) )\b
    {_UP_TO_NUMBER}
    """,
    ANY_CASE,
)
_NUMBER_OF_CAPTURED_BEFORE = re.compile(
    rf"""
    (?: \b number\s+of\s+(?:{PLAIN_WORD}\s+){{0,6}}?
        (?:abducted|kidnapped|captured|detained|arrested)\b {_UP_TO_NUMBER}
      # "Port Louis: arrests climb to 63"
      | (?:^|[.:;,\n]\s*|\bas\s+|\band\s+)(?:number\s+of\s+)?(?:arrests|detentions)\s+
        (?:\w+\s+)?{_REACHED}\s+(?:at\s+least\s+|over\s+|about\s+|more\s+than\s+)?$ )
    """,
    ANY_CASE,
)
_AVERTED_BEFORE = re.compile(r"\b(?:avert|avoid|prevent|spare)\w*\s+(?:[\w]+\s+){0,3}$", ANY_CASE)
_DEATHS_AFTER = re.compile(
    rf"\s+(?:{PLAIN_WORD}\s+){{0,2}}?(?:deaths|fatalities|martyrs|homicides|murders|drownings)\b",
    ANY_CASE,
)
_AMONG_DEAD_AFTER = re.compile(
    rf"""
    (?:\s+{WORD}){{1,6}}? \s+(?:were|was|are)\s+among\s+
    (?: the\s+(?:dead|killed|victims(?!\s+of\b))
      | those\s+killed
      | (?:at\s+least\s+)?\d+\s+people\s+killed )
    """,
    ANY_CASE,
)
_THE_DEAD_WERE_BEFORE = re.compile(
    rf"""
    \b(?: those\s+(?:killed|dead) | the\s+(?:dead|victims|fatalities|deceased) )
    \s+(?:include[sd]?|including|were|are|was|comprised)\s+
    {OPTIONAL_QUALIFIER}$
    """,
    ANY_CASE,
)
# "38 deaths and injuries"; not "three deaths and injuries to 20 others"
_DEATHS_AND_INJURIES_AFTER = re.compile(
    rf"\s+(?:{PLAIN_WORD}\s+){{0,1}}?(?:deaths|fatalities)\s+(?:and|or)\s+(?:serious\s+)?"
    r"injuries\b(?!\s+(?:to|of|among)\b)",
    ANY_CASE,
)
_DEATHS_AND_BEFORE = re.compile(r"\b(?:deaths|fatalities|dead|killed)(?:\s+and|,)\s+$", ANY_CASE)
_INJURIES_AFTER = re.compile(r"\s+(?:other\s+)?injuries\b")
# "31 injuries and two deaths" tells of people, "two injuries" of a team does not.
_INJURIES_AND_DEATHS_AFTER = re.compile(
    rf"\s+(?:{PLAIN_WORD}\s+){{0,2}}?injuries(?:,|\s+(?:and|but|or))\s+(?:{WORD}\s+){{1,4}}?"
    r"(?:deaths?|fatalit(?:y|ies))\b",
    ANY_CASE,
)
_INJURIES_TO_AFTER = re.compile(
    rf"\s+(?:{PLAIN_WORD}\s+){{0,2}}?injuries\s+(?:to|among)\s+", ANY_CASE
)
_CASES_AFTER = re.compile(
    r"\s+cases\s+of\s+(?:\w+\s+)?(?:suffocation|asphyxiation|poisoning|dyspnea)\b", ANY_CASE
)
_ARRESTS_AFTER = re.compile(
    rf"(?:\s+of)?\s+(?:{PLAIN_WORD}\s+){{0,1}}?(?:arrests|detentions|abductions|kidnappings)\b",
    ANY_CASE,
)
_LIVES_AFTER = re.compile(rf"\s+(?:{PLAIN_WORD}\s+){{0,1}}?lives\b", ANY_CASE)
_CLAIMED_BEFORE = re.compile(
    r"\b(?:claim\w*|cost|costs|lost|tak(?:e|es|en|ing)|took)\s+(?:[\w]+\s+){0,3}$", ANY_CASE
)
_CASUALTIES_AFTER = re.compile(rf"(?:\s+of)?\s+(?:{PLAIN_WORD}\s+){{0,1}}?casualties\b", ANY_CASE)
_ATTACK_VICTIMS_AFTER = re.compile(
    r"\s+(?:[\w.-]+\s+){0,2}?(?:shooting|stabbing|gunshot|crash|attack)\s+victims?\b", ANY_CASE
)
# "It lowered the number of missing to 41"
_NUMBER_OF_MISSING_BEFORE = re.compile(
    r"""
    \b(?:number|tally|count|list|that)\s+of\s+(?:the\s+|those\s+|people\s+|persons\s+)?missing
    (?:\s+(?:people|persons))? (?:\s+(?:in|on|from|after|at)\s[^.;:,\d]{1,30}?)?
    \s+(?:at|to|was|is|of|stands|stood|reached|rose|fell)\s+
    (?:(?:at|to|about|some|around|nearly|at\s+least|more\s+than)\s+){0,2}$
    """,
    ANY_CASE,
)
_HOSTAGES_AFTER = re.compile(r"\s+(?:[\w.-]+\s+){0,2}?hostages\b(?!['’])", ANY_CASE)
_HOSTAGES_FREED_AFTER = re.compile(
    r"""
    \s+(?:[\w.-]+\s+){0,2}?hostages\s+
    (?:(?:who|were|have|had|are|been|being)\s+)*(?:released|freed)\b
    """,
    ANY_CASE,
)
_RESCUED_BEFORE = re.compile(
    r"\brescu(?:ed|es|ing)\s+(?:the\s+|all\s+|about\s+|some\s+)*$", ANY_CASE
)
_FREE_BEFORE = re.compile(
    r"""
    (?<!to[ ])   # an attempt: "tried to free two hostages"
    \b(?:releas(?:e[sd]?|ing)|free(?:[sd]|ing)?)\s+(?:of\s+)?(?:the\s+)?$
    """,
    ANY_CASE,
)


def outcome_of_noun(before: str, after: str) -> str | None:
    """
    Return the outcome that a death toll or a noun of harm gives a number.

    Parameters
    ----------
    before, after : str
        The words before the number, and those after it.

    Returns
    -------
    str or None
        One of ``analysis.core.tables.OUTCOMES``.

    Examples
    --------
    >>> outcome_of_noun("The death toll rose to ", "."), outcome_of_noun("It had ", " rooms.")
    ('killed', None)
    """
    if _NUMBER_OF_INJURED_BEFORE.search(before):
        return "injured"
    if _NUMBER_OF_MISSING_BEFORE.search(before):
        return "missing"
    if _DEATHS_AND_INJURIES_AFTER.match(after) and not _AVERTED_BEFORE.search(before):
        return "killed_or_injured"
    if _counts_dead(before, after):
        return "killed"
    if _counts_injuries(before, after):
        return "injured"
    if _counts_captured(before, after):
        return "captured"
    if _LIVES_AFTER.match(after) and _CLAIMED_BEFORE.search(before):
        return "killed"
    if _CASUALTIES_AFTER.match(after):
        return "killed_or_injured"
    if _ATTACK_VICTIMS_AFTER.match(after):
        return "killed_or_injured"
    if _counts_ill(before, after):
        return "ill"
    if _HOSTAGES_AFTER.match(after):
        if _RESCUED_BEFORE.search(before):
            return "rescued"
        return "other" if _are_freed(before, after) else "captured"
    return None


def _counts_dead(before: str, after: str) -> bool:
    """Return whether the number is a death toll, or counts deaths or some of the dead."""
    if _DEATH_TOLL_BEFORE.search(before) or _THE_DEAD_WERE_BEFORE.search(before):
        return True
    if _AMONG_DEAD_AFTER.match(after):
        return True
    return _DEATHS_AFTER.match(after) is not None and _AVERTED_BEFORE.search(before) is None


def _counts_injuries(before: str, after: str) -> bool:
    """Return whether the number counts injuries; beside deaths only, since a team has some too."""
    if _CASES_AFTER.match(after) or _INJURIES_TO_AFTER.match(after):
        return True
    if _INJURIES_AND_DEATHS_AFTER.match(after):
        return True
    return _DEATHS_AND_BEFORE.search(before) is not None and bool(_INJURIES_AFTER.match(after))


def _counts_ill(before: str, after: str) -> bool:
    """Return whether the number counts cases of a disease."""
    reached, counted = _cases_of_disease()
    return bool(counted.match(after) or reached.search(before))


@lru_cache(maxsize=1)
def _cases_of_disease() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return the patterns of words before and after a number of cases."""
    names = lexicon.load(paths.LEXICONS / "diseases.toml", allowed_keys=("words",))
    disease = alternatives(names["disease"]["words"])
    cases = (
        rf"(?:(?:{disease})\s+(?:cases|infections|patients)"
        rf"|(?:cases|infections)\s+of\s+(?:the\s+)?(?:{PLAIN_WORD}\s+){{0,1}}?(?:{disease}))\b"
    )
    # "suspected" cases are not counted as ill
    told = r"(?:(?:new|confirmed|active|reported|more|other|additional|recorded|total)\s+){0,3}"
    # "cases, bringing the number of states to 19" counts no cases
    rising = rf"(?:\s+(?!number\b|total\b)[\w’'-]+){{0,7}}?\s+{_REACHED}\s+"
    before = re.compile(rf"\b{cases}{rising}(?:(?!the\b)\w+\s+){{0,3}}$", ANY_CASE)
    return before, re.compile(rf"\s+{told}{cases}", ANY_CASE)


def _counts_captured(before: str, after: str) -> bool:
    """Return whether the number counts arrests or abductions, or those arrested."""
    return bool(_ARRESTS_AFTER.match(after) or _NUMBER_OF_CAPTURED_BEFORE.search(before))


def _are_freed(before: str, after: str) -> bool:
    """Return whether hostages were released."""
    return bool(_HOSTAGES_FREED_AFTER.match(after) or _FREE_BEFORE.search(before))
