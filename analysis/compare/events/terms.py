"""
Turn articles into weighted terms, by which they are compared.

In: the ``articles`` table. Out: a TF-IDF matrix of their terms, and what part of them is the house
style of an outlet.

Three things go beyond plain TF-IDF. First, a word counts less the later it occurs, because news
starts with the event and ends with background [1]_. Second, how rare a word is depends on the
corpus and on news of every kind (``data/models/events``): in a corpus of six articles on one fire,
"fire" is in each of them, and is still what they share. Third, what an outlet always writes
("terrorist rocket attacks") is known, so that two articles do not look alike because of house
style.

.. [1] The inverted pyramid: Bell, A. (1991). The Language of News Media. Blackwell, ch. 8.
"""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

import numpy as np
import pandas as pd
from scipy import sparse

from analysis.compare.events.place_names import with_one_spelling
from analysis.core import light_nltk, paths
from analysis.core.calendar_words import SHORT_MONTHS
from analysis.core.checked_files import read_checked
from analysis.core.furniture import articles_without_furniture
from analysis.core.limits import LONGEST_TOKEN
from analysis.core.plain_values import text_or_empty
from analysis.core.stop_words import english_stop_words

__all__ = [
    "BACKGROUND",
    "FIRST_WORDS",
    "MAX_WORDS",
    "NOT_COMPARED",
    "WeightedTerms",
    "article_terms",
    "read_background",
    "rarity",
    "trim_texts",
    "weigh_terms",
]

BACKGROUND = paths.EVENT_MODEL / "background.json"
LEAD = 100  # words after which the weight of a word has fallen to a third
FIRST_WORDS = 70  # words of headline and first sentences that are compared apart
MAX_WORDS = 400  # words read of an article; later ones would weigh less than 2%
NOT_COMPARED = ("markup", "page", "appeal")
"""Furniture whose words do not link articles; the weights were fitted to texts with the rest."""

TF_POWER = 0.7
HOUSE_MINIMUM = 5  # minimum number of articles for an outlet to have a house style
HOUSE_SHRINKAGE = 10  # number of articles at which half of the house style is removed

_WORD = re.compile(
    r"""
    [^\W\d_] [\w'’-]*   # a word, with inner apostrophes and hyphens
    | \d [\d,]*         # a number
    """,
    re.VERBOSE,
)
_SMALL_NUMBERS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen twenty"
).split()
_DIGITS = {word: str(value) for value, word in enumerate(_SMALL_NUMBERS)}
_MONTHS = tuple(month.lower() for month in SHORT_MONTHS)
_NUMBER_SIGN = "#"
_CENTURIES = ("19", "20")
_LARGEST_COMMON_NUMBER = 2


@dataclass(frozen=True)
class WeightedTerms:
    """
    The terms of articles, and what part of them is house style.

    Attributes
    ----------
    matrix : csr_matrix, shape (n_articles, n_terms)
        TF-IDF weights, with rows of length 1.
    lead : csr_matrix, shape (n_articles, n_terms)
        The same of headline and first sentences only, wherever in them a word stands.
    vocabulary : dict of str to int
        Column of each term.
    outlet : array of int, shape (n_articles,)
        Code of each article's outlet.
    style : array, shape (n_articles, n_outlets)
        Cosine of each article with the style of each outlet.
    styles : array, shape (n_outlets, n_outlets)
        Products of the styles of outlets.
    """

    matrix: sparse.csr_matrix
    lead: sparse.csr_matrix
    vocabulary: dict[str, int]
    outlet: np.ndarray
    style: np.ndarray
    styles: np.ndarray


@lru_cache(maxsize=1)
def _stemmer() -> Callable[[str], str]:
    """Return NLTK's Porter stemmer."""
    light_nltk.load()
    from nltk.stem import PorterStemmer

    return PorterStemmer().stem


def article_terms(title: str | None, text: str | None) -> list[tuple[str | None, str]]:
    """
    Return the terms of an article in reading order, title first.

    Parameters
    ----------
    title, text : str or None
        A title that is repeated at the start of the text is read once.

    Returns
    -------
    list of (str or None, str)
        Term and word as printed, for the first ``MAX_WORDS`` words. A term is a Porter stem, for a
        place of its one spelling, or "#" followed by a number. It is None for stop words, years,
        dates and numbers below 3, which occur in every article.
    """
    title = text_or_empty(title)
    text = text_or_empty(text)
    whole = text if title and text.startswith(title) else f"{title} . {text}"
    printed = [match.group() for match in islice(_WORD.finditer(whole), MAX_WORDS)]
    words = list(with_one_spelling(printed))
    following = [*(word for word, _ in words[1:]), ""]
    return [
        (_term(word, after), printed)
        for (word, printed), after in zip(words, following, strict=False)
    ]


def _term(word: str, after: str) -> str | None:
    """Return the term of a word, given the word after it."""
    term = _term_alone(word)
    if term is not None and term.startswith(_NUMBER_SIGN) and _is_ubiquitous(term[1:], after):
        return None
    return term


@lru_cache(maxsize=500_000)  # a corpus, and the text around its numbers, repeats its words
def _term_alone(word: str) -> str | None:
    """Return the term of a word whatever follows it; no word of letters begins with "#"."""
    lower = word.lower().replace(",", "").strip("'’-")
    lower = _DIGITS.get(lower, lower)[:LONGEST_TOKEN]
    if lower.isdecimal():
        return _NUMBER_SIGN + lower
    if len(lower) < 2 or lower in english_stop_words():
        return None
    return _stemmer()(lower)


def _is_ubiquitous(number: str, after: str) -> bool:
    """Return whether a number is a year, part of a date or small, and so in every article."""
    is_year = len(number) == 4 and number[:2] in _CENTURIES
    is_date = after[:3].lower() in _MONTHS
    is_small = float(number) <= _LARGEST_COMMON_NUMBER
    return is_year or is_date or is_small


@lru_cache(maxsize=1)
def read_background() -> tuple[int, dict[str, int]]:
    """
    Return in how many articles of many kinds of news each term occurs.

    Returns
    -------
    n_articles : int
    frequency : dict of str to int
        Number of these articles by term. A term that is not listed is in at most one.

    Raises
    ------
    MissingResourceError
        If the file is missing or its hash is wrong.
    """
    stored = json.loads(read_checked(BACKGROUND))
    return stored["n_articles"], stored["frequency"]


def rarity(n_articles: int, frequency: dict[str, int], terms: list[str]) -> np.ndarray:
    """
    Return the inverse document frequency of terms, in the corpus and the background together.

    Parameters
    ----------
    n_articles : int
        Articles of the corpus.
    frequency : dict of str to int
        Number of articles of the corpus by term.
    terms : list of str

    Returns
    -------
    array, shape (n_terms,)
        Natural logarithm, from 0 for a term that is everywhere.
    """
    n_background, background = read_background()
    everywhere = 1 + n_background + n_articles
    counts = [1 + background.get(term, 0) + frequency.get(term, 0) for term in terms]
    return np.log(everywhere / np.array(counts, float))


def weigh_terms(articles: pd.DataFrame) -> WeightedTerms:
    """
    Return the weighted terms of articles.

    Parameters
    ----------
    articles : DataFrame
        The ``articles`` table. Not changed.

    Returns
    -------
    WeightedTerms
    """
    counts, lead_counts, vocabulary = _count_terms(articles)
    n_with = np.bincount(counts.indices, minlength=max(len(vocabulary), 1))
    terms = list(vocabulary)
    frequency = dict(zip(terms, n_with.tolist(), strict=False))
    idf = sparse.diags(rarity(len(articles), frequency, terms or [""])).tocsr()
    matrix = _unit_rows(counts.power(TF_POWER) @ idf)
    codes, outlets = pd.factorize(articles["outlet"].astype(object), use_na_sentinel=False)
    sizes = np.bincount(codes, minlength=len(outlets))
    is_known = np.array([isinstance(outlet, str) for outlet in outlets], dtype=bool)
    has_style = is_known & (sizes >= HOUSE_MINIMUM)
    share = np.where(has_style, 1 / (sizes + HOUSE_SHRINKAGE), 0.0)
    membership = sparse.csr_matrix(
        (share[codes], (codes, np.arange(len(codes)))), shape=(len(outlets), len(codes))
    )
    style = sparse.csr_matrix(membership @ matrix)
    return WeightedTerms(
        matrix=matrix,
        lead=_unit_rows(lead_counts.power(TF_POWER) @ idf),
        vocabulary=vocabulary,
        outlet=codes,
        style=sparse.csr_matrix(matrix @ style.T).toarray(),
        styles=sparse.csr_matrix(style @ style.T).toarray(),
    )


def _count_terms(
    articles: pd.DataFrame,
) -> tuple[sparse.csr_matrix, sparse.csr_matrix, dict[str, int]]:
    """
    Return the counts of terms, and the vocabulary.

    The first counts are of all words, weighted by their position; the second of the first words.
    """
    vocabulary: dict[str, int] = {}
    all_words, first_words = [], []
    weights = np.exp(-np.arange(MAX_WORDS) / LEAD)
    for title, text in zip(articles["title"], articles["text"], strict=True):
        found: dict[int, float] = {}
        in_lead: dict[int, float] = {}
        for position, (term, _) in enumerate(article_terms(title, text)):
            if term is None:
                continue
            number = vocabulary.setdefault(term, len(vocabulary))
            found[number] = found.get(number, 0.0) + weights[position]
            if position < FIRST_WORDS:
                in_lead[number] = in_lead.get(number, 0.0) + 1.0
        all_words.append(found)
        first_words.append(in_lead)
    n_terms = max(len(vocabulary), 1)
    return _sparse_rows(all_words, n_terms), _sparse_rows(first_words, n_terms), vocabulary


def _sparse_rows(rows: list[dict[int, float]], n_columns: int) -> sparse.csr_matrix:
    """Return a matrix of rows that are given by the numbers of their columns."""
    columns = [np.fromiter(row.keys(), np.int32, len(row)) for row in rows]
    values = [np.fromiter(row.values(), np.float32, len(row)) for row in rows]
    ends = np.cumsum([0, *(len(row) for row in rows)], dtype=np.int64)
    return sparse.csr_matrix(
        (
            np.concatenate([np.array([], np.float32), *values]),
            np.concatenate([np.array([], np.int32), *columns]),
            ends,
        ),
        shape=(len(rows), n_columns),
    )


def _unit_rows(matrix: sparse.csr_matrix) -> sparse.csr_matrix:
    """Scale rows to length 1."""
    length = np.sqrt(np.asarray(matrix.multiply(matrix).sum(axis=1)).ravel())
    scaled = sparse.csr_matrix(sparse.diags(1 / np.maximum(length, 1e-9)) @ matrix)
    return sparse.csr_matrix(scaled.astype(np.float32))  # astype sorts the terms of a row


def trim_texts(articles: pd.DataFrame) -> pd.DataFrame:
    """
    Cut texts after the last word that is read here, to save memory on large corpora.

    Parameters
    ----------
    articles : DataFrame
        The ``articles`` table. Not changed.

    Returns
    -------
    DataFrame
        The same rows; ``find_events`` finds the same events in them.
    """
    reported = articles_without_furniture(articles, NOT_COMPARED)
    return reported.assign(text=[_first_words(text) for text in reported["text"]])


def _first_words(text: str) -> str:
    """Return the first ``MAX_WORDS`` words of a text."""
    last_word = next(islice(_WORD.finditer(text), MAX_WORDS - 1, None), None)
    if last_word is None:
        return text
    return text[: last_word.end()]
