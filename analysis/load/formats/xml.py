"""
Read articles in XML as trafilatura writes it: an element ``doc`` with metadata as attributes.

In: the bytes of a file. Out: one ``Record`` for each ``doc``, its attributes and its text as
columns. A file may hold several inside one element. Entities and other files are not followed.
"""

from typing import Any

from analysis.core.errors import InputError
from analysis.load.records import FileContents, Record

__all__ = ["read"]

_ATTRIBUTES = (
    "sitename",
    "title",
    "author",
    "date",
    "url",
    "source",
    "hostname",
    "description",
    "language",
    "id",
    "fingerprint",
)
_BLOCKS = ("p", "head", "item", "quote", "cell", "code", "ab")


def read(data: bytes, name: str) -> FileContents:
    """
    Return the articles of a file.

    Raises
    ------
    InputError
        If the file is not XML, or of another form.
    """
    from lxml import etree  # pyright: ignore[reportAttributeAccessIssue]

    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise InputError(f"{name} is not XML: {error}. Save it again, or as JSON.") from None
    documents = [root] if root.tag == "doc" else root.findall("doc")
    if not documents:
        raise InputError(
            f"{name} has no element 'doc' as trafilatura writes it; its outermost is "
            f"'{root.tag}'. Write it again with --xml --with-metadata, or as JSON."
        )
    records = []
    for number, document in enumerate(documents):
        values: dict[str, object] = dict(document.attrib)
        values["text"] = _text(document.find("main"))
        records.append(Record(f"{name}, doc {number}", values))
    return FileContents((*_ATTRIBUTES, "text"), records, [])


def _text(main: Any) -> str:
    """Return the text of the main part, its blocks as paragraphs."""
    if main is None:
        return ""
    paragraphs = []
    for block in main.iter(*_BLOCKS):
        if next(block.iterancestors(*_BLOCKS), None) is None:
            paragraphs.append(" ".join("".join(block.itertext()).split()))
    if not paragraphs:
        paragraphs = [" ".join("".join(main.itertext()).split())]
    return "\n\n".join(paragraph for paragraph in paragraphs if paragraph)
