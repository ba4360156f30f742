"""The layer of targets: the polarity of a sentence towards one mention in it."""

from collections.abc import Mapping, Sequence

import numpy as np

from analysis.coding.cells import read_unit
from analysis.coding.corpus import Corpus
from analysis.coding.decided import Corrected, Decided
from analysis.coding.layer import Label, Layer, Passage, Unit
from analysis.coding.mentions import draw_mentions, extracted_mentions
from analysis.coding.sentence_columns import MENTION_COLUMNS, mention_of
from analysis.coding.span_corrections import correct_given
from analysis.core import tables

__all__ = ["NO_TARGET", "TARGETS"]

NO_TARGET = "no target"
"""What a coder writes of a mention that is no person or group towards whom one can write."""

LABELS = (
    Label(
        "polarity",
        "how the sentence, not the world, is towards the mention: does it say or imply good or bad "
        "of them; no target if the mention is no person or group",
        (*tables.POLARITIES, NO_TARGET),
    ),
)


def _draw(corpus: Corpus, n_rows: int, random: np.random.Generator) -> list[Passage]:
    return draw_mentions(corpus, "targets", "polarity", n_rows, random)


def _unit_of(cells: Mapping[str, str], passage: Passage, corpus: Corpus, _: int) -> Unit | None:
    return read_unit(cells, passage, corpus, LABELS, "targets")


def _extracted(corpus: Corpus, passages: Sequence[Passage]) -> list[Unit]:
    return extracted_mentions(corpus, "targets", ("polarity",), passages)


def _correct(decided: Sequence[Decided], corpus: Corpus) -> Corrected:
    return correct_given(decided, corpus, table="targets", remove={"polarity": NO_TARGET})


TARGETS = Layer(
    name="targets",
    table="targets",
    noun="mentions",
    shown=MENTION_COLUMNS,
    key=("article_id", "start", "end"),
    fixed=("sentence", "mention"),
    recognised_by=("mention", "polarity"),
    labels=lambda _: LABELS,
    draw=_draw,
    passage_of=mention_of,
    unit_of=_unit_of,
    extracted=_extracted,
    correct=_correct,
)
"""Polarity towards persons and groups."""
