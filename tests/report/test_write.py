"""The report as a whole: what the index says, where links lead, and that no page can run code."""

import csv
import json
import os
import re
import shutil
import subprocess
import sys

import pandas as pd
import pytest
import small_report
from report_pages import PageIds, pages, parse_page

from analysis.core import atomic_write, tables
from analysis.report import write, write_stories
from analysis.report.write import write_report
from analysis.run import table_paths

CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069]")
HOSTILE_TAG = re.compile(r"<(script>|img src=x|u>|b>|i>)")
RUNNABLE = "//@style | //style | //script[not(@src)] | //iframe | //@*[starts-with(name(), 'on')]"


@pytest.fixture
def _no_charts(monkeypatch):
    """Let no story have a chart: drawing them takes half of the time of a report."""
    monkeypatch.setattr(write_stories, "MAX_CHARTS", 0)


def words_of(page):
    return " ".join(page.xpath("//main")[0].text_content().split())


def is_broken(page_path, address, ids):
    """Whether a relative address leads to no file, or to no element of its page."""
    file, _, fragment = address.partition("#")
    target = page_path.parent / file if file else page_path
    if not target.is_file():
        return True
    if not fragment or fragment.startswith(
        ("event=", "outlet=")
    ):  # the list of the evidence reads its filters
        return False
    return fragment not in ids.of(target)


def test_no_link_within_the_report_is_broken(folder):
    ids = PageIds()
    for path in pages(folder):
        for address in parse_page(path).xpath(
            "//a/@href | //img/@src | //link/@href | //script/@src"
        ):
            if not re.match(r"https?:|data:", address):
                assert not is_broken(path, address, ids), (path, address)


def test_nothing_on_a_page_can_run_or_load_from_elsewhere(folder):
    for path in pages(folder):
        page = parse_page(path)
        assert "default-src 'none'" in page.xpath("//meta[@http-equiv]/@content")[0]
        assert page.xpath(RUNNABLE) == []
        for address in page.xpath("//script/@src"):
            assert re.fullmatch(
                r"(\.\./)*(pages/tables|evidence|article|corrections|data)\.js", address
            )
        for address in page.xpath("//a/@href"):
            assert not re.match(r"(javascript|vbscript|data):", address)
        # links to other sites are for the person who reads the page; nothing is loaded from them
        assert not re.search(r"(?:src|href)=\"//|url\((?!#in-)", path.read_text(encoding="utf8"))


def test_everything_that_a_page_loads_is_a_file_of_the_report_so_that_its_policy_allows_it(folder):
    for path in pages(folder):
        page = parse_page(path)
        policy = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
        assert "data:" not in policy
        assert "'unsafe" not in policy
        (icon,) = page.xpath("//head/link[@rel='icon']/@href")
        for address in [icon, *page.xpath("//head/link[@rel='stylesheet']/@href | //img/@src")]:
            assert (path.parent / address).is_file(), (path, address)


def test_hostile_text_is_harmless_on_every_page_and_in_csv(folder):
    for path in pages(folder):
        text = path.read_text(encoding="utf8")
        assert not CONTROL.search(text), path
        assert not HOSTILE_TAG.search(text), path
    path = folder / "outputs/02_figures/figures_by_outlet.csv"
    with path.open(encoding="utf-8-sig", newline="") as file:
        assert not any(cell.startswith(("=", "@")) for row in csv.reader(file) for cell in row)


def test_the_index_says_what_was_read_and_what_failed(folder):
    page = parse_page(folder / "index.html")
    words = words_of(page)
    assert "31 articles from 7 outlets, 4 Mar 2024 to 12 Sep 2024" in words
    assert "32 input rows: 31 read, 0 filtered out, 1 could not be read." in words
    assert "1 of 2 notebooks failed: 03_voices." in words
    assert "Six outlets print 159 figures on five events." in words
    assert "ZeroDivisionError: division by zero" in words
    assert "1 problem; 1 article could not be read. Download all as CSV" in words
    assert "no text <b>at all</b>" in words
    assert page.xpath("//aside")[0].text_content().strip().startswith("Constructed.")
    with (folder / "pages" / "problems.csv").open(encoding="utf-8-sig", newline="") as file:
        assert len(list(csv.reader(file))) == 2


def test_every_chart_has_alt_text_a_table_and_downloads(folder):
    alt = "The wire prints most figures. Bars of figures by outlet."
    assert parse_page(folder / "index.html").xpath("//img/@alt") == [alt]
    figure = parse_page(folder / "pages" / "02_figures.html").xpath("//figure")[0]
    assert figure.xpath(".//svg/desc/text()") == [alt]
    assert [a.text for a in figure.xpath(".//p/a[@download]")] == ["PNG", "SVG", "PDF", "CSV"]
    assert len(figure.xpath(".//tbody/tr")) == 120  # of 159: the CSV file has all
    assert figure.xpath("count(.//tbody/tr[.//a[contains(@href, '#s')]])") == 120


def test_a_picture_on_the_index_has_the_size_of_its_file(folder):
    (image,) = parse_page(folder / "index.html").xpath("//img")
    assert image.get("src").endswith(".svg")  # a fraction of the PNG file, which tells its size
    header = (folder / image.get("src")).with_suffix(".png").read_bytes()[16:24]
    size = (int(image.get("width")), int(image.get("height")))
    assert size == (int.from_bytes(header[:4], "big"), int.from_bytes(header[4:], "big"))


def test_notebooks_lead_to_the_previous_and_the_next_one(folder):
    def neighbours(name):
        page = parse_page(folder / "pages" / name)
        return page.xpath("//a[@rel='prev']/@href"), page.xpath("//a[@rel='next']/@href")

    assert neighbours("02_figures.html") == ([], ["../pages/03_voices.html"])
    assert neighbours("03_voices.html") == (["../pages/02_figures.html"], [])


def test_code_is_shown_on_request(small_run, tmp_path):
    folder, outcomes = small_run
    for part in ("notebooks", "outputs"):
        os.symlink(folder / part, tmp_path / part)
    write_report(tmp_path, outcomes, code=True)
    page = parse_page(tmp_path / "pages" / "02_figures.html")
    assert "show()" in page.text_content()
    assert page.xpath("//@style | //style") == []


def test_without_tables_there_are_pages_but_no_evidence(small_run, tmp_path):
    folder, outcomes = small_run
    os.symlink(folder / "notebooks", tmp_path / "notebooks")
    page = parse_page(write_report(tmp_path, outcomes))
    assert "evidence" not in page.xpath("string(//nav)")
    assert not (tmp_path / "evidence").exists()


def test_a_notebook_that_was_not_executed_has_no_page(small_run, tmp_path):
    _, outcomes = small_run
    page = parse_page(write_report(tmp_path, outcomes))
    questions = page.xpath("//ul[@class='questions']/li")
    assert [" ".join(item.text_content().split()[:2]) for item in questions] == [
        "02 02_figures",
        "03 03_voices",
    ]
    assert page.xpath("//main//a[contains(@href, 'pages/')]") == []
    assert list((tmp_path / "pages").glob("*.html")) == []


def test_an_unchanged_report_is_not_written_again(small_run):
    folder, outcomes = small_run
    before = {path: path.stat().st_mtime_ns for path in pages(folder)}
    write_report(folder, outcomes)
    after = {path: path.stat().st_mtime_ns for path in pages(folder)}
    assert before == after


REWRITE = """
import sys
from pathlib import Path
from analysis import cli
from analysis.commands import report
from analysis.notebook_runs.scheduler import Outcome
from analysis.report.write import write_report
outcomes = [Outcome("02_figures", "skipped", 1.0, "nothing changed"),
            Outcome("03_voices", "failed", 1.0, "ZeroDivisionError: division by zero")]
write_report(Path(sys.argv[1]), outcomes)
slow = {"pandas", "matplotlib", "papermill", "nbformat", "lxml"}
sys.exit(" ".join(sorted(slow & set(sys.modules))) or 0)
"""


def test_writing_an_unchanged_report_imports_nothing_slow(folder):
    done = subprocess.run(
        [sys.executable, "-c", REWRITE, str(folder)], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_a_notebook_that_no_longer_fails_loses_its_notice(small_run):
    folder, outcomes = small_run
    path = folder / "pages" / "03_voices.html"
    write_report(folder, [outcomes[0], small_report.outcome("03_voices")])
    assert "This notebook failed" not in parse_page(path).text_content()
    write_report(folder, outcomes)
    assert "This notebook failed" in parse_page(path).text_content()


@pytest.fixture
def cache(tmp_path):
    """Return a page cache and a function that counts how often a part is written."""
    target = tmp_path / "page.html"
    written = []

    def write_part(inputs, options="", fails=False):
        def write_page():
            written.append(1)
            if fails:
                raise OSError("disk full")
            target.write_text("page")

        pages = write._PageCache(tmp_path / "written.json", options)
        pages.write_if_changed("part", inputs, write_page, target)
        return len(written)

    return write_part, target


def test_a_part_is_written_when_an_input_changes(cache, tmp_path):
    write_part, target = cache
    file = tmp_path / "input"
    file.write_text("1")
    assert write_part([file, "text"]) == 1
    assert write_part([file, "text"]) == 1
    assert write_part([file, "other text"]) == 2
    file.write_text("2")
    assert write_part([file, "other text"]) == 3
    assert write_part([file, "other text"], options="code") == 4
    target.unlink()
    assert write_part([file, "other text"], options="code") == 5


def test_a_part_whose_writing_failed_is_written_again(cache):
    write_part, _ = cache
    assert write_part(["a"]) == 1
    with pytest.raises(OSError, match="disk full"):
        write_part(["b"], fails=True)
    assert write_part(["a"]) == 3


@pytest.mark.usefixtures("_no_charts")
def test_many_problems_are_shown_in_part(small_run, tmp_path, monkeypatch):
    folder, outcomes = small_run
    monkeypatch.setattr(write, "MAX_PROBLEMS", 2)
    (tmp_path / "tables").mkdir()
    for path in (folder / "tables").iterdir():
        os.symlink(path, tmp_path / "tables" / path.name)
    rows = [
        {"article_id": f"sample-flood-0{n}", "stage": "load", "reason": "odd", "kept": n > 1}
        for n in range(1, 4)
    ]
    (tmp_path / "tables" / "problems.parquet").unlink()
    problems = tables.make(rows, tables.PROBLEMS)
    problems.to_parquet(tmp_path / "tables" / "problems.parquet")
    page = parse_page(write_report(tmp_path, outcomes))
    assert "3 problems; 1 article could not be read. The first 2 are shown." in words_of(page)
    hrefs = page.xpath("//div[@aria-label='Problems']//td/a/@href")
    assert hrefs == ["evidence/a/sample-flood-01.html", "evidence/a/sample-flood-02.html"]
    assert len(pd.read_csv(tmp_path / "pages" / "problems.csv")) == 3


@pytest.mark.usefixtures("_no_charts")
def test_a_corpus_that_is_not_constructed_has_no_banner(small_run, tmp_path):
    folder, outcomes = small_run
    (tmp_path / "tables").mkdir()
    for path in (folder / "tables").glob("*.parquet"):
        os.symlink(path, tmp_path / "tables" / path.name)
    manifest = json.loads((folder / "tables" / "manifest.json").read_text())
    manifest["corpus"] = "fa-kes"
    (tmp_path / "tables" / "manifest.json").write_text(json.dumps(manifest))
    page = parse_page(write_report(tmp_path, outcomes))
    assert page.xpath("//aside[@class='banner']") == []


@pytest.mark.usefixtures("_no_charts")
@pytest.mark.parametrize(("most_shards", "n_shown"), [(10, 31), (4, 31), (3, 24), (1, 8)])
def test_tables_in_shards_have_evidence_pages(
    small_run, tmp_path, monkeypatch, most_shards, n_shown
):
    folder, outcomes = small_run
    monkeypatch.setattr(write, "EVIDENCE_SHARDS", most_shards)
    in_shards(folder / "tables", tmp_path / "tables", size=8)
    for part in ("notebooks", "outputs"):
        shutil.copytree(folder / part, tmp_path / part)
    index = write_report(tmp_path, outcomes)
    assert "31 articles from" in words_of(parse_page(index))
    evidence = list((tmp_path / "evidence" / "a").glob("*.html"))
    assert len(evidence) == n_shown
    for name in ("index.html", "evidence/index.html", "evidence/all.html"):
        note = f"The first {n_shown} of 31 articles, in the order of the input, have evidence pages"
        assert (note in words_of(parse_page(tmp_path / name))) is (n_shown < 31)
    ids = PageIds()
    for path in pages(tmp_path):
        for address in parse_page(path).xpath("//a/@href"):
            if not re.match(r"https?:|data:", address):
                assert not is_broken(path, address, ids), (path, address)
    if n_shown == 31:
        for path in (folder / "evidence" / "data").iterdir():
            assert path.read_bytes() == (tmp_path / "evidence" / "data" / path.name).read_bytes()


def in_shards(source, target, size):
    """Copy the tables of a run, with those of its articles in shards of some articles."""
    shutil.copytree(source, target)
    ids = pd.read_parquet(source / "articles.parquet")["article_id"].tolist()
    for name in ("articles", *tables.PER_ARTICLE):
        path = target / f"{name}.parquet"
        if not path.exists():
            continue
        table = pd.read_parquet(path)
        path.unlink()
        for number in range(0, len(ids), size):
            rows = table.loc[table["article_id"].isin(ids[number : number + size])]
            shard = table_paths.shard_path(target, name, number // size)
            atomic_write.write_parquet(tables.make(rows, tables.ALL[name]), shard)


@pytest.mark.usefixtures("_no_charts")
@pytest.mark.parametrize("content", ["", "{", "[7]", "7"])
def test_a_changed_list_of_pages_makes_every_page_anew(small_run, tmp_path, content):
    folder, outcomes = small_run
    for part in ("notebooks", "outputs", "tables"):
        os.symlink(folder / part, tmp_path / part)
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "written.json").write_text(content)
    write_report(tmp_path, outcomes)
    assert len(pages(tmp_path)) == len(pages(folder))


@pytest.mark.usefixtures("_no_charts")
def test_the_index_of_a_batch_lists_its_runs(small_run, tmp_path):
    folder, outcomes = small_run
    for part in ("notebooks", "outputs", "tables"):
        os.symlink(folder / part, tmp_path / part)
    run = {
        "row": "row 2",
        "event": "flood",
        "status": "done",
        "seconds": 1.0,
        "why": "first run",
        "finding": "Found <b>.",
        "page": "pages/02_figures.html",
        "notebook": "notebooks/02_figures.ipynb",
        "outputs": "outputs/02_figures",
    }
    failed = {**run, "row": "row 3", "status": "failed", "page": "", "notebook": ""}
    page = parse_page(
        write_report(
            tmp_path,
            outcomes,
            batch={
                "table": "events.csv",
                "notebook": "02_figures",
                "labels": {"02_figures": "event flood", "03_voices": "all defaults"},
                "columns": ["event"],
                "rows": [run, failed],
            },
        )
    )
    words = words_of(page)
    assert "02 figures, 2 runs" in words
    assert "1 of 2 runs failed." in words
    assert "on 31 articles from 7 outlets" in words
    cells = [[cell.text_content() for cell in row] for row in page.xpath("//tbody/tr")]
    assert cells == [
        ["row 2", "flood", "done", "1.0", "first run", "Found <b>.", "notebook"],
        ["row 3", "flood", "failed", "1.0", "first run", "Found <b>.", ""],
    ]
    assert page.xpath("//tbody/tr/th/a/@href") == ["pages/02_figures.html"]
    shown = parse_page(tmp_path / "pages" / "02_figures.html")
    assert shown.xpath("//head/title/text()") == ["event flood - Parallax"]
    assert shown.xpath("//header//li/a/text()") == ["evidence"]
