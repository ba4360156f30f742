"""
The formats of documents in a folder, by extension.

To add a format:

1. Write a module in this folder with a function ``read(data, name)`` that takes the bytes and the
   name of a file and returns a ``Document``. A file that cannot be used raises ``InputError``;
   the other documents of its folder are still read.
2. Add its extensions to ``DOCUMENTS`` below.
3. Add ``tests/load/documents/test_<format>.py``.

A file with many articles, such as an export of a newspaper database, is not a document but a
format of articles; see ``analysis.load.formats.registry``.
"""

from collections.abc import Callable

from analysis.load.documents import docx, html, markdown, plain_text
from analysis.load.records import Document

__all__ = ["DOCUMENTS"]

DOCUMENTS: dict[str, Callable[[bytes, str], Document]] = {
    ".txt": plain_text.read,
    ".md": markdown.read,
    ".html": html.read,
    ".htm": html.read,
    ".docx": docx.read,
}
