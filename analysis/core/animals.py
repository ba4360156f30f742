"""
Tell nouns of animals, which have no outcome of people.

In: a noun. Out: a truth value. List: the group ``animal`` of ``data/lexicons/outcomes.toml``.
"""

from functools import lru_cache

from analysis.core import lexicon, paths

__all__ = ["is_animal"]


def is_animal(noun: str | None) -> bool:
    """
    Return whether a noun, as a dictionary prints it, names an animal.

    Examples
    --------
    >>> is_animal("whale"), is_animal("miner"), is_animal(None)
    (True, False, False)
    """
    return noun in _animals()


@lru_cache(maxsize=1)
def _animals() -> frozenset[str]:
    groups = lexicon.load(paths.LEXICONS / "outcomes.toml")
    return frozenset(groups["animal"]["words"])
