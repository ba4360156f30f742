"""Paths lead to the folders of the repository, and one variable names the external corpora."""

from pathlib import Path

import pytest

from analysis.core import paths


@pytest.mark.parametrize(
    "folder",
    [
        paths.CODE,
        paths.CLAIMS,
        paths.LEXICONS,
        paths.NEURAL_MODEL,
        paths.POS_TAGGER,
        paths.SAMPLE,
        paths.SEEDS,
        paths.NOTEBOOKS,
        paths.TEMPLATES,
    ],
    ids=lambda folder: folder.name,
)
def test_folders_exist_in_the_repository(folder):
    assert folder.is_dir()
    assert folder.is_relative_to(paths.ROOT)


@pytest.mark.parametrize(
    ("value", "expected"),
    [(None, None), ("", None), ("/corpora", Path("/corpora")), ("~/c", Path.home() / "c")],
)
def test_corpora_is_the_folder_that_the_environment_names(monkeypatch, value, expected):
    monkeypatch.delenv("PARALLAX_CORPORA", raising=False)
    if value is not None:
        monkeypatch.setenv("PARALLAX_CORPORA", value)
    assert paths.corpora() == expected
