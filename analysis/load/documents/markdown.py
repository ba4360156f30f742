"""
Read a Markdown document (.md).

In: bytes. Out: its text, and what its front matter and first heading say. Front matter is a block
of ``key: value`` lines between two lines of dashes at the head of the file. The marks of Markdown
in the text are kept.
"""

import re

from analysis.load.columns import choose_columns
from analysis.load.documents.plain_text import find_title
from analysis.load.encodings import decode
from analysis.load.records import Document

__all__ = ["read"]

_HEADING = re.compile(r"\s*#\s+(?P<title>\S[^\r\n]*)\r?\n(?:\s*\n)?")
_FRONT_MATTER = re.compile(r"---[ \t]*\r?\n(?P<lines>.*?)\r?\n---[ \t]*\r?\n", re.DOTALL)
_PAIR = re.compile(r"^([\w-]+):(.+)$", re.MULTILINE)


def read(data: bytes, name: str) -> Document:
    """
    Return the text of a file without its front matter and its first heading.

    The title is that of the front matter, else the first heading, else the first line if it
    looks like a title.
    """
    decoded = decode(data, name)
    values, text = _split_front_matter(decoded.text)
    heading = _HEADING.match(text)
    if heading:
        found = heading["title"].rstrip()
        title = found.rstrip("#").rstrip() or found
        text = text[heading.end() :]
    else:
        title = find_title(text)
    if title is not None:
        values.setdefault("title", title)
    values["text"] = text
    return Document(values, decoded.remarks())


def _split_front_matter(text: str) -> tuple[dict[str, str], str]:
    """Return the values of the front matter under our column names, and the text after it."""
    block = _FRONT_MATTER.match(text)
    if block is None:
        return {}, text
    pairs = {}
    for key, value in _PAIR.findall(block["lines"]):
        if value.strip():
            pairs[key] = value.strip()
    mapping, _ = choose_columns(list(pairs), "front matter", required=())
    values = {}
    for ours, theirs in mapping.items():
        values[ours] = pairs[theirs].strip("'\"")
    return values, text[block.end() :]
