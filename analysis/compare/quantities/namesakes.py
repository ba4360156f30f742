"""
Tell two persons of one surname apart: the votes of Elena Vargas and those of Pedro Vargas.

In: the words for whose two numbers are. Out: whether they can be one owner. By their words alone
the two owners are as alike as "Ms Vargas" and "Elena Vargas", who are one.
"""

import re

__all__ = ["owners_agree"]

_NAME = re.compile(r"\b[A-ZÀ-Þ][\w’'-]*")
_WOMAN = frozenset({"Ms", "Mrs", "Miss", "Madam", "Lady"})
_MAN = frozenset({"Mr", "Sir", "Lord"})
# capitalised at the start of a sentence or before a name, and no part of it
_NO_NAME = frozenset(
    """The A An His Her Their Its Businessman Businesswoman Lawyer Candidate Rival Opponent
    Incumbent President Minister Mayor Governor Senator Sen Rep Dr Judge Captain Chancellor Premier
    Opposition Former Conservative Liberal Socialist Democrat Republican""".split()
)


def owners_agree(one: str | None, other: str | None) -> bool:
    """
    Whether two owners can be the same.

    Parameters
    ----------
    one, other : str or None
        As printed; None where an article does not tell.

    Returns
    -------
    bool
        False only for two names that end alike and have given names with different first letters
        (Joe can be Joseph), or "Mr" and "Ms".

    Examples
    --------
    >>> owners_agree("the lawyer Elena Vargas", "Pedro Vargas"), owners_agree("Ms Vargas", "Vargas")
    (False, True)
    """
    if not one or not other or one == other:
        return True
    first, second = _NAME.findall(one), _NAME.findall(other)
    if not first or not second or first[-1] != second[-1]:
        return True
    if _are_apart(first, second):
        return False
    if " of " in f"{one} {other}":
        return True  # "Ministry of Health", "Department of Health"
    given = _given_name(first), _given_name(second)
    return None in given or str(given[0])[0] == str(given[1])[0]


def _given_name(names: list[str]) -> str | None:
    """Return the word before a surname; None for a title, and after initials alone."""
    before = [name for name in names[:-1] if len(name) > 1]
    return before[-1] if before and before[-1] not in _NO_NAME | _WOMAN | _MAN else None


def _are_apart(first: list[str], second: list[str]) -> bool:
    """Whether one name has a woman's title and the other a man's."""
    women = [not _WOMAN.isdisjoint(names) for names in (first, second)]
    men = [not _MAN.isdisjoint(names) for names in (first, second)]
    return (women[0] and men[1]) or (women[1] and men[0])
