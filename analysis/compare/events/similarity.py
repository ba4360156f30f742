"""
Estimate how probable it is that two articles report the same event.

In: the ``articles`` table. Out: candidate pairs of rows, with a probability and the evidence for
it. Articles are not grouped here; see ``analysis.compare.events.average_linkage``.

Three things go beyond plain TF-IDF. First, a word counts less the later it occurs, because news
starts with the event and ends with background [1]_. Second, what an outlet always writes
("terrorist rocket attacks") is removed from its articles, so that two articles do not look alike
because of house style. Third, a pair is only compared if its heaviest words overlap and its days
are within a window, so that the cost grows with the number of articles and not with its square.

.. [1] The inverted pyramid: Bell, A. (1991). The Language of News Media. Blackwell, ch. 8.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

import numpy as np
import pandas as pd
from scipy import sparse

from analysis.core.figure_kinds import counted_figures
from analysis.core.limits import LARGEST_FIGURE, LONGEST_TOKEN

__all__ = [
    "WEIGHTS",
    "WEIGHTS_WITH_VECTORS",
    "EvidenceWeights",
    "WeightedTerms",
    "article_terms",
    "candidate_pairs",
    "choose_weights",
    "compare_pairs",
    "trim_texts",
    "weigh_terms",
]

LEAD = 100  # words after which the weight of a word has fallen to a third
MAX_WORDS = 400  # words read of an article; later ones would weigh less than 2%
TF_POWER = 0.7
BLOCK_TERMS = 20  # heaviest terms of an article that can make it a candidate
BLOCK_SIMILARITY = 0.04  # their minimum similarity
HOUSE_MINIMUM = 5  # minimum number of articles for an outlet to have a house style
HOUSE_SHRINKAGE = 10  # number of articles at which half of the house style is removed
_FIGURE_LEAD = 200  # characters in which a figure is about the event itself
_ROWS_PER_BLOCK = 500
_PAIRS_PER_BLOCK = 50_000

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
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_CENTURIES = ("19", "20")
_LARGEST_COMMON_NUMBER = 2


@dataclass(frozen=True)
class EvidenceWeights:
    """
    Weight of each kind of evidence that two articles report the same event, in log-odds.

    Attributes
    ----------
    similarity : float
        For a cosine similarity of 1.
    log_days : float
        For ln(1 + days apart).
    same_outlet : float
        Negative, because an outlet seldom reports one event twice.
    same_place, other_place : float
    vectors : float
        For a cosine of 1 between text vectors, without house style.
    base : float
        Without any evidence.
    """

    similarity: float
    log_days: float
    same_outlet: float
    same_place: float
    other_place: float
    vectors: float
    base: float


# fitted by logistic regression to 141 articles of one season (97 events) and rounded; B-cubed F1 is
# .92 to .93 when they are fitted to half of the events and tested on the other half
WEIGHTS = EvidenceWeights(
    similarity=16.0,
    log_days=-0.9,
    same_outlet=-2.1,
    same_place=0.8,
    other_place=-1.6,
    vectors=0.0,
    base=-4.0,
)
WEIGHTS_WITH_VECTORS = EvidenceWeights(
    similarity=12.0,
    log_days=-0.9,
    same_outlet=-1.8,
    same_place=0.7,
    other_place=-1.2,
    vectors=4.0,
    base=-5.0,
)


def choose_weights(vectors: object) -> EvidenceWeights:
    """
    Return the weights of evidence, which depend on whether text vectors are available.

    Parameters
    ----------
    vectors : object
        None if there are no vectors.

    Returns
    -------
    EvidenceWeights
    """
    return WEIGHTS if vectors is None else WEIGHTS_WITH_VECTORS


@dataclass(frozen=True)
class WeightedTerms:
    """
    The terms of articles, and what part of them is house style.

    Attributes
    ----------
    matrix : csr_matrix, shape (n_articles, n_terms)
        TF-IDF weights, with rows of length 1.
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
    vocabulary: dict[str, int]
    outlet: np.ndarray
    style: np.ndarray
    styles: np.ndarray


@lru_cache(maxsize=1)
def _stemmer() -> Callable[[str], str]:
    """Return NLTK's Porter stemmer, with a cache."""
    from nltk.stem import PorterStemmer

    return lru_cache(maxsize=500_000)(PorterStemmer().stem)


@lru_cache(maxsize=1)
def _stop_words() -> frozenset[str]:
    """Return scikit-learn's English stop words."""
    from sklearn.feature_extraction.text import ENGLISH_STOP_WORDS

    return ENGLISH_STOP_WORDS


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
        Term and word as printed, for the first ``MAX_WORDS`` words. A term is a Porter stem, or "#"
        followed by a number. It is None for stop words, years, dates and numbers below 3, which
        occur in every article.
    """
    title = title if isinstance(title, str) else ""
    text = text if isinstance(text, str) else ""
    whole = text if title and text.startswith(title) else f"{title} . {text}"
    words = [match.group() for match in islice(_WORD.finditer(whole), MAX_WORDS)]
    following = [*words[1:], ""]
    return [(_term(word, after), word) for word, after in zip(words, following, strict=False)]


def _term(word: str, after: str) -> str | None:
    """Return the term of a word, given the word after it."""
    lower = word.lower().replace(",", "").strip("'’-")
    lower = _DIGITS.get(lower, lower)[:LONGEST_TOKEN]
    if lower.isdecimal():
        return None if _is_ubiquitous(lower, after) else "#" + lower
    if len(lower) < 2 or lower in _stop_words():
        return None
    return _stemmer()(lower)


def _is_ubiquitous(number: str, after: str) -> bool:
    """Return whether a number is a year, part of a date or small, and so in every article."""
    is_year = len(number) == 4 and number[:2] in _CENTURIES
    is_date = after[:3].lower() in _MONTHS
    is_small = float(number) <= _LARGEST_COMMON_NUMBER
    return is_year or is_date or is_small


def weigh_terms(articles: pd.DataFrame, figures: pd.DataFrame | None = None) -> WeightedTerms:
    """
    Return the weighted terms of articles.

    Parameters
    ----------
    articles : DataFrame
        The ``articles`` table. Not changed.
    figures : DataFrame, optional
        The ``figures`` table. A count in the first 200 characters, with its outcome ("killed 22"),
        is one more term.

    Returns
    -------
    WeightedTerms
    """
    counts, vocabulary = _count_terms(articles, _figure_terms(figures))
    n_articles = np.bincount(counts.indices, minlength=max(len(vocabulary), 1))
    counts.data = counts.data**TF_POWER
    idf = sparse.diags(np.log((1 + len(articles)) / (1 + n_articles))).tocsr()
    matrix = _unit_rows(counts @ idf)
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
        vocabulary=vocabulary,
        outlet=codes,
        style=sparse.csr_matrix(matrix @ style.T).toarray(),
        styles=sparse.csr_matrix(style @ style.T).toarray(),
    )


def _figure_terms(figures: pd.DataFrame | None) -> dict[str, list[str]]:
    """Return the figures in the lead of each article as terms; later ones may be background."""
    if figures is None or figures.empty:
        return {}
    figures = counted_figures(figures)
    is_leading = (figures["start"] < _FIGURE_LEAD) & ~figures["implicit"]
    is_count = figures["outcome"].notna() & (figures["low"] > _LARGEST_COMMON_NUMBER)
    counted = figures.loc[is_leading & is_count & (figures["low"] <= LARGEST_FIGURE)]
    terms: dict[str, set[str]] = {}
    columns = (counted[name] for name in ("article_id", "outcome", "low"))
    for article_id, outcome, low in zip(*columns, strict=True):
        terms.setdefault(article_id, set()).add(f"{outcome}#{int(low)}")
    return {article_id: sorted(of_article) for article_id, of_article in terms.items()}


def _count_terms(
    articles: pd.DataFrame, figure_terms: dict[str, list[str]]
) -> tuple[sparse.csr_matrix, dict[str, int]]:
    """Return the counts of terms, weighted by their position, and the vocabulary."""
    vocabulary: dict[str, int] = {}
    columns = [np.array([], np.int32)]
    counts = [np.array([], np.float32)]
    row_ends = [0]
    weights = np.exp(-np.arange(MAX_WORDS) / LEAD)
    for article_id, title, text in zip(
        articles["article_id"], articles["title"], articles["text"], strict=True
    ):
        found: dict[str, float] = {}
        for position, (term, _) in enumerate(article_terms(title, text)):
            if term is not None:
                found[term] = found.get(term, 0.0) + weights[position]
        for term in figure_terms.get(article_id, ()):
            found[term] = 1.0
        numbers = (vocabulary.setdefault(term, len(vocabulary)) for term in found)
        columns.append(np.fromiter(numbers, np.int32, len(found)))
        counts.append(np.fromiter(found.values(), np.float32, len(found)))
        row_ends.append(row_ends[-1] + len(found))
    matrix = sparse.csr_matrix(
        (np.concatenate(counts), np.concatenate(columns), np.array(row_ends, np.int64)),
        shape=(len(articles), max(len(vocabulary), 1)),
    )
    return matrix, vocabulary


def _unit_rows(matrix: sparse.csr_matrix) -> sparse.csr_matrix:
    """Scale rows to length 1."""
    length = np.sqrt(np.asarray(matrix.multiply(matrix).sum(axis=1)).ravel())
    scaled = sparse.csr_matrix(sparse.diags(1 / np.maximum(length, 1e-9)) @ matrix)
    return sparse.csr_matrix(scaled.astype(np.float32))  # astype sorts the terms of a row


def candidate_pairs(
    terms: WeightedTerms, published: Iterable, days: int
) -> tuple[np.ndarray, np.ndarray]:
    """
    Return the pairs of articles that are worth comparing.

    Parameters
    ----------
    terms : WeightedTerms
    published : array of datetime64
        Day of each article. An article without a day is compared with all others.
    days : int
        Largest number of days between the articles of a pair.

    Returns
    -------
    first, second : arrays of int
        Row numbers, with each pair listed once.
    """
    day = pd.to_datetime(pd.Series(np.asarray(published))).to_numpy().astype("datetime64[D]")
    order = np.argsort(day, kind="stable")  # articles without a day come last
    day = day[order]
    heaviest = _heaviest_terms(terms.matrix)[order]
    n_dated = int((~np.isnat(day)).sum())
    first = [np.array([], int)]
    second = [np.array([], int)]
    for start in range(0, len(order), _ROWS_PER_BLOCK):
        stop = min(start + _ROWS_PER_BLOCK, len(order))
        back = 0
        if start < n_dated:
            back = int(np.searchsorted(day[:n_dated], day[start] - np.timedelta64(days, "D")))
        similar = (heaviest[start:stop] @ heaviest[back:stop].T).tocoo()
        later, earlier = similar.row + start, similar.col + back
        keep = (similar.data >= BLOCK_SIMILARITY) & (earlier < later)
        later, earlier = later[keep], earlier[keep]
        apart = _days_apart(day[later], day[earlier])
        keep = np.isnan(apart) | (apart <= days)
        first.append(order[earlier[keep]])
        second.append(order[later[keep]])
    return np.concatenate(first), np.concatenate(second)


def _days_apart(first: np.ndarray, second: np.ndarray) -> np.ndarray:
    """Return the days between two days each; NaN if one of them is missing."""
    apart = np.abs((first - second).astype("timedelta64[D]"))
    # A missing day as a number would be 9e18 days.
    return np.where(np.isnat(apart), np.nan, apart.astype(float))


def _heaviest_terms(matrix: sparse.csr_matrix) -> sparse.csr_matrix:
    """Keep only the heaviest terms of each row."""
    matrix = matrix.copy()
    for start, stop in zip(matrix.indptr, matrix.indptr[1:], strict=False):
        weights = matrix.data[start:stop]
        if len(weights) > BLOCK_TERMS:
            lightest_kept = np.partition(weights, -BLOCK_TERMS)[-BLOCK_TERMS]
            weights[weights < lightest_kept] = 0
    matrix.eliminate_zeros()
    return matrix


def compare_pairs(
    articles: pd.DataFrame,
    terms: WeightedTerms,
    first: np.ndarray,
    second: np.ndarray,
    days: int,
    vectors: np.ndarray | None = None,
) -> pd.DataFrame:
    """
    Return the evidence that pairs of articles report the same event, and its probability.

    Parameters
    ----------
    articles : DataFrame
        The ``articles`` table. Not changed.
    terms : WeightedTerms
    first, second : arrays of int
        Row numbers in ``articles``.
    days : int
        Number of days that a pair is assumed to be apart if a day is missing.
    vectors : array, shape (n_articles, n), optional
        One text vector per article, in the order of the table.

    Returns
    -------
    DataFrame
        ``similarity`` (mean of the cosine with and without house style, up to 1), ``days``,
        ``same_outlet``, ``same_place`` (1, 0, or null if a place is missing), ``vectors``, and
        ``p``.
    """
    pairs = pd.DataFrame({"similarity": _similarity(terms, first, second)})
    day = pd.to_datetime(articles["published"]).to_numpy()
    apart = _days_apart(day[first], day[second])
    pairs["days"] = np.where(np.isnan(apart), days, apart)
    pairs["same_outlet"] = (terms.outlet[first] == terms.outlet[second]).astype(float)
    place, _ = pd.factorize(articles["place"].astype("str").str.casefold().str.strip())
    is_known = (place[first] >= 0) & (place[second] >= 0)
    is_same = (place[first] == place[second]).astype(float)
    pairs["same_place"] = np.where(is_known, is_same, np.nan)
    pairs["vectors"] = _vector_cosine(vectors, terms.outlet, first, second)
    weights = choose_weights(vectors)
    of_place = np.where(is_same == 1, weights.same_place, weights.other_place)
    odds = (
        weights.base
        + weights.similarity * pairs["similarity"]
        + weights.log_days * np.log1p(pairs["days"])
        + weights.same_outlet * pairs["same_outlet"]
        + np.where(is_known, of_place, 0.0)
        + weights.vectors * pairs["vectors"]
    )
    pairs["p"] = 1 / (1 + np.exp(-odds))
    return pairs


def _similarity(terms: WeightedTerms, first: np.ndarray, second: np.ndarray) -> np.ndarray:
    """Return the mean of the cosine of each pair with and without house style."""
    matrix, style, styles, outlet = terms.matrix, terms.style, terms.styles, terms.outlet
    own_style = style[np.arange(len(outlet)), outlet]
    squared_norm = 1 - 2 * own_style + styles[outlet, outlet]
    norm = np.sqrt(np.maximum(squared_norm, 0.01))
    similarity = np.empty(len(first))
    for start in range(0, len(first), _PAIRS_PER_BLOCK):
        block = slice(start, start + _PAIRS_PER_BLOCK)
        i, j = first[block], second[block]
        plain = np.asarray(matrix[i].multiply(matrix[j]).sum(axis=1)).ravel()
        without = plain - style[i, outlet[j]] - style[j, outlet[i]] + styles[outlet[i], outlet[j]]
        similarity[block] = (plain + without / norm[i] / norm[j]) / 2
    return similarity


def _vector_cosine(
    vectors: np.ndarray | None, outlet: np.ndarray, first: np.ndarray, second: np.ndarray
) -> np.ndarray:
    """Return the cosine of the vectors of each pair without house style; 0 without vectors."""
    if vectors is None or not len(first):
        return np.zeros(len(first))
    centred = np.asarray(vectors, float)
    centred = centred - centred.mean(axis=0)
    sums = np.stack([np.bincount(outlet, column) for column in centred.T], axis=1)
    style = sums / (np.bincount(outlet) + HOUSE_SHRINKAGE)[:, None]
    unit = centred - style[outlet]
    unit /= np.maximum(np.linalg.norm(unit, axis=1, keepdims=True), 1e-9)
    return np.einsum("ij,ij->i", unit[first], unit[second])


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
    return articles.assign(text=[_first_words(text) for text in articles["text"]])


def _first_words(text: str) -> str:
    """Return the first ``MAX_WORDS`` words of a text."""
    last_word = next(islice(_WORD.finditer(text), MAX_WORDS - 1, None), None)
    if last_word is None:
        return text
    return text[: last_word.end()]
