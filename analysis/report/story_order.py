"""
Say in which order a report lists its stories.

In: ranked stories. Out: the heading of the list and a note. A list in which few stories differ must
not look like one of disagreements, so both go by the stories that are listed, and by those that are
surely one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.compare.story_doubt import DOUBT_IN_WORDS
from analysis.core.doubt_words import WHY_IN_DOUBT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from analysis.report.stories import Story

__all__ = ["heading_of", "order_in_words"]

_NONE = "number was read as printed by two outlets"
_REST = "in order of the outlets that report them, most first, then of articles, then of name"


def heading_of(stories: Sequence[Story]) -> str:
    """
    Return the heading of a list of stories.

    Parameters
    ----------
    stories : sequence of Story
        Those that the list shows.

    Returns
    -------
    str
        It says "disagree most" only if outlets were found to differ in most of them.
    """
    n_differ = sum(story.is_sure and _differs(story) for story in stories)
    if 2 * n_differ > len(stories):
        return "Stories in which outlets disagree most"
    if n_differ:
        return "Stories, those in which outlets disagree first"
    return "Stories"


def order_in_words(stories: Sequence[Story]) -> str:
    """
    Say in which order stories are listed, and in how many of them outlets differ.

    Parameters
    ----------
    stories : sequence of Story
        From ``ranked_stories``, all of them.

    Returns
    -------
    str
    """
    sure = [story for story in stories if story.is_sure]
    n_unsure = len(stories) - len(sure)
    if not n_unsure:
        return _order_of(stories)
    if not sure:
        return f"Each of these stories may be two. {_order_of(stories)} {DOUBT_IN_WORDS}"
    last = f"Last {_come(n_unsure)} that may be two, in the same order."
    which = "the first story" if len(sure) == 1 else f"the first {len(sure):,} stories"
    return f"{_order_of(sure, which)} {last} {DOUBT_IN_WORDS}"


def _order_of(stories: Sequence[Story], which: str = "these stories") -> str:
    """Say in which order stories are listed that are all surely one, or all not."""
    n_differ = sum(map(_differs, stories))
    n_in_doubt = sum(map(_may_differ, stories))
    n_others = len(stories) - n_differ - n_in_doubt
    parts = []
    if n_differ:
        parts.append(
            f"First {_come(n_differ)} in which two outlets print different "
            "numbers for one quantity, by more than rounding and open ends, or one prints rival "
            "numbers for it side by side: ranked by how often they do so on one day or on the word "
            "of two sources, and of as many the widest range first. A number of the next day may "
            "be an update."
        )
    if n_in_doubt:
        then = "Then" if n_differ else "First"
        parts.append(
            f"{then} {_come(n_in_doubt)} in which they may differ, or the number is of two things: "
            f"{WHY_IN_DOUBT}."
        )
    if not parts:
        what = "difference was found" if any(story.n_shared for story in stories) else _NONE
        return f"No {what} in {which}{_but_older(stories)}: they are {_REST}."
    if n_others:
        follow = "The other one follows" if n_others == 1 else f"The other {n_others:,} follow"
        order = "" if n_others == 1 else f", {_REST}"
        rest = [one for one in stories if not _differs(one) and not _may_differ(one)]
        differs = f"differs{_but_older(rest)}"
        parts.append(f"{follow}: there no quantity found in two outlets {differs}{order}.")
    return " ".join(parts)


def _but_older(stories: Sequence[Story]) -> str:
    """Return that earlier numbers are passed over, where an outlet prints one."""
    return " but by what a later report changed" if any(one.has_older for one in stories) else ""


def _differs(story: Story) -> bool:
    return story.differs or story.n_rivalled > 0


def _may_differ(story: Story) -> bool:
    return not _differs(story) and story.n_in_doubt > 0


def _come(n_stories: int) -> str:
    """Return a verb with the stories that come: "comes the one story", "come the 3 stories"."""
    if n_stories == 1:
        return "comes the one story"
    return f"come the {n_stories:,} stories"
