"""
Tell which poll a share is of: "In an NBC News/Wall Street Journal poll Carson had [11] percent".

In: the text of an article and the position of a number. Out: the words that name the pollster. Two
polls ask other people on other days, so that their shares are no two counts of one thing.
"""

import re
from functools import lru_cache

__all__ = ["is_of_exit_poll", "pollster_of", "pollsters_in"]

REACH = 2_500  # characters before a number in which its poll is named
REACH_AFTER = 160  # characters after it, in its sentence
_SHORTEST = 3  # letters of a telling word

_POLL = r"(?:polls?|surveys?|polling)\b"
_KIND = (
    r"(?:(?:new|national|nationwide|latest|recent|online|tracking|state|statewide|exit|telephone"
    r"|phone|opinion|public|voter|same|first|monthly|weekly|[A-Z][a-z]+day)\s+){0,3}"
)
_NAME = r"[A-Z][\w.&’'-]*"
# "an NBC News/Wall Street Journal poll", "the Huffington Post-Morning Consult survey"
_NAMED_BEFORE = re.compile(
    rf"(?P<name>{_NAME}(?:(?:\s?[/–-]\s?|\s+(?:of\s+|and\s+|the\s+)?){_NAME}){{0,7}})"
    rf"\s+{_KIND}{_POLL}"
)
# "a poll by Gallup", "a survey conducted for the paper by Monmouth University"
_NAMED_AFTER = re.compile(
    rf"{_POLL}(?:\s+(?:conducted|released|published|taken|carried\s+out|commissioned))?"
    r"(?:\s+(?:on|this|last)\s+\w+)?\s+(?:by|from)\s+(?:the\s+)?"
    rf"(?P<name>{_NAME}(?:(?:\s?[/–-]\s?|\s+(?:of\s+|and\s+|the\s+)?){_NAME}){{0,7}})"
)
EXIT_POLL_REACH = 700  # characters before a number
# "An exit poll gave the Alliance 29 percent; with half of the votes counted it was on 30.7"
_EXIT_POLL = re.compile(
    r"(?P<exit>\b(?:exit\s?-?polls?|projections?)\b)"
    r"|\b(?:counted|count|tall(?:y|ied)|(?:official|partial"
    r"|preliminary|final|provisional)\s+results?"
    r"|electoral\s+(?:commission|council|office|tribunal)"
    r"|election\s+(?:commission|authority|office)"
    r"|took\s+[\d,.]+\s+votes)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[A-Za-z]+")
_SENTENCE_END = re.compile(r"[.!?]\s|\n")
# Words of many pollsters, of those who are asked, and of what is asked for.
_COMMON = frozenset(
    """
    the and new news post poll polls polling survey surveys university institute national research
    center centre group public policy times today daily press monday tuesday wednesday thursday
    friday saturday sunday republican republicans democratic democrats gop american americans
    presidential january february march april may june july august september october november
    december this that his her its their our most one another
    """.split()
)


def pollster_of(text: str, start: int, end: int) -> frozenset[str]:
    """
    Return the words that name the poll of a share.

    Parameters
    ----------
    text : str
    start, end : int
        Characters of the number.

    Returns
    -------
    frozenset of str
        In lower case, without words that many pollsters share; empty if no poll is named. The last
        one named before the number, or the first that its sentence names after it.

    Examples
    --------
    >>> text = "In a Gallup poll Orr had 41 percent."
    >>> sorted(pollster_of(text, text.index("41"), text.index("41") + 2))
    ['gallup']
    """
    before = _names_in(text[max(0, start - REACH) : start])
    after = text[end : end + REACH_AFTER]
    sentence_end = _SENTENCE_END.search(after)
    if sentence_end is not None:
        after = after[: sentence_end.start()]
    own = _names_in(after)
    found = before[-1:] or own[:1]
    return found[0] if found else frozenset()


def is_of_exit_poll(text: str, start: int, end: int) -> bool:
    """
    Return whether a number is one of an exit poll or projection, and not of the votes counted.

    Parameters
    ----------
    text : str
    start, end : int
        Characters of the number.

    Returns
    -------
    bool
        By the nearest words before it, or those that follow in its sentence.

    Examples
    --------
    >>> text = "An exit poll gave her 29 percent. With all votes counted, she had 30.9."
    >>> [is_of_exit_poll(text, text.index(n), text.index(n) + 2) for n in ("29", "30")]
    [True, False]
    """
    sentence_end = _SENTENCE_END.search(text, end)
    stop = len(text) if sentence_end is None else sentence_end.start()
    after = _EXIT_POLL.search(text, end, min(stop, end + REACH_AFTER))
    before = list(_EXIT_POLL.finditer(text, max(0, start - EXIT_POLL_REACH), start))
    nearest = before[-1] if before else after
    return nearest is not None and nearest["exit"] is not None


def pollsters_in(text: str) -> frozenset[str]:
    """
    Return the words that name pollsters in a text.

    Parameters
    ----------
    text : str

    Returns
    -------
    frozenset of str
        In lower case, without words that many pollsters share; empty if none is named.

    Examples
    --------
    >>> sorted(pollsters_in("A Gallup poll, and a survey by Monmouth University"))
    ['gallup', 'monmouth']
    """
    return frozenset().union(*_names_in(text))


@lru_cache(maxsize=512)  # the shares of a list stand behind one poll
def _names_in(words: str) -> list[frozenset[str]]:
    """Return the telling words of the pollsters that some words name, in order."""
    found = [
        (match.start(), _telling(match["name"]))
        for pattern in (_NAMED_BEFORE, _NAMED_AFTER)
        for match in pattern.finditer(words)
    ]
    return [name for _, name in sorted(found, key=lambda one: one[0]) if name]


def _telling(name: str) -> frozenset[str]:
    """Return the words of a name that tell pollsters apart."""
    words = (word.lower() for word in _WORD.findall(name))
    return frozenset(word for word in words if len(word) >= _SHORTEST and word not in _COMMON)
