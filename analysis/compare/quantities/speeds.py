"""
Read of a speed that it is the one at which a vehicle crashed: 98 km/h, or 72 as its driver said.

In: a statement. Out: of what kind of vehicle it is the speed. A crash has one such speed, and
whether it was too high is what sources quarrel over; limits, winds, balls and the speeds of other
days are no part of that. Where a car hit a bus each has its own, so articles that name two kinds of
vehicle about as often are left alone.
"""

import re
from collections import Counter
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

__all__ = ["vehicle_of_speed"]

_SPEED = "speed"
_REACH = 70  # characters before a number
_TIMES_AS_OFTEN = 3  # as any other kind is the vehicle of a report named: "the train", and a car
_VEHICLE = re.compile(
    r"\b(?:trains?|express|locomotives?|trams?|bus(?:es)?|coach|cars?|lorr(?:y|ies)|trucks?|vans?"
    r"|drivers?|pilots?|motorm[ae]n|motorcycl\w+|ferr(?:y|ies)|jets?|planes?|aircraft|helicopters?"
    r"|recorders?|black\s+box(?:es)?|data\s+loggers?|tachographs?)\b",
    re.IGNORECASE,
)
_KINDS = {
    "train": r"trains?|express|locomotives?|trams?|railways?",
    "bus": r"bus(?:es)?|minibus(?:es)?",
    "car": r"cars?|taxis?|vans?|suvs?",
    "lorry": r"lorr(?:y|ies)|trucks?|tankers?",
    "motorcycle": r"motorcycles?|motorbikes?|scooters?",
    "ship": r"ferr(?:y|ies)|boats?|ships?",
    "plane": r"planes?|jets?|aircraft|airliners?|helicopters?",
}
_KIND = {kind: re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for kind, words in _KINDS.items()}
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


def vehicle_of_speed(statement: Mapping[str, Any], text: str) -> str | None:
    """
    Return of what kind of vehicle a number is the speed at which it is said to have run.

    Parameters
    ----------
    statement : mapping
        With ``measured``, ``start``, ``end`` and ``sentence_text``.
    text : str
        Of its article.

    Returns
    -------
    str or None
        "train", "bus", "car", "lorry", "motorcycle", "ship" or "plane". None for a limit, a wind,
        a speed in a sentence that names neither a vehicle nor who drives or records it, and in an
        article that names no kind of vehicle, or two about as often.

    Examples
    --------
    >>> sentence = "The recorder showed that the train was running at 98 kmph."
    >>> start = sentence.index("98")
    >>> statement = {"measured": "speed", "start": start, "end": start + 2}
    >>> vehicle_of_speed({**statement, "sentence_text": sentence}, sentence)
    'train'
    """
    if statement["measured"] != _SPEED:
        return None
    before = text[max(0, statement["start"] - _REACH) : statement["start"]]
    if _NO_SPEED_OF_IT.search(before) or _LIMIT_AFTER.match(text, statement["end"]):
        return None
    if _RUNNING.search(before) is None or _VEHICLE.search(statement["sentence_text"]) is None:
        return None
    return _main_vehicle(text)


@lru_cache(maxsize=64)  # the statements of an article come together
def _main_vehicle(text: str) -> str | None:
    """Return the kind of vehicle that an article names most, if it hardly names another."""
    named = Counter({kind: len(pattern.findall(text)) for kind, pattern in _KIND.items()})
    (kind, most), (_, second) = named.most_common(2)
    return kind if most and most >= _TIMES_AS_OFTEN * second else None
