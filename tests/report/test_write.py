"""The pages of a run: what they say, where they lead, and that nothing in an article's text can act."""

import csv
import gzip
import json
import os
import re
import subprocess
import sys
import time
from base64 import b64decode

import lxml.html
import nbformat
import pandas as pd
import pytest
import small_report
from hypothesis import given
from hypothesis import strategies as st

from analysis.chart.highlighted_text import anchor
from analysis.chart.highlights import spans_of
from analysis.core import tables
from analysis.report import evidence, urls
from analysis.report import html as report_html
from analysis.report import notebook as report_notebook
from analysis.report import write as report

HOSTILE_PAGE = f"{urls.article(small_report.HOSTILE_ID)}"
KNOWN = {"a1": "evidence/a/a1.html", "a1-f2": "evidence/a/a1.html#f-a1-f2"}
TEXTS = st.text(max_size=40)


@pytest.fixture(scope="module")
def run(tmp_path_factory):
    folder = tmp_path_factory.mktemp("report") / "run"
    outcomes = small_report.build(folder)
    report.write_report(folder, outcomes)
    return folder, outcomes


def pages(folder):
    return sorted(folder.rglob("*.html"))


def tree(path):
    """Read a page; one of an article with what its script puts in."""
    page = lxml.html.parse(path, lxml.html.HTMLParser(encoding="utf8")).getroot()
    for entry in page.xpath("//*[@id='entry']"):
        for bare in page.xpath("//noscript"):
            bare.drop_tree()
        inside = unpack(path.parents[1] / "data" / f"{entry.get('data-pack')}.js")[
            int(entry.get("data-at"))
        ]
        entry.append(lxml.html.fragment_fromstring(inside, create_parent="div"))
    return page


def unpack(path):
    """Give the data that a script holds, as evidence/data.js does."""
    name, packed = re.fullmatch(
        r"parallax\.put\((\"\w+\"|\d+),\"([A-Za-z0-9+/=]+)\"\);\n", path.read_text("ascii")
    ).groups()
    assert name.strip('"') == path.stem
    return json.loads(gzip.decompress(b64decode(packed)))


def name(folder):
    return lambda path: path.relative_to(folder).as_posix()


def table(folder, which):
    return pd.read_parquet(folder / "tables" / f"{which}.parquet")


def test_an_article_has_a_page_and_the_list_knows_it(run):
    folder, _ = run
    expected = {urls.article(a) for a in table(folder, "articles")["article_id"]}
    assert {name(folder)(p) for p in (folder / "evidence" / "a").glob("*.html")} == expected
    listed = tree(folder / "evidence" / "all.html").xpath("//main//li/a/@href")
    assert {f"evidence/{href}" for href in listed} == expected


def test_every_sentence_and_figure_can_be_reached(run):
    folder, _ = run
    seen = {p.stem: set(tree(p).xpath("//@id")) for p in (folder / "evidence" / "a").glob("*.html")}
    for row in table(folder, "sentences").itertuples():
        assert (
            urls.sentence(row.article_id, row.sentence_id).split("#")[1]
            in seen[urls.article_file(row.article_id)]
        )
    for row in table(folder, "figures").itertuples():
        assert (
            urls.figure(row.article_id, row.figure_id).split("#")[1]
            in seen[urls.article_file(row.article_id)]
        )


def test_a_figure_leads_to_its_own_characters(run):
    folder, _ = run
    for row in table(folder, "figures").itertuples():
        page = tree(folder / urls.article(row.article_id))
        mark = page.xpath(
            "//mark[@id=$id]", id=urls.figure(row.article_id, row.figure_id).split("#")[1]
        )
        assert [m.text_content() for m in mark] == [row.text]


def test_no_link_within_the_report_is_broken(run):
    folder, _ = run
    for path in pages(folder):
        for address in tree(path).xpath("//a/@href | //img/@src | //link/@href | //script/@src"):
            file, _, fragment = address.partition("#")
            if re.match(r"https?:|data:", address):
                continue
            target = path if not file else path.parent / file
            assert target.is_file(), (path, address)
            # the list reads its filters from there
            assert (
                not fragment
                or fragment.startswith("event=")
                or fragment in set(tree(target).xpath("//@id"))
            ), (path, address)


def test_nothing_on_a_page_can_run_or_reach_out(run):
    folder, _ = run
    for path in pages(folder):
        page = tree(path)
        assert "default-src 'none'" in page.xpath("//meta[@http-equiv]/@content")[0]
        assert (
            page.xpath(
                "//@style | //style | //script[not(@src)] | //iframe | //@*[starts-with(name(), 'on')]"
            )
            == []
        )
        assert all(
            re.fullmatch(r"(\.\./)*(pages/tables|evidence|article|data)\.js", src)
            for src in page.xpath("//script/@src")
        )
        assert all(
            not re.match(r"(javascript|vbscript|data):", href) for href in page.xpath("//a/@href")
        )
        # remote addresses are followed by a reader only; nothing is loaded from them
        assert not re.search(r"(?:src|href)=\"//|url\(", path.read_text(encoding="utf8"))


def test_hostile_text_is_shown_letter_by_letter(run):
    folder, _ = run
    page = tree(folder / HOSTILE_PAGE)
    shown = page.xpath("//div[@class='px-text']")[0].text_content()
    assert shown == small_report.HOSTILE.replace("\x1b", "␛").replace("\u202e", "\ufffd").replace(
        "\u202c", "\ufffd"
    )
    for path in pages(folder):
        text = path.read_text(encoding="utf8")
        assert not re.search("[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069]", text), path
        assert not re.search(r"<(script>|img src=x|u>|b>|i>)", text), path


def test_hostile_text_is_harmless_in_data_and_csv(run):
    folder, _ = run
    for path in (folder / "evidence" / "data").glob("*.js"):
        text = json.dumps(unpack(path), ensure_ascii=False)
        assert not re.search("[\x00-\x1f\x7f\u202a-\u202e\u2066-\u2069]", text)
        if re.fullmatch(
            r"a\d+", path.stem
        ):  # HTML; the others hold text, which their script puts in as text
            assert not re.search(r"<(script>|img src=x|u>|b>|i>)", text)
    with (folder / "outputs/02_figures/figures_by_outlet.csv").open(
        encoding="utf-8-sig", newline=""
    ) as file:
        assert all(not cell.startswith(("=", "@")) for row in csv.reader(file) for cell in row)


def data(folder, which):
    return unpack(folder / "evidence" / "data" / f"{which}.js")


def test_the_list_holds_every_figure_and_attribution_once(run):
    folder, _ = run
    made = data(folder, "list")
    assert [len(made["outlets"]), len(made["events"])] == [7, 6]
    assert sum(a[5] for a in made["articles"]) == len(table(folder, "figures"))
    assert sum(a[6] for a in made["articles"]) == len(table(folder, "attributions"))
    sentences = [s for article in data(folder, 0) for s in article]
    assert sum(len(s[2]) for s in sentences) == len(table(folder, "figures"))
    assert sum(len(s[3]) for s in sentences) == len(table(folder, "attributions"))


def test_the_lists_filters_are_those_of_its_statements(run):
    folder, _ = run
    made, pieces = data(folder, "list"), data(folder, 0)
    for article, sentences in zip(made["articles"], pieces, strict=True):
        types = {f[1] for s in sentences for f in s[2]} | {a[0] for s in sentences for a in s[3]}
        assert article[7] == sorted(types)
        assert article[8] == sorted({f[0] for s in sentences for f in s[2]} - {-1})


def test_the_index_says_what_was_read_what_failed_and_what_was_lost(run):
    folder, _ = run
    page = tree(folder / "index.html")
    words = " ".join(page.xpath("//main")[0].text_content().split())
    assert "31 articles from 7 outlets, 4 March 2024 to 12 September 2024" in words
    assert "1 of 2 notebooks did not end well: 03_voices" in words
    assert "Six outlets print 159 figures on five events." in words
    assert "ZeroDivisionError: division by zero" in words
    assert "no text <b>at all</b>" in words
    assert page.xpath("//aside")[0].text_content().strip().startswith("Constructed.")
    with (folder / "pages" / "problems.csv").open(encoding="utf-8-sig", newline="") as file:
        assert len(list(csv.reader(file))) == 2


def test_every_chart_has_alt_text_a_table_and_downloads(run):
    folder, _ = run
    for path in (folder / "index.html", folder / "pages" / "02_figures.html"):
        alts = tree(path).xpath("//img/@alt")
        assert alts == ["The wire prints most figures. Bars of figures by outlet."]
    figure = tree(folder / "pages" / "02_figures.html").xpath("//figure")[0]
    assert [a.text for a in figure.xpath(".//p/a[@download]")] == ["PNG", "SVG", "CSV"]
    assert len(figure.xpath(".//tbody/tr")) == 159
    assert figure.xpath("count(.//tbody/tr[.//a[contains(@href, '#s')]])") == 159


def test_a_notebooks_page_has_its_words_without_code_prompts_or_colour_codes(run):
    folder, _ = run
    page = tree(folder / "pages" / "02_figures.html")
    assert page.xpath("//h1/text()") == ["Which figures does each outlet print?"]
    assert page.xpath("//article//a[@href='03_voices.html']/text()") == ["03"]
    assert page.xpath("//article//a[text()='codebook']/@href") == []
    assert page.xpath("//article//a[text()='a page']/@rel") == ["noopener noreferrer nofollow"]
    assert "show()" not in page.text_content()
    assert "/home/someone" not in page.text_content()
    assert "\x1b" not in (folder / "pages" / "03_voices.html").read_text(encoding="utf8")
    assert (
        "ZeroDivisionError: division by zero"
        in tree(folder / "pages" / "03_voices.html").text_content()
    )


def test_the_same_run_gives_the_same_page(tmp_path):
    bodies = []
    for number in (1, 2):  # papermill gives the cell that it puts in a new id each time
        injected = nbformat.v4.new_code_cell(
            "n = 1", metadata={"tags": ["injected-parameters"]}, id=f"random{number}"
        )
        words = nbformat.v4.new_markdown_cell("# Why?", id="words")
        nbformat.write(nbformat.v4.new_notebook(cells=[words, injected]), tmp_path / "01_why.ipynb")
        bodies.append(report_notebook.body(tmp_path / "01_why.ipynb", [], tmp_path, {}, set()))
    assert bodies[0] == bodies[1]


def test_code_is_shown_when_it_is_asked_for(run, tmp_path):
    folder, outcomes = run
    for part in ("notebooks", "outputs"):
        os.symlink(folder / part, tmp_path / part)
    report.write_report(tmp_path, outcomes, code=True)
    page = tree(tmp_path / "pages" / "02_figures.html")
    assert "show()" in page.text_content()
    assert page.xpath("//@style | //style") == []


def test_without_tables_there_are_pages_but_no_evidence(run, tmp_path):
    folder, outcomes = run
    os.symlink(folder / "notebooks", tmp_path / "notebooks")
    page = tree(report.write_report(tmp_path, outcomes))
    assert "evidence" not in page.xpath("string(//nav)")
    assert not (tmp_path / "evidence").exists()


def test_what_has_not_changed_is_not_written_again(run):
    folder, outcomes = run
    before = {p: p.stat().st_mtime_ns for p in pages(folder)}
    start = time.perf_counter()
    report.write_report(folder, outcomes)
    assert time.perf_counter() - start < 1
    after = {p: p.stat().st_mtime_ns for p in pages(folder)}
    assert before == after


SECOND = """
import sys
from pathlib import Path
from analysis import cli
from analysis.commands import report
from analysis.notebook_runs.scheduler import Outcome
from analysis.report.write import write_report
told = [Outcome("02_figures", "skipped", 1.0, "nothing changed"),
        Outcome("03_voices", "failed", 1.0, "ZeroDivisionError: division by zero")]
write_report(Path(sys.argv[1]), told)
sys.exit(" ".join(sorted({"pandas", "matplotlib", "papermill", "nbformat", "lxml"} & set(sys.modules))) or 0)
"""


def test_a_second_writing_loads_nothing_heavy(run):
    done = subprocess.run(
        [sys.executable, "-c", SECOND, str(run[0])], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_an_example_leads_to_its_article(run):
    folder, _ = run
    page = tree(folder / "pages" / "02_figures.html")
    hrefs = page.xpath("//li[@data-article]/a[text()='in its article']/@href")
    assert len(hrefs) == len(page.xpath("//li[@data-article]")) > 0
    assert f"../{urls.sentence(small_report.HOSTILE_ID, 1)}" in hrefs


def test_a_failure_that_was_mended_shows_on_its_page(run):
    folder, outcomes = run
    mended = [outcomes[0], small_report.outcome("03_voices")]
    report.write_report(folder, mended)
    assert "did not end well" not in tree(folder / "pages" / "03_voices.html").text_content()
    report.write_report(folder, outcomes)
    assert "did not end well" in tree(folder / "pages" / "03_voices.html").text_content()


@pytest.mark.parametrize(
    ("low", "high", "qualifier", "text", "expected"),
    [
        (29.0, 29.0, "exact", "29", "29"),
        (29.0, None, "at_least", "29", "at least 29"),
        (29.0, None, "more_than", "29", "more than 29"),
        (None, 1040.0, "at_most", "1,040", "up to 1,040"),
        (None, 5.0, "less_than", "five", "fewer than 5"),
        (20.0, 30.0, "range", "20-30", "20 to 30"),
        (29.0, 29.0, "approx", "29", "about 29"),
        (None, None, "vague", "dozens", "dozens"),
        (2.5, 2.5, "exact", "2.5", "2.50"),
    ],
)
def test_an_interval_in_words(low, high, qualifier, text, expected):
    figure = {"low": low, "high": high, "qualifier": qualifier, "text": text}
    assert evidence._amount(figure) == expected


def test_a_cue_of_no_attribution_says_so_on_its_page_and_others_do_not():
    row = {"article_id": "a", "text": "Police said so. Nobody knew."}
    marked = spans_of(
        attribution_spans=tables.make(
            [
                {"article_id": "a", "attribution_id": of, "role": "cue", "start": start, "end": end}
                for of, start, end in (("a-a0", 7, 11), (None, 23, 27))
            ],
            tables.ATTRIBUTION_SPANS,
        )
    )
    marks = lxml.html.fromstring(str(evidence._text(row, marked, None))).iter("mark")
    assert [(m.text, m.get("title")) for m in marks] == [
        ("said", None),
        ("knew", "cue: in no attribution"),
    ]


@given(TEXTS, TEXTS)
def test_two_articles_never_share_a_page(first, second):
    names = [urls.article_file(first), urls.article_file(second)]
    assert all(re.fullmatch(r"[a-z0-9_-]{1,28}", n) for n in names)
    assert (names[0] == names[1]) == (first == second)


@given(TEXTS, st.integers(0, 400))
def test_links_are_addresses_and_fit_what_the_evidence_writes(identifier, number):
    assert re.fullmatch(r"evidence/a/[a-z0-9_-]+\.html#s\d+", urls.sentence(identifier, number))
    assert anchor("x", f"f-{identifier}").endswith(urls.fragment(identifier))


@given(st.lists(TEXTS, max_size=4))
def test_cleaned_html_holds_nothing_that_runs(texts):
    raw = "".join(
        f"<p onclick=\"x()\">{t}</p><script>{t}</script><a href='javascript:{t}'>{t}</a>"
        for t in texts
    )
    html = lxml.html.tostring(report_html.clean(raw), encoding="unicode")
    made = lxml.html.fragment_fromstring(html)
    assert made.xpath("//script | //@*[starts-with(name(), 'on')]") == []
    assert not any("script:" in href.lower().replace(" ", "") for href in made.xpath("//@href"))


@pytest.mark.parametrize(
    ("columns", "row", "hrefs"),
    [
        (["article_id", "sentence_id"], ["a1", "3"], ["../evidence/a/a1.html#s3", None]),
        (["article_id", "sentence_id"], ["a1", "3.0"], ["../evidence/a/a1.html#s3", None]),
        (["article_id", "sentence_id"], ["a1", ""], ["../evidence/a/a1.html", None]),
        (["evidence"], ["evidence/a/a1.html#s3"], ["../evidence/a/a1.html#s3"]),
        (
            ["report_id", "document"],
            ["a1-f2", "a1"],
            ["../evidence/a/a1.html#f-a1-f2", "../evidence/a/a1.html"],
        ),
        (["event_id"], ["a & b"], ["../evidence/index.html#event=a%20%26%20b"]),
        # must lead nowhere
        (["article_id"], ["of another run"], [None]),
        (["article_id"], [""], [None]),
        (["evidence"], ["evidence/a/other.html#s3"], [None]),
        (["evidence"], ["javascript:alert(1)"], [None]),
        (["evidence"], ["https://example.org/evidence/a/a1.html"], [None]),
        (["outlet"], ["a1"], [None]),
    ],
)
def test_rows_lead_to_the_evidence(columns, row, hrefs):
    cells = [report_html.Cell(value) for value in row]
    _, ((*linked,),) = report_html.link_rows(columns, [cells], KNOWN, "../")
    assert [cell.href for cell in linked] == hrefs


def test_links_are_added_to_a_copy():
    frame = pd.DataFrame({"article_id": ["a1", None], "sentence_id": [2.0, 1.0]})
    before = frame.copy()
    assert urls.add_links(frame)["evidence"].tolist()[0] == "evidence/a/a1.html#s2"
    assert urls.add_links(frame)["evidence"].isna().tolist() == [False, True]
    assert urls.add_links(frame[["article_id"]])["evidence"].tolist()[0] == "evidence/a/a1.html"
    pd.testing.assert_frame_equal(frame, before)


def test_a_table_without_articles_is_refused():
    with pytest.raises(KeyError, match="article_id"):
        urls.add_links(pd.DataFrame({"outlet": ["x"]}))
