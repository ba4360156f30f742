"""
Hand coding in a spreadsheet: draw sentences, then read the sheets that coders have filled in.

In: a run. Out: an Excel file with sentences, empty label columns and the codebook; and, from filled
files, the tables that extraction is compared with. Sheets have no labels by default, since coders
who see the extracted ones tend to agree with them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from analysis.core import tables
from analysis.core.errors import InputError, unknown_value_message
from analysis.core.figure_kinds import counted_figures
from analysis.core.safe_csv import escape_cell, unescape_formula
from analysis.extract.numbers.parse import number_at

if TYPE_CHECKING:
    from analysis.compare.intervals import Bootstrap
    from analysis.run.pipeline import Run

__all__ = [
    "LABELS",
    "codings",
    "draw_sample",
    "read_sheet",
    "scores",
    "scores_of_sheets",
    "write_sheet",
]

LABELS = {
    "number_text": "the number exactly as in the sentence; leave empty if it states no such figure",
    "outcome": f"what happened to them: {', '.join(tables.OUTCOMES)}",
    "qualifier": f"how exact the number is: {', '.join(tables.QUALIFIERS)}",
    "group": f"who they are: {', '.join(tables.GROUPS)}",
    "counted": "the words for the people counted",
    "source": "the words that name the source of the figure; empty in the outlet's own voice",
    "agent": "the words that name who or what caused it; empty if the sentence names none",
}
"""
Columns that a coder fills in, with instructions. A sentence with several figures gets a row for
each.
"""

SHEET = "code here"
CONTEXT = 300  # characters before the sentence that the coder sees
MAX_FAULTS = 10  # rows that one error message names
_FIXED = ("item", "article_id", "sentence_id", "outlet", "published", "before", "sentence")
_KEY = ["article_id", "sentence_id"]
_ALLOWED = {"outcome": tables.OUTCOMES, "qualifier": tables.QUALIFIERS, "group": tables.GROUPS}


def draw_sample(
    run: Run, n_sentences: int = 100, seed: int = 0, prefilled: bool = False
) -> pd.DataFrame:
    """
    Draw a stratified random sample of sentences for coding.

    Parameters
    ----------
    run : Run
    n_sentences : int
        They are spread evenly over outlets and, within each, over sentences
        with and without an extracted casualty figure, so that misses show as well as false
        positives.
    seed : int
        Random seed.
    prefilled : bool
        Whether to fill in the extracted labels, for correction. By default the labels are empty.

    Returns
    -------
    DataFrame
        One row for each sentence, or for each figure if ``prefilled``, in random order; columns
        ``item`` to ``sentence``, then those of ``LABELS``.
    """
    counted = counted_figures(run.figures)
    figures = counted.loc[counted["outcome"].notna()]
    pool = _strata(run, figures)
    rng = np.random.default_rng(seed)
    pool = pool.assign(rank=rng.random(len(pool))).sort_values("rank")
    pool = pool.assign(turn=pool.groupby("stratum").cumcount())
    sample = (
        pool.sort_values(["turn", "rank"])
        .head(n_sentences)
        .sort_values("rank")
        .reset_index(drop=True)
    )
    sheet = _with_texts(sample)
    if prefilled:
        return _fill_in(sheet, figures)
    for label in LABELS:
        sheet[label] = None
    return sheet


def _strata(run: Run, figures: pd.DataFrame) -> pd.DataFrame:
    """Return all sentences with the stratum that each belongs to."""
    articles = run.articles[["article_id", "outlet", "published", "text"]]
    pool = run.sentences.merge(articles, on="article_id", validate="many_to_one")
    with_figure = set(zip(figures["article_id"], figures["sentence_id"], strict=True))
    strata = []
    for row in pool.to_dict("records"):
        has_figure = (row["article_id"], row["sentence_id"]) in with_figure
        strata.append(f"{row['outlet']}, {'figure' if has_figure else 'none'}")
    return pool.assign(stratum=strata)


def _with_texts(sample: pd.DataFrame) -> pd.DataFrame:
    """Return the columns of a sheet that the coder reads."""
    sentences, contexts = [], []
    for text, start, end in zip(sample["text"], sample["start"], sample["end"], strict=True):
        sentences.append(text[start:end])
        contexts.append(text[max(0, start - CONTEXT) : start].strip())
    items = [f"{number:03d}" for number in range(1, len(sample) + 1)]
    return sample.assign(item=items, sentence=sentences, before=contexts).loc[:, list(_FIXED)]


def _fill_in(sheet: pd.DataFrame, figures: pd.DataFrame) -> pd.DataFrame:
    """Add the extracted labels to a sheet."""
    labels = figures.rename(columns={"text": "number_text"})[[*_KEY, *LABELS]]
    return sheet.merge(labels, on=_KEY, how="left")


def write_sheet(sheet: pd.DataFrame, path: str | Path) -> Path:
    """
    Write a sheet for a coder, with the codebook as a second sheet.

    Parameters
    ----------
    sheet : DataFrame
        As returned by ``draw_sample``. Not changed.
    path : str or Path
        An ``.xlsx`` file; its folder is created.

    Returns
    -------
    Path
    """
    path = Path(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    written = sheet.assign(published=sheet["published"].dt.strftime("%Y-%m-%d")).map(escape_cell)
    codebook = pd.DataFrame({"column": list(LABELS), "what to write": list(LABELS.values())})
    with pd.ExcelWriter(path, engine="openpyxl") as book:
        written.to_excel(book, sheet_name=SHEET, index=False)
        codebook.to_excel(book, sheet_name="codebook", index=False)
        book.sheets[SHEET].freeze_panes = "H2"
    return path


def read_sheet(path: str | Path, run: Run) -> pd.DataFrame:
    """
    Read a sheet that a coder has filled in.

    Parameters
    ----------
    path : str or Path
        As written by ``write_sheet``. The coder may have added rows for further figures of a
        sentence.
    run : Run
        The run that the sentences were drawn from.

    Returns
    -------
    DataFrame
        The coder's ``figures`` table. Only the sentences of the sheet were coded.

    Raises
    ------
    InputError
        If a column is missing, a number is not in its sentence, or a label is not allowed. The
        message names up to ten rows.
    """
    path = Path(path)
    sheet = pd.read_excel(path, dtype=str).map(unescape_formula)
    missing = [name for name in (*_KEY, *LABELS) if name not in sheet]
    if missing:
        raise InputError(
            f"{path.name} has no columns {', '.join(missing)}. "
            "Draw a new sheet: python -m analysis sample-for-coding"
        )
    coded = sheet.dropna(subset=["number_text"])
    places = _Places.of(run)
    rows, faults = [], []
    for position, (index, row) in enumerate(
        zip(coded.index, coded.to_dict("records"), strict=True)
    ):
        try:
            rows.append(_figure_row(row, places, f"{path.stem}#{position + 2}"))
        except InputError as error:
            faults.append(f"row {index + 2}: {error}")
    if faults:
        raise InputError(f"{path.name}: " + "; ".join(faults[:MAX_FAULTS]))
    return tables.make(rows, tables.FIGURES)


@dataclass(frozen=True)
class _Places:
    """The texts of a run, and where their sentences are."""

    texts: dict[str, str]
    sentences: dict[tuple[str, int], tuple[int, int]]

    @classmethod
    def of(cls, run: Run) -> _Places:
        """Collect them from the tables."""
        texts = dict(zip(run.articles["article_id"], run.articles["text"], strict=True))
        columns = run.sentences[["article_id", "sentence_id", "start", "end"]]
        sentences = {}
        for article_id, sentence_id, start, end in columns.itertuples(index=False, name=None):
            sentences[article_id, sentence_id] = (start, end)
        return cls(texts, sentences)


def _figure_row(row: Mapping, places: _Places, figure_id: str) -> dict[str, object]:
    """Return a coded figure as a row of the ``figures`` table, after checking it."""
    article_id, sentence_id = row["article_id"], int(row["sentence_id"])
    if (article_id, sentence_id) not in places.sentences:
        raise InputError(f"sentence {sentence_id} of {article_id} is not in this run")
    text = places.texts[article_id]
    number_text = row["number_text"].strip()
    start = text.find(number_text, *places.sentences[article_id, sentence_id])
    if start < 0:
        raise InputError(f"{row['number_text']!r} is not in its sentence")
    for label, allowed in _ALLOWED.items():
        if row[label] not in allowed:
            raise InputError(unknown_value_message(label, row[label], allowed))
    end = start + len(number_text)
    number = number_at(text, start, end)
    return {
        "figure_id": figure_id,
        "article_id": article_id,
        "sentence_id": sentence_id,
        "start": start,
        "end": end,
        "text": text[start:end],
        # without a number word ("a child"), one person
        "low": 1.0 if number is None else number.low,
        "high": 1.0 if number is None else number.high,
        "mention": _mention(number is None, row["qualifier"]),
        "implicit": number is None,
        "qualifier": row["qualifier"],
        "outcome": row["outcome"],
        "group": row["group"],
        "unit": "bodies" if row["outcome"] == "bodies_found" else "people",
        "counted": _or_none(row["counted"]),
        "source": _or_none(row["source"]),
        "agent": _or_none(row["agent"]),
    }


def _mention(is_person: bool, qualifier: str) -> str:
    """Return how a figure is stated."""
    if is_person:
        return "indefinite"
    return "vague" if qualifier == "vague" else "numeral"


def _or_none(cell: object) -> str | None:
    """Return the text of a cell, None if it is empty."""
    if isinstance(cell, str):
        return cell
    return None


def codings(sheets: Mapping[str, pd.DataFrame]) -> pd.DataFrame:
    """
    Bring the sheets of several coders into the form that ``agreement.reliability`` takes.

    Parameters
    ----------
    sheets : mapping of str to DataFrame
        Coder to ``figures``, from ``read_sheet``; all coded the same sentences. Not changed.

    Returns
    -------
    DataFrame
        ``variable`` (found, outcome, qualifier, group), ``coder``, ``item``, ``label``. An item is
        a number that at least one coder marked. A coder who did not mark it has a label for
        ``found`` only.
    """
    figures = pd.concat(
        [sheet.assign(coder=coder) for coder, sheet in sheets.items()], ignore_index=True
    )
    figures["item"] = figures["article_id"] + ":" + figures["start"].astype(str)
    marked = set(zip(figures["coder"], figures["item"], strict=True))
    found = []
    for item in figures["item"].drop_duplicates():
        for coder in sheets:
            label = str((coder, item) in marked)
            found.append({"variable": "found", "coder": coder, "item": item, "label": label})
    labels = figures.melt(["coder", "item"], ["outcome", "qualifier", "group"], "variable", "label")
    whole = pd.concat([pd.DataFrame(found), labels], ignore_index=True)
    return whole.loc[:, ["variable", "coder", "item", "label"]]


def scores(
    coded: pd.DataFrame, sheet: pd.DataFrame, run: Run, bootstrap: Bootstrap | None = None
) -> pd.DataFrame:
    """
    Score extraction against one coder, on the sentences of the sheet only.

    Parameters
    ----------
    coded : DataFrame
        From ``read_sheet``.
    sheet : DataFrame
        From ``draw_sample``, or the filled file: which sentences were coded.
    run : Run
    bootstrap : Bootstrap, optional
        Articles are resampled.

    Returns
    -------
    DataFrame
        The ``SCORES`` table, see ``analysis.evaluate.agreement.score_figures``.
    """
    from analysis.evaluate.agreement import score_figures

    drawn = set(zip(sheet["article_id"], sheet["sentence_id"].astype(int), strict=True))
    keys = zip(run.figures["article_id"], run.figures["sentence_id"], strict=True)
    extracted = run.figures.loc[[key in drawn for key in keys]]
    return score_figures(coded, extracted, sheet["article_id"].drop_duplicates(), bootstrap)


def scores_of_sheets(sheets: Mapping[str, pd.DataFrame], run: Run) -> pd.DataFrame:
    """
    Score the extraction against several filled sheets.

    Parameters
    ----------
    sheets : mapping of str to DataFrame
        What ``read_sheet`` returned, by the path of each sheet.
    run : Run

    Returns
    -------
    DataFrame
        As ``scores``, with the path in ``sheet``.
    """
    parts = []
    for path, coded in sheets.items():
        drawn = pd.read_excel(path, dtype=str)
        parts.append(scores(coded, drawn, run).assign(sheet=path))
    return pd.concat(parts, ignore_index=True)
