"""
Tell those who are called after somebody else: "Quist supporters", "an aide to Quist".

In: a noun, or the words for a source. Out: a truth value. Words: ``data/lexicons/followers.toml``.
"""

import re
from functools import cache, lru_cache

from analysis.core import lexicon, paths
from analysis.core.plurals import plural

__all__ = ["is_follower", "stands_by_another"]

_COMPLEMENT = re.compile(
    r",|\s(?:of|for|to|in|inside|within|outside|around|behind|under|with|from|at|on|by|against|near"
    r"|close|loyal|who|whose|that|which)\s"
)
_ANYONE = frozenset("people person persons those someone somebody anyone".split())


def is_follower(noun: str) -> bool:
    """
    Return whether a noun, one or several, is for people who are told by whom they stand.

    Examples
    --------
    >>> is_follower("supporter"), is_follower("allies"), is_follower("mayor")
    (True, True, False)
    """
    return noun.lower() in _nouns("followers")


@lru_cache(maxsize=10_000)  # each source of a story is compared with all others
def stands_by_another(words: str) -> bool:
    """
    Return whether words for a source end in a noun for followers or kin, or for anyone.

    Parameters
    ----------
    words : str
        As printed. What follows a comma or a preposition is left out.

    Returns
    -------
    bool
        False where a name follows the noun: "Quist supporter Emil Roth".

    Examples
    --------
    >>> stands_by_another("Quist\'s allies"), stands_by_another("Quist\'s lawyer, Emil Roth")
    (True, True)
    >>> stands_by_another("people in the Quist camp"), stands_by_another("Quist of Velm")
    (True, False)
    """
    head = _COMPLEMENT.split(words.strip(), maxsplit=1)[0].split()
    if not head:
        return False
    noun = head[-1].rstrip("’'")
    # a "Campaign" or "Family" with a capital may be the name of a body
    return noun.lower() in _ANYONE or is_follower(noun) or noun in _nouns("circles")


@cache
def _nouns(group: str) -> frozenset[str]:
    groups = lexicon.load(paths.LEXICONS / "followers.toml", allowed_keys=("words",))
    words = groups[group]["words"]
    return frozenset({*words, *map(plural, words)})
