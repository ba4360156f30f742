"""
Tables on disk: a Parquet file for each table, or a folder of shards for each table of a large run.

In: a folder that a run wrote. Out: its tables, each read on first use and checked against its
definition. A shard holds the rows of a thousand articles. pandas, DuckDB and Spark read a file as
well as a folder.
"""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import pandas as pd

from analysis.core import owned_files, tables
from analysis.core.errors import InputError, RunError

__all__ = ["StoredTables", "clear", "is_sharded", "shard_path", "shard_paths", "table_path"]


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
        If a table is missing.
    """

    def __init__(self, folder: Path, names: Sequence[str], shard: int | None = None) -> None:
        self.folder = Path(folder)
        self.names = tuple(names)
        self.shard = shard
        self._loaded: dict[str, pd.DataFrame] = {}
        missing = [name for name in names if not table_path(self.folder, name).exists()]
        if missing:
            raise InputError(
                f"{folder} lacks {', '.join(missing)}. "
                f"Write the tables again: python -m analysis extract SOURCE --out {folder}"
            )

    def __getitem__(self, name: str) -> pd.DataFrame:
        """Return a table; it is read and checked once."""
        if name not in self.names:
            raise KeyError(name)
        if name not in self._loaded:
            frame = pd.read_parquet(self._path(name))
            self._loaded[name] = tables.make(frame, tables.ALL[name])
        return self._loaded[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self.names)

    def __len__(self) -> int:
        return len(self.names)

    def _path(self, name: str) -> Path:
        path = table_path(self.folder, name)
        if self.shard is None or path.is_file():
            return path
        return shard_paths(self.folder, name)[self.shard]


def table_path(folder: Path, name: str) -> Path:
    """Return the path of a table: its file, or the folder of its shards if there is no file."""
    single = Path(folder) / f"{name}.parquet"
    if single.exists():
        return single
    return Path(folder) / name


def is_sharded(folder: Path) -> bool:
    """Return whether the tables of a folder are stored in shards."""
    return bool(shard_paths(folder, "articles"))


def shard_path(folder: Path, name: str, number: int) -> Path:
    """Return the path that a shard of a table is written to; ``number`` counts from 0."""
    return Path(folder) / name / f"shard-{number:05d}.parquet"


def shard_paths(folder: Path, name: str) -> list[Path]:
    """Return the paths of all shards of a table that exist, in order."""
    return sorted((Path(folder) / name).glob("*.parquet"))


def clear(
    folder: Path, names: Sequence[str], *, single_files: bool = False, n_shards: int = 0
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
