"""
Find events, and leave out the articles for which that fails.

In: the ``articles`` and ``figures`` tables. Out: articles with ``event_id``, the ``events`` table,
and a row in ``problems`` for each article that was left out, so that one article does not end a
run whose other stages are done.
"""

import logging

import pandas as pd

from analysis.compare.events.find import find_events
from analysis.core import tables

__all__ = ["MOST_TRIALS", "find_events_or_problems"]

_log = logging.getLogger(__name__)

MOST_TRIALS = 64
"""Groups of articles that are tried alone: enough for a few bad ones among millions."""


def find_events_or_problems(
    articles: pd.DataFrame, figures: pd.DataFrame
) -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]:
    """
    Assign an event to each article that can be compared.

    Parameters
    ----------
    articles, figures : DataFrame
        The tables of those names. Not changed.

    Returns
    -------
    articles : DataFrame
        As ``find_events`` returns it. An article at fault keeps the ``event_id`` that it had: none,
        in a new run.
    events : DataFrame
        The ``events`` table; empty if no articles at fault could be told apart.
    problems : DataFrame
        A row for each article at fault, or one for the whole stage.

    Raises
    ------
    MemoryError
        If the articles do not fit in memory: no fault of an article.
    """
    try:
        found, events = find_events(articles, figures=figures)
    except MemoryError:
        raise
    except Exception as error:
        _log.warning("compare: events: %s: %s", type(error).__name__, error)
        _log.debug("traceback of that failure:", exc_info=True)
        return _without_faults(articles, figures, error)
    return found, events, tables.empty(tables.PROBLEMS)


def _without_faults(
    articles: pd.DataFrame, figures: pd.DataFrame, error: Exception
) -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]:
    """Leave out the articles at fault, or else all."""
    search = _Search(figures)
    search.visit(articles)
    is_at_fault = articles["article_id"].isin(list(search.reasons))
    rest = articles.loc[~is_at_fault]
    try:
        found, events = find_events(rest, figures=figures)
    except MemoryError:
        raise
    except Exception:
        rows = [_problem(None, _reason(error), "no events were found for any article")]
        return articles, tables.empty(tables.EVENTS), tables.make(rows, tables.PROBLEMS)
    event_of = dict(zip(found["article_id"], found["event_id"], strict=True))
    new_ids = pd.Series(
        [event_of.get(article_id) for article_id in articles["article_id"]], index=articles.index
    )
    event_id = articles["event_id"].where(is_at_fault, new_ids)
    rows = []
    for article_id, reason in search.reasons.items():
        rows.append(_problem(article_id, reason, "the article is in no event"))
    with_events = tables.make(articles.assign(event_id=event_id), tables.ARTICLES)
    return with_events, events, tables.make(rows, tables.PROBLEMS)


class _Search:
    """Halve a group of articles until those at fault are alone."""

    def __init__(self, figures: pd.DataFrame) -> None:
        self.figures = figures
        self.reasons: dict[str, str] = {}
        self.n_trials = 0

    def visit(self, articles: pd.DataFrame) -> None:
        """Add the articles of a group that fail alone; stop after ``MOST_TRIALS`` groups."""
        if articles.empty or self.n_trials >= MOST_TRIALS:
            return
        self.n_trials += 1
        figures = self.figures.loc[self.figures["article_id"].isin(articles["article_id"])]
        try:
            find_events(articles, figures=figures)
        except MemoryError:
            raise
        except Exception as error:
            if len(articles) == 1:
                self.reasons[articles["article_id"].iloc[0]] = _reason(error)
                return
            middle = len(articles) // 2
            self.visit(articles.iloc[:middle])
            self.visit(articles.iloc[middle:])


def _reason(error: Exception) -> str:
    return f"events: {type(error).__name__}: {str(error)[:300]}"


def _problem(article_id: str | None, reason: str, consequence: str) -> dict[str, object]:
    return {
        "article_id": article_id,
        "stage": "compare",
        "reason": f"{reason} ({consequence})",
        "kept": True,
    }
