"""
Tell accidents, disasters and diseases from parties: nobody can blame a ferry or a flood.

In: the words for what caused harm. Out: a truth value. Words: ``mishap`` in
``data/lexicons/attacks.toml``.
"""

import re
from functools import cache

from analysis.core import lexicon, paths

__all__ = ["is_mishap"]

_WORD = re.compile(r"[\w’'-]+")
_COMPLEMENT = re.compile(r"\s(?:of|in|on|at|off|near|after|during|that|which|between|from|with)\s")
_A_FIRE = re.compile(r"[Aa]n?\s(?:[a-z-]+\s){0,3}fires?")  # of guns there is no "a"
# a storm's name comes after its kind
_NAMED_STORM = re.compile(r"\b(?:Typhoon|Hurricane|Cyclone|Storm)\s[A-Z][\w-]+$")


def is_mishap(agent: object) -> bool:
    """
    Whether what is named as the cause is an accident, a disaster or a disease, which no party is.

    Parameters
    ----------
    agent : object
        The words for the agent; False if they are missing.

    Returns
    -------
    bool

    Examples
    --------
    >>> is_mishap("a ferry disaster"), is_mishap("Typhoon Gaemi"), is_mishap("Norland's shelling")
    (True, True, False)
    """
    if not isinstance(agent, str):
        return False
    phrase = _COMPLEMENT.split(agent, maxsplit=1)[0]
    words = [word.lower() for word in _WORD.findall(phrase)]
    ends = words[-1:] + [" ".join(words[-2:])]
    mishaps = _mishaps()
    if any(word in mishaps or word.rstrip("s") in mishaps for word in ends):
        return True
    return bool(_A_FIRE.fullmatch(phrase) or _NAMED_STORM.search(phrase))


@cache
def _mishaps() -> frozenset[str]:
    groups = lexicon.load(paths.LEXICONS / "attacks.toml", allowed_keys=("words",))
    return frozenset(groups["mishap"]["words"])
