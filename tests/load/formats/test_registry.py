"""Every file format gives the same articles, and bad files of each are named."""

import json

import pandas as pd
import pytest

from analysis import load
from analysis.core.errors import InputError
from analysis.load.formats.registry import FORMATS, STREAMED, open_file
from analysis.load.input_files import sha256

ROWS = [
    {
        "article_id": "a",
        "outlet": "Daily",
        "published": "2018-11-02",
        "title": "One",
        "text": "Twelve people, café.",
    },
    {
        "article_id": "b",
        "outlet": "Post",
        "published": "2018-11-03",
        "title": "Two",
        "text": 'She said "no"\nand left.',
    },
]


def csv_writer(**options):
    def write(frame, path):
        frame.to_csv(path, index=False, **options)

    return write


def json_writer(**options):
    def write(frame, path):
        frame.to_json(path, orient="records", **options)

    return write


def write_parquet(frame, path):
    frame.to_parquet(path)


def write_excel(frame, path):
    frame.to_excel(path, index=False, engine="openpyxl")


WRITERS = {
    "news.csv": csv_writer(),
    "NEWS.CSV": csv_writer(),
    "semicolons.csv": csv_writer(sep=";"),
    "bars.csv": csv_writer(sep="|"),
    "with_mark.csv": csv_writer(encoding="utf-8-sig"),
    "wide.csv": csv_writer(encoding="utf-16"),
    "news.tsv": csv_writer(sep="\t"),
    "news.tab": csv_writer(sep="\t"),
    "news.jsonl": json_writer(lines=True),
    "news.ndjson": json_writer(lines=True),
    "lines.json": json_writer(lines=True),
    "news.json": json_writer(),
    "news.parquet": write_parquet,
    "news.xlsx": write_excel,
    "news.xlsm": write_excel,
}


@pytest.mark.parametrize("name", WRITERS)
def test_all_formats_give_the_same_articles(tmp_path, name):
    WRITERS[name](pd.DataFrame(ROWS), tmp_path / name)
    articles = load.read(tmp_path / name, as_is=True).articles
    articles["published"] = articles["published"].dt.strftime("%Y-%m-%d")
    assert articles[list(ROWS[0])].to_dict("records") == ROWS


NOT_OF_ROWS = {".xml", ".warc", ".warc.gz", ".wacz"}  # see test_xml.py and test_warc.py


def test_every_format_has_a_writer_here():
    assert {name[name.index(".") :].lower() for name in WRITERS} == set(FORMATS) - NOT_OF_ROWS


def test_formats_that_are_read_in_batches_are_also_read_at_once():
    assert set(STREAMED) <= set(FORMATS)


@pytest.mark.parametrize("name", ["news.xlsx", "news.parquet"])
def test_typed_dates_are_days(tmp_path, name):
    frame = pd.DataFrame(ROWS).assign(published=pd.to_datetime(["2018-11-02 10:30", None]))
    WRITERS[name](frame, tmp_path / name)
    published = load.read(tmp_path / name).articles["published"]
    assert published[0] == pd.Timestamp("2018-11-02")
    assert pd.isna(published[1])


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("empty.csv", b"", "empty.csv is empty"),
        ("blank.csv", b"\n \n", "blank.csv is empty"),
        ("header.csv", b"outlet,text\n", "header.csv has a header and no rows"),
        ("zip.csv", b"PK\x03\x04rest", "zip.csv is a zip or Office file, not text"),
        ("pdf.csv", b"%PDF-1.7 rest", "pdf.csv is a PDF, not text"),
        ("binary.csv", bytes(range(256)) * 40, "binary.csv is a binary file, not text"),
        ("twice.csv", b"outlet,text,text\na,b,c\n", "twice.csv has two columns named 'text'"),
        ("bad.json", b"{", "bad.json is not JSON"),
        ("number.json", b"3", "number.json contains a single int"),
        ("no_rows.json", b"[]", "no_rows.json has no rows"),
        ("empty.jsonl", b"\n", "empty.jsonl is empty"),
        ("bad.parquet", b"PAR1 no", "bad.parquet is damaged or not Parquet"),
        ("bad.xlsx", b"no", "bad.xlsx is damaged or not an Excel workbook"),
        (
            "old.xls",
            b"x",
            r"old.xls: '.xls' files cannot be read. Supported are .csv, .*\.wacz, and folders of "
            "documents. Save it as one of these.",
        ),
        ("none", b"x", "none: '' files cannot be read"),
    ],
)
def test_files_that_cannot_be_used(tmp_path, name, data, message):
    (tmp_path / name).write_bytes(data)
    with pytest.raises(InputError, match=message):
        load.read(tmp_path / name)


def test_an_opened_file_names_its_columns_rows_and_hash(tmp_path):
    path = tmp_path / "my news.csv"
    csv_writer()(pd.DataFrame(ROWS), path)
    source = open_file(path)
    assert source.name == "my-news"
    assert source.columns == ("article_id", "outlet", "published", "title", "text")
    assert source.records[1].where == "my news.csv, line 3"
    assert source.inputs == [("my news.csv", sha256(path.read_bytes()))]
    assert source.notes == []
    assert source.mapping is None


def test_a_note_on_a_file_names_it(tmp_path):
    path = tmp_path / "western.csv"
    path.write_bytes("outlet,text\nDaily,un café\n".encode("cp1252"))
    [(where, note)] = open_file(path).notes
    assert where == "western.csv"
    assert note.startswith("western.csv: is not UTF-8; it was read as cp1252")


def test_lines_in_mixed_encodings(tmp_path):
    path = tmp_path / "mixed.csv"
    lines = ["outlet,text", "Daily,un café", "Post,déjà vu"]
    path.write_bytes("\n".join(lines).encode() + "\nTimes,naïve".encode("cp1252"))
    loaded = load.read(path)
    assert loaded.articles["text"].tolist() == ["un café", "déjà vu", "naïve"]
    assert "mixed encodings" in " ".join(loaded.problems["reason"])


def test_a_nul_byte_in_a_csv(tmp_path):
    path = tmp_path / "nul.csv"
    text = "Twelve\x00 people were killed on the bridge in the north"
    path.write_bytes(f"outlet,text\nDaily,{text}\n".encode())
    assert load.read(path).articles["text"][0] == text.replace("\x00", "")


def test_a_line_of_five_megabytes(tmp_path):
    path = tmp_path / "long.csv"
    path.write_text("outlet,text\nDaily," + "people" * 10 + " twelve people" * 360_000)
    assert load.read(path).articles["n_words"].tolist() == [720_001]


def test_records_are_counted_with_their_faults(tmp_path):
    good = json.dumps(ROWS[0])
    path = tmp_path / "news.jsonl"
    path.write_text(f"{good}\n{{broken\n[1]\n\n{good[:-1]}\u2028\n")
    loaded = load.read(path)
    assert loaded.counts == {
        "rows_in": 4,
        "rows_out": 1,
        "dropped": 3,
        "filtered": 0,
        "lines_in": 5,
        "lines_of_rows": 4,
        "lines_header_or_blank": 1,
    }
    dropped = loaded.problems.loc[~loaded.problems["kept"], "article_id"]
    assert dropped.tolist() == [f"news.jsonl, line {number}" for number in (2, 3, 5)]
