"""
Tables on disk: one Parquet file a table, or, for a large corpus, one folder a table with a file for each thousand
articles. pandas, DuckDB and Spark read either.

In: a folder that a run wrote. Out: its tables, each read when it is asked for and checked against its definition.
"""

from collections.abc import Mapping
from pathlib import Path

import pandas as pd

from analysis.core import tables
from analysis.core.errors import InputError

__all__ = ["StoredTables", "clear", "shard_path", "shard_paths"]


class StoredTables(Mapping):
    """
    The tables of a folder by their names.

    Parameters
    ----------
    folder : Path
    names : sequence of str
        The tables that must be there.
    number : int, optional
        Of the only piece to read of each table that is in pieces.

    Raises
    ------
    InputError
        If a table is not there.
    """

    def __init__(self, folder, names, number=None):
        self.folder, self.names, self.number, self.held = Path(folder), tuple(names), number, {}
        lacking = [name for name in names if not self._path(name).exists()]
        if lacking:
            raise InputError(
                f"{folder} lacks {', '.join(lacking)}. "
                f"Write the tables again: python -m analysis extract SOURCE --out {folder}"
            )

    def _path(self, name):
        single = self.folder / f"{name}.parquet"
        if single.exists():
            return single
        return (
            self.folder / name
            if self.number is None
            else shard_path(self.folder, name, self.number)
        )

    def __getitem__(self, name):
        """Read a table, once."""
        if name not in self.names:
            raise KeyError(name)
        if name not in self.held:
            self.held[name] = tables.make(pd.read_parquet(self._path(name)), tables.ALL[name])
        return self.held[name]

    def __iter__(self):
        return iter(self.names)

    def __len__(self):
        return len(self.names)

    @property
    def in_pieces(self):
        """Whether the tables are folders."""
        return bool(shard_paths(self.folder, "articles"))


def shard_path(folder, name, number):
    """Give the path of one piece of a table."""
    return Path(folder) / name / f"part-{number:05d}.parquet"


def shard_paths(folder, name):
    """Give the paths of all pieces of a table, in order."""
    return sorted((Path(folder) / name).glob("part-*.parquet"))


def clear(folder, names, *, single=False, beyond=0):
    """
    Delete tables of an earlier run that would be taken for this one's.

    Parameters
    ----------
    folder : Path
    names : sequence of str
    single : bool
        Whether to delete the tables that are one file.
    beyond : int
        Pieces from this number on are deleted.
    """
    for name in names:
        if single:
            (Path(folder) / f"{name}.parquet").unlink(missing_ok=True)
        for path in shard_paths(folder, name)[beyond:]:
            path.unlink()
        if not beyond and (Path(folder) / name).is_dir():
            (Path(folder) / name).rmdir()
