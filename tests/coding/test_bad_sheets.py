"""Sheets that cannot be read: every message names the row, the value and what to do."""

import shutil

import pytest

from analysis.coding.comparison import compare_sheets
from analysis.coding.corpus import Corpus
from analysis.coding.disagreements import write_disagreements
from analysis.coding.sheets import read_coded
from analysis.core.errors import InputError, ParameterError

A = {"article_id": "a1", "number_text": "30"}


def swap(book, name, first, second):
    """Swap two cells of a column, as sorting one column alone does."""
    cells = [book.cell(number, name) for number in (first, second)]
    book.write(first, **{name: cells[1]})
    book.write(second, **{name: cells[0]})


def none_with_labels(book):
    book.write(book.row(**A), number_text="none")


def empty_with_labels(book):
    book.write(book.row(**A), number_text=None)


def none_and_a_figure(book):
    number = book.copy(book.row(**A))
    labels = ("outcome", "qualifier", "group", "source")
    book.write(number, number_text="none", **dict.fromkeys(labels))


BAD = {
    "a value that is not allowed": (
        lambda book: book.write(book.row(**A), outcome="kiled"),
        r"ada\.xlsx: row \d+: No outcome 'kiled'; did you mean 'killed'.*Available: killed, inj",
    ),
    "an empty cell": (
        lambda book: book.write(book.row(**A), group=None),
        r"row \d+: group is empty; allowed: civilians, children",
    ),
    "none where a value is needed": (
        lambda book: book.write(book.row(**A), qualifier="none"),
        r"row \d+: No qualifier 'none'.*exact, at_least",
    ),
    "words that are not in the sentence": (
        lambda book: book.write(book.row(**A), number_text="ninety"),
        r"row \d+: 'ninety' is not in its sentence; copy the number as it is printed, or write no",
    ),
    "a number that is there once but has two rows": (
        lambda book: book.copy(book.row(**A)),
        r"row \d+: '30' is in 2 rows of the sheet, but in its sentence 1 time; delete a row",
    ),
    "a source that is not in the article": (
        lambda book: book.write(book.row(**A), source="the mayor"),
        r"row \d+: source='the mayor' is not in the article; copy the words .* or write none",
    ),
    "no number": (
        lambda book: book.write(book.row(**A), low="many"),
        r"row \d+: low='many' is not a number",
    ),
    "a sentence that was changed": (
        lambda book: book.write(book.row(**A), sentence="At least 13 people died."),
        r"row \d+: sentence was changed to 'At least 13 people.*in the corpus it is 'At least 12",
    ),
    "cells that moved": (
        lambda book: swap(book, "sentence", book.row(**A), book.row(number_text="Nine")),
        r"row \d+: has the sentence of row \d+, so cells have moved; sort whole rows only",
    ),
    "keys that moved": (
        lambda book: swap(book, "article_id", book.row(**A), book.row(number_text="Nine")),
        r"row \d+: ",
    ),
    "a row without a key": (
        lambda book: book.write(book.row(**A), article_id=None),
        r"row \d+: article_id is empty; to add a row, copy the whole row of its sentence",
    ),
    "an unknown article": (
        lambda book: book.write(book.row(**A), article_id="b7"),
        r"row \d+: article 'b7' is not in this corpus; name with --corpus the one",
    ),
    "an unknown sentence": (
        lambda book: book.write(book.row(**A), sentence_id="99"),
        r"row \d+: sentence 99 of a1 is not in this corpus",
    ),
    "none with labels": (none_with_labels, r"row \d+: number_text is none, but outcome, qualif"),
    "empty with labels": (empty_with_labels, r"row \d+: number_text is empty, but outcome, qua"),
    "none and a figure": (none_and_a_figure, r"row \d+: number_text is none, but row \d+ has the"),
}


@pytest.mark.parametrize("name", BAD)
def test_what_is_wrong_is_named(name, sheet, corpus):
    spoil, message = BAD[name]
    book = sheet("ada")
    spoil(book)
    with pytest.raises(InputError, match=message):
        read_coded(book.path, corpus)


def test_the_same_number_in_two_rows(sheet, corpus):
    book = sheet("ada")
    book.write(book.copy(book.row(**A)), number_text="30 were")
    with pytest.raises(InputError, match=r"number_text means the same words as in row \d+; delete"):
        read_coded(book.path, corpus)


def test_at_most_ten_rows_are_named(sheet, corpus):
    book = sheet("ada", "frames")
    book.write(2, conflict="maybe", economic="perhaps")
    with pytest.raises(InputError, match=r"row 2: No conflict 'maybe'.*yes, no, not sure"):
        read_coded(book.path, corpus)
    book = sheet("bob")
    number = book.row(**A)
    for _ in range(14):
        book.copy(number)
    with pytest.raises(InputError, match=r"and 4 more rows$"):
        read_coded(book.path, corpus)


def test_a_missing_column_is_named_with_the_next_command(sheet, corpus):
    book = sheet("ada")
    book.drop("group")
    with pytest.raises(
        InputError, match=r"ada\.xlsx has no columns group\. Draw a new sheet: .* --layer figures"
    ):
        read_coded(book.path, corpus)


def test_a_sheet_of_before_bounds_could_be_written_is_read(sheet, corpus):
    book = sheet("ada")
    before = read_coded(book.path, corpus)
    book.drop("high")
    book = type(book)(book.path)
    book.drop("low")
    after = read_coded(book.path, corpus)
    assert [unit.values for unit in after.units] == [unit.values for unit in before.units]


def test_a_sheet_of_another_corpus(sheet, corpus, made_run):
    book = sheet("ada")
    renamed = made_run.articles.assign(article_id=["x1", "x2", "x3"])
    sentences = made_run.sentences
    ids = dict(zip(("a1", "a2", "a3"), ("x1", "x2", "x3"), strict=True))
    tables = {
        **made_run.tables,
        "articles": renamed,
        "sentences": sentences.assign(article_id=sentences["article_id"].map(ids)),
    }
    other = Corpus(type(made_run)(tables, made_run.manifest))
    with pytest.raises(
        InputError, match=r"drawn from another corpus: none of its 3 articles.*with --corpus"
    ):
        read_coded(book.path, other)


def test_a_mention_coded_twice(sheet, corpus):
    book = sheet("ada", "parties")
    book.copy(2)
    with pytest.raises(InputError, match=r"row 4: codes a\d \[\d+:\d+\] \w+ again, as row 2 does"):
        read_coded(book.path, corpus)


def test_a_pair_of_one_event_in_two_stories(sheet, corpus):
    book = sheet("ada", "stories")
    book.write(2, same_story="no", same_event="yes")
    with pytest.raises(InputError, match=r"row 2: same_event is yes but same_story is no"):
        read_coded(book.path, corpus)


def test_what_is_no_sheet(corpus, tmp_path):
    with pytest.raises(InputError, match=r"There is no file .*ada\.xlsx"):
        read_coded(tmp_path / "ada.xlsx", corpus)
    (tmp_path / "ada.xlsx").write_text("item,article_id")
    with pytest.raises(InputError, match=r"ada\.xlsx cannot be read.*Save it as \.xlsx"):
        read_coded(tmp_path / "ada.xlsx", corpus)


def test_a_spreadsheet_of_something_else(sheet, corpus):
    book = sheet("ada", "targets")
    book.drop("polarity")
    with pytest.raises(
        InputError, match=r"has not the columns of a sheet of figures, attrib.*have"
    ):
        read_coded(book.path, corpus)


def test_sheets_that_do_not_belong_together(sheet, corpus, tmp_path):
    ada, bob = sheet("ada"), sheet("bob", "parties")
    with pytest.raises(InputError, match=r"ada\.xlsx is a sheet of figures, bob\.xlsx one of part"):
        compare_sheets([ada.path, bob.path], corpus)
    with pytest.raises(ParameterError, match="One sheet cannot be compared"):
        compare_sheets([ada.path], corpus)
    other = tmp_path / "other"
    other.mkdir()
    shutil.copy(ada.path, other / "Ada.xlsx")
    with pytest.raises(ParameterError, match=r"Two sheets are called 'ada'.*Rename"):
        compare_sheets([ada.path, other / "Ada.xlsx"], corpus)
    shutil.copy(ada.path, tmp_path / "sentence.xlsx")
    with pytest.raises(ParameterError, match=r"cannot be called sentence\.xlsx.*after its coder"):
        compare_sheets([ada.path, tmp_path / "sentence.xlsx"], corpus)


def test_sheets_that_nobody_filled_in(sheet, corpus):
    ada, bob = sheet("ada", prefilled=False), sheet("bob")
    with pytest.raises(InputError, match=r"No row is filled in by two coders: ada\.xlsx 0 of 9, b"):
        compare_sheets([ada.path, bob.path], corpus)


def test_rows_may_be_in_another_order(sheet, corpus):
    ada, bob = sheet("ada"), sheet("bob")
    rows = [[cell.value for cell in row] for row in bob.page.iter_rows(2)]
    for number, row in enumerate(reversed(rows), start=2):
        bob.write(number, **dict(zip(bob.columns, row, strict=True)))
    assert compare_sheets([ada.path, bob.path], corpus).disagreements() == []


@pytest.fixture
def disputed(sheet, corpus, tmp_path):
    """Return two sheets that differ, and what they differ on as a spreadsheet."""
    ada, bob = sheet("ada"), sheet("bob")
    bob.write(bob.row(**A), outcome="killed", source="none", low="31")
    compared = compare_sheets([ada.path, bob.path], corpus)
    path = tmp_path / "disagreements.xlsx"
    write_disagreements(compared.disagreements(), compared.layer, compared.coders, path)
    return compared, type(ada)(path), bob


@pytest.mark.parametrize(
    ("variable", "decision", "message"),
    [
        ("outcome", "dead", r"row \d: No decision 'dead'.*Available: killed, injured"),
        ("source", "the mayor", r"row \d: decision='the mayor' is not in the text; copy"),
        ("low", "few", r"row \d: low='few' is not a number"),
    ],
)
def test_a_decision_that_is_not_allowed(variable, decision, message, disputed):
    compared, listed, _ = disputed
    listed.write(listed.row(variable=variable), decision=decision)
    with pytest.raises(InputError, match=message):
        compared.adjudicate(listed.path)


def test_decisions_that_no_coder_wrote(disputed):
    compared, listed, _ = disputed
    listed.write(listed.row(variable="source"), decision="The government")
    listed.write(listed.row(variable="low"), decision="29")
    listed.write(listed.row(variable="outcome"), decision="MISSING")
    rows = compared.adjudicate(listed.path).corrected.rows
    made = {row["column"]: row["new"] for row in rows if row["column"] != "checked"}
    assert made == {"source": "The government", "low": "29", "outcome": "missing"}


def test_a_sheet_that_was_changed_after_the_comparison(disputed, corpus):
    compared, listed, bob = disputed
    bob.write(bob.row(**A), outcome="ill")
    again = compare_sheets([sheet.path for sheet in compared.sheets], corpus)
    with pytest.raises(InputError, match=r"bob has 'killed' here, but 'ill' in the sheet.*compare"):
        again.adjudicate(listed.path)
    bob.write(bob.row(**A), outcome="injured")
    again = compare_sheets([sheet.path for sheet in compared.sheets], corpus)
    with pytest.raises(
        InputError, match=r"the sheets do not differ on outcome of 'a1 \[51:53\] 30"
    ):
        again.adjudicate(listed.path)


def test_decisions_of_other_sheets(disputed):
    compared, listed, _ = disputed
    listed.drop("bob")
    with pytest.raises(InputError, match=r"has no columns bob; it must be the disagreements of"):
        compared.adjudicate(listed.path)
