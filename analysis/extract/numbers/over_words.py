"""
Tell whether "over" says where, about what or how long, and not "more than".

In: a text, and the places of the word and of the number after it. Out: whether it does: planes fly
over six regions, towns quarrel over 300 jobs, goals are scored over three seasons.
"""

import re

from analysis.extract.numbers.units import unit_of
from analysis.extract.numbers.values import NUMBER
from analysis.extract.numbers.word_patterns import ANY_CASE, one_of

__all__ = ["is_during", "says_where"]

_REACH = 70  # characters before the word
_THE = re.compile(r"\s+(?:the|its|their|these|those)\s+", ANY_CASE)
_STRETCH_AFTER = re.compile(
    r"[\s-](?:[a-z]+\s)?(?:seasons?|years?|months?|weeks?|days?|hours?|minutes?"
    r"|decades?|games?|matches"
    r"|rounds?|legs?|stages?|terms?)\b"
)
_FLIGHT = one_of(
    r"""
    fl(?:y|ies|ew|own|ying) shot\s+down shooting\s+down shoots?\s+down downed brought\s+down
    intercept(?:s|ed|ing)? circl(?:es?|ed|ing) hover(?:s|ed|ing)? pass(?:es|ed|ing)
    soar(?:s|ed|ing)? explod(?:es?|ed|ing) burst(?:s|ing)? detonat(?:es?|ed|ing)
    drift(?:s|ed|ing)? hung hang(?:s|ing)? drop(?:s|ped|ping)? rain(?:s|ed|ing)?(?:\s+down)?
    destroyed seen spotted detected heard parachut(?:es?|ed|ing) scatter(?:ed|ing|s)?
    spread(?:s|ing)?
    """
)
_DISPUTE = one_of(
    r"""
    disputes? row on\s+trial concerns? anger fury outrage controvers(?:y|ies) feuds? stand-?offs?
    talks courts? tribunals? petition(?:s|ed)?
    scandals? inquir(?:y|ies) investigations? probes? lawsuits? debates? arguments? quarrels?
    protests? tensions? negotiations? uproar unrest under\s+(?:fire|pressure|scrutiny|attack)
    criticism backlash outcry apolog(?:y|ies|ises?|ised|izes?|ized)
    on\s+strike to\s+strike strike\s+action walk-?outs? clash(?:es)? split fights? battles? quits?
    step(?:s|ped|ping)?\s+down bow(?:s|ed)?\s+out
    (?:cr(?:y|ies|ied)|scream(?:s|ed)?)\s+foul
    resign(?:s|ed)? sacked sued fined jailed questioned criticised criticized
    """
)
# "A strike over 3% pay offer", "war over 3,000 jobs", but "air strikes over 30 days"
_WORK_DISPUTE_BEFORE = re.compile(r"\b(?:strikes?|wars?|ballot(?:s|ed)?)\s+$", ANY_CASE)
# "Fishermen blockade port over 35 pct quota cut"
_PROTEST_BEFORE = re.compile(
    r"\b(?:block(?:ade)?(?:s|d|ed|ing)?|protest(?:s|ed|ing)?|picket(?:s|ed|ing)?"
    r"|march(?:es|ed|ing)?|rall(?:y|ies|ied)|walk(?:s|ed)?\s+out)\b[^.;:]{0,30}$",
    ANY_CASE,
)
_WORK_AFTER = re.compile(
    r"\s?(?:%|percent|per\s+cent|pct)?(?:\s+[\w-]+){0,3}?"
    r"\s+(?:pay|wages?|offers?|rises?|raises?|jobs?|job\s+cuts|cuts?|redundancies"
    r"|lay-?offs|deals?|contracts?|closures?)\b",
    ANY_CASE,
)
# "The road is closed over 30 kilometres" says how far.
_CLOSED_BEFORE = re.compile(r"\b(?:closed|blocked|shut|stretch(?:es|ed|ing)?)\s+$", ANY_CASE)
_PLACES_AFTER = one_of(
    """
    regions provinces districts villages towns cities countries states areas islands counties
    neighbourhoods neighborhoods suburbs bases airports ports fields oblasts seas lakes valleys
    oceans continents locations places
    """
)
# "Hand over 14 million in profits" gives 14 million.
_GIVEN_BEFORE = re.compile(
    r"\b(?:hand(?:s|ed|ing)?|sign(?:s|ed|ing)?|(?:threw|flung|hurled)\s+(?:him|her)self)\s+$",
    ANY_CASE,
)
# "$15 million over two seasons": during them
_OVER_FEW = re.compile(r"over\s+(?:two|three|four|five|six|seven|eight|nine|ten|[2-9])", ANY_CASE)
_SPENT_BEFORE = re.compile(r"\b(?:spen[dt]|play(?:ed)?|last(?:ed|s)?|after|for|than)\s+$", ANY_CASE)
_PERIODS_AFTER = re.compile(r"\s+(?:[a-z]+\s)?(?:seasons|rounds|legs|stages|sessions|terms)\b")
# "Shot down 58 drones over six regions", "the other 23 over four regions"
_FLIGHT_BEFORE = re.compile(
    rf"\b(?:{_FLIGHT}|drones|missiles|rockets|jets|planes|aircraft|helicopters|balloons|shells|\d+"
    rf"|{NUMBER})\s+$",
    ANY_CASE,
)
# "Jailed for nine years over 412 million euro fraud", "vehicles parked over Sh50,000 levy"
_CAUSE_AFTER = re.compile(
    r"(?:[\s-](?:euros?|dollars?|pounds?|rupees?|yen|yuan|rand|naira|shillings?|won))?\s+"
    r"(?:[a-z]+\s)?(?:frauds?|scandals?|lev(?:y|ies)|scams?|thefts?|heists?|bribes?|bribery"
    r"|embezzlement|schemes?|swindles?|rows?|disputes?|fines?|fees?|bills?|tax(?:es)?|charges?"
    r"|debts?|contracts?)\b",
    ANY_CASE,
)
# "In talks with a housebuilder, Calloway Homes, over 2.6 acres"
_TALKS_BEFORE = re.compile(r"\b(?:talks|negotiations)\s+with\s[^.;:]{2,60}$", ANY_CASE)
# "Burned over 31% of her body"
_BURNT_BEFORE = re.compile(r"\b(?:burn(?:ed|t|s)|scald(?:ed|s)|tattoo(?:ed|s))\s+$", ANY_CASE)
_BODY_AFTER = re.compile(
    r"\s?(?:%|percent|per\s+cent)\s+of\s+(?:her|his|their|its|the)\s+(?:body|bodies|skin|back)\b"
)
# "Looked at 14 colonies over 22 breeding seasons"
_SEASONS_AFTER = re.compile(
    r"\s+(?:[a-z]+\s)?(?:seasons|years|months|weeks|days|games|matches|innings|rounds)\b"
)
_WORD_BEFORE = re.compile(r"\b([a-z]{3,}s)\s+$")
_DISPUTE_BEFORE = re.compile(rf"\b{_DISPUTE}\s+(?:(?:is|was|were)\s+)?$", ANY_CASE)
_PLACE_AFTER = re.compile(rf"(?:\s+[\w-]+){{0,2}}?\s+{_PLACES_AFTER}\b", ANY_CASE)


def is_during(text: str, over_end: int, start: int, end: int) -> bool:
    """
    Return whether "over" tells how long something went on: "over the three seasons".

    Parameters
    ----------
    text : str
    over_end : int
        Where the word ends.
    start, end : int
        Characters of the number.

    Returns
    -------
    bool
    """
    is_definite = _THE.fullmatch(text, over_end, start) is not None
    return is_definite and _STRETCH_AFTER.match(text, end) is not None


def says_where(text: str, over: int, end: int) -> bool:
    """
    Return whether an "over" tells where, about what or is of a verb: "flew over six towns".

    Parameters
    ----------
    text : str
    over, end : int
        Where the word begins, and where the number ends.

    Returns
    -------
    bool

    Examples
    --------
    >>> text = "Planes flew over six regions."
    >>> says_where(text, text.index("over"), text.index(" regions"))
    True
    """
    before = text[max(0, over - _REACH) : over]
    is_few = _OVER_FEW.fullmatch(text, over, end) and _PERIODS_AFTER.match(text, end)
    if is_few and not _SPENT_BEFORE.search(before):
        return True
    if _DISPUTE_BEFORE.search(before) or _GIVEN_BEFORE.search(before):
        return True
    if _TALKS_BEFORE.search(before):
        return True
    if _BURNT_BEFORE.search(before) and _BODY_AFTER.match(text, end):
        return True
    if _ends_with_plural(before) and _SEASONS_AFTER.match(text, end):
        return True
    if _WORK_AFTER.match(text, end) and (
        _WORK_DISPUTE_BEFORE.search(before) or _PROTEST_BEFORE.search(before)
    ):
        return True
    if _CAUSE_AFTER.match(text, end) and _ends_with_plural(before):
        return True
    if _CLOSED_BEFORE.search(before) and unit_of(text, end - 1, end).kind == "measure":
        return True
    return _FLIGHT_BEFORE.search(before) is not None and bool(_PLACE_AFTER.match(text, end))


def _ends_with_plural(before: str) -> bool:
    """Return whether words end with a plural that can be no verb: "nine years", not "repays"."""
    from lemminflect import getAllLemmas

    word = _WORD_BEFORE.search(before)
    return word is not None and getAllLemmas(word[1]).keys() == {"NOUN"}
