import pandas as pd
import pytest
from chart_contents import caption, is_hollow, marks, one_line, panel_texts, row_labels
from matplotlib.dates import date2num

from analysis.chart.captions import alt_text
from analysis.chart.number_timeline import number_timeline

FIRST = pd.Timestamp("2020-01-01")


def printed(*given):
    """Return reports from tuples of outlet, days after the first (None: no day), words, source."""
    table = pd.DataFrame(
        [(*row, None)[:4] for row in given], columns=["outlet", "days", "words", "source"]
    )
    days = FIRST + pd.to_timedelta(table["days"].astype(float), "D")
    return table.drop(columns="days").assign(published=days)


STEPS = printed(
    ("B", 2, "at least 29", "police"),
    ("A", 4, "41"),
    ("A", 0, "27", "the mayor"),
    ("A", 1, "dozens"),
)


def test_outlets_are_in_the_order_of_their_first_day():
    assert row_labels(number_timeline(STEPS).axes[0]) == ["A", "B"]


def test_each_number_is_on_its_day_a_step_below_the_earlier_one():
    ax = number_timeline(STEPS).axes[0]
    places = [(mark.get_xdata()[0] - date2num(FIRST), mark.get_ydata()[0]) for mark in marks(ax)]
    assert [day for day, _ in places] == [0, 1, 4, 2]
    heights = [height for _, height in places[:3]]
    assert [b - a for a, b in zip(heights, heights[1:], strict=False)] == pytest.approx([0.22] * 2)


def test_a_number_has_its_source_if_one_is_named():
    shown = panel_texts(number_timeline(STEPS))
    assert {"27, the mayor", "dozens", "41", "at least 29, police"} <= set(shown)


def test_words_stand_at_the_side_with_room():
    ax = number_timeline(STEPS).axes[0]
    sides = {text.get_text(): text.get_ha() for text in ax.texts if text.get_text()}
    assert sides["27, the mayor"] == "left"
    assert sides["41"] == "right"


def test_caption_and_alt_text():
    chart = number_timeline(STEPS, title="F")
    assert "4 numbers, 2 outlets, 1 Jan 2020 to 5 Jan 2020." in caption(chart)
    assert "not verified" in caption(chart)
    assert alt_text(chart).endswith("First 27 (A), last 41 (A).")


@pytest.mark.parametrize(
    ("more", "note"),
    [
        ([("C", None, "9")], "1 number without an outlet or a day not shown."),
        ([(None, 0, "9"), ("C", None, "9")], "2 numbers without an outlet or a day not shown."),
        ([], ""),
    ],
)
def test_numbers_without_a_place_are_counted(more, note):
    chart = number_timeline(pd.concat([STEPS, printed(*more)]))
    assert ("not shown" in caption(chart)) is bool(note)
    assert note in caption(chart)
    assert "4 numbers, 2 outlets" in caption(chart)
    assert "9" not in panel_texts(chart)


@pytest.mark.parametrize("table", [printed(), printed(("A", None, "9")), printed((None, 0, "9"))])
def test_nothing_to_show_is_said(table):
    shown = " ".join(one_line(number_timeline(table)))
    assert "Nothing to show: no number has an outlet and a day." in shown


def test_more_outlets_than_asked_for_are_counted():
    chart = number_timeline(STEPS, max_outlets=1)
    assert "Shown: 1 of 2 outlets" in caption(chart)
    assert row_labels(chart.axes[0]) == ["A"]


def test_one_number_alone():
    chart = number_timeline(printed(("A", 0, "27")))
    assert len(marks(chart.axes[0])) == 1
    assert "1 number, 1 outlet, 1 Jan 2020." in caption(chart)


@pytest.mark.parametrize("seed", range(2))
def test_the_order_of_rows_does_not_matter(seed):
    shuffled = number_timeline(STEPS.sample(frac=1, random_state=seed))
    assert sorted(panel_texts(shuffled)) == sorted(panel_texts(number_timeline(STEPS)))
    assert alt_text(shuffled) == alt_text(number_timeline(STEPS))


def test_a_day_that_the_text_contradicts_has_a_hollow_mark_and_both_days():
    stated = pd.to_datetime(pd.Series(["2020-01-03", "2019-12-01", None, "2020-01-09"]))
    chart = number_timeline(STEPS.assign(published_in_text=stated))
    hollow = {
        mark.get_xdata()[0] - date2num(FIRST) for mark in marks(chart.axes[0]) if is_hollow(mark)
    }
    assert hollow == {4, 1}
    shown = panel_texts(chart)
    assert {"41 (text: 1 Dec 2019)", "dozens (text: 9 Jan 2020)", "27, the mayor"} <= set(shown)
    assert "more than a day from the given one (2 rows)" in caption(chart)
    assert "In brackets" not in caption(number_timeline(STEPS))
