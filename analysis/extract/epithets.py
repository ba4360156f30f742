"""
Take the adjectives away with which a paper judges whom it names: "Heartless Minister Ada Quist".

In: words that name somebody. Out: the same without such adjectives. They are no part of a name, and
at the beginning of a sentence their capital makes them look like one. The adjectives are in
``data/lexicons/epithets.toml``.
"""

import re
from functools import lru_cache

from analysis.core import lexicon, paths

__all__ = ["epithet_words", "without_epithets"]

_NAME_LATER = re.compile(r"(?!(?:and|or|but)\s)(?:[a-z][\w’'-]*\s){0,3}[A-ZÀ-Þ]")


@lru_cache(maxsize=1)
def epithet_words() -> frozenset[str]:
    """Return the adjectives, in small letters."""
    groups = lexicon.load(paths.LEXICONS / "epithets.toml", allowed_keys=("words",))
    return frozenset(groups["judging"]["words"])


def without_epithets(words: str) -> str:
    """
    Return the words for a source without the judging adjectives that they begin with.

    Parameters
    ----------
    words : str
        A source, with or without its article.

    Returns
    -------
    str
        The same words where no name follows: "furious residents" says who they are.

    Examples
    --------
    >>> without_epithets("Heartless Minister Ada Quist"), without_epithets("Furious residents")
    ('Minister Ada Quist', 'Furious residents')
    """
    article = re.match(r"(?:[Tt]he|[Aa]n?)\s", words)
    start = article.end() if article is not None else 0
    rest = words[start:]
    first, _, after = rest.partition(" ")
    while first.lower() in epithet_words() and _NAME_LATER.match(after):
        rest = after
        first, _, after = rest.partition(" ")
    return words[:start] + rest
