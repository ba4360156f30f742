"""
Tell the stories of which it is unsure that their articles report one.

In: the probability ``p`` of the table ``stories``. Out: labels that say so. Articles on one subject
with the same persons look alike whatever happened, and what a group of them seems to say can be of
two happenings.
"""

import pandas as pd

__all__ = ["DOUBT_IN_WORDS", "SURE", "is_sure", "story_label", "unsure_stories"]

SURE = 0.8
"""
Probability from which a story is taken for one.

Of a story at or above it on average 96 of 100 pairs of articles are of one labelled story, of one
below it 55; in real news of many stories, 88 and 45 (``data/models/events/CARD.md``).
"""

_MARK = "perhaps two stories"
DOUBT_IN_WORDS = (
    f"“{_MARK.capitalize()}” means that the articles are little more alike than others of this "
    "corpus. Where people labelled such articles, about half of the pairs were of one story: read "
    "the headlines before you compare."
)
"""What the mark in a label means, for pages and notes."""


def is_sure(p: float | None) -> bool:
    """
    Return whether a story is taken for one.

    Parameters
    ----------
    p : float or None
        Null for one article, which is surely one story.

    Returns
    -------
    bool
    """
    return bool(pd.isna(p)) or float(p or 0) >= SURE


def story_label(label: str, p: float | None) -> str:
    """
    Return the label of a story, with a mark if it may be two.

    Parameters
    ----------
    label : str
    p : float or None

    Returns
    -------
    str
    """
    return label if is_sure(p) else f"{label} ({_MARK})"


def unsure_stories(stories: pd.DataFrame) -> frozenset[str]:
    """
    Return the stories that may be two.

    Parameters
    ----------
    stories : DataFrame
        The ``stories`` table. Not changed.

    Returns
    -------
    frozenset of str
    """
    return frozenset(stories.loc[stories["p"] < SURE, "story_id"])
