"""
Find the article on a web page, saved as a file or kept in a web archive.

In: bytes. Out: the text of the article on the page, and what the page says about itself. The
article is found by trafilatura (Barbaresi 2021, ACL demo, 10.18653/v1/2021.acl-demo.15).
"""

import re

from analysis.core.errors import InputError
from analysis.load.encodings import decode
from analysis.load.records import Document

__all__ = ["MAX_ATTRIBUTES", "MAX_ATTRIBUTES_OF_TAG", "MAX_PAGE", "read_page", "validate_size"]

MAX_PAGE = 20_000_000
"""Characters of a page."""

MAX_ATTRIBUTES = 100_000
"""Attributes of all tags of a page; reading takes a second for every 20,000."""

MAX_ATTRIBUTES_OF_TAG = 1_000
"""Attributes of one tag; the time to read them grows with their square."""

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
_QUOTED = re.compile(r""""[^"]*"|'[^']*'""")
_META_CHARSET = re.compile(rb"""<meta[^>]+charset=["']?([\w-]+)""", re.IGNORECASE)


def read_page(data: bytes, name: str, charset: str | None = None) -> Document:
    """
    Return the article of a page; its outlet is the name of the site.

    Parameters
    ----------
    data : bytes
    name : str
        Name of the page, for messages.
    charset : str, optional
        Its encoding by the server's account, used if the page itself declares none.

    Raises
    ------
    InputError
        If no article is found, or one of fewer than 25 words, or the page is too large.
    """
    import trafilatura

    decoded = decode(data, name, _declared_encoding(data) or charset)
    page = decoded.text.replace("\x00", "")
    validate_size(page, name)
    try:
        article = trafilatura.bare_extraction(page, with_metadata=True, include_comments=False)
    except (ValueError, TypeError, AttributeError, RecursionError) as error:  # of a broken page
        raise InputError(
            f"the page {name} cannot be read: {error}. Save its text as .txt to have it read"
        ) from None
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


def validate_size(page: str, name: str) -> None:
    """Raise InputError for a page that takes too long to read."""
    limit = None
    n_attributes = 0
    if len(page) > MAX_PAGE:
        limit = f"is over {MAX_PAGE:,} characters"
    else:
        for part in page.split("<")[1:]:
            n_of_tag = len(_QUOTED.sub("", part.partition(">")[0]).split()) - 1
            n_attributes += n_of_tag
            if n_of_tag > MAX_ATTRIBUTES_OF_TAG:
                limit = f"has a tag of over {MAX_ATTRIBUTES_OF_TAG:,} attributes"
                break
        if limit is None and n_attributes > MAX_ATTRIBUTES:
            limit = f"has over {MAX_ATTRIBUTES:,} attributes"
    if limit:
        raise InputError(f"the page {name} {limit}. Save its text as .txt to have it read")
