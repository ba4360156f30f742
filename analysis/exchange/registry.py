"""The formats of other programs that marks are written in and read from."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

from analysis.core.errors import InputError
from analysis.exchange import brat, inception, label_studio, refi_qda, web_annotation
from analysis.exchange.documents import Coding, Document

__all__ = ["FORMATS", "Format", "format_of"]


@dataclass(frozen=True)
class Format:
    """
    One format.

    Attributes
    ----------
    name : str
        The program or standard, as printed.
    suffix : str
        Of the file that is written; empty for a folder.
    write : callable
        Takes documents and a path; returns what was written.
    read : callable
        Takes a path and the documents of a run by article; returns the codings.
    recognises : callable
        Returns whether a path may hold this format.
    """

    name: str
    suffix: str
    write: Callable[[Sequence[Document], Path], list[Path]]
    read: Callable[[Path, Mapping[str, Document]], list[Coding]]
    recognises: Callable[[Path], bool]


def _format(name: str, suffix: str, module: ModuleType) -> Format:
    return Format(name, suffix, module.write, module.read, module.recognises)


FORMATS: dict[str, Format] = {
    "label-studio": _format("Label Studio", ".json", label_studio),
    "web-annotation": _format("W3C Web Annotation", ".jsonld", web_annotation),
    "brat": _format("brat", "", brat),
    "inception": _format("INCEpTION (UIMA CAS XMI)", "", inception),
    "refi-qda": _format("REFI-QDA", ".qdpx", refi_qda),
}
"""The formats by the name that the command line has for them."""


def format_of(path: Path) -> Format:
    """
    Return the format of a file or folder.

    Raises
    ------
    InputError
        If there is no such file, or no format recognises it.
    """
    if not path.exists():
        raise InputError(f"There is no file or folder {path}. Check its name.")
    for each in FORMATS.values():
        if each.recognises(path):
            return each
    names = ", ".join(each.name for each in FORMATS.values())
    raise InputError(
        f"{path} is in no format that is read back; have {names}. See docs/coding.md on what to "
        f"export from your program."
    )
