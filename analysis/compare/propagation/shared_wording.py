"""
Find the wording that articles share with a statement.

In: ``articles`` and the ``article_id`` of one of them. Out: ``WORDING``, one row per article that
shares any wording. Runs of words are compared as printed, ignoring case and punctuation;
translations and paraphrases are not found. Near-copies are identified by MinHash [1]_ over the same
runs of words.

.. [1] Broder, A. (1997). On the resemblance and containment of documents. Compression and
   Complexity of Sequences.
"""

import re
from collections.abc import Set as AbstractSet
from typing import NamedTuple

import pandas as pd
from datasketch import MinHash

from analysis.core.errors import InputError, ParameterError, unknown_value_message
from analysis.core.tables import WORDING, make

__all__ = ["shared_wording"]

_WORD = re.compile(r"\w+")
_PERMUTATIONS = 128
_MIN_RUN = 2


def shared_wording(
    articles: pd.DataFrame,
    statement: str,
    n_words: int = 5,
    near_copy: float = 0.5,
) -> pd.DataFrame:
    """
    List the articles that share runs of words with a statement.

    Parameters
    ----------
    articles : DataFrame
        The ``articles`` table. Not changed.
    statement : str
        ``article_id`` of the statement.
    n_words : int
        Words in a run, at least 2. Shorter runs find more, and more by chance.
    near_copy : float
        Resemblance, above 0 and up to 1, from which an article is a near-copy.

    Returns
    -------
    DataFrame
        The ``WORDING`` table, by falling share of the statement; no rows if nothing is shared.
        Articles without text are left out.

    Raises
    ------
    InputError
        If the statement is not among the articles.
    ParameterError
        If ``n_words`` or ``near_copy`` is out of range.
    """
    if n_words < _MIN_RUN or not 0 < near_copy <= 1:
        raise ParameterError(
            f"n_words={n_words}, near_copy={near_copy} is not valid; allowed: n_words from "
            f"{_MIN_RUN}, near_copy above 0 and up to 1."
        )
    is_statement = articles["article_id"] == statement
    found = articles.loc[is_statement]
    if found.empty:
        hint = "Look up the id in the articles table."
        raise InputError(unknown_value_message("article", statement, articles["article_id"], hint))
    runs = _Runs(found["text"].iloc[0], n_words)
    rows = []
    for article in articles.loc[~is_statement].dropna(subset="text").to_dict("records"):
        shared = _compare(runs, _Runs(article["text"], n_words), near_copy)
        if shared:
            source = {name: article[name] for name in ("article_id", "outlet", "published")}
            rows.append({**source, **shared})
    table = make(rows, WORDING)
    order = ["share_of_statement", "article_id"]
    return table.sort_values(order, ascending=[False, True]).reset_index(drop=True)


class _Runs:
    """The words of a text with their spans, and its runs of n words."""

    def __init__(self, text: str, n_words: int) -> None:
        self.text = text
        self.n_words = n_words
        self.spans = [match.span() for match in _WORD.finditer(text)]
        words = [text[start:end].lower() for start, end in self.spans]
        self.positions: dict[tuple[str, ...], list[int]] = {}
        for position in range(len(words) - n_words + 1):
            run = tuple(words[position : position + n_words])
            self.positions.setdefault(run, []).append(position)

    def minhash(self) -> MinHash:
        """Return the MinHash sketch of the runs."""
        sketch = MinHash(num_perm=_PERMUTATIONS)
        sketch.update_batch([" ".join(run).encode() for run in self.positions])
        return sketch

    def span(self, position: int, n_words: int) -> tuple[int, int]:
        """Return the characters of some words."""
        start, _ = self.spans[position]
        _, end = self.spans[position + n_words - 1]
        return start, end


class _Passage(NamedTuple):
    """A passage that two texts share: its length in words, and its first word in each text."""

    n_words: int
    position: int
    other_position: int


def _compare(statement: _Runs, other: _Runs, near_copy: float) -> dict[str, object] | None:
    """Return the columns of ``WORDING`` for one article; None if nothing is shared."""
    shared = statement.positions.keys() & other.positions.keys()
    if not shared:
        return None
    resemblance = statement.minhash().jaccard(other.minhash())
    passage = _longest_passage(statement, other, shared)
    start, end = other.span(passage.other_position, passage.n_words)
    statement_start, statement_end = statement.span(passage.position, passage.n_words)
    return {
        "share_of_statement": len(shared) / len(statement.positions),
        "share_of_article": len(shared) / len(other.positions),
        "resemblance": resemblance,
        "near_copy": resemblance >= near_copy,
        "longest": passage.n_words,
        "start": start,
        "end": end,
        "passage": other.text[start:end],
        "statement_start": statement_start,
        "statement_end": statement_end,
    }


def _longest_passage(
    statement: _Runs, other: _Runs, shared: AbstractSet[tuple[str, ...]]
) -> _Passage:
    """Return the longest shared passage, the earliest one if there are several."""
    starts = []
    for run in shared:
        for position in statement.positions[run]:
            for other_position in other.positions[run]:
                starts.append((position, other_position))
    longest = _Passage(0, 0, 0)
    lengths: dict[tuple[int, int], int] = {}
    # runs that follow each other in both texts belong to one passage
    for position, other_position in sorted(starts):
        before = lengths.get((position - 1, other_position - 1), statement.n_words - 1)
        length = before + 1
        lengths[position, other_position] = length
        offset = length - statement.n_words
        passage = _Passage(length, position - offset, other_position - offset)
        longest = max(longest, passage, key=_length_then_earliness)
    return longest


def _length_then_earliness(passage: _Passage) -> tuple[int, int, int]:
    """Return a sort key by which the longest passage comes last, and of those the earliest."""
    return passage.n_words, -passage.position, -passage.other_position
