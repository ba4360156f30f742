"""
Terms that an outlet uses more than the others do.

In: KEYNESS. Out: matplotlib Figures: z against frequency for few outlets, lists of top terms for many.
Scores come with the table; only terms above nought are labelled, by their rank of z.
"""

import matplotlib.ticker as ticker

from analysis.chart import style
from analysis.chart.layout import empty, finish, keep_most, outlet_rows, panels, said, styled

__all__ = ["keyness"]

FEW = 4  # outlets, up to which each gets a large panel of its own
_TERM = 0.19  # inches of a row in a list
_COLUMNS = 3  # of lists


@styled
def keyness(
    table,
    title="Terms that each outlet uses more than the others",
    caption=None,
    labels=14,
    marks=None,
    most=40,
):
    """
    Draw the terms that mark each outlet.

    Parameters
    ----------
    table : DataFrame
        KEYNESS. Not changed.
    title : str
        States the finding.
    caption : str, optional
        None: outlets and terms.
    labels : int
        Terms named in each panel, at most; for more than four outlets, a third of it.
    marks : dict, optional
        From ``style.outlet_marks`` of the whole run; None: of this table.
    most : int
        At most so many outlets, those with most words.

    Returns
    -------
    Figure
        Up to four outlets: a panel each, every term a dot, how often across, z upwards (above 1.96: more than chance
        would give). More outlets: small panels, each a list of the top terms with z as a bar.
    """
    if table.empty:
        return empty(
            title, "no term is frequent enough. Lower the document floor or take more articles."
        )
    kept, note = keep_most(table, "outlet", most, "count")
    marks = marks or style.outlet_marks(kept["outlet"])
    outlets = sorted(dict.fromkeys(kept["outlet"]), key=str.casefold)
    draw = _dots if len(outlets) <= FEW else _lists
    chart, left_out = draw(kept, outlets, labels, marks)
    facts = (
        f"{len(outlets)} outlet{'s' * (len(outlets) != 1)}, {kept['term'].nunique():,} terms. "
        f"z: log-odds ratio against the rest over its standard error"
        f"{', in brackets times in the outlet' if draw is _lists else '; dashes: 1.96'}."
    )
    finish(
        chart,
        title,
        said(facts if caption is None else caption, note),
        said(facts, _tops(kept, outlets)),
    )
    left_out()
    return chart


def _tops(table, outlets):
    parts = []
    for outlet in outlets[:8]:
        rows = table[(table["outlet"] == outlet) & (table["z"] > 0)].nlargest(3, "z")
        parts.append(f"{outlet}: {', '.join(rows['term']) or 'none'}.")
    return said(*parts)


def _dots(table, outlets, labels, marks):
    chart, grid = panels([2.9] * len(outlets))
    named = []
    for outlet, ax in zip(outlets, grid[:, 0], strict=True):
        rows, mark = table[table["outlet"] == outlet], marks[outlet]
        top = rows[rows["z"] > 0].nlargest(labels, ["z", "count"])
        rest = rows.drop(top.index)
        ax.plot(
            rest["count"],
            rest["z"],
            "o",
            color=style.FAINT,
            markersize=3.5,
            linestyle="none",
            zorder=1,
        )
        ax.plot(
            top["count"],
            top["z"],
            mark.marker,
            color=mark.colour,
            markersize=5,
            linestyle="none",
            zorder=3,
        )
        ax.axhline(1.96, color=style.SOFT, linewidth=0.8, linestyle=(0, (4, 2)), zorder=0)
        _frequency_axis(ax, rows["count"])
        ax.set_title(style.wrap(outlet, 6, lines=2, bold=True))
        ax.set_ylabel("z")
        ax.margins(y=0.1)
        named.append((ax, top))
    grid[-1, 0].set_xlabel("times in the outlet (logarithmic scale)")
    return chart, lambda: [_label(ax, top) for ax, top in named]


def _frequency_axis(ax, counts):
    ax.set_xscale("symlog", linthresh=1)
    ax.set_xlim(-0.3 if (counts < 1).any() else 0.6, max(counts.max(), 2) * 2.2)
    ax.xaxis.set_major_formatter(ticker.FuncFormatter(lambda value, _: f"{value:,.0f}"))
    ax.xaxis.set_minor_locator(ticker.NullLocator())
    ax.grid(axis="both")


def _label(ax, top):
    """Name terms beside their dots; a name that finds no free place is left out, the table has it."""
    from adjustText import adjust_text

    texts = [
        ax.text(
            x,
            y,
            style.wrap(term, 1.6, style.SIZE["cell"], lines=1),
            size=style.SIZE["cell"],
            zorder=4,
        )
        for term, x, y in zip(top["term"], top["count"], top["z"], strict=True)
    ]
    if not texts:
        return
    # a number of steps, not of seconds: the same labels stand in the same place on every machine
    adjust_text(
        texts, x=list(top["count"]), y=list(top["z"]), ax=ax, iter_lim=80, expand=(1.06, 1.25)
    )
    taken = [ax.title.get_window_extent()]
    for text, dot in zip(texts, zip(top["count"], top["z"], strict=True), strict=True):
        box = text.get_window_extent()
        if any(box.overlaps(other) for other in taken):
            text.remove()
        else:
            taken.append(box)
            _lead(ax, box, dot)


def _lead(ax, box, dot):
    """Draw a thin line from a dot to its name where they stand apart."""
    x, y = ax.transData.transform(dot)
    near = min(max(x, box.x0), box.x1), min(max(y, box.y0), box.y1)
    if abs(near[0] - x) + abs(near[1] - y) > 9:
        end = ax.transData.inverted().transform(near)
        ax.plot([dot[0], end[0]], [dot[1], end[1]], color=style.SOFT, linewidth=0.5, zorder=2)


def _lists(table, outlets, labels, marks):
    per = max(3, labels // 3)
    chart, grid = panels(
        [_TERM * per + 0.1] * -(-len(outlets) // _COLUMNS), [1] * _COLUMNS, width=11
    )
    high = max(table["z"].max(), 1.0)
    flat = list(grid.flat)
    for outlet, ax in zip(outlets, flat, strict=False):
        rows = table[(table["outlet"] == outlet) & (table["z"] > 0)].nlargest(per, ["z", "count"])
        _list(ax, rows, per, marks[outlet].colour)
        ax.set_xlim(0, high * 1.6)
        ax.set_title(style.wrap(outlet, 1.6, lines=3, bold=True))
    for ax in flat[len(outlets) :]:
        ax.set_visible(False)
    return chart, lambda: None


def _list(ax, rows, per, colour):
    centres = [_TERM * (i + 0.5) for i in range(per)]
    terms = [style.wrap(t, 1.75, style.SIZE["note"], lines=1) for t in rows["term"]]
    outlet_rows(ax, terms, centres[: len(rows)], _TERM * per, lines=False)
    ax.tick_params(axis="y", labelsize=style.SIZE["note"])
    ax.barh(centres[: len(rows)], rows["z"], _TERM * 0.62, color=colour)
    for z, n, y in zip(rows["z"], rows["count"], centres, strict=False):
        ax.annotate(
            f"{z:.1f} ({n:,.0f})",
            (z, y),
            (3, -0.5),
            textcoords="offset points",
            va="center",
            size=style.SIZE["cell"],
            color=style.SOFT,
        )
    if rows.empty:
        ax.text(
            0,
            centres[0],
            "no term above the rest",
            size=style.SIZE["note"],
            color=style.SOFT,
            va="center",
        )
    ax.set_xticks([])
    ax.spines["bottom"].set_visible(False)
