"""Folders of exports: in batches, as a stream on disk, and in bounded memory."""

from dataclasses import replace

import pandas as pd
import pytest

from analysis import load
from analysis.load import articles as front_door
from analysis.load.documents import holds_documents
from analysis.load.staging import stage
from tests.load.providers.exports import ARTICLES, factiva_html, nexis_docx, proquest_text


@pytest.fixture
def folder(tmp_path):
    """Return a folder with exports of several providers, a text, and a file that is cut off."""
    path = tmp_path / "exports"
    (path / "Wire").mkdir(parents=True)
    (path / "a.docx").write_bytes(nexis_docx())
    (path / "b.html").write_bytes(factiva_html()[:-2000])
    (path / "Wire" / "c.txt").write_bytes(proquest_text())
    (path / "d.html").write_bytes(factiva_html())
    (path / "Wire" / "e.txt").write_text("Twelve people died when the bridge fell, police said.")
    return path


def test_a_folder_is_read_file_by_file(folder, monkeypatch):
    monkeypatch.setattr(front_door, "BATCH", 2)
    _, batches = front_door.open_batches(folder, None)
    sizes = [len(batch.source.records) for batch in batches]
    assert sizes == [3, 4, 4]  # a file is not divided; two batches begin with another file


def test_batches_and_staging_give_the_same_articles(folder, tmp_path, monkeypatch):
    whole = load.read(folder)
    monkeypatch.setattr(front_door, "BATCH", 2)
    batched = load.read(folder)
    staged = stage(folder, tmp_path / "staged")
    pd.testing.assert_frame_equal(batched.articles, whole.articles)
    pd.testing.assert_frame_equal(batched.problems, whole.problems)
    on_disk = pd.concat(list(staged.batches(100)), ignore_index=True)
    columns = ["article_id", "outlet", "published", "title", "text", "provider"]
    pd.testing.assert_frame_equal(on_disk[columns], whole.articles[columns])
    assert staged.counts == whole.counts
    assert staged.inputs == whole.inputs


def test_what_a_folder_gives(folder):
    loaded = load.read(folder)
    assert loaded.counts == {"rows_in": 11, "rows_out": 10, "dropped": 1, "filtered": 0}
    providers = loaded.articles["provider"].value_counts().to_dict()
    assert providers == {"nexis_docx": 3, "proquest_text": 3, "factiva_html": 3, "txt": 1}
    assert loaded.articles["article_id"].is_unique
    [fault] = loaded.problems.loc[~loaded.problems["kept"], "reason"]
    assert fault.startswith("b.html: b.html, an export of Factiva (HTML), ")
    text = loaded.articles.set_index("provider").loc["txt"]
    assert text["outlet"] == "Wire"


@pytest.mark.parametrize(
    ("name", "expected"), [("a.docx", True), ("a.mbox", True), ("a.parquet", False)]
)
def test_folders_that_hold_documents(tmp_path, name, expected):
    (tmp_path / name).write_text("x")
    assert holds_documents(tmp_path) is expected
    assert not holds_documents(tmp_path / name)


def test_an_article_without_full_text_is_dropped_and_told(tmp_path):
    path = tmp_path / "x.txt"
    articles = (replace(ARTICLES[0], paragraphs=("Not available.",)), *ARTICLES[1:])
    path.write_bytes(proquest_text(articles))
    loaded = load.read(path)
    assert loaded.counts["dropped"] == 1
    assert "x.txt, document 1: has no text" in loaded.problems["reason"].tolist()
