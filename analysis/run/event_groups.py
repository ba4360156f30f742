"""
Find events, and leave out the articles for which that fails.

In: the ``articles`` table. Out: articles with ``event_id`` and ``story_id``, the tables ``events``
and ``stories``, and a row in ``problems`` for each article that was left out, so that one article
does not end a run whose other stages are done.
"""

import logging
from typing import TypedDict, Unpack

import pandas as pd

from analysis.compare.events.find import FoundEvents, find_events
from analysis.core import tables
from analysis.core.errors import NO_FAULT_OF_AN_ARTICLE
from analysis.core.languages import is_read
from analysis.core.regrouping import Regrouping

__all__ = ["MOST_TRIALS", "ByHand", "find_events_or_problems"]

_log = logging.getLogger(__name__)

MOST_TRIALS = 64
"""Groups of articles that are tried alone: enough for a few bad ones among millions."""


class ByHand(TypedDict, total=False):
    """What a person put together or apart."""

    regrouped_events: Regrouping
    regrouped_stories: Regrouping


def find_events_or_problems(
    articles: pd.DataFrame, **by_hand: Unpack[ByHand]
) -> tuple[FoundEvents, pd.DataFrame]:
    """
    Assign an event and a story to each article that can be compared.

    Parameters
    ----------
    articles : DataFrame
        The ``articles`` table. Not changed. Those that are not read, because they are not in
        English, are in no event.
    **by_hand
        Articles that a person put together or apart, see ``find_events``.

    Returns
    -------
    found : FoundEvents
        An article at fault keeps the ids that it had: none, in a new run. No events and stories if
        no articles at fault could be told apart.
    problems : DataFrame
        A row for each article at fault, or one for the whole stage.

    Raises
    ------
    LexiconError, MissingResourceError
        If a lexicon or model is missing, altered or broken.
    MemoryError
        If the articles do not fit in memory: no fault of an article.
    """
    read = is_read(articles)
    if read.all():
        return _find_or_problems(articles, by_hand)
    found, problems = _find_or_problems(articles.loc[read], by_hand)
    ids = found.articles.set_index("article_id")[["event_id", "story_id"]]
    of_all = ids.reindex(articles["article_id"]).set_axis(articles.index)
    with_events = articles.assign(event_id=of_all["event_id"], story_id=of_all["story_id"])
    return found._replace(articles=tables.make(with_events, tables.ARTICLES)), problems


def _find_or_problems(articles: pd.DataFrame, by_hand: ByHand) -> tuple[FoundEvents, pd.DataFrame]:
    """Find events, without the articles at fault."""
    try:
        found = find_events(articles, **by_hand)
    except NO_FAULT_OF_AN_ARTICLE:
        raise
    except Exception as error:
        _log.warning("compare: events: %s: %s", type(error).__name__, error)
        _log.debug("traceback of that failure:", exc_info=True)
        return _without_faults(articles, by_hand)
    return found, tables.empty(tables.PROBLEMS)


def _without_faults(articles: pd.DataFrame, by_hand: ByHand) -> tuple[FoundEvents, pd.DataFrame]:
    """Leave out the articles at fault, or else all."""
    search = _Search()
    search.visit(articles)
    is_at_fault = articles["article_id"].isin(list(search.reasons))
    try:
        found = find_events(articles.loc[~is_at_fault], **by_hand)
    except NO_FAULT_OF_AN_ARTICLE:
        raise
    except Exception as error:
        rows = [_problem(None, _reason(error), "no events were found for any article")]
        nothing = tables.empty(tables.EVENTS), tables.empty(tables.STORIES)
        return FoundEvents(articles, *nothing), tables.make(rows, tables.PROBLEMS)
    assigned = {}
    for column in ("event_id", "story_id"):
        id_of = dict(zip(found.articles["article_id"], found.articles[column], strict=True))
        new = articles["article_id"].map(id_of.get)
        assigned[column] = articles[column].where(is_at_fault, new)
    rows = []
    for article_id, reason in search.reasons.items():
        rows.append(_problem(article_id, reason, "the article is in no event"))
    with_events = tables.make(articles.assign(**assigned), tables.ARTICLES)
    return found._replace(articles=with_events), tables.make(rows, tables.PROBLEMS)


class _Search:
    """Halve a group of articles until those at fault are alone."""

    def __init__(self) -> None:
        self.reasons: dict[str, str] = {}
        self.n_trials = 0

    def visit(self, articles: pd.DataFrame) -> None:
        """Add the articles of a group that fail alone; stop after ``MOST_TRIALS`` groups."""
        if articles.empty or self.n_trials >= MOST_TRIALS:
            return
        self.n_trials += 1
        try:
            find_events(articles)
        except NO_FAULT_OF_AN_ARTICLE:
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
        "kept": True,
        "reason": f"{reason} ({consequence})",
    }
