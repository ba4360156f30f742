"""
What was claimed when: the figures of hand-coded claims in the order of days.

In: CLAIMS. Out: a matplotlib Figure. Claims of one day that give the same figure share a mark with their number beside
it; nothing else is joined, and nothing is drawn as truer than another.
"""

import pandas as pd
from matplotlib.lines import Line2D

from analysis.chart import style
from analysis.chart.page import ROW, bands, day_span, empty, finish, outlet_rows, panels, row_names, said, styled
from analysis.chart.ranges import draw_figure
from analysis.chart.scales import lanes, scale_of, span_of

__all__ = ["claims_timeline"]

_LANE = 0.19  # inches
_AXIS = 5.6  # inches that the axis surely gets
_GROUPS = 8


@styled
def claims_timeline(claims, by="source_type", title="Figures claimed, day by day", caption=None,
                    unit="people, as reported"):
    """
    Draw the figures of claims, a row for each day, marked by the kind of source (or another column).

    Parameters
    ----------
    claims : DataFrame
        CLAIMS, or columns ``published``, ``low``, ``high``, ``qualifier`` and the one named by ``by``. Not changed.
    by : str
        Column whose values get a marker each; the eight most frequent ones do, the others share one.
    title : str
        States the finding.
    caption : str, optional
        None: claims, outlets and days.
    unit : str
        What the values count.

    Returns
    -------
    Figure
        Bars are ranges, arrows open ends; "×12" is printed twelve times. Claims without a day stand in the last row;
        those in words only are counted in the caption. More space between two rows is more than a month.
    """
    in_words = (claims["qualifier"] == "vague") | claims[["low", "high"]].isna().all(axis=1)
    stated = claims[~in_words]
    if stated.empty:
        return empty(title, "no claim gives a number." if len(claims) else "there is no claim about this event.")
    groups = stated[by].map(style.clean).replace("", "not stated").str.replace("_", " ")
    frequent = list(groups.value_counts().index[:_GROUPS])
    fills = style.category_fills([*frequent, *(["all others"] if groups.nunique() > _GROUPS else [])])
    stated = stated.assign(group=groups.where(groups.isin(frequent), "all others"), shared=False,
                           published=pd.to_datetime(stated["published"]).dt.normalize())
    scale = scale_of([*stated["low"], *stated["high"]], room=0.2)
    rows = _rows(stated, scale)
    labels, centres, total = row_names([r["day"] for r in rows], least=[r["height"] for r in rows])
    chart, grid = panels([total])
    ax = grid[0, 0]
    outlet_rows(ax, labels, centres, total, lines=False)
    bands([ax], centres)
    for row, centre in zip(rows, centres, strict=True):
        top = centre - _LANE * max(row["lane"]) / 2
        for figure, lane in zip(row["figures"], row["lane"], strict=True):
            fill = fills[figure["group"]]
            draw_figure(ax, figure, top + _LANE * lane, fill.line, fill.marker, figure["times"])
    scale.set(ax)
    ax.grid(axis="x")
    ax.set_xlabel(unit + (" (logarithmic scale)" if scale.log else ""))
    facts = _facts(claims, stated)
    return finish(chart, title, facts if caption is None else caption, said("Range chart of claims by day.", facts),
                  [Line2D([], [], linestyle="none", marker=f.marker, color=f.line, label=g) for g, f in fills.items()])


def _rows(stated, scale):
    """Give each day a row, and each different figure of it a lane; equal ones are counted."""
    rows, before = [], None
    for day, part in stated.groupby("published", dropna=False):
        keys = ["low", "high", "qualifier", "group", "shared"]
        figures = part.groupby(keys, dropna=False).size().rename("times").reset_index().to_dict("records")
        lane = lanes([span_of(f, scale, _AXIS) for f in figures])
        late = before is not None and pd.notna(day) and (day - before).days > 31
        rows.append({"day": "no date" if pd.isna(day) else f"{day.day} {day:%b %Y}", "figures": figures, "lane": lane,
                     "height": max(ROW, _LANE * (max(lane) + 1) + 0.06) + 0.2 * late})
        before = day
    return rows


def _facts(claims, stated):
    outlets = claims["outlet"].nunique() if "outlet" in claims else 0
    words = len(claims) - len(stated)
    return said(
        f"{len(stated)} claim{'s' * (len(stated) != 1)}" + (f" by {outlets} outlets" if outlets else "")
        + f"{day_span(stated['published'])}.",
        f"{words} more in words only." if words else "",
        "Bars: ranges. Arrows: at least, at most. ×: times printed. Reported numbers, not verified ones.",
    )
