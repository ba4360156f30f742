"""
Tell whether a person held a public office when an article was published.

In: the name by which an article knows a source, and the day. Out: a truth value. The persons and
their terms are in ``data/lexicons/office_holders.toml``: only those whose office papers leave out.
"""

from datetime import date
from functools import lru_cache
from typing import NamedTuple

import pandas as pd

from analysis.core import lexicon, paths
from analysis.core.errors import LexiconError
from analysis.extract.attributions.proper_names import distinctive_words

__all__ = ["Term", "holds_office", "read_terms"]

_LAST = "9999-12"


class Term(NamedTuple):
    """Months of a term in office, "2017-01": from, until, the last one not included."""

    name: tuple[str, ...]
    since: str
    until: str


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
    for group in lexicon.load(path, allowed_keys=("holders",)).values():
        for line in group["holders"]:
            fields = [field.strip() for field in line.split("|")]
            if len(fields) != 3 or not _is_month(fields[1]) or not _is_month(fields[2] or _LAST):
                raise LexiconError(f"{path}: {line!r} is not of the form: name | 2017-01 | 2021-01")
            name = tuple(fields[0].split())
            terms.setdefault(name[-1], []).append(Term(name, fields[1], fields[2] or _LAST))
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
    if not name or published is None or pd.isna(published):
        return False
    words = tuple(word for word in distinctive_words(name) if len(word.strip(".")) > 1)
    if not words or words[-1] not in read_terms():
        return False
    month = f"{published:%Y-%m}"
    terms = read_terms()[words[-1]]
    if len(words) == 1 and len({term.name for term in terms}) > 1:
        return False
    for term in terms:
        same = len(words) == 1 or words[0] == term.name[0] or words == term.name
        if same and term.since <= month < term.until:
            return True
    return False
