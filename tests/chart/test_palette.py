import re

import matplotlib as mpl
import pytest

from analysis.chart import palette
from analysis.core import paths
from analysis.core.errors import ParameterError
from analysis.core.tables import SOURCE_TYPES


def test_outlets_look_alike_because_they_are_labelled():
    marks = palette.outlet_marks(["Outlet 2", "Outlet 1", "Outlet 2", None, float("nan")])
    assert list(marks) == ["Outlet 1", "Outlet 2"]
    assert set(marks.values()) == {palette.Mark(palette.PRIMARY, "o")}


def contrast(one, other):
    darker, lighter = sorted(palette.luminance(colour) + 0.05 for colour in (one, other))
    return lighter / darker


OF_MARKS = [
    palette.PRIMARY,
    palette.EDGE,
    *palette.SOURCE_COLOURS.values(),
    *(fill.line for fill in palette.CATEGORY_FILLS),
]


@pytest.mark.parametrize("ground", [palette.BACKGROUND, palette.BAND, "#151617", "#18191b"])
def test_marks_are_seen_on_the_grounds_of_both_modes(ground):
    assert min(contrast(colour, ground) for colour in OF_MARKS) >= 3


def test_the_colours_of_both_modes_can_be_read():
    style = (paths.TEMPLATES / "style.css").read_text(encoding="utf8")
    modes = re.findall(r"--chart-(\w+): (#\w{6})", style)
    light, dark, print_ = (dict(modes[start : start + 6]) for start in (0, 6, 12))
    assert (
        light
        == print_
        == {
            "text": palette.TEXT.lower(),
            "muted": palette.MUTED.lower(),
            "faint": palette.FAINT.lower(),
            "band": palette.BAND.lower(),
            "ground": palette.BACKGROUND.lower(),
            "contrast": palette.CONTRAST.lower(),
        }
    )
    for mode in (light, dark):
        for name in ("text", "muted", "contrast"):
            assert contrast(mode[name], mode["ground"]) >= 4.5
            assert contrast(mode[name], mode["band"]) >= 4.5
    for name, colour in light.items():
        assert f'[fill="{colour}"] {{ fill: var(--chart-{name}); }}' in style


def test_each_type_of_source_has_the_colour_of_its_kind():
    assert set(palette.SOURCE_COLOURS) == {*palette.SOURCE_KINDS, palette.NO_KIND}
    assert len(set(palette.SOURCE_COLOURS.values())) == len(palette.SOURCE_COLOURS)
    known = {name for types in palette.SOURCE_KINDS.values() for name in types}
    assert set(SOURCE_TYPES) - known == {"unnamed", "other"}
    fills = palette.source_fills(["military", "state official", "nobody knows"])
    assert [fill.line for fill in fills.values()] == ["#0072B2", "#0072B2", palette.PRIMARY]
    assert len({fill.marker for fill in fills.values()}) == 3


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
        ("#FFFFFF", palette.ON_LIGHT),
        ("#000000", palette.ON_DARK),
        ("#0072B2", palette.ON_DARK),
        ("#56B4E9", palette.ON_LIGHT),
        ("#808080", palette.ON_LIGHT),
        ("#606060", palette.ON_DARK),
        ("#0A0A0A", palette.ON_DARK),  # so dark that its gamma correction is linear
    ],
)
def test_text_colour(background, expected):
    assert palette.text_colour_on(background) == expected


def test_every_category_has_readable_text():
    for fill in palette.CATEGORY_FILLS:
        text = palette.text_colour_on(fill.colour)
        assert contrast(text, fill.colour) >= 4.5


def test_highlights_with_the_same_colour_differ_in_underline():
    looks = [(look.rgb, look.underline) for look in palette.HIGHLIGHTS.values()]
    assert len(set(looks)) == len(looks)
