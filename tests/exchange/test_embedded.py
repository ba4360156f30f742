"""The embedded corpus goes out and comes back in each format; two changes are two corrections."""

from dataclasses import replace

import pytest

from analysis.exchange.documents import Mark, documents_of


@pytest.fixture(scope="module")
def embedded(embedded_run):
    return documents_of(dict(embedded_run.tables))


def test_every_mark_comes_back(embedded, changes):
    assert sum(len(document.marks) for document in embedded) > 500
    assert changes(embedded) == ([], [])


def test_two_changes_are_two_corrections(embedded, changes):
    first = next(document for document in embedded if len(document.marks) > 20)
    killed = next(mark for mark in first.marks if mark.values.get("outcome") == "killed")
    others = [mark for mark in first.marks if mark.kind == "figure" and mark is not killed]
    changed = Mark(killed.place, killed.values | {"outcome": "injured"})
    marks = [changed if mark is killed else mark for mark in first.marks if mark is not others[0]]
    after = [replace(each, marks=marks) if each is first else each for each in embedded]
    rows, notes = changes(embedded, after)
    told = [(row["table"], row["column"], row["old"], row["new"]) for row in rows]
    assert sorted(told, key=str) == [
        ("figures", "outcome", "killed", "injured"),
        ("figures", "wrong", None, None),
    ]
    assert notes == []
