import pandas as pd
import pytest
from matplotlib.dates import date2num

from analysis.chart import axes
from analysis.chart.layout import panels


@pytest.fixture
def ax():
    return panels([1.0])[1][0, 0]


def tick_labels(ax):
    ax.figure.draw_without_rendering()
    return [label.get_text() for label in ax.get_xticklabels()]


@pytest.mark.parametrize(
    ("values", "log"),
    [
        ([1, 50], False),
        ([1, 51], True),
        ([0, 3, 40], False),
        ([0, 1, 600], True),
        ([], False),
        ([None, 7], False),
        ([float("nan"), 7], False),
        ([0, 0], False),
    ],
)
def test_a_scale_is_logarithmic_above_fifty_times(values, log):
    scale = axes.choose_count_scale(values)
    assert scale.log is log
    assert scale.has_zero is (log and 0 in values)
    known = pd.Series(values, dtype=float).dropna()
    assert all(scale.low <= value <= scale.high for value in known)
    assert all(0 <= scale.inches(value, 4) <= 4 for value in known)


@pytest.mark.parametrize(
    ("values", "low", "high"),
    [
        ([10, 20], 9.2, 23.0),
        ([10, 10], 9.84, 10.6),
        ([1, 1], 0.92, 1.3),
        ([0, 3, 40], -3.2, 52.0),
        ([1, 100], 10**-0.12, 10**2.6),
        ([0, 1, 1000], 0, 10**4.2),
    ],
)
def test_the_ends_of_a_scale(values, low, high):
    scale = axes.choose_count_scale(values)
    assert (scale.low, scale.high) == pytest.approx((low, high))


def test_room_moves_the_right_end_only():
    wide, narrow = (axes.choose_count_scale([10, 20], room) for room in (0.5, 0.1))
    assert wide.low == narrow.low
    assert (wide.high, narrow.high) == pytest.approx((25, 21))


@pytest.mark.parametrize("values", [[10, 20], [30, 4000], [0, 1, 600]])
def test_inches_are_where_matplotlib_draws(values, ax):
    scale = axes.choose_count_scale(values)
    scale.apply(ax)
    box = ax.get_window_extent()
    for value in values:
        drawn = (ax.transData.transform((value, 0))[0] - box.x0) / box.width
        assert scale.inches(value, 1) == pytest.approx(drawn, abs=0.02)


@pytest.mark.parametrize(
    ("values", "kind", "shown"),
    [
        ([1000, 9000], "linear", "2,500"),
        ([10, 600], "log", "1,000"),
        ([0, 1, 6000], "symlog", "1,000"),
        ([14, 14], "linear", "14"),
    ],
)
def test_an_axis_of_counts_has_commas(values, kind, shown, ax):
    axes.choose_count_scale(values).apply(ax)
    assert ax.get_xscale() == kind
    labels = tick_labels(ax)
    assert shown in labels
    assert not any("." in label for label in labels)


@pytest.mark.parametrize(
    "values",
    [
        [12, 1e15],
        [0, 12, 1e15],
        [12, 9.99e199],
        [12, float("inf"), None, float("nan")],
        [1e15],
        [float("inf")],
    ],
)
def test_an_extreme_value_leaves_the_others_apart_and_every_label_short(values, ax):
    scale = axes.choose_count_scale(values)
    scale.apply(ax)
    assert max(len(label) for label in labels_in_view(ax)) < 12
    finite = [value for value in values if value is not None and 0 <= value < 1e308]
    places = [scale.inches(value, 6) for value in finite]
    assert places == sorted(places)
    assert all(0 <= place <= 6 for place in places)
    gaps = [right - left for left, right in zip(places, places[1:], strict=False)]
    assert all(gap > 0.1 for gap in gaps)


def test_the_label_says_that_a_scale_is_logarithmic():
    assert axes.choose_count_scale([1, 2]).axis_label("people") == "people"
    label = axes.choose_count_scale([1, 99]).axis_label("people")
    assert label == "people (logarithmic scale)"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (29, "29"),
        (4000.0, "4,000"),
        (1500000, "1,500,000"),
        (2.5, "2.5"),
        (0, "0"),
        (999_999_999, "999,999,999"),
        (1e9, "10⁹"),
        (1.5e15, "1.5×10¹⁵"),
        (float("inf"), "inf"),
    ],
)
def test_format_count(value, expected):
    assert axes.format_count(value) == expected


def test_shares_are_percentages_without_a_sign(ax):
    axes.set_share_axis(ax, -0.5, 1)
    assert ax.get_xlim() == (-0.5, 1)
    labels = tick_labels(ax)
    assert {"50%", "0%", "100%"} <= set(labels)
    assert not any("-" in label or "−" in label for label in labels)


@pytest.mark.parametrize(
    ("days", "label", "low", "high"),
    [
        (["2020-01-01", "2020-01-11"], "1 Jan 2020", -0.6, 11.2),
        (["2020-01-01", None], "1 Jan 2020", -0.12, 0.24),
        (["2020-01-01", "2020-07-18"], "1 Jan 2020", -11.94, 222.88),
        (["2020-01-01", "2020-07-19"], "Jan 2020", -12, 224),
    ],
)
def test_an_axis_of_days(days, label, low, high, ax):
    axes.set_day_axis(ax, pd.to_datetime(pd.Series(days)))
    first = date2num(pd.Timestamp("2020-01-01"))
    assert [end - first for end in ax.get_xlim()] == pytest.approx([low, high])
    assert label in tick_labels(ax)
    assert ax.get_xlabel() == "day of publication"


SPANS = [0, 0.3, 1, 2, 3, 13, 20, 30, 31, 61, 199, 200, 400, 500, 800, 8000, 20_000, 60_000]


def labels_in_view(ax):
    """Return the labels that are drawn; matplotlib also makes some outside the axis."""
    tick_labels(ax)
    low, high = ax.get_xlim()
    return [t.get_text() for t in ax.get_xticklabels() if low <= t.get_position()[0] <= high]


@pytest.mark.parametrize("start", ["2018-11-01", "2016-02-15", "2018-11-05 13:20"])
@pytest.mark.parametrize("span", SPANS)
@pytest.mark.parametrize("ticks", [4, 6])
def test_no_two_days_have_one_label(start, span, ticks, ax):
    first = pd.Timestamp(start)
    last = first + pd.Timedelta(days=span)
    axes.set_day_axis(ax, [first, last], ticks=ticks)
    labels = labels_in_view(ax)
    assert len(labels) == len(set(labels)) <= ticks + 1
    assert len(labels) >= (1 if span < 2 else 2)


@pytest.mark.parametrize(
    ("months", "expected"),
    [
        (["2018-11"], ["Nov 2018"]),
        (["2018-11", "2018-12"], ["Nov 2018", "Dec 2018"]),
        (["2018-11", "2019-04"], ["Nov 2018", "Dec 2018", "Jan 2019", "Feb 2019", "Mar 2019"]),
        (["2015-01", "2018-11"], ["Jan 2015", "Jan 2016", "Jan 2017", "Jan 2018"]),
    ],
)
def test_an_axis_of_months_names_each_month_once(months, expected, ax):
    axes.set_day_axis(ax, pd.to_datetime(pd.Series(months)), room=0.03, of_months=True)
    labels = labels_in_view(ax)
    assert labels[: len(expected)] == expected
    assert len(labels) == len(set(labels))


def test_an_axis_without_days_can_be_drawn(ax):
    axes.set_day_axis(ax, pd.Series([], dtype="datetime64[us]"))
    assert tick_labels(ax)


def test_an_axis_of_days_has_few_labels(ax):
    axes.set_day_axis(ax, pd.date_range("2020-01-01", "2020-03-01"), ticks=4)
    assert 2 <= len(tick_labels(ax)) <= 4
