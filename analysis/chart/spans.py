"""
Bring the spans of several tables into the one form that the evidence takes.

In: FIGURES, ATTRIBUTION_SPANS, NAMES, AGENCY, TARGETS. Out: one frame of spans with a label and a note for the reader.
Nothing is found or joined here but what stands in one row.
"""

import pandas as pd

from analysis.chart.evidence import UNATTACHED

__all__ = ["spans_of"]


def spans_of(
    figures=None, attribution_spans=None, attributions=None, names=None, agency=None, targets=None
):
    """
    Bring the spans of several tables into the one form that ``evidence`` and ``examples`` take.

    Parameters
    ----------
    figures, attribution_spans, attributions, names, agency, targets : DataFrame, optional
        Tables of those names. ``attributions`` only adds to the notes of ``attribution_spans``. Not changed.

    Returns
    -------
    DataFrame
        Columns ``article_id``, ``start``, ``end``, ``label``, ``note``, ``span_id``; in reading order.
    """
    parts = [
        _figures(figures),
        _attributions(attribution_spans, attributions),
        _names(names),
        _agency(agency),
        _targets(targets),
    ]
    columns = ["article_id", "start", "end", "label", "note", "span_id"]
    rows = [row for part in parts for row in part]
    made = pd.DataFrame(rows, columns=columns).astype({"start": "int64", "end": "int64"})
    return made.sort_values(["article_id", "start", "end"], kind="stable").reset_index(drop=True)


def _records(table):
    return (
        [] if table is None else table.astype(object).where(table.notna(), None).to_dict("records")
    )


def _note(*parts):
    return "; ".join(str(p).replace("_", " ") for p in parts if p is not None and p != "") or None


def _figures(table):
    rows = []
    for r in _records(table):
        ends = (
            ""
            if r["low"] is None and r["high"] is None
            else f"{_number(r['low'])} to {_number(r['high'])}"
        )
        note = _note(
            r["outcome"],
            r["counted"] or r["unit"],
            r["qualifier"],
            ends,
            r["source"] and f"source: {r['source']}",
            r["agent"] and f"by: {r['agent']}",
        )
        rows.append((r["article_id"], r["start"], r["end"], "figure", note, r["figure_id"]))
        if r["agent_start"] is not None:
            rows.append(
                (r["article_id"], int(r["agent_start"]), int(r["agent_end"]), "agent", None, None)
            )
    return rows


def _number(value):
    return (
        "open"
        if value is None
        else f"{value:,.0f}"
        if float(value).is_integer()
        else f"{value:,.2f}"
    )


def _attributions(spans, attributions):
    of = {r["attribution_id"]: r for r in _records(attributions)}
    rows = []
    for r in _records(spans):
        full = of.get(r["attribution_id"], {})
        notes = {
            "source": (full.get("source_name"), full.get("source_type")),
            "cue": (full.get("cue_stance"),),
            "content": (full.get("kind"), full.get("source_name") or full.get("source")),
        }
        # several spans may make one content, and an id stands once
        note = UNATTACHED if r["attribution_id"] is None else _note(*notes[r["role"]])
        rows.append((r["article_id"], r["start"], r["end"], r["role"], note, None))
    return rows


def _names(table):
    return [
        (
            r["article_id"],
            r["start"],
            r["end"],
            "name",
            _note(r["referent"], r["choice"], r["voice"]),
            None,
        )
        for r in _records(table)
    ]


def _agency(table):
    return [
        (
            r["article_id"],
            r["start"],
            r["end"],
            "harm",
            _note(r["predicate"], r["construction"], r["agent"] and f"by: {r['agent']}"),
            None,
        )
        for r in _records(table)
    ]


def _targets(table):
    return [
        (r["article_id"], r["start"], r["end"], r["polarity"], _note(r["entity"]), None)
        for r in _records(table)
    ]
