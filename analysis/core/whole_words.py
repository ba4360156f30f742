"""
Find a name in a text as whole words, quickly.

In: a text and a name. Out: where it stands. A pattern that begins with a boundary is tried at each
character: in a long article it is twenty times as slow as a search for the name itself.
"""

import re
from collections.abc import Iterator

__all__ = ["whole_words"]


def whole_words(text: str, name: str) -> Iterator[re.Match[str]]:
    """
    Yield where a text holds a name as whole words, in order.

    Parameters
    ----------
    text : str
    name : str
        At least one character; upper and lower case are told apart.

    Yields
    ------
    re.Match

    Examples
    --------
    >>> [match.start() for match in whole_words("Quists met Quist, and Quist spoke.", "Quist")]
    [11, 22]
    """
    whole = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)")
    start = text.find(name)
    while start >= 0:
        match = whole.match(text, start)
        if match is not None:
            yield match
        start = text.find(name, start + len(name) if match is not None else start + 1)
