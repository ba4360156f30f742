"""
The front door of the load stage: from a name or a path to the ``articles`` table.

In: the name of a known corpus, or a file or folder. Out: ``Loaded``: the ``articles`` and ``problems`` tables, what
was guessed of the columns, and counts that add up. Rows become articles in ``builder``; nothing is extracted or
measured.
"""

import difflib
import logging
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from analysis.core.errors import InputError, ParameterError
from analysis.core.selection import Selection
from analysis.core.tables import ARTICLES, PROBLEMS, make
from analysis.load.builder import Builder
from analysis.load.columns import choose_columns
from analysis.load.corpora import SOURCES
from analysis.load.filters import select_articles
from analysis.load.folders import open_folder
from analysis.load.formats import open_file
from analysis.load.streams import is_dataset, open_stream

__all__ = ["Loaded", "read"]

_log = logging.getLogger(__name__)

EVERYTHING = Selection()


@dataclass(frozen=True)
class Loaded:
    """
    What was read from one source.

    Parameters
    ----------
    articles : DataFrame
        The ``articles`` table; ``duplicate_of`` is empty, see ``mark_duplicates``.
    problems : DataFrame
        The ``problems`` table: rows that were dropped (``kept`` false) and remarks on articles that stay.
    guesses : dict
        Our column names to the input's, for those guessed; show them to the user.
    counts : dict
        ``rows_in`` = ``rows_out`` + ``dropped`` + ``filtered``.
    inputs : list of (str, str)
        Name and SHA-256 of each file that was read.
    name : str
        Name of the corpus.
    """

    articles: pd.DataFrame
    problems: pd.DataFrame
    guesses: dict
    counts: dict
    inputs: list
    name: str


def read(source, *, columns=None, as_is=False, selection=EVERYTHING):
    """
    Read articles.

    Parameters
    ----------
    source : str or Path
        Name of a known corpus (``SOURCES``; write ``./sample`` for a folder of that name), a CSV, TSV, JSON, JSON
        lines, Parquet or Excel file, a folder of Parquet files, or a folder of .txt, .md, .html and .docx files with
        an optional ``index.csv``.
    columns : dict, optional
        Our column names to the input's: ``{"outlet": "source", "text": "body"}``. Others are guessed.
    as_is : bool
        Keep texts to the letter: the title is not put before them and nothing is mended.
    selection : Selection
        Which of the articles to keep.

    Returns
    -------
    Loaded

    Raises
    ------
    InputError
        If the source does not exist, cannot be read, lacks a column, or none of its rows can be used.
    MissingResourceError
        If a known corpus is absent or altered.
    ParameterError
        If a filter has a bad value, or leaves no article.
    """
    name, parts = open_source(source, columns)
    builder = Builder(as_is)
    for part in parts:
        builder.add(part, *mapping_of(part, columns))
    return _finish(name, builder, selection)


def open_source(source, columns):
    """Give the corpus' name and its opened parts."""
    if str(source) in SOURCES:
        if columns:
            raise ParameterError(f"The columns of {source} are known; leave --columns out.")
        return str(source), SOURCES[str(source)]()
    path = Path(source).expanduser()
    try:
        found = path.exists()
    except (OSError, ValueError):  # too long, or with a NUL
        found = False
    if not found:
        raise InputError(_not_found(path))
    if is_dataset(path):
        part = open_stream(path).whole()
    else:
        part = open_folder(path, columns) if path.is_dir() else open_file(path)
    return part.name, [part]


def _not_found(path):
    here = (
        [str(path.parent / p.name) for p in path.parent.glob("*")] if path.parent.is_dir() else []
    )
    near = difflib.get_close_matches(str(path), [*SOURCES, *here], n=3)
    near += [n for n in difflib.get_close_matches(path.stem, SOURCES, n=2) if n not in near]
    guess = f" Did you mean {' or '.join(near)}?" if near else ""
    return f"No corpus, file or folder '{path}'.{guess} Known corpora: {', '.join(SOURCES)}."


def mapping_of(part, columns):
    """Give our column names to the part's, and those that were guessed."""
    if part.mapping is not None:
        return part.mapping, part.guesses
    return choose_columns(part.columns, part.inputs[0][0], columns)


def _finish(name, builder, selection):
    """Make the tables, and choose among the articles."""
    if not builder.rows:
        why = "; ".join(p["reason"] for p in builder.problems if not p["kept"])
        raise InputError(f"None of the {builder.rows_in} rows of {name} can be used: {why[:400]}")
    every = make(builder.rows, ARTICLES)
    articles, undated = select_articles(every, selection)
    if articles.empty:
        raise ParameterError(nothing_left(name, selection, every))
    left_out = set(every["article_id"]) - set(articles["article_id"])
    problems = [p for p in builder.problems if p["article_id"] not in left_out] + undated
    counts = {"rows_in": builder.rows_in, "rows_out": len(articles), "dropped": builder.dropped}
    counts["filtered"] = len(left_out)
    _log.debug("%s: %s", name, counts)
    return Loaded(articles, make(problems, PROBLEMS), builder.guesses, counts, builder.inputs, name)


def nothing_left(name, selection, articles):
    """Say that a selection leaves no article, with the days that the corpus has."""
    chosen = ", ".join(
        f"{option} {value}"
        for option, value in selection.as_dict().items()
        if value and option in ("outlets", "since", "until")
    )
    return f"No article of {name} is left by {chosen}. {days_of(articles)}"


def days_of(articles):
    """Say in a sentence on which days articles were published."""
    first, last = articles["published"].min(), articles["published"].max()
    return (
        f"Its days run from {first:%Y-%m-%d} to {last:%Y-%m-%d}."
        if pd.notna(first)
        else "No article has a date."
    )
