"""Reading of Word documents."""

import io
import zipfile

import docx
import pytest
from made_archives import with_unknown_zip

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


@pytest.mark.parametrize("changed", [{"compression": 99}, {"version": 99}])
def test_a_document_that_cannot_be_unpacked_is_named(changed):
    data = with_unknown_zip(document(("Normal", LEAD)), **changed)
    with pytest.raises(InputError, match=r"x.docx is not a Word document .*Save it again as .docx"):
        read(data, "x.docx")


def test_an_article_from_a_document(write_folder):
    data = document(("Title", "Bridge falls"), ("Normal", LEAD))
    article = load.read(write_folder({"a.docx": data})).articles.iloc[0]
    assert article["title"] == "Bridge falls"
    assert article["text"] == f"Bridge falls\n\n{LEAD}"


RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
MEMBERS = ("word/document.xml", "word/_rels/document.xml.rels", "[Content_Types].xml")
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def paragraph_xml(text, inside=""):
    return f"<w:p><w:r><w:t>{text}</w:t>{inside}</w:r></w:p>"


def document_of(body, notes=None):
    """Return the bytes of a document with this XML as its body, and these parts of notes."""
    written = docx.Document()
    written.add_paragraph("PLACE")
    data = io.BytesIO()
    written.save(data)
    with zipfile.ZipFile(data) as archive:
        members = {name: archive.read(name).decode("utf8") for name in MEMBERS}
        others = {name: archive.read(name) for name in archive.namelist() if name not in MEMBERS}
    page, relations, types = (members[name] for name in MEMBERS)
    start = page.index("<w:body>") + len("<w:body>")
    page = page[:start] + body + page[page.index("<w:sectPr") :]
    for kind, xml in (notes or {}).items():
        relation = f'<Relationship Id="n{kind}" Type="{RELATIONS}/{kind}" Target="{kind}.xml"/>'
        relations = relations.replace("</Relationships>", f"{relation}</Relationships>")
        override = f'<Override PartName="/word/{kind}.xml" ContentType="{WORD}.{kind}+xml"/>'
        types = types.replace("</Types>", f"{override}</Types>")
        others[f"word/{kind}.xml"] = f'<w:{kind} xmlns:w="{W}">{xml}</w:{kind}>'.encode()
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, text in zip(MEMBERS, (page, relations, types), strict=True):
            archive.writestr(name, text)
        for name, content in others.items():
            archive.writestr(name, content)
    return out.getvalue()


BOX = (
    '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
    '<mc:Choice Requires="wps"><w:txbxContent>{0}</w:txbxContent></mc:Choice>'
    "<mc:Fallback><w:pict><w:txbxContent>{0}</w:txbxContent></w:pict></mc:Fallback>"
    "</mc:AlternateContent>"
)
CELL = "<w:tc>{}</w:tc>"


@pytest.mark.parametrize(
    ("body", "texts"),
    [
        (
            paragraph_xml("Before")
            + f"<w:tbl><w:tr>{CELL.format(paragraph_xml('Killed'))}"
            + f"{CELL.format(paragraph_xml('12') + paragraph_xml('people'))}</w:tr></w:tbl>"
            + paragraph_xml("After"),
            ["Before", "Killed", "12", "people", "After"],
        ),
        (
            paragraph_xml("Before", BOX.format(paragraph_xml("In a box"))) + paragraph_xml("After"),
            ["Before", "In a box", "After"],
        ),
        (
            f"<w:sdt><w:sdtContent>{paragraph_xml('In a control')}</w:sdtContent></w:sdt>",
            ["In a control"],
        ),
        (
            "<w:p><w:r><w:t>Two </w:t></w:r><w:ins><w:r><w:t>new</w:t></w:r></w:ins>"
            "<w:del><w:r><w:delText>old</w:delText></w:r></w:del>"
            "<w:moveFrom><w:r><w:t>moved</w:t></w:r></w:moveFrom></w:p>",
            ["Two new"],
        ),
        (
            "<w:tbl><w:tr><w:tc>"
            + f"<w:tbl><w:tr>{CELL.format(paragraph_xml('Inner'))}</w:tr></w:tbl>"
            + paragraph_xml("Outer")
            + "</w:tc></w:tr></w:tbl>",
            ["Inner", "Outer"],
        ),
    ],
)
def test_text_outside_of_plain_paragraphs_is_read_in_order(body, texts):
    assert read(document_of(body), "x.docx").values["text"].split("\n\n") == texts


def test_notes_follow_the_paragraph_that_refers_to_them():
    body = (
        paragraph_xml("One", '<w:footnoteReference w:id="2"/><w:endnoteReference w:id="2"/>')
        + paragraph_xml("Two", '<w:footnoteReference w:id="9"/>')
        + paragraph_xml("Three", '<w:footnoteReference w:id="3"/>')
    )
    separator = f'<w:footnote w:type="separator" w:id="0">{paragraph_xml("line")}</w:footnote>'
    notes = {
        "footnotes": separator
        + f'<w:footnote w:id="2">{paragraph_xml("First note")}</w:footnote>'
        + f'<w:footnote w:id="3">{paragraph_xml("Second note")}</w:footnote>',
        "endnotes": f'<w:endnote w:id="2">{paragraph_xml("End note")}</w:endnote>',
    }
    text = read(document_of(body, notes), "x.docx").values["text"]
    assert text.split("\n\n") == ["One", "First note", "End note", "Two", "Three", "Second note"]
