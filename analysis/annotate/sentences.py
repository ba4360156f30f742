"""
Split articles into sentences.

In: the ``articles`` table. Out: the ``sentences`` table. NLTK's Punkt does the work; a line break also ends
a sentence, since headlines and captions often lack a full stop. ``share_quoted`` stays null: it is
known only after attributions are extracted.
"""

import re

from analysis.core import resources
from analysis.core.tables import SENTENCES, make

__all__ = ["split_sentences"]

_BLOCK = re.compile(r"[^\n]*\S[^\n]*")


def split_sentences(articles):
    """
    Find the sentences of each article.

    Parameters
    ----------
    articles : DataFrame
        The ``articles`` table. Not changed.

    Returns
    -------
    DataFrame
        The ``sentences`` table, in reading order; ``sentence_id`` counts from 0 in each article. An article
        without a word has no rows. Every character that is not white space stands in exactly one sentence.

    References
    ----------
    .. [1] Kiss, T. and Strunk, J. (2006). Unsupervised Multilingual Sentence Boundary Detection.
       Computational Linguistics 32(4).
    """
    rows = []
    for article in articles.itertuples():
        title_end = _title_end(article.text, article.title)
        rows += (
            {
                "article_id": article.article_id,
                "sentence_id": i,
                "start": start,
                "end": end,
                "in_title": end <= title_end,
                "share_quoted": None,
            }
            for i, (start, end) in enumerate(_spans(article.text))
        )
    return make(rows, SENTENCES)


def _spans(text):
    split = resources.sentence_tokenizer().span_tokenize
    for block in _BLOCK.finditer(text):
        for start, end in split(block.group()):
            piece = text[block.start() + start : block.start() + end]
            lead = len(piece) - len(piece.lstrip())
            if piece.strip():
                yield block.start() + start + lead, block.start() + start + len(piece.rstrip())


def _title_end(text, title):
    """Give where the headline ends in the text; 0 where the text does not begin with it."""
    title = title.strip() if isinstance(title, str) else ""
    return len(title) + 1 if title and text.startswith(title) else 0
