"""
Choose one story or event of a corpus, and its label.

In: a run. Out: the same run with the articles of the story.
"""

from typing import Protocol, Self, TypeVar

from analysis.compare.defaults import label_of
from analysis.compare.quantity_matrix import busiest_story
from analysis.core.run_tables import RunTables

__all__ = ["open_story"]


class StoriesAndEvents(RunTables, Protocol):
    """Tables of which one story or one event can be kept."""

    def only_event(self, event: str) -> Self:
        """Keep the articles of one event."""
        ...


Tables = TypeVar("Tables", bound=StoriesAndEvents)


def open_story(
    run: Tables, story: str = "", event: str = "", quantity: str = ""
) -> tuple[Tables, str]:
    """
    Keep one story or one event of a run.

    Parameters
    ----------
    run : RunTables
    story : str
        A ``story_id``; empty chooses the story in which outlets share most numbers.
    event : str
        An ``event_id``, in place of a whole story.
    quantity : str
        A ``quantity_id`` whose story is chosen if no other is named.

    Returns
    -------
    one : RunTables
        With the articles of the story only.
    label : str
        What happened, where and when.
    """
    if event:
        return run.only_event(event), label_of(event, run.events)
    chosen = story or busiest_story(run.figures, run.articles, quantity)
    return run.only_story(chosen), label_of(chosen, run.stories)
