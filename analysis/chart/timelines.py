"""
When outlets published: what they printed about one event by day, and their articles by month.

In: one row per thing printed, with outlet and day; or articles counted by outlet and month. Out:
matplotlib Figures. Counts are drawn as they are, nothing is smoothed.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import matplotlib.dates as mdates
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.transforms import offset_copy

from analysis.chart import palette
from analysis.chart.axes import day_number, set_day_axis
from analysis.chart.captions import choose_caption, count_outlets, day_span, join_sentences, plural
from analysis.chart.layout import Chart, empty_chart, finish, panels
from analysis.chart.legends import marker_entries
from analysis.chart.palette import Fill, category_fills
from analysis.chart.rows import (
    ROW_HEIGHT,
    arrange_rows,
    by_first_day,
    draw_rows,
    keep_largest,
    note_at_right,
)
from analysis.chart.style import SIZE, styled
from analysis.chart.text_fitting import clean, is_missing

__all__ = ["articles_by_month", "timeline"]

# in inches
_MARK_WIDTH = 0.15
_COUNTED_WIDTH = 0.38  # of a mark with a number next to it
_LINE_HEIGHT = 0.15  # marks of one day continue on a second line
_MAX_HEIGHT = 12.0  # of all rows, above which marks are counted instead of drawn one by one
_AXIS_WIDTH = 5.0  # the axis of days is at least this wide
_MONTHS_HEIGHT = 0.36  # minimum height of a row of months
_TALLEST_BAR = 0.28

_BAR_DAYS = 26  # width of the bar of a month
_UNDATED_WIDTH = 4 * _MARK_WIDTH
_MAX_PER_LINE = 6
# in the order of the legend
_KINDS = ("article", "figure", "source", "blame", "naming", "tone", "named victim")


@styled
def timeline(
    table: pd.DataFrame,
    title: str = "One event, by outlet and day",
    caption: str | None = None,
    max_outlets: int = 40,
) -> Figure:
    """
    Draw a mark for each thing that an outlet printed about one event, on the day it did.

    Parameters
    ----------
    table : DataFrame
        One row per mark. Columns ``outlet``, ``published`` (day); optional ``kind`` (article,
        figure, source, blame, naming, tone or others, at most nine; one marker each). Not changed.
    title : str
        States the finding.
    caption : str, optional
        By default the number of marks and outlets, and the days.
    max_outlets : int
        Only the outlets with most marks are shown.

    Returns
    -------
    Figure
        Outlets in the order of their first day. Marks of one day are drawn next to and below each
        other. Where that would take more than a foot, and counting them would take less, one
        mark with a number represents all marks of its kind on a day, or, as the axis then says, in
        several days. Rows without a date are at the right, under "no date".
    """
    if table.empty:
        return empty_chart(title, "no article reports this event. Choose another event.")
    kept, note = keep_largest(table, "outlet", max_outlets)
    kept = _prepared(kept)
    fills = category_fills(_ordered_kinds(kept.loc[:, "kind"]))
    marks = _place_marks(kept)
    outlets = by_first_day(kept)
    chart = _draw_timeline(marks, kept["published"], outlets, fills)
    facts = f"{plural(len(kept), 'mark')}, {plural(len(outlets), 'outlet')}"
    facts += day_span(kept["published"]) + "."
    legend = marker_entries(fills)
    if len(fills) == 1:
        legend = []
    return finish(
        chart,
        title,
        choose_caption(caption, facts, note, marks.explanation()),
        join_sentences("Timeline.", facts, f"Marks by kind: {_kind_counts(kept)}."),
        legend,
    )


def _prepared(table: pd.DataFrame) -> pd.DataFrame:
    """Return the table with whole days and a kind in each row."""
    days = pd.to_datetime(table["published"]).dt.normalize()
    table = table.assign(published=days)
    if "kind" not in table:
        return table.assign(kind="article")
    return table.assign(kind=table["kind"].map(clean))


def _ordered_kinds(kinds: pd.Series) -> list[str]:
    """Return the kinds in an order that is the same in every chart."""
    order = {kind: rank for rank, kind in enumerate(_KINDS)}

    def sort_key(kind: str) -> tuple:
        return order.get(kind, len(order)), kind

    return sorted(set(kinds), key=sort_key)


def _kind_counts(table: pd.DataFrame) -> str:
    counts = table["kind"].value_counts()
    return ", ".join(f"{kind} {count}" for kind, count in counts.items())


@dataclass(frozen=True)
class _Marks:
    """
    The marks of a timeline.

    Attributes
    ----------
    table : DataFrame
        One row per mark: ``outlet``, ``published``, ``kind``, ``n`` (how many it represents).
    width : float
        Inches that one mark takes.
    days : int or None
        Number of days that a number counts; None if every mark is drawn.
    """

    table: pd.DataFrame
    width: float
    days: int | None = None

    def per_line(self, is_dated: bool = True) -> int:
        """Return how many marks of one day fit next to each other."""
        if not is_dated:
            return max(1, int(_UNDATED_WIDTH / self.width))
        n_days = max(_n_days(self.table["published"]), 3)
        return max(1, min(_MAX_PER_LINE, int(_AXIS_WIDTH / n_days / self.width)))

    def n_lines(self) -> pd.Series:
        """Return how many lines of marks the fullest day of each outlet takes."""
        days = self.table.groupby(["outlet", "published"], dropna=False)
        sizes = days.agg(n=("kind", "size")).reset_index()
        is_dated = sizes.loc[:, "published"].notna()
        per_line = is_dated.map({True: self.per_line(), False: self.per_line(is_dated=False)})
        sizes["lines"] = -(-sizes["n"] // per_line)
        by_outlet = sizes.groupby("outlet").agg({"lines": "max"})
        return by_outlet.loc[:, "lines"]

    def explanation(self) -> str | None:
        """Return what the numbers count, for the caption; None if there are no numbers."""
        if self.days is None:
            return None
        when = "on that day"
        if self.days > 1:
            when = f"in the {self.days} days that start there"
        return f"A number next to a mark counts all marks of its kind {when}."


def _place_marks(table: pd.DataFrame) -> _Marks:
    """Draw marks one by one if they fit, otherwise count them if that takes fewer lines."""
    single = _Marks(table.assign(n=1), _MARK_WIDTH)
    counted = _count_marks(table)
    allowed = max(_MAX_HEIGHT / _LINE_HEIGHT, counted.n_lines().sum())
    if single.n_lines().sum() > allowed:
        return counted
    return single


def _count_marks(table: pd.DataFrame) -> _Marks:
    """Count marks of an outlet and kind by day, or by as many days as keep the numbers apart."""
    n_days = _n_days(table["published"])
    counted = _count_by_days(table, 1)
    if _has_room(counted.table, n_days):
        return counted
    return _count_by_days(table, -int(-n_days * _COUNTED_WIDTH // _AXIS_WIDTH))


def _count_by_days(table: pd.DataFrame, days: int) -> _Marks:
    step = pd.Timedelta(days=days)
    first = table["published"].min()
    begin = first + (table["published"] - first) // step * step
    keys = ["outlet", "published", "kind"]
    groups = table.assign(published=begin, n=1).groupby(keys, dropna=False)
    return _Marks(groups.agg({"n": "sum"}).reset_index(), _COUNTED_WIDTH, days)


def _has_room(counts: pd.DataFrame, n_days: int) -> bool:
    """Return whether no two days of an outlet are so close that their numbers would collide."""
    days = counts.drop_duplicates(["outlet", "published"])
    smallest_gap = days.groupby("outlet")["published"].diff().dt.days.min()
    return not smallest_gap * _AXIS_WIDTH / n_days < _COUNTED_WIDTH


def _n_days(days: Iterable[object]) -> int:
    """Return the number of days from the first to the last; 1 if none is known."""
    known = pd.Series(days).dropna()
    if known.empty:
        return 1
    return (known.max() - known.min()).days + 1


def _draw_timeline(
    marks: _Marks,
    days: Iterable[object],
    outlets: Sequence[str],
    fills: Mapping[str, Fill],
) -> Chart:
    """Draw a panel of days, and at its right a panel of undated marks if there are any."""
    extra_lines = marks.n_lines()[outlets] - 1
    rows = arrange_rows(outlets, least=[ROW_HEIGHT + _LINE_HEIGHT * n for n in extra_lines])
    middles = zip(rows.centres, extra_lines, strict=True)
    tops = [centre - _LINE_HEIGHT * n / 2 for centre, n in middles]
    has_undated = any(is_missing(day) for day in days)
    widths = [7, 1] if has_undated else [1]
    chart, grid = panels([rows.height], widths, share_y=True)
    for ax, is_dated in zip(grid[0], (True, False), strict=False):
        draw_rows(ax, rows)
        shown = marks.table.loc[marks.table["published"].notna() == is_dated]
        for outlet, top in zip(outlets, tops, strict=True):
            own = shown.loc[shown["outlet"] == outlet]
            for day, of_day in own.groupby("published", dropna=False):
                position = day_number(day) if is_dated else 0
                _draw_day(ax, of_day, (position, top), marks, fills)
    dated = grid[0, 0]
    set_day_axis(dated, days, right=marks.width * marks.per_line() / _AXIS_WIDTH)
    if marks.days is not None and marks.days > 1:
        dated.set_xlabel(f"day of publication, in steps of {marks.days} days")
    if has_undated:
        grid[0, 1].set(xticks=[], xlim=(-0.1, 0.7), xlabel="no date")
    return chart


def _draw_day(
    ax: Axes,
    table: pd.DataFrame,
    corner: tuple[float, float],
    marks: _Marks,
    fills: Mapping[str, Fill],
) -> None:
    """Draw the marks of one outlet and day, line by line from the corner at the top left."""
    order = list(fills)
    table = table.sort_values("kind", key=lambda kinds: kinds.map(order.index), kind="stable")
    day, top = corner
    per_line = marks.per_line(is_dated=bool(table["published"].notna().all()))
    for i, (kind, count) in enumerate(zip(table["kind"], table["n"], strict=True)):
        line, column = divmod(i, per_line)
        position = (day, top + _LINE_HEIGHT * line)
        _draw_mark(ax, position, column * marks.width, fills[kind], count)


def _draw_mark(
    ax: Axes,
    position: tuple[float, float],
    shift: float,
    fill: Fill,
    count: int,
) -> None:
    """Draw a mark, shifted to the right by some inches, and how many it represents if not one."""
    day, height = position
    # shifted in points, so that marks of one day keep their distance on any scale
    shifted = offset_copy(ax.transData, ax.get_figure(root=True), x=shift * 72, units="points")
    ax.plot(
        [day],
        [height],
        fill.marker,
        color=fill.line,
        markersize=7,
        transform=shifted,
        zorder=3,
        clip_on=False,
    )
    if count > 1:
        ax.annotate(
            f"{count:,}",
            position,
            (6, 0),
            shifted,
            "offset points",
            va="center",
            size=SIZE["note"],
            color=palette.MUTED,
            annotation_clip=False,
        )


@styled
def articles_by_month(
    table: pd.DataFrame,
    title: str = "Articles by outlet and month",
    caption: str | None = None,
    max_outlets: int = 40,
) -> Figure:
    """
    Draw the number of articles of each outlet in each month as rows of bars with a common scale.

    Parameters
    ----------
    table : DataFrame
        Columns ``outlet``, ``month`` (any day of the month; null for undated articles), ``n``
        (articles). Not changed.
    title : str
        States the finding.
    caption : str, optional
        By default the number of articles and outlets, the months, and the height of the tallest
        bar.
    max_outlets : int
        Only the outlets with most articles are shown.

    Returns
    -------
    Figure
        Outlets with most articles first. Undated articles are counted at the right.
    """
    if table.empty:
        return empty_chart(title, "the corpus contains no articles.")
    kept, note = keep_largest(table, "outlet", max_outlets, "n")
    months = pd.to_datetime(kept["month"]).dt.to_period("M").dt.to_timestamp()
    kept = kept.assign(month=months)
    totals = kept.groupby("outlet").agg({"n": "sum"})["n"]
    outlets = sorted(totals.index, key=lambda outlet: (-totals[outlet], outlet))
    dated = kept.dropna(subset=["month"])
    tallest = float(dated.loc[:, "n"].max()) if len(dated) else 1
    chart = _draw_months(kept, outlets, tallest)
    months = _month_span(dated.loc[:, "month"])
    facts = (
        f"{totals.sum():,.0f} articles, {count_outlets(kept)}{months}. "
        f"The tallest bar is {tallest:,.0f} articles in a month."
    )
    largest = ", ".join(f"{outlet} {totals[outlet]:,.0f}" for outlet in outlets[:3])
    return finish(
        chart,
        title,
        choose_caption(caption, facts, note),
        join_sentences("Rows of bars by month.", facts, f"Most articles: {largest}."),
    )


def _draw_months(table: pd.DataFrame, outlets: Sequence[str], tallest: float) -> Chart:
    rows = arrange_rows(outlets, least=_MONTHS_HEIGHT)
    chart, grid = panels([rows.height])
    ax = grid[0, 0]
    draw_rows(ax, rows, lines=False)
    for outlet, centre in zip(outlets, rows.centres, strict=True):
        _draw_months_of_outlet(ax, table.loc[table["outlet"] == outlet], centre, tallest)
    set_day_axis(ax, table["month"], room=0.03, of_months=True)
    ax.set_xlabel("month of publication")
    return chart


def _draw_months_of_outlet(
    ax: Axes,
    table: pd.DataFrame,
    centre: float,
    tallest: float,
) -> None:
    """Draw a bar for each month and write the number of articles at the right."""
    dated = table.dropna(subset=["month"])
    bottom = centre + _TALLEST_BAR / 2
    ax.bar(
        mdates.date2num(dated["month"]),
        -_TALLEST_BAR * dated["n"] / tallest,
        _BAR_DAYS,
        bottom=bottom,
        color=palette.PRIMARY,
        align="edge",
        linewidth=0,
    )
    ax.axhline(bottom, color=palette.FAINT, linewidth=0.6, zorder=0)
    n_undated = table.loc[table["month"].isna(), "n"].sum()
    note = f"n = {table['n'].sum():,.0f}"
    if n_undated:
        note += f", {n_undated:,.0f} undated"
    note_at_right(ax, centre, note, gap=5)


def _month_span(months: pd.Series) -> str:
    """Write the first and the last month, to continue a sentence of a caption."""
    if months.empty:
        return ""
    first, last = f"{months.min():%b %Y}", f"{months.max():%b %Y}"
    if first == last:
        return f", {first}"
    return f", {first} to {last}"
