"""
Reports: figures in one format, whether extracted from articles or coded by hand.

In: ``claims``, or ``figures`` with ``articles``. Out: ``REPORTS``, which
``analysis.compare.dispersion`` and ``analysis.compare.propagation`` read. A number is what an
outlet printed; whether it is correct is not considered.

This module also defines the counts of vague words, and decides which reports rest on the
same source or text and are therefore not independent.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import combinations
from typing import TypeAlias, TypedDict, cast

import numpy as np
import pandas as pd
from rapidfuzz import fuzz

from analysis.compare.countries_of_bodies import is_one_body
from analysis.compare.events.labels.words import is_in_dictionary
from analysis.compare.named_person import have_one_acronym, is_one_person
from analysis.compare.responsible import responsible_parties
from analysis.core.figure_kinds import counted_figures
from analysis.core.followers import stands_by_another
from analysis.core.mishaps import is_mishap
from analysis.core.tables import REPORTS, make

__all__ = [
    "REPORTS",
    "VAGUE_COUNTS",
    "NullableText",
    "Report",
    "chain_numbers",
    "names_upstream",
    "reports_from_claims",
    "reports_from_figures",
    "same_source",
    "to_records",
]

# the smallest count that the word allows, after the codebook of ACLED
_SCALES = {"thousands": 1_000, "millions": 1_000_000, "billions": 1_000_000_000}
VAGUE_COUNTS = {"tens": 10, "dozen": 12, "hundreds": 100}
# rapidfuzz ratio, 0 to 100, from which two words are spellings of one name: Issa, Isa
SAME_WORD = 80
SAME_SINGLE_WORD = 85
# on their own, these words refer to a different source in every text
_GENERIC_SOURCES = frozenset(
    "ministry official officials source sources spokesman spokeswoman spokesperson witness "
    "witnesses authorities minister monitor resident residents republican republicans democrat "
    "democrats conservatives liberals lawmakers pac video".split()
)
# "its mayor", "Mr Kranz"; "his lawyer" and "her lawyer" are two
_NO_NAME = frozenset("the a an its mr mrs ms miss mx dr s".split())
# tabloids' words for the police
_POLICE = ("cops", "cop", "policemen")
# what follows the name of a source: its title, the outlet that relays it, where it said so
_DESCRIBED = re.compile(r"(?:[Aa]n?|[Tt]he|[Ii]ts|[Oo]ne)\s+[a-z][^,]*,\s+(?P<name>[A-Z][^,;]*)")
# "Quist, Roth" of a headline; "the army and its allies", "Ada Quist and Emil Roth"
_LIST_OF_NAMES = re.compile(r"[A-Z][\w’'-]*(?:,\s[A-Z][\w’'-]*)+(?:,?\sand\s[A-Z].*)?")
_JOINED = re.compile(r"(?<=[\w.)’'])\s(?:and|&)\s(?=[A-Z]|(?:the|its|their|his|her)\s)")
_ONE_BODY = re.compile(r"\s(?:of|for)\s|,")
_ACRONYM = re.compile(r"\b[A-Z]{3,6}\b")
_LONG_FORM = re.compile(r"[A-Z][\w’'-]+(?:\s(?:(?:of|for|and|the|on|in)\s){0,2}[A-Z][\w’'-]+){2,6}")
_END_OF_NAME = re.compile(r",| via |\(| on a | on the | citing ")
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_PASSAGE_MARGIN = 120

NullableText: TypeAlias = str | float | None
"""Text in a table; null values are None or NaN."""


class Report(TypedDict):
    """One row of ``REPORTS``, with the columns that are read here and in ``propagation``."""

    report_id: str
    document: str
    event: NullableText
    outlet: NullableText
    published: pd.Timestamp
    published_time: NullableText
    published_zone: NullableText
    published_given: NullableText
    value: float
    qualifier: str
    unit: str
    outcome: NullableText
    meaning: NullableText
    noun: NullableText
    group: NullableText
    extent: NullableText
    quantity_id: NullableText
    place: NullableText
    scope: NullableText
    part_of: NullableText
    source: NullableText
    source_type: NullableText
    upstream: NullableText
    side: NullableText
    voice: NullableText
    passage: str


def to_records(reports: pd.DataFrame) -> list[Report]:
    """
    Return the rows of a ``REPORTS`` table as dicts, which are faster to compare than Series.

    Parameters
    ----------
    reports : DataFrame
        The ``REPORTS`` table. Not changed.

    Returns
    -------
    list of Report
    """
    return cast(list[Report], reports.to_dict("records"))


def reports_from_claims(
    claims: pd.DataFrame, vague_counts: Mapping[str, float] | None = None
) -> pd.DataFrame:
    """
    Convert hand-coded claims to reports.

    Parameters
    ----------
    claims : DataFrame
        The ``claims`` table. Not changed.
    vague_counts : dict of str to number, optional
        Count for each vague word; by default, ``VAGUE_COUNTS``. Other words have a null value.

    Returns
    -------
    DataFrame
        The ``REPORTS`` table, one row per claim, in the same order.
    """
    reports = claims.rename(columns={"claim_id": "report_id"})
    day = reports["published"].dt.strftime("%Y-%m-%d").fillna("undated")
    reports["document"] = reports["url"].fillna(reports["outlet"] + " " + day)
    reports["meaning"] = reports["outcome_coded"].fillna(reports["outcome"])
    reports["value"] = _values(reports, "counted", vague_counts)
    reports["passage"] = [_claim_in_words(claim) for claim in reports.to_dict("records")]
    reports["side"] = reports["responsible"]
    days = ("published_time", "published_zone", "published_in_text")
    found = ("noun", "extent", "quantity_id", "story_id")
    for column in ("part_of", "group", "text", "p", "checked", "checked_by", *days, *found):
        reports[column] = None
    return make(reports.loc[:, list(REPORTS.columns)], REPORTS)


def _claim_in_words(claim: Mapping) -> str:
    """Return a claim as a short text."""
    low, high = claim["low"], claim["high"]
    if claim["qualifier"] == "vague":
        number = "no number"
    elif claim["qualifier"] == "range":
        number = f"{low:g} to {high:g}"
    else:
        bound = high if pd.isna(low) else low
        number = f"{claim['qualifier']} {bound:g}"
    words = f"{claim['outlet']}: {number} {claim['unit']}, {claim['counted']}"
    if isinstance(claim["source"], str):
        words += f", according to {claim['source']}"
    return words


def reports_from_figures(
    figures: pd.DataFrame,
    articles: pd.DataFrame,
    sentences: pd.DataFrame | None = None,
    attributions: pd.DataFrame | None = None,
    names: pd.DataFrame | None = None,
    vague_counts: Mapping[str, float] | None = None,
    units: Collection[str] = ("people", "bodies", "percent"),
) -> pd.DataFrame:
    """
    Convert figures extracted from articles to reports.

    Parameters
    ----------
    figures, articles : DataFrame
        The ``figures`` and ``articles`` tables. Not changed.
    sentences : DataFrame, optional
        If given, the passage is the sentence; otherwise, it is 120 characters on both sides.
    attributions : DataFrame, optional
        If given, the source type is filled in, and the source is its fullest name instead of "the
        ministry".
    names : DataFrame, optional
        If given, the responsible party is the same for all its names, such as "the regime" and
        "government forces".
    vague_counts : dict of str to number, optional
        As ``reports_from_claims``.
    units : collection of str
        Units of the figures that become reports.

    Returns
    -------
    DataFrame
        The ``REPORTS`` table, one row per figure of these units, in the same order; named persons
        have none. ``voice`` is that of the agent: attributed if the figure has a source.
    """
    counted = counted_figures(figures)
    kept = counted.loc[counted["unit"].isin(list(units))]
    context = articles.rename(columns={"event_id": "event", "text": "article_text"})
    days = ["published", "published_time", "published_zone", "published_in_text"]
    about = ["event", "story_id", "outlet"]
    context = context.reindex(columns=["article_id", *about, *days, "article_text"])
    reports = kept.merge(context, on="article_id", how="left", validate="many_to_one")
    if attributions is not None:
        reports = _with_source_names(reports, attributions)
    reports["value"] = _values(reports, "text", vague_counts)
    reports["passage"] = _passages(reports, sentences)
    reports["meaning"] = reports["outcome"]
    reports["document"] = reports["article_id"]
    is_party = ~reports["agent"].map(is_mishap).astype(bool)
    reports["responsible"] = reports["agent"].where(is_party)
    reports["side"] = responsible_parties(reports, names)
    voice = np.where(reports["source"].notna(), "attributed", "own")
    voice = pd.Series(voice, index=reports.index, dtype="str")
    reports["voice"] = voice.where(reports["responsible"].notna())
    # of claims, the scope is a site or a city as a coder wrote it
    reports = reports.rename(columns={"figure_id": "report_id", "scope": "extent"})
    return make(reports.filter(list(REPORTS.columns)), REPORTS)


def _with_source_names(reports: pd.DataFrame, attributions: pd.DataFrame) -> pd.DataFrame:
    """Add the source type, and replace the source by its fullest name."""
    sources = attributions[["attribution_id", "source_type", "source_name"]]
    reports = reports.merge(sources, on="attribution_id", how="left", validate="many_to_one")
    keep = reports["source_name"].isna() | reports["source"].isna()
    reports["source"] = reports["source"].where(keep, reports["source_name"])
    return reports


def _passages(figures: pd.DataFrame, sentences: pd.DataFrame | None) -> list[str]:
    """Return the sentence of each figure, or the characters around it."""
    if sentences is None:
        starts = (figures["start"] - _PASSAGE_MARGIN).clip(lower=0)
        ends = figures["end"] + _PASSAGE_MARGIN
    else:
        bounds = figures[["article_id", "sentence_id"]].merge(
            sentences[["article_id", "sentence_id", "start", "end"]],
            how="left",
            validate="many_to_one",
        )
        starts, ends = bounds["start"], bounds["end"]
    return [
        text[int(start) : int(end)]
        for text, start, end in zip(figures["article_text"], starts, ends, strict=True)
    ]


def _values(
    reports: pd.DataFrame, words: str, vague_counts: Mapping[str, float] | None
) -> pd.Series:
    """
    Return one number for each figure, so that figures can be compared.

    It is the bound that is given, the middle of two bounds, or the count of the vague word in the
    column named by ``words``; null if there is none of these.
    """
    counts = VAGUE_COUNTS if vague_counts is None else vague_counts
    number = reports[["low", "high"]].mean(axis=1)
    vague = [_vague_count(str(text), counts) for text in reports[words]]
    vague = pd.to_numeric(pd.Series(vague, index=reports.index))
    return pd.Series(number.where(reports["qualifier"] != "vague", vague))


def _vague_count(text: str, counts: Mapping[str, float]) -> float | None:
    """Return the count of the first vague word in a text, times its scale; None if none is."""
    for word, count in counts.items():
        found = re.search(rf"\b{re.escape(word)}(?:\s+of\s+(?P<scale>\w+))?", text, re.IGNORECASE)
        if found is not None:
            return count * _SCALES.get((found["scale"] or "").lower(), 1)
    return None


def same_source(first: NullableText, second: NullableText) -> bool:
    """
    Return whether two names of sources refer to the same source.

    Parameters
    ----------
    first, second : str or null
        "Jamal al-Issa, head of the doctors' union" and "Jamal al-Isa" are the same; null is never
        the same as anything.

    Returns
    -------
    bool
        Whether every word of the shorter name, without titles and relaying outlets, is in the
        longer one; "a lawyers' group, Justice Now" has two names, and "PPA" is the "Port Police
        Agency", the "Lebanese health ministry" the "health ministry in Beirut". Quist is neither
        "Quist's allies" nor one of "Quist and Roth".
    """
    if not (isinstance(first, str) and isinstance(second, str)):
        return False
    if _names_several(first) != _names_several(second):
        return False
    if is_one_body(first, second) or have_one_acronym(first, second):
        return True
    if is_one_person(first, second):
        return True
    second = _with_acronym_of(first, second)
    first = _with_acronym_of(second, first)
    is_follower, other_follows = stands_by_another(first), stands_by_another(second)
    own, others = _name_of_source(first), _name_of_source(second)
    if is_follower == other_follows and _same_name(own, others):
        return True
    described, other_described = _name_after_description(first), _name_after_description(second)
    if not is_follower and _same_name(own, other_described):
        return True
    if not other_follows and _same_name(described, others):
        return True
    return _same_name(described, other_described)


@lru_cache(maxsize=10_000)
def _names_several(source: str) -> bool:
    """Whether a name joins several: "Quist and Roth", but no "Ministry of Trade and Industry"."""
    if _LIST_OF_NAMES.fullmatch(source.strip(" ,")) is not None:
        return True
    before, joined, _ = _JOINED.sub("\0", source, count=1).partition("\0")
    return bool(joined) and _ONE_BODY.search(before) is None


@lru_cache(maxsize=10_000)
def _with_acronym_of(first: str, second: str) -> str:
    """Return the second name with an acronym of the first one for the words that it stands for."""
    for acronym in _ACRONYM.findall(first):
        for long_form in _LONG_FORM.findall(second):
            initials = "".join(word[0] for word in long_form.split() if word[0].isupper())
            if initials.replace(".", "") == acronym:
                return second.replace(long_form, acronym)
    return second


def _same_name(first: str, second: str) -> bool:
    """Return whether two names, as returned by ``_name_of_source``, are of the same source."""
    shorter, longer = sorted((first.split(), second.split()), key=len)
    if first != second and len(shorter) == 1 and shorter[0] in _GENERIC_SOURCES:
        return False
    least = SAME_WORD if len(shorter) > 1 else SAME_SINGLE_WORD  # "Dane" is not Cathal Devane
    return bool(shorter) and all(_has_spelling(longer, word, least) for word in shorter)


def _has_spelling(words: Sequence[str], word: str, least: float) -> bool:
    """Return whether some word is a spelling of the given one, with the same first letter."""
    return word in words or any(
        word[0] == other[0]
        and fuzz.ratio(word, other) >= least
        and is_in_dictionary(word) == is_in_dictionary(other)  # Ahmed is not "armed"
        for other in words
    )


@lru_cache(maxsize=10_000)  # each source of a story is compared with all others
def _name_of_source(source: NullableText) -> str:
    """Return the name without title, relaying outlet or brackets, in lower case."""
    if not isinstance(source, str):
        return ""
    if _LIST_OF_NAMES.fullmatch(source) is not None:
        source = source.replace(",", " and")
    name = _END_OF_NAME.split(re.sub(r"\bso-called\b", "", source.lower()))[0]
    words: list[str] = [word for word in re.findall(r"\w+", name) if word not in _NO_NAME]
    return " ".join(["police" if word in _POLICE else word for word in words])


@lru_cache(maxsize=10_000)
def _name_after_description(source: NullableText) -> str:
    """Return the name in "a lawyers' group, Justice Now", as ``_name_of_source``; else nothing."""
    described = _DESCRIBED.match(source) if isinstance(source, str) else None
    return "" if described is None else _name_of_source(described["name"])


def chain_numbers(reports: pd.DataFrame) -> pd.Series:
    """
    Number the chains of reports that rest on each other.

    Reports of one event are in the same chain if they have the same named source, or if one text is
    upstream of another (or both have the same upstream text) and they have the same source or
    number. Being in the same document does not put reports in the same chain.

    Parameters
    ----------
    reports : DataFrame
        The ``REPORTS`` table. Not changed.

    Returns
    -------
    Series of int
        The chain of each report, with the index of ``reports``.
    """
    records = to_records(reports)
    events = reports.reset_index(drop=True).groupby("event", dropna=False, sort=False)
    head = list(range(len(records)))  # the first report of the chain, or one closer to it

    def first_of_chain(row: int) -> int:
        while head[row] != row:
            head[row] = head[head[row]]
            row = head[row]
        return row

    for _, of_event in events:
        rows = of_event.index.tolist()
        for links in (_source_links(records, rows), _upstream_links(records, rows)):
            for first, second in links:
                earlier, later = sorted((first_of_chain(first), first_of_chain(second)))
                head[later] = earlier
    return pd.Series([first_of_chain(row) for row in range(len(records))], index=reports.index)


def _source_links(records: Sequence[Report], rows: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Iterate over pairs of reports with the same named source."""
    rows_by_name: dict[str, list[int]] = {}
    for row in rows:
        if records[row]["source_type"] != "unnamed":
            name = _name_of_source(records[row]["source"])
            rows_by_name.setdefault(name, []).append(row)
    rows_by_name.pop("", None)
    for first, *others in rows_by_name.values():
        for other in others:
            yield first, other
    for name, other_name in combinations(rows_by_name, 2):
        if _same_name(name, other_name):
            yield rows_by_name[name][0], rows_by_name[other_name][0]


def _upstream_links(records: Sequence[Report], rows: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Iterate over pairs of reports that share an upstream text and a figure or source."""
    rows_by_upstream: dict[str, list[int]] = {}
    for row in rows:
        upstream = records[row]["upstream"]
        if isinstance(upstream, str) and upstream:
            rows_by_upstream.setdefault(upstream.lower(), []).append(row)
    for upstream, downstream_rows in rows_by_upstream.items():
        upstream_rows = [row for row in rows if _is_upstream(upstream, records[row])]
        for first, second in combinations([*downstream_rows, *upstream_rows], 2):
            if _same_figure(records[first], records[second]):
                yield first, second


def _same_figure(first: Report, second: Report) -> bool:
    """Return whether two reports have the same source, or the same number and outcome."""
    # one text can give the figures of several sources: sharing the text is not enough
    if same_source(first["source"], second["source"]):
        return True
    return first["value"] == second["value"] and first["outcome"] == second["outcome"]


def _is_upstream(upstream: str, report: Report) -> bool:
    """Return whether an upstream text is the report's: its outlet, and its day if one is named."""
    if not isinstance(report["outlet"], str):
        return False
    outlet = re.sub(r"\s*\(.*", "", report["outlet"]).lower()
    if re.match(rf"{re.escape(outlet)}\b", upstream.lower()) is None:
        return False
    day = _DATE.search(upstream)
    if day is None or pd.isna(report["published"]):
        return True
    return day.group() == f"{report['published']:%Y-%m-%d}"


def names_upstream(upstream: NullableText, report: Report) -> bool:
    """
    Return whether the name of an upstream text refers to the text of a report.

    Parameters
    ----------
    upstream : str or null
        "AFP 2018-04-22".
    report : Report

    Returns
    -------
    bool
    """
    return isinstance(upstream, str) and _is_upstream(upstream, report)
