"""
Join the sheets of several coders of one layer, and what was extracted.

In: spreadsheets and the corpus they were drawn from. Out: what is compared, and how much of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pandas as pd

from analysis.coding.coder_agreement import coder_agreement
from analysis.coding.corpus import Corpus
from analysis.coding.decided import Corrected, decide
from analysis.coding.disagreements import COLUMNS, Disagreement, disagreements, read_decisions
from analysis.coding.items import Item, items_of, variables_of
from analysis.coding.layer import Label, Layer
from analysis.coding.sheets import CodedSheet, read_coded
from analysis.core.errors import InputError, ParameterError

__all__ = ["Adjudication", "Comparison", "compare_sheets"]

_SEVERAL = 2


@dataclass(frozen=True)
class Adjudication:
    """
    What several coders and a person who decided between them found.

    Attributes
    ----------
    corrected : Corrected
    undecided : list of str
        Items and variables that are still open.
    n_items : int
        Items that at least two coders coded.
    """

    corrected: Corrected
    undecided: list[str]
    n_items: int


@dataclass(frozen=True)
class Comparison:
    """
    The sheets of several coders side by side.

    Attributes
    ----------
    layer : Layer
    labels : tuple of Label
    sheets : list of CodedSheet
    items : list of Item
    corpus : Corpus
    """

    layer: Layer
    labels: tuple[Label, ...] = field(repr=False)
    sheets: list[CodedSheet] = field(repr=False)
    items: list[Item] = field(repr=False)
    corpus: Corpus = field(repr=False)

    @property
    def coders(self) -> list[str]:
        """Their names, as those of the files."""
        return [sheet.coder for sheet in self.sheets]

    @property
    def n_together(self) -> int:
        """How many passages at least two coders have coded."""
        counts: dict[str, int] = {}
        for sheet in self.sheets:
            for key in sheet.coded:
                counts[key] = counts.get(key, 0) + 1
        return sum(count >= _SEVERAL for count in counts.values())

    @property
    def n_alone(self) -> int:
        """How many passages one coder alone has coded; they are not compared."""
        coded = {key for sheet in self.sheets for key in sheet.coded}
        return len(coded) - self.n_together

    def agreement(self) -> pd.DataFrame:
        """Return the ``CODER_AGREEMENT`` table."""
        marked = [item for item in self.items if item.is_marked]
        return coder_agreement(self.layer, self.labels, self.sheets, marked)

    def disagreements(self) -> list[Disagreement]:
        """Return what coders differ on."""
        return disagreements(self.layer, self.labels, self.items)

    def adjudicate(self, path: Path) -> Adjudication:
        """
        Turn agreement and decisions into corrections.

        Parameters
        ----------
        path : Path
            The disagreements, with decisions.

        Returns
        -------
        Adjudication

        Raises
        ------
        InputError
            See ``disagreements.read_decisions``.
        """
        found = self.disagreements()
        table = self.layer.table
        decisions = read_decisions(path, found, self.coders, self.corpus, table)
        variables = variables_of(self.layer, self.labels)
        decided = decide(self.items, variables, self.layer.main, decisions)
        undecided = [f"{each.item.name}: {name}" for each in decided for name in each.undecided]
        corrected = self.layer.correct(decided, self.corpus)
        return Adjudication(corrected, undecided, len(decided))


def compare_sheets(paths: Sequence[str | Path], corpus: Corpus) -> Comparison:
    """
    Read the sheets of several coders.

    Parameters
    ----------
    paths : sequence of str or Path
        At least two, one a coder, who is called as the file.
    corpus : Corpus

    Returns
    -------
    Comparison

    Raises
    ------
    ParameterError
        If there are fewer than two, or two are called alike.
    InputError
        If a sheet cannot be read, they are of different layers, or no passage is in two of them.
    """
    _validate_names([Path(path) for path in paths])
    sheets: list[CodedSheet] = []
    for path in paths:
        sheet = read_coded(path, corpus)
        if sheets and sheet.layer is not sheets[0].layer:
            first = sheets[0]
            raise InputError(
                f"{first.path.name} is a sheet of {first.layer.name}, {sheet.path.name} one of "
                f"{sheet.layer.name}; compare the sheets of one layer at a time"
            )
        sheets.append(sheet)
    layer = sheets[0].layer
    _validate_columns(layer, sheets)
    passages = {key: passage for sheet in sheets for key, passage in sheet.coded.items()}
    extracted = layer.extracted(corpus, list(passages.values()))
    items = items_of(layer, sheets, extracted, corpus)
    found = Comparison(layer, layer.labels(corpus), sheets, items, corpus)
    if not found.n_together:
        raise InputError(
            f"No row is filled in by two coders: {_how_much(sheets)}. Give every coder a copy of "
            f"the same sheet, and write none where a sentence states nothing"
        )
    return found


def _how_much(sheets: Sequence[CodedSheet]) -> str:
    return ", ".join(
        f"{sheet.path.name} {len(sheet.coded)} of {sheet.n_passages}" for sheet in sheets
    )


def _validate_names(paths: Sequence[Path]) -> None:
    if len(paths) < _SEVERAL:
        raise ParameterError(
            "One sheet cannot be compared. Name those of two coders: parallax "
            "compare-coders coder1.xlsx coder2.xlsx --corpus SOURCE"
        )
    names = [path.stem.lower() for path in paths]
    twice = sorted({name for name in names if names.count(name) > 1})
    if twice:
        raise ParameterError(
            f"Two sheets are called {twice[0]!r}, and coders are called as their sheets. Rename "
            f"one of them"
        )


def _validate_columns(layer: Layer, sheets: Sequence[CodedSheet]) -> None:
    """Refuse coders who are called as another column of the disagreements."""
    taken = {*COLUMNS, *layer.shown}
    for sheet in sheets:
        if sheet.coder.lower() in taken:
            raise ParameterError(
                f"A sheet cannot be called {sheet.path.name}, since the disagreements have a "
                f"column of that name. Call it after its coder"
            )
