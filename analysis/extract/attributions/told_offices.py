"""
Find the office of state that an article tells of a person, in whatever sentence.

In: the text and the name of a source. Out: whether a title, an apposition, an appointment, a
resignation or a copula makes the person a member of a government, parliament, court or of the
prosecution: "Quist's resignation as transport minister", "Lund, the member for Velm". Who held an
office before, who runs for one and whoever works for its holder do not hold it. The offices are in
``data/lexicons/told_offices.toml``.
"""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import islice

from analysis.core import lexicon, paths
from analysis.core.whole_words import whole_words
from analysis.extract.attributions.namesakes import are_namesakes
from analysis.extract.attributions.people import names_one_person
from analysis.extract.attributions.proper_names import distinctive_words, is_person, names_several

__all__ = ["holds_told_office"]

_MOST_WORDS = 3  # of a person's name
_MOST_PLACES = 40  # of a surname that are looked at
_REACH = 220  # characters on each side of it
_ADJECTIVE = r"(?:(?!(?:of|the|to|for|and|or|with|by|from|who|an?|not)\b)(?!\w+['’]s\b)[\w.&-]+\s)"
_OWNER = r"(?:the|an?|his|her|its|their|our|[A-Z][\w.-]+['’]s?)\s"
_GIVEN = r"(?:[A-ZÀ-Þ][\w’'-]*\.?\s){0,2}"
_BECOMES = (
    r"(?:is|became|becomes|remains|(?:was\s|has\sbeen\s|were\s)?(?:appointed|named|elected"
    r"|re-?elected|sworn\sin|confirmed|installed)|resign(?:s|ed)|quits?|serves"
    r"|steps\sdown|stepped\sdown|took\soffice|takes\soffice|took\sover|returned)"
)
_APPOINTS = (
    r"(?:appoint|name|elect|re-?elect|install|promote|pick|choose|chose|swear\sin|swore\sin"
    r"|sworn\sin|confirm|nominate|reappoint)(?:s|es|ed|d|n|ing)?"
)
_NOT_HELD = (
    r"\s(?:of|at|in)\s(?:the\s)?(?:[\w-]+\s){0,2}(?:contest|competition|show|prize|fair|awards?)\b"
    r"|['’]s|s\b|\s(?:candidate|hopeful|nominee|contender|race|aide|office|spokes\w+|advis\w+)\b"
)
# "Resigned as minister in 2009", "a judge until 2015"
_LONG_AGO = r"[^.;,]{0,40}\b(?:until|(?:in|from)\s(?:19|20)\d\d|in\sthe\s\d{4}s|years?\sago)\b"
_FORMER = re.compile(r"(?:former|ex)[\s-]", re.IGNORECASE)
_FORMER_BEFORE = re.compile(
    r"\b(?:[Ff]ormer|[Ee]x|[Rr]etired|[Ll]ate)[\s-](?:[\w-]+\s){0,3}\W?\w?$"
)
_RESIGNATION = r"(?:the|his|her|their)\s(?:minister['’]s\s)?resignation\b"
_ACCEPTS = re.compile(rf"\s(?:has\s|had\s)?accept(?:s|ed)\s{_RESIGNATION}")
_MINISTER = re.compile(r"\b(?:[Pp]rime\s)?[Mm]inister\b")
_BEFORE_TITLE = (
    r"(?:[.,;:\n“\"]\s?|\b(?:[Tt]he|[Aa]n?|[Bb]y|[Tt]o|[Ww]ith|[Aa]nd|[Tt]hat|[Ff]rom)\s)"
)
_FRAMES = (
    # "Judge Gary Lund", "the transport minister Ada Quist", "the transport minister, Ada Quist,"
    r"(?<![\w-])(?<![Ff]ormer\s)(?<!ex-)(?<!then-)(?:@titles)\s@person",
    rf"{_BEFORE_TITLE}@held\s@person",
    r"\b[Tt]he\s@held,\s@person[,.]",
    # "Ada Quist, the acting U.S. attorney", "Iona Lund, the member for Velm"
    r"@person,\s(?:\d\d,\s)?(?:who\s(?:is|has\sbeen)\s)?@owner@held\b"
    r"(?=\s?[,.;:)—–]|\s(?:of|for|in|from|who|and|on|at)\b)",
    r"@person,\s(?:\d\d,\s)?(?:the\s)?(?:member|MP|senator|deputy)\sfor\s[A-Z]",
    # "Quist's resignation as transport minister"
    r"@person['’]s?\s(?:[a-z]+\s)?(?:resignation|appointment|election|re-?election|exit|departure"
    r"|removal|tenure|time|role|job)\sas\s@owner@held\b",
    # "Quist resigned on Monday as minister", "Quist became a senator"
    rf"@person\s(?:\w+ly\s)?{_BECOMES}\s(?:(?:on\s)?[A-Z][a-z]+\s)?(?:as\s)?@owner@held\b"
    rf"(?!{_LONG_AGO})",
    # "appointed Callum Lund, a junior minister, to the transport portfolio"
    rf"\b{_APPOINTS}\s@person(?:,[^,.;]{{3,60}},)?\s(?:as|to\sbe|to(?=\s(?:the|an?|his|her)\s))"
    r"\s@owner@held\b",
    # "Before becoming a senator in 2009, Quist"
    r"\b(?:[Bb]efore|[Aa]fter|[Ss]ince)\s(?:becoming|being\selected|s?he\sbecame)\s"
    r"@owner@held\b[^.;,]{0,40},\s@person",
    r"\b[Ss]ince\s@person\sbecame\s@owner(?:[A-Z][\w.]+\s){0,2}@held\b",
)


def holds_told_office(text: str, name: str) -> bool:
    """
    Return whether an article says that a person holds an office of state.

    Parameters
    ----------
    text : str
        The article.
    name : str
        The source as the article calls it.

    Returns
    -------
    bool
        False for a name that is no person's, and for several persons.

    Examples
    --------
    >>> holds_told_office("Ada Quist's resignation as trade minister came late.", "Quist")
    True
    >>> holds_told_office("Ada Quist, a former trade minister, came late.", "Ada Quist")
    False
    """
    words = distinctive_words(name)
    if _FORMER.match(name) is not None:
        return False
    is_name = 1 <= len(words) <= _MOST_WORDS and name.endswith(words[-1])
    if not is_name or not is_person(name) or names_several(name):
        return False
    if _accepts_resignation(text, words[-1]) and not names_one_person(name.split()[0].lower()):
        return True
    return any(_tells_office(text, place.span(), name) for place in _places(text, words[-1]))


def _accepts_resignation(text: str, surname: str) -> bool:
    """Whether a person accepts that of a minister, and so heads the government."""
    if _MINISTER.search(text) is None:
        return False
    return any(_ACCEPTS.match(text, place.end()) for place in whole_words(text, surname))


def _places(text: str, surname: str) -> Iterator[re.Match[str]]:
    """Yield the first places at which a text has a surname."""
    yield from islice(whole_words(text, surname), _MOST_PLACES)


def _tells_office(text: str, place: tuple[int, int], name: str) -> bool:
    """Whether the words around one mention tell an office of the person."""
    first, last = max(0, place[0] - _REACH), place[1] + _REACH
    if _any_office().search(text, first, last) is None:
        return False  # the patterns of a surname take long to compile
    for frame in _frames(re.escape(text[slice(*place)])):
        found = frame.search(text, first, last)
        if found is None or _is_of_other(found["person"], name):
            continue
        if _FORMER_BEFORE.search(text, first, found.start() + 1) is None:
            return True
    return False


@lru_cache(maxsize=1)
def _any_office() -> re.Pattern[str]:
    """Return the pattern of all offices and titles."""
    office, titles, _ = _offices()
    return re.compile(rf"\b(?:{office}|{titles}|(?:member|MP|senator|deputy)\sfor)")


@lru_cache(maxsize=256)
def _frames(surname: str) -> tuple[re.Pattern[str], ...]:
    """Return the patterns that tell an office of who is called by a surname."""
    office, titles, other = _offices()
    adjectives = rf"(?:(?!{other}){_ADJECTIVE}){{0,4}}?"
    classes = {
        "@person": rf"(?P<person>{_GIVEN}{surname})\b",
        "@held": rf"(?<!-){adjectives}(?!{other})(?:{office})(?!{_NOT_HELD})",
        "@titles": titles,
        "@owner": f"(?:{_OWNER})?",
    }
    return tuple(re.compile(_written(frame, classes)) for frame in _FRAMES)


def _written(frame: str, classes: Mapping[str, str]) -> str:
    """Return a frame with the words for which its classes stand."""
    for name, words in classes.items():
        frame = frame.replace(name, words)
    return frame


@lru_cache(maxsize=1)
def _offices() -> tuple[str, str, str]:
    """Return the patterns of offices, of titles, and of words that make them another's."""
    groups = lexicon.load(paths.LEXICONS / "told_offices.toml", allowed_keys=("words",))
    words = {name: group["words"] for name, group in groups.items()}
    titles = "|".join(re.escape(word).replace(r"\ ", r"\s") for word in words["titles"])
    either = [*words["offices"], *(word[:1].upper() + word[1:] for word in words["offices"])]
    either += [word.title().replace(" Of ", " of ") for word in words["offices"]]
    offices = "|".join(
        re.escape(word).replace(r"\ ", r"\s")
        for word in sorted(dict.fromkeys(either), key=len, reverse=True)
    )
    not_now = "|".join(re.escape(word) for word in words["not_the_office"])
    return offices, titles, rf"(?:(?i:{not_now})\b|(?i:ex)-)"


def _is_of_other(person: str, name: str) -> bool:
    """Whether the person of a pattern has another given name than the source."""
    return " " in person and are_namesakes(name, person)
