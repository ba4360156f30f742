"""
Tell nouns of animals, which have no outcome of people.

In: a noun. Out: a truth value, or all such nouns. List: the group ``animal`` of
``data/lexicons/outcomes.toml``.
"""

from functools import lru_cache

from analysis.core import lexicon, paths

__all__ = ["animal_nouns", "is_animal"]


def is_animal(noun: str | None) -> bool:
    """
    Return whether a noun, as a dictionary prints it, names an animal.

    Examples
    --------
    >>> is_animal("whale"), is_animal("miner"), is_animal(None)
    (True, False, False)
    """
    return noun in animal_nouns()


@lru_cache(maxsize=1)
def animal_nouns() -> frozenset[str]:
    """Return the nouns of the list, as a dictionary prints them."""
    groups = lexicon.load(paths.LEXICONS / "outcomes.toml")
    return frozenset(groups["animal"]["words"])
