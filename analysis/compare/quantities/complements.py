"""
Tell what a counted noun is of: "reports of bullying", where a share of "reports" says nothing.

In: the counted word and the statements of a quantity. Out: words.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from analysis.compare.events.labels.words import parts_of_speech
from analysis.core.stop_words import english_stop_words

__all__ = ["with_complement"]


def with_complement(words: str, rows: Sequence[Mapping[str, Any]]) -> str:
    """
    Return a noun with what it is of, if each sentence that has it tells the same.

    Parameters
    ----------
    words : str
        The counted words; several stay as they are.
    rows : sequence of dict
        The statements of the quantity.

    Returns
    -------
    str
        "reports of bullying" of "reports of bullying fell 14%".
    """
    if " " in words or not words.islower():
        return words
    pattern = re.compile(rf"\b{re.escape(words)}\sof\s((?:[a-z-]+\s?){{1,2}})(?=\s|[,.;:]|$)")
    told = [pattern.search(row["sentence_text"]) for row in rows if row["counted"] == words]
    found = {_nouns(match[1]) for match in told if match is not None}
    if len(found) != 1 or None in told:
        return words
    complement = found.pop()
    return words if complement is None else f"{words} of {complement}"


def _nouns(words: str) -> str | None:
    """Return words up to the last that is only a noun or an adjective; None if none is."""
    kept: list[str] = []
    for word in words.split():
        parts = {"NOUN"} if word.endswith("ing") else parts_of_speech(word)
        if word in english_stop_words() or not parts & {"NOUN", "ADJ"}:
            break
        if kept and "VERB" in parts:
            break  # "reports of bullying fell"
        kept.append(word)
    is_noun = bool(kept) and (kept[-1].endswith("ing") or "NOUN" in parts_of_speech(kept[-1]))
    return " ".join(kept) if is_noun else None
