"""
Tell which kind of people a figure counts.

In: the words for who is counted, and what the reader thinks. Out: one of ``analysis.tables.GROUPS``.
Names of groups are described, not endorsed: rebels, militants and terrorists are all ``fighters``, forces of a state
and those who fight for it ``soldiers``. Word lists: ``data/lexicons/groups.toml``.
"""

import re
from functools import lru_cache

from analysis import lexicon, paths


@lru_cache(maxsize=1)
def _lists():
    groups = lexicon.load(paths.LEXICONS / "groups.toml", allowed_keys=("words", "modifiers"))
    words = {name: _pattern(group["words"]) for name, group in groups.items()}
    return words, _pattern(groups["soldiers"]["modifiers"])


def _pattern(words):
    ordered = sorted(words, key=len, reverse=True)
    return re.compile(r"(?<![\w-])(?:" + "|".join(map(re.escape, ordered)) + r")(?![\w-])")


def group_by_words(counted):
    """
    Look the counted words up in the lexicon.

    Parameters
    ----------
    counted : str or None

    Returns
    -------
    str or None
        A group; "mixed" where the words name armed and unarmed people side by side; None where they decide nothing
        ("people", "others", no words).

    Examples
    --------
    >>> group_by_words("pro-government fighters"), group_by_words("young girls"), group_by_words("people")
    ('soldiers', 'children', None)
    """
    text = (counted or "").lower()
    patterns, makes_soldiers = _lists()
    found = {name: match.start() for name, pattern in patterns.items() if (match := pattern.search(text))}
    if not found:
        return None
    armed, unarmed = found.keys() & {"soldiers", "fighters"}, found.keys() - {"soldiers", "fighters"}
    if armed and unarmed:
        return "mixed" if re.search(r"\band\b|,|&", text) else _first(found)
    if armed == {"soldiers", "fighters"} or "fighters" in armed:
        return "soldiers" if makes_soldiers.search(text) else _first(found)
    if len(unarmed) > 1 and "civilians" in unarmed:
        unarmed = unarmed - {"civilians"}  # "civilian women" are women
    return _first({name: found[name] for name in armed or unarmed})


def _first(found):
    return min(found, key=found.get)
