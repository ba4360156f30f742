"""A file of corrections is read as people save it, and is never written."""

import pytest
from made_fire import key, row

from analysis.core.errors import InputError
from analysis.corrections.read import FILE_COLUMNS, read_corrections, scan_corrections

HEADER = ",".join(FILE_COLUMNS)
LINE = f"c1,figures,{key('a1', '30')},low,,31,AB,2026-01-02,"


@pytest.mark.parametrize(
    "data",
    [
        f"{HEADER}\n{LINE}\n".encode(),
        f"\ufeff{HEADER}\n{LINE}\n".encode(),
        f"{HEADER}\r\n{LINE}\r\n".replace(",", ";").encode(),
        f"{HEADER}\n{LINE}\n\n".replace(",", "\t").encode("utf-16"),
        f"{HEADER.title()},Sentence\n{LINE},30 were injured\n".encode(),
    ],
    ids=["plain", "BOM", "semicolons", "UTF-16 with tabs", "capitals and one more column"],
)
def test_a_file_is_read_as_spreadsheets_save_it(tmp_path, data):
    path = tmp_path / "corrections.csv"
    path.write_bytes(data)
    rows = read_corrections(path).rows
    assert rows[["correction_id", "value", "article_id"]].values.tolist() == [["c1", 31.0, "a1"]]
    assert path.read_bytes() == data


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "empty|no rows"),
        (b"key,column,new\na1,low,3\n", "no column table.*queue"),
        (b"\x00\x01\x02\x03", "."),
    ],
    ids=["empty", "a column is missing", "not text"],
)
def test_a_file_that_is_none_is_refused(tmp_path, data, why):
    path = tmp_path / "corrections.csv"
    path.write_bytes(data)
    with pytest.raises(InputError, match=f"(?s){why}"):
        read_corrections(path)


def test_two_rows_with_one_id_are_bad(write):
    first = row("figures", key("a1", "30"), "low", "31", correction_id="c1")
    corrections, faults = scan_corrections(write(first, first | {"new": "32"}))
    assert len(corrections.rows) == 1
    assert [fault.reason for fault in faults] == [
        "correction_id 'c1' is that of corrections.csv, line 2 too"
    ]


def test_bad_rows_stop_a_run_before_it_reads_anything(write):
    path = write(*[row("figures", "a1", "low", str(number)) for number in range(12)])
    with pytest.raises(InputError, match=r"(?s)Fix these rows.*line 2.*and 2 more.*check"):
        read_corrections(path)


def test_the_later_day_is_the_last_and_no_day_is_the_first(write):
    days = ["2026-01-02", "", "2025-01-01", "2026-01-02"]
    where = key("a1", "30")
    rows = [row("figures", where, "low", str(n), day=day) for n, day in enumerate(days)]
    ordered = read_corrections(write(*rows)).rows.sort_values("order")
    assert ordered["value"].tolist() == [1, 2, 0, 3]
