"""
How many figures of a corpus are right, estimated from those that people checked.

In: a run with corrections. Out: shares with intervals that know how the checked figures were drawn:
those that somebody chose stand for themselves, those drawn at random for all the others.
"""

from collections.abc import Mapping

import numpy as np
import pandas as pd

from analysis.compare.interval_formulas import share_interval
from analysis.compare.ratio_variance import estimate_ratio
from analysis.core.figure_kinds import counted_figures
from analysis.core.finding import LEAST_ARTICLES, LEAST_MENTIONS
from analysis.core.plurals import count_and_noun
from analysis.core.run_tables import RunTables
from analysis.corrections.places import parse_place

__all__ = ["checked_accuracy", "checked_accuracy_sentence"]

_VALUES = {
    "is a figure": (),
    "number": ("low", "high", "qualifier", "unit", "unit_text", "currency"),
    "outcome": ("outcome", "group"),
    "source": ("source",),
    "agent": ("agent", "agent_party"),
}
_ALL = "every value"
_LEVEL = 0.95
_COLUMNS = ("measure", "share", "low", "high", "n_checked", "n_random", "n_articles", "n_figures")


def checked_accuracy(run: RunTables) -> pd.DataFrame:
    """
    Estimate how many of the extracted figures are right.

    Parameters
    ----------
    run : RunTables
        With corrections. A figure is right in a value that nobody changed; one that was removed is
        right in none.

    Returns
    -------
    DataFrame
        A row for each of ``every value``, ``is a figure`` (it was not removed), ``number``,
        ``outcome``, ``source`` and ``agent``: ``share`` (0 to 1), ``low`` and ``high`` (95%),
        ``n_checked``, ``n_random`` (those of them that the queue drew at random), ``n_articles``
        (of these) and ``n_figures`` that the share is about. Empty if no figure was checked.
        Without random figures the share is about the checked ones alone, and has no interval; so it
        is for fewer than 10 random figures or 5 articles of them.

    Notes
    -----
    The checked figures stand for themselves, the random ones among them for the figures that nobody
    checked: a stratified estimate [1]_. The interval is Wilson's, over articles, and only for the
    figures that nobody checked. Figures that a queue lists as deciding or doubtful and that are
    still open are in neither part, since none of them is drawn at random. If several queues were
    drawn one after another, all random figures count alike, although the later ones were drawn from
    fewer.

    References
    ----------
    .. [1] Cochran, W. G. (1977). Sampling Techniques, 3rd ed., chapter 5.
    """
    units = _units(run)
    if units.empty:
        return pd.DataFrame(columns=list(_COLUMNS))
    n_unchecked = _n_unchecked(run)
    rows = []
    for measure in (_ALL, *_VALUES):
        right = _is_right(units, measure)
        rows.append({"measure": measure, **_estimate(units, right, n_unchecked)})
    return pd.DataFrame(rows, columns=list(_COLUMNS))


def checked_accuracy_sentence(run: RunTables) -> str:
    """
    Say how many of 100 figures of a corpus are right by what people checked.

    Parameters
    ----------
    run : RunTables

    Returns
    -------
    str
        Empty if no figure was checked. Without a random sample it speaks of the checked ones alone.
    """
    table = checked_accuracy(run)
    if table.empty:
        return ""
    row = table.iloc[0]
    n_checked = count_and_noun(row["n_checked"], "figure")
    if pd.isna(row["low"]):
        return (
            f"{round(row['share'] * row['n_checked']):,} of {n_checked} that people checked were "
            "right in every value; too few were drawn at random to say it of the others."
        )
    return (
        f"About {100 * row['share']:.0f} of 100 figures of these articles are right in every value "
        f"({100 * row['low']:.0f} to {100 * row['high']:.0f} with 95% certainty), by {n_checked} "
        f"that people checked, {row['n_random']:,} of them drawn at random."
    )


def _units(run: RunTables) -> pd.DataFrame:
    """Return a row for each extracted figure that was checked, with what was changed in it."""
    corrections = run.corrections
    applied = corrections.loc[
        corrections["table"].eq("figures")
        & corrections["status"].eq("applied")
        & corrections["column"].ne("missing")
    ]
    if applied.empty:
        return pd.DataFrame()
    ids = set(run.articles["article_id"])
    # a correction that sets a value which was there already changes nothing
    judged_right = run.figures.loc[run.figures["checked"].eq("right")]
    unchanged = set(zip(judged_right["article_id"], judged_right["start"], strict=True))
    found: dict[tuple[str, int, int], dict] = {}
    for row in applied.to_dict("records"):
        place = parse_place(row["key"])
        if place is None or place.article_id not in ids:
            continue
        unit = found.setdefault(
            (place.article_id, place.start, place.end),
            {"article_id": place.article_id, "changed": set(), "removed": False, "random": False},
        )
        unit["random"] |= row["drawn"] == "random"
        unit["removed"] |= _says_wrong(row)
        if (place.article_id, place.start) not in unchanged:
            unit["changed"] |= _changed(row)
    return pd.DataFrame(found.values())


def _says_wrong(row: Mapping[str, str | None]) -> bool:
    if row["column"] == "checked":
        return str(row["new"]).lower() == "wrong"
    return row["column"] == "wrong"


def _changed(row: Mapping[str, str | None]) -> set[str]:
    """Return the columns that a correction changes."""
    new = row["new"] or ""
    if row["column"] == "checked":
        return {cell.partition("=")[0].strip() for cell in new.split(";") if "=" in cell}
    return set() if row["column"] == "wrong" else {str(row["column"])}


def _is_right(units: pd.DataFrame, measure: str) -> pd.Series:
    columns = None if measure == _ALL else {*_VALUES[measure]}
    right = [
        not removed and not (changed if columns is None else changed & columns)
        for removed, changed in zip(units["removed"], units["changed"], strict=True)
    ]
    return pd.Series(right, index=units.index, dtype=bool)


def _n_unchecked(run: RunTables) -> int:
    """Return how many figures nobody checked, without chosen ones that are still open."""
    figures = counted_figures(run.figures)
    corrections = run.corrections
    is_open = corrections["table"].eq("figures") & corrections["status"].eq("open")
    is_open &= corrections["drawn"].isin(["deciding", "doubtful"])
    n_open = corrections.loc[is_open, "key"].nunique()
    n_waiting = int(figures["checked"].isna().to_numpy().sum())
    return max(0, n_waiting - n_open)


def _estimate(units: pd.DataFrame, right: pd.Series, n_unchecked: int) -> dict[str, object]:
    random = units.loc[units["random"]]
    n_articles = random["article_id"].nunique()
    facts = {
        "n_checked": len(units),
        "n_random": len(random),
        "n_articles": n_articles,
        "n_figures": len(units),
        "low": np.nan,
        "high": np.nan,
    }
    n_right = int(right.to_numpy().sum())
    if len(random) < LEAST_MENTIONS or n_articles < LEAST_ARTICLES:
        return {**facts, "share": n_right / len(units)}
    by_article = right.loc[random.index].groupby(random["article_id"]).agg(["sum", "size"])
    estimate = estimate_ratio(
        by_article["sum"].to_numpy(dtype=float), by_article["size"].to_numpy(dtype=float)
    )
    total = len(units) + n_unchecked
    low, high = share_interval(estimate, len(random), _LEVEL)
    share, low, high = (
        (n_right + n_unchecked * part) / total for part in (estimate.ratio, low, high)
    )
    return {**facts, "n_figures": total, "share": share, "low": low, "high": high}
