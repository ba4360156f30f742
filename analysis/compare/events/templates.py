"""
Tell apart articles that one template was filled in for: stock posts, market research, bulletins.

In: title and text of articles. Out: for pairs of articles, whether they share a template and each
title names somebody of whom the other article says nothing. "Vanguard buys shares of Acme" and
"Jupiter sells shares of Initech" then share most of their sentences, and nothing that happened.
Two reports of one happening that share sentences name the same people in their titles.
"""

import re
from dataclasses import dataclass
from itertools import islice

import numpy as np
import pandas as pd

from analysis.core.plain_values import text_or_empty

__all__ = ["LEAST_SHARED", "Subject", "fill_one_template", "subject_of"]

LEAST_SHARED = 0.1
"""Share of the shorter text's word sequences that makes a template, names and numbers left open."""

MAX_WORDS = 400  # read of an article, as many as in ``terms``
_SEQUENCE = 5  # words
_MOST_OPEN = 3  # names and numbers in a sequence
_OPEN = "\0"  # stands for a name or a number
_SHORTEST_NAME = 3

_WORD = re.compile(r"[^\W\d_][\w'’-]*|\d[\d.,]*")
_POSSESSIVE = re.compile(r"['’]s?$")


@dataclass(frozen=True)
class Subject:
    """
    What an article is about, for this comparison.

    Attributes
    ----------
    names : frozenset of str
        Words of the title that the text writes with a capital inside its sentences and never
        without, in lower case.
    words : frozenset of str
        All words of title and text, in lower case.
    sequences : frozenset of int
        Hashes of the sequences of five words, names and numbers left open.
    """

    names: frozenset[str]
    words: frozenset[str]
    sequences: frozenset[int]


def subject_of(title: str | None, text: str | None) -> Subject:
    """
    Return names, words and word sequences of an article.

    Parameters
    ----------
    title, text : str or None
        A title that the text repeats at its start is read once.

    Returns
    -------
    Subject
        Empty sets for an empty article; no names without a title.

    Examples
    --------
    >>> sorted(subject_of("Acme Shares Fall", "On Monday Acme said that shares fell.").names)
    ['acme']
    """
    title = text_or_empty(title)
    text = text_or_empty(text)
    body = text.removeprefix(title)
    found = list(islice(_WORD.finditer(body), MAX_WORDS))
    inside, small, pattern = set(), set(), []
    for match in found:
        word = match.group()
        if word[0].islower():
            small.add(_plain(word))
        elif word[0].isalpha() and _is_inside_sentence(body, match.start()):
            inside.add(_plain(word))
        pattern.append(hash(word.lower()) if word[0].islower() else hash(_OPEN))
    in_title = {_plain(match.group()) for match in _WORD.finditer(title)}
    names = {word for word in in_title & (inside - small) if len(word) >= _SHORTEST_NAME}
    words = in_title | {_plain(match.group()) for match in found}
    return Subject(frozenset(names), frozenset(words), _sequences(pattern))


def _plain(word: str) -> str:
    return _POSSESSIVE.sub("", word.lower())


def _is_inside_sentence(text: str, start: int) -> bool:
    """Return whether a word follows another one without a full stop between them."""
    before = text[max(0, start - 2) : start]
    return len(before) == 2 and before[1] == " " and (before[0].isalnum() or before[0] == ",")


def _sequences(pattern: list[int]) -> frozenset[int]:
    """Return the hashes of sequences of which few words are names or numbers."""
    is_open = hash(_OPEN)
    found = set()
    for start in range(len(pattern) - _SEQUENCE + 1):
        sequence = tuple(pattern[start : start + _SEQUENCE])
        if sequence.count(is_open) <= _MOST_OPEN:
            found.add(hash(sequence))
    return frozenset(found)


def fill_one_template(articles: pd.DataFrame, first: np.ndarray, second: np.ndarray) -> np.ndarray:
    """
    Return which pairs of articles share a template and are about different subjects.

    Parameters
    ----------
    articles : DataFrame
        ``title`` and ``text``. Not changed.
    first, second : arrays of int
        Row numbers of each pair.

    Returns
    -------
    array of bool, shape (n_pairs,)
        Whether ``LEAST_SHARED`` of the shorter text's sequences are in the other, and each title
        has a name that the other article lacks. Pairs of one text are never among them.
    """
    subjects = [
        subject_of(title, text)
        for title, text in zip(articles["title"], articles["text"], strict=True)
    ]
    found = np.zeros(len(first), bool)
    for pair, (row, other) in enumerate(zip(first.tolist(), second.tolist(), strict=True)):
        found[pair] = _is_another(subjects[row], subjects[other])
    return found


def _is_another(one: Subject, other: Subject) -> bool:
    if one.names <= other.words or other.names <= one.words:
        return False
    shorter = min(len(one.sequences), len(other.sequences))
    return len(one.sequences & other.sequences) >= max(LEAST_SHARED * shorter, 1)
