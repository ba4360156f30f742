"""Fetch: addresses become a corpus that is read back, and every other address has its reason."""

import csv
import json
import os
import re
import signal
import subprocess
import sys
import time

import pytest
from warcio.archiveiterator import ArchiveIterator

from analysis import load
from analysis.commands import fetch as command
from analysis.commands.fetch import fetch
from analysis.core.errors import InputError, ParameterError
from analysis.core.paths import ROOT
from tests.fetch.web_site import SENTENCE, compressed, endless, page, redirect, site_on


@pytest.fixture
def site():
    with site_on() as running:
        yield running


@pytest.fixture
def write_list(tmp_path, site):
    """Write a list of paths of the site, and return its name."""

    def write(*paths, name="list.txt"):
        path = tmp_path / name
        path.write_text("".join(f"{site.url(each)}\n" for each in paths))
        return str(path)

    return write


def quickly(source, path):
    return fetch(source, path, seconds_between=0)


def articles(path):
    return [json.loads(line) for line in path.open(encoding="utf8")]


def problems(path):
    with path.with_suffix(".problems.csv").open(encoding="utf-8-sig", newline="") as file:
        return {row["url"]: row for row in csv.DictReader(file)}


def pages(path):
    with path.with_suffix(".warc.gz").open("rb") as file:
        return [
            record.rec_headers.get_header("WARC-Target-URI")
            for record in ArchiveIterator(file, check_digests="raise")
            if record.rec_type == "response"
        ]


FRENCH = "Le ministère a déclaré que douze personnes ont été tuées à l'école près de la forêt. " * 9
STUB = page("Toll", SENTENCE * 2 + "Subscribe to continue.")
CP1252 = page("Café fell", SENTENCE * 9 + " “So they say”, said José Peña.").replace(
    '<meta charset="utf-8">', ""
)
NOT_FREE = page(head='<script type="application/ld+json">{"isAccessibleForFree":false}</script>')


def test_what_a_page_says_becomes_an_article(site, write_list, tmp_path):
    site.answers |= {"/old": redirect("/a"), "/a": page(), "/zip": compressed(page("Fire"))}
    path = tmp_path / "corpus.jsonl"
    result = quickly(write_list("/old", "/zip", "/old#again"), path)
    assert (result.n_addresses, result.n_repeated, result.n_articles) == (2, 1, 2)
    assert (result.n_problems, result.n_again, result.n_there) == (0, 0, 0)
    article = articles(path)[0]
    assert article["text"].count("twelve people") == 12
    assert {name: article[name] for name in ("outlet", "published", "title", "author")} == {
        "outlet": "127.0.0.1",
        "published": "2018-11-02",
        "title": "A bridge fell",
        "author": "Ada Reporter",
    }
    assert (article["url"], article["requested_url"]) == (site.url("/a"), site.url("/old"))
    assert article["language"] == "en"
    assert pages(path) == [site.url("/a"), site.url("/zip")]
    assert (result.path, result.warc.name) == (path, "corpus.warc.gz")


def test_the_corpus_is_read_by_the_other_commands(site, write_list, tmp_path):
    site.answers |= {"/a": page(), "/b": page("Un pont est tombé", FRENCH)}
    quickly(write_list("/a", "/b"), tmp_path / "corpus.jsonl")
    loaded = load.read(tmp_path / "corpus.jsonl")
    assert loaded.articles["url"].tolist() == [site.url("/a"), site.url("/b")]
    assert loaded.articles["published"].dt.strftime("%Y-%m-%d").tolist() == ["2018-11-02"] * 2
    assert loaded.articles["language"].tolist() == ["en", "fr"]
    assert loaded.guesses == {}


@pytest.mark.parametrize(
    ("answer", "reason", "has_page"),
    [
        (STUB, "has to be paid for: its text has", True),
        (page(body="Short."), "no article was found in the page", True),
        (
            page(body="Only subscribers may read. To continue reading, pay."),
            "To continue rea",
            True,
        ),
        ((404, {}, b""), "the server answers 404 Not Found", False),
        (endless(50_000_000), "is larger than 20 MB", False),
        (redirect("/x"), "redirects in a circle", False),
        (
            (200, {"Content-Type": "text/html"}, b"\x00\x01\x02" * 500),
            "binary file, not text",
            True,
        ),
        ("<html><body " + " ".join(f"a{n}=1" for n in range(2000)) + ">x", "over 1,000 attr", True),
    ],
)
def test_an_address_that_gives_nothing_has_its_reason(
    site, write_list, tmp_path, answer, reason, has_page
):
    site.answers["/x"] = answer
    path = tmp_path / "corpus.jsonl"
    result = quickly(write_list("/x"), path)
    assert (result.n_articles, result.n_problems) == (0, 1)
    row = problems(path)[site.url("/x")]
    assert reason in row["reason"]
    assert not re.search("Save|Give", row["reason"])  # nobody has a file of it
    assert (row["article_kept"], row["again"]) == ("no", "no")
    assert path.read_text() == ""
    assert pages(path) == [site.url("/x")] * has_page
    asked = len(site.asked)
    assert quickly(write_list("/x"), path).n_there == 1
    assert len(site.asked) == asked


@pytest.mark.parametrize(
    "declared", ["text/html; charset=utf-8", "text/html", "text/html;charset=x"]
)
def test_an_encoding_that_is_wrong_or_not_declared_is_told(site, write_list, tmp_path, declared):
    site.answers["/a"] = (200, {"Content-Type": declared}, CP1252.encode("cp1252"))
    path = tmp_path / "corpus.jsonl"
    quickly(write_list("/a"), path)
    assert "“So they say”, said José Peña." in articles(path)[0]["text"]
    row = problems(path)[site.url("/a")]
    assert row["article_kept"] == "yes"
    assert "is not UTF-8" in row["reason"]


def test_an_encoding_that_only_the_header_declares_is_used(site, write_list, tmp_path):
    text = page("Мост", "Министр сказал в пятницу, что двенадцать человек погибли на мосту. " * 9)
    body = text.replace('<meta charset="utf-8">', "").encode("koi8-r")
    site.answers["/a"] = (200, {"Content-Type": "text/html; charset=koi8-r"}, body)
    quickly(write_list("/a"), tmp_path / "corpus.jsonl")
    assert "двенадцать человек" in articles(tmp_path / "corpus.jsonl")[0]["text"]


def test_a_whole_text_on_a_page_that_is_not_free_is_kept(site, write_list, tmp_path):
    site.answers["/a"] = NOT_FREE
    assert quickly(write_list("/a"), tmp_path / "corpus.jsonl").n_articles == 1


def test_what_may_pass_is_tried_again_and_what_is_there_is_not(site, write_list, tmp_path):
    site.answers |= {"/a": page(), "/busy": (500, {}, b"")}
    path = tmp_path / "corpus.jsonl"
    first = quickly(write_list("/a", "/busy", "/gone"), path)
    assert (first.n_articles, first.n_problems, first.n_again) == (1, 2, 1)
    site.answers["/busy"] = page("Later")
    site.asked.clear()
    second = quickly(write_list("/a", "/busy", "/gone"), path)
    assert site.pages_asked() == ["/busy"]
    assert (second.n_there, second.n_articles, second.n_problems) == (2, 1, 0)
    assert [article["title"] for article in articles(path)] == ["A bridge fell", "Later"]
    assert set(problems(path)) == {site.url("/gone")}


def test_robots_that_forbid_are_obeyed(site, write_list, tmp_path):
    site.answers |= {"/robots.txt": "User-agent: *\nDisallow: /private\n", "/a": page()}
    path = tmp_path / "corpus.jsonl"
    quickly(write_list("/a", "/private/b"), path)
    assert site.pages_asked() == ["/a"]
    assert "robots.txt" in problems(path)[site.url("/private/b")]["reason"]


def test_the_day_of_a_feed_is_taken_where_the_page_has_none(site, tmp_path):
    bare = f"<html><body><article><p>{SENTENCE * 9}</p></article></body></html>"
    site.answers |= {"/a": bare, "/feed": b""}
    item = f"<item><link>{site.url('/a')}</link><pubDate>Mon, 05 Nov 2018 09:00:00 GMT</pubDate>"
    feed = f"<rss><channel>{item}</item></channel></rss>".encode()
    site.answers["/feed"] = (200, {"Content-Type": "application/rss+xml"}, feed)
    quickly(site.url("/feed"), tmp_path / "corpus.jsonl")
    article = articles(tmp_path / "corpus.jsonl")[0]
    assert (article["published"], article["day_in_list"]) == ("2018-11-05", "2018-11-05")


def test_what_is_no_address_is_told_once(site, write_list, tmp_path):
    site.answers["/a"] = page()
    source = write_list("/a")
    with open(source, "a") as file:
        file.write("=cmd\nnews\n")
    path = tmp_path / "corpus.jsonl"
    for _ in range(2):
        assert quickly(source, path).n_not_addresses == 2
        rows = problems(path)
        assert set(rows) == {"'=cmd", "news"}
        assert "is no address" in rows["news"]["reason"]
    assert len(path.with_suffix(".problems.csv").read_text().splitlines()) == 3


@pytest.mark.parametrize(
    ("source", "error", "message"),
    [
        ("no-such-list.txt", ParameterError, "is neither a file nor an address"),
        ("http://127.0.0.1:9/feed", InputError, "The list http://127.0.0.1:9/feed cannot be read"),
        ("empty.txt", InputError, "has no address of a page"),
        ("page.html", InputError, "page or other XML"),
    ],
)
def test_a_list_that_cannot_be_read_is_told(tmp_path, monkeypatch, source, error, message):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "empty.txt").write_text("# nothing\n")
    (tmp_path / "page.html").write_text("<html></html>")
    with pytest.raises(error, match=message):
        quickly(source, tmp_path / "corpus.jsonl")


def test_a_wrong_name_of_a_list_leaves_no_files(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(ParameterError):
        quickly("no-such-list.txt", tmp_path / "corpus.jsonl")
    assert list(tmp_path.iterdir()) == []


def test_a_sitemap_that_cannot_be_read_is_a_problem_that_may_pass(site, tmp_path):
    site.answers["/a"] = page()
    good = f"<urlset><url><loc>{site.url('/a')}</loc></url></urlset>".encode()
    site.answers["/1.xml"] = (200, {"Content-Type": "application/xml"}, good)
    locs = "".join(f"<sitemap><loc>{site.url(p)}</loc></sitemap>" for p in ("/1.xml", "/2.xml"))
    (tmp_path / "sitemap.xml").write_text(f"<sitemapindex>{locs}</sitemapindex>")
    path = tmp_path / "corpus.jsonl"
    assert quickly(str(tmp_path / "sitemap.xml"), path).n_articles == 1
    assert site.asked == ["/robots.txt", "/1.xml", "/2.xml", "/a"]
    assert problems(path)[site.url("/2.xml")]["again"] == "yes"


@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
@pytest.mark.parametrize("sign", [signal.SIGKILL, signal.SIGINT])
def test_a_run_that_is_killed_goes_on_where_it_ended(site, write_list, tmp_path, sign):
    names = [f"/{number}" for number in range(25)]
    site.answers |= {name: page(f"Title {name}") for name in names}
    source = write_list(*names)
    path = tmp_path / "corpus.jsonl"
    # a shell starts what runs in the background with interrupts ignored
    code = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler); "
    code += "from analysis.commands.fetch import *; from pathlib import Path; "
    code += f"fetch({source!r}, Path({str(path)!r}), seconds_between=0.3)"
    running = subprocess.Popen([sys.executable, "-c", code], cwd=ROOT, stderr=subprocess.DEVNULL)
    end = time.monotonic() + 60
    while not (path.exists() and path.stat().st_size) and time.monotonic() < end:
        time.sleep(0.02)
    running.send_signal(sign)
    running.wait(30)
    n_before = len(path.read_bytes().splitlines())
    assert 0 < n_before < len(names)
    result = quickly(source, path)
    assert sorted(article["requested_url"] for article in articles(path)) == sorted(
        site.url(name) for name in names
    )
    assert result.n_there + result.n_articles == len(names)
    assert set(pages(path)) == {site.url(name) for name in names}


def test_one_request_a_host_and_second_is_the_default():
    assert command._SECONDS_BETWEEN == 1


def test_progress_is_a_bar_on_a_terminal_and_lines_of_the_log_elsewhere(
    site, write_list, tmp_path, monkeypatch, capsys, caplog
):
    monkeypatch.setattr(command, "_PAGES_A_LINE", 2)
    source = write_list("/a", "/b", "/c", "/d", "/e")
    with caplog.at_level("INFO"):
        fetch(source, tmp_path / "1.jsonl", progress=True, seconds_between=0)
        fetch(source, tmp_path / "2.jsonl", progress=False, seconds_between=0)
    said = ["fetch: 2 of 5 addresses", "fetch: 4 of 5 addresses"]
    assert [m for m in caplog.messages if m.startswith("fetch")] == said
    assert capsys.readouterr().err == ""
    monkeypatch.setattr(command.sys.stderr, "isatty", lambda: True, raising=False)
    fetch(source, tmp_path / "3.jsonl", progress=True, seconds_between=0)
    assert "5/5" in capsys.readouterr().err
