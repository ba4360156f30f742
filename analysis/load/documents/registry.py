"""
The formats of documents in a folder, by extension.

To add a format:

1. Write a module in this folder with a function ``read(data, name)`` that takes the bytes and the
   name of a file and returns a ``Document``. A file that cannot be used raises ``InputError``;
   the other documents of its folder are still read.
2. Add its extensions to ``DOCUMENTS`` below.
3. Add ``tests/load/documents/test_<format>.py``.

A file that holds several articles as a newspaper database exports them is read by its provider,
whatever its extension here; see ``analysis.load.providers.registry``. A file of rows is a format of
articles; see ``analysis.load.formats.registry``.
"""

from collections.abc import Callable

from analysis.core.errors import InputError
from analysis.load.documents import docx, html, markdown, plain_text, rtf
from analysis.load.records import Document

__all__ = ["DOCUMENTS"]


def _not_of_its_kind(data: bytes, name: str) -> Document:
    """Raise InputError: a file of this extension is read by a provider, and this one was not."""
    extension = name.rpartition(".")[2].lower()
    raise InputError(
        f"{name} is not what its extension says: no file of this kind begins like it. Give it its "
        f"real extension, or save it again as .{extension}"
    )


DOCUMENTS: dict[str, Callable[[bytes, str], Document]] = {
    ".txt": plain_text.read,
    ".md": markdown.read,
    ".html": html.read,
    ".htm": html.read,
    ".docx": docx.read,
    ".rtf": rtf.read,
    ".doc": rtf.read,
    ".pdf": _not_of_its_kind,
    ".eml": _not_of_its_kind,
    ".mbox": _not_of_its_kind,
}
