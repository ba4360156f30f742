"""
Find the full name of a firm or body that an article calls by its first word.

In: the text and one word. Out: "Corvane Tire & Rubber" for "Corvane", where the article prints one
longer name that begins so. A word that the article uses for a place ("in Columbus", "Moscow") or a
person is left alone: what begins with it may be any body there.
"""

import re

from analysis.core.given_names import is_given_name
from analysis.extract.attributions.proper_names import is_nation, names_a_firm
from analysis.extract.attributions.source_types import is_country
from analysis.extract.parties.gazetteer import project_gazetteer, words_of

__all__ = ["name_begun_with"]

_VERB = r"(?:said|says|has|had|will|is|was|agreed|announced|reported)"
_MOST_WORDS = 5
_LEAST_LETTERS = 3
# "shares in Corvane" tells of no place
_OF_SHARES = re.compile(
    r"\b(?:shares?|stakes?|stock|interest|invest\w*|investors?)\s$", re.IGNORECASE
)
_PLACE_BEFORE = re.compile(
    r"\b(?:in|near|outside|around|across|throughout|visit\w*|reached)\s$", re.IGNORECASE
)
# where a name ends before those who work there: "Corvane Chief Executive Ada Quist"
_OFFICES = frozenset(
    """Chief Chairman Chairwoman Chair President Vice Director Chancellor Spokesman Spokeswoman CEO
    CFO Manager Managing Executive Founder Secretary General Minister Governor Mayor Coach Captain
    Police Mr Mrs Ms Dr""".split()
)
# bodies of a place, and what lies there: "Velm Bay", "Velm County Court"
_OF_PLACE = frozenset(
    """Airport Street Road Avenue Lane Bridge Park Square Station Stadium Church Cathedral Mosque
    Hall Hotel Palace Tower Prison Island Islands River Lake Bay Beach Coast Valley County City Town
    Village Harbour Harbor Port Forest Mountain Mountains Hills Sea Ocean District Province State
    Region Court Council Ministry Department Parliament Assembly Times Post Herald Tribune Journal
    Gazette News Day Week Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February
    March April May June July August September October November December""".split()
)


def name_begun_with(text: str, word: str, first: int = 0) -> str | None:
    """
    Return the one longer name of a text that begins with a word.

    Parameters
    ----------
    text : str
    word : str
        One capitalised word.
    first : int
        Where the text begins in which names are looked for: a headline may capitalise all words.

    Returns
    -------
    str or None
        None where two names begin so, and for a place, a nation or a given name.

    Examples
    --------
    >>> name_begun_with("Corvane Tire & Rubber shut a plant. Corvane said so.", "Corvane")
    'Corvane Tire & Rubber'
    """
    if len(word) < _LEAST_LETTERS or word.isupper() or _is_place_or_person(word):
        return None
    own = rf"(?<![\w’'&-]){re.escape(word)}(?![\w-])"
    if any(_tells_place(text, found) for found in re.finditer(own, text)):
        return None
    introduced = re.compile(own).search(text, first)
    more = rf"{own}(?:\s(?:&\s|of\s(?:the\s)?)?[A-ZÀ-Þ][\w-]*)+"
    found = list(re.compile(more).finditer(text, first))
    if not found or introduced is None or found[0].start() != introduced.start():
        return None  # papers print the full name first: "Apple" is more than "Apple Music"
    longer = {_without_office(one[0]) for one in found} - {word}
    if not longer:
        return None
    name = max(longer, key=len)
    is_one = all(name == other or name.startswith(f"{other} ") for other in longer)
    words = name.split()
    if not is_one or len(words) > _MOST_WORDS or not _OF_PLACE.isdisjoint(words):
        return None
    return name if _is_shown_as_body(text, name) else None


def _is_shown_as_body(text: str, name: str) -> bool:
    """Whether a name ends like a firm's, or a sentence tells something of it."""
    if " & " in name or names_a_firm(name):
        return True
    return (
        re.search(rf"\b{re.escape(name)}(?:,\s(?:an?|the|one|which|whose)|\s{_VERB})\s", text)
        is not None
    )


def _is_place_or_person(word: str) -> bool:
    if is_given_name(word) or is_country(word) or is_nation(word.lower()):
        return True
    return next(project_gazetteer().find(words_of(word)), None) is not None


def _tells_place(text: str, found: re.Match[str]) -> bool:
    """Whether a word stands for a place: "in Columbus", but not "shares in Corvane"."""
    before = text[max(0, found.start() - 40) : found.start()]
    place = _PLACE_BEFORE.search(before)
    is_whole = re.match(r"\s(?:&|[A-Z])", text[found.end() : found.end() + 3]) is None
    return place is not None and is_whole and _OF_SHARES.search(before[: place.start()]) is None


def _without_office(name: str) -> str:
    """Return a name up to the office of somebody there."""
    words = name.split()
    ends = [number for number, own in enumerate(words) if number and own in _OFFICES]
    return " ".join(words[: ends[0]] if ends else words).removesuffix(" &")
