"""
What was claimed when: the figures of hand-coded claims in the order of days.

In: CLAIMS. Out: a matplotlib Figure. Claims of one day that give the same figure share a mark with their number beside
it; nothing else is joined, and nothing is drawn as truer than another.
"""

import pandas as pd
from matplotlib.lines import Line2D

from analysis.chart import style
from analysis.chart.figure_ranges import draw_figure
from analysis.chart.layout import (
    ROW,
    bands,
    day_span,
    empty,
    finish,
    outlet_rows,
    panels,
    row_names,
    said,
    styled,
)
from analysis.chart.scales import lanes, scale_of, span_of
from analysis.core.partial_dates import day_bounds, in_words

__all__ = ["claims_timeline"]

_LANE = 0.19  # inches
_AXIS = 5.6  # inches that the axis surely gets
_GROUPS = 8


@styled
def claims_timeline(
    claims,
    by="source_type",
    title="Figures claimed, day by day",
    caption=None,
    unit="people, as reported",
):
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
        Bars are ranges, arrows open ends; "×12" is printed twelve times. Claims of which only the month or year is
        known (``published_given``) stand after it, those without a date in the last row; those in words only are
        counted in the caption. More space between two rows is more than a month.
    """
    in_words = (claims["qualifier"] == "vague") | claims[["low", "high"]].isna().all(axis=1)
    stated = claims[~in_words]
    if stated.empty:
        return empty(
            title,
            "no claim gives a number." if len(claims) else "there is no claim about this event.",
        )
    groups = stated[by].map(style.clean).replace("", "not stated").str.replace("_", " ")
    frequent = list(groups.value_counts().index[:_GROUPS])
    fills = style.category_fills(
        [*frequent, *(["all others"] if groups.nunique() > _GROUPS else [])]
    )
    stated = _dated(
        stated.assign(group=groups.where(groups.isin(frequent), "all others"), shared=False)
    )
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
    return finish(
        chart,
        title,
        facts if caption is None else caption,
        said("Range chart of claims by day.", facts),
        [
            Line2D([], [], linestyle="none", marker=f.marker, color=f.line, label=g)
            for g, f in fills.items()
        ],
    )


def _dated(stated):
    """Add when a claim was printed, in words, and the last day that it can be; null where there is no date at all."""
    known = day_bounds(stated["published"], stated.get("published_given"))
    words = [
        in_words(first, last) for first, last in zip(known["first"], known["last"], strict=True)
    ]
    day = pd.to_datetime(stated["published"]).dt.normalize()
    return stated.assign(published=day, last=known["last"], when=words)


def _rows(stated, scale):
    """Give each date a row, and each different figure of it a lane; equal ones are counted."""
    rows, before = [], None
    # a day before the month that it ends, a month before its year
    order = {
        "when": stated["when"],
        "last": stated["last"],
        "size": stated["when"].str.len().mul(-1),
    }
    dates = pd.DataFrame(order).drop_duplicates("when").sort_values(["last", "size"])
    for when, last in zip(dates["when"], dates["last"], strict=True):
        keys = ["low", "high", "qualifier", "group", "shared"]
        part = stated[stated["when"] == when]
        figures = (
            part.groupby(keys, dropna=False).size().rename("times").reset_index().to_dict("records")
        )
        lane = lanes([span_of(f, scale, _AXIS) for f in figures])
        late = before is not None and pd.notna(last) and (last - before).days > 31
        rows.append(
            {
                "day": when,
                "figures": figures,
                "lane": lane,
                "height": max(ROW, _LANE * (max(lane) + 1) + 0.06) + 0.2 * late,
            }
        )
        before = last
    return rows


def _facts(claims, stated):
    outlets = claims["outlet"].nunique() if "outlet" in claims else 0
    words = len(claims) - len(stated)
    return said(
        f"{len(stated)} claim{'s' * (len(stated) != 1)}"
        + (f" by {outlets} outlets" if outlets else "")
        + f"{day_span(stated['published'])}.",
        f"{words} more in words only." if words else "",
        "Bars: ranges. Arrows: at least, at most. ×: times printed. Reported numbers, not verified ones.",
    )
