"""Articles that are read in batches are the same as those read at once: ids, problems, copies."""

import json
import random

import pandas as pd
import pyarrow as pa
import pyarrow.dataset
import pytest

from analysis import load
from analysis.core import paths, tables
from analysis.core.errors import InputError, ParameterError
from analysis.core.selection import Selection
from analysis.load import articles, staging, streams

BEGINNINGS = ("har", "tal", "mer", "vos", "lin", "dra")
ENDINGS = ("bour", "lis", "chant", "tok", "den", "gow", "mar", "pel")
WORDS = [first + rest for first in BEGINNINGS for rest in ENDINGS]


def report_of(day):
    words = " ".join(random.Random(day).choices(WORDS, k=40))
    return f"The council of Tallis said on day {day}: {words}."


def rows(n_rows=60):
    """Yield reports of fictional outlets; every seventh copies an earlier one, some have faults."""
    for number in range(n_rows):
        is_copy = number % 7 == 0 and number > 30
        storm = number - 30 if is_copy else number
        row = {
            "outlet": f"Outlet {number % 3}",
            "date": f"{1 + number % 12}/{1 + number % 9}/2016",
            "headline": f"Storm {storm}",
            "body": report_of(storm),
        }
        if number == 20:
            row["date"] = "25/12/2016"
        if number == 5:
            row["body"] = " "
        if number == 9:
            row["id"] = "storm"
        if number == 41:
            row |= {"id": "storm", "date": None}
        yield row


@pytest.fixture
def lines(tmp_path):
    path = tmp_path / "storms.jsonl"
    path.write_text("\n".join([*map(json.dumps, rows()), "{broken", ""]), encoding="utf8")
    return path


@pytest.fixture(autouse=True)
def _small_batches(monkeypatch):
    monkeypatch.setattr(articles, "open_stream", lambda path: streams.open_stream(path, batch=7))


def assert_same_as_read(source, tmp_path, **options):
    """Compare staged articles with those that are read at once; return the latter."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(articles, "open_stream", streams.open_stream)
        at_once = load.read(source, **options)
    marked = load.mark_duplicates(at_once.articles)
    staged = staging.stage(source, tmp_path / "staged", **options)
    batches = list(staged.batches(10))
    assert {len(batch) for batch in batches[:-1]} <= {10}
    pd.testing.assert_frame_equal(pd.concat(batches, ignore_index=True), marked)
    pd.testing.assert_frame_equal(staged.problems(), at_once.problems)
    assert (staged.name, staged.guesses, staged.counts) == (
        at_once.name,
        at_once.guesses,
        at_once.counts,
    )
    assert staged.inputs == at_once.inputs
    return marked


@pytest.mark.parametrize(
    "options",
    [
        {},
        {"selection": Selection(limit=20, seed=4)},
        {"selection": Selection(outlets=["outlet 1"])},
        {"selection": Selection(since="2016-03-01", until="2016-08-31")},
        {"as_is": True},
        {"selection": Selection(since="2016-12-25")},
        {"columns": {"place": "headline"}},
        {"selection": Selection(query="storm* NOT 1", since="2016-03-01")},
        {"selection": Selection(query="outlet OR storm*", limit=9, seed=1)},
    ],
)
def test_lines_give_the_same_articles_in_batches_and_at_once(lines, tmp_path, options):
    assert_same_as_read(lines, tmp_path, **options)


def test_copies_are_found_across_batches_and_dates_are_read_by_the_whole_column(lines, tmp_path):
    marked = assert_same_as_read(lines, tmp_path)
    assert marked["duplicate_of"].notna().sum() == 3  # one more copies what was dropped
    assert marked["published"].max() == pd.Timestamp("2016-12-25")
    assert marked["published"].dt.month.value_counts().max() < 20  # day first, as 25/12 shows


def test_updates_are_found_across_batches(tmp_path):
    path = tmp_path / "storms.jsonl"
    tolls = [27, *range(100, 130), 41, *range(200, 230), 27, 41, 52]
    lines = []
    for number, toll in enumerate(tolls):
        body = f"{report_of(1)} The storm killed {toll} people." if toll < 60 else report_of(toll)
        lines.append(json.dumps({"id": f"s{number}", "outlet": "Outlet", "body": body}))
    path.write_text("\n".join(lines))
    marked = assert_same_as_read(path, tmp_path).set_index("article_id")
    assert marked["update_of"].dropna().to_dict() == {"s31": "s0", "s64": "s31"}
    assert marked["duplicate_of"].dropna().to_dict() == {"s62": "s0", "s63": "s31"}


def test_an_ambiguous_order_of_dates_is_noted_once(tmp_path):
    path = tmp_path / "storms.jsonl"
    lines = []
    for number, row in enumerate(rows(20)):
        lines.append(json.dumps(row | {"date": f"{1 + number % 5}/{6 + number % 5}/2016"}))
    path.write_text("\n".join(lines))
    assert_same_as_read(path, tmp_path)
    problems = staging.stage(path, tmp_path / "staged").problems()
    assert problems["reason"].str.contains("read as month first").sum() == 1


def test_parquet_files_and_folders_of_them(lines, tmp_path):
    frame = pd.DataFrame(rows())
    frame.to_parquet(tmp_path / "storms.parquet", row_group_size=11)
    assert_same_as_read(tmp_path / "storms.parquet", tmp_path)
    pa.dataset.write_dataset(
        pa.Table.from_pandas(frame),
        tmp_path / "set",
        format="parquet",
        partitioning_flavor="hive",
        partitioning=["outlet"],
    )
    marked = assert_same_as_read(tmp_path / "set", tmp_path)
    assert set(marked["outlet"]) == {"Outlet 0", "Outlet 1", "Outlet 2"}
    assert len(marked) == 59


def test_other_sources_go_the_same_way(tmp_path):
    assert_same_as_read("embedded", tmp_path)
    assert_same_as_read(paths.SAMPLE / "articles.jsonl", tmp_path)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"\n\n", "bad.jsonl is empty"),
        (b'{"outlet": "A", "headline": "no text"}\n', "has no column for text"),
        (
            b'{"outlet": "A", "text": ""}\n',
            "No row of bad can be used: bad.jsonl, line 1: has no text",
        ),
    ],
)
def test_bad_lines_are_refused_with_their_name(data, message, tmp_path):
    (tmp_path / "bad.jsonl").write_bytes(data)
    with pytest.raises(InputError, match=message):
        staging.stage(tmp_path / "bad.jsonl", tmp_path / "staged")


def test_a_filter_that_leaves_nothing_says_which_days_there_are(lines, tmp_path):
    message = "No article of storms matches since 2020-01-01. Its days run from 2016-01"
    with pytest.raises(ParameterError, match=message):
        staging.stage(lines, tmp_path / "staged", selection=Selection(since="2020-01-01"))


def test_articles_of_an_earlier_run_are_deleted(lines, tmp_path):
    staging.stage(lines, tmp_path / "staged")
    (tmp_path / "staged" / "kept.txt").write_text("not a table")
    staged = staging.stage("sample", tmp_path / "staged")
    assert (
        sum(map(len, staged.batches(100)))
        == len(staged.articles)
        == len(load.read("sample").articles)
    )
    assert (tmp_path / "staged" / "kept.txt").exists()


@pytest.mark.parametrize(("size", "lengths"), [(1, [1] * 6), (4, [4, 2]), (6, [6]), (7, [6])])
def test_sizes_of_batches(tmp_path, size, lengths):
    path = tmp_path / "storms.jsonl"
    path.write_text("\n".join(json.dumps(row) for row in rows(7)))  # one is dropped
    staged = staging.stage(path, tmp_path / "staged")
    assert [len(batch) for batch in staged.batches(size)] == lengths


def test_batches_are_tables_of_articles(tmp_path):
    path = tmp_path / "many.jsonl"
    path.write_text("\n".join(json.dumps(row) for row in rows(50)), encoding="utf8")
    first = next(staging.stage(path, tmp_path / "staged").batches(10))
    tables.check(first, tables.ARTICLES)


def test_a_parquet_file_without_rows_is_refused_with_its_name(tmp_path):
    path = tmp_path / "none.parquet"
    pd.DataFrame({"outlet": ["A"], "text": ["x"]}).head(0).to_parquet(path)
    with pytest.raises(InputError, match="none has no rows. Give a file with at least one"):
        staging.stage(path, tmp_path / "staged")
    with pytest.raises(InputError, match="none has no rows"):
        load.read(path)


def test_a_csv_file_gives_the_same_articles_in_batches_and_at_once(tmp_path):
    path = tmp_path / "storms.csv"
    frame = pd.DataFrame(list(rows()))
    frame.loc[3, "body"] = "One paragraph, with a comma.\n\nAnother one\n"
    frame.to_csv(path, index=False)
    text = path.read_text(encoding="utf8").replace("Storm 11,The", 'Storm 11,"The')
    path.write_text(text, encoding="utf8")
    assert_same_as_read(path, tmp_path)
    other = "Outlet 1,1/1/2016,é,un café,\n".encode("cp1252")
    path.write_bytes(text.encode() + other + "é,,,é\n".encode())
    marked = assert_same_as_read(path, tmp_path)
    assert "un café" in "".join(marked["text"])
