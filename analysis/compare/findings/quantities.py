"""
What outlets print for the quantities of a story: which they share, where they differ, how far.

In: the cells of ``compare.quantity_matrix`` or the reports of ``compare.quantity_reports``. Out: a
finding. It is a claim about this corpus and not about what happened.
"""

from collections.abc import Sequence
from itertools import chain, combinations

import pandas as pd

from analysis.compare.doubtful_numbers import n_printing
from analysis.compare.findings.printed_range import printed_range
from analysis.compare.number_words import agree
from analysis.compare.quantity_matrix import any_differ
from analysis.core.finding import Finding, from_tables, listed
from analysis.core.plurals import noun_for
from analysis.core.records import records_of

__all__ = ["followed_finding", "quantity_finding", "story_finding"]

_ALLOWED = "rounding and open ends"
_MOST_TOLD = 2  # quantities whose range is told; others that differ are named
_MOST_NAMED = 3
_SEVERAL = 2  # outlets that share a quantity


@from_tables
def story_finding(label: str, cells: pd.DataFrame, n_outlets: int) -> Finding:
    """
    Say which numbers outlets share in a story, and in which they differ.

    Parameters
    ----------
    label : str
        Of the story.
    cells : DataFrame
        From ``quantity_matrix``, the most shared quantity first. Not changed.
    n_outlets : int
        Outlets with an article in the story.

    Returns
    -------
    Finding
        Says so if there is one outlet, no number, or none read as printed by two. Of numbers
        ``in_doubt`` it says that they may differ: they may be of two things.
    """
    outlets = f"{n_outlets} {noun_for(n_outlets, 'outlet')}"
    if cells.empty:
        return Finding(f"{label}: no number is found in the articles of {outlets}.", "none")
    n_quantities = len(set(cells["quantity_id"]))
    if n_outlets <= 1:
        numbers = _count(n_quantities)
        text = f"{label}: one outlet only, with {numbers}; nothing to compare."
        return Finding(text, "none", outlets=tuple(cells["outlet"].unique()))
    groups = [group for _, group in cells.groupby("quantity_id", sort=False)]
    shared = [group for group in groups if n_printing(records_of(group)) >= _SEVERAL]
    if not shared:
        numbers = (
            "one number is in a row"
            if n_quantities == 1
            else f"{n_quantities} numbers are each in a row"
        )
        text = f"{label}: {outlets}; {numbers} of one of them, so none is compared."
        return Finding(text, "none")
    found = f"{n_outlets} outlets; {_found_in_two(len(shared), n_quantities)}"
    return _shared_finding(f"{label}: {found}", shared, n_quantities - len(shared))


def _found_in_two(n_shared: int, n_quantities: int) -> str:
    """Return how many of the numbers of a story two or more outlets print: "3 of 44 numbers"."""
    if n_shared < n_quantities:
        numbers = f"{n_shared} of {n_quantities} numbers {'was' if n_shared == 1 else 'were'}"
    else:
        numbers = f"{_count(n_shared)} {'was' if n_shared == 1 else 'were'}"
    return f"{numbers} found in two or more of them"


def _shared_finding(head: str, groups: Sequence[pd.DataFrame], n_alone: int) -> Finding:
    """
    Say which of the shared quantities differ.

    ``groups`` are the cells of each; ``n_alone`` quantities were found in one outlet only.
    """
    shared = pd.concat(groups)
    differ = [any_differ(records_of(group)) for group in groups]
    differing = [group for group, state in zip(groups, differ, strict=True) if state]
    disputed = [group for group in differing if not group["in_doubt"].to_numpy(bool).any()]
    doubtful = _doubtful(len(differing) - len(disputed), len(groups))
    n_unknown = sum(state is None for state in differ)
    unknown = ""
    if n_unknown:
        unknown = f"; {_count(n_unknown)} in different units, not compared"
    n_articles = len(set(shared["article_id"]))
    beside = _rivals_told(shared)
    if not disputed and beside:
        told = f"outlets print rival numbers side by side{unknown}"
        if not doubtful and _all_agree(groups):
            told = f"outlets agree{unknown}, but print rival numbers"
        text = f"{head}; {told}{beside}."
        return Finding(text + doubtful, "story", n_articles=n_articles)
    if not disputed:
        which = "in none of these" if len(groups) > 1 else "in it"
        negated = "do they" if len(groups) > 1 else "they do not"
        allowed = _allowed(shared)
        text = f"{head}; {which} {negated} differ by more than {allowed}{unknown}."
        if n_unknown == len(groups):
            text = f"{head}, but in different units, so they are not compared."
        elif differing:
            text = f"{head}; {_only_doubtful(len(differing), len(groups), allowed)}{unknown}."
        return Finding(text + _not_compared(n_alone), "agreement", n_articles=n_articles)
    ranges = [printed_range(group.loc[~group["overtaken"]]) for group in disputed[:_MOST_TOLD]]
    told = [
        f"{group['label'].iloc[0]}, {found.words}{found.words_of_days}"
        for group, found in zip(disputed, ranges, strict=False)
    ]
    also = _also_differing([group["label"].iloc[0] for group in disputed[_MOST_TOLD:]])
    many = "they differ"
    if len(groups) > 1:
        many = f"in {len(disputed)} they differ"
    text = f"{head}; {many} by more than {_ALLOWED}: {'; '.join(told)}{also}{unknown}."
    if beside:
        text = f"{text[:-1]}; rival numbers side by side{beside}."
    named = dict.fromkeys(outlet for found in ranges for outlet in found.outlets)
    return Finding(
        text + doubtful,
        "story",
        outlets=tuple(named),
        low=ranges[0].low,
        high=ranges[0].high,
        n_articles=n_articles,
    )


def _all_agree(groups: Sequence[pd.DataFrame]) -> bool:
    """Return whether the outlets' own numbers agree; later ones and rivals may explain others."""
    pairs = chain.from_iterable(combinations(records_of(group), 2) for group in groups)
    return all(agree(one, other) for one, other in pairs)


def _allowed(cells: pd.DataFrame) -> str:
    """Return by what numbers may differ that agree: where some are older, also by their days."""
    if cells["overtaken"].to_numpy(bool).any():
        return "rounding, open ends and what a later report changed"
    return _ALLOWED


def _not_compared(n_alone: int) -> str:
    """Return what is said of the numbers that were found in one outlet, or an empty string."""
    if not n_alone:
        return ""
    if n_alone == 1:
        return " The other one is in a row of one outlet and is not compared."
    return (
        f" The other {n_alone} are in rows of one outlet and are not compared: another may print "
        "them in other words."
    )


def _also_differing(labels: Sequence[str]) -> str:
    """Return which further quantities differ, whose range is not told."""
    if not labels:
        return ""
    named = [_in_quotes(label) for label in labels[:_MOST_NAMED]]
    if len(labels) > _MOST_NAMED:
        named.append(f"{len(labels) - _MOST_NAMED} more")
    return f"; also {listed(named)}"


def _in_quotes(label: str) -> str:
    """Return a label in quotation marks, which an article's words in it have already."""
    return label if "“" in label else f"“{label}”"


def _doubtful(n_quantities: int, n_shared: int) -> str:
    """Return what is said of numbers, of those shared, that differ but may be of two things."""
    if not n_quantities:
        return ""
    if n_shared == 1:
        return " They may differ in it (≠?), or it is of two things."
    if n_quantities == 1:
        return " In one (≠?) they may differ, or it is of two things."
    return f" In {n_quantities} (≠?) they may differ, or these are of two things."


def _only_doubtful(n_quantities: int, n_shared: int, allowed: str) -> str:
    """Return what is said where no numbers differ but those that may be of two things."""
    if n_shared == 1:
        return "they differ in it (≠?), unless it is of two things"
    if n_quantities == n_shared:
        return "they differ in each of them (≠?), unless these are of two things"
    which, things = "one of them", "it is"
    if n_quantities > 1:
        which, things = f"{n_quantities} of them", "these are"
    return (
        f"in {which} they differ (≠?), unless {things} of two things; in the others none differ by "
        f"more than {allowed}"
    )


def _rivals_told(shared: pd.DataFrame) -> str:
    """Return which rival numbers outlets print side by side, or an empty string; most of one."""
    rivals = shared.loc[shared["rivals"].notna() & ~shared["in_doubt"].astype(bool)]
    if rivals.empty:
        return ""
    first = rivals.loc[rivals["label"].eq(rivals["label"].iloc[0])]
    n_rivals = first["rivals"].str.count(";")  # whoever prints most of them tells most
    row = first.loc[n_rivals.idxmax()]
    words = row["words"]
    if isinstance(row["source"], str):
        words = f"{words} ({row['source'].strip(' ,;')})"
    told = f": {row['outlet']} prints {words} and {row['rivals']} for {row['label']}"
    n_more = len(set(rivals["outlet"])) - 1
    if not n_more:
        return told
    if n_more == 1:
        return f"{told}; 1 more outlet prints rival numbers too"
    return f"{told}; {n_more} more outlets print rival numbers too"


@from_tables
def quantity_finding(label: str, quantity: str, reports: pd.DataFrame, n_origins: int) -> Finding:
    """
    Say between which numbers outlets print a quantity, who prints them, and on how many origins.

    Parameters
    ----------
    label : str
        Of the story.
    quantity : str
        What is counted, in words.
    reports : DataFrame
        From ``reports_of_quantity``; those that ``is_headline`` and have an outlet count. Not
        changed.
    n_origins : int
        Independent origins at most.

    Returns
    -------
    Finding
        Nothing that stands out where one outlet prints it.
    """
    put_forward = reports.loc[reports["is_headline"].astype(bool)].dropna(subset=["outlet"])
    n_outlets = n_printing(records_of(put_forward))
    if not n_outlets:
        return Finding(f"{label}: no outlet puts a number forward for {quantity}.", "none")
    found = printed_range(put_forward, reports)
    by = f"{n_outlets} {noun_for(n_outlets, 'outlet')}"
    origins = ""
    if n_outlets > 1:
        origins = f", on at most {n_origins} {noun_for(n_origins, 'independent origin')}"
    text = f"{label}: {quantity}, {found.words}{found.words_of_days}; printed by {by}{origins}."
    named = found.outlets or tuple(put_forward["outlet"].unique()[:1])
    return Finding(
        text,
        _kind(n_outlets),
        outlets=named,
        low=found.low,
        high=found.high,
        n_articles=put_forward["document"].nunique(),
    )


@from_tables
def followed_finding(quantity: str, followed: pd.DataFrame, n_stories: int) -> Finding:
    """
    Say between which numbers a quantity moves through the whole corpus.

    Parameters
    ----------
    quantity : str
        What is counted, in words.
    followed : DataFrame
        From ``follow_quantity``. Not changed.
    n_stories : int
        Stories that its articles belong to.

    Returns
    -------
    Finding
        Nothing that stands out where one outlet prints it.
    """
    if followed.empty:
        return Finding("No number is followed through the corpus.", "none")
    where = f"in {n_stories} stories, which need not be of one thing"
    if n_stories == 1:
        where = "in one story"
    put_forward = followed.loc[followed["is_headline"].astype(bool)]
    found = printed_range(put_forward, followed)
    n_outlets = n_printing(records_of(put_forward))
    by = f"{n_outlets} {noun_for(n_outlets, 'outlet')}"
    text = f"{quantity}, {where}: {found.words}{found.words_of_days}; {by}."
    return Finding(
        text[:1].upper() + text[1:],
        _kind(n_outlets),
        outlets=found.outlets or tuple(put_forward["outlet"].dropna().unique()[:1]),
        low=found.low,
        high=found.high,
        n_articles=put_forward["document"].nunique(),
    )


def _kind(n_outlets: int) -> str:
    """Return the kind of a finding: what one outlet prints is nothing that stands out."""
    return "quantity" if n_outlets > 1 else "none"


def _count(n_quantities: int) -> str:
    if n_quantities == 1:
        return "one number"
    return f"{n_quantities} numbers"
