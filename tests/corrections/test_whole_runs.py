"""Corrections of whole runs: on the embedded corpus, in shards, beside a corpus, many at once."""

import csv
import time

import pytest
from labelled_reader import neutral_sentiment, read
from remembered import remember_stages

from analysis.annotate import tagger_model
from analysis.compare.headline_figures import headline_figures
from analysis.compare.number_habits import number_habits
from analysis.compare.quantity_matrix import quantity_matrix
from analysis.core.selection import Selection
from analysis.core.tables import TOLD_BY_QUANTITIES
from analysis.corrections.places import place_keys
from analysis.corrections.queue import draw_queue
from analysis.corrections.read import FILE_COLUMNS
from analysis.measure.target_sentiment import score
from analysis.run import pipeline, process_batch, streaming
from analysis.run.execution import Execution

NOT_KEPT = Execution(processes=1, keep=False)
FOLLOWING = {"figures", "quantities", "corrections"}


@pytest.fixture(scope="module", autouse=True)
def labelled_model(remembered_stages):
    """Put the hand labels of the sample in place of the models."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(tagger_model, "label_articles", read)
        patch.setattr(score, "sentiment_in_articles", neutral_sentiment)
        remember_stages(patch, remembered_stages)
        yield


@pytest.fixture(scope="module")
def tables(embedded_run, tmp_path_factory):
    """Return a folder with the tables of the embedded corpus."""
    folder = tmp_path_factory.mktemp("embedded") / "tables"
    embedded_run.save(folder)
    return folder


@pytest.fixture(scope="module")
def run(tables):
    return pipeline.open_tables(tables)


def write(path, rows):
    with path.open("w", encoding="utf8", newline="") as file:
        writer = csv.DictWriter(file, FILE_COLUMNS)
        writer.writeheader()
        writer.writerows(rows)
    return path


@pytest.fixture(scope="module")
def headline(run):
    """Return a figure that an outlet puts forward, of a quantity that several outlets state."""
    shared = run.quantities.loc[run.quantities["n_outlets"].ge(3), "quantity_id"]
    stated = headline_figures(run.figures, run.articles)
    chosen = stated["is_headline"] & stated["quantity_id"].isin(shared) & stated["low"].notna()
    return stated.loc[chosen].iloc[0]


@pytest.fixture(scope="module")
def correction(run, headline):
    texts = dict(zip(run.articles["article_id"], run.articles["text"], strict=True))
    [where] = place_keys(headline.to_frame().T, texts)
    old = f"{headline['low']:g}"
    return {"table": "figures", "key": where, "column": "low", "old": old, "new": "777"}


def test_a_wrong_figure_changes_what_the_notebooks_on_figures_compute_and_nothing_else(
    tables, run, headline, correction, tmp_path
):
    path = write(tmp_path / "mine.csv", [correction])
    before = path.read_bytes()
    new = pipeline.run(tables, corrections=path)
    changed = {name for name in run.tables if not run.tables[name].equals(new.tables[name])}
    assert changed == FOLLOWING
    assert new.problems.equals(run.problems)
    is_other = run.figures["figure_id"].ne(headline["figure_id"])
    told = list(TOLD_BY_QUANTITIES)
    assert (
        new.figures.loc[is_other]
        .drop(columns=told)
        .equals(run.figures.loc[is_other].drop(columns=told))
    )
    old_parts, new_parts = (matrix_of(one, headline["story_id"]) for one in (run, new))
    for old_part, new_part in zip(old_parts, new_parts, strict=True):  # 02 and 07
        assert not old_part.equals(new_part)
    assert new.note == f"1 of {len(run.figures)} figures checked, 1 changed."
    assert run.note == ""
    assert path.read_bytes() == before
    # the tables of the folder are as they were
    assert pipeline.open_tables(tables).figures.equals(run.figures)


def matrix_of(run, story):
    of_story = run.only_story(story)
    return quantity_matrix(of_story.figures, of_story.articles, of_story.quantities)


def test_figures_that_are_none_change_the_habits_of_their_outlet(tables, run, headline, tmp_path):
    outlets = run.articles.set_index("article_id")["outlet"]
    of_outlet = run.figures["article_id"].map(outlets).eq(headline["outlet"])
    of_quantity = run.figures["quantity_id"].eq(headline["quantity_id"])
    stated = run.figures.loc[of_outlet & of_quantity]
    texts = dict(zip(run.articles["article_id"], run.articles["text"], strict=True))
    rows = [
        {"table": "figures", "key": where, "column": "wrong"} for where in place_keys(stated, texts)
    ]
    new = pipeline.run(tables, corrections=write(tmp_path / "mine.csv", rows))
    n_left = len(run.figures) - len(rows)
    assert new.note == f"0 of {n_left} figures checked, {len(rows)} removed."
    assert not number_habits(new).equals(number_habits(run))  # 08
    changed = {name for name in run.tables if not run.tables[name].equals(new.tables[name])}
    assert changed == FOLLOWING


def test_a_correction_reads_no_article_again(headline, correction, tmp_path, monkeypatch):
    path = write(tmp_path / "mine.csv", [correction])
    options = {"execution": Execution(processes=1), "selection": Selection((headline["outlet"],))}
    monkeypatch.setattr("analysis.core.paths.REPORTS", tmp_path / "reports")
    first = pipeline.run("sample", **options)
    monkeypatch.setattr(process_batch, "process_batch", lambda *_, **__: pytest.fail("read again"))
    second = pipeline.run("sample", **options, corrections=path)
    assert first.manifest["articles_kept_from_earlier_runs"] == 0
    assert second.manifest["articles_kept_from_earlier_runs"] == len(first.articles)
    assert second.manifest["counts"]["corrections"]["applied"] == 1
    assert second.figures["low"].eq(777).any()


@pytest.fixture
def _small_shards(monkeypatch):
    monkeypatch.setattr(streaming, "BATCHES_PER_SHARD", 2)


@pytest.fixture(scope="module")
def corpus(run, tmp_path_factory):
    """Return a folder with the sample as a user's file, and its first rows of corrections."""
    folder = tmp_path_factory.mktemp("mine")
    articles = run.articles.loc[run.articles["corpus"].eq("sample")].iloc[::4]
    columns = ["article_id", "outlet", "published", "title", "text"]
    path = folder / "articles.parquet"
    articles[columns].to_parquet(path)
    return path


@pytest.fixture(scope="module")
def plain(corpus):
    """Return the run on the user's file without corrections."""
    return pipeline.run(corpus, as_is=True, execution=NOT_KEPT)


def made(run, n=None):
    """Return a correction for each figure of a run."""
    texts = dict(zip(run.articles["article_id"], run.articles["text"], strict=True))
    rows = []
    for number, where in enumerate(place_keys(run.figures, texts)[:n]):
        column, new = (("checked", "right"), ("low", "5"), ("outcome", "other"))[number % 3]
        if column == "low":
            column, new = "checked", "low=5; high=6; qualifier=range"
        rows.append({"table": "figures", "key": where, "column": column, "new": new})
    return rows


@pytest.mark.usefixtures("_small_shards")
def test_a_file_beside_the_corpus_is_found_in_memory_and_in_shards(corpus, plain, tmp_path):
    options = {"as_is": True, "execution": NOT_KEPT}
    rows = made(plain, 24)
    outlet = plain.articles["outlet"].iloc[0]
    rows.append({"table": "outlets", "key": outlet, "column": "alias", "new": "Renamed"})
    a, b, *_ = plain.articles["article_id"]
    rows.append({"table": "events", "key": f"{a} | {b}", "column": "merge"})
    rows.append({"table": "figures", "key": "nowhere [1:2] 1", "column": "wrong"})
    file = write(corpus.parent / "corrections.csv", rows)
    try:
        whole = pipeline.run(corpus, **options)
        assert whole.manifest["counts"]["corrections"]["applied"] == 26
        assert whole.manifest["counts"]["corrections"]["not_found"] == 1
        assert "Renamed" in set(whole.articles["outlet"])
        chosen = pipeline.run(corpus, selection=Selection(("Renamed",)), **options)
        assert len(chosen.articles) == plain.articles["outlet"].eq(outlet).sum()
        folder = tmp_path / "tables"
        stream = {"as_is": True, "batch_size": 2, "execution": NOT_KEPT}
        sharded = streaming.run(corpus, folder, **stream)
        assert len(list((folder / "figures").iterdir())) == 2
        for name in whole.tables:
            assert sharded.tables[name].equals(whole.tables[name]), name
        file.unlink()
        again = streaming.run(corpus, folder, **stream)
        assert again.manifest["articles_kept_from_earlier_runs"] == len(plain.articles)
        for name in plain.tables:
            assert again.tables[name].equals(plain.tables[name]), name
    finally:
        file.unlink(missing_ok=True)


@pytest.mark.usefixtures("_small_shards")
def test_a_damaged_copy_of_a_shard_is_made_again(corpus, plain, tmp_path):
    folder = tmp_path / "tables"
    stream = {"as_is": True, "batch_size": 2, "execution": NOT_KEPT}
    path = write(tmp_path / "mine.csv", made(plain, 3))
    streaming.run(corpus, folder, corrections=path, **stream)
    copy = next((folder / ".uncorrected").rglob("*.parquet"))
    copy.write_bytes(b"changed")
    again = streaming.run(corpus, folder, **stream)
    assert again.figures.equals(plain.figures)
    assert not (folder / ".uncorrected").exists()


def test_the_queue_is_a_file_of_corrections_to_fill_in(run, tables, tmp_path):
    drawn = draw_queue(run, 30, 0.3, seed=1)
    assert drawn["drawn"].value_counts().to_dict() == {"deciding": 14, "random": 9, "doubtful": 7}
    assert drawn["key"].is_unique
    others = drawn.loc[drawn["drawn"].eq("random"), "p_drawn"]
    # by their weights, the rows stand for all figures
    n_figures = run.figures["mention"].ne("named").sum()
    assert (1 / drawn["p_drawn"]).sum() == pytest.approx(n_figures, rel=1e-4)
    assert others.lt(1).all()
    assert drawn.equals(draw_queue(run, 30, 0.3, seed=1))
    assert not drawn.equals(draw_queue(run, 30, 0.3, seed=2))
    path = tmp_path / "queue.csv"
    drawn.assign(new="right", coder="AB").to_csv(path, index=False)
    new = pipeline.run(tables, corrections=path)
    assert new.manifest["counts"]["corrections"]["applied"] == 30
    assert new.figures["checked"].eq("right").sum() == 30
    changed = {name for name in run.tables if not run.tables[name].equals(new.tables[name])}
    assert changed == {"figures", "corrections"}  # p and the marks alone
    assert not set(draw_queue(new, 30)["key"]) & set(drawn["key"])


def test_ten_thousand_corrections_take_seconds(run, tmp_path):
    from analysis.corrections.lay_over import lay_over, settle_absent
    from analysis.corrections.ledger import Ledger
    from analysis.corrections.read import read_corrections

    many = []
    rows = made(run)
    for copy in range(10_000 // len(rows) + 1):
        many += [{**row, "day": f"2026-01-{1 + copy % 28:02d}"} for row in rows]
    path = write(tmp_path / "many.csv", many[:10_000])
    start = time.process_time()
    ledger = Ledger(read_corrections(path))
    settle_absent(ledger, run.articles)
    new = lay_over(run.tables, ledger)
    assert time.process_time() - start < 10
    assert new["figures"]["checked"].notna().all()
    assert ledger.counts()["rows"] == 10_000
