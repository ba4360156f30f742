"""
How far coders agree on each variable of a layer.

In: coded sheets, and items that join them. Out: a table with an alpha for each variable: nominal
for names, interval for numbers, unitised for spans. See ``analysis.evaluate.agreement`` and
``unitised_alpha``.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import pandas as pd

from analysis.coding.items import Item
from analysis.coding.layer import FOUND, NO, NOTHING, YES, Label, Layer
from analysis.coding.sheets import CodedSheet
from analysis.compare.intervals import Bootstrap
from analysis.core.tables import CODER_AGREEMENT, RELIABILITY, make
from analysis.evaluate.agreement import reliability
from analysis.evaluate.unitised_alpha import Span, merge_spans, share_alike, unitised_alpha

__all__ = ["coder_agreement"]


def coder_agreement(
    layer: Layer,
    labels: Sequence[Label],
    sheets: Sequence[CodedSheet],
    items: Sequence[Item],
    bootstrap: Bootstrap | None = None,
) -> pd.DataFrame:
    """
    Return how far coders agree.

    Parameters
    ----------
    layer : Layer
    labels : sequence of Label
    sheets : sequence of CodedSheet
        At least two.
    items : sequence of Item
        Of these sheets.
    bootstrap : Bootstrap, optional
        Items are resampled.

    Returns
    -------
    DataFrame
        The ``CODER_AGREEMENT`` table. Where coders find things, ``found`` compares whether a
        sentence has any, and labels are compared where at least two coders marked the same thing.
        Unitised alpha is of the sentences that all have coded, laid end to end; it has no interval.
    """
    codings = [*_found(layer, sheets), *_labels(labels, items)]
    frame = pd.DataFrame(codings, columns=["variable", "coder", "item", "label"])
    of_measure = {label.name: label.measure for label in labels}
    is_number = frame["variable"].map(of_measure.get).eq("interval")
    numbers = _as_numbers(frame.loc[is_number])
    unitised = [_unitised(label.name, sheets) for label in labels if label.measure == "unitised"]
    parts = {
        "nominal": reliability(frame.loc[~is_number], "nominal", bootstrap),
        "interval": reliability(numbers, "interval", bootstrap),
        "unitised": make(unitised, RELIABILITY),
    }
    whole = pd.concat([part.assign(measure=name) for name, part in parts.items()])
    order = {name: rank for rank, name in enumerate([FOUND, *of_measure])}
    ranked = whole.assign(
        rank=whole["variable"].map(order.get), percent_agreement=100 * whole["agreement"]
    )
    ordered = ranked.sort_values(["rank", "measure"], kind="stable")
    return make(ordered.drop(columns=["rank", "agreement"]), CODER_AGREEMENT)


def _found(layer: Layer, sheets: Iterable[CodedSheet]) -> list[tuple[str, str, str, str]]:
    """Return whether each coder found anything in each passage."""
    if not layer.finds:
        return []
    rows = []
    for sheet in sheets:
        has_any = {unit.passage.key for unit in sheet.units}
        for key in sheet.coded:
            rows.append((FOUND, sheet.coder, key, YES if key in has_any else NO))
    return rows


def _labels(labels: Iterable[Label], items: Sequence[Item]) -> list[tuple[str, str, str, str]]:
    """Return the label of each coder for each item, except words that make the things."""
    rows = []
    for label in labels:
        if label.measure == "unitised":
            continue
        for item in items:
            for coder, value in item.values(label.name).items():
                rows.append((label.name, coder, item.name, value.casefold()))
    return rows


def _as_numbers(codings: pd.DataFrame) -> pd.DataFrame:
    """Return codings with numbers as labels; no bound is no coding."""
    given = codings["label"].mask(codings["label"].eq(NOTHING))
    return codings.assign(label=given.astype(float))


def _unitised(name: str, sheets: Sequence[CodedSheet]) -> dict[str, object]:
    """Return the row of words that coders marked in the sentences that all have coded."""
    offsets: dict[str, int] = {}
    length = 0
    # in the order of the corpus, since coders may have sorted their rows
    passages = sheets[0].coded.values()
    for passage in sorted(passages, key=lambda each: (each.article_id, each.start)):
        if all(passage.key in sheet.coded for sheet in sheets):
            offsets[passage.key] = length - passage.start
            length += passage.end - passage.start
    spans = {sheet.coder: _spans(name, sheet, offsets) for sheet in sheets}
    return {
        "variable": name,
        "alpha": unitised_alpha(spans, length),
        "agreement": share_alike(spans, length),
        "n_items": len(offsets),
        "n_coders": len(sheets),
    }


def _spans(name: str, sheet: CodedSheet, offsets: dict[str, int]) -> list[Span]:
    """Return the characters that a coder marked, as those of the sentences laid end to end."""
    found = []
    for unit in sheet.units:
        if name not in unit.spans or unit.passage.key not in offsets:
            continue
        offset = offsets[unit.passage.key]
        start = max(unit.spans[name][0], unit.passage.start)
        end = min(unit.spans[name][1], unit.passage.end)
        if start < end:
            found.append((start + offset, end + offset))
    return merge_spans(found)
