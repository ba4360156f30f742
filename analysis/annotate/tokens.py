"""
Split sentences into tokens and tag them.

In: the ``articles`` and ``sentences`` tables. Out: the ``tokens`` table, one row for each word or
punctuation mark with its Penn Treebank tag. NLTK's word tokenizer splits, and its averaged
perceptron tags, with the weights in ``data/models/tagger``.
"""

from collections.abc import Iterator

import pandas as pd

from analysis.core import resources
from analysis.core.limits import LONGEST_TOKEN
from analysis.core.tables import TOKENS, make
from analysis.core.tagging import row_tagger

__all__ = ["tag_tokens", "word_spans"]


def word_spans(text: str) -> list[tuple[int, int]]:
    """
    Find the words and punctuation marks of one sentence.

    Parameters
    ----------
    text : str

    Returns
    -------
    list of (int, int)
        Start and end in ``text``, end not included, in order.

    Examples
    --------
    >>> text = 'He said "no".'
    >>> [text[start:end] for start, end in word_spans(text)]
    ['He', 'said', '"', 'no', '"', '.']
    """
    try:
        spans = list(resources.word_tokenizer().span_tokenize(text))
    except ValueError:
        # NLTK cannot align tokens that its rules rewrite, as in stray mixes of '' and ".
        spans = _split_on_space(text)
    if all(end - start <= LONGEST_TOKEN for start, end in spans):
        return spans
    return [part for start, end in spans for part in _parts(start, end)]


def _parts(start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield a token whole, or adjacent parts of it if it is too long."""
    for first in range(start, end, LONGEST_TOKEN):
        yield first, min(first + LONGEST_TOKEN, end)


def _split_on_space(text: str) -> list[tuple[int, int]]:
    spans = []
    end = 0
    for word in text.split():
        start = text.index(word, end)
        end = start + len(word)
        spans.append((start, end))
    return spans


def tag_tokens(articles: pd.DataFrame, sentences: pd.DataFrame) -> pd.DataFrame:
    """
    Split every sentence into tokens and tag them.

    Parameters
    ----------
    articles, sentences : DataFrame
        The tables of those names. Not changed.

    Returns
    -------
    DataFrame
        The ``tokens`` table, in reading order.

    Raises
    ------
    MissingResourceError
        If the weights of the tagger are missing.
    """
    texts = articles.set_index("article_id")["text"].to_dict()
    tagger = row_tagger()
    tokens = {name: [] for name in TOKENS.columns}
    columns = (sentences[name] for name in ("article_id", "sentence_id", "start", "end"))
    for article_id, sentence_id, start, end in zip(*columns, strict=True):
        text = texts[article_id][start:end]
        spans = word_spans(text)
        words = [text[word_start:word_end] for word_start, word_end in spans]
        tokens["article_id"] += [article_id] * len(spans)
        tokens["sentence_id"] += [sentence_id] * len(spans)
        tokens["start"] += [start + word_start for word_start, _ in spans]
        tokens["end"] += [start + word_end for _, word_end in spans]
        tokens["text"] += words
        tokens["tag"] += tagger.tag(words)
    return make(pd.DataFrame(tokens), TOKENS)
