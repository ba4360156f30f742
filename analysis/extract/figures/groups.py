"""
Decide which group of people a figure counts.

In: the words for who is counted, and the group that the tagger predicts. Out: one of
``analysis.core.tables.GROUPS``. Names of groups are described, not endorsed: rebels, militants and
terrorists are all ``fighters``, the forces of a state and those who fight for it ``soldiers``. Word
lists: ``data/lexicons/groups.toml``.
"""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from analysis.core import lexicon, paths
from analysis.extract.figures.record import Figure
from analysis.extract.numbers.word_patterns import ANY_CASE, AS_WRITTEN

__all__ = [
    "carried_group",
    "choose_group",
    "counts_all",
    "group_by_words",
    "follows_part",
    "follows_speaker",
    "starts_new_count",
]

ARMED = frozenset({"soldiers", "fighters"})
CHARACTERS_OF_ALL = 40
_OF_ALL = re.compile(
    r"\b(?:dead|deaths?|toll|people|killed|victims|casualties|injured|wounded)\b[^.;,]*$", ANY_CASE
)

_MOSTLY_AFTER = re.compile(
    r",?\s+(?:mostly|mainly|most\s+of\s+(?:them|whom))\s+(?:civilians|women|fighters|rebels)\b"
)
_SECOND_GROUP_AFTER = re.compile(
    r"""
    (?: \s+and | ,(?=\s+(?:women|children|civilians|men|soldiers|fighters|militants)\b) )
    \s+ (?P<noun>[^\W\d]+)\b
    (?! \s+(?:was|injur|wound) )
    """,
    AS_WRITTEN,
)
# "as quake kills 60", "in a tragedy that has left at least 11 dead": of a clause of its own
_OTHER_CLAUSE_BEFORE = re.compile(
    r"\b(?:(?:as|while|after|when)\s+(?:[\w-]+\s+){1,3}?(?:kills?|killed|claims?|claimed|leaves?)"
    r"|(?:that|which)\s+(?:has\s+|had\s+)?(?:killed|claimed|left))\s+"
    r"(?:(?:at\s+least|about|some|around|nearly|over|more\s+than)\s+)?$",
    ANY_CASE,
)
_NEAR_SPEAKER = 60  # characters before a number
_SPEAKER_BEFORE = re.compile(
    r"\b(?:rescuers|rescue\s+workers|medics|paramedics|doctors|nurses|aid\s+workers|hospitals?"
    r"|journalists|reporters|police|troops|army)\s+(?:have\s+|has\s+|now\s+)?"
    r"(?:puts?|says?|said|counts?|counted|confirms?|confirmed|reports?|reported|estimates?"
    r"|estimated|claims?|claimed)\b[^.;:\n]{0,40}$",
    ANY_CASE,
)
# "38 people, including nine children, were killed and [120] hurt", "two nurses among [four] dead"
_PART_BEFORE = re.compile(
    r"\bamong\s+(?:the\s+)?(?:(?:about|some|at\s+least|nearly|more\s+than|over)\s+)*$"
    r"|\b(?:including|among\s+them)\s[^.;:]{3,60}?,\s+(?:were|was|have|had|died)\b[^.;:]{0,40}?"
    r"\band\s+(?:(?:about|some|around|nearly|more\s+than|at\s+least|another|over)\s+)*$"
    # "killed nine civilians, including two children, and wounded [27]"
    r"|\b(?:including|among\s+them)\s[^.:;]{3,60}?,?\s+and\s+(?:wound|injur|hurt|left)\w*\s+"
    r"(?:(?:about|some|around|nearly|more\s+than|at\s+least|another|over)\s+)*$"
    # "61 people had been arrested, including two minors, and [97] were treated"
    r"|\b(?:were|was|been)\s+\w+ed,\s+(?:including|among\s+them)\s[^.;:,]{3,60},\s+and\s+"
    r"(?:(?:about|some|around|nearly|more\s+than|at\s+least|another|over)\s+)*$",
    ANY_CASE,
)
# Nouns that do not tell the group by themselves; what the people are members of does.
_MEMBERS_AT_END = re.compile(
    r"""
    (?:^|\s)
    (?:members?|persons?|people|staff|employees|fighters?|elements|personnel|natives|crew)$
    """,
    ANY_CASE,
)
_OF_ORGANISATION = re.compile(
    r"""
    \s+(?:of|from|loyal\s+to|belonging\s+to|affiliated\s+(?:to|with))
    \s+(?:[\w()-]+\s+){0,5}?[\w()-]+
    """,
    ANY_CASE,
)
# "Plantation workers": a trade that is no medic's; "UNRWA workers" may be
_TRADE = re.compile(r"(?<![\w-])[a-z][a-z-]+\sworkers?$")
_REST_OF_CLAUSE = re.compile(
    r"""
    (?: [.,;]
      | \s(?:was|were|are|is|have|has|had|in|on|at|by|near|who|killed|injured|wounded|said|
        and|as)\b )
    .*
    """,
    ANY_CASE,
)
_NEW_COUNT = re.compile(
    r"""
    [;\n]
    | \b(?: tolls? | tally | losses
          | (?:number|total|count)\s+of\s+(?:the\s+)?
            (?:dead|deaths|killed|victims|casualties|people|persons|injured|wounded|hurt|missing
              |arrests|arrested|detained|ill|sick|infected|displaced)
          | the\s+(?:number|total|count|figure|dead|injured|wounded|missing)\s+(?:at|to|as)
          | (?:raising|bringing|taking|pushing|lifting)\s+to (?=\s+(?:\w+\s+)*$) )\b
    """,
    ANY_CASE,
)
_JOINED = re.compile(r"\band\b|,|&")
_REBEL = re.compile(r"\b(?:rebel|opposition|anti-government)\b")


class _GroupWords(NamedTuple):
    """The lexicon of groups, ready for matching."""

    group_of: dict[str, str]
    pattern: re.Pattern[str]
    soldier_modifiers: re.Pattern[str]
    undecided: frozenset[str]  # "fighters": of which side is not said


@lru_cache(maxsize=1)
def _group_words() -> _GroupWords:
    keys = ("words", "modifiers", "open")
    groups = lexicon.load(paths.LEXICONS / "groups.toml", allowed_keys=keys)
    group_of = {word: name for name, group in groups.items() for word in group["words"]}
    return _GroupWords(
        group_of,
        _whole_words(group_of),
        _whole_words(groups["soldiers"]["modifiers"]),
        frozenset(groups["fighters"]["open"]),
    )


# "Ten of the dead were under 18"
_MINORS_AFTER = re.compile(
    r"\s+(?:of\s+(?:the\s+\w+|them|whom|those)\s+)?(?:are|were|is|was)\s+"
    r"(?:(?:all\s+)?(?:aged\s+)?(?:under|below|younger\s+than)\s+(?:the\s+age\s+of\s+)?"
    r"(?:1[0-8]|eighteen|sixteen)|minors|underage)\b(?!\s+(?:percent|per\s+cent|degrees))",
    re.IGNORECASE,
)


def _whole_words(words: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern for any of the words, longest first; a hyphen is part of a word."""
    ordered = sorted(words, key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, ordered))})(?![\w-])")


def group_by_words(counted: str | None) -> str | None:
    """
    Return the group that the counted words name.

    Parameters
    ----------
    counted : str or None

    Returns
    -------
    str or None
        A group; "mixed" if the words join armed and unarmed people, or both sides; None if they
        decide nothing ("people", "others", no words).

    Examples
    --------
    >>> group_by_words("pro-government fighters"), group_by_words("young girls")
    ('soldiers', 'children')
    >>> group_by_words("people") is None
    True
    """
    text = (counted or "").lower()
    lexicon_words = _group_words()
    found = [lexicon_words.group_of[match[0]] for match in lexicon_words.pattern.finditer(text)]
    if not found:
        return None
    armed = [group for group in found if group in ARMED]
    joined = _JOINED.search(text) is not None
    if not armed:
        return _unarmed_group(found, joined)
    if len(armed) < len(found):
        return "mixed" if joined else found[0]
    return _armed_group(text, found, joined)


def _unarmed_group(found: Sequence[str], joined: bool) -> str:
    """Return the group of unarmed people; "civilian women" are women."""
    precise = [group for group in found if group != "civilians"]
    if joined and len(set(precise)) > 1:
        return "mixed"
    return (precise or found)[0]


def _armed_group(text: str, found: Sequence[str], joined: bool) -> str:
    """Return the group of armed people: soldiers, fighters or both sides."""
    lexicon_words = _group_words()
    several_groups = len(set(found)) > 1
    # without the names of several words: the "army" of "free syrian army" makes no soldiers
    rest = lexicon_words.pattern.sub(_without_phrases, text)
    has_modifier = lexicon_words.soldier_modifiers.search(rest) is not None
    if joined and _REBEL.search(text) and (has_modifier or several_groups):
        return "mixed"
    words = {match[0] for match in lexicon_words.pattern.finditer(text)}
    # "fighters from the popular committees"
    owned_by_soldiers = several_groups and bool(words & lexicon_words.undecided)
    return "soldiers" if has_modifier or owned_by_soldiers else found[0]


def _without_phrases(match: re.Match[str]) -> str:
    """Return a matched word, or nothing for a phrase of several words."""
    return "" if " " in match[0] else match[0]


def carried_group(counted: str | None, before: Sequence[Figure]) -> str | None:
    """
    Return the group that a figure takes over from an earlier one: "killed 5 rebels and wounded 9".

    Parameters
    ----------
    counted : str or None
        The counted words of the figure.
    before : sequence of Figure
        Earlier figures of the same sentence and count, in reading order.

    Returns
    -------
    str or None
        The group of the last figure with a noun; None if the counted words name people, or there is
        no such figure. "Others" after women, children or a mixed group are not of that group.
    """
    if counted is not None and counted.lower() not in ("others", "other", "more"):
        return None
    group = None
    for figure in before:
        if figure.counted is not None and figure.counted.lower() != "others":
            group = figure.group
    if counted is not None and group in ("women", "children", "mixed"):
        return None
    return group


def counts_all(before: str) -> bool:
    """
    Return whether the words before a number say that it is one of all people.

    Examples
    --------
    >>> counts_all("It killed 20 fighters; medics put the number of dead at ")
    True
    >>> counts_all("Five of its soldiers died, it says; the others say ")
    False
    """
    return _OF_ALL.search(before[-CHARACTERS_OF_ALL:]) is not None


def starts_new_count(between: str) -> bool:
    """
    Return whether the words between two figures start another count.

    "20 fighters; others put the dead at 33" are two counts.
    """
    return _NEW_COUNT.search(between) is not None


def choose_group(counted: str | None, after: str, predicted: str) -> str:
    """
    Choose between the group that the words name and the one that the tagger predicts.

    Parameters
    ----------
    counted : str or None
        The counted words.
    after : str
        The text that follows them; "people, mostly civilians" and "women and children" are mixed.
    predicted : str
        The group that the tagger predicts.

    Returns
    -------
    str
        The group of the words; the predicted one if the words decide nothing, or do not say which
        side armed people belong to. Workers of a trade that the words do not call medical or aid
        are never predicted to be of it.
    """
    if counted and _MEMBERS_AT_END.search(counted) and _OF_ORGANISATION.match(after):
        counted += _REST_OF_CLAUSE.sub("", after)
    by_words = group_by_words(counted)
    if counted is None or by_words is None:
        if _MINORS_AFTER.match(after):
            return "children"
        if _MOSTLY_AFTER.match(after):
            return "mixed"
        is_other_trade = predicted == "medics_aid" and _TRADE.search(counted or "") is not None
        return "unspecified" if is_other_trade else predicted
    if _has_other_group_after(by_words, after):
        return "mixed"
    words = {match[0] for match in _group_words().pattern.finditer(counted.lower())}
    side_is_open = words <= _group_words().undecided
    return predicted if side_is_open and predicted in ARMED else by_words


def follows_speaker(text: str, start: int) -> bool:
    """
    Return whether those named before a number are not who was harmed: they tell it, or are others.

    Parameters
    ----------
    text : str
    start : int
        Character at which the number starts.

    Returns
    -------
    bool

    Examples
    --------
    >>> follows_speaker("Market strike: rescuers put dead at 51", 36)
    True
    >>> follows_speaker("Girl, 6, saved after 22 hours as quake kills 60", 45)
    True
    >>> follows_speaker("Rescuers drove to the market and 51 died", 33)
    False
    """
    first = max(0, start - _NEAR_SPEAKER)
    for pattern in (_SPEAKER_BEFORE, _OTHER_CLAUSE_BEFORE):
        if pattern.search(text, first, start) is not None:
            return True
    return False


def follows_part(before: str) -> bool:
    """
    Return whether a number without a noun follows a part: it counts all, and not that part.

    Parameters
    ----------
    before : str
        The text before the number.

    Returns
    -------
    bool

    Examples
    --------
    >>> follows_part("38 people, including nine children, were killed and more than ")
    True
    """
    return _PART_BEFORE.search(before) is not None


def _has_other_group_after(group: str, after: str) -> bool:
    """Return whether a second group follows: "women and children"."""
    second = _SECOND_GROUP_AFTER.match(after)
    if second is None or second["noun"] in _group_words().undecided:
        return False
    other = group_by_words(second["noun"])
    return other is not None and other != group
