"""
Read a Word document (.docx).

In: bytes. Out: its paragraphs, an empty line apart, and its title. Tables, notes, headers and
footers are not read.
"""

import io

from analysis.core.errors import InputError
from analysis.load.documents.plain_text import find_title
from analysis.load.records import Document

__all__ = ["read"]

_TITLE_STYLES = ("Title", "Heading 1")


def read(data: bytes, name: str) -> Document:
    """
    Return the text of a document.

    The title is the first paragraph if it has the style of a title, else the title in the
    document's properties, else the first line if it looks like a title.

    Raises
    ------
    InputError
        If the file is damaged or not a Word document.
    """
    import docx

    try:
        document = docx.Document(io.BytesIO(data))
    except Exception as error:  # python-docx does not wrap zipfile, KeyError and XML errors
        raise InputError(
            f"{name} is not a Word document (.docx): {error}. Save it again as .docx, or as .txt"
        ) from None
    paragraphs = [paragraph for paragraph in document.paragraphs if paragraph.text.strip()]
    text = "\n\n".join(paragraph.text for paragraph in paragraphs)
    values = {"text": text}
    title = _styled_title(paragraphs) or document.core_properties.title or find_title(text)
    if title:
        values["title"] = title
    return Document(values, [])


def _styled_title(paragraphs: list) -> str | None:
    """Return the first paragraph if it has the style of a title."""
    if paragraphs and paragraphs[0].style.name in _TITLE_STYLES:
        return paragraphs[0].text
    return None
