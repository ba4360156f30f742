"""
Split sentences into words and tag them.

In: the ``articles`` and ``sentences`` tables. Out: the ``tokens`` table, one row a word or mark with its Penn Treebank
tag, by NLTK's word tokenizer and averaged perceptron tagger (weights in ``data/models/tagger``).
"""

from functools import cache

import pandas as pd

from analysis.annotate.tagging import RowTagger
from analysis.core import resources
from analysis.core.tables import TOKENS, make

__all__ = ["tag_tokens", "word_spans"]


def word_spans(text):
    """
    Find words and marks in one sentence.

    Parameters
    ----------
    text : str

    Returns
    -------
    list of (int, int)
        Offsets into ``text``, end not included, in order.

    Examples
    --------
    >>> text = 'He said "no".'
    >>> [text[s:e] for s, e in word_spans(text)]
    ['He', 'said', '"', 'no', '"', '.']
    """
    try:
        return list(resources.word_tokenizer().span_tokenize(text))
    except ValueError:
        # NLTK cannot align tokens that its rules rewrite (stray mixes of '' and "); white space is always right.
        return _split_on_space(text)


def _split_on_space(text):
    spans, at = [], 0
    for word in text.split():
        start = text.index(word, at)
        at = start + len(word)
        spans.append((start, at))
    return spans


def tag_tokens(articles, sentences):
    """
    Tokenize and tag every sentence.

    Parameters
    ----------
    articles, sentences : DataFrame
        The tables of those names. Not changed.

    Returns
    -------
    DataFrame
        The ``tokens`` table in reading order.

    Raises
    ------
    MissingResourceError
        If the tagger's weights are not there.
    """
    texts = articles.set_index("article_id")["text"].to_dict()
    tag, columns = _tagger().tag, ([], [], [], [], [], [])
    for article_id, sentence_id, start, end in sentences[
        ["article_id", "sentence_id", "start", "end"]
    ].itertuples(index=False):
        text = texts[article_id][start:end]
        spans = word_spans(text)
        words = [text[s:e] for s, e in spans]
        found = (
            [article_id] * len(spans),
            [sentence_id] * len(spans),
            [start + s for s, _ in spans],
            [start + e for _, e in spans],
            words,
            tag(words),
        )
        for column, values in zip(columns, found, strict=True):
            column += values
    return make(pd.DataFrame(dict(zip(TOKENS.columns, columns, strict=True))), TOKENS)


@cache
def _tagger():
    return RowTagger(resources.pos_tagger())
