"""
The propagation chart: when each outlet printed a statement, and what had changed in it.

In: candidates of ``compare.propagation``. Out: a matplotlib Figure. Numbers that are as in the
statement, other numbers, and counts of something else have a panel each. A candidate is a
resemblance to check, not a fact, and the chart says so. Nothing is matched here.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D

from analysis.chart import palette
from analysis.chart.axes import day_number, format_count, set_day_axis
from analysis.chart.captions import (
    choose_caption,
    count_outlets,
    day_span,
    join_sentences,
    spaced,
)
from analysis.chart.evidence import Evidence, attach, of_row
from analysis.chart.layout import WIDTH, Chart, empty_chart, finish, panels
from analysis.chart.legends import line_entry
from analysis.chart.rows import Rows, arrange_rows, draw_rows, keep_largest
from analysis.chart.style import SIZE, styled
from analysis.chart.text_fitting import clean, wrap
from analysis.core.candidate_kinds import OTHER_THINGS, UNCHANGED, number_changed
from analysis.core.partial_dates import day_bounds
from analysis.core.plurals import count_and_noun

__all__ = ["propagation"]

# another count, which need not come from the statement's
_OTHER_COUNTS = (*OTHER_THINGS, "revised_down", "revised_up")
_HEADINGS = {
    "same": "Number as in the statement",
    "changed": "Another number or qualifier",
    "other": "Count of something else",
}
_LOOKS = {
    "unchanged": {"marker": "o", "color": palette.PRIMARY, "markerfacecolor": palette.BACKGROUND},
    "changed": {"marker": "s", "color": palette.CONTRAST},
    "another count": {"marker": "D", "color": palette.MUTED},
}

# in inches
_KIND_WIDTH = 0.42
_MAX_WIDTH = 13
_PRINTED_WIDTH = 1.7
_UNDATED_WIDTH = 2.6
_ROOM = 0.46  # share of the axis that text of _PRINTED_WIDTH needs
_TEXT_BOX = {"facecolor": palette.BACKGROUND, "linewidth": 0, "pad": 0.6}


@styled
def propagation(
    table: pd.DataFrame,
    origin: datetime | str | None = None,
    title: str = "Where the statement was printed",
    caption: str | None = None,
    max_outlets: int = 40,
    max_candidates: int = 100,
) -> Figure:
    """
    Draw when each outlet printed something like the statement, and what had changed in it.

    Parameters
    ----------
    table : DataFrame
        CANDIDATES of ``compare.propagation``, or one row per candidate with columns ``outlet``,
        ``published`` (day; null if unknown) and ``kind``; optional ``published_given`` ("2018-11"
        if only the month is known), ``other_ids`` (which figure it is), ``statement_words`` and
        ``words``, or ``statement_value`` and ``value`` (written as "4,000 → 8,000"), or ``printed``
        (text to write instead), and ``statement_published``. Not changed.
    origin : datetime, optional
        Day of the statement, where a line is drawn. By default the first ``statement_published``,
        if there is one.
    title : str
        States the finding.
    caption : str, optional
        By default the number of candidates and outlets, and the days.
    max_outlets : int
        Only the outlets with most candidates are shown.
    max_candidates : int
        Only the first candidates, in the order of the table, are shown.

    Returns
    -------
    Figure
        A panel with a heading for numbers as in the statement, for other numbers or qualifiers, and
        for counts of something else; those without candidates are left out. In each, a row for
        each outlet, day and number, in the order of days. On the left the day, on the right a mark
        under each kind of change: a ring if nothing changed, a square if something did, a diamond
        for another count. A bar is a month or year of which the day is not known. A line leads
        from the statement to what may come from it.
    """
    if table.empty:
        return empty_chart(
            title, "no candidate was found: no other text that was searched prints such a number."
        )
    kept, note = keep_largest(table, "outlet", max_outlets)
    if len(kept) > max_candidates:
        left_out = f"Shown: the first {max_candidates} of {len(kept):,} candidates."
        note = join_sentences(left_out, note or "The table contains all of them.")
        kept = kept.head(max_candidates)
    kept = _prepared(kept)
    statement_day = _statement_day(kept, origin)
    kinds = _ordered_kinds(kept.loc[:, "kind"])
    chart = _draw_panels(kept, statement_day)
    facts = (
        f"{count_and_noun(len(kept), 'candidate')} from {count_outlets(kept)}"
        f"{day_span(kept['last'])}. Candidates are resemblances to check, not facts."
    )
    counts = kept["kind"].value_counts()
    by_kind = ", ".join(f"{spaced(kind)} {count}" for kind, count in counts.items())
    has_periods = bool((kept["first"] < kept["last"]).any())
    return finish(
        chart,
        title,
        choose_caption(caption, facts, note),
        join_sentences("Chart of days and changes.", facts, f"By kind: {by_kind}."),
        _legend(kinds, statement_day is not None, has_periods),
    )


def _prepared(table: pd.DataFrame) -> pd.DataFrame:
    """Add the first and last day that each date can be, the panel, and the text to write."""
    published = pd.Series(table["published"])
    bounds = day_bounds(published, table.get("published_given"))
    table = table.assign(
        kind=table["kind"].map(clean),
        first=bounds["first"],
        last=bounds["last"],
    )
    table = table.assign(panel=_panel_names(table))
    table = table.assign(one_number=_only_value(table, "changed", "statement_words") != "")
    return table.assign(printed=_printed_text(table))


def _panel_names(table: pd.DataFrame) -> pd.Series:
    """Return the key of ``_HEADINGS`` of each candidate; those of one figure share a panel."""
    figure = ["other_ids"]
    if "other_ids" not in table:
        figure = [name for name in ("outlet", "first", "last", "printed") if name in table]
    panel = pd.Series("same", index=table.index, dtype="object")
    panel = panel.mask(number_changed(table, figure), "changed")
    return panel.mask(table["kind"].isin(OTHER_THINGS), "other")


def _printed_text(table: pd.DataFrame) -> pd.Series | list[str] | str:
    """Return the number of each candidate, and the number of the statement if it differs."""
    if "printed" in table:
        return table.loc[:, "printed"].map(clean)
    if "words" in table:
        return [_change_in_words(row) for row in table.to_dict("records")]
    if "value" not in table:
        return ""
    before = table["value"]
    if "statement_value" in table:
        before = table["statement_value"]
    return [_change(old, new) for old, new in zip(before, table["value"], strict=True)]


def _only_value(table: pd.DataFrame, panel: str, column: str) -> str:
    """Return the value that all candidates of a panel share, which its heading can name."""
    if column not in table:
        return ""
    values = table.loc[table["panel"].eq(panel), column]
    distinct = values.unique()
    return clean(distinct[0]) if len(distinct) == 1 else ""


def _heading(table: pd.DataFrame, panel: str) -> str:
    """Return the heading of a panel, with what all its candidates have in common."""
    number = _only_value(table, "changed", "statement_words")
    if panel == "changed" and number:
        return f"{_HEADINGS[panel]} than {number}"
    meaning = _only_value(table, "other", "meaning")
    is_alike = not set(table["kind"]) & {"part", "background"}
    if panel == "other" and meaning and is_alike:
        return f"{_HEADINGS[panel]}: {spaced(meaning)}"
    return _HEADINGS[panel]


def _change_in_words(candidate: Mapping) -> str:
    """Return a number as printed; of a changed one, also what it was, if that is one number."""
    before, after = clean(candidate.get("statement_words", "")), clean(candidate["words"])
    is_change = candidate["panel"] == "changed" and candidate["kind"] != "summed"
    is_change = is_change and not candidate["one_number"]
    return f"{before} → {after}" if is_change and before else after


def _change(old: float, new: float) -> str:
    if pd.isna(new):
        return ""
    if pd.isna(old) or old == new:
        return format_count(new)
    return f"{format_count(old)} → {format_count(new)}"


def _statement_day(table: pd.DataFrame, origin: datetime | str | None) -> pd.Timestamp | None:
    """Return the day of the statement; None if it is not known."""
    days = pd.Series([origin])
    if origin is None and "statement_published" in table:
        days = table.loc[:, "statement_published"]
    return min(pd.to_datetime(days).dropna(), default=None)


def _ordered_kinds(kinds: pd.Series) -> list[str]:
    """Return the kinds of change: unchanged first, then by frequency."""
    looks = list(_LOOKS)
    counts = kinds.value_counts().to_dict()

    def sort_key(kind: str) -> tuple:
        return looks.index(_look(kind)), -counts[kind], kind

    return sorted(counts, key=sort_key)


def _look(kind: str) -> str:
    if kind in UNCHANGED:
        return "unchanged"
    if kind in _OTHER_COUNTS:
        return "another count"
    return "changed"


@dataclass(frozen=True)
class _DayRow:
    """
    One number that one outlet printed on one day.

    Attributes
    ----------
    outlet : str
    first, last : Timestamp
        Equal if the day is known; ``last`` is null if there is no date.
    kinds : set of str
    printed : str
    evidence : Evidence
        Of the number.
    evidence_of_kinds : dict of str to Evidence
        Of each kind of change.
    """

    outlet: str
    first: pd.Timestamp
    last: pd.Timestamp
    kinds: frozenset[str]
    printed: str
    evidence: Evidence
    evidence_of_kinds: Mapping[str, Evidence]

    def sort_key(self) -> tuple:
        if pd.isna(self.last):
            return True, 0, self.outlet
        return False, self.last, self.outlet


def _day_rows(table: pd.DataFrame) -> list[_DayRow]:
    rows = []
    for _, own in table.groupby(["outlet", "first", "last", "printed"], dropna=False, sort=False):
        outlet, first, last, printed = own[["outlet", "first", "last", "printed"]].iloc[0]
        records = own.to_dict("records")
        of_kinds = {}
        for record in records:
            words = f"{spaced(record['kind'])}: {printed}" if printed else spaced(record["kind"])
            of_kinds.setdefault(record["kind"], of_row(record, words))
        evidence = of_row(records[0], printed)
        rows.append(_DayRow(outlet, first, last, frozenset(of_kinds), printed, evidence, of_kinds))
    return sorted(rows, key=_DayRow.sort_key)


def _draw_panels(table: pd.DataFrame, origin: pd.Timestamp | None) -> Chart:
    """Draw each panel that has candidates, with one axis of days for all."""
    names = [name for name in _HEADINGS if name in set(table["panel"])]
    rows = [_day_rows(table.loc[table["panel"].eq(name)]) for name in names]
    kinds = [_ordered_kinds(table.loc[table["panel"].eq(name), "kind"]) for name in names]
    layouts = [arrange_rows([row.outlet for row in own]) for own in rows]
    n_columns = max(len(own) for own in kinds)
    chart, grid = panels(
        [layout.height for layout in layouts],
        (4, max(1.2, _KIND_WIDTH * n_columns)),
        width=min(WIDTH + 0.3 * max(0, n_columns - 6), _MAX_WIDTH),
        share_y=True,
    )
    days = _all_days(rows, origin)
    for number, (own, layout) in enumerate(zip(rows, layouts, strict=True)):
        for ax in grid[number]:
            draw_rows(ax, layout)
        _draw_days(grid[number, 0], own, layout, origin, days)
        _draw_kinds(grid[number, 1], own, layout, kinds[number], n_columns)
        grid[number, 0].set_title(_heading(table, names[number]), loc="left", size=SIZE["label"])
        if number < len(names) - 1:
            grid[number, 0].tick_params(axis="x", labelbottom=False)
            grid[number, 0].set_xlabel("")
    return chart


def _all_days(
    panel_rows: Sequence[Sequence[_DayRow]], origin: pd.Timestamp | None
) -> list[pd.Timestamp]:
    days = [day for rows in panel_rows for row in rows for day in (row.first, row.last)]
    return days if origin is None else [*days, origin]


def _draw_days(
    ax: Axes,
    rows: Sequence[_DayRow],
    layout: Rows,
    origin: pd.Timestamp | None,
    days: Sequence[pd.Timestamp],
) -> None:
    """Draw the statement and the day of each row."""
    set_day_axis(ax, pd.Series(days, dtype="datetime64[us]"), ticks=4)
    if origin is not None:
        ax.axvline(day_number(origin), color=palette.TEXT, linewidth=1.2, zorder=2)
    for row, centre in zip(rows, layout.centres, strict=True):
        if pd.isna(row.last):
            _write_undated(ax, row, centre)
        else:
            _draw_lead(ax, row, centre, origin)
            _draw_day(ax, row, centre)
            _write_printed(ax, row, centre)


def _write_undated(ax: Axes, row: _DayRow, height: float) -> None:
    text = "no date"
    if row.printed:
        text = f"{row.printed}, no date"
    written = ax.annotate(
        wrap(text, _UNDATED_WIDTH, SIZE["note"], lines=1),
        (1, height),
        (-2, 0),
        ax.get_yaxis_transform(),
        "offset points",
        va="center",
        ha="right",
        size=SIZE["note"],
        color=palette.MUTED,
        bbox=_TEXT_BOX,
    )
    attach(row.evidence, written)


def _draw_lead(
    ax: Axes,
    row: _DayRow,
    height: float,
    origin: pd.Timestamp | None,
) -> None:
    """Draw a line from the statement to a row that may come from it."""
    if origin is None or row.first <= origin <= row.last or row.kinds <= set(_OTHER_COUNTS):
        return
    nearest = row.first if row.first > origin else row.last
    ends = [day_number(origin), day_number(nearest)]
    ax.plot(ends, [height, height], color=palette.MUTED, linewidth=1.2, zorder=2)


def _draw_day(ax: Axes, row: _DayRow, height: float) -> None:
    """Draw a dot, or a bar for a month or year of which the day is not known."""
    first, last = day_number(row.first), day_number(row.last)
    if first == last:
        mark = ax.plot([first], [height], "o", color=palette.PRIMARY, markersize=6, zorder=3)
    else:
        mark = ax.plot(
            [first, last],
            [height, height],
            color=palette.PRIMARY,
            linewidth=4,
            solid_capstyle="butt",
            zorder=3,
        )
    attach(row.evidence, mark)


def _write_printed(ax: Axes, row: _DayRow, height: float) -> None:
    """Write what was printed on the side of the day that has more room, otherwise on the bar."""
    text = wrap(row.printed, _PRINTED_WIDTH, SIZE["cell"], lines=1)
    if not text:
        return
    first, last = day_number(row.first), day_number(row.last)
    left, right = ax.get_xlim()
    room_before = (first - left) / (right - left)
    room_after = (right - last) / (right - left)
    if max(room_before, room_after) <= _ROOM:
        x, alignment, gap, order = (first + last) / 2, "center", 0, 4
    elif room_before > room_after:
        x, alignment, gap, order = first, "right", -8, 2
    else:
        x, alignment, gap, order = last, "left", 8, 2
    written = ax.annotate(
        text,
        (x, height),
        (gap, 0),
        textcoords="offset points",
        va="center",
        ha=alignment,
        size=SIZE["cell"],
        bbox=_TEXT_BOX,
        zorder=order,
    )
    attach(row.evidence, written)


def _draw_kinds(
    ax: Axes,
    rows: Sequence[_DayRow],
    layout: Rows,
    kinds: Sequence[str],
    n_columns: int,
) -> None:
    """Draw a column for each kind of change, as wide as in the panel that has most of them."""
    for column, kind in enumerate(kinds):
        for row, centre in zip(rows, layout.centres, strict=True):
            if kind not in row.kinds:
                continue
            (mark,) = ax.plot([column], [centre], linestyle="none", zorder=3)
            mark.set(markersize=7, markeredgewidth=1.4, **_LOOKS[_look(kind)])
            attach(row.evidence_of_kinds[kind], mark)
    ax.set_xlim(-0.6, n_columns - 0.4)
    names = [spaced(kind) for kind in kinds]
    ax.set_xticks(range(len(kinds)), names, rotation=40, ha="left", rotation_mode="anchor")
    ax.tick_params(axis="x", length=0, labelbottom=False, labeltop=True)
    ax.spines["bottom"].set_visible(False)


def _legend(kinds: Sequence[str], has_statement: bool, has_periods: bool) -> list[Line2D]:
    entries = []
    if has_statement:
        entries.append(line_entry("the statement", color=palette.TEXT, linewidth=1.2))
    if has_periods:
        entries.append(line_entry("day unknown", color=palette.PRIMARY, linewidth=4))
    shown = {_look(kind) for kind in kinds}
    for name, look in _LOOKS.items():
        if name in shown:
            entries.append(line_entry(name, linestyle="none", markersize=7, **look))
    return entries
