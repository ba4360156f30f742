"""
INCEpTION: a folder of UIMA CAS files (XMI 1.0), and the type system of its layers.

In: documents. Out: ``NAME.xmi`` for each article and ``TypeSystem.xml``, read and written with
dkpro-cassis. UIMA counts UTF-16 code units, which dkpro-cassis turns into characters. Sources, cues
and contents are one layer with a ``role``, since INCEpTION joins spans of one layer alone. Back:
an XMI file, a folder, or an exported archive with archives inside.
"""

import io
import json
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from analysis.core.atomic_write import write_bytes, write_text
from analysis.core.errors import InputError
from analysis.exchange.documents import Coding, Document, Link, Mark, Place
from analysis.exchange.json_files import read_json
from analysis.exchange.kinds import KINDS, LINKS
from analysis.exchange.plain_text import stem_of

if TYPE_CHECKING:
    from cassis import Cas, TypeSystem

__all__ = ["read", "recognises", "write"]

_TYPES = "TypeSystem.xml"
_READINGS = "parallax.json"
_PREFIX = "webanno.custom."
_ATTRIBUTION = "webanno.custom.Attribution"
_RELATION = "webanno.custom.AttributionRelation"
_METADATA = "de.tudarmstadt.ukp.dkpro.core.api.metadata.type.DocumentMetaData"
_ROLES = ("content", "source", "cue")
_STRING = "uima.cas.String"


def _type_of(kind: str) -> str:
    return _ATTRIBUTION if kind in _ROLES else f"{_PREFIX}{kind.capitalize()}"


def write(documents: Sequence[Document], path: Path) -> list[Path]:
    """Write the folder, and return it."""
    types = _type_system()
    write_bytes(str(types.to_xml()).encode("utf8"), path / _TYPES)
    for document in documents:
        xmi = _cas(document, types).to_xmi()
        write_bytes(str(xmi).encode("utf8"), path / f"{stem_of(document.article_id)}.xmi")
    readings = {document.article_id: document.readings() for document in documents}
    write_text(json.dumps(readings, indent=1), path / _READINGS)
    return [path]


def _type_system() -> "TypeSystem":
    from cassis import TypeSystem

    types = TypeSystem()
    metadata = types.create_type(name=_METADATA, supertypeName="uima.tcas.DocumentAnnotation")
    for name in ("documentTitle", "documentId"):
        types.create_feature(metadata, name, _STRING)
    for kind, of_kind in KINDS.items():
        if kind in _ROLES:
            continue
        layer = types.create_type(name=_type_of(kind))
        for column in of_kind.values:
            types.create_feature(layer, column, _STRING)
    attribution = types.create_type(name=_ATTRIBUTION)
    for column in ("role", *KINDS["content"].values):
        types.create_feature(attribution, column, _STRING)
    relation = types.create_type(name=_RELATION)
    for column in ("Dependent", "Governor"):
        types.create_feature(relation, column, _ATTRIBUTION)
    types.create_feature(relation, "relation", _STRING)
    return types


def _cas(document: Document, types: "TypeSystem") -> "Cas":
    from cassis import Cas

    cas = Cas(typesystem=types)
    cas.sofa_string = document.text
    cas.sofa_mime = "text/plain"
    metadata = types.get_type(_METADATA)
    name = stem_of(document.article_id)
    titles = {"documentId": name, "documentTitle": name}
    cas.add(metadata(begin=0, end=len(document.text), language="en", **titles))
    added = {}
    for mark in document.marks:
        layer = types.get_type(_type_of(mark.kind))
        values = dict(mark.values)
        if mark.kind in _ROLES:
            values["role"] = mark.kind
        annotation = layer(begin=mark.start, end=mark.end, **values)
        added[mark.place] = annotation
        cas.add(annotation)
    relation = types.get_type(_RELATION)
    for link in document.links:
        cas.add(
            relation(
                begin=link.target[1],
                end=link.target[2],
                Governor=added[link.origin],
                Dependent=added[link.target],
                relation=link.name,
            )
        )
    return cas


def recognises(path: Path) -> bool:
    """Return whether a file or folder may hold CAS files."""
    if path.is_dir():
        return (path / _TYPES).is_file() or any(path.rglob("*.xmi"))
    return path.suffix.lower() in (".xmi", ".zip")


@dataclass(frozen=True)
class _File:
    """A CAS, the type system next to it, and the names on the way to it, outermost first."""

    names: tuple[str, ...]
    xmi: bytes
    types: bytes | None


def read(path: Path, documents: Mapping[str, Document]) -> list[Coding]:
    """
    Read CAS files.

    Parameters
    ----------
    path : Path
        A folder, an ``.xmi`` file, or a ``.zip`` as INCEpTION exports documents and projects. Of a
        project the annotations of every person are read; who it is, the name of the file says.
    documents : mapping of str to Document
        Names of files stand for articles.

    Returns
    -------
    list of Coding

    Raises
    ------
    InputError
        If a file is no CAS, its type system is not there, or there is none.
    """
    ids = {stem_of(article_id): article_id for article_id in documents}
    folder = path
    if not path.is_dir():
        folder = path.parent
    beside = folder / _READINGS
    readings = {}
    if beside.is_file():
        readings = read_json(beside)
    codings = []
    known: dict[bytes, TypeSystem] = {}
    for file in _files(path):
        cas = _load(file, known)
        article_id, coder = _who(file, cas, ids)
        marks, links, notes = _marks(cas, "/".join(file.names))
        codings.append(
            Coding(
                article_id,
                marks,
                links,
                coder=coder,
                readings=readings.get(article_id),
                text=cas.sofa_string or "",
                notes=notes,
            )
        )
    if not codings and not beside.is_file():
        raise InputError(
            f"{path} holds no .xmi file. In INCEpTION, export documents in the format "
            f'"UIMA CAS XMI (XML 1.0)".'
        )
    return codings


def _files(path: Path) -> Iterator[_File]:
    if path.is_dir():
        names = {
            file.relative_to(path).as_posix(): file.read_bytes()
            for file in sorted(path.rglob("*"))
            if file.is_file() and file.suffix.lower() in (".xmi", ".xml", ".zip")
        }
        yield from _of_archive((path.name,), names)
    elif path.suffix.lower() == ".zip":
        yield from _of_archive((path.name,), _unzipped(path.name, path.read_bytes()))
    else:
        types = path.with_name(_TYPES)
        found = None
        if types.is_file():
            found = types.read_bytes()
        yield _File((path.name,), path.read_bytes(), found)


def _unzipped(name: str, data: bytes) -> dict[str, bytes]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            wanted = [each for each in archive.namelist() if not each.endswith("/")]
            return {each: archive.read(each) for each in wanted}
    except (zipfile.BadZipFile, RuntimeError) as error:
        raise InputError(f"{name} cannot be unpacked: {error}. Export it again.") from error


def _of_archive(names: tuple[str, ...], entries: Mapping[str, bytes]) -> Iterator[_File]:
    for name, data in entries.items():
        way = (*names, *name.split("/"))
        if name.lower().endswith(".zip"):
            yield from _of_archive(way, _unzipped(name, data))
        elif name.lower().endswith(".xmi"):
            folder, slash, _ = name.rpartition("/")
            beside = f"{folder}{slash}{_TYPES}"
            yield _File(way, data, entries.get(beside, entries.get(_TYPES)))


def _load(file: _File, known: dict[bytes, "TypeSystem"]) -> "Cas":
    """Return a CAS; type systems that were parsed already are in ``known``."""
    from cassis import load_cas_from_xmi, load_typesystem

    where = "/".join(file.names)
    if file.types is None:
        raise InputError(
            f"{where}: there is no {_TYPES} next to it. Import the whole archive that INCEpTION "
            f"exported, or put its {_TYPES} there."
        )
    try:
        types = known.get(file.types)
        if types is None:
            types = known[file.types] = load_typesystem(io.BytesIO(file.types))
        return load_cas_from_xmi(io.BytesIO(file.xmi), typesystem=types, lenient=True)
    except Exception as error:  # dkpro-cassis raises whatever its parsers do
        raise InputError(
            f"{where} is no CAS in XMI: {error}. Export it again in the format "
            f'"UIMA CAS XMI (XML 1.0)".'
        ) from error


def _who(file: _File, cas: "Cas", ids: Mapping[str, str]) -> tuple[str, str | None]:
    """Return the article of a file, and the person whose name the file has, if it has one."""
    stems = [name.removesuffix(".zip").removesuffix(".xmi") for name in file.names]
    for number in range(len(stems) - 1, -1, -1):
        if stems[number] in ids:
            coder = next(iter(stems[number + 1 :]), None)
            return ids[stems[number]], coder
    for each in _select(cas, _METADATA):
        for title in (each.documentId, each.documentTitle):
            stem = (title or "").removesuffix(".xmi")
            if stem in ids:
                return ids[stem], None
    return stems[-1], None


def _select(cas: "Cas", name: str) -> list[Any]:
    if not cas.typesystem.contains_type(name):
        return []
    return list(cas.select(name))


def _marks(cas: "Cas", where: str) -> tuple[list[Mark], list[Link], list[str]]:
    marks: list[Mark] = []
    places: dict[int, Place] = {}
    notes = []
    for layer in dict.fromkeys(map(_type_of, KINDS)):
        for annotation in _select(cas, layer):
            kind = _kind_of(annotation, layer)
            if kind not in KINDS:
                notes.append(f"{where}: role {kind!r} is not one of {', '.join(_ROLES)}")
                continue
            values = {}
            for column in KINDS[kind].values:
                value = getattr(annotation, column, None)
                if value:
                    values[column] = str(value)
            place = (kind, int(annotation.begin), int(annotation.end))
            places[annotation.xmiID] = place
            marks.append(Mark(place, values))
    links = []
    for relation in _select(cas, _RELATION):
        origin = _place(relation.Governor, places)
        target = _place(relation.Dependent, places)
        if origin is None or target is None:
            continue
        name = relation.relation or _only_name(origin[0], target[0])
        if name in LINKS:
            links.append(Link(name, origin, target))
        else:
            notes.append(f"{where}: relation {name!r} is not one of {', '.join(LINKS)}")
    return marks, links, notes


def _kind_of(annotation: Any, layer: str) -> str:
    if layer == _ATTRIBUTION:
        return annotation.role or ""
    return layer.removeprefix(_PREFIX).lower()


def _place(annotation: Any, places: Mapping[int, Place]) -> Place | None:
    if annotation is None:
        return None
    return places.get(annotation.xmiID)


def _only_name(origin: str, target: str) -> str | None:
    """Return the name of a relation that a person drew without one."""
    return next((name for name, ends in LINKS.items() if ends == (origin, target)), None)
