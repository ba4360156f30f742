"""The manifest: counts, seconds and throughput add up, and progress is said where it should be."""

import json
import logging
from types import SimpleNamespace

import pytest

from analysis.run import manifest
from analysis.run.manifest import ManifestBuilder
from analysis.run.process_batch import BatchResult

LOADED = SimpleNamespace(
    name="t",
    inputs=[("a.csv", "12ab")],
    guesses={"text": "body"},
    counts={"rows_in": 3},
    outlets={"renamed": [], "near_equal": [], "known": []},
)


@pytest.fixture
def builder(articles):
    builder = ManifestBuilder({"source": "a.csv"})
    results = [
        BatchResult({}, {"annotate": 1.0}, 2.5, 30, "w1", 100),
        BatchResult({}, {"annotate": 0.5, "extract": 2.0}, 1.25, 20, "w2", None),
        BatchResult({}),  # of an earlier run
    ]
    with builder.track(40, "tables") as report_progress:
        for number, result in enumerate(results):
            report_progress(articles.iloc[10 * number : 10 * number + 10], result)
    return builder


def test_what_was_processed_and_what_was_reused_add_up(builder):
    assert (builder.n_seen, builder.n_reused) == (30, 10)
    builder.add_reused(10)
    assert (builder.n_seen, builder.n_reused) == (40, 20)
    throughput = {name: builder.throughput[name] for name in ("articles", "words", "tokens")}
    assert throughput == {"articles": 20, "words": 40, "tokens": 50}
    assert builder.throughput["core_seconds"] == 3.75
    assert builder.memory_mb == {"w1": 100, "w2": None}


def test_the_manifest_says_it(builder):
    with builder.stage("load") as counts:
        counts.update(articles=3)
    built = builder.build(LOADED, {"figures": 7})
    assert built["corpus"] == "t"
    assert built["parameters"] == {"source": "a.csv"}
    assert built["inputs"] == [{"name": "a.csv", "sha256": "12ab"}]
    assert built["guesses"] == {"text": "body"}
    assert built["outlets"] == LOADED.outlets
    assert built["counts"] == {"load": {"articles": 3}}
    assert built["rows"] == {"figures": 7}
    assert built["articles_kept_from_earlier_runs"] == 10
    assert built["seconds_by_stage"] == {"annotate": 1.5, "extract": 2.0, "load": 0.0}
    assert built["versions"]["pandas"]
    assert json.loads(json.dumps(built)) == built


@pytest.mark.parametrize(("progress", "n_lines"), [(True, 2), (False, 0)])
def test_off_a_terminal_progress_is_one_line_for_each_stage(
    progress, n_lines, articles, caplog, monkeypatch
):
    monkeypatch.setattr("sys.stderr.isatty", lambda: False, raising=False)
    builder = ManifestBuilder({}, progress)
    with caplog.at_level(logging.INFO, "analysis"):
        with builder.stage("load") as counts:
            counts.update(articles=1200)
        with builder.track(40, "tables") as report_progress:
            report_progress(articles, BatchResult({}))
    lines = [record.getMessage() for record in caplog.records]
    assert len(lines) == n_lines
    if progress:
        assert lines[0] == "load: 1,200 articles"
        assert lines[1].startswith("tables: 40 articles, 40 of them reused from an earlier run; 0")


def test_versions_name_what_is_missing(monkeypatch):
    monkeypatch.setattr(manifest, "PACKAGES", ("pandas", "no-such-package"))
    found = manifest.versions()
    assert found["no-such-package"] == "not installed"
    assert list(found)[:3] == ["parallax", "python", "system"]


def test_a_folder_with_a_manifest_is_one_of_tables(tmp_path):
    assert not manifest.is_table_folder(tmp_path)
    assert not manifest.is_table_folder("embedded")
    manifest.write_manifest({"corpus": "t"}, tmp_path)
    assert manifest.is_table_folder(str(tmp_path))
    assert json.loads((tmp_path / "manifest.json").read_text()) == {"corpus": "t"}


def test_peak_memory_is_in_megabytes():
    assert 10 < manifest.peak_memory() < 100_000


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("fa-kes", "fa-kes"),
        ("/home/someone/articles.csv", "articles.csv"),
        ("~/folder/", "folder"),
        ("../someone/tables", "tables"),
    ],
)
def test_a_source_is_named_without_its_place(source, name):
    assert manifest.name_of_source(source) == name


def test_the_current_folder_is_named_by_its_own_name(tmp_path, monkeypatch):
    (tmp_path / "articles").mkdir()
    monkeypatch.chdir(tmp_path / "articles")
    assert manifest.name_of_source(".") == "articles"
