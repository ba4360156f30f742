"""
Find which figures of a story state the same measured thing, and list the quantities.

In: figures, articles with ``story_id``, sentences. Out: the figures with ``quantity_id``, and one
row for each quantity. Pairs of statements get a probability (``judged_pairs``). The tolls with
which articles open belong together (``headline_tolls``), and so do a headline's number and its
repetition below it (``headline_repeats``), and so do measures of which an event has but one
(``event_measures``); average linkage groups the rest. Two different numbers of one article have a
probability of their own (``within_article``): it keeps them apart, or joins them beside the rivals
that rules find (``rivals``). How sure it is that a quantity of two outlets or more is one thing is
asked afterwards (``one_thing``); rows that were left apart and may be one are named
(``possible_matches``).
"""

from collections.abc import Hashable, Iterator, Mapping
from itertools import groupby
from operator import itemgetter
from typing import Any

import numpy as np
import pandas as pd

from analysis.compare.events.average_linkage import agglomerate
from analysis.compare.quantities.across_articles import read_trees as read_across
from analysis.compare.quantities.aligned_lists import aligned_pairs
from analysis.compare.quantities.equal_numbers import equal_pairs
from analysis.compare.quantities.event_measures import measure_pairs
from analysis.compare.quantities.gatherings import counted_crowds
from analysis.compare.quantities.headline_repeats import headline_repeats
from analysis.compare.quantities.headline_tolls import toll_pairs
from analysis.compare.quantities.judged_pairs import judge_pairs
from analysis.compare.quantities.linked_groups import Pairs, join_linked
from analysis.compare.quantities.misfits import misfits, without_misfits
from analysis.compare.quantities.one_thing import (
    Fit,
    put_forward,
    read_trees,
    rows_of_one_thing,
)
from analysis.compare.quantities.possible_matches import Match, possible_matches
from analysis.compare.quantities.reader_address import is_addressed
from analysis.compare.quantities.revised import revised_pairs
from analysis.compare.quantities.rivals import join_rivals
from analysis.compare.quantities.rounded_sums import rounded_pairs
from analysis.compare.quantities.same_quantity import read_weights
from analysis.compare.quantities.standing import shared_figures, standings
from analysis.compare.quantities.statements import (
    Statements,
    in_reading_order,
    records_of,
    statements_of,
)
from analysis.compare.quantities.summary import summarise
from analysis.compare.quantities.vote_results import vote_pairs
from analysis.compare.quantities.within_article import JudgedPairs
from analysis.core.figure_kinds import counted_figures
from analysis.core.logistic_model import LogisticModel
from analysis.core.regrouping import NO_REGROUPING, Regrouping
from analysis.core.tree_model import TreeModel
from analysis.neural.number_model import read_number_model

__all__ = ["COLUMNS", "THRESHOLD", "find_quantities", "group_statements"]

COLUMNS = (
    "quantity_id",
    "story_id",
    "label",
    "unit",
    "unit_text",
    "currency",
    "outcome",
    "part_of",
    "n_outlets",
    "n_articles",
    "low",
    "high",
    "first",
    "last",
    "p",
    "possible_match",
    "p_match",
)
"""Columns of the table ``quantities``."""

THRESHOLD = 0.5
"""Mean probability of the pairs of two groups, below which they stay apart."""

_FIGURES_AT_ONCE = 2_000
_LEAST_PROBABILITY = 0.01  # a pair below it is not listed, which counts as 0


def find_quantities(
    figures: pd.DataFrame,
    articles: pd.DataFrame,
    sentences: pd.DataFrame,
    regrouped: Regrouping = NO_REGROUPING,
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """
    Assign a quantity to each figure: what it measures, of what, for which scope and time.

    Two figures share a quantity if a reader would put them in one row of a table "who printed which
    number". Their values may differ: a later toll, a rounded one, a rival count and a slip are the
    same quantity. A part is another quantity than its total, and last year's figure another than
    this year's.

    Parameters
    ----------
    figures : DataFrame
        The ``figures`` table. Not changed.
    articles : DataFrame
        The ``articles`` table with ``story_id``. Only figures of one story can share a quantity; an
        article without a story is one of its own. Not changed.
    sentences : DataFrame
        The ``sentences`` table of these articles. Not changed.
    regrouped : Regrouping
        Figures of one story that a person put together or apart.

    Returns
    -------
    figures : DataFrame
        The same rows in the same order, with ``standing`` and with ``quantity_id``: "quantity-"
        followed by the id of the earliest figure (by day, article and place). It is null for named
        persons ("Officer Liu was killed"): they are no toll, and are shown apart; and for numbers
        of a page that addresses its reader ("download 7 stocks").
    quantities : DataFrame
        ``COLUMNS``, by story and first statement. ``unit``, ``unit_text`` and ``currency`` are
        those stated most often; ``low`` and ``high`` are the smallest and largest number stated in
        that unit, null if all are vague. ``part_of`` is the quantity of which this one is a part.
        ``p`` is the probability that the numbers which outlets put forward for it are of one thing,
        null for one outlet, and where a person put figures together. A number that is much more
        probably of another thing is another quantity. ``possible_match`` and ``p_match`` are of
        ``possible_matches``.

    Raises
    ------
    MissingResourceError
        If the weights are missing or changed.

    Notes
    -----
    Accuracy: ``data/models/quantities/CARD.md``. Words are read as English. In a story with more
    than 400 figures of one dimension, only those that share a word or a value are compared.
    """
    weights, across = read_weights(), read_across()
    counted = counted_figures(figures).drop(columns="quantity_id", errors="ignore")
    counted = counted.loc[~is_addressed(counted, articles, sentences)]
    placed = in_reading_order(counted, articles)
    named: dict[str, str] = {}
    standing: dict[str, str] = {}
    rows: list[dict[str, object]] = []
    for statements in _statements(placed, articles, sentences):
        pairs, within = judge_pairs(statements, weights, across, read_number_model())
        groups = _grouped(statements, pairs, within, THRESHOLD)
        ids = "quantity-" + statements.rows["figure_id"].to_numpy()[groups]
        stated = statements.rows.assign(quantity_id=ids)
        stated["quantity_id"] = _regrouped(stated, regrouped)
        quantity_of = dict(zip(stated["figure_id"], stated["quantity_id"], strict=True))
        own = figures.loc[figures["figure_id"].isin(list(quantity_of))]
        outlet_of = _outlets(own, articles)
        standing |= standings(own, statements.texts, quantity_of, outlet_of)
        own = own.assign(standing=own["figure_id"].map(standing.get))
        quantity_of, p = _told_apart(statements, own, articles, quantity_of, regrouped)
        named.update(quantity_of)
        for figure_id in set(quantity_of) - shared_figures(quantity_of, outlet_of):
            standing.pop(figure_id, None)
        stated["quantity_id"] = stated["figure_id"].map(quantity_of.get)
        figure_ids = statements.rows["figure_id"].tolist()
        match = possible_matches(pairs, figure_ids, quantity_of, outlet_of, regrouped)
        for _, story in groupby(records_of(stated), key=itemgetter("story")):
            for row in _matched(summarise(list(story)), match):
                rows.append({**row, "p": p.get(row["quantity_id"])})
    told = {
        name: pd.Series(figures["figure_id"].map(of_figure.get), index=figures.index, dtype="str")
        for name, of_figure in (("quantity_id", named), ("standing", standing))
    }
    return figures.assign(**told), _table(rows)


def _matched(rows: list[dict[str, Any]], matches: Mapping[str, Match]) -> Iterator[dict[str, Any]]:
    """Yield the rows of a story with their possible matches; a part matches no total."""
    total_of = {str(row["quantity_id"]): row["part_of"] for row in rows}
    for row in rows:
        name = str(row["quantity_id"])
        match = matches.get(name)
        if match is not None and name == total_of.get(match.quantity_id):
            match = None
        if match is not None and match.quantity_id == row["part_of"]:
            match = None
        other, p = match or (None, None)
        yield {**row, "possible_match": other, "p_match": p}


def _outlets(figures: pd.DataFrame, articles: pd.DataFrame) -> dict[str, str | None]:
    outlet_of_article = dict(zip(articles["article_id"], articles["outlet"], strict=True))
    outlets = figures["article_id"].map(outlet_of_article.get)
    return dict(zip(figures["figure_id"], outlets, strict=True))


def _told_apart(
    statements: Statements,
    figures: pd.DataFrame,
    articles: pd.DataFrame,
    quantity_of: Mapping[str, str],
    regrouped: Regrouping,
) -> tuple[dict[str, str], dict[str, float]]:
    """Return the quantities without numbers of other things, and how probable each row is."""
    outlet_of = _outlets(figures, articles)
    apart = dict(quantity_of)
    fits = _fits(statements, figures, articles, apart, regrouped)
    crowds = counted_crowds(statements)
    leaving = misfits(fits, crowds)
    while leaving:
        changed = figures["figure_id"].map(apart.get).isin(list(leaving))
        apart = without_misfits(apart, leaving, outlet_of)
        kept = {name: fit for name, fit in fits.items() if name not in leaving}
        again = _fits(statements, figures.loc[changed], articles, apart, regrouped)
        fits = kept | again
        leaving = misfits(again, crowds)
    return apart, {name: fit.p for name, fit in fits.items()}


def _fits(
    statements: Statements,
    figures: pd.DataFrame,
    articles: pd.DataFrame,
    quantity_of: Mapping[str, str],
    regrouped: Regrouping,
) -> dict[str, Fit]:
    """Return how well the numbers of each quantity of several outlets fit; none put by hand."""
    rows = put_forward(figures, articles, quantity_of)
    found = rows_of_one_thing(statements, rows, read_trees(), quantity_of)
    by_hand = {quantity_of.get(member) for named in regrouped.merges for member in named}
    return {name: fit for name, fit in found.items() if name not in by_hand}


def _regrouped(stated: pd.DataFrame, regrouped: Regrouping) -> pd.Series:
    """Return the quantities of statements after what a person put together or apart in a story."""
    if not regrouped:
        return pd.Series(stated["quantity_id"])
    stories = stated[["figure_id", "quantity_id"]].groupby(stated["story"], sort=False)
    return pd.concat(
        [
            regrouped.apply(pd.Series(own["figure_id"]), pd.Series(own["quantity_id"]))
            for _, own in stories
        ]
    )


def _statements(
    placed: pd.DataFrame, articles: pd.DataFrame, sentences: pd.DataFrame
) -> Iterator[Statements]:
    """Yield the statements of all stories, those of many small stories together."""
    story = _story_or_article(articles)
    story_of = dict(zip(articles["article_id"], story, strict=True))
    text_of = dict(zip(articles["article_id"], articles["text"], strict=True))
    articles_of = articles.groupby(story)["article_id"].agg(list).to_dict()
    sentences_of = sentences.groupby("article_id").indices
    for stories in _some_stories(placed.groupby(_story_or_article(placed), sort=True).indices):
        rows = placed.iloc[np.concatenate(list(stories.values()))]
        ids = [article_id for key in stories for article_id in articles_of[key]]
        texts = {article_id: text_of[article_id] for article_id in ids}
        places = [sentences_of[article_id] for article_id in ids if article_id in sentences_of]
        yield statements_of(rows, texts, sentences.iloc[np.concatenate(places)], story_of)


def _some_stories(
    figures_of: Mapping[Hashable, np.ndarray],
) -> Iterator[dict[Hashable, np.ndarray]]:
    """
    Yield the stories with the places of their figures, some at a time.

    A table of five figures takes pandas as long as one of two thousand.
    """
    waiting: dict[Hashable, np.ndarray] = {}
    n_waiting = 0
    for key, places in figures_of.items():
        waiting[key] = places
        n_waiting += len(places)
        if n_waiting >= _FIGURES_AT_ONCE:
            yield waiting
            waiting = {}
            n_waiting = 0
    if waiting:
        yield waiting


def _story_or_article(table: pd.DataFrame) -> pd.Series:
    """Return the story, or the article itself if it is in none, as a key that cannot clash."""
    keys = [
        f"article {article_id}" if pd.isna(story_id) else f"story {story_id}"
        for article_id, story_id in zip(table["article_id"], table["story_id"], strict=True)
    ]
    return pd.Series(keys, index=table.index, dtype="str")


def group_statements(
    statements: Statements,
    weights: LogisticModel,
    trees: TreeModel,
    threshold: float = THRESHOLD,
) -> np.ndarray:
    """
    Group the statements that are of the same quantity, without reading the words of pairs in doubt.

    Parameters
    ----------
    statements : Statements
    weights : LogisticModel
        Of ``same_quantity``.
    trees : TreeModel
        Of ``across_articles``.
    threshold : float
        Mean probability from which two groups are merged.

    Returns
    -------
    array of int
        For each statement the first row of its group.
    """
    pairs, within = judge_pairs(statements, weights, trees)
    return _grouped(statements, pairs, within, threshold)


def _grouped(
    statements: Statements, pairs: Pairs, within: JudgedPairs, threshold: float
) -> np.ndarray:
    """Return for each statement the first row of its group."""
    kept = pairs.is_compared & (pairs.probability >= _LEAST_PROBABILITY)
    groups = agglomerate(
        len(statements.rows),
        pairs.first[kept],
        pairs.second[kept],
        pairs.probability[kept],
        threshold,
        together=[
            *toll_pairs(statements),
            *headline_repeats(statements),
            *measure_pairs(statements),
            *revised_pairs(statements),
            *aligned_pairs(statements),
            *rounded_pairs(statements),
            *equal_pairs(statements),
            *vote_pairs(statements),
        ],
    )
    linked = join_linked(groups, pairs, statements.rows["amount"].to_numpy(float))
    return join_rivals(statements, linked, within)


def _table(rows: list[dict[str, object]]) -> pd.DataFrame:
    table = pd.DataFrame(rows, columns=list(COLUMNS))
    for column in ("first", "last"):
        table[column] = pd.to_datetime(table[column]).astype("datetime64[us]")
    for column in ("low", "high", "p", "p_match"):
        table[column] = table[column].astype(float)
    for column in ("n_outlets", "n_articles"):
        table[column] = table[column].astype("int64")
    for column in (*table.columns[:8], "possible_match"):
        table[column] = (
            table[column].astype(object).where(table[column].notna(), None).astype("str")
        )
    return table
