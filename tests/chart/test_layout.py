import matplotlib as mpl
import pytest
from chart_contents import texts
from matplotlib.lines import Line2D

from analysis.chart import captions, layout
from analysis.chart.layout import empty_chart, finish, panels

LONG = "A finding of many words, so long that it must be wrapped over two lines or even over more"


def inches(ax):
    """Return left, bottom, width and height of a panel in inches."""
    box = ax.get_position()
    width, height = ax.figure.get_size_inches()
    return box.x0 * width, box.y0 * height, box.width * width, box.height * height


def test_panels_have_the_heights_asked_for():
    chart, axes = panels([1.0, 2.5])
    finish(chart, "Title", "Caption.", "alt.")
    assert [inches(ax)[3] for ax in axes[:, 0]] == pytest.approx([1.0, 2.5])


def test_the_second_row_is_below_the_first():
    chart, axes = panels([1.0, 1.0])
    finish(chart, "Title", "Caption.", "alt.")
    upper, lower = (inches(ax)[1] for ax in axes[:, 0])
    assert lower + 1.0 + layout.GAP <= upper + 0.01


def test_columns_share_the_width_by_weight():
    chart, axes = panels([1.0], (3, 1), share_y=True)
    finish(chart, "", "", "")
    widths = [inches(ax)[2] for ax in axes[0]]
    assert widths[0] == pytest.approx(3 * widths[1])
    assert chart.get_figwidth() == layout.WIDTH


def test_labels_without_room_for_panels_make_the_chart_wider():
    chart, axes = panels([1.0], width=2)
    axes[0, 0].set_yticks([0.5], ["a label that takes more than the whole width of the chart"])
    finish(chart, "", "", "")
    assert inches(axes[0, 0])[2] == pytest.approx(layout.MIN_PANEL_WIDTH)
    assert chart.get_figwidth() > 3


def test_hidden_panels_take_no_room_for_labels():
    chart, axes = panels([1.0, 1.0])
    axes[1, 0].set_yticks([0.5], ["a label that would take much room if it were shown"])
    axes[1, 0].set_visible(False)
    finish(chart, "", "", "")
    assert inches(axes[0, 0])[2] > 7


def test_everything_is_on_the_page_and_in_order():
    chart, axes = panels([1.0])
    legend = [Line2D([], [], label=f"entry {i}") for i in range(30)]
    finish(chart, LONG, LONG * 3, "alt.", legend)
    boxes = [box for _, box in texts(chart)]
    width, height = chart.get_size_inches() * chart.dpi
    assert min(box.x0 for box in boxes) > 0
    assert max(box.x1 for box in boxes) < width
    assert min(box.y0 for box in boxes) > 0
    assert max(box.y1 for box in boxes) < height
    title, caption = (text.get_window_extent() for text in chart.texts)
    legend_box = chart.legends[0].get_window_extent()
    panel = axes[0, 0].get_window_extent()
    assert title.y0 > legend_box.y1
    assert legend_box.y0 > panel.y1
    assert panel.y0 > caption.y1


def test_title_caption_and_legend_may_be_missing():
    chart, _ = panels([1.0])
    finish(chart, "", "", "What it shows.")
    assert chart.texts == []
    assert chart.legends == []
    assert chart.alt == "What it shows."


def test_the_alt_text_starts_with_the_title():
    chart, _ = panels([1.0])
    assert finish(chart, "Two outlets", "", "Bars.") is chart
    assert chart.alt == "Two outlets. Bars."


def test_lines_of_a_caption_are_kept():
    chart, _ = panels([1.0])
    finish(chart, "", "One.\nTwo.", "")
    assert chart.texts[0].get_text() == "One.\nTwo."


def test_an_empty_chart_says_why():
    chart = empty_chart("No finding", "no article " + "word " * 40)
    (text,) = [text.get_text() for text in chart.axes[0].texts]
    assert text.startswith("Nothing to show: no article word")
    assert "\n" in text
    assert not chart.axes[0].axison


def test_a_chart_shows_itself_with_alt_text():
    chart = empty_chart("No finding", "no article.")
    data, metadata = chart._repr_mimebundle_()
    assert data["text/plain"] == "No finding. Nothing to show: no article."
    assert metadata["image/png"]["alt"] == data["text/plain"]
    assert data["image/png"].startswith("iVBOR")
    assert metadata["image/png"]["width"] == 850
    assert metadata["image/png"]["height"] == round(chart.get_figheight() * 100)


def test_a_chart_draws_with_the_settings_of_the_project():
    chart = empty_chart("Costs $5 and $6", "nothing.")
    with mpl.rc_context({"text.parse_math": True, "figure.facecolor": "red"}):
        chart.draw_without_rendering()
        assert mpl.rcParams["text.parse_math"] is True


def test_the_note_on_the_corpus_ends_every_caption():
    captions.set_corpus_note("2 articles in Arabic not read.")
    try:
        chart = empty_chart("Nothing found", "no article is left.")
        assert [text.get_text() for text in chart.texts][-1] == "2 articles in Arabic not read."
    finally:
        captions.set_corpus_note("")
    without = empty_chart("Nothing found", "no article is left.")
    assert [text.get_text() for text in without.texts] == ["Nothing found"]
    assert captions.corpus_note() == ""
