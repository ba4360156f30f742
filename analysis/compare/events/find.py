"""
Find articles that report the same event, and the same story.

In: the ``articles`` table and, optionally, a table of overrides. Out: articles with ``event_id``
and ``story_id``, and the tables ``events`` and ``stories``.

An event is what happened at one time and place, not a topic: two raids on one town on two days are
two events. A story is an event with its next steps: the toll, the arrests, the mourning, and the
dispute about it. Articles are joined by what their texts have in common, never by a figure alone.
``explain_pair`` shows the evidence for a pair, and ``overrides`` joins or separates articles by
hand. ``link_probabilities`` says how probable pairs are, and ``average_linkage`` groups them.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import combinations, product
from os import PathLike
from typing import NamedTuple

import numpy as np
import pandas as pd

from analysis.compare.events.alone import LEAST_PROBABILITY, join_alone
from analysis.compare.events.average_linkage import agglomerate
from analysis.compare.events.certainty import group_probabilities
from analysis.compare.events.digests import digests
from analysis.compare.events.labels import label_groupings
from analysis.compare.events.link_model import STORY_THRESHOLD, THRESHOLD
from analysis.compare.events.link_probabilities import DAYS, link_probabilities
from analysis.compare.events.overrides import read_overrides
from analysis.core.errors import ParameterError
from analysis.core.regrouping import NO_REGROUPING, Regrouping
from analysis.core.stated_days import uncontradicted_days
from analysis.core.tables import ARTICLES, EVENTS, STORIES, make

__all__ = ["DAYS", "FoundEvents", "find_events"]


class FoundEvents(NamedTuple):
    """
    Articles with their events and stories.

    Attributes
    ----------
    articles : DataFrame
        The ``articles`` table in the same order with ``event_id`` and ``story_id`` filled: "event-"
        or "story-" and the id of the earliest article. An event is in one story.
    events, stories : DataFrame
        The tables of those names, by first day.
    """

    articles: pd.DataFrame
    events: pd.DataFrame
    stories: pd.DataFrame


def find_events(
    articles: pd.DataFrame,
    overrides: pd.DataFrame | str | PathLike[str] | None = None,
    days: int = DAYS,
    threshold: float = THRESHOLD,
    *,
    regrouped_events: Regrouping = NO_REGROUPING,
    regrouped_stories: Regrouping = NO_REGROUPING,
) -> FoundEvents:
    """
    Assign an event and a story to each article.

    An ``event_id`` or ``story_id`` that an article already has is kept, and articles without one
    may join it. A corpus can therefore grow: pass the earlier result and the new articles together.
    A copy or an update of a text is in the event of that text.

    Parameters
    ----------
    articles : DataFrame
        The ``articles`` table. Not changed.
    overrides : DataFrame or path of a CSV file, optional
        ``article_id`` and ``event_id``. Moves articles by hand, after events are found and before
        stories are: to the event with that id, or to a new event if there is none; an empty id puts
        the article in an event of its own.
    days : int
        Articles published further apart are never compared. The default is generous because
        published dates can be wrong by weeks; days apart count against a pair in any case.
    threshold : float
        Mean probability, above 0 and up to 1, at which groups are merged. A higher threshold finds
        more and smaller events. Below .5, articles are joined that more probably do not belong
        together. Stories need ``STORY_THRESHOLD`` at least.
    regrouped_events, regrouped_stories : Regrouping
        Articles that a person put together or apart. Copies of an article leave with it, and so
        does its whole event where it leaves a story; articles of one event that belong in two
        stories are put in two events first.

    Returns
    -------
    FoundEvents

    Raises
    ------
    ParameterError
        If ``days`` or ``threshold`` is out of range.
    InputError
        If overrides do not match the articles.

    Notes
    -----
    How often pairs and groups are right is in ``data/models/events/CARD.md``. Titles and words are
    read as English.
    """
    _check_settings(days, threshold)
    articles = articles.reset_index(drop=True)
    moved = read_overrides(overrides, articles)
    names = articles["article_id"].to_numpy()
    told = [pd.Series(articles[key].to_numpy(), index=names) for key in ("event_id", "story_id")]
    told.append(pd.Series(moved.set_index("article_id")["event_id"]))
    pairs = link_probabilities(articles, days)
    event = _group_by_event(articles, pairs, threshold)
    by_hand = moved.set_index("article_id")["event_id"]
    event = event.mask(
        articles["article_id"].isin(moved["article_id"].tolist()),
        articles["article_id"].map(by_hand),  # pyright: ignore[reportArgumentType]
    )
    ids = pd.Series(articles["article_id"])
    copies = _copies(articles)
    event = replace(regrouped_events, ties=copies).apply(ids, event)
    event = _apart_in_stories(regrouped_stories, copies).apply(ids, event)
    articles = articles.assign(event_id=event)
    story = _group_by_story(articles, pairs, max(threshold, STORY_THRESHOLD))
    of_events = _of_events(regrouped_stories, articles)
    articles = articles.assign(story_id=of_events.apply(pd.Series(articles["event_id"]), story))
    found = make(articles, ARTICLES)
    levels = [pd.Series(found[key]) for key in ("event_id", "story_id")]
    of_events, of_stories = label_groupings(found, levels)
    ties = _ties(articles, told, (regrouped_events, regrouped_stories))
    probability = group_probabilities(levels[1], pairs, ties).to_dict()
    stories = _summarise(found, "story_id", of_stories)
    return FoundEvents(
        found,
        make(_summarise(found, "event_id", of_events), EVENTS),
        make(stories.assign(p=[probability.get(name) for name in stories["story_id"]]), STORIES),
    )


def _ties(
    articles: pd.DataFrame, told: Iterable[pd.Series], regroupings: Iterable[Regrouping]
) -> Iterator[tuple[int, int]]:
    """Yield rows that surely belong together: versions, and what the input or a person joined."""
    yield from _versions(articles, "duplicate_of")
    yield from _versions(articles, "update_of")
    row_of = {article_id: row for row, article_id in enumerate(articles["article_id"])}
    for group in told:
        for members in group.groupby(group).groups.values():
            yield from _each_with_the_first([row_of[name] for name in members])
    for regrouping in regroupings:
        for members in regrouping.merges:
            yield from _each_with_the_first([row_of[name] for name in members if name in row_of])


def _each_with_the_first(rows: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield the first row with each other one."""
    for row in rows[1:]:
        yield rows[0], row


def _copies(articles: pd.DataFrame) -> tuple[tuple[str, str], ...]:
    """Return each copy with the article that it is a copy of."""
    copies = articles.loc[articles["duplicate_of"].notna()]
    return tuple(zip(copies["article_id"], copies["duplicate_of"], strict=True))


def _apart_in_stories(
    regrouped_stories: Regrouping, copies: tuple[tuple[str, str], ...]
) -> Regrouping:
    """
    Return what is to be put apart among events, so that articles can be in two stories.

    Articles that a merge joins with one that leaves a story leave it too, whatever their event.
    """
    together = replace(regrouped_stories, ties=copies)
    parts: list[tuple[str, str]] = []
    for named in regrouped_stories.parts:
        for stays, leaves in combinations(named, 2):
            staying, leaving = together.tied(stays), together.tied(leaves)
            if staying & leaving:  # a merge contradicts the part
                staying, leaving = {stays}, {leaves}
            parts += product(sorted(staying), sorted(leaving))
    return Regrouping(parts=tuple(parts), ties=(*regrouped_stories.merges, *copies))


def _of_events(regrouping: Regrouping, articles: pd.DataFrame) -> Regrouping:
    """Return a regrouping of articles as one of their events."""
    event_of = dict(zip(articles["article_id"], articles["event_id"], strict=True))

    def events(members: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(event_of[one] for one in members if one in event_of))

    return Regrouping(
        tuple(events(members) for members in regrouping.merges),
        tuple(events(members) for members in regrouping.parts),
    )


def _check_settings(days: int, threshold: float) -> None:
    """Raise an error if a setting is out of range."""
    if days < 0 or not 0 < threshold <= 1:
        raise ParameterError(
            f"days={days}, threshold={threshold} is not valid; allowed: days from 0, threshold "
            f"above 0 and up to 1. The defaults are {DAYS} and {THRESHOLD}."
        )


def _group_by_event(articles: pd.DataFrame, pairs: pd.DataFrame, threshold: float) -> pd.Series:
    """Return the event of each article: the given one, that of its other version, or a new one."""
    given = _given(articles, "event_id")
    group = _group(articles, pairs, "event", threshold, given, _versions(articles, "update_of"))
    return _name_groups(articles, group, given, "event-")


def _group_by_story(articles: pd.DataFrame, pairs: pd.DataFrame, threshold: float) -> pd.Series:
    """
    Return the story of each article: the given one, or a new one that holds whole events.

    An article that is alone then joins the story to which two of its articles tie it.
    """
    given = _given(articles, "story_id")
    group = _group(articles, pairs, "story", threshold, given, _same_event(articles))
    first, second = pairs["first"].to_numpy(), pairs["second"].to_numpy()
    is_given = given.notna().to_numpy(bool)
    least = max(LEAST_PROBABILITY, threshold)
    group = join_alone(group, first, second, pairs["story"].to_numpy(), is_given, least)
    return _name_groups(articles, group, given, "story-")


def _group(
    articles: pd.DataFrame,
    pairs: pd.DataFrame,
    level: str,
    threshold: float,
    given: pd.Series,
    together: Iterable[tuple[int, int]],
) -> np.ndarray:
    """
    Return the group of each article at a level.

    A copy without a given group is in that of its original, and is no further evidence: one that
    was printed weeks later would only thin out what the original has in common with others.
    """
    row_of_original = np.arange(len(articles))
    for original, row in _versions(articles, "duplicate_of"):
        if given.iloc[row] is None and pd.isna(articles["duplicate_of"].iloc[original]):
            row_of_original[row] = original
    is_original = row_of_original == np.arange(len(articles))
    first, second = pairs["first"].to_numpy(), pairs["second"].to_numpy()
    is_used = is_original[first] & is_original[second]
    place = np.cumsum(is_original) - 1
    joined = []
    for row, other in together:
        if is_original[row] and is_original[other]:
            joined.append((int(place[row]), int(place[other])))
    group = agglomerate(
        int(is_original.sum()),
        place[first[is_used]],
        place[second[is_used]],
        pairs[level].to_numpy()[is_used],
        threshold,
        given.to_numpy()[is_original],
        joined,
    )
    return np.flatnonzero(is_original)[group][place[row_of_original]]


def _given(articles: pd.DataFrame, column: str) -> pd.Series:
    given = pd.Series(articles[column].astype(object))
    return given.where(given.notna(), None)


def _versions(articles: pd.DataFrame, column: str) -> Iterator[tuple[int, int]]:
    """
    Yield the rows of an earlier version, which a column names, and of a text.

    A digest that repeats a report is no version of it.
    """
    of_several = digests(articles)
    row_of = {article_id: row for row, article_id in enumerate(articles["article_id"])}
    for row, earlier in enumerate(articles[column]):
        if earlier in row_of and of_several[row_of[earlier]] == of_several[row]:
            yield row_of[earlier], row


def _same_event(articles: pd.DataFrame) -> Iterator[tuple[int, int]]:
    """Yield the first row of each event with each other one."""
    for rows in articles.groupby("event_id", sort=False).indices.values():
        yield from _each_with_the_first(rows.tolist())


def _name_groups(
    articles: pd.DataFrame,
    group: np.ndarray,
    given: pd.Series,
    prefix: str,
) -> pd.Series:
    """
    Return the id of each article's group: the given one, or one of the earliest article.

    Articles whose text states another day than the input come after those whose day is sure.
    """
    order = articles.assign(group=group, sure=uncontradicted_days(articles))
    order = order.sort_values(
        ["sure", "published", "article_id"], na_position="last", kind="stable"
    )
    earliest = order.groupby("group")["article_id"].first()
    kept = given.groupby(group).first()
    names = kept.where(kept.notna(), prefix + earliest)
    return pd.Series(group, index=articles.index).map(names)


def _summarise(articles: pd.DataFrame, key: str, label: pd.Series) -> pd.DataFrame:
    """Return the columns of ``events`` or ``stories``."""
    grouped = articles.groupby(key, sort=False)
    days = uncontradicted_days(articles)
    groups = pd.DataFrame(
        {
            "label": label,
            "first": days.groupby(articles[key], sort=False).min(),
            "last": days.groupby(articles[key], sort=False).max(),
            "n_articles": grouped.size(),
            "n_outlets": grouped["outlet"].nunique(),
            "place": grouped["place"].agg(_most_frequent),
        }
    )
    groups = groups.rename_axis(key).reset_index()
    return groups.sort_values(["first", key], kind="stable", na_position="last")


def _most_frequent(places: pd.Series) -> str | None:
    """Return the most frequent place; None if there is none."""
    return next(iter(places.mode()), None)
