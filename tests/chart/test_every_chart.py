"""What every chart has in common: nothing overlaps or is cut, and the input is not changed."""

from functools import cache

import matplotlib as mpl
import pandas as pd
import pytest
from chart_contents import one_line, overlaps, texts
from chart_tables import (
    comparisons,
    outlet_names,
)
from every_chart import CHARTS
from matplotlib.figure import Figure
from matplotlib.text import Text

from analysis.chart.captions import NO_OUTLET, alt_text
from analysis.chart.dot_plots import intervals

NAMES = sorted(CHARTS)
BY_OUTLET = sorted(set(CHARTS) - {"claims_timeline", "keyness", "quantity_table"})
NEED_AN_OUTLET = ("number_timeline",)  # rows without one are counted in the caption
TITLE = "A finding of many words, so long that it must be wrapped over two lines or even over more"


@pytest.fixture(scope="module")
def drawn():
    """Draw each chart once for all tests, and check that drawing has no side effect."""

    @cache
    def draw(name, n):
        function, make = CHARTS[name]
        table = make(n)
        before, settings = table.copy(), dict(mpl.rcParams)
        chart = function(table, title=TITLE, caption="Three articles.")
        pd.testing.assert_frame_equal(table, before)
        assert dict(mpl.rcParams) == settings
        return chart, texts(chart)

    return draw


@pytest.mark.parametrize("n", [2, 40])
@pytest.mark.parametrize("name", NAMES)
def test_nothing_overlaps_or_is_cut(name, n, drawn):
    chart, shown = drawn(name, n)
    # the boxes of slanted texts are mostly empty
    slanted = {text.get_text() for text in chart.findobj(Text) if text.get_rotation()}
    assert [pair for pair in overlaps(shown) if not slanted.intersection(pair)] == []
    width, height = chart.get_size_inches() * chart.dpi
    for text, box in shown:
        assert box.x0 > -1, text
        assert box.y0 > -1, text
        assert box.x1 < width + 1, text
        assert box.y1 < height + 1, text


@pytest.mark.parametrize("name", NAMES)
def test_a_chart_has_a_title_a_caption_and_an_alt_text(name, drawn):
    chart, shown = drawn(name, 2)
    assert isinstance(chart, Figure)
    assert alt_text(chart).startswith(f"{TITLE}. ")
    assert len(alt_text(chart)) > len(TITLE) + 30
    assert TITLE in {text.replace("\n", " ") for text, _ in shown}
    assert any(text.startswith("Three articles.") for text, _ in shown)


@pytest.mark.parametrize("name", NAMES)
def test_an_empty_table_gives_a_reason(name):
    draw, make = CHARTS[name]
    chart = draw(make(1)[:0], title="No finding")
    assert any(text.startswith("Nothing to show: ") for text in one_line(chart))
    assert alt_text(chart).startswith("No finding. Nothing to show: ")
    assert alt_text(chart).endswith(".")


@pytest.mark.parametrize("name", BY_OUTLET)
def test_every_outlet_is_named_once_in_its_row(name, drawn):
    _, shown = drawn(name, 40)
    named = [without_space(text) for text, _ in shown]
    for outlet in map(without_space, outlet_names(40)):
        matches = [text for text in named if text == outlet or is_start(text, outlet)]
        assert len(matches) == 1, outlet


def without_space(text):
    return text.replace("\n", "").replace(" ", "")


def is_start(text, name):
    """Return whether a text is the start of a name, cut by an ellipsis."""
    return text.endswith("…") and name.startswith(text[:-1])


@pytest.mark.parametrize("name", NAMES)
def test_one_row_without_outlet_or_day(name):
    draw, make = CHARTS[name]
    table = make(1).head(1)
    for column in {"outlet", "published", "month"} & set(table):
        table = table.assign(**{column: None})
    if "published" in table:
        table = table.assign(published=pd.to_datetime(table["published"]))
    shown = one_line(draw(table))
    if name in BY_OUTLET and name not in NEED_AN_OUTLET:
        assert NO_OUTLET in shown


@pytest.mark.parametrize("name", NAMES)
def test_a_table_without_any_value(name):
    draw, make = CHARTS[name]
    table = make(2)
    values = {"low", "high", "estimate"} & set(table)
    assert alt_text(draw(table.assign(**dict.fromkeys(values, float("nan")))))


def test_more_outlets_than_a_page_holds_are_counted_in_the_caption():
    chart = intervals(comparisons(60))
    assert any("Shown: 40 of 60 outlets, those with the most" in text for text in one_line(chart))
