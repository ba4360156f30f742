"""
One quantity over time: each outlet's number and its source on the day it was printed.

In: reports of one quantity, as ``compare.quantity_reports`` returns them. Out: a matplotlib Figure.
An outlet's later number is one step further down, joined to the earlier one by a line.
"""

from collections.abc import Mapping, Sequence

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from analysis.chart import palette
from analysis.chart.axes import day_number, set_day_axis
from analysis.chart.captions import (
    AS_REPORTED,
    choose_caption,
    contradicted_note,
    count_outlets,
    day_span,
    join_sentences,
)
from analysis.chart.checks import check_note, check_sign
from analysis.chart.evidence import attach, of_row
from analysis.chart.figure_marks import kind_entries
from analysis.chart.layout import Chart, empty_chart, finish, panels
from analysis.chart.rows import arrange_rows, by_first_day, draw_rows, keep_largest
from analysis.chart.style import SIZE, styled
from analysis.chart.text_fitting import clean, wrap
from analysis.core.calendar_words import short_day
from analysis.core.plurals import count_and_noun
from analysis.core.stated_days import is_contradicted

__all__ = ["number_timeline"]

# in inches
_STEP = 0.22  # height of one number of an outlet
_ROW_PADDING = 0.12
_WORDS_WIDTH = 2.6
_MIDDLE = 0.5  # share of the days after which words stand at the left of their mark


@styled
def number_timeline(
    reports: pd.DataFrame,
    title: str = "Numbers as printed, by outlet and day",
    caption: str | None = None,
    max_outlets: int = 30,
) -> Figure:
    """
    Draw each number that an outlet put forward, with its source, on its day.

    Parameters
    ----------
    reports : DataFrame
        One row a number: ``outlet``, ``published``, ``words`` (as printed), ``source`` (null: the
        outlet's own voice); optional ``source_type`` (its kind is the colour of the mark), what
        ``evidence.of_row`` needs for links, and ``published_in_text``: where it is more than a day
        from ``published``, the mark is hollow and both days are told. Rows without an outlet or a
        day are left out, and counted in the caption. Not changed.
    title : str
        States the finding.
    caption : str, optional
        By default the number of numbers and outlets, and the days.
    max_outlets : int
        Only the outlets with most numbers are shown.

    Returns
    -------
    Figure
        Outlets in the order of their first day. For no rows, a chart that says so.
    """
    dated = reports.dropna(subset=["outlet", "published"])
    n_undated = len(reports) - len(dated)
    if dated.empty:
        return empty_chart(title, "no number has an outlet and a day. See the table.")
    kept, note = keep_largest(dated, "outlet", max_outlets)
    kept = kept.sort_values(["published"], kind="stable")
    kept = kept.assign(is_contradicted=is_contradicted(kept))
    chart = _draw(kept, by_first_day(kept))
    numbers = count_and_noun(len(kept), "number")
    facts = f"{numbers}, {count_outlets(kept)}{day_span(kept['published'])}."
    undated = ""
    if n_undated:
        undated = f"{count_and_noun(n_undated, 'number')} without an outlet or a day not shown."
    return finish(
        chart,
        title,
        choose_caption(
            caption,
            join_sentences(facts, undated, AS_REPORTED),
            note,
            contradicted_note(kept),
            check_note(kept),
        ),
        join_sentences("Numbers over time.", facts, _in_words(kept)),
        kind_entries(kept),
    )


def _draw(table: pd.DataFrame, outlets: Sequence[str]) -> Chart:
    own = {outlet: table.loc[table["outlet"].eq(outlet)].to_dict("records") for outlet in outlets}
    rows = arrange_rows(outlets, least=[_STEP * len(own[name]) + _ROW_PADDING for name in outlets])
    chart, grid = panels([rows.height])
    ax = grid[0, 0]
    draw_rows(ax, rows, lines=False)
    set_day_axis(ax, table["published"], room=0.06)
    for outlet, centre in zip(outlets, rows.centres, strict=True):
        _draw_outlet(ax, own[outlet], centre)
    return chart


def _draw_outlet(ax: Axes, reports: Sequence[Mapping], centre: float) -> None:
    """Draw an outlet's numbers below each other, joined by steps."""
    top = centre - _STEP * (len(reports) - 1) / 2
    days = [day_number(report["published"]) for report in reports]
    heights = [top + _STEP * number for number in range(len(reports))]
    ax.step(days, heights, where="post", color=palette.MUTED, linewidth=0.8, zorder=2)
    first, last = ax.get_xlim()
    for report, day, height in zip(reports, days, heights, strict=True):
        colour = palette.SOURCE_COLOURS[palette.source_kind(report.get("source_type"))]
        (dot,) = ax.plot([day], [height], "o", color=colour, markersize=6, zorder=3)
        if report["is_contradicted"]:
            dot.set_markerfacecolor(palette.BACKGROUND)
        is_late = (day - first) / (last - first) > _MIDDLE
        label = ax.annotate(
            wrap(_words(report), _WORDS_WIDTH, SIZE["note"], lines=1),
            (day, height),
            (-7 if is_late else 7, 0),
            textcoords="offset points",
            ha="right" if is_late else "left",
            va="center",
            size=SIZE["note"],
            color=palette.TEXT,
            bbox={"facecolor": palette.BACKGROUND, "edgecolor": "none", "pad": 0.5},
        )
        label.set_in_layout(False)
        attach(of_row(report), dot, label)


def _words(report: Mapping) -> str:
    """Return the number as printed, on whose word, and the text's own day if it is another."""
    source = report["source"]
    words = clean(report["words"]) + check_sign(report)
    words += f", {clean(source)}" if isinstance(source, str) else ""
    if report["is_contradicted"]:
        words += f" (text: {short_day(report['published_in_text'])})"
    return words


def _in_words(table: pd.DataFrame) -> str:
    first, last = table.iloc[0], table.iloc[-1]
    return f"First {first['words']} ({first['outlet']}), last {last['words']} ({last['outlet']})."
