"""A corpus taken in shards has the tables of one held in memory, also after an interruption."""

import json
import shutil
from functools import partial

import pandas as pd
import pyarrow.dataset
import pytest
from labelled_reader import read

from analysis.annotate import tagger_model
from analysis.core import atomic_write, paths, tables
from analysis.core.errors import InputError, RunError
from analysis.core.selection import Selection
from analysis.evaluate import outlet_profile
from analysis.run import batches, executors, pipeline, quantity_groups, streaming, table_paths
from analysis.run.execution import Execution
from analysis.run.quantity_groups import story_chunks

pytestmark = pytest.mark.usefixtures("labelled_model")


@pytest.fixture(autouse=True)
def _small_shards(monkeypatch, tmp_path):
    monkeypatch.setattr(streaming, "BATCHES_PER_SHARD", 2)
    monkeypatch.setattr(paths, "REPORTS", tmp_path / "reports")


@pytest.fixture(scope="module")
def lines(made_once, shared_folder):
    """Return a file of every second article of the sample, in eight batches: three of a story."""

    def write():
        path = shared_folder / "streamed_lines" / "articles.jsonl"
        path.parent.mkdir()
        rows = (paths.SAMPLE / "articles.jsonl").read_text("utf8").splitlines(keepends=True)
        path.write_text("".join(rows[::2]), "utf8")
        return path

    return made_once("streamed_lines", write)


@pytest.fixture(scope="module")
def whole(labelled_model, made_once, lines):
    """The run on the same articles that is held in memory."""
    execution = Execution(processes=1, keep=False)
    return made_once("run_in_memory", lambda: pipeline.run(lines, execution=execution))


@pytest.fixture
def out(tmp_path):
    return tmp_path / "out"


@pytest.fixture(scope="module")
def streamed_once(labelled_model, made_once, tmp_path_factory, lines):
    """Return a folder of shards, which is not to be changed."""

    def stream():
        folder = tmp_path_factory.mktemp("streamed")
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(streaming, "BATCHES_PER_SHARD", 2)
            patch.setattr(paths, "REPORTS", folder / "reports")
            streaming.run(lines, folder / "out", batch_size=2)
        assert not list((folder / "reports" / ".batches").glob("*"))
        return folder / "out"

    return made_once("run_in_shards", stream)


@pytest.fixture
def streamed(streamed_once, out):
    """Return a folder of shards of this test's own."""
    return shutil.copytree(streamed_once, out)


def assert_same_tables(run, whole):
    for name in pipeline.TABLES:
        pd.testing.assert_frame_equal(getattr(run, name), getattr(whole, name))


def files_of(out, name="figures"):
    return [path.name for path in table_paths.shard_paths(out, name)]


def test_shards_hold_the_tables_of_the_whole(whole, out, tmp_path, lines):
    run = streaming.run(lines, out, batch_size=2)
    assert_same_tables(run, whole)
    assert_same_tables(pipeline.open_tables(out), whole)
    for name in ("articles", *tables.PER_ARTICLE):
        assert files_of(out, name) == [f"shard-0000{number}.parquet" for number in range(4)]
    rows = run.manifest["rows"]
    assert {name: rows[name] for name in whole.manifest["rows"]} == whole.manifest["rows"]
    assert not (out / ".staged").exists()
    assert not list((tmp_path / "reports" / ".batches").glob("*"))


def test_a_run_lists_its_tables_without_reading_them(streamed, lines):
    run = streaming.run(lines, streamed, batch_size=2)
    assert set(pipeline.TABLES) <= set(dir(run))
    assert run.tables._loaded == {}


def test_shards_are_data_sets_for_other_tools(whole, streamed):
    by_arrow = pyarrow.dataset.dataset(streamed / "figures").to_table()
    assert by_arrow.num_rows == len(whole.figures)
    assert by_arrow.column_names == list(tables.FIGURES.columns)
    pd.testing.assert_frame_equal(pd.read_parquet(streamed / "tone"), whole.tone)


def test_shard_by_shard_the_measures_add_up(whole, streamed, tmp_path):
    values = pd.concat(outlet_profile.values(run) for run in pipeline.iterate_shards(streamed))
    by = ["metric", "article_id"]
    pd.testing.assert_frame_equal(
        values.sort_values(by, ignore_index=True),
        outlet_profile.values(whole).sort_values(by, ignore_index=True),
    )
    whole.save(tmp_path / "single")
    (single,) = pipeline.iterate_shards(tmp_path / "single")
    assert_same_tables(single, whole)


def test_each_shard_has_its_own_articles_and_the_events_of_all(whole, streamed):
    shards = list(pipeline.iterate_shards(streamed))
    assert [len(shard.articles) for shard in shards] == [4, 4, 4, 3]
    assert all(len(shard.events) == len(whole.events) for shard in shards)


def test_an_interrupted_run_resumes_with_the_batch_that_it_was_at(whole, monkeypatch, out, lines):
    calls = []

    def interrupted_at_the_sixth(articles, **_options):
        calls.append(len(articles))
        if len(calls) == 6:
            raise KeyboardInterrupt
        return read(articles)

    monkeypatch.setattr(tagger_model, "label_articles", interrupted_at_the_sixth)
    with pytest.raises(KeyboardInterrupt):
        streaming.run(lines, out, batch_size=2)
    assert not (out / "manifest.json").exists()
    run = streaming.run(lines, out, batch_size=2)
    assert calls == [2, 2, 2, 2, 2, 2, 2, 2, 1]
    assert run.manifest["articles_kept_from_earlier_runs"] == 10
    assert_same_tables(run, whole)
    streaming.run(lines, out, batch_size=2)
    assert len(calls) == 9


def test_a_batch_that_is_not_to_be_kept_is_processed_again(monkeypatch, out, tmp_path, lines):
    calls = []

    def interrupted_at_the_second(articles, **_options):
        calls.append(len(articles))
        if len(calls) == 2:
            raise KeyboardInterrupt
        return read(articles)

    monkeypatch.setattr(tagger_model, "label_articles", interrupted_at_the_second)
    execution = Execution(processes=1, keep=False)
    few = tmp_path / lines.name  # the first batches of the other tests, whose stages are remembered
    few.write_text("".join(lines.read_text("utf8").splitlines(keepends=True)[:4]), "utf8")
    with pytest.raises(KeyboardInterrupt):
        streaming.run(few, out, batch_size=2, execution=execution)
    streaming.run(few, out, batch_size=2, execution=execution)
    assert calls == [2, 2, 2, 2]
    assert not (tmp_path / "reports").exists()


class _ChosenError(Exception):
    """Ends a run as soon as its executor is chosen."""


def test_the_execution_chooses_the_executor(monkeypatch, out, lines):
    asked = []

    def note(execution, n_batches, own_parties):
        asked.append((execution, n_batches))
        raise _ChosenError

    monkeypatch.setattr(executors, "choose_executor", note)
    execution = Execution(processes=1, threads=1)
    with pytest.raises(_ChosenError):
        streaming.run(lines, out, batch_size=6, execution=execution)
    assert asked == [(execution, 2.5)]


def test_shards_of_a_longer_run_are_not_mistaken_for_this_one(whole, monkeypatch, out, lines):
    with monkeypatch.context() as patch:
        patch.setattr(streaming, "BATCHES_PER_SHARD", 1)
        streaming.run(lines, out, batch_size=2)
    assert len(files_of(out)) == 8
    atomic_write.write_text("", out / "figures" / "part-00000.parquet")  # as shards were called
    run = streaming.run(lines, out, batch_size=2)
    assert len(files_of(out)) == 4
    assert_same_tables(run, whole)


def test_tables_in_files_make_room_for_shards(whole, out, lines):
    whole.save(out)
    streaming.run(lines, out, batch_size=2)
    assert (out / "figures").is_dir()
    assert not (out / "figures.parquet").exists()
    assert_same_tables(pipeline.open_tables(out), whole)
    whole.save(out)
    assert not (out / "figures").exists()
    assert_same_tables(pipeline.open_tables(out), whole)


def test_a_selection_of_shards_can_be_saved_elsewhere(streamed, tmp_path):
    selected = pipeline.run(streamed, selection=Selection(outlets=("Meridian Wire",)))
    back = pipeline.open_tables(selected.save(tmp_path / "other"))
    assert set(back.articles["outlet"]) == {"Meridian Wire"}
    everything = pipeline.open_tables(pipeline.run(streamed).save(tmp_path / "copy"))
    assert len(everything.articles) == 15


def test_a_query_selects_while_streaming_and_from_the_shards_after(
    whole, out, streamed_once, lines
):
    selection = Selection(query="flood*")
    expected = whole.select(selection).articles["article_id"].tolist()
    streamed = streaming.run(lines, out / "part", selection=selection, batch_size=2)
    assert streamed.articles["article_id"].tolist() == expected
    assert streamed.manifest["counts"]["load"]["filtered"] == len(whole.articles) - len(expected)
    assert streamed.manifest["parameters"]["query"] == "flood*"
    shards = pipeline.run(streamed_once, selection=selection)
    assert shards.articles["article_id"].tolist() == expected


def test_an_article_that_cannot_be_read_is_tried_again(whole, monkeypatch, out, lines):
    def failing(articles, **_options):
        if "sample-flood-03" in set(articles["article_id"]):
            raise ValueError("cannot read this one")
        return read(articles)

    monkeypatch.setattr(tagger_model, "label_articles", failing)
    run = streaming.run(lines, out, batch_size=2)
    assert run.problems.query("stage == 'annotate'")["article_id"].tolist() == ["sample-flood-03"]
    monkeypatch.setattr(tagger_model, "label_articles", read)
    assert_same_tables(streaming.run(lines, out, batch_size=2), whole)


def test_a_run_in_which_every_article_fails_is_no_result(monkeypatch, out, lines):
    def failing(articles, **_options):
        raise ValueError("nothing works")

    monkeypatch.setattr(tagger_model, "label_articles", failing)
    with pytest.raises(RunError, match="None of 5 articles could be read.*nothing works"):
        streaming.run(lines, out, selection=Selection(limit=5), batch_size=2)
    assert not (out / "manifest.json").exists()


def test_a_missing_folder_is_named(streamed):
    for path in (streamed / "figures").iterdir():
        path.unlink()
    (streamed / "figures").rmdir()
    with pytest.raises(InputError, match="lacks figures"):
        pipeline.open_tables(streamed)


@pytest.mark.parametrize(
    ("stream", "threshold", "expected"),
    [
        (None, 100, False),
        (None, 29, False),
        (None, 28, True),
        (True, 100, True),
        (False, 10, False),
    ],
)
def test_large_files_are_streamed_unless_asked_otherwise(
    stream, threshold, expected, monkeypatch, tmp_path
):
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps({"outlet": "A", "text": "b"}))
    assert path.stat().st_size == 28
    monkeypatch.setattr(streaming, "STREAM_FROM", threshold)
    assert streaming.should_stream(path, stream) is expected


def test_what_cannot_be_read_in_batches_is_not_streamed(monkeypatch, tmp_path):
    monkeypatch.setattr(streaming, "STREAM_FROM", 0)
    (tmp_path / "a.json").write_text('[{"outlet": "A", "text": "b"}]')
    assert not streaming.should_stream(tmp_path / "a.json")
    (tmp_path / "a.csv").write_text("outlet,text\nA,b\n")
    assert streaming.should_stream(tmp_path / "a.csv")
    assert not streaming.should_stream("embedded")


def test_a_batch_holds_a_hundred_articles_and_a_shard_a_thousand(monkeypatch):
    monkeypatch.undo()
    assert batches.BATCH_SIZE == 100
    assert batches.BATCH_SIZE * streaming.BATCHES_PER_SHARD == 1000


@pytest.mark.parametrize(
    ("change", "is_told"),
    [
        ("figures/shard-00001.parquet", True),
        ("tone/shard-00001.parquet", True),
        (".done/shard-00001", True),
        ("articles/shard-00001.parquet", False),  # always written again
    ],
)
@pytest.mark.parametrize("is_deleted", [True, False])
def test_a_shard_that_has_changed_is_made_again_and_said_so(
    whole, labelled_model, streamed, change, is_told, is_deleted, lines
):
    path = streamed / change
    path.unlink()
    if not is_deleted:
        path.write_bytes(b"{")
    run = streaming.run(lines, streamed, batch_size=2)
    assert_same_tables(run, whole)
    is_told = is_told and not (is_deleted and change.startswith(".done"))
    assert [message.partition(":")[0] for message in run.manifest["made_again"]] == (
        ["shard 1"] if is_told else []
    )
    n_reused = run.manifest["articles_kept_from_earlier_runs"]
    assert n_reused == (15 if change.startswith("articles") else 11)


@pytest.fixture
def _small_chunks(monkeypatch):
    """Read a few articles' stories at once, so that quantities are found in several chunks."""
    monkeypatch.setattr(streaming, "story_chunks", partial(story_chunks, most=3))


@pytest.mark.usefixtures("_small_chunks")
def test_quantities_found_in_chunks_are_those_of_the_whole(whole, streamed, lines):
    run = streaming.run(lines, streamed, batch_size=2)
    assert_same_tables(run, whole)
    assert len(run.quantities) > 10
    assert set(run.figures["quantity_id"].dropna()) == set(run.quantities["quantity_id"])


def test_quantities_are_in_the_files_of_figures(whole, streamed):
    stored = pd.read_parquet(streamed / "figures")
    assert stored["quantity_id"].tolist() == whole.figures["quantity_id"].tolist()
    assert stored["quantity_id"].notna().any()
    assert pipeline.open_tables(streamed).manifest["counts"]["compare: quantities"] == {
        "quantities": len(whole.quantities)
    }


def test_a_shard_stays_finished_when_quantities_are_written(whole, monkeypatch, streamed, lines):
    before = {path.name: path.read_bytes() for path in table_paths.shard_paths(streamed, "figures")}

    def unused(articles, **_options):
        raise AssertionError("a finished shard was processed again")

    monkeypatch.setattr(tagger_model, "label_articles", unused)
    run = streaming.run(lines, streamed, batch_size=2)
    assert run.manifest["articles_kept_from_earlier_runs"] == 15
    assert run.manifest["made_again"] == []
    assert_same_tables(run, whole)
    after = {path.name: path.read_bytes() for path in table_paths.shard_paths(streamed, "figures")}
    assert after == before


def test_a_story_at_fault_has_no_quantities_and_is_told(whole, monkeypatch, streamed, lines):
    story = whole.quantities["story_id"].iloc[0]
    find_quantities = quantity_groups.find_quantities

    def failing(figures, articles, sentences, *regrouped):
        if story in set(articles["story_id"]):
            raise ValueError("cannot compare this")
        return find_quantities(figures, articles, sentences, *regrouped)

    with monkeypatch.context() as patch:
        patch.setattr(quantity_groups, "find_quantities", failing)
        run = streaming.run(lines, streamed, batch_size=2)
    assert story not in set(run.quantities["story_id"])
    others = whole.quantities["story_id"].ne(story)
    assert len(run.quantities) == others.sum()
    told = run.problems.loc[run.problems["stage"].eq("compare"), "reason"]
    assert [story in reason for reason in told] == [True]
    assert_same_tables(streaming.run(lines, streamed, batch_size=2), whole)
