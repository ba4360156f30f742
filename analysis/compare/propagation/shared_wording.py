"""
Find the wording that articles share with a statement.

In: ``articles`` and the ``article_id`` of one of them. Out: ``WORDING``, one row an article that shares any of it.
Runs of words are compared as printed, case and marks aside; a translation or a paraphrase is not seen.
Near-copies are told by MinHash [1]_ over the same word runs.

.. [1] Broder, A. (1997). On the resemblance and containment of documents. Compression and Complexity of Sequences.
"""

import re

from analysis.core.errors import InputError, ParameterError, unknown_value_message
from analysis.core.tables import WORDING, make

_WORD = re.compile(r"\w+")
_PERMUTATIONS = 128


def shared_wording(articles, statement, n=5, near_copy=0.5):
    """
    List the articles that share runs of words with a statement.

    Parameters
    ----------
    articles : DataFrame
        The ``articles`` table. Not changed.
    statement : str
        ``article_id`` of the statement.
    n : int
        Words in a run, from 2. Shorter finds more, and more by chance.
    near_copy : float
        Resemblance, 0 to 1, from which an article is called a near-copy.

    Returns
    -------
    DataFrame, the ``WORDING`` table
        Largest share of the statement first; no rows where nothing is shared. Articles without text are not there.

    Raises
    ------
    InputError
        If the statement is not among the articles.
    ParameterError
        If ``n`` or ``near_copy`` is out of range.
    """
    if n < 2 or not 0 < near_copy <= 1:  # noqa: PLR2004
        raise ParameterError(
            f"n={n}, near_copy={near_copy} cannot be used; allowed: n from 2, near_copy above 0 to 1."
        )
    found = articles[articles["article_id"] == statement]
    if found.empty:
        raise InputError(
            unknown_value_message(
                "article", statement, articles["article_id"], "The articles table has the ids."
            )
        )
    ours = _Runs(found["text"].iloc[0], n)
    others = articles[articles["article_id"] != statement].dropna(subset="text")
    rows = [_shared(ours, _Runs(a.text, n), a, near_copy) for a in others.itertuples()]
    table = make([r for r in rows if r], WORDING)
    return table.sort_values(
        ["share_of_statement", "article_id"], ascending=[False, True]
    ).reset_index(drop=True)


class _Runs:
    """A text's words with their places, and its runs of n words."""

    def __init__(self, text, n):
        self.text, self.n = text, n
        self.spans = [m.span() for m in _WORD.finditer(text)]
        self.words = [text[s:e].lower() for s, e in self.spans]
        self.at = {}
        for i in range(len(self.words) - n + 1):
            self.at.setdefault(tuple(self.words[i : i + n]), []).append(i)

    def minhash(self):
        from datasketch import MinHash

        sketch = MinHash(num_perm=_PERMUTATIONS)
        sketch.update_batch([" ".join(run).encode() for run in self.at])
        return sketch


def _shared(ours, theirs, article, near_copy):
    both = ours.at.keys() & theirs.at.keys()
    if not both:
        return None
    resemblance = ours.minhash().jaccard(theirs.minhash())
    words, i, j = _longest(ours, theirs, both)
    start, end = theirs.spans[j][0], theirs.spans[j + words - 1][1]
    return {
        "article_id": article.article_id,
        "outlet": article.outlet,
        "published": article.published,
        "share_of_statement": len(both) / len(ours.at),
        "share_of_article": len(both) / len(theirs.at),
        "resemblance": resemblance,
        "near_copy": resemblance >= near_copy,
        "longest": words,
        "start": start,
        "end": end,
        "passage": theirs.text[start:end],
        "statement_start": ours.spans[i][0],
        "statement_end": ours.spans[i + words - 1][1],
    }


def _longest(ours, theirs, both):
    """Longest common passage: runs that follow each other in both texts belong to one."""
    length, best = {}, (0, 0, 0)
    starts = sorted((i, j) for run in both for i in ours.at[run] for j in theirs.at[run])
    for i, j in starts:
        length[i, j] = words = length.get((i - 1, j - 1), ours.n - 1) + 1
        best = max(best, (words, -(i - words + ours.n), -(j - words + ours.n)))
    return best[0], -best[1], -best[2]
