"""Batches: split without loss, kept under a key of their own, and reused if nothing has changed."""

import batch_makers
import pandas as pd
import pytest

from analysis.core import paths, tables
from analysis.core.errors import RunError
from analysis.extract.parties.gazetteer import PartyName
from analysis.run import batches, cache_keys, executors
from analysis.run.execution import Execution
from analysis.run.manifest import ManifestBuilder
from analysis.run.process_batch import failed_batch, process_batch


@pytest.fixture(autouse=True)
def _reports(monkeypatch, tmp_path):
    monkeypatch.setattr(paths, "REPORTS", tmp_path / "reports")
    monkeypatch.setattr(cache_keys, "code_key", lambda: "same code")


@pytest.mark.parametrize(
    ("n_articles", "size", "expected"),
    [(0, 5, []), (1, 5, [1]), (5, 5, [5]), (6, 5, [5, 1]), (10, 5, [5, 5]), (3, 1, [1, 1, 1])],
)
def test_a_table_is_split_without_loss(articles, n_articles, size, expected):
    parts = batches.split_into_batches(articles.head(n_articles), size)
    assert [len(part) for part in parts] == expected
    ids = [article_id for part in parts for article_id in part["article_id"]]
    assert ids == articles["article_id"].head(n_articles).tolist()


def process(articles, monkeypatch, maker, **options):
    made = []

    def counting(batch, threads, own_parties):
        made.append(batch["article_id"].iloc[0])
        return maker(batch, threads, own_parties)

    monkeypatch.setattr(executors, "process_batch", counting)
    manifest = ManifestBuilder({})
    execution = Execution(processes=1, **options)
    result = batches.process_articles(articles, manifest, execution, batch_size=10)
    return result, manifest, made


def written_at(folder):
    return {path: path.stat().st_mtime_ns for path in folder.rglob("*") if path.is_file()}


def test_finished_batches_are_kept_and_reused(articles, monkeypatch, tmp_path):
    first, _, made = process(articles, monkeypatch, batch_makers.quick)
    assert made == ["a0", "a10", "a20", "a30"]
    written = written_at(tmp_path)
    second, manifest, made = process(articles, monkeypatch, batch_makers.quick)
    assert made == []
    assert written_at(tmp_path) == written
    assert manifest.n_reused == manifest.n_seen == 40
    assert second["sentences"].equals(first["sentences"])


@pytest.mark.parametrize("kept_before", [True, False])
def test_nothing_is_kept_or_reused_unless_asked_for(articles, monkeypatch, kept_before, tmp_path):
    if kept_before:
        process(articles, monkeypatch, batch_makers.quick)
    _, manifest, made = process(articles, monkeypatch, batch_makers.quick, keep=False)
    assert len(made) == 4
    assert manifest.n_reused == 0
    assert (tmp_path / "reports").exists() is kept_before


def test_a_batch_with_failed_articles_is_tried_again(articles, monkeypatch):
    def failing(batch, threads, own_parties):
        if "a13" in set(batch["article_id"]):
            return failed_batch(batch, "no good")
        return batch_makers.quick(batch, threads)

    first, _, _ = process(articles, monkeypatch, failing)
    assert len(first["problems"]) == 10
    second, manifest, made = process(articles, monkeypatch, batch_makers.quick)
    assert made == ["a10"]
    assert manifest.n_reused == 30
    assert second["problems"].empty


def test_a_run_with_nothing_to_process_starts_no_workers(articles, monkeypatch):
    process(articles, monkeypatch, batch_makers.quick)

    def refuse(*_):
        raise AssertionError("no worker is needed")

    monkeypatch.setattr(executors.ProcessExecutor, "_start", refuse)
    manifest = ManifestBuilder({})
    batches.process_articles(articles, manifest, Execution(processes=2), batch_size=10)
    assert manifest.n_reused == 40


def test_the_number_of_processes_follows_from_the_number_of_batches(articles, monkeypatch):
    asked = []

    def choose(execution, n_batches, own_parties):
        asked.append(n_batches)
        return executors.SerialExecutor(1)

    monkeypatch.setattr(executors, "choose_executor", choose)
    monkeypatch.setattr(executors, "process_batch", batch_makers.quick)
    batches.process_articles(articles, ManifestBuilder({}), Execution(keep=False), batch_size=16)
    batches.process_articles(articles, ManifestBuilder({}), Execution(keep=False))
    assert asked == [2.5, 0.4]


@pytest.mark.parametrize("column", ["article_id", "title", "text"])
def test_other_texts_have_another_key(articles, column):
    changed = articles.assign(**{column: articles[column].fillna("") + "x"})
    assert batches.batch_key(changed) != batches.batch_key(articles)


def test_another_day_has_another_key(articles):
    dated = articles.assign(published=pd.Timestamp(2019, 4, 16))
    assert batches.batch_key(dated) != batches.batch_key(articles)
    later = articles.assign(published=pd.Timestamp(2021, 4, 16))
    assert batches.batch_key(dated) != batches.batch_key(later)


def test_the_stages_read_no_column_that_is_not_in_the_key():
    text = "PORT ALTO - Two men were killed in a fire on Monday, Senator Ada Quist told the Herald."
    article = {"article_id": "a", "corpus": "t", "text": text, "n_words": 16}
    plain = tables.make([article], tables.ARTICLES)
    others = [name for name in plain.columns if name not in batches.KEY_COLUMNS]
    words = [name for name in others if plain[name].dtype == plain["outlet"].dtype]
    changed = plain.assign(**dict.fromkeys(words, "Herald"))
    assert batches.batch_key(changed) == batches.batch_key(plain)
    made = process_batch(plain).tables
    assert len(made["figures"]) == len(made["attributions"]) == 1
    for name, table in process_batch(changed).tables.items():
        columns = [column for column in table.columns if column not in words]
        pd.testing.assert_frame_equal(table[columns], made[name][columns])


def test_the_key_depends_on_nothing_but_texts_days_and_code(articles, monkeypatch):
    key = batches.batch_key(articles)
    assert batches.batch_key(articles.assign(url="elsewhere")) == key
    assert batches.batch_key(articles.head(39)) != key
    assert batches.batch_key(articles.iloc[::-1]) != key
    monkeypatch.setattr(cache_keys, "code_key", lambda: "other code")
    assert batches.batch_key(articles) != key


def test_a_forgotten_batch_is_processed_again(articles, monkeypatch):
    process(articles, monkeypatch, batch_makers.quick)
    batches.forget_batch(articles.iloc[10:20])
    batches.forget_batch(articles.iloc[10:20])
    _, _, made = process(articles, monkeypatch, batch_makers.quick)
    assert made == ["a10"]


def test_no_articles_make_empty_tables(articles, monkeypatch):
    made, _, _ = process(articles.head(0), monkeypatch, batch_makers.quick)
    assert set(made) == {*tables.PER_ARTICLE, "problems"}
    assert all(frame.empty for frame in made.values())


@pytest.mark.parametrize(
    ("n_articles", "n_failed", "raises"), [(2, 2, True), (2, 1, False), (0, 0, False)]
)
def test_a_run_in_which_every_article_fails_is_refused(articles, n_articles, n_failed, raises):
    problems = failed_batch(articles.head(n_failed), "no good").tables["problems"]
    of_loading = tables.make(
        [{"article_id": "a9", "stage": "load", "reason": "no date", "kept": True}], tables.PROBLEMS
    )
    every = tables.make(
        [*of_loading.to_dict("records"), *problems.to_dict("records")], tables.PROBLEMS
    )
    if raises:
        with pytest.raises(RunError, match="None of 2 articles could be read. The first: no good"):
            batches.raise_if_all_failed(n_articles, every)
    else:
        batches.raise_if_all_failed(n_articles, every)


def changed(path, how):
    content = bytearray(path.read_bytes())
    path.unlink()
    if how == "bit":
        content[len(content) // 2] ^= 1
    if how == "cut":
        del content[len(content) // 2 :]
    if how == "folder":
        path.mkdir()
    elif how != "deleted":
        path.write_bytes(content)


@pytest.mark.parametrize("how", ["bit", "cut", "deleted", "folder"])
@pytest.mark.parametrize("name", ["sentences.parquet", "problems.parquet", "done.json"])
def test_a_kept_batch_that_has_changed_is_processed_again_and_said_so(
    articles, monkeypatch, how, name, caplog
):
    first, _, _ = process(articles, monkeypatch, batch_makers.quick)
    changed(batches._batch_folder(articles.iloc[10:20]) / name, how)
    second, manifest, made = process(articles, monkeypatch, batch_makers.quick)
    assert made == ["a10"]
    assert manifest.n_reused == 30
    assert second["sentences"].equals(first["sentences"])
    if (how, name) != ("deleted", "done.json"):  # without it a batch was never finished
        (message,) = manifest.remade
        assert message.startswith("kept batch of 10 articles from a10: ")
        assert name in message or name == "done.json"  # a hash in it may be the bit that changed
        assert message in caplog.text
    _, manifest, made = process(articles, monkeypatch, batch_makers.quick)
    assert (made, manifest.remade) == ([], [])


def test_the_users_parties_are_part_of_the_key(articles):
    own = (PartyName("Velm Front", "armed_group", "name", "Velm Front"),)
    assert batches.batch_key(articles, own) != batches.batch_key(articles)
    assert batches.batch_key(articles, own) == batches.batch_key(articles, own)
