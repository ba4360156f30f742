"""
Find the words for who reports a figure, by the grammar of its sentence.

In: a text, a sentence and a chain of figures in it. Out: the characters of the source, or None.
"According to X", "X said 12 were killed", "12 were killed, X said", a headline that ends with its
source ("12 killed in raid - monitor"). It complements the tagger's links and the attributions,
which also find sources of other sentences. What the words beside one number say of it is in
``analysis.extract.figures.number_sources``.
"""

import re
from collections.abc import Mapping, Sequence

from analysis.core.calendar_words import WEEKDAY
from analysis.extract.figures.headline_sources import headline_label, headline_source
from analysis.extract.figures.record import Figure
from analysis.extract.figures.reporting_patterns import (
    pronoun_reports,
    source_after_figure,
    source_and_verb,
)
from analysis.extract.figures.source_words import cleaned, phrase_at
from analysis.extract.numbers.word_patterns import ANY_CASE

__all__ = ["source_in_sentence"]

# Characters on either side of figures that are read; a longer sentence is a list, or no text.
REACH = 1_000
EARLIER_SENTENCES = 3  # that a pronoun may refer to
_LEADING_WORDS = re.compile(
    rf"""
    ^(?: and | but | also | meanwhile | however | earlier | later
       | for\s+(?:his|its|their)\s+part | (?:on|in)\s+{WEEKDAY}
       | the\s+same\s+day | in\s+turn | separately | as
       | in\s+the\s+same\s+context | in\s+a\s+statement )\s+
    """,
    ANY_CASE,
)
# Those who fire and what flies report nothing, and neither does a day or mere information.
_NO_SOURCE = re.compile(
    rf"""
    \b(?:fired|hit|struck|dropped|targeted|attacked|executed|shelled|bombed|detonated|killed|
    wounded|injured)\b
    | \b(?:helicopters?|planes?|warplanes?|jets?|rockets?|shells?|information|coordinates)\b
    | ^{WEEKDAY}$
    """,
    ANY_CASE,
)
_SAME_SOURCE_CONTINUES = re.compile(
    r"(?:moreover|furthermore|in\s+addition|additionally)\b", ANY_CASE
)
_ACCORDING_TO = re.compile(
    r"""
    \b(?: according\s+to | citing | as\s+per | quoting
        | (?:reported|confirmed|documented|announced)\s+by
        | (?:figures?|data|statistics|numbers?|reports?|statements?|tolls?)\s+released\s+by )\s+
    """,
    ANY_CASE,
)
_SAID_BEFORE_SOURCE = re.compile(
    r"""
    (?<=[\"”,\w]) \s+(?:said|says|added|reported|confirmed)\s+
    (?= the\s | an?\s | (?-i:[A-Z]) )
    """,
    ANY_CASE,
)


def source_in_sentence(
    text: str,
    sentences: Mapping[int, tuple[int, int]],
    number: int,
    chain: Sequence[Figure],
) -> tuple[int, int] | None:
    """
    Find the source of figures that are close together.

    Parameters
    ----------
    text : str
    sentences : mapping of int to (int, int)
        Characters of each sentence of the article, by its number.
    number : int
        Number of the sentence of the figures.
    chain : sequence of Figure
        Figures of that sentence, in reading order.

    Returns
    -------
    (int, int) or None
        Characters of the source. A pronoun ("it said") and "moreover" take the source of the
        sentences before, three at most; None if no one is named.
    """
    sentence = sentences[number]
    found = headline_label(text, sentence)
    found = found or _named_source(text, sentence, chain[0].start, chain[-1].end)
    if found is not None or not _refers_to_earlier_source(text, sentence):
        return found
    for earlier in range(number - 1, max(number - 1 - EARLIER_SENTENCES, -1), -1):
        start, end = sentences.get(earlier, (0, 0))
        found = _named_source(text, (start, end), end, start)
        if found is not None:
            return found
    return None


def _refers_to_earlier_source(text: str, sentence: tuple[int, int]) -> bool:
    """Return whether a sentence continues what a source of an earlier one says."""
    if pronoun_reports().search(text, *sentence):
        return True
    return _SAME_SOURCE_CONTINUES.match(text, *sentence) is not None


def _named_source(
    text: str, sentence: tuple[int, int], first: int, last: int
) -> tuple[int, int] | None:
    """Find the source that a sentence names, given the characters of its first and last figure."""
    start = max(sentence[0], first - REACH)
    end = min(sentence[1], last + REACH)
    searches = (
        (headline_source, last, end),
        (_source_by_preposition, start, end),
        (_source_before, start, first),
        (_source_after, last, end),
        (_source_inverted, last, end),
        (_source_between, start, first),
    )
    for search, search_start, search_end in searches:
        found = search(text, search_start, search_end)
        if found is not None and not _NO_SOURCE.search(text[slice(*found)]):
            return found
    return None


def _source_by_preposition(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Find the source of "according to X"."""
    cue = _ACCORDING_TO.search(text, start, end)
    return None if cue is None else phrase_at(text, cue.end(), end)


def _source_before(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Find the source of "X said that 12 were killed"."""
    lead = _LEADING_WORDS.match(text[start:end])
    while lead is not None:
        start += lead.end()
        lead = _LEADING_WORDS.match(text[start:end])
    found = source_and_verb().match(text[start:end])
    return None if found is None else cleaned(text, found, start)


def _source_after(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Find the source of "12 were killed, X said"."""
    found = source_after_figure().search(text[start:end])
    return None if found is None else cleaned(text, found, start)


def _source_between(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Find the last source before a figure: "it was hit, X said, adding that 12 were killed"."""
    found = list(source_after_figure().finditer(text[start:end]))
    return cleaned(text, found[-1], start) if found else None


def _source_inverted(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Find the source of '"12 were killed," said X'."""
    found = _SAID_BEFORE_SOURCE.search(text, start, end)
    return None if found is None else phrase_at(text, found.end(), end)
