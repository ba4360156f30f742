"""
Choose among articles: by outlet, by day, and by a seeded random sample.

In: the ``articles`` table. Out: a new table, in the same order, and ``problems`` rows for articles that a date
filter cannot place. Nothing else is changed.
"""

import numpy as np
import pandas as pd

from analysis.core.errors import ParameterError, unknown_value_message
from analysis.load.dates import parse_day
from analysis.load.records import problem

__all__ = ["filter_articles", "sample_articles", "select_articles"]


def select_articles(articles, selection):
    """
    Keep the articles that a selection asks for.

    Parameters
    ----------
    articles : DataFrame
        Needs the columns ``article_id``, ``outlet`` and ``published``. Not changed.
    selection : Selection

    Returns
    -------
    articles : DataFrame
        The rows that are left, in their order.
    undated : list of dict
        A row of ``problems`` for each article without a day that a choice of days left out.

    Raises
    ------
    ParameterError
        If an outlet is not there, a day cannot be read, or ``limit`` is negative.
    """
    kept, undated = filter_articles(articles, selection.outlets, selection.since, selection.until)
    return sample_articles(kept, selection.limit, selection.seed), undated


def filter_articles(articles, outlets=(), since=None, until=None):
    """
    Keep the articles of some outlets and days.

    Parameters
    ----------
    articles : DataFrame
        The ``articles`` table. Not changed.
    outlets : sequence of str
        Outlets to keep, in any case; empty keeps all.
    since, until : str or date, optional
        First and last day to keep. An article without a day is left out where either is given.

    Returns
    -------
    articles : DataFrame
    problems : list of dict
        One for each article left out for want of a day.

    Raises
    ------
    ParameterError
        If an outlet is not in the table, a day cannot be read, or ``since`` is after ``until``.
    """
    kept = articles
    if len(outlets):
        kept = kept[kept["outlet"].isin(_known_outlets(outlets, articles))]
    first, last = _day(since, "since"), _day(until, "until")
    if first is not None and last is not None and first > last:
        raise ParameterError(f"since={since} is after until={until}. Swap them.")
    if first is None and last is None:
        return kept.reset_index(drop=True), []
    undated = kept.loc[kept["published"].isna(), "article_id"]
    inside = kept["published"].between(first or pd.Timestamp.min, last or pd.Timestamp.max)
    reason = "has no date, so it cannot be placed by since and until; left out of this run"
    return kept[inside].reset_index(drop=True), [
        problem(i, f"{i} {reason}", kept=False) for i in undated
    ]


def _known_outlets(wanted, articles):
    have = {o.casefold(): o for o in articles["outlet"].dropna().unique()}
    bad = [o for o in wanted if o.casefold() not in have]
    if bad:
        raise ParameterError(unknown_value_message("outlet", bad[0], sorted(have.values())))
    return [have[o.casefold()] for o in wanted]


def _day(value, name):
    if value is None or value == "":
        return None
    day = parse_day(value)
    if day is None:
        raise ParameterError(
            f"{name}={value!r} is not a day. Write it as YYYY-MM-DD, as in 2018-11-02."
        )
    return pd.Timestamp(day)


def sample_articles(articles, limit, seed=0):
    """
    Draw a random sample that keeps the outlets' shares, to within one article each.

    Parameters
    ----------
    articles : DataFrame
        The ``articles`` table. Not changed.
    limit : int
        Articles to keep; 0 keeps all.
    seed : int

    Returns
    -------
    DataFrame
        In the order they came in.

    Raises
    ------
    ParameterError
        If ``limit`` is negative.
    """
    if limit < 0:
        raise ParameterError(
            f"limit={limit} is negative. Give the number of articles to read; 0 means all."
        )
    if not limit or limit >= len(articles):
        return articles.reset_index(drop=True)
    shuffled = np.random.default_rng(seed).permutation(len(articles))
    outlet = articles["outlet"].fillna("").to_numpy()[shuffled]
    groups = pd.Series(outlet).groupby(outlet)
    # the r-th of n articles of an outlet stands at (r + 1/2) / n: cutting that line keeps the shares
    place = (groups.cumcount() + 0.5) / groups.transform("size")
    chosen = shuffled[place.sort_values(kind="stable").index[:limit]]
    return articles.iloc[np.sort(chosen)].reset_index(drop=True)
