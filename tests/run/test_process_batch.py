"""One batch: an article at fault is left out alone, and a user's lexicons are used."""

import os

import pytest
from labelled_reader import read

from analysis import load
from analysis.annotate import tagger_model
from analysis.core import paths, tables
from analysis.core.errors import LexiconError, MissingResourceError
from analysis.extract.name_lexicon import name_lexicons
from analysis.measure.frames.lexicon import frame_lexicons
from analysis.run import process_batch

pytestmark = pytest.mark.usefixtures("labelled_model")

FRAMES = """
[water]
new = true
about = "water"
source = "test"
licence = "CC0-1.0"
date = 2026-01-01
threshold = 1.0
words = ["flood*", "river*"]
"""
NAMES = """
[flood]
about = "the high water"
topic = "water"
source = "test"
licence = "CC0-1.0"
date = 2026-01-01
[flood.choices.plain]
words = ["flood(s)"]
[flood.choices.strong]
words = ["deluge"]
"""


@pytest.fixture(scope="module")
def sample():
    return load.read("sample").articles.head(5)


def test_the_result_has_every_table_and_what_it_cost(sample):
    result = process_batch.process_batch(sample)
    assert set(result.tables) == {*tables.PER_ARTICLE, "problems"}
    for name, frame in result.tables.items():
        tables.check(frame, tables.ALL[name])
    assert result.tokens > sample["n_words"].sum()
    assert result.worker.endswith(f":{os.getpid()}")
    assert result.core_seconds > 0
    assert {stage.split(": ")[0] for stage in result.seconds} == {"annotate", "extract", "measure"}
    assert "annotate: tagger" in result.seconds


def test_tokens_are_counted_once_where_a_batch_is_halved(sample, monkeypatch):
    bad = sample["article_id"].iloc[4]
    tone = process_batch.sentence_tone

    def failing(articles, sentences):
        if bad in set(articles["article_id"]):
            raise ValueError("no tone")
        return tone(articles, sentences)

    monkeypatch.setattr(process_batch, "sentence_tone", failing)
    result = process_batch.process_batch(sample)
    assert result.tables["problems"]["article_id"].tolist() == [bad]
    monkeypatch.undo()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(process_batch.tagger_model, "label_articles", read)
        assert result.tokens == process_batch.process_batch(sample).tokens


@pytest.mark.parametrize("at_fault", [0, 2, 4])
def test_an_article_at_fault_is_left_out_alone(sample, at_fault, monkeypatch):
    bad = sample["article_id"].iloc[at_fault]

    def failing(articles, **_options):
        if bad in set(articles["article_id"]):
            raise ValueError("cannot read this one")
        return read(articles)

    monkeypatch.setattr(tagger_model, "label_articles", failing)
    made = process_batch.process_batch(sample).tables
    assert made["problems"]["article_id"].tolist() == [bad]
    assert made["problems"]["stage"].tolist() == ["annotate"]
    reason = made["problems"]["reason"].iloc[0]
    assert reason.startswith("tagger: ValueError: cannot read this one")
    others = [article_id for article_id in sample["article_id"] if article_id != bad]
    assert made["attributions"]["article_id"].unique().tolist() == others
    assert made["sentences"]["article_id"].unique().tolist() == sample["article_id"].tolist()


@pytest.mark.parametrize(
    ("stage", "lost"),
    [
        ("tag_tokens", "agency"),
        ("extract_attributions", "attributions"),
        ("extract_figures", "figures"),
        ("extract_names", "names"),
        ("extract_agency", "agency"),
        ("sentence_tone", "tone"),
        ("score_targets", "targets"),
        ("measure_frames", "frames"),
    ],
)
def test_an_article_is_left_out_of_the_stage_that_fails(sample, stage, lost, monkeypatch):
    two = sample.iloc[:2]
    bad = two["article_id"].iloc[0]
    whole = getattr(process_batch, stage)

    def failing(articles, *args, **kwargs):
        if bad in set(articles["article_id"]):
            raise ValueError("cannot read this one")
        return whole(articles, *args, **kwargs)

    monkeypatch.setattr(process_batch, stage, failing)
    made = process_batch.process_batch(two).tables
    assert made["problems"]["article_id"].tolist() == [bad]
    assert bad not in set(made[lost]["article_id"])
    kept = [name for name in ("sentences", "tone", "frames") if name != lost]
    assert all(bad in set(made[name]["article_id"]) for name in kept)


def test_a_number_that_is_too_large_is_told(sample):
    text = "At least 12 people died, " + "9" * 400 + " were hurt."
    made = process_batch.process_batch(sample.iloc[:1].assign(text=text, title=None)).tables
    assert made["figures"]["low"].tolist() == [12]
    assert made["problems"]["stage"].tolist() == [process_batch.NOTE_STAGE]
    assert "400 characters, at character 25" in made["problems"]["reason"].iloc[0]


def test_a_number_that_its_text_calls_false_is_told(sample):
    text = "At least 12 people died. The reports of 70 soldiers killed are a lie, he said."
    made = process_batch.process_batch(sample.iloc[:1].assign(text=text, title=None)).tables
    assert made["figures"]["low"].tolist() == [12]
    assert made["problems"]["stage"].tolist() == [process_batch.NOTE_STAGE]
    assert made["problems"]["kept"].tolist() == [True]
    reason = made["problems"]["reason"].iloc[0]
    assert reason.startswith("'70' at character 40 is taken back, denied or called false")
    assert "people died. The reports of 70 soldiers killed are a lie" in reason


def test_numbers_that_the_page_prints_are_told(sample):
    text = (
        "At least 12 people died. Today, reader support makes up 60 percent of our budget.\n"
        '<iframe width="100%" src="https://x.example"></iframe>'
    )
    made = process_batch.process_batch(sample.iloc[:1].assign(text=text, title=None)).tables
    assert made["figures"]["low"].tolist() == [12]
    assert made["problems"]["stage"].tolist() == [process_batch.NOTE_STAGE]
    reason = made["problems"]["reason"].iloc[0]
    assert reason.startswith("'60', '100': printed by the page around the report")


@pytest.mark.parametrize("error", [LexiconError, MissingResourceError, MemoryError])
def test_what_is_no_fault_of_an_article_stops_the_batch(sample, error, monkeypatch):
    def failing(articles, **_options):
        raise error("not this article")

    monkeypatch.setattr(tagger_model, "label_articles", failing)
    with pytest.raises(error, match="not this article"):
        process_batch.process_batch(sample)


def test_the_threads_reach_the_model(sample, monkeypatch):
    threads_used = []

    def labels(articles, threads=None, **_options):
        threads_used.append(threads)
        return read(articles)

    monkeypatch.setattr(tagger_model, "label_articles", labels)
    process_batch.process_batch(sample.head(1), threads=3)
    assert threads_used == [3]


def test_a_failed_batch_has_empty_tables_and_a_problem_for_each_article(sample):
    result = process_batch.failed_batch(sample, "It broke.")
    assert result.tables["problems"]["article_id"].tolist() == sample["article_id"].tolist()
    assert result.tables["problems"]["stage"].eq("extract").all()
    assert result.tables["problems"]["kept"].all()
    assert result.tables["problems"]["reason"].str.startswith("It broke. (no sentences").all()
    assert all(result.tables[name].empty for name in tables.PER_ARTICLE)
    assert result.worker  # it was processed, not reused


def test_a_users_frame_file_is_scored_next_to_the_generic_frames(sample, monkeypatch, tmp_path):
    own = tmp_path / "frames_water.toml"
    own.write_text(FRAMES)
    generic = paths.LEXICONS / "frames.toml"
    assert frame_lexicons() == [generic]
    monkeypatch.setattr(process_batch, "frame_lexicons", lambda: [generic, own])
    frames = process_batch.process_batch(load.read("embedded").articles).tables["frames"]
    water = frames[frames["frame"].eq("water")].set_index("article_id")["score"]
    assert frames["frame"].nunique() == len(tables.FRAMES) + 1
    about_flood, about_prison = (
        water[water.index.str.contains(topic)].mean() for topic in ("flood", "prison")
    )
    assert about_flood > about_prison


def test_a_users_names_are_looked_for_next_to_those_of_the_project(sample, monkeypatch, tmp_path):
    own = tmp_path / "names_flood.toml"
    own.write_text(NAMES)
    shared = paths.LEXICONS / "names.toml"
    assert name_lexicons() == [shared]
    monkeypatch.setattr(process_batch, "name_lexicons", lambda: [shared, own])
    names = process_batch.process_batch(load.read("embedded").articles).tables["names"]
    flood = names[names["referent"].eq("flood")]
    assert set(flood["choice"]) == {"plain"}
    assert flood["article_id"].str.contains("flood").any()
    assert set(names["referent"]) > {"flood"}


def test_lexicons_of_a_user_follow_that_of_the_project(monkeypatch, tmp_path):
    monkeypatch.setattr(paths, "LEXICONS", tmp_path)
    for name in ("frames_b.toml", "frames.toml", "frames_a.toml", "names_a.toml", "framesx.toml"):
        (tmp_path / name).touch()
    names = [path.name for path in frame_lexicons()]
    assert names == ["frames.toml", "frames_a.toml", "frames_b.toml"]
    assert [path.name for path in name_lexicons()] == ["names.toml", "names_a.toml"]
