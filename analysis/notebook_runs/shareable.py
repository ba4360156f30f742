"""
Take the places of this machine out of an executed notebook, which is meant to be shared.

In: an executed notebook, the folder of its run. Out: the same notebook, whose paths are relative to
it: ``../tables`` in place of ``/home/someone/reports/mine/tables``. Files elsewhere are named
without their folder, code by its place in the project, and the home folder is ``~``. Pictures are
not changed.
"""

import json
import re
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path

from analysis.core import atomic_write, paths

__all__ = ["rewrite_notebook", "without_places"]

_CELL_FILE = re.compile(re.escape(tempfile.gettempdir()) + r"/(?:ipykernel_\d+/|plx\w+/)")
# A path starts after a colour of a traceback or a character that is not part of a longer path, an
# address or encoded bytes.
_START = r"(^|[^\w+/=.-]|\x1b\[[\d;]*m|file://)"
_END = r"(?![\w.-])"


def without_places(text: str, folder: Path, inside: str = ".", files: Iterable[str] = ()) -> str:
    """
    Return a text with the folders of this machine taken out.

    Parameters
    ----------
    text : str
    folder : Path
        Folder of the run.
    inside : str
        What its path becomes.
    files : iterable of str
        Absolute paths of files elsewhere, which become their names.

    Returns
    -------
    str
    """
    text = _CELL_FILE.sub("", text)
    for file in files:
        text = text.replace(file, Path(file).name)
    replacements = ((folder, inside), (paths.ROOT, "."), (Path.home(), "~"))
    for place, replacement in sorted(replacements, key=_length, reverse=True):
        if _length((place, replacement)) > 1:  # the home of some services is /
            text = re.sub(f"{_START}{re.escape(str(place))}{_END}", rf"\g<1>{replacement}", text)
    return text


def _length(pair: tuple[Path, str]) -> int:
    return len(str(pair[0]))


def rewrite_notebook(notebook: Path, folder: Path, files: Iterable[str] = ()) -> None:
    """
    Take the places of this machine out of an executed notebook.

    Parameters
    ----------
    notebook : Path
        In a folder of ``folder``. Nothing is done where there is none.
    folder : Path
        Folder of the run.
    files : iterable of str
        See ``without_places``.
    """
    if not notebook.is_file():
        return
    files = list(files)

    def change(text: str) -> str:
        return without_places(text, folder, "..", files)

    found = json.loads(notebook.read_text(encoding="utf8"))
    text = json.dumps(_changed(found, change), ensure_ascii=False, indent=1, sort_keys=True)
    atomic_write.write_text(f"{text}\n", notebook)


def _changed(value: object, change: Callable[[str], str]) -> object:
    """Return JSON data with all its texts changed, without those of pictures."""
    if isinstance(value, str):
        return change(value)
    if isinstance(value, list):
        return [_changed(item, change) for item in value]
    if isinstance(value, dict):
        return {
            name: item if name.startswith("image/") else _changed(item, change)
            for name, item in value.items()
        }
    return value
