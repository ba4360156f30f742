"""
Read a web page (.html, .htm).

In: bytes. Out: the text of the article on the page, and what the page says about itself. The
article is found by trafilatura (Barbaresi 2021, ACL demo, 10.18653/v1/2021.acl-demo.15).
"""

import re

from analysis.core.errors import InputError
from analysis.load.encodings import decode
from analysis.load.records import Document

__all__ = ["read"]

_MIN_WORDS = 25  # less is a menu, a notice or a log-in form
_HEAD = 4096  # bytes in which the encoding is declared
# our column names to the attributes of what trafilatura returns
_ATTRIBUTES = {
    "text": "text",
    "title": "title",
    "published": "date",
    "author": "author",
    "url": "url",
    "outlet": "sitename",
}
_META_CHARSET = re.compile(rb"""<meta[^>]+charset=["']?([\w-]+)""", re.IGNORECASE)


def read(data: bytes, name: str) -> Document:
    """
    Return the article of a page; its outlet is the name of the site.

    Raises
    ------
    InputError
        If no article is found, or one of fewer than 25 words.
    """
    import trafilatura

    decoded = decode(data, name, _declared_encoding(data))
    page = decoded.text.replace("\x00", "")
    article = trafilatura.bare_extraction(page, with_metadata=True, include_comments=False)
    values = {}
    for column, attribute in _ATTRIBUTES.items():
        value = getattr(article, attribute, None)
        if value:
            values[column] = value
    if len(values.get("text", "").split()) < _MIN_WORDS:
        raise InputError(
            f"no article was found in the page {name} (fewer than {_MIN_WORDS} words of running "
            "text). Save its text as .txt to have it read"
        )
    values["text"] = re.sub(r"\n+", "\n\n", values["text"])
    return Document(values, decoded.remarks())


def _declared_encoding(data: bytes) -> str | None:
    """Return the encoding that the page declares, if any."""
    declared = _META_CHARSET.search(data[:_HEAD])
    return declared[1].decode("ascii") if declared else None
