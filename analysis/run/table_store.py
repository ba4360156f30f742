"""
Tables on disk: a Parquet file for each table, or a folder of shards for each table of a large run.

In: a folder that a run wrote. Out: its tables, each read on first use and checked against its
definition. A shard holds the rows of a thousand articles. pandas, DuckDB and Spark read a file as
well as a folder. ``hashes.json`` holds the hash of every file, so that one that has changed is
never read.
"""

import json
import logging
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import pandas as pd

from analysis.core import kept_files, owned_files, tables
from analysis.core.errors import InputError, RunError
from analysis.run.manifest import MANIFEST, Manifest, write_manifest
from analysis.run.table_paths import shard_path, shard_paths, table_path

__all__ = [
    "HASHES",
    "StoredTables",
    "begin",
    "changed_files",
    "clear",
    "finish",
    "read_manifest",
    "read_table",
    "validate_not_unfinished",
]

_log = logging.getLogger(__name__)

HASHES = "hashes.json"
"""File name of the index of all files of a folder of tables."""


class StoredTables(Mapping[str, pd.DataFrame]):
    """
    The tables of a folder by name, each read on first use.

    Parameters
    ----------
    folder : Path
    names : sequence of str
        The tables that must be there.
    shard : int, optional
        The only shard to read of each table that is stored in shards, counted from 0; by default
        all of them.

    Raises
    ------
    InputError
        If a table is missing; on first use, if it has changed since it was written or lacks a
        column, as one of another version does.
    """

    def __init__(self, folder: Path, names: Sequence[str], shard: int | None = None) -> None:
        self.folder = Path(folder)
        self.names = tuple(names)
        self.shard = shard
        self._loaded: dict[str, pd.DataFrame] = {}
        missing = [name for name in names if not table_path(self.folder, name).exists()]
        if missing:
            raise InputError(f"{folder} lacks {', '.join(missing)}. {_how_to_write(folder)}")
        if not (self.folder / HASHES).exists():
            _log.warning("%s has no %s, so changes in its tables are not noticed", folder, HASHES)

    def __getitem__(self, name: str) -> pd.DataFrame:
        """Return a table; it is read and checked once."""
        if name not in self.names:
            raise KeyError(name)
        if name not in self._loaded:
            frame = read_table(self.folder, name, shard=self.shard)
            table = tables.make(frame, tables.ALL[name])
            self._check_columns(name, frame)
            self._loaded[name] = table
        return self._loaded[name]

    def _check_columns(self, name: str, frame: pd.DataFrame) -> None:
        """Raise an error for a column that is not there: nulls in its place would say something."""
        missing = [column for column in tables.ALL[name].columns if column not in frame]
        if missing:
            path = table_path(self.folder, name)
            raise InputError(
                f"{path} lacks the column {', '.join(missing)}: another version of Parallax wrote "
                f"it. {_how_to_write(self.folder)}"
            )

    def __iter__(self) -> Iterator[str]:
        return iter(self.names)

    def __len__(self) -> int:
        return len(self.names)


def read_table(
    folder: Path,
    name: str,
    *,
    columns: list[str] | None = None,
    shard: int | None = None,
) -> pd.DataFrame:
    """
    Read a table, if its files are those that were written.

    Parameters
    ----------
    folder : Path
    name : str
    columns : list of str, optional
        By default all of them.
    shard : int, optional
        See ``StoredTables``.

    Returns
    -------
    DataFrame
        Not checked against its definition.

    Raises
    ------
    InputError
        If a file has changed, is missing or cannot be read; the next command is named. In a folder
        without ``hashes.json`` a change is only noticed if the file cannot be read any more.
    """
    folder = Path(folder)
    path = table_path(folder, name)
    if shard is not None and not path.is_file():
        path = shard_paths(folder, name)[shard]
    index_path = folder / HASHES
    if index_path.exists():
        changed = _changed_in_table(folder, name, path)
        if changed:
            raise InputError(_changed_message(folder, changed))
    try:
        return pd.read_parquet(path, columns=columns)
    except (OSError, ValueError) as error:  # errors of pyarrow are among them
        reason = str(error).partition("\n")[0]
        raise InputError(f"{path} cannot be read: {reason}. {_how_to_write(folder)}") from error


def _changed_in_table(folder: Path, name: str, path: Path) -> list[str]:
    """Return the files of a table, or of one shard of it, that are not as they were written."""
    index = kept_files.read_index(folder / HASHES)
    if index is None:
        return [HASHES]
    if path.is_file():
        file = path.relative_to(folder).as_posix()
        written = {file: index.hashes[file]} if file in index.hashes else {}
        return kept_files.changed_files(folder, written, [file])
    written = {}
    for file, digest in index.hashes.items():
        if file == f"{name}.parquet" or file.startswith(f"{name}/"):
            written[file] = digest
    found = [shard.relative_to(folder).as_posix() for shard in shard_paths(folder, name)]
    return kept_files.changed_files(folder, written, found)


def _changed_message(folder: Path, files: Sequence[str]) -> str:
    paths = ", ".join(str(folder / file) for file in files)
    return f"{paths}: missing or changed since the tables were written. {_how_to_write(folder)}"


def _how_to_write(folder: Path) -> str:
    return f"Write the tables again: parallax extract SOURCE --out {folder}"


def read_manifest(folder: Path) -> Manifest:
    """
    Read the manifest of a folder of tables.

    Parameters
    ----------
    folder : Path

    Returns
    -------
    Manifest

    Raises
    ------
    InputError
        If it is missing or has changed since it was written.
    """
    path = Path(folder) / MANIFEST
    index = kept_files.read_index(Path(folder) / HASHES)
    if index is not None and kept_files.changed_files(
        Path(folder), {MANIFEST: index.hashes.get(MANIFEST, "")}
    ):
        raise InputError(_changed_message(Path(folder), [MANIFEST]))
    try:
        return json.loads(path.read_text(encoding="utf8"))
    except (OSError, ValueError) as error:
        raise InputError(f"{path} cannot be read: {error}. {_how_to_write(folder)}") from error


def begin(folder: Path) -> None:
    """
    Delete manifest and hashes: until ``finish`` a folder holds no tables of a finished run.

    Raises
    ------
    RunError
        If one of them is the user's, see ``analysis.core.owned_files``.
    """
    for name in (MANIFEST, HASHES):
        path = Path(folder) / name
        owned_files.claim(path)
        path.unlink(missing_ok=True)


def finish(
    folder: Path,
    names: Sequence[str],
    manifest: Manifest,
    *,
    only_manifest: bool = False,
) -> None:
    """
    Write the manifest and the hashes of all files, with which a folder of tables is complete.

    Parameters
    ----------
    folder : Path
    names : sequence of str
        Its tables.
    manifest : Manifest
    only_manifest : bool
        Keep the hashes of the tables, because only the manifest is new.

    Raises
    ------
    RunError
        If a file cannot be written.
    """
    folder = Path(folder)
    index = kept_files.read_index(folder / HASHES) if only_manifest else None
    begin(folder)
    write_manifest(manifest, folder)
    hashes = index.hashes if index else kept_files.hash_files(_files(folder, names), folder)
    hashes = hashes | kept_files.hash_files([folder / MANIFEST], folder)
    kept_files.write_index(folder / HASHES, hashes)


def validate_not_unfinished(source: str | Path) -> None:
    """
    Refuse a folder of tables without a manifest: it would be read as a folder of articles.

    Parameters
    ----------
    source : str or Path
        What a run is to read; need not exist.

    Raises
    ------
    InputError
        If it holds the hashes or several tables of a run, but no manifest.
    """
    folder = Path(source).expanduser()
    if (folder / MANIFEST).exists():
        return
    n_tables = sum(table_path(folder, name).exists() for name in tables.PER_ARTICLE)
    if (folder / HASHES).exists() or n_tables == len(tables.PER_ARTICLE):
        raise InputError(
            f"{folder} holds tables, but no {MANIFEST}: their run was not finished, or the file "
            f"was deleted. {_how_to_write(folder)}"
        )


def _files(folder: Path, names: Sequence[str]) -> list[Path]:
    """Return all files of some tables, except shards that are hidden by a single file."""
    files = []
    for name in names:
        path = table_path(folder, name)
        if path.is_file():
            files.append(path)
        else:
            files += shard_paths(folder, name)
    return files


def changed_files(folder: Path, names: Sequence[str]) -> list[str]:
    """
    Find the files of a finished run that are missing or have changed since.

    Parameters
    ----------
    folder : Path
    names : sequence of str
        The tables that must be there.

    Returns
    -------
    list of str
        Relative to the folder; empty if all is as it was written, and if no run was finished there.
    """
    folder = Path(folder)
    if not (folder / MANIFEST).exists() and not (folder / HASHES).exists():
        return []
    index = kept_files.read_index(folder / HASHES)
    if index is None:
        return [HASHES]
    expected = [MANIFEST]
    for path in _files(folder, names):
        expected.append(path.relative_to(folder).as_posix())
    missing = [name for name in names if not table_path(folder, name).exists()]
    changed = kept_files.changed_files(folder, index.hashes, expected)
    return sorted({*changed, *(f"{name}.parquet" for name in missing)})


def clear(
    folder: Path,
    names: Sequence[str],
    *,
    single_files: bool = False,
    n_shards: int = 0,
) -> None:
    """
    Delete tables of an earlier run that would be mistaken for those of this one.

    Files that Parallax did not write are not deleted.

    Parameters
    ----------
    folder : Path
        In a folder with an owner's mark, see ``analysis.core.owned_files``.
    names : sequence of str
    single_files : bool
        Whether to delete the tables that are a single file.
    n_shards : int
        Shards of this run, which stay; all other files in the tables' folders are deleted. With 0
        the folders are deleted too.

    Raises
    ------
    RunError
        If a file that Parallax did not write would be mistaken for a table or a part of one.
    """
    stale = []
    for name in names:
        if single_files:
            stale.append(Path(folder) / f"{name}.parquet")
        current = {shard_path(folder, name, number) for number in range(n_shards)}
        stale += [path for path in shard_paths(folder, name) if path not in current]
    for path in stale:
        owned_files.remove(path)
        if path.exists():
            raise RunError(
                f"{path} was not written by Parallax and would be mistaken for a part of the "
                "tables. Move it elsewhere, and run the same command again."
            )
    if not n_shards:
        for name in names:
            owned_files.remove(Path(folder) / name)
