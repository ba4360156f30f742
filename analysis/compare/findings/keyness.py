"""
The words that outlets over-use, beyond what chance explains among so many pairs.

In: the ``keyness`` table, and the outlets with enough articles to be tested. Out: a finding.
"""

from collections.abc import Collection

import pandas as pd
from scipy import stats

from analysis.core.finding import LEAST_ARTICLES, Finding, from_tables
from analysis.core.plurals import count_and_noun, noun_for

__all__ = ["beyond_chance", "comparable_outlets", "critical_z", "keyness_finding"]

_LEVEL = 0.05
_SEVERAL = 2  # outlets that an event needs, so that they can be compared


def critical_z(n_pairs: int) -> float:
    """
    Return the z above which chance explains no pair, among so many (Bonferroni).

    Parameters
    ----------
    n_pairs : int
        Pairs of outlet and term that are compared.

    Returns
    -------
    float
        At least 1.96.

    Examples
    --------
    >>> round(critical_z(1), 2), round(critical_z(10_000), 2)
    (1.96, 4.56)
    """
    return float(stats.norm.isf(_LEVEL / 2 / max(n_pairs, 1)))


def comparable_outlets(articles: pd.DataFrame) -> list[str]:
    """
    Return the outlets of which a word could stand out.

    Parameters
    ----------
    articles : DataFrame
        ``outlet`` and ``event_id`` of the articles that were compared. Not changed.

    Returns
    -------
    list of str
        Those with five or more articles on events that another outlet reports too, by name. In
        fewer articles no word can be told.
    """
    usable = articles.dropna(subset=["event_id", "outlet"])
    n_outlets = usable.groupby("event_id")["outlet"].transform("nunique")
    sizes = usable.loc[n_outlets.ge(_SEVERAL), "outlet"].value_counts()
    return sorted(map(str, sizes.index[sizes.ge(LEAST_ARTICLES)]))


def beyond_chance(terms: pd.DataFrame, comparable: Collection[str] | None = None) -> pd.DataFrame:
    """
    Return the terms that an outlet uses more than chance explains, in enough of its articles.

    Parameters
    ----------
    terms : DataFrame
        The ``keyness`` table. Not changed.
    comparable : collection of str, optional
        From ``comparable_outlets``; pairs of other outlets are not among those tested. All outlets
        by default.

    Returns
    -------
    DataFrame
        The highest z first.
    """
    tested = _tested(terms, comparable)
    is_clear = tested["z"].gt(critical_z(len(tested))) & tested["documents"].ge(LEAST_ARTICLES)
    return tested.loc[is_clear].sort_values(["z", "outlet", "term"], ascending=[False, True, True])


def _tested(terms: pd.DataFrame, comparable: Collection[str] | None) -> pd.DataFrame:
    if comparable is None:
        return terms
    return terms.loc[terms["outlet"].isin(list(comparable))]


@from_tables
def keyness_finding(
    terms: pd.DataFrame, min_documents: int, comparable: Collection[str] | None = None
) -> Finding:
    """
    Say which word an outlet over-uses most.

    Parameters
    ----------
    terms : DataFrame
        The ``keyness`` table, of all pairs of outlet and term that were compared. Not changed.
    min_documents : int
        Articles that must contain a word before it is compared.
    comparable : collection of str, optional
        From ``comparable_outlets``; all outlets by default.

    Returns
    -------
    Finding
        Kind "none" if no word stands out of chance, "untested" if no words were compared, or no
        outlet has enough articles.
    """
    if terms.empty:
        text = (
            "No words are compared: no two outlets share an event with a word in "
            f"{min_documents} or more articles."
        )
        return Finding(text, "untested")
    n_outlets = len(set(terms["outlet"]))
    tested = _tested(terms, comparable)
    n_tested = len(set(tested["outlet"]))
    if not n_tested:
        text = (
            f"No words are tested: none of {n_outlets} outlets has {LEAST_ARTICLES} articles on "
            "events that another outlet reports too."
        )
        return Finding(text, "untested")
    n_left_out = n_outlets - n_tested
    clear = beyond_chance(terms, comparable)
    pairs = f"{count_and_noun(len(tested), 'pair')} of outlet and word"
    if clear.empty:
        text = (
            f"No word stands out: among {pairs} of {_outlets(n_tested)} none is further from the "
            f"other outlets than chance explains, in {LEAST_ARTICLES} articles or more."
            f"{_left_out_words(n_left_out)}"
        )
        return Finding(text, "none", tested=True)
    row = clear.iloc[0]
    others = clear.groupby("outlet", sort=False).first()["term"].drop(row["outlet"])
    rest = "; ".join(f"{outlet}: “{term}”" for outlet, term in others.items())
    text = (
        f"{row['outlet']} writes “{row['term']}” {row['count']:.0f} times in "
        f"{row['documents']:.0f} articles, the others on the same events "
        f"{row['count_rest']:.0f} times in all; clearest elsewhere: {rest or 'none'} "
        f"({len(clear)} of {pairs} of {_outlets(n_tested)} are beyond chance)."
        f"{_left_out_words(n_left_out)}"
    )
    return Finding(
        text,
        "keyness",
        outlets=(str(row["outlet"]), *map(str, others.index)),
        value=float(row["log_odds"]),
        tested=True,
        n_articles=int(row["documents"]),
    )


def _outlets(count: int) -> str:
    return f"{count} {noun_for(count, 'outlet')}"


def _left_out_words(n_left_out: int) -> str:
    """Say of how many outlets nothing is known, because they have too few articles."""
    if not n_left_out:
        return ""
    have = "has" if n_left_out == 1 else "have"
    return f" Not tested: {_outlets(n_left_out)} that {have} fewer."
