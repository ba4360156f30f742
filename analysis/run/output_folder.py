"""
Open the folder that a run writes to: Parallax's own, and of one run at a time.

In: a folder, and the name of its corpus. Out: the folder, marked and locked until the run ends. A
folder with files of the user is refused; see ``analysis.core.owned_files``. The lock is one of the
operating system, so that a process that died keeps none.
"""

import json
import os
import platform
import shlex
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path

from filelock import FileLock, Timeout

from analysis.core import owned_files
from analysis.core.errors import ParameterError, RunError
from analysis.run.manifest import MANIFEST

__all__ = ["opened"]

_TABLES = "tables"  # the folder in a report that extract may have made before
_locked: set[Path] = set()  # folders that this process has locked


@contextmanager
def opened(folder: str | Path, corpus: str, will_write: Iterable[str] = ()) -> Iterator[Path]:
    """
    Make a folder, mark it as Parallax's and lock it until the block ends.

    A folder inside one that Parallax made belongs to that one. A folder of tables that a version
    without marks wrote is recognised by its manifest, if it holds nothing but the tables that the
    manifest names. Opening a folder again while it is open does nothing.

    Parameters
    ----------
    folder : str or Path
        Created if it does not exist, and removed again if nothing was written.
    corpus : str
        Name of the corpus, for the mark.
    will_write : iterable of str
        Files that are going to be written, relative to the folder: it is refused at once if one
        of them is the user's.

    Yields
    ------
    Path
        The absolute path of the folder.

    Raises
    ------
    ParameterError
        If the folder cannot be made or written to, is a file, or holds files of the user.
    RunError
        If another run writes into it; the message says which.
    """
    folder = Path(os.path.realpath(Path(folder).expanduser()))
    if (owned_files.owner_of(folder) or folder) in _locked:
        yield folder
        return
    new_folders = _make(folder)
    try:
        root = owned_files.owner_of(folder) or folder
        recognised = _recognised(folder) if root == folder else set()
        owned_files.validate(folder, recognised)  # before a lock file is put into it
        with _lock(root):
            owned_files.own(folder, corpus, recognised)
            _absorb_tables(root, corpus)
            owned_files.settle(root)
            _refuse_to_replace(root, [folder / name for name in will_write])
            try:
                yield folder
            finally:
                owned_files.settle(root)
                if not owned_files.files_in(root):
                    (root / owned_files.MARK).unlink(missing_ok=True)
    finally:
        _remove_if_empty(new_folders)


def _make(folder: Path) -> list[Path]:
    """Make a folder; return the folders that did not exist, the innermost first."""
    new = []
    try:
        for path in (folder, *folder.parents):
            if path.exists():
                break
            new.append(path)
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ParameterError(owned_files.unwritable_message(folder, error)) from error
    return new


def _remove_if_empty(folders: Iterable[Path]) -> None:
    """Remove folders from the innermost on, up to the first that is not empty."""
    for folder in folders:
        try:
            folder.rmdir()
        except OSError:
            return


@contextmanager
def _lock(root: Path) -> Iterator[None]:
    """Lock a folder until the block ends."""
    path = root / owned_files.LOCK
    lock = FileLock(path, timeout=0)
    try:
        lock.acquire()
        path.write_text(json.dumps(_this_run()), encoding="utf8")
    except Timeout:
        raise RunError(_held_message(root, path)) from None
    except OSError as error:
        lock.release()
        raise ParameterError(owned_files.unwritable_message(root, error)) from error
    try:
        _locked.add(root)
        yield
    finally:
        _locked.discard(root)
        with suppress(OSError):  # Windows removes no file that is open
            path.unlink()
        lock.release()


def _this_run() -> dict[str, str | int]:
    """Return what another run is told of this one."""
    return {
        "pid": os.getpid(),
        "host": platform.node(),
        "since": datetime.now().astimezone().isoformat(timespec="seconds"),
        "command": shlex.join([Path(sys.argv[0]).name, *sys.argv[1:]]),
    }


def _held_message(root: Path, path: Path) -> str:
    try:
        run = json.loads(path.read_text(encoding="utf8"))
        holder = f"process {run['pid']} on {run['host']} since {run['since']}: {run['command']}"
    except (OSError, ValueError, KeyError, TypeError):
        holder = "its process has not said which"  # it has only just begun
    return (
        f"Another run is writing to {root} ({holder}). "
        "Wait until it has ended, or choose another folder with --out."
    )


def _recognised(folder: Path) -> set[str]:
    """Return the files of a folder without a mark that are Parallax's, relative to it."""
    if owned_files.has_mark(folder):
        return set()
    tables_folder = folder / _TABLES
    if owned_files.has_mark(tables_folder):
        inside = owned_files.listed(tables_folder)
    else:
        inside = _files_of_manifest(tables_folder)
    return {*_files_of_manifest(folder), *(f"{_TABLES}/{name}" for name in inside)}


def _files_of_manifest(folder: Path) -> set[str]:
    """Return the manifest of a folder of tables and the files of the tables that it names."""
    path = folder / MANIFEST
    if not path.is_file():
        return set()
    from analysis.core import tables

    try:
        names = set(json.loads(path.read_text(encoding="utf8"))["rows"])
    except (OSError, ValueError, KeyError, TypeError):
        return set()
    if not names or not names.issubset(tables.ALL):
        return set()
    files = [path]
    for name in names:
        files += folder.glob(f"{name}.parquet")
        files += folder.glob(f"{name}/shard-*.parquet")
    files += folder.glob(".done/shard-*")
    return {file.relative_to(folder).as_posix() for file in files}


def _absorb_tables(root: Path, corpus: str) -> None:
    """Let the tables that extract wrote into a folder of the default name be part of the report."""
    folder = root / _TABLES
    if not owned_files.has_mark(folder):
        return
    with _lock(folder):
        inside = {f"{_TABLES}/{name}" for name in owned_files.listed(folder)}
        owned_files.mark_folder(root, corpus, owned_files.listed(root) | inside)
        (folder / owned_files.MARK).unlink()
        (folder / owned_files.JOURNAL).unlink(missing_ok=True)


def _refuse_to_replace(root: Path, files: Iterable[Path]) -> None:
    """Refuse to write in the place of files of the user, before a run that would end with that."""
    names = [file.relative_to(root).as_posix() for file in files]
    foreign = owned_files.unlisted(root, names)
    if foreign:
        raise ParameterError(
            f"{root / foreign[0]} was not written by Parallax, so it is not replaced. Move it "
            "elsewhere, or choose another folder with --out, and run the same command again."
        )
