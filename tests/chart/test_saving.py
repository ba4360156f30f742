import re
import zlib
from io import BytesIO

import pandas as pd
import pytest
from chart_tables import comparisons
from matplotlib.colors import to_hex
from matplotlib.figure import Figure
from PIL import Image

from analysis.chart.dot_plots import intervals
from analysis.chart.layout import empty_chart
from analysis.chart.palette import SEQUENTIAL, SOURCE_COLOURS
from analysis.chart.saving import png_bytes, save
from analysis.core.errors import ParameterError

OUTLETS = ["=1+1", "Gazette $1 $2", "Öst"]


@pytest.fixture(scope="module")
def table():
    return comparisons(3).assign(outlet=OUTLETS)


@pytest.fixture(scope="module")
def saved(tmp_path_factory, table):
    """Save the same chart in two folders that do not exist yet."""
    folder = tmp_path_factory.mktemp("charts")
    return [save(intervals(table), folder / run / "x", "by_outlet", table) for run in ("a", "b")]


@pytest.mark.parametrize("extension", ["png", "svg", "pdf", "csv"])
def test_the_same_chart_gives_the_same_bytes(saved, extension):
    first, second = (paths[extension] for paths in saved)
    assert first.name == f"by_outlet.{extension}"
    assert first.read_bytes() == second.read_bytes()


def test_pictures_contain_the_alt_text(saved):
    svg = saved[0]["svg"].read_text("utf-8")
    assert "Dot chart with intervals." in svg
    assert "<script" not in svg
    pdf = saved[0]["pdf"].read_bytes()
    assert pdf.startswith(b"%PDF")
    assert b"evidence:" not in pdf
    assert b"/URI" not in pdf
    assert b"CreationDate" not in pdf
    picture = Image.open(saved[0]["png"])
    assert picture.info["Description"].startswith("Estimates by outlet, with intervals.")
    assert picture.width == pytest.approx(8.5 * 130, abs=2)
    assert "Software" not in picture.info


def test_the_table_is_escaped_for_spreadsheets(saved, table):
    rows = pd.read_csv(saved[0]["csv"])
    assert list(rows["outlet"]) == ["'=1+1", "Gazette $1 $2", "Öst"]
    assert rows["estimate"].tolist() == pytest.approx(table["estimate"].tolist())


@pytest.mark.parametrize("name", ["", "../x", "a b", "x.png", "naïve"])
def test_a_name_that_is_a_path_is_an_error(tmp_path, name):
    with pytest.raises(ParameterError, match="is not usable; letters, digits"):
        save(empty_chart("t", "nothing."), tmp_path, name, pd.DataFrame())


def test_a_name_may_have_digits_and_dashes(tmp_path):
    paths = save(empty_chart("t", "nothing."), tmp_path, "a-1_B", pd.DataFrame())
    assert sorted(path.name for path in paths.values()) == [
        "a-1_B.csv",
        "a-1_B.pdf",
        "a-1_B.png",
        "a-1_B.svg",
    ]


def test_a_picture_has_few_colours_and_130_dots_per_inch():
    chart = empty_chart("t", "nothing.")
    picture = Image.open(BytesIO(png_bytes(chart)))
    assert picture.mode == "P"
    assert len(picture.getcolors()) <= 128
    width, height = chart.get_size_inches()
    assert picture.size == pytest.approx((width * 130, height * 130), abs=1)


def test_a_chart_is_drawn_again_only_if_something_changed(table, monkeypatch):
    chart = intervals(table)
    drawn = []
    monkeypatch.setattr(chart, "draw", lambda renderer: drawn.append(renderer))
    first = png_bytes(chart)
    assert png_bytes(chart) is first
    assert len(drawn) == 1
    chart.axes[0].set_xlabel("another")
    png_bytes(chart)
    assert len(drawn) == 2
    chart.alt = "Another text."
    assert b"Another text." in png_bytes(chart)


def test_fonts_in_a_pdf_have_glyphs_but_no_rules_for_ligatures(table, tmp_path):
    from fontTools.subset import Options

    before = list(Options._drop_tables_default)
    pdf = save(intervals(table), tmp_path, "a", table)["pdf"].read_bytes()
    fonts = [zlib.decompress(stream) for stream in streams_of(pdf)]
    fonts = [font for font in fonts if b"glyf" in font[:400]]
    assert fonts
    assert not any(name in font[:400] for font in fonts for name in (b"GSUB", b"GPOS", b"GDEF"))
    assert Options._drop_tables_default == before


def streams_of(pdf):
    """Return the compressed streams of a PDF."""
    found = re.findall(rb"stream\r?\n(.*?)\r?\nendstream", pdf, re.DOTALL)
    return [stream for stream in found if stream[:1] == b"\x78"]


def test_small_marks_keep_their_colours_beside_many_shades():
    chart = Figure(figsize=(8.5, 6))
    left, right = chart.subplots(1, 2)
    left.imshow([[*range(100)]], aspect="auto", cmap=SEQUENTIAL)
    for row, colour in enumerate(SOURCE_COLOURS.values()):
        right.plot([0], [row], "o", color=colour)
    picture = Image.open(BytesIO(png_bytes(chart))).convert("RGB")
    present = {to_hex([part / 255 for part in colour]) for _, colour in picture.getcolors(1 << 24)}
    assert {to_hex(colour) for colour in SOURCE_COLOURS.values()} <= present
    assert picture.getpixel((0, 0)) == (255, 255, 255)
