"""
The words that outlets over-use, beyond what chance explains among so many pairs.

In: the ``keyness`` table. Out: a finding.
"""

import pandas as pd
from scipy import stats

from analysis.core.finding import LEAST_ARTICLES, Finding, from_tables

__all__ = ["critical_z", "keyness_finding", "beyond_chance"]

_LEVEL = 0.05


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


def beyond_chance(terms: pd.DataFrame) -> pd.DataFrame:
    """
    Return the terms that an outlet uses more than chance explains, in enough of its articles.

    Parameters
    ----------
    terms : DataFrame
        The ``keyness`` table. Not changed.

    Returns
    -------
    DataFrame
        The highest z first.
    """
    is_clear = terms["z"].gt(critical_z(len(terms))) & terms["documents"].ge(LEAST_ARTICLES)
    return terms.loc[is_clear].sort_values(["z", "outlet", "term"], ascending=[False, True, True])


@from_tables
def keyness_finding(terms: pd.DataFrame, min_documents: int) -> Finding:
    """
    Say which word an outlet over-uses most.

    Parameters
    ----------
    terms : DataFrame
        The ``keyness`` table, of all pairs of outlet and term that were compared. Not changed.
    min_documents : int
        Articles that must contain a word before it is compared.

    Returns
    -------
    Finding
        Kind "none" if no word stands out of chance, "untested" if no words were compared.
    """
    if terms.empty:
        text = (
            "No words are compared: no two outlets share an event with a word in "
            f"{min_documents} or more articles."
        )
        return Finding(text, "untested")
    n_outlets = terms["outlet"].nunique()
    clear = beyond_chance(terms)
    pairs = f"{len(terms):,} pairs of outlet and word"
    if clear.empty:
        text = (
            f"No word stands out: among {pairs} none is further from the other outlets than "
            "chance explains, in five articles or more."
        )
        return Finding(text, "none", tested=True)
    row = clear.iloc[0]
    others = clear.groupby("outlet", sort=False).first()["term"].drop(row["outlet"])
    rest = "; ".join(f"{outlet}: “{term}”" for outlet, term in others.items())
    text = (
        f"{row['outlet']} writes “{row['term']}” {row['count']:.0f} times in "
        f"{row['documents']:.0f} articles, the others on the same events "
        f"{row['count_rest']:.0f} times in all; clearest elsewhere: {rest or 'none'} "
        f"({len(clear)} of {pairs} of {n_outlets} outlets are beyond chance)."
    )
    return Finding(
        text,
        "keyness",
        outlets=(str(row["outlet"]), *map(str, others.index)),
        value=float(row["log_odds"]),
        tested=True,
        n_articles=int(row["documents"]),
    )
