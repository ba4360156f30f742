"""What the tests of coding share: made articles, sheets that are edited, and their corrections."""

import csv

import numpy as np
import pytest
from made_fire import MANIFEST, all_tables
from openpyxl import load_workbook

from analysis.coding.comparison import compare_sheets
from analysis.coding.corpus import Corpus
from analysis.coding.disagreements import write_disagreements
from analysis.coding.registry import LAYERS
from analysis.coding.sheets import draw_sheet
from analysis.coding.workbook import SHEET, write_sheet
from analysis.corrections.read import FILE_COLUMNS
from analysis.run.correct_again import correct_tables
from analysis.run.pipeline import Run


@pytest.fixture(autouse=True)
def _stages(_remembered):
    """Find events and quantities once for equal tables."""


@pytest.fixture(scope="session")
def made_run():
    return Run(all_tables(), dict(MANIFEST))


@pytest.fixture(scope="session")
def run(embedded_run):
    return embedded_run


@pytest.fixture(scope="session")
def corpus(made_run):
    return Corpus(made_run)


class Book:
    """A spreadsheet as a person edits it: rows are found by what stands in them."""

    def __init__(self, path):
        self.path = path
        self.book = load_workbook(path)
        self.page = self.book[SHEET]
        self.columns = {cell.value: cell.column for cell in self.page[1]}

    def rows(self, **cells):
        """Return the numbers of the rows with some cells."""
        found = []
        for number in range(2, self.page.max_row + 1):
            row = {name: self.cell(number, name) for name in cells}
            if row == cells:
                found.append(number)
        return found

    def row(self, **cells):
        """Return the number of the only row with some cells."""
        (number,) = self.rows(**cells)
        return number

    def cell(self, number, name):
        return self.page.cell(number, self.columns[name]).value

    def write(self, number, **cells):
        """Fill in cells of a row, and save."""
        for name, value in cells.items():
            self.page.cell(number, self.columns[name]).value = value
        self.book.save(self.path)

    def copy(self, number):
        """Add a row with the same cells below all others, and return its number."""
        last = max(row for row in range(1, self.page.max_row + 1) if self.page.cell(row, 1).value)
        for column in self.columns.values():
            self.page.cell(last + 1, column).value = self.page.cell(number, column).value
        self.book.save(self.path)
        return last + 1

    def drop(self, name):
        """Delete a column, and save."""
        self.page.delete_cols(self.columns[name])
        self.book.save(self.path)


@pytest.fixture
def sheet(corpus, tmp_path):
    """Return a function that writes the sheet of a coder, with all passages of the corpus."""

    def write(coder, layer="figures", *, prefilled=True):
        drawn = draw_sheet(LAYERS[layer], corpus, 1000, seed=1, prefilled=prefilled)
        return Book(write_sheet(drawn, tmp_path / f"{coder}.xlsx"))

    return write


@pytest.fixture
def adjudicated(corpus, tmp_path):
    """Return a function that compares sheets and takes decisions by item and variable."""

    def adjudicate(*books, **decisions):
        compared = compare_sheets([book.path for book in books], corpus)
        path = tmp_path / "disagreements.xlsx"
        write_disagreements(compared.disagreements(), compared.layer, compared.coders, path)
        listed = Book(path)
        for variable, value in decisions.items():
            (number,) = listed.rows(variable=variable)
            listed.write(number, decision=value)
        return compared.adjudicate(path)

    return adjudicate


@pytest.fixture
def apply(made_run, tmp_path):
    """Return a function that lays corrections over the made run; all must be applied."""

    def lay_over(rows):
        path = tmp_path / "corrections.csv"
        with path.open("w", encoding="utf8", newline="") as file:
            writer = csv.DictWriter(file, FILE_COLUMNS)
            writer.writeheader()
            writer.writerows(rows)
        new, _ = correct_tables(made_run.tables, made_run.manifest, path)
        statuses = new["corrections"][["key", "column", "status", "why"]]
        assert set(statuses["status"]) <= {"applied"}, statuses.to_string()
        return Run(new, made_run.manifest)

    return lay_over


@pytest.fixture
def right_now(apply):
    """Return a function that says what is extracted of a layer once corrections are applied."""

    def read(layer, rows):
        corrected = Corpus(apply(rows))
        passages = LAYERS[layer].draw(corrected, 1000, np.random.default_rng(0))
        found = {}
        for unit in LAYERS[layer].extracted(corrected, passages):
            found.setdefault(unit.passage.key, []).append(dict(unit.values))
        return found

    return read
