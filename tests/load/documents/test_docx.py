"""Reading of Word documents."""

import io

import docx
import pytest

from analysis import load
from analysis.core.errors import InputError
from analysis.load.documents.docx import read

LEAD = "At least 12 people were killed when the bridge fell on Monday, the ministry said."


def document(*paragraphs, title=""):
    """Return the bytes of a document with (style, text) paragraphs."""
    written = docx.Document()
    written.core_properties.title = title
    for style, text in paragraphs:
        written.add_paragraph(text, style=style)
    data = io.BytesIO()
    written.save(data)
    return data.getvalue()


@pytest.mark.parametrize(
    ("paragraphs", "property_title", "title"),
    [
        ([("Title", "Bridge falls"), ("Normal", LEAD)], "", "Bridge falls"),
        ([("Heading 1", "Bridge falls"), ("Normal", LEAD)], "Of the file", "Bridge falls"),
        ([("Normal", ""), ("Title", "Bridge falls"), ("Normal", LEAD)], "", "Bridge falls"),
        ([("Heading 2", "Bridge falls"), ("Normal", LEAD)], "Of the file", "Of the file"),
        ([("Normal", "Bridge falls"), ("Normal", LEAD)], "Of the file", "Of the file"),
        ([("Normal", "Bridge falls"), ("Normal", LEAD)], "", "Bridge falls"),
        ([("Normal", LEAD), ("Title", "Bridge falls")], "", None),
        ([("Normal", LEAD)], "", None),
    ],
)
def test_titles(paragraphs, property_title, title):
    values, notes = read(document(*paragraphs, title=property_title), "x.docx")
    assert values.get("title") == title
    assert values["text"] == "\n\n".join(text for _, text in paragraphs if text)
    assert notes == []


def test_a_document_without_text_is_read_and_has_none():
    assert read(document(), "x.docx").values == {"text": ""}


def test_a_damaged_document_is_named():
    message = r"x.docx is not a Word document \(.docx\): .*Save it again as .docx, or as .txt"
    with pytest.raises(InputError, match=message):
        read(b"no", "x.docx")


def test_an_article_from_a_document(write_folder):
    data = document(("Title", "Bridge falls"), ("Normal", LEAD))
    article = load.read(write_folder({"a.docx": data})).articles.iloc[0]
    assert article["title"] == "Bridge falls"
    assert article["text"] == f"Bridge falls\n\n{LEAD}"
