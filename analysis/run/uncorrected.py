"""
Keep what was extracted of a shard before corrections are laid over it.

In: a folder of tables in shards. Out: copies of the corrected files as they were, which the next
run puts back first: another file of corrections then needs no article to be read again.
"""

from collections.abc import Sequence
from pathlib import Path

from analysis.core import kept_files, owned_files
from analysis.core.atomic_write import write_bytes
from analysis.run.table_paths import shard_path

__all__ = ["FOLDER", "keep", "restore"]

FOLDER = ".uncorrected"
"""Folder of the copies, in that of the tables."""


def keep(folder: Path, mark: Path, number: int, names: Sequence[str]) -> None:
    """
    Copy the files of a shard that are about to be corrected.

    Parameters
    ----------
    folder : Path
        Of the tables.
    mark : Path
        Index of the finished shard, which ``restore`` brings up to date.
    number : int
        The shard.
    names : sequence of str
        The tables that are corrected.
    """
    copies = []
    for name in names:
        copy = shard_path(folder / FOLDER, name, number)
        copy.parent.mkdir(parents=True, exist_ok=True)
        write_bytes(shard_path(folder, name, number).read_bytes(), copy)
        copies.append(copy)
    hashes = kept_files.hash_files(copies, folder / FOLDER)
    kept_files.write_index(folder / FOLDER / mark.name, hashes, mark.relative_to(folder).as_posix())


def restore(folder: Path) -> None:
    """
    Put back what was extracted.

    Parameters
    ----------
    folder : Path
        Of the tables; one without copies is left as it is. A shard whose copies have changed counts
        as not finished, so that it is made again.
    """
    kept = folder / FOLDER
    for path in sorted(kept.glob("shard-*")):
        index = kept_files.read_index(path)
        mark = folder / (index.key if index else f".done/{path.name}")
        finished = kept_files.read_index(mark)
        is_whole = index is not None and not kept_files.changed_files(kept, index.hashes)
        if index is None or finished is None or not is_whole:
            owned_files.remove(mark)
            continue
        for name in index.hashes:
            write_bytes((kept / name).read_bytes(), folder / name)
        kept_files.write_index(mark, {**finished.hashes, **index.hashes}, finished.key)
    owned_files.remove(kept)
