"""
REFI-QDA: a project (.qdpx) for MAXQDA, NVivo, ATLAS.ti and QualCoder.

In: documents. Out: an archive with ``project.qde`` and the texts. Each kind is a code, each value
with a list of allowed values a code below it ("figure outcome: killed"); other values are in the
comment of the coded passage, as ``figure.low=29``. Positions count characters of the text. Back:
the same. Some programs write a passage for each code, and save neither links nor comments: passages
with the same characters are put together, and where a project has no links, or no comments at all,
those of the export hold.

Follows the REFI-QDA standard 1.5, 2019 (www.qdasoftware.org).
"""

import io
import uuid
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from lxml import etree  # pyright: ignore[reportAttributeAccessIssue]

from analysis import __version__
from analysis.core.atomic_write import write_bytes
from analysis.core.errors import InputError
from analysis.exchange.documents import Coding, Document, Link, Mark, Place
from analysis.exchange.kinds import KINDS, LINKS, closed_values
from analysis.exchange.plain_text import stem_of
from analysis.exchange.values import from_words, to_words

__all__ = ["read", "recognises", "write"]

_NAMESPACE = "urn:QDA-XML:project:1.0"
_SCHEMA = "http://schema.qdasoftware.org/versions/Project/v1.0/Project.xsd"
_XSI = "http://www.w3.org/2001/XMLSchema-instance"
_EPOCH = "2000-01-01T00:00:00Z"  # a fixed time: two exports of one run are equal
_USER = "Parallax"
_PROJECT = "project.qde"
_INTERNAL = "internal://"
_READINGS = "readings "


def _tag(name: str) -> str:
    return f"{{{_NAMESPACE}}}{name}"


def _guid(*parts: object) -> str:
    name = "\x1f".join(map(str, parts)).encode("utf8", "replace").decode("utf8")
    return str(uuid.uuid5(uuid.NAMESPACE_URL, f"parallax:{name}")).upper()


def write(documents: Sequence[Document], path: Path) -> list[Path]:
    """Write the project, and return it."""
    root = etree.Element(_tag("Project"), nsmap={None: _NAMESPACE, "xsi": _XSI})
    root.set(f"{{{_XSI}}}schemaLocation", f"{_NAMESPACE} {_SCHEMA}")
    root.set("name", path.stem)
    root.set("origin", f"Parallax {__version__}")
    root.set("creatingUserGUID", _guid("user"))
    root.set("creationDateTime", _EPOCH)
    users = etree.SubElement(root, _tag("Users"))
    etree.SubElement(users, _tag("User"), guid=_guid("user"), name=_USER, id="PX")
    codebook = etree.SubElement(root, _tag("CodeBook"))
    _add_codes(etree.SubElement(codebook, _tag("Codes")))
    if documents:  # the standard allows no empty list
        sources = etree.SubElement(root, _tag("Sources"))
        for document in documents:
            _add_source(sources, document)
    links = [(document, link) for document in documents for link in document.links]
    if links:
        parent = etree.SubElement(root, _tag("Links"))
        for document, link in links:
            _add_link(parent, document, link)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        project = etree.tostring(root, xml_declaration=True, encoding="utf-8", pretty_print=True)
        _add_entry(archive, _PROJECT, project)
        for document in documents:
            _add_entry(archive, f"Sources/{_file_of(document)}", document.text.encode("utf8"))
    write_bytes(buffer.getvalue(), path)
    return [path]


def _add_entry(archive: zipfile.ZipFile, name: str, data: bytes) -> None:
    entry = zipfile.ZipInfo(name)  # dated 1980, so that two exports of one run are equal
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.external_attr = 0o644 << 16
    archive.writestr(entry, data)


def _file_of(document: Document) -> str:
    return f"{_guid('text', document.article_id)}.txt"


def _code_name(kind: str, column: str, value: str) -> str:
    return f"{kind} {column}: {value}"


def _add_codes(parent: etree._Element) -> None:
    of_kind = {}
    for kind in KINDS:
        of_kind[kind] = _add_code(parent, kind, KINDS[kind].colour)
    for kind, column, allowed in closed_values():
        for value in allowed:
            _add_code(of_kind[kind], _code_name(kind, column, value), KINDS[kind].colour)


def _add_code(parent: etree._Element, name: str, colour: str) -> etree._Element:
    values = {"guid": _guid("code", name), "name": name, "isCodable": "true", "color": colour}
    return etree.SubElement(parent, _tag("Code"), values)


def _add_source(parent: etree._Element, document: Document) -> None:
    made = {"creatingUser": _guid("user"), "creationDateTime": _EPOCH}
    source = etree.SubElement(
        parent,
        _tag("TextSource"),
        guid=_guid("source", document.article_id),
        name=stem_of(document.article_id),
        plainTextPath=f"{_INTERNAL}{_file_of(document)}",
        **made,
    )
    about = [f"{name}: {' '.join(value.split())}" for name, value in document.about.items()]
    described = etree.SubElement(source, _tag("Description"))
    described.text = "\n".join([*about, f"{_READINGS}{document.readings()}"])
    for mark in document.marks:
        selection = etree.SubElement(
            source,
            _tag("PlainTextSelection"),
            guid=_guid(document.article_id, *mark.place),
            name=document.words(mark.place)[:60],
            startPosition=str(mark.start),
            endPosition=str(mark.end),
            **made,
        )
        kind = KINDS[mark.kind]
        closed = [column for column in mark.values if kind.allowed(column)]
        others = [column for column in kind.values if column not in closed]
        words = to_words(mark.values, others, f"{mark.kind}.")
        if words:
            etree.SubElement(selection, _tag("Description")).text = words
        names = [_code_name(mark.kind, column, mark.values[column]) for column in closed]
        for name in (mark.kind, *names):
            guid = _guid(document.article_id, *mark.place, name)
            coding = etree.SubElement(selection, _tag("Coding"), guid=guid, **made)
            etree.SubElement(coding, _tag("CodeRef"), targetGUID=_guid("code", name))


def _add_link(parent: etree._Element, document: Document, link: Link) -> None:
    article_id = document.article_id
    etree.SubElement(
        parent,
        _tag("Link"),
        guid=_guid(article_id, link.name, link.origin, link.target),
        name=link.name,
        direction="OneWay",
        originGUID=_guid(article_id, *link.origin),
        targetGUID=_guid(article_id, *link.target),
    )


def recognises(path: Path) -> bool:
    """Return whether a file is called like a REFI-QDA project."""
    return path.suffix.lower() == ".qdpx"


@dataclass
class _Passage:
    """All that is coded in some characters of a source."""

    codes: list[str] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)
    guids: list[str] = field(default_factory=list)


def read(path: Path, documents: Mapping[str, Document]) -> list[Coding]:
    """
    Read a project.

    Parameters
    ----------
    path : Path
    documents : mapping of str to Document
        Names of sources stand for articles.

    Returns
    -------
    list of Coding
        One for each text of the project.

    Raises
    ------
    InputError
        If the file is no REFI-QDA project.
    """
    root, texts = _unpacked(path)
    ids = {stem_of(article_id): article_id for article_id in documents}
    codes = _names_by_guid(_all(root, "Code"))
    users = _names_by_guid(_all(root, "User"))
    links: dict[str, list[etree._Element]] = {}
    for link in _all(root, "Link"):
        origin = link.get("originGUID", "").upper()
        links.setdefault(origin, []).append(link)
    has_comments = any(_described(each) for each in _all(root, "PlainTextSelection"))
    codings = []
    for source in _all(root, "TextSource"):
        name = str(source.get("name", "")).removesuffix(".txt")
        article_id = ids.get(name, name)
        passages = _passages(source, codes)
        marks, places, notes = _marks(passages, f"{path.name}, {name}")
        if not has_comments and article_id in documents:
            marks = _with_comments(marks, documents[article_id])
        drawn = None  # a program that knows no links says nothing of them
        if links:
            drawn = _links(links, places)
        codings.append(
            Coding(
                article_id,
                marks,
                drawn,
                coder=_coders(source, users),
                readings=_readings(source),
                text=_text(source, texts),
                notes=notes,
            )
        )
    return codings


def _names_by_guid(elements: Sequence[etree._Element]) -> dict[str, str]:
    return {each.get("guid", "").upper(): each.get("name", "") for each in elements}


def _unpacked(path: Path) -> tuple[etree._Element, dict[str, bytes]]:
    advice = "In your program, choose Export, REFI-QDA project (.qdpx)."
    try:
        with zipfile.ZipFile(path) as archive:
            names = [name for name in archive.namelist() if not name.endswith("/")]
            entries = {}
            for name in names:
                _, _, file = name.rpartition("/")
                entries[file.lower()] = archive.read(name)
        if _PROJECT not in entries:
            raise InputError(f"{path.name} has no {_PROJECT}. {advice}")
        parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
        return etree.fromstring(entries[_PROJECT], parser), entries
    except (OSError, zipfile.BadZipFile, etree.XMLSyntaxError) as error:
        raise InputError(f"{path.name} is no REFI-QDA project: {error}. {advice}") from error


def _all(parent: etree._Element, name: str) -> list[etree._Element]:
    return list(parent.iter(_tag(name)))


def _described(element: etree._Element) -> str:
    found = element.find(_tag("Description"))
    if found is None:
        return ""
    return found.text or ""


def _text(source: etree._Element, texts: Mapping[str, bytes]) -> str | None:
    content = source.find(_tag("PlainTextContent"))
    if content is not None:
        return content.text or ""
    path = source.get("plainTextPath", "").removeprefix(_INTERNAL)
    _, _, name = path.rpartition("/")
    data = texts.get(name.lower())
    if data is None:
        return None
    return data.decode("utf-8-sig", errors="replace")


def _readings(source: etree._Element) -> str | None:
    for line in _described(source).splitlines():
        if line.startswith(_READINGS):
            return line.removeprefix(_READINGS).strip() or None
    return None


def _coders(source: etree._Element, users: Mapping[str, str]) -> str | None:
    """Return the people who coded or changed something in a source."""
    guids = []
    for name in ("PlainTextSelection", "Coding"):
        for element in _all(source, name):
            guids += [element.get("creatingUser", ""), element.get("modifyingUser", "")]
    names = dict.fromkeys(users.get(guid.upper(), "") for guid in guids)
    return "; ".join(name for name in names if name not in ("", _USER)) or None


def _passages(source: etree._Element, codes: Mapping[str, str]) -> dict[tuple[int, int], _Passage]:
    passages: dict[tuple[int, int], _Passage] = {}
    for selection in _all(source, "PlainTextSelection"):
        start = int(selection.get("startPosition", "0"))
        end = int(selection.get("endPosition", "0"))
        passage = passages.setdefault((start, end), _Passage())
        passage.guids.append(selection.get("guid", "").upper())
        passage.comments.append(_described(selection))
        for reference in _all(selection, "CodeRef"):
            code = reference.get("targetGUID", "").upper()
            passage.codes.append(codes.get(code, ""))
    return passages


def _marks(
    passages: Mapping[tuple[int, int], _Passage], where: str
) -> tuple[list[Mark], dict[str, list[Place]], list[str]]:
    """Return marks, the marks of each passage by its GUID, and what could not be read."""
    marks: list[Mark] = []
    places: dict[str, list[Place]] = {}
    notes = []
    for span, passage in passages.items():
        of_passage: dict[str, dict[str, str]] = {}
        for code in passage.codes:
            kind, _, value = code.partition(" ")
            if kind not in KINDS:
                notes.append(f"{where}: no kind {code!r}; have {', '.join(KINDS)}")
                continue
            values = of_passage.setdefault(kind, {})
            column, _, value = value.partition(": ")
            if not column:
                continue
            if column in KINDS[kind].values and values.get(column, value) == value:
                values[column] = value
            else:
                notes.append(
                    f"{where}, characters {span[0]} to {span[1]}: {code!r} next to "
                    f"{values.get(column)!r}; take one of the codes away"
                )
        for kind, values in of_passage.items():
            for comment in passage.comments:
                values |= from_words(comment, KINDS[kind].values, f"{kind}.")[0]
            marks.append(Mark((kind, *span), values))
            for guid in passage.guids:
                places.setdefault(guid, []).append((kind, *span))
    return marks, places, notes


def _with_comments(marks: Sequence[Mark], document: Document) -> list[Mark]:
    """Return marks with the values that the export had in the comment of the same passage."""
    exported = {mark.place: mark for mark in document.marks}
    found = []
    for mark in marks:
        kind = KINDS[mark.kind]
        others = {}
        if mark.place in exported:
            values = exported[mark.place].values
            others = {name: value for name, value in values.items() if not kind.allowed(name)}
        found.append(Mark(mark.place, {**others, **mark.values}))
    return found


def _links(
    links: Mapping[str, Sequence[etree._Element]], places: Mapping[str, Sequence[Place]]
) -> list[Link]:
    """Return the links that begin in one source."""
    found = []
    for link in (link for guid in places for link in links.get(guid, ())):
        name = link.get("name", "")
        if name not in LINKS:
            continue
        ends = []
        for end, kind in zip(("originGUID", "targetGUID"), LINKS[name], strict=True):
            of_end = places.get(link.get(end, "").upper(), ())
            ends.append(next((place for place in of_end if place[0] == kind), None))
        if ends[0] is not None and ends[1] is not None:
            found.append(Link(name, ends[0], ends[1]))
    return found
