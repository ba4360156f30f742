"""
Tell polls, studies and reports that are named by no body: "a new poll" may be anybody's.

In: the name of a source. Out: a truth value. Two texts that name "the survey" need not mean one.
"""

import re
from functools import lru_cache

from analysis.core.calendar_words import lower_names

__all__ = ["names_no_body"]

_HEADS = frozenset(
    """poll polls polling survey surveys study studies report reports analysis analyses research
    review reviews estimate estimates""".split()
)
# what follows the noun: "poll [by ...]", "study [being released ...]", "survey [taken last week]"
_AFTER_HEAD = re.compile(
    r",|\s(?:of|for|by|from|in|on|at|to|with|about|among|who|which|that|being|taken|done|\w+ed)\s"
)
# these say when or how large, and not whose; a headline prints them with capitals
_NOT_WHOSE = frozenset(
    """the a an one two another this that these those some several his her its their our new newer
    latest recent previous earlier early late last first second separate independent major national
    nationwide statewide state local regional public private official internal exit tracking online
    telephone annual monthly weekly daily scientific academic medical similar other more most all
    exhaustive extensive detailed us u.s uk eu american british european""".split()
)
_WORD = re.compile(r"[^\W\d_][\w.’'&-]*")


@lru_cache(maxsize=10_000)
def names_no_body(name: str) -> bool:
    """
    Return whether a name is that of a poll, study or report, and does not say whose.

    Parameters
    ----------
    name : str
        Of a source, as printed.

    Returns
    -------
    bool
        False for everything else, and where a proper name stands in it.

    Examples
    --------
    >>> names_no_body("New Poll"), names_no_body("study being released on Tuesday by a group")
    (True, True)
    >>> names_no_body("Orlo College poll"), names_no_body("survey by the PWI"), names_no_body("PWI")
    (False, False, False)
    """
    phrase = _WORD.findall(_AFTER_HEAD.split(name.strip(), maxsplit=1)[0])
    if not phrase or phrase[-1].lower() not in _HEADS:
        return False
    words = [word.strip(".’'") for word in _WORD.findall(name)]
    own = [word for word in words if word[:1].isupper() and word.lower() not in _HEADS]
    return all(word.lower() in _NOT_WHOSE or word.lower() in lower_names() for word in own)
