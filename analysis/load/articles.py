"""
The front door of the load stage: from a name or a path to the ``articles`` table.

In: the name of a known corpus, or a file or folder. Out: ``Loaded``: the ``articles`` and
``problems`` tables, the columns that were guessed, and counts that add up. Records become rows in
``article_rows``; nothing is extracted or measured.
"""

import difflib
import logging
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import pandas as pd

from analysis.core.companion_files import OUTLETS, find_companion
from analysis.core.errors import InputError, ParameterError
from analysis.core.plurals import count_and_noun
from analysis.core.selection import Selection
from analysis.core.tables import ARTICLES, PROBLEMS, make
from analysis.load.article_rows import ArticleRows
from analysis.load.columns import choose_columns
from analysis.load.corpora import SOURCES
from analysis.load.dates import DateColumn, survey_dates
from analysis.load.documents import DOCUMENTS, open_document, open_folder, survey_folder
from analysis.load.documents.folder import Folder
from analysis.load.documents.index import INDEX
from analysis.load.filters import select_articles
from analysis.load.formats import open_file
from analysis.load.language import forget_language_model, language_problems
from analysis.load.outlets import (
    OutletNames,
    abbreviation_problems,
    aggregator_problems,
    read_registry,
    summarise,
)
from analysis.load.outlets.summary import OutletSummary
from analysis.load.records import Source, Stream
from analysis.load.stated_day import contradicted_days
from analysis.load.streams import BATCH, can_stream, open_stream
from analysis.load.text_query import validate_query
from analysis.load.tools import as_tool

__all__ = ["Loaded", "read"]

_log = logging.getLogger(__name__)

EVERYTHING = Selection()
_MAX_REASONS_SHOWN = 400  # characters


@dataclass(frozen=True)
class Loaded:
    """
    What was read from one corpus, file or folder.

    Parameters
    ----------
    articles : DataFrame
        The ``articles`` table; ``duplicate_of`` is empty, see ``mark_duplicates``.
    problems : DataFrame
        The ``problems`` table: rows that were dropped (``kept`` false) and remarks on articles
        that are in ``articles``.
    guesses : dict
        Our column names to the input's, for those that were guessed; to be shown to the user.
    counts : dict
        ``rows_in`` = ``rows_out`` + ``dropped`` + ``filtered``; see ``ArticleRows.counts``.
    inputs : list of (str, str)
        Name and SHA-256 of each file that was read.
    name : str
        Name of the corpus.
    outlets : dict
        How outlets were named; see ``analysis.load.outlets.summary``.
    """

    articles: pd.DataFrame
    problems: pd.DataFrame
    guesses: dict[str, str]
    counts: dict[str, int]
    inputs: list[tuple[str, str]]
    name: str
    outlets: OutletSummary


Correct = Callable[[pd.DataFrame], pd.DataFrame]
"""Sets outlets and days of articles right, before any are chosen by them."""


class Batch(NamedTuple):
    """Some records of an input, with what ``ArticleRows.add`` must know about them."""

    source: Source
    mapping: dict[str, str]
    guesses: dict[str, str]
    first: int


def read(
    source: str | Path,
    *,
    columns: dict[str, str] | None = None,
    as_is: bool = False,
    selection: Selection = EVERYTHING,
    outlets_file: str | Path | None = None,
    correct: Correct | None = None,
) -> Loaded:
    """
    Read articles.

    Parameters
    ----------
    source : str or Path
        Name of a known corpus (``SOURCES``; write ``./sample`` for a folder of that name), a CSV,
        TSV, JSON, JSON Lines, Parquet or Excel file, a folder of Parquet files, an export of a
        newspaper database (see ``docs/bring-your-own.md``), a single document, or a folder of
        exports and .txt, .md, .html, .docx, .rtf, .pdf and .eml files with an optional
        ``index.csv``.
    columns : dict, optional
        Our column names to the input's: ``{"outlet": "source", "text": "body"}``. The others are
        guessed.
    as_is : bool
        Keep texts to the letter: nothing is cleaned, and the title is not put before the body.
    selection : Selection
        Which of the articles to keep.
    outlets_file : str or Path, optional
        The user's own outlets, in the form of ``data/outlets.toml``; by default ``outlets.toml``
        beside the file or in the folder, if there is one.
    correct : callable, optional
        Takes the ``articles`` table, or columns of it, and returns it with corrected outlets and
        days; the selection goes by these.

    Returns
    -------
    Loaded

    Raises
    ------
    InputError
        If the source does not exist, cannot be read, lacks a column, or has no usable row.
    MissingResourceError
        If a known corpus is not available, or its file is not the published one.
    ParameterError
        If the selection has a bad value or leaves no article, or ``columns`` is given for a known
        corpus; or there is no ``outlets_file``.
    LexiconError
        If the user's file of outlets cannot be read.
    """
    validate_query(selection)
    name, batches = open_batches(source, columns)
    rows = ArticleRows(as_is, open_outlets(source, outlets_file))
    for batch in batches:
        rows.add(*batch)
    forget_language_model()
    return _select(name, rows, selection, correct)


def open_outlets(source: str | Path, outlets_file: str | Path | None) -> OutletNames:
    """Return the names of the outlets of a source, the user's own first."""
    if outlets_file is None and str(source) not in SOURCES:
        outlets_file = find_companion(source, OUTLETS)
    return OutletNames(read_registry(outlets_file))


def open_batches(source: str | Path, columns: dict[str, str] | None) -> tuple[str, Iterator[Batch]]:
    """
    Return the name of a corpus, and its records a batch at a time.

    What ``can_stream`` accepts, and a folder of documents, is read in batches; anything else is
    one batch a source.
    """
    path = Path(source).expanduser()
    if str(source) not in SOURCES and _exists(path) and can_stream(path):
        stream = as_tool(open_stream(path), columns)
        return stream.name, _batches_of_stream(stream, columns)
    if str(source) not in SOURCES and _exists(path) and path.is_dir():
        folder = survey_folder(path, columns)
        return folder.name, _batches_of_folder(folder)
    name, opened = open_source(source, columns)
    return name, (Batch(each, *mapping_of(each, columns), first=0) for each in opened)


def _batches_of_stream(stream: Stream, columns: dict[str, str] | None) -> Iterator[Batch]:
    """Yield the records of a stream; dates are read by the whole column."""
    whole = Source(
        stream.name,
        [],
        stream.columns,
        stream.inputs,
        mapping=stream.mapping,
        guesses=stream.guesses,
    )
    mapping, guesses = mapping_of(whole, columns)
    dates = DateColumn()
    if "published" in mapping:
        dates = survey_dates(stream.cells(mapping["published"]))
    # what belongs to the whole is given with the first batch only
    inputs = stream.inputs
    notes = list(stream.notes)
    for note in dates.notes:
        notes.append((stream.name, f"{stream.inputs[0][0]}: {note}"))
    n_lines = stream.n_lines
    first = 0
    for records in stream.batches():
        source = Source(
            stream.name,
            records,
            stream.columns,
            inputs,
            notes,
            dates=dates,
            n_lines=n_lines,
            provider=stream.provider,
        )
        yield Batch(source, mapping, guesses, first)
        first += len(records)
        inputs = []
        notes = []
        n_lines = None


def _batches_of_folder(folder: Folder) -> Iterator[Batch]:
    """Yield the records of a folder, read file by file; dates are read as those of its index."""
    first = 0
    dates = folder.dates()
    notes = [(folder.name, f"{INDEX}: {note}") for note in dates.notes]
    for source in folder.batches(BATCH, dates):
        source.notes.extend(notes)
        notes = []
        yield Batch(source, *mapping_of(source, None), first)
        first += len(source.records)


def open_source(source: str | Path, columns: dict[str, str] | None) -> tuple[str, list[Source]]:
    """Return the name of a corpus and its opened sources; only a known corpus has several."""
    known = SOURCES.get(str(source))
    if known is not None:
        if columns:
            raise ParameterError(f"The columns of {source} are known. Leave --columns out.")
        return str(source), known()
    path = Path(source).expanduser()
    if not _exists(path):
        raise InputError(_not_found(path))
    if path.is_dir():
        opened = open_folder(path, columns)
    elif path.suffix.lower() in DOCUMENTS:
        if columns:
            raise InputError(
                f"{path.name} has no columns, so --columns does not apply. Leave --columns out."
            )
        opened = open_document(path)
    else:
        opened = as_tool(open_file(path), columns)
    return opened.name, [opened]


def _exists(path: Path) -> bool:
    """Return whether there is such a file or folder; no if a path cannot have this name."""
    try:
        return path.exists()
    except (OSError, ValueError):  # too long, or with a NUL
        return False


def _not_found(path: Path) -> str:
    """Return the message for a path that does not exist, with names that are close to it."""
    neighbours = []
    if path.parent.is_dir():
        neighbours = [str(path.parent / entry.name) for entry in path.parent.glob("*")]
    near = difflib.get_close_matches(str(path), [*SOURCES, *neighbours], n=3)
    for name in difflib.get_close_matches(path.stem, SOURCES, n=2):
        if name not in near:
            near.append(name)
    guess = f" Did you mean {' or '.join(near)}?" if near else ""
    return f"No corpus, file or folder '{path}'.{guess} Known corpora: {', '.join(SOURCES)}."


def mapping_of(
    source: Source, columns: dict[str, str] | None
) -> tuple[dict[str, str], dict[str, str]]:
    """Return our column names to the source's, and those of them that were guessed."""
    if source.mapping is not None:
        return source.mapping, source.guesses
    given = {ours: theirs for ours, theirs in (columns or {}).items() if ours != "provider"}
    return choose_columns(source.columns, source.inputs[0][0], given)


def _select(name: str, rows: ArticleRows, selection: Selection, correct: Correct | None) -> Loaded:
    """Make the tables, and choose among the articles."""
    if not rows.articles:
        reasons = [str(row["reason"]) for row in rows.problems if not row["kept"]]
        raise InputError(no_usable_row(name, rows.n_records, reasons))
    every = rows.abbreviations.write_out(make(rows.articles, ARTICLES))
    if correct is not None:
        every = correct(every)
    articles, undated = select_articles(every, selection)
    if articles.empty:
        raise ParameterError(nothing_left(name, selection, every))
    left_out = set(every["article_id"]) - set(articles["article_id"])
    problems = [row for row in rows.problems if row["article_id"] not in left_out]
    counts = rows.counts(len(articles), len(left_out))
    _log.debug("%s: %s", name, counts)
    problems += undated + problems_of_corpus(articles, rows)
    return Loaded(
        articles,
        make(problems, PROBLEMS),
        rows.guesses,
        counts,
        rows.inputs,
        name,
        summarise(articles, rows.outlets),
    )


def problems_of_corpus(articles: pd.DataFrame, rows: ArticleRows) -> list[dict[str, object]]:
    """Return the rows of ``problems`` that concern many articles, and are said once for all."""
    return [
        *aggregator_problems(articles, rows.outlets),
        *abbreviation_problems(articles, rows.abbreviations),
        *language_problems(articles),
        *contradicted_days(articles),
    ]


def no_usable_row(name: str, n_records: int, reasons: list[str]) -> str:
    """Return the message for an input that has no row, or none that can be used."""
    if not n_records:
        return f"{name} has no rows. Give a file with at least one article."
    shown = "; ".join(_counted(reasons))[:_MAX_REASONS_SHOWN]
    return f"No row of {name} can be used: {shown}"


def _counted(reasons: Iterable[str]) -> Iterator[str]:
    """Yield each reason once, at its first place, with the number of rows that have it too."""
    places: dict[str, list[str]] = {}
    for reason in reasons:
        where, colon, fault = reason.partition(": ")
        places.setdefault(fault if colon else where, []).append(reason)
    for first, *others in places.values():
        yield f"{first} (and {count_and_noun(len(others), 'more row')})" if others else first


def nothing_left(name: str, selection: Selection, articles: pd.DataFrame) -> str:
    """Return the message for a selection that leaves no article, with the days there are."""
    options = []
    for option, value in selection.as_dict().items():
        if value and option in ("outlets", "since", "until"):
            options.append(f"{option} {value}")
    return f"No article of {name} matches {', '.join(options)}. {_days_of(articles)}"


def _days_of(articles: pd.DataFrame) -> str:
    """Return a sentence on the days that articles were published on."""
    days = articles.loc[:, "published"].dropna()
    if days.empty:
        return "No article has a date."
    return f"Its days run from {days.min():%Y-%m-%d} to {days.max():%Y-%m-%d}."
