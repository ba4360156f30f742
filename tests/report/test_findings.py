"""Findings: one table of all notebooks, and cards that lead to their charts."""

import json
import shutil

import pandas as pd
import pytest
import small_report
from report_pages import parse_page

from analysis.core import tables
from analysis.core.errors import TableError
from analysis.report.findings import (
    SavedFinding,
    read_findings,
    without_repeats,
    write_findings,
)
from analysis.report.write import write_report

CLAIM = {
    "kind": "difference",
    "outlets": ["Wire", "Courier"],
    "value": 0.31,
    "low": 0.2,
    "high": 0.4,
    "tested": True,
    "p_adjusted": 0.012,
    "n_articles": 12,
    "n_events": 1,
}


def finding(notebook="02_figures", claim=None):
    return SavedFinding(notebook, "shares", "Wire has more.", claim or {}, "", {})


@pytest.fixture
def own_folder(small_run, tmp_path):
    """Return a copy of the small report whose finding has a claim."""
    folder = tmp_path / "run"
    shutil.copytree(small_run[0], folder)
    path = folder / "outputs" / "02_figures" / "figures_by_outlet.json"
    facts = json.loads(path.read_text())
    path.write_text(json.dumps({**facts, "claim": CLAIM}))
    return folder


def test_claims_become_rows_of_one_table(own_folder, small_run):
    write_report(own_folder, small_run[1])
    table = pd.read_parquet(own_folder / "tables" / "findings.parquet")
    tables.check(table, tables.FINDINGS)
    (row,) = table.to_dict("records")
    assert row["finding_id"] == "02_figures/figures_by_outlet"
    assert row["text"] == "Six outlets print 159 figures on five events."
    assert (row["kind"], row["outlets"]) == ("difference", "Wire; Courier")
    assert (row["value"], row["low"], row["high"]) == (0.31, 0.2, 0.4)
    assert (bool(row["tested"]), row["p_adjusted"]) == (True, 0.012)
    assert (row["n_articles"], row["n_events"]) == (12, 1)
    assert row["table"] == "outputs/02_figures/figures_by_outlet.csv"
    assert row["chart"] == "outputs/02_figures/figures_by_outlet.svg"
    for name in ("table", "chart"):
        assert (own_folder / row[name]).is_file()
    saved = pd.read_csv(own_folder / "pages" / "findings.csv")
    assert saved["text"].tolist() == table["text"].tolist()


def test_a_file_without_a_claim_has_empty_cells(folder):
    (row,) = pd.read_parquet(folder / "tables" / "findings.parquet").to_dict("records")
    empty = ("kind", "outlets", "value", "low", "high", "p_adjusted", "n_articles", "n_events")
    assert all(pd.isna(row[name]) for name in empty)
    assert not row["tested"]


def test_the_table_of_findings_is_no_input_of_the_pages(own_folder, small_run):
    write_report(own_folder, small_run[1])
    before = (own_folder / "pages" / "written.json").read_text()
    (own_folder / "tables" / "findings.parquet").write_bytes(b"other")
    write_report(own_folder, small_run[1])
    assert (own_folder / "pages" / "written.json").read_text() == before


def test_a_claim_that_breaks_the_table_is_refused(tmp_path):
    wrong = finding(claim={**CLAIM, "p_adjusted": 1.5})
    with pytest.raises(TableError, match="p_adjusted"):
        write_findings(tmp_path, [wrong], has_tables=False)


def test_without_tables_only_the_csv_file_is_written(tmp_path):
    (tmp_path / "pages").mkdir()
    write_findings(tmp_path, [finding(claim=CLAIM)], has_tables=False)
    assert [path.name for path in tmp_path.rglob("*.*")] == ["findings.csv"]


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        ({}, ""),
        (CLAIM, "tested, adjusted p = 0.012, 12 articles, 1 event"),
        ({**CLAIM, "p_adjusted": 1e-9}, "tested, adjusted p < 0.001, 12 articles, 1 event"),
        ({"kind": "none", "tested": True}, "tested"),
        ({"kind": "contrast", "n_articles": 1500}, "not tested, 1,500 articles"),
        ({"kind": "quantity", "n_articles": 2}, "2 articles"),
    ],
)
def test_certainty_in_words(claim, expected):
    assert finding(claim=claim).certainty == expected


@pytest.mark.parametrize(
    ("notebook", "claim", "corpus", "expected"),
    [
        ("02_figures", {}, "mine", True),
        ("09_accuracy", {}, "mine", False),
        ("09_accuracy", {}, "embedded", True),
        ("09_accuracy", {"kind": "scores"}, "mine", False),
        ("06_travel", {"kind": "claims"}, "mine", False),
        ("06_travel", {"kind": "claims"}, "embedded", True),
        ("09_accuracy", {"kind": "difference"}, "mine", True),
    ],
)
def test_only_findings_about_the_corpus_are_on_its_index(notebook, claim, corpus, expected):
    assert finding(notebook, claim).is_about(corpus) is expected


def test_a_card_can_be_linked_and_leads_to_its_chart(own_folder, small_run):
    page = parse_page(write_report(own_folder, small_run[1]))
    (card,) = page.xpath("//section[@id='finding-02_figures-figures_by_outlet']")
    words = " ".join(card.text_content().split())
    assert "Six outlets print 159 figures on five events." in words
    assert "tested, adjusted p = 0.012, 12 articles, 1 event" in words
    assert "#finding-02_figures-figures_by_outlet" in card.xpath(".//a/@href")


@pytest.mark.parametrize(("has_anchor", "end"), [(True, "#chart-figures_by_outlet"), (False, "")])
def test_a_card_leads_to_the_place_of_its_chart_where_the_page_has_one(
    own_folder, small_run, has_anchor, end
):
    index = write_report(own_folder, small_run[1])
    path = own_folder / "pages" / "02_figures.html"
    text = path.read_text().replace(' id="chart-figures_by_outlet"', "")
    if has_anchor:
        text = text.replace("<figure", '<figure id="chart-figures_by_outlet"', 1)
    path.write_text(text)
    index.unlink()
    card = parse_page(write_report(own_folder, small_run[1])).xpath("//section[@class='finding']")
    assert f"pages/02_figures.html{end}" in card[0].xpath(".//a/@href")


def test_outputs_without_a_sentence_are_no_findings(folder):
    found = read_findings(folder, ["02_figures", "03_voices", "none"])
    assert [(entry.notebook, entry.name) for entry in found] == [
        ("02_figures", "figures_by_outlet")
    ]


def test_a_batch_has_neither_findings_nor_stories(small_run, tmp_path):
    folder, outcomes = small_run
    shutil.copytree(folder / "tables", tmp_path / "tables")
    batch = {"table": "t.csv", "notebook": "n", "labels": {}, "columns": [], "rows": []}
    page = parse_page(write_report(tmp_path, outcomes, batch=batch))
    assert page.xpath("//a[contains(@href, 'stories')] | //section[@class='finding']") == []
    assert not (tmp_path / "stories").exists()
    assert small_report.HOSTILE_ID not in page.text_content()


QUANTITY = {"kind": "quantity", "outlets": ["Wire", "Courier"], "low": 4.0, "high": 9.0}


@pytest.mark.parametrize(
    ("claim", "is_repeated"),
    [
        (QUANTITY, True),
        ({**QUANTITY, "kind": "story"}, False),  # more than one quantity may be told
        ({**QUANTITY, "high": 8.0}, False),
        ({**QUANTITY, "outlets": ["Wire"]}, False),
        ({**QUANTITY, "low": None}, False),  # only words
        ({**QUANTITY, "kind": "difference"}, False),
    ],
)
def test_a_card_does_not_tell_the_ends_of_a_quantity_again(claim, is_repeated):
    first = SavedFinding("02_figures", "figures", "Four to nine.", QUANTITY, "", {})
    second = SavedFinding("02_figures", "watched", "Of four and nine.", claim, "", {})
    kept = without_repeats([first, second])
    assert kept == ([first] if is_repeated else [first, second])


def test_a_sentence_is_told_once():
    first = SavedFinding("02_figures", "matrix", "Four to nine.", {}, "", {})
    again = SavedFinding("07_event", "matrix", "Four to nine.", {}, "", {})
    assert without_repeats([first, again]) == [first]
