"""
A table for people: columns with names in words, dates and numbers set for reading, folded.

In: a DataFrame. Out: an object that a notebook displays as HTML; in a terminal it is plain text.
Nothing is cut: long texts wrap. A row that names a sentence is linked to it in the report.
"""

from collections.abc import Mapping
from html import escape
from typing import Any

import pandas as pd

from analysis.chart.captions import category_label
from analysis.core.calendar_words import short_day
from analysis.core.errors import TableError
from analysis.core.plurals import count_and_noun

__all__ = ["Note", "ReadableTable"]

_IDS = ("article_id", "document")
_HIDDEN = (
    *_IDS,
    "sentence_id",
    "figure_id",
    "report_id",
    "attribution_id",
    "quantity_id",
    "story_id",
    "event_id",
    "is_headline",
)
_NAMES = {
    "words": "as printed",
    "n": "number",
    "n_articles": "articles",
    "n_coded": "coded",
    "n_coders": "coders",
    "n_events": "events",
    "n_found": "found",
    "n_items": "items",
    "n_mentions": "mentions",
    "n_outlets": "outlets",
    "n_origins": "origins at most",
    "n_right": "right",
    "published_in_text": "day in the text",
    "outlet_given": "as given",
    "set_aside": "why it is set aside",
    "passage": "sentence",
    "mean": "outlet",
    "mean_others": "others",
    "p_adjusted": "p, adjusted",
    "detectable": "smallest that could be seen",
    "statement_words": "statement",
    "statement_outlet": "stated by",
    "statement_passage": "statement's sentence",
    "count_rest": "count in the others",
    "log_odds": "log-odds",
}
_CATEGORIES = (
    "qualifier",
    "outcome",
    "source_type",
    "cue_stance",
    "construction",
    "frame",
    "referent",
    "choice",
    "kind",
    "voice",
    "scope",
    "unit",
    "set_aside",
    "metric",
    "counted",
    "group",
)
_NOTHING = 1e-9
_MISSING = "–"


class ReadableTable:
    """
    A table as a reader wants it.

    Parameters
    ----------
    frame : DataFrame
        Its columns are shown in their order, except identifiers. Not changed.
    summary : str
        If given, the table is folded below these words.
    names : mapping of str to str, optional
        Names of columns in words, beyond the usual ones; elsewhere underscores become spaces.
    rows : int
        Only the first so many rows are shown; how many there are is said.

    Raises
    ------
    TableError
        If ``names`` names a column that is not in the table.
    """

    def __init__(
        self,
        frame: pd.DataFrame,
        summary: str = "",
        names: Mapping[str, str] | None = None,
        rows: int = 12,
    ) -> None:
        unknown = set(names or ()) - set(frame.columns)
        if unknown:
            raise TableError(
                f"The table has no column {sorted(unknown)[0]!r}; it has {', '.join(frame)}."
            )
        self.frame = frame
        self.summary = summary
        self.names = {**_NAMES, **(names or {})}
        self.rows = rows

    @property
    def shown(self) -> list[str]:
        """The columns that are shown."""
        return [column for column in self.frame.columns if column not in _HIDDEN]

    def _name(self, column: str) -> str:
        if column == "words" and pd.api.types.is_numeric_dtype(self.frame[column]):
            return self.names["words"] if self.names["words"] != _NAMES["words"] else "words"
        return self.names.get(column, str(column).replace("_", " "))

    def _cells(self) -> list[list[str]]:
        """Return the texts of the rows that are shown."""
        columns = [
            [_text(value, column) for value in self.frame[column].head(self.rows).tolist()]
            for column in self.shown
        ]
        return [list(row) for row in zip(*columns, strict=True)]

    def _repr_html_(self) -> str:
        count = self._count()
        if self.frame.empty:
            return f"<p>{escape(self.summary or 'The table')}: none.</p>"
        head = "".join(f'<th scope="col">{escape(self._name(name))}</th>' for name in self.shown)
        rows = []
        sentences = self._sentences()
        for cells, sentence in zip(self._cells(), sentences, strict=True):
            parts = "".join(f"<td>{escape(cell)}</td>" for cell in cells)
            rows.append(f"<tr>{parts}{sentence}</tr>")
        if any(sentences):
            head += '<th scope="col">where</th>'
        table = f"<table><thead><tr>{head}</tr></thead><tbody>{''.join(rows)}</tbody></table>"
        if not self.summary:
            return f"{table}{f'<p>{count}</p>' if count else ''}"
        words = escape(f"{self.summary} ({count or count_and_noun(len(self.frame), 'row')})")
        return f"<details><summary>{words}</summary>{table}</details>"

    def _sentences(self) -> list[str]:
        """Return a last cell for each row that names its sentence, for the report to link."""
        key = next((name for name in _IDS if name in self.frame), None)
        shown = self.frame.head(self.rows)
        if key is None:
            return [""] * len(shown)
        numbers: list[Any] = [None] * len(shown)
        if "sentence_id" in shown:
            numbers = shown["sentence_id"].tolist()
        cells = []
        for article, number in zip(shown[key].tolist(), numbers, strict=True):
            sentence = "" if pd.isna(number) else f' data-sentence="{int(number)}"'
            cells.append(f'<td data-article="{escape(str(article))}"{sentence}></td>')
        return cells

    def _count(self) -> str:
        """Say how many rows there are if not all are shown."""
        if len(self.frame) <= self.rows:
            return ""
        return f"the first {self.rows} of {len(self.frame):,} rows"

    def __repr__(self) -> str:
        shown = pd.DataFrame(self._cells(), columns=[self._name(name) for name in self.shown])
        return "\n".join(part for part in (self.summary, shown.to_string(), self._count()) if part)


class Note:
    """
    Sentences between charts, set like the text of the notebook.

    Parameters
    ----------
    *sentences : str
        Empty ones are left out.
    summary : str
        Under these words the sentences are folded, as those are that few readers need; empty where
        they stand open.
    """

    def __init__(self, *sentences: str, summary: str = "") -> None:
        self.text = " ".join(sentence for sentence in sentences if sentence)
        self.summary = summary

    def _repr_html_(self) -> str:
        paragraph = f"<p>{escape(self.text)}</p>"
        if not self.summary:
            return paragraph
        return f"<details><summary>{escape(self.summary)}</summary>{paragraph}</details>"

    def __repr__(self) -> str:
        return self.text


def _text(value: Any, column: str) -> str:
    """Write a cell."""
    if not isinstance(value, (list, tuple, dict)) and pd.isna(value):
        return _MISSING
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, pd.Timestamp):
        return short_day(value)
    if isinstance(value, float):
        return _number(value)
    if isinstance(value, int):
        return f"{value:,}"
    text = str(value)
    return category_label(column, text) if column in _CATEGORIES else text


def _number(value: float) -> str:
    """Write a number with two decimals, more if it is small, none if it is whole."""
    if abs(value) < _NOTHING:
        return "0"  # what floats leave of a difference of nothing
    if value == int(value):
        return f"{value:,.0f}"
    if abs(value) < 0.01:
        return f"{value:.3g}"
    return f"{value:,.2f}"
