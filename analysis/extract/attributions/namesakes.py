"""
Tell persons with the same surname apart by their given names: Ada Quist is not Emil Quist.

In: names as printed. Out: a truth value. Short forms of a given name are the same name ("Bill",
"William"): the list is in ``data/lexicons/short_names.toml``. Only listed given names tell, as
other words before a surname may be an office or an employer.
"""

import re
from difflib import SequenceMatcher
from functools import lru_cache

from analysis.core import lexicon, paths
from analysis.core.given_names import is_given_name
from analysis.extract.attributions.office_holders import read_terms
from analysis.extract.attributions.proper_names import (
    EMPLOYER,
    TITLES,
    distinctive_words,
    has_common_word,
    is_nation,
)

__all__ = ["are_namesakes", "given_names", "is_junior", "is_named_as_kin"]

_JUNIOR = re.compile(r"(?<!,)\sJr\b")
_TWO_WORDS = re.compile(r"(?P<first>[A-Z][a-z]+)\s(?P<last>[A-Z][\w’'-]+)")
# forms of address that the dictionary does not know
_TITLE = re.compile(
    r"man$|woman$|ess$"
    r"|^(?:Imam|Baron|Lord|Lady|Dame|Sir|Sheikh|Ayatollah|Sayyi?e?d"
    r"|Seyyed|Mullah|Haji|Alhaji|Shri|Sri"
    r"|Smt|Datuk|Dato|Tunku|Frau|Herr|Monsieur|Madame|Mme|Senhora?|Don|Det|Insp|Brig|Hon|Engr|Atty"
    r"|Barr|Taoiseach|Tanaiste|Prof|Cdr|Comr|Cde)$"
)
_TWO_SPELLINGS = 0.5  # likeness above which two given names may be one: "Elena", "Yelena"
_PRESIDENT = re.compile(r"President\s[A-ZÀ-Þ][\w’'-]+$")  # who is not the son
_KIN_BEFORE = re.compile(
    r"\b(?:(?:grand|step)?(?:mother|father|son|daughter|brother|sister)(?:-in-law)?|wife|husband"
    r"|uncle|aunt|cousin|nephew|niece|widow|widower|partner|mom|dad|mum|twin|lady),?\s$"
)


@lru_cache(maxsize=1)
def _full_forms() -> dict[str, frozenset[str]]:
    """Return the given names that may be meant by each short form or full one."""
    groups = lexicon.load(paths.LEXICONS / "short_names.toml", allowed_keys=("names",))
    forms: dict[str, frozenset[str]] = {}
    for line in groups["short_names"]["names"]:
        same = frozenset(line.split())
        for name in same:
            forms[name] = forms.get(name, frozenset()) | same
    return forms


@lru_cache(maxsize=20_000)
def given_names(name: str) -> tuple[str, ...]:
    """
    Return the listed given names before the surname.

    Examples
    --------
    >>> given_names("Mayor Anna Maria Quist"), given_names("Mr. Quist")
    (('Anna', 'Maria'), ())
    """
    words = distinctive_words(EMPLOYER.sub("", name))[:-1]
    return tuple(word for word in words if is_given_name(word))


@lru_cache(maxsize=20_000)
def are_namesakes(name: str, other: str) -> bool:
    """
    Whether two names with the same surname are those of two persons.

    Parameters
    ----------
    name, other : str

    Returns
    -------
    bool
        False where one of them has no given name. One that is not listed is taken for one if it
        is no English word, and tells two persons only if it begins with another letter: "Bibi" may
        be Benjamin.

    Examples
    --------
    >>> are_namesakes("Anna Quist", "Peter Quist"), are_namesakes("Bill Quist", "William Quist")
    (True, False)
    >>> are_namesakes("Peter Quist Jr.", "Peter Quist"), are_namesakes("Quist Jr.", "Quist")
    (True, True)
    """
    one, two = given_names(name), given_names(other)
    if is_junior(name) != is_junior(other):
        junior, senior = (one, two) if is_junior(name) else (two, one)
        is_president = _PRESIDENT.match(name) is not None or _PRESIDENT.match(other) is not None
        if set(junior) == set(senior) or not junior or is_president:
            return True
    if _is_of_another_president(name, other) or _is_of_another_president(other, name):
        return True
    if _differ_by_nation(name, other):
        return True
    if not one or not two:
        words, others = set(distinctive_words(name)), set(distinctive_words(other))
        if words <= others or others <= words:
            return False
        return _begin_unlike(one or _likely_given(name), two or _likely_given(other))
    meant = {form for word in one for form in (word, *_full_forms().get(word, ()))}
    return meant.isdisjoint(two)


def _begin_unlike(one: tuple[str, ...], two: tuple[str, ...]) -> bool:
    """Return whether given names begin with unlike letters, and are no spellings of one name."""
    if not one or not two:
        return False
    if not {word[0] for word in one}.isdisjoint(word[0] for word in two):
        return False
    likeness = SequenceMatcher(None, one[-1].lower(), two[-1].lower()).ratio()
    return likeness <= _TWO_SPELLINGS


@lru_cache(maxsize=20_000)
def _likely_given(name: str) -> tuple[str, ...]:
    """Return the word before a surname if it is no title, employer or other English word."""
    two = _TWO_WORDS.fullmatch(name)
    if two is None or distinctive_words(name) != two.groups() or _TITLE.search(two["first"]):
        return ()
    is_word = is_nation(two["first"].lower()) or has_common_word(two["first"])
    return () if is_word else (two["first"],)


def _differ_by_nation(name: str, other: str) -> bool:
    """Whether one of two full names has a nation's for a given name: "German Ortega"."""
    one, two = _TWO_WORDS.fullmatch(name), _TWO_WORDS.fullmatch(other)
    if one is None or two is None or one["last"] != two["last"]:
        return False
    firsts = {one["first"], two["first"]}
    is_title = any(first.lower() in TITLES for first in firsts)
    return len(firsts) == 2 and not is_title and any(is_nation(word.lower()) for word in firsts)


def _is_of_another_president(president: str, name: str) -> bool:
    """Whether a name has another given name than the listed "President Quist", listed or not."""
    if _PRESIDENT.match(president) is None:
        return False
    surname = president.split()[-1]
    given = {term.name[0] for term in read_terms().get(surname, []) if term.is_head}
    given |= {form for known in given for form in _full_forms().get(known, ())}
    words = distinctive_words(name)[:-1]
    return bool(given and words) and given.isdisjoint(words)


def is_junior(name: str) -> bool:
    """Return whether a name is that of a son who is called as his father: "Emil Quist Jr"."""
    return _JUNIOR.search(name) is not None


def is_named_as_kin(before: str) -> bool:
    """
    Whether words right before a name say whose relative the bearer is: "his son, ".

    Parameters
    ----------
    before : str

    Returns
    -------
    bool
    """
    return _KIN_BEFORE.search(before) is not None
