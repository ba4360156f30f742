"""
Find the words that an outlet over-uses: log-odds with an informative Dirichlet prior.

In: ``articles``. Out: the ``keyness`` table, one row per outlet and term. Terms are words, and the
collocations of two or three words that NLTK finds. By default, each event is a stratum: an outlet
is compared with others on the events that both report, so that a word that belongs to one event is
not mistaken for a word that the outlet prefers.

Keyness does not say why an outlet prefers a word. Words in one article are not independent, so |z|
above 2 is a reason to read the passages, not a significance test. Source: Monroe, Colaresi and
Quinn (2008), "Fightin' Words: Lexical Feature Selection and Evaluation for Identifying the Content
of Political Conflict", Political Analysis 16.
"""

import logging
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import numpy as np
import pandas as pd
from scipy import sparse

from analysis.core import tables
from analysis.core.errors import ParameterError, unknown_value_message
from analysis.measure.collocations import Terms, count_terms

__all__ = ["Prior", "keyness", "log_odds", "mantel_haenszel"]

log = logging.getLogger(__name__)
REST = "rest"
_COUNT_COLUMNS = ("count", "count_rest", "documents")


@dataclass(frozen=True)
class Prior:
    """
    Expected frequency of each term before outlets are compared.

    Attributes
    ----------
    words : float
        Size of the prior in words; a larger prior shrinks rare terms more strongly towards 0.
    counts : str, Path, Series or None
        Source of each term's share of those words: None for the articles themselves, a CSV file
        with columns ``term`` and ``count``, or counts indexed by term. A term that is not listed
        has half a count.
    """

    words: float = 500.0
    counts: str | Path | pd.Series | None = None

    def alpha(self, terms: Terms) -> np.ndarray:
        """
        Return the pseudo-count of each term.

        Parameters
        ----------
        terms : Terms

        Returns
        -------
        ndarray of float, length n_terms
            Above 0, in words.

        Raises
        ------
        ParameterError
            If the size is not above 0, or if the file lacks a column or has counts below 0.
        """
        if not self.words > 0:
            raise ParameterError(
                f"The size of the prior is {self.words!r} words; it should be above 0 "
                "(500 is usual)."
            )
        if self.counts is None:
            counts = np.asarray(terms.matrix.sum(axis=0)).ravel()
            total = terms.n_words.sum()
        else:
            known = _read_counts(self.counts)
            counts = known.reindex(terms.terms).fillna(0).to_numpy(dtype=float)
            total = known.sum()
        return self.words * np.maximum(counts, 0.5) / max(total, 1)


def _read_counts(source: str | Path | pd.Series) -> pd.Series:
    """Return the counts of a prior, indexed by term."""
    if isinstance(source, pd.Series):
        return source
    rows = pd.read_csv(source)
    if not {"term", "count"} <= set(rows) or any(rows["count"] < 0):
        raise ParameterError(
            f"Prior {source}: needs columns term and count (0 or more); it has {', '.join(rows)}."
        )
    return pd.Series(rows.groupby(rows["term"].str.lower())["count"].sum())


def keyness(
    articles: pd.DataFrame,
    by: str = "outlet",
    against: str = REST,
    events_as_strata: bool = True,
    prior: Prior | None = None,
    n_terms: int | None = None,
    longest: int = 3,
    min_documents: int = 3,
    stop_words: str | Iterable[str] | None = "english",
) -> pd.DataFrame:
    """
    Compare the words of each outlet with those of all others, or of one other.

    Parameters
    ----------
    articles : DataFrame
        The ``articles`` table. Not changed. The order of rows does not matter; rows without a value
        in ``by`` are left out.
    by : str
        Column that defines the groups.
    against : str
        ``"rest"`` compares each outlet with all others together; the name of an outlet compares
        every other outlet with that one.
    events_as_strata : bool
        Whether to compare within events only (``mantel_haenszel``), using the counts of shared
        events. If False, all words are pooled (``log_odds``).
    prior : Prior, optional
        By default, 500 words in the proportions of the articles.
    n_terms : int, optional
        Number of terms to keep for each outlet, by falling ``|z|``. By default, all terms that
        the outlet or the others use.
    longest, min_documents, stop_words
        As ``count_terms``.

    Returns
    -------
    DataFrame
        The ``keyness`` table, sorted by outlet and falling z. ``log_odds`` above 0 means that the
        outlet uses the term more. ``count``, ``count_rest`` and ``documents`` refer to the articles
        that were compared. An outlet that shares no event with the others has no rows, and a
        warning is logged; so is one if no outlets can be compared at all.

    Raises
    ------
    ParameterError
        If ``by`` is not a column, or ``against`` is not a group.

    References
    ----------
    .. [1] Monroe, B. L., Colaresi, M. P. and Quinn, K. M. (2008). Fightin' words: Lexical feature
       selection and evaluation for identifying the content of political conflict. Political
       Analysis 16(4), 372-403.
    .. [2] Robins, J., Breslow, N. and Greenland, S. (1986). Estimators of the Mantel-Haenszel
       variance consistent in both sparse data and large-strata limiting models. Biometrics 42(2),
       311-323.
    """
    if by not in articles:
        raise ParameterError(unknown_value_message("column", by, articles.columns))
    names = sorted(articles[by].dropna().unique())
    if against != REST and against not in names:
        raise ParameterError(unknown_value_message(by, against, [REST, *names]))
    terms = count_terms(articles, longest, min_documents, stop_words)
    prior = prior or Prior()
    comparison = _Comparison(
        terms, prior.alpha(terms), prior.words, _strata(articles, by, events_as_strata)
    )
    compared = []
    for name in names:
        if name == against:
            continue
        found = comparison.compare(name, against, n_terms)
        if found is None:
            log.warning("%s %r shares no event with %s; it is not compared.", by, name, against)
        else:
            compared.append(found)
    if not compared:
        _warn_nothing_compared(by, len(names), events_as_strata)
        return tables.empty(tables.KEYNESS)
    return _table(compared)


def log_odds(
    count: np.ndarray,
    n_words: float,
    count_rest: np.ndarray,
    n_words_rest: float,
    alpha: np.ndarray,
    prior_words: float,
) -> tuple[np.ndarray, np.ndarray]:
    """
    Return the log-odds ratio of terms in two texts, with an informative Dirichlet prior.

    Parameters
    ----------
    count, count_rest : ndarray, length n_terms
        Occurrences of each term in the two texts.
    n_words, n_words_rest : float
        Words in the two texts.
    alpha : ndarray, length n_terms
        Pseudo-counts of the prior, in words.
    prior_words : float
        Words in the prior.

    Returns
    -------
    log_odds, variance : ndarray, length n_terms
        Equations 15 and 20 of [1]_. Log-odds above 0 mean more in the first text.

    References
    ----------
    .. [1] Monroe, Colaresi and Quinn (2008), as in ``keyness``.

    Examples
    --------
    >>> delta, variance = log_odds(np.array([9.0]), 99, np.array([4.0]), 199, np.array([1.0]), 1)
    >>> float(delta[0].round(4)), float(variance[0].round(4))
    (1.4663, 0.3)
    """
    one = count + alpha
    rest = count_rest + alpha
    odds_one = one / (n_words + prior_words - one)
    odds_rest = rest / (n_words_rest + prior_words - rest)
    return np.log(odds_one) - np.log(odds_rest), 1 / one + 1 / rest


class _Cells(NamedTuple):
    """A two-by-two table for each stratum and term: occurrences and words in both groups."""

    count: np.ndarray
    n_words: np.ndarray
    count_rest: np.ndarray
    n_words_rest: np.ndarray
    term: np.ndarray


def mantel_haenszel(
    count: np.ndarray,
    n_words: np.ndarray,
    count_rest: np.ndarray,
    n_words_rest: np.ndarray,
    term: np.ndarray,
    alpha: np.ndarray,
    prior_words: float,
) -> tuple[np.ndarray, np.ndarray]:
    """
    Return the log-odds ratio of terms in two groups over many strata.

    The prior is one more stratum, in which both groups use the terms alike: it shrinks the ratio
    towards 1 and makes it finite.

    Parameters
    ----------
    count, n_words, count_rest, n_words_rest : ndarray, length n_cells
        One cell per stratum and term that occurs in it: occurrences and words in each group.
    term : ndarray of int, length n_cells
        Position of the cell's term.
    alpha : ndarray, length n_terms
        Pseudo-counts of the prior, in words.
    prior_words : float
        Words in the prior.

    Returns
    -------
    log_odds, variance : ndarray, length n_terms
        The Mantel-Haenszel estimate, and its variance by Robins, Breslow and Greenland (1986).
    """
    n_terms = len(alpha)
    sums = np.zeros((5, n_terms))
    words = np.full(n_terms, prior_words)
    prior = _Cells(alpha, words, alpha, words, np.arange(n_terms))
    for cells in (_Cells(count, n_words, count_rest, n_words_rest, term), prior):
        for i, values in enumerate(_robins_breslow_greenland(cells)):
            sums[i] += np.bincount(cells.term, values, minlength=n_terms)
    r, s, pr, ps_qr, qs = sums
    variance = pr / (2 * r**2) + ps_qr / (2 * r * s) + qs / (2 * s**2)
    return np.log(r / s), variance


def _robins_breslow_greenland(cells: _Cells) -> tuple[np.ndarray, ...]:
    """Return R, S, PR, PS + QR and QS of each cell, in the notation of the paper."""
    a, c = cells.count, cells.count_rest
    b, d = cells.n_words - a, cells.n_words_rest - c
    total = cells.n_words + cells.n_words_rest
    p, q = (a + d) / total, (b + c) / total
    r, s = a * d / total, b * c / total
    return r, s, p * r, p * s + q * r, q * s


def _strata(articles: pd.DataFrame, by: str, events_as_strata: bool) -> pd.DataFrame:
    """Return the group and stratum of each article; stratum -1 is not compared."""
    if events_as_strata:
        event = articles["event_id"]
    else:
        event = pd.Series("all", index=articles.index)
    keep = (articles[by].notna() & event.notna()).to_numpy()
    # sorted, so that sums do not depend on the order of rows
    codes, _ = pd.factorize(event.where(keep), sort=True)
    return pd.DataFrame({"group": articles[by].to_numpy(), "stratum": codes})


class _StratumCounts(NamedTuple):
    """Occurrences of each term (n_strata, n_terms), and words, in each stratum."""

    matrix: sparse.csr_array
    n_words: np.ndarray


@dataclass(frozen=True)
class _Comparison:
    """What all comparisons between groups of articles share."""

    terms: Terms
    alpha: np.ndarray
    prior_words: float
    strata: pd.DataFrame

    def compare(self, name: str, against: str, n_terms: int | None) -> pd.DataFrame | None:
        """Compare one group, sorted by falling z, then by term; None if it shares no stratum."""
        mine, others = self._select(name, against)
        stratum = self.strata["stratum"].to_numpy()
        shared = np.intersect1d(stratum[mine], stratum[others])
        if not len(shared):
            return None
        position = np.searchsorted(shared, stratum).clip(max=len(shared) - 1)
        in_shared = shared[position] == stratum
        mine, others = mine & in_shared, others & in_shared
        one = self._count(mine, position, len(shared))
        rest = self._count(others, position, len(shared))
        count, count_rest = one.matrix.sum(axis=0), rest.matrix.sum(axis=0)
        delta, variance = self._estimate(one, rest, count, count_rest)
        statistics = {
            "log_odds": delta,
            "z": delta / np.sqrt(variance),
            "count": count,
            "count_rest": count_rest,
            "documents": self.terms.matrix[mine].astype(bool).sum(axis=0),
        }
        return self._ranked(name, statistics, n_terms)

    def _select(self, name: str, against: str) -> tuple[np.ndarray, np.ndarray]:
        """Return which articles belong to a group, and which to those it is compared with."""
        in_stratum = (self.strata["stratum"] >= 0).to_numpy()
        mine = (self.strata["group"] == name).to_numpy() & in_stratum
        others = in_stratum & ~mine
        if against != REST:
            others &= (self.strata["group"] == against).to_numpy()
        return mine, others

    def _count(self, selected: np.ndarray, position: np.ndarray, n_strata: int) -> _StratumCounts:
        """Sum the occurrences and words of the selected articles by stratum."""
        chosen = np.flatnonzero(selected)
        membership = sparse.csr_array(
            (np.ones(len(chosen)), (position[chosen], np.arange(len(chosen)))),
            (n_strata, len(chosen)),
        )
        n_words = np.bincount(position[chosen], self.terms.n_words[chosen], minlength=n_strata)
        return _StratumCounts(membership @ self.terms.matrix[chosen], n_words)

    def _estimate(
        self,
        one: _StratumCounts,
        rest: _StratumCounts,
        count: np.ndarray,
        count_rest: np.ndarray,
    ) -> tuple[np.ndarray, np.ndarray]:
        """Return the log-odds ratio of each term and its variance."""
        if len(one.n_words) > 1:
            return mantel_haenszel(
                *_cells(one, rest, len(self.alpha)), self.alpha, self.prior_words
            )
        return log_odds(
            count, one.n_words[0], count_rest, rest.n_words[0], self.alpha, self.prior_words
        )

    def _ranked(
        self,
        name: str,
        statistics: dict[str, np.ndarray],
        n_terms: int | None,
    ) -> pd.DataFrame:
        """Return the statistics of the terms that either side uses, ranked by z."""
        z = statistics["z"]
        used = np.flatnonzero((statistics["count"] > 0) | (statistics["count_rest"] > 0))
        order = used[np.lexsort((used, -z[used]))]  # terms are in alphabetical order
        if n_terms:
            strongest = np.argsort(-np.abs(z[order]), kind="stable")[:n_terms]
            order = order[np.sort(strongest)]
        found = pd.DataFrame({key: values[order] for key, values in statistics.items()})
        labels = pd.array(self.terms.terms, dtype="str")
        outlet = pd.Series(name, found.index, dtype="str")
        return found.assign(outlet=outlet, term=labels.take(order))


def _cells(one: _StratumCounts, rest: _StratumCounts, n_terms: int) -> _Cells:
    """Align the strata and terms in which either group uses the term."""
    both = (one.matrix + rest.matrix).tocsr()
    keys = _cell_keys(both, n_terms)
    own_keys = _cell_keys(one.matrix, n_terms)
    count = np.zeros(len(keys))
    count[np.searchsorted(keys, own_keys)] = one.matrix.data
    stratum, term = np.divmod(keys, n_terms)
    return _Cells(count, one.n_words[stratum], both.data - count, rest.n_words[stratum], term)


def _cell_keys(matrix: sparse.csr_array, n_terms: int) -> np.ndarray:
    """Return a number for each non-zero cell, row by row. Sorts the indices of the matrix."""
    matrix.sort_indices()
    row_lengths = np.diff(matrix.indptr)
    rows = np.repeat(np.arange(len(row_lengths), dtype=np.int64), row_lengths)
    return rows * n_terms + matrix.indices


def _warn_nothing_compared(by: str, n_groups: int, events_as_strata: bool) -> None:
    """Log that no groups could be compared, and what to do about it."""
    where, or_pool = "", ""
    if events_as_strata:
        where, or_pool = " on one event", ", or set events_as_strata=False"
    log.warning(
        "No two values of %r can be compared%s: there are %d. Use articles of two or more%s.",
        by,
        where,
        n_groups,
        or_pool,
    )


def _table(compared: list[pd.DataFrame]) -> pd.DataFrame:
    """Join the rows of all outlets into the ``keyness`` table."""
    found = pd.concat(compared, ignore_index=True).loc[:, list(tables.KEYNESS.columns)]
    found = found.astype(dict.fromkeys(_COUNT_COLUMNS, "int64"))
    return tables.check(found, tables.KEYNESS)
