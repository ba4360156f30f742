"""
Terms that one outlet uses more often than the others.

In: KEYNESS. Out: a matplotlib Figure: z against frequency for a few outlets, lists of top terms
for many. Scores come with the table; only terms with z above 0 are named.
"""

from collections.abc import Mapping, Sequence

import pandas as pd
from matplotlib import ticker
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.transforms import Bbox

from analysis.chart import palette
from analysis.chart.captions import choose_caption, join_sentences
from analysis.chart.evidence import Evidence, attach, of_rows, sample_words
from analysis.chart.layout import Chart, empty_chart, finish, panels
from analysis.chart.legends import DASHED
from analysis.chart.palette import Mark, outlet_marks
from analysis.chart.rows import Rows, draw_rows, keep_largest
from analysis.chart.style import SIZE, styled
from analysis.chart.text_fitting import wrap
from analysis.core.plurals import count_and_noun

__all__ = ["keyness"]

_FEW_OUTLETS = 4  # up to this number each outlet has a scatter plot, above it a list
_LISTS_PER_ROW = 3
_CRITICAL_Z = 1.96  # of a two-sided test at the level of 5%
# in inches
_SCATTER_HEIGHT = 2.9
_TERM_HEIGHT = 0.19
_LISTS_WIDTH = 11
_LONGEST_LEAD = 9  # pixels between a dot and its name, above which a line connects them


@styled
def keyness(
    table: pd.DataFrame,
    title: str = "Terms that each outlet uses more than the others",
    caption: str | None = None,
    max_terms: int = 14,
    marks: Mapping[str, Mark] | None = None,
    max_outlets: int = 40,
) -> Figure:
    """
    Draw the terms that distinguish each outlet from the others.

    Parameters
    ----------
    table : DataFrame
        KEYNESS. Not changed.
    title : str
        States the finding.
    caption : str, optional
        By default the number of outlets and terms, and what z is.
    max_terms : int
        Maximum number of terms named for each outlet; a third of it for more than four outlets.
    marks : mapping of str to Mark, optional
        From ``palette.outlet_marks`` of the whole run. By default of this table.
    max_outlets : int
        Only the outlets with most words are shown.

    Returns
    -------
    Figure
        Up to four outlets: one panel each, with a dot for each term, its frequency on the
        horizontal and z on the vertical axis (above 1.96: more often than chance explains). More
        outlets: one small panel each, with the top terms and z as a bar.
    """
    if table.empty:
        return empty_chart(
            title,
            "no term is more frequent than chance explains, or none is frequent enough to be "
            "tested.",
        )
    kept, note = keep_largest(table, "outlet", max_outlets, "count")
    marks = marks or outlet_marks(kept["outlet"])
    by_outlet = {
        outlet: kept.loc[kept["outlet"] == outlet]
        for outlet in sorted(dict.fromkeys(kept["outlet"]), key=str.casefold)
    }
    are_few = len(by_outlet) <= _FEW_OUTLETS
    facts = (
        f"{count_and_noun(len(by_outlet), 'outlet')}, {len(set(kept['term'])):,} terms. "
        "z: log-odds ratio against the other outlets, divided by its standard error"
    )
    if are_few:
        chart = _draw_scatters(by_outlet, max_terms, marks)
        facts += f"; dashed line: {_CRITICAL_Z}."
    else:
        chart = _draw_lists(by_outlet, max(3, max_terms // 3), marks)
        facts += ". In brackets: number of times in the outlet."
    finish(
        chart,
        title,
        choose_caption(caption, facts, note),
        join_sentences("Chart of terms by outlet.", facts, _top_terms(by_outlet)),
    )
    if are_few:
        # terms are named at the end, because free places depend on the final size
        for ax, terms in zip(chart.axes, by_outlet.values(), strict=True):
            _name_terms(ax, _distinctive(terms, max_terms))
    return chart


def _distinctive(terms: pd.DataFrame, limit: int) -> pd.DataFrame:
    """Return the terms with the highest z above 0."""
    return terms.loc[terms["z"] > 0].nlargest(limit, ["z", "count"])


def _top_terms(by_outlet: Mapping[str, pd.DataFrame]) -> str:
    """Name the top terms of the first outlets."""
    sentences = []
    for outlet, terms in list(by_outlet.items())[:8]:
        top = terms.loc[terms["z"] > 0].nlargest(3, "z")
        sentences.append(f"{outlet}: {', '.join(top['term']) or 'none'}.")
    return join_sentences(*sentences)


def _draw_scatters(
    by_outlet: Mapping[str, pd.DataFrame], max_terms: int, marks: Mapping[str, Mark]
) -> Chart:
    chart, grid = panels([_SCATTER_HEIGHT] * len(by_outlet))
    for ax, (outlet, terms) in zip(grid[:, 0], by_outlet.items(), strict=True):
        named = _distinctive(terms, max_terms)
        mark = marks[outlet]
        others = terms.drop(named.index)
        _draw_dots(ax, others, "o", palette.MUTED, size=2.5, order=1)
        for rank in range(len(named)):
            term = named.iloc[rank : rank + 1]
            dots = _draw_dots(ax, term, mark.marker, mark.colour, size=5, order=3)
            attach(_evidence(term.iloc[0].to_dict()), dots)
        ax.axhline(_CRITICAL_Z, color=palette.MUTED, linewidth=0.8, linestyle=DASHED, zorder=0)
        _set_frequency_axis(ax, terms.loc[:, "count"])
        ax.set_title(wrap(outlet, 6, lines=2, bold=True))
        ax.set_ylabel("z")
        ax.margins(y=0.1)
    grid[-1, 0].set_xlabel("number of times in the outlet (logarithmic scale)")
    return chart


def _draw_dots(
    ax: Axes,
    terms: pd.DataFrame,
    marker: str,
    colour: str,
    size: float,
    order: int,
) -> list[Line2D]:
    return ax.plot(
        terms["count"],
        terms["z"],
        marker,
        color=colour,
        markersize=size,
        linestyle="none",
        zorder=order,
    )


def _evidence(term: Mapping) -> Evidence:
    """Return what stands behind a term."""
    words = f"{term['outlet']}: “{term['term']}”, z {term['z']:.1f}"
    words += sample_words(term["count"], "time")
    return of_rows(words, outlet=term["outlet"], term=term["term"])


def _set_frequency_axis(ax: Axes, counts: pd.Series) -> None:
    ax.set_xscale("symlog", linthresh=1)
    left = 0.6
    if (counts < 1).any():
        left = -0.3
    ax.set_xlim(left, max(counts.max(), 2) * 2.2)
    ax.xaxis.set_major_formatter(ticker.FuncFormatter(lambda value, _: f"{value:,.0f}"))
    ax.xaxis.set_minor_locator(ticker.NullLocator())
    ax.grid(axis="both")


def _name_terms(ax: Axes, terms: pd.DataFrame) -> None:
    """Write terms next to their dots; a term without a free place is left out."""
    from adjustText import adjust_text

    if terms.empty:
        return
    dots = list(zip(terms["count"], terms["z"], strict=True))
    texts = []
    for term, (count, z) in zip(terms.to_dict("records"), dots, strict=True):
        short = wrap(term["term"], 1.6, SIZE["cell"], lines=1)
        text = ax.text(count, z, short, size=SIZE["cell"], zorder=4)
        attach(_evidence(term), text)
        texts.append(text)
    # limited by steps instead of time, so that terms have the same place on every computer
    adjust_text(
        texts,
        x=list(terms["count"]),
        y=list(terms["z"]),
        ax=ax,
        iter_lim=80,
        expand=(1.06, 1.25),
    )
    taken = [ax.title.get_window_extent()]
    for text, dot in zip(texts, dots, strict=True):
        box = text.get_window_extent()
        if any(box.overlaps(other) for other in taken):
            text.remove()
        else:
            taken.append(box)
            _draw_lead(ax, box, dot)


def _draw_lead(ax: Axes, box: Bbox, dot: tuple[float, float]) -> None:
    """Draw a thin line from a dot to its name if they are far apart."""
    dot_x, dot_y = ax.transData.transform(dot)
    near_x = min(max(dot_x, box.x0), box.x1)
    near_y = min(max(dot_y, box.y0), box.y1)
    if abs(near_x - dot_x) + abs(near_y - dot_y) > _LONGEST_LEAD:
        end_x, end_y = ax.transData.inverted().transform((near_x, near_y))
        ends, heights = [dot[0], end_x], [dot[1], end_y]
        ax.plot(ends, heights, color=palette.MUTED, linewidth=0.5, zorder=2)


def _draw_lists(
    by_outlet: Mapping[str, pd.DataFrame], max_terms: int, marks: Mapping[str, Mark]
) -> Chart:
    height = _TERM_HEIGHT * max_terms
    n_rows = -(-len(by_outlet) // _LISTS_PER_ROW)
    chart, grid = panels([height + 0.1] * n_rows, [1] * _LISTS_PER_ROW, width=_LISTS_WIDTH)
    highest = max(max(terms["z"].max() for terms in by_outlet.values()), 1.0)
    axes = list(grid.flat)
    for ax, (outlet, terms) in zip(axes, by_outlet.items(), strict=False):
        _draw_list(ax, _distinctive(terms, max_terms), height, marks[outlet].colour)
        ax.set_xlim(0, highest * 1.6)
        ax.set_title(wrap(outlet, 1.6, lines=3, bold=True))
    for ax in axes[len(by_outlet) :]:
        ax.set_visible(False)
    return chart


def _draw_list(
    ax: Axes,
    terms: pd.DataFrame,
    height: float,
    colour: str,
) -> None:
    """Draw a bar for each term, with z and the number of times at its end."""
    labels = [wrap(term, 1.75, SIZE["note"], lines=1) for term in terms["term"]]
    centres = [_TERM_HEIGHT * (rank + 0.5) for rank in range(len(terms))]
    draw_rows(ax, Rows(labels, centres, height), lines=False)
    ax.tick_params(axis="y", labelsize=SIZE["note"])
    bars = ax.barh(centres, terms["z"], _TERM_HEIGHT * 0.62, color=colour)
    for bar, label, term in zip(bars, ax.get_yticklabels(), terms.to_dict("records"), strict=True):
        attach(_evidence(term), bar, label)
    _write_scores(ax, terms, centres)
    if terms.empty:
        ax.text(
            0,
            _TERM_HEIGHT / 2,
            "no term with z above 0",
            size=SIZE["note"],
            color=palette.MUTED,
            va="center",
        )
    ax.set_xticks([])
    ax.spines["bottom"].set_visible(False)


def _write_scores(ax: Axes, terms: pd.DataFrame, centres: Sequence[float]) -> None:
    for z, count, centre in zip(terms["z"], terms["count"], centres, strict=True):
        ax.annotate(
            f"{z:.1f} ({count:,.0f})",
            (z, centre),
            (3, -0.5),
            textcoords="offset points",
            va="center",
            size=SIZE["cell"],
            color=palette.MUTED,
        )
