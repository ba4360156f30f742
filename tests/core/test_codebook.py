"""The codebook describes every table as the code defines it."""

import ast
import re

import pytest

from analysis.core import codebook, paths, tables
from analysis.core.errors import InputError
from analysis.core.tables import Column, Table

TABLES = {table.name: table for table in codebook.every_table()}
TEXT = codebook.PATH.read_text(encoding="utf-8")


def test_the_codebook_is_current():
    assert codebook.insert(TEXT) == TEXT, "run python -m analysis.core.codebook"


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
def test_the_codebook_has_every_column_and_no_other(table):
    section = TEXT.split(f"\n### {table.name}\n")[1].split("\n### ")[0]
    rows = re.findall(r"^\| `(\w+)` \| (\w+) \| (.+?) \| (.*?) \| (.+) \|$", section, re.M)
    assert [row[0] for row in rows] == list(table.columns)
    for name, dtype, null, allowed, description in rows:
        column = table.columns[name]
        assert dtype == column.dtype
        assert null == (column.null or "never null")
        assert description == column.description
        assert re.findall("`(.+?)`", allowed) == list(column.allowed)


def test_the_codebook_has_no_table_that_does_not_exist():
    generated = TEXT.split(codebook.BEGIN)[1]
    assert re.findall(r"^### (\w+)$", generated, re.M) == list(TABLES)


def test_the_codebook_leaves_out_no_table():
    defined = []
    for path in (paths.ROOT / "analysis").rglob("*.py"):
        source = path.read_text(encoding="utf8")
        if "Table(" not in source:  # most modules: a tree of each took a second
            continue
        for node in ast.walk(ast.parse(source)):
            is_call = isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Table"
            if is_call and path.name != "cli.py":
                defined.append(node.args[0].value)
    assert sorted(defined) == sorted(TABLES)


@pytest.mark.parametrize(
    ("table", "column"), [(table, column) for table in TABLES for column in TABLES[table].columns]
)
def test_every_column_says_what_null_means_and_every_count_has_a_minimum(table, column):
    entry = TABLES[table].columns[column]
    assert entry.null is False or (isinstance(entry.null, str) and entry.null)
    if entry.dtype == "int":
        assert entry.low is not None


@pytest.mark.parametrize(
    "allowed",
    [
        pytest.param(set(column.allowed), id=f"{table.name}-{name}")
        for table in TABLES.values()
        for name, column in table.columns.items()
        if column.allowed
    ]
    + [pytest.param(set(tables.FRAMES), id="frames")],
)
def test_the_hand_written_part_explains_every_value(allowed):
    by_hand = TEXT.split("## Values")[1].split("## Tables")[0]
    table_rows = [line for line in by_hand.splitlines() if line.startswith("|")]
    assert allowed <= set(re.findall(r"`(\w+)`", "\n".join(table_rows)))


@pytest.mark.parametrize(
    ("column", "row"),
    [
        (Column("d"), "| `c` | str | never null |  | d |"),
        (Column("d", null=True), "| `c` | str | missing |  | d |"),
        (Column("d", null="unknown"), "| `c` | str | unknown |  | d |"),
        (Column("d", allowed=("x", "y")), "| `c` | str | never null | `x`, `y` | d |"),
        (Column("d", "float", low=-1, high=1), "| `c` | float | never null | -1 to 1 | d |"),
        (Column("d", "int", low=0), "| `c` | int | never null | 0 or more | d |"),
        (Column("d", "float", high=0.5), "| `c` | float | never null | 0.5 or less | d |"),
    ],
)
def test_a_column_is_described_in_one_row(column, row):
    lines = codebook.describe(Table("t", "one thing", {"c": column}, ("c",))).splitlines()
    assert lines[:3] == ["### t", "", "A row is one thing. Key: `c`."]
    assert lines[-1] == row


def test_a_table_without_a_key_says_so():
    assert "A row is one thing. No key." in codebook.describe(Table("t", "one thing", {}))


@pytest.mark.parametrize(
    "text",
    [
        "no marker",
        codebook.BEGIN,
        codebook.END,
        codebook.END + codebook.BEGIN,
        codebook.BEGIN * 2 + codebook.END,
        codebook.BEGIN + codebook.END * 2,
    ],
)
def test_a_codebook_without_its_markers_is_an_error(text):
    with pytest.raises(InputError, match=r"README\.md must contain each of these lines once"):
        codebook.insert(text)


def test_rewriting_changes_only_what_is_between_the_markers(tmp_path):
    path = tmp_path / "README.md"
    path.write_text(
        f"before\n{codebook.BEGIN}\na stale table\n{codebook.END}\nafter\n", encoding="utf-8"
    )
    assert codebook.rewrite(path)
    text = path.read_text(encoding="utf-8")
    assert text.startswith("before\n")
    assert text.endswith(f"{codebook.END}\nafter\n")
    assert "stale" not in text
    assert not codebook.rewrite(path)
    assert path.read_text(encoding="utf-8") == text
