"""
Write abbreviations as one word, whatever an outlet's style sheet does with their full stops.

In: a text. Out: the text with "F.B.I." as "FBI". One whose letters are a common word keeps its full
stops, and so do the two of these that some write without: "U.S." for "US", which is not "us", and
"U.N." for "UN".
"""

import re

from analysis.core.stop_words import english_stop_words

__all__ = ["KEPT", "without_stops"]

KEPT = r"(?<![\w.])(?:[A-Z]\.){2,}"
"""Pattern of an abbreviation that keeps its full stops."""

_DOTTED = re.compile(r"(?<![\w.])[A-Z](?:\.[A-Z])+(?:\.(?!\w)|(?![\w.]))")
_BARE = re.compile(r"(?<![\w.])U([SN])(?![\w$€£])")


def without_stops(text: str) -> str:
    """
    Return a text whose abbreviations in capitals have no full stops.

    Parameters
    ----------
    text : str

    Returns
    -------
    str
        Small letters ("e.g.") and initials that touch a name are as they were; so is "US" in a line
        of capitals, where it may be "us".

    Examples
    --------
    >>> without_stops("The F.B.I. and the N.A.A.C.P. in the US, said the UN's envoy")
    "The FBI and the NAACP in the U.S., said the U.N.'s envoy"
    """
    return "\n".join(map(_line_without_stops, text.split("\n")))


def _line_without_stops(line: str) -> str:
    plain = _DOTTED.sub(_joined, line)
    if line.isupper():
        return plain
    return _BARE.sub(r"U.\1.", plain)


def _joined(match: re.Match[str]) -> str:
    """Return the letters of an abbreviation; with full stops if they are a common word."""
    letters = match[0].replace(".", "")
    if letters.lower() in english_stop_words():
        return "".join(f"{letter}." for letter in letters)
    return letters
