"""
Compare pairs of statements: what the probability that they are one quantity depends on.

In: statements of one story, and pairs of rows. Out: an array with a column for each of
``FEATURES``. Values between 0 and 1, apart from the logarithms.
"""

import numpy as np
import pandas as pd
from scipy import sparse

from analysis.compare.quantities.statements import FIELDS, Statements

__all__ = ["FEATURES", "pair_features"]

NEARLY = 0.06  # relative difference of values that rounding may make
FARTHEST = 3.0  # logarithm of the ratio of two values; beyond, it says no more
LARGE = 6.0  # decimal logarithm of a value, beyond which size says no more

_KINDS = ("casualty", "count", "money", "share", "measure")
_PLAIN = (
    "equal",
    "equal_size",
    "equal_digits",
    "nearly",
    "within_bound",
    "unlike",
    "distance",
    "vague_one",
    "vague_both",
    "vague_fits",
    "vague_misfits",
    "vague_same",
    *FIELDS,
    "counted_elsewhere",
    "whose_elsewhere",
    "names_near_apart",
    "additional_one",
    "additional_both",
    "same_article_equal",
    "same_article_nearly",
    "same_sentence_equal",
    "lead_both",
    "lead_one",
    "lead_both_unlike",
    "lead_noun_both",
    "counted_one",
    "counted_none",
    "noun_same",
    "noun_differs",
    "whose_apart",
    "whose_one",
    "names_apart",
    "same_text",
    "outcome_one",
    "outcome_differs",
    "group_differs",
    "group_special",
    "scope_differs",
    "scope_background",
    "change_one",
    "change_both",
    "year_both",
    "year_one",
    "qualifier_same",
    "unit_same",
    "one_indefinite",
    "both_indefinite",
    "title_both",
    "title_one",
    "same_article",
    "same_article_unlike",
    "same_sentence",
    "same_outlet",
    "days",
    "position",
    "converted",
    "only_ones",
)
_CROSSED = ("equal", "unlike", "counted", "near", "sentence", "distance")
FEATURES = (
    *_PLAIN,
    *_KINDS[1:],
    *(f"{kind}_{name}" for kind in _KINDS[1:] for name in _CROSSED),
    "equal_counted",
    "equal_near",
    "equal_sentence",
    "unlike_counted",
    "unlike_near",
    "unlike_sentence",
    "unlike_names",
    "casualty_lead_both",
    "casualty_lead_unlike",
    "vague_counted",
    "vague_noun_differs",
    "equal_noun_differs",
    "small_equal_noun_differs",
    "unlike_indefinite",
    "casualty_equal_digits",
    "grows",
    "shrinks",
    "basis_one",
    "basis_both",
    "month_differs",
    "month_both",
    "month_one",
)


def pair_features(statements: Statements, first: np.ndarray, second: np.ndarray) -> np.ndarray:
    """
    Return what the probability of each pair depends on.

    Parameters
    ----------
    statements : Statements
    first, second : arrays of int
        Rows of each pair; their order within a pair changes nothing.

    Returns
    -------
    array, shape (n_pairs, n_features)
        In the order of ``FEATURES``.
    """
    rows = statements.rows
    found: dict[str, np.ndarray] = {}
    _compare_values(rows, first, second, found)
    _compare_words(statements, first, second, found)
    _compare_coding(rows, first, second, found)
    _compare_places(rows, first, second, found)
    _add_kinds(rows, first, second, found)
    for name in ("counted", "near", "sentence"):
        found[f"equal_{name}"] = found["equal"] * found[name]
        found[f"unlike_{name}"] = found["unlike"] * found[name]
    found["unlike_names"] = found["unlike"] * found["names"]
    for name in ("unlike", "equal", "nearly"):
        found[f"same_article_{name}"] = found["same_article"] * found[name]
    vague = found["vague_one"] | found["vague_both"]
    found["vague_counted"] = vague * found["counted"]
    found["vague_noun_differs"] = vague * found["noun_differs"]
    found["equal_noun_differs"] = found["equal"] * found["noun_differs"]
    found["small_equal_noun_differs"] = found["equal_noun_differs"] * (found["equal_size"] < 0.17)
    found["unlike_indefinite"] = found["unlike"] * found["one_indefinite"]
    found["casualty_equal_digits"] = found["equal_digits"] * casualty(rows, first)
    found["same_sentence_equal"] = found["same_sentence"] * found["equal"]
    found["lead_both_unlike"] = found["lead_both"] * found["unlike"]
    found["casualty_lead_both"] = (
        found["lead_both"] * (found["outcome_one"] == 0) * casualty(rows, first)
    )
    found["casualty_lead_unlike"] = found["casualty_lead_both"] * found["unlike"]
    return np.stack([found[name].astype(float) for name in FEATURES], axis=1)


def _compare_values(
    rows: pd.DataFrame, first: np.ndarray, second: np.ndarray, found: dict[str, np.ndarray]
) -> None:
    amount = rows["amount"].to_numpy(float)
    bound = rows["is_bound"].to_numpy(bool)
    one, other = amount[first], amount[second]
    known = ~np.isnan(one) & ~np.isnan(other)
    one, other = np.where(known, one, 1.0), np.where(known, other, 1.0)
    larger = np.maximum(np.abs(one), np.abs(other))
    apart = np.abs(one - other) / np.maximum(larger, 1e-9)
    equal = known & (apart < 1e-6)
    nearly = known & ~equal & (apart <= NEARLY)
    ratio = np.abs(np.log(np.maximum(np.abs(one), 1e-9) / np.maximum(np.abs(other), 1e-9)))
    size = np.clip(np.log10(np.maximum(larger, 1.0)), 0, LARGE)
    digits = np.array([_significant_digits(value) for value in rows["value"]])
    is_lower_bound = (bound[first] & (one <= other)) | (bound[second] & (other <= one))
    found["equal"] = equal
    found["equal_size"] = equal * size / LARGE
    found["equal_digits"] = equal * np.minimum(digits[first], digits[second]) / 4
    found["nearly"] = nearly
    found["within_bound"] = known & ~equal & is_lower_bound & (ratio < np.log(1.5))
    found["unlike"] = known & ~equal & ~nearly
    found["distance"] = np.where(known & ~equal, np.minimum(ratio, FARTHEST), 0.0)
    vague = np.isnan(amount)
    found["vague_one"] = vague[first] ^ vague[second]
    found["vague_both"] = vague[first] & vague[second]
    low, high = rows["vague_low"].to_numpy(float), rows["vague_high"].to_numpy(float)
    low, high = np.where(vague, low, amount), np.where(vague, high, amount)
    overlap = (low[first] <= high[second]) & (low[second] <= high[first])
    sized = ~np.isnan(low[first]) & ~np.isnan(low[second]) & (vague[first] | vague[second])
    found["vague_fits"] = sized & overlap
    found["vague_misfits"] = sized & ~overlap
    words, _ = pd.factorize(rows["text"].str.casefold())
    found["vague_same"] = found["vague_both"] & (words[first] == words[second])


def _significant_digits(value: float | None) -> int:
    """Return how many digits of a number are not zeros at its end, at most 4."""
    if value is None:
        return 0
    digits = f"{abs(value):.6e}".partition("e")[0].replace(".", "").rstrip("0")
    return min(len(digits), 4)


def _compare_words(
    statements: Statements, first: np.ndarray, second: np.ndarray, found: dict[str, np.ndarray]
) -> None:
    for field in FIELDS:
        found[field] = _cosine(statements.words[field], first, second)
    has = {
        field: np.diff(statements.words[field].indptr) > 0
        for field in ("counted", "whose", "names", "names_near")
    }
    found["counted_one"] = has["counted"][first] ^ has["counted"][second]
    found["counted_none"] = ~has["counted"][first] & ~has["counted"][second]
    found["whose_apart"] = has["whose"][first] & has["whose"][second] & (found["whose"] == 0)
    found["whose_one"] = has["whose"][first] ^ has["whose"][second]
    found["counted_elsewhere"] = _elsewhere(statements, "counted", "sentence", first, second)
    found["whose_elsewhere"] = _elsewhere(statements, "whose", "around", first, second)
    found["names_near_apart"] = (
        has["names_near"][first] & has["names_near"][second] & (found["names_near"] == 0)
    )
    found["names_apart"] = has["names"][first] & has["names"][second] & (found["names"] == 0)
    nouns, _ = pd.factorize(statements.rows["noun"])
    found["noun_same"] = (nouns[first] >= 0) & (nouns[first] == nouns[second])
    found["noun_differs"] = (nouns[first] >= 0) & (nouns[second] >= 0) & ~found["noun_same"]
    texts, _ = pd.factorize(statements.rows["sentence_text"].str.casefold().str.strip())
    found["same_text"] = texts[first] == texts[second]


def _cosine(matrix: sparse.csr_matrix, first: np.ndarray, second: np.ndarray) -> np.ndarray:
    if not len(first):
        return np.zeros(0)
    product = matrix[first].multiply(matrix[second]).sum(axis=1)
    return np.clip(np.asarray(product).ravel(), 0.0, 1.0)


def _elsewhere(
    statements: Statements, field: str, other_field: str, first: np.ndarray, second: np.ndarray
) -> np.ndarray:
    """Return how far the words of a field stand in the surroundings of the other statement."""
    if not len(first):
        return np.zeros(0)
    words, others = statements.words[field], statements.words[other_field]
    present = others.copy()
    present.data[:] = 1.0
    squared = words.multiply(words).tocsr()  # shares of the words, which sum to 1
    one = np.asarray(squared[first].multiply(present[second]).sum(axis=1)).ravel()
    other = np.asarray(squared[second].multiply(present[first]).sum(axis=1)).ravel()
    return np.maximum(one, other)


def casualty(rows, first):
    return rows["outcome"].notna().to_numpy()[first]


def _compare_coding(
    rows: pd.DataFrame, first: np.ndarray, second: np.ndarray, found: dict[str, np.ndarray]
) -> None:
    for name in ("outcome", "change", "year"):
        codes, _ = pd.factorize(rows[name])
        one, other = codes[first], codes[second]
        found[f"{name}_one"] = (one >= 0) ^ (other >= 0)
        if name == "outcome":
            found["outcome_differs"] = (one >= 0) & (other >= 0) & (one != other)
        else:
            found[f"{name}_both"] = (one >= 0) & (one == other)
    groups, _ = pd.factorize(rows["group"].fillna("unspecified"))
    special = ~rows["group"].fillna("unspecified").isin(["unspecified", "civilians"]).to_numpy()
    found["group_differs"] = (groups[first] != groups[second]) & (special[first] | special[second])
    found["group_special"] = (groups[first] == groups[second]) & special[first]
    scopes, _ = pd.factorize(rows["scope"])
    found["scope_differs"] = (
        (scopes[first] >= 0) & (scopes[second] >= 0) & (scopes[first] != scopes[second])
    )
    background = rows["scope"].isin(["background", "other_event"]).to_numpy()
    found["scope_background"] = background[first] & background[second]
    qualifiers, _ = pd.factorize(rows["qualifier"])
    found["qualifier_same"] = qualifiers[first] == qualifiers[second]
    units, _ = pd.factorize(rows["unit_text"].str.casefold().str.rstrip("s"))
    found["unit_same"] = (units[first] >= 0) & (units[first] == units[second])
    single = rows["mention"].eq("indefinite").to_numpy()
    found["one_indefinite"] = single[first] ^ single[second]
    found["both_indefinite"] = single[first] & single[second]
    same_sum = rows["same_sum"].to_numpy(int)
    found["converted"] = (same_sum[first] == second) | (same_sum[second] == first)


def _compare_places(
    rows: pd.DataFrame, first: np.ndarray, second: np.ndarray, found: dict[str, np.ndarray]
) -> None:
    article, _ = pd.factorize(rows["article_id"])
    outlet, _ = pd.factorize(rows["outlet"])
    sentence = rows["sentence_id"].to_numpy(int)
    title = rows["in_title"].to_numpy(bool)
    found["title_both"] = title[first] & title[second]
    found["title_one"] = title[first] ^ title[second]
    found["same_article"] = article[first] == article[second]
    found["same_sentence"] = found["same_article"] & (sentence[first] == sentence[second])
    same_outlet = (outlet[first] >= 0) & (outlet[first] == outlet[second])
    found["same_outlet"] = same_outlet & ~found["same_article"]
    days = pd.to_datetime(rows["published"]).to_numpy()
    apart = np.abs((days[first] - days[second]).astype("timedelta64[D]"))
    apart = np.where(np.isnat(apart), 0.0, apart.astype(float))
    found["days"] = np.log1p(apart)
    amount = rows["amount"].to_numpy(float)
    count = (rows["measured"].eq("count")).to_numpy()[first] & ~found["same_article"]
    later = (days[second] > days[first]) * 1 - (days[second] < days[first]) * 1
    risen = (amount[second] > amount[first]) * 1 - (amount[second] < amount[first]) * 1
    close = count & (found["distance"] < np.log(2))
    found["grows"] = close & (later * risen > 0)
    found["shrinks"] = close & (later * risen < 0)
    basis = rows["is_basis"].to_numpy(bool)
    found["basis_one"] = basis[first] ^ basis[second]
    found["basis_both"] = basis[first] & basis[second]
    months, _ = pd.factorize(rows["month"])
    one, other = months[first], months[second]
    found["month_differs"] = (one >= 0) & (other >= 0) & (one != other)
    found["month_both"] = (one >= 0) & (one == other)
    found["month_one"] = (one >= 0) ^ (other >= 0)
    place = np.log1p(sentence)
    found["position"] = np.abs(place[first] - place[second])
    more = rows["is_additional"].to_numpy(bool)
    found["additional_one"] = more[first] ^ more[second]
    found["additional_both"] = more[first] & more[second]
    lead = _is_first(rows, ["article_id", "measured", "outcome", "group", "scope", "change"])
    found["lead_both"] = lead[first] & lead[second]
    found["lead_one"] = lead[first] ^ lead[second]
    lead = _is_first(rows, ["article_id", "measured", "noun"])
    nouns, _ = pd.factorize(rows["noun"])
    found["lead_noun_both"] = (
        lead[first] & lead[second] & (nouns[first] == nouns[second]) & (nouns[first] >= 0)
    )
    found["only_ones"] = _only_ones(rows, article)[first] & _only_ones(rows, article)[second]


def _is_first(rows: pd.DataFrame, columns: list[str]) -> np.ndarray:
    """Return which statements have the value that their article states first of their kind."""
    kinds = rows[columns].fillna("")
    amounts = rows["amount"].astype(float).fillna(-1.0)
    first = amounts.groupby([kinds[name] for name in columns]).transform("first")
    return (first == amounts).to_numpy()


def _only_ones(rows: pd.DataFrame, article: np.ndarray) -> np.ndarray:
    """Return which statements are the only ones of their kind and value in their article."""
    kinds = rows["measured"] + " " + rows["outcome"].fillna("")
    amounts = rows["amount"].groupby([article, kinds]).transform("nunique")
    return amounts.to_numpy() <= 1


def _add_kinds(
    rows: pd.DataFrame, first: np.ndarray, second: np.ndarray, found: dict[str, np.ndarray]
) -> None:
    """Add the kind of each pair, and let some features weigh differently by kind."""
    measured = rows["measured"].to_numpy()[first]
    harmed = rows["outcome"].notna().to_numpy()
    casualty = harmed[first] | harmed[second]
    is_kind = {
        "count": (measured == "count") & ~casualty,
        "money": measured == "money",
        "share": np.isin(measured, ["percent", "points"]),
    }
    is_kind["measure"] = ~(casualty | np.logical_or.reduce(list(is_kind.values())))
    for kind, mask in is_kind.items():
        found[kind] = mask
        for name in _CROSSED:
            found[f"{kind}_{name}"] = mask * found[name]
