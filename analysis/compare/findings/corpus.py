"""
How many articles of which outlets were read, and how many rows were not.

In: articles by outlet. Out: a finding.
"""

import pandas as pd

from analysis.core.finding import Finding, from_tables

__all__ = ["corpus_finding"]


@from_tables
def corpus_finding(by_outlet: pd.DataFrame, n_articles: int, rows_in: int, dropped: int) -> Finding:
    """
    Say who wrote most of a corpus.

    Parameters
    ----------
    by_outlet : DataFrame
        ``outlet`` (null: not named) and ``articles``. Not changed.
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
    articles = "1 article" if n_articles == 1 else f"{n_articles:,} articles"
    if named.empty:
        text = f"{articles}; no article names its outlet, so none are compared. {unread}"
        return Finding(text, "corpus", n_articles=n_articles)
    most = int(named["articles"].to_numpy().max())
    first = named.loc[named["articles"].eq(most), "outlet"].tolist()
    if len(first) == len(named) > 1:
        who = f"{most} each"
        first = []
    elif len(first) == 1:
        who = f"{first[0]} wrote the most, {most / n_articles:.0%}"
    else:
        who = f"{len(first)} outlets wrote the most, {most} each"
        first = []
    outlets = "1 outlet" if len(named) == 1 else f"{len(named)} outlets"
    text = f"{articles} by {outlets}; {who}. {unread}"
    return Finding(text, "corpus", outlets=tuple(first), value=float(most), n_articles=n_articles)
