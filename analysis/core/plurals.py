"""
Put a noun in the number of its count: "1 outlet", "2 outlets".

In: a count and a noun that takes an "s". Out: the noun, or the count with it.
"""

__all__ = ["count_and_noun", "noun_for"]


def noun_for(count: float, noun: str) -> str:
    """
    Return a noun as it stands after a count.

    Parameters
    ----------
    count : float
        How many there are.
    noun : str
        In the singular; its plural ends in "s".

    Returns
    -------
    str
        The singular for exactly one, else the plural.

    Examples
    --------
    >>> noun_for(1, "article"), noun_for(0, "article"), noun_for(2000, "article")
    ('article', 'articles', 'articles')
    """
    if count == 1:
        return noun
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
