"""
Find the opening of an article: its headline, a byline, and the first sentence of the report.

In: a text and the characters of its sentences. Out: the numbers of those up to the first that ends
like a sentence. A headline or "By Ada Quist" in a line of its own is none: whatever counts
sentences from the beginning would take the second line for the lead.
"""

import re
from collections.abc import Mapping

__all__ = ["opening_sentences"]

_ENDS = re.compile(r"[.!?…][”\"’')\]]*\s*$|[:;]\s*$|,[”\"’']\s*$")
_MOST_LINES = 4  # a headline, what stands below it, a byline and an office


def opening_sentences(text: str, sentences: Mapping[int, tuple[int, int]]) -> frozenset[int]:
    """
    Return the numbers of the sentences with which an article opens.

    Parameters
    ----------
    text : str
    sentences : mapping of int to (int, int)
        Characters of each sentence by its number.

    Returns
    -------
    frozenset of int
        The first sentence, and those up to the first that ends with a stop; a headline may end with
        "!" or "?". A list without stops opens with its first four lines.

    Examples
    --------
    >>> text = "Blast kills 12\\n\\nBy Ada Quist\\n\\nA bomb killed 12. It rained."
    >>> sorted(opening_sentences(text, {0: (0, 14), 1: (16, 28), 2: (30, 47), 3: (48, 58)}))
    [0, 1, 2]
    """
    found = []
    for number in sorted(sentences)[:_MOST_LINES]:
        start, end = sentences[number]
        found.append(number)
        ending = _ENDS.search(text[start:end])
        is_shout = ending is not None and ending[0][:1] in "!?" and text.startswith("\n", end)
        if ending is not None and not (is_shout and len(found) == 1):
            break
    return frozenset(found)
