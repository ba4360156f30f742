"""Verbs of harm that stand before a number: "killed 12", "hit the town, killing 12"."""

import re
from functools import lru_cache

from analysis.extract.figures.patterns import before_number
from analysis.extract.numbers.word_patterns import ANY_CASE, one_of

__all__ = [
    "HARM_PARTICIPLE_BEFORE",
    "HARM_VERB",
    "harm_verb_before",
]

HARM_VERB = one_of(
    r"""
    kills? killed wip(?:es?|ed|ing)\s+out injured injures? wounded wounds? claimed claims left
    leaves? beheads? beheaded
    executed executes martyred massacred hurt decapitated cost costs detains detained arrested
    kidnapped abducted claim leave behead hurts arrests? seized? captured? captures kidnaps?
    holding\s+hostage abducts? jailed jails imprisons imprisoned
    (?:led\s+to|resulted\s+in|ended\s+in|caused)\s+(?:the\s+)?(?:deaths?|arrests?|detention)\s+of
    admit(?:s|ted)\s+(?:to\s+)?(?:killing|shooting|stabbing|murdering|wounding|abducting|kidnapping)
    shoots? shot stabs? stabbed displaced? displaces releases? released frees? freed rescued?
    rescues evacuated? evacuates deported? deports expelled expels murdered murders? sickened
    sickens infected infects trapped traps poisoned poisons mauled crushed trampled
    """
)
HARM_PARTICIPLE_BEFORE = re.compile(
    r"""
    \b(?:killing|injuring|wounding|claiming|leaving|causing|hurting|martyring|capturing|detaining|
    arresting|seizing|displacing|prompting|forcing|sending|trapping|shooting|stabbing|rescuing|
    freeing|releasing|resulting\s+in)\b
    [^.;]{0,30}$
    """,
    ANY_CASE,
)


@lru_cache(maxsize=1)
def harm_verb_before() -> re.Pattern[str]:
    """Return the pattern of "killed" before a number."""
    determiners = before_number(r"another a\s+further the all")
    pattern = rf"\b{HARM_VERB}\b (?:\s+(?:the\s+)?li(?:ves|fe)\s+of)? \s+{determiners}"
    return re.compile(pattern, ANY_CASE)
