"""
Choose one story or event of a corpus, and its label.

In: a run. Out: the same run with the articles of the story.
"""

from typing import Protocol, Self, TypeVar

from analysis.compare.defaults import label_of
from analysis.compare.disagreement import most_disputed_story
from analysis.core.run_tables import RunTables

__all__ = ["STORY_CHOICE", "open_story"]

STORY_CHOICE = (
    "Of the stories that two or more outlets report, one is shown: if outlets print different "
    "numbers in any, that in which most pairs of them do, or else that in which they share most "
    "numbers. One that is marked “perhaps two stories” is shown only where no other can be."
)
"""How a story is chosen that no parameter names, for the note of a notebook."""


class StoriesAndEvents(RunTables, Protocol):
    """Tables of which one story or one event can be kept."""

    def only_event(self, event: str) -> Self:
        """Keep the articles of one event."""
        ...


Tables = TypeVar("Tables", bound=StoriesAndEvents)


def open_story(
    run: Tables,
    story: str = "",
    event: str = "",
    quantity: str = "",
) -> tuple[Tables, str]:
    """
    Keep one story or one event of a run.

    Parameters
    ----------
    run : RunTables
    story : str
        A ``story_id``; empty chooses the story of two or more outlets in which they disagree
        most, or share most numbers if they disagree nowhere.
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
    chosen = story or most_disputed_story(
        run.figures, run.articles, run.quantities, run.stories, quantity
    )
    return run.only_story(chosen), label_of(chosen, run.stories)
