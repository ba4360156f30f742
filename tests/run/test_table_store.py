"""Tables on disk: files or shards, read on first use, and never mixed with those of another run."""

import pandas as pd
import pytest

from analysis.core import owned_files, tables
from analysis.core.errors import InputError, RunError, TableError
from analysis.run import table_store
from analysis.run.table_store import StoredTables


def problems(*ids):
    rows = [{"article_id": i, "stage": "load", "reason": "bad", "kept": False} for i in ids]
    return tables.make(rows, tables.PROBLEMS)


def write(folder, name, *shards):
    """Write a table as one file, or as several shards."""
    if len(shards) == 1:
        folder.mkdir(parents=True, exist_ok=True)
        problems(*shards[0]).to_parquet(folder / f"{name}.parquet")
        return
    for number, ids in enumerate(shards):
        path = table_store.shard_path(folder, name, number)
        path.parent.mkdir(parents=True, exist_ok=True)
        problems(*ids).to_parquet(path)


@pytest.mark.parametrize(
    ("shards", "number", "expected"),
    [
        ([["a", "b"]], None, ["a", "b"]),
        ([["a"], ["b", "c"]], None, ["a", "b", "c"]),
        ([["a"], ["b", "c"]], 0, ["a"]),
        ([["a"], ["b", "c"]], 1, ["b", "c"]),
        ([["a", "b"]], 1, ["a", "b"]),
    ],
)
def test_a_table_is_read_from_its_file_or_its_shards(shards, number, expected, tmp_path):
    write(tmp_path, "problems", *shards)
    stored = StoredTables(tmp_path, ["problems"], number)
    assert stored["problems"]["article_id"].tolist() == expected


def test_it_is_a_mapping_that_reads_each_table_once(tmp_path):
    write(tmp_path, "problems", ["a"])
    stored = StoredTables(tmp_path, ["problems"])
    assert list(stored) == ["problems"]
    assert len(stored) == 1
    assert stored["problems"] is stored["problems"]
    with pytest.raises(KeyError):
        stored["figures"]


def test_missing_tables_are_named_together_with_the_next_command(tmp_path):
    write(tmp_path, "problems", ["a"])
    message = "lacks figures, events. Write the tables again: python -m analysis extract"
    with pytest.raises(InputError, match=message):
        StoredTables(tmp_path, ["figures", "problems", "events"])


def test_a_table_that_does_not_match_its_definition_is_refused(tmp_path):
    pd.DataFrame({"article_id": ["a"]}).to_parquet(tmp_path / "problems.parquet")
    stored = StoredTables(tmp_path, ["problems"])
    with pytest.raises(TableError):
        stored["problems"]


def test_shards_are_in_order_and_a_file_takes_precedence(tmp_path):
    write(tmp_path, "articles", *([str(number)] for number in range(12)))
    assert table_store.is_sharded(tmp_path)
    names = [path.name for path in table_store.shard_paths(tmp_path, "articles")]
    assert names == [f"shard-{number:05d}.parquet" for number in range(12)]
    assert table_store.table_path(tmp_path, "articles") == tmp_path / "articles"
    write(tmp_path, "articles", ["a"])
    assert table_store.table_path(tmp_path, "articles") == tmp_path / "articles.parquet"
    assert not table_store.is_sharded(tmp_path / "elsewhere")


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ({}, ["problems.parquet"]),
        ({"single_files": True}, []),
        ({"n_shards": 1}, ["problems.parquet", "problems/shard-00000.parquet"]),
        (
            {"n_shards": 2, "single_files": True},
            [f"problems/shard-0000{i}.parquet" for i in (0, 1)],
        ),
    ],
)
def test_what_an_earlier_run_left_is_cleared(options, expected, tmp_path):
    write(tmp_path, "problems", ["a"])
    write(tmp_path, "problems", ["a"], ["b"], ["c"])
    (tmp_path / "problems" / "part-00000.parquet").touch()  # as shards were called before
    owned_files.mark_folder(tmp_path, "t", owned_files.files_in(tmp_path))
    table_store.clear(tmp_path, ["problems", "figures"], **options)
    assert owned_files.files_in(tmp_path) == sorted(expected)
    assert (tmp_path / "problems").exists() is bool(options.get("n_shards"))


@pytest.mark.parametrize(
    ("name", "options"),
    [
        ("problems/mine.parquet", {}),
        ("problems/mine.parquet", {"n_shards": 1}),
        ("problems.parquet", {"single_files": True}),
    ],
)
def test_a_file_of_the_user_is_never_deleted_nor_taken_for_a_table(name, options, tmp_path):
    owned_files.mark_folder(tmp_path, "t")
    (tmp_path / "problems").mkdir()
    (tmp_path / name).write_text("mine")
    with pytest.raises(RunError, match=f"{name} was not written by Parallax"):
        table_store.clear(tmp_path, ["problems"], **options)
    assert (tmp_path / name).read_text() == "mine"
