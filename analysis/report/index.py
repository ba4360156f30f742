"""
What the index of a report says first: the corpus, its stories, and what was left out.

In: articles, problems, the manifest and ranked stories. Out: three sentences and the counts that
the index shows. Accuracy is said next to each result, for the texts that it was measured on.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from analysis.core.calendar_words import short_day
from analysis.core.control_characters import replace_control_characters
from analysis.core.languages import not_read
from analysis.core.plurals import count_and_noun
from analysis.core.stated_days import is_contradicted

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import pandas as pd

    from analysis.report.stories import Story

__all__ = ["SHOWN_STORIES", "corpus_facts", "stories_sentence"]

SHOWN_STORIES = 20
"""Stories on the index; the page of all stories has the others."""

MAX_REMARKS = 100


def corpus_facts(
    articles: pd.DataFrame, problems: pd.DataFrame, manifest: Mapping[str, Any]
) -> dict[str, object]:
    """
    Return what the index says about the corpus.

    Parameters
    ----------
    articles : DataFrame
        ``outlet``, ``published``, ``published_in_text`` and ``language`` are enough. Not changed.
    problems : DataFrame
        Not changed.
    manifest : mapping

    Returns
    -------
    dict of str to object
        ``sentence`` on what the corpus is, ``left_out`` on what was not read or is in doubt,
        ``remarks`` on many articles at once, and counts.
    """
    counts = manifest["rows"]
    n_unread = list(problems["kept"]).count(False)
    return {
        "articles": len(articles),
        "outlets": _n_outlets(articles),
        "stories": counts["stories"],
        "figures": counts["figures"],
        "attributions": counts["attributions"],
        "sentence": _what_it_is(articles),
        "left_out": _what_is_left_out(articles, problems, n_unread),
        "problems": len(problems),
        "unread_articles": n_unread,
        "remarks": _remarks(problems),
    }


def _what_it_is(articles: pd.DataFrame) -> str:
    days = sorted(articles["published"].dropna())
    span = ""
    if days:
        first, last = short_day(days[0]), short_day(days[-1])
        span = f", {first}" if first == last else f", {first} to {last}"
    outlets = count_and_noun(_n_outlets(articles), "outlet")
    return f"{count_and_noun(len(articles), 'article')} from {outlets}{span}"


def _n_outlets(articles: pd.DataFrame) -> int:
    return len(set(articles["outlet"].dropna()))


def _what_is_left_out(articles: pd.DataFrame, problems: pd.DataFrame, n_unread: int) -> str:
    """Return the sentence on languages, contradicted days and problems."""
    parts = []
    languages = not_read(articles)
    if languages:
        parts.append(languages.removesuffix("."))
    n_contradicted = int(is_contradicted(articles).sum())
    if n_contradicted:
        verb = "states" if n_contradicted == 1 else "state"
        parts.append(
            f"{count_and_noun(n_contradicted, 'article')} {verb} another day than the input"
        )
    if n_unread:
        parts.append(f"{count_and_noun(n_unread, 'article')} could not be read")
    n_other = len(problems) - n_unread
    if n_other:
        parts.append(f"{count_and_noun(n_other, 'problem')} that cost no article")
    if not parts:
        return (
            "Nothing is left out: all articles are in English, none states another day than the "
            "input, and none had a problem."
        )
    return f"Left out or in doubt: {'; '.join(parts)}."


def _remarks(problems: pd.DataFrame) -> list[str]:
    """Return what was found out about many articles while they were read."""
    is_remark = problems["article_id"].isna() & problems["stage"].eq("load")
    reasons = problems.loc[is_remark, "reason"].head(MAX_REMARKS)
    return [replace_control_characters(str(reason)) for reason in reasons]


def stories_sentence(stories: Sequence[Story]) -> str:
    """
    Say how many stories several outlets report, and in how many of them they differ.

    Parameters
    ----------
    stories : sequence of Story
        From ``ranked_stories``.

    Returns
    -------
    str
    """
    reported = [story for story in stories if story.is_shared]
    if not reported:
        return "No story is reported by two or more outlets, so that no numbers can be compared."
    shared = [story for story in reported if story.is_sure]
    n_unsure = len(reported) - len(shared)
    if not shared:
        each = "which may be two" if n_unsure == 1 else "each of which may be two"
        return (
            f"Two or more outlets were found to report {count_and_noun(n_unsure, 'story')}, "
            f"{each}: whether they differ in a number is not counted."
        )
    if n_unsure == 1:
        return f"{_of_sure_stories(shared)} Another story may be two, and is not counted."
    if n_unsure:
        return f"{_of_sure_stories(shared)} Another {n_unsure:,} may be two, and are not counted."
    return _of_sure_stories(shared)


def _of_sure_stories(shared: Sequence[Story]) -> str:
    """Say in how many stories that surely are one outlets differ, of those with a shared number."""
    compared = [story for story in shared if story.n_shared]
    if not compared:
        which = "one story" if len(shared) == 1 else f"{len(shared):,} stories"
        return (
            f"Two or more outlets were found to report {which}; no number was read as printed by "
            "two of them, so that none could be compared."
        )
    n_differ = sum(story.differs for story in compared)
    n_rivalled = sum(not story.differs and story.n_rivalled > 0 for story in compared)
    n_doubtful = sum(
        not story.differs and not story.n_rivalled and story.n_in_doubt > 0 for story in compared
    )
    if len(shared) == 1 and n_doubtful:
        return (
            "Two or more outlets were found to report one story; in a number they differ, unless "
            "it is of two things."
        )
    which, them = _which_stories(len(shared), len(compared))
    if len(compared) == 1:
        how = "they differ in a number" if n_differ else "they were found to differ in no number"
    else:
        how = f"in none of {them} were they found to differ in a number"
        if n_differ == len(compared):
            how = f"in each of {them} they differ in a number"
        elif n_differ:
            how = f"in at least {n_differ:,} of {them} they differ in a number"
    allowed = "rounding and open ends"
    if n_differ < len(compared) and any(story.has_older for story in compared):
        allowed = "rounding, open ends and what a later report changed"
    parts = [f"{how} by more than {allowed}"]
    others = (
        (n_rivalled, "at least ", "print rival numbers side by side"),
        (n_doubtful, "", "may differ in one, or it is of two things"),
    )
    n_told = n_differ
    for n_stories, at_least, what in others:
        if n_stories:
            which_ones = "more" if n_told else f"of {them}"
            where = "" if len(compared) == 1 else f"in {at_least}{n_stories:,} {which_ones} "
            parts.append(f"{where}they {what}")
            n_told += n_stories
    return f"Two or more outlets were found to report {which}; {'; '.join(parts)}."


def _which_stories(n_shared: int, n_compared: int) -> tuple[str, str]:
    """Return the stories that outlets share, and a pronoun for those with a shared number."""
    which = "one story" if n_shared == 1 else f"{n_shared:,} stories"
    if n_compared == n_shared:
        return which, "them"
    where = "in one of which" if n_compared == 1 else f"in {n_compared:,} of which"
    return f"{which}, {where} two or more print a number for one quantity", "these"
