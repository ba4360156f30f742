"""
Split articles into sentences.

In: the ``articles`` table. Out: the ``sentences`` table. NLTK's Punkt finds the boundaries. A line
break also ends a sentence, because headlines and captions often have no full stop, and so does the
bullet of the next item of a list. A sentence of more than ``LONGEST_SENTENCE`` characters is cut at
white space.
``share_quoted`` stays null until attributions are extracted.
"""

import re
from collections.abc import Iterator

import pandas as pd

from analysis.core import resources
from analysis.core.limits import LONGEST_SENTENCE
from analysis.core.plain_values import text_or_empty
from analysis.core.tables import SENTENCES, make

__all__ = ["split_sentences"]

# "... the panel announced on Monday." * Cease-fire: ...": a list of which the line breaks are lost
_BREAK = re.compile(r"""\n+ | (?<=[.?!:"”’]\s) (?=[*•▪‣●]\s)""", re.VERBOSE)
_LAST_SPACE = re.compile(r".*\s", re.DOTALL)  # greedy: up to the last white space


def split_sentences(articles: pd.DataFrame) -> pd.DataFrame:
    """
    Find the sentences of each article.

    Parameters
    ----------
    articles : DataFrame
        The ``articles`` table. Not changed.

    Returns
    -------
    DataFrame
        The ``sentences`` table, in reading order; ``sentence_id`` counts from 0 in each article.
        Every character that is not white space is in exactly one sentence, and an article without
        any has no rows.

    References
    ----------
    .. [1] Kiss, T. and Strunk, J. (2006). Unsupervised Multilingual Sentence Boundary Detection.
       Computational Linguistics 32(4).
    """
    rows = []
    columns = (articles["article_id"], articles["text"], articles["title"])
    for article_id, text, title in zip(*columns, strict=True):
        title_end = _title_end(text, title)
        for number, (start, end) in enumerate(_sentence_spans(text)):
            row = {
                "article_id": article_id,
                "sentence_id": number,
                "start": start,
                "end": end,
                "in_title": end <= title_end,
                "share_quoted": None,
            }
            rows.append(row)
    return make(rows, SENTENCES)


def _sentence_spans(text: str) -> Iterator[tuple[int, int]]:
    """Yield the start and end of each sentence, without the white space around it."""
    tokenizer = resources.sentence_tokenizer()
    for line_start, line in _lines(text):
        for start, end in tokenizer.span_tokenize(line):
            for first, last in _bounded(line, start, end):
                sentence = line[first:last]
                if sentence.strip():
                    n_leading = len(sentence) - len(sentence.lstrip())
                    sentence_start = line_start + first
                    yield sentence_start + n_leading, sentence_start + len(sentence.rstrip())


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """Yield where each line, or item of a list in one line, starts, and its words."""
    start = 0
    for line_break in _BREAK.finditer(text):
        yield start, text[start : line_break.start()]
        start = line_break.end()
    yield start, text[start:]


def _bounded(line: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield a sentence whole, or cut into adjacent parts if it is too long."""
    while end - start > LONGEST_SENTENCE:
        space = _LAST_SPACE.search(line, start + LONGEST_SENTENCE // 2, start + LONGEST_SENTENCE)
        cut = start + LONGEST_SENTENCE if space is None else space.end()
        yield start, cut
        start = cut
    yield start, end


def _title_end(text: str, title: object) -> int:
    """Return the offset after the headline and its line break, or 0 if the text has no headline."""
    title = text_or_empty(title).strip()
    if title and text.startswith(title):
        return len(title) + 1
    return 0
