"""
Dot charts: one value with its interval for each outlet.

In: COMPARISONS, or a tidy table of estimates by outlet and group. Out: matplotlib Figures.
Means, intervals and p-values come with the table; where an interval is missing the row says "too few".
"""

import pandas as pd
from matplotlib.lines import Line2D

from analysis.chart import style
from analysis.chart.layout import (
    ROW,
    bands,
    empty,
    finish,
    keep_most,
    outlet_rows,
    panels,
    row_names,
    said,
    styled,
)

__all__ = ["agentless", "intervals", "tone"]

_STEP = 0.2  # inches between groups in one row
_ACROSS = 3  # panels beside each other


@styled
def intervals(
    table,
    title="By outlet, with intervals",
    caption=None,
    reference=None,
    unit="estimate",
    marks=None,
    most=40,
    interval="interval",
):
    """
    Draw a dot with its interval for each outlet, a panel for each metric.

    Parameters
    ----------
    table : DataFrame
        COMPARISONS. An outlet whose ``low`` or ``high`` is null is drawn hollow, or not at all, and marked "too few".
        Outlets that differ after correction (``p_adjusted`` below .05) are marked with an asterisk. Not changed.
    title : str
        States the finding.
    caption : str, optional
        None: outlets, articles and events, and what the bars are.
    reference : float or dict, optional
        Where the reference line stands, such as the mean of all outlets; a dict gives one for each metric.
    unit : str
        Label of the axis, with the unit.
    marks : dict, optional
        From ``style.outlet_marks`` of the whole run; None: of this table.
    most : int
        At most so many outlets, those with most articles.
    interval : str
        What the bars are, for the legend: "95% interval, bootstrap over events".

    Returns
    -------
    Figure
        Outlets in the order of the first metric's estimate.
    """
    if table.empty:
        return empty(
            title,
            "no comparison was made. Each outlet needs articles about events that others report too.",
        )
    kept, note = keep_most(table, "outlet", most, "n_articles")
    marks = marks or style.outlet_marks(kept["outlet"])
    metrics, outlets = list(dict.fromkeys(kept["metric"])), _order(kept)
    labels, centres, total = row_names(outlets)
    across = min(len(metrics), _ACROSS)
    chart, grid = panels(
        [total] * -(-len(metrics) // across), [1] * across, width=7 + 1.5 * across, share_y=True
    )
    for ax in grid.flat[len(metrics) :]:
        ax.set_visible(False)
    for metric, ax in zip(metrics, grid.flat, strict=False):
        outlet_rows(ax, labels, centres, total)
        part = kept[kept["metric"] == metric].set_index("outlet")
        _panel(ax, part.reindex(outlets), centres, marks)
        ax.set_title(metric.replace("_", " ") if len(metrics) > 1 else "")
        ax.set_xlabel(style.wrap(unit, 6 if len(metrics) == 1 else 1.9))
        _reference(ax, reference.get(metric) if isinstance(reference, dict) else reference)
        if part["estimate"].isna().all():
            ax.set_xticks([])  # a scale without a value on it would be invented
    facts = _facts(kept)
    return finish(
        chart,
        title,
        said(facts if caption is None else caption, _starred(kept), note),
        said("Dot chart with intervals.", facts, _ends(kept)),
        _legend(kept, reference, interval),
    )


def _order(table):
    first = table[table["metric"] == table["metric"].iloc[0]].set_index("outlet")["estimate"]
    names = dict.fromkeys(table["outlet"])
    return sorted(
        names,
        key=lambda o: (pd.isna(first.get(o)), -first.get(o, 0) if pd.notna(first.get(o)) else 0, o),
    )


def _panel(ax, rows, centres, marks):
    for (outlet, row), y in zip(rows.iterrows(), centres, strict=True):
        known, few = pd.notna(row["estimate"]), pd.isna(row["low"]) or pd.isna(row["high"])
        mark = marks[outlet]
        if not few:
            ax.plot(
                [row["low"], row["high"]],
                [y, y],
                color=mark.colour,
                linewidth=2.2,
                solid_capstyle="butt",
            )
        if known:
            ax.plot(
                [row["estimate"]],
                [y],
                mark.marker,
                color=mark.colour,
                markeredgewidth=1.4,
                markerfacecolor=style.PAPER if few else mark.colour,
                zorder=3,
            )
        _count(ax, row, y, few)
    ax.grid(axis="x")
    ax.margins(x=0.08)


def _count(ax, row, y, few):
    """Write at the right end of a row what it rests on."""
    star = "*" if pd.notna(row["p_adjusted"]) and row["p_adjusted"] < 0.05 else ""
    words = "no data"
    if pd.notna(row["n_articles"]):
        words = said(
            star, "too few," if few else "", f"{row['n_articles']:,.0f} / {row['n_events']:,.0f}"
        )
    ax.annotate(
        words,
        (1, y),
        (4, 0),
        ax.get_yaxis_transform(),
        "offset points",
        va="center",
        size=style.SIZE["note"],
        color=style.SOFT,
    )


def _reference(ax, value):
    if value is not None and pd.notna(value):
        ax.axvline(value, color=style.INK, linewidth=1, linestyle=(0, (4, 2)), zorder=1)


def _legend(table, reference, interval):
    look = {"color": style.SOFT, "marker": "o"}
    handles = [Line2D([], [], linewidth=2.2, label=f"estimate and {interval}", **look)]
    if table[["low", "high"]].isna().any(axis=None):
        handles.append(
            Line2D(
                [],
                [],
                linestyle="none",
                markerfacecolor=style.PAPER,
                label="too few for an interval",
                **look,
            )
        )
    if reference is not None:
        handles.append(
            Line2D([], [], color=style.INK, linestyle=(0, (4, 2)), linewidth=1, label="reference")
        )
    return handles


def _facts(table):
    one = table.sort_values("n_articles", ascending=False).drop_duplicates("outlet")
    return (
        f"{len(one)} outlet{'s' * (len(one) != 1)}, {one['n_articles'].sum():,.0f} articles. "
        f"At the right: articles / events."
    )


def _starred(table):
    return (
        "* differs after correction for many comparisons (p < .05)."
        if (table["p_adjusted"] < 0.05).any()
        else ""
    )


def _ends(table):
    parts = []
    for metric, rows in table.dropna(subset=["estimate"]).groupby("metric", sort=False):
        top, low = rows.loc[rows["estimate"].idxmax()], rows.loc[rows["estimate"].idxmin()]
        parts.append(
            f"{str(metric).replace('_', ' ')}: highest {top['outlet']} {top['estimate']:.2f}, "
            f"lowest {low['outlet']} {low['estimate']:.2f}."
        )
    few = table.loc[table["low"].isna(), "outlet"].nunique()
    return said(*parts[:4], f"Too few for an interval: {few} outlets." if few else "")


@styled
def tone(
    table,
    title="Tone by voice",
    caption=None,
    unit="mean compound score, -1 negative to 1 positive",
    most=40,
):
    """
    Draw for each outlet the tone of its own words and of the words that it attributes.

    Parameters
    ----------
    table : DataFrame
        Columns ``outlet``, ``voice`` (own, attributed), ``estimate``; optional ``low``, ``high`` (interval),
        ``n_articles``. Not changed.
    title, caption, unit, most
        As for ``intervals``.

    Returns
    -------
    Figure
    """
    return _grouped(
        table,
        "voice",
        title,
        caption,
        unit,
        most,
        "Dot chart of tone by voice.",
        0.0,
        "no sentence was scored. Check that articles have text in English.",
    )


@styled
def agentless(
    table,
    title="Harm told without saying who did it",
    caption=None,
    unit="share of clauses of harm that name no agent, 0 to 1",
    most=40,
):
    """
    Draw for each outlet how often clauses of harm name nobody who did it, by who is known to have done it.

    Parameters
    ----------
    table : DataFrame
        Columns ``outlet``, ``agent`` (whom the event's other articles name, or "all"), ``estimate`` (0 to 1);
        optional ``low``, ``high``, ``n_articles`` (or ``n``: clauses). Not changed.
    title, caption, unit, most
        As for ``intervals``.

    Returns
    -------
    Figure
    """
    return _grouped(
        table,
        "agent",
        title,
        caption,
        unit,
        most,
        "Dot chart of agentless clauses.",
        None,
        "no clause of harm was found.",
    )


def _grouped(table, group, title, caption, unit, most, kind, line, why):
    if table.empty:
        return empty(title, why)
    weight = next((c for c in ("n_articles", "n") if c in table), None)
    kept, note = keep_most(table, "outlet", most, weight)
    groups = list(dict.fromkeys(kept[group].map(style.clean)))
    fills = style.category_fills(groups)
    outlets = sorted(dict.fromkeys(kept["outlet"]), key=_mean_rank(kept))
    labels, centres, total = row_names(outlets, least=max(ROW, _STEP * len(groups) + 0.1))
    chart, grid = panels([total])
    ax = grid[0, 0]
    outlet_rows(ax, labels, centres, total, lines=False)
    for rank, name in enumerate(groups):
        part = kept[kept[group].map(style.clean) == name].set_index("outlet").reindex(outlets)
        shift = _STEP * (rank - (len(groups) - 1) / 2)
        _draw_group(ax, part, [c + shift for c in centres], fills[name], rank, weight)
    bands([ax], centres)
    ax.grid(axis="x")
    ax.set_xlabel(unit)
    _reference(ax, line)
    handles = [_handle(fills[g], i, g) for i, g in enumerate(groups)]
    count = f"{len(outlets)} outlet{'s' * (len(outlets) != 1)}"
    facts = f"{count}{_rests_on(kept, weight)}."
    return finish(
        chart,
        title,
        said(facts if caption is None else caption, note),
        said(kind, facts, _group_ends(kept, group)),
        handles,
    )


def _mean_rank(table):
    # the order of rows only; nothing of it is shown
    means = table.groupby("outlet")["estimate"].mean()
    return lambda outlet: (
        pd.isna(means[outlet]),
        -means[outlet] if pd.notna(means[outlet]) else 0,
        outlet,
    )


def _draw_group(ax, rows, ys, fill, rank, weight):
    for (_, row), y in zip(rows.iterrows(), ys, strict=True):
        if pd.isna(row["estimate"]):
            continue
        if "low" in row and pd.notna(row["low"]) and pd.notna(row["high"]):
            ax.plot(
                [row["low"], row["high"]],
                [y, y],
                color=fill.line,
                linewidth=1.8,
                solid_capstyle="butt",
            )
        ax.plot(
            [row["estimate"]],
            [y],
            fill.marker,
            color=fill.line,
            markeredgewidth=1.4,
            zorder=3,
            markerfacecolor=fill.line if rank % 2 == 0 else style.PAPER,
        )
        if weight:
            ax.annotate(
                f"n {row[weight]:,.0f}",
                (1, y),
                (4, 0),
                ax.get_yaxis_transform(),
                "offset points",
                va="center",
                size=style.SIZE["cell"],
                color=style.SOFT,
            )


def _handle(fill, rank, label):
    face = fill.line if rank % 2 == 0 else style.PAPER
    return Line2D(
        [],
        [],
        linestyle="none",
        marker=fill.marker,
        color=fill.line,
        markerfacecolor=face,
        markeredgewidth=1.4,
        label=label,
    )


def _rests_on(table, weight):
    names = {"n_articles": "articles", "n": "items"}
    return f", n: {names[weight]}" if weight else ""


def _group_ends(table, group):
    parts = []
    for name, rows in table.dropna(subset=["estimate"]).groupby(group, sort=False):
        top, low = rows.loc[rows["estimate"].idxmax()], rows.loc[rows["estimate"].idxmin()]
        ends = (f"{row['estimate']:.2f} ({row['outlet']})" for row in (low, top))
        parts.append(f"{name}: from {' to '.join(ends)}.")
    return said(*parts[:6])
