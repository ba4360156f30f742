"""Tables on disk: files or shards, read on first use, and never mixed with those of another run."""

import json

import pandas as pd
import pytest

from analysis.core import owned_files, tables
from analysis.core.errors import InputError, RunError, TableError
from analysis.run import table_paths, table_store
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
        path = table_paths.shard_path(folder, name, number)
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
    message = "lacks figures, events. Write the tables again: parallax extract"
    with pytest.raises(InputError, match=message):
        StoredTables(tmp_path, ["figures", "problems", "events"])


def test_a_table_that_does_not_match_its_definition_is_refused(tmp_path):
    pd.DataFrame({"article_id": ["a"]}).to_parquet(tmp_path / "problems.parquet")
    stored = StoredTables(tmp_path, ["problems"])
    with pytest.raises(TableError):
        stored["problems"]


def test_a_table_of_another_version_is_not_filled_with_nulls(tmp_path):
    row = {"story_id": "s", "label": "Fire", "n_articles": 2, "n_outlets": 2}
    stories = tables.make([row], tables.STORIES)
    stories.drop(columns="p").to_parquet(tmp_path / "stories.parquet")
    with pytest.raises(InputError, match="lacks the column p: .+ parallax extract"):
        StoredTables(tmp_path, ["stories"])["stories"]


def test_shards_are_in_order_and_a_file_takes_precedence(tmp_path):
    write(tmp_path, "articles", *([str(number)] for number in range(12)))
    assert table_paths.is_sharded(tmp_path)
    names = [path.name for path in table_paths.shard_paths(tmp_path, "articles")]
    assert names == [f"shard-{number:05d}.parquet" for number in range(12)]
    assert table_paths.table_path(tmp_path, "articles") == tmp_path / "articles"
    write(tmp_path, "articles", ["a"])
    assert table_paths.table_path(tmp_path, "articles") == tmp_path / "articles.parquet"
    assert not table_paths.is_sharded(tmp_path / "elsewhere")


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


def finish(folder):
    """Write the manifest and the hashes of a folder with the tables ``problems``."""
    manifest = {"corpus": "t", "rows": {"problems": 2}}
    table_store.finish(folder, ["problems"], manifest)
    return manifest


def change(path, content):
    if content is None:
        path.unlink()
    else:
        path.write_bytes(content)


def changed_copy(path):
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    return bytes(content)


def test_a_finished_folder_has_the_hash_of_every_file(tmp_path):
    write(tmp_path, "problems", ["a"], ["b"])
    manifest = finish(tmp_path)
    assert table_store.read_manifest(tmp_path) == manifest
    assert table_store.changed_files(tmp_path, ["problems"]) == []
    hashes = json.loads((tmp_path / "hashes.json").read_text())["sha256"]
    assert set(hashes) == {
        "manifest.json",
        "problems/shard-00000.parquet",
        "problems/shard-00001.parquet",
    }
    table_store.begin(tmp_path)
    assert not (tmp_path / "manifest.json").exists()
    assert not (tmp_path / "hashes.json").exists()
    assert table_store.changed_files(tmp_path, ["problems"]) == []  # no run was finished


def test_a_new_manifest_keeps_the_hashes_of_tables_that_were_not_read(tmp_path):
    write(tmp_path, "problems", ["a"])
    manifest = finish(tmp_path)
    path = tmp_path / "problems.parquet"
    path.write_bytes(changed_copy(path))
    table_store.finish(tmp_path, ["problems"], manifest | {"key": "k"}, only_manifest=True)
    assert table_store.read_manifest(tmp_path)["key"] == "k"
    assert table_store.changed_files(tmp_path, ["problems"]) == ["problems.parquet"]


@pytest.mark.parametrize("how", ["bit", "cut", "deleted", "other"])
@pytest.mark.parametrize("shards", [[["a", "b"]], [["a"], ["b"]]])
def test_a_table_that_has_changed_is_named_with_the_next_command_and_never_read(
    shards, how, tmp_path
):
    write(tmp_path, "problems", *shards)
    finish(tmp_path)
    path = sorted(tmp_path.rglob("*.parquet"))[-1]
    contents = {
        "bit": changed_copy(path),
        "cut": path.read_bytes()[:50],
        "deleted": None,
        "other": (tmp_path / "manifest.json").read_bytes(),
    }
    stored = StoredTables(tmp_path, ["problems"])
    change(path, contents[how])
    if path.parent == tmp_path and how == "deleted":
        with pytest.raises(InputError, match="lacks problems.*parallax extract SOURCE"):
            StoredTables(tmp_path, ["problems"])
    message = f"{path.name}: missing or changed .*parallax extract SOURCE --out {tmp_path}"
    with pytest.raises(InputError, match=message):
        stored["problems"]
    name = path.relative_to(tmp_path).as_posix()
    assert table_store.changed_files(tmp_path, ["problems"]) == [name]


def test_the_other_shards_can_still_be_read(tmp_path):
    write(tmp_path, "problems", ["a"], ["b"])
    finish(tmp_path)
    path = table_paths.shard_path(tmp_path, "problems", 1)
    path.write_bytes(changed_copy(path))
    first = StoredTables(tmp_path, ["problems"], 0)
    assert first["problems"]["article_id"].tolist() == ["a"]
    with pytest.raises(InputError, match="shard-00001.parquet: missing or changed"):
        StoredTables(tmp_path, ["problems"], 1)["problems"]


def test_a_shard_of_another_run_is_not_read(tmp_path):
    write(tmp_path, "problems", ["a"], ["b"])
    finish(tmp_path)
    write(tmp_path, "problems", ["a"], ["b"], ["c"])
    with pytest.raises(InputError, match="shard-00002.parquet: missing or changed"):
        StoredTables(tmp_path, ["problems"])["problems"]


@pytest.mark.parametrize("content", [None, b"", b"{", b"7", b'{"corpus": "u"}'])
def test_a_manifest_that_has_changed_is_not_read(content, tmp_path):
    write(tmp_path, "problems", ["a"])
    finish(tmp_path)
    change(tmp_path / "manifest.json", content)
    assert table_store.changed_files(tmp_path, ["problems"]) == ["manifest.json"]
    message = "manifest.json: missing or changed .*Write the tables again: parallax"
    with pytest.raises(InputError, match=message):
        table_store.read_manifest(tmp_path)


@pytest.mark.parametrize("content", [b"", b"{", b"7", b'{"key": "", "sha256": {}}'])
def test_hashes_that_have_changed_make_the_tables_again(content, tmp_path):
    write(tmp_path, "problems", ["a"])
    finish(tmp_path)
    change(tmp_path / "hashes.json", content)
    assert table_store.changed_files(tmp_path, ["problems"])
    with pytest.raises(InputError, match="missing or changed since the tables were written"):
        StoredTables(tmp_path, ["problems"])["problems"]


def test_without_hashes_a_table_is_read_with_a_warning_and_a_broken_one_is_named(tmp_path, caplog):
    write(tmp_path, "problems", ["a"])
    finish(tmp_path)
    (tmp_path / "hashes.json").unlink()
    assert table_store.changed_files(tmp_path, ["problems"]) == ["hashes.json"]
    assert len(StoredTables(tmp_path, ["problems"])["problems"]) == 1
    assert "has no hashes.json, so changes in its tables are not noticed" in caplog.text
    (tmp_path / "problems.parquet").write_bytes(b"PAR1")
    message = "problems.parquet cannot be read: .*parallax extract SOURCE"
    with pytest.raises(InputError, match=message):
        StoredTables(tmp_path, ["problems"])["problems"]
    (tmp_path / "manifest.json").write_text("{")
    with pytest.raises(InputError, match="manifest.json cannot be read"):
        table_store.read_manifest(tmp_path)


@pytest.mark.parametrize(
    ("files", "is_refused"),
    [
        (["hashes.json"], True),
        ([f"{name}.parquet" for name in tables.PER_ARTICLE], True),
        (["manifest.json", "hashes.json"], False),
        (["articles.parquet", "figures.parquet"], False),
        ([], False),
    ],
)
def test_tables_without_a_manifest_are_not_taken_for_articles(files, is_refused, tmp_path):
    for name in files:
        (tmp_path / name).touch()
    if is_refused:
        with pytest.raises(
            InputError, match="holds tables, but no manifest.json.*parallax extract"
        ):
            table_store.validate_not_unfinished(tmp_path)
    else:
        table_store.validate_not_unfinished(tmp_path)


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
