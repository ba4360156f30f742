"""
Tell whose losses a number counts: an army's own men, or those of the other side.

In: a text, its figures with their groups, and one that counts losses. Out: a group, or None. Who
tells its losses speaks of the armed, whatever noun it leaves out or puts in its place.
"""

import re
from collections.abc import Sequence

from analysis.extract.figures.groups import ARMED
from analysis.extract.figures.record import Figure
from analysis.extract.numbers.word_patterns import ANY_CASE

__all__ = ["group_of_losses", "of_own_losses"]

SENTENCES_OF_LOSSES = 2  # between the number of one side and that of the other
# "The military insists that it lost two men"
_ARMY_LOST = re.compile(
    r"\b(?:army|military|navy|air\s+force|troops|brigade|battalion|regiment|security\s+forces)\b"
    r"(?:\s+[a-z]+\s+(?:that\s+)?(?:it|they)(?:\s+had)?|\s+(?:has|have|had))?\s+lost\s+"
    r"(?:at\s+least\s+|about\s+|only\s+)?$",
    ANY_CASE,
)
_LOSSES = re.compile(r"\bloss(?:es)?\b(?!\s+of\s+(?:life|lives))", ANY_CASE)


def group_of_losses(
    text: str, sentence: tuple[int, int], figure: Figure, earlier: Sequence[Figure]
) -> str | None:
    """
    Return the group of those whom one side lost, after the soldiers or fighters of another.

    Parameters
    ----------
    text : str
    sentence : (int, int)
        Characters of the sentence of the figure.
    figure : Figure
        Without counted words.
    earlier : sequence of Figure
        Earlier figures of the article with their groups, in reading order.

    Returns
    -------
    str or None
        The group of the last of them, if it is an armed one and the number is one of losses:
        "seven of its soldiers died. The other army put its losses at six".
    """
    if not earlier or _LOSSES.search(text, sentence[0], figure.start) is None:
        return None
    last = earlier[-1]
    is_near = figure.sentence_id - last.sentence_id <= SENTENCES_OF_LOSSES
    return last.group if is_near and last.group in ARMED else None


def of_own_losses(text: str, sentence: tuple[int, int], figure: Figure) -> str | None:
    """
    Return the group of the men whom an army tells that it lost: "the military lost two men".

    Parameters
    ----------
    text : str
    sentence : (int, int)
        Characters of the sentence of the figure.
    figure : Figure
        With its counted words.

    Returns
    -------
    str or None
        "soldiers"; None for other subjects and other words than "men".
    """
    if figure.outcome != "killed" or (figure.counted or "").lower() != "men":
        return None
    lost = _ARMY_LOST.search(text, sentence[0], figure.start)
    return None if lost is None else "soldiers"
