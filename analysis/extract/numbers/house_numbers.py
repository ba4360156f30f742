"""
Tell that a number is that of a house: "14 Sadova Street", "22 Rue Lepic".

In: a text and the characters after a number in digits. Out: whether an address follows. Such a
number counts nothing, but "12 Wall Street banks" does.
"""

import re

from analysis.extract.numbers.word_patterns import AS_WRITTEN, one_of

__all__ = ["is_house_number"]

_NAME = r"(?:St\.\s+)?[A-Z][\w’'-]+"
_KIND = one_of(
    """
    Street St Road Rd Avenue Ave Drive Lane Boulevard Blvd Terrace Crescent Parkway Highway Alley
    Square Close Row Walk Quay Embankment Prospekt
    """
)
_KIND_FIRST = (
    r"(?:Rue|Avenue|Boulevard|Calle|Via|Avenida|Rua|Rua\s+do|Rue\s+de(?:\s+la)?|Via\s+dei?)"
)
# What may follow an address; a noun is what the number counts
_ENDS = (
    r"(?=\s*(?:[,.;:!?)\n]|$)|\s+(?:and|or|in|on|at|near|was|were|is|where|which|with|by|for|to)\b)"
)
_ADDRESS = re.compile(
    rf"\s+(?:{_NAME}\s+){{1,3}}{_KIND}\b\.?{_ENDS}|\s+{_KIND_FIRST}\s+{_NAME}\b", AS_WRITTEN
)
_LONGEST = 5  # digits


def is_house_number(text: str, start: int, end: int) -> bool:
    """
    Return whether an address follows a number.

    Parameters
    ----------
    text : str
    start, end : int
        Characters of the number.

    Returns
    -------
    bool
        False of a number in words, and of one with a decimal point or a comma.

    Examples
    --------
    >>> is_house_number("She reads at 14 Elm Street.", 13, 15)
    True
    >>> is_house_number("It hit 14 Wall Street banks.", 7, 9)
    False
    """
    digits = text[start:end]
    if not digits.isdecimal() or len(digits) > _LONGEST:
        return False
    return _ADDRESS.match(text, end) is not None
