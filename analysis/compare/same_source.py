"""
Tell whether two sources as printed are one: "governor", "the regional governor".

In: the words of two sources. Out: a truth value. Used where the numbers of two outlets, or two of
one article, stand side by side.
"""

import re

from analysis.compare.countries_of_bodies import is_one_body
from analysis.core.given_names import is_given_name

__all__ = ["is_one_source"]

# One person in an article; "the army" and "the rebel army" are two sides.
_OFFICES = frozenset("governor mayor minister president prefect premier chancellor".split())
# Of one happening there is mostly one police: "police", "Toledo police", "the local police".
_WHERE = frozenset("local state city county national federal provincial regional district".split())
_WORDS_OF_TITLE = 2
_ARMY = frozenset("army military armed forces troops".split())
# What an article calls a body that it has named.
_BODIES = frozenset(
    """
    ministry union party company firm group council commission agency office department board bank
    operator hospital charity organisation organization campaign railway airline
    """.split()
)


def is_one_source(words: str | None, other: str | None, in_one_article: bool = False) -> bool:
    """
    Return whether two sources are one, or one office: "governor", "the regional governor".

    Parameters
    ----------
    words, other : str or None
        Sources as printed.
    in_one_article : bool
        In one article "the ministry" is the health ministry that it names; "the army" and "the
        rebel army" are two sides.

    Returns
    -------
    bool
    """
    one, two = sorted((_source_words(words), _source_words(other)), key=len)
    is_office = len(one) == 1 and one[0] in _OFFICES and two[-1] == one[0]
    is_police = one == ["police"] and two[1:] == one and _is_place(two[0], words, other)
    # "its chief veterinary officer", "the chief veterinary officer, Pawel Meyer"
    is_title_of = len(one) >= _WORDS_OF_TITLE and two[: len(one)] == one
    # beside "the Russian defence ministry" an article's "defence ministry" is another country's
    is_told = words is not None and other is not None and not in_one_article
    is_body = is_told and is_one_body(str(words), str(other))
    is_short_for = in_one_article and len(one) == 1 and one[0] in _BODIES and one[0] in two
    is_again = in_one_article and (_is_surname_of(words, other) or _is_surname_of(other, words))
    is_army = in_one_article and bool(one and two) and {*one, *two} <= _ARMY
    is_short_for |= is_again or is_army
    return one == two or is_office or is_police or is_title_of or is_short_for or is_body


def _is_surname_of(name: str | None, source: str | None) -> bool:
    """Return whether a single name ends a longer one: "Diaz", "Coroner Dr. Stephen Diaz"."""
    own, others = (name or "").strip(" ,;"), (source or "").strip(" ,;").split()
    is_name = own[:1].isupper() and own.isalpha() and not own.isupper()
    return is_name and len(others) > 1 and others[-1] == own and is_given_name(others[-2])


def _is_place(word: str, *sources: str | None) -> bool:
    """Return whether a word before "police" says where they are: a name, or "local"."""
    printed = {part for source in sources for part in re.findall(r"[^\s,;]+", source or "")}
    return word in _WHERE or word.capitalize() in printed


def _source_words(source: str | None) -> list[str]:
    words = re.findall(r"[^\s,;]+", (source or "").casefold())
    return words[1:] if words[:1] in (["the"], ["its"], ["their"], ["a"]) else words
