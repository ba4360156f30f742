"""
Read of a speed that it is the one at which a vehicle crashed: 98 km/h, or 72 as its driver said.

In: a statement. Out: whether it tells how fast the train of the story ran. A crash has one such
speed, and whether it was too high is what sources quarrel over; limits, winds, balls and the speeds
of other days are no part of that.
"""

import re
from collections.abc import Mapping
from typing import Any

__all__ = ["is_speed_of_vehicle"]

_SPEED = "speed"
_REACH = 70  # characters before a number
_VEHICLE = re.compile(
    r"\b(?:trains?|express|locomotives?|trams?|bus(?:es)?|coach|cars?|lorr(?:y|ies)|trucks?|vans?"
    r"|drivers?|pilots?|motorm[ae]n|motorcycl\w+|ferr(?:y|ies)|jets?|planes?|aircraft|helicopters?"
    r"|recorders?|black\s+box(?:es)?|data\s+loggers?|tachographs?)\b",
    re.IGNORECASE,
)
_RUNNING = re.compile(
    r"\b(?:running|ran|travel(?:l?ing|l?ed)|doing|did|moving|going|went|driving|drove|speeding"
    r"|raced|racing|clocked|record(?:er|ed)|speed(?:\s+(?:of|was))?|at)\b[^.;]{0,40}$",
    re.IGNORECASE,
)
_NO_SPEED_OF_IT = re.compile(
    r"\b(?:limits?|limited|permitted|permissible|allowed|restrict\w*|maximum|capable|designed"
    r"|up\s+to|top\s+speed|winds?|gust\w*|below|under|orders?|brak\w+|slow\w*"
    r"|normal(?:ly)?|usual(?:ly)?"
    r"|average|zone|should|must|would|could)\b[^.;]{0,30}$",
    re.IGNORECASE,
)
_LIMIT_AFTER = re.compile(
    r"(?:\s?[\w/]+(?:\s+(?:per|an?)\s+\w+)?)?\s+(?:(?:speed\s+)?limit|zone|restriction)\b",
    re.IGNORECASE,
)


def is_speed_of_vehicle(statement: Mapping[str, Any], text: str) -> bool:
    """
    Return whether a number is how fast a train, a bus or a plane is said to have run.

    Parameters
    ----------
    statement : mapping
        With ``measured``, ``start``, ``end`` and ``sentence_text``.
    text : str
        Of its article.

    Returns
    -------
    bool
        False for a limit, a wind, and a speed in a sentence that names neither a vehicle nor who
        drives or records it.

    Examples
    --------
    >>> sentence = "The recorder showed that the train was running at 98 kmph."
    >>> start = sentence.index("98")
    >>> statement = {"measured": "speed", "start": start, "end": start + 2}
    >>> is_speed_of_vehicle({**statement, "sentence_text": sentence}, sentence)
    True
    """
    if statement["measured"] != _SPEED:
        return False
    before = text[max(0, statement["start"] - _REACH) : statement["start"]]
    if _NO_SPEED_OF_IT.search(before) or _LIMIT_AFTER.match(text, statement["end"]):
        return False
    is_running = _RUNNING.search(before) is not None
    return is_running and _VEHICLE.search(statement["sentence_text"]) is not None
