import matplotlib as mpl
import pytest

from analysis.chart import palette
from analysis.core.errors import ParameterError


def test_marks_do_not_depend_on_order_and_differ():
    names = [f"Outlet {i}" for i in range(42)]
    marks = palette.outlet_marks([*reversed(names), "Outlet 3", None, float("nan")])
    assert marks == palette.outlet_marks(names)
    assert list(marks) == sorted(names)
    assert len(set(marks.values())) == 42
    in_order = list(marks.values())
    for mark, following in zip(in_order, in_order[1:], strict=False):
        assert mark.colour != following.colour
        assert mark.marker != following.marker


def test_marks_repeat_after_42_outlets():
    marks = list(palette.outlet_marks([f"Outlet {i:02d}" for i in range(43)]).values())
    assert marks[42] == marks[0]


def test_fills_differ_in_marker_and_in_hatch_or_grey():
    fills = list(palette.category_fills(f"c{i}" for i in range(9)).values())
    assert len({fill.marker for fill in fills}) == 9
    assert len({fill.line for fill in fills}) == 9
    for fill, following in zip(fills, fills[1:], strict=False):
        contrast = abs(grey(fill.colour) - grey(following.colour))
        assert fill.hatch != following.hatch or contrast > 0.15


def grey(colour):
    red, green, blue = mpl.colors.to_rgb(colour)
    return 0.299 * red + 0.587 * green + 0.114 * blue


def test_fills_keep_the_order_and_ignore_repetition():
    assert list(palette.category_fills(["b", "a", "b"])) == ["b", "a"]


def test_too_many_categories_are_an_error():
    message = "10 categories cannot be told apart in one chart; at most 9 are allowed"
    with pytest.raises(ParameterError, match=message):
        palette.category_fills(str(i) for i in range(10))


@pytest.mark.parametrize(
    ("background", "expected"),
    [
        ("#FFFFFF", palette.TEXT),
        ("#000000", palette.BACKGROUND),
        ("#0072B2", palette.BACKGROUND),
        ("#56B4E9", palette.TEXT),
        ("#808080", palette.TEXT),
        ("#606060", palette.BACKGROUND),
        ("#0A0A0A", palette.BACKGROUND),  # so dark that its gamma correction is linear
    ],
)
def test_text_colour(background, expected):
    assert palette.text_colour_on(background) == expected


def test_every_category_has_readable_text():
    for fill in palette.CATEGORY_FILLS:
        text = palette.text_colour_on(fill.colour)
        assert abs(grey(text) - grey(fill.colour)) > 0.3


def test_highlights_with_the_same_colour_differ_in_underline():
    looks = [(look.rgb, look.underline) for look in palette.HIGHLIGHTS.values()]
    assert len(set(looks)) == len(looks)
