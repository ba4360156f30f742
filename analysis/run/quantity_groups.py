"""
Find quantities, and leave out the stories for which that fails.

In: the tables ``figures``, ``articles`` and ``sentences``. Out: figures with ``quantity_id``, the
``quantities`` table, and a row in ``problems`` for each story that was left out, so that one story
does not end a run whose other stages are done.
"""

import logging
from collections.abc import Iterator

import pandas as pd

from analysis.compare.quantities.find import find_quantities
from analysis.core import tables
from analysis.core.errors import NO_FAULT_OF_AN_ARTICLE
from analysis.core.regrouping import NO_REGROUPING, Regrouping

__all__ = ["MOST_ARTICLES", "find_quantities_or_problems", "story_chunks"]

_log = logging.getLogger(__name__)

MOST_ARTICLES = 50_000
"""Articles whose stories are read at once in a corpus that does not fit in memory."""


def find_quantities_or_problems(
    figures: pd.DataFrame,
    articles: pd.DataFrame,
    sentences: pd.DataFrame,
    regrouped: Regrouping = NO_REGROUPING,
) -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]:
    """
    Assign a quantity to each figure of each story that can be compared.

    Parameters
    ----------
    figures, articles, sentences : DataFrame
        The tables of those names; articles with ``story_id``. Not changed.
    regrouped : Regrouping
        Figures that a person put together or apart.

    Returns
    -------
    figures : DataFrame
        With ``quantity_id`` and ``standing``; null in a story at fault.
    quantities : DataFrame
        The ``quantities`` table.
    problems : DataFrame
        A row for each story at fault.

    Raises
    ------
    LexiconError, MissingResourceError
        If a lexicon or model is missing, altered or broken.
    MemoryError
        If the articles do not fit in memory: no fault of a story.
    """
    try:
        found, quantities = find_quantities(figures, articles, sentences, regrouped)
        problems = []
    except NO_FAULT_OF_AN_ARTICLE:
        raise
    except Exception as error:
        _log.warning("compare: quantities: %s: %s", type(error).__name__, error)
        _log.debug("traceback of that failure:", exc_info=True)
        found, quantities, problems = _story_by_story(figures, articles, sentences, regrouped)
    return (
        tables.make(found, tables.FIGURES),
        tables.make(quantities, tables.QUANTITIES),
        tables.make(problems, tables.PROBLEMS),
    )


def _story_by_story(
    figures: pd.DataFrame,
    articles: pd.DataFrame,
    sentences: pd.DataFrame,
    regrouped: Regrouping,
) -> tuple[pd.DataFrame, pd.DataFrame, list[dict[str, object]]]:
    """Leave out the stories at fault."""
    told: dict[str, dict[str, str]] = {name: {} for name in tables.TOLD_BY_QUANTITIES}
    parts = [tables.empty(tables.QUANTITIES)]
    problems = []
    for story, of_story in articles.groupby(articles["story_id"].fillna(articles["article_id"])):
        ids = of_story["article_id"]
        of_figures = figures.loc[figures["article_id"].isin(ids)]
        try:
            found, quantities = find_quantities(
                of_figures,
                of_story,
                sentences.loc[sentences["article_id"].isin(ids)],
                regrouped,
            )
        except NO_FAULT_OF_AN_ARTICLE:
            raise
        except Exception as error:
            problems.append(_problem(str(story), error))
            continue
        for name, of_figure in told.items():
            of_figure.update(zip(found["figure_id"], found[name], strict=True))
        parts.append(quantities)
    columns = {name: figures["figure_id"].map(of_figure.get) for name, of_figure in told.items()}
    return figures.assign(**columns), pd.concat(parts, ignore_index=True), problems


def _problem(story: str, error: Exception) -> dict[str, object]:
    return {
        "article_id": None,
        "stage": "compare",
        "kept": True,
        "reason": f"quantities: {type(error).__name__}: {str(error)[:300]} "
        f"(the figures of {story} are in no quantity)",
    }


def story_chunks(stories: pd.Series, most: int = MOST_ARTICLES) -> Iterator[set[str]]:
    """
    Divide articles so that each story is whole.

    Parameters
    ----------
    stories : Series of str
        The story of each article, indexed by ``article_id``; an article without one is alone.
    most : int
        Articles in a chunk; a larger story is a chunk of its own.

    Yields
    ------
    set of str
        Ids of articles.
    """
    chunk: set[str] = set()
    alone = pd.Series(stories.index, index=stories.index)
    for _, of_story in stories.groupby(stories.fillna(alone), sort=True):
        if chunk and len(chunk) + len(of_story) > most:
            yield chunk
            chunk = set()
        chunk.update(of_story.index)
    if chunk:
        yield chunk
