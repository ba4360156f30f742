"""
Tell pronouns from names, and what each of them can refer to.

"It" and "she" are pronouns; "US", "WHO" and "IT" are names that look like pronouns.
"""

__all__ = [
    "REFERS_TO",
    "UNRESOLVABLE",
    "is_pronoun",
    "pronoun_of",
]

REFERS_TO = {
    "he": "m",
    "she": "f",
    "him": "m",
    "her": "f",
    "his": "m",
    "who": "name_before",
    "which": "name_before",
    "that": "name_before",
    "it": "group",
    "its": "group",
    "they": "any",
    "them": "any",
    "their": "any",
    "both": "any",
    "one of them": "any",
    "another": "one_of_several",
    "a second": "one_of_several",
    "a third": "one_of_several",
    "a fourth": "one_of_several",
}
"""
What each pronoun can refer to: "m" a man, "f" a woman, the name before it, a body, anyone, or one
of those who are several.
"""
UNRESOLVABLE = frozenset("i we you me us one this what my our".split())
"""Pronouns that refer to no source of the article."""
_NO_PRONOUNS = frozenset({"US", "WHO", "IT"})


def is_pronoun(words: str) -> bool:
    """
    Return whether a source is a pronoun, whether or not it refers to a source.

    Parameters
    ----------
    words : str

    Returns
    -------
    bool

    Examples
    --------
    >>> is_pronoun("She"), is_pronoun("us"), is_pronoun("US")
    (True, True, False)
    """
    lowered = pronoun_of(words)
    return lowered in REFERS_TO or lowered in UNRESOLVABLE


def pronoun_of(words: str) -> str:
    """
    Return words in small letters, except names that look like pronouns: "US", "WHO".

    Parameters
    ----------
    words : str

    Returns
    -------
    str
    """
    return words if words.strip() in _NO_PRONOUNS else words.lower().strip()
