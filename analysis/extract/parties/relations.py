"""
Tell how a possible owner stands to a generic name: "Syrian army", "the army of Sudan", "in Idlib".

In: a text, a mention and a mark. Out: the relation, or None where no grammar joins them.
"""

import re

from analysis.extract.parties.marks import Mark
from analysis.extract.parties.mentions import Mention

__all__ = ["NEAR", "RELATIONS", "STRONG", "relation"]

RELATIONS = ("inside", "direct", "possessive", "of", "title", "local", "in", "backed")
# Where fighters or hostages are does not tell whose they are.
_OF_NO_PLACE = frozenset(("armed_group", "attacker", "other"))

STRONG = frozenset(("inside", "direct", "possessive", "of", "title"))
"""Relations in which the grammar itself says whose the party is."""

NEAR = 60
"""Characters between a mention and a mark within which a relation is looked for."""

_WORDS = r"[\w’'./&-]+"
# no word of another phrase: "Syrian and Russian officials" has one between, but it is a list
_NOT_BETWEEN = (
    r"(?!(?:of|in|to|from|by|on|at|with|for|the|a|an|that|who|which|is|was|are|were|has|have|had|"
    r"said|says|say|saying|claims?|claimed|reports?|reported|puts?|admits?|admitted|denies|denied|"
    r"announced|told|as|but|his|her|their|its|our|after|before|against|over|when|while|if|not)\b)"
)
_DIRECT = re.compile(rf"[ -](?:{_NOT_BETWEEN}{_WORDS} ){{0,3}}", re.IGNORECASE)
_LISTED = re.compile(
    rf"(?:,? and |, )(?:{_NOT_BETWEEN}{_WORDS} )(?:{_NOT_BETWEEN}{_WORDS} ){{0,1}}", re.IGNORECASE
)
_POSSESSIVE = re.compile(rf"['’]s? (?:{_NOT_BETWEEN}{_WORDS} ){{0,4}}", re.IGNORECASE)
# "rebels leave for Luanda" are not Luanda's
_LEAVING = r"(?!(?:out|leaves?|left|leaving|heads?|headed|heading|bound|sail\w*|depart\w*)\b)"
_OF = re.compile(
    rf" (?:{_LEAVING}{_NOT_BETWEEN}{_WORDS} ){{0,2}}(?:of|for) (?:the )?(?:{_WORDS} ){{0,2}}"
)
_IN = re.compile(rf",? (?:{_WORDS} ){{0,3}}(?:in|at) (?:the )?(?:{_WORDS} ){{0,3}}")
# "The government in neighbouring Senegal", "police in Orra": they sit in their own country or town
_SEATED = frozenset(("police", "ministers", "authorities", "prosecutors"))
_SEAT = re.compile(r" in (?:(?:neighbou?ring|nearby) )?")
_AND_ANOTHER = re.compile(r",? and [A-Z]")  # "the ministers in Orra and Tolm" are of two
_FROM = re.compile(r" from (?:the )?")
# "France, which has 380 soldiers in Gabon": they are France's
_HAS = re.compile(
    r"(?:,? (?:which|that|who))? (?:already |still |also )?"
    r"(?:has|have|had|keeps?|kept|sends?|sent|deploys?"
    r"|deployed|stations?|stationed|maintains?|maintained|pulled out|withdrew|lost)"
    rf" (?:{_NOT_BETWEEN}{_WORDS} ){{0,4}}"
)
_FULL_STOP = re.compile(r"[a-z]{4,}\.\s")  # not that of "Gen." or "U.S."
_TITLE = re.compile(r",? (?:(?:then|Mr\.?|Dr\.?|Gen\.?|General|Sheikh|Sir) )?")
# "US-backed rebels", "anti-Syrian fighters", "pro-Russian separatists": whose they are not
_AFTER_BACKED = re.compile(
    r"[ -](?:backed|led|supported|allied|aligned|linked|sponsored|funded|trained|occupied|"
    r"controlled|held|run)\b",
    re.IGNORECASE,
)
_BEFORE_BACKED = re.compile(r"\b(?:anti|pro|non)[- ]$", re.IGNORECASE)


def relation(text: str, mention: Mention, mark: Mark) -> str | None:
    """
    Return how a mark stands to a mention.

    Parameters
    ----------
    text : str
    mention : Mention
    mark : Mark

    Returns
    -------
    str or None
        One of ``RELATIONS``: ``inside`` a name ("Libyan National Army"); ``direct`` ("Syrian
        government forces"); ``possessive`` ("Sudan's ousted president"); ``of`` ("president of the
        United States"); ``title`` ("President Maduro"); ``local``, as ``direct`` but of a name that
        only this article has ("Anderson police"); ``in`` ("police in Newnan"); ``backed``, which
        says whose they are not ("US-backed rebels"). None if no grammar joins them.
    """
    if mark.start <= mention.start and mention.end <= mark.end:
        return "inside"
    if mark.end <= mention.start:
        return _relation_before(text, mention, mark)
    return _relation_after(text, mention, mark)


def _relation_before(text: str, mention: Mention, mark: Mark) -> str | None:
    between = text[mark.end : mention.start]
    if len(between) > NEAR or "\n" in between or _FULL_STOP.search(between) is not None:
        return None
    before = text[max(0, mark.start - 5) : mark.start]
    if mention.kind == "person" and mark.kind == "party" and mark.form == "adjective":
        return None  # "the Democratic governor" is not the party's
    if _AFTER_BACKED.match(between) or _BEFORE_BACKED.search(before):
        return "backed" if _DIRECT.fullmatch(between) else None
    if mark.possessive:
        return "possessive" if _POSSESSIVE.fullmatch(between) else None
    if mention.kind == "military" and mark.kind == "country" and _HAS.fullmatch(between):
        return "of"
    if _DIRECT.fullmatch(between):
        return "local" if mark.form == "local" else "direct"
    if mark.form == "adjective" and _LISTED.fullmatch(between):
        return "direct"
    return None


def _relation_after(text: str, mention: Mention, mark: Mark) -> str | None:
    between = text[mention.end : mark.start]
    if len(between) > NEAR or "\n" in between or _FULL_STOP.search(between) is not None:
        return None
    is_person = mark.form in ("leader", "surname")
    if is_person and mention.kind == "person" and _TITLE.fullmatch(between):
        return "title"
    if _OF.fullmatch(between):
        return "of"
    is_seated = mention.kind == "government" or mention.text.lower() in _SEATED
    if is_seated and _SEAT.fullmatch(between) and not _AND_ANOTHER.match(text, mark.end):
        return "of"
    if mention.kind in _OF_NO_PLACE:
        return None
    # troops are withdrawn from a country; officials are from it
    if mention.kind != "military" and _FROM.fullmatch(between):
        return "in"
    return "in" if _IN.fullmatch(between) else None
