"""
Bars of shares: what the cues or the names of each outlet are made of.

In: shares by outlet and category, with n. Out: matplotlib Figures. Shares come with the table.
Categories differ by hatch as well as by colour, and shares are written where they fit.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple, Self

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.text import Text

from analysis.chart import palette
from analysis.chart.axes import set_share_axis
from analysis.chart.captions import choose_caption, count_outlets, join_sentences, spaced
from analysis.chart.evidence import Evidence, attach, of_rows
from analysis.chart.layout import Chart, empty_chart, finish, panels
from analysis.chart.legends import patch_entries, place_on_panel
from analysis.chart.palette import Fill, category_fills, text_colour_on
from analysis.chart.rows import Rows, arrange_rows, draw_rows, keep_largest, note_at_right
from analysis.chart.style import SIZE, styled
from analysis.chart.text_fitting import clean, width_of

__all__ = ["diverging", "shares"]

_THICKNESS = 0.2  # inches of a bar
_SMALLEST_WRITTEN = 0.03  # shares below this are never written
_ALL_OTHERS = "all others"
_SHARE_MARK = "share:"  # marks a percentage that is removed if its bar turns out too short


class _Shares(NamedTuple):
    """
    A table of shares with a row for each outlet and a column for each category.

    Attributes
    ----------
    share : DataFrame
        0 where an outlet has no such category.
    n : DataFrame
        Counts, of the same shape.
    """

    share: pd.DataFrame
    n: pd.DataFrame

    @classmethod
    def from_rows(cls, table: pd.DataFrame, category: str) -> Self:
        """Reshape a table with one row for each outlet and category."""
        table = table.assign(**{category: table[category].map(clean)})
        share, n = (
            table.pivot_table(index="outlet", columns=category, values=values, aggfunc="first")
            for values in ("share", "n")
        )
        return cls(share.fillna(0.0), n.fillna(0))

    def join_rare(self) -> tuple[Self, list[str]]:
        """Return the shares with the rarest categories as one, if there are too many to tell."""
        most = len(palette.CATEGORY_FILLS)
        totals = self.n.sum().sort_values(ascending=False, kind="stable")
        rare = list(totals.index[most - 1 :]) if len(totals) > most else []
        if not rare:
            return self, []
        joined = (
            table.drop(columns=rare).assign(**{_ALL_OTHERS: table[rare].sum(axis=1)})
            for table in self
        )
        return type(self)(*joined), rare


class _Keys(NamedTuple):
    """
    Where the rows behind a bar are, and what its tooltip says.

    Attributes
    ----------
    category : str
        Name of the column.
    n : DataFrame
        Counts by outlet and category.
    referent : str
        Of the panel, or empty.
    """

    category: str
    n: pd.DataFrame
    referent: str = ""

    def evidence(self, outlet: str, category: str, share: float) -> Evidence:
        """Return the evidence of one bar."""
        own = self.n.loc[outlet]
        named = f"{spaced(self.referent)}: " if self.referent else ""
        words = f"{outlet}: {named}{spaced(category)} {share:.0%}"
        words += f" ({own[category]:,.0f} of {own.sum():,.0f})"
        values = {"outlet": outlet}
        if category != _ALL_OTHERS:
            values[self.category] = category
        if self.referent:
            values["referent"] = self.referent
        return of_rows(words, **values)


@styled
def diverging(
    table: pd.DataFrame,
    category: str = "cue_stance",
    left: Sequence[str] = ("supposing", "distancing"),
    right: Sequence[str] = ("endorsing",),
    title: str = "Stance of cues by outlet",
    caption: str | None = None,
    max_outlets: int = 40,
) -> Figure:
    """
    Draw shares of cues to the left (doubt) and to the right (trust) of a middle line.

    All other categories are drawn in a second panel.

    Parameters
    ----------
    table : DataFrame
        Columns ``outlet``, the one named by ``category``, ``share`` (0 to 1, of the cues of the
        outlet), ``n`` (cues in the category). Not changed.
    category : str
        Column of categories.
    left, right : sequence of str
        Categories on each side, from the middle outwards.
    title : str
        States the finding.
    caption : str, optional
        By default the number of outlets and cues.
    max_outlets : int
        Only the outlets with the largest n are shown.

    Returns
    -------
    Figure
        Outlets with the largest left share first.
    """
    if table.empty:
        return empty_chart(title, "no attribution with a cue was found.")
    kept, note = keep_largest(table, "outlet", max_outlets, "n")
    wide = _Shares.from_rows(kept, category)
    left, right = _present(left, wide.share), _present(right, wide.share)
    others = [name for name in wide.share if name not in (*left, *right)]
    outlets = _by_sides(wide.share, left, right)
    fills = category_fills([*left[::-1], *right, *others])
    rows = arrange_rows(outlets)
    keys = _Keys(category, wide.n)
    chart = _draw_diverging(wide.share.loc[outlets], rows, (left, right, others), fills, keys)
    n_cues = wide.n.loc[outlets].sum(axis=1)
    _write_totals(chart.axes[-1], n_cues, rows)
    facts = f"{count_outlets(kept)}, {n_cues.sum():,.0f} cues. n: number of cues of the outlet."
    finish(
        chart,
        title,
        choose_caption(caption, facts, note),
        join_sentences("Diverging bars.", facts, _most_common(wide.share)),
        patch_entries(fills),
    )
    return _remove_shares_that_do_not_fit(chart)


def _present(categories: Iterable[str], share: pd.DataFrame) -> list[str]:
    return [category for category in categories if category in share]


def _by_sides(share: pd.DataFrame, left: list[str], right: list[str]) -> list[str]:
    """Return the outlets, those with the largest left and the smallest right share first."""
    left_share = share.loc[:, left].sum(axis=1).to_dict()
    right_share = share.loc[:, right].sum(axis=1).to_dict()

    def sort_key(outlet: str) -> tuple:
        return -left_share[outlet], right_share[outlet], outlet

    return sorted(left_share, key=sort_key)


def _draw_diverging(
    share: pd.DataFrame,
    rows: Rows,
    categories: tuple[list[str], list[str], list[str]],
    fills: Mapping[str, Fill],
    keys: _Keys,
) -> Chart:
    """Draw the categories on the left, on the right, and those in the second panel if any."""
    left, right, others = categories
    widths = [3, 2] if others else [1]
    chart, grid = panels([rows.height], widths, share_y=True)
    sides = grid[0, 0]
    draw_rows(sides, rows, lines=False)
    left_share, right_share = share.loc[:, left], share.loc[:, right]
    _stack(sides, -left_share, rows, fills, keys)
    _stack(sides, right_share, rows, fills, keys)
    _set_sides_axis(sides, left_share.sum(axis=1).max(), right_share.sum(axis=1).max())
    left_names, right_names = ", ".join(left[::-1]), ", ".join(right)
    sides.set_xlabel(f"← {left_names or 'none'}    |    {right_names or 'none'} →")
    if others:
        panel = grid[0, 1]
        draw_rows(panel, rows, lines=False)
        _stack(panel, share.loc[:, others], rows, fills, keys)
        set_share_axis(panel, 0, 1)
        panel.set_xlabel("other cues")
    return chart


def _set_sides_axis(ax: Axes, left: float, right: float) -> None:
    """Set an axis that holds the longest bar of each side, with a line in the middle."""
    set_share_axis(ax, -max(left * 1.05, 0.1), max(right * 1.05, 0.1))
    ax.axvline(0, color=palette.TEXT, linewidth=1)


@styled
def shares(
    table: pd.DataFrame,
    category: str = "choice",
    title: str = "Naming choices by outlet",
    caption: str | None = None,
    max_outlets: int = 40,
) -> Figure:
    """
    Draw what the mentions of each outlet are made of, with one panel for each referent.

    Parameters
    ----------
    table : DataFrame
        Columns ``outlet``, the one named by ``category``, ``share`` (0 to 1), ``n`` (mentions in
        the category); optional ``referent`` (one panel for each). Not changed.
    category : str
        Column of categories. Of more than nine in a panel the rarest are joined as "all others",
        which the caption names.
    title : str
        States the finding.
    caption : str, optional
        By default the number of outlets and mentions.
    max_outlets : int
        Only the outlets with the largest n are shown.

    Returns
    -------
    Figure
        Categories with the largest n first. Each panel has its own legend, because each referent
        has its own names.
    """
    if table.empty:
        return empty_chart(
            title, "no name from the lexicon was found. Add the topic's names to a lexicon."
        )
    kept, note = keep_largest(table, "outlet", max_outlets, "n")
    by_referent = {}
    joined = []
    for referent, wide in _shares_by_referent(kept, category).items():
        by_referent[referent], rare = wide.join_rare()
        if rare:
            joined.append(f"All others: {', '.join(spaced(name) for name in rare)}.")
    chart = _draw_shares(by_referent, category)
    facts = (
        f"{count_outlets(kept)}, {kept['n'].sum():,.0f} mentions. "
        "n: number of mentions by the outlet."
    )
    most_common = []
    for referent, wide in by_referent.items():
        if referent:
            most_common.append(f"{spaced(referent)}:")
        most_common.append(_most_common(wide.share))
    finish(
        chart,
        title,
        choose_caption(caption, facts, note, *joined),
        join_sentences("Bars of shares.", facts, *most_common),
    )
    return _remove_shares_that_do_not_fit(chart)


def _shares_by_referent(table: pd.DataFrame, category: str) -> dict[str, _Shares]:
    if "referent" not in table:
        return {"": _Shares.from_rows(table, category)}
    return {
        referent: _Shares.from_rows(table.loc[table["referent"] == referent], category)
        for referent in dict.fromkeys(table["referent"])
    }


def _draw_shares(by_referent: Mapping[str, _Shares], category: str) -> Chart:
    outlets = [sorted(wide.share.index, key=str.casefold) for wide in by_referent.values()]
    layouts = [arrange_rows(names) for names in outlets]
    chart, grid = panels([rows.height for rows in layouts])
    for ax, names, rows, (referent, wide) in zip(
        grid[:, 0], outlets, layouts, by_referent.items(), strict=True
    ):
        totals = wide.n.sum().sort_values(ascending=False, kind="stable")
        in_order = sorted(totals.index, key=lambda name: name == _ALL_OTHERS)
        fills = category_fills(in_order)
        draw_rows(ax, rows, lines=False)
        keys = _Keys(category, wide.n, referent)
        _stack(ax, wide.share.loc[names, list(fills)], rows, fills, keys)
        set_share_axis(ax, 0, 1)
        _write_totals(ax, wide.n.loc[names].sum(axis=1), rows)
        place_on_panel(ax, patch_entries(fills), spaced(referent))
    grid[-1, 0].set_xlabel("share of mentions")
    return chart


def _stack(
    ax: Axes,
    share: pd.DataFrame,
    rows: Rows,
    fills: Mapping[str, Fill],
    keys: _Keys,
) -> None:
    """Draw bars outwards from 0, each with its share where it is large enough."""
    base = pd.Series(0.0, index=share.index)
    for category in share:
        fill = fills[category]
        bars = ax.barh(
            rows.centres,
            share[category],
            _THICKNESS,
            left=base,
            color=fill.colour,
            hatch=fill.hatch,
            edgecolor=palette.EDGE,
            linewidth=0.6,
        )
        values = zip(bars, share[category], base, rows.centres, strict=True)
        for outlet, (bar, value, start, centre) in zip(share.index, values, strict=True):
            if not value:
                bar.set_visible(False)
                continue
            evidence = keys.evidence(outlet, category, abs(value))
            attach(evidence, bar)
            if abs(value) >= _SMALLEST_WRITTEN:
                written = _write_share(ax, abs(value), (start + value / 2, centre), fill)
                attach(evidence, written)
        base = base + share[category]


def _write_share(
    ax: Axes,
    share: float,
    position: tuple[float, float],
    fill: Fill,
) -> Text:
    ground = None
    if fill.hatch:
        ground = {"facecolor": fill.colour, "linewidth": 0, "pad": 0.8}
    return ax.text(
        *position,
        f"{share:.0%}",
        ha="center",
        va="center",
        size=SIZE["cell"],
        color=text_colour_on(fill.colour),
        bbox=ground,
        gid=f"{_SHARE_MARK}{share}",
    )


def _remove_shares_that_do_not_fit(chart: Chart) -> Chart:
    """Remove percentages that are wider than their bars, once the final size is known."""
    for ax in chart.axes:
        ends = ax.transData.transform([(0, 0), (1, 0)])
        inches_per_unit = abs(ends[1][0] - ends[0][0]) / chart.dpi
        for text in list(ax.texts):
            mark = str(text.get_gid() or "")
            if not mark.startswith(_SHARE_MARK):
                continue
            bar = float(mark.removeprefix(_SHARE_MARK)) * inches_per_unit
            if width_of(text.get_text(), SIZE["cell"]) + 0.05 > bar:
                text.remove()
            else:
                text.set_gid(None)
    return chart


def _write_totals(ax: Axes, totals: Iterable[float], rows: Rows) -> None:
    for total, centre in zip(totals, rows.centres, strict=True):
        note_at_right(ax, centre, f"n = {total:,.0f}", gap=5)


def _most_common(share: pd.DataFrame) -> str:
    """Name the three categories with the largest mean share."""
    means = share.mean().sort_values(ascending=False, kind="stable")
    named = ", ".join(f"{spaced(name)} {mean:.0%}" for name, mean in means.head(3).items())
    return f"Most common on average over outlets: {named}."
