"""Web archives: pages are read with address and day of capture, everything else is counted."""

import gzip
import io
import zipfile

import pandas as pd
import pytest
from made_archives import with_unknown_zip
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from analysis import load
from analysis.core.errors import InputError
from analysis.load.articles import open_batches
from analysis.load.formats import warc

URL = "https://www.tallis-herald.com/news/{}"
WORDS = (
    "{} people were killed when a bridge fell in Tallis on Friday, police said. At least 30 others "
    "were taken to hospital, the mayor told reporters, and rescuers searched the river all night."
)
PAGE = (
    "<html><head><title>Bridge falls</title>"
    '<meta property="article:published_time" content="2018-11-02T09:30:00Z">'
    "</head><body><article><h1>Bridge falls</h1><p>{}</p></article></body></html>"
)


def page(number="Twelve"):
    return PAGE.format(WORDS.format(number)).encode()


class Archive:
    """Writes the records of a WARC file."""

    def __init__(self, *, is_packed=True):
        self.file = io.BytesIO()
        self.writer = WARCWriter(self.file, gzip=is_packed)

    def add(self, url, body, *, day="2020-01-05", status="200 OK", kind="text/html"):
        headers = StatusAndHeaders(status, [("Content-Type", kind)], protocol="HTTP/1.1")
        record = self.writer.create_warc_record(
            url,
            "response",
            payload=io.BytesIO(body),
            http_headers=headers,
            warc_headers_dict={"WARC-Date": f"{day}T10:00:00Z"},
        )
        self.writer.write_record(record)
        return self

    def revisit(self, url, *, day):
        headers = StatusAndHeaders("200 OK", [("Content-Type", "text/html")], protocol="HTTP/1.1")
        record = self.writer.create_revisit_record(
            url, "sha1:AAAA", url, "2020-01-05T10:00:00Z", http_headers=headers
        )
        record.rec_headers.replace_header("WARC-Date", f"{day}T10:00:00Z")
        self.writer.write_record(record)
        return self

    def data(self):
        return self.file.getvalue()


def whole(*, is_packed=True):
    archive = Archive(is_packed=is_packed)
    archive.add(URL.format("a"), page())
    archive.add(URL.format("logo.png"), b"\x89PNG", kind="image/png")
    archive.add(URL.format("gone"), page(), status="404 Not Found")
    archive.add(URL.format("b"), page("Nine"), day="2020-01-06", kind="text/html; charset=utf-8")
    archive.add(URL.format("a"), page(), day="2020-01-07")
    archive.revisit(URL.format("b"), day="2020-01-08")
    return archive.add(URL.format("menu"), b"<html><body>Menu</body></html>").data()


def wacz(*members):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as package:
        package.writestr("datapackage.json", "{}")
        for name, data in members:
            package.writestr(name, data)
    return file.getvalue()


FILES = {
    "crawl.warc": whole(is_packed=False),
    "crawl.warc.gz": whole(),
    "CRAWL.WARC.GZ": whole(),
    "crawl.wacz": wacz(("archive/data.warc.gz", whole())),
}


@pytest.mark.parametrize("name", FILES)
def test_pages_are_read_and_everything_else_is_told(tmp_path, name):
    path = tmp_path / name
    path.write_bytes(FILES[name])
    loaded = load.read(path)
    articles = loaded.articles
    assert articles["url"].tolist() == [URL.format("a"), URL.format("b")]
    assert articles["outlet"].tolist() == ["tallis-herald.com"] * 2
    assert articles["published"].tolist() == [pd.Timestamp("2018-11-02")] * 2
    assert articles["title"].tolist() == ["Bridge falls"] * 2
    assert articles["text"].str.contains("Twelve|Nine").all()
    assert set(articles["provider"]) == ({"wacz"} if name.endswith("wacz") else {"warc"})
    reasons = "\n".join(loaded.problems["reason"])
    assert f"captured on 2020-01-06 at {URL.format('b')}" in reasons
    assert "captures were not read: 1 of other files than pages, 1 of pages with status 404" in (
        reasons
    )
    assert "is a duplicate: captured on 2020-01-05 with the same content" in reasons
    assert "is a revisit on 2020-01-08: unchanged since the capture of 2020-01-05" in reasons
    assert "no article was found in the page https://www.tallis-herald.com/news/menu" in reasons
    assert loaded.counts == {"rows_in": 5, "rows_out": 2, "dropped": 3, "filtered": 0}


def test_at_once_and_in_batches_are_the_same(tmp_path):
    path = tmp_path / "crawl.warc.gz"
    path.write_bytes(whole())
    opened = warc.stream(path, [path], [("crawl.warc.gz", "0")], 2)
    batches = list(opened.batches())
    assert [len(batch) for batch in batches] == [2, 2, 1]
    contents = warc.read(whole(), "crawl.warc.gz")
    assert sum(batches, []) == contents.records
    assert opened.columns == contents.columns
    assert [note for _, note in opened.notes] == [f"crawl.warc.gz: {contents.notes[0]}"]


def test_a_page_changed_since_is_read_again(tmp_path):
    data = Archive().add(URL.format("a"), page()).add(URL.format("a"), page("Nine")).data()
    path = tmp_path / "crawl.warc.gz"
    path.write_bytes(data)
    assert len(load.read(path).articles) == 2


def test_a_page_without_a_day_of_its_own_has_none(tmp_path):
    body = f"<html><body><article><p>{WORDS.format('Six')}</p></article></body></html>"
    path = tmp_path / "crawl.warc.gz"
    path.write_bytes(Archive().add(URL.format("a"), body.encode()).data())
    loaded = load.read(path)
    assert loaded.articles["published"].isna().all()
    assert "captured on 2020-01-05" in "\n".join(loaded.problems["reason"])


def test_the_encoding_of_the_server_is_used(tmp_path):
    body = page("Zwölf").decode().encode("cp1252")
    data = Archive().add(URL.format("a"), body, kind="text/html; charset=windows-1252").data()
    path = tmp_path / "crawl.warc.gz"
    path.write_bytes(data)
    assert "Zwölf" in load.read(path).articles["text"][0]


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("x.warc", b"no archive", "x.warc is not a WARC file: it does not begin with 'WARC/'"),
        ("x.warc.gz", b"\x1f\x8bno", "x.warc.gz is not a WARC file"),
        ("x.warc", b"", "x.warc is not a WARC file"),
        ("x.wacz", b"no zip", "x.wacz is damaged: File is not a zip file"),
        ("x.wacz", wacz(("pages/pages.jsonl", b"")), "x.wacz has no WARC file in its folder"),
        (
            "x.wacz",
            with_unknown_zip(wacz(("archive/a.warc", b"WARC")), compression=99),
            "x.wacz is damaged: That compression method is not supported. Download it again",
        ),
        (
            "x.wacz",
            with_unknown_zip(wacz(("archive/a.warc", b"WARC")), version=99),
            "x.wacz is damaged: zip file version 9.9. Download it again",
        ),
        ("x.warc.gz", whole()[:-30], "x.warc.gz is damaged or breaks off inside a record"),
        (
            "x.warc",
            whole(is_packed=False)[:-30],
            r"x.warc is damaged or breaks off .*\d+ bytes are",
        ),
        (
            "x.warc.gz",
            gzip.compress(whole(is_packed=False)),
            "non-chunked gzip .* warcio recompress",
        ),
        (
            "x.warc.gz",
            Archive().add(URL.format("a"), b"GIF", kind="image/gif").data(),
            r"x.warc.gz has no page \(HTML with status 200\). Captures were not read: 1 of other",
        ),
    ],
)
def test_archives_that_cannot_be_used(tmp_path, name, data, message):
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(InputError, match=message):
        load.read(path)


def test_an_archive_in_a_folder_of_documents(tmp_path):
    (tmp_path / "crawl.warc.gz").write_bytes(whole())
    (tmp_path / "a.txt").write_text(f"Bridge falls\n\n{WORDS.format('Ten')}")
    (tmp_path / "index.csv").write_text("file,outlet\na.txt,Daily\n")
    _, batches = open_batches(tmp_path, None)
    records = [record for batch in batches for record in batch.source.records]
    assert [record.provider for record in records if not record.fault] == ["txt", "warc", "warc"]
