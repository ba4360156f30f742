"""What the tests of corrections share: tables of made articles, and functions that correct them."""

import csv
import io

import pytest
from made_fire import MANIFEST, all_tables

from analysis.corrections.read import FILE_COLUMNS, scan_corrections
from analysis.run.correct_again import correct_tables, status_of_rows


@pytest.fixture(autouse=True)
def _stages(_remembered):
    """Find events and quantities once for equal tables."""


@pytest.fixture(scope="session")
def frames():
    """Return all tables of a run on the made articles."""
    return all_tables()


@pytest.fixture
def write(tmp_path):
    """Return a function that writes rows as a file of corrections."""

    def write_rows(*rows, name="corrections.csv"):
        text = io.StringIO()
        writer = csv.DictWriter(text, FILE_COLUMNS)
        writer.writeheader()
        writer.writerows(rows)
        path = tmp_path / name
        path.write_text(text.getvalue(), encoding="utf8")
        return path

    return write_rows


@pytest.fixture
def correct(frames, write):
    """Return a function that lays rows over the made tables."""

    def lay_over(*rows, **options):
        new, _ = correct_tables(frames, dict(MANIFEST), write(*rows), **options)
        return new

    return lay_over


@pytest.fixture
def statuses(frames, write):
    """Return a function that says what becomes of rows: status, and why."""

    def check(*rows):
        corrections, faults = scan_corrections(write(*rows))
        found = [("bad", fault.reason) for fault in faults]
        settled = status_of_rows(corrections, frames, dict(MANIFEST))
        return found + [(status, why) for _, status, why in settled]

    return check
