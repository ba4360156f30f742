"""
Nouns of what has no body, which only a figure of speech murders: buildings, plants, qualities.

Out: all such nouns. List: ``data/lexicons/bodiless.toml``.
"""

from functools import cache

from analysis.core import lexicon, paths

__all__ = ["bodiless_nouns"]


@cache
def bodiless_nouns() -> frozenset[str]:
    """Return the nouns of the list, as a dictionary prints them."""
    groups = lexicon.load(paths.LEXICONS / "bodiless.toml", allowed_keys=("words",))
    return frozenset(word for group in groups.values() for word in group["words"])
