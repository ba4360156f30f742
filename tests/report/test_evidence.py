"""Evidence pages: every article, sentence and figure is there, and the list counts them all."""

import json
import re

import lxml.html
import pandas as pd
import pytest
import small_report
from report_pages import parse_page, read_data, read_table

from analysis.chart.highlights import spans_of
from analysis.core import atomic_write, owned_files, tables
from analysis.report import evidence, urls

CONTROL = re.compile("[\x00-\x1f\x7f\u202a-\u202e\u2066-\u2069]")
SITE = {
    "manifest": {},
    "notebooks": [],
    "constructed": (),
    "has_evidence": True,
    "has_stories": True,
    "evidence_note": "",
}
HOSTILE_TAG = re.compile(r"<(script>|img src=x|u>|b>|i>)")


def article_paths(folder):
    return sorted((folder / "evidence" / "a").glob("*.html"))


def evidence_tables(folder):
    return {name: read_table(folder, name) for name in urls.EVIDENCE_TABLES}


def data(folder, name):
    return read_data(folder / "evidence" / "data" / f"{name}.js")


def fragment_of(address):
    return address.split("#")[1]


def test_every_article_has_a_page_and_is_listed(folder):
    expected = {urls.article(name) for name in read_table(folder, "articles")["article_id"]}
    assert {path.relative_to(folder).as_posix() for path in article_paths(folder)} == expected
    listed = parse_page(folder / "evidence" / "all.html").xpath("//main//li/a/@href")
    assert {f"evidence/{href}" for href in listed} == expected


def test_every_sentence_and_figure_has_an_anchor(folder):
    ids = {path.stem: set(parse_page(path).xpath("//@id")) for path in article_paths(folder)}
    for row in read_table(folder, "sentences").itertuples():
        address = urls.sentence(row.article_id, row.sentence_id)
        assert fragment_of(address) in ids[urls.article_file(row.article_id)]
    for row in read_table(folder, "figures").itertuples():
        address = urls.figure(row.article_id, row.figure_id)
        assert fragment_of(address) in ids[urls.article_file(row.article_id)]


def test_the_anchor_of_a_figure_marks_its_characters(folder):
    for article_id, figures in read_table(folder, "figures").groupby("article_id"):
        page = parse_page(folder / urls.article(article_id))
        for row in figures.itertuples():
            fragment = fragment_of(urls.figure(row.article_id, row.figure_id))
            marks = page.xpath("//mark[@id=$id]", id=fragment)
            assert [mark.text_content() for mark in marks] == [row.text]


def test_the_addresses_of_all_identifiers(folder):
    names = ("articles", "figures", "attributions")
    found = evidence.addresses(*(read_table(folder, name) for name in names))
    attribution = read_table(folder, "attributions").iloc[-1]
    assert len(found) == sum(len(read_table(folder, name)) for name in names)
    assert found["sample-bridge-01"] == "evidence/a/sample-bridge-01.html"
    assert found["sample-bridge-01-f0"] == "evidence/a/sample-bridge-01.html#f-sample-bridge-01-f0"
    assert found[attribution["attribution_id"]] == urls.sentence(
        attribution["article_id"], attribution["sentence_id"]
    )


def test_an_older_evidence_folder_is_replaced(folder, tmp_path):
    old = tmp_path / "evidence" / "a" / "old.html"
    owned_files.own(tmp_path, "t")
    atomic_write.write_text("old", old)
    (old.parent / "mine.html").write_text("mine")
    run_tables = evidence_tables(folder)
    evidence.write_evidence(tmp_path, run_tables, SITE)
    assert not old.exists()
    assert (old.parent / "mine.html").read_text() == "mine"
    assert len(article_paths(tmp_path)) == 32


def test_an_article_page_names_what_is_known(folder):
    page = parse_page(folder / "evidence" / "a" / "sample-bridge-01.html")
    row = read_table(folder, "articles").set_index("article_id").loc["sample-bridge-01"]
    byline = page.xpath("//p[@class='byline']")[0].text_content()
    day = f"{row['published'].day} {row['published']:%b %Y}"
    assert byline.startswith(f"{row['outlet']}, {day}")
    assert page.xpath("//section[@class='same-event']//a/@href")[0] == (
        f"../index.html#event={row['event_id']}"
    )
    assert page.xpath("//section[@class='same-event']//li")
    hrefs = page.xpath("//section[@class='same-event']//li/a/@href")
    assert "sample-bridge-01.html" not in hrefs


def test_an_article_without_a_day_says_so_and_a_duplicate_names_its_original(folder, tmp_path):
    run_tables = evidence_tables(folder)
    articles = run_tables["articles"].set_index("article_id")
    articles.loc["sample-bridge-01", "published"] = pd.NaT
    articles.loc["sample-bridge-01", "outlet"] = None
    articles.loc["sample-bridge-01", "title"] = None
    articles.loc["sample-bridge-01", "event_id"] = None
    articles.loc["sample-bridge-01", "duplicate_of"] = "News/2.txt"
    articles.loc["sample-flood-05", "update_of"] = "News/2.txt"
    run_tables["articles"] = articles.reset_index()
    evidence.write_evidence(tmp_path, run_tables, SITE)
    page = parse_page(tmp_path / "evidence" / "a" / "sample-bridge-01.html")
    assert (
        page.xpath("//p[@class='byline']")[0].text_content().startswith("no outlet given, no date")
    )
    assert page.xpath("//h1/text()") == ["sample-bridge-01"]
    assert page.xpath("//p[@class='notice']/a/@href") == ["news-2-txt-13108631.html"]
    assert page.xpath("//section[@class='same-event']") == []
    update = parse_page(tmp_path / "evidence" / "a" / "sample-flood-05.html")
    assert update.xpath("//p[@class='notice']/a/@href") == ["news-2-txt-13108631.html"]
    assert "Update of" in update.xpath("//p[@class='notice']")[0].text_content()
    # articles without a day are last in the list, and by outlet
    rows = data(tmp_path, "list")["articles"]
    hostile = urls.article_file(small_report.HOSTILE_ID)
    assert [row[0] for row in rows[-3:]] == ["sample-bridge-01", hostile, "sample-flood-05"]
    assert rows[-3][3:5] == ["", -1]


def test_hostile_text_is_shown_letter_by_letter(folder):
    page = parse_page(folder / urls.article(small_report.HOSTILE_ID))
    shown = page.xpath("//div[@class='px-text']")[0].text_content()
    expected = small_report.HOSTILE.replace("\x1b", "␛")
    assert shown == expected.replace("\u202e", "\ufffd").replace("\u202c", "\ufffd")


def test_hostile_text_is_harmless_in_the_data(folder):
    for path in (folder / "evidence" / "data").glob("*.js"):
        text = json.dumps(read_data(path), ensure_ascii=False)
        assert not CONTROL.search(text)
        # a0, a1 ... contain HTML; the others contain text, which evidence.js inserts as text
        if re.fullmatch(r"a\d+", path.stem):
            assert not HOSTILE_TAG.search(text)


def test_only_a_web_address_of_an_article_is_a_link(folder):
    page = parse_page(folder / urls.article(small_report.HOSTILE_ID))
    assert page.xpath("//p[@class='byline']/a") == []


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        (" https://example.org/a ", "https://example.org/a"),
        ("HTTP://example.org", "HTTP://example.org"),
        ("javascript:alert(1)", ""),
        ("https:///a", ""),
        ("ftp://example.org", ""),
        (None, ""),
    ],
)
def test_web_addresses(url, expected):
    assert urls.web_address(url) == expected


def test_the_list_has_every_figure_and_attribution_once(folder):
    listed = data(folder, "list")
    n_figures = len(read_table(folder, "figures"))
    n_attributions = len(read_table(folder, "attributions"))
    assert [len(listed["outlets"]), len(listed["events"])] == [7, 6]
    assert sum(article[5] for article in listed["articles"]) == n_figures
    assert sum(article[6] for article in listed["articles"]) == n_attributions
    sentences = [sentence for article in data(folder, 0) for sentence in article]
    assert sum(len(sentence[2]) for sentence in sentences) == n_figures
    assert sum(len(sentence[3]) for sentence in sentences) == n_attributions


def test_the_filters_of_the_list_are_those_of_its_statements(folder):
    articles = data(folder, "list")["articles"]
    for article, sentences in zip(articles, data(folder, 0), strict=True):
        types, outcomes = set(), set()
        for _, _, figures, attributions in sentences:
            types |= {figure[1] for figure in figures} | {row[0] for row in attributions}
            outcomes |= {figure[0] for figure in figures}
        assert article[7] == sorted(types)
        assert article[8] == sorted(outcomes - {-1})


def test_the_list_is_in_the_order_of_days_and_its_sentences_in_that_of_the_text(folder):
    texts = [article[3] for article in data(folder, "list")["articles"]]
    days = [pd.to_datetime(text, format="%d %b %Y") for text in texts if text]
    assert days == sorted(days)
    assert not any(texts[len(days) :])  # those without a day are last
    for sentences in data(folder, 0):
        numbers = [sentence[0] for sentence in sentences]
        assert numbers == sorted(set(numbers))


@pytest.mark.parametrize(("size", "expected"), [(2, ["ab", "cd", "e"]), (5, ["abcde"])])
def test_chunks(size, expected):
    assert list(evidence._chunks("abcde", size)) == expected


def test_data_files_hold_so_many_articles(folder, tmp_path, monkeypatch):
    monkeypatch.setattr(evidence, "ARTICLES_PER_LIST_FILE", 10)
    monkeypatch.setattr(evidence, "ARTICLES_PER_TEXT_FILE", 30)
    run_tables = evidence_tables(folder)
    evidence.write_evidence(tmp_path, run_tables, SITE)
    assert [len(data(tmp_path, number)) for number in range(4)] == [10, 10, 10, 1]
    assert [len(data(tmp_path, name)) for name in ("a0", "a1")] == [30, 1]
    assert data(tmp_path, "list")["articles_per_file"] == 10
    parse_page(article_paths(tmp_path)[-1])


@pytest.mark.parametrize(
    ("low", "high", "qualifier", "text", "expected"),
    [
        (29.0, 29.0, "exact", "29", "29"),
        (29.0, None, "at_least", "29", "at least 29"),
        (29.0, None, "more_than", "29", "more than 29"),
        (None, 1040.0, "at_most", "1,040", "up to 1,040"),
        (None, 5.0, "less_than", "five", "fewer than 5"),
        (20.0, 30.0, "range", "20-30", "20 to 30"),
        (20.0, 30.0, "approx", "20-30", "20 to 30"),
        (29.0, 29.0, "approx", "29", "about 29"),
        (None, None, "vague", "dozens", "dozens"),
        (2.5, 2.5, "exact", "2.5", "2.5"),
        (0.0, 0.0, "exact", "no", "0"),
        (1040.5, None, "at_least", "1,040.5", "at least 1,040.5"),
    ],
)
def test_an_interval_in_words(low, high, qualifier, text, expected):
    figure = {"mention": "numeral", "low": low, "high": high, "qualifier": qualifier, "text": text}
    figure |= {"unit": "people", "unit_text": None, "currency": None, "change": None}
    assert evidence._amount(figure) == expected


@pytest.mark.parametrize(
    ("columns", "expected"),
    [
        ({"unit": "people", "counted": "sailors"}, "29 sailors"),
        ({"unit": "people"}, "29 people"),
        ({"unit": "people", "low": None, "high": None, "text": "Thousands"}, "Thousands of people"),
        ({"unit": "people", "low": None, "high": None, "text": "several"}, "several people"),
        ({"unit": "money", "unit_text": "euros", "counted": "damage"}, "29 euros (damage)"),
        ({"unit": "money", "unit_text": "euros"}, "29 euros"),
        ({"unit": "measure", "unit_text": "cm", "low": 5.8, "high": 5.8, "text": "5.8"}, "5.8 cm"),
        ({"mention": "named", "text": "Mr Roth", "low": 1}, "names 1 (Mr Roth)"),
    ],
)
def test_a_figure_has_its_unit_and_what_it_counts(columns, expected):
    figure = {"mention": "numeral", "low": 29, "high": 29, "text": "29", "counted": None}
    figure |= {"unit": "people", "unit_text": None, "currency": None, "change": None, **columns}
    figure["qualifier"] = "exact" if figure["low"] else "vague"
    words = f"{evidence._amount(figure)} {evidence._subject(figure)}".strip()
    assert words == expected


@pytest.mark.parametrize(
    ("source", "attribution_id", "expected"),
    [
        ("police", "a-a0", "state_official"),
        ("police", None, "other"),
        ("police", "a-a9", "other"),
        (None, "a-a0", "own_voice"),
        (None, None, "own_voice"),
    ],
)
def test_the_source_type_of_a_figure(source, attribution_id, expected):
    figure = {
        "figure_id": "a-f0",
        "start": 0,
        "low": 1,
        "high": 1,
        "mention": "numeral",
        "qualifier": "exact",
        "outcome": "killed",
        "text": "1",
        "unit": "people",
        "unit_text": None,
        "currency": None,
        "change": None,
        "counted": None,
        "source": source,
        "attribution_id": attribution_id,
    }
    attributions = [{"attribution_id": "a-a0", "source_type": "state_official"}]
    (shown,) = evidence._figures([figure], attributions)
    assert shown["source_type"] == expected


def test_attributions_are_in_the_order_of_their_first_span():
    rows = [
        {"attribution_id": "late", "sentence_id": 1},
        {"attribution_id": "early", "sentence_id": 1},
        {"attribution_id": "first", "sentence_id": 0},
    ]
    starts = [("late", 40), ("early", 50), ("early", 30), ("first", 60)]
    spans = [{"attribution_id": name, "start": start} for name, start in starts]
    ordered = evidence._attributions(rows, spans)
    assert [row["attribution_id"] for row in ordered] == ["first", "early", "late"]


def test_a_cue_in_no_attribution_keeps_its_tooltip_and_others_do_not():
    row = {"article_id": "a", "text": "Police said so. Nobody knew."}
    cues = [("a-a0", 7, 11), (None, 23, 27)]
    marked = spans_of(
        attribution_spans=tables.make(
            [
                {
                    "article_id": "a",
                    "attribution_id": attribution_id,
                    "role": "cue",
                    "start": start,
                    "end": end,
                }
                for attribution_id, start, end in cues
            ],
            tables.ATTRIBUTION_SPANS,
        )
    )
    marks = lxml.html.fromstring(str(evidence._text(row, marked, None))).iter("mark")
    assert [(mark.text, mark.get("title")) for mark in marks] == [
        ("said", None),
        ("knew", "cue: in no attribution"),
    ]
