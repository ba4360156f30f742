"""Who is on a picture of another year is no part of today's report."""

from datetime import date

import pytest

from analysis.extract.figures.extract import extract_figures
from tests.extract.figures.tagged_tables import figures_of, tables

PUBLISHED = date(2019, 4, 16)
TITLE = "Tallis declares an emergency"
LEAD = "Tallis said on Tuesday that 300 families came in April."


def scopes(caption, published=PUBLISHED):
    text = f"{TITLE}\n\n{caption} (Ada Holm/Reuters)\n{LEAD}"
    given = tables(text)
    given["articles"]["published"] = published
    given["articles"] = given["articles"].astype({"published": "datetime64[us]"})
    figures = extract_figures(**given)
    found = dict(zip(figures["text"], figures["scope"].isna(), strict=True))
    return {text: None if is_null else "background" for text, is_null in found.items()}


@pytest.mark.parametrize(
    "caption",
    [
        "A guard counts four families, July 18, 2018, in Tallis.",
        "A guard counts four families on 18 July 2018 in Tallis.",
        "A guard counts four families in 2014.",
    ],
)
def test_figures_of_an_old_caption_are_background(caption):
    assert scopes(caption) == {"four": "background", "300": None}


@pytest.mark.parametrize(
    ("caption", "published"),
    [
        ("A guard counts four families, April 15, 2019, in Tallis.", PUBLISHED),
        ("A guard counts four families, from July 2018 to April 2019, in Tallis.", PUBLISHED),
        ("A guard counts four families, July 18, 2018, in Tallis.", None),
        ("A guard counts four families on Monday.", PUBLISHED),
    ],
)
def test_other_captions_are_of_today(caption, published):
    assert scopes(caption, published) == {"four": None, "300": None}


def test_figures_of_the_page_are_left_out():
    text = f"{LEAD}\nToday, reader support makes up about two-thirds of our budget."
    assert figures_of(text)["text"].tolist() == ["300"]


def test_the_source_of_a_figure_begins_after_the_page():
    text = (
        f"{TITLE}\n\nFacebook Twitter Flipboard Email The mayor of Tallis said 300 families came."
    )
    assert figures_of(text, contents=[("300 families came", "The mayor of Tallis")])[
        "source"
    ].tolist() == ["The mayor of Tallis"]
