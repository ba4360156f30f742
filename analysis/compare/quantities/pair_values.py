"""
Compare the values of two statements: equal, within a bound, far apart, or vague.

In: rows of statements, and pairs of them. Out: features by name, an array each.
"""

from functools import lru_cache

import numpy as np
import pandas as pd

__all__ = ["compare_values", "rounds"]

NEARLY = 0.06  # relative difference of values that rounding may make
FARTHEST = 3.0  # logarithm of the ratio of two values; beyond, it says no more
LARGE = 6.0  # decimal logarithm of a value; beyond, size says no more
FAR_ABOVE_BOUND = 1.5  # "more than 100" does not round 150
_TELLING_DIGITS = 2  # 60 is near to much
GROWTH = 2.0  # by which a count of one thing may grow between two articles


def compare_values(
    rows: pd.DataFrame, first: np.ndarray, second: np.ndarray
) -> dict[str, np.ndarray]:
    """
    Return how the values of each pair differ.

    Parameters
    ----------
    rows : DataFrame
        Rows of ``Statements``.
    first, second : arrays of int
        Rows of each pair.

    Returns
    -------
    dict of str to array
        ``equal``, ``equal_size`` (of an equal value, decimal logarithm over 6: an equal large
        number is no chance), ``equal_digits`` (its significant digits over 4), ``within_bound``
        ("at least 100" and 109), ``unlike`` (further apart than rounding), ``distance`` (logarithm
        of the ratio), ``vague_both``, ``vague_misfits`` ("dozens" and 3), ``vague_same``,
        ``grows`` and ``shrinks`` (a count in a later article).
    """
    amount = rows["amount"].to_numpy(float)
    bound = rows["is_bound"].to_numpy(bool)
    known = ~np.isnan(amount[first]) & ~np.isnan(amount[second])
    one = np.where(known, amount[first], 1.0)
    other = np.where(known, amount[second], 1.0)
    larger = np.maximum(np.abs(one), np.abs(other))
    apart = np.abs(one - other) / np.maximum(larger, 1e-9)
    ratio = np.abs(np.log(np.maximum(np.abs(one), 1e-9) / np.maximum(np.abs(other), 1e-9)))
    equal = known & (apart < 1e-6)
    size = np.clip(np.log10(np.maximum(larger, 1.0)), 0, LARGE) / LARGE
    digits = np.array([_significant_digits(value) for value in rows["value"]])
    above_bound = (bound[first] & (one <= other)) | (bound[second] & (other <= one))
    found = {
        "equal": equal,
        "equal_size": equal * size,
        "equal_digits": equal * np.minimum(digits[first], digits[second]) / 4,
        "within_bound": known & ~equal & above_bound & (ratio < np.log(FAR_ABOVE_BOUND)),
        "unlike": known & (apart > NEARLY),
        "distance": np.where(known & ~equal, np.minimum(ratio, FARTHEST), 0.0),
    }
    found |= _compare_vague(rows, first, second)
    found |= _growth(rows, first, second, known & ~equal & (ratio < np.log(GROWTH)))
    return found


def rounds(rows: pd.DataFrame, first: np.ndarray, second: np.ndarray) -> np.ndarray:
    """
    Return whether one of two values may be the other with fewer digits.

    Parameters
    ----------
    rows : DataFrame
        Rows of ``Statements``.
    first, second : arrays of int
        Rows of each pair.

    Returns
    -------
    array of bool
        Of 62.4 and 62, which has at least two digits and is less than one of its last digit away;
        and of 62.4 and "more than 60", no more than 6 percent below. False of equal values.
    """
    value = np.abs(rows["amount"].to_numpy(float))
    digits = np.array([_significant_digits(one) for one in rows["value"]])
    with np.errstate(divide="ignore", invalid="ignore"):
        unit = 10.0 ** (np.floor(np.log10(value)) - digits + 1)
    apart = np.abs(value[first] - value[second])
    has_fewer = digits[first] != digits[second]
    fewer = np.fmin(digits[first], digits[second])
    is_near = apart < np.fmax(unit[first], unit[second])
    is_rounded = is_near & has_fewer & (fewer >= _TELLING_DIGITS)
    bound = rows["is_bound"].to_numpy(bool)
    above = bound[first] & (value[first] < value[second])
    above |= bound[second] & (value[second] < value[first])
    close = apart <= NEARLY * np.fmax(value[first], value[second])
    return (is_rounded | (above & close)) & (apart > 0)


@lru_cache(maxsize=10_000)  # asked of every statement of a story for each block of its pairs
def _significant_digits(value: float | None) -> int:
    """Return how many digits of a number are not zeros at its end, at most 4."""
    if value is None or np.isnan(value):
        return 0
    digits = f"{abs(value):.6e}".partition("e")[0].replace(".", "").rstrip("0")
    return min(len(digits), 4)


def _compare_vague(
    rows: pd.DataFrame, first: np.ndarray, second: np.ndarray
) -> dict[str, np.ndarray]:
    amount = rows["amount"].to_numpy(float)
    vague = np.isnan(amount)
    low = np.where(vague, rows["vague_low"].to_numpy(float), amount)
    high = np.where(vague, rows["vague_high"].to_numpy(float), amount)
    overlap = (low[first] <= high[second]) & (low[second] <= high[first])
    sized = ~np.isnan(low[first]) & ~np.isnan(low[second])
    words, _ = pd.factorize(rows["text"].str.casefold())
    both = vague[first] & vague[second]
    return {
        "vague": vague[first] | vague[second],
        "vague_both": both,
        "vague_misfits": sized & (vague[first] | vague[second]) & ~overlap,
        "vague_same": both & (words[first] == words[second]),
    }


def _growth(
    rows: pd.DataFrame, first: np.ndarray, second: np.ndarray, is_close: np.ndarray
) -> dict[str, np.ndarray]:
    """Return whether the later of two close counts is the larger or the smaller one."""
    days = pd.to_datetime(rows["published"]).to_numpy()
    amount = rows["amount"].to_numpy(float)
    later = (days[second] > days[first]) * 1 - (days[second] < days[first]) * 1
    risen = (amount[second] > amount[first]) * 1 - (amount[second] < amount[first]) * 1
    counts = is_close & rows["measured"].eq("count").to_numpy()[first]
    return {"grows": counts & (later * risen > 0), "shrinks": counts & (later * risen < 0)}
