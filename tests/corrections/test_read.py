"""What a row of a file of corrections is read as, and which rows are refused on sight."""

import hashlib
import re

import pandas as pd
import pytest
from made_fire import key, row

from analysis.core.errors import InputError
from analysis.corrections.ledger import Ledger
from analysis.corrections.read import (
    Corrections,
    corrections_of_table,
    read_corrections,
    scan_corrections,
)

WHERE = key("a1", "30")
TWO = f"{key('a1', '12')} | {key('a2', '14')}"


@pytest.mark.parametrize(
    ("cells", "parsed"),
    [
        # the places that keys name
        (row("figures", "a1 [3:5] 30", "low", "31"), ("a1", 3, 5, "30", None)),
        (row("parties", "a1 [3:8] army", "kind", "military"), ("a1", 3, 8, "army", None)),
        (row("articles", "a 1", "outlet", "Wire"), ("a 1", None, None, None, None)),
        (row("frames", "a1 [conflict]", "present", "no"), ("a1", None, None, "conflict", None)),
        (row("frames", "a [1] [b]", "present", "no"), ("a [1]", None, None, "b", None)),
        (row("outlets", "Wire", "alias", "W"), (None, None, None, None, None)),
        (row("parties", "Varnia", "alias", "V"), (None, None, None, None, None)),
        (row("events", "a3", "part"), (None, None, None, None, ("a3",))),
        (row("events", "a1 | a2 |  | a1", "merge"), (None, None, None, None, ("a1", "a2"))),
        (row("quantities", TWO, "merge"), (None, None, None, None, tuple(TWO.split(" | ")))),
    ],
)
def test_the_place_that_a_key_names(write, cells, parsed):
    found = read_corrections(write(cells)).rows.iloc[0]
    names = ("article_id", "start", "end", "words", "members")
    assert tuple(found[name] for name in names) == parsed


@pytest.mark.parametrize(
    ("cells", "value"),
    [
        (row("figures", WHERE, "low", "4,000"), 4000.0),
        (row("figures", WHERE, "low", "none"), None),
        (row("figures", WHERE, "low"), None),
        (row("figures", WHERE, "outcome", "killed"), "killed"),
        (row("figures", WHERE, "wrong"), None),
        (row("figures", WHERE, "wrong", "no number"), "no number"),
        (row("figures", WHERE, "missing"), {}),
        (row("figures", WHERE, "missing", "low=3; outcome=ill"), {"low": 3.0, "outcome": "ill"}),
        (row("figures", WHERE, "checked"), None),
        (row("figures", WHERE, "checked", "RIGHT"), "right"),
        (row("figures", WHERE, "checked", "high=31"), {"high": 31.0}),
        (row("frames", "a1 [conflict]", "present", "No"), False),
        (row("attributions", WHERE, "anonymous", "1"), True),
        (row("outlets", "Wire", "alias", "Wire News"), "Wire News"),
        (row("articles", "a1", "published", "2024-03-09"), pd.Timestamp("2024-03-09")),
    ],
)
def test_the_typed_value(write, cells, value):
    found = read_corrections(write(cells)).rows["value"].iloc[0]
    assert found == value
    assert type(found) is type(value)


@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        (row("tone", WHERE, "low", "1"), "No table 'tone'"),
        (row("figures", WHERE, "present", "no"), "No column of figures 'present'"),
        (row("figures", " ", "low", "1"), "key is empty; it says which row is meant"),
        (row("figures", "a1", "low", "1"), "key='a1' should read article_id [start:end] words"),
        (row("frames", "a1", "present", "no"), "key='a1' should read article_id [frame]"),
        (row("frames", "a1 []", "present", "no"), "should read article_id [frame]"),
        (row("frames", "a1 [conflict", "present", "no"), "should read article_id [frame]"),
        (row("events", "a1", "merge"), "names one member; a merge needs two, joined by ' | '"),
        (row("events", "a1 | a1", "merge"), "names one member"),
        (row("events", "a1|a2", "merge"), "names one member"),
        (row("quantities", f"{WHERE} | a2", "part"), "'a2' in key should read article_id"),
        (row("figures", WHERE, "low", "many"), "low='many' is not a number"),
        (row("figures", WHERE, "low", "inf"), "low='inf' is not a number"),
        (row("figures", WHERE, "outcome", "kiled"), "did you mean 'killed'"),
        (row("figures", WHERE, "qualifier", "none"), "qualifier may not be none; allowed: exact"),
        (row("figures", WHERE, "checked", "rihgt"), "did you mean 'right'"),
        (row("figures", WHERE, "missing", "killed"), "'killed' should read column=value"),
        (row("figures", WHERE, "missing", "text=12"), "No column 'text'; did you mean 'unit_text'"),
        (row("figures", WHERE, "checked", "low="), "'low=' should read column=value"),
        (row("outlets", "Wire", "alias"), "new is empty; it says under which name"),
        (row("articles", "a1", "published", "09/03/2024"), "is not a day; write it as 2024-03-05"),
        (row("frames", "a1 [conflict]", "present", "maybe"), "present='maybe' is not true or"),
        (row("figures", WHERE, "low", "31", day="2.1.2026"), "day='2.1.2026' is not a day"),
        (row("figures", WHERE, "low", "=30+1"), "new='=30+1' is a spreadsheet formula"),
        (row("figures", WHERE, "low", "31", note="@SUM(A1)"), "note='@SUM(A1)' is a spreadsheet"),
    ],
)
def test_a_row_that_is_wrong_in_itself_is_refused_with_what_is_allowed(write, cells, reason):
    good = row("figures", WHERE, "low", "31")
    corrections, (fault,) = scan_corrections(write(good, cells, good))
    assert fault.where == "corrections.csv, line 3"
    assert reason in fault.reason
    assert corrections.rows["correction_id"].tolist() == ["row-1", "row-3"]


@pytest.mark.parametrize(
    ("drawn", "kept"),
    [("random", "random"), ("deciding", "deciding"), ("Monday", None), ("", None)],
)
def test_why_a_row_was_drawn_is_kept_if_a_queue_says_so(write, drawn, kept):
    cells = row("figures", WHERE, "low", "31", drawn=drawn)
    assert read_corrections(write(cells)).rows["drawn"].iloc[0] == kept


def test_a_row_that_only_other_columns_fill_is_none_but_counts_in_the_names(tmp_path):
    path = tmp_path / "queue.csv"
    cells = ["figures", WHERE, "low", "31", "30 were injured"]
    path.write_text(f"table,key,column,new,sentence\n, ,,,A sentence\n{','.join(cells)}\n")
    corrections, faults = scan_corrections(path)
    assert not faults
    assert corrections.rows["correction_id"].tolist() == ["row-2"]


def test_an_id_names_one_row(write):
    first = row("figures", WHERE, "low", "31", correction_id="c1")
    _, (fault,) = scan_corrections(write(first, first))
    assert fault.reason == "correction_id 'c1' is that of corrections.csv, line 2 too"


def test_a_cell_that_was_escaped_for_spreadsheets_is_read_as_it_was_meant(write):
    cells = row("figures", WHERE, "low", "31", note="'=30+1")
    assert read_corrections(write(cells)).rows["note"].iloc[0] == "=30+1"


def test_the_file_is_named_and_hashed(write):
    path = write(row("figures", WHERE, "low", "31"), name="mine.csv")
    corrections = read_corrections(path)
    assert corrections.name == "mine.csv"
    assert corrections.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert corrections
    assert not Corrections()
    assert Corrections().rows.empty


@pytest.mark.parametrize(
    ("n_bad", "named", "more"), [(1, 1, []), (10, 10, []), (13, 10, ["and 3 more rows"])]
)
def test_bad_rows_are_named_up_to_ten(write, n_bad, named, more):
    path = write(*[row("figures", "a1", "low", "1")] * n_bad)
    with pytest.raises(InputError) as error:
        read_corrections(path)
    first, *lines, last = str(error.value).split("\n  ")
    assert first == "corrections.csv: nothing was corrected. Fix these rows:"
    assert last == f"See all: parallax corrections check {path} SOURCE"
    assert all(line.startswith("corrections.csv, line") for line in lines[:named])
    assert lines[named:] == more


@pytest.mark.parametrize(
    ("header", "missing"),
    [
        ("table,key,column", "new"),
        ("key,New", "table, column"),
        ("TABLE, Key ,column,new", None),
    ],
)
def test_a_file_needs_four_columns(tmp_path, header, missing):
    path = tmp_path / "c.csv"
    path.write_text(f"{header}\n" + ",".join(["x"] * len(header.split(","))) + "\n")
    if missing is None:
        assert len(scan_corrections(path)[1]) == 1  # the columns are there, the values are wrong
        return
    with pytest.raises(InputError, match=re.escape(f"c.csv has no column {missing}; have: ")):
        scan_corrections(path)


def test_corrections_that_a_run_has_stored_are_those_of_the_file(write):
    rows = [
        row("figures", WHERE, "low", "4,000", day="2026-01-03"),
        row("figures", WHERE, "low", "31", day=""),
        row("frames", "a1 [conflict]", "present", "no"),
        row("events", "a1 | a2", "merge"),
    ]
    read = read_corrections(write(*rows))
    stored = corrections_of_table(Ledger(read).table(), "stored.csv")
    assert (stored.name, stored.sha256) == ("stored.csv", "")
    assert stored.rows["where"].tolist() == [f"stored.csv, row {n}" for n in (1, 2, 3, 4)]
    columns = [name for name in read.rows if name != "where"]
    pd.testing.assert_frame_equal(stored.rows[columns], read.rows[columns])
    assert stored.rows["order"].tolist() == [3, 0, 1, 2]
