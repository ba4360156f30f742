"""
Tell given names: "Anna" and "Omar" are borne by persons.

In: a word. Out: the gender of those who bear it. List: ``data/lexicons/first_names.toml``.
"""

from functools import lru_cache

from analysis.core import lexicon, paths

__all__ = ["gender_of_given_name", "is_given_name"]


_GENDER_OF_GROUP = {"census_women": "f", "census_men": "m", "women": "f", "men": "m"}


@lru_cache(maxsize=1)
def _genders() -> dict[str, str]:
    groups = lexicon.load(paths.LEXICONS / "first_names.toml", allowed_keys=("words",))
    names: dict[str, str] = {}
    for group, gender in _GENDER_OF_GROUP.items():
        names |= dict.fromkeys(groups[group]["words"], gender)
    return names


def gender_of_given_name(word: str) -> str | None:
    """
    Return who bears a name: "f", "m", or None for a word that is no listed given name.

    A name that both bear is told as a man's.

    Examples
    --------
    >>> gender_of_given_name("Anna"), gender_of_given_name("Street")
    ('f', None)
    """
    return _genders().get(word)


def is_given_name(word: str) -> bool:
    """Return whether a word, with its capital, is a listed given name."""
    return word in _genders()
