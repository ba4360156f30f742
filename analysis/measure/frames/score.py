"""
Measure how strongly a news frame is present in an article, and which sentences carry it.

In: ``articles`` and ``sentences`` (with ``share_quoted`` filled), and frame lexicons
(``data/lexicons/frames.toml`` and the user's own). Out: the tables ``frames`` and
``frame_sentences``. A score counts words of a list, which can be read. Whether a generic frame is
present is decided by a linear model over all words (``analysis.measure.frames.model``).

The generic frames are conflict, economic, human interest, morality and responsibility [1]_, and
resolution [2]_. A frame is how a story is told, and words are only its traces: a frame can be
present without any of its words. ``data/models/frames/CARD.md`` reports the accuracy for each
frame.

.. [1] Semetko, H. A. and Valkenburg, P. M. (2000). Framing European politics: A content analysis
   of press and television news. Journal of Communication 50(2), 93-109.
.. [2] Frermann, L., Li, J., Khanehzar, S. and Mikolajczak, G. (2023). Conflicts, villains,
   resolutions: Towards models of narrative media framing. ACL.
"""

from collections.abc import Iterator, Mapping
from typing import Literal, NamedTuple

import numpy as np
import pandas as pd

from analysis.core import tables
from analysis.core.errors import ParameterError, unknown_value_message
from analysis.core.voice import voices
from analysis.measure.frames.evidence import ArticleEvidence
from analysis.measure.frames.lexicon import FrameLexicon, LexiconPaths, read_frames, tokens
from analysis.measure.frames.model import FrameModel, read_model

__all__ = ["MOST_SENTENCES", "FrameTables", "measure_frames", "score_frames"]

MOST_SENTENCES = 3
"""Sentences listed for each frame that is present in an article."""


class FrameTables(NamedTuple):
    """The tables ``frames`` and ``frame_sentences``."""

    frames: pd.DataFrame
    sentences: pd.DataFrame


class _Sentence(NamedTuple):
    """One sentence: its place in the text, its voice and its tokens."""

    sentence_id: int
    start: int
    end: int
    voice: str
    tokens: list[str]


def score_frames(
    articles: pd.DataFrame,
    sentences: pd.DataFrame,
    lexicon: LexiconPaths | FrameLexicon | None = None,
    method: Literal["lexicon", "model"] = "model",
) -> pd.DataFrame:
    """
    Return the ``frames`` table alone, see ``measure_frames``.

    Parameters
    ----------
    articles, sentences, lexicon, method
        As for ``measure_frames``.

    Returns
    -------
    DataFrame
    """
    return measure_frames(articles, sentences, lexicon, method).frames


def measure_frames(
    articles: pd.DataFrame,
    sentences: pd.DataFrame,
    lexicon: LexiconPaths | FrameLexicon | None = None,
    method: Literal["lexicon", "model"] = "model",
) -> FrameTables:
    """
    Score the frames of each article, and find the sentences that carry them.

    Parameters
    ----------
    articles : DataFrame
        The ``articles`` table. Not changed.
    sentences : DataFrame
        The ``sentences`` table with ``share_quoted`` filled. Not changed.
    lexicon : str, Path, FrameLexicon, or sequence of paths, optional
        TOML files in the format of ``data/lexicons/frames.toml``, which is the default. To score
        your own frames in addition to the generic ones, pass both files.
    method : {"model", "lexicon"}
        What decides whether a frame is present. ``"model"``: the model, if the lexicons define all
        of its frames; the threshold of the lexicon for your own frames. ``"lexicon"``: the
        threshold of the lexicon for every frame.

    Returns
    -------
    FrameTables
        ``frames`` has one row per article and frame. ``score`` is 0 or more; higher means that the
        frame is more strongly present: the number of frame words, each counted twice at most,
        rescaled to 1,000 words. ``score_own`` and ``score_attributed`` are the same for the
        sentences of one voice, null if there are none. ``p`` is 0 to 1, ``certain`` says whether
        it is far enough from the middle to be relied on. An article without words has no score
        and no frame.
        ``sentences`` has up to ``MOST_SENTENCES`` rows for each frame that is present, those that
        add most, in reading order.

    Raises
    ------
    LexiconError
        If a lexicon is not valid.
    MissingResourceError
        If the model is missing, or is not that of the project.
    ParameterError
        If ``method`` is unknown.
    TableError
        If ``share_quoted`` is null.
    """
    if method not in tables.FRAME_METHODS:
        raise ParameterError(unknown_value_message("method", method, tables.FRAME_METHODS))
    chosen = lexicon if isinstance(lexicon, FrameLexicon) else read_frames(lexicon)
    model = _model_for(chosen, method)
    sentences_of = _sentences_by_article(articles, sentences)
    frames: list[dict[str, object]] = []
    carrying: list[dict[str, object]] = []
    for article_id in articles["article_id"]:
        own_sentences = sentences_of.get(article_id, [])
        evidence = ArticleEvidence([row.tokens for row in own_sentences], chosen, model)
        rows = _score_article(evidence, own_sentences)
        frames += [{"article_id": article_id, **row} for row in rows]
        for row in _carrying_sentences(evidence, own_sentences, rows):
            carrying.append({"article_id": article_id, **row})
    return FrameTables(
        tables.make(frames, tables.FRAME_SCORES), tables.make(carrying, tables.FRAME_SENTENCES)
    )


def _model_for(lexicon: FrameLexicon, method: str) -> FrameModel | None:
    """Return the model, or None if it is not asked for or lacks a lexicon score."""
    if method == "lexicon":
        return None
    model = read_model()
    return model if set(model.frames) <= set(lexicon.frames) else None


def _sentences_by_article(
    articles: pd.DataFrame, sentences: pd.DataFrame
) -> dict[str, list[_Sentence]]:
    """Return the sentences of each article, in reading order."""
    texts = dict(zip(articles["article_id"], articles["text"], strict=True))
    names = ("article_id", "sentence_id", "start", "end")
    columns = (sentences[name] for name in names)
    by_article: dict[str, list[_Sentence]] = {}
    for article_id, number, start, end, voice in zip(*columns, voices(sentences), strict=True):
        found = tokens(texts[article_id][start:end])
        row = _Sentence(int(number), int(start), int(end), voice, found)
        by_article.setdefault(article_id, []).append(row)
    for rows in by_article.values():
        rows.sort(key=lambda row: row.sentence_id)
    return by_article


def _score_article(
    evidence: ArticleEvidence, sentences: list[_Sentence]
) -> list[Mapping[str, object]]:
    """Return a row per frame for one article."""
    by_voice = {}
    for voice in tables.VOICES:
        chosen = [place for place, row in enumerate(sentences) if row.voice == voice]
        by_voice[voice] = evidence.scores(chosen)
    own, attributed = (by_voice[voice] for voice in tables.VOICES)
    scores = evidence.scores()
    words = evidence.words()
    decisions = _decisions(evidence, scores)
    rows: list[Mapping[str, object]] = []
    for i, frame in enumerate(evidence.lexicon.frames):
        rows.append(
            {
                "frame": frame,
                "score": scores[i],
                "score_own": own[i],
                "score_attributed": attributed[i],
                "words": words[i],
                **decisions[frame],
            }
        )
    return rows


def _decisions(evidence: ArticleEvidence, scores: np.ndarray) -> dict[str, dict[str, object]]:
    """Return for each frame whether it is present, how certain that is, and what decided it."""
    reached = scores >= evidence.lexicon.thresholds
    decisions: dict[str, dict[str, object]] = {}
    for frame, is_reached in zip(evidence.lexicon.frames, reached, strict=True):
        decisions[frame] = {
            "method": "lexicon",
            "p": None,
            "present": bool(is_reached),
            "certain": False,
        }
    if evidence.model is None:
        return decisions
    probabilities = evidence.probabilities()
    present = evidence.model.is_present(probabilities)
    certain = evidence.model.is_certain(probabilities)
    for i, frame in enumerate(evidence.model.frames):
        decisions[frame] = {
            "method": "model",
            "p": probabilities[i],
            "present": bool(present[i]),
            "certain": bool(certain[i]),
        }
    return decisions


def _carrying_sentences(
    evidence: ArticleEvidence, sentences: list[_Sentence], rows: list[Mapping[str, object]]
) -> Iterator[dict[str, object]]:
    """Yield the sentences that add most to each frame that is present."""
    present = [row for row in rows if row["present"]]
    if not present:
        return
    by_lexicon = evidence.lexicon_words_of_sentences()
    by_model = evidence.log_odds_of_sentences()
    for row in present:
        if row["method"] == "model" and evidence.model is not None:
            added = by_model[:, evidence.model.frames.index(str(row["frame"]))]
        else:
            added = by_lexicon[:, evidence.lexicon.frames.index(str(row["frame"]))]
        most = np.argsort(-added, kind="stable")[:MOST_SENTENCES]
        for place in sorted(most.tolist()):
            if added[place] > 0:
                sentence = sentences[place]
                yield {
                    "sentence_id": sentence.sentence_id,
                    "frame": row["frame"],
                    "method": row["method"],
                    "start": sentence.start,
                    "end": sentence.end,
                    "added": float(added[place]),
                }
