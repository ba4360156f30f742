"""
Take the name out of the words that introduce it: "the firm's lawyer, Ada Quist" is Ada Quist.

In: the fullest name of a source, as printed. Out: the name alone, where what precedes it says only
what the source is or to whom it belongs. Offices right before a name ("Mayor Ada Quist", "police
spokesman Emil Roth") stay: papers print them as titles.
"""

import re

from analysis.core.given_names import is_given_name
from analysis.extract.attributions.people import names_one_person
from analysis.extract.attributions.proper_names import (
    INSTITUTION_NOUNS,
    NAME,
    distinctive_words,
    is_nation,
    is_person,
    names_several,
)
from analysis.extract.attributions.sentence_subjects import BODY_NOUNS, FIRM_NOUNS
from analysis.extract.attributions.source_types import is_country

__all__ = ["name_introduced"]

# "the board's chief, Ada Quist", and where a lawmaker is from after it
_AFTER_COMMA = re.compile(
    r"(?P<role>[^,“”\"]+), (?P<name>[^,]+?)"
    r"(?:,?\s\(?[DRI]-[A-Z][\w.-]*\)?|,\s(?:Republican|Democrat|Independent)\sof\s[^,]+)?"
)
# "its spokesman Emil Roth", "Velm's chief executive Ada Quist", "her brother Emil"
_OWNED = re.compile(
    r"(?:[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|[\w’'. -]+(?:['’]s|s['’]))\s"
    r"(?P<role>(?:(?:[a-z][\w-]*|[A-Z]{2,4}|Republican|Democratic)\s){1,4})(?P<name>[A-ZÀ-Þ].*)"
)
# "another neoconservative figure, Ada Quist", "fellow Senator Ada Quist"
_ONE_MORE = re.compile(r"(?:[Aa]nother|[Oo]ne\sof|[Aa]\sfellow)\s[a-z]")
_FELLOW = re.compile(r"^[Ff]ellow\s(?=(?:[A-Z][\w.-]*\s)+[A-ZÀ-Þ])")
# "Ada Quist of Open Hands"
_OF_BODY = re.compile(
    r"(?P<name>[A-ZÀ-Þ][\w’'-]+(?:\s[A-ZÀ-Þ][\w.’'-]*){1,3})\s(?:of|from|at|with)\s"
    r"(?:the\s|an?\s)?[\w&’' -]+"
)
# "online retailer Velmar", "Insurer Scaldane"
_FIRM = re.compile(
    rf"(?:(?:[A-Za-z][a-z-]*\s){{0,3}}(?:{'|'.join(sorted(FIRM_NOUNS))})"
    r"|Retailer|Insurer|Lender|Broker|Brewer|Carmaker|Automaker|Steelmaker|Manufacturer)\s"
    r"(?P<name>[A-ZÀ-Þ].*)"
)
_NOBLE = frozenset("Duke Duchess Prince Princess Earl Count Countess Baron Baroness Grand".split())
_KIN_NOUNS = frozenset(
    """mother father son daughter brother sister grandmother grandfather stepmother stepfather wife
    husband widow widower uncle aunt cousin nephew niece mum mom dad partner friend
    lawyer counsel member rival opponent challenger colleague counterpart ally critic mate
    predecessor successor""".split()
)
# "the sister of the driver, Emil Roth": Emil may well be the driver
_KIN = re.compile(rf"\b(?:{'|'.join(sorted(_KIN_NOUNS))})\sof\sthe\s")
_OF = re.compile(r"\s(?:of|for|by|at|in|from|on|to|with|who)\s")
_AT_PLACE = re.compile(r"\s(?:of|in|at|from|near)\s(?:the\s)?[A-ZÀ-Þ][\w’'-]*$")
# "the mayor of Velm, South Karsk": the second word tells where the first is
_REGION = re.compile(r"(?:North|South|East|West|New|Upper|Lower|Central|Northern|Southern)\b")
_INITIALS = re.compile(r"(?:[A-Z]\.)+")
_ACRONYM = re.compile(r"[A-Z]{2,6}")
_BODIES = BODY_NOUNS | INSTITUTION_NOUNS


def name_introduced(name: str) -> str:
    """
    Return the name alone, without what a source is or belongs to before it.

    Parameters
    ----------
    name : str
        Without article, as ``proper_names.trimmed_name`` returns it.

    Returns
    -------
    str
        The same words where they hold no such introduction.

    Examples
    --------
    >>> name_introduced("union's president, Ada Quist")
    'Ada Quist'
    >>> name_introduced("Mayor Ada Quist")
    'Mayor Ada Quist'
    """
    name = _FELLOW.sub("", name)
    after = _AFTER_COMMA.fullmatch(name)
    if after is not None and _introduces(after["role"], after["name"]):
        return after["name"]
    of_body = _OF_BODY.fullmatch(name)
    if of_body is not None and _is_untitled(of_body["name"]) and is_person(name):
        return of_body["name"]
    firm = _FIRM.fullmatch(name)
    if firm is not None and _is_whole_name(firm["name"]) and not is_given_name(firm["name"]):
        return firm["name"]
    owned = _OWNED.fullmatch(name)
    if owned is not None and _is_whole_name(owned["name"]) and is_person(name):
        noun = owned["role"].split()[-1]
        return owned["name"] if names_one_person(noun) or noun in _KIN_NOUNS else name
    return name


def _introduces(role: str, name: str) -> bool:
    """Whether a phrase says who or what the name after its comma is."""
    if not _is_whole_name(name) or _KIN.search(role) is not None:
        return False
    if _ONE_MORE.match(role) is not None and is_given_name(name.split()[0]):
        return _can_be_person(role, name)
    head = _OF.split(role)[0].split()[-1]
    noun = head.lower()
    if names_one_person(noun) or noun in _KIN_NOUNS:
        return _can_be_person(role, name)
    if head == noun and " " in name and is_person(f"{role}, {name}"):
        return _can_be_person(role, name)
    is_body = noun in BODY_NOUNS or noun.removesuffix("s") in BODY_NOUNS
    return is_body and _AT_PLACE.search(role) is None and _ACRONYM.fullmatch(name) is None


def _is_untitled(name: str) -> bool:
    """Whether each word is one of a name: "Ada Quist", but no "Bishop Quist" or "Velm Office"."""
    words = name.split()
    if words[-1].lower() in _BODIES:
        return False
    return len(distinctive_words(name)) == len(words) and words[0] not in _NOBLE


def _is_whole_name(words: str) -> bool:
    """Whether words are a name and nothing else, of one bearer that is no place."""
    if NAME.fullmatch(words) is None or names_several(words) or is_country(words):
        return False
    if _INITIALS.fullmatch(words) is not None:
        return False  # "ten states and Washington, D.C."
    first = words.split()[0]
    return bool(distinctive_words(words)) and (is_given_name(first) or not is_nation(first.lower()))


def _can_be_person(role: str, name: str) -> bool:
    """Whether a name can be that of the holder of an office, and not where the office is."""
    if _AT_PLACE.search(role) is None:
        return True
    return len(name.split()) > 1 and _REGION.match(name) is None and is_person(name)
