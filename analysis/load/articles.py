"""
The front door of the load stage: from a name or a path to the ``articles`` table.

In: the name of a known corpus, or a file or folder. Out: ``Loaded``: the ``articles`` and ``problems`` tables, what
was guessed of the columns, and counts that add up. Texts are cleaned here unless they are kept to the letter; nothing
is extracted or measured. Rows are handled one at a time.
"""

import difflib
import logging
import re
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from analysis.errors import InputError, ParameterError
from analysis.load.cleaning import join_title, mend, storable
from analysis.load.columns import choose_columns
from analysis.load.corpora import SOURCES
from analysis.load.dates import read_days
from analysis.load.filters import filter_articles, sample_articles
from analysis.load.folders import open_folder
from analysis.load.formats import open_file
from analysis.load.language import code, guess_language
from analysis.load.records import problem
from analysis.tables import ARTICLES, PROBLEMS, make

__all__ = ["Loaded", "read"]

_log = logging.getLogger(__name__)
_EMPTY = {"", "nan", "null", "none", "n/a", "nat"}
_WORD = re.compile(r"\w[\w'’-]*")
_PLAIN = ("outlet", "url", "author", "place", "event_id")


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


def read(source, *, columns=None, as_is=False, limit=0, outlets=(), since=None, until=None, seed=0):
    """
    Read articles.

    Parameters
    ----------
    source : str or Path
        Name of a known corpus (``SOURCES``), a CSV, TSV, JSON, JSON lines, Parquet or Excel file, or a folder of
        .txt, .md, .html and .docx files with an optional ``index.csv``.
    columns : dict, optional
        Our column names to the input's: ``{"outlet": "source", "text": "body"}``. Others are guessed.
    as_is : bool
        Keep texts to the letter: the title is not put before them and nothing is mended.
    limit : int
        Size of a random sample that keeps the outlets' shares; 0 keeps all.
    outlets : sequence of str
        Outlets to keep; empty keeps all.
    since, until : str or date, optional
        First and last day to keep.
    seed : int
        Of the sample.

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
    name, parts = _open(source, columns)
    builder = _Builder(as_is)
    for part in parts:
        builder.add(part, *_mapping(part, columns))
    return builder.finish(name, limit=limit, outlets=outlets, since=since, until=until, seed=seed)


def _open(source, columns):
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
    part = open_folder(path, columns) if path.is_dir() else open_file(path)
    return part.name, [part]


def _not_found(path):
    here = [str(path.parent / p.name) for p in path.parent.glob("*")] if path.parent.is_dir() else []
    near = difflib.get_close_matches(str(path), [*SOURCES, *here], n=3)
    near += [n for n in difflib.get_close_matches(path.stem, SOURCES, n=2) if n not in near]
    guess = f" Did you mean {' or '.join(near)}?" if near else ""
    return f"No corpus, file or folder '{path}'.{guess} Known corpora: {', '.join(SOURCES)}."


def _mapping(part, columns):
    if part.mapping is not None:
        return part.mapping, part.guesses
    return choose_columns(part.columns, part.inputs[0][0], columns)


class _Builder:
    """Turns records into rows of ``articles`` and ``problems``, and keeps the counts."""

    def __init__(self, as_is):
        self.as_is = as_is
        self.rows, self.problems, self.inputs = [], [], []
        self.guesses, self.seen = {}, {}
        self.rows_in = self.dropped = 0

    def add(self, part, mapping, guesses):
        """Add the records of one source."""
        self.guesses |= guesses
        self.inputs += part.inputs
        self.problems += [problem(where, reason, kept=True) for where, reason in part.notes]
        cells = [r.values.get(mapping.get("published")) for r in part.records]
        days, note = read_days(cells, part.month_first)
        if note:
            self.problems.append(problem(part.name, f"{part.inputs[0][0]}: {note}", kept=True))
        for number, (record, day) in enumerate(zip(part.records, days, strict=True)):
            self.rows_in += 1
            self._add_record(part, mapping, number, record, day)

    def _add_record(self, part, mapping, number, record, day):
        cells = {ours: _cell(record.values.get(theirs)) for ours, theirs in mapping.items()}
        values = part.defaults | {ours: cell for ours, cell in cells.items() if cell}
        fault = record.fault or (None if _written(record.values.get(mapping["text"])) else "has no text")
        if fault:
            self._drop(record.where, fault)
            return
        text, title, remarks = self._text(part, record.values[mapping["text"]], values.get("title"))
        if not text.strip():
            self._drop(record.where, "has no text but control characters")
            return
        article_id, renamed = self._identify(values.get("article_id") or f"{part.name}-{number:04d}", record.where)
        language, foreign = _language(values.get("language"), text)
        remarks = [*record.notes, *remarks, *renamed, *foreign, *_gaps(values, title, day)]
        self.problems += [problem(article_id, f"{record.where}: {r}", kept=True) for r in remarks]
        self.rows.append(
            {
                "article_id": article_id,
                "corpus": part.name,
                "published": day,
                "title": title,
                "text": text,
                "language": language,
                "n_words": len(_WORD.findall(text)),
                **{c: values.get(c) for c in _PLAIN},
            }
        )

    def _drop(self, where, reason):
        self.dropped += 1
        self.problems.append(problem(where, f"{where}: {reason}", kept=False))

    def _text(self, part, body, title):
        if self.as_is or part.as_is:
            body, halves = storable(str(body))
            return body, title, [f"{halves} half characters replaced by U+FFFD"] if halves else []
        before = part.mend or str
        text, remarks = mend(before(str(body)))
        title = mend(before(title))[0] or None if title else None
        return (join_title(title, text) if text else ""), title, remarks

    def _identify(self, article_id, where):
        if article_id not in self.seen:
            self.seen[article_id] = where
            return article_id, []
        number = 2
        while f"{article_id}-{number}" in self.seen:
            number += 1
        new = f"{article_id}-{number}"
        self.seen[new] = where
        return new, [f"article_id {article_id!r} stands at {self.seen[article_id]} already; this one is now {new!r}"]

    def finish(self, name, *, limit, outlets, since, until, seed):
        """Make the tables, and choose among the articles."""
        if not self.rows:
            why = "; ".join(p["reason"] for p in self.problems if not p["kept"])
            raise InputError(f"None of the {self.rows_in} rows of {name} can be used: {why[:400]}")
        every = make(self.rows, ARTICLES)
        articles, undated = filter_articles(every, outlets, since, until)
        articles = sample_articles(articles, limit, seed)
        if articles.empty:
            first, last = every["published"].min(), every["published"].max()
            days = (
                f" Its days run from {first:%Y-%m-%d} to {last:%Y-%m-%d}."
                if pd.notna(first)
                else " No article has a date."
            )
            raise ParameterError(
                f"No article of {name} is left by outlets={list(outlets)}, since={since}, until={until}.{days}"
            )
        left_out = set(every["article_id"]) - set(articles["article_id"])
        problems = [p for p in self.problems if p["article_id"] not in left_out] + undated
        counts = {
            "rows_in": self.rows_in,
            "rows_out": len(articles),
            "dropped": self.dropped,
            "filtered": len(left_out),
        }
        _log.info("%s: %s", name, counts)
        return Loaded(articles, make(problems, PROBLEMS), self.guesses, counts, self.inputs, name)


def _cell(value):
    """Give a cell as text, None where it holds nothing."""
    if isinstance(value, (list, tuple)):
        value = ", ".join(str(v) for v in value if v is not None)
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    text = "" if value is None or value != value else storable(str(value))[0].replace("\x00", "").strip()
    return None if text.lower() in _EMPTY else text


def _written(value):
    return value is not None and value == value and _cell(value) is not None


def _language(given, text):
    guess, script = guess_language(text)
    language = code(given) or guess
    if script not in (None, "Latin"):
        return language if language != "en" else None, [f"most letters are {script}; the reader was trained on English"]
    if language not in (None, "en"):
        return language, [f"is in {language!r}; the reader was trained on English"]
    return language, []


def _gaps(values, title, day):
    gaps = []
    if day is None:
        given = values.get("published")
        gaps.append(f"date {given!r} names no day; read as missing" if given else "has no date")
    gaps += [] if title else ["has no title"]
    return gaps + ([] if values.get("outlet") else ["has no outlet"])
