"""
Charts of the figures that outlets printed for one event.

In: figures with outlet, day, low, high and qualifier, as ``compare.dispersion`` joins them or as CLAIMS has them.
Out: matplotlib Figures. No figure is chosen, joined or corrected here, and none is drawn as truer than another.
"""

import pandas as pd
from matplotlib.lines import Line2D
from matplotlib.path import Path
from matplotlib.transforms import offset_copy

from analysis.chart import style
from analysis.chart.layout import (
    ROW,
    bands,
    day_span,
    empty,
    finish,
    keep_most,
    outlet_rows,
    panels,
    row_names,
    said,
    styled,
)
from analysis.chart.scales import ARROW, figure_label, lanes, scale_of, span_of

__all__ = ["draw_figure", "figures_range", "legend_of_figures"]

_LANE = 0.19  # inches
_DAY = 0.22  # least inches of a row
_ROWS = 150  # outlets and days, at most
_WORDS = 1.5  # inches, at most, for vague figures
_AXIS = 3.6  # inches that the axis surely gets; labels are laid out for this width


@styled
def figures_range(
    table, title="Figures as reported, by outlet and day", caption=None, marks=None, most=40
):
    """
    Draw every figure that outlets printed for one event, a row for each outlet and day.

    A dot is a stated number, a bar a range, an arrow an open end ("at least", "up to"); a hollow mark is attributed
    to a source that another outlet relies on too. Vague words stand as words, beside the scale.

    Parameters
    ----------
    table : DataFrame
        One row a figure. Columns ``outlet``, ``low``, ``high``, ``qualifier``; optional ``published`` (day),
        ``shared`` (bool: its source or upstream is shared with another outlet), ``outcome`` (a panel for each),
        ``text`` (the words of a vague figure, else ``counted``; with ``low`` filled, what they were taken for).
        CLAIMS will do. Not changed.
    title : str
        States the finding.
    caption : str, optional
        None: figures, outlets and days, counted from the table.
    marks : dict, optional
        From ``style.outlet_marks`` of the whole run; None: of this table.
    most : int
        At most so many outlets, those with most figures.

    Returns
    -------
    Figure
        The scale is logarithmic where the largest value is more than 50 times the smallest.
        A table without rows gives a figure that says so.
    """
    if table.empty:
        return empty(title, "no figure was found for this event. Choose another event or outcome.")
    table = _complete(table)
    kept, note = keep_most(table, "outlet", min(most, _fitting(table)))
    marks = marks or style.outlet_marks(kept["outlet"])
    stated = kept[kept["qualifier"] != "vague"]
    scale = scale_of([*stated["low"], *stated["high"]])
    outcomes = list(dict.fromkeys(kept["outcome"]))
    rows = [_rows(kept[kept["outcome"] == outcome], scale) for outcome in outcomes]
    shapes = [
        row_names([r["name"] for r in part], least=[r["height"] for r in part]) for part in rows
    ]
    words = (
        [max(1, round(8 * _words_width(rows)))]
        if any(r["words"] for part in rows for r in part)
        else []
    )
    chart, grid = panels([shape[2] for shape in shapes], [28, *words], share_y=True)
    for outcome, line, part, shape in zip(outcomes, grid, rows, shapes, strict=True):
        _draw_rows(line[0], part, shape, marks)
        _draw_words(line[1:], part, shape)
        line[0].set_title(outcome.replace("_", " ") if len(outcomes) > 1 else "")
        scale.set(line[0])
        line[0].grid(axis="x")
    grid[-1, 0].set_xlabel("people, as reported" + (" (logarithmic scale)" if scale.log else ""))
    facts = _facts(kept)
    caption = facts if caption is None else caption
    return finish(
        chart,
        title,
        said(caption, note),
        said("Range chart.", facts, _extremes(kept)),
        legend_of_figures(stated),
    )


def _complete(table):
    new = table.reset_index(drop=True)
    if "counted" in new:
        new = new.assign(
            text=new["text"].fillna(new["counted"]) if "text" in new else new["counted"]
        )
    for name, value in {"published": pd.NaT, "shared": False, "outcome": "", "text": None}.items():
        if name not in new:
            new = new.assign(**{name: value})
    return new.assign(
        shared=new["shared"].astype("boolean").fillna(False).astype(bool),
        outcome=new["outcome"].astype(object).where(new["outcome"].notna(), ""),
        published=pd.to_datetime(new["published"]),
    )


def _fitting(table):
    """Give how many outlets, those with most figures first, fill a page with their days."""
    outlets = table["outlet"].map(style.clean)
    days = table.assign(outlet=outlets).groupby("outlet")["published"].nunique()
    ranked = outlets.value_counts().index
    return max(1, int((days[ranked].clip(lower=1).cumsum() <= _ROWS).sum()))


def _rows(part, scale):
    """Give each outlet and day a row, outlets in the order of their first day, each figure a lane in its row."""
    first = part.groupby("outlet")["published"].min()
    rows = []
    for outlet in sorted(first.index, key=lambda o: (pd.isna(first[o]), first[o], o)):
        own = part[part["outlet"] == outlet].sort_values(
            ["published", "low", "high"], kind="stable"
        )
        for day, of_day in own.groupby("published", dropna=False):
            rows.append(_row(outlet, day, of_day.to_dict("records"), scale))
    for before, row in zip([None, *rows], rows[:], strict=False):
        row["name"] = row["outlet"] if before is None or before["outlet"] != row["outlet"] else ""
        row["height"] = max(row["height"], ROW if row["name"] else 0)
    return rows


def _row(outlet, day, figures, scale):
    in_words = [
        f["qualifier"] == "vague" or (pd.isna(f["low"]) and pd.isna(f["high"])) for f in figures
    ]
    stated = [f for f, vague in zip(figures, in_words, strict=True) if not vague]
    lane = lanes([span_of(f, scale, _AXIS) for f in stated])
    height = max(_DAY, _LANE * (max(lane, default=0) + 1) + 0.03)
    words = ", ".join(
        dict.fromkeys(_vague(f) for f, vague in zip(figures, in_words, strict=True) if vague)
    )
    return {
        "outlet": outlet,
        "day": "no date" if pd.isna(day) else f"{day.day} {day:%b %Y}",
        "stated": stated,
        "lane": lane,
        "words": words,
        "height": max(height, 0.38 if style.width_of(words, style.SIZE["note"]) > _WORDS else 0),
    }


def _vague(figure):
    """Give a vague figure's words, and the number they were taken for where the table says so."""
    words, low = style.clean(figure["text"]) or "in words", figure["low"]
    return words if pd.isna(low) else f"{words} (taken as {figure_label(low, low, 'exact')})"


def _words_width(rows):
    widest = max(
        (style.width_of(r["words"], style.SIZE["note"]) for part in rows for r in part), default=0
    )
    return min(max(widest, 0.7), _WORDS)


def _draw_rows(ax, rows, shape, marks):
    outlet_rows(ax, *shape, lines=False)
    bands([ax], shape[1], [r["name"] for r in rows])
    days = [r["day"] for r in rows]
    ax.tick_params(
        axis="y", pad=style.width_of(max(days, key=style.width_of), style.SIZE["note"]) * 72 + 12
    )
    for row, centre in zip(rows, shape[1], strict=True):
        ax.annotate(
            row["day"],
            (0, centre),
            (-5, 0),
            ax.get_yaxis_transform(),
            "offset points",
            ha="right",
            va="center",
            size=style.SIZE["note"],
            color=style.SOFT,
        )
        top = centre - _LANE * max(row["lane"], default=0) / 2
        for figure, lane in zip(row["stated"], row["lane"], strict=True):
            draw_figure(ax, figure, top + _LANE * lane, marks[row["outlet"]].colour)


def draw_figure(ax, figure, y, colour, marker=None, times=1):
    """
    Draw one figure on a row: dot, bar or arrow, filled or hollow, with its value beside it.

    Parameters
    ----------
    ax : Axes
    figure : mapping
        ``low``, ``high``, ``qualifier``, ``shared``; not both ends null.
    y : float
        Where the row is.
    colour : colour of matplotlib
    marker : marker of matplotlib, optional
        None: a diamond for "about", else a dot.
    times : int
        How many such figures the mark stands for; written if more than one.
    """
    low, high = figure["low"], figure["high"]
    ends = [v for v in (low, high) if not pd.isna(v)]
    fill = style.PAPER if figure["shared"] else colour
    if len(set(ends)) == 2:
        ax.plot(ends, [y, y], color=colour, linewidth=3.2, solid_capstyle="butt", zorder=2)
        ax.plot(ends, [y, y], "|", color=colour, markersize=8, markeredgewidth=1.6, zorder=2)
    for open_end, value, way in ((pd.isna(high), low, 1), (pd.isna(low), high, -1)):
        if open_end:
            tip = offset_copy(ax.transData, ax.figure, x=way * ARROW, units="inches")
            ax.annotate(
                "",
                (value, y),
                (value, y),
                tip,
                "data",
                zorder=2,
                arrowprops={
                    "arrowstyle": "-|>",
                    "color": colour,
                    "linewidth": 1.4,
                    "shrinkA": 0,
                    "shrinkB": 0,
                },
            )
    shape = marker or ("D" if figure["qualifier"] == "approx" else "o")
    if len(set(ends)) == 1:
        ax.plot(
            ends[:1],
            [y],
            shape,
            color=colour,
            markerfacecolor=fill,
            markersize=6.5,
            markeredgewidth=1.4,
            zorder=3,
        )
    elif figure["shared"]:
        ax.plot(ends, [y, y], color=style.PAPER, linewidth=1.4, solid_capstyle="butt", zorder=3)
    reach = (ARROW if pd.isna(high) else 0.08) * 72 + 2
    ax.annotate(
        figure_label(low, high, figure["qualifier"], times),
        (max(ends), y),
        (reach, -0.5),
        textcoords="offset points",
        va="center",
        size=style.SIZE["note"],
    )


def _draw_words(axes, rows, shape):
    bands(axes, shape[1], [r["name"] for r in rows])
    for ax in axes:
        outlet_rows(ax, *shape, lines=False)
        ax.tick_params(axis="y", labelleft=False)
        ax.set_xticks([])
        ax.set_xlim(0, 1)
        ax.spines["bottom"].set_visible(False)
        ax.set_title("in words", weight="normal", color=style.SOFT)
        for row, centre in zip(rows, shape[1], strict=True):
            short = style.wrap(row["words"], _WORDS, style.SIZE["note"], lines=2)
            ax.text(0, centre, short, va="center", size=style.SIZE["note"], style="italic")


def legend_of_figures(table):
    """
    Give the legend for the kinds of figure that a table holds.

    Parameters
    ----------
    table : DataFrame
        Columns ``low``, ``high``, ``qualifier``, ``shared``.

    Returns
    -------
    list of Line2D
    """
    low, high = table["low"], table["high"]
    look = {"color": style.SOFT, "linestyle": "none", "markersize": 7}
    kinds = [
        (
            low.notna() & (low == high) & (table["qualifier"] != "approx"),
            "stated number",
            {"marker": "o"},
        ),
        (table["qualifier"] == "approx", "about", {"marker": "D"}),
        (
            low.notna() & high.notna() & (low != high),
            "range",
            {"marker": "|", "linestyle": "-", "linewidth": 3},
        ),
        (low.notna() & high.isna(), "at least, more than", {"marker": _arrow(1), "markersize": 17}),
        (low.isna() & high.notna(), "at most, less than", {"marker": _arrow(-1), "markersize": 17}),
        (
            table["shared"],
            "hollow: source shared with another outlet",
            {"marker": "o", "markerfacecolor": style.PAPER},
        ),
    ]
    return [
        Line2D([], [], label=label, **{**look, **own}) for here, label, own in kinds if here.any()
    ]


def _arrow(way):
    """Give a marker for the legend: an arrow to the right (1) or left (-1)."""
    outline = [
        (-1, -0.05),
        (0.4, -0.05),
        (0.4, -0.3),
        (1, 0),
        (0.4, 0.3),
        (0.4, 0.05),
        (-1, 0.05),
        (-1, -0.05),
    ]
    return Path([(way * x, y) for x, y in outline])


def _facts(table):
    outlets = table["outlet"].nunique()
    return (
        f"{len(table)} figure{'s' * (len(table) != 1)} from {outlets} outlet{'s' * (outlets != 1)}"
        f"{day_span(table['published'])}. Reported numbers, not verified ones."
    )


def _extremes(table):
    known = table[table["qualifier"] != "vague"].dropna(subset=["low", "high"], how="all")
    if known.empty:
        return "None gives a number."
    value = known["low"].fillna(known["high"])
    ends = [known.loc[i] for i in (value.idxmin(), value.idxmax())]
    shown = [f"{figure_label(e['low'], e['high'], e['qualifier'])} ({e['outlet']})" for e in ends]
    return f"Lowest {shown[0]}, highest {shown[1]}."
