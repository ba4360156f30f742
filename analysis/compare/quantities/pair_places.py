"""
Compare how two statements are coded and where they stand.

In: rows of statements, and pairs of them. Out: features by name, an array each.
"""

import numpy as np
import pandas as pd

__all__ = ["compare_coding", "compare_places"]

HEADLINE_SENTENCES = 3  # the last sentence, from 0, that reports what an article is about

_PLAIN_GROUPS = ("unspecified", "civilians")


def compare_coding(
    rows: pd.DataFrame, first: np.ndarray, second: np.ndarray
) -> dict[str, np.ndarray]:
    """
    Return in what the coding of each pair agrees.

    Parameters
    ----------
    rows : DataFrame
        Rows of ``Statements``.
    first, second : arrays of int
        Rows of each pair.

    Returns
    -------
    dict of str to array
        ``casualty`` (either is one), ``outcome_one`` (one only), ``group_differs`` (where one is a
        special group), ``scope_differs``, ``change_both``, ``qualifier_same``, ``unit_same``,
        ``year_one``, ``month_one``, ``month_both``, ``month_differs``, ``one_indefinite``,
        ``both_indefinite``, ``additional_one``, ``basis_both``, ``converted``.
    """
    codes = {
        name: pd.factorize(rows[name])[0]
        for name in ("outcome", "change", "scope", "qualifier", "year", "month")
    }
    one = {name: values[first] for name, values in codes.items()}
    other = {name: values[second] for name, values in codes.items()}
    has_one = {name: (one[name] >= 0) ^ (other[name] >= 0) for name in codes}
    has_both = {name: (one[name] >= 0) & (other[name] >= 0) for name in codes}
    equal = {name: one[name] == other[name] for name in codes}
    groups, names = pd.factorize(rows["group"].fillna(_PLAIN_GROUPS[0]))
    special = ~np.isin(np.asarray(names)[groups], _PLAIN_GROUPS)
    # "EUR 10bn" and "10bn euros" are in one unit
    printed = rows["unit_text"].str.casefold().str.rstrip("s")
    units, _ = pd.factorize(rows["money"].fillna(printed))
    single = rows["mention"].eq("indefinite").to_numpy()
    more = rows["is_additional"].to_numpy(bool)
    basis = rows["is_basis"].to_numpy(bool)
    same_sum = rows["same_sum"].to_numpy(int)
    either_special = special[first] | special[second]
    return {
        "casualty": (one["outcome"] >= 0) | (other["outcome"] >= 0),
        "outcome_one": has_one["outcome"],
        "group_differs": (groups[first] != groups[second]) & either_special,
        "scope_differs": has_both["scope"] & ~equal["scope"],
        "change_both": has_both["change"] & equal["change"],
        "qualifier_same": equal["qualifier"],
        "unit_same": (units[first] >= 0) & (units[first] == units[second]),
        "year_one": has_one["year"],
        "month_one": has_one["month"],
        "month_both": has_both["month"] & equal["month"],
        "month_differs": has_both["month"] & ~equal["month"],
        "one_indefinite": single[first] ^ single[second],
        "both_indefinite": single[first] & single[second],
        "additional_one": more[first] ^ more[second],
        "basis_both": basis[first] & basis[second],
        "converted": (same_sum[first] == second) | (same_sum[second] == first),
    }


def compare_places(
    rows: pd.DataFrame, first: np.ndarray, second: np.ndarray
) -> dict[str, np.ndarray]:
    """
    Return where the statements of each pair stand.

    Parameters
    ----------
    rows : DataFrame
        Rows of ``Statements``, in reading order.
    first, second : arrays of int
        Rows of each pair.

    Returns
    -------
    dict of str to array
        ``same_article``, ``same_sentence``, ``same_outlet`` (in two articles), ``title_both``,
        ``title_one``, ``days`` (apart, as a logarithm), ``position`` (distance of the sentences'
        numbers, as logarithms); of two statements of one kind, ``lead_both`` (both have the value
        that their article states first of this kind), ``headline_both`` (so in the first sentences
        of two articles) and ``only_ones`` (the only value of this kind in their articles);
        ``lead_one``.
    """
    article, _ = pd.factorize(rows["article_id"])
    outlet, _ = pd.factorize(rows["outlet"])
    sentence = rows["sentence_id"].to_numpy(int)
    title = rows["in_title"].to_numpy(bool)
    same_article = article[first] == article[second]
    days = pd.to_datetime(rows["published"]).to_numpy()
    apart = np.abs((days[first] - days[second]).astype("timedelta64[D]"))
    place = np.log1p(sentence)
    kinds = _kinds_in_article(rows)
    same_kind = kinds[first] == kinds[second]
    lead = _have_first_value(rows, kinds)
    headline = lead & (sentence <= HEADLINE_SENTENCES)
    alone = _have_only_value(rows, kinds)
    return {
        "same_article": same_article,
        "same_sentence": same_article & (sentence[first] == sentence[second]),
        "same_outlet": ~same_article & (outlet[first] >= 0) & (outlet[first] == outlet[second]),
        "title_both": title[first] & title[second],
        "title_one": title[first] ^ title[second],
        "days": np.log1p(np.where(np.isnat(apart), 0.0, apart.astype(float))),
        "position": np.abs(place[first] - place[second]),
        "lead_both": same_kind & lead[first] & lead[second],
        "lead_one": lead[first] ^ lead[second],
        "headline_both": same_kind & headline[first] & headline[second] & ~same_article,
        "only_ones": same_kind & alone[first] & alone[second],
    }


def _kinds_in_article(rows: pd.DataFrame) -> np.ndarray:
    """Return the kind of each statement: a casualty's coding, and otherwise what is counted."""
    harmed = rows["outcome"].notna()
    what = rows["outcome"].where(harmed, rows["noun"]).fillna("")
    coding = rows["group"].fillna("") + " " + rows["scope"].fillna("")
    kinds = rows["measured"] + " " + what + " " + coding + " " + rows["change"].fillna("")
    return pd.factorize(kinds)[0]


def _have_first_value(rows: pd.DataFrame, kinds: np.ndarray) -> np.ndarray:
    """Return which statements have the value that their article states first of their kind."""
    amounts = rows["amount"].astype(float).fillna(-1.0)
    first = amounts.groupby([rows["article_id"], kinds]).transform("first")
    return first.eq(amounts).to_numpy()


def _have_only_value(rows: pd.DataFrame, kinds: np.ndarray) -> np.ndarray:
    """Return which statements have the only value of their kind in their article."""
    amounts = rows["amount"].astype(float)
    n_values = amounts.groupby([rows["article_id"], kinds]).transform("nunique")
    return n_values.le(1).to_numpy()
