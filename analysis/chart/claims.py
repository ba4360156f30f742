"""
The claims chart: the figures of hand-coded claims, day by day.

In: CLAIMS. Out: a matplotlib Figure. Claims of one day with the same figure share a mark, which
shows how many they are. No figure is drawn as truer than another.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

import pandas as pd
from matplotlib.figure import Figure

from analysis.chart.axes import CountScale, choose_count_scale
from analysis.chart.captions import (
    AS_REPORTED,
    choose_caption,
    count_outlets,
    day_span,
    join_sentences,
    plural,
)
from analysis.chart.figure_marks import (
    LANE_HEIGHT,
    FigureMark,
    assign_lanes,
    is_in_words,
    without_infinite,
)
from analysis.chart.layout import Chart, empty_chart, finish, panels
from analysis.chart.legends import marker_entries
from analysis.chart.palette import Fill, category_fills
from analysis.chart.rows import ROW_HEIGHT, arrange_rows, draw_rows, shade_bands
from analysis.chart.style import styled
from analysis.chart.text_fitting import clean
from analysis.core.partial_dates import day_bounds, in_words

__all__ = ["claims_timeline"]

# in inches
_AXIS_WIDTH = 5.6  # the axis is at least this wide; labels are placed for this width
_LATER = 0.2  # extra height of a row that follows more than a month after the row above
_MAX_GROUPS = 8
_OTHERS = "all others"


@styled
def claims_timeline(
    claims: pd.DataFrame,
    by: str = "source_type",
    title: str = "Figures claimed, day by day",
    caption: str | None = None,
    unit: str = "people, as reported",
) -> Figure:
    """
    Draw the figures of claims with a row for each day, and a marker for each kind of source.

    Parameters
    ----------
    claims : DataFrame
        CLAIMS, or columns ``published``, ``low``, ``high``, ``qualifier`` and the one named by
        ``by``; optional ``published_given`` and ``outlet``. Not changed.
    by : str
        Column whose values have a marker each. The eight most frequent values have their own, the
        others share one.
    title : str
        States the finding.
    caption : str, optional
        By default the number of claims and outlets, and the days.
    unit : str
        What the figures count.

    Returns
    -------
    Figure
        Bars are ranges, arrows are open ends; "×12" is printed twelve times. Claims of which only
        the month or year is known (``published_given``) follow the days of that month or year;
        those without a date are in the last row; those in words only are counted in the caption.
        Extra space between two rows is more than a month.
    """
    if claims.empty:
        return empty_chart(title, "there is no claim about this event.")
    claims, too_large = without_infinite(claims)
    stated = claims.loc[~is_in_words(claims)]
    if stated.empty:
        return empty_chart(title, "no claim states a number.")
    stated, groups = _with_groups(_with_dates(stated), by)
    fills = category_fills(groups)
    chart = _draw_panel(stated, fills, unit)
    facts = _facts(claims, stated)
    return finish(
        chart,
        title,
        choose_caption(caption, facts, too_large),
        join_sentences("Range chart of claims by day.", facts),
        marker_entries(fills),
    )


def _with_groups(stated: pd.DataFrame, by: str) -> tuple[pd.DataFrame, list[str]]:
    """
    Add the column ``group``: the value of a column, or a common value for the less frequent ones.

    Also returns the groups in the order of the legend.
    """
    groups = stated[by].map(clean).replace("", "not stated").str.replace("_", " ")
    shown = list(groups.value_counts().index[:_MAX_GROUPS])
    stated = stated.assign(group=groups.where(groups.isin(shown), _OTHERS), shared=False)
    if groups.nunique() > _MAX_GROUPS:
        shown.append(_OTHERS)
    return stated, shown


def _with_dates(stated: pd.DataFrame) -> pd.DataFrame:
    """Add the date of a claim in words (``when``) and the last day that it can be (``last``)."""
    published = pd.Series(stated["published"])
    bounds = day_bounds(published, stated.get("published_given"))
    when = [
        in_words(first, last) for first, last in zip(bounds["first"], bounds["last"], strict=True)
    ]
    published = pd.to_datetime(stated["published"]).dt.normalize()
    return stated.assign(published=published, last=bounds["last"], when=when)


@dataclass
class _DateRow:
    """
    The claims of one date.

    Attributes
    ----------
    date : str
    figures : list of tuple of FigureMark and str
        Each different figure with its group.
    lanes : list of int
        Vertical position of each figure within the row.
    height : float
        Minimum height of the row in inches.
    """

    date: str
    figures: list[tuple[FigureMark, str]]
    lanes: list[int]
    height: float


def _date_rows(stated: pd.DataFrame, scale: CountScale) -> list[_DateRow]:
    """Return a row for each date, in the order of dates."""
    rows = []
    previous = None
    for date, last in _dates(stated):
        is_later = previous is not None and pd.notna(last) and (last - previous).days > 31
        row = _date_row(date, stated.loc[stated["when"] == date], scale)
        if is_later:
            row.height += _LATER
        rows.append(row)
        previous = last
    return rows


def _dates(stated: pd.DataFrame) -> list[tuple[str, datetime]]:
    """
    Return each date in words with the last day that it can be, in order.

    Days come before their month and a month before its year: the more words, the earlier.
    """
    n_characters = stated["when"].str.len()
    dates = pd.DataFrame({"when": stated["when"], "last": stated["last"], "size": -n_characters})
    dates = dates.drop_duplicates("when").sort_values(["last", "size"])
    return list(zip(dates["when"], dates["last"], strict=True))


def _date_row(date: str, claims: pd.DataFrame, scale: CountScale) -> _DateRow:
    """Count equal figures of one date and assign a lane to each different figure."""
    columns = ["low", "high", "qualifier", "group", "shared"]
    groups = claims.groupby(columns, dropna=False)
    counted = groups.agg(times=("when", "size")).reset_index()
    figures = []
    for row in counted.to_dict("records"):
        figures.append((FigureMark.from_row(row, row["times"]), row["group"]))
    lanes = assign_lanes([figure.extent(scale, _AXIS_WIDTH) for figure, _ in figures])
    height = max(ROW_HEIGHT, LANE_HEIGHT * (max(lanes) + 1) + 0.06)
    return _DateRow(date, figures, lanes, height)


def _draw_panel(stated: pd.DataFrame, fills: Mapping[str, Fill], unit: str) -> Chart:
    scale = choose_count_scale([*stated["low"], *stated["high"]], room=0.2)
    rows = _date_rows(stated, scale)
    layout = arrange_rows([row.date for row in rows], least=[row.height for row in rows])
    chart, grid = panels([layout.height])
    ax = grid[0, 0]
    draw_rows(ax, layout, lines=False)
    shade_bands([ax], layout)
    for row, centre in zip(rows, layout.centres, strict=True):
        top = centre - LANE_HEIGHT * max(row.lanes) / 2
        for (figure, group), lane in zip(row.figures, row.lanes, strict=True):
            fill = fills[group]
            figure.draw(ax, top + LANE_HEIGHT * lane, fill.line, fill.marker)
    scale.apply(ax)
    ax.grid(axis="x")
    ax.set_xlabel(scale.axis_label(unit))
    return chart


def _facts(claims: pd.DataFrame, stated: pd.DataFrame) -> str:
    facts = plural(len(stated), "claim")
    if "outlet" in claims and claims["outlet"].notna().to_numpy().any():
        facts += f" by {count_outlets(claims)}"
    facts += f"{day_span(stated['published'])}."
    n_in_words = len(claims) - len(stated)
    if n_in_words:
        facts += f" {n_in_words} more in words only."
    key = "Bars: ranges. Arrows: at least, at most. ×: number of times printed."
    return f"{facts} {key} {AS_REPORTED}"
