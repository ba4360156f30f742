"""Tables for people: names in words, days and numbers set for reading, nothing cut."""

import pandas as pd
import pytest

from analysis.chart.readable_table import Note, ReadableTable
from analysis.core import tables
from analysis.core.errors import TableError

TABLE = pd.DataFrame(
    {
        "outlet": ["A & Co <b>", None],
        "published": pd.to_datetime(["2024-09-09", None]),
        "n_articles": [4000, 1],
        "share": [0.12345, 3.0],
        "is_copy": [True, False],
        "source_type": ["state_official", "other"],
        "passage": ["snake_case stays as it is printed, " * 9, "x"],
        "figure_id": ["f1", "f2"],
        "article_id": ["a1", "a2"],
        "sentence_id": [3, 4],
    }
)


def html(table, *args, **kwargs):
    return ReadableTable(table, *args, **kwargs)._repr_html_()


@pytest.mark.parametrize(
    "words",
    [
        "<td>9 Sep 2024</td>",
        "<td>4,000</td>",
        "<td>0.12</td>",
        "<td>3</td>",
        "<td>yes</td>",
        "<td>state official</td>",
        "<td>–</td>",
        '<th scope="col">articles</th>',
        '<th scope="col">sentence</th>',
        "A &amp; Co &lt;b&gt;",
        "snake_case stays as it is printed, " * 9,
        '<td data-article="a1" data-sentence="3"></td>',
    ],
)
def test_a_reader_sees(words):
    assert words in html(TABLE)


@pytest.mark.parametrize("words", ["f1", "figure_id", "n_articles", "<b>", "2024-09-09", ">a1<"])
def test_a_reader_does_not_see(words):
    assert words not in html(TABLE)


def test_a_folded_table_says_how_many_rows_there_are():
    assert html(TABLE, "Copies").startswith("<details><summary>Copies (2 rows)</summary>")
    assert "<summary>Copies (the first 1 of 2 rows)</summary>" in html(TABLE, "Copies", rows=1)


def test_an_unfolded_table_says_what_is_missing():
    assert html(TABLE, rows=1).endswith("<p>the first 1 of 2 rows</p>")
    assert "<p>" not in html(TABLE)


def test_an_empty_table_is_a_sentence():
    assert html(TABLE.head(0), "Copies") == "<p>Copies: none.</p>"


def test_other_names():
    assert ">who<" in html(TABLE, names={"outlet": "who"})
    with pytest.raises(TableError, match="no column 'nobody'"):
        ReadableTable(TABLE, names={"nobody": "x"})


@pytest.mark.parametrize("table", [tables.SCORES, tables.RELIABILITY], ids=lambda t: t.name)
def test_counts_of_an_evaluation_are_named_in_words(table):
    shown = html(pd.DataFrame([dict.fromkeys(table.columns, 1)]))
    assert ">n " not in shown
    assert shown.count('scope="col"') == len(table.columns)


def test_in_a_terminal_it_is_text():
    text = repr(ReadableTable(TABLE, "Copies"))
    assert "9 Sep 2024" in text
    assert "n_articles" not in text


def test_a_note_is_text():
    note = Note("Two < three.", "", "Read it.")
    assert note._repr_html_() == "<p>Two &lt; three. Read it.</p>"
    assert repr(note) == "Two < three. Read it."


@pytest.mark.parametrize(
    ("value", "cell"), [(-1.39e-17, "0"), (0.004, "0.004"), (0.125, "0.12"), (14.0, "14")]
)
def test_what_floats_leave_of_nothing_is_nothing(value, cell):
    assert f"<td>{cell}</td>" in html(pd.DataFrame({"share": [value]}))


@pytest.mark.parametrize(
    ("values", "names", "heading"),
    [
        (["at least 12"], None, "as printed"),
        ([807], None, "words"),
        ([807], {"words": "length"}, "length"),
    ],
)
def test_a_number_of_words_is_not_printed_words(values, names, heading):
    table = ReadableTable(pd.DataFrame({"words": values}), names=names)
    assert f'<th scope="col">{heading}</th>' in table._repr_html_()


def test_a_note_that_few_need_is_folded_under_its_summary():
    note = Note("Two < three.", summary="Why & how")
    assert note._repr_html_() == (
        "<details><summary>Why &amp; how</summary><p>Two &lt; three.</p></details>"
    )
    assert repr(note) == "Two < three."
