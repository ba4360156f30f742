"""
Tell whose people a casualty figure counts: "48 Eritreans", "its soldiers killed".

In: a figure and its sentence. Out: a country or an armed group, or None. The dead of two sides of
one clash are two quantities, however alike their sentences are.
"""

import re
from collections.abc import Mapping
from typing import Any

from analysis.extract.numbers.word_patterns import ANY_CASE
from analysis.extract.parties.gazetteer import project_gazetteer, words_of

__all__ = ["side_of"]

_KINDS = frozenset({"country", "armed_group"})
# "[Ethiopia] raised the number of its soldiers killed to 11"
_OWN_BEFORE = re.compile(
    r"\b(?:its|their|his)\s+(?:own\s+)?(?:\w+\s+)?"
    r"(?:soldiers|troops|forces|fighters|men|servicemen|personnel|officers|citizens|nationals)\b",
    ANY_CASE,
)


def side_of(figure: Mapping[str, Any], sentence: str, start: int) -> str | None:
    """
    Return whose people were harmed, where the words say so.

    Parameters
    ----------
    figure : mapping
        A row of ``figures``.
    sentence : str
    start : int
        First character of the number in the sentence.

    Returns
    -------
    str or None
        Name of a country or an armed group; None without a harm, or where no word tells.

    Examples
    --------
    >>> side_of({"outcome": "killed", "counted": "Eritreans"}, "48 Eritreans died.", 0)
    'Eritrea'
    """
    if figure["outcome"] is None:
        return None
    named = _last_name(figure["counted"] or "")
    if named is not None:
        return named
    starts = [match.start() for match in _OWN_BEFORE.finditer(sentence, 0, start)]
    return _last_name(sentence[: starts[-1]]) if starts else None


def _last_name(words: str) -> str | None:
    """Return the last country or armed group that some words name."""
    last = None
    for _, _, name in project_gazetteer().find(words_of(words)):
        if name.kind in _KINDS:
            last = name.party
    return last
