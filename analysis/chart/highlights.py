"""
Which spans of an article are highlighted, and the tooltip of each.

In: FIGURES, ATTRIBUTION_SPANS, ATTRIBUTIONS, NAMES, AGENCY, TARGETS, FRAME_SENTENCES. Out: one
table of spans with a label and a note, which ``highlighted_text`` shows in colour. No span is found
or joined here.
"""

from collections.abc import Iterable

import pandas as pd

from analysis.chart.captions import source_label
from analysis.chart.text_fitting import source_words
from analysis.core.figure_kinds import NAMED
from analysis.core.printed_names import printed_name
from analysis.core.records import records_of

__all__ = ["UNATTACHED", "spans_of"]

UNATTACHED = "in no attribution"  # note of a source or cue that no attribution uses
COLUMNS = ["article_id", "start", "end", "label", "note", "span_id"]


def spans_of(
    figures: pd.DataFrame | None = None,
    attribution_spans: pd.DataFrame | None = None,
    attributions: pd.DataFrame | None = None,
    names: pd.DataFrame | None = None,
    agency: pd.DataFrame | None = None,
    targets: pd.DataFrame | None = None,
    frame_sentences: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """
    Collect the spans of several tables in the form that ``highlighted_text`` takes.

    Parameters
    ----------
    figures, attribution_spans, attributions, names, agency, targets : DataFrame, optional
        Tables of those names. ``attributions`` only adds to the notes of ``attribution_spans``.
        Not changed.
    frame_sentences : DataFrame, optional
        The table of that name. The label of a sentence is its frame. Not changed.

    Returns
    -------
    DataFrame
        Columns ``article_id``, ``start``, ``end``, ``label`` (which decides the colour), ``note``
        (the tooltip) and ``span_id``; in reading order.
    """
    rows = [
        *_of_figures(figures),
        *_of_attributions(attribution_spans, attributions),
        *_of_names(names),
        *_of_agency(agency),
        *_of_targets(targets),
        *_of_frames(frame_sentences),
    ]
    spans = pd.DataFrame(rows, columns=COLUMNS).astype({"start": "int64", "end": "int64"})
    return spans.sort_values(["article_id", "start", "end"], kind="stable").reset_index(drop=True)


def _records(table: pd.DataFrame | None) -> list[dict]:
    """Return the rows of a table with None for missing values."""
    if table is None:
        return []
    return records_of(table)


def _span(
    row: dict,
    label: str,
    note: str | None = None,
    span_id: str | None = None,
) -> dict:
    """Return a span that covers the characters of a row."""
    return {
        "article_id": row["article_id"],
        "start": row["start"],
        "end": row["end"],
        "label": label,
        "note": note,
        "span_id": span_id,
    }


def _note(*facts: str | None) -> str | None:
    """Join facts for a tooltip, leaving out missing ones; None if none is left."""
    stated = [printed_name(str(fact)) for fact in facts if fact]
    return "; ".join(stated) or None


def _of_figures(table: pd.DataFrame | None) -> Iterable[dict]:
    for row in _records(table):
        note = _note(
            row["outcome"],
            row["counted"] or row["noun"] or row["unit_text"] or row["unit"],
            row["qualifier"],
            _interval(row["low"], row["high"]),
            _prefixed("source", source_words(row["source"])),
            _prefixed("by", row["agent"]),
        )
        label = "victim" if row.get("mention") == NAMED else "figure"
        yield _span(row, label, note, row["figure_id"])
        if row["agent_start"] is not None:
            agent = {"start": int(row["agent_start"]), "end": int(row["agent_end"])}
            yield _span(row | agent, "agent")


def _prefixed(prefix: str, text: str | None) -> str | None:
    if not text:
        return None
    return f"{prefix}: {text}"


def _interval(low: float | None, high: float | None) -> str | None:
    if low is None and high is None:
        return None
    return f"{_number(low)} to {_number(high)}"


def _number(value: float | None) -> str:
    if value is None:
        return "open"
    return f"{value:,.4f}".rstrip("0").rstrip(".")


def _of_attributions(
    spans: pd.DataFrame | None, attributions: pd.DataFrame | None
) -> Iterable[dict]:
    by_id = {row["attribution_id"]: row for row in _records(attributions)}
    for row in _records(spans):
        # no span_id: several spans may form one content, and an id must be unique
        if row["attribution_id"] is None:
            yield _span(row, row["role"], UNATTACHED)
        else:
            attribution = by_id.get(row["attribution_id"], {})
            yield _span(row, row["role"], _note(*_facts_of_role(row["role"], attribution)))


def _facts_of_role(role: str, attribution: dict) -> list[str | None]:
    """Return what the tooltip says about the source, cue or content of an attribution."""
    source = attribution.get("source_name")
    if role == "source":
        kind = attribution.get("source_type")
        return [source, source_label(kind) if kind else None]
    if role == "cue":
        return [attribution.get("cue_stance")]
    return [attribution.get("kind"), source or attribution.get("source")]


def _of_names(table: pd.DataFrame | None) -> Iterable[dict]:
    for row in _records(table):
        yield _span(row, "name", _note(row["referent"], row["choice"], row["voice"]))


def _of_agency(table: pd.DataFrame | None) -> Iterable[dict]:
    for row in _records(table):
        agent = _prefixed("by", row["agent"])
        yield _span(row, "harm", _note(row["predicate"], row["construction"], agent))


def _of_targets(table: pd.DataFrame | None) -> Iterable[dict]:
    for row in _records(table):
        yield _span(row, row["polarity"], _note(row["entity"]))


def _of_frames(table: pd.DataFrame | None) -> Iterable[dict]:
    for row in _records(table):
        yield _span(row, row["frame"], _note(f"{row['frame']} frame"))
