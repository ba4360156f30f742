"""
brat: a folder with a text and a file of standoff annotations for each article.

In: documents. Out: ``NAME.txt``, ``NAME.ann`` and ``annotation.conf``. Offsets count characters;
spans over several lines are written as one fragment a line, as brat does. Values with a list of
allowed values are attributes; all others are in the annotator's note, as ``low=29; counted=men``.
Back: the same folder.
"""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from analysis.core.atomic_write import write_bytes, write_text
from analysis.core.errors import InputError
from analysis.exchange.documents import Coding, Document, Link, Mark, Place
from analysis.exchange.json_files import read_json
from analysis.exchange.kinds import KINDS, LINKS, closed_values
from analysis.exchange.plain_text import stem_of
from analysis.exchange.values import from_words, to_words

__all__ = ["read", "recognises", "write"]

_CONFIGURATION = "annotation.conf"
_READINGS = "parallax.json"


def write(documents: Sequence[Document], path: Path) -> list[Path]:
    """Write the folder, and return it."""
    for document in documents:
        stem = stem_of(document.article_id)
        write_bytes(document.text.encode("utf8"), path / f"{stem}.txt")
        write_bytes(_standoff(document).encode("utf8"), path / f"{stem}.ann")
    write_text(_configuration(), path / _CONFIGURATION)
    readings = {document.article_id: document.readings() for document in documents}
    write_text(json.dumps(readings, indent=1), path / _READINGS)
    return [path]


def _standoff(document: Document) -> str:
    lines = []
    ids: dict[Place, str] = {}
    n_attributes = 0
    for number, mark in enumerate(document.marks, start=1):
        name = ids[mark.place] = f"T{number}"
        fragments = _fragments(document.text, mark.start, mark.end)
        where = ";".join(f"{start} {end}" for start, end in fragments)
        words = " ".join(document.text[start:end] for start, end in fragments)
        lines.append(f"{name}\t{mark.kind} {where}\t{words.replace(chr(9), ' ')}")
        kind = KINDS[mark.kind]
        closed = [column for column in mark.values if kind.allowed(column)]
        for column in closed:
            n_attributes += 1
            value = mark.values[column]
            lines.append(f"A{n_attributes}\t{mark.kind}_{column} {name} {value}")
        note = to_words(mark.values, [column for column in kind.values if column not in closed])
        if note:
            lines.append(f"#{number}\tAnnotatorNotes {name}\t{note}")
    for number, link in enumerate(document.links, start=1):
        ends = f"Arg1:{ids[link.origin]} Arg2:{ids[link.target]}"
        lines.append(f"R{number}\t{link.name} {ends}")
    return "".join(f"{line}\n" for line in lines)


def _fragments(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return a span without its line feeds, which brat allows in none."""
    found = [matched.span() for matched in re.finditer(r"[^\n]+", text[start:end])]
    if not found:
        return [(start, end)]
    return [(start + first, start + last) for first, last in found]


def _configuration() -> str:
    """Return the kinds, links and attributes that brat shall know."""
    lines = ["[entities]", *KINDS, "", "[relations]"]
    lines += [f"{name}\tArg1:{origin}, Arg2:{target}" for name, (origin, target) in LINKS.items()]
    lines += ["", "[events]", "", "[attributes]"]
    for kind, column, allowed in closed_values():
        lines.append(f"{kind}_{column}\tArg:{kind}, Value:{'|'.join(allowed)}")
    return "\n".join(lines) + "\n"


def recognises(path: Path) -> bool:
    """Return whether a folder holds files of brat."""
    if not path.is_dir():
        return False
    return (path / _CONFIGURATION).is_file() or any(path.glob("*.ann"))


@dataclass
class _Standoff:
    """What an ``.ann`` file says."""

    places: dict[str, Place] = field(default_factory=dict)
    values: dict[str, dict[str, str]] = field(default_factory=dict)
    links: list[tuple[str, str, str]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def read(path: Path, documents: Mapping[str, Document]) -> list[Coding]:
    """
    Read a folder of brat.

    Parameters
    ----------
    path : Path
    documents : mapping of str to Document
        By which files are told apart: their names stand for articles.

    Returns
    -------
    list of Coding
        One for each ``.ann`` file.

    Raises
    ------
    InputError
        If a line is no standoff annotation, or a file is not UTF-8.
    """
    ids = {stem_of(article_id): article_id for article_id in documents}
    readings = {}
    if (path / _READINGS).is_file():
        readings = read_json(path / _READINGS)
    codings = []
    for file in sorted(path.glob("*.ann")):
        found = _parse(file)
        article_id = ids.get(file.stem, file.stem)
        _restore_line_feeds(found, documents.get(article_id))
        marks = [Mark(place, found.values[name]) for name, place in found.places.items()]
        links = [
            Link(name, found.places[origin], found.places[target])
            for name, origin, target in found.links
        ]
        text = None
        beside = file.with_suffix(".txt")
        if beside.is_file():
            text = _read(beside)
        codings.append(
            Coding(
                article_id,
                marks,
                links,
                readings=readings.get(article_id),
                text=text,
                notes=found.notes,
            )
        )
    return codings


def _restore_line_feeds(found: _Standoff, document: Document | None) -> None:
    """Give spans the line feeds at their ends, which brat could not hold, back."""
    if document is None:
        return
    whole: dict[Place, Place] = {}
    for mark in document.marks:
        fragments = _fragments(document.text, mark.start, mark.end)
        whole[(mark.kind, fragments[0][0], fragments[-1][1])] = mark.place
    for name, place in found.places.items():
        found.places[name] = whole.get(place, place)


def _read(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf8")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"Cannot read {path} as UTF-8: {error}. Copy it again.") from error


def _parse(file: Path) -> _Standoff:
    """Return what a file says, with links as ids until all places are known."""
    found = _Standoff()
    text = _read(file).replace("\r\n", "\n")
    lines = [line for line in text.split("\n") if line.strip()]
    numbered = list(enumerate(lines, start=1))
    for number, line in numbered:
        if line.startswith("T"):
            _add_span(line, found, f"{file.name}, line {number}")
    for number, line in numbered:
        where = f"{file.name}, line {number}"
        if line.startswith(("A", "M")):
            _add_attribute(line, found, where)
        elif line.startswith("#"):
            _add_note(line, found, where)
        elif line.startswith("R"):
            _add_relation(line, found, where)
        elif not line.startswith("T"):
            found.notes.append(f"{where}: {line.split()[0]} is neither span, value nor relation")
    return found


def _add_span(line: str, found: _Standoff, where: str) -> None:
    name, _, rest = line.partition("\t")
    matched = re.match(r"(\S+) (\d+ \d+(?:;\d+ \d+)*)(?:\t|$)", rest)
    if matched is None:
        raise InputError(
            f"{where}: {line!r} is no span of brat, such as 'T1<tab>figure 0 2<tab>29'. "
            f"Correct the line, or copy the file again from brat."
        )
    kind, where_in_text = matched.groups()
    if kind not in KINDS:
        found.notes.append(f"{where}: no kind {kind!r}; have {', '.join(KINDS)}")
        return
    offsets = [int(number) for number in re.findall(r"\d+", where_in_text)]
    found.places[name] = (kind, min(offsets), max(offsets))
    found.values[name] = {}


def _add_attribute(line: str, found: _Standoff, where: str) -> None:
    words = line.split()
    if len(words) < 4 or words[2] not in found.places:
        return
    kind = found.places[words[2]][0]
    column = words[1].removeprefix(f"{kind}_")
    if column in KINDS[kind].values:
        found.values[words[2]][column] = words[3]
    else:
        found.notes.append(f"{where}: a {kind} has no value {words[1]}")


def _add_note(line: str, found: _Standoff, where: str) -> None:
    _, _, rest = line.partition("\t")
    head, _, words = rest.partition("\t")
    _, _, name = head.partition(" ")
    if name not in found.places:
        return
    kind = found.places[name][0]
    values, others = from_words(words, KINDS[kind].values)
    found.values[name] = {**values, **found.values[name]}
    found.notes.extend(f"{where}: {part!r} is no value of a {kind}" for part in others)


def _add_relation(line: str, found: _Standoff, where: str) -> None:
    matched = re.match(r"\S+\t(\S+) Arg1:(\S+) Arg2:(\S+)", line)
    if matched is None or matched[1] not in LINKS:
        found.notes.append(f"{where}: {line!r} is none of the relations {', '.join(LINKS)}")
        return
    if matched[2] in found.places and matched[3] in found.places:
        found.links.append((matched[1], matched[2], matched[3]))
