"""
Choose among articles: by outlet, by day, by a query, and by a seeded random sample.

In: the ``articles`` table. Out: a new table, in the same order, and ``problems`` rows for articles
that cannot be placed by day because they have none. Nothing else is changed.
"""

from collections.abc import Sequence
from datetime import date

import numpy as np
import pandas as pd

from analysis.core.errors import ParameterError, unknown_value_message
from analysis.core.selection import Selection
from analysis.load.dates import parse_day
from analysis.load.records import problem_row
from analysis.load.text_query import find_matches

__all__ = ["filter_articles", "sample_articles", "select_articles"]


def select_articles(
    articles: pd.DataFrame, selection: Selection, matches: np.ndarray | None = None
) -> tuple[pd.DataFrame, list[dict[str, object]]]:
    """
    Keep the articles that a selection asks for.

    Parameters
    ----------
    articles : DataFrame
        The ``articles`` table, of which ``article_id``, ``outlet``, ``outlet_given`` and
        ``published`` are used, and ``title`` and ``text`` if there is a query. Not changed.
    selection : Selection
    matches : ndarray of bool, optional
        Which articles the query matches, where that is known already; then no texts are needed.

    Returns
    -------
    articles : DataFrame
        The rows that are left, in their order.
    undated : list of dict
        A row of ``problems`` for each article that was left out because it has no day.

    Raises
    ------
    ParameterError
        If an outlet is not in the table, a day cannot be read, ``since`` is after ``until``,
        ``limit`` is negative, or the query cannot be read or leaves no article.
    """
    kept, undated = filter_articles(articles, selection.outlets, selection.since, selection.until)
    if selection.query:
        if matches is None:
            matches = find_matches(articles, selection)
        matching = set(articles.loc[matches, "article_id"])
        kept = kept.loc[kept["article_id"].isin(list(matching))].reset_index(drop=True)
        undated = [row for row in undated if row["article_id"] in matching]
        if kept.empty:
            raise ParameterError(_nothing_matches(selection, len(articles), len(matching)))
    return sample_articles(kept, selection.limit, selection.seed), undated


def _nothing_matches(selection: Selection, n_articles: int, n_matching: int) -> str:
    """Return the message for a query that, with the other filters, leaves no article."""
    where = {"both": "titles and texts", "title": "titles", "text": "texts"}[selection.query_in]
    found = (
        f"query {selection.query!r} matches {n_matching:,} of {n_articles:,} articles, of which "
        f"the {where} were searched"
    )
    if not n_matching:
        return f"{found}. Use fewer words, OR between them, or word* for every ending."
    others = []
    for name in ("outlets", "since", "until"):
        value = getattr(selection, name)
        if value:
            others.append(f"{name} {', '.join(value) if name == 'outlets' else value}")
    return f"{found}; {' and '.join(others)} leave none of these. Widen one of them."


def filter_articles(
    articles: pd.DataFrame,
    outlets: Sequence[str] = (),
    since: str | date | None = None,
    until: str | date | None = None,
) -> tuple[pd.DataFrame, list[dict[str, object]]]:
    """
    Keep the articles of some outlets and days.

    Parameters
    ----------
    articles : DataFrame
        The ``articles`` table. Not changed.
    outlets : sequence of str
        Outlets to keep, by printed name or as the input gives them, in any case; empty keeps all.
    since, until : str or date, optional
        First and last day to keep. If either is given, articles without a day are left out.

    Returns
    -------
    articles : DataFrame
    undated : list of dict
        A row of ``problems`` for each article that was left out because it has no day.

    Raises
    ------
    ParameterError
        If an outlet is not in the table, a day cannot be read, or ``since`` is after ``until``.
    """
    kept = articles
    if len(outlets):
        kept = kept.loc[kept.loc[:, "outlet"].isin(_known_outlets(outlets, articles))]
    first = _parse_bound(since, "since")
    last = _parse_bound(until, "until")
    if first is None and last is None:
        return kept.reset_index(drop=True), []
    if first is not None and last is not None and first > last:
        raise ParameterError(f"since={since} is after until={until}. Swap them.")
    days = kept.loc[:, "published"]
    inside = days.between(first or pd.Timestamp.min, last or pd.Timestamp.max)
    undated = kept.loc[days.isna(), "article_id"]
    problems = [_undated_problem(article_id) for article_id in undated]
    return kept.loc[inside].reset_index(drop=True), problems


def _undated_problem(article_id: str) -> dict[str, object]:
    """Return the row of ``problems`` for an article that has no day."""
    reason = f"{article_id} has no date, so since and until cannot place it; left out of this run"
    return problem_row(article_id, reason, kept=False)


def _known_outlets(wanted: Sequence[str], articles: pd.DataFrame) -> list[str]:
    """Return outlets as the table prints them."""
    by_folded_name = {}
    given = articles[["outlet_given", "outlet"]].dropna().drop_duplicates()
    for name, outlet in given.itertuples(index=False):
        by_folded_name[name.casefold()] = outlet
    for outlet in articles["outlet"].dropna().unique():
        by_folded_name[outlet.casefold()] = outlet
    known = []
    for outlet in wanted:
        if outlet.casefold() not in by_folded_name:
            raise ParameterError(
                unknown_value_message("outlet", outlet, sorted(set(by_folded_name.values())))
            )
        known.append(by_folded_name[outlet.casefold()])
    return known


def _parse_bound(value: str | date | None, name: str) -> pd.Timestamp | None:
    """Return the first or last day to keep; None if it is not given."""
    if value is None or value == "":
        return None
    day = parse_day(value)
    if day is None:
        raise ParameterError(
            f"{name}={value!r} is not a day. Write it as YYYY-MM-DD, as in 2018-11-02."
        )
    return pd.Timestamp(day)  # pyright: ignore[reportReturnType]


def sample_articles(articles: pd.DataFrame, limit: int, seed: int = 0) -> pd.DataFrame:
    """
    Draw a random sample that keeps the shares of the outlets, to within one article each.

    Parameters
    ----------
    articles : DataFrame
        The ``articles`` table. Not changed.
    limit : int
        Number of articles to keep; 0 keeps all.
    seed : int
        Random seed.

    Returns
    -------
    DataFrame
        The sampled rows, in their order.

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
    outlets = articles["outlet"].fillna("").to_numpy()[shuffled]
    groups = pd.Series(outlets).groupby(outlets)
    # put the r-th of n articles of an outlet at (r + 1/2) / n on a line from 0 to 1; whatever is
    # cut off at its start then has the shares of the whole
    position = (groups.cumcount() + 0.5) / groups.transform("size")
    chosen = shuffled[position.sort_values(kind="stable").index[:limit]]
    return articles.iloc[np.sort(chosen)].reset_index(drop=True)
