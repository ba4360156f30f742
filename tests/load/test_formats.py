"""Tests of the file formats, and of bad files of each."""

import json

import pandas as pd
import pytest

from analysis import load
from analysis.core.errors import InputError
from analysis.load.formats import corpus_name, open_file

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


def as_csv(frame, path):
    frame.to_csv(path, index=False)


WRITERS = {
    "news.csv": as_csv,
    "news.tsv": lambda frame, path: frame.to_csv(path, index=False, sep="\t"),
    "semicolons.csv": lambda frame, path: frame.to_csv(path, index=False, sep=";"),
    "marked.csv": lambda frame, path: frame.to_csv(path, index=False, encoding="utf-8-sig"),
    "wide.csv": lambda frame, path: frame.to_csv(path, index=False, encoding="utf-16"),
    "news.jsonl": lambda frame, path: frame.to_json(path, orient="records", lines=True),
    "news.ndjson": lambda frame, path: frame.to_json(path, orient="records", lines=True),
    "lines.json": lambda frame, path: frame.to_json(path, orient="records", lines=True),
    "news.json": lambda frame, path: frame.to_json(path, orient="records"),
    "news.parquet": lambda frame, path: frame.to_parquet(path),
    "news.xlsx": lambda frame, path: frame.to_excel(path, index=False),
}


@pytest.mark.parametrize("name", WRITERS)
def test_all_formats_give_the_same_articles(tmp_path, name):
    WRITERS[name](pd.DataFrame(ROWS), tmp_path / name)
    articles = load.read(tmp_path / name, as_is=True).articles
    shown = articles.assign(published=articles["published"].dt.strftime("%Y-%m-%d"))[list(ROWS[0])]
    assert shown.to_dict("records") == ROWS


def test_news_api_answer(tmp_path):
    article = {
        "source": {"id": None, "name": "Daily"},
        "publishedAt": "2018-11-02T10:00:00Z",
        "content": "Text.",
    }
    (tmp_path / "answer.json").write_text(json.dumps({"status": "ok", "articles": [article]}))
    loaded = load.read(tmp_path / "answer.json")
    assert loaded.articles["outlet"].tolist() == ["Daily"]
    assert loaded.guesses["outlet"] == "source.name"


def test_dates_from_excel_and_parquet_are_days(tmp_path):
    frame = pd.DataFrame(ROWS).assign(published=pd.to_datetime(["2018-11-02 10:30", None]))
    for name in ("news.xlsx", "news.parquet"):
        WRITERS[name](frame, tmp_path / name)
        published = load.read(tmp_path / name).articles["published"]
        assert published[0] == pd.Timestamp("2018-11-02")
        assert pd.isna(published[1])


def test_other_sheets_are_mentioned(tmp_path):
    with pd.ExcelWriter(tmp_path / "two.xlsx") as book:
        for sheet in ("first", "second"):
            pd.DataFrame(ROWS).to_excel(book, sheet_name=sheet, index=False)
    assert "only the first of 2 sheets" in " ".join(
        load.read(tmp_path / "two.xlsx").problems["reason"]
    )


@pytest.mark.parametrize(
    ("name", "data", "match"),
    [
        ("empty.csv", b"", "empty.csv is empty"),
        ("blank.csv", b"\n \n", "blank.csv is empty"),
        ("header.csv", b"outlet,text\n", "a header and no rows"),
        ("zip.csv", b"PK\x03\x04rest", "a zip or Office file, not text"),
        ("pdf.csv", b"%PDF-1.7 rest", "a PDF, not text"),
        ("binary.csv", bytes(range(256)) * 40, "binary file, not text"),
        ("twice.csv", b"outlet,text,text\na,b,c\n", "two columns named 'text'"),
        ("bad.json", b"{", "bad.json is not JSON"),
        ("number.json", b"3", "number.json holds int"),
        ("empty.jsonl", b"\n", "is empty"),
        ("bad.parquet", b"PAR1 no", "not a sound Parquet file"),
        ("bad.xlsx", b"no", "not a sound Excel workbook"),
        ("old.xls", b"x", "no reader for '.xls' files. Have: .csv"),
    ],
)
def test_files_that_cannot_be_used(tmp_path, name, data, match):
    (tmp_path / name).write_bytes(data)
    with pytest.raises(InputError, match=match):
        load.read(tmp_path / name)


def test_lines_that_are_no_json_are_problems(tmp_path):
    good = json.dumps(ROWS[0])
    (tmp_path / "news.jsonl").write_text(f"{good}\n{{broken\n[1]\n\n{good[:-1]}\u2028\n")
    loaded = load.read(tmp_path / "news.jsonl")
    assert loaded.counts == {"rows_in": 4, "rows_out": 1, "dropped": 3, "filtered": 0}
    assert loaded.problems.loc[~loaded.problems["kept"], "article_id"].tolist() == [
        "news.jsonl, line 2",
        "news.jsonl, line 3",
        "news.jsonl, line 5",
    ]


def test_a_nul_byte_in_a_csv(tmp_path):
    (tmp_path / "nul.csv").write_bytes(
        b"outlet,text\nDaily,Twelve\x00 people were killed on the bridge in the north\n"
    )
    assert load.read(tmp_path / "nul.csv").articles["text"][0].startswith("Twelve people")


def test_mixed_encodings(tmp_path):
    lines = ["outlet,text", "Daily,un café", "Post,déjà vu", "Times,naïve"]
    data = b"\n".join(
        line.encode("cp1252" if line.startswith("Times") else "utf-8") for line in lines
    )
    (tmp_path / "mixed.csv").write_bytes(data)
    loaded = load.read(tmp_path / "mixed.csv")
    assert loaded.articles["text"].tolist() == ["un café", "déjà vu", "naïve"]
    assert "mixed encodings" in " ".join(loaded.problems["reason"])


def test_a_line_of_five_megabytes(tmp_path):
    (tmp_path / "long.csv").write_text(
        "outlet,text\nDaily," + "people" * 10 + " twelve people" * 360_000
    )
    article = load.read(tmp_path / "long.csv").articles.iloc[0]
    assert article["n_words"] == 720_001


def test_opening_reads_no_columns(tmp_path):
    as_csv(pd.DataFrame(ROWS), tmp_path / "news.csv")
    source = open_file(tmp_path / "news.csv")
    assert source.columns == ("article_id", "outlet", "published", "title", "text")
    assert source.records[1].where == "news.csv, line 3"


@pytest.mark.parametrize(
    ("path", "name"), [("a b.csv", "a-b"), ("...csv", "articles"), ("x/été_2.jsonl", "été_2")]
)
def test_corpus_name(path, name):
    assert corpus_name(path) == name


def test_paragraphs_and_bytes_are_text(tmp_path):
    pd.DataFrame([{"outlet": "Daily", "text": ["One.", "Two."]}]).to_parquet(
        tmp_path / "list.parquet"
    )
    pd.DataFrame([{"outlet": "Daily", "text": "Café.".encode()}]).to_parquet(
        tmp_path / "bytes.parquet"
    )
    assert load.read(tmp_path / "list.parquet").articles["text"][0] == "One.\n\nTwo."
    assert load.read(tmp_path / "bytes.parquet").articles["text"][0] == "Café."
