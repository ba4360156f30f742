"""
Find the words that an outlet over-uses: log-odds with an informative Dirichlet prior.

In: ``articles``. Out: the ``keyness`` table, one row an outlet and term. Terms are words, and the collocations of two
or three words that NLTK finds. By default each event is a stratum: an outlet is compared with others on the events
that both report, so that a word of one event does not pass for the outlet's style.

It does not say why an outlet prefers a word, and words of one article are not independent: |z| above 2 is a reason to
read the passages, not a test. Source: Monroe, Colaresi and Quinn (2008), "Fightin' Words: Lexical Feature Selection
and Evaluation for Identifying the Content of Political Conflict", Political Analysis 16.
"""

import logging
from dataclasses import dataclass

import numpy as np
import pandas as pd

from analysis.core import tables
from analysis.core.errors import ParameterError, unknown_value_message
from analysis.measure.collocations import count_terms

__all__ = ["Prior", "keyness", "log_odds", "mantel_haenszel"]

log = logging.getLogger(__name__)
REST = "rest"


@dataclass(frozen=True)
class Prior:
    """
    What is known of a term before the outlets are compared.

    Attributes
    ----------
    words : float
        Size of the prior in words; higher pulls rare terms harder towards 0.
    counts : str, Path, Series or None
        Where a term's share of those words comes from: None for the articles themselves; a CSV file with columns
        ``term`` and ``count``; or counts indexed by term. A term that is not listed gets half a count.
    """

    words: float = 500.0
    counts: object = None

    def alpha(self, terms):
        """
        Give each term's pseudo-count.

        Parameters
        ----------
        terms : Terms

        Returns
        -------
        ndarray of float, length n_terms
            Above 0; in words.

        Raises
        ------
        ParameterError
            If the size is not above 0, or the file has no such columns or has counts below 0.
        """
        if not self.words > 0:
            raise ParameterError(
                f"The prior's size is {self.words!r} words; it should be above 0 (500 is usual)."
            )
        if self.counts is None:
            counts, total = np.asarray(terms.matrix.sum(axis=0)).ravel(), terms.n_words.sum()
        else:
            known = self._read()
            counts, total = known.reindex(terms.terms).fillna(0).to_numpy(dtype=float), known.sum()
        return self.words * np.maximum(counts, 0.5) / max(total, 1)

    def _read(self):
        if isinstance(self.counts, pd.Series):
            return self.counts
        rows = pd.read_csv(self.counts)
        if not {"term", "count"} <= set(rows) or (rows["count"] < 0).any():
            raise ParameterError(
                f"Prior {self.counts}: needs columns term and count (0 or more); it has {', '.join(rows)}."
            )
        return rows.groupby(rows["term"].str.lower())["count"].sum()


def keyness(
    articles,
    by="outlet",
    against=REST,
    events_as_strata=True,
    prior=None,
    terms=None,
    top=None,
    **counting,
):
    """
    Compare the words of each outlet with those of the rest, or of one other.

    Parameters
    ----------
    articles : DataFrame
        The ``articles`` table. Not changed; the order of rows does not matter. Rows with no ``by`` are left out.
    by : str
        Column that tells the groups apart.
    against : str
        ``"rest"``: each outlet against all others together; or the name of one: every other against that one.
    events_as_strata : bool
        Whether to compare within events only (``mantel_haenszel``), with the counts of shared events; otherwise all
        words are pooled (``log_odds``).
    prior : Prior, optional
        500 words in the articles' own proportions by default.
    terms : Terms, optional
        What ``count_terms`` gave for these articles in this order; counted here by default.
    top : int, optional
        Keep only so many terms of each outlet, by ``|z|``; None keeps all that it or the others used.
    **counting
        ``longest``, ``min_documents`` and ``stop_words`` of ``count_terms``.

    Returns
    -------
    DataFrame
        The ``keyness`` table, sorted by outlet and falling z. ``log_odds`` above 0: more this outlet's.
        ``count``, ``count_rest`` and ``documents`` are those of the articles compared. An outlet that shares no
        event with the others has no rows, and is named in the log; so is the case that nobody can be compared.

    Raises
    ------
    ParameterError
        If ``by`` is not a column, or ``against`` is not a group.

    References
    ----------
    .. [1] Monroe, B. L., Colaresi, M. P. and Quinn, K. M. (2008). Fightin' words: Lexical feature selection and
       evaluation for identifying the content of political conflict. Political Analysis 16(4), 372-403.
    .. [2] Robins, J., Breslow, N. and Greenland, S. (1986). Estimators of the Mantel-Haenszel variance consistent in
       both sparse data and large-strata limiting models. Biometrics 42(2), 311-323.
    """
    if by not in articles:
        raise ParameterError(unknown_value_message("column", by, articles.columns))
    names = sorted(articles[by].dropna().unique())
    if against != REST and against not in names:
        raise ParameterError(unknown_value_message(by, against, [REST, *names]))
    if terms is None:
        terms = count_terms(articles, **counting)
    prior = prior or Prior()
    alpha = prior.alpha(terms)
    strata = _strata(articles, by, events_as_strata)
    rows, labels = [], pd.array(terms.terms, dtype="str")
    for name in names:
        if name != against:
            found = _one_against(name, against, strata, terms, alpha, prior.words, labels, top)
            if found is None:
                log.warning("%s %r shares no event with %s; it is not compared.", by, name, against)
            else:
                rows.append(found)
    if not rows:
        log.warning(
            "No two values of %r can be compared%s: there are %d. Give articles of two or more%s.",
            by,
            " on one event" if events_as_strata else "",
            len(names),
            ", or events_as_strata=False" if events_as_strata else "",
        )
    return _table(rows)


def log_odds(count, n, count_rest, n_rest, alpha, prior_words):
    """
    Give the log-odds ratio of terms in two texts, with an informative Dirichlet prior.

    Parameters
    ----------
    count, count_rest : ndarray, length n_terms
        Times that a term stands in each text.
    n, n_rest : float
        Words in each text.
    alpha : ndarray, length n_terms
        Pseudo-counts of the prior, in words.
    prior_words : float
        Words in the prior.

    Returns
    -------
    log_odds, variance : ndarray, length n_terms
        Equations 15 and 20 of [1]_: log-odds above 0 means more in the first text.

    References
    ----------
    .. [1] Monroe, Colaresi and Quinn (2008), as in ``keyness``.

    Examples
    --------
    >>> delta, variance = log_odds(np.array([9.0]), 99, np.array([4.0]), 199, np.array([1.0]), 1)
    >>> float(delta[0].round(4)), float(variance[0].round(4))
    (1.4663, 0.3)
    """
    one, other = count + alpha, count_rest + alpha
    delta = np.log(one / (n + prior_words - one)) - np.log(other / (n_rest + prior_words - other))
    return delta, 1 / one + 1 / other


def mantel_haenszel(count, n, count_rest, n_rest, columns, alpha, prior_words):
    """
    Give the log-odds ratio of terms in two groups over many strata, the prior being one more stratum.

    Parameters
    ----------
    count, n, count_rest, n_rest : ndarray, length n_cells
        One cell a stratum and term that stands in it: times and words in each group.
    columns : ndarray of int, length n_cells
        Which term the cell is of.
    alpha : ndarray, length n_terms
        Pseudo-counts of the prior, in words: a stratum in which both groups use the term alike, so that
        the ratio is drawn towards 1 and is finite.
    prior_words : float
        Words in the prior.

    Returns
    -------
    log_odds, variance : ndarray, length n_terms
        Mantel-Haenszel's estimate, and its variance by Robins, Breslow and Greenland (1986).
    """
    n_terms = len(alpha)
    sums = np.zeros((5, n_terms))
    prior = (
        alpha,
        np.full(n_terms, prior_words),
        alpha,
        np.full(n_terms, prior_words),
        np.arange(n_terms),
    )
    for a, n_a, c, n_c, column in ((count, n, count_rest, n_rest, columns), prior):
        total, b, d = n_a + n_c, n_a - a, n_c - c
        p, q, r, s = (a + d) / total, (b + c) / total, a * d / total, b * c / total
        for i, cells in enumerate((r, s, p * r, p * s + q * r, q * s)):
            sums[i] += np.bincount(column, cells, minlength=n_terms)
    r, s, pr, mixed, qs = sums
    return np.log(r / s), pr / (2 * r**2) + mixed / (2 * r * s) + qs / (2 * s**2)


def _strata(articles, by, events_as_strata):
    """Give each article's group and stratum; those without either are not compared."""
    event = articles["event_id"] if events_as_strata else pd.Series("all", index=articles.index)
    keep = (articles[by].notna() & event.notna()).to_numpy()
    codes, _ = pd.factorize(
        event.where(keep), sort=True
    )  # sorted: sums do not depend on the order of rows
    return pd.DataFrame({"group": articles[by].to_numpy(), "stratum": codes})


def _one_against(name, against, strata, terms, alpha, prior_words, labels, top):
    """Compare one outlet; None if it shares no stratum. Rows are sorted by falling z, then by term."""
    mine = (strata["group"] == name).to_numpy() & (strata["stratum"] >= 0).to_numpy()
    others = (strata["stratum"] >= 0).to_numpy() & ~mine
    if against != REST:
        others &= (strata["group"] == against).to_numpy()
    shared = np.intersect1d(strata["stratum"][mine], strata["stratum"][others])
    if not len(shared):
        return None
    at = np.searchsorted(shared, strata["stratum"]).clip(max=len(shared) - 1)
    in_shared = shared[at] == strata["stratum"].to_numpy()
    mine, others = mine & in_shared, others & in_shared
    one, n_one = _by_stratum(terms, mine, at, len(shared))
    rest, n_rest = _by_stratum(terms, others, at, len(shared))
    count, count_rest = one.sum(axis=0), rest.sum(axis=0)
    if len(shared) == 1:
        delta, variance = log_odds(count, n_one[0], count_rest, n_rest[0], alpha, prior_words)
    else:
        cells = _cells(one, n_one, rest, n_rest)
        delta, variance = mantel_haenszel(*cells, alpha, prior_words)
    documents = terms.matrix[mine].astype(bool).sum(axis=0)
    z = delta / np.sqrt(variance)
    used = np.flatnonzero((count > 0) | (count_rest > 0))
    order = used[np.lexsort((used, -z[used]))]  # terms are in alphabetical order
    if top:
        order = order[np.sort(np.argsort(-np.abs(z[order]), kind="stable")[:top])]
    columns = {
        "log_odds": delta,
        "z": z,
        "count": count,
        "count_rest": count_rest,
        "documents": documents,
    }
    found = pd.DataFrame({key: values[order] for key, values in columns.items()})
    return found.assign(outlet=pd.Series(name, found.index, dtype="str"), term=labels.take(order))


def _by_stratum(terms, rows, at, n_strata):
    """Sum counts and words of some articles by stratum."""
    from scipy import sparse

    chosen = np.flatnonzero(rows)
    gather = sparse.csr_array(
        (np.ones(len(chosen)), (at[chosen], np.arange(len(chosen)))), (n_strata, len(chosen))
    )
    return gather @ terms.matrix[chosen], np.bincount(
        at[chosen], terms.n_words[chosen], minlength=n_strata
    )


def _cells(one, n_one, rest, n_rest):
    """Line up the strata and terms in which either group has the term."""
    n_terms = one.shape[1]
    both = (one + rest).tocsr()
    keys, own = _keys(both, n_terms), _keys(one, n_terms)
    count = np.zeros(len(keys))
    count[np.searchsorted(keys, own)] = one.data
    stratum, column = np.divmod(keys, n_terms)
    return count, n_one[stratum], both.data - count, n_rest[stratum], column


def _keys(matrix, n_terms):
    """Number the cells of a sparse matrix, row by row; sorts its indices."""
    matrix.sort_indices()
    rows = np.repeat(np.arange(matrix.shape[0], dtype=np.int64), np.diff(matrix.indptr))
    return rows * n_terms + matrix.indices


def _table(rows):
    if not rows:
        return tables.empty(tables.KEYNESS)
    found = pd.concat(rows, ignore_index=True)[list(tables.KEYNESS.columns)]
    counts = ["count", "count_rest", "documents"]
    return tables.check(found.astype(dict.fromkeys(counts, "int64")), tables.KEYNESS)
