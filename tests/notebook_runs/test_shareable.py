"""An executed notebook that is shared says nothing of the machine: paths are relative to it."""

import json
import tempfile
from pathlib import Path

import pytest

from analysis.core import paths
from analysis.notebook_runs.shareable import rewrite_notebook, without_places

OUT = Path("/data/someone/reports/mine")
HOME = Path("/home/someone")
TEMPORARY = tempfile.gettempdir()


@pytest.fixture(autouse=True)
def _home(monkeypatch):
    monkeypatch.setattr(Path, "home", lambda: HOME)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{OUT}/tables", "../tables"),
        (f'corpus = "{OUT}/tables"', 'corpus = "../tables"'),
        (f"{OUT}", ".."),
        (f"File {paths.ROOT}/analysis/cli.py:3", "File ./analysis/cli.py:3"),
        (f"\x1b[32m{paths.ROOT}/analysis\x1b[39m", "\x1b[32m./analysis\x1b[39m"),
        ("/home/someone/a.csv", "~/a.csv"),
        ("/home/someone/a:/home/someone/b", "~/a:~/b"),
        ("file:///home/someone/a.csv", "file://~/a.csv"),
        ("\x1b[38;5;28m/home/someone/a.py", "\x1b[38;5;28m~/a.py"),
        (f"{TEMPORARY}/ipykernel_12/345.py", "345.py"),
        ("/elsewhere/someone/coder1.xlsx", "coder1.xlsx"),
        (f"{OUT}-2/tables", f"{OUT}-2/tables"),
        ("/home/someone2/a.csv", "/home/someone2/a.csv"),
        ("https://example.org/home/someone/a", "https://example.org/home/someone/a"),
        ("aGVsbG8/home/someone/d29y", "aGVsbG8/home/someone/d29y"),
        ("SANA said that 12 were killed.", "SANA said that 12 were killed."),
    ],
)
def test_places_of_the_machine_are_taken_out(text, expected):
    files = ["/elsewhere/someone/coder1.xlsx"]
    assert without_places(text, OUT, "..", files) == expected


def test_a_home_folder_that_is_the_root_is_left_out(monkeypatch):
    monkeypatch.setattr(Path, "home", lambda: Path("/"))
    assert without_places("a / b", OUT) == "a / b"


def test_every_text_of_a_notebook_is_changed_but_no_picture(tmp_path):
    path = tmp_path / "notebooks" / "a.ipynb"
    path.parent.mkdir()
    outputs = [{"data": {"image/png": f"{tmp_path}", "text/plain": [f"{tmp_path}/b"]}}]
    cell = {"source": [f"x = {tmp_path}/tables"], "outputs": outputs}
    path.write_text(json.dumps({"cells": [cell], "metadata": {"path": f"{tmp_path}/a", "n": 3}}))
    rewrite_notebook(path, tmp_path)
    found = json.loads(path.read_text())
    assert found["metadata"] == {"n": 3, "path": "../a"}
    assert found["cells"][0]["source"] == ["x = ../tables"]
    data = found["cells"][0]["outputs"][0]["data"]
    assert data == {"image/png": f"{tmp_path}", "text/plain": ["../b"]}


def test_a_notebook_that_is_missing_is_no_error(tmp_path):
    rewrite_notebook(tmp_path / "notebooks" / "a.ipynb", tmp_path)
    assert list(tmp_path.iterdir()) == []
