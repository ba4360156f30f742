"""What the tests of the exchange share: the marks of made articles, written and read back."""

import pytest
from made_documents import answered
from made_fire import made_tables

from analysis.core import tables
from analysis.exchange.differences import differences
from analysis.exchange.documents import documents_of
from analysis.exchange.registry import FORMATS, format_of

USED = ("articles", "figures", "attributions", "attribution_spans", "parties", "targets")


@pytest.fixture(scope="session")
def fire():
    """Return the tables of three articles on a fire."""
    made = made_tables()
    return {name: tables.make(made[name], tables.ALL[name]) for name in USED}


@pytest.fixture(scope="session")
def documents(fire):
    return documents_of(fire)


@pytest.fixture(params=FORMATS)
def layout(request):
    return request.param


@pytest.fixture
def written(layout, tmp_path):
    """Return a function that writes documents in each format and returns the path."""

    def write(documents):
        chosen = FORMATS[layout]
        path = tmp_path / f"marks{chosen.suffix}"
        if not chosen.suffix:
            path.mkdir()
        assert path in chosen.write(documents, path)
        return answered(path)

    return write


@pytest.fixture
def changes(written):
    """Return a function that says what changed between documents and what a person left."""

    def compare(before, after=None):
        path = written(before if after is None else after)
        known = {document.article_id: document for document in before}
        rows, notes = [], []
        for coding in format_of(path).read(path, known):
            document = known[coding.article_id]
            found = differences(document, coding, document.text)
            rows += found.rows
            notes += found.notes
        return rows, notes

    return compare
