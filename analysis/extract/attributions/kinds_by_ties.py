"""
Say what kind a source is by whom the article ties it to: an office to its holder, kin to kin.

In: the attributions of an article with their kinds, and the text. Out: for "Quist's office" and
"a spokesman for Quist" the kind of Quist; for Ada Quist, where the article speaks of "Quist's
sister" and of another Quist, a witness; for whoever asked that no name be printed, and holds no
office, an unnamed source; for "the Brigade" the kind of the Free Hills Brigade, and of no army.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from analysis.extract.attributions.proper_names import distinctive_words, is_person
from analysis.extract.attributions.source_types import source_type

__all__ = ["kind_by_ties"]

_OF_OFFICE = ("state_official", "local_authority")
_OF_HOLDER = re.compile(
    r"(?:.*\s)?(?P<who>[A-ZÀ-Þ][\w’-]*[\w])['’]s?\s(?:press\s|campaign\s)?office\b"
    r"|(?:.*\s)?(?:[Ss]pokes(?:man|woman|person)|[Aa]ide|[Ss]pokespeople)\s(?:for|of|to)\s"
    r"(?:[A-ZÀ-Þ][\w.’'-]+\s){0,3}(?P<whom>[A-ZÀ-Þ][\w’'-]+)(?:,.*)?"
)
_KIN = (
    r"(?:sister|brother|mother|father|mum|mom|dad|wife|husband|widow|widower|son|daughter|parents"
    r"|aunt|uncle|cousin|family|partner)\b"
)
_SOMEBODY = re.compile(r"(?:An?|One|Another|Two|Three|Four|Several|Some|Both)\s", re.IGNORECASE)
_ONE_WORD = re.compile(r"[A-ZÀ-Þ][\w’-]+")
# "the Brigade's military spokesman, Idris Roth"
_SPEAKS_FOR = re.compile(
    r"\b(?P<body>[A-ZÀ-Þ][\w-]+)['’]s\s(?:[a-z]+\s){0,2}?spokes(?:man|woman|person)\b"
)
_OF_ARMY = re.compile(
    r"\b(?:First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth|\d+(?:st|nd|rd|th)"
    r"|Armou?red|Infantry|Airborne|Mechani[sz]ed|Mountain|Marine|Tank|Artillery|Guards|Parachute"
    r"|National|Royal)\b"
)
_UNNAMED = (
    r"\b{source},?\s(?:who\s)?[^.;“”\"]{{0,60}}"
    r"(?:not\s(?:to\s)?be\s(?:named|identified|quoted)|(?:on\scondition\sof|requested)\sanonymity)"
)


def kind_by_ties(row: Mapping[str, Any], rows: Sequence[Mapping[str, Any]], text: str) -> str:
    """
    Return the kind of a source by whom the article ties it to, or that told so far.

    Parameters
    ----------
    row : mapping of str to object
        With ``source``, ``source_name`` and ``source_type``.
    rows : sequence of mapping
        All attributions of the article.
    text : str
        The article.

    Returns
    -------
    str

    Examples
    --------
    >>> lund = {"source": "Lund", "source_name": "Mayor Lund", "source_type": "local_authority"}
    >>> office = {"source": "Lund's office", "source_name": None, "source_type": "state_official"}
    >>> kind_by_ties(office, [lund, office], "")
    'local_authority'
    """
    kind = row["source_type"]
    if kind == "military" and _is_of_armed_group(row, rows, text):
        return "armed_group"
    if kind in (*_OF_OFFICE, "other", "unnamed"):
        holder = _OF_HOLDER.fullmatch((row["source"] or "").strip(" ,"))
        found = None if holder is None else _kind_of(holder["who"] or holder["whom"], rows)
        if found is not None:
            return found
    if kind != "other" or not row["source"]:
        return kind
    if _is_unnamed(row["source"], text):
        return "unnamed"
    return "resident_or_witness" if _is_kin(row["source_name"], text) else kind


def _is_of_armed_group(
    row: Mapping[str, Any], rows: Sequence[Mapping[str, Any]], text: str
) -> bool:
    """Whether a source is an armed group by its name in full, or speaks for one."""
    name = row["source_name"]
    if name is None:
        return False
    own = [other["source"] or "" for other in rows if other["source_name"] == name]
    spoken_for = [found["body"] for words in own for found in _SPEAKS_FOR.finditer(words)]
    short = [name, *spoken_for]
    return any(_ONE_WORD.fullmatch(word) and _is_armed_in_full(word, text) for word in short)


def _is_armed_in_full(word: str, text: str) -> bool:
    """Whether the article prints a longer name that ends with a word, and is an armed group's."""
    in_full = re.findall(rf"\b(?:[A-ZÀ-Þ0-9][\w’'-]+\s){{1,4}}{re.escape(word)}\b", text)
    names = {re.sub(r"^(?:The|A|An)\s", "", name) for name in in_full}
    names = {name for name in names if " " in name}
    if any(map(_OF_ARMY.search, names)):
        return False  # a brigade of an army is told of too
    return any(source_type(name) == "armed_group" for name in names)


def _is_unnamed(source: str, text: str) -> bool:
    """Whether somebody without a name asks that none be printed."""
    asks = _UNNAMED.format(source=re.escape(source.strip(" ,")))
    return _SOMEBODY.match(source) is not None and re.search(asks, text) is not None


def _kind_of(surname: str, rows: Sequence[Mapping[str, Any]]) -> str | None:
    """Return the kind of the person with a surname, if it is an office."""
    for row in rows:
        words = distinctive_words(row["source_name"] or "")
        if words and words[-1] == surname and row["source_type"] in _OF_OFFICE:
            is_office = _OF_HOLDER.fullmatch((row["source"] or "").strip(" ,")) is not None
            if not is_office:
                return row["source_type"]
    return None


def _is_kin(name: str | None, text: str) -> bool:
    """Whether a person of two names has the surname of somebody whose kin the article quotes."""
    words = distinctive_words(name or "")
    if name is None or len(words) != 2 or not is_person(name) or name != " ".join(words):
        return False
    given, surname = words
    if re.search(rf"\b{re.escape(surname)}['’]s\s(?:\w+\s)?{_KIN}", text) is None:
        return False
    others = re.findall(rf"\b([A-ZÀ-Þ][\w’-]+)\s{re.escape(surname)}\b", text)
    return any(other != given for other in others)
