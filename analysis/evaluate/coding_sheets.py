"""
A round trip for hand coding: draw sentences to a spreadsheet, read the filled sheets of one or more coders.

In: a run. Out: an Excel file with sentences, empty label columns and the codebook; and, from filled files, the tables
that the machine is compared with. Blind by default, since a coder who sees the machine's labels tends to agree with
them.
"""

from pathlib import Path

import numpy as np
import pandas as pd

from analysis.core import tables
from analysis.core.errors import InputError, unknown_value_message
from analysis.core.safe_csv import escape_cell, unescape_formula
from analysis.extract.numbers.parse import number_at

__all__ = ["LABELS", "codings", "draw_sample", "read_sheet", "scores", "write_sheet"]

LABELS = {
    "number_text": "the number's own characters, copied from the sentence; leave empty where it states no such figure",
    "outcome": f"what happened to them: {', '.join(tables.OUTCOMES)}",
    "qualifier": f"what the words around it make of it: {', '.join(tables.QUALIFIERS)}",
    "group": f"who they are: {', '.join(tables.GROUPS)}",
    "counted": "the words for who is counted",
    "source": "the words naming whom the figure is attributed to; empty in the outlet's own voice",
    "agent": "the words naming who or what caused it; empty where none is named",
}
"""Columns that a coder fills in, with what belongs there. A sentence with several figures gets a row for each."""
_FIXED = ("item", "article_id", "sentence_id", "outlet", "published", "before", "sentence")
_ALLOWED = {"outcome": tables.OUTCOMES, "qualifier": tables.QUALIFIERS, "group": tables.GROUPS}


def draw_sample(run, n=100, seed=0, machine=False):
    """
    Draw a stratified random sample of sentences to be coded.

    Parameters
    ----------
    run : Run
    n : int
        Sentences, spread evenly over outlets, and in each half of those where the machine found a casualty figure and
        half of those where it found none, so that misses can be seen as well as false finds.
    seed : int
    machine : bool
        Put the machine's labels in, to be corrected; otherwise the coder starts blind.

    Returns
    -------
    DataFrame
        One row a sentence (a figure, where ``machine``), in random order; columns ``item`` ..., then ``LABELS``.
    """
    people = run.figures[run.figures["outcome"].notna()]
    outlet = run.articles[["article_id", "outlet", "published", "text"]]
    pool = run.sentences.merge(outlet, on="article_id", validate="many_to_one")
    key = list(zip(pool["article_id"], pool["sentence_id"], strict=True))
    found = set(zip(people["article_id"], people["sentence_id"], strict=True))
    pool = pool.assign(
        stratum=pool["outlet"].fillna("") + [" figure" if k in found else " none" for k in key]
    )
    rng = np.random.default_rng(seed)
    pool = pool.assign(lot=rng.random(len(pool))).sort_values("lot")
    turn = pool.groupby("stratum").cumcount()
    chosen = (
        pool.assign(turn=turn)
        .sort_values(["turn", "lot"])
        .head(n)
        .sort_values("lot")
        .reset_index(drop=True)
    )
    sheet = chosen.assign(
        item=[f"{i + 1:03d}" for i in range(len(chosen))], **{label: None for label in LABELS}
    )
    sheet["sentence"] = [
        t[s:e] for t, s, e in zip(sheet["text"], sheet["start"], sheet["end"], strict=True)
    ]
    sheet["before"] = [
        t[max(0, s - 300) : s].strip() for t, s in zip(sheet["text"], sheet["start"], strict=True)
    ]
    sheet = sheet[[*_FIXED, *LABELS]]
    return _with_labels(sheet, people) if machine else sheet


def _with_labels(sheet, people):
    labels = people.rename(columns={"text": "number_text"})[["article_id", "sentence_id", *LABELS]]
    return sheet[list(_FIXED)].merge(labels, on=["article_id", "sentence_id"], how="left")


def write_sheet(sheet, path):
    """
    Write a sheet to be filled in, with the codebook on a second page.

    Parameters
    ----------
    sheet : DataFrame
        From ``draw``.
    path : str or Path
        ``.xlsx``.

    Returns
    -------
    Path
    """
    path = Path(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    written = sheet.assign(published=sheet["published"].dt.strftime("%Y-%m-%d")).map(escape_cell)
    codebook = pd.DataFrame({"column": list(LABELS), "what to write": list(LABELS.values())})
    with pd.ExcelWriter(path, engine="openpyxl") as book:
        written.to_excel(book, sheet_name="code here", index=False)
        codebook.to_excel(book, sheet_name="codebook", index=False)
        book.sheets["code here"].freeze_panes = "H2"
    return path


def read_sheet(path, run):
    """
    Read a filled sheet.

    Parameters
    ----------
    path : str or Path
        As ``write_sheet`` wrote it, filled in by one coder; rows may be added for further figures of a sentence.
    run : Run
        The run that it was drawn from.

    Returns
    -------
    DataFrame
        The ``figures`` table of the coder; only the sentences of the sheet were coded.

    Raises
    ------
    InputError
        If a column is missing, a number does not stand in its sentence, or a label is not allowed: all rows at fault
        are named together.
    """
    path = Path(path)
    sheet = pd.read_excel(path, dtype=str).map(unescape_formula)
    lacking = [c for c in ("article_id", "sentence_id", *LABELS) if c not in sheet]
    if lacking:
        raise InputError(
            f"{path.name} lacks the columns {', '.join(lacking)}. "
            "Draw a new one: python -m analysis sample-for-coding"
        )
    bounds = run.sentences.set_index(["article_id", "sentence_id"])[["start", "end"]]
    texts, rows, faults = run.articles.set_index("article_id")["text"], [], []
    for i, row in enumerate(sheet.dropna(subset=["number_text"]).itertuples(), 2):
        try:
            rows.append(_coded(row, bounds, texts, f"{path.stem}#{i}"))
        except InputError as error:
            faults.append(f"row {row.Index + 2}: {error}")
    if faults:
        raise InputError(f"{path.name}: " + "; ".join(faults[:10]))
    return tables.make(rows, tables.FIGURES)


def _coded(row, bounds, texts, figure_id):
    key = (row.article_id, int(row.sentence_id))
    if key not in bounds.index:
        raise InputError(f"sentence {key[1]} of {key[0]} is not in this run")
    first, last = bounds.loc[key]
    text = texts[row.article_id]
    at = text.find(row.number_text.strip(), first, last)
    if at < 0:
        raise InputError(f"{row.number_text!r} does not stand in its sentence")
    for label, allowed in _ALLOWED.items():
        if getattr(row, label) not in allowed:
            raise InputError(unknown_value_message(label, getattr(row, label), allowed))
    end = at + len(row.number_text.strip())
    number = number_at(text, at, end)
    words = {
        k: None if pd.isna(getattr(row, k)) else getattr(row, k)
        for k in ("counted", "source", "agent")
    }
    return {
        "figure_id": figure_id,
        "article_id": row.article_id,
        "sentence_id": key[1],
        "start": at,
        "end": end,
        "text": text[at:end],
        "low": number.low if number else 1.0,
        "high": number.high if number else 1.0,
        "qualifier": row.qualifier,
        "outcome": row.outcome,
        "group": row.group,
        "implicit": number is None,
        "unit": "bodies" if row.outcome == "bodies_found" else "people",
        **words,
    }


def codings(sheets):
    """
    Bring the sheets of several coders into the form that agreement is computed from.

    Parameters
    ----------
    sheets : dict of str to DataFrame
        Coder to ``figures``, from ``read_sheet``; all of the same sentences.

    Returns
    -------
    DataFrame
        ``variable`` (found, outcome, qualifier, group), ``coder``, ``item``, ``label``; an item is a number that at
        least one coder marked. Labels of numbers that a coder did not mark are left out, but for ``found``.
    """
    whole = pd.concat([f.assign(coder=c) for c, f in sheets.items()], ignore_index=True)
    whole["item"] = whole["article_id"] + ":" + whole["start"].astype(str)
    marked = {(r.coder, r.item) for r in whole.itertuples()}
    found = [
        {"variable": "found", "coder": c, "item": i, "label": str((c, i) in marked)}
        for i in whole["item"].unique()
        for c in sheets
    ]
    labels = whole.melt(["coder", "item"], ["outcome", "qualifier", "group"], "variable", "label")
    return pd.concat([pd.DataFrame(found), labels], ignore_index=True)[
        ["variable", "coder", "item", "label"]
    ]


def scores(coded, sheet, run, bootstrap=None):
    """
    Score the machine against one coder, on the sentences of the sheet alone.

    Parameters
    ----------
    coded : DataFrame
        From ``read_sheet``.
    sheet : DataFrame
        From ``draw``, or the filled file: which sentences were coded.
    run : Run
    bootstrap : Bootstrap, optional

    Returns
    -------
    DataFrame
        The ``SCORES`` table of ``analysis.evaluate.agreement``.
    """
    from analysis.evaluate.agreement import score_figures

    drawn = set(zip(sheet["article_id"], sheet["sentence_id"].astype(int), strict=True))
    keys = zip(run.figures["article_id"], run.figures["sentence_id"], strict=True)
    mine = run.figures[[key in drawn for key in keys]]
    return score_figures(coded, mine, sheet["article_id"].unique(), bootstrap)
