"""The layer of frames: whether an article uses each frame."""

from collections.abc import Mapping, Sequence
from functools import cache

import numpy as np
import pandas as pd

from analysis.coding.cells import read_unit
from analysis.coding.corpus import CONTEXT, Corpus, cell_text
from analysis.coding.decided import Corrected, Decided
from analysis.coding.drawing import draw_evenly, validate_pool
from analysis.coding.layer import NO, NOT_SURE, YES, Label, Layer, Passage, Unit
from analysis.coding.sentence_columns import ABOUT
from analysis.coding.span_corrections import row_of
from analysis.measure.frames.lexicon import frame_lexicons, read_frames

__all__ = ["FRAMES"]

_ANSWERS = (YES, NO, NOT_SURE)
_CHARACTERS = 8 * CONTEXT  # of the text that a coder sees in the sheet

SHOWN = {
    "article_id": "the article",
    **ABOUT,
    "title": "its title",
    "text_start": f"the first {_CHARACTERS:,} characters; read on in the article if you must",
}


@cache
def _definitions() -> dict[str, str]:
    return read_frames(frame_lexicons()).definitions


def _labels(corpus: Corpus) -> tuple[Label, ...]:
    definitions = _definitions()
    return tuple(
        Label(frame, definitions.get(frame, "whether the article uses this frame"), _ANSWERS)
        for frame in sorted(corpus.run.frames["frame"].unique())
    )


def _passage(corpus: Corpus, article_id: str) -> Passage:
    text = corpus.texts[article_id]
    cells = {
        "article_id": article_id,
        **corpus.about(article_id),
        "title": cell_text(corpus.articles[article_id]["title"]),
        "text_start": text[:_CHARACTERS],
    }
    return Passage(article_id, article_id, 0, len(text), cells)


def _passage_of(cells: Mapping[str, str], corpus: Corpus) -> Passage:
    return _passage(corpus, corpus.known_article(cells["article_id"]))


def _draw(corpus: Corpus, n_rows: int, random: np.random.Generator) -> list[Passage]:
    scored = corpus.run.frames["article_id"].unique().tolist()
    articles = corpus.run.articles
    pool = articles.loc[articles["article_id"].isin(scored), ["article_id", "outlet"]]
    validate_pool(pool, "article with frames")
    drawn = draw_evenly(pool, pd.Series(pool["outlet"].astype("str")), n_rows, random)
    return [_passage(corpus, article_id) for article_id in drawn["article_id"]]


def _unit_of(cells: Mapping[str, str], passage: Passage, corpus: Corpus, _: int) -> Unit | None:
    return read_unit(cells, passage, corpus, _labels(corpus), "frames")


def _extracted(corpus: Corpus, passages: Sequence[Passage]) -> list[Unit]:
    rows = corpus.run.frames.drop_duplicates(["article_id", "frame"])
    answers = rows.assign(answer=rows["present"].map({True: YES, False: NO}.get))
    table = answers.pivot_table(
        index="article_id", columns="frame", values="answer", aggfunc="first"
    )
    units = []
    for passage in passages:
        if passage.article_id in table.index:
            given = table.loc[passage.article_id].dropna()
            units.append(Unit(passage, {str(name): str(given[name]) for name in given.index}))
    return units


def _correct(decided: Sequence[Decided], _: Corpus) -> Corrected:
    """Return the frames that are there, or not, against what was extracted."""
    found = Corrected()
    for each in decided:
        article_id = each.item.passage.article_id
        for frame, answer in each.values.items():
            old = each.item.extracted_value(frame)
            if answer == NOT_SURE:
                found.notes.append(f"{article_id} [{frame}]: not sure, so {old} stays as it is")
            elif answer != old:
                key = f"{article_id} [{frame}]"
                found.rows.append(row_of(each, "frames", key, "present", old, answer))
    return found


FRAMES = Layer(
    name="frames",
    table="frames",
    noun="articles",
    shown=SHOWN,
    key=("article_id",),
    fixed=("text_start",),
    recognised_by=("title", "text_start"),
    labels=_labels,
    draw=_draw,
    passage_of=_passage_of,
    unit_of=_unit_of,
    extracted=_extracted,
    correct=_correct,
)
"""Frames of articles."""
