"""
Say where the tables of a folder are: a Parquet file each, or a folder of shards each.

In: a folder that a run wrote. Out: paths. A shard holds the rows of a thousand articles. Nothing is
read here, so that a report that is only checked for changes needs no pandas.
"""

from pathlib import Path

__all__ = ["is_sharded", "shard_path", "shard_paths", "table_path"]


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
