import pandas as pd
import pytest
from chart_contents import caption, panel_texts, row_labels
from matplotlib.dates import date2num

from analysis.chart.captions import alt_text
from analysis.chart.timelines import articles_by_month


def by_month(*rows):
    table = pd.DataFrame(rows, columns=["outlet", "month", "n"])
    return table.assign(month=pd.to_datetime(table["month"]))


MONTHS = by_month(
    ("A", "2020-01-15", 2), ("A", None, 1), ("B", "2020-02-01", 8), ("B", "2020-03-01", 1)
)


def test_articles_by_month_counts_undated_ones():
    chart = articles_by_month(MONTHS)
    assert row_labels(chart.axes[0]) == ["B", "A"]
    assert panel_texts(chart) == ["n = 9", "n = 3, 1 undated"]


def test_bars_of_months_have_one_scale():
    bars = articles_by_month(MONTHS).axes[0].patches
    heights = [-bar.get_height() for bar in bars]
    assert heights == pytest.approx([0.28, 0.28 / 8, 0.28 / 4])
    months = ["2020-02-01", "2020-03-01", "2020-01-01"]
    assert [bar.get_x() for bar in bars] == [date2num(pd.Timestamp(month)) for month in months]


def test_articles_by_month_caption_and_alt_text():
    chart = articles_by_month(MONTHS)
    facts = "12 articles, 2 outlets, Jan 2020 to Mar 2020. "
    assert facts + "The tallest bar is 8 articles in a month." in caption(chart)
    assert alt_text(chart).endswith("Most articles: B 9, A 3.")
    assert chart.axes[0].get_xlabel() == "month of publication"


def test_a_single_month_is_written_once():
    chart = articles_by_month(by_month(("A", "2020-01-15", 2)))
    assert "2 articles, 1 outlet, Jan 2020. The tallest" in caption(chart)


def test_articles_without_any_month():
    chart = articles_by_month(by_month(("A", None, 2)))
    assert panel_texts(chart) == ["n = 2, 2 undated"]
    assert "2 articles, 1 outlet. The tallest bar is 1 article in" in caption(chart)


@pytest.mark.parametrize(
    "months", [["2025-03-01"], ["2025-02-01", "2025-03-01"], ["2023-01-01", "2025-12-01"]]
)
def test_no_bar_runs_out_of_the_frame(months):
    table = pd.DataFrame({"outlet": "Wire", "month": pd.to_datetime(months), "n": 5})
    ax = articles_by_month(table).axes[0]
    left, right = ax.get_xlim()
    for bar in ax.patches:
        assert left < bar.get_x() < bar.get_x() + bar.get_width() < right
    assert len(ax.patches) == len(months)
