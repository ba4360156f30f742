"""
The layout of Nexis Uni and Lexis Advance, whatever the file format.

In: the lines of a file. Out: its documents, and what each prints. A file begins with a cover page,
"Documents (10)", a list of titles and the search terms. A document is its title, source, date,
copyright line, labels, the heading "Body", the text, and perhaps "Graphic", "Classification" and
"Load-Date"; it closes with "End of Document". A single document has no cover page.
"""

import re
from collections.abc import Sequence

from analysis.load.providers.days import starts_with_date
from analysis.load.providers.languages import code_of
from analysis.load.providers.nexis_labels import (
    CLOSING,
    is_copyright,
    is_end,
    is_furniture,
    is_heading,
    label_of,
)
from analysis.load.providers.paragraphs import said_words, squeeze, unwrap
from analysis.load.providers.provider import Printed, Split

__all__ = ["looks_like_nexis", "read_document", "split_documents"]

_SAID = re.compile(
    r"^\s*(?:Documents?|Dokumente?|Documenten|Documentos|Documenti)\s*\(\s*(\d[\d.,]*)\s*\)\s*$",
    re.IGNORECASE | re.MULTILINE,
)
_COVER = re.compile(
    r"^\s*(?:Client/Matter|Search Terms|Search Type|Narrowed by|Suchbegriffe|Mandant|"
    r"Termes de recherche|Job Number|Auftragsnummer)\b",
    re.IGNORECASE | re.MULTILINE,
)
_END = re.compile(
    r"^\s*(?:End of Document|Ende des Dokuments|Fin du document|Einde van (?:het )?document|"
    r"Fin del documento|Dokumentende|Fine del documento|Fim do documento)\s*$",
    re.IGNORECASE | re.MULTILINE,
)
_PAGE_NUMBER = re.compile(r"^\s*(?:Page|Seite)\s+\d+\s+(?:of|von|de|sur)\s+\d+\s*$", re.IGNORECASE)
_SPLIT_TITLE = 400  # characters of a title that runs over lines


def looks_like_nexis(text: str) -> bool:
    """Return whether a text, a paragraph a line, is an export, or the cover page of one."""
    has_cover = _SAID.search(text) is not None and _COVER.search(text) is not None
    if has_cover:
        return True
    if _END.search(text) is None:
        return False
    for line in text.splitlines():
        label = label_of(line)
        is_sign = label is not None and label.name in ("length", "load_date", "section", "byline")
        if is_sign or is_heading(line, "body"):
            return True
    return False


def split_documents(lines: Sequence[str]) -> Split:
    """Return the lines of each document; those of the first include the cover page."""
    parts: list[list[str]] = []
    current: list[str] = []
    for line in lines:
        if is_end(line):
            parts.append(current)
            current = []
        elif not _PAGE_NUMBER.match(line):
            current.append(line)
    cover = current
    if parts:
        cover = parts[0]
    missing = ""
    rest = [line for line in current if line.strip()]
    if parts and rest:
        missing = f"the last one has no end: {squeeze(rest[0])[:60]!r}"
    elif not parts and _body_of(current) is not None:
        missing = "the first one has no end"
    return Split(parts, _said_number("\n".join(cover)), missing)


def _said_number(cover: str) -> int | None:
    """Return how many documents a cover page says that there are."""
    said = _SAID.search(cover)
    if said is None:
        return None
    return int(re.sub(r"\D", "", said[1]))


def read_document(lines: Sequence[str]) -> Printed:
    """Return what a document prints."""
    body = _body_of(lines)
    header_end = len(lines)
    if body is not None:
        header_end = body - 1
    day = _date_line(lines, header_end)
    printed_day = None
    if day is not None:
        printed_day = lines[day]
    if body is None:
        body = _end_of_labels(lines, day)
        header_end = body
    labels = _labels(lines[(day or -1) + 1 : header_end])
    text, tail = _body_and_tail(lines[body:])
    after = _labels(tail)
    title, outlet = _title_and_outlet(lines, day, header_end)
    return Printed(
        title=labels.get("headline") or title,
        outlet=outlet,
        day=printed_day,
        author=labels.get("byline"),
        place=labels.get("dateline"),
        url=after.get("url"),
        paragraphs=unwrap(text),
        language=code_of(after.get("language", "")),
        n_words=said_words(labels.get("length", "")),
    )


def _body_of(lines: Sequence[str]) -> int | None:
    """Return the place of the first line after the heading of the body."""
    for place, line in enumerate(lines):
        if is_heading(line, "body"):
            return place + 1
    return None


def _date_line(lines: Sequence[str], end: int) -> int | None:
    """
    Return the place of the line with the date, before the labels.

    With a heading "Body" it is the last line there that begins with a date; without, the first.
    """
    places = []
    for place in range(end):
        if starts_with_date(lines[place]) and label_of(lines[place]) is None:
            places.append(place)
    if not places:
        return None
    if end < len(lines):
        return places[-1]
    return places[0]


def _end_of_labels(lines: Sequence[str], day: int | None) -> int:
    """Return the place of the first line of the text in a document without a heading "Body"."""
    body = 0
    if day is not None:
        body = day + 1
    for place in range(body, len(lines)):
        label = label_of(lines[place])
        is_header = label is not None and label.name not in CLOSING
        if is_header or is_copyright(lines[place]):
            body = place + 1
        elif lines[place].strip():
            break
    return body


def _labels(lines: Sequence[str]) -> dict[str, str]:
    """Return the values of labels; a line without a label continues the value before it."""
    values: dict[str, str] = {}
    name = None
    for line in lines:
        label = label_of(line)
        if label is not None:
            name = None
            if label.name not in values:
                name = label.name
                values[name] = label.value
        elif not line.strip() or is_copyright(line):
            name = None
        elif name is not None:
            values[name] = f"{values[name]} {line.strip()}".strip()
    return {name: squeeze(value) for name, value in values.items() if value}


def _title_and_outlet(
    lines: Sequence[str], day: int | None, header_end: int
) -> tuple[str | None, str | None]:
    """Return the lines above the date: the last of them is the source, the others the title."""
    if day is None:
        for line in lines[:header_end]:
            if line.strip() and label_of(line) is None:
                return squeeze(line), None
        return None, None
    above = lines[:day]
    places = [place for place, line in enumerate(above) if line.strip()]
    if not places:
        return None, None
    outlet = squeeze(above[places[-1]])
    if len(places) == 1:
        return None, outlet
    # the title is what is written without an empty line; above it may be the cover page
    title: list[str] = []
    previous = places[-2]
    for place in reversed(places[:-1]):
        if previous - place > 1 or len(" ".join(title)) > _SPLIT_TITLE:
            break
        title.insert(0, above[place])
        previous = place
    return squeeze(" ".join(title)), outlet


def _body_and_tail(lines: Sequence[str]) -> tuple[list[str], list[str]]:
    """Return the paragraphs of the body, and the lines from the first closing label or heading."""
    paragraphs = []
    for place, line in enumerate(lines):
        label = label_of(line)
        closes = label is not None and label.name in ("load_date", "publication", "journal_code")
        if closes or is_heading(line, "graphic") or is_heading(line, "classification"):
            return paragraphs, list(lines[place:])
        if line.strip() and not is_furniture(line):
            paragraphs.append(squeeze(line))
    return paragraphs, []
