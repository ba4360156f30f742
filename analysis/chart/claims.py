"""
The claims chart: the figures of hand-coded claims, outlet by outlet.

In: CLAIMS. Out: a matplotlib Figure with a column of panels for each thing counted at each place.
Claims of an outlet with the same figure share a mark, which shows how many they are. No figure is
drawn as truer than another.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from analysis.chart.axes import CountScale, choose_count_scale
from analysis.chart.captions import (
    AS_REPORTED,
    NO_OUTLET,
    choose_caption,
    count_outlets,
    day_span,
    join_sentences,
    spaced,
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
from analysis.chart.palette import Fill, category_fills, source_fills
from analysis.chart.rows import ROW_HEIGHT, Rows, arrange_rows, draw_rows, shade_bands
from analysis.chart.style import SIZE, styled
from analysis.chart.text_fitting import clean, wrap
from analysis.core.partial_dates import day_bounds
from analysis.core.plurals import count_and_noun

__all__ = ["claims_timeline"]

# in inches; at 130 dots per inch the whole chart is at most about 910 pixels high
_ROWS_HEIGHT = 4.5
_PANEL_WIDTH = 2.4  # labels are placed for this width
_LABELS_WIDTH = 2.1
_TITLE_WIDTH = 2.4
_MAX_PANELS = 3
_MAX_GROUPS = 8
_OTHERS = "all others"


@styled
def claims_timeline(
    claims: pd.DataFrame,
    by: str = "source_type",
    title: str = "Figures claimed, outlet by outlet",
    caption: str | None = None,
    unit: str = "people, as reported",
    max_panels: int = _MAX_PANELS,
) -> Figure:
    """
    Draw the figures of claims with a row for each outlet and a panel for each outcome and place.

    Parameters
    ----------
    claims : DataFrame
        CLAIMS, or columns ``published``, ``low``, ``high``, ``qualifier`` and the one named by
        ``by``; optional ``published_given``, ``outlet``, ``outcome``, ``outcome_coded`` (the
        coder's word, which is preferred) and ``place``. Not changed.
    by : str
        Column whose values have a marker each. The eight most frequent values have their own, the
        others share one.
    title : str
        States the finding.
    caption : str, optional
        By default the number of claims and outlets, and the days.
    unit : str
        What the figures count.
    max_panels : int
        The outcomes and places with most outlets have a panel each.

    Returns
    -------
    Figure
        One page. The rows of a panel are the outlets with most claims in it, as many as fit, in
        the order of their first day; those without a date come last. Bars are ranges, arrows are
        open ends; "×12" is printed twelve times. Headings say of how many outlets the rows are.
        Claims that are not drawn are counted in the caption, and so are those in words only.
    """
    if claims.empty:
        return empty_chart(title, "there is no claim about this event.")
    claims, too_large = without_infinite(claims)
    stated = claims.loc[~is_in_words(claims)]
    if stated.empty:
        return empty_chart(title, "no claim states a number.")
    stated, groups = _with_groups(_with_rows(stated), by)
    fills = source_fills(groups) if by == "source_type" else category_fills(groups)
    names = _largest_panels(stated, max_panels)
    drawn = [_fitting(stated.loc[stated["panel"].eq(name)]) for name in names]
    chart = _draw_panels(drawn, fills, unit)
    kept = pd.concat([panel.claims for panel in drawn])
    facts = _facts(claims, kept)
    shown = [entry for entry in marker_entries(fills) if entry.get_label() in set(kept["group"])]
    return finish(
        chart,
        title,
        choose_caption(caption, facts, _left_out(stated, kept), too_large),
        join_sentences("Range chart of claims by outlet.", facts),
        shown,
    )


def _with_rows(stated: pd.DataFrame) -> pd.DataFrame:
    """Add the row (``outlet``), the panel and the last day that a claim can be of (``last``)."""
    published = pd.Series(stated["published"])
    bounds = day_bounds(published, stated.get("published_given"))
    outlets = pd.Series(NO_OUTLET, index=stated.index)
    if "outlet" in stated:
        outlets = stated["outlet"].map(clean).replace("", NO_OUTLET)
    return stated.assign(outlet=outlets, panel=_panel_names(stated), last=bounds["last"])


def _panel_names(stated: pd.DataFrame) -> list[str]:
    """Return what each claim counts, and where: "bodies recovered, Panorama"."""
    names = []
    for claim in stated.to_dict("records"):
        outcome = claim.get("outcome_coded")
        if not isinstance(outcome, str):
            outcome = claim.get("outcome")
        parts = [spaced(part) for part in (outcome, claim.get("place")) if isinstance(part, str)]
        names.append(clean(", ".join(parts)) or "outcome not stated")
    return names


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


def _largest_panels(stated: pd.DataFrame, limit: int) -> list[str]:
    """Return the panels with most outlets; of as many, those with most claims."""
    sizes = stated.groupby("panel").agg(outlets=("outlet", "nunique"), claims=("outlet", "size"))
    ranked = sizes.sort_values(["outlets", "claims"], ascending=False, kind="stable")
    return ranked.index[:limit].tolist()


@dataclass
class _Cell:
    """
    What one outlet prints in one panel.

    Attributes
    ----------
    figures : list of tuple of FigureMark and str
        Each different figure with its group.
    lanes : list of int
        Vertical position of each figure within the row.
    """

    figures: list[tuple[FigureMark, str]]
    lanes: list[int]

    @property
    def height(self) -> float:
        """Inches of the row."""
        return max(ROW_HEIGHT, LANE_HEIGHT * (max(self.lanes) + 1) + 0.06)


def _cell(claims: pd.DataFrame, scale: CountScale) -> _Cell:
    """Count equal figures of one outlet and assign a lane to each different figure."""
    columns = ["low", "high", "qualifier", "group", "shared"]
    figures = []
    for _, same in claims.groupby(columns, dropna=False, sort=False):
        row = same.iloc[0].to_dict()
        mark = FigureMark.from_row(row, len(same))
        figures.append((mark, row["group"]))
    lanes = assign_lanes([figure.extent(scale, _PANEL_WIDTH) for figure, _ in figures])
    return _Cell(figures, lanes)


@dataclass
class _Panel:
    """
    The claims that one panel shows.

    Attributes
    ----------
    name : str
    claims : DataFrame
        Of the outlets that fit.
    scale : CountScale
    cells : dict of str to _Cell
        By outlet, in the order of rows.
    n_outlets : int
        Outlets with such a claim, shown or not.
    """

    name: str
    claims: pd.DataFrame
    scale: CountScale
    cells: dict[str, _Cell]
    n_outlets: int

    @property
    def heading(self) -> str:
        """What is counted, and of how many outlets if not all are shown."""
        if len(self.cells) == self.n_outlets:
            return self.name
        return f"{self.name} ({len(self.cells)} of {self.n_outlets} outlets)"

    @property
    def rows(self) -> Rows:
        """The rows of the panel."""
        return arrange_rows(list(self.cells), [cell.height for cell in self.cells.values()])


def _fitting(claims: pd.DataFrame) -> _Panel:
    """Keep the outlets with most claims whose rows fit on a page; at least one."""
    scale = choose_count_scale([*claims["low"], *claims["high"]], room=0.45)
    cells = {str(outlet): _cell(own, scale) for outlet, own in claims.groupby("outlet")}
    sizes = claims["outlet"].value_counts()
    kept: list[str] = []
    used = 0.0
    for outlet in sorted(cells, key=lambda name: (-sizes[name], name)):
        height = arrange_rows([outlet], cells[outlet].height).height
        if kept and used + height > _ROWS_HEIGHT:
            continue
        kept.append(outlet)
        used += height
    own = claims.loc[claims["outlet"].isin(kept)]
    ordered = {outlet: cells[outlet] for outlet in _by_first_day(own)}
    return _Panel(claims["panel"].iloc[0], own, scale, ordered, len(cells))


def _by_first_day(kept: pd.DataFrame) -> list[str]:
    """Return the outlets in the order of the first day that they can have printed a claim."""
    first = kept.groupby("outlet").agg(last=("last", "min")).reset_index()
    return first.sort_values(["last", "outlet"], na_position="last")["outlet"].tolist()


def _draw_panels(drawn: Sequence[_Panel], fills: Mapping[str, Fill], unit: str) -> Chart:
    height = max(panel.rows.height for panel in drawn)
    width = (_LABELS_WIDTH + _PANEL_WIDTH) * max(2, len(drawn))
    chart, grid = panels([height], [1] * len(drawn), width=width)
    for ax, panel in zip(grid[0], drawn, strict=True):
        _draw_panel(ax, panel, height, fills)
        ax.set_xlabel(_axis_label(panel.scale, unit))
    return chart


def _draw_panel(ax: Axes, panel: _Panel, height: float, fills: Mapping[str, Fill]) -> None:
    rows = panel.rows
    draw_rows(ax, rows, lines=False)
    ax.set_ylim(height, 0)  # so that rows are as high as in the other panels
    shade_bands([ax], rows)
    for cell, centre in zip(panel.cells.values(), rows.centres, strict=True):
        _draw_cell(ax, cell, centre, fills)
    panel.scale.apply(ax)
    ax.grid(axis="x")
    heading = wrap(panel.heading, _TITLE_WIDTH, SIZE["label"], bold=True, lines=4)
    ax.set_title(heading, loc="left", size=SIZE["label"])


def _axis_label(scale: CountScale, unit: str) -> str:
    """Return the label of an axis, which has two lines on a narrow panel."""
    return scale.axis_label(unit).replace(" (", "\n(")


def _draw_cell(ax: Axes, cell: _Cell, centre: float, fills: Mapping[str, Fill]) -> None:
    top = centre - LANE_HEIGHT * max(cell.lanes) / 2
    for (figure, group), lane in zip(cell.figures, cell.lanes, strict=True):
        fill = fills[group]
        figure.draw(ax, top + LANE_HEIGHT * lane, fill.line, fill.marker)


def _facts(claims: pd.DataFrame, kept: pd.DataFrame) -> str:
    facts = count_and_noun(len(kept), "claim")
    if kept["outlet"].ne(NO_OUTLET).to_numpy().any():
        facts += f" by {count_outlets(kept)}"
    facts += f"{day_span(kept['published'])}."
    n_in_words = int(np.count_nonzero(is_in_words(claims)))
    if n_in_words:
        facts += f" {n_in_words} more in words only."
    key = "Bars: ranges. Arrows: at least, at most. ×: number of times printed."
    return f"{facts} {key} {AS_REPORTED}"


def _left_out(stated: pd.DataFrame, kept: pd.DataFrame) -> str:
    """Say how many claims are not drawn: of outlets without a row, and of panels that are not."""
    is_panel = stated["panel"].isin(kept["panel"])
    n_without_row = int(np.count_nonzero(is_panel)) - len(kept)
    n_elsewhere = int(np.count_nonzero(~is_panel))
    parts = []
    if n_without_row:
        parts.append(f"{count_and_noun(n_without_row, 'claim')} of outlets without a row")
    if n_elsewhere:
        parts.append(f"{count_and_noun(n_elsewhere, 'claim')} of another outcome or place")
    return f"Not shown, in the saved table: {' and '.join(parts)}." if parts else ""
