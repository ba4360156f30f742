"""Extracting: options reach the pipeline, current tables are kept, no option is ignored."""

import json
from dataclasses import replace

import pandas as pd
import pytest

from analysis.commands import extract
from analysis.commands.extract import (
    Extraction,
    extract_if_changed,
    validate_folder,
)
from analysis.core import paths, tables
from analysis.core.errors import InputError, ParameterError
from analysis.core.selection import Selection
from analysis.run import cache_keys, pipeline, streaming
from analysis.run.execution import Execution

EXTRACTION = Extraction("a.csv", {"text": "body"}, True, Selection(limit=3), Execution(threads=5))


@pytest.fixture(autouse=True)
def _same_code(monkeypatch):
    monkeypatch.setattr(cache_keys, "code_key", lambda: "same code")


@pytest.fixture
def calls(monkeypatch):
    """Replace the runs by one with empty tables; return the options of each call."""
    made = []
    empty = {name: tables.empty(tables.ALL[name]) for name in pipeline.TABLES}

    def run_in_memory(source, **options):
        made.append({"source": source, **options})
        return pipeline.Run(empty, {"corpus": "t", "made_again": []})

    def run_in_shards(source, folder, **options):
        made.append({"source": source, "folder": folder, **options})
        (folder / "articles").mkdir(parents=True)
        return pipeline.Run(empty, {"corpus": "t"})

    monkeypatch.setattr(pipeline, "run", run_in_memory)
    monkeypatch.setattr(streaming, "run", run_in_shards)
    return made


def test_all_options_reach_the_run(calls, tmp_path):
    extract.extract(EXTRACTION, tmp_path / "out")
    expected = {
        "source": "a.csv",
        "columns": {"text": "body"},
        "as_is": True,
        "selection": Selection(limit=3),
        "execution": Execution(threads=5),
        "outlets_file": None,
        "parties_file": None,
        "corrections": None,
        "only_checked": False,
    }
    assert calls == [expected]
    manifest = json.loads((tmp_path / "out" / "manifest.json").read_text())
    assert manifest["key"] == EXTRACTION.key()
    extract.extract(replace(EXTRACTION, stream=True), tmp_path / "shards")
    assert calls[1] == {**expected, "folder": tmp_path / "shards"}


def test_current_tables_are_kept(calls, tmp_path):
    assert extract_if_changed(EXTRACTION, tmp_path) is not None
    assert extract_if_changed(EXTRACTION, tmp_path) is None
    assert extract_if_changed(EXTRACTION, tmp_path, force=True) is not None
    assert len(calls) == 2


@pytest.mark.parametrize("name", ["figures.parquet", "manifest.json", "hashes.json"])
@pytest.mark.parametrize("content", [None, b"", b"{"])
def test_tables_that_have_changed_are_made_again_and_said_so(
    calls, name, content, tmp_path, caplog
):
    extract.extract(EXTRACTION, tmp_path)
    before = {path.name: path.read_bytes() for path in tmp_path.glob("*.parquet")}
    (tmp_path / name).unlink()
    if content is not None:
        (tmp_path / name).write_bytes(content)
    run = extract_if_changed(EXTRACTION, tmp_path)
    message = f"tables: {name} is missing or changed since an earlier run, and made again"
    assert run.manifest["made_again"] == [message]
    assert message in caplog.text
    assert {path.name: path.read_bytes() for path in tmp_path.glob("*.parquet")} == before
    assert extract_if_changed(EXTRACTION, tmp_path) is None


def test_tables_without_a_manifest_are_not_read_as_articles(calls, tmp_path):
    extract.extract(EXTRACTION, tmp_path / "tables")
    (tmp_path / "tables" / "manifest.json").unlink()
    with pytest.raises(InputError, match="holds tables, but no manifest.json"):
        extract.extract(Extraction(str(tmp_path / "tables")), tmp_path / "out")
    assert len(calls) == 1


@pytest.mark.parametrize(
    ("change", "is_made_again"),
    [
        ({"source": "b.csv"}, True),
        ({"columns": None}, True),
        ({"as_is": False}, True),
        ({"selection": Selection(limit=4)}, True),
        ({"selection": Selection(limit=3, seed=1)}, True),
        ({"selection": Selection(limit=3, query="Raqqa")}, True),
        ({"execution": Execution(processes=2, threads=1, keep=False)}, False),
        ({"execution": Execution(scheduler="tcp://a:1", progress=True)}, False),
        ({"stream": False}, False),
        ({"stream": True}, True),
    ],
)
def test_what_decides_the_tables_makes_them_again(calls, change, is_made_again, tmp_path):
    extract.extract(EXTRACTION, tmp_path)
    run = extract_if_changed(replace(EXTRACTION, **change), tmp_path)
    assert (run is not None) is is_made_again


def test_other_code_makes_them_again(calls, monkeypatch, tmp_path):
    extract.extract(EXTRACTION, tmp_path)
    monkeypatch.setattr(cache_keys, "code_key", lambda: "other code")
    assert extract_if_changed(EXTRACTION, tmp_path) is not None


@pytest.mark.parametrize(
    ("change", "named"),
    [
        ({"columns": {"text": "body"}}, "columns"),
        ({"as_is": True}, "as_is"),
        ({"stream": False}, "stream"),
        ({"execution": Execution(processes=2)}, "processes"),
    ],
)
@pytest.mark.parametrize("command", [extract.extract, extract_if_changed])
def test_options_without_effect_on_a_folder_of_tables_are_refused(
    calls, command, change, named, tmp_path
):
    source = tmp_path / "tables"
    extract.extract(Extraction("a.csv"), source)
    opened = Extraction(str(source))
    extract_if_changed(opened, tmp_path / "out")
    with pytest.raises(ParameterError, match=f"no effect on it: {named}"):
        command(replace(opened, **change), tmp_path / "out")
    assert len(calls) == 2


@pytest.mark.parametrize(
    ("source", "folder", "message"),
    [
        ("in/articles.csv", "in", "is the input in/articles.csv or its folder"),
        ("in/articles.csv", "in/articles.csv", "is a file, not a folder"),
        ("in", "in", "is the input in or its folder"),
        ("in", "in/reports/mine", "is the input in or its folder"),
        ("in", ".", "is the input in or its folder"),
    ],
)
def test_the_input_and_its_folder_are_never_written_to(
    source, folder, message, tmp_path, monkeypatch
):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "articles.csv").write_text("outlet,text\n")
    with pytest.raises(ParameterError, match=f"{message}.*--out reports/mine"):
        validate_folder(source, folder)
    assert [path.name for path in (tmp_path / "in").iterdir()] == ["articles.csv"]


@pytest.mark.parametrize("source", ["in/articles.csv", "in", "embedded", "no/such/file.csv"])
def test_a_relative_folder_is_resolved_where_it_enters(source, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "articles.csv").write_text("outlet,text\n")
    assert validate_folder(source, "reports/mine") == tmp_path / "reports" / "mine"


def test_a_corpus_by_name_is_no_folder_of_that_name(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "embedded").mkdir()
    assert validate_folder("embedded", "embedded") == tmp_path / "embedded"


def test_shards_replace_files_and_files_replace_shards(monkeypatch, tmp_path):
    from labelled_reader import neutral_sentiment, read

    from analysis.annotate import tagger_model
    from analysis.measure.target_sentiment import score

    monkeypatch.setattr(tagger_model, "label_articles", read)
    monkeypatch.setattr(score, "sentiment_in_articles", neutral_sentiment)
    monkeypatch.setattr(paths, "REPORTS", tmp_path / "reports")
    source = Extraction(str(paths.SAMPLE / "articles.jsonl"), selection=Selection(limit=6))
    folder = tmp_path / "tables"
    first = extract.extract(source, folder)
    extract_if_changed(replace(source, stream=True), folder)
    assert (folder / "figures").is_dir()
    assert not (folder / "figures.parquet").exists()
    pd.testing.assert_frame_equal(pipeline.open_tables(folder).figures, first.figures)
    extract_if_changed(replace(source, stream=False), folder)
    assert not (folder / "figures").exists()
    pd.testing.assert_frame_equal(pipeline.open_tables(folder).figures, first.figures)


def test_the_users_outlets_are_part_of_the_key(tmp_path):
    source = tmp_path / "a.csv"
    source.write_text("outlet,text\nA,B\n")
    without = Extraction(str(source)).key()
    beside = tmp_path / "outlets.toml"
    beside.write_text('["a.com"]\nname = "A"\n')
    first = Extraction(str(source)).key()
    beside.write_text('["a.com"]\nname = "B"\n')
    second = Extraction(str(source)).key()
    named = Extraction(str(source), outlets_file=beside).key()
    assert len({without, first, second}) == 3
    assert named == second
