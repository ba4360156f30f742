"""The layer of parties: whose a generic name is, such as the government or militants."""

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

__all__ = ["NO_PARTY", "PARTIES"]

NO_PARTY = "no party"
"""What a coder writes as the kind of a mention that names no party."""


def _labels(corpus: Corpus) -> tuple[Label, ...]:
    known = sorted(corpus.run.parties["party"].dropna().unique())
    return (
        Label(
            "party",
            "whose it is, or who it is: a country, an armed group, a political party, a place; "
            "none if the article does not tell",
            suggested=(*known, "none"),
        ),
        Label("kind", "what kind of party the name says", (*tables.PARTY_KINDS, NO_PARTY)),
    )


def _draw(corpus: Corpus, n_rows: int, random: np.random.Generator) -> list[Passage]:
    return draw_mentions(corpus, "parties", "kind", n_rows, random)


def _unit_of(cells: Mapping[str, str], passage: Passage, corpus: Corpus, _: int) -> Unit | None:
    return read_unit(cells, passage, corpus, _labels(corpus), "parties")


def _extracted(corpus: Corpus, passages: Sequence[Passage]) -> list[Unit]:
    return extracted_mentions(corpus, "parties", ("party", "kind"), passages)


def _correct(decided: Sequence[Decided], corpus: Corpus) -> Corrected:
    return correct_given(decided, corpus, table="parties", remove={"kind": NO_PARTY})


PARTIES = Layer(
    name="parties",
    table="parties",
    noun="mentions",
    shown=MENTION_COLUMNS,
    key=("article_id", "start", "end"),
    fixed=("sentence", "mention"),
    recognised_by=("mention", "party"),
    labels=_labels,
    draw=_draw,
    passage_of=mention_of,
    unit_of=_unit_of,
    extracted=_extracted,
    correct=_correct,
)
"""Whose generic names of parties are."""
