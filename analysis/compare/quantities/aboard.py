"""
Read of a number that it counts all who were on a boat, a plane, a train or a bus.

In: a statement and the text of its article. Out: whether it does. They are no toll, however near
their number stands to one: "52 people were aboard, which would leave 21 missing".
"""

import re
from collections.abc import Mapping
from typing import Any

__all__ = ["is_aboard"]

_REACH = 70  # characters before a number
_SENTENCE_BREAK = re.compile(r"[.;!?\n]\s")
# Passengers are fewer than those aboard where a crew is told.
_AFTER = re.compile(
    r"(?:\s+[\w-]+){0,3}?\s+(?:(?:had\s+been|were|was)\s+)?"
    r"(?:(?:crammed|packed|squeezed|crowded)\s+)?(?:on\s+board|aboard"
    r"|on\s+(?:the|that|this|a)\s+(?:[\w-]+\s+)?"
    r"(?:ship|ferry|boat|vessel|launch|plane|aircraft|flight|jet|train|bus))\b",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"\b(?:carr(?:y|ying|ied|ies)|transport(?:ing|ed)|(?:packed|crammed|crowded)\s+with"
    r"|(?:on\s+board|aboard)\s+(?:were|was))\s+"
    r"(?:(?:about|around|some|more\s+than|at\s+least|nearly|close\s+to|over|up\s+to"
    r"|an\s+estimated)\s+)?$",
    re.IGNORECASE,
)
_OCCUPANTS = frozenset(("person", "people", "migrant", "refugee", "occupant", None))
_CREW = re.compile(r"[^.;]{0,40}\b(?:crew|staff|attendants)\b", re.IGNORECASE)


def is_aboard(statement: Mapping[str, Any], text: str) -> bool:
    """
    Return whether a number counts all who were on a boat, a plane, a train or a bus.

    Parameters
    ----------
    statement : mapping
        With ``noun``, ``outcome``, and ``start`` and ``end`` in the text.
    text : str

    Returns
    -------
    bool
        False for passengers where a crew is told beside them, and for those who were harmed.

    Examples
    --------
    >>> text = "Survivors said it was carrying more than 250."
    >>> is_aboard({"noun": None, "outcome": None, "start": 41, "end": 44}, text)
    True
    """
    start, end = statement["start"], statement["end"]
    before = _SENTENCE_BREAK.split(text[max(0, start - _REACH) : start])[-1]
    if not (_AFTER.match(text, end) or _BEFORE.search(before)):
        return False
    is_occupant = statement["noun"] in _OCCUPANTS or (
        statement["noun"] == "passenger" and not _CREW.match(text, end)
    )
    return is_occupant and statement["outcome"] is None
