"""
Find the body that an article names before "the organization", "the school" or "the panel".

In: the text and a place. Out: the nearest name before it that ends, or begins, in a noun of the
same kind ("Karsk Institute", "University of Velm"). Firms and ministries are found elsewhere.
"""

import re

from analysis.extract.attributions.proper_names import LEADING_WORDS, NAME

__all__ = ["body_named_before"]

_GROUPS = (
    "Center|Centre|Institute|Foundation|Association|Council|Union|Group|Agency|Committee|Network"
    "|Organi[sz]ation|Society|Alliance|Coalition|Project|Fund|Initiative|Federation|League"
    "|Observatory|Watch|International|Trust|Campaign|Campus|Action|Movement|Service|Conference"
)
_SCHOOLS = "University|College|School|Academy|Institute"
_PANELS = "Committee|Subcommittee|Commission|Panel|Board|Council"
_KINDS = {
    "organization": _GROUPS,
    "organisation": _GROUPS,
    "group": _GROUPS,
    "nonprofit": _GROUPS,
    "charity": _GROUPS,
    "trust": "Trust",
    "forum": "Forum",
    "society": "Society",
    "foundation": "Foundation",
    "federation": "Federation",
    "league": "League|Conference|Association",
    "conference": "Conference",
    "union": "Union|Workers|Teamsters|Guild|Brotherhood",
    "coalition": "Coalition|Alliance",
    "alliance": "Alliance",
    "network": "Network",
    "academy": "Academy",
    "theatre": "Theatre|Playhouse|Opera",
    "theater": "Theater|Playhouse|Opera",
    "library": "Library",
    "orchestra": "Orchestra|Philharmonic",
    "center": "Center|Centre",
    "centre": "Center|Centre",
    "institute": "Institute",
    "institution": f"{_SCHOOLS}|Museum|Hospital",
    "school": _SCHOOLS,
    "university": _SCHOOLS,
    "college": _SCHOOLS,
    "panel": _PANELS,
    "committee": _PANELS,
    "commission": "Commission",
    "board": "Board",
    "department": "Department|Dept",
    "bureau": "Bureau",
    "office": "Office",
    "service": "Service",
    "hospital": "Hospital|Clinic|Medical Center|Medical Centre|Infirmary",
    "museum": "Museum",
    "church": "Church|Cathedral|Diocese|Archdiocese",
    "club": "Club|United|City|FC",
    "team": "Club|United|City|FC",
    "airport": "Airport",
    "tribunal": "Tribunal",
    "court": "Court|Tribunal",
}
_LEADING = re.compile(r"^(?:Its|Their|His|Her|Our)\s")
_BEGINS_SENTENCE = re.compile(r"(?:[.!?\n]\s*|^)(?:The\s)?$")
_REACH = 900  # characters


def body_named_before(text: str, place: int, noun: str, first: int = 0) -> str | None:
    """
    Return the nearest name of a body that a noun can refer to.

    Parameters
    ----------
    text : str
        The article.
    place : int
        Where the noun stands.
    noun : str
        In small letters: "organization".
    first : int
        Names that begin before this character, as those of the title, are passed over.

    Returns
    -------
    str or None
        As printed; rather one that a sentence begins with. None for nouns that are not known, and
        where no such name is near.

    Examples
    --------
    >>> body_named_before("The Karsk School moved. The school said no.", 24, "school")
    'Karsk School'
    """
    kind = _KINDS.get(noun)
    if kind is None:
        return None
    is_body = re.compile(rf"(?:.*\s)?(?:{kind})s?(?:\s(?:of|for|on|at|in|to)\s.*)?")
    far = max(place - _REACH, 0)
    sentence = max(text.rfind(". ", 0, far), text.rfind("\n", 0, far)) + 1
    start = max(first, sentence)  # in the middle of a name it would be cut
    nearest = None
    for found in reversed(list(NAME.finditer(text, start, place))):
        name = _LEADING.sub("", LEADING_WORDS.sub("", found[0]))
        if " " not in name or is_body.fullmatch(name) is None:
            continue
        if _BEGINS_SENTENCE.search(text, max(0, found.start() - 5), found.start()):
            return name
        nearest = nearest or name
    return nearest
