"""
How far apart the figures of outlets lie for one event and outcome, over time.

In: ``REPORTS`` (see ``reported``). Out: ``DISPERSION``, one row an outlet, and ``DISPERSION_BY_EVENT``, one row an event
and outcome. Parts of a total are left out. Where a text has several figures, its first stands for it in time, because
news leads with the event; lowest and highest are over all.
Outlets that share a source or an upstream text are named, because many outlets on one source are one witness.
Nothing says which figure is right.
"""

import pandas as pd

from analysis.compare.reports import VAGUE, chains
from analysis.core.tables import DISPERSION, DISPERSION_BY_EVENT, make

_BY = ["event", "outcome", "scope", "place"]


def dispersion(reports, vague=None):
    """
    Sum up each outlet's figures for each event and outcome.

    Parameters
    ----------
    reports : DataFrame
        The ``REPORTS`` table. Not changed. Rows without event, outlet or outcome cannot be compared and are left out;
        so are percentages.
    vague : dict, optional
        What the reports were made with, to be shown; default ``reported.VAGUE``.

    Returns
    -------
    DataFrame, the ``DISPERSION`` table
        By event, outcome, scope and place, outlets in the order of their first figure, undated ones last. Figures
        of different scopes are never put together; figures of single sites only of the same place.
    """
    used, shown = _comparable(reports), _shown(vague)
    rows = []
    for key, group in used.groupby(_BY, dropna=False, sort=True):
        lasts = group[group["lead"]].groupby("outlet")["value"].last()
        for outlet, own in group.groupby("outlet", sort=False):
            others = group[group["chain"].isin(own["chain"]) & (group["outlet"] != outlet)][
                "outlet"
            ].unique()
            rows.append(
                dict(zip(_BY, key, strict=True))
                | _outlet(own, lasts)
                | {
                    "outlet": outlet,
                    "shared_with": "; ".join(sorted(others)) or None,
                    "vague": shown,
                }
            )
    return make(rows, DISPERSION)


def _comparable(reports):
    used = reports[reports["unit"].isin(["people", "bodies"]) & reports["part_of"].isna()]
    used = used.dropna(subset=["event", "outlet", "outcome"]).copy()
    used["chain"], used["lead"] = chains(used), used["value"].notna()
    # a place tells figures apart only where each is of one site; elsewhere coders' wordings of one place differ
    used["place"] = used["place"].where(used["scope"] == "single_site")
    used["scope"] = used["scope"].astype(object)
    used["lead"] &= ~used[used["lead"]].duplicated([*_BY, "document"]).reindex(
        used.index, fill_value=True
    )
    return used.sort_values("published", kind="stable", na_position="last")


def _shown(vague):
    return (
        ", ".join(f"{w} {v:g}" for w, v in (VAGUE if vague is None else vague).items())
        or "not counted"
    )


def _outlet(own, lasts):
    valued, leads = own["value"].dropna(), own[own["lead"]]["value"]
    median = lasts.median() if len(lasts) else None
    last = leads.iloc[-1] if len(leads) else None
    return {
        "n_figures": len(own),
        "first_published": own["published"].min(),
        "last_published": own["published"].max(),
        "first": leads.iloc[0] if len(leads) else None,
        "last": last,
        "lowest": valued.min(),
        "highest": valued.max(),
        "conservative": own["low"].min(),
        "ratio": last / median if last is not None and median else None,
        "sources": "; ".join(dict.fromkeys(own["source"].dropna())) or None,
    }


def dispersion_by_event(reports, vague=None):
    """
    Sum up how far apart all outlets are for each event and outcome.

    Parameters
    ----------
    reports, vague
        As ``spread``.

    Returns
    -------
    DataFrame, the ``DISPERSION_BY_EVENT`` table
        Most outlets first.
    """
    used, rows = _comparable(reports), []
    for key, group in used.groupby(_BY, dropna=False, sort=True):
        valued = group.dropna(subset="value")
        low, high = valued["value"].min(), valued["value"].max()
        rows.append(
            dict(zip(_BY, key, strict=True))
            | {
                "n_outlets": group["outlet"].nunique(),
                "n_independent": _independent(group),
                "n_figures": len(group),
                "lowest": low,
                "highest": high,
                "median": group[group["lead"]].groupby("outlet")["value"].last().median(),
                "conservative": group["low"].min(),
                "ratio": high / low if low and low > 0 else None,
                "vague": _shown(vague),
            }
        )
    table = pd.DataFrame(rows, columns=list(DISPERSION_BY_EVENT.columns))
    return make(table.sort_values("n_outlets", ascending=False, kind="stable"), DISPERSION_BY_EVENT)


def stated_range(reports):
    """
    Say in words how far the printed numbers go; "dozens" is none, whatever it is counted as elsewhere.

    Parameters
    ----------
    reports : DataFrame
        As ``spread``, of one event and outcome. Not changed.

    Returns
    -------
    str
        "from 22 to 126", "22", or "no number of" where there are words alone.
    """
    used = _comparable(reports)
    stated = used.loc[used["qualifier"] != "vague", "value"].dropna()
    if stated.empty:
        return "no number of"
    low, high = stated.min(), stated.max()
    return f"{low:,.0f}" if low == high else f"from {low:,.0f} to {high:,.0f}"


def _independent(group):
    """Groups of outlets, two outlets being together when any of their figures share a chain."""
    group_of = {outlet: outlet for outlet in group["outlet"]}
    for _, rows in group.groupby("chain"):
        together = {group_of[o] for o in rows["outlet"]}
        head = min(together)
        group_of = {o: head if g in together else g for o, g in group_of.items()}
    return len(set(group_of.values()))
