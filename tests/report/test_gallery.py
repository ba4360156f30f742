"""The gallery shows charts of a finished report, each with its question."""

import json

import pytest

from analysis.core.errors import MissingResourceError
from analysis.report.gallery import SHOWN, write_gallery


def report(folder, without=()):
    for notebook, name in SHOWN:
        outputs = folder / "outputs" / notebook
        outputs.mkdir(parents=True, exist_ok=True)
        facts = {"finding": "", "claim": None, "alt": f"What [{name}]\nshows.", "rows": 1}
        (outputs / f"{name}.json").write_text(json.dumps(facts))
        if name not in without:
            (outputs / f"{name}.png").write_bytes(name.encode())
    return folder


def test_every_chart_has_its_question_and_words(tmp_path):
    page = write_gallery(report(tmp_path / "report"), tmp_path / "docs")
    text = page.read_text()
    assert text.count("## ") == len(SHOWN)
    assert "![What (travel) shows.](gallery/06_travel-travel.png)" in text
    assert "## How does a statement's number travel?" in text
    assert (tmp_path / "docs" / "travel.png").read_bytes() == b"travel"


def test_pictures_of_an_earlier_gallery_go(tmp_path):
    old = tmp_path / "docs" / "gallery" / "old.png"
    old.parent.mkdir(parents=True)
    old.touch()
    write_gallery(report(tmp_path / "report"), tmp_path / "docs")
    assert not old.exists()
    assert len(list(old.parent.iterdir())) == len(SHOWN)


def test_a_chart_that_is_missing_is_named(tmp_path):
    with pytest.raises(MissingResourceError, match="no chart 'tone' of 05_tone.*make report"):
        write_gallery(report(tmp_path / "report", without=["tone"]), tmp_path / "docs")
