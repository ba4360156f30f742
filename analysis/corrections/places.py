"""
Say and find the place of a row in words that survive a new run.

In: an article's id and the characters of a span. Out: a key such as ``a1 [574:578] 4000``; and back
again the characters, if the same words are there, or are found once elsewhere in the article.
"""

import re
from collections.abc import Mapping
from typing import NamedTuple

import pandas as pd

from analysis.core.control_characters import replace_control_characters

__all__ = ["Place", "find_place", "parse_place", "place_key", "place_keys", "shorten", "spans_of"]

_KEY = re.compile(
    r"(?P<article>\S.*?)\s*\[\s*(?P<start>\d{1,12})\s*:\s*(?P<end>\d{1,12})\s*\]\s*(?P<words>.*)",
    re.DOTALL,
)
_GAP = " … "
_LONGEST = 80  # characters of a span that a key spells out
_HEAD = 45
_TAIL = 30


class Place(NamedTuple):
    """A span of an article, and its words as a key has them."""

    article_id: str
    start: int
    end: int
    words: str


def shorten(words: str) -> str:
    """
    Return words on one line; of more than 80 characters the beginning and the end.

    Control characters are shown as the file of corrections, a CSV file, has them.
    """
    line = replace_control_characters(" ".join(words.split()))
    if len(line) <= _LONGEST:
        return line
    return f"{line[:_HEAD].rstrip()}{_GAP}{line[-_TAIL:].lstrip()}"


def place_key(article_id: str, start: int, end: int, text: str) -> str:
    """
    Return the key of a span.

    Parameters
    ----------
    article_id : str
    start, end : int
        Its characters; ``end`` is not included.
    text : str
        The article.

    Returns
    -------
    str

    Examples
    --------
    >>> place_key("a1", 0, 2, "29 dead")
    'a1 [0:2] 29'
    """
    return f"{article_id} [{start}:{end}] {shorten(text[start:end])}"


def place_keys(spans: pd.DataFrame, texts: Mapping[str, str]) -> list[str]:
    """Return the key of each row of a table with ``article_id``, ``start`` and ``end``."""
    columns = [spans[name] for name in ("article_id", "start", "end")]
    keys = []
    for article_id, start, end in zip(*columns, strict=True):
        keys.append(place_key(article_id, int(start), int(end), texts[article_id]))
    return keys


def parse_place(key: str) -> Place | None:
    """Return the place that a key names; None if it is not of the form ``a1 [574:578] 4000``."""
    matched = _KEY.fullmatch(key.strip())
    if matched is None or not matched["words"].strip():
        return None
    start, end = int(matched["start"]), int(matched["end"])
    if start >= end:
        return None
    return Place(matched["article"], start, end, shorten(matched["words"]))


def find_place(place: Place, text: str) -> tuple[int, int] | str:
    """
    Find a span in a text.

    Parameters
    ----------
    place : Place
    text : str
        The article as it is now.

    Returns
    -------
    (int, int) or str
        Its characters: those of the key if the same words are there, otherwise those of the only
        place where the words are. Why it is not found, in words, if there is none or more than one.
    """
    start, end = place.start, place.end
    if end <= len(text) and shorten(text[start:end]) == place.words:
        return start, end
    found = _occurrences(place, text)
    if len(found) == 1:
        return found[0]
    there = shorten(text[start:end]) or "the text is shorter"
    elsewhere = f"{len(found)} times" if found else "nowhere"
    return (
        f"characters {start} to {end} are {there!r}, not {place.words!r}, which is {elsewhere} in "
        "the article"
    )


def _occurrences(place: Place, text: str) -> list[tuple[int, int]]:
    """Return the spans with the words of a place, whole words only."""
    head, _, tail = place.words.partition(_GAP)
    pattern = r"\s+".join(re.escape(word) for word in head.split())
    if not tail:
        whole = rf"(?<!\w)(?<!\d[.,]){pattern}(?!\w)(?![.,]\d)"
        return [matched.span() for matched in re.finditer(whole, text)]
    length = place.end - place.start
    starts = [matched.start() for matched in re.finditer(pattern, text)]
    spans = [(start, start + length) for start in starts]
    return [span for span in spans if shorten(text[slice(*span)]) == place.words]


def spans_of(table: str, frames: Mapping[str, pd.DataFrame]) -> pd.DataFrame:
    """
    Return the characters of each row of a table of spans.

    Parameters
    ----------
    table : str
        One of ``kinds.SPANS``.
    frames : mapping of str to DataFrame
        The tables. Of attributions the contents count, from the first to the last character.

    Returns
    -------
    DataFrame
        ``article_id``, ``start``, ``end``, with the index of the table.
    """
    frame = frames[table]
    if table != "attributions":
        return frame.loc[:, ["article_id", "start", "end"]]
    spans = frames["attribution_spans"]
    contents = spans.loc[spans["role"].eq("content")]
    bounds = contents.groupby("attribution_id").agg(start=("start", "min"), end=("end", "max"))
    of_each = bounds.reindex(frame["attribution_id"]).set_axis(frame.index)
    return frame[["article_id"]].assign(start=of_each["start"], end=of_each["end"])
