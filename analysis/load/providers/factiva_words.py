"""
The words and field codes of Factiva, and what they are in an article.

In: a line. Out: what kind of line it is. Codes are the same in every language of the interface;
other lines are told by their form, and by the words for "words" and "document".
"""

import re

__all__ = ["CODES", "document_id", "hits_said", "is_copyright", "is_time", "said_of_hits"]

CODES = frozenset(
    "SE HD BY CR WC PD ET SN SC ED PG VOL LA CY LP TD CT RF CO IN NS RE IPC IPD PUB AN ART NGC GC "
    "CLM DLN HDL SUB".split()
)
_DOCUMENT = re.compile(
    r"^\s*(?:Document|Dokument|Documento|文件|Документ)\s+(?P<id>[A-Za-z]\w{12,})\s*$",
    re.IGNORECASE,
)
_PAGE = 100  # results on a page
_TIME = re.compile(r"^\s*\d{1,2}[:.]\d{2}\b")
_COPYRIGHT = re.compile(r"^\W*(?:\(?c\)|copyright|©|\(copyright\))", re.IGNORECASE)
_HITS = (
    r"(?:Results Found|Gefundene Ergebnisse|Résultats trouvés|Resultados encontrados|"
    r"Risultati trovati|Nombre de résultats|Anzahl der Ergebnisse)"
)
_HITS_SAID = re.compile(rf"{_HITS}\s*[:|]?\s*(\d[\d.,\u00a0\u202f]*)", re.IGNORECASE)


def document_id(line: str) -> str | None:
    """
    Return the id in the last line of an article.

    Examples
    --------
    >>> document_id("Dokument DAILY00020190405ef450001x")
    'DAILY00020190405ef450001x'
    >>> document_id("Document requested") is None
    True
    """
    match = _DOCUMENT.match(line)
    if match is None or not any(letter.isdigit() for letter in match["id"]):
        return None
    return match["id"]


def hits_said(text: str) -> int | None:
    """Return the number of results in the summary of the search, None if there is none."""
    match = _HITS_SAID.search(text)
    return int(re.sub(r"\D", "", match[1])) if match else None


def said_of_hits(n_hits: int | None, n_read: int) -> tuple[int | None, tuple[str, ...]]:
    """
    Return how many articles a file should hold by the number of results, and a remark.

    Results are saved a page at a time, a hundred on each: a file may hold whole pages, or the rest
    that is on the last one.

    Examples
    --------
    >>> said_of_hits(27, 26)
    (27, ())
    >>> said_of_hits(1234, 100)
    (100, ('holds 100 of 1,234 results; give the files with the others too',))
    """
    if n_hits is None or n_read >= n_hits or not n_read:
        return n_hits, ()
    if n_read % _PAGE == 0 or n_read == n_hits % _PAGE and n_hits > _PAGE:
        remark = f"holds {n_read:,} of {n_hits:,} results; give the files with the others too"
        return n_read, (remark,)
    return n_hits, ()


def is_time(line: str) -> bool:
    """Return whether a line is a time of day."""
    return _TIME.match(line) is not None


def is_copyright(line: str) -> bool:
    """Return whether a line says who holds the rights."""
    return _COPYRIGHT.match(line) is not None
