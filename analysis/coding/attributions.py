"""
The layer of attributions: who is quoted with which words, as coders find them in sentences.

A content is coded as far as the sentence goes. What was extracted beyond it is left as it is.
"""

from collections.abc import Hashable, Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd

from analysis.coding.cells import read_labels, words_of
from analysis.coding.corpus import Corpus
from analysis.coding.decided import Corrected, Decided
from analysis.coding.figures import draw_sentences
from analysis.coding.layer import Label, Layer, Passage, Span, Unit
from analysis.coding.sentence_columns import SENTENCE_COLUMNS, sentence_of
from analysis.coding.span_corrections import correct_found
from analysis.core import tables
from analysis.core.errors import InputError

__all__ = ["ATTRIBUTIONS", "LABELS"]

MAIN = "content"
_ROLES = ("source", "cue")

LABELS = (
    Label(
        MAIN,
        "the words that are attributed to somebody, up to the end of the sentence; ' ... ' for "
        "words left out in between; none if nothing is attributed; a row for each content",
        measure="unitised",
    ),
    Label(
        "source",
        "the words that name whose words they are; none if nobody is named",
        measure="unitised",
        is_quoted=True,
    ),
    Label(
        "cue",
        'the words that attribute, without the day: "said", "according to"; none if there are none',
        measure="unitised",
        is_quoted=True,
    ),
    Label("source_type", "what kind of source it is", tables.SOURCE_TYPES, is_required=True),
    Label("cue_stance", "what the cue implies of the content", tables.STANCES, is_required=True),
    Label("kind", "whether the content is in quotation marks", tables.KINDS, is_required=True),
)

SHOWN = {**SENTENCE_COLUMNS, "after": "what comes after the sentence"}
_WRITTEN = LABELS[1:]


def _places(corpus: Corpus) -> pd.DataFrame:
    """Return attributions with a row for each span of their content, and where the first begins."""
    spans = corpus.run.attribution_spans
    contents = spans.loc[spans["role"].eq("content"), ["attribution_id", "start", "end"]]
    ordered = contents.sort_values(["start", "end"], kind="stable")
    first = ordered.groupby("attribution_id")["start"].transform("min")
    about = corpus.run.attributions.drop(columns="sentence_id")
    return about.merge(ordered.assign(first=first), on="attribution_id")


def _in_sentences(corpus: Corpus) -> pd.DataFrame:
    """Return the spans of contents with the sentence in which the first of them begins."""
    spans = _places(corpus)
    keys = zip(spans["article_id"], spans["first"], strict=True)
    numbers = [corpus.sentence_number(article_id, int(first)) for article_id, first in keys]
    placed = spans.assign(sentence_id=numbers).dropna(subset=["sentence_id"])
    return placed.astype({"sentence_id": "int64"})


def _draw(corpus: Corpus, n_rows: int, random: np.random.Generator) -> list[Passage]:
    return draw_sentences(corpus, _in_sentences(corpus), n_rows, random, SHOWN)


def _passage_of(cells: Mapping[str, str], corpus: Corpus) -> Passage:
    return sentence_of(cells, corpus, SHOWN)


def _extracted(corpus: Corpus, passages: Sequence[Passage]) -> list[Unit]:
    by_key = {passage.key: passage for passage in passages}
    units = []
    for _, spans in _in_sentences(corpus).groupby("attribution_id", sort=False):
        rows = spans.to_dict("records")
        row = rows[0]
        passage = by_key.get(f"{row['article_id']}#{row['sentence_id']}")
        if passage is None:
            continue
        pieces = _shown(rows, passage, corpus.texts[passage.article_id])
        words = " ... ".join(corpus.words(passage.article_id, piece) for piece in pieces)
        values = {MAIN: words}
        values |= {label.name: words_of(row[label.name]) for label in _WRITTEN}
        whole = (int(row["first"]), max(int(each["end"]) for each in rows))
        found = {MAIN: (pieces[0][0], pieces[-1][1])}
        units.append(Unit(passage, values, found, place=whole))
    return units


def _shown(spans: Sequence[Mapping[Hashable, Any]], passage: Passage, text: str) -> list[Span]:
    """Return the spans as far as they are in the sentence, without half words."""
    pieces = []
    for span in spans:
        if span["start"] < passage.end:
            end = min(int(span["end"]), passage.end)
            pieces.append(_whole_words((int(span["start"]), end), passage, text))
    return pieces


def _whole_words(span: Span, passage: Passage, text: str) -> Span:
    start, end = span
    while start > passage.start and text[start - 1 : start + 1].isalnum():
        start -= 1
    while end < passage.end and text[end - 1 : end + 1].isalnum():
        end += 1
    return start, end


def _unit_of(
    cells: Mapping[str, str],
    passage: Passage,
    corpus: Corpus,
    n_before: int,
) -> Unit | None:
    words = cells[MAIN]
    found = corpus.occurrences(words, passage)
    if not found:
        raise InputError(
            f"content={words[:60]!r} is not in its sentence; copy the words as they are printed, "
            f"or write none"
        )
    if n_before >= len(found):
        raise InputError(f"content={words[:60]!r} is in {n_before + 1} rows; delete one")
    place = found[n_before]
    values, spans = read_labels(cells, _WRITTEN, passage.article_id, place, corpus, "attributions")
    main = {MAIN: " ".join(words.split())}
    return Unit(passage, main | values, {MAIN: place, **spans}, place=place)


def _correct(decided: Sequence[Decided], corpus: Corpus) -> Corrected:
    return correct_found(
        decided, corpus, table="attributions", main=MAIN, needed=("source", "source_type", "kind")
    )


ATTRIBUTIONS = Layer(
    name="attributions",
    table="attributions",
    noun="sentences",
    shown=SHOWN,
    key=("article_id", "sentence_id"),
    fixed=("sentence",),
    recognised_by=(MAIN, "cue"),
    labels=lambda _: LABELS,
    draw=_draw,
    passage_of=_passage_of,
    unit_of=_unit_of,
    extracted=_extracted,
    correct=_correct,
    main=MAIN,
)
"""Attributed words, their sources and cues."""
