"""Hostile and broken inputs of the load stage, as whole reads: each becomes a problem, in time."""

import io
import json
import os
import subprocess
import sys
import zipfile

import docx
import openpyxl
import pytest

from analysis import load
from analysis.core.errors import InputError
from analysis.load.encodings import MAX_LINE
from analysis.load.staging import stage

pytestmark = pytest.mark.attack

LEAD = "At least 12 people were killed when the bridge fell on Monday, the ministry said. "


def bomb(suffix, member, n_bytes):
    """Return an office file with a member that unpacks to so many bytes."""
    data = io.BytesIO()
    if suffix == ".docx":
        docx.Document().save(data)
    else:
        openpyxl.Workbook().save(data)
    with (
        zipfile.ZipFile(data, "a", zipfile.ZIP_DEFLATED) as archive,
        archive.open(member, "w") as file,
    ):
        for _ in range(n_bytes // 1_000_000):
            file.write(b" " * 1_000_000)
    return data.getvalue()


def sheet_of(rows):
    """Return a workbook whose only sheet has this XML for its rows."""
    data = io.BytesIO()
    openpyxl.Workbook().save(data)
    out = io.BytesIO()
    with zipfile.ZipFile(data) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for member in old.infolist():
            content = old.read(member)
            if member.filename == "xl/worksheets/sheet1.xml":
                start = content.index(b"<sheetData")
                content = content[:start] + b"<sheetData>" + rows + b"</sheetData></worksheet>"
            new.writestr(member.filename, content)
    return out.getvalue()


# made when a test asks for them: this module is imported by every run of the tests
PAGES = {
    "attributes of a tag": lambda: "<p " + " ".join(f"a{n}=1" for n in range(300_000)) + ">x</p>",
    "attributes": lambda: '<i a="1" b=2 c>x</i>' * 100_000,
    "size": lambda: "<p>" + LEAD * 300_000,
}
LIMITS = {
    "attributes of a tag": "has a tag of over 1,000 attributes",
    "attributes": "has over 100,000 attributes",
    "size": "is over 20,000,000 characters",
}


@pytest.mark.parametrize("kind", PAGES)
def test_a_page_that_is_too_large_is_a_problem(tmp_path, kind):
    (tmp_path / "bad.html").write_text(f"<html><body>{PAGES[kind]()}</body></html>")
    (tmp_path / "good.txt").write_text(LEAD)
    loaded = load.read(tmp_path)
    assert len(loaded.articles) == 1
    [reason] = loaded.problems.loc[~loaded.problems["kept"], "reason"]
    assert LIMITS[kind] in reason


def test_a_page_of_deep_elements_does_not_end_the_run(tmp_path):
    (tmp_path / "bad.html").write_text("<html><body>" + "<div>" * 100_000 + LEAD * 9)
    (tmp_path / "good.txt").write_text(LEAD)
    assert len(load.read(tmp_path).articles) >= 1


def test_office_files_that_unpack_to_gigabytes_are_problems(tmp_path):
    (tmp_path / "bad.docx").write_bytes(bomb(".docx", "word/media/a.xml", 1_000_000_000))
    (tmp_path / "good.txt").write_text(LEAD)
    loaded = load.read(tmp_path)
    [reason] = loaded.problems.loc[~loaded.problems["kept"], "reason"]
    assert "unpacks to 1,000," in reason
    assert "over 400,000,000 bytes; it was not opened" in reason
    book = tmp_path / "bad.xlsx"
    book.write_bytes(bomb(".xlsx", "xl/media/a.xml", 100_000_000))
    with pytest.raises(InputError, match="over 100 times its size; it was not opened"):
        load.read(book)


def test_a_sheet_of_millions_of_empty_cells_is_refused(tmp_path):
    cell = '<row r="{0}"><c r="XFD{0}" t="n"><v>1</v></c></row>'
    rows = "".join(cell.format(number) for number in range(1, 5_000)).encode()
    (tmp_path / "bad.xlsx").write_bytes(sheet_of(rows))
    with pytest.raises(InputError, match="has over 20,000,000 cells in its first sheet"):
        load.read(tmp_path / "bad.xlsx")


def test_values_that_are_nested_too_deep_are_problems(tmp_path):
    good = json.dumps({"outlet": "SANA", "text": LEAD})
    deep = "[" * 100_000 + "]" * 100_000
    within = "[" * 300 + "]" * 300
    lines = [good, f'{{"outlet": "AFP", "text": {deep}}}', f'{{"text": {within}}}', good]
    path = tmp_path / "news.jsonl"
    path.write_text("\n".join(lines))
    loaded = load.read(path)
    assert len(loaded.articles) == 2
    reasons = loaded.problems.loc[~loaded.problems["kept"], "reason"].tolist()
    assert ["is nested more than 100 deep" in reason for reason in reasons] == [True, True]
    whole = tmp_path / "news.json"
    whole.write_text(deep)
    with pytest.raises(InputError, match="is nested more than 100 deep"):
        load.read(whole)


@pytest.mark.parametrize("suffix", [".csv", ".jsonl"])
def test_a_line_without_end_is_a_problem(tmp_path, suffix):
    path = tmp_path / f"news{suffix}"
    good = "SANA,One\n" if suffix == ".csv" else '{"outlet": "SANA", "text": "One"}\n'
    with path.open("w") as file:
        file.write("outlet,text\n" * (suffix == ".csv") + good)
        file.write("a" * (2 * MAX_LINE + 5) + "\n" + good)
    loaded = load.read(path)
    assert len(loaded.articles) == 2
    [reason] = loaded.problems.loc[~loaded.problems["kept"], "reason"]
    assert "is a line of over 20,000,000 characters" in reason


@pytest.mark.parametrize(
    "text",
    [
        LEAD + " " * 1_000_000 + LEAD,
        LEAD + "\n" + " \t" * 500_000 + LEAD,
        LEAD + " \n" * 500_000 + LEAD,
        LEAD + "a" * 1_000_000,
        LEAD + "\u200c" * 1_000_000,
        "# Title" + " " * 1_000_000 + "x\n" + LEAD,
        "---\ntitle: a" + " " * 1_000_000 + "b\n---\n" + LEAD,
    ],
    ids=["blanks", "blank line", "blank lines", "token", "joiners", "heading", "front matter"],
)
def test_long_runs_take_no_time(tmp_path, text):
    path = tmp_path / "news.json"
    title = text[-200_000:]
    path.write_text(json.dumps([{"outlet": title, "title": title, "date": title, "text": text}]))
    assert len(load.read(path).articles) == 1
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "a.md").write_text(text)
    loaded = load.read(folder)
    assert len(load.mark_duplicates(loaded.articles)) == 1


def test_a_quote_mark_in_every_row_takes_no_time(tmp_path):
    path = tmp_path / "news.csv"
    row = 'SANA,2018-11-02,"Five people died\nand more in the north\n'
    path.write_text("outlet,date,text\n" + row * 10_000)
    with path.open("a") as file:
        file.write("AFP,2018-11-03,Last one\n")
    counts = stage(path, tmp_path / "staged").counts
    assert (counts["rows_in"], counts["dropped"]) == (10_001, 10_000)
    assert counts["lines_of_rows"] == 20_001


def test_pipes_and_devices_in_a_folder_are_problems(tmp_path):
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "zero.txt").symlink_to("/dev/zero")
    (tmp_path / "good.txt").write_text(LEAD)
    loaded = load.read(tmp_path)
    assert (len(loaded.articles), loaded.counts["dropped"]) == (1, 2)


def test_a_large_csv_file_is_not_held_in_memory(tmp_path):
    path = tmp_path / "news.csv"
    with path.open("w") as file:
        file.write("outlet,date,text\n")
        for number in range(100_000):
            file.write(f'"Outlet {number % 9}",2018-11-02,"{number} {LEAD * 12}\n\nmore"\n')
    assert path.stat().st_size > 95_000_000
    code = (
        "import sys; from pathlib import Path\n"
        "from analysis.load.streams import open_stream\n"
        "stream = open_stream(Path(sys.argv[1]))\n"
        "print(sum(map(len, stream.batches())))\n"
        # not ru_maxrss, which counts the process that this one was forked from
        "status = Path('/proc/self/status').read_text().split('VmHWM:')[1]\n"
        "print(int(status.split()[0]) // 1024)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=True
    )
    n_records, megabytes = map(int, done.stdout.split())
    assert n_records == 100_000
    assert megabytes < 250
