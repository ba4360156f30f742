"""What holds of every chart: nothing overlaps or is cut, the input stays, words stand for the picture."""

from functools import cache, partial
from itertools import combinations

import matplotlib as mpl
import pandas as pd
import pytest
from matplotlib.figure import Figure
from matplotlib.text import Text

from analysis.chart import style
from analysis.chart.bars import diverging, shares
from analysis.chart.claims import claims_timeline
from analysis.chart.dispersion import dispersion
from analysis.chart.dot_plots import agentless, intervals, tone
from analysis.chart.figure_ranges import figures_range
from analysis.chart.keyness import keyness
from analysis.chart.matrices import heatmap, target_matrix
from analysis.chart.propagation import propagation
from analysis.chart.timelines import articles_by_month, timeline
from analysis.core.tables import SOURCE_TYPES, STANCES

CHARTS = {
    "figures_range": (figures_range, lambda m, n: m.figures(n)),
    "claims_timeline": (claims_timeline, lambda m, n: m.figures(n)),
    "intervals": (partial(intervals, reference=0.5), lambda m, n: m.comparisons(n)),
    "tone": (tone, lambda m, n: m.grouped(n, "voice", ("own", "attributed"))),
    "agentless": (agentless, lambda m, n: m.grouped(n, "agent", ("all", "army", "rebels"))),
    "heatmap": (heatmap, lambda m, n: m.shares(n, "source_type", SOURCE_TYPES)),
    "target_matrix": (target_matrix, lambda m, n: m.targets(n)),
    "diverging": (diverging, lambda m, n: m.shares(n, "cue_stance", STANCES)),
    "shares": (
        shares,
        lambda m, n: m.shares(n, "choice", ("government", "regime", "authorities")).assign(
            referent="r"
        ),
    ),
    "keyness": (keyness, lambda m, n: m.keyness(n)),
    "spread": (partial(dispersion, median=200), lambda m, n: m.spreads(n)),
    "timeline": (timeline, lambda m, n: m.marks(n)),
    "articles_by_month": (articles_by_month, lambda m, n: m.months(n)),
    "travel": (partial(propagation, origin="2018-11-02"), lambda m, n: m.candidates(n)),
}
BY_OUTLET = sorted(set(CHARTS) - {"claims_timeline", "keyness"})


def texts(figure):
    """Give every visible text with its box; labels of ticks beyond the ends of an axis are never drawn."""
    figure.draw_without_rendering()
    unseen = {t for ax in figure.axes if not ax.get_visible() for t in ax.findobj(Text)}
    for axis in (axis for ax in figure.axes for axis in (ax.xaxis, ax.yaxis)):
        drawn = axis._update_ticks()
        unseen |= {
            label
            for tick in axis.get_major_ticks()
            if tick not in drawn
            for label in (tick.label1, tick.label2)
        }
    found = [
        t
        for t in figure.findobj(Text)
        if t.get_visible() and t.get_text().strip() and t not in unseen
    ]
    return [(t.get_text(), t.get_window_extent()) for t in found]


def overlaps(shown):
    return [
        (a, b)
        for (a, x), (b, y) in combinations(shown, 2)
        if min(x.x1, y.x1) - max(x.x0, y.x0) > 1 and min(x.y1, y.y1) - max(x.y0, y.y0) > 1.5
    ]


TITLE = "A finding of many words, so long that it must be wrapped over two lines or even over more"


@pytest.fixture(scope="module")
def drawn(made):
    """Draw each chart once for all tests, and look whether the drawing left a trace."""

    @cache
    def draw(name, n):
        function, make = CHARTS[name]
        table = make(made, n)
        before, settings = table.copy(), dict(mpl.rcParams)
        figure = function(table, title=TITLE, caption="Three articles.")
        pd.testing.assert_frame_equal(table, before)
        assert dict(mpl.rcParams) == settings
        return figure, texts(figure)

    return draw


@pytest.mark.parametrize("n", [2, 40])
@pytest.mark.parametrize("name", sorted(CHARTS))
def test_nothing_overlaps_or_is_cut(name, n, drawn):
    figure, shown = drawn(name, n)
    slanted = {
        t.get_text() for t in figure.findobj(Text) if t.get_rotation()
    }  # their boxes are mostly empty
    assert [pair for pair in overlaps(shown) if not slanted.intersection(pair)] == []
    width, height = figure.get_size_inches() * figure.dpi
    cut = [
        t
        for t, box in shown
        if box.x0 < -1 or box.y0 < -1 or box.x1 > width + 1 or box.y1 > height + 1
    ]
    assert cut == []


@pytest.mark.parametrize("name", sorted(CHARTS))
def test_figure_has_words(name, drawn):
    figure, shown = drawn(name, 2)
    assert isinstance(figure, Figure)
    assert style.describe(figure).startswith(f"{TITLE}. ")
    assert len(style.describe(figure)) > len(TITLE) + 30
    assert TITLE in {t.replace("\n", " ") for t, _ in shown}
    assert any(t.startswith("Three articles.") for t, _ in shown)


@pytest.mark.parametrize("name", sorted(CHARTS))
def test_empty_table_says_why_in_words(name, made):
    draw, make = CHARTS[name]
    figure = draw(make(made, 1)[:0], title="No finding")
    assert any(t.startswith("Nothing to show: ") for t, _ in texts(figure))
    assert style.describe(figure).startswith("No finding. Nothing to show: ")


@pytest.mark.parametrize("name", BY_OUTLET)
def test_every_outlet_is_named_once_in_its_row(name, drawn, made):
    named = [t.replace("\n", "").replace(" ", "") for t, _ in drawn(name, 40)[1]]
    for outlet in made.outlets(40):
        short = outlet.replace(" ", "")
        assert (
            sum(t == short or (t.endswith("…") and short.startswith(t[:-1])) for t in named) == 1
        ), outlet


@pytest.mark.parametrize("name", sorted(CHARTS))
def test_one_row_without_outlet_or_day(name, made):
    draw, make = CHARTS[name]
    table = make(made, 1).head(1)
    for column in {"outlet", "published", "month"} & set(table):
        table = table.assign(**{column: None})
    if "published" in table:
        table = table.assign(published=pd.to_datetime(table["published"]))
    if name in BY_OUTLET:
        assert style.NO_OUTLET in {t for t, _ in texts(draw(table))}
    else:
        draw(table)


def test_more_outlets_than_a_page_holds_are_counted_in_the_caption(made):
    figure = intervals(made.comparisons(60))
    assert any(
        "Shown: the 40 of 60 outlets with most entries" in t.replace("\n", " ")
        for t, _ in texts(figure)
    )


def test_more_columns_than_a_page_holds_are_counted_in_the_caption(made):
    figure = heatmap(made.shares(2, "source", [f"Source {i}" for i in range(30)]), columns="source")
    assert len(figure.axes[0].get_xticklabels()) == 16
    assert any("the 16 of 30 source values" in t.replace("\n", " ") for t, _ in texts(figure))


@pytest.mark.parametrize("name", sorted(CHARTS))
def test_table_without_any_value(name, made):
    draw, make = CHARTS[name]
    table = make(made, 2)
    gone = {"low", "high", "estimate", "lowest", "highest", "first", "last", "ratio"} & set(table)
    figure = draw(table.assign(**{c: float("nan") for c in gone}))
    assert style.describe(figure)


def test_long_events_keep_to_a_page(made):
    few = made.figures(40).groupby("outlet").head(1)
    days = pd.concat(
        [
            few.assign(published=pd.Timestamp("2020-01-01") + pd.Timedelta(days=i))
            for i in range(0, 90, 10)
        ]
    )
    figure = figures_range(days)
    assert figure.get_figheight() < 60
    assert any("Shown: the " in t for t, _ in texts(figure))
