"""
Tell which kind of people a figure counts.

In: the words for who is counted, and what the reader thinks. Out: one of ``analysis.core.tables.GROUPS``.
Names of groups are described, not endorsed: rebels, militants and terrorists are all ``fighters``, forces of a state
and those who fight for it ``soldiers``. Word lists: ``data/lexicons/groups.toml``.
"""

import re
from functools import lru_cache

from analysis.core import lexicon, paths

_MOSTLY = re.compile(
    r",?\s+(?:mostly|mainly|most\s+of\s+(?:them|whom))\s+(?:civilians|women|fighters|rebels)\b"
)
_AND = re.compile(
    r"(?:\s+and|,(?=\s+(?:women|children|civilians|men|soldiers|fighters|militants)\b))"
    r"\s+([^\W\d]+)\b(?!\s+(?:was|injur|wound))"
)
# heads that say nothing by themselves: what they are members of does
_MEMBERS = re.compile(
    r"(?i)(?:^|\s)(?:members?|persons?|people|staff|employees|fighters?|elements|personnel|natives|crew)$"
)
_OF_WHOM = re.compile(
    r"(?i)\s+(?:of|from|loyal\s+to|belonging\s+to|affiliated\s+(?:to|with))\s+(?:[\w()-]+\s+){0,5}?[\w()-]+"
)
_ENDS = re.compile(
    r"(?i)(?:[.,;]|\s(?:was|were|are|is|have|has|had|in|on|at|by|near|who|killed|injured|wounded|said|and|as)\b).*"
)
_ANEW = re.compile(
    r"(?i)[;\n]|\b(?:tolls?|tally|losses|(?:number|total|count)\s+of\s+(?:the\s+)?(?:dead|deaths|killed|victims|casualties)|"
    r"the\s+(?:number|total|count|figure|dead)\s+(?:at|to|as))\b"
)
ARMED = frozenset({"soldiers", "fighters"})


@lru_cache(maxsize=1)
def _lists():
    groups = lexicon.load(
        paths.LEXICONS / "groups.toml", allowed_keys=("words", "modifiers", "open")
    )
    group_of = {word: name for name, group in groups.items() for word in group["words"]}
    return (
        group_of,
        _pattern(group_of),
        _pattern(groups["soldiers"]["modifiers"]),
        set(groups["fighters"]["open"]),
    )


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
        A group; "mixed" where the words name armed and unarmed people, or both sides, together; None where they
        decide nothing ("people", "others", no words).

    Examples
    --------
    >>> group_by_words("pro-government fighters"), group_by_words("young girls"), group_by_words("people")
    ('soldiers', 'children', None)
    """
    text = (counted or "").lower()
    group_of, pattern, makes_soldiers, undecided = _lists()
    found = [group_of[match[0]] for match in pattern.finditer(text)]
    if not found:
        return None
    joined = re.search(r"\band\b|,|&", text) is not None
    armed, unarmed = set(found) & ARMED, [g for g in found if g not in ARMED]
    if armed and unarmed:
        return "mixed" if joined else found[0]
    if armed:
        rest = pattern.sub(
            lambda m: "" if " " in m[0] else m[0], text
        )  # "free syrian army" holds no "army"
        sided = makes_soldiers.search(rest) is not None
        rebels = re.search(r"\b(?:rebel|opposition|anti-government)\b", text) is not None
        if joined and rebels and (sided or len(armed) > 1):
            return "mixed"
        words = {m[0] for m in pattern.finditer(text)}
        owned = len(armed) > 1 and bool(words & undecided)  # "fighters from the popular committees"
        return "soldiers" if sided or owned else found[0]
    precise = [g for g in unarmed if g != "civilians"]  # "civilian women" are women
    return "mixed" if len(set(precise)) > 1 and joined else (precise or unarmed)[0]


def carried_group(counted, before):
    """
    Give the group that a figure takes from the one before it in the sentence: "killed 5 rebels and wounded 9".

    Parameters
    ----------
    counted : str or None
    before : list of dict
        Earlier figures of the sentence with ``counted`` and ``group``, in reading order.

    Returns
    -------
    str or None
        The group of the last figure with a noun of its own; None where the words name people, or there is none.
        "Others" beside women, children or a mix are others indeed.
    """
    alone = counted is None
    if not alone and counted.lower() not in ("others", "other", "more"):
        return None
    named = [f for f in before if f["counted"] is not None and f["counted"].lower() != "others"]
    group = named[-1]["group"] if named else None
    return None if not alone and group in ("women", "children", "mixed") else group


def counts_anew(between):
    """Judge whether the words between two figures begin another count: "20 fighters; others put the dead at 33"."""
    return _ANEW.search(between) is not None


def choose_group(counted, after, reader):
    """
    Choose between the lexicon and the reader.

    Parameters
    ----------
    counted : str or None
        The counted words.
    after : str
        The text that follows them; "people, mostly civilians" and "women and children" are mixed.
    reader : str
        The reader's group.

    Returns
    -------
    str
        The lexicon's group; the reader's where the words decide nothing, or say of fighters not whose they are.
    """
    if counted and _MEMBERS.search(counted) and _OF_WHOM.match(after):
        counted += _ENDS.sub("", after)
    by_words = group_by_words(counted)
    if by_words is None:
        return "mixed" if _MOSTLY.match(after) else reader
    _, pattern, _, undecided = _lists()
    joined = _AND.match(after)
    if (
        joined
        and joined[1] not in undecided
        and by_words != (group_by_words(joined[1]) or by_words)
    ):
        return "mixed"
    words = {match[0] for match in pattern.finditer(counted.lower())}
    return reader if words <= undecided and reader in ARMED else by_words
