import re

import matplotlib as mpl
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.chart import style
from analysis.chart.dot_plots import intervals
from analysis.chart.layout import empty
from analysis.core.errors import ParameterError


def test_marks_do_not_depend_on_order_and_differ():
    names = [f"Outlet {i}" for i in range(42)]
    marks = style.outlet_marks([*reversed(names), "Outlet 3", None])
    assert marks == style.outlet_marks(names)
    assert list(marks) == sorted(names)
    assert len(set(marks.values())) == 42
    pairs = list(marks.values())
    assert all(
        a.colour != b.colour and a.marker != b.marker
        for a, b in zip(pairs, pairs[1:], strict=False)
    )


def test_fills_differ_in_grey_and_hatch():
    fills = list(style.category_fills(f"c{i}" for i in range(9)).values())
    assert len({f.marker for f in fills}) == 9
    for a, b in zip(fills, fills[1:], strict=False):
        assert a.hatch != b.hatch or abs(_grey(a.colour) - _grey(b.colour)) > 0.15


def _grey(colour):
    red, green, blue = mpl.colors.to_rgb(colour)
    return 0.299 * red + 0.587 * green + 0.114 * blue


def test_too_many_categories_are_refused():
    with pytest.raises(
        ParameterError, match="10 categories cannot be told apart in one chart; at most 9"
    ):
        style.category_fills(range(10))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\n b\tc", "a b c"),
        (None, ""),
        (float("nan"), ""),
        ("x\x1b[1m\u202ey", "x[1my"),
        (3, "3"),
        ("نص", "نص"),
    ],
)
def test_clean(text, expected):
    assert style.clean(text) == expected


@given(
    st.text(alphabet=st.characters(codec="ascii", categories=["L", "N", "Z"]), max_size=80),
    st.floats(0.5, 4),
)
def test_wrapped_lines_fit_and_lose_nothing(text, inches):
    wrapped = style.wrap(text, inches)
    assert all(style.width_of(line) <= inches for line in wrapped.split("\n"))
    assert re.sub(r"\s", "", wrapped) == re.sub(r"\s", "", style.clean(text))


@pytest.mark.parametrize("lines", [1, 2])
def test_wrap_shortens_with_an_ellipsis(lines):
    wrapped = style.wrap("word " * 40, 1.5, lines=lines)
    assert wrapped.count("\n") == lines - 1
    assert wrapped.endswith("…")
    assert all(style.width_of(line) <= 1.5 for line in wrapped.split("\n"))


def test_style_ends_with_the_block():
    before = dict(mpl.rcParams)
    with style.use_style():
        assert mpl.rcParams["text.parse_math"] is False
    assert dict(mpl.rcParams) == before


def test_save_is_the_same_twice_and_keeps_the_words(tmp_path, made):
    table = made.comparisons(3).assign(outlet=["=1+1", "Gazette $1 $2", "Öst"])
    paths = [style.save(intervals(table), tmp_path / run, "by_outlet", table) for run in ("a", "b")]
    for ending in ("png", "svg", "csv"):
        assert paths[0][ending].read_bytes() == paths[1][ending].read_bytes()
    svg = paths[0]["svg"].read_text("utf-8")
    assert "Dot chart with intervals." in svg
    assert "<script" not in svg
    from PIL import Image

    picture = Image.open(paths[0]["png"])
    assert picture.info["Description"].startswith("By outlet, with intervals.")
    assert picture.width == pytest.approx(8.5 * 200, abs=2)
    rows = pd.read_csv(paths[0]["csv"])
    assert list(rows["outlet"]) == ["'=1+1", "Gazette $1 $2", "Öst"]
    assert rows["estimate"].tolist() == pytest.approx(table["estimate"].tolist())


@pytest.mark.parametrize("name", ["", "../x", "a b", "x.png", "naïve"])
def test_save_refuses_a_name_that_is_a_path(tmp_path, name):
    with pytest.raises(ParameterError, match="is not usable; letters, digits"):
        style.save(empty("t", "nothing."), tmp_path, name, pd.DataFrame())


def test_figure_shows_itself_with_alt_text():
    data, about = empty("Nobody wrote", "no article.")._repr_mimebundle_()
    assert (
        data["text/plain"]
        == about["image/png"]["alt"]
        == "Nobody wrote. Nothing to show: no article."
    )
    assert data["image/png"].startswith("iVBOR")
    assert about["image/png"]["width"] == 850


def test_describe_of_a_foreign_figure():
    assert style.describe(mpl.figure.Figure()) == ""
