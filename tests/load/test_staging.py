"""Articles that are read a batch at a time are those that are read at once: ids, problems, copies, samples."""

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
from analysis.load import staging, streams

WORDS = [
    a + b
    for a in ("har", "tal", "mer", "vos", "lin", "dra")
    for b in ("bour", "lis", "chant", "tok", "den", "gow", "mar", "pel")
]


def rows(n=60):
    """Reports of some fictional outlets; every seventh copies one far before it, some have faults."""
    for i in range(n):
        k = i - 30 if i % 7 == 0 and i > 30 else i
        text = (
            f"The council of Tallis said on day {k}: "
            + " ".join(random.Random(k).choices(WORDS, k=40))
            + "."
        )
        row = {
            "outlet": f"Outlet {i % 3}",
            "date": f"{1 + i % 12}/{1 + i % 9}/2016",
            "headline": f"Storm {i}",
            "body": text,
        }
        if i == 20:
            row["date"] = "25/12/2016"
        if i == 5:
            row["body"] = " "
        if i == 9:
            row["id"] = "storm"
        if i == 41:
            row |= {"id": "storm", "date": None}
        yield row


@pytest.fixture
def lines(tmp_path):
    path = tmp_path / "storms.jsonl"
    path.write_text("\n".join([*map(json.dumps, rows()), "{broken", ""]), encoding="utf8")
    return path


@pytest.fixture(autouse=True)
def _small_batches(monkeypatch):
    monkeypatch.setattr(staging, "open_stream", lambda path: streams.open_stream(path, batch=7))


def same(source, tmp_path, **options):
    at_once = load.read(source, **options)
    marked = load.mark_duplicates(at_once.articles)
    staged = staging.stage(source, tmp_path / "staged", **options)
    parts = list(staged.parts(10))
    assert {len(p) for p in parts[:-1]} <= {10}
    pd.testing.assert_frame_equal(pd.concat(parts, ignore_index=True), marked)
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
        {"columns": {"place": "headline"}},
    ],
)
def test_lines_give_the_same_articles_in_batches_and_at_once(lines, tmp_path, options):
    same(lines, tmp_path, **options)


def test_copies_are_found_across_batches_and_dates_are_read_by_the_whole_column(lines, tmp_path):
    marked = same(lines, tmp_path)
    assert marked["duplicate_of"].notna().sum() == 3  # one more copies what was dropped
    assert marked["published"].max() == pd.Timestamp("2016-12-25")
    assert marked["published"].dt.month.value_counts().max() < 20  # day first, as 25/12 shows


def test_parquet_files_and_folders_of_them(lines, tmp_path):
    frame = pd.DataFrame(rows())
    frame.to_parquet(tmp_path / "storms.parquet", row_group_size=11)
    same(tmp_path / "storms.parquet", tmp_path)
    pa.dataset.write_dataset(
        pa.Table.from_pandas(frame),
        tmp_path / "set",
        format="parquet",
        partitioning_flavor="hive",
        partitioning=["outlet"],
    )
    marked = same(tmp_path / "set", tmp_path)
    assert set(marked["outlet"]) == {"Outlet 0", "Outlet 1", "Outlet 2"}
    assert len(marked) == 59


def test_other_sources_go_the_same_way(tmp_path):
    same("embedded", tmp_path)
    same(paths.SAMPLE / "articles.jsonl", tmp_path)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ('{"outlet": "A", "text": "café"}\n'.encode("cp1252"), "is not UTF-8"),
        (b"\n\n", "holds no rows"),
        (b'{"outlet": "A", "headline": "no text"}\n', "has no column for text"),
        (
            b'{"outlet": "A", "text": ""}\n',
            "None of the 1 rows of bad can be used: bad.jsonl, line 1: has no text",
        ),
    ],
)
def test_bad_lines_are_refused_with_their_name(data, message, tmp_path):
    (tmp_path / "bad.jsonl").write_bytes(data)
    with pytest.raises(InputError, match=message):
        staging.stage(tmp_path / "bad.jsonl", tmp_path / "staged")


def test_a_filter_that_leaves_nothing_says_which_days_there_are(lines, tmp_path):
    with pytest.raises(
        ParameterError, match="No article of storms is left.*Its days run from 2016-01"
    ):
        staging.stage(lines, tmp_path / "staged", selection=Selection(since="2020-01-01"))


def test_a_broken_parquet_file_is_named(tmp_path):
    (tmp_path / "bad.parquet").write_bytes(b"PAR1 nothing")
    with pytest.raises(InputError, match="bad.parquet is not sound Parquet"):
        streams.open_stream(tmp_path / "bad.parquet")
    with pytest.raises(InputError, match="cannot be read in batches"):
        streams.open_stream(tmp_path / "bad.csv")


def test_no_more_than_a_batch_is_held(tmp_path):
    path = tmp_path / "many.jsonl"
    path.write_text("\n".join(json.dumps(r) for r in rows(50)), encoding="utf8")
    assert [len(batch) for batch in streams.open_stream(path, batch=20).batches()] == [20, 20, 10]
    tables.check(next(staging.stage(path, tmp_path / "staged").parts(10)), tables.ARTICLES)
