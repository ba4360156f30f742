"""
Tell which counts of people harmed are of two attacks, or one of an attack and one of several days.

In: statements. Out: which pairs. A story of a war or of a wave of crime holds several attacks, and
what is counted after one of them is not what is counted after the next, however alike their reports
are. Articles of one event (``event_id``) are of one attack, and so are those of two events that
open with the same number of dead, or with an attack of one day and place: the second reports the
next day of the first. A flood and an outbreak go on for weeks, and their counts rise from event to
event.
"""

import re
from functools import lru_cache
from itertools import combinations, product
from typing import Any

import numpy as np

from analysis.compare.quantities.attack_days import Attack, attack_of
from analysis.compare.quantities.statements import Statements
from analysis.core import lexicon, paths
from analysis.core.calendar_words import WEEKDAYS

__all__ = ["are_of_two_scenes", "attack_scenes", "is_of_days", "scenes_of"]

_KILLED = "killed"
_NO_CHANCE = 3  # dead, from which two equal numbers are of one attack
_LAST_SENTENCE = 2  # of the opening: the headline, perhaps a byline, and the first sentence
_OPENING = 300  # characters of an article that tell what happened
_DAY = rf"(?:{'|'.join(WEEKDAYS)})"
_NUMBER = r"(?:two|three|four|five|six|seven|eight|nine|ten|twelve|several|\d+)"
_IN_DAYS = (
    r"\b(?:in|over|within|during)\s+(?:(?:the\s+)?(?:space|course)\s+of\s+|just\s+|under\s+"
    r"|less\s+than\s+|the\s+(?:past|last)\s+)?(?:about\s+)?"
    rf"{_NUMBER}\s+(?:days|nights|weeks)\b"
)
# "Four days, three towns: almost [70] dead", "in two days of raids [49] people were killed"
_DAYS_BEFORE = re.compile(
    rf"""
    (?: {_IN_DAYS}[^.;\n]{{0,80}}
      | \b(?:in|over)\s+the\s+(?:space|course)\s+of\s[^.;,\n]{{0,30}},\s[^.;\n]{{0,30}}
      | ^{_NUMBER}\s+(?:days|nights)\b(?!\s+(?:after|before|later|ago|since|earlier)\b)
        [^.;\n]{{0,40}} )$
    """,
    re.IGNORECASE | re.VERBOSE,
)
# "The third attack in two weeks", "the worst since Friday", who "will appear in court on Monday"
_NO_SUM = re.compile(
    r"\b(?:first|second|third|fourth|fifth|sixth|latest|deadliest|worst|bloodiest|will|court|due"
    r"|ago)\b",
    re.IGNORECASE,
)
# "[53] people were killed on Monday and Wednesday", "[132] have been killed since Saturday"
_DAYS_AFTER = re.compile(
    rf"[^.;\n]{{0,90}}?(?:\bon\s+{_DAY}\s+and\s+(?:on\s+)?{_DAY}\b"
    rf"|\bsince\s+(?:last\s+)?{_DAY}\b|{_IN_DAYS})",
    re.IGNORECASE,
)


def are_of_two_scenes(statements: Statements, first: np.ndarray, second: np.ndarray) -> np.ndarray:
    """
    Return which pairs count people harmed in two attacks.

    Parameters
    ----------
    statements : Statements
    first, second : arrays of int
        Rows of each pair.

    Returns
    -------
    array of bool
        True also where one of the two counts those of several days, and for equal numbers, which
        the caller leaves out.

    Notes
    -----
    Of 40 judged rows of real reports in which the numbers of two events differed, 10 were of one
    thing; of the others 11 of 18 (``data/labels/differing_rows.csv``, tables of November 2026).
    """
    rows: Any = statements.rows
    scene = attack_scenes(statements)
    is_attack = scene != ""
    of_days = np.zeros(len(rows), dtype=bool)
    columns = (rows[name][is_attack] for name in ("sentence_text", "up_to_next", "text"))
    of_days[is_attack] = [is_of_days(*words) for words in zip(*columns, strict=True)]
    apart = (scene[first] != scene[second]) | (of_days[first] != of_days[second])
    return is_attack[first] & is_attack[second] & apart


def attack_scenes(statements: Statements) -> np.ndarray:
    """
    Return the attack in which those were harmed whom each statement counts.

    Parameters
    ----------
    statements : Statements

    Returns
    -------
    array of str
        Equal for one attack, as ``scenes_of``; empty for statements of no harm or of no attack.
    """
    rows: Any = statements.rows
    scene = _of_one_day(statements, scenes_of(rows))
    is_attack = (scene != "") & rows["outcome"].notna().to_numpy(bool)
    told = zip(rows["article_id"][is_attack], rows["sentence_text"][is_attack], strict=True)
    is_attack[is_attack] = [
        _tells_of_attack(sentence) or _tells_of_attack(statements.texts[article][:_OPENING])
        for article, sentence in told
    ]
    scene[~is_attack] = ""
    return scene


def is_of_days(sentence: str, clause: str, number: str) -> bool:
    """
    Return whether a number counts those of several days.

    Parameters
    ----------
    sentence : str
    clause : str
        The sentence up to the next number.
    number : str
        As it is printed; it ends the clause, or stands in it.

    Returns
    -------
    bool

    Examples
    --------
    >>> sentence = "At least 132 fighters have been killed since Saturday."
    >>> is_of_days(sentence, sentence, "132")
    True
    >>> is_of_days("At least 132 were killed on Saturday.", "At least 132 were", "132")
    False
    """
    start = clause.rfind(number)
    after = _DAYS_AFTER.match(sentence, start + len(number))
    if after is not None:
        return _NO_SUM.search(after[0]) is None
    return (
        _DAYS_BEFORE.search(sentence[:start]) is not None
        and _NO_SUM.search(sentence[:start]) is None
    )


def scenes_of(rows: Any) -> np.ndarray:
    """
    Return the incident that the article of each statement reports.

    Parameters
    ----------
    rows : DataFrame
        Rows of ``Statements``. Not changed.

    Returns
    -------
    array of str
        Equal for statements of one incident; empty for an article without an event.
    """
    pairs = zip(rows["story"], rows["event_id"], strict=True)
    named = [
        "" if event is None or event != event else f"{story} {event}" for story, event in pairs
    ]
    scene = np.array(named, dtype=object)
    is_toll = rows["outcome"].eq(_KILLED) & rows["amount"].ge(_NO_CHANCE)
    is_toll &= rows["scope"].eq("event") & rows["part_of"].isna()
    is_toll &= rows["in_title"].astype(bool) | rows["sentence_id"].le(_LAST_SENTENCE)
    is_toll = is_toll.to_numpy(bool) & (scene != "")
    tolls = rows.loc[is_toll, ["article_id", "story", "amount"]].drop_duplicates("article_id")
    opening = tolls.index.to_numpy()
    for places in tolls.groupby(["story", "amount"], sort=True).indices.values():
        of_one = np.unique(scene[opening[places]])
        scene[np.isin(scene, of_one)] = of_one[0]
    return scene


def _of_one_day(statements: Statements, scene: np.ndarray) -> np.ndarray:
    """
    Return incidents, two as one whose articles open with an attack of one day and place.

    Unless articles of the two place it on two days: then they are as their events say.
    """
    rows: Any = statements.rows
    scene = scene.copy()
    articles = rows.loc[scene != "", ["article_id", "story", "published"]]
    articles = articles.assign(scene=scene[scene != ""]).drop_duplicates("article_id")
    for _, story in articles.groupby("story", sort=True):
        attacks: dict[str, list[Attack]] = {}
        told = zip(story["article_id"], story["published"], story["scene"], strict=True)
        if story["scene"].nunique() > 1:
            for article, day, name in told:
                attack = attack_of(statements.texts[article], day, _tells_of_attack)
                attacks.setdefault(name, []).append(attack)
        for one, other in combinations(sorted(attacks), 2):
            if _is_one(attacks[one], attacks[other]):
                scene[scene == other] = one
                attacks[other] = attacks[one] = attacks[one] + attacks[other]
    return scene


def _is_one(attacks: list[Attack], others: list[Attack]) -> bool:
    """Return whether some articles of two incidents agree on day and place, none on two days."""
    pairs = list(product(attacks, others))
    if any(one.is_of_another_day(other) for one, other in pairs):
        return False
    return any(one.is_that_of(other) for one, other in pairs)


@lru_cache(maxsize=20_000)
def _tells_of_attack(text: str) -> bool:
    """Return whether words tell of an attack, and of no flood or outbreak."""
    return _words("incident").search(text) is not None and _words("lasting").search(text) is None


@lru_cache(maxsize=2)
def _words(group: str) -> re.Pattern[str]:
    groups = lexicon.load(paths.LEXICONS / "attacks.toml", allowed_keys=("words",))
    words = sorted(groups[group]["words"], key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b(?!-)", re.IGNORECASE)
