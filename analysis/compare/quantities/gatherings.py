"""
Name the crowd that a number counts: of a protest, a vigil, a meeting.

In: a statement and the text of its article. Out: a name, or None. The crowd of one march is one
thing, however far apart the counts of police and organisers are; who comes to mourn is another one.
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from analysis.compare.quantities.rival_words import PARTICIPANTS, counts_a_crowd
from analysis.compare.quantities.statements import Statements

__all__ = ["CROWD", "STADIUM", "counted_crowds", "gathering"]

STADIUM = re.compile(
    r"\b(?:stadium|arena|ground|match|game|final|spectators|fans)\b", re.IGNORECASE
)
"""Words of what is watched, and so has spectators and no crowd of its own cause."""
_REACH = 70  # characters before a number
_FEWEST_OF_CROWD = 100
_CROWDS = frozenset(("crowd", "turnout", "attendance"))
_PROTESTERS = frozenset(("protester", "protestor", "demonstrator", "marcher"))
# "Put attendance at 8,900"
_PUT_BEFORE = re.compile(
    r"\b(?:attendance|turn-?out)\s+(?:at|of|as|was)\s+(?:(?:about|around|some|only|just|nearly|over"
    r"|almost|more\s+than|fewer\s+than|less\s+than|at\s+least)\s+)?$",
    re.IGNORECASE,
)
_PROTEST = re.compile(r"\b(?:protest|demonstrat|march|rall(?:y|ies))\w*", re.IGNORECASE)
_MEETING = re.compile(
    r"\b(?:(?:council|town|public|community|residents?['’]?|village|parish|board|parents?['’]?)"
    r"\s+meetings?|school\s+board|public\s+(?:hearings?|comment)|town[\s-]halls?"
    r"|(?:school|council)\s+auditoriums?"
    r"|(?:(?:public|council|press)|into\s+the|packed\s+the)\s+galler(?:y|ies)"
    r"|attended\s+(?:the|a)\s+meeting)\b",
    re.IGNORECASE,
)
# of the sentence itself, in an article on a protest too
_AT_MEETING = re.compile(
    r"\b(?:attend(?:ed|ing)|at|into|packed|filled)\s+(?:the|a)\s+(?:[a-z]+\s)?"
    r"(?:meeting|hearing|gallery|council\s+chamber|town\s+hall|auditorium)\b",
    re.IGNORECASE,
)
# Who comes to mourn is another crowd than who comes to protest.
_OTHER_GATHERING = re.compile(
    r"\b(?:attend(?:ed|ing|s)?|for|at|join(?:ed|ing|s)?|watch(?:ed|ing)?|to)"
    r"\s+(?:an?|the|[\w-]+['’]s)\s+(?:[\w-]+\s+)?"
    r"(vigil|funeral|burial|parade|festival|carnival|pilgrimage)s?\b",
    re.IGNORECASE,
)
# "In Novi Sad too", "in March", "the largest since": the crowd of another place or day
_OTHER_PROTEST = re.compile(
    r"\b(?:(?i:last|previous|earlier|ago|since|similar|also|another|elsewhere|other|expect\w*"
    r"|plan\w*|would|will|could|might)|may|[Ii]n\s+(?:January|February|March|April|May|June|July"
    r"|August|September|October|November|December|\d{4}))\b"
)
CROWD = "crowd"
"""How the name of every crowd begins."""
_ASSEMBLY = "crowd of a meeting"


def gathering(statement: Mapping[str, Any], text: str) -> str | None:
    """
    Return the crowd that a number counts; the few of a square none.

    Parameters
    ----------
    statement : mapping
        A row of ``Statements``.
    text : str
        Of its article.

    Returns
    -------
    str or None
        Of a vigil or funeral that the sentence names, else of the protest that the article tells
        of, else of a meeting that it tells of.
    """
    is_crowd = statement["is_crowd"] or counts_a_crowd(statement, text)
    is_crowd = is_crowd or statement["noun"] in _PROTESTERS or _is_attendance(statement, text)
    if not is_crowd or statement["outcome"] is not None or statement["amount"] < _FEWEST_OF_CROWD:
        return None
    if statement["noun"] is not None and statement["noun"] not in PARTICIPANTS | _CROWDS:
        return None
    sentence = statement["sentence_text"]
    if _OTHER_PROTEST.search(sentence):
        return None
    other = _OTHER_GATHERING.search(sentence)
    if other is not None:
        return f"{CROWD} of a {other[1].casefold()}"
    if _AT_MEETING.search(sentence):
        return _ASSEMBLY
    if _tells_of_protest(text):
        return CROWD
    return _ASSEMBLY if _tells_of_meeting(text) else None


def counted_crowds(statements: Statements) -> frozenset[str]:
    """
    Return the figures that count a crowd.

    Parameters
    ----------
    statements : Statements

    Returns
    -------
    frozenset of str
        ``figure_id``.
    """
    rows: Any = statements.rows
    counts = rows.loc[rows["measured"].eq("count") & rows["amount"].notna()]
    return frozenset(
        row["figure_id"]
        for row in counts.to_dict("records")
        if gathering(row, statements.texts[row["article_id"]]) is not None
    )


def _is_attendance(statement: Mapping[str, Any], text: str) -> bool:
    """Return whether a number is put after "attendance at", of what is watched by nobody."""
    before = text[max(0, statement["start"] - _REACH) : statement["start"]]
    is_said = _PUT_BEFORE.search(before) is not None
    return is_said and STADIUM.search(statement["sentence_text"]) is None


@lru_cache(maxsize=64)
def _tells_of_meeting(text: str) -> bool:
    return _MEETING.search(text) is not None


@lru_cache(maxsize=64)
def _tells_of_protest(text: str) -> bool:
    return _PROTEST.search(text) is not None
