"""
Say how probable it is that two articles report the same event, for pairs worth asking about.

In: the ``articles`` table. Out: pairs of rows with a probability and the evidence that it rests on.
Nothing is grouped here; see ``clusters``.

Three things make this work where plain TF-IDF does not. A word counts less the later it stands, because news leads
with the event and ends with background [1]_. What an outlet always writes ("terrorist rocket attacks") is taken
out of its articles, so that two articles of one house do not look alike for its style. And a pair is only
compared if the heaviest words of both meet within the window of days, so cost grows with articles, not their square.

.. [1] The inverted pyramid: Bell, A. (1991). The Language of News Media. Blackwell, ch. 8.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

import numpy as np
import pandas as pd
from scipy import sparse

LEAD = 100  # words after which a word counts a third
READ = 400  # words read of an article; later ones would count less than 2%
TF_POWER = 0.7
BLOCK_TERMS = 20  # heaviest words of an article that may make it a candidate
BLOCK_SIMILARITY = 0.04  # what these have to reach together
HOUSE_MINIMUM = 5  # articles before an outlet's style is taken out
HOUSE_SHRINK = 10  # articles at which half of it is
_LEAD_CHARACTERS = 900
_FIGURE_LEAD = 200  # characters in which a figure is of the event itself
_ROWS = 500
_PAIRS = 50_000

_TOKEN = re.compile(r"[^\W\d_][\w'’-]*|\d[\d,]*")
_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen twenty"
).split()
_NUMBERS = {word: str(value) for value, word in enumerate(_SMALL)}
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


@dataclass(frozen=True)
class Evidence:
    """
    Weight of each kind of evidence, in log-odds.

    Fitted by logistic regression to 141 articles of one season (97 events) and rounded; B-cubed .92 to .93 when fitted
    on half of the events and tested on the other half. ``WITH_VECTORS`` are the weights where vectors are given.
    """

    similarity: float = 16.0  # for cosine 0 to 1
    log_days: float = -0.9  # for ln(1 + days apart)
    same_outlet: float = -2.1  # an outlet seldom reports one event twice
    same_place: float = 0.8
    other_place: float = -1.6
    vectors: float = 0.0  # for the cosine of vectors, less house style
    base: float = -4.0


WITH_VECTORS = Evidence(12.0, -0.9, -1.8, 0.7, -1.2, 4.0, -5.0)


@dataclass(frozen=True)
class Terms:
    """The words of articles as numbers: row-normalised TF-IDF, and what is the outlet's own style in it."""

    matrix: sparse.csr_matrix
    vocabulary: dict
    outlet: np.ndarray  # code of each article's outlet
    style: np.ndarray  # (n_articles, n_outlets): cosine with each outlet's style
    styles: np.ndarray  # (n_outlets, n_outlets)


@lru_cache(maxsize=1)
def _stemmer():
    from nltk.stem import PorterStemmer

    return lru_cache(maxsize=500_000)(PorterStemmer().stem)


@lru_cache(maxsize=1)
def _stop_words():
    from sklearn.feature_extraction.text import ENGLISH_STOP_WORDS

    return ENGLISH_STOP_WORDS


def words(title, text):
    """
    List the terms of an article in order, title first.

    Parameters
    ----------
    title, text : str or None
        A title that the text starts with is read once.

    Returns
    -------
    list of (str, str)
        Term and the word as printed, for the first ``READ`` words. A term is a Porter stem, or "#" and a number;
        None for stop words, years, dates and numbers below 3, which are in every article.
    """
    title, text = _text(title), _text(text)
    whole = text if title and text.startswith(title) else f"{title} . {text}"
    found = [m.group() for _, m in zip(range(READ), _TOKEN.finditer(whole), strict=False)]
    return [(_term(w, found[i + 1] if i + 1 < len(found) else ""), w) for i, w in enumerate(found)]


def _text(value):
    return value if isinstance(value, str) else ""


def _term(word, after):
    low = word.lower().replace(",", "").strip("'’-")
    low = _NUMBERS.get(low, low)
    if low.isdigit():
        year = len(low) == 4 and low[:2] in ("19", "20")
        return None if year or int(low) < 3 or after[:3].lower() in _MONTHS else "#" + low
    return None if len(low) < 2 or low in _stop_words() else _stemmer()(low)


def read_terms(articles, figures=None):
    """
    Turn articles into weighted terms.

    Parameters
    ----------
    articles : DataFrame
        The ``articles`` table.
    figures : DataFrame, optional
        The ``figures`` table: a count in the first 200 characters, with its outcome ("killed 22"), becomes a term.

    Returns
    -------
    Terms
    """
    counts, vocabulary = _counts(articles, _figure_terms(figures))
    frequency = np.bincount(counts.indices, minlength=counts.shape[1])
    counts.data = counts.data**TF_POWER
    matrix = _unit_rows(
        counts @ sparse.diags(np.log((1 + len(articles)) / (1 + frequency))).tocsr()
    )
    codes, names = pd.factorize(articles["outlet"].astype(object), use_na_sentinel=False)
    size = np.bincount(codes, minlength=len(names))
    known = np.array([isinstance(n, str) for n in names], dtype=bool) & (size >= HOUSE_MINIMUM)
    share = np.where(known, 1 / (size + HOUSE_SHRINK), 0.0)
    style = (
        sparse.csr_matrix(
            (share[codes], (codes, np.arange(len(codes)))), shape=(len(names), len(codes))
        )
        @ matrix
    )
    return Terms(
        matrix, vocabulary, codes, (matrix @ style.T).toarray(), (style @ style.T).toarray()
    )


def _figure_terms(figures):
    if figures is None or figures.empty:
        return {}
    # further down stand other events' figures, and background
    leading = (figures["start"] < _FIGURE_LEAD) & ~figures["implicit"]
    counted = figures[leading & figures["outcome"].notna() & (figures["low"] > 2)]
    terms = counted["outcome"].astype(str) + "#" + counted["low"].astype(int).astype(str)
    return terms.groupby(counted["article_id"]).agg(lambda t: sorted(set(t))).to_dict()


def _counts(articles, figure_terms):
    vocabulary, rows, columns, data = {}, [], [], []
    weight = np.exp(-np.arange(READ) / LEAD)
    for key, title, text in articles[["article_id", "title", "text"]].itertuples(index=False):
        found = {}
        for place, (term, _) in enumerate(words(title, text)):
            if term is not None:
                found[term] = found.get(term, 0.0) + weight[place]
        found |= dict.fromkeys(figure_terms.get(key, ()), 1.0)
        columns.append(
            np.fromiter(
                (vocabulary.setdefault(t, len(vocabulary)) for t in found), np.int32, len(found)
            )
        )
        data.append(np.fromiter(found.values(), np.float32, len(found)))
        rows.append(len(found))
    pointers = np.concatenate([[0], np.cumsum(rows)]).astype(np.int64)
    flat = [
        np.concatenate(part) if part else np.array([], kind)
        for part, kind in ((data, np.float32), (columns, np.int32))
    ]
    return sparse.csr_matrix(
        (flat[0], flat[1], pointers), shape=(len(articles), max(len(vocabulary), 1))
    ), vocabulary


def _unit_rows(matrix):
    length = np.sqrt(np.asarray(matrix.multiply(matrix).sum(axis=1)).ravel())
    return (sparse.diags(1 / np.maximum(length, 1e-9)) @ matrix).tocsr().astype(np.float32)


def candidates(terms, published, days):
    """
    List the pairs of articles that are worth comparing.

    Parameters
    ----------
    terms : Terms
    published : array of datetime64
        Day of each article; an article without a day is compared with all.
    days : int
        Window: pairs further apart are not listed.

    Returns
    -------
    first, second : arrays of int
        Row numbers, each pair once.
    """
    day = pd.to_datetime(pd.Series(np.asarray(published))).to_numpy().astype("datetime64[D]")
    order = np.argsort(day, kind="stable")  # NaT comes last
    heavy, sorted_day = _heaviest(terms.matrix)[order], day[order]
    dated, pairs = int((~np.isnat(sorted_day)).sum()), []
    for start in range(0, len(order), _ROWS):
        stop = min(start + _ROWS, len(order))
        from_day = sorted_day[start] - np.timedelta64(days, "D") if start < dated else None
        back = int(np.searchsorted(sorted_day[:dated], from_day)) if from_day is not None else 0
        near = (heavy[start:stop] @ heavy[back:stop].T).tocoo()
        i, j = near.row + start, near.col + back
        keep = (near.data >= BLOCK_SIMILARITY) & (j < i)
        i, j = i[keep], j[keep]
        apart = (sorted_day[i] - sorted_day[j]).astype("timedelta64[D]").astype(float)
        inside = np.isnan(apart) | (apart <= days)
        pairs.append((order[j[inside]], order[i[inside]]))
    if not pairs:
        return np.array([], int), np.array([], int)
    return np.concatenate([p[0] for p in pairs]), np.concatenate([p[1] for p in pairs])


def _heaviest(matrix):
    """Keep the heaviest terms of each row."""
    matrix = matrix.copy()
    for row in range(matrix.shape[0]):
        part = matrix.data[matrix.indptr[row] : matrix.indptr[row + 1]]
        if len(part) > BLOCK_TERMS:
            part[part < np.partition(part, -BLOCK_TERMS)[-BLOCK_TERMS]] = 0
    matrix.eliminate_zeros()
    return matrix


def compare_pairs(articles, terms, first, second, days, evidence=None, vectors=None):
    """
    Give the evidence and the probability that pairs of articles report one event.

    Parameters
    ----------
    articles : DataFrame
        The ``articles`` table.
    terms : Terms
    first, second : arrays of int
        Row numbers in ``articles``.
    days : int
        Days that a pair counts as apart where a day is missing.
    evidence : Evidence, optional
    vectors : array, shape (n_articles, n), optional
        One vector an article, in the table's order.

    Returns
    -------
    DataFrame
        ``similarity`` (mean of cosine and cosine less house style, up to 1), ``days``, ``same_outlet``, ``same_place``
        (1, 0, or null where a place is missing), ``vectors``, and ``p``.
    """
    e = evidence or (Evidence() if vectors is None else WITH_VECTORS)
    out = pd.DataFrame({"similarity": _similarity(terms, first, second)})
    day = pd.to_datetime(articles["published"]).to_numpy()
    apart = np.abs((day[first] - day[second]).astype("timedelta64[D]").astype(float))
    out["days"] = np.where(np.isnan(apart), days, apart)
    out["same_outlet"] = (terms.outlet[first] == terms.outlet[second]).astype(float)
    place = pd.factorize(articles["place"].astype("str").str.casefold().str.strip())[0]
    known = (place[first] >= 0) & (place[second] >= 0)
    out["same_place"] = np.where(known, (place[first] == place[second]).astype(float), np.nan)
    out["vectors"] = _vector_cosine(vectors, terms.outlet, first, second)
    of_place = out["same_place"].map({1.0: e.same_place, 0.0: e.other_place}).fillna(0)
    odds = (
        e.base
        + e.similarity * out["similarity"]
        + e.log_days * np.log1p(out["days"])
        + e.same_outlet * out["same_outlet"]
        + of_place
        + e.vectors * out["vectors"]
    )
    out["p"] = 1 / (1 + np.exp(-odds))
    return out


def _similarity(terms, first, second):
    own, style, styles, outlet = terms.matrix, terms.style, terms.styles, terms.outlet
    left = np.arange(own.shape[0])
    norm = np.sqrt(np.maximum(1 - 2 * style[left, outlet] + styles[outlet, outlet], 0.01))
    out = np.empty(len(first))
    for start in range(0, len(first), _PAIRS):
        i, j = first[start : start + _PAIRS], second[start : start + _PAIRS]
        plain = np.asarray(own[i].multiply(own[j]).sum(axis=1)).ravel()
        without = plain - style[i, outlet[j]] - style[j, outlet[i]] + styles[outlet[i], outlet[j]]
        out[start : start + _PAIRS] = (plain + without / norm[i] / norm[j]) / 2
    return out


def _vector_cosine(vectors, outlet, first, second):
    if vectors is None or not len(first):
        return np.zeros(len(first))
    vectors = np.asarray(vectors, float)
    vectors = vectors - vectors.mean(axis=0)
    size = np.bincount(outlet)
    style = (
        np.stack([np.bincount(outlet, column) for column in vectors.T], axis=1)
        / (size + HOUSE_SHRINK)[:, None]
    )
    vectors = vectors - style[outlet]
    vectors /= np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9)
    return np.einsum("ij,ij->i", vectors[first], vectors[second])


def trimmed(articles):
    """
    Cut articles behind the last word that is read here, so that a large corpus takes less memory.

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


def _first_words(text):
    last = next(islice(_TOKEN.finditer(text), READ - 1, None), None)
    return text[: last.end()] if last else text


def leads(articles):
    """
    Cut articles to their leads, for vectors that place the event and not the background.

    Parameters
    ----------
    articles : DataFrame
        The ``articles`` table. Not changed.

    Returns
    -------
    DataFrame
        The same rows; ``text`` is the title and the first characters, 900 in all. Whole articles make vectors that tell
        events apart worse: average precision of pairs .52 against .72.
    """
    title = articles["title"].where(articles["title"].notna(), "")
    return articles.assign(text=(title + ". " + articles["text"]).str[:_LEAD_CHARACTERS])
