"""
Put a noun in the number of its count: "1 outlet", "2 outlets".

In: a count and a noun with a regular plural. Out: the noun, or the count with it.
"""

__all__ = ["count_and_label", "count_and_noun", "noun_for"]


def noun_for(count: float, noun: str) -> str:
    """
    Return a noun as it stands after a count.

    Parameters
    ----------
    count : float
        How many there are.
    noun : str
        In the singular; its plural is regular: "articles", "stories", "addresses".

    Returns
    -------
    str
        The singular for exactly one, else the plural.

    Examples
    --------
    >>> noun_for(1, "article"), noun_for(0, "article"), noun_for(2000, "article")
    ('article', 'articles', 'articles')
    >>> noun_for(2, "story"), noun_for(2, "day"), noun_for(2, "address")
    ('stories', 'days', 'addresses')
    """
    if count == 1:
        return noun
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return f"{noun[:-1]}ies"
    if noun.endswith(("s", "x", "ch", "sh")):
        return f"{noun}es"
    return f"{noun}s"


def count_and_noun(count: int, noun: str) -> str:
    """
    Return a count with its noun.

    Examples
    --------
    >>> count_and_noun(1, "outlet"), count_and_noun(2000, "outlet")
    ('1 outlet', '2,000 outlets')
    """
    return f"{count:,} {noun_for(count, noun)}"


def count_and_label(count: int, label: str) -> str:
    """
    Return a count with its name in a manifest, whose first word is a plural or no noun.

    Examples
    --------
    >>> count_and_label(1, "rows_in"), count_and_label(1, "copies"), count_and_label(1, "dropped")
    ('1 row in', '1 copy', '1 dropped')
    """
    noun, _, rest = label.replace("_", " ").partition(" ")
    if count == 1:
        noun = _singular(noun)
    return f"{count:,} {noun} {rest}".strip()


def _singular(noun: str) -> str:
    """Return the singular of a regular plural; other words as they are."""
    if noun.endswith("ies"):
        return f"{noun.removesuffix('ies')}y"
    return noun.removesuffix("s")
