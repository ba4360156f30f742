"""
Turn records into rows of ``articles`` and ``problems``, one at a time, and count them.

In: a ``Source``, and which of its columns is which of ours. Out: rows. A row without text is
dropped; anything else that is missing or unusual leaves the article in, with a remark. Files are
opened, and tables are made, elsewhere.
"""

import re
from datetime import date
from itertools import count
from typing import NamedTuple

from analysis.load.cleaning import fix_field, fix_text, join_title, replace_surrogates
from analysis.load.clock import parse_time, parse_zone
from analysis.load.dates import FIRST_DAY, LAST_DAY, is_out_of_range, read_days
from analysis.load.language import (
    guess_language,
    language_code,
    says_machine_translated,
)
from analysis.load.outlets import Abbreviations, OutletNames
from analysis.load.records import Record, Source, problem_row
from analysis.load.stated_day import stated_day

__all__ = ["ArticleRows"]

_MEANS_MISSING = {"", "nan", "null", "none", "n/a", "nat"}
_WORD = re.compile(r"\w[\w'’-]*")
_COPIED = (
    "url",
    "author",
    "place",
    "event_id",
    "story_id",
)  # columns that are taken as they are
_NAMES = ("outlet", "author", "place")  # columns in which mojibake is repaired
_ID_LENGTH = 4  # digits, at least

_Row = dict[str, object]


class _Text(NamedTuple):
    """The text and title of an article, and remarks on how they were changed."""

    text: str
    title: str | None
    remarks: list[str]


class ArticleRows:
    """
    Rows of ``articles`` and ``problems`` from one or more sources.

    Article ids are unique over all sources: a repeated id gets a number.

    Parameters
    ----------
    as_is : bool
        Whether texts are kept to the letter.
    outlets : OutletNames, optional
        The names under which outlets are printed; by default those that the project knows.

    Attributes
    ----------
    articles, problems : list of dict
        The rows; ``outlet`` without what all articles together tell.
    abbreviations : Abbreviations
        Of the outlets of all articles so far.
    inputs : list of (str, str)
        Name and SHA-256 of each file that was read.
    guesses : dict
        Our column names to the inputs', for those that were guessed.
    n_records, n_dropped : int
        Records that came in, and those that did not become articles.
    n_lines, n_lines_in_records : int
        Lines of the inputs that are files of lines, and those of them that records take; the
        others are headers and blank lines.
    """

    def __init__(self, as_is: bool, outlets: OutletNames | None = None) -> None:
        self.as_is = as_is
        self.outlets = outlets or OutletNames()
        self.abbreviations = Abbreviations(self.outlets)
        self.articles: list[_Row] = []
        self.problems: list[_Row] = []
        self.inputs: list[tuple[str, str]] = []
        self.guesses: dict[str, str] = {}
        self.n_records = 0
        self.n_dropped = 0
        self.n_lines = 0
        self.n_lines_in_records = 0
        self._place_of_id: dict[str, str] = {}
        self._next_number: dict[str, count[int]] = {}

    def add(
        self,
        source: Source,
        mapping: dict[str, str],
        guesses: dict[str, str],
        first: int = 0,
    ) -> None:
        """
        Add the records of a source, or of a batch of it.

        Parameters
        ----------
        source : Source
        mapping : dict
            Our column names to the source's.
        guesses : dict
            The part of ``mapping`` that was guessed.
        first : int
            Number of the first record in its source.
        """
        self.guesses |= guesses
        self.inputs += source.inputs
        if source.n_lines is not None:
            self.n_lines += source.n_lines
        for where, reason in source.notes:
            self.problems.append(problem_row(where, reason, kept=True))
        dates = _column(source, mapping.get("published"))
        days, notes = read_days(dates, source.dates)
        for note in notes:
            reason = f"{source.inputs[0][0]}: {note}"
            self.problems.append(problem_row(source.name, reason, kept=True))
        for number, (record, day, given) in enumerate(
            zip(source.records, days, dates, strict=True), first
        ):
            self.n_records += 1
            self.n_lines_in_records += record.n_lines
            fault = _fault_of(record, mapping["text"])
            if fault:
                self._drop(record.where, fault)
            else:
                self._add_article(source, mapping, number, record, day, given)

    def take(self) -> tuple[list[_Row], list[_Row]]:
        """
        Return the rows so far and forget them; ids and counts are kept.

        Returns
        -------
        articles, problems : list of dict
        """
        taken = (self.articles, self.problems)
        self.articles = []
        self.problems = []
        return taken

    def counts(self, n_articles: int, n_filtered: int) -> dict[str, int]:
        """
        Return counts that add up, for the manifest.

        Parameters
        ----------
        n_articles, n_filtered : int
            Articles that are left, and those that the selection left out.

        Returns
        -------
        dict
            ``rows_in`` = ``rows_out`` + ``dropped`` + ``filtered``. If lines were read,
            ``lines_in`` = ``lines_of_rows`` + ``lines_header_or_blank``.
        """
        counts = {
            "rows_in": self.n_records,
            "rows_out": n_articles,
            "dropped": self.n_dropped,
            "filtered": n_filtered,
        }
        if self.n_lines:
            counts["lines_in"] = self.n_lines
            counts["lines_of_rows"] = self.n_lines_in_records
            counts["lines_header_or_blank"] = self.n_lines - self.n_lines_in_records
        return counts

    def _add_article(
        self,
        source: Source,
        mapping: dict[str, str],
        number: int,
        record: Record,
        day: date | None,
        given: object,
    ) -> None:
        """Add a record that has a text."""
        values, field_remarks = _values_of(record, mapping, source.defaults)
        time = parse_time(given) if day else None
        body = _body(record.values[mapping["text"]])
        text, title, text_remarks = self._clean(source, body, values.get("title"))
        if not text.strip():
            self._drop(record.where, "has no text but control characters")
            return
        given_id = values.get("article_id") or f"{source.name}-{number:0{_ID_LENGTH}d}"
        article_id, id_remarks = self._unique_id(given_id, record.where)
        language, language_remarks = _language(values.get("language"), text)
        remarks = [*record.notes, *field_remarks, *text_remarks, *id_remarks, *language_remarks]
        remarks += _remarks_on_gaps(values, title, day)
        for remark in remarks:
            self.problems.append(problem_row(article_id, f"{record.where}: {remark}", kept=True))
        outlet = values.get("outlet")
        printed = outlet and self.outlets.printed(source.outlets.get(outlet, outlet))
        article: _Row = {
            "article_id": article_id,
            "corpus": source.name,
            "outlet": printed,
            "outlet_given": outlet,
            "published": day,
            "published_time": time,
            "published_zone": parse_zone(given) if time else None,
            "published_in_text": stated_day(text, title, day),
            "title": title,
            "text": text,
            "language": language,
            "n_words": len(_WORD.findall(text)),
            "provider": record.provider or source.provider,
        }
        for column in _COPIED:
            article[column] = values.get(column)
        self.abbreviations.add(printed, values.get("url"))
        self.articles.append(article)

    def _drop(self, where: str, reason: str) -> None:
        """Count a record that does not become an article, and say why."""
        self.n_dropped += 1
        self.problems.append(problem_row(where, f"{where}: {reason}", kept=False))

    def _clean(self, source: Source, body: str, title: str | None) -> _Text:
        """Return the text of an article, cleaned and under its title unless kept to the letter."""
        if self.as_is or source.as_is:
            body, n_replaced = replace_surrogates(body)
            remarks = []
            if n_replaced:
                remarks.append(f"{n_replaced} lone surrogates replaced by U+FFFD")
            return _Text(body, title, remarks)
        if source.fix is not None:
            body = source.fix(body)
            title = source.fix(title) if title else title
        text, remarks = fix_text(body)
        if title:
            title, remark = fix_field(title, repair=True)
            title = fix_text(title)[0] or None
            if remark:
                remarks.append(f"title: {remark}")
        if text:
            text = join_title(title, text)
        return _Text(text, title, remarks)

    def _unique_id(self, article_id: str, where: str) -> tuple[str, list[str]]:
        """Return an id that no other article has, with a remark if it is a new one."""
        if article_id not in self._place_of_id:
            self._place_of_id[article_id] = where
            return article_id, []
        numbers = self._next_number.setdefault(article_id, count(2))
        new_id = f"{article_id}-{next(numbers)}"
        while new_id in self._place_of_id:
            new_id = f"{article_id}-{next(numbers)}"
        self._place_of_id[new_id] = where
        earlier = self._place_of_id[article_id]
        return new_id, [
            f"article_id {article_id!r} is already used at {earlier}; this one becomes {new_id!r}"
        ]


def _column(source: Source, column: str | None) -> list[object]:
    """Return the cells of one column, or as many nulls if the source does not have it."""
    if column is None:
        return [None] * len(source.records)
    return [record.values.get(column) for record in source.records]


def _fault_of(record: Record, text_column: str) -> str | None:
    """Return why a record cannot become an article, or None."""
    if record.fault:
        return record.fault
    if _cell(record.values.get(text_column)) is None:
        return "has no text"
    return None


def _values_of(
    record: Record, mapping: dict[str, str], defaults: dict[str, str]
) -> tuple[dict[str, str], list[str]]:
    """
    Return the short fields of a record under our column names, and remarks on their cleaning.

    Defaults fill empty ones. The title is cleaned with the text.
    """
    values = dict(defaults)
    remarks = []
    for ours, theirs in mapping.items():
        cell = None if ours == "text" else _cell(record.values.get(theirs))
        if cell and ours != "title":
            cell, remark = fix_field(cell, repair=ours in _NAMES)
            if remark:
                remarks.append(f"{ours}: {remark}")
        if cell:
            values[ours] = cell
    return values, remarks


def _cell(value: object) -> str | None:
    """Return a cell as text, None if it is empty."""
    if isinstance(value, list | tuple):
        value = ", ".join(str(item) for item in value if item is not None)
    if value is None or value != value:  # NaN and NaT differ from themselves
        return None
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    text = replace_surrogates(str(value))[0].replace("\x00", "").strip()
    return None if text.lower() in _MEANS_MISSING else text


def _body(value: object) -> str:
    """Return the cell with the text as it is; a list of paragraphs is joined by empty lines."""
    if isinstance(value, bytes):
        return value.decode("utf-8", errors="replace")
    if isinstance(value, list | tuple):
        return "\n\n".join(str(paragraph) for paragraph in value if paragraph is not None)
    return str(value)


def _language(given: str | None, text: str) -> tuple[str | None, list[str]]:
    """
    Return the language of a text, with remarks.

    It is as given, unless the text itself says otherwise: in another script than English, or with
    the words of English.
    """
    remarks = []
    if says_machine_translated(text):
        remarks.append("says that it is a machine translation")
    code = language_code(given)
    guess, script = guess_language(text)
    if code is None:
        return guess, remarks
    if code == "en" and script not in (None, "Latin"):
        remarks.append(f"language is given as {given!r}, but most letters are {script}")
        return guess, remarks
    if code != "en" and guess == "en":
        remarks.append(f"language is given as {given!r}, but the text is English")
        return "en", remarks
    return code, remarks


def _remarks_on_gaps(values: dict[str, str], title: str | None, day: date | None) -> list[str]:
    """Return a remark for each of date, title and outlet that is missing."""
    remarks = []
    given_date = values.get("published")
    if day is None and given_date and is_out_of_range(given_date):
        remarks.append(f"date {given_date!r} is not in {FIRST_DAY} to {LAST_DAY}; read as missing")
    elif day is None and given_date:
        remarks.append(f"date {given_date!r} is not a single day; read as missing")
    elif day is None:
        remarks.append("has no date")
    if not title:
        remarks.append("has no title")
    if not values.get("outlet"):
        remarks.append("has no outlet")
    return remarks
