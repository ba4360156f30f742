"""
The words that Nexis prints around an article, in the languages of its interfaces.

In: a line. Out: what it is a label of, and its value. ``LENGTH: 355 words``, ``Länge:355 Wörter``
and ``Longueur : 355 mots`` are one label. Labels that are not listed here are text.
"""

import re
from typing import NamedTuple

from analysis.load.providers.days import find_day

__all__ = ["CLOSING", "Label", "is_copyright", "is_end", "is_furniture", "is_heading", "label_of"]

_LABELS = {
    "headline": "headline|überschrift|schlagzeile|titre|titel",
    "byline": "byline|autor|autoren|verfasser|auteur|auteurs|byeline",
    "length": "length|länge|umfang|longueur|lengte|longitud",
    "section": "section|rubrik|ressort|rubrique|sectie|sección",
    "dateline": "dateline|datumszeile|ortsmarke|lieu|dateline/ort",
    "highlight": "highlight|highlights|hervorhebung|résumé|series|serie|série",
    "body": "body|text|hauptteil|volltext|corps|corps du texte|texte",
    "graphic": "graphic|grafik|graphik|graphique|afbeelding",
    "load_date": "load-date|load date|update|ladedatum|upload-datum|date de chargement|"
    "date-chargement|laaddatum|date-charge|mise à jour",
    "language": "language|sprache|langue|taal|idioma",
    "publication": "publication-type|publication type|publikationsart|publikationstyp|"
    "type de publication|type-publication|dokumenttyp",
    "journal_code": "journal-code|journal code|publikationscode|code de publication|"
    "code-publication",
    "classification": "subject|company|organization|person|people|geographic|industry|ticker|city|"
    "state|country|thema|firma|sujet|société|personne|correction-date|correction|"
    "document-type|acc-no|copyright",
    "notes": "notes|note|anmerkung|anmerkungen",
    "url": "url",
    "type": "type|typ|distribution|edition|column",
}
_NAME_OF = {word: name for name, words in _LABELS.items() for word in words.split("|")}
_LABEL = re.compile(
    r"^\s*(" + "|".join(map(re.escape, sorted(_NAME_OF, key=len, reverse=True))) + r")\s?:(?!//)",
    re.IGNORECASE,
)
CLOSING = ("load_date", "language", "publication", "journal_code", "graphic", "url")
"""Labels that stand after the body."""

_ENDS = (
    "end of document",
    "ende des dokuments",
    "dokumentende",
    "fin du document",
    "einde van document",
    "einde van het document",
    "fin del documento",
    "fine del documento",
    "fim do documento",
)
_HEADINGS = {
    "body": ("body", "hauptteil", "volltext", "corps", "corps du texte", "cuerpo"),
    "graphic": ("graphic", "grafik", "graphik", "graphique"),
    "classification": (
        "classification",
        "klassifizierung",
        "klassifikation",
        "classificatie",
        "clasificación",
    ),
}
_FURNITURE = (
    "link to image",
    "link to original",
    "link to pdf",
    "link zum bild",
    "lien vers l'image",
    "load-date",
)
_COPYRIGHT = re.compile(
    r"^\s*(?:\(?(?:copyright|©|\(c\))\W{0,3}){1,3}(?:[^.!?]{0,80}\b)?(?:19|20)\d\d\b", re.IGNORECASE
)
_RIGHTS = re.compile(
    r"(?:all rights reserved|alle rechte vorbehalten|tous droits réservés|alle rechten "
    r"voorbehouden|todos los derechos reservados)",
    re.IGNORECASE,
)
_MAX_RIGHTS = 60  # characters of a line that is only about rights


class Label(NamedTuple):
    """A label and its value."""

    name: str
    value: str


def label_of(line: str, *, in_capitals: bool = False) -> Label | None:
    """
    Return the label at the beginning of a line and what follows it, None if there is none.

    Parameters
    ----------
    line : str
    in_capitals : bool
        Whether a label is one only in capitals, as in files from before 2018.

    Returns
    -------
    Label or None
        A load date is one only if it names a day: headlines begin with "UPDATE:" too.

    Examples
    --------
    >>> label_of("Länge: 355 Wörter")
    Label(name='length', value='355 Wörter')
    >>> label_of("Length of stay: 3 days") is None
    True
    """
    match = _LABEL.match(line)
    if match is None:
        return None
    if in_capitals and not match[1].isupper():
        return None
    label = Label(_NAME_OF[match[1].lower()], line[match.end() :].strip(" \t\u00a0"))
    if label.name == "load_date" and find_day(label.value) is None:
        return None
    return label


def is_end(line: str) -> bool:
    """Return whether a line says that a document ends here."""
    return line.strip(" \t\u00a0.").casefold() in _ENDS


def is_heading(line: str, name: str) -> bool:
    """Return whether a line is nothing but a heading: body, graphic or classification."""
    return line.strip(" \t\u00a0:").casefold() in _HEADINGS[name]


def is_furniture(line: str) -> bool:
    """Return whether a line is a link or an empty label that is no part of the article."""
    return line.strip(" \t\u00a0:").casefold() in _FURNITURE


def is_copyright(line: str) -> bool:
    """Return whether a line says who holds the rights, or that all are reserved."""
    if _COPYRIGHT.match(line):
        return True
    return _RIGHTS.search(line) is not None and len(line.strip()) <= _MAX_RIGHTS
