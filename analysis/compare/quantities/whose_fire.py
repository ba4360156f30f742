"""
Tell which counts of people harmed are of the two sides of an exchange of fire.

In: statements with the words for who harmed (``agent``) and whose people were harmed (``side``).
Out: which pairs. Nine killed "by Indian shelling" and seven killed as "Pakistani troops shelled"
the other side of one border are two groups of people. Where only one side fires, two names are a
dispute about who did it, and of two allies a strike may be told as the one's or the other's: so a
sentence of the story must tell that these two exchanged fire. Once it does, the two numbers of one
strike for which each side blames the other are parted as well.
"""

import re
from collections import defaultdict
from functools import lru_cache
from typing import Any

import numpy as np

from analysis.compare.quantities.pair_tests import same_amount
from analysis.compare.quantities.sides import BOTH, parties_named
from analysis.compare.quantities.statements import Statements

__all__ = ["are_of_two_fires", "opponents", "whose_fire"]

_FIRE = (
    r"(?:[a-z-]+\s+){0,3}(?:fire|gunfire|shell(?:s|ing|fire)|artillery|missiles|rockets|strikes)\b"
)
_BOTH_WAYS = re.compile(
    rf"\b(?:exchang|trad|swap)(?:ed|ing)\s+{_FIRE}"
    rf"|\bexchanges?\s+of\s+{_FIRE}[^.;,]{{0,40}}\bbetween\b",
    re.IGNORECASE,
)
# "The attack on Israel": whom it hit is not who did it
_TARGET = re.compile(r"\b(?:on|in|into|onto|against|at|near|over|inside)\b", re.IGNORECASE)
_TWO = 2
_SENTENCE_END = re.compile(r"(?<=[a-z0-9”\"’][.!?])\s|\n")


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
        two are opponents in the story, or if the doer of one has an opponent and is the side whose
        people the other counts, or the other counts those of both sides. A doer who would have
        harmed its own people was misread, and is none.
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
    opponents_in = _opponents_by_story(statements)
    fires, sides = fire.tolist(), side.tolist()
    stories = rows["story"].tolist()
    pairs = zip(first[found].tolist(), second[found].tolist(), strict=True)
    found[found] = [
        _differ((fires[one], fires[other]), (sides[one], sides[other]), opponents_in[stories[one]])
        for one, other in pairs
    ]
    return found


def _differ(
    fires: tuple[str | None, str | None],
    sides: tuple[str | None, str | None],
    opposed: frozenset[frozenset[str]],
) -> bool:
    """Return whether two numbers have two doers, or one the other's doer as those harmed."""
    if None not in fires:
        return frozenset(fires) in opposed
    fire, other_side = (fires[0], sides[1]) if fires[1] is None else (fires[1], sides[0])
    return other_side in (fire, BOTH) and any(fire in pair for pair in opposed)


def _opponents_by_story(statements: Statements) -> dict[str, frozenset[frozenset[str]]]:
    """Return the pairs of parties that fire at each other, of each story."""
    found: defaultdict[str, frozenset[frozenset[str]]] = defaultdict(frozenset)
    articles: Any = statements.rows[["story", "article_id"]].drop_duplicates()
    for story, article_id in articles.itertuples(index=False):
        found[story] |= opponents(statements.texts[article_id])
    return found


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
    parties = parties_named(_TARGET.split(agent)[0])
    return parties[0] if len(parties) == 1 else None


@lru_cache(maxsize=512)
def opponents(text: str) -> frozenset[frozenset[str]]:
    """
    Return the pairs of countries and armed groups that exchanged fire, as a sentence tells.

    Parameters
    ----------
    text : str
        An article.

    Returns
    -------
    frozenset of frozenset of str
        None of a sentence that names more than two: some of them may be allies.

    Examples
    --------
    >>> sorted(*opponents("Indian and Pakistani troops exchanged heavy fire."))
    ['India', 'Pakistan']
    >>> opponents("Indian shells fell in Pakistan.")
    frozenset()
    """
    if _BOTH_WAYS.search(text) is None:
        return frozenset()
    told = [part for part in _SENTENCE_END.split(text) if _BOTH_WAYS.search(part)]
    named = (frozenset(parties_named(sentence)) for sentence in told)
    return frozenset(parties for parties in named if len(parties) == _TWO)
