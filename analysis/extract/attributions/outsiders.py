"""
Tell words of an institution in a source that do not make the source a part of it.

In: the words of a source and where an institution or group is named in them. Out: truth values. A
court watcher is no court, a Kremlin critic no official, a police union no police; and a minister
whose surname is Wagner speaks for no group of that name, nor Dawn Quist for a paper.
"""

import re

from analysis.core.given_names import is_given_name

__all__ = ["is_family_name", "is_first_name", "is_level_only", "is_of_outsider", "is_surname"]

# who looks on, and bodies of those who work there
_OUTSIDER = re.compile(
    r"""
    (?:['’]s?)?[\s-]
    (?:
        (?:watcher|critic|opponent|detractor|foe|sceptic|skeptic|supporter|buff|enthusiast)s?\b
      | (?:(?:officer|worker|employee|guard|staff|clerk|reform)s?['’]?s?\s)?
        (?:union|federation|guild|syndicate|benevolent|lodge)\b
    )
    """,
    re.IGNORECASE | re.VERBOSE,
)
# a level of government, which says of what town or district the body after it is
_LEVEL = re.compile(
    r"(?:county|city of|city|town|municipality|governorate|council of|township)(?:['’]?s)?",
    re.IGNORECASE,
)
_SAME_PHRASE = re.compile(
    r"(?:['’]s)?(?:\s+(?!(?:and|or|of|in|at|for|from|to|with|on|by)\b)[\w.’'-]+){0,4}\s+"
)
_TITLE = (
    r"(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Lady|President|Minister|Ministers?|Secretary|Senator|Sen"
    r"|Representative|Rep|Governor|Gov|Mayor|Judge|Justice|Professor|Prof|Ambassador|Councillor)"
)
_TITLED = re.compile(rf"\b{_TITLE}\.?\s(?:[A-ZÀ-Þ][\w’'.-]*\s){{0,3}}$")
_NAME_AFTER = re.compile(r"\s[A-ZÀ-Þ]")
_GIVEN = re.compile(r"(?P<given>[A-ZÀ-Þ][\w’'-]+)\s(?:[A-ZÀ-Þ]\.\s|[A-ZÀ-Þ][\w’'-]+\s)?$")


def is_of_outsider(words: str, end: int) -> bool:
    """
    Whether an institution is named only for who watches it or for a union of its staff.

    Parameters
    ----------
    words : str
        The words of a source.
    end : int
        Where the institution's name ends.

    Returns
    -------
    bool

    Examples
    --------
    >>> is_of_outsider("a court watcher", 7), is_of_outsider("a court clerk", 7)
    (True, False)
    """
    return _OUTSIDER.match(words, end) is not None


def is_level_only(words: str, start: int, end: int, after: int) -> bool:
    """
    Whether a level of government only says of what place a body is: "the county sheriff".

    Parameters
    ----------
    words : str
        The words of a source.
    start, end : int
        The level, in characters.
    after : int
        Where the body begins.

    Returns
    -------
    bool
        False where another phrase begins between them ("the county and the hospital").
    """
    if _LEVEL.fullmatch(words, start, end) is None or after < end:
        return False
    return _SAME_PHRASE.fullmatch(words, end, after) is not None


def is_surname(words: str, start: int, end: int) -> bool:
    """
    Whether the one-word name of a group is a person's surname: "Minister Ada Wagner".

    Parameters
    ----------
    words : str
        The words of a source.
    start, end : int
        The name, in characters.

    Returns
    -------
    bool
        Whether a title, or a given name of the word lists, is before it. False for acronyms.
    """
    name = words[start:end]
    if " " in name or not name[:1].isupper() or name.isupper():
        return False
    before = words[:start]
    if _TITLED.search(before) is not None:
        return True
    given = _GIVEN.search(before)
    return given is not None and is_given_name(given["given"])


def is_family_name(words: str, start: int, end: int) -> bool:
    """
    Whether a trade is a person's family name: "Ada Farmer".

    Parameters
    ----------
    words : str
        The words of a source.
    start, end : int
        The trade, in characters.

    Returns
    -------
    bool
        Whether it has a capital, a listed given name is before it and no other name after it.

    Examples
    --------
    >>> is_family_name("Ada Farmer", 4, 10), is_family_name("Farmer Ada Quist", 0, 6)
    (True, False)
    """
    name = words[start:end]
    if not name[:1].isupper() or " " in name or _NAME_AFTER.match(words, end):
        return False
    given = _GIVEN.search(words[:start])
    return given is not None and is_given_name(given["given"])


def is_first_name(words: str, start: int, end: int) -> bool:
    """
    Whether the one-word name of a paper or station is a person's given name: "Dawn Quist".

    Parameters
    ----------
    words : str
        The words of a source.
    start, end : int
        The name, in characters.

    Returns
    -------
    bool
        Whether it is a listed given name with another name after it.

    Examples
    --------
    >>> is_first_name("Dawn Quist", 0, 4), is_first_name("Dawn", 0, 4)
    (True, False)
    """
    name = words[start:end]
    return " " not in name and is_given_name(name) and bool(_NAME_AFTER.match(words, end))
