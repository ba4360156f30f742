"""
Read a Word document (.docx).

In: bytes. Out: its paragraphs, an empty line apart, and its title. Text in tables, text boxes and
content controls is read where it stands, a footnote or endnote after the paragraph that refers to
it. Text that was deleted while changes were tracked is not read; nor are headers and footers.
"""

import io
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from analysis.core.errors import InputError
from analysis.load.archives import validate_archive
from analysis.load.documents.plain_text import find_title
from analysis.load.records import Document

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

__all__ = ["lines_of", "read"]

_TITLE_STYLES = ("Title", "Heading 1")
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_NOTES = ("footnote", "endnote")
# a text box is stored twice, for new and old versions of Word; deleted text is marked, not gone
_NOT_READ = {f"{_MC}Fallback", f"{_W}del", f"{_W}moveFrom"}

_Element = Any  # lxml has no types


def read(data: bytes, name: str) -> Document:
    """
    Return the text of a document.

    The title is the first paragraph if it has the style of a title, else the title in the
    document's properties, else the first line if it looks like a title.

    Raises
    ------
    InputError
        If the file is damaged, not a Word document, or too large when unpacked.
    """
    document, paragraphs = _open(data, name)
    found = [(element, text) for element, text in paragraphs if text.strip()]
    styled_title = _styled_title(document, found)
    text = "\n\n".join(text for _, text in found)
    values = {"text": text}
    title = styled_title or document.core_properties.title or find_title(text)
    if title:
        values["title"] = title
    return Document(values, [])


def lines_of(data: bytes, name: str) -> list[str]:
    """
    Return the lines of a document: its paragraphs, broken where they have line breaks.

    Blank ones are kept.

    Raises
    ------
    InputError
        As for ``read``.
    """
    _, paragraphs = _open(data, name)
    lines = []
    for _, text in paragraphs:
        lines += text.split("\n")
    return lines


def _open(data: bytes, name: str) -> tuple["WordDocument", list[tuple[_Element, str]]]:
    """Return a document and its paragraphs, blank ones included."""
    import docx

    validate_archive(data, name)
    try:
        document = docx.Document(io.BytesIO(data))
        return document, list(_paragraphs(document.element.body, _notes_of(document)))
    except Exception as error:  # python-docx does not wrap zipfile, KeyError and XML errors
        raise InputError(
            f"{name} is not a Word document (.docx): {error}. Save it again as .docx, or as .txt"
        ) from None


def _notes_of(document: "WordDocument") -> dict[tuple[str, str], _Element]:
    """Return the footnotes and endnotes of a document by kind and id."""
    from docx.oxml import parse_xml

    notes = {}
    for relation in document.part.rels.values():
        kind = relation.reltype.rpartition("/")[2].removesuffix("s")
        if kind not in _NOTES or relation.is_external:
            continue
        for note in parse_xml(relation.target_part.blob).iter(f"{_W}{kind}"):
            if note.get(f"{_W}type") is None:  # the others are the lines above the notes
                notes[kind, note.get(f"{_W}id")] = note
    return notes


def _paragraphs(
    element: _Element, notes: dict[tuple[str, str], _Element]
) -> Iterator[tuple[_Element, str]]:
    """Yield each paragraph with its text, in the order of reading."""
    for child in element.iterchildren():
        if child.tag in _NOT_READ:
            continue
        if child.tag != f"{_W}p":
            yield from _paragraphs(child, notes)
            continue
        yield child, "".join(_runs(child))
        for inside in _parts_of(child):
            if inside.tag == f"{_W}txbxContent":
                yield from _paragraphs(inside, notes)
                continue
            kind = inside.tag.removeprefix(_W).removesuffix("Reference")
            note = notes.get((kind, inside.get(f"{_W}id")))
            if note is not None:
                yield from _paragraphs(note, {})


def _runs(paragraph: _Element) -> Iterator[str]:
    """Yield the texts of a paragraph's own runs, text boxes left out."""
    for child in paragraph.iterchildren():
        if child.tag == f"{_W}r":
            yield child.text
        elif child.tag not in _NOT_READ and child.tag != f"{_W}p":
            yield from _runs(child)


def _parts_of(element: _Element) -> Iterator[_Element]:
    """Yield the text boxes in a paragraph and its references to notes, in order."""
    wanted = {f"{_W}txbxContent", *(f"{_W}{kind}Reference" for kind in _NOTES)}
    for child in element.iterchildren():
        if child.tag in wanted:
            yield child
        elif child.tag not in _NOT_READ:
            yield from _parts_of(child)


def _styled_title(document: "WordDocument", found: list[tuple[_Element, str]]) -> str | None:
    """Return the first paragraph if it has the style of a title."""
    from docx.text.paragraph import Paragraph

    if not found:
        return None
    paragraph, text = found[0]
    style = Paragraph(paragraph, document._body).style  # pyright: ignore[reportPrivateUsage]
    return text if style is not None and style.name in _TITLE_STYLES else None
