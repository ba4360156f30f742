"""A corpus that is taken piece by piece gives the tables of one that is held whole, also after a kill, and other tools read them."""

import json

import pandas as pd
import pyarrow.dataset
import pytest
from labelled_reader import neutral_sentiment, read

from analysis.annotate import tagger_model
from analysis.commands import report
from analysis.core import paths, tables
from analysis.core.errors import InputError, RunError
from analysis.core.selection import Selection
from analysis.evaluate import outlet_profile
from analysis.measure.target_sentiment import score as mentions
from analysis.run import pipeline, streaming, table_store

LINES = paths.SAMPLE / "articles.jsonl"


@pytest.fixture(autouse=True)
def _labelled_reader(monkeypatch, tmp_path):
    monkeypatch.setattr(tagger_model, "label_articles", read)
    monkeypatch.setattr(mentions, "target_sentiment", neutral_sentiment)
    monkeypatch.setattr(streaming, "PARTS", 2)
    monkeypatch.setattr(paths, "REPORTS", tmp_path / "reports")


@pytest.fixture(scope="module")
def whole():
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(tagger_model, "label_articles", read)
        patch.setattr(mentions, "target_sentiment", neutral_sentiment)
        return pipeline.run(LINES, keep=False)


def same(run, whole):
    for name in pipeline.TABLES:
        pd.testing.assert_frame_equal(getattr(run, name), getattr(whole, name))


def test_pieces_hold_the_tables_of_the_whole(whole, tmp_path):
    run = streaming.run(LINES, tmp_path / "out", size=4)
    same(run, whole)
    same(pipeline.open_tables(tmp_path / "out"), whole)
    assert [p.name for p in table_store.shard_paths(tmp_path / "out", "figures")] == [
        f"part-0000{i}.parquet" for i in range(4)
    ]
    assert {
        k: v for k, v in run.manifest["rows"].items() if k in whole.manifest["rows"]
    } == whole.manifest["rows"]
    assert not (tmp_path / "out" / ".staged").exists()
    assert not list((tmp_path / "reports" / ".parts").glob("*"))


def test_pieces_are_datasets_for_other_tools(whole, tmp_path):
    streaming.run(LINES, tmp_path / "out", size=4)
    by_arrow = pyarrow.dataset.dataset(tmp_path / "out" / "figures").to_table()
    assert by_arrow.num_rows == len(whole.figures)
    assert by_arrow.column_names == list(tables.FIGURES.columns)
    pd.testing.assert_frame_equal(pd.read_parquet(tmp_path / "out" / "tone"), whole.tone)


def test_piece_by_piece_the_measures_add_up(whole, tmp_path):
    streaming.run(LINES, tmp_path / "out", size=4)
    parts = pd.concat(
        [outlet_profile.values(run) for run in pipeline.iterate_shards(tmp_path / "out")]
    )
    by = ["metric", "article_id"]
    pd.testing.assert_frame_equal(
        parts.sort_values(by, ignore_index=True),
        outlet_profile.values(whole).sort_values(by, ignore_index=True),
    )
    whole.save(tmp_path / "single")
    assert len(list(pipeline.iterate_shards(tmp_path / "single"))) == 1


def test_a_run_that_is_killed_goes_on_with_the_part_it_was_at(whole, monkeypatch, tmp_path):
    calls = []

    def dies(articles, threads=2, model=None):
        calls.append(len(articles))
        if len(calls) == 6:
            raise KeyboardInterrupt
        return read(articles)

    monkeypatch.setattr(tagger_model, "label_articles", dies)
    with pytest.raises(KeyboardInterrupt):
        streaming.run(LINES, tmp_path / "out", size=4)
    assert not (tmp_path / "out" / "manifest.json").exists()
    run = streaming.run(LINES, tmp_path / "out", size=4)
    assert calls == [4, 4, 4, 4, 4, 4, 4, 4, 2]
    assert run.manifest["articles_kept_from_earlier_runs"] == 20
    same(run, whole)
    streaming.run(LINES, tmp_path / "out", size=4)
    assert len(calls) == 9


def test_pieces_of_a_longer_run_are_not_taken_for_this_one(tmp_path, whole):
    streaming.run("embedded", tmp_path / "out", size=2)
    run = streaming.run(LINES, tmp_path / "out", size=4)
    same(run, whole)


def test_tables_of_one_file_make_room_for_pieces_and_back(tmp_path, whole):
    folder = tmp_path / "out"
    whole.save(folder)
    report.make_tables(LINES, folder, stream=True)
    assert (folder / "figures").is_dir()
    assert not (folder / "figures.parquet").exists()
    same(pipeline.open_tables(folder), whole)
    report.make_tables(LINES, folder)
    assert not (folder / "figures").exists()
    same(pipeline.open_tables(folder), whole)


def test_a_selection_of_pieces_can_be_saved_elsewhere(tmp_path):
    streaming.run(LINES, tmp_path / "out", size=4)
    part = pipeline.run(tmp_path / "out", selection=Selection(outlets=["Meridian Wire"]))
    back = pipeline.open_tables(part.save(tmp_path / "other"))
    assert set(back.articles["outlet"]) == {"Meridian Wire"}
    every = pipeline.open_tables(pipeline.run(tmp_path / "out").save(tmp_path / "copy"))
    assert len(every.articles) == 30


def test_an_article_that_cannot_be_read_is_tried_again(whole, monkeypatch, tmp_path):
    def fussy(articles, threads=2, model=None):
        if "sample-flood-02" in set(articles["article_id"]):
            raise ValueError("cannot read this one")
        return read(articles)

    monkeypatch.setattr(tagger_model, "label_articles", fussy)
    run = streaming.run(LINES, tmp_path / "out", size=4)
    assert run.problems.query("stage == 'extract'")["article_id"].tolist() == ["sample-flood-02"]
    monkeypatch.setattr(tagger_model, "label_articles", read)
    same(streaming.run(LINES, tmp_path / "out", size=4), whole)


def test_a_run_in_which_every_article_fails_is_no_result(monkeypatch, tmp_path):
    def broken(articles, threads=2, model=None):
        raise ValueError("nothing works")

    monkeypatch.setattr(tagger_model, "label_articles", broken)
    with pytest.raises(RunError, match="None of 30 articles could be read.*nothing works"):
        streaming.run(LINES, tmp_path / "out", size=4)


def test_a_lacking_folder_is_named(tmp_path):
    streaming.run(LINES, tmp_path / "out", size=4)
    for path in (tmp_path / "out" / "figures").iterdir():
        path.unlink()
    (tmp_path / "out" / "figures").rmdir()
    with pytest.raises(InputError, match="lacks figures"):
        pipeline.open_tables(tmp_path / "out")


@pytest.mark.parametrize(
    ("asked", "size", "expected"),
    [(None, 100, False), (None, 10, True), (True, 100, True), (False, 10, False)],
)
def test_large_files_are_streamed_unless_told_otherwise(
    asked, size, expected, monkeypatch, tmp_path
):
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps({"outlet": "A", "text": "b"}))
    monkeypatch.setattr(streaming, "FROM", size)
    assert streaming.should_stream(path, asked) is expected
    assert not streaming.should_stream("embedded")
