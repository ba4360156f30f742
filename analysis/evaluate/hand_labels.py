"""
Hand labels: articles with the figures and attributions that a person marked in them.

In: JSON lines; each line has ``article_id``, ``text`` and ``figures``, ``attributions`` or both,
in the format described in ``data/README.md``. Out: the same tables that extraction writes, so that
the two can be compared.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pandas as pd

from analysis.core import tables
from analysis.core.errors import InputError
from analysis.load.dates import parse_day

__all__ = ["Labels", "read_labels"]

TASKS = ("figures", "attributions")
_FIGURE_COLUMNS = (
    "low",
    "high",
    "qualifier",
    "outcome",
    "counted",
    "group",
    "source",
    "agent",
)

_YEAR = re.compile(r"\d{4}")


@dataclass(frozen=True)
class Labels:
    """
    Hand labels of some articles.

    Attributes
    ----------
    articles : DataFrame
        The ``articles`` table, with texts exactly as labelled.
    figures, attributions, attribution_spans : DataFrame or None
        Tables of those names; None if the file does not label them.
    typed : bool
        Whether every attribution has a source type. If not, kind, source type and stance are
        defaults and cannot be scored.
    has_kinds : bool
        Whether every attribution has a kind, which cannot be scored otherwise.
    """

    articles: pd.DataFrame
    figures: pd.DataFrame | None
    attributions: pd.DataFrame | None
    attribution_spans: pd.DataFrame | None
    typed: bool = True
    has_kinds: bool = True

    @property
    def tasks(self) -> list[str]:
        """What is labelled: "figures", "attributions" or both."""
        return [task for task in TASKS if getattr(self, task) is not None]


def read_labels(path: str | Path) -> Labels:
    """
    Read a file of hand labels.

    Parameters
    ----------
    path : str or Path
        JSON lines. Blank lines are skipped.

    Returns
    -------
    Labels

    Raises
    ------
    InputError
        If the file does not exist, a line is not JSON or has no identifier or text, a label ends
        outside its text, or the file labels neither figures nor attributions.
    """
    path = Path(path)
    if not path.is_file():
        raise InputError(
            f"No labels at {path}. Name a JSON lines file; data/sample/labels.jsonl is an example."
        )
    rows = []
    for number, line in enumerate(path.read_text("utf8").splitlines(), 1):
        if line.strip():
            rows.append(_parse_line(line, f"{path.name}, line {number}"))
    labels_figures = any("figures" in row for row in rows)
    labels_attributions = any("attributions" in row for row in rows)
    if not labels_figures and not labels_attributions:
        raise InputError(
            f"{path.name} labels neither figures nor attributions; "
            "its lines need one of these keys."
        )
    name = f"{path.resolve().parent.name}/{path.stem}"
    return Labels(
        articles=tables.make([_article_row(row, name) for row in rows], tables.ARTICLES),
        figures=_figures(rows) if labels_figures else None,
        attributions=_attributions(rows) if labels_attributions else None,
        attribution_spans=_attribution_spans(rows) if labels_attributions else None,
        typed=_all_attributions_have(rows, "source_type"),
        has_kinds=_all_attributions_have(rows, "kind"),
    )


def _parse_line(line: str, where: str) -> dict:
    """Return one article with its labels, after checking it."""
    try:
        row = json.loads(line)
    except json.JSONDecodeError as error:
        raise InputError(f"{where} is not JSON: {error}.") from None
    if not _is_article(row):
        raise InputError(f"{where} needs an article_id and a text.")
    published = row.get("published")
    if published and _day(published) is None and not _YEAR.fullmatch(str(published)):
        raise InputError(
            f"{where}: published {published!r} is no day. Write 2019-04-16, or leave it out."
        )
    last = max(_label_ends(row), default=0)
    if last > len(row["text"]):
        raise InputError(
            f"{where}: a label ends at character {last}, but the text has {len(row['text'])}."
        )
    return row


def _day(published: object) -> date | None:
    """Return a day; None without one, and of a year alone, which is no day."""
    return parse_day(published) if published else None


def _is_article(row: object) -> bool:
    """Return whether a line has an identifier and a text."""
    if not isinstance(row, dict):
        return False
    return bool(row.get("article_id")) and isinstance(row.get("text"), str)


def _label_ends(row: Mapping) -> list[int]:
    """Return where the labels of an article end."""
    ends = [figure["end"] for figure in row.get("figures", ())]
    for label in row.get("attributions", ()):
        for role in tables.ROLES:
            ends += [end for _, end in _role_spans(label, role)]
    return ends


def _role_spans(label: Mapping, role: str) -> Sequence[Sequence[int]]:
    """Return the spans of one role of an attribution."""
    return label.get(role) or ()


def _all_attributions_have(rows: Sequence[Mapping], field: str) -> bool:
    """Return whether a field of every attribution was labelled."""
    return all(field in label for row in rows for label in row.get("attributions", ()))


def _article_row(row: Mapping, corpus: str) -> dict[str, object]:
    """Return a row of the ``articles`` table."""
    return {
        "article_id": row["article_id"],
        "corpus": corpus,
        "outlet": row.get("outlet") or None,
        "published": _day(row.get("published")),
        "title": row.get("title") or None,
        "text": row["text"],
        "n_words": len(row["text"].split()),
    }


def _figures(rows: Sequence[Mapping]) -> pd.DataFrame:
    """Return the ``figures`` table."""
    figures = []
    for row in rows:
        for number, label in enumerate(row.get("figures", ())):
            figures.append(_figure_row(row, number, label))
    return tables.make(figures, tables.FIGURES)


def _figure_row(row: Mapping, number: int, label: Mapping) -> dict[str, object]:
    """Return a row of the ``figures`` table."""
    outcome = label.get("outcome")
    return {
        "figure_id": _label_id(row, number),
        "article_id": row["article_id"],
        "sentence_id": 0,
        "start": label["start"],
        "end": label["end"],
        "text": label.get("number_text") or row["text"][label["start"] : label["end"]],
        **{column: label.get(column) for column in _FIGURE_COLUMNS},
        "unit": "bodies" if outcome == "bodies_found" else "people",
        "mention": _mention(label),
        "implicit": bool(label.get("implicit")),
    }


def _mention(label: Mapping) -> str:
    """Return how a figure is stated; labels of casualties tell only persons without a number."""
    if label.get("mention"):
        return label["mention"]
    if label.get("implicit"):
        return "indefinite"
    return "vague" if label.get("qualifier") == "vague" else "numeral"


def _label_id(row: Mapping, number: int) -> str:
    """Return the identifier of an article's label."""
    return f"{row['article_id']}#{number}"


def _attributions(rows: Sequence[Mapping]) -> pd.DataFrame:
    """Return the ``attributions`` table."""
    attributions = []
    for row in rows:
        for number, label in enumerate(row.get("attributions", ())):
            attributions.append(_attribution_row(row, number, label))
    return tables.make(attributions, tables.ATTRIBUTIONS)


def _attribution_row(row: Mapping, number: int, label: Mapping) -> dict[str, object]:
    """Return a row of the ``attributions`` table."""
    text = row["text"]
    return {
        "attribution_id": _label_id(row, number),
        "article_id": row["article_id"],
        "sentence_id": 0,
        "kind": label.get("kind", "indirect"),
        "source": _span_text(text, _role_spans(label, "source"), " ") or None,
        "source_name": label.get("source_name"),
        "carrier": label.get("carrier"),
        "cue": _span_text(text, _role_spans(label, "cue"), " ") or None,
        "content": _span_text(text, label["content"], " ... "),
        "source_type": label.get("source_type", "other"),
        "anonymous": False,
        "cue_stance": label.get("stance", "neutral"),
    }


def _span_text(text: str, spans: Sequence[Sequence[int]], separator: str) -> str:
    """Return the characters of some spans, joined."""
    return separator.join(text[start:end] for start, end in spans)


def _attribution_spans(rows: Sequence[Mapping]) -> pd.DataFrame:
    """Return the ``attribution_spans`` table."""
    spans = []
    for row in rows:
        for number, label in enumerate(row.get("attributions", ())):
            spans += _span_rows(row, number, label)
    return tables.make(spans, tables.ATTRIBUTION_SPANS)


def _span_rows(row: Mapping, number: int, label: Mapping) -> list[dict[str, object]]:
    """Return the rows of the ``attribution_spans`` table for one attribution."""
    spans = []
    for role in tables.ROLES:
        for start, end in _role_spans(label, role):
            spans.append(
                {
                    "article_id": row["article_id"],
                    "attribution_id": _label_id(row, number),
                    "role": role,
                    "start": start,
                    "end": end,
                }
            )
    return spans
