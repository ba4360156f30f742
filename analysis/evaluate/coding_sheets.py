"""
Figures that coders marked in sheets, as the tables that extraction is compared with.

In: filled sheets of the layer of figures, see ``analysis.coding``. Out: a ``figures`` table of each
coder, their codings side by side, and scores of the extraction against them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd

from analysis.coding.corpus import Corpus
from analysis.coding.figures import FIGURES, MAIN
from analysis.coding.layer import NOTHING, Unit
from analysis.coding.sheets import CodedSheet, read_coded
from analysis.core import tables
from analysis.core.errors import InputError
from analysis.extract.numbers.parse import number_at

if TYPE_CHECKING:
    from analysis.compare.intervals import Bootstrap
    from analysis.run.pipeline import Run

__all__ = ["codings", "read_sheet", "scores", "scores_of_sheets"]

_BOUNDS = ("low", "high")


def read_sheet(path: str | Path, run: Run) -> pd.DataFrame:
    """
    Read a sheet of figures that a coder has filled in.

    Parameters
    ----------
    path : str or Path
        As the command ``sample-for-coding`` writes it. The coder may have added rows for further
        figures of a sentence.
    run : Run
        The run that the sentences were drawn from.

    Returns
    -------
    DataFrame
        The coder's ``figures`` table. Only the sentences of the sheet were coded.

    Raises
    ------
    InputError
        See ``analysis.coding.sheets.read_coded``.
    """
    corpus = Corpus(run)
    sheet = read_coded(path, corpus, FIGURES)
    return tables.make(list(_rows(sheet.units, sheet.coder, corpus)), tables.FIGURES)


def _rows(units: Iterable[Unit], coder: str, corpus: Corpus) -> Iterable[dict[str, object]]:
    """Yield each coded figure as a row of the ``figures`` table."""
    for number, unit in enumerate(units, start=1):
        start, end = unit.spans[MAIN]
        text = corpus.texts[unit.passage.article_id]
        values = {name: None if cell == NOTHING else cell for name, cell in unit.values.items()}
        bounds = {name: values.pop(name) for name in _BOUNDS}
        del values[MAIN]
        is_person = number_at(text, start, end) is None
        yield {
            "figure_id": f"{coder}#{number}",
            "article_id": unit.passage.article_id,
            "sentence_id": int(unit.passage.cells["sentence_id"]),
            "start": start,
            "end": end,
            "text": text[start:end],
            **{name: None if cell is None else float(cell) for name, cell in bounds.items()},
            # without a number word ("a child"), one person
            "mention": _mention(is_person, values["qualifier"]),
            "implicit": is_person,
            "unit": "bodies" if values["outcome"] == "bodies_found" else "people",
            **values,
        }


def _mention(is_person: bool, qualifier: str | None) -> str:
    """Return how a figure is stated."""
    if is_person:
        return "indefinite"
    return "vague" if qualifier == "vague" else "numeral"


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
    coded: pd.DataFrame,
    sheet: pd.DataFrame,
    run: Run,
    bootstrap: Bootstrap | None = None,
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
        As ``scores``, with the path in ``sheet``, on the sentences that are filled in.

    Raises
    ------
    InputError
        If a sheet has empty sentences, and no ``none`` that tells them from those without a figure.
    """
    corpus = Corpus(run)
    parts = []
    for path, coded in sheets.items():
        drawn = _coded_sentences(read_coded(path, corpus, FIGURES))
        parts.append(scores(coded, drawn, run).assign(sheet=path))
    return pd.concat(parts, ignore_index=True)


def _coded_sentences(sheet: CodedSheet) -> pd.DataFrame:
    """Return the sentences that are filled in; refuse a sheet in which they cannot be told."""
    n_empty = sheet.n_passages - len(sheet.coded)
    has_figure = {unit.passage.key for unit in sheet.units}
    if n_empty and len(has_figure) == len(sheet.coded):
        raise InputError(
            f"{sheet.path.name} has {n_empty} empty sentences and none without a figure. Write "
            f"none as number_text where a sentence states no figure; what stays empty is taken as "
            f"not coded"
        )
    cells = [passage.cells for passage in sheet.coded.values()]
    return pd.DataFrame(cells, columns=["article_id", "sentence_id"])
