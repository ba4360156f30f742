"""The whole way on the embedded corpus: nothing is lost, offsets hold, a fault in one article stays there, runs resume."""

import pandas as pd
import pytest
from labelled_reader import neutral_sentiment, read

from analysis.annotate import tagger_model
from analysis.core import atomic_write, paths, tables
from analysis.core.errors import InputError, ParameterError, RunError
from analysis.core.selection import Selection
from analysis.measure.target_sentiment import score as mentions
from analysis.run import batches, pipeline, process_batch


@pytest.fixture(scope="module", autouse=True)
def _labelled_reader():
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(tagger_model, "label_articles", read)
        patch.setattr(mentions, "target_sentiment", neutral_sentiment)
        yield


@pytest.fixture(scope="module")
def run(_labelled_reader):
    return pipeline.run("embedded", keep=False)


def test_every_table_is_there_and_keeps_its_definition(run):
    assert set(run.tables) == set(pipeline.TABLES)
    for name, frame in run.tables.items():
        tables.check(frame, tables.ALL[name])


def test_rows_in_are_rows_out_and_problems(run):
    counts = run.manifest["counts"]["load"]
    assert counts["rows_in"] == counts["rows_out"] + counts["dropped"] + counts["filtered"] == 31


def test_every_offset_leads_to_its_words(run):
    texts = run.articles.set_index("article_id")["text"]
    for name in ("figures", "names"):
        frame = getattr(run, name)
        assert [texts[r.article_id][r.start : r.end] for r in frame.itertuples()] == frame[
            "text"
        ].tolist()
    sourced = run.figures.dropna(subset=["source_start"])
    words = [
        texts[r.article_id][int(r.source_start) : int(r.source_end)] for r in sourced.itertuples()
    ]
    assert [w.split() for w in words] == [s.split() for s in sourced["source"]]


def test_every_row_belongs_to_an_article_and_a_sentence(run):
    known = set(zip(run.sentences["article_id"], run.sentences["sentence_id"], strict=True))
    for name in tables.PER_ARTICLE:
        frame = getattr(run, name)
        assert set(frame["article_id"]) <= set(run.articles["article_id"])
        if "sentence_id" in frame:
            assert set(zip(frame["article_id"], frame["sentence_id"], strict=True)) <= known


def test_figures_of_an_attribution_point_at_one(run):
    assert set(run.figures["attribution_id"].dropna()) <= set(run.attributions["attribution_id"])
    assert set(run.figures["part_of"].dropna()) <= set(run.figures["figure_id"])


def test_tables_come_back_from_disk_as_they_went(run, tmp_path):
    back = pipeline.open_tables(run.save(tmp_path))
    for name in pipeline.TABLES:
        pd.testing.assert_frame_equal(getattr(back, name), getattr(run, name))
    assert back.mark == " [constructed sample]"


def test_a_folder_of_tables_is_a_source_that_can_be_filtered(run, tmp_path):
    run.save(tmp_path)
    part = pipeline.run(tmp_path, selection=Selection(outlets=["Meridian Wire"]))
    assert set(part.articles["outlet"]) == {"Meridian Wire"}
    assert set(part.figures["article_id"]) <= set(part.articles["article_id"])
    with pytest.raises(ParameterError, match="did you mean 'Meridian Wire'"):
        pipeline.run(tmp_path, selection=Selection(outlets=["Meridian Wirre"]))


def test_a_folder_that_lacks_a_table_says_which(run, tmp_path):
    (run.save(tmp_path) / "figures.parquet").unlink()
    with pytest.raises(InputError, match="lacks figures"):
        pipeline.run(tmp_path)


def test_an_article_that_cannot_be_read_is_left_out_alone(monkeypatch):
    def fussy(articles, threads=2, model=None):
        if "sample-flood-02" in set(articles["article_id"]):
            raise ValueError("cannot read this one")
        return read(articles)

    monkeypatch.setattr(tagger_model, "label_articles", fussy)
    run = pipeline.run("embedded", keep=False)
    lost = run.problems[run.problems["stage"].eq("extract")]
    assert lost["article_id"].tolist() == ["sample-flood-02"]
    assert "cannot read this one" in lost["reason"].iloc[0]
    assert "sample-flood-02" in set(run.articles["article_id"])
    assert run.sentences["article_id"].nunique() == 30


def test_a_run_in_which_every_article_fails_is_no_result(monkeypatch):
    def broken(articles, threads=2, model=None):
        raise ValueError("nothing works")

    monkeypatch.setattr(tagger_model, "label_articles", broken)
    with pytest.raises(RunError, match="None of 31 articles could be read.*nothing works"):
        pipeline.run("embedded", keep=False)


def test_a_run_that_dies_goes_on_where_it_stopped(monkeypatch, tmp_path):
    monkeypatch.setattr(paths, "REPORTS", tmp_path)
    monkeypatch.setattr(batches, "SIZE", 10)
    calls = []

    def dies_at_the_third(articles, threads=2, model=None):
        calls.append(len(articles))
        if len(calls) == 3:
            raise KeyboardInterrupt
        return read(articles)

    monkeypatch.setattr(tagger_model, "label_articles", dies_at_the_third)
    monkeypatch.setattr(
        batches.process_articles,
        "__kwdefaults__",
        {**batches.process_articles.__kwdefaults__, "size": 10},
    )
    with pytest.raises(KeyboardInterrupt):
        pipeline.run("embedded")
    run = pipeline.run("embedded")
    assert run.manifest["articles_kept_from_earlier_runs"] == 20
    assert calls == [10, 10, 10, 10, 1]
    assert len(run.figures) == len(pipeline.run("embedded", keep=False).figures)


def test_a_full_disk_is_said_and_leaves_no_half_file(monkeypatch, tmp_path):
    def full(self, path, **_):
        path.write_bytes(b"half")
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(pd.DataFrame, "to_parquet", full)
    with pytest.raises(RunError, match=r"No space left on device.*--out"):
        atomic_write.write_parquet(pd.DataFrame({"a": [1]}), tmp_path / "t.parquet")
    assert list(tmp_path.iterdir()) == []


def test_a_users_frame_file_is_scored_beside_the_generic_ones(monkeypatch, tmp_path):
    words = paths.LEXICONS / "frames.toml"
    (tmp_path / "frames.toml").write_bytes(words.read_bytes())
    (tmp_path / "frames_water.toml").write_text(
        '[water]\nnew = true\nabout = "water"\nsource = "test"\nlicence = "CC0-1.0"\ndate = 2026-01-01\nthreshold = 1.0\nwords = ["flood*", "river*"]\n'
    )
    assert process_batch.frame_lexicons() == [words]
    lexicons = [words, tmp_path / "frames_water.toml"]
    monkeypatch.setattr(process_batch, "frame_lexicons", lambda: lexicons)
    run = pipeline.run("embedded", keep=False)
    water = run.frames[run.frames["frame"].eq("water")].set_index("article_id")["score"]
    assert run.frames["frame"].nunique() == 6
    assert (
        water[water.index.str.contains("flood")].mean()
        > water[water.index.str.contains("prison")].mean()
    )


def test_a_users_names_are_looked_for_beside_the_projects(monkeypatch, tmp_path):
    mine = tmp_path / "names_flood.toml"
    mine.write_text(
        '[flood]\nabout = "the high water"\ntopic = "water"\nsource = "test"\nlicence = "CC0-1.0"\ndate = 2026-01-01\n'
        '[flood.choices.plain]\nwords = ["flood(s)"]\n[flood.choices.strong]\nwords = ["deluge"]\n'
    )
    words = paths.LEXICONS / "names.toml"
    assert process_batch.name_lexicons() == [words]
    monkeypatch.setattr(process_batch, "name_lexicons", lambda: [words, mine])
    run = pipeline.run("embedded", keep=False)
    flood = run.names[run.names["referent"].eq("flood")]
    assert set(flood["choice"]) == {"plain"}
    assert flood["article_id"].str.contains("flood").any()
    assert set(run.names["referent"]) > {"flood"}


def test_copies_are_left_out_with_their_rows(run):
    part = run.without_copies()
    assert len(run.articles) - len(part.articles) == run.articles["duplicate_of"].notna().sum() == 1
    assert set(part.sentences["article_id"]) == set(part.articles["article_id"])


def test_one_event_alone(run):
    part = run.only_event("sample-flood")
    assert set(part.articles["event_id"]) == {"sample-flood"}
    with pytest.raises(
        ParameterError, match="No event 'sample-floood'; did you mean 'sample-flood'"
    ):
        run.only_event("sample-floood")
