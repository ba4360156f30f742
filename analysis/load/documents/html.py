"""
Read a web page (.html, .htm).

In: bytes. Out: the text of the article on the page, and what the page says about itself. How the
article is found is in ``web_page``.
"""

from analysis.load.records import Document
from analysis.load.web_page import read_page

__all__ = ["read"]


def read(data: bytes, name: str, encoding: str | None = None) -> Document:
    """
    Return the article of a page; its outlet is the name of the site.

    Parameters
    ----------
    data : bytes
    name : str
        Name of the page, for messages.
    encoding : str, optional
        The encoding that the server declares; by default the page's own declaration is used.

    Raises
    ------
    InputError
        If no article is found, or one of fewer than 25 words, or the page is too large.
    """
    return read_page(data, name, encoding)
