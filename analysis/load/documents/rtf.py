"""
Read an RTF document (.rtf, and .doc files that are RTF).

In: bytes. Out: its paragraphs, an empty line apart, and its title if the first line looks like one.
"""

from analysis.core.errors import InputError
from analysis.load.documents.plain_text import find_title
from analysis.load.records import Document

__all__ = ["read"]


def read(data: bytes, name: str) -> Document:
    """
    Return the text of a file.

    Raises
    ------
    InputError
        If the file is not RTF, or is cut off.
    """
    from analysis.load.providers.page import Page

    page = Page(data, name)
    if page.kind != "rtf":
        raise InputError(
            f"{name} is not RTF. Save it as .rtf, .docx or .txt: old Word files (.doc) are not read"
        )
    paragraphs = [line.strip() for line in page.lines if line.strip()]
    text = "\n\n".join(paragraphs)
    values = {"text": text}
    title = find_title(text)
    if title is not None:
        values["title"] = title
    return Document(values, [])
