"""
Find whose text an outlet of the corpus says that it prints: "From Northern Wire and staff reports".

In: the ``articles`` table. Out: for each article the outlets of the corpus whose text it is by its
own credit line, and its own. Agencies that are no outlet of the corpus are found by
``analysis.core.agencies``. Whom a text quotes ("he told Northern Wire") is no credit.
"""

import re
from collections.abc import Iterable

import pandas as pd

from analysis.core.agencies import BOTTOM, TOP, dateline_mark

__all__ = ["credited_outlets"]

_LEAST_NAME = 3  # characters
_NAME_ENDS = r"(?!\w)"
# "By Sun staff", but not "By Sun Lee"
_STAFF = (
    r"(?:,|/|\s(?:and|with|in|at|[Ss]taff|[Rr]eporters?|[Cc]orrespondents?|[Ww]riters?"
    r"|[Nn]ews|[Aa]genc(?:y|ies)|[Ss]ervices?|[Rr]eports?)\b)"
)
_CREDIT = (
    r"(?:From|Source:|By|With\s(?:material|reports?|reporting|files|input|additional\sreporting)\s"
    r"(?:from|by|of)|Based\son\s(?:a\sreport|material|reports|reporting)\s(?:from|by|of))"
)


def credited_outlets(articles: pd.DataFrame) -> dict[str, frozenset[str]]:
    """
    Return the outlets whose text each article is, as far as it says so.

    Parameters
    ----------
    articles : DataFrame
        The ``articles`` table. Not changed.

    Returns
    -------
    dict of str to frozenset of str
        By ``article_id``: its own outlet, and those of the corpus that its first or last lines
        credit, by their names or the mark of their own datelines ("(NW) -"). Articles without an
        outlet and without a credit are not in it.
    """
    columns = [articles[name] for name in ("article_id", "outlet", "text")]
    rows = [(key, _plain(outlet), text) for key, outlet, text in zip(*columns, strict=True)]
    outlet_of = _names(rows)
    pattern = _credits(outlet_of)
    found = {}
    for article_id, outlet, text in rows:
        own = frozenset(() if outlet is None else (outlet,))
        credited = own if pattern is None else own | _credited(text, pattern, outlet_of)
        if credited:
            found[article_id] = credited
    return found


def _plain(outlet: object) -> str | None:
    return outlet if isinstance(outlet, str) and outlet else None


def _names(rows: Iterable[tuple[str, str | None, str]]) -> dict[str, str]:
    """Return the outlet of each name: its own, without "The", and the mark of its datelines."""
    found: dict[str, str] = {}
    marks: dict[str, set[str]] = {}
    for _, outlet, text in rows:
        if outlet is None:
            continue
        for name in (outlet, outlet.removeprefix("The ")):
            if len(name) >= _LEAST_NAME:
                found.setdefault(name, outlet)
        mark = dateline_mark(text)
        if mark is not None:
            marks.setdefault(mark, set()).add(outlet)
    for mark, outlets in marks.items():
        if len(outlets) == 1 and len(mark) >= _LEAST_NAME:
            found.setdefault(mark, next(iter(outlets)))
    return found


def _credits(names: Iterable[str]) -> re.Pattern[str] | None:
    """Return the pattern of a credit line at the start or end of a text; None without names."""
    longest_first = sorted(names, key=len, reverse=True)
    if not longest_first:
        return None
    name = "|".join(map(re.escape, longest_first))
    return re.compile(
        rf"^\W*{_CREDIT}\s(?:[^\n.]{{1,60}}?\s(?:and|with)\s)?"
        rf"(?:the\s)?(?P<line>{name}){_NAME_ENDS}(?:{_STAFF}[^\n.]{{0,60}})?\.?\W*$"
        rf"|[(\[]\s*(?:[Ww]ith\s)?(?:the\s)?(?P<bracket>{name})(?:,\s[^)\]\n]{{0,80}}"
        rf"|\s(?:and|with)\s[^)\]\n]{{0,60}})?[)\]]\W*\Z"
        rf"|(?<!\w)(?P<last>{name})\s(?:contributed\sto|reported)\sthis\s\w+\W*\Z",
        re.MULTILINE,
    )


def _credited(text: str, pattern: re.Pattern[str], outlet_of: dict[str, str]) -> frozenset[str]:
    """Return the outlets that the first or last lines of a text credit."""
    parts = (text,) if len(text) <= TOP + BOTTOM else (text[:TOP], text[-BOTTOM:])
    matches = (match for part in parts for match in pattern.finditer(part))
    return frozenset(outlet_of[match[match.lastgroup or 0]] for match in matches)
