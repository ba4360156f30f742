"""Characters without a glyph are told under the chart; installed fonts are used for the others."""

import pandas as pd
import pytest
from chart_contents import caption
from matplotlib import font_manager

from analysis.chart import fonts
from analysis.chart.saving import png_bytes
from analysis.chart.text_fitting import width_of
from analysis.chart.timelines import articles_by_month

UNDRAWABLE = "\U00013000"  # a hieroglyph
STIX_ONLY = "\u1d81"  # in a font that matplotlib ships, but not in DejaVu


@pytest.fixture
def only(monkeypatch):
    """Return a function that replaces the fonts that are looked for."""
    known = list(font_manager.fontManager.ttflist)

    def use(*names):
        fonts._installed.cache_clear()
        monkeypatch.setattr(fonts, "FALLBACKS", names)
        width_of.cache_clear()

    use()
    yield use
    font_manager.fontManager.ttflist[:] = known
    fonts._installed.cache_clear()
    width_of.cache_clear()


def chart(outlet):
    month = pd.Timestamp("2018-11-01")
    return articles_by_month(pd.DataFrame({"outlet": [outlet, "AFP"], "month": month, "n": 1}))


@pytest.mark.parametrize(
    ("text", "told", "package"),
    [
        ("新华社", "Chinese, Japanese or Korean", "fonts-noto-cjk"),
        ("しんぶん", "Chinese, Japanese or Korean", "fonts-noto-cjk"),
        ("연합뉴스", "Chinese, Japanese or Korean", "fonts-noto-cjk"),
        ("दैनिक", "Devanagari", "fonts-noto-core"),
        ("ข่าวสด", "Thai", "fonts-noto-core"),
        ("አዲስ", "Ethiopic", "fonts-noto-core"),
        ("📰", "emoji and signs", "fonts-symbola"),
        (UNDRAWABLE, "Egyptian", "fonts-noto-core"),
    ],
)
def test_a_chart_says_once_which_characters_are_boxes_and_what_to_install(
    text, told, package, only
):
    drawn = chart(text)
    assert f"Some characters ({told}) are drawn as boxes" in caption(drawn)
    assert caption(drawn).replace("\n", " ").count(f"apt install {package}.") == 1
    assert png_bytes(drawn)


def test_several_scripts_are_told_in_one_sentence():
    note = fonts.note_missing(["\U00013000", "\U00010330"])
    assert note.startswith("Some characters (Egyptian; Gothic) are drawn as boxes")
    assert note.count("fonts-noto-core") == 1


@pytest.mark.parametrize(
    "text",
    [
        "Reuters",
        "Известия",
        "ידיעות",
        "وكالة",
        "Ελευθερία",
        "“é” – 5",
        "a\u200db\ufe0f\u00a0\n",
        "",
    ],
)
def test_nothing_is_told_of_characters_that_are_drawn_or_have_no_glyph(text, only):
    assert fonts.note_missing([text]) == ""


def test_an_installed_font_is_used_for_what_the_first_lacks(only):
    assert fonts.missing_characters([STIX_ONLY]) == {STIX_ONLY}
    boxed = png_bytes(chart(STIX_ONLY))
    only("No Such Font", "STIXGeneral")
    assert fonts.families() == [fonts.FONT, "STIXGeneral"]
    assert fonts.missing_characters([STIX_ONLY, UNDRAWABLE]) == {UNDRAWABLE}
    assert "boxes" not in caption(chart(STIX_ONLY))
    assert png_bytes(chart(STIX_ONLY)) != boxed


def test_a_font_that_came_after_matplotlibs_list_was_kept_is_found(only):
    listed = font_manager.fontManager.ttflist
    listed[:] = [font for font in listed if not font.name.startswith("STIX")]
    only("STIXGeneral")
    assert fonts.families() == [fonts.FONT, "STIXGeneral"]
    assert len({font.fname for font in listed if font.name == "STIXGeneral"}) == 4


def test_a_file_that_is_no_font_is_left_out(only, tmp_path, monkeypatch):
    broken = tmp_path / "broken.ttf"
    broken.write_text("no font")
    monkeypatch.setattr(font_manager, "findSystemFonts", lambda: [str(broken)])
    only("STIXGeneral")
    assert fonts.families() == [fonts.FONT, "STIXGeneral"]
