"""Figures of filled sheets: as a table, as codings side by side, and compared with extraction."""

import pandas as pd
import pytest
from openpyxl import load_workbook

from analysis.coding.corpus import Corpus
from analysis.coding.figures import FIGURES
from analysis.coding.sheets import draw_sheet
from analysis.coding.workbook import write_sheet
from analysis.core.errors import InputError
from analysis.evaluate import coding_sheets


@pytest.fixture
def path(run, tmp_path):
    """Return a sheet with the extracted labels of 40 sentences."""
    sheet = draw_sheet(FIGURES, Corpus(run), 40, seed=1, prefilled=True)
    return write_sheet(sheet, tmp_path / "a.xlsx")


def edit(path, **cells):
    """Fill in cells of the first row with a figure."""
    book = load_workbook(path)
    page = book["code here"]
    columns = {cell.value: cell.column for cell in page[1]}
    number = 2
    while page.cell(number, columns["number_text"]).value == "none":
        number += 1
    for name, value in cells.items():
        page.cell(number, columns[name]).value = value
    book.save(path)
    return page.cell(number, columns["sentence"]).value


def test_a_sheet_that_is_written_can_be_read(run, path):
    coded = coding_sheets.read_sheet(path, run)
    prefilled = pd.read_excel(path, dtype=str, keep_default_na=False)
    assert len(coded) == prefilled["number_text"].ne("none").sum() > 10
    found = coding_sheets.scores(coded, prefilled, run).set_index(["measure", "part"])
    assert found.loc[("found", "all"), "value"] == 1
    assert found.loc[("found", "all"), "n_found"] == len(coded)
    keys = ["article_id", "start", "end", "text", "low", "high", "outcome", "unit", "implicit"]
    extracted = run.figures.merge(coded[["article_id", "start"]], on=["article_id", "start"])
    pd.testing.assert_frame_equal(
        coded[keys].sort_values(keys[:2], ignore_index=True),
        extracted[keys].sort_values(keys[:2], ignore_index=True),
    )


def test_a_wrong_label_is_a_fault(run, path):
    edit(path, outcome="kiled")
    with pytest.raises(InputError, match=r"a\.xlsx: row \d+: No outcome 'kiled'; did you mean"):
        coding_sheets.read_sheet(path, run)


def test_a_number_without_a_number_word_is_one_person(run, path):
    sentence = edit(path, outcome="bodies_found", source=None, qualifier="exact")
    words = [word for word in sentence.split() if word.isalpha() and len(word) > 5]
    edit(path, number_text=words[0])
    coded = coding_sheets.read_sheet(path, run)
    row = coded.iloc[0]
    assert (row["low"], row["high"], row["implicit"], row["unit"]) == (1, 1, True, "bodies")
    assert (row["mention"], row["text"]) == ("indefinite", words[0])
    assert not isinstance(row["source"], str)
    assert row["figure_id"] == "a#1"


def test_scores_of_several_sheets_name_each(run, path):
    filled = {str(path): coding_sheets.read_sheet(path, run)}
    scores = coding_sheets.scores_of_sheets(filled, run)
    assert set(scores["sheet"]) == {str(path)}
    assert scores.set_index(["measure", "part"]).loc[("found", "all"), "value"] == 1


def test_scores_are_of_the_sentences_that_are_filled_in(run, path):
    book = load_workbook(path)
    page = book["code here"]
    column = {cell.value: cell.column for cell in page[1]}["number_text"]
    none = [row for row in range(2, page.max_row + 1) if page.cell(row, column).value == "none"]
    for row in none[1:]:
        page.cell(row, column).value = None
    book.save(path)
    filled = {str(path): coding_sheets.read_sheet(path, run)}
    whole = coding_sheets.scores_of_sheets(filled, run).set_index(["measure", "part"])
    assert whole.loc[("found", "all"), "value"] == 1
    page.cell(none[0], column).value = None
    book.save(path)
    with pytest.raises(InputError, match=rf"a\.xlsx has {len(none)} empty sentences .* Write none"):
        coding_sheets.scores_of_sheets(filled, run)


def test_the_codings_of_several_coders(run):
    figures = run.figures[run.figures["outcome"].notna()].head(30)
    other = figures.iloc[3:].assign(outcome="injured")
    codings = coding_sheets.codings({"a": figures, "b": figures, "c": other})
    sizes = codings.groupby(["variable", "coder"]).size()
    assert sizes["found"].tolist() == [30, 30, 30]
    assert sizes["outcome"].tolist() == [30, 30, 27]
    assert set(codings["variable"]) == {"found", "outcome", "qualifier", "group"}
    found = codings[codings["variable"].eq("found")]
    assert found.groupby("coder")["label"].agg(
        lambda labels: (labels == "True").sum()
    ).tolist() == [
        30,
        30,
        27,
    ]
