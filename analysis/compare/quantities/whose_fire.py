"""
Tell which counts of people harmed are of the two sides of an exchange of fire.

In: statements with the words for who harmed (``agent``) and whose people were harmed (``side``).
Out: which pairs. Nine killed "by Indian shelling" and seven killed as "Pakistani troops shelled"
the other side of one border are two groups of people. Where only one side fires, two names are a
dispute about who did it, so one article of a pair must tell that both did.
"""

import re
from functools import lru_cache
from typing import Any

import numpy as np

from analysis.compare.quantities.pair_tests import same_amount
from analysis.compare.quantities.sides import BOTH, parties_named
from analysis.compare.quantities.statements import Statements

__all__ = ["are_of_two_fires", "fires_both_ways", "whose_fire"]

_FIRE = r"(?:\w+\s+)?(?:fire|gunfire|shell(?:s|ing|fire)|artillery|missiles|rockets|strikes)\b"
_BOTH_WAYS = re.compile(
    rf"""
    \b(?:
        (?:exchang|trad|swap)\w*\s+(?:of\s+)?{_FIRE}
      | exchanges?\s+of\s+{_FIRE}
      | return(?:ed|ing|s)?\s+fire\b
      | retaliat(?:ed|es|ing|ory)\b
      | on\s+(?:both|either|each)\s+sides?\b
    )""",
    re.IGNORECASE | re.VERBOSE,
)


def are_of_two_fires(statements: Statements, first: np.ndarray, second: np.ndarray) -> np.ndarray:
    """
    Return which pairs count those whom two sides of one fight have harmed.

    Parameters
    ----------
    statements : Statements
    first, second : arrays of int
        Rows of each pair.

    Returns
    -------
    array of bool
        True for two different numbers of people harmed, if the harm of both has a doer and these
        are two countries or armed groups, or if the doer of one is the side whose people the other
        counts, or the other counts those of both sides; and if the article of one of them tells
        that both sides fired. A doer who would have harmed its own people was misread, and is none.
    """
    rows: Any = statements.rows
    side = rows["side"].astype(object).where(rows["side"].notna(), None).to_numpy()
    fire = np.asarray([whose_fire(agent) for agent in rows["agent"]], dtype=object)
    fire[fire == side] = None
    is_harm = rows["outcome"].notna().to_numpy(bool)
    has_fire = np.asarray([party is not None for party in fire], dtype=bool)
    found = has_fire[first] | has_fire[second]
    found &= is_harm[first] & is_harm[second] & ~same_amount(rows, first, second)
    if not found.any():
        return found
    pairs = list(zip(first[found].tolist(), second[found].tolist(), strict=True))
    articles = rows["article_id"].to_numpy()
    texts = statements.texts
    found[found] = [
        _differ(fire[one], fire[other], side[one], side[other])
        and (fires_both_ways(texts[articles[one]]) or fires_both_ways(texts[articles[other]]))
        for one, other in pairs
    ]
    return found


def _differ(fire: str | None, other_fire: str | None, side: str | None, other: str | None) -> bool:
    """Return whether two numbers have two doers, or one the other's doer as those harmed."""
    if fire is not None and other_fire is not None:
        return fire != other_fire
    if fire is not None:
        return other in (fire, BOTH)
    return side in (other_fire, BOTH)


def whose_fire(agent: object) -> str | None:
    """
    Return the country or armed group that the words for a doer name.

    Parameters
    ----------
    agent : object
        Column ``agent`` of ``figures``: words, or null.

    Returns
    -------
    str or None
        None where no party or several are named.

    Examples
    --------
    >>> whose_fire("Indian shelling"), whose_fire("Indian and Pakistani troops")
    ('India', None)
    """
    if not isinstance(agent, str):
        return None
    parties = parties_named(agent)
    return parties[0] if len(parties) == 1 else None


@lru_cache(maxsize=512)
def fires_both_ways(text: str) -> bool:
    """
    Return whether an article tells of fire from two sides.

    Examples
    --------
    >>> fires_both_ways("The two armies exchanged heavy fire."), fires_both_ways("Shells fell.")
    (True, False)
    """
    return _BOTH_WAYS.search(text) is not None
