"""What a notebook saves: a chart, its table and its finding, read back as they were written."""

import csv

import pandas as pd
import pytest
from PIL import Image

from analysis.chart.layout import finish, panels
from analysis.core import owned_files
from analysis.core.finding import Finding
from analysis.notebook_runs import outputs
from analysis.report import html as report_html

TABLE = pd.DataFrame({"outlet": ["Gazette", "=Herald"], "n": [1, 2]})


@pytest.fixture
def chart():
    figure, axes = panels([1.0])
    axes[0, 0].bar([0, 1], [1, 2])
    return finish(figure, "Two outlets", "", "Bars of two outlets.")


def test_a_chart_is_saved_with_its_table_and_finding(tmp_path, chart):
    written = outputs.save_outputs(
        tmp_path, "bars", figure=chart, table=TABLE, finding="Two outlets wrote."
    )
    assert sorted(written) == ["csv", "json", "pdf", "png", "svg"]
    (saved,) = outputs.saved_outputs(tmp_path)
    assert (saved["name"], saved["finding"], saved["rows"]) == ("bars", "Two outlets wrote.", 2)
    assert saved["alt"] == chart.alt
    assert {ending: path.name for ending, path in saved["files"].items()} == {
        e: f"bars.{e}" for e in ("png", "svg", "pdf", "csv")
    }


def test_nothing_is_saved_without_a_folder(chart):
    assert outputs.save_outputs("", "bars", figure=chart, table=TABLE) == {}


def test_a_picture_has_few_colours_its_words_and_the_same_bytes_twice(tmp_path, chart):
    path = outputs.save_outputs(tmp_path, "bars", figure=chart, table=TABLE)["png"]
    first = path.read_bytes()
    outputs.save_outputs(tmp_path, "bars", figure=chart, table=TABLE)
    assert path.read_bytes() == first
    with Image.open(path) as image:
        assert image.mode == "P"
        assert image.text["Description"] == chart.alt
        assert image.size == tuple(int(inches * 130) for inches in chart.get_size_inches())


def test_a_large_table_is_saved_in_a_zip_that_pandas_and_the_report_read(tmp_path, monkeypatch):
    monkeypatch.setattr(outputs, "ZIP_FROM", 10)
    packed = outputs.save_outputs(tmp_path, "outlets", table=TABLE)["csv"]
    assert packed.name == "outlets.csv.zip"
    assert owned_files.files_in(tmp_path) == ["outlets.csv.zip", "outlets.json"]
    assert pd.read_csv(packed)["outlet"].tolist() == ["Gazette", "'=Herald"]
    assert report_html.read_table(packed, {}) == (
        ["outlet", "n"],
        [["Gazette", "1"], ["=Herald", "2"]],
        2,
    )
    before = packed.read_bytes()
    outputs.save_outputs(tmp_path, "outlets", table=TABLE)
    assert packed.read_bytes() == before


def test_a_table_that_has_shrunk_leaves_no_older_zip(tmp_path, monkeypatch):
    monkeypatch.setattr(outputs, "ZIP_FROM", 10)
    outputs.save_outputs(tmp_path, "outlets", table=TABLE)
    monkeypatch.setattr(outputs, "ZIP_FROM", 1000)
    path = outputs.save_outputs(tmp_path, "outlets", table=TABLE.head(1))["csv"]
    assert outputs.saved_outputs(tmp_path)[0]["files"] == {"csv": path}
    with path.open(encoding="utf-8-sig", newline="") as file:
        assert len(list(csv.reader(file))) == 2


def test_a_finding_alone_can_be_saved(tmp_path):
    written = outputs.save_outputs(tmp_path / "new", "said", finding="Nothing differs.")
    assert list(written) == ["json"]
    (saved,) = outputs.saved_outputs(tmp_path / "new")
    expected = {"name": "said", "finding": "Nothing differs.", "alt": "", "rows": None, "files": {}}
    assert saved == {**expected, "claim": None}


def test_what_a_finding_rests_on_and_its_tests_are_saved(tmp_path):
    found = Finding("A has more.", "difference", outlets=("A",), value=0.5, tested=True)
    outputs.save_outputs(tmp_path, "said", table=TABLE, tests=TABLE, finding=found)
    (saved,) = outputs.saved_outputs(tmp_path)
    assert saved["finding"] == "A has more."
    assert saved["claim"]["outlets"] == ["A"]
    assert saved["claim"]["tested"] is True
    assert (tmp_path / "said_tests.csv").read_bytes() == (tmp_path / "said.csv").read_bytes()


def test_outputs_are_read_back_by_name(tmp_path):
    for name in ("b", "a"):
        outputs.save_outputs(tmp_path, name, table=TABLE)
    assert [saved["name"] for saved in outputs.saved_outputs(tmp_path)] == ["a", "b"]
    assert outputs.saved_outputs(tmp_path / "missing") == []


@pytest.mark.parametrize(("limit", "name"), [(-1, "t.csv"), (0, "t.csv"), (1, "t.csv.zip")])
def test_a_table_is_zipped_from_one_byte_more_than_the_limit(limit, name, tmp_path, monkeypatch):
    size = outputs.save_outputs(tmp_path, "t", table=TABLE)["csv"].stat().st_size
    monkeypatch.setattr(outputs, "ZIP_FROM", size - limit)
    assert outputs.save_outputs(tmp_path, "t", table=TABLE)["csv"].name == name


def test_tables_show_dollars_as_text():
    with pd.option_context("display.html.use_mathjax", True):
        outputs.tables_as_text()
        assert "tex2jax_ignore" in pd.DataFrame({"a": ["$5 to $9"]}).to_html()
