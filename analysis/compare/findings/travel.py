"""
Say in a sentence what became of a statement's number: which outlets printed which values.

In: the tables of a ``Travel``. Out: findings: claims about the coded claims or the corpus that were
searched, and not about who took a number from whom.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import pandas as pd

from analysis.compare.findings.printed_range import printed_range
from analysis.compare.findings.who_prints import day_words
from analysis.compare.propagation.candidate_rows import printed_number
from analysis.compare.reports import to_records
from analysis.core.candidate_kinds import number_changed
from analysis.core.finding import Finding, from_tables
from analysis.core.plain_values import number_or_none
from analysis.core.plurals import noun_for

__all__ = ["numbers_finding", "others_finding", "travel_finding"]

_SMALL = "no one two three four five six seven eight nine ten eleven twelve".split()
_MAX_NAMES = 2  # outlets that are named; more are counted
_NONE_TO_FOLLOW = "No number was read as printed by two outlets, so that none can be followed"


@from_tables
def travel_finding(
    candidates: pd.DataFrame,
    statement: pd.DataFrame,
    label: str,
    where: str,
) -> Finding:
    """
    Say what the statement's most followed number became.

    Parameters
    ----------
    candidates, statement : DataFrame
        Of a ``Travel``. Not changed.
    label, where : str
        Of that ``Travel``.

    Returns
    -------
    Finding
        The other value that most outlets print, and how many print the same number. Days stand
        beside the values if others printed theirs on another day, since a later toll is no other
        version of an earlier one. Kind "none" if no number can be followed, or none was found
        elsewhere.
    """
    prefix = _prefix(label)
    if statement.empty:
        return Finding(f"{prefix}{_NONE_TO_FOLLOW} {where}.", "none")
    lead = _lead(candidates, statement)
    own = _of_figure(candidates, str(lead["report_id"]))
    own = own.loc[own["outlet"].ne(lead["outlet"])]
    is_changed = number_changed(own)
    is_qualifier = is_changed & own["value"].eq(lead["value"])
    changed = own.loc[is_changed & ~is_qualifier]
    groups = [printed for _, printed in changed.groupby("value")]
    with_days = any(_are_days_apart(printed) and _day_of(printed) for printed in groups)
    what = _what_is_counted(lead, with_days)
    stated = f"{prefix}{lead['outlet']} printed {printed_number(lead)}{what}"
    if own.empty:
        text = f"{stated}; no other outlet {where} prints a number that may come from it."
        return Finding(text, "none", outlets=(lead["outlet"],), value=lead["value"])
    parts = [
        *_changed_words(changed, with_days),
        *_qualified_words(own.loc[is_qualifier]),
        *_also_words(own.loc[~is_changed], f"also printed {printed_number(lead)}"),
    ]
    text = f"{stated}; {'; '.join(parts)} ({where})."
    outlets = dict.fromkeys([lead["outlet"], *own["outlet"].dropna()])
    n_articles = None
    if "document" in own:
        n_articles = int(own["document"].nunique())
    return Finding(
        text,
        "travel",
        outlets=tuple(outlet for outlet in outlets if str(outlet) in text),
        value=lead["value"],
        low=float(own["value"].min()),
        high=float(own["value"].max()),
        n_articles=n_articles,
    )


def _prefix(label: str) -> str:
    """Return what stands before a sentence: the label of a story, if it has one."""
    if not label:
        return ""
    return f"{label}: "


def _what_is_counted(lead: Mapping[str, Any], with_days: bool) -> str:
    """Return in brackets what the number followed counts, and its day where days matter."""
    told = []
    if isinstance(lead["outcome"], str):
        told.append(lead["outcome"].replace("_", " "))
    if with_days:
        told.append(day_words(lead["published"]))
    if not told:
        return ""
    return f" ({', '.join(told)})"


def _lead(candidates: pd.DataFrame, reports: pd.DataFrame) -> Mapping[str, Any]:
    """Return the figure of the statement that most other outlets print, changed or not."""
    is_elsewhere = candidates["outlet"].ne(reports["outlet"].iloc[0])
    elsewhere = candidates.loc[is_elsewhere]
    n_outlets = [
        _of_figure(elsewhere, report_id)["outlet"].nunique() for report_id in reports["report_id"]
    ]
    return to_records(reports)[n_outlets.index(max(n_outlets))]


def _of_figure(candidates: pd.DataFrame, report_id: str) -> pd.DataFrame:
    """Return the candidates of one figure of the statement, alone or in a sum."""
    ids = candidates["statement_ids"].str.split(" + ", regex=False)
    return candidates.loc[[report_id in own for own in ids]]


def _are_days_apart(own: pd.DataFrame) -> bool:
    """Return whether some were printed on another known day than the statement."""
    known = own["published"].notna() & own["statement_published"].notna()
    return bool((known & own["published"].ne(own["statement_published"])).any())


def _changed_words(changed: pd.DataFrame, with_days: bool) -> list[str]:
    """Say what most outlets print instead, and what the others do, if those are few."""
    if changed.empty:
        return []
    n_outlets = changed.groupby("value")["outlet"].nunique()
    # of values that as many outlets print, the last one is named
    value = n_outlets.loc[n_outlets.eq(n_outlets.max())].index[-1]
    most = changed.loc[changed["value"].eq(value)]
    rest = changed.loc[~changed["outlet"].isin(most["outlet"])]
    values = rest["value"].unique()
    if len(values) > _MAX_NAMES:
        others = f"{_named(rest['outlet'])} printed other numbers"
        return [_printed(most, with_days), others]
    groups = [most, *(rest.loc[rest["value"].eq(other)] for other in values)]
    return [_printed(group, with_days) for group in groups]


def _printed(own: pd.DataFrame, with_days: bool) -> str:
    """Say who prints a value, and when if others print theirs on other days."""
    words = f"{_named(own['outlet'])} printed {_common_words(own['words'].tolist())}"
    if "summed" in own["kind"].tolist():
        words = f"{words}, the sum of its figures"
    if with_days:
        words += _day_of(own)
    return words


def _day_of(own: pd.DataFrame) -> str:
    """Return the day on which one or two outlets printed a value; empty for several days."""
    days = own["published"].dropna().unique()
    if len(days) != 1 or len(set(own["outlet"])) > _MAX_NAMES:
        return ""
    return f" ({day_words(days[0])})"


def _common_words(printed: Sequence[str]) -> str:
    """Return a number as most print it, without the qualifiers in which they differ."""
    distinct = [words.split() for words in dict.fromkeys(printed)]
    n_common = 0
    while n_common < min(map(len, distinct)):
        if len({words[-n_common - 1] for words in distinct}) > 1:
            break
        n_common += 1
    if not n_common:
        return max(printed, key=list(printed).count)
    return " ".join(distinct[0][-n_common:])


def _also_words(kept: pd.DataFrame, how: str) -> list[str]:
    """
    Say who printed the number too, and how; nothing if no one did.

    Not that they kept it: outlets that print one number may have it from one release.
    """
    if kept.empty:
        return []
    return [f"{_named(kept['outlet'])} {how}"]


def _qualified_words(kept: pd.DataFrame) -> list[str]:
    """Say who printed the number with another qualifier, and how; what most print comes first."""
    groups = kept.groupby("words", sort=False)
    by_reach = sorted(groups, key=lambda group: -group[1]["outlet"].nunique())
    return [f"{_named(printed['outlet'])} printed {words}" for words, printed in by_reach]


def _named(outlets: Iterable[object]) -> str:
    """Return the names of one or two outlets, or how many there are."""
    names = list(dict.fromkeys(name for name in outlets if isinstance(name, str)))
    if len(names) > _MAX_NAMES:
        return f"{_count_word(len(names))} outlets"
    return " and ".join(names)


def _count_word(count: int) -> str:
    if count < len(_SMALL):
        return _SMALL[count]
    return f"{count:,}"


@from_tables
def others_finding(others: pd.DataFrame, where: str) -> Finding:
    """
    Say between which values the counts of something else lie, of coded claims.

    In a corpus, whatever is counted lies next to the number that is followed: there the range says
    nothing, and the chart has a title instead.

    Parameters
    ----------
    others : DataFrame
        Of a ``Travel``. Not changed.
    where : str
        Of that ``Travel``.

    Returns
    -------
    Finding
        Kind "none" if there are none.
    """
    if others.empty:
        text = f"No count of something else is found next to the statement's ({where})."
        return Finding(text, "none")
    smallest = others["words"].loc[others["value"].idxmin()]
    largest = others["words"].loc[others["value"].idxmax()]
    numbers = smallest
    if smallest != largest:
        numbers = f"from {smallest} to {largest}"
    against = " or ".join(dict.fromkeys(others["statement_words"]))
    text = (
        f"Next to the statement's {against}, {_named(others['outlet'])} printed counts of "
        f"something else, {numbers} ({where})."
    )
    values = others["value"].to_numpy()
    low, high = float(values.min()), float(values.max())
    outlets = [name for name in others["outlet"].dropna().unique() if name in text]
    return Finding(text, "other_counts", outlets=tuple(outlets), low=low, high=high)


@from_tables
def numbers_finding(
    reports: pd.DataFrame,
    label: str,
    where: str,
    n_origins: int | None = None,
) -> Finding:
    """
    Say which numbers the statement is compared with.

    Parameters
    ----------
    reports : DataFrame
        Of a ``Travel``: coded claims, or the figures of the quantity that outlets put forward.
        Not changed.
    label, where : str
        Of that ``Travel``.
    n_origins : int, optional
        Independent origins at most, if they were counted.

    Returns
    -------
    Finding
        Of claims those of people and bodies. Kind "none" if there are none.
    """
    prefix = _prefix(label)
    is_claims = "is_headline" not in reports
    stated = reports
    what = "figures put forward for one quantity"
    if is_claims:
        stated = reports.loc[reports["unit"].isin(["people", "bodies"])]
        what = "coded figures of people and bodies"
    if stated.empty:
        return Finding(f"{prefix}{_NONE_TO_FOLLOW} {where}.", "none")
    n_outlets = len(set(stated["outlet"].dropna()))
    outlets = f"{n_outlets} {noun_for(n_outlets, 'outlet')}"
    origins = ""
    if n_origins is not None:
        origins = f", on at most {n_origins} {noun_for(n_origins, 'independent origin')}"
    if "words" in stated and not is_claims:
        what = f"{what} ({stated['outcome'].iloc[0]}, {printed_range(stated).words})"
    text = f"{prefix}{len(stated)} {what} by {outlets}{origins}, as reported ({where})."
    low = number_or_none(stated["low"].dropna().min())
    high = number_or_none(stated["high"].dropna().max())
    return Finding(text, "numbers", low=low, high=high)
