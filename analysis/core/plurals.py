"""
Put nouns in the plural, and in the number of their count: "1 outlet", "2 outlets".

In: a noun in the singular, or a count with one. Out: its plural, the noun as it is after the count,
or the count with it.
"""

from typing import Final

__all__ = ["count_and_label", "count_and_noun", "noun_for", "plural"]

_VOWELS: Final = tuple("aeiou")
_UNCHANGED: Final = frozenset(
    """
    aircraft crossroads deer fish headquarters offspring people personnel police series sheep
    species staff troops
    """.split()
)
_IRREGULAR: Final = {
    "foot": "feet",
    "half": "halves",
    "knife": "knives",
    "leaf": "leaves",
    "life": "lives",
    "loaf": "loaves",
    "mouse": "mice",
    "person": "people",
    "quiz": "quizzes",
    "self": "selves",
    "shelf": "shelves",
    "thief": "thieves",
    "tooth": "teeth",
    "wolf": "wolves",
}
# "woman" and "policeman", "grandchild", "midwife"
_ENDINGS: Final = {"man": "men", "child": "children", "wife": "wives"}
_NO_MEN: Final = ("german", "human", "norman", "ottoman", "roman", "shaman", "talisman")
_IN_OES: Final = frozenset(
    "echo embargo hero mosquito potato tomato tornado torpedo veto volcano".split()
)
# "ch" is spoken as "k"
_HARD_CH: Final = ("epoch", "eunuch", "matriarch", "monarch", "oligarch", "patriarch", "stomach")


def plural(noun: str) -> str:
    """
    Return the plural of an English noun.

    Parameters
    ----------
    noun : str
        In the singular, one word or several, of which the last is put in the plural.

    Returns
    -------
    str
        Nouns in "o" take "s" ("photos") but for ten. A plural is not known as one: that of
        "outlets" is "outletses".

    Examples
    --------
    >>> [plural(noun) for noun in ("story", "day", "address", "crisis", "gunman", "series")]
    ['stories', 'days', 'addresses', 'crises', 'gunmen', 'series']
    """
    start = max(noun.rfind(" "), noun.rfind("-")) + 1
    before, word = noun[:start], noun[start:]
    folded = word.casefold()
    if folded in _UNCHANGED:
        return noun
    if folded in _IRREGULAR:
        return f"{before}{word[:1]}{_IRREGULAR[folded][1:]}"
    for ending, several in _ENDINGS.items():
        if folded.endswith(ending) and not folded.endswith(_NO_MEN):
            return f"{noun[: -len(ending) + 1]}{several[1:]}"
    if folded.endswith("sis"):
        return f"{noun[:-2]}es"
    if folded.endswith("y") and not folded[:-1].endswith(_VOWELS):
        return f"{noun[:-1]}ies"
    if folded in _IN_OES:
        return f"{noun}es"
    if folded.endswith(("s", "x", "ch", "sh")) and folded not in _HARD_CH:
        return f"{noun}es"
    return f"{noun}s"


def noun_for(count: float, noun: str) -> str:
    """
    Return a noun as it is after a count.

    Parameters
    ----------
    count : float
        How many there are.
    noun : str
        In the singular.

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
    return noun if count == 1 else plural(noun)


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
