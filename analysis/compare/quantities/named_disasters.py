"""
Tell which storm or fire with a name a number is of: "the Carr Fire has scorched [140,000] acres".

In: a sentence and a number in it. Out: the name, in lower case. What two storms destroyed is not
one quantity, however alike the words are.
"""

import re

__all__ = ["named_disaster"]

_STORM = re.compile(
    r"\b(?:Hurricane|Typhoon|Super\s?[Tt]yphoon|Cyclone|Superstorm"
    r"|Tropical\s+(?:Storm|Cyclone)|Storm)s?\s+(?P<name>[A-Z][a-z]{2,})\b"
)
_FIRE = re.compile(
    r"\b(?P<name>(?!(?:The|A|An|That|This|One|Forest|Brush|Wild|House|Apartment|Cease"
    r"|Friendly|Under)\b)[A-Z][a-z]{2,}(?:\s[A-Z][a-z]{2,})?)\s+(?:Complex\s+)?[Ff]ires?\b"
)
_COMPLEX = re.compile(r"\s+Complex$")
_FIRE_DEPARTMENT = re.compile(
    r"\s+(?:Department|Service|Chief|Brigade|Authority|Protection|Rescue)\b"
)


def named_disaster(sentence: str, start: int) -> str | None:
    """
    Return the name of the storm or fire that a number is of.

    Parameters
    ----------
    sentence : str
    start : int
        First character of the number in the sentence.

    Returns
    -------
    str or None
        The last one named before the number, or the only one after it; None if none is named.

    Examples
    --------
    >>> sentence = "The Carr Fire has scorched 140,000 acres."
    >>> named_disaster(sentence, sentence.index("140"))
    'carr'
    """
    found = sorted(
        (match.start(), _COMPLEX.sub("", match["name"]).lower())
        for pattern in (_STORM, _FIRE)
        for match in pattern.finditer(sentence)
        if _FIRE_DEPARTMENT.match(sentence, match.end()) is None
    )
    before = [name for place, name in found if place < start]
    if before:
        return before[-1]
    after = {name for _, name in found}
    return after.pop() if len(after) == 1 else None
