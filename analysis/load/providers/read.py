"""
Read an export: split it, check that it is whole, and make a record of each article.

In: a page and its provider. Out: ``Export``. Days are read here, from the line that the export
prints; texts are cleaned, and titles put before them, in ``article_rows``.
"""

import re
from typing import NamedTuple

from analysis.load.input_files import corpus_name
from analysis.load.providers.counts import validate_documents, word_remark
from analysis.load.providers.days import find_day
from analysis.load.providers.page import Page
from analysis.load.providers.paragraphs import squeeze
from analysis.load.providers.provider import Printed, Provider
from analysis.load.records import Record

__all__ = ["Export", "read_export"]

_NOT_IN_ID = re.compile(r"[^\w.-]+")
_FIELDS = ("title", "outlet", "author", "place", "url", "language")


class Export(NamedTuple):
    """
    The articles of an export.

    Parameters
    ----------
    records : list of Record
        One for each document, under our own column names; never empty.
    notes : list of str
        Remarks on the whole file, without its name.
    """

    records: list[Record]
    notes: list[str]


def read_export(page: Page, provider: Provider, *, name: str | None = None) -> Export:
    """
    Return the articles of an export.

    Parameters
    ----------
    page : Page
    provider : Provider
        One that recognises the page.
    name : str, optional
        How the file is named in ids, if not by its own name. An article without an id of its
        database gets this name and its number in the file, so that its id stays the same whatever
        lies beside the file.

    Returns
    -------
    Export

    Raises
    ------
    InputError
        If the file is damaged, holds no document, or does not hold as many as it says.
    """
    split = provider.split(page)
    validate_documents(split, page.name, provider.label)
    notes = [*page.remarks, *split.notes]
    stem = name or corpus_name_of(page.name)
    n_digits = max(4, len(str(len(split.parts))))
    records = []
    for number, part in enumerate(split.parts):
        printed = provider.read(part)
        values = _values_of(printed)
        key = _NOT_IN_ID.sub("-", printed.key or "").strip("-")
        values["article_id"] = key or f"{stem}-{number:0{n_digits}d}"
        remark = word_remark(printed)
        remarks = [*printed.notes, *([remark] if remark else [])]
        where = f"{page.name}, document {number + 1}"
        records.append(Record(where, values, notes=tuple(remarks), provider=provider.name))
    return Export(records, notes)


def corpus_name_of(name: str) -> str:
    """Return how a file is named in the ids of its articles: without folder marks and extension."""
    from pathlib import Path

    path = Path(name)
    return corpus_name(Path(path.with_suffix("").as_posix().replace("/", "-") + path.suffix))


def _values_of(printed: Printed) -> dict[str, str]:
    """Return what an article prints, under our own column names; what it lacks is left out."""
    values = {}
    for field in _FIELDS:
        value = squeeze(getattr(printed, field) or "")
        if value:
            values[field] = value
    day = find_day(printed.day or "")
    if day is not None:
        values["published"] = day.isoformat()
    elif printed.day:
        values["published"] = squeeze(printed.day)
    values["text"] = "\n\n".join(text for text in printed.paragraphs if text.strip())
    return values
