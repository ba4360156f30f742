"""Which figures an event sheet has, and where they come from."""

import pytest

from analysis.compare.event_sheets.rows import event_rows
from tests.compare.event_sheets.sheet_tables import DEFAULT_FIGURES, figure, tables


def numbers(rows):
    return rows[["parallax_article_id", "parallax_outcome", "parallax_number"]].to_numpy().tolist()


def test_one_row_for_each_event_outcome_and_document():
    given = tables()
    before = [table.copy() for table in given]
    rows = event_rows(given)
    assert numbers(rows) == [
        ["a1", "injured", "60"],
        ["a1", "killed", "at least 29"],
        ["b1", "killed", "40"],  # two outlets state this quantity, one that of the fighters
    ]
    for table, copy in zip(given, before, strict=True):
        assert table.equals(copy)


def test_every_row_leads_back_to_its_words():
    rows = event_rows(tables(url="https://example.org/a", duplicate_of="b1"))
    row = rows.set_index("parallax_figure_id").loc["a1#29"]
    expected = {
        "parallax_event_id": "market",
        "parallax_event": "Tarnholt, shelling",
        "parallax_story_id": "story",
        "parallax_quantity": "killed",
        "parallax_duplicate_of": "b1",
        "parallax_title": "Title of a1",
        "parallax_outlet": "Daily A",
        "parallax_url": "https://example.org/a",
        "parallax_low": 29.0,
        "parallax_qualifier": "at_least",
        "parallax_group": "civilians",
        "parallax_place": "Tarnholt",
        "parallax_agent": "a shell",
        "parallax_sentence": "At least 29 civilians were killed in Tarnholt.",
    }
    assert {name: row[name] for name in expected} == expected
    assert str(row["parallax_published"].date()) == "2024-03-05"


@pytest.mark.parametrize(
    "columns",
    [
        {"scope": "part"},
        {"scope": "background"},
        {"scope": "other_event"},
        {"part_of": "a1#60"},
        {"mention": "named"},
        {"quantity_id": None},
        {"outcome": None, "group": None, "unit": "things"},
        {"unit": "percent"},
    ],
)
def test_what_is_no_number_of_the_event_has_no_row(columns):
    only = figure("b1", "40", 40.0, **columns)
    assert event_rows(tables([only])).empty


def test_articles_without_an_event_have_no_row():
    rows = event_rows(tables(event_id=None))
    assert set(rows["parallax_article_id"]) == {"b1"}


def test_line_breaks_in_a_sentence_become_blanks():
    given = tables([DEFAULT_FIGURES[3]])
    articles = given.articles.copy()
    articles.loc[1, "text"] = "Three fighters\nand 40 people were killed."
    rows = event_rows(given._replace(articles=articles))
    assert rows["parallax_sentence"].tolist() == ["Three fighters and 40 people were killed."]


def test_no_figures_give_an_empty_sheet():
    assert event_rows(tables([])).empty
