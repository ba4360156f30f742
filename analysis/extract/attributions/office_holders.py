"""
Tell whether a person held a public office when an article was published.

In: the name by which an article knows a source, and the day. Out: a truth value. The persons and
their terms are in ``data/lexicons/office_holders.toml``: only those whose office papers leave out.
There, too, are candidates without an office, whose former trade is not what they speak as.
"""

import re
from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from typing import NamedTuple

import pandas as pd

from analysis.core import lexicon, paths
from analysis.core.errors import LexiconError
from analysis.extract.attributions.proper_names import distinctive_words
from analysis.extract.parties.gazetteer import read_names

__all__ = [
    "NATION_WORD",
    "Term",
    "head_of_nation",
    "heads_by_surname",
    "held_office_before",
    "holds_office",
    "is_candidate",
    "read_terms",
]

_LAST = "9999-12"
NATION_WORD = re.compile(r"\b(?:U\.S\.|U\.K\.|[A-Z][a-z]+(?:\s[A-Z][a-z]+)?|[A-Z]{2,3})(?!\w)")
"""Matches a word that may name a nation: "French", "U.S."."""
_HEAD_OF_NATION = re.compile(
    r"(?<!\bdeputy )(?<!\bvice )(?<!\bformer )(?<!Vice )(?<!Deputy )(?<!party )"
    r"\b(?P<office>[Pp]resident|[Pp]rime [Mm]inister|[Pp]remier|[Cc]hancellor|[Ll]eader)$"
)
_PRIME_MINISTERS = frozenset(
    (
        *"Germany Canada Australia Japan India Italy Israel Spain Ireland Pakistan Greece".split(),
        *("United Kingdom", "New Zealand"),
    )
)
_PRESIDENTS = frozenset(
    (
        *"Russia France Turkey Egypt Syria Iran Venezuela Brazil Mexico China Argentina".split(),
        *"Colombia Nigeria Kenya Ukraine Belarus".split(),
        *("United States", "South Korea", "South Africa"),
    )
)
# nations whose listed leader is not called so
_LED_BY_OTHERS: dict[str, frozenset[str]] = {
    "presi": _PRIME_MINISTERS,
    "prime": _PRESIDENTS,
    "premi": _PRESIDENTS,
    "chanc": _PRESIDENTS | (_PRIME_MINISTERS - {"Germany"}),
    "leade": frozenset(),
}
_TITLE_WORDS = re.compile(
    r"^(?:The|That|This)\s|\b(?:Prime|Minister|President|Premier|Chancellor|Leader)\b"
)
_POSSESSIVE = re.compile(r"\w(?:['’]s|s['’])\s")
_HEADS = "heads_of_state_and_government"
_CANDIDATES = "candidates"


class Term(NamedTuple):
    """
    Months of a term in office, "2017-01": from, until, the last one not included.

    ``is_head`` is true of heads of state and of government, ``is_office`` false of candidates.
    """

    name: tuple[str, ...]
    since: str
    until: str
    is_head: bool = False
    is_office: bool = True


@lru_cache(maxsize=1)
def read_terms() -> dict[str, list[Term]]:
    """
    Read the terms in office.

    Returns
    -------
    dict of str to list of Term
        By surname.

    Raises
    ------
    LexiconError
        If a line is not of the form "name | month | month".
    """
    path = paths.LEXICONS / "office_holders.toml"
    terms: dict[str, list[Term]] = {}
    for group_name, group in lexicon.load(path, allowed_keys=("holders",)).items():
        for line in group["holders"]:
            fields = [field.strip() for field in line.split("|")]
            if len(fields) != 3 or not _is_month(fields[1]) or not _is_month(fields[2] or _LAST):
                raise LexiconError(f"{path}: {line!r} is not of the form: name | 2017-01 | 2021-01")
            name = tuple(fields[0].split())
            kind = (group_name == _HEADS, group_name != _CANDIDATES)
            term = Term(name, fields[1], fields[2] or _LAST, *kind)
            terms.setdefault(name[-1], []).append(term)
    return terms


def _is_month(text: str) -> bool:
    year, dash, month = text.partition("-")
    return dash == "-" and year.isdigit() and month in {f"{number:02}" for number in range(1, 13)}


def holds_office(name: str | None, published: date | pd.Timestamp | None) -> bool:
    """
    Return whether a source held a public office when the article was published.

    Parameters
    ----------
    name : str or None
        The fullest name that the article gives.
    published : date or None
        False without a day: a name alone does not tell.

    Returns
    -------
    bool
        A surname alone counts only where one listed person bears it, as with "Trump".

    Examples
    --------
    >>> holds_office("Donald Trump", date(2019, 4, 1)), holds_office("Trump", date(2016, 4, 1))
    (True, False)
    """
    return any(term.is_office for term in _terms_at(name, published))


def is_candidate(name: str | None, published: date | pd.Timestamp | None) -> bool:
    """
    Return whether a source ran for a high office, and held none, when the article was published.

    Parameters
    ----------
    name : str or None
        The fullest name that the article gives.
    published : date or None
        False without a day.

    Returns
    -------
    bool

    Examples
    --------
    >>> is_candidate("Ben Carson", date(2015, 11, 8)), is_candidate("Ben Carson", date(2018, 1, 1))
    (True, False)
    """
    terms = _terms_at(name, published)
    return bool(terms) and not any(term.is_office for term in terms)


def _terms_at(name: str | None, published: date | pd.Timestamp | None) -> list[Term]:
    """Return the terms that the bearer of a name may have served, or run for, on a day."""
    if not name or published is None or pd.isna(published):
        return []
    words = tuple(word for word in distinctive_words(name) if len(word.strip(".")) > 1)
    if not words or words[-1] not in read_terms():
        return []
    if not name.split(",")[0].split(" (")[0].rstrip().endswith(words[-1]):
        return []  # "Trump's lawyer" is not Trump
    month = f"{published:%Y-%m}"
    terms = read_terms()[words[-1]]
    if len(words) == 1 and len({term.name for term in terms}) > 1:
        return []
    same = [term for term in terms if len(words) == 1 or term.name[0] in words[:-1]]
    return [term for term in same if term.since <= month < term.until]


def held_office_before(
    name: str | None, published: date | pd.Timestamp | None, is_former: bool = False
) -> bool:
    """
    Return whether a listed head of state or government held no office any more on a day.

    Papers go on calling such a person "President Carter". Others may hold an office that the list
    lacks, unless the article calls them former officials.

    Parameters
    ----------
    name : str or None
        The fullest name that the article gives; only a given name and a surname tell.
    published : date or None
        False without a day.
    is_former : bool, optional
        Whether the article says of what office they are former holders: then any office counts.

    Returns
    -------
    bool

    Examples
    --------
    >>> held_office_before("President Jimmy Carter", date(2019, 4, 1))
    True
    """
    if not name or published is None or pd.isna(published):
        return False
    words = tuple(word for word in distinctive_words(name) if len(word.strip(".")) > 1)
    if len(words) < 2:
        return False
    terms = [term for term in read_terms().get(words[-1], []) if term.name[0] == words[0]]
    terms = [term for term in terms if term.is_office]
    is_over = all(term.until <= f"{published:%Y-%m}" for term in terms)
    return is_over and any(term.is_head or is_former for term in terms)


@lru_cache(maxsize=1)
def _nations() -> dict[str, str]:
    """Return the nation of each leader, by full name, and of each word for a nation."""
    nations: dict[str, str] = {}
    for name in read_names(paths.GAZETTEER / "parties.csv"):
        is_word = name.kind == "country" and name.form in ("name", "adjective")
        if is_word or (name.kind, name.form) == ("leader", "leader"):
            nations[name.words] = name.party
    return nations


@lru_cache(maxsize=1)
def heads_by_surname() -> tuple[str, ...]:
    """Return the surnames that stand alone for a head of state or government: "Macron"."""
    names = read_names(paths.GAZETTEER / "parties.csv")
    surnames = [name.words for name in names if (name.kind, name.form) == ("leader", "surname")]
    return tuple(
        name for name in surnames if any(term.is_head for term in read_terms().get(name, []))
    )


def head_of_nation(
    words: str, names: Iterable[str], published: date | pd.Timestamp | None
) -> str | None:
    """
    Return which of several persons is "the French president" or "the prime minister".

    Parameters
    ----------
    words : str
        How an article refers to the head of a state or government.
    names : iterable of str
        Persons whom the article names.
    published : date or None
        None without a day.

    Returns
    -------
    str or None
        One of ``names``. None where none of them, or more than one, headed that nation on the day;
        where ``words`` tell no nation, any nation will do.

    Examples
    --------
    >>> head_of_nation("the French president", ["Trump", "Emmanuel Macron"], date(2019, 4, 1))
    'Emmanuel Macron'
    """
    if published is None or pd.isna(published):
        return None
    named = NATION_WORD.findall(_TITLE_WORDS.sub(" ", words))
    office = _HEAD_OF_NATION.search(words)
    if office is None:
        return None
    told = [_nations()[word] for word in named if word in _nations()]
    if len(told) < len(named) or _POSSESSIVE.search(words) is not None:
        return None  # "the Velm president", "the club's president"
    found = {}
    for name in names:
        term = _term_on(name, f"{published:%Y-%m}")
        nation = None if term is None else _nations().get(" ".join(term.name))
        if nation is None or nation in _LED_BY_OTHERS[office["office"].lower()[:5]]:
            continue
        if not told or nation in told:
            found.setdefault(nation, name)
    return next(iter(found.values())) if len(found) == 1 else None


def _term_on(name: str, month: str) -> Term | None:
    """Return the term of a head of state or government of that name in a month."""
    words = tuple(word for word in distinctive_words(name) if len(word.strip(".")) > 1)
    for term in read_terms().get(words[-1], []) if words else []:
        same = len(words) == 1 or words[0] == term.name[0] or words == term.name
        if same and term.is_head and term.since <= month < term.until:
            return term
    return None
