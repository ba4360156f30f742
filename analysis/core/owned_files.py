"""
Keep the files of the user apart from those that Parallax wrote.

In: a file that is about to be written or removed. Out: its name in the list of the folder, or an
error. A folder that Parallax made has the owner's mark ``.parallax.json``, which lists every file
that Parallax wrote there. A file that is there but not on the list belongs to the user: it is never
removed or replaced. A name is added to the journal next to the mark before its file is written, so
that a run that is killed leaves no file that the next run would take for the user's.
"""

import json
import os
import threading
from collections.abc import Iterable
from dataclasses import dataclass, field
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from analysis.core.errors import ParameterError, RunError

__all__ = [
    "JOURNAL",
    "LOCK",
    "MARK",
    "claim",
    "files_in",
    "has_mark",
    "listed",
    "mark_folder",
    "own",
    "owner_of",
    "remove",
    "settle",
    "unlisted",
    "unwritable_message",
    "validate",
]

MARK = ".parallax.json"
"""File name of the owner's mark."""

JOURNAL = ".parallax.journal"
"""Names of files that were written since the mark was; one JSON string a line."""

LOCK = ".parallax.lock"
"""File that the run that writes into a folder locks; see ``analysis.run.output_folder``."""

_OWN_FILES = (MARK, JOURNAL, LOCK)
_ADVICE = "Choose another folder, for example --out reports/mine"


@dataclass
class _List:
    """The files of one folder as this process last read them."""

    mark: tuple[int, int] = (0, 0)  # inode and time of the mark
    n_bytes: int = 0  # of the journal
    names: set[str] = field(default_factory=set)


_lists: dict[Path, _List] = {}
_guard = threading.Lock()


def has_mark(folder: Path) -> bool:
    """Return whether a folder has an owner's mark of its own."""
    return os.path.isfile(folder / MARK)


def owner_of(path: Path) -> Path | None:
    """Return the nearest folder with a mark that holds a path, or is it; None without one."""
    path = Path(os.path.abspath(path))
    for folder in (path, *path.parents):
        if has_mark(folder):
            return folder
    return None


def mark_folder(folder: Path, corpus: str, names: Iterable[str] = ()) -> None:
    """
    Write the owner's mark of a folder.

    Parameters
    ----------
    folder : Path
    corpus : str
        Name of the corpus that the folder is about.
    names : iterable of str
        Files that are Parallax's already, relative to the folder.

    Raises
    ------
    ParameterError
        If the folder cannot be written to.
    """
    facts = {"parallax": _version(), "corpus": corpus, "files": sorted(names)}
    temporary = folder / f"{MARK}.{os.getpid()}"
    try:
        temporary.write_text(json.dumps(facts, indent=1), encoding="utf8")
        temporary.replace(folder / MARK)
        (folder / JOURNAL).unlink(missing_ok=True)
    except OSError as error:
        temporary.unlink(missing_ok=True)
        raise ParameterError(unwritable_message(folder, error)) from error


def own(folder: Path, corpus: str, recognised: Iterable[str] = ()) -> None:
    """
    Mark a folder as Parallax's, unless it or one that holds it is marked already.

    Parameters
    ----------
    folder : Path
        An existing folder.
    corpus : str
        Name of the corpus that the folder is about.
    recognised : iterable of str
        Files in it that are known to be Parallax's although it has no mark.

    Raises
    ------
    ParameterError
        See ``validate``; or if the folder cannot be written to.
    """
    validate(folder, recognised)
    if owner_of(folder) is None:
        mark_folder(folder, corpus, recognised)


def validate(folder: Path, recognised: Iterable[str] = ()) -> None:
    """
    Refuse a folder that holds files of the user and nothing that Parallax wrote.

    Parameters
    ----------
    folder : Path
        An existing folder.
    recognised : iterable of str
        See ``own``.

    Raises
    ------
    ParameterError
        The message names a folder to use instead.
    """
    owner = owner_of(folder)
    if owner == folder:
        return
    files = files_in(folder)
    if owner is None:
        foreign = sorted({*files}.difference(recognised))
    else:
        inside = {(folder / name).relative_to(owner).as_posix() for name in files}
        foreign = [] if inside & listed(owner) else sorted(files)
    if foreign:
        raise ParameterError(
            f"{folder} is not empty and was not made by Parallax: it holds {foreign[0]}, and no "
            f"{MARK} that lists what Parallax wrote. Nothing was written. Type the same command "
            f"with a folder that is new or empty: --out {_free_name(folder)}"
        )


def _free_name(folder: Path) -> Path:
    """Return the first of folder-2, folder-3 ... that does not exist."""
    number = 2
    while True:
        other = folder.with_name(f"{folder.name or 'parallax'}-{number}")
        if not other.exists():
            return other
        number += 1


def _version() -> str:
    try:
        return version("parallax-notebooks")
    except PackageNotFoundError:  # run from a copy that pip does not know
        return "not installed"


def unwritable_message(folder: Path, error: OSError) -> str:
    """Return the message for a folder that cannot be made or written to."""
    return f"Cannot write to {folder}: {error.strerror or error}. {_ADVICE}"


def listed(folder: Path) -> set[str]:
    """Return the files on the list of a folder with a mark, relative to it."""
    with _guard:
        return set(_read(folder).names)


def _read(folder: Path) -> _List:
    """Return the list of a folder, with what other processes have added to it."""
    known = _lists.setdefault(folder, _List())
    try:
        status = (folder / MARK).stat()
        mark = (status.st_ino, status.st_mtime_ns)
        if known.mark != mark:
            text = (folder / MARK).read_text(encoding="utf8")
            known.names = set(json.loads(text)["files"])
            known.mark = mark
            known.n_bytes = 0
        known.n_bytes += _read_journal(folder / JOURNAL, known)
    except (ValueError, KeyError, TypeError) as error:
        raise ParameterError(
            f"{folder / MARK}, which lists the files that Parallax wrote, cannot be read: {error}. "
            f"{_ADVICE}"
        ) from error
    return known


def _read_journal(journal: Path, known: _List) -> int:
    """Add the new lines of a journal to a list; return their bytes, whole lines only."""
    if not journal.is_file():
        return 0
    with journal.open("rb") as file:
        file.seek(known.n_bytes)
        new = file.read()
    whole = new[: new.rfind(b"\n") + 1]
    known.names.update(json.loads(line) for line in whole.splitlines())
    return len(whole)


def claim(path: str | Path) -> None:
    """
    Say that a file is about to be written, so that it is known as Parallax's.

    Parameters
    ----------
    path : str or Path
        In a folder without a mark nothing is done: its owner chose the name of the file.

    Raises
    ------
    RunError
        If the file is the user's, or a link leads out of the folder.
    """
    path = Path(os.path.abspath(path))
    owner = owner_of(path.parent)
    if owner is None:
        return
    name = path.relative_to(owner).as_posix()
    with _guard:
        if name in _read(owner).names:
            return
        _refuse_the_users(path, owner)
        _append(owner / JOURNAL, name)


def _refuse_the_users(path: Path, owner: Path) -> None:
    if os.path.lexists(path):
        raise RunError(
            f"{path} was not written by Parallax, so it is not replaced. Move it elsewhere, or "
            "choose another folder with --out, and run the same command again."
        )
    if not path.parent.resolve().is_relative_to(owner.resolve()):
        raise RunError(
            f"{path.parent} is a link to a folder outside {owner}, where nothing is written. "
            "Remove the link, or choose another folder with --out."
        )


def _append(journal: Path, name: str) -> None:
    line = json.dumps(name) + "\n"
    try:
        with journal.open("ab", buffering=0) as file:  # appended whole, also by several processes
            file.write(line.encode())
    except OSError as error:
        raise RunError(unwritable_message(journal.parent, error)) from error


def remove(path: Path) -> None:
    """
    Remove a file or what Parallax wrote in a folder; files of the user stay.

    Parameters
    ----------
    path : Path
        A folder is removed too if nothing is left in it.
    """
    path = Path(os.path.abspath(path))
    owner = owner_of(path)
    if owner is None or not path.resolve().is_relative_to(owner.resolve()):
        return
    name = path.relative_to(owner).as_posix()
    own = listed(owner)
    if name in own:
        path.unlink(missing_ok=True)
    if path.is_dir() and not path.is_symlink():
        for file in files_in(path):
            if f"{name}/{file}" in own:
                (path / file).unlink(missing_ok=True)
        _remove_empty_folders(path)


def _remove_empty_folders(folder: Path) -> None:
    for parent, _, _ in os.walk(folder, topdown=False):
        if not os.listdir(parent):
            os.rmdir(parent)


def files_in(folder: Path) -> list[str]:
    """Return the files and links below a folder, relative to it, without marks and locks."""
    found = []
    for parent, folders, files in os.walk(folder):
        links = [name for name in folders if (Path(parent) / name).is_symlink()]
        for name in (*files, *links):
            if not name.startswith(_OWN_FILES):
                found.append((Path(parent) / name).relative_to(folder).as_posix())
    return sorted(found)


def unlisted(folder: Path, names: Iterable[str]) -> list[str]:
    """Return those of some names in a folder with a mark that are files of the user."""
    own = listed(folder)
    return [name for name in names if name not in own and os.path.lexists(folder / name)]


def settle(folder: Path) -> None:
    """
    Write the names of the journal into the mark, without those of files that are gone.

    Parameters
    ----------
    folder : Path
        A folder with a mark. Temporary files that a killed run left there are removed.
    """
    if not has_mark(folder):
        return
    kept = set()
    for name in listed(folder):
        path = folder / name
        is_temporary = path.name.startswith(".") and path.suffix in (".part", ".partial")
        if is_temporary:
            path.unlink(missing_ok=True)
        elif os.path.lexists(path):
            kept.add(name)
    facts = json.loads((folder / MARK).read_text(encoding="utf8"))
    mark_folder(folder, facts["corpus"], kept)
