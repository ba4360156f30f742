"""
Count the words and collocations of articles.

In: ``articles``. Out: a sparse matrix of counts, with the terms and the number of words in each article. Words are runs
of letters in lower case, with inner apostrophes and hyphens ("al-asad", "don't"). Collocations are runs of two or three
words, never over a punctuation mark, never with a stop word at an end, that stand together more often
than chance by NLTK's likelihood ratio (Dunning 1993); a triple must also be what half of one of its pairs belong to.
It does not lemmatise: "strike" and "strikes" are two words.
"""

import re
from dataclasses import dataclass
from itertools import chain

import numpy as np

from analysis.core.errors import ParameterError

__all__ = ["Terms", "count_terms"]

_PIECE = re.compile(r"[^\W\d_]+(?:['\u2019-][^\W\d_]+)*|\d|[^\w\s]")
# the likelihood ratio follows chi-squared with one degree of freedom: p < .001
CHANCE = 10.83


@dataclass(frozen=True)
class Terms:
    """
    Counts of terms.

    Attributes
    ----------
    matrix : csr_array of float, shape (n_articles, n_terms)
    terms : list of str
        In alphabetical order.
    n_words : ndarray of float, length n_articles
        All words of an article, stop words and rare words too.
    """

    matrix: object
    terms: list
    n_words: np.ndarray


def count_terms(articles, longest=3, min_documents=3, stop_words="english"):
    """
    Count words and collocations.

    Parameters
    ----------
    articles : DataFrame
        The ``articles`` table. Not changed.
    longest : int
        1 counts words only, 2 collocations of two words too, 3 those of three too.
    min_documents : int
        Fewest articles that a term must stand in.
    stop_words : {"english"}, None or iterable of str
        Words that are not terms and begin or end no collocation. ``"english"`` is scikit-learn's list of 318.

    Returns
    -------
    Terms

    Raises
    ------
    ParameterError
        If ``longest`` is not 1, 2 or 3, or ``stop_words`` is another name.

    References
    ----------
    .. [1] Dunning, T. (1993). Accurate methods for the statistics of surprise and coincidence. Computational
       Linguistics 19(1), 61-74.
    """
    from scipy import sparse

    if longest not in (1, 2, 3):
        raise ParameterError(f"longest is {longest!r}; it should be 1, 2 or 3 words.")
    stop = _stop_words(stop_words)
    runs = [_runs(text) for text in articles["text"]]
    chosen = _collocations(runs, longest, min_documents, stop)
    vocabulary, rows, columns = {}, [], []
    for row, article in enumerate(runs):
        for term in _terms(article, stop, chosen):
            rows.append(row)
            columns.append(vocabulary.setdefault(term, len(vocabulary)))
    shape = len(runs), len(vocabulary)
    matrix = sparse.coo_array(
        (np.ones(len(rows)), (rows, columns)), shape
    ).tocsr()  # adds up what is there twice
    names = np.array(list(vocabulary), dtype=object)
    often = np.flatnonzero(np.bincount(matrix.indices, minlength=shape[1]) >= min_documents)
    order = often[np.argsort(names[often])]
    n_words = np.array([sum(map(len, article)) for article in runs], dtype=float)
    return Terms(matrix[:, order].tocsr(), names[order].tolist(), n_words)


def _stop_words(stop_words):
    if stop_words == "english":
        from sklearn.feature_extraction.text import ENGLISH_STOP_WORDS

        return ENGLISH_STOP_WORDS
    if isinstance(stop_words, str):
        raise ParameterError(
            f"No stop words '{stop_words}'. Have: english. Or give a list, or None for none."
        )
    return frozenset(stop_words or ())


def _runs(text):
    """Give the words of a text in runs that no mark or number breaks."""
    runs, run = [], []
    for piece in _PIECE.findall(text.lower()):
        if piece[0].isalpha():
            run.append(piece.replace("\u2019", "'"))
        elif run:
            runs.append(run)
            run = []
    return [*runs, run] if run else runs


def _terms(article, stop, chosen):
    for run in article:
        yield from (word for word in run if word not in stop and len(word) > 1)
        for n, grams in chosen.items():
            for gram in zip(*(run[i:] for i in range(n)), strict=False):
                if gram in grams:
                    yield " ".join(gram)


def _collocations(runs, longest, min_documents, stop):
    """Choose the collocations of each length that pass chance, and stand in enough articles."""
    from nltk import FreqDist
    from nltk.collocations import BigramCollocationFinder, TrigramCollocationFinder

    every = [run for article in runs for run in article]
    words, pairs, gaps, triples = (
        FreqDist(_grams(every, *steps)) for steps in ((0,), (0, 1), (0, 2), (0, 1, 2))
    )
    finders = {2: BigramCollocationFinder(words, pairs)}
    if longest == 3:
        finders[3] = TrigramCollocationFinder(words, pairs, gaps, triples)
    chosen = {}
    for n in range(2, longest + 1):
        finder = finders[n]
        finder.apply_freq_filter(min_documents)
        finder.apply_ngram_filter(lambda *gram: gram[0] in stop or gram[-1] in stop)
        chosen[n] = set(finder.above_score(_measures(n).likelihood_ratio, CHANCE))
    if 3 in chosen:
        chosen[3] = {gram for gram in chosen[3] if _is_unit(gram, triples, pairs)}
    return chosen


def _grams(runs, *steps):
    """Give the words, or tuples of words at some steps from each other, of all runs."""
    if steps == (0,):
        return chain.from_iterable(runs)
    return chain.from_iterable(zip(*(run[step:] for step in steps), strict=False) for run in runs)


def _is_unit(gram, triples, pairs):
    """Tell whether half of one of its pairs are this triple; by chance alone nearly every triple would pass."""
    return triples[gram] * 2 >= min(pairs[gram[:2]], pairs[gram[1:]])


def _measures(n):
    from nltk.metrics.association import BigramAssocMeasures, TrigramAssocMeasures

    return BigramAssocMeasures if n == 2 else TrigramAssocMeasures
