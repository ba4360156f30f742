"""
Measure how strongly a news frame is present in an article.

In: ``articles`` and ``sentences`` (with ``share_quoted`` filled), and frame lexicons
(``data/lexicons/frames.toml`` and the user's own). Out: the ``frames`` table, with the words behind
each score. There are two methods: word lists, and a linear model over words
(``analysis.measure.frames.model``).

The generic frames are conflict, economic, human interest, morality and resolution. A frame is how a
story is told, and words are only its traces: a frame can be present without any of its words.
``data/models/frames/README.md`` reports the accuracy of both methods for each frame. Frames follow
Semetko and Valkenburg (2000), "Framing European politics", Journal of Communication 50, and
Frermann et al. (2023), "Conflicts, Villains, Resolutions", ACL.
"""

from collections import Counter
from collections.abc import Mapping
from typing import Literal

import numpy as np
import pandas as pd

from analysis.core import tables
from analysis.core.errors import ParameterError, unknown_value_message
from analysis.core.voice import voices
from analysis.measure.frames.lexicon import FrameLexicon, LexiconPaths, read_frames, tokens
from analysis.measure.frames.model import FrameModel, read_model

__all__ = ["score_frames"]

METHODS = ("lexicon", "model")


def score_frames(
    articles: pd.DataFrame,
    sentences: pd.DataFrame,
    lexicon: LexiconPaths | FrameLexicon | None = None,
    method: Literal["lexicon", "model"] = "lexicon",
) -> pd.DataFrame:
    """
    Score the frames of each article.

    Parameters
    ----------
    articles : DataFrame
        The ``articles`` table. Not changed.
    sentences : DataFrame
        The ``sentences`` table with ``share_quoted`` filled. Not changed.
    lexicon : str, Path, FrameLexicon, or sequence of paths, optional
        TOML files in the format of ``data/lexicons/frames.toml``, which is the default. To score
        your own frames in addition to the generic ones, pass both files.
    method : {"lexicon", "model"}
        ``"lexicon"`` counts words; ``"model"`` uses a linear model over words, and scores the five
        generic frames only.

    Returns
    -------
    DataFrame
        The ``frames`` table, one row per article and frame. ``score`` is 0 or more; higher means
        that the frame is more strongly present. With the lexicon it is the number of frame words,
        each counted twice at most, rescaled to 1,000 words; with the model it is a number from 0
        to 1 with 0.5 at the threshold, which is not a probability. ``score_own`` and
        ``score_attributed`` are the same for the sentences of one voice, null if there are none.
        ``words`` lists the words behind the score and how often they occur (with the model, the
        twenty with most weight); null if there are none.

    Raises
    ------
    LexiconError
        If a lexicon is not valid.
    ParameterError
        If ``method`` is unknown, or if a lexicon is passed to the model.
    TableError
        If ``share_quoted`` is null.

    References
    ----------
    .. [1] Semetko, H. A. and Valkenburg, P. M. (2000). Framing European politics: A content
       analysis of press and television news. Journal of Communication 50(2), 93-109.
    .. [2] Frermann, L., Li, J., Khanehzar, S. and Mikolajczak, G. (2023). Conflicts, villains,
       resolutions: Towards models of narrative media framing. ACL.
    """
    if method not in METHODS:
        raise ParameterError(unknown_value_message("method", method, METHODS))
    if method == "model" and lexicon is not None:
        raise ParameterError(
            "The model scores the five generic frames only; use method='lexicon' with a lexicon."
        )
    scorer = _choose_scorer(lexicon, method)
    sentences_by_voice = _tokens_by_voice(articles, sentences)
    rows: list[dict[str, object]] = []
    for article_id in articles["article_id"]:
        own, attributed = (
            sentences_by_voice.get((article_id, voice), []) for voice in tables.VOICES
        )
        for row in _score_article(scorer, own, attributed):
            rows.append({"article_id": article_id, "method": method, **row})
    return tables.make(rows, tables.FRAME_SCORES)


class _LexiconScorer:
    """Scores a text by counting the words of a frame lexicon."""

    def __init__(self, lexicon: FrameLexicon) -> None:
        self.lexicon = lexicon
        self.frames = lexicon.frames
        self.thresholds = lexicon.thresholds

    def __call__(self, sentences: list[list[str]]) -> tuple[np.ndarray, list[str | None]]:
        """Return the score of each frame, and the words behind it."""
        counts, forms = self.lexicon.count(sentences)
        words: list[list[str]] = [[] for _ in self.frames]
        for (number, form), count in _by_falling_count(forms):
            frame, _ = self.lexicon.entries[number]
            words[frame].append(f"{form} ({count})")
        scores = self.lexicon.scores(counts, sum(map(len, sentences)))
        return scores, [", ".join(listed) or None for listed in words]


def _by_falling_count(forms: Counter[tuple[int, str]]) -> list[tuple[tuple[int, str], int]]:
    """Sort the forms of lexicon entries by falling count, then alphabetically."""
    return sorted(forms.items(), key=lambda item: (-item[1], item[0][1]))


def _choose_scorer(
    lexicon: LexiconPaths | FrameLexicon | None, method: str
) -> _LexiconScorer | FrameModel:
    """Return the scorer for a method; it is called with the tokens of sentences."""
    if method == "model":
        return read_model()
    if isinstance(lexicon, FrameLexicon):
        return _LexiconScorer(lexicon)
    return _LexiconScorer(read_frames(lexicon))


def _tokens_by_voice(
    articles: pd.DataFrame, sentences: pd.DataFrame
) -> dict[tuple[str, str], list[list[str]]]:
    """Return the tokens of each sentence, by article and voice."""
    texts = dict(zip(articles["article_id"], articles["text"], strict=True))
    columns = (sentences[name] for name in ("article_id", "start", "end"))
    by_voice: dict[tuple[str, str], list[list[str]]] = {}
    for article_id, start, end, voice in zip(*columns, voices(sentences), strict=True):
        sentence = tokens(texts[article_id][start:end])
        by_voice.setdefault((article_id, voice), []).append(sentence)
    return by_voice


def _score_article(
    scorer: _LexiconScorer | FrameModel, own: list[list[str]], attributed: list[list[str]]
) -> list[Mapping[str, object]]:
    """Return a row per frame for one article, from the sentences of each voice."""
    scores, words = scorer(own + attributed)
    scores_own, _ = scorer(own)
    scores_attributed, _ = scorer(attributed)
    return [
        {
            "frame": frame,
            "score": scores[i],
            "score_own": scores_own[i],
            "score_attributed": scores_attributed[i],
            "present": bool(scores[i] >= scorer.thresholds[i]),
            "words": words[i],
        }
        for i, frame in enumerate(scorer.frames)
    ]
