"""
Count the words and collocations of articles.

In: ``articles``. Out: a sparse matrix of counts, with its terms and the number of words in each
article. Words are lower-case runs of letters with inner apostrophes and hyphens ("al-asad",
"don't"). They are not lemmatised: "strike" and "strikes" are two words. "F.B.I." and "FBI" are one
word, and so are "U.S." and "US", which are not "us".

Collocations are runs of two or three words that occur together more often than expected by chance,
by NLTK's likelihood ratio [1]_. They do not cross punctuation, and do not start or end with a stop
word. A triple must also account for half of the occurrences of one of its pairs.

.. [1] Dunning, T. (1993). Accurate methods for the statistics of surprise and coincidence.
   Computational Linguistics 19(1), 61-74.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, TypeAlias

import numpy as np
import pandas as pd
from scipy import sparse

from analysis.core.errors import ParameterError
from analysis.core.furniture import without_furniture
from analysis.core.stop_words import courtesy_titles, english_stop_words
from analysis.measure.abbreviations import KEPT, without_stops

if TYPE_CHECKING:
    from nltk.collocations import BigramCollocationFinder, TrigramCollocationFinder

__all__ = ["Terms", "count_terms"]

_TOKEN = re.compile(
    rf"""
    (?: {KEPT} | [^\W\d_]+ )                # an abbreviation with full stops, or a word
        (?: ['\u2019-] [^\W\d_]+ )*         # with inner apostrophes and hyphens
    | \d                                    # a digit and
    | [^\w\s]                               # a punctuation mark both break a run of words
    """,
    re.VERBOSE,
)
# critical value of chi-squared with one degree of freedom at p = .001, which the likelihood
# ratio follows
CHANCE = 10.83

# words that follow each other in a text, without punctuation or numbers between them
Run: TypeAlias = list[str]
Collocations: TypeAlias = dict[int, set[tuple[str, ...]]]


@dataclass(frozen=True)
class Terms:
    """
    Counts of terms in articles.

    Attributes
    ----------
    matrix : csr_array of float, shape (n_articles, n_terms)
        Occurrences.
    terms : list of str
        In alphabetical order.
    n_words : ndarray of float, length n_articles
        All words of an article, including stop words and rare words.
    """

    matrix: sparse.csr_array
    terms: list[str]
    n_words: np.ndarray


def count_terms(
    articles: pd.DataFrame,
    longest: int = 3,
    min_documents: int = 3,
    stop_words: str | Iterable[str] | None = "english",
) -> Terms:
    """
    Count the words and collocations of each article.

    Parameters
    ----------
    articles : DataFrame
        The ``articles`` table. Not changed.
    longest : int
        Words in the longest collocations: 1 counts single words only, 2 also pairs, 3 also triples.
    min_documents : int
        Minimum number of articles that contain a term.
    stop_words : {"english"}, None or iterable of str
        Words that are not counted as terms, and do not start or end a collocation. ``"english"`` is
        scikit-learn's list of 318 words, those for a percentage and courtesy titles; None uses no
        stop words.

    Returns
    -------
    Terms

    Raises
    ------
    ParameterError
        If ``longest`` is not 1, 2 or 3, or ``stop_words`` is an unknown name.

    References
    ----------
    .. [1] Dunning, T. (1993). Accurate methods for the statistics of surprise and coincidence.
       Computational Linguistics 19(1), 61-74.
    """
    if longest not in (1, 2, 3):
        raise ParameterError(f"longest is {longest!r}; it should be 1, 2 or 3 words.")
    stop = _stop_words(stop_words)
    runs_by_article = [_runs(without_furniture(text)) for text in articles["text"]]
    collocations = _collocations(runs_by_article, longest, min_documents, stop)
    matrix, vocabulary = _count_matrix(runs_by_article, stop, collocations)
    n_documents = np.bincount(matrix.indices, minlength=len(vocabulary))
    frequent = np.flatnonzero(n_documents >= min_documents)
    names = np.array(vocabulary, dtype=object)
    order = frequent[np.argsort(names[frequent])]
    n_words = [sum(map(len, runs)) for runs in runs_by_article]
    return Terms(matrix[:, order].tocsr(), names[order].tolist(), np.array(n_words, dtype=float))


# "per cent" or "percent" is how an outlet writes, not what it writes about.
_UNITS = frozenset({"cent", "percent", "pct"})


def _stop_words(stop_words: str | Iterable[str] | None) -> frozenset[str]:
    """Return the stop words as a set."""
    if stop_words == "english":
        return english_stop_words() | courtesy_titles() | _UNITS
    if isinstance(stop_words, str):
        raise ParameterError(
            f"No stop words '{stop_words}'. Available: english. You can also pass a list, or None."
        )
    return frozenset(stop_words or ())


def _runs(text: str) -> list[Run]:
    """Return the words of a text, in runs that are not interrupted by punctuation or numbers."""
    runs: list[Run] = []
    run: Run = []
    for token in _TOKEN.findall(without_stops(text)):
        if token[0].isalpha():
            run.append(token.lower().replace("\u2019", "'"))
        elif run:
            runs.append(run)
            run = []
    if run:
        runs.append(run)
    return runs


def _count_matrix(
    runs_by_article: list[list[Run]],
    stop: frozenset[str],
    collocations: Collocations,
) -> tuple[sparse.csr_array, list[str]]:
    """Return the occurrences of each term in each article, and the terms."""
    vocabulary: dict[str, int] = {}
    rows: list[int] = []
    columns: list[int] = []
    for row, runs in enumerate(runs_by_article):
        for term in _terms(runs, stop, collocations):
            rows.append(row)
            columns.append(vocabulary.setdefault(term, len(vocabulary)))
    shape = len(runs_by_article), len(vocabulary)
    occurrences = sparse.coo_array((np.ones(len(rows)), (rows, columns)), shape)
    return occurrences.tocsr(), list(vocabulary)  # tocsr adds up repeated cells


def _terms(runs: list[Run], stop: frozenset[str], collocations: Collocations) -> Iterator[str]:
    """Iterate over the words and collocations of one article."""
    for run in runs:
        for word in run:
            if word not in stop and len(word) > 1:
                yield word
        for length, selected in collocations.items():
            for words in _ngrams([run], range(length)):
                if words in selected:
                    yield " ".join(words)


def _collocations(
    runs_by_article: list[list[Run]],
    longest: int,
    min_documents: int,
    stop: frozenset[str],
) -> Collocations:
    """Select collocations by length: more frequent than by chance, and in enough articles."""
    from nltk import FreqDist
    from nltk.collocations import BigramCollocationFinder, TrigramCollocationFinder
    from nltk.metrics.association import BigramAssocMeasures, TrigramAssocMeasures

    runs = list(chain.from_iterable(runs_by_article))
    words = FreqDist(chain.from_iterable(runs))
    pairs = FreqDist(_ngrams(runs, (0, 1)))
    selected: Collocations = {}
    if longest > 1:
        finder = BigramCollocationFinder(words, pairs)
        _filter_ngrams(finder, min_documents, stop)
        selected[2] = set(finder.above_score(BigramAssocMeasures.likelihood_ratio, CHANCE))
    if longest > 2:
        gapped_pairs = FreqDist(_ngrams(runs, (0, 2)))
        triples = FreqDist(_ngrams(runs, (0, 1, 2)))
        finder = TrigramCollocationFinder(words, pairs, gapped_pairs, triples)
        _filter_ngrams(finder, min_documents, stop)
        found = finder.above_score(TrigramAssocMeasures.likelihood_ratio, CHANCE)
        selected[3] = {triple for triple in found if _is_unit(triple, triples, pairs)}
    return selected


def _filter_ngrams(
    finder: "BigramCollocationFinder | TrigramCollocationFinder",
    min_documents: int,
    stop: frozenset[str],
) -> None:
    """Drop rare n-grams, and those that start or end with a stop word."""
    finder.apply_freq_filter(min_documents)
    finder.apply_ngram_filter(lambda *words: words[0] in stop or words[-1] in stop)


def _ngrams(runs: Iterable[Run], steps: Sequence[int]) -> Iterator[tuple[str, ...]]:
    """Iterate over the tuples of words at the given distances from each other."""
    for run in runs:
        yield from zip(*(run[step:] for step in steps), strict=False)


def _is_unit(
    triple: tuple[str, ...],
    triples: Mapping[tuple[str, ...], int],
    pairs: Mapping[tuple[str, ...], int],
) -> bool:
    """
    Return whether a triple accounts for half of the occurrences of one of its pairs.

    By the likelihood ratio alone, nearly every triple would be selected.
    """
    return triples[triple] * 2 >= min(pairs[triple[:2]], pairs[triple[1:]])
