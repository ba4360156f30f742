"""
The range chart: every figure that outlets printed about one event, by outlet and day.

In: figures with outlet, day, low, high and qualifier, as returned by ``compare.reports``, or
CLAIMS. Out: a matplotlib Figure. No figure is selected, merged or corrected here.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from analysis.chart import palette
from analysis.chart.axes import CountScale, choose_count_scale
from analysis.chart.captions import (
    AS_REPORTED,
    choose_caption,
    contradicted_note,
    count_outlets,
    day_span,
    join_sentences,
    spaced,
)
from analysis.chart.checks import check_note
from analysis.chart.evidence import Evidence, attach, of_row
from analysis.chart.figure_marks import (
    LANE_HEIGHT,
    FigureMark,
    assign_lanes,
    is_in_words,
    legend_entries,
    without_infinite,
)
from analysis.chart.layout import Chart, empty_chart, finish, panels
from analysis.chart.rows import (
    ROW_HEIGHT,
    Rows,
    arrange_rows,
    by_first_day,
    draw_rows,
    keep_largest,
    shade_bands,
)
from analysis.chart.style import SIZE, styled
from analysis.chart.text_fitting import clean, width_of, wrap
from analysis.core.calendar_words import short_day
from analysis.core.plurals import count_and_noun
from analysis.core.stated_days import is_contradicted

__all__ = ["figures_range"]

_EVIDENCE_COLUMNS = ("figure_id", "article_id", "sentence_id", "passage")
_MAX_ROWS = 150  # an outlet with its days takes one row a day
# in inches
_DAY_HEIGHT = 0.22
_TWO_LINES = 0.38
_WORDS_WIDTH = 1.5  # maximum width of vague figures
_MIN_WORDS_WIDTH = 0.7
_AXIS_WIDTH = 3.6  # the axis is at least this wide; labels are placed for this width


@styled
def figures_range(
    table: pd.DataFrame,
    title: str = "Figures as reported, by outlet and day",
    caption: str | None = None,
    max_outlets: int = 40,
    named: pd.DataFrame | None = None,
    unit: str = "people",
) -> Figure:
    """
    Draw every figure that outlets printed about one event, with a row for each outlet and day.

    A dot is a stated number, a bar a range, an arrow an open end ("at least", "up to"). A hollow
    mark is attributed to a source that another outlet relies on too. Vague words are written next
    to the scale.

    Parameters
    ----------
    table : DataFrame
        One row per figure. Columns ``outlet``, ``low``, ``high``, ``qualifier``; optional
        ``published`` (day), ``published_in_text`` (where it is more than a day from that, both are
        told), ``source_type`` (its kind is the colour of the mark), ``shared`` (bool: another
        outlet relies on the same source),
        ``outcome`` (one panel for each), ``text`` (the words of a vague figure; by default
        ``counted``), and what ``evidence.of_row`` needs for links and tooltips. The ``low`` of a
        vague figure is the number that its words count as. CLAIMS can be passed. Not changed.
    title : str
        States the finding.
    caption : str, optional
        By default the number of figures and outlets, and the days.
    max_outlets : int
        Only the outlets with most figures are shown.
    named : DataFrame, optional
        From ``compare.named_only``: outlets that give no number but name victims. Each has a row
        with its ``words`` in grey and no mark on the axis, since a name is no toll. Not changed.
    unit : str
        What is on the axis: "people", "$", "rockets".

    Returns
    -------
    Figure
        The scale is logarithmic if the largest value is more than 50 times the smallest.
        For a table without rows, a chart that says so.
    """
    named = _named_rows(named)
    if table.empty:
        return empty_chart(title, _nothing_found(named))
    table, too_large = without_infinite(_with_all_columns(table))
    kept, note = keep_largest(table, "outlet", min(max_outlets, _outlets_on_a_page(table)))
    stated = kept.loc[kept["qualifier"] != "vague"]
    scale = choose_count_scale([*stated["low"], *stated["high"]])
    shown = pd.concat([kept, named.head(max_outlets)]) if len(named) else kept
    shown = _with_all_columns(shown)
    by_outcome = {
        outcome: _day_rows(_of_outcome(shown, outcome), scale)
        for outcome in dict.fromkeys(kept["outcome"])
    }
    chart = _draw_panels(by_outcome, scale, unit)
    facts = join_sentences(_facts(kept), _facts_of_named(named))
    return finish(
        chart,
        title,
        choose_caption(caption, facts, note, too_large, contradicted_note(kept), check_note(kept)),
        join_sentences("Range chart.", facts, _extremes(kept)),
        legend_entries(stated),
    )


def _named_rows(named: pd.DataFrame | None) -> pd.DataFrame:
    """Return the outlets that only name victims as rows of the chart, written in words."""
    if named is None:
        named = pd.DataFrame(columns=["outlet", "published", "outcome", "words"])
    known = [name for name in _EVIDENCE_COLUMNS if name in named]
    rows = named[["outlet", "published", "outcome", *known]].copy()
    return rows.assign(
        text=named["words"],
        low=np.nan,
        high=np.nan,
        qualifier="vague",
        shared=False,
        only_named=True,
    )


def _nothing_found(named: pd.DataFrame) -> str:
    """Return why the chart is empty, and which outlets name victims."""
    reason = "no figure was found for this event. "
    if len(named):
        says = [f"{row['outlet']} {row['text']}" for row in named.to_dict("records")]
        return reason + "; ".join(dict.fromkeys(says)) + "."
    return reason + "Choose another event or outcome."


def _of_outcome(table: pd.DataFrame, outcome: str) -> pd.DataFrame:
    """Return the rows of one panel; a chart without outcomes has all in one."""
    if not outcome:
        return table
    return table.loc[table["outcome"] == outcome]


def _facts_of_named(named: pd.DataFrame) -> str:
    """Say how many outlets only name victims; empty if there are none."""
    if named.empty:
        return ""
    return f"In grey: {count_outlets(named)} with names of victims and no number."


def _with_all_columns(table: pd.DataFrame) -> pd.DataFrame:
    """Return the table with every optional column."""
    table = table.reset_index(drop=True)
    if "counted" in table and "text" in table:
        table = table.assign(text=table["text"].fillna(table["counted"]))
    elif "counted" in table:
        table = table.assign(text=table["counted"])
    defaults = {"published": pd.NaT, "shared": False, "outcome": "", "text": None}
    defaults["only_named"] = False
    for column, default in defaults.items():
        if column not in table:
            table = table.assign(**{column: default})
    return table.assign(
        shared=table["shared"].astype("boolean").fillna(False).astype(bool),
        only_named=table["only_named"].astype("boolean").fillna(False).astype(bool),
        outcome=table["outcome"].astype(object).where(table["outcome"].notna(), ""),
        published=pd.to_datetime(table["published"]),
        is_contradicted=is_contradicted(table),
    )


@dataclass
class _DayRow:
    """
    The figures that one outlet printed on one day.

    Attributes
    ----------
    outlet, day : str
    label : str
        The outlet in the first of its rows, empty in the others.
    figures : list of FigureMark
    lanes : list of int
        Vertical position of each figure within the row.
    words : str
        The vague figures.
    only_named : bool
        Whether the outlet gives no number and names victims.
    evidence : Evidence or None
        Of the words.
    """

    outlet: str
    label: str
    day: str
    figures: list[FigureMark]
    lanes: list[int]
    words: str
    only_named: bool
    evidence: Evidence | None

    @property
    def height(self) -> float:
        """The minimum height of the row in inches."""
        height = max(_DAY_HEIGHT, LANE_HEIGHT * (self.last_lane + 1) + 0.03)
        if width_of(self.words, SIZE["note"]) > _WORDS_WIDTH:
            height = max(height, _TWO_LINES)
        if self.label:
            height = max(height, ROW_HEIGHT)
        return height

    @property
    def last_lane(self) -> int:
        return max(self.lanes, default=0)


def _outlets_on_a_page(table: pd.DataFrame) -> int:
    """Return how many outlets, those with most figures first, fit on a page with all their days."""
    outlets = table["outlet"].map(clean)
    days = table.assign(outlet=outlets).groupby("outlet").agg({"published": "nunique"})["published"]
    ranked = outlets.value_counts().index
    n_rows = days.loc[ranked].clip(lower=1).cumsum()
    return max(1, int((n_rows <= _MAX_ROWS).sum()))


def _day_rows(table: pd.DataFrame, scale: CountScale) -> list[_DayRow]:
    """Return a row for each outlet and day, outlets in the order of their first day."""
    rows = []
    for outlet in by_first_day(table):
        own = table.loc[table["outlet"] == outlet]
        own = own.sort_values(["published", "low", "high"], kind="stable")
        label = outlet
        for day, of_day in own.groupby("published", dropna=False):
            rows.append(_day_row(outlet, label, day, of_day, scale))
            label = ""
    return rows


def _day_row(
    outlet: str,
    label: str,
    day: object,
    table: pd.DataFrame,
    scale: CountScale,
) -> _DayRow:
    is_vague = is_in_words(table)
    numbers = table.loc[~is_vague].to_dict("records")
    figures = [FigureMark.from_row(row) for row in numbers]
    lanes = assign_lanes([figure.extent(scale, _AXIS_WIDTH) for figure in figures])
    words = dict.fromkeys(_vague_words(row) for row in table.loc[is_vague].to_dict("records"))
    day_label = short_day(day) if isinstance(day, pd.Timestamp) else "no date"
    if table["is_contradicted"].to_numpy().any():
        stated = pd.to_datetime(table.loc[table["is_contradicted"], "published_in_text"])
        days = dict.fromkeys(short_day(each) for each in stated.sort_values())
        day_label += f" (text: {', '.join(days)})"
    only_named = bool(table["only_named"].all())
    evidence = None
    if words:
        evidence = of_row(table.loc[is_vague].iloc[0].to_dict(), ", ".join(words))
    return _DayRow(outlet, label, day_label, figures, lanes, ", ".join(words), only_named, evidence)


def _vague_words(figure: Mapping) -> str:
    """Return the words of a vague figure, and the number that they count as if there is one."""
    words = clean(figure["text"]) or "in words"
    if pd.isna(figure["low"]):
        return words
    number = FigureMark(figure["low"], figure["low"], "exact")
    return f"{words} (counted as {number.label})"


def _draw_panels(
    by_outcome: Mapping[str, list[_DayRow]],
    scale: CountScale,
    unit: str,
) -> Chart:
    """Draw one panel for each outcome, and next to it the figures in words if there are any."""
    layouts = [_arrange(rows) for rows in by_outcome.values()]
    words_width = _words_width(row.words for rows in by_outcome.values() for row in rows)
    widths = [28]
    if words_width:
        widths.append(words_width)
    chart, grid = panels([layout.height for layout in layouts], widths, share_y=True)
    for axes, layout, (outcome, rows) in zip(grid, layouts, by_outcome.items(), strict=True):
        _draw_rows(axes[0], rows, layout)
        for ax in axes[1:]:
            _draw_words(ax, rows, layout)
        if len(by_outcome) > 1:
            axes[0].set_title(spaced(outcome))
        scale.apply(axes[0])
        axes[0].grid(axis="x")
    grid[-1, 0].set_xlabel(scale.axis_label(f"{unit}, as reported"))
    return chart


def _arrange(rows: Sequence[_DayRow]) -> Rows:
    return arrange_rows([row.label for row in rows], least=[row.height for row in rows])


def _words_width(words: Iterable[str]) -> int:
    """Return the relative width of the panel of vague figures; 0 if there are none."""
    widest = max((width_of(text, SIZE["note"]) for text in words), default=0)
    if not widest:
        return 0
    return max(1, round(8 * min(max(widest, _MIN_WORDS_WIDTH), _WORDS_WIDTH)))


def _draw_rows(
    ax: Axes,
    rows: Sequence[_DayRow],
    layout: Rows,
) -> None:
    draw_rows(ax, layout, lines=False)
    shade_bands([ax], layout, [row.label for row in rows])
    widest_day = max((row.day for row in rows), key=width_of)
    ax.tick_params(axis="y", pad=width_of(widest_day, SIZE["note"]) * 72 + 12)
    for row, centre in zip(rows, layout.centres, strict=True):
        _draw_day(ax, row.day, centre)
        top = centre - LANE_HEIGHT * row.last_lane / 2
        for figure, lane in zip(row.figures, row.lanes, strict=True):
            figure.draw(ax, top + LANE_HEIGHT * lane, palette.SOURCE_COLOURS[figure.kind])


def _draw_day(ax: Axes, day: str, height: float) -> None:
    """Write the day of a row between the outlet and the panel."""
    ax.annotate(
        day,
        (0, height),
        (-5, 0),
        ax.get_yaxis_transform(),
        "offset points",
        ha="right",
        va="center",
        size=SIZE["note"],
        color=palette.MUTED,
    )


def _draw_words(ax: Axes, rows: Sequence[_DayRow], layout: Rows) -> None:
    """Write the vague figures of each row."""
    shade_bands([ax], layout, [row.label for row in rows])
    draw_rows(ax, layout, lines=False)
    ax.tick_params(axis="y", labelleft=False)
    ax.set_xticks([])
    ax.set_xlim(0, 1)
    ax.spines["bottom"].set_visible(False)
    ax.set_title("in words", weight="normal", color=palette.MUTED)
    for row, centre in zip(rows, layout.centres, strict=True):
        words = wrap(row.words, _WORDS_WIDTH, SIZE["note"], lines=2)
        colour = palette.MUTED if row.only_named else palette.TEXT
        style = "normal" if row.only_named else "italic"
        text = ax.text(0, centre, words, va="center", size=SIZE["note"], style=style, color=colour)
        if row.evidence is not None:
            attach(row.evidence, text)


def _facts(table: pd.DataFrame) -> str:
    figures = count_and_noun(len(table), "figure")
    days = day_span(table["published"])
    return f"{figures} from {count_outlets(table)}{days}. {AS_REPORTED}"


def _extremes(table: pd.DataFrame) -> str:
    """Name the outlets with the lowest and the highest number."""
    known = table.loc[~is_in_words(table)]
    if known.empty:
        return "No outlet states a number."
    value = known.loc[:, "low"].fillna(known["high"])
    lowest, highest = known.loc[[value.idxmin(), value.idxmax()]].to_dict("records")
    return f"Lowest {_with_outlet(lowest)}, highest {_with_outlet(highest)}."


def _with_outlet(figure: Mapping) -> str:
    """Write a figure and its outlet."""
    return f"{FigureMark.from_row(figure).label} ({figure['outlet']})"
