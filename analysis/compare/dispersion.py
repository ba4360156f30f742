"""
Measure how far apart the figures of outlets are for one event and outcome, over time.

In: ``REPORTS`` (see ``analysis.compare.reports``). Out: ``DISPERSION``, one row per outlet, and
``DISPERSION_BY_EVENT``, one row per event and outcome; of articles, one per quantity. Subtotals,
backgrounds and other events are left out. If a text has several figures, its first one is used for
the order in time, because news leads with the event; lowest and highest are over all figures.

Outlets that share a source or an upstream text are listed, because many outlets with one source are
one witness. Which figure is correct is not considered.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import cast

import pandas as pd

from analysis.compare.defaults import label_of
from analysis.compare.origins import most_independent
from analysis.compare.reports import VAGUE_COUNTS, chain_numbers
from analysis.core.moments import in_order
from analysis.core.tables import DISPERSION, DISPERSION_BY_EVENT, make

__all__ = ["dispersion_by_event", "dispersion_by_outlet", "stated_range"]

_BY = ["event", "outcome", "scope", "place"]
_BY_QUANTITY = [*_BY, "quantity_id"]


def dispersion_by_outlet(
    reports: pd.DataFrame, vague_counts: Mapping[str, float] | None = None
) -> pd.DataFrame:
    """
    Summarise the figures of each outlet for each event and outcome.

    Parameters
    ----------
    reports : DataFrame
        The ``REPORTS`` table. Not changed. Percentages are left out, as are rows without an event,
        outlet or outcome.
    vague_counts : dict of str to number, optional
        Counts of vague words that the reports were made with, for the ``vague`` column. By default,
        ``reports.VAGUE_COUNTS``.

    Returns
    -------
    DataFrame
        The ``DISPERSION`` table, sorted by event, outcome, scope and place, with outlets in the
        order of their first figure, undated ones last. Figures of different scopes are never
        combined; figures of single sites are combined only for the same place.
    """
    vague = _vague_in_words(vague_counts)
    rows = []
    for identity, group in _groups(reports, _BY):
        median = _last_values(group).median()
        for outlet, own in group.groupby("outlet", sort=False):
            is_shared = group["chain"].isin(own["chain"].tolist()) & (group["outlet"] != outlet)
            shared_with = sorted(group.loc[is_shared, "outlet"].unique())
            row = {"outlet": outlet, "shared_with": "; ".join(shared_with) or None, "vague": vague}
            rows.append({**identity, **_summary(own, median), **row})
    return make(rows, DISPERSION)


def dispersion_by_event(
    reports: pd.DataFrame,
    vague_counts: Mapping[str, float] | None = None,
    stories: pd.DataFrame | None = None,
    quantities: pd.DataFrame | None = None,
    origins: Mapping[str, int] | None = None,
) -> pd.DataFrame:
    """
    Summarise how far apart all outlets are for each event and outcome.

    The lowest and the highest are printed numbers: what "dozens" counts as is neither of them,
    unless outlets print vague words only.

    Parameters
    ----------
    reports, vague_counts
        As ``dispersion_by_outlet``. Reports of articles are summarised for each quantity, so that
        the passengers rescued and the swimmers rescued by one ship are two rows.
    stories, quantities : DataFrame, optional
        The tables of those names, for labels. Not changed.
    origins : dict of str to int, optional
        The most independent origins of each quantity of articles, from ``origins_by_quantity``, as
        the pages of stories show them. By default, and for claims, outlets are counted that can
        each rest on a chain of their own.

    Returns
    -------
    DataFrame
        The ``DISPERSION_BY_EVENT`` table, by falling number of outlets.
    """
    vague = _vague_in_words(vague_counts)
    rows = []
    for identity, group in _groups(reports, _BY_QUANTITY):
        quantity = identity.pop("quantity_id")
        identity["story"] = _label(stories, "story_id", group["story_id"].iloc[0])
        identity["quantity"] = _label(quantities, "quantity_id", quantity)
        lowest, highest = _printed(group).agg(["min", "max"])
        ratio = None
        if lowest > 0:
            ratio = highest / lowest
        row = {
            "n_outlets": group["outlet"].nunique(),
            "n_independent": _n_independent(group, quantity, origins or {}),
            "n_figures": len(group),
            "lowest": lowest,
            "highest": highest,
            "median": _last_values(group).median(),
            "conservative": group["low"].min(),
            "ratio": ratio,
            "vague": vague,
        }
        rows.append({**identity, **row})
    table = pd.DataFrame(rows, columns=list(DISPERSION_BY_EVENT.columns))
    table = table.sort_values("n_outlets", ascending=False, kind="stable")
    return make(table, DISPERSION_BY_EVENT)


def stated_range(reports: pd.DataFrame) -> str:
    """
    Return the range of printed numbers in words.

    Vague words such as "dozens" are not numbers here, whatever they count as elsewhere.

    Parameters
    ----------
    reports : DataFrame
        As ``dispersion_by_outlet``, of one event and outcome. Not changed.

    Returns
    -------
    str
        "from 22 to 126" or "22"; "no number of" if there are no numbers.
    """
    used = _comparable(reports)
    stated = used.loc[used["qualifier"] != "vague", "value"].dropna()
    if stated.empty:
        return "no number of"
    low, high = stated.min(), stated.max()
    if low == high:
        return f"{low:,.0f}"
    return f"from {low:,.0f} to {high:,.0f}"


def _comparable(reports: pd.DataFrame) -> pd.DataFrame:
    """
    Return the reports that can be compared, in the order of their days.

    Adds ``chain``, and ``leads``: whether a figure is the first one of its document.
    """
    is_total = reports["unit"].isin(["people", "bodies"]) & reports["part_of"].isna()
    is_of_event = reports["extent"].isna() | reports["extent"].eq("event")
    used = reports.loc[is_total & is_of_event]
    used = used.dropna(subset=["event", "outlet", "outcome"]).copy()
    # the events of one story can share a quantity
    first = used.groupby("quantity_id")["event"].transform("first")
    used["event"] = used["event"].mask(used["quantity_id"].notna(), first)
    used["chain"] = chain_numbers(used)
    # places are compared for single sites only: elsewhere, coders word one place in several ways
    used["place"] = used["place"].where(used["scope"] == "single_site")
    used["scope"] = used["scope"].astype(object)
    valued = used.loc[used["value"].notna()]
    leading = valued.drop_duplicates([*_BY_QUANTITY, "document"])
    used["leads"] = used.index.isin(leading.index)
    return in_order(used)


def _groups(
    reports: pd.DataFrame, columns: Sequence[str]
) -> Iterator[tuple[dict[str, object], pd.DataFrame]]:
    """Iterate over the reports that can be compared with each other, and what they are about."""
    for key, group in _comparable(reports).groupby(list(columns), dropna=False, sort=True):
        yield dict(zip(columns, cast(tuple, key), strict=True)), group


def _label(table: pd.DataFrame | None, key: str, value: object) -> str | None:
    """Return the label of a story or a quantity; None if it is not known."""
    if table is None or value not in set(table[key]):
        return None
    return label_of(str(value), table)


def _last_values(group: pd.DataFrame) -> pd.Series:
    """Return the last number of each outlet; a vague word is none, as for the range."""
    leading = group.loc[group["leads"] & group["qualifier"].ne("vague")]
    return leading.groupby("outlet")["value"].last()


def _summary(own: pd.DataFrame, median: float) -> dict[str, object]:
    """Return the columns of ``DISPERSION`` that summarise the figures of one outlet."""
    leading = own.loc[own["leads"], "value"].tolist()
    first, last, ratio = None, None, None
    if leading:
        first, last = leading[0], leading[-1]
        if median:
            ratio = last / median
    return {
        "n_figures": len(own),
        "first_published": own["published"].min(),
        "last_published": own["published"].max(),
        "first": first,
        "last": last,
        "lowest": _printed(own).min(),
        "highest": _printed(own).max(),
        "conservative": own["low"].min(),
        "ratio": ratio,
        "sources": "; ".join(dict.fromkeys(own["source"].dropna())) or None,
    }


def _printed(figures: pd.DataFrame) -> pd.Series:
    """Return the values of printed numbers; of vague words only where no number is printed."""
    stated = figures.loc[figures["qualifier"].ne("vague"), "value"].dropna()
    if stated.empty:
        return pd.Series(figures["value"])
    return pd.Series(stated)


def _vague_in_words(vague_counts: Mapping[str, float] | None) -> str:
    """Return what vague words are counted as, for the ``vague`` column."""
    if vague_counts is None:
        vague_counts = VAGUE_COUNTS
    if not vague_counts:
        return "not counted"
    return ", ".join(f"{word} {count:g}" for word, count in vague_counts.items())


def _n_independent(group: pd.DataFrame, quantity: object, origins: Mapping[str, int]) -> int:
    """Return the most independent origins; never more than the outlets of the group."""
    if isinstance(quantity, str) and quantity in origins:
        return min(origins[quantity], len(set(group["outlet"].dropna())))
    return _count_independent(group)


def _count_independent(group: pd.DataFrame) -> int:
    """Return how many outlets can each rest on a chain of their own."""
    # a headline without a source repeats what its text has from one
    has_source = group["source"].notna()
    names_one = has_source.groupby(group["outlet"]).transform("any")
    told = group.loc[has_source | ~names_one]
    return most_independent(zip(told["outlet"], told["chain"], strict=True))
