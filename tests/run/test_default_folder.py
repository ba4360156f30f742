"""The folder of a command that is given none."""

import json
from pathlib import Path

import pytest

from analysis.core.errors import ParameterError
from analysis.core.selection import Selection
from analysis.run.default_folder import default_folder, folder_named_after, place_of


@pytest.fixture(autouse=True)
def _mine(tmp_path, monkeypatch):
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "articles.csv").touch()
    monkeypatch.chdir(tmp_path / "mine")


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("embedded", "embedded"),
        ("some/where/articles 2018.csv", "articles-2018"),
        ("x/y/..", "x"),
        ("/", "corpus"),
        ("..hidden..csv", "hidden"),
    ],
)
def test_it_is_named_after_the_source_in_the_current_folder(source, name):
    assert folder_named_after(source) == Path.cwd() / "reports" / name


def made(source="articles.csv", selection=None):
    """Leave the manifest of tables that were made from some articles."""
    tables = Path("reports/articles/tables")
    tables.mkdir(parents=True)
    asked = (selection or Selection()).as_dict()
    manifest = {
        "parameters": {"source": Path(source).name, **asked},
        "place": place_of(source, tables),
    }
    (tables / "manifest.json").write_text(json.dumps(manifest, default=str))


ALL = Selection()
SOME = Selection(outlets=("Wire", "Post"), since="2024-03-01")


@pytest.mark.parametrize(
    ("before", "source", "selection", "told"),
    [
        (ALL, "articles.csv", ALL, ""),
        (SOME, "articles.csv", SOME, ""),
        (ALL, "../mine/articles.csv", ALL, ""),
        (ALL, "articles.csv", Selection(seed=3), ""),
        (ALL, "../articles.csv", ALL, "another articles.csv, in another folder"),
        (ALL, "articles.xlsx", ALL, "another corpus, articles.csv"),
        (ALL, "articles.csv", SOME, r"another selection of articles.csv \(outlets: all\)"),
        (SOME, "articles.csv", ALL, r"another selection of articles.csv \(outlets: Wire, Post\)"),
    ],
)
def test_results_of_another_corpus_or_selection_are_not_replaced(before, source, selection, told):
    made(selection=before)
    if not told:
        found = default_folder(source, source, selection)
        assert found == Path.cwd() / "reports" / "articles"
        return
    with pytest.raises(ParameterError, match=f"{told}.*--out .*articles-2 .*or --out"):
        default_folder(source, source, selection)


def test_a_project_that_moves_keeps_its_folder(tmp_path, monkeypatch):
    made()
    monkeypatch.chdir(tmp_path)
    (tmp_path / "mine").rename(tmp_path / "yours")
    monkeypatch.chdir(tmp_path / "yours")
    found = default_folder("articles.csv", "articles.csv", ALL)
    assert found == tmp_path / "yours" / "reports" / "articles"


@pytest.mark.parametrize("text", ["{", "[]", "{}", '{"parameters": {}}'])
def test_a_damaged_manifest_is_no_obstacle(text):
    made()
    Path("reports/articles/tables/manifest.json").write_text(text)
    assert default_folder("articles.csv", "articles.csv", ALL).name == "articles"
