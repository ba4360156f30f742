"""Exports of ProQuest as plain text (.txt)."""

import re
from collections.abc import Sequence
from typing import ClassVar, NamedTuple

from analysis.load.providers.languages import code_of
from analysis.load.providers.page import Page
from analysis.load.providers.paragraphs import blocks_of, squeeze, unwrap
from analysis.load.providers.provider import Part, Printed, Provider, Split

__all__ = ["ProQuestText"]

_SEPARATOR = re.compile(r"^\s*_{10,}\s*$")
_MARK = re.compile(
    r"^\s*(?:Document|Dokument|Documento)\s+(\d[\d.,]*)\s+(?:of|von|de|sur)\s+(\d[\d.,]*)\s*$",
    re.IGNORECASE,
)
_LABELS = {
    "author": "Author|Autor|Auteur|Verfasser",
    "title": "Title|Titel|Titre",
    "outlet": "Publication title|Titel der Publikation|Publikationstitel|Titre de la publication|"
    "Titre de publication",
    "info": "Publication info|Publikationsinfo|Informations sur la publication",
    "day": "Publication date|Publikationsdatum|Erscheinungsdatum|Date de publication",
    "year": "Publication year|Publikationsjahr|Année de publication|Year",
    "text": "Full text|Volltext|Texte intégral",
    "abstract": "Abstract|Zusammenfassung|Résumé",
    "language": "Language of publication|Sprache der Publikation|Language|Langue de publication",
    "key": "ProQuest document ID|ProQuest-Dokument-ID|ID de document ProQuest|"
    "Identifiant de document ProQuest|ProQuest documentID",
    "url": "Document URL|Dokument-URL|URL du document",
    "other": "Subject|Location|People|Company / organization|Company|Identifier / keyword|"
    "Volume|Issue|Pages|First page|Number of pages|Publication subject|Publisher|"
    "Place of publication|Country of publication|ISSN|e-ISSN|CODEN|Source type|Document type|"
    "Document feature|Copyright|Last updated|Database|Links|Section|Classification|Supplement|"
    "Alternate title|Column|Dateline|Credit|Illustration|Caption|Correction|Contact|Source|"
    "Ort|Thema|Personen|Firma|Unternehmen/Organisation|Verlag|Verlagsort|Publikationsland|"
    "Publikationsthema|Quellentyp|Dokumenttyp|Letzte Aktualisierung|Datenbank|Seiten|Band|"
    "Ausgabe|Sujet|Lieu|Personnes|Société / organisation|Éditeur|Lieu de publication|"
    "Pays de publication|Type de source|Type de document|Dernière mise à jour|"
    "Base de données|DOI|Copyright",
}
_NAME_OF = {word.casefold(): name for name, words in _LABELS.items() for word in words.split("|")}
_LABEL = re.compile(
    "^(" + "|".join(map(re.escape, sorted(_NAME_OF, key=len, reverse=True))) + r")\s?:(?:\s|$)",
    re.IGNORECASE,
)
_TEXT_IS_LEFT_OUT = re.compile(r"^(?:not available|nicht verfügbar|non disponible)", re.IGNORECASE)
_LINK_LINE = re.compile(r"^\s*(?:ProQuest document link|https?://\S+)\s*$", re.IGNORECASE)
_COVER = re.compile(
    r"^\s*(?:Report Information from ProQuest|ProQuest document link)\s*$", re.I | re.MULTILINE
)
_MIN_LABELS = 2
_IN_BODY = ("other", "title", "abstract", "year")


class _Field(NamedTuple):
    """A label in a document, and the lines that follow it."""

    name: str
    lines: list[str]


class ProQuestText(Provider):
    """Documents between lines of underscores, every field after its label."""

    name: ClassVar[str] = "proquest_text"
    label: ClassVar[str] = "ProQuest (text)"
    kinds: ClassVar[tuple[str, ...]] = ("text",)
    version: ClassVar[str] = "2023-01"
    fixture: ClassVar[str] = "proquest_text"

    def recognises(self, page: Page) -> bool:
        """Look for the labels of a publication and an id, its separators, or its cover page."""
        if _COVER.search(page.text) is not None:
            return True
        found = set()
        for line in page.lines:
            match = _LABEL.match(line)
            if match is not None:
                found.add(_NAME_OF[match[1].casefold()])
        has_separators = any(_SEPARATOR.match(line) for line in page.lines)
        return "outlet" in found and ("key" in found or (has_separators and "text" in found))

    def split(self, page: Page) -> Split:
        """Split at lines of underscores; "Document 1 of 10" says how many there are."""
        pieces: list[list[str]] = [[]]
        totals = []
        for line in page.lines:
            mark = _MARK.match(line)
            if mark is not None:
                totals.append(int(re.sub(r"\D", "", mark[2])))
            if mark is not None or _SEPARATOR.match(line):
                pieces.append([])
            else:
                pieces[-1].append(line)
        parts = [piece for piece in pieces if _is_document(piece)]
        said = max(set(totals), key=totals.count) if totals else None
        missing = ""
        if (
            parts
            and "key" not in _names_of(parts[-1])
            and all("key" in _names_of(part) for part in parts[:-1])
            and len(parts) > 1
        ):
            missing = "the last one has no end"
        return Split(parts, said, missing)

    def read(self, part: Part) -> Printed:
        """Read each field from the lines after its label."""
        head, fields = _fields_of(part)
        values: dict[str, str] = {}
        for field in fields:
            values.setdefault(field.name, squeeze(" ".join(field.lines)))
        outlet = values.get("outlet") or (values.get("info") or "").split(";")[0]
        notes = []
        text = _text_of(fields)
        if not text and values.get("abstract"):
            notes.append("the export has an abstract but no full text")
        title = values.get("title") or squeeze(" ".join(head))
        return Printed(
            title=title or None,
            outlet=_without_place(outlet),
            day=values.get("day") or values.get("info") or values.get("year"),
            author=values.get("author"),
            url=(values.get("url") or "").split(" ")[0] or None,
            paragraphs=text,
            language=code_of(values.get("language", "")),
            key=f"proquest-{values['key']}" if values.get("key") else None,
            notes=notes,
        )


def _names_of(lines: Sequence[str]) -> set[str]:
    """Return what the labels of a piece are."""
    found = set()
    for line in lines:
        match = _LABEL.match(line)
        if match is not None:
            found.add(_NAME_OF[match[1].casefold()])
    return found


def _is_document(lines: Sequence[str]) -> bool:
    """Return whether a piece is a document and not a cover page, contents or notice."""
    names = _names_of(lines)
    return (
        "text" in names or len(names & {"outlet", "day", "key", "abstract", "info"}) >= _MIN_LABELS
    )


def _fields_of(lines: Sequence[str]) -> tuple[list[str], list[_Field]]:
    """Return the lines before the first label, and the fields."""
    head: list[str] = []
    fields: list[_Field] = []
    for line in lines:
        match = _LABEL.match(line)
        name = _NAME_OF[match[1].casefold()] if match is not None else None
        if match is None or name is None:
            if fields:
                fields[-1].lines.append(line)
            elif line.strip() and not _LINK_LINE.match(line):
                head.append(line)
        elif fields and fields[-1].name == "text" and not _closes_text(line, lines):
            fields[-1].lines.append(line)
        else:
            fields.append(_Field(name, [line[match.end() :].strip()]))
    return head, fields


def _closes_text(line: str, lines: Sequence[str]) -> bool:
    """Return whether a label ends the text: an empty line is before it, or a label after it."""
    place = next(number for number, each in enumerate(lines) if each is line)
    later = [each for each in lines[place + 1 :] if each.strip()][:1]
    return not later or _LABEL.match(later[0]) is not None or not lines[place - 1].strip()


def _text_of(fields: Sequence[_Field]) -> list[str]:
    """Return the paragraphs of the full text."""
    for field in fields:
        if field.name == "text":
            blocks = blocks_of(field.lines)
            if blocks and _TEXT_IS_LEFT_OUT.match(blocks[0][0].strip()):
                return []
            return _paragraphs(blocks)
    return []


def _paragraphs(blocks: Sequence[Sequence[str]]) -> list[str]:
    """Return the paragraphs of blocks of lines: a block is one, or each of its lines is."""
    paragraphs = []
    for block in blocks:
        lines = [squeeze(line) for line in block]
        is_wrapped = len(lines) > 1 and max(map(len, lines)) <= 100 and unwrap(lines) == lines
        paragraphs += [" ".join(lines)] if is_wrapped and not _all_end(lines) else unwrap(lines)
    return paragraphs


def _all_end(lines: Sequence[str]) -> bool:
    """Return whether every line ends as a sentence does."""
    return all(line.endswith((".", "!", "?", '"', "”", ":")) for line in lines)


def _without_place(outlet: str) -> str | None:
    """Return the name of a publication without the place after a semicolon."""
    return outlet.split(";")[0].strip() or None
