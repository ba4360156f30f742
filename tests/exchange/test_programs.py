"""What programs need of each format, and what they do to it: files, names, and odd answers."""

import io
import json
import shutil
import zipfile

import pytest
from lxml import etree
from made_documents import answered, document_of

from analysis.core.errors import InputError
from analysis.exchange import brat, inception, label_studio, refi_qda, web_annotation
from analysis.exchange.registry import format_of

VALUES = {"low": "29", "outcome": "killed"}
TEXT = "\U0001f525 29 dead\r\nin Varn, a chief said."


@pytest.fixture
def document():
    return document_of(TEXT, figure=("29", VALUES), content=("29 dead", {}), source=("a chief", {}))


def test_label_studio_gets_an_interface_with_every_name_that_tasks_use(document, tmp_path):
    paths = label_studio.write([document], tmp_path / "m.json")
    assert [path.name for path in paths] == ["m.json", "m.xml"]
    interface = etree.fromstring(paths[1].read_bytes())
    names = {element.get("name") for element in interface.iter() if element.get("name")}
    [task] = json.loads(paths[0].read_text())
    results = task["predictions"][0]["result"]
    assert {each["from_name"] for each in results if "from_name" in each} <= names
    assert {each["to_name"] for each in results if "to_name" in each} == {"text"}
    labels = [each for each in results if each["type"] == "labels"]
    for each in labels:
        value = each["value"]
        assert task["data"]["text"][value["start"] : value["end"]] == value["text"]
    assert [each["labels"] for each in results if each["type"] == "relation"] == [["has_source"]]


def tasks_of(document, tmp_path):
    [path, _] = label_studio.write([document], tmp_path / "m.json")
    return path, json.loads(answered(path).read_text())


def test_label_studio_cancelled_and_missing_annotations_are_no_codings(document, tmp_path):
    path, [task] = tasks_of(document, tmp_path)
    task["annotations"][0]["was_cancelled"] = True
    other = {**task, "annotations": []}
    path.write_text(json.dumps([task, other]))
    assert label_studio.read(path, {}) == []


def test_label_studio_every_coder_has_a_coding(document, tmp_path):
    path, [task] = tasks_of(document, tmp_path)
    task["annotations"].append({"result": [], "completed_by": 7})
    path.write_text(json.dumps([task]))
    codings = label_studio.read(path, {})
    assert [(each.coder, each.day) for each in codings] == [
        ("ada@example.org", "2026-03-05"),
        ("7", None),
    ]
    assert [len(each.marks) for each in codings] == [3, 0]


def test_label_studio_relations_without_a_name_or_drawn_backwards_are_read(document, tmp_path):
    path, [task] = tasks_of(document, tmp_path)
    relation = next(each for each in task["annotations"][0]["result"] if each["type"] == "relation")
    relation |= {"from_id": relation["to_id"], "to_id": relation["from_id"], "direction": "left"}
    relation["labels"] = []
    path.write_text(json.dumps([task]))
    assert label_studio.read(path, {})[0].links == document.links


def test_brat_spans_never_hold_a_line_feed_and_words_are_those_of_the_text(tmp_path):
    document = document_of("Said:\n29 dead\nin\tVarn", content=("29 dead\nin\tVarn", {}))
    brat.write([document], tmp_path)
    [ann] = tmp_path.glob("*.ann")
    assert ann.read_text() == "T1\tcontent 6 13;14 21\t29 dead in Varn\n"
    assert ann.with_suffix(".txt").read_bytes().decode() == document.text
    conf = (tmp_path / "annotation.conf").read_text()
    assert "has_source\tArg1:content, Arg2:source\n" in conf
    assert "figure_outcome\tArg:figure, Value:killed|injured|" in conf


def test_brat_remarks_and_unknown_lines_are_told(document, tmp_path):
    brat.write([document], tmp_path)
    [ann] = tmp_path.glob("*.ann")
    lines = ann.read_text().replace("low=29", "low=30; sure?")
    ann.write_text(lines + "T9\tplace 1 2\tx\nE1\tkilled:T1\n")
    [coding] = brat.read(tmp_path, {"a1": document})
    assert [mark.values for mark in coding.marks if mark.kind == "figure"] == [
        {"low": "30", "outcome": "killed"}
    ]
    assert [note.partition(": ")[2] for note in coding.notes] == [
        "no kind 'place'; have figure, content, source, cue, party, target",
        "'sure?' is no value of a figure",
        "E1 is neither span, value nor relation",
    ]


def test_dkpro_cassis_covers_the_words_and_the_file_counts_utf16(document, tmp_path):
    from cassis import load_cas_from_xmi, load_typesystem

    inception.write([document], tmp_path)
    [xmi] = tmp_path.glob("*.xmi")
    types = load_typesystem((tmp_path / "TypeSystem.xml").open("rb"))
    cas = load_cas_from_xmi(xmi.open("rb"), typesystem=types)
    assert cas.sofa_string == document.text
    [figure] = cas.select("webanno.custom.Figure")
    assert (figure.get_covered_text(), figure.outcome) == ("29", "killed")
    [relation] = cas.select("webanno.custom.AttributionRelation")
    assert (relation.Governor.role, relation.Dependent.role) == ("content", "source")
    root = etree.fromstring(xmi.read_bytes())
    [element] = [each for each in root if each.tag.endswith("}Figure")]
    assert (element.get("begin"), element.get("end")) == ("3", "5")  # one sign is two units


def test_an_export_of_an_inception_project_says_who_coded(document, tmp_path):
    folder = tmp_path / "out"
    inception.write([document], folder)
    [xmi] = folder.glob("*.xmi")
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w") as archive:
        archive.write(xmi, "ada.xmi")
        archive.write(folder / "TypeSystem.xml", "TypeSystem.xml")
    with zipfile.ZipFile(tmp_path / "project.zip", "w") as archive:
        archive.writestr(f"annotation/{xmi.name}/ada.zip", inner.getvalue())
    [coding] = format_of(tmp_path / "project.zip").read(tmp_path / "project.zip", {"a1": document})
    assert (coding.article_id, coding.coder, len(coding.marks)) == ("a1", "ada", 3)


SUBSET = """<xsd:schema xmlns="urn:QDA-XML:project:1.0" xmlns:xsd="http://www.w3.org/2001/XMLSchema"
  targetNamespace="urn:QDA-XML:project:1.0" elementFormDefault="qualified">
<xsd:simpleType name="guid"><xsd:restriction base="xsd:token"><xsd:pattern
  value="[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"/></xsd:restriction></xsd:simpleType>
<xsd:attributeGroup name="made"><xsd:attribute name="creatingUser" type="guid"/>
  <xsd:attribute name="creationDateTime" type="xsd:dateTime"/></xsd:attributeGroup>
<xsd:attributeGroup name="named"><xsd:attribute name="guid" type="guid" use="required"/>
  <xsd:attribute name="name" type="xsd:string"/></xsd:attributeGroup>
<xsd:complexType name="code"><xsd:sequence>
  <xsd:element name="Description" type="xsd:string" minOccurs="0"/>
  <xsd:element name="Code" type="code" minOccurs="0" maxOccurs="unbounded"/></xsd:sequence>
  <xsd:attributeGroup ref="named"/>
  <xsd:attribute name="isCodable" type="xsd:boolean" use="required"/>
  <xsd:attribute name="color"><xsd:simpleType><xsd:restriction base="xsd:token"><xsd:pattern
  value="#[A-Fa-f0-9]{6}"/></xsd:restriction></xsd:simpleType></xsd:attribute></xsd:complexType>
<xsd:element name="Project"><xsd:complexType><xsd:sequence>
  <xsd:element name="Users" minOccurs="0"><xsd:complexType><xsd:sequence>
    <xsd:element name="User" maxOccurs="unbounded"><xsd:complexType>
      <xsd:attributeGroup ref="named"/><xsd:attribute name="id" type="xsd:string"/>
    </xsd:complexType></xsd:element></xsd:sequence></xsd:complexType></xsd:element>
  <xsd:element name="CodeBook" minOccurs="0"><xsd:complexType><xsd:sequence>
    <xsd:element name="Codes"><xsd:complexType><xsd:sequence>
      <xsd:element name="Code" type="code" maxOccurs="unbounded"/>
    </xsd:sequence></xsd:complexType></xsd:element></xsd:sequence></xsd:complexType></xsd:element>
  <xsd:element name="Sources" minOccurs="0"><xsd:complexType><xsd:sequence>
    <xsd:element name="TextSource" maxOccurs="unbounded"><xsd:complexType><xsd:sequence>
      <xsd:element name="Description" type="xsd:string" minOccurs="0"/>
      <xsd:element name="PlainTextSelection" minOccurs="0" maxOccurs="unbounded"><xsd:complexType>
        <xsd:sequence><xsd:element name="Description" type="xsd:string" minOccurs="0"/>
        <xsd:element name="Coding" minOccurs="0" maxOccurs="unbounded"><xsd:complexType>
          <xsd:sequence><xsd:element name="CodeRef"><xsd:complexType>
            <xsd:attribute name="targetGUID" type="guid" use="required"/>
          </xsd:complexType></xsd:element></xsd:sequence>
          <xsd:attribute name="guid" type="guid" use="required"/>
          <xsd:attributeGroup ref="made"/></xsd:complexType></xsd:element></xsd:sequence>
        <xsd:attributeGroup ref="named"/>
        <xsd:attribute name="startPosition" type="xsd:integer" use="required"/>
        <xsd:attribute name="endPosition" type="xsd:integer" use="required"/>
        <xsd:attributeGroup ref="made"/></xsd:complexType></xsd:element></xsd:sequence>
      <xsd:attributeGroup ref="named"/><xsd:attribute name="plainTextPath" type="xsd:string"/>
      <xsd:attributeGroup ref="made"/></xsd:complexType></xsd:element>
  </xsd:sequence></xsd:complexType></xsd:element>
  <xsd:element name="Links" minOccurs="0"><xsd:complexType><xsd:sequence>
    <xsd:element name="Link" maxOccurs="unbounded"><xsd:complexType>
      <xsd:attributeGroup ref="named"/><xsd:attribute name="direction"><xsd:simpleType>
      <xsd:restriction base="xsd:token"><xsd:enumeration value="Associative"/>
      <xsd:enumeration value="OneWay"/><xsd:enumeration value="Bidirectional"/>
      </xsd:restriction></xsd:simpleType></xsd:attribute>
      <xsd:attribute name="originGUID" type="guid"/><xsd:attribute name="targetGUID" type="guid"/>
    </xsd:complexType></xsd:element></xsd:sequence></xsd:complexType></xsd:element>
  </xsd:sequence><xsd:attribute name="name" type="xsd:string" use="required"/>
  <xsd:attribute name="origin" type="xsd:string"/>
  <xsd:attribute name="creatingUserGUID" type="guid"/>
  <xsd:attribute name="creationDateTime" type="xsd:dateTime"/></xsd:complexType></xsd:element>
</xsd:schema>"""
"""What the schema of REFI-QDA 1.0 (18 March 2019) says of the elements that are written."""


@pytest.mark.parametrize("is_empty", [False, True])
def test_a_refi_qda_project_follows_the_schema_and_has_its_texts(document, tmp_path, is_empty):
    refi_qda.write([] if is_empty else [document], tmp_path / "m.qdpx")
    with zipfile.ZipFile(tmp_path / "m.qdpx") as archive:
        root = etree.fromstring(archive.read("project.qde"))
        etree.XMLSchema(etree.fromstring(SUBSET)).assertValid(root)
        guids = [each.get("guid") for each in root.iter() if each.get("guid")]
        assert len(guids) == len(set(guids))
        named = {value for each in root.iter() for value in [each.get("targetGUID")] if value}
        assert named <= set(guids)
        for source in root.iter("{urn:QDA-XML:project:1.0}TextSource"):
            name = source.get("plainTextPath").replace("internal://", "Sources/")
            assert archive.read(name).decode("utf8") == document.text
            assert b"\r" not in archive.read(name)


def rewritten(path, change):
    """Let a program save a project otherwise."""
    with zipfile.ZipFile(path) as archive:
        entries = {name: archive.read(name) for name in archive.namelist()}
    root = etree.fromstring(entries.pop("project.qde"))
    change(root)
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("project.qde", etree.tostring(root))
        for name, data in entries.items():
            archive.writestr(name.replace("Sources/", "sources/"), data)


def split(root):
    """Write a passage for each code, with new ids, no links and no comments, as QualCoder does."""
    space = "{urn:QDA-XML:project:1.0}"
    for selection in list(root.iter(f"{space}PlainTextSelection")):
        codings = selection.findall(f"{space}Coding")
        for number, coding in enumerate(codings[1:]):
            other = etree.Element(selection.tag, dict(selection.attrib))
            other.set("guid", f"0000000{number}-0000-0000-0000-{selection.get('guid')[-12:]}")
            other.append(coding)
            selection.addnext(other)
        selection.set("guid", "11111111-0000-0000-0000-" + selection.get("guid")[-12:])
        for comment in selection.findall(f"{space}Description"):
            selection.remove(comment)
    root.remove(root.find(f"{space}Links"))
    user = root.find(f"{space}Users/{space}User")
    user.set("name", "Ada")


def test_a_project_that_another_program_saved_is_read_alike(document, tmp_path):
    refi_qda.write([document], tmp_path / "m.qdpx")
    rewritten(tmp_path / "m.qdpx", split)
    [coding] = refi_qda.read(tmp_path / "m.qdpx", {"a1": document})
    assert sorted(coding.marks, key=str) == sorted(document.marks, key=str)
    assert (coding.links, coding.coder, coding.text) == (None, "Ada", document.text)


def page(**changes):
    body = [
        {"type": "TextualBody", "purpose": "tagging", "value": "figure"},
        {"type": "TextualBody", "value": "low=29"},
    ]
    target = {"source": "urn:parallax:article:a1", "selector": {"type": "TextQuoteSelector"}}
    target["selector"] |= {"exact": "29"} | changes
    item = {"id": "x", "type": "Annotation", "body": body, "target": target}
    return {"@context": "http://www.w3.org/ns/anno.jsonld", "items": [item]}


@pytest.mark.parametrize(
    ("text", "selector", "start"),
    [
        ("kills 29 men", {}, 6),
        ("29 and 29 men", {"suffix": " men"}, 7),
        ("29 and 29 men", {"prefix": "and ", "suffix": " moved"}, None),
        ("29 and 29 men", {}, None),
        ("none", {}, None),
        ("kills 29 men", {"exact": ""}, None),
    ],
)
def test_a_quote_alone_is_found_by_its_context(text, selector, start, tmp_path):
    path = tmp_path / "m.jsonld"
    path.write_text(json.dumps(page(**selector)))
    [coding] = web_annotation.read(path, {"a1": document_of(text)})
    if start is None:
        assert coding.marks == []
        assert "not found, or more than once" in coding.notes[0]
    else:
        assert [(mark.place, mark.values) for mark in coding.marks] == [
            (("figure", start, start + 2), {"low": "29"})
        ]


def test_a_removed_annotation_leaves_its_article_in_the_page(document, tmp_path):
    path = tmp_path / "m.jsonld"
    web_annotation.write([document], path)
    found = json.loads(path.read_text())
    found["items"] = []
    path.write_text(json.dumps(found))
    [coding] = web_annotation.read(path, {"a1": document})
    assert (coding.article_id, coding.marks) == ("a1", [])


BAD = {
    "m.json": ("{", "m.json is not valid JSON.*Export it again"),
    "n.json": ("[1]", 'n.json, task 1: no data with article_id.*format "JSON", not "JSON-MIN"'),
    "o.json": ('[{"data": {"article_id": "a"}}]', "o.json has predictions alone"),
    "p.json": ('[{"data": {"article_id": "a"}, "annotations": 1}]', "annotations is no list"),
    "m.jsonld": ('{"@context": "x"}', "no annotation page with items.*export CORPUS --as web"),
    "n.jsonld": ('{"@context": "x", "items": [{}]}', "n.jsonld, item 1: the target has no source"),
    "m.qdpx": ("no archive", "m.qdpx is no REFI-QDA project.*choose Export"),
    "m.zip": ("no archive", "m.zip cannot be unpacked.*Export it again"),
    "m.xmi": ("<x/>", "m.xmi: there is no TypeSystem.xml next to it. Import the whole archive"),
    "m.csv": ("a,b", "m.csv is in no format that is read back; have Label Studio"),
}


@pytest.mark.parametrize(("name", "content", "message"), [(k, *v) for k, v in BAD.items()])
def test_a_bad_file_is_named_with_what_to_do(name, content, message, tmp_path):
    path = tmp_path / name
    path.write_text(content)
    with pytest.raises(InputError, match=f"(?s){message}"):
        format_of(path).read(path, {})


def test_no_file_a_cut_archive_and_broken_lines_are_named(document, tmp_path):
    with pytest.raises(InputError, match="There is no file or folder .*none.json"):
        format_of(tmp_path / "none.json")
    with zipfile.ZipFile(tmp_path / "m.qdpx", "w") as archive:
        archive.writestr("other.xml", "")
    with pytest.raises(InputError, match=r"m.qdpx has no project.qde"):
        refi_qda.read(tmp_path / "m.qdpx", {})
    folder = tmp_path / "brat"
    brat.write([document], folder)
    [ann] = folder.glob("*.ann")
    ann.write_text("T1\tfigure zero\t29\n")
    with pytest.raises(InputError, match=r"\.ann, line 1: .* is no span of brat.*Correct the line"):
        brat.read(folder, {"a1": document})
    ann.write_bytes(b"\xff\n")
    with pytest.raises(InputError, match="as UTF-8"):
        brat.read(folder, {"a1": document})
    shutil.rmtree(folder)
    folder.mkdir()
    (folder / "TypeSystem.xml").write_text("<x/>")
    (folder / "a.xmi").write_text("<x/>")
    with pytest.raises(InputError, match=r"a\.xmi is no CAS in XMI"):
        inception.read(folder, {})
