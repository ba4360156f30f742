"""
How many articles of which outlets were read, and how many rows were not.

In: articles by outlet. Out: a finding.
"""

import pandas as pd

from analysis.core.finding import Finding, from_tables
from analysis.core.plurals import count_and_noun, noun_for

__all__ = ["corpus_finding"]


@from_tables
def corpus_finding(by_outlet: pd.DataFrame, n_articles: int, rows_in: int, dropped: int) -> Finding:
    """
    Say who wrote most of a corpus.

    Parameters
    ----------
    by_outlet : DataFrame
        ``outlet`` (null: not named), ``articles``, and ``kind`` where it is known. An aggregator
        shows articles of others: it carries them, and wrote none. Not changed.
    n_articles : int
        Articles that were read.
    rows_in, dropped : int
        Rows of the input, and those that could not be read.

    Returns
    -------
    Finding
        Kind "corpus". A tie has no winner.
    """
    named = by_outlet.dropna(subset=["outlet"])
    unread = f"{dropped:,} of {rows_in:,} rows could not be read."
    if not dropped:
        unread = "No row was lost."
    articles = count_and_noun(n_articles, "article")
    if named.empty:
        text = f"{articles}; no article names its outlet, so none are compared. {unread}"
        return Finding(text, "corpus", n_articles=n_articles)
    most = int(named["articles"].to_numpy().max())
    first = named.loc[named["articles"].eq(most), "outlet"].tolist()
    if len(first) == len(named) > 1:
        who = f"{most} each"
        first = []
    elif len(named) == 1:
        who = first[0]
    elif len(first) == 1:
        who = f"{first[0]} wrote the most, {most / n_articles:.0%}"
        if _is_aggregator(named, first[0]):
            who = f"{first[0]} carried the most, {most / n_articles:.0%}, articles of other outlets"
    else:
        carried = any(_is_aggregator(named, outlet) for outlet in first)
        who = f"{len(first)} outlets {'carried' if carried else 'wrote'} the most, {most} each"
        first = []
    outlets = f"{len(named)} {noun_for(len(named), 'outlet')}"
    text = f"{articles} by {outlets}; {who}. {unread}"
    return Finding(text, "corpus", outlets=tuple(first), value=float(most), n_articles=n_articles)


def _is_aggregator(by_outlet: pd.DataFrame, outlet: str) -> bool:
    """Return whether an outlet is known to show articles of other outlets."""
    if "kind" not in by_outlet:
        return False
    return bool(by_outlet.loc[by_outlet["outlet"].eq(outlet), "kind"].eq("aggregator").any())
