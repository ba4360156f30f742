"""The whole way on the embedded corpus: nothing is lost, offsets hold, and runs resume."""

import copy
import pickle

import pandas as pd
import pytest
from labelled_reader import read

from analysis.annotate import tagger_model
from analysis.core import paths, tables
from analysis.core.errors import InputError, ParameterError, RunError
from analysis.core.selection import Selection
from analysis.core.tables import TOLD_BY_QUANTITIES
from analysis.run import batches, pipeline
from analysis.run.execution import Execution

pytestmark = pytest.mark.usefixtures("labelled_model")

NOT_KEPT = Execution(processes=1, keep=False)


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


def test_a_run_lists_its_tables(run):
    assert set(pipeline.TABLES) <= set(dir(run))
    assert {"save", "only_event", "manifest", "mark"} <= set(dir(run))
    assert dir(run) == sorted(set(dir(run)))


def test_a_table_that_does_not_exist_is_named(run):
    with pytest.raises(AttributeError, match=r"a run has no table 'figure'; it has articles, "):
        run.figure  # noqa: B018


def test_a_run_can_be_copied_and_pickled(run):
    small = pipeline.Run({"events": run.events}, run.manifest)
    for back in (copy.copy(small), pickle.loads(pickle.dumps(small))):
        pd.testing.assert_frame_equal(back.events, run.events)


@pytest.mark.parametrize(
    ("options", "named"),
    [
        ({"columns": {"text": "body"}}, "columns"),
        ({"as_is": True}, "as_is"),
        ({"execution": Execution(processes=1)}, "processes"),
        ({"execution": Execution(threads=4)}, "threads"),
        ({"execution": Execution(scheduler="tcp://a:1")}, "scheduler"),
        ({"execution": Execution(keep=False, threads=1), "as_is": True}, "as_is, threads, keep"),
    ],
)
def test_options_without_effect_on_a_folder_of_tables_are_refused(run, options, named, tmp_path):
    run.save(tmp_path)
    message = f"only opened and filtered. These options have no effect on it: {named}. Leave them"
    with pytest.raises(ParameterError, match=message):
        pipeline.run(tmp_path, **options)


def test_options_with_an_effect_on_a_folder_of_tables_are_allowed(run, tmp_path):
    run.save(tmp_path)
    shown = pipeline.run(tmp_path, selection=Selection(limit=3), execution=Execution(progress=True))
    assert len(shown.articles) == 3
    with pytest.raises(ParameterError, match="no effect on it: stream"):
        pipeline.validate_for_tables(tmp_path, stream=False)


def test_a_selection_of_everything_is_the_run_itself(run):
    assert run.select(Selection()) is run
    assert len(run.select(Selection(limit=5)).articles) == 5
    assert len(run.articles) == 31


def test_a_selection_is_told_in_the_manifest_and_what_it_left_out_is_filtered(run, tmp_path):
    selection = Selection(query="flood*")
    part = run.select(selection)
    assert part.articles["text"].str.contains("flood", case=False).all()
    assert part.manifest["parameters"]["later_selections"] == [selection.as_dict()]
    counts = part.manifest["counts"]["load"]
    assert counts["rows_out"] == len(part.articles) < 31
    assert counts["rows_in"] == counts["rows_out"] + counts["dropped"] + counts["filtered"]
    assert part.manifest["rows"]["figures"] == len(part.figures)
    again = part.select(Selection(limit=1))
    assert len(again.manifest["parameters"]["later_selections"]) == 2
    assert again.manifest["counts"]["load"]["rows_out"] == 1
    assert "later_selections" not in run.manifest["parameters"]
    assert run.manifest["counts"]["load"]["filtered"] == 0
    with pytest.raises(ParameterError, match="matches 0 of 31 articles"):
        pipeline.run(run.save(tmp_path), selection=Selection(query="zeppelin"))


def test_a_run_in_which_every_article_fails_is_no_result(monkeypatch):
    def failing(articles, **_options):
        raise ValueError("nothing works")

    monkeypatch.setattr(tagger_model, "label_articles", failing)
    with pytest.raises(RunError, match="None of 5 articles could be read.*nothing works"):
        pipeline.run("embedded", selection=Selection(limit=5), execution=NOT_KEPT)


def test_an_article_at_fault_stays_in_the_articles_and_has_a_problem(monkeypatch):
    def failing(articles, **_options):
        if "sample-flood-02" in set(articles["article_id"]):
            raise ValueError("cannot read this one")
        return read(articles)

    monkeypatch.setattr(tagger_model, "label_articles", failing)
    run = pipeline.run("embedded", selection=Selection(query="flood*"), execution=NOT_KEPT)
    assert len(run.articles) > 5
    failed = run.problems[run.problems["stage"].eq("annotate")]
    assert failed["article_id"].tolist() == ["sample-flood-02"]
    assert "cannot read this one" in failed["reason"].iloc[0]
    assert "sample-flood-02" in set(run.articles["article_id"])
    assert "sample-flood-02" in set(run.sentences["article_id"])
    assert "sample-flood-02" not in set(run.attributions["article_id"])


def test_an_interrupted_run_resumes(run, monkeypatch, tmp_path):
    monkeypatch.setattr(paths, "REPORTS", tmp_path)
    monkeypatch.setattr(batches, "BATCH_SIZE", 10)
    calls = []

    def interrupted_at_the_third(articles, **_options):
        calls.append(len(articles))
        if len(calls) == 3:
            raise KeyboardInterrupt
        return read(articles)

    monkeypatch.setattr(tagger_model, "label_articles", interrupted_at_the_third)
    with pytest.raises(KeyboardInterrupt):
        pipeline.run("embedded")
    resumed = pipeline.run("embedded")
    assert resumed.manifest["articles_kept_from_earlier_runs"] == 20
    assert calls == [10, 10, 10, 10, 1]
    for name in pipeline.TABLES:
        pd.testing.assert_frame_equal(getattr(resumed, name), getattr(run, name))


def test_a_full_disk_is_said_and_leaves_no_half_written_file(run, monkeypatch, tmp_path):
    def full(self, path, **_):
        path.write_bytes(b"half")
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(pd.DataFrame, "to_parquet", full)
    with pytest.raises(RunError, match=r"No space left on device.*--out"):
        run.save(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_copies_are_left_out_with_their_rows(run):
    originals = run.without_copies()
    n_copies = run.articles["duplicate_of"].notna().sum()
    assert len(run.articles) - len(originals.articles) == n_copies == 1
    assert set(originals.sentences["article_id"]) == set(originals.articles["article_id"])
    assert originals.articles.index.tolist() == list(range(30))


def test_copies_and_updates_are_counted_apart(run):
    counts = run.manifest["counts"]["load: duplicates"]
    assert counts == {"articles": 31, "copies": 1, "copies_within_an_outlet": 0, "updates": 0}


def test_a_copy_on_another_host_is_within_the_outlet():
    articles = pd.DataFrame(
        {
            "article_id": ["a", "b", "c", "d", "e"],
            "outlet": ["herald.example", "herald.example", "post.example", None, None],
            "duplicate_of": [None, "a", "a", None, "d"],
            "update_of": [None, None, None, "a", None],
        }
    )
    assert pipeline.count_relations(articles) == {
        "copies": 3,
        "copies_within_an_outlet": 1,
        "updates": 1,
    }


def test_one_event_alone(run):
    flood = run.only_event("sample-flood")
    assert set(flood.articles["event_id"]) == {"sample-flood"}
    assert set(flood.events["event_id"]) == {"sample-flood"}
    assert set(flood.figures["article_id"]) <= set(flood.articles["article_id"])
    assert flood.problems is run.problems
    message = "No event 'sample-floood'; did you mean 'sample-flood'"
    with pytest.raises(ParameterError, match=message):
        run.only_event("sample-floood")


def test_one_story_alone(run):
    story = run.articles.loc[run.articles["event_id"].eq("sample-flood"), "story_id"].iloc[0]
    one = run.only_story(story)
    assert set(one.articles["story_id"]) == {story}
    assert set(one.stories["story_id"]) == {story}
    assert set(one.quantities["story_id"]) == {story}
    assert set(one.events["event_id"]) == set(one.articles["event_id"])
    assert set(one.figures["article_id"]) <= set(one.articles["article_id"])
    assert set(one.figures["quantity_id"].dropna()) == set(one.quantities["quantity_id"])
    assert len(one.figures) < len(run.figures)
    assert one.problems is run.problems
    with pytest.raises(ParameterError, match=f"No story '{story}s'; did you mean '{story}'"):
        run.only_story(f"{story}s")


def test_stories_divide_a_run(run):
    parts = [run.only_story(story) for story in run.stories["story_id"]]
    for name in ("articles", "figures", "quantities", "sentences", "events"):
        assert sum(len(getattr(part, name)) for part in parts) == len(getattr(run, name))


def test_articles_can_be_joined_by_hand(run, tmp_path):
    ids = run.articles["article_id"].head(2)
    overrides = tmp_path / "mine.csv"
    overrides.write_text("article_id,event_id\n" + "".join(f"{i},joined\n" for i in ids))
    joined = run.with_overrides(overrides)
    members = joined.articles[joined.articles["event_id"].eq("joined")]
    assert members["article_id"].tolist() == ids.tolist()
    assert "joined" in set(joined.events["event_id"])
    told = list(TOLD_BY_QUANTITIES)
    pd.testing.assert_frame_equal(joined.figures.drop(columns=told), run.figures.drop(columns=told))
    assert set(joined.quantities["story_id"]) <= set(joined.stories["story_id"])
    assert set(joined.figures["quantity_id"].dropna()) == set(joined.quantities["quantity_id"])
    assert "joined" not in set(run.articles["event_id"])


@pytest.mark.parametrize(
    ("corpus", "expected"),
    [("embedded", " [constructed sample]"), ("sample", " [constructed sample]"), ("fa-kes", "")],
)
def test_charts_say_that_a_corpus_is_constructed(corpus, expected):
    assert pipeline.Run({}, {"corpus": corpus}).mark == expected


def test_the_manifest_says_what_was_asked_for():
    asked = pipeline.parameters_of("a.csv", {"text": "body"}, True, Selection(limit=3))
    assert asked["source"] == "a.csv"
    assert asked["columns"] == {"text": "body"}
    assert asked["as_is"] is True
    assert asked["limit"] == 3


def test_claims_are_read_with_their_problems():
    claims, problems = pipeline.claims()
    tables.check(claims, tables.CLAIMS)
    assert len(claims) > 20
    assert list(problems.columns) == list(tables.PROBLEMS.columns)
