"""
Tell the toll of one place from that of all: "ten in Tolland County", of thirteen in two states.

In: the statements of stories. Out: for each number of people harmed the place of a part that it is
of. Outlets name one scene in many ways, so that another name alone tells nothing. But where an
article says how many of its toll were in one county, what others count in that county is the part
as well, and no rival of the whole.
"""

import re
from collections import defaultdict
from collections.abc import Mapping
from typing import Any

import numpy as np

from analysis.compare.quantities.statements import Statements

__all__ = ["of_other_places", "places_of_parts"]

_COLUMNS = [
    *("story", "article_id", "outcome", "amount", "scope", "part_of", "places", "sentence_text"),
    "text",
]
_NEAR = 25  # characters between a district and the number after it
_Key = tuple[int, str]  # story and outcome
# Of a town outlets say as well that it is in its province: only names of such parts tell apart.
_DISTRICT = re.compile(
    r"\b(?:county|province|district|governorate|parish|prefecture|region|oblast|canton|department"
    r"|borough|township|municipality)\b"
)


def of_other_places(statements: Statements, first: np.ndarray, second: np.ndarray) -> np.ndarray:
    """
    Return which pairs count those harmed in one place of several, and in all or in another.

    Parameters
    ----------
    statements : Statements
    first, second : arrays of int
        Rows of each pair.

    Returns
    -------
    array of bool
    """
    place = places_of_parts(statements)
    outcome = statements.rows["outcome"].to_numpy(object)
    return (outcome[first] == outcome[second]) & (place[first] != place[second])


def places_of_parts(statements: Statements) -> np.ndarray:
    """
    Return the place of a part that each statement is of.

    Parameters
    ----------
    statements : Statements

    Returns
    -------
    array of str
        In lower case; empty for a statement of no harm, of the whole, and of a number that is as
        large as that of the whole. A number without a place has that of its article's equal one.
    """
    rows: Any = statements.rows
    counts = rows["outcome"].notna() & rows["amount"].notna()
    records: dict[int, Any] = rows.loc[counts, _COLUMNS].to_dict("index")
    place = _places_named(records)
    most = _largest_of_all(records, place)
    found = np.full(len(rows), "", dtype=object)
    for row, record in records.items():
        if record["amount"] < most[record["story"], record["outcome"]]:
            found[row] = place[row]
    return found


def _places_named(records: Mapping[int, Any]) -> dict[int, str]:
    """Return the place of a part that a statement names, or an equal one of its article."""
    parts: dict[_Key, set[str]] = defaultdict(set)
    for record in records.values():
        if record["scope"] == "part" or record["part_of"] is not None:
            named = [name for name in record["places"] if _is_where(name, record)]
            parts[record["story"], record["outcome"]].update(named)
    place: dict[int, str] = {}
    equal: dict[tuple[str, str, float], str] = {}
    for row, record in records.items():
        words = record["sentence_text"].casefold()
        named = sorted(parts[record["story"], record["outcome"]])
        place[row] = next((name for name in named if name in words), "")
        if place[row]:
            equal.setdefault(_number_of(record), place[row])
    return {row: own or equal.get(_number_of(records[row]), "") for row, own in place.items()}


def _is_where(name: str, record: Mapping[str, Any]) -> bool:
    """
    Return whether a district is where those of a part were harmed.

    "Ten in Tolland County", "in Tolland County, ten died"; not of "the sirens of Tilden County,
    with the one near the park where six died".
    """
    if _DISTRICT.search(name) is None:
        return False
    number = re.escape(record["text"].casefold())
    parts = re.split(rf"(?<!\w){number}(?!\w)", record["sentence_text"].casefold(), maxsplit=1)
    before, after = parts[0], parts[-1]
    return name in after or name in before[-_NEAR - len(name) :]


def _number_of(record: Mapping[str, Any]) -> tuple[str, str, float]:
    return record["article_id"], record["outcome"], record["amount"]


def _largest_of_all(records: Mapping[int, Any], place: Mapping[int, str]) -> dict[_Key, float]:
    """Return the largest number of the event of each story that names no place of a part."""
    most: dict[_Key, float] = defaultdict(float)
    for row, record in records.items():
        if not place[row] and record["scope"] == "event":
            key = record["story"], record["outcome"]
            most[key] = max(most[key], record["amount"])
    return most
